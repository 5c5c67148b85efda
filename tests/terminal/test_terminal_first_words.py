"""The constant words are the routines' own, and safe for anybody."""

import re
from collections.abc import Iterator

import pytest

from uncramp.__main__ import HELP
from uncramp.cli import fallback
from uncramp.domain.plan import Consequence, Plan
from uncramp.domain.profile import Profile
from uncramp.domain.routine import Call
from uncramp.files.library import Library
from uncramp.files.profile import SAFER_PROFILE
from uncramp.guidance.routines import plan_for
from uncramp.paths import shipped_routines
from uncramp.terminal.first_words import CAUTIONS, FEW_SIGNS, FIRST_AID, HOME, STOP_CHECK, TEN_MINUTES

LIBRARY = Library(shipped_routines())
CALL_NOW, CALL_TODAY = "Call your local emergency number now.", "Call your doctor, midwife or urgent line today."
WORSE = "If it keeps getting worse, "


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
            move = first.moves[0].name if first.moves else first.step.name
            big = move[:1].upper() + move[1:]
            told[name] = (for_anybody.title, first.step.name, big, say, list(says(plan(name))))
    for name, aid in FIRST_AID.items():
        then = [say for _situation, say in aid.then if CALL_NOW not in say and CALL_TODAY not in say]
        constant[name] = (aid.title, aid.step, aid.big, aid.say, [aid.say, *then] if name == "cramp-hand" else then)
    assert told == constant
    cautions = {caution for name in FIRST_AID for caution in plan(name).cautions}
    worse, *others = CAUTIONS
    assert worse.partition(WORSE)[0] in {caution.partition(WORSE)[0] for caution in cautions}
    assert set(others) <= cautions


@pytest.mark.parametrize("name", FIRST_AID)
def test_its_questions_and_what_a_yes_means_are_the_routine_s(name: str) -> None:
    asked = [one.question for one in plan(name, Profile()).intervals if one.question]
    signs = {
        one.text: f"{one.means} {CALL_NOW if one.call is Call.NOW else CALL_TODAY}"
        for one in asked
        if one.yes is Consequence.SIGNS
    }
    assert signs.items() <= set(FIRST_AID[name].then)
    if name != "cramp-hand":
        assert dict([STOP_CHECK]) == signs


def test_the_three_sentences_are_among_them() -> None:
    pull, chair, _call = HELP
    assert pull == FIRST_AID["cramp-calf"].say
    assert chair == " ".join(FIRST_AID["cramp-calf-standing"].then[0])


def test_they_name_no_key_that_somebody_may_have_changed() -> None:
    words = [*HELP, *HOME, *CAUTIONS, FEW_SIGNS, TEN_MINUTES]
    words += [word for name in FIRST_AID for word in fallback.words(name)]
    assert not [word for word in words if re.search(r"\b(?:[Pp]ress|[Tt]ype) \w\b|\b\w:", word)]


@pytest.mark.parametrize("name", FIRST_AID)
def test_nobody_is_told_to_rub(name: str) -> None:
    aid = FIRST_AID[name]
    told = [aid.say, *(say for _situation, say in aid.then)]
    assert not [say for say in told if "rub" in say.casefold().replace("do not rub", "")]
    assert (STOP_CHECK in aid.then) is (name != "cramp-hand")
