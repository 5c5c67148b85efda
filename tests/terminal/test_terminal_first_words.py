"""The constant words are the routines' own, and safe for anybody."""

from collections.abc import Iterator

import pytest

from uncramp.__main__ import HELP
from uncramp.domain.plan import Plan, Query
from uncramp.domain.profile import Profile
from uncramp.files.library import Library
from uncramp.files.profile import SAFER_PROFILE
from uncramp.guidance.routines import plan_for
from uncramp.paths import shipped_routines
from uncramp.terminal.first_words import CAUTIONS, FIRST_AID, STOP_CHECK

LIBRARY = Library(shipped_routines())
CONSEQUENCES = {"Stop, and look at the warning signs.", STOP_CHECK[1]}
"""What an answer leads to, which a routine has no words for."""


def plan(name: str, profile: Profile = SAFER_PROFILE) -> Plan:
    """The routine for a person; by default for one of whom nothing is known."""
    return plan_for(LIBRARY, LIBRARY.get(name), profile)


def says(plan: Plan) -> Iterator[str]:
    """What a plan tells the person to do, each once."""
    whole = [*plan.intervals, *(one for branch in plan.branches for one in branch.intervals)]
    yield from dict.fromkeys(one.step.say for one in whole if one.step.say)


def test_they_are_the_words_of_every_first_aid_routine() -> None:
    told, constant = {}, {}
    for name in LIBRARY.names():
        for_anybody = plan(name, Profile())
        if for_anybody.measures_cramp:
            first = for_anybody.intervals[0]
            say = first.question.text if first.question else first.step.say
            told[name] = (for_anybody.title, first.step.name, say, list(says(plan(name))))
    for name, aid in FIRST_AID.items():
        then = [say for _situation, say in aid.then if say not in CONSEQUENCES]
        constant[name] = (aid.title, aid.step, aid.say, then)
    assert told == constant
    assert set(CAUTIONS) <= {caution for name in FIRST_AID for caution in plan(name).cautions}
    checks = {
        interval.question.text
        for name in ("cramp-calf", "cramp-foot")
        for interval in plan(name, Profile()).intervals
        if interval.question and interval.question.query is Query.CHECK
    }
    assert checks == {STOP_CHECK[0]}
    pull, chair, _call = HELP
    assert pull == FIRST_AID["cramp-calf"].say
    assert chair == " ".join(FIRST_AID["cramp-calf-standing"].then[0])


@pytest.mark.parametrize("name", FIRST_AID)
def test_nobody_is_told_to_rub(name: str) -> None:
    aid = FIRST_AID[name]
    told = [aid.say, *(say for _situation, say in aid.then)]
    assert not [say for say in told if "rub" in say.casefold().replace("do not rub", "")]
    assert (STOP_CHECK in aid.then) is (name != "cramp-hand")


def test_an_answer_of_the_hand_is_yes_unless_it_is_no() -> None:
    questions = [one.question for one in plan("cramp-hand").intervals if one.question]
    assert questions[0].query is Query.CHECK
    assert FIRST_AID["cramp-hand"].say == questions[0].text
