"""Every routine for every tag, alone and in pairs, played to the end; and where a sign or silence at a check leads."""

from functools import cache

import pytest
from forbidden import BALL, RUB
from shipped import BY_TAGS, ROUTINES, all_of, plan_of

from uncramp.domain import events as ev
from uncramp.domain.plan import Answer, Consequence, IntervalKind, Plan, Query
from uncramp.domain.routine import Purpose, Tag
from uncramp.domain.session import Session

TICK = 2_000
"""Milliseconds between two calls: a longer time would be a gap."""


@BY_TAGS
def test_everything_is_played_to_the_end(tags: tuple[Tag, ...]) -> None:
    for name in ROUTINES:
        for plan in all_of(plan_of(name, *tags)):
            assert played(plan), name


@cache
def played(plan: Plan) -> bool:
    """Whether the plan comes to its end, but for Enter at one's own pace by itself; with every extra, and a no to all other questions."""
    session = Session(plan)
    heard = session.start(0)
    now = 0
    while not session.phase.over:
        if session.question:
            extra = session.question.query is Query.OPTIONAL
            heard += session.answer(now, Answer.YES if extra else Answer.NO)
        elif session.interval is not None and session.interval.kind is IntervalKind.OWN_PACE:
            heard += session.next(now)
        else:
            now += TICK
            heard += session.tick(now)
    return isinstance(heard[-1], ev.Finished) and all(not isinstance(one, ev.WentAway) for one in heard)


def checks(plan: Plan) -> list[int]:
    """The checks that a yes ends: the number of each among the plan's questions of that kind."""
    return [
        index
        for index, one in enumerate(plan.intervals)
        if one.question and one.question.query is Query.CHECK and one.question.yes is Consequence.SIGNS
    ]


CHECKS = [(name, index) for name in ROUTINES for index in checks(plan_of(name))]


@pytest.mark.parametrize(("name", "index"), CHECKS)
@pytest.mark.parametrize("answer", [Answer.YES, Answer.UNSURE])
def test_a_sign_ends_the_routine_and_not_sure_is_a_yes(name: str, index: int, answer: Answer) -> None:
    session = Session(plan_of(name))
    now, heard = 0, session.start(0)
    while session.position.index != index:
        if session.question:
            heard += session.answer(now, Answer.NO)
        else:
            now += TICK
            heard += session.tick(now)
    assert not any(isinstance(one, ev.SignsNeeded) for one in heard)
    heard += session.answer(now, answer)
    assert any(isinstance(one, ev.SignsNeeded) for one in heard)
    assert session.phase.over


@pytest.mark.parametrize("name", [name for name, _ in CHECKS])
def test_no_answer_is_never_a_no(name: str) -> None:
    """Nothing that a check guards is begun when nobody answers."""
    session = Session(plan_of(name))
    now, heard = 0, session.start(0)
    while not session.phase.over:
        now += TICK
        heard += session.tick(now)
    begun = [one.interval.step for one in heard if isinstance(one, ev.MoveStarted)]
    assert not any(RUB(step, session.plan) or BALL(step, session.plan) for step in begun)


@BY_TAGS
def test_relief_leads_from_whatever_eases_the_cramp_to_the_same_question(tags: tuple[Tag, ...]) -> None:
    """From the main step, from one before it, from what was taken instead, and from a choice of the stretch."""
    for name in (name for name, routine in ROUTINES.items() if routine.purpose is Purpose.FIRST_AID):
        asked = {text for plan in all_of(plan_of(name, *tags)) for text in after_relief(plan)}
        assert len(asked) <= 1, name
        if tags == ():
            assert asked, name


@cache
def after_relief(plan: Plan) -> frozenset[str]:
    """What is asked at once after relief, wherever it comes before the sign that is asked for after the stretch."""
    after = next(index for index in checks(plan) if index > plan.first_help)
    found = set()
    for index, interval in enumerate(plan.intervals[:after]):
        session = Session(plan, first=index)
        session.start(0)
        session.relief(0)
        if index in checks(plan):
            # A sign that is asked for before the stretch still wants its answer.
            assert session.position.index == index
            session.answer(0, Answer.NO)
        assert session.question is not None, interval.step.name
        found.add(session.question.text)
    return frozenset(found)
