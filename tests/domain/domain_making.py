"""Short ways to write routines and to play plans, for the domain's tests."""

from collections.abc import Callable, Iterable, Sequence
from typing import TypeVar

from uncramp.domain import events as ev
from uncramp.domain.plan import Answer, Interval, Plan
from uncramp.domain.planner import make_plan
from uncramp.domain.profile import Profile
from uncramp.domain.routine import (
    SIGNS,
    Adaptation,
    Ask,
    Move,
    Part,
    Purpose,
    Routine,
    RoutineAdaptation,
    Side,
    Sides,
    Step,
    Tag,
    Unanswered,
)
from uncramp.domain.session import GAP_MS, Session
from uncramp.domain.session_state import Phase

AnyEvent = TypeVar("AnyEvent", bound=ev.Event)


def moves(*written: str) -> tuple[Move, ...]:
    """`moves("pull 30", "ease 10")`: names and seconds."""
    pairs = (one.rsplit(" ", 1) for one in written)
    return tuple(Move(name, int(seconds)) for name, seconds in pairs)


def routine(
    *steps: Step,
    name: str = "routine",
    purpose: Purpose = Purpose.DAILY,
    position: str = "",
    adapt: tuple[RoutineAdaptation, ...] = (),
) -> Routine:
    return Routine(name, name.title(), purpose, Part.CALF, steps, position=position, adapt=adapt)


def step(name: str = "Stretch", *written: str, sides: Sides = Sides.NONE, at_most: int | None = None) -> Step:
    """A step with moves; with `at_most` it is open-ended."""
    return Step(
        name,
        moves=moves(*(written or ("hold 10",))),
        sides=sides,
        until_relief=bool(at_most),
        at_most=at_most,
    )


def check(*, if_yes: str = SIGNS, wait: int = 20, guards: int = 1, unanswered: Unanswered = Unanswered.SKIP) -> Step:
    """A question of the routine's own."""
    return Step("Before you rub", ask=Ask("Is one leg swollen?", if_yes, wait, unanswered, guards))


def plan(
    *steps: Step,
    purpose: Purpose = Purpose.DAILY,
    tags: Iterable[Tag] = (),
    side: Side | None = None,
    others: Sequence[Routine] = (),
) -> Plan:
    """The plan of a routine made of these steps."""
    person = Profile(frozenset(tags))
    return make_plan(routine(*steps, purpose=purpose), person, side, {one.name: one for one in others})


def skip(tag: Tag, why: str = "Not for you.") -> Adaptation:
    return Adaptation(tag, why, skip=True)


def told(intervals: Iterable[Interval]) -> list[str]:
    """Intervals in short: `left pull 30`, `switch sides 5`, `answer`."""
    return [" ".join(str(part) for part in (one.side, one.move, one.seconds) if part is not None) for one in intervals]


class Player:
    """Someone who plays a plan: keeps the clock and everything that happened."""

    def __init__(self, plan: Plan, *, start: int = 0, cramp_began: int | None = None, auto: bool = False) -> None:
        self.session = Session(plan, cramp_began=cramp_began, auto=auto)
        self.now = start
        self.events: list[ev.Event] = self.session.start(start)

    def play(self, seconds: float, tick: int = 250) -> list[ev.Event]:
        """Let time pass in ticks, and say what happened."""
        end = self.now + round(seconds * 1000)
        heard: list[ev.Event] = []
        while self.now < end:
            self.now = min(self.now + tick, end)
            heard += self.session.tick(self.now)
        self.events += heard
        return heard

    def play_out(self, tick: int = GAP_MS) -> list[ev.Event]:
        """Let time pass until the session is over."""
        heard: list[ev.Event] = []
        while not self.session.phase.over:
            assert self.session.phase is Phase.RUNNING, "only a running session comes to its end"
            heard += self.play(tick / 1000, tick)
        return heard

    def jump(self, seconds: float) -> list[ev.Event]:
        """The lid was closed: one tick, much later."""
        self.now += round(seconds * 1000)
        return self.press(self.session.tick)

    def press(self, key: Callable[[int], list[ev.Event]]) -> list[ev.Event]:
        """A key of the session's, at once: `press(session.pause)`."""
        heard = key(self.now)
        self.events += heard
        return heard

    def answer(self, answer: Answer) -> list[ev.Event]:
        return self.press(lambda now: self.session.answer(now, answer))

    def heard(self, sort: type[AnyEvent]) -> list[AnyEvent]:
        """Everything of this sort that has happened."""
        return [event for event in self.events if isinstance(event, sort)]

    @property
    def step(self) -> str:
        """The name of the step here."""
        assert self.session.interval is not None
        return self.session.interval.step.name


def first_aid(
    *steps: Step, side: Side | None = None, others: Sequence[Routine] = (), began: int | None = None
) -> Player:
    return Player(plan(*steps, purpose=Purpose.FIRST_AID, side=side, others=others), cramp_began=began)


def outline(events: Iterable[ev.Event]) -> list[tuple[str, int]]:
    """What happened and when."""
    return [(type(event).__name__, event.at) for event in events]
