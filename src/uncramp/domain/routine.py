"""What a routine file holds: the routine, its steps, moves and adaptations, and where each dose comes from."""

from dataclasses import dataclass
from enum import StrEnum

from uncramp.domain.duration import write_duration


class Status(StrEnum):
    READ = "V"
    """Read at the publisher."""
    COPY = "M"
    """Read in a quotation or a copy."""
    CHOICE = "D"
    """No source: our own choice."""
    ARTICLE = "S"
    """Only in the articles that the project started from."""


@dataclass(frozen=True, slots=True)
class Source:
    """One source, as `sources.yaml` holds it."""

    id: str
    name: str
    publisher: str
    says: str
    """What it says, in our words."""
    status: Status
    evidence: str = ""
    """Its number in the evidence table, such as `E7`."""
    where: str = ""
    """What finds it again: an article number, a page's name."""


BUILT_IN = "built-in"
"""The origin of the routines that came with the program."""


class Purpose(StrEnum):
    FIRST_AID = "first-aid"
    DAILY = "daily"
    BEDTIME = "bedtime"
    BREAK = "break"
    REST = "rest"
    BATH = "bath"


class Weekday(StrEnum):
    MON = "mon"
    TUE = "tue"
    WED = "wed"
    THU = "thu"
    FRI = "fri"
    SAT = "sat"
    SUN = "sun"


@dataclass(frozen=True, slots=True)
class PerDay:
    """How often a day a routine is worth doing."""

    least: int
    """The number of times from which on enough is done."""
    most: int


class Part(StrEnum):
    CALF = "calf"
    FOOT = "foot"
    THIGH = "thigh"
    HAND = "hand"
    LEG = "leg"


class Sides(StrEnum):
    """Which sides of the body a step is done on.

    `each` does all of one side and then the other, `each-set` one set of each in turn; `alternating` changes side at
    each repetition.
    """

    AFFECTED = "affected"
    EACH = "each"
    EACH_SET = "each-set"
    ALTERNATING = "alternating"
    LEFT = "left"
    RIGHT = "right"
    BOTH = "both"
    NONE = "none"

    @property
    def changes(self) -> bool:
        return self in (Sides.EACH, Sides.EACH_SET, Sides.ALTERNATING)

    @property
    def fixed(self) -> bool:
        """Whether it is always this one side, whichever hurts."""
        return self in (Sides.LEFT, Sides.RIGHT)


class Side(StrEnum):
    """The side that an interval is done on; `AFFECTED` where it is not known which one hurts."""

    LEFT = "left"
    RIGHT = "right"
    BOTH = "both"
    AFFECTED = "affected"

    @property
    def other(self) -> "Side":
        """The opposite side; `AFFECTED` becomes `LEFT`, so that a person can say which it is."""
        return {Side.LEFT: Side.RIGHT, Side.RIGHT: Side.LEFT, Side.AFFECTED: Side.LEFT}.get(self, self)


class Tag(StrEnum):
    """Something true of the person that changes what they are led through, the weightiest first."""

    CLOT_RISK = "clot_risk"
    RECENT_INJURY = "recent_injury"
    POOR_CIRCULATION = "poor_circulation"
    """Too little blood comes to the legs (peripheral artery disease), as a doctor has told the person."""
    VARICOSE_VEINS = "varicose_veins"
    DIABETES = "diabetes"
    REDUCED_SENSATION = "reduced_sensation"
    BALANCE_PROBLEM = "balance_problem"
    LATE_PREGNANCY = "late_pregnancy"
    FROM_WEEK_16 = "from_week_16"
    PREGNANT = "pregnant"
    FLAT_FEET = "flat_feet"


@dataclass(frozen=True, slots=True)
class Move:
    """A named, timed part of one repetition: `toes up 30s`."""

    name: str
    seconds: int
    say: str = ""
    """What to do in this very move; empty where the step's words say it."""

    def __str__(self) -> str:
        return f"{self.name} {write_duration(self.seconds)}"


Repetitions = int | tuple[int, ...]
"""How often the moves are repeated: in every set, or a ladder with one number for each set."""


@dataclass(frozen=True, slots=True)
class Replacement:
    """The words, picture and dose that take a step's place; `None` leaves the step's own."""

    name: str | None = None
    say: str | None = None
    how: str | None = None
    partner: str | None = None
    figure: str | None = None
    position: str | None = None
    sides: Sides | None = None
    moves: tuple[Move, ...] | None = None
    repetitions: Repetitions | None = None
    sets: int | None = None
    rest: int | None = None
    change: int | None = None
    rest_after: int | None = None
    sources: tuple[str, ...] | None = None


@dataclass(frozen=True, slots=True)
class Adaptation:
    """What one tag changes in a step, and why: skip it, replace parts of it, or add a caution."""

    tag: Tag
    why: str
    skip: bool = False
    replace: Replacement | None = None
    caution: str | None = None


@dataclass(frozen=True, slots=True)
class RoutineAdaptation:
    """What one tag changes for a whole routine: leave it out, do another one instead, or add a caution."""

    tag: Tag
    why: str
    skip: bool = False
    instead: str | None = None
    caution: str | None = None


class Unanswered(StrEnum):
    """What an unanswered question does: leave out the steps that it guards, or go on with them."""

    SKIP = "skip"
    GO_ON = "go-on"


class Call(StrEnum):
    """How soon a sign calls for help."""

    NOW = "now"
    """The emergency number, at once."""
    TODAY = "today"
    """Doctor, midwife or urgent line, today."""


SIGNS = "signs"
"""The `if_yes` that ends the routine and shows the warning signs."""


@dataclass(frozen=True, slots=True)
class Ask:
    """A question with a one-key answer. For `if_yes: signs`, "not sure" counts as yes, and it is always asked."""

    text: str
    if_yes: str
    """`SIGNS`, a routine or, with `if_no`, a branch."""
    wait: int
    """Seconds to wait for an answer. No answer is never taken as no."""
    unanswered: Unanswered
    guards: int
    """How many of the following steps are left out when there is no answer."""
    if_no: str = ""
    """The branch that is played unless the answer is yes; empty where the question chooses between none."""
    yes: str = ""
    no: str = ""
    """The answers in words of their own."""
    means: str = ""
    """For `if_yes: signs`: what a yes may mean and what not to do, said before whom to call."""
    call: Call = Call.TODAY
    """For `if_yes: signs`: how soon help is to be called."""
    only_for: Tag | None = None
    """The tag of the only people who are asked."""


@dataclass(frozen=True, slots=True)
class Rounds:
    """Several steps in turn, again: each of them names the same group."""

    times: int
    rest: int = 0
    """Seconds between two rounds."""
    nth: int = 1
    """Which group of its routine it is, from 1."""


@dataclass(frozen=True, slots=True)
class UsedRoutine:
    """The routine that steps were taken from (`use`), with what it says of them as a whole."""

    name: str
    title: str
    nth: int = 1
    """Which `use` of its routine it is, from 1."""
    cautions: tuple[str, ...] = ()
    adapt: tuple["RoutineAdaptation", ...] = ()


@dataclass(frozen=True, slots=True)
class Step:
    """One exercise or action. It has either `moves` or a question (`ask`); with `until_done` it may have no moves."""

    name: str
    say: str = ""
    """What to do, in 12 words or fewer: spoken, and the biggest words on the screen."""
    how: str = ""
    partner: str = ""
    figure: str | None = None
    position: str = ""
    sides: Sides = Sides.NONE
    moves: tuple[Move, ...] = ()
    repetitions: Repetitions = 1
    """Of the moves, on each side, in each set."""
    sets: int = 1
    rest: int = 0
    """Seconds between sets."""
    change: int = 5
    """Seconds to change sides."""
    rest_after: int = 0
    """Seconds of rest before the next step."""
    until_done: bool = False
    """At one's own pace: each set goes on until the person says that it is done."""
    until_relief: bool = False
    at_most: int | None = None
    """With `until_relief`: how often the moves are done before the session goes on by itself."""
    offer_after: int | None = None
    """With `otherwise`: after how many turns of the moves the other routine is offered on the side."""
    otherwise: str | None = None
    """The routine that is offered when this step does not help."""
    optional: bool = False
    when: str = ""
    """The branch that the step belongs to; empty where it belongs to all."""
    ask: Ask | None = None
    cautions: tuple[str, ...] = ()
    sources: tuple[str, ...] = ()
    adapt: tuple[Adaptation, ...] = ()
    rounds: Rounds | None = None
    """The rounds that the step belongs to."""
    used: UsedRoutine | None = None
    """The routine that the step comes from, where that is another one."""

    @property
    def in_sets(self) -> tuple[int, ...]:
        return (self.repetitions,) * self.sets if isinstance(self.repetitions, int) else self.repetitions

    @property
    def repetition_seconds(self) -> int:
        return sum(move.seconds for move in self.moves)


@dataclass(frozen=True, slots=True)
class Routine:
    name: str
    """The file's name without its ending, which is also how people call it."""
    title: str
    purpose: Purpose
    part: Part
    steps: tuple[Step, ...]
    about: str = ""
    """One line for lists."""
    label: str = ""
    """What the evidence is worth, said where the routine starts and ends."""
    position: str = ""
    cautions: tuple[str, ...] = ()
    notes: tuple[str, ...] = ()
    adapt: tuple[RoutineAdaptation, ...] = ()
    per_day: PerDay | None = None
    """How often a day it is to be done; `None` where it is for no day in particular."""
    days: frozenset[Weekday] = frozenset()
    """The days on which it is; empty for all."""
    counts_as: str = ""
    """The routine in whose place it counts."""
    origin: str = BUILT_IN
    """`BUILT_IN`, or the path of the file."""

    @property
    def choice(self) -> Ask | None:
        """The question at the start that chooses between two branches; only questions for some people may precede."""
        asked = (step.ask for step in self.steps)
        first = next((ask for ask in asked if ask is None or ask.only_for is None), None)
        return first if first is not None and first.if_no else None

    @property
    def open_ended(self) -> bool:
        return any(step.until_relief for step in self.steps)
