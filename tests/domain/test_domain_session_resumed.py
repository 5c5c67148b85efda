"""A session that goes on where another one was cut off."""

import pytest
from domain_making import check, step
from domain_making import plan as the_plan
from domain_strategies import KEYS, many, plans
from hypothesis import given
from hypothesis import strategies as st

from uncramp.domain import events as ev
from uncramp.domain.plan import Answer, Plan
from uncramp.domain.routine import Purpose
from uncramp.domain.session import Session
from uncramp.domain.session_state import Phase


def indexes(plan: Plan) -> st.SearchStrategy[int]:
    return st.integers(0, len(plan.intervals) - 1)


def index_of(plan: Plan, name: str) -> int:
    """The first interval of a step."""
    return next(at for at, one in enumerate(plan.intervals) if one.step.name == name and not one.question)


@many
@given(plans, st.data())
def test_it_begins_at_the_very_interval_and_says_so(plan: Plan, data: st.DataObject) -> None:
    at = data.draw(indexes(plan))
    session = Session(plan, first=at)
    heard = session.start(1_000)
    started = [event for event in heard if isinstance(event, ev.IntervalStarted)]
    assert [(event.at, event.index) for event in started] == [(1_000, at)]
    assert (session.position.index, session.played_ms, session.can_undo) == (at, 0, False)


@many
@given(plans, st.data(), st.lists(st.sampled_from(sorted(set(KEYS) - {"undo"})), max_size=12))
def test_every_key_works_from_there_and_undo_leads_back_to_it(plan: Plan, data: st.DataObject, keys: list[str]) -> None:
    session = Session(plan, first=data.draw(indexes(plan)))
    session.start(0)
    place = session.position
    for key in keys:
        KEYS[key](session, 0)
        assert 0 <= session.position.index <= len(session.plan.intervals)
    if session.phase is not Phase.FINISHED:
        while session.can_undo:
            session.undo(0)
        assert session.position == place


def test_what_a_question_guards_is_not_gone_back_into_where_its_answer_is_not_known() -> None:
    plan = the_plan(check(), step("Rub"), step("Walk"), step("Rest"))
    session = Session(plan, first=index_of(plan, "Walk"))
    session.start(0)
    session.back(0)
    assert session.question is not None
    session.answer(0, Answer.NO)
    assert session.position.interval.step.name == "Rub"


def test_somebody_who_was_being_led_through_a_guarded_step_had_answered() -> None:
    plan = the_plan(check(guards=2), step("Rub"), step("Rub more"), step("Walk"))
    session = Session(plan, first=index_of(plan, "Rub more"))
    session.start(0)
    session.back(0)
    assert session.position.interval.step.name == "Rub"


def test_a_cramp_that_had_eased_before_has_no_clock_that_runs() -> None:
    session = Session(the_plan(step(), purpose=Purpose.FIRST_AID), cramp_began=-60_000, relieved_at=-20_000)
    session.start(5_000)
    assert not session.cramping
    assert session.cramp_ms(9_000) == 40_000


@pytest.mark.parametrize("at", [-1, 99])
def test_an_interval_that_the_plan_has_not_is_refused(at: int) -> None:
    with pytest.raises(ValueError, match=str(at)):
        Session(the_plan(step()), first=at).start(0)
