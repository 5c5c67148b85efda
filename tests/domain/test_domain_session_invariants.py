"""What holds for any plan, any ticks and any keys."""

from dataclasses import replace

from domain_making import outline
from domain_strategies import (
    ANSWERS,
    KEYS,
    UNDOABLE,
    Doing,
    doings,
    has_questions,
    many,
    own_pace_plans,
    plans,
    tick_patterns,
    ticks_until,
    timed_plans,
)
from hypothesis import assume, given
from hypothesis import strategies as st

from uncramp.domain import events as ev
from uncramp.domain.plan import Consequence, IntervalKind, Plan, Query
from uncramp.domain.routine import Purpose
from uncramp.domain.session import GAP_MS, URGENT_MS, Session
from uncramp.domain.session_state import Phase


class Watched:
    """A session whose every call is checked for what must always hold."""

    def __init__(self, plan: Plan, cramp_began: int | None = None) -> None:
        self.session = Session(plan, cramp_began=cramp_began)
        self.now = 0
        self.events: list[ev.Event] = []
        self._played = 0
        self._cramp = 0
        self.call("start", self.session.start(0), Phase.READY)

    def live(self, doing: Doing) -> None:
        for moment in doing.moments(self.now) if doing.times else ():
            before, self.now = self.session.phase, moment
            self.call("tick", self.session.tick(moment), before)
        if doing.key is not None:
            before = self.session.phase
            self.call(doing.key, KEYS[doing.key](self.session, self.now), before)

    def call(self, name: str, heard: list[ev.Event], before: Phase) -> None:
        self._times(heard)
        self._place()
        self._end(name, heard, before)

    def _times(self, heard: list[ev.Event]) -> None:
        earlier = self.events[-1].at if self.events else 0
        for event in heard:
            assert earlier <= event.at <= self.now
            earlier = event.at
        self.events += heard
        session = self.session
        assert self._played <= session.played_ms <= self.now
        self._played = session.played_ms
        cramp = session.cramp_ms(self.now) or 0
        # Undo takes back that it is back, too: then it lasted as long as it had when it stopped.
        assert self._cramp <= cramp or any(isinstance(event, ev.Undone) for event in heard)
        self._cramp = cramp
        due = session.next_due()
        assert due is None or due >= self.now

    def _place(self) -> None:
        session, place = self.session, self.session.position
        assert 0 <= place.index <= len(session.plan.intervals)
        if session.phase is Phase.FINISHED:
            return
        assert session.interval is place.interval
        free = place.interval.kind is IntervalKind.OWN_PACE  # as long as the person likes
        assert 0 <= place.elapsed <= place.length or free
        assert 1 <= place.turn <= place.interval.turns
        assert session.remaining_ms >= 0

    def _end(self, name: str, heard: list[ev.Event], before: Phase) -> None:
        session = self.session
        if before.over and name != "undo":
            assert heard == []
            assert session.phase is before
        if session.phase.over:
            assert session.remaining_ms == 0
            assert session.next_due() is None
            assert not session.cramping
        if session.phase is Phase.FINISHED:
            assert isinstance(self.events[-1], ev.Finished)


def watch(plan: Plan, life: list[Doing], cramp_began: int | None = None) -> Watched:
    watched = Watched(plan, cramp_began)
    for doing in life:
        watched.live(doing)
    return watched


@many
@given(plans, doings(*KEYS), st.none() | st.integers(-2 * URGENT_MS, 0))
def test_nothing_breaks_and_time_never_runs_backward(plan: Plan, life: list[Doing], cramp_began: int | None) -> None:
    watched = watch(plan, life, cramp_began)
    for doing in [Doing(GAP_MS, 30, "resume")] * 3:
        watched.live(doing)


@many
@given(timed_plans, doings("pause", "resume", "worse", "other side"))
def test_played_and_remaining_make_the_total_when_nothing_is_skipped(plan: Plan, life: list[Doing]) -> None:
    watched = Watched(plan)
    for doing in life:
        watched.live(doing)
        assert watched.session.played_ms + watched.session.remaining_ms == plan.seconds * 1000
    watched.live(Doing(0, 0, "resume"))
    ticks_until(watched.session, watched.now, [GAP_MS])
    assert watched.session.played_ms == plan.seconds * 1000


@many
@given(timed_plans, doings("more time"))
def test_more_time_adds_just_that(plan: Plan, life: list[Doing]) -> None:
    watched = watch(plan, life)
    assume(not watched.session.phase.over)
    more = 10_000 * sum(isinstance(event, ev.MoreTime) for event in watched.events)
    assert watched.session.played_ms + watched.session.remaining_ms == plan.seconds * 1000 + more


def in_play(events: list[ev.Event]) -> list[tuple[str, int]]:
    """What the clock brought, each at its time of play: pauses and gaps are taken out."""
    idle, since, found = 0, None, []
    for event in events:
        if isinstance(event, ev.WentAway | ev.Paused):
            since = event.at if since is None else since
        elif isinstance(event, ev.Resumed) and since is not None:
            idle, since = idle + event.at - since, None
        elif not isinstance(event, ev.UrgentHelp):
            found.append((type(event).__name__, event.at - idle))
    return found


@many
@given(plans, doings("pause", "resume"))
def test_a_pause_adds_nothing(plan: Plan, life: list[Doing]) -> None:
    plan = replace(plan, purpose=Purpose.DAILY)  # the ten minutes of a cramp do run on in a pause
    watched = watch(plan, life)
    if watched.session.phase in (Phase.PAUSED, Phase.AWAY):
        watched.live(Doing(0, 0, "resume"))
    heard = watched.events + ticks_until(watched.session, watched.now, [GAP_MS])
    straight = Session(plan)
    assert in_play(heard) == in_play(straight.start(0) + ticks_until(straight, 0, [GAP_MS]))


@many
@given(plans, tick_patterns, tick_patterns)
def test_the_same_plan_brings_the_same_events_at_the_same_times_however_it_is_ticked(
    plan: Plan, one: list[int], other: list[int]
) -> None:
    first, second = Session(plan), Session(plan)
    first.start(0)
    second.start(0)
    heard = outline(ticks_until(first, 0, one))
    assert heard == outline(ticks_until(second, 0, other))
    if not plan.open_ended and not has_questions(plan):
        assert heard[-1] == ("Finished", plan.seconds * 1000)


State = tuple[object, ...]


def state(session: Session, now: int) -> State:
    """All that a person can see of a session."""
    return (
        *(session.plan, session.position, session.phase, session.interval, session.question),
        *(session.relieved, session.cramping, session.cramp_ms(now), session.cramp_began),
        *(session.remaining_ms, session.played_ms, session.offer, session.next_due()),
    )


@many
@given(own_pace_plans, doings(*KEYS), st.sampled_from(UNDOABLE))
def test_undo_restores_exactly(plan: Plan, life: list[Doing], key: str) -> None:
    assume(key != "more time" or not any(one.key == key for one in life))  # a run of it is one change
    watched = watch(plan, life)
    session, now = watched.session, watched.now
    session.tick(now)  # what is due by now has happened before the key
    before = state(session, now)
    KEYS[key](session, now)
    assume(state(session, now) != before and session.phase is not Phase.FINISHED)
    heard = session.undo(now)
    assert outline(heard) == [("Undone", now)]
    assert state(session, now) == before


@many
@given(own_pace_plans, doings(*KEYS), st.sampled_from(UNDOABLE), st.integers(0, 100_000))
def test_undo_later_brings_back_the_place_and_the_phase(plan: Plan, life: list[Doing], key: str, later: int) -> None:
    assume(key != "more time" or not any(one.key == key for one in life))  # a run of it is one change
    watched = watch(plan, life)
    session, now = watched.session, watched.now
    session.tick(now)  # what is due by now has happened before the key
    before = (session.position, session.phase, session.relieved)
    KEYS[key](session, now)
    assume((session.position, session.phase, session.relieved) != before)
    session.tick(now + later)
    assume(session.phase is not Phase.FINISHED)
    session.undo(now + later)
    assert (session.position, session.phase, session.relieved) == before


@many
@given(plans, doings("next", "back", "undo"))
def test_next_and_back_never_leave_the_plan(plan: Plan, life: list[Doing]) -> None:
    session = watch(plan, life).session
    assert session.plan is plan
    assert (session.position.index == len(plan.intervals)) == (session.phase is Phase.FINISHED)


def guarded_by_silence(plan: Plan) -> set[tuple[str, int]]:
    """The steps that silence leaves out: by their routine and number."""
    return {
        (plan.routine, number)
        for interval in plan.intervals
        if interval.question and interval.question.silent is Consequence.SKIP
        for number in range(interval.number, interval.question.guards_to + 1)
    }


@many
@given(plans, doings(*(key for key in KEYS if key not in ANSWERS)))
def test_without_an_answer_no_guarded_step_is_ever_played(plan: Plan, life: list[Doing]) -> None:
    """No answer is never taken as no, whatever else is pressed."""
    guarded = guarded_by_silence(plan)
    assume(guarded)
    watched = Watched(plan)
    for doing in [*life, Doing(GAP_MS, 20, "back"), Doing(0, 0, "back")]:
        watched.live(doing)
        session = watched.session
        if session.interval is not None and session.interval.kind is not IntervalKind.QUESTION:
            assert (session.plan.routine, session.interval.number) not in guarded


@many
@given(plans, doings(*KEYS))
def test_yes_and_not_sure_to_a_warning_sign_end_the_routine(plan: Plan, life: list[Doing]) -> None:
    watched = Watched(plan)
    for doing in life:
        watched.live(replace(doing, key=None))
        question = watched.session.question
        asked = question is not None and question.query is Query.CHECK and not watched.session.phase.over
        watched.live(Doing(0, 0, doing.key))
        if asked and question and question.yes is Consequence.SIGNS and doing.key in ("yes", "unsure"):
            assert isinstance(watched.events[-2], ev.SignsNeeded)
            assert watched.session.phase is Phase.STOPPED


@many
@given(plans, doings("pause", "resume", "worse", "more time"))
def test_the_cramp_clock_is_the_time_since_the_cramp_began(plan: Plan, life: list[Doing]) -> None:
    watched = watch(replace(plan, purpose=Purpose.FIRST_AID), life)
    if not watched.session.phase.over:
        assert watched.session.cramp_ms(watched.now) == watched.now
        urgent = [event.at for event in watched.events if isinstance(event, ev.UrgentHelp)]
        assert urgent == ([URGENT_MS] if watched.now >= URGENT_MS else [])


@many
@given(
    plans,
    doings(*(key for key in KEYS if key not in ("relief", "stop"))),
    doings("next", "pause", "more time", "yes", "no"),
)
def test_once_it_has_eased_nothing_that_eases_it_begins(plan: Plan, before: list[Doing], after: list[Doing]) -> None:
    watched = watch(replace(plan, purpose=Purpose.FIRST_AID), [*before, Doing(0, 0, "resume"), Doing(0, 0, "relief")])
    session, said = watched.session, len(watched.events)
    here, eases, planned = session.position.index, session.plan.after_help, session.plan.intervals
    for doing in after:
        watched.live(doing)
    begun = [one for one in watched.events[said:] if isinstance(one, ev.MoveStarted)]
    if session.relieved and here < eases and session.plan.purpose is Purpose.FIRST_AID:
        # Another routine is one that the person asked for, by a yes.
        assert all(one.interval not in planned[:eases] for one in begun)
