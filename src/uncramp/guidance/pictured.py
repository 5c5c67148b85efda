"""What a figure shows at one moment of a session."""

from dataclasses import dataclass

from uncramp.domain.plan import IntervalKind
from uncramp.domain.position import Position, move_at
from uncramp.domain.routine import Side
from uncramp.domain.session import Session
from uncramp.domain.session_state import Phase

_STILL = (IntervalKind.GET_READY, IntervalKind.REST, IntervalKind.CHANGE)
"""Intervals in which nobody moves."""


@dataclass(frozen=True, slots=True)
class FigureState:
    """What a figure shows at one moment."""

    figure: str
    """Its name."""
    move: str | None
    """The move that it shows; none while nobody moves."""
    turn: tuple[int, int, int]
    """Which move of the session it is: another one begins where this one has led to."""
    side: Side | None
    elapsed: int
    """Milliseconds into the move."""
    length: int
    """Of the move, in milliseconds."""
    running: bool
    """Whether time goes on."""


def pictured(session: Session, position: Position) -> FigureState | None:
    interval = position.interval
    if interval.step.figure is None:
        return None
    move, turn, elapsed, length = position.move, (position.turn, position.nth), position.elapsed, position.length
    if interval.kind is IntervalKind.OWN_PACE and interval.step.moves:
        shown = move_at(interval.step, position.elapsed)
        move, turn, elapsed = shown.move, (shown.repetition, shown.nth), shown.elapsed
        length = move.seconds * 1000
    return FigureState(
        figure=interval.step.figure,
        move=move.name if interval.moves and interval.kind not in _STILL else None,
        turn=(position.index, *turn),
        side=interval.side,
        elapsed=elapsed,
        length=length,
        running=session.phase is Phase.RUNNING,
    )
