"""Hypothesis strategies: routines, profiles, plans, and people who press keys."""

from collections.abc import Callable, Iterator
from dataclasses import dataclass, replace

from hypothesis import settings
from hypothesis import strategies as st

from uncramp.domain import events as ev
from uncramp.domain.plan import Answer, Plan
from uncramp.domain.planner import make_plan
from uncramp.domain.profile import Profile
from uncramp.domain.routine import (
    SIGNS,
    Adaptation,
    Ask,
    Move,
    Part,
    Purpose,
    Replacement,
    Rounds,
    Routine,
    Side,
    Sides,
    Step,
    Tag,
    Unanswered,
)
from uncramp.domain.session import GAP_MS, Session
from uncramp.domain.session_state import Phase

few = settings(max_examples=25)
many = settings(max_examples=40)

OTHERS = ("standing", "hand")
_TAGS = (Tag.VARICOSE_VEINS, Tag.LATE_PREGNANCY, Tag.PREGNANT)

_moves = st.lists(
    st.builds(Move, st.sampled_from(["pull", "hold", "ease"]), st.sampled_from([1, 2, 3, 7, 12, 30, 41])),
    min_size=1,
    max_size=3,
).map(tuple)
_replacements = st.builds(
    Replacement,
    name=st.none() | st.just("Gentler"),
    moves=st.none() | _moves,
    sets=st.none() | st.integers(1, 2),
    sides=st.none() | st.sampled_from(Sides),
)
_adaptations = st.lists(
    st.builds(
        Adaptation,
        st.sampled_from(_TAGS),
        st.just("A reason."),
        skip=st.booleans(),
        replace=st.none() | _replacements,
        caution=st.none() | st.sampled_from(["Slowly.", "Hold on."]),
    ),
    max_size=2,
).map(tuple)
timed_steps = st.builds(
    Step,
    name=st.sampled_from(["Rise", "Stretch", "Walk"]),
    position=st.sampled_from(["", "Standing"]),
    sides=st.sampled_from(Sides),
    moves=_moves,
    repetitions=st.integers(1, 3) | st.lists(st.integers(1, 3), min_size=2, max_size=3).map(tuple),
    sets=st.integers(1, 2),
    rest=st.sampled_from([0, 4]),
    change=st.sampled_from([0, 5]),
    rest_after=st.sampled_from([0, 0, 3]),
    adapt=_adaptations,
)
own_pace_steps = timed_steps.map(lambda step: replace(step, until_done=True))
optional_steps = timed_steps.map(lambda step: replace(step, optional=True))
open_steps = st.builds(
    Step,
    name=st.just("Pull"),
    sides=st.sampled_from(Sides),
    moves=_moves,
    until_relief=st.just(value=True),
    at_most=st.integers(1, 6),
    offer_after=st.none() | st.integers(1, 3),
    otherwise=st.none() | st.sampled_from([*OTHERS, "missing"]),
    adapt=_adaptations,
)
questions = st.builds(
    Step,
    name=st.just("Check"),
    ask=st.builds(
        Ask,
        st.just("Is one leg swollen?"),
        st.sampled_from([SIGNS, *OTHERS]),
        st.sampled_from([5, 20]),
        st.sampled_from(Unanswered),
        st.integers(1, 2),
    ),
)
_any_step = st.one_of(timed_steps, optional_steps, open_steps, questions)


def in_rounds(steps: list[Step], rounds: Rounds | None) -> tuple[Step, ...]:
    """The last of the steps in rounds: those that can be."""
    able = 0
    for step in reversed(steps):
        if step.ask or step.optional or step.until_relief:
            break
        able += 1
    first = len(steps) - able
    return (*steps[:first], *(replace(step, rounds=rounds) for step in steps[first:]))


def routines(steps: st.SearchStrategy[Step] = _any_step, name: str = "routine") -> st.SearchStrategy[Routine]:
    return st.builds(
        Routine,
        st.just(name),
        st.just(name.title()),
        st.sampled_from(Purpose),
        st.just(Part.CALF),
        st.builds(
            in_rounds,
            st.lists(steps, min_size=1, max_size=3),
            st.none() | st.builds(Rounds, st.integers(1, 3), st.sampled_from([0, 6])),
        ),
        position=st.sampled_from(["", "Sitting"]),
    )


libraries = st.fixed_dictionaries({name: routines(name=name) for name in OTHERS})
profiles = st.builds(
    Profile,
    tags=st.frozensets(st.sampled_from(_TAGS), max_size=2),
    usual_side=st.none() | st.sampled_from([Side.LEFT, Side.RIGHT]),
    get_ready=st.none() | st.integers(0, 12),
)
sides = st.none() | st.sampled_from([Side.LEFT, Side.RIGHT])
plans = st.builds(make_plan, routines(), profiles, sides, libraries).filter(lambda plan: plan.intervals != ())
own_pace_plans = st.builds(
    make_plan, routines(st.one_of(own_pace_steps, _any_step)), profiles, sides, libraries
).filter(lambda plan: plan.intervals != ())
"""Any plans, and those with steps that only the person ends."""
timed_plans = st.builds(make_plan, routines(timed_steps), profiles, sides).filter(lambda plan: plan.intervals != ())
"""Plans without questions and open-ended steps."""

Key = Callable[[Session, int], list[ev.Event]]

KEYS: dict[str, Key] = {
    "pause": Session.pause,
    "resume": Session.resume,
    "next": Session.next,
    "back": Session.back,
    "relief": Session.relief,
    "come back": Session.come_back,
    "worse": Session.worse,
    "other side": Session.other_side,
    "more time": Session.more_time,
    "take offer": Session.take_offer,
    "undo": Session.undo,
    "stop": Session.stop,
    "yes": lambda session, now: session.answer(now, Answer.YES),
    "no": lambda session, now: session.answer(now, Answer.NO),
    "unsure": lambda session, now: session.answer(now, Answer.UNSURE),
}
"""Everything that a person can say."""

ANSWERS = ("yes", "no", "unsure")
UNDOABLE = tuple(name for name in KEYS if name not in ("pause", "resume", "worse", "undo"))


@dataclass(frozen=True, slots=True)
class Doing:
    """So many ticks, so far apart, and then a key."""

    tick: int
    times: int
    key: str | None

    def moments(self, now: int) -> Iterator[int]:
        yield from range(now + self.tick, now + self.tick * self.times + 1, self.tick or 1)


_playing = st.tuples(st.integers(1, 2_000) | st.just(GAP_MS), st.sampled_from([1, 1, 1, 5, 20]))
_away = st.tuples(st.integers(GAP_MS + 1, 30_000) | st.sampled_from([599_999, 700_000]), st.just(1))
_at_once = st.just((0, 0))


def doings(*keys: str) -> st.SearchStrategy[list[Doing]]:
    """What a person does: only these keys, or none."""
    return st.lists(
        st.builds(
            lambda spent, key: Doing(spent[0], spent[1], key),
            st.one_of(_playing, _playing, _at_once, _away),
            st.none() | st.sampled_from(keys),
        ),
        max_size=15,
    )


def ticks_until(session: Session, now: int, pattern: list[int]) -> list[ev.Event]:
    """Play until the session is over, ticking by this pattern round and round."""
    heard: list[ev.Event] = []
    while not session.phase.over:
        assert session.phase is Phase.RUNNING, "only a running session comes to its end"
        for delta in pattern:
            now += delta
            heard += session.tick(now)
    return heard


def has_questions(plan: Plan) -> bool:
    return any(interval.question for interval in plan.intervals)


tick_patterns = st.lists(st.integers(1, 2_000), min_size=1, max_size=20).filter(
    lambda pattern: sum(pattern) > 300 * len(pattern)
)
