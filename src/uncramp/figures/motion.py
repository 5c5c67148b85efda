"""How a figure moves with the timer: its frame at any moment of a move. Times are whole milliseconds."""

from dataclasses import dataclass
from functools import cached_property
from math import ceil, dist, floor

from uncramp.figures.anatomy import SKELETONS
from uncramp.figures.figure import Figure, FigureAction, Muscle
from uncramp.figures.stance import Stance, between, solve, stance_of

USUAL = 1_500
"""How long it takes to get to the pose of a move at most, where its file does not say."""
PART = 3
"""And this part of the move at most: for most of it the pose is shown that the word calls for."""
ENTRY = 800
"""How long it takes at most to get to where a round begins."""
LEAST = 250
"""How long it takes at least to get anywhere, however short the move, so that no leg jumps."""
FRAME = 250
"""About how long a frame lasts while something moves: four in a second, in step with the clock and bars beside it."""
BREATH = 4_000
"""How long one breath takes. Its parts change with the seconds, as the clock beside it does: one drawing for both."""
REPLAY = 8_000
"""How often the way into a pose that is held is shown again. A multiple of a breath, so that its parts come again, too."""
AGAIN, AGAIN_FRAME = 2_000, 500
"""How long that takes, and how long a frame of it lasts: slowly and in few frames, every second one with the clock's."""
_CHEST = (0.0, 1.0)
"""How far the chest is out in each part of a breath: few steps, so that a hold is hardly ever drawn anew."""
_EPSILON = 1e-9
_FITTED = 3
"""Up to so many rounds a move ends where a round does."""


@dataclass(frozen=True, slots=True)
class MotionFrame:
    """One moment: what is drawn. Two frames that are equal look the same."""

    stance: Stance
    breath: float = 0.0
    """How far the chest is out, from 0 to 1."""
    works: Muscle | None = None
    """The muscle that is marked; `None` for the figure's own."""
    doing: tuple[str, ...] = ()
    """The move that is made, and the pose that it goes to: arrows are shown by it. Empty at rest."""


def posed(figure: Figure, name: str) -> MotionFrame:
    """One pose alone, with what is shown in the first move that goes there; the start pose is at rest."""
    moves = [move for move, action in figure.moves.items() if name in action.poses]
    works = figure.moves[moves[0]].works if moves else None
    doing = (moves[0], name) if moves and name != figure.start else ()
    return MotionFrame(stance_of(figure, figure.poses[name]), works=works, doing=doing)


@dataclass(frozen=True)
class FigureMotion:
    """What a figure does in one move, from where it was before. The same time always gives the same frame."""

    figure: Figure
    origin: Stance
    action: FigureAction
    length: int
    """Of the move, in milliseconds; past its end the figure goes on, or stays."""
    move: str = ""
    """Its name; empty at rest."""
    before: str = ""
    """The pose that was held before it; empty where that is not known."""

    @classmethod
    def resting(cls, figure: Figure) -> "FigureMotion":
        """The figure in its start pose: for getting ready, rests and questions."""
        return cls(figure, stance_of(figure, figure.poses[figure.start]), FigureAction((figure.start,)), 0)

    def then(self, move: str | None, length: int, at: int) -> "FigureMotion":
        """The next move, so many milliseconds long, from where the figure is `at` milliseconds of this one.

        Without a name it brings the figure back to its start.
        """
        action = FigureAction((self.figure.start,)) if move is None else self.figure.action(move)
        before = self._toward if self.move else ""
        return FigureMotion(self.figure, self.at(at).stance, action, max(0, length), move or "", before)

    @cached_property
    def _begins(self) -> Stance:
        return stance_of(self.figure, self.figure.poses[self.figure.start])

    @property
    def replayed(self) -> bool:
        """Whether the way into the pose comes again, from the start pose: in a hold, but not of that pose itself."""
        return bool(self.move) and not self.action.cycle and self.action.poses[0] != self.figure.start

    def settled(self, elapsed: int) -> int:
        """The same moment with the pose held, where its way is being shown again: for a picture that stands still."""
        return elapsed if self._again(elapsed) is None else self.arrival

    def _again(self, elapsed: int) -> int | None:
        """Milliseconds into showing the way into the pose once more; `None` while it is held, or got to at first.

        It is not begun where the move ends before the pose has been held once more.
        """
        since = elapsed % REPLAY
        began = elapsed - since
        shown = since < AGAIN and began >= self.arrival + AGAIN and began + 2 * AGAIN <= self.length
        return since if shown and self.replayed else None

    @property
    def arrival(self) -> int:
        """When the figure is where a single pose, or the first round, begins."""
        if self.action.cycle:
            return 0 if self.origin == self._poses[-1] else min(ENTRY, max(LEAST, self.length // 4))
        if self.action.over is not None:
            return max(LEAST, min(self.action.over, self.length))
        return min(USUAL, max(2 * LEAST, self.length // PART))

    @property
    def round(self) -> float:
        """How long one round takes; a short move ends with a round."""
        every = max(1, self.action.every or 1)
        left = self.length - self.arrival
        rounds = max(1, round(left / every))
        return left / rounds if rounds <= _FITTED and left >= every / 2 else float(every)

    def at(self, elapsed: int) -> MotionFrame:
        """The frame at a moment; `elapsed` is in milliseconds since the move began."""
        elapsed = max(0, elapsed)
        if elapsed < self.arrival:
            part = eased(elapsed / self.arrival) if self.action.cycle else _briskly(elapsed / self.arrival)
            return self._frame(between(self.origin, self._poses[-1], part), self.action.poses[-1])
        if self.action.cycle:
            return self._going_round(elapsed - self.arrival)
        if (again := self._again(elapsed)) is not None:
            way = between(self._begins, self._poses[-1], eased(again / AGAIN))
            return self._frame(way, self.action.poses[-1])
        breath = _CHEST[elapsed * len(_CHEST) // BREATH % len(_CHEST)]
        return self._frame(self._poses[-1], self.action.poses[-1], breath)

    def still(self) -> MotionFrame:
        """The one frame that says most of the move, where nothing may move."""
        return self._frame(stance_of(self.figure, self.figure.poses[self._toward]), self._toward)

    def stills(self) -> tuple[MotionFrame, ...]:
        """The two frames that say the whole move where nothing may move: where it begins, and where it leads.

        Only the second where the first is not known, or the same. The first is at rest, so that no arrow is in it.
        """
        first, last = self.ends
        if not self.move or first in ("", last):
            return (self.still(),)
        stance = stance_of(self.figure, self.figure.poses[first])
        return MotionFrame(stance, works=self.action.works), self.still()

    @property
    def ends(self) -> tuple[str, str]:
        """The poses where the move begins, "" where that is not known, and where it leads."""
        start = self.figure.start if self._toward != self.figure.start else self.before
        return self.action.poses[-1] if self.action.cycle else start, self._toward

    @cached_property
    def _toward(self) -> str:
        """The pose that says most of the move: of several that it goes round, the furthest from where they begin."""
        if not self.action.cycle:
            return self.action.poses[0]
        points = [solve(SKELETONS[self.figure.skeleton], stance).points for stance in self._poses]
        far = [sum(dist(at, points[-1][name]) for name, at in one.items()) for one in points]
        return self.action.poses[far.index(max(far))]

    def _frame(self, stance: Stance, toward: str, breath: float = 0.0) -> MotionFrame:
        doing = (self.move, toward) if self.move else ()
        return MotionFrame(stance, breath, self.action.works, doing)

    def moment(self, elapsed: int) -> int:
        """The moment that is seen at `elapsed`: that of the frame which has come last, or is under way to a pose.

        A round shows the same frames as the one before it, and so does a move that begins where it has begun before:
        what was drawn once need not be drawn again.
        """
        elapsed = max(0, elapsed)
        if elapsed < self.arrival:
            # Where it gets to by the next frame: a new word never stands beside the old pose.
            return self.next_change(elapsed)
        if not self.action.cycle:
            again = self._again(elapsed)
            return elapsed if again is None else elapsed - again % AGAIN_FRAME
        return self.arrival + self._began(self._nth(elapsed) % self._frames)

    def next_change(self, elapsed: int) -> int:
        """When the picture changes next, in milliseconds since the move began; always after `elapsed`."""
        elapsed = max(0, elapsed)
        if elapsed < self.arrival:
            return min(self.arrival, elapsed - elapsed % FRAME + FRAME)
        if self.action.cycle:
            return max(elapsed + 1, self.arrival + self._began(self._nth(elapsed) + 1))
        if (again := self._again(elapsed)) is not None:
            return elapsed + AGAIN_FRAME - again % AGAIN_FRAME
        step = BREATH // len(_CHEST)
        return (elapsed // step + 1) * step

    @property
    def _frames(self) -> int:
        """How many frames a round has: as many on the way to each pose, so that each of them is seen."""
        count = len(self._poses)
        return count * max(1, round(self.round / count / FRAME))

    def _began(self, nth: int) -> int:
        """When a frame begins, in milliseconds since the first round did."""
        return ceil(nth * self.round / self._frames)

    def _nth(self, elapsed: int) -> int:
        return floor((elapsed - self.arrival) * self._frames / self.round + _EPSILON)

    @cached_property
    def _poses(self) -> tuple[Stance, ...]:
        return tuple(stance_of(self.figure, self.figure.poses[name]) for name in self.action.poses)

    def _going_round(self, elapsed: int) -> MotionFrame:
        count = len(self._poses)
        where = elapsed / self.round * count
        segment = floor(where)
        part = where - segment
        if count == 2:  # noqa: PLR2004 - to and fro: at rest at both ends; through more poses at an even pace
            part = eased(part)
        stance = between(self._poses[(segment - 1) % count], self._poses[segment % count], part)
        return self._frame(stance, self.action.poses[segment % count])


def eased(part: float) -> float:
    """A part of a way, from 0 to 1, begun and ended gently."""
    return part * part * (3 - 2 * part)


def _briskly(part: float) -> float:
    """The same of a way to a pose that a word has just called for: most of it at once, and ended gently."""
    return 1 - (1 - part) ** 3
