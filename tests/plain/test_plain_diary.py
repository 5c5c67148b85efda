"""What is asked when a cramp has stopped, line by line."""

from collections.abc import Iterator
from dataclasses import replace
from datetime import datetime

import pytest
from plain_stage import DAY, NIGHT, Stage

from diary_making import PATIENT
from uncramp.domain.diary import CrampEntry, State
from uncramp.domain.routine import Side
from uncramp.faults import Faults
from uncramp.guidance.recording import LiveDiary
from uncramp.store.diary import my_diary
from uncramp.words.signs import known_signs

GONE = [(20.0, ""), (25.0, "n"), (90.0, ""), (220.0, "n"), (225.0, "n")]
"""Relief, no clot, the walk, no warm pack, no legs up."""

FIRST = 240.0
"""Seconds after which the questions are asked."""


@pytest.fixture
def visit() -> Iterator[LiveDiary]:
    kept = LiveDiary(Faults(), my_diary, lambda: NIGHT, PATIENT)
    yield kept
    kept.close()


def asked(visit: LiveDiary, *lines: str, when: datetime = NIGHT) -> Stage:
    """Somebody whose cramp is gone, and who then types these lines."""
    then = [(FIRST + 5 * nth, line) for nth, line in enumerate(lines)]
    stage = Stage([*GONE, *then, (900.0, "q"), (905.0, "q")], when=when)
    stage.console = replace(stage.console, context=replace(stage.console.context, diary=visit))
    stage.play("cramp-calf")
    return stage


def the_cramp(visit: LiveDiary) -> CrampEntry:
    assert isinstance(visit.entry, CrampEntry)
    return visit.entry


@pytest.mark.parametrize("ten", ["10", "0"])
def test_one_line_each_and_10_is_a_number_or_0(visit: LiveDiary, ten: str) -> None:
    stage = asked(visit, ten, "2", "0")
    cramp = the_cramp(visit)
    assert (cramp.strength, cramp.side, cramp.signs) == (10, Side.RIGHT, ())
    assert "Type a number from 1 to 10." in stage.said
    assert "0: None of these" in stage.said
    assert "What you said is kept. You can add more later, in your diary." in stage.said


def test_by_day_it_is_also_asked_what_the_person_was_doing(visit: LiveDiary) -> None:
    stage = asked(visit, "5", "1", "2", when=DAY)
    assert "3 of 4. What were you doing? When the cramp started." in stage.said
    assert the_cramp(visit).state is State.RESTING


def test_skipping_one_and_all_and_taking_it_back(visit: LiveDiary) -> None:
    stage = asked(visit, "", "u", "6", "skip all", "u", "u", "skip all")
    numbers = [line[:6] for line in stage.said if " of 3. " in line]
    assert numbers == ["1 of 3", "2 of 3", "1 of 3", "2 of 3", "2 of 3", "1 of 3"]
    assert the_cramp(visit).strength is None


def test_a_red_flag_is_said_with_what_to_do_and_the_list_is_not_said_again(visit: LiveDiary) -> None:
    stage = asked(visit, "", "", "")
    key = next(line.split(":")[0] for line in stage.said if "ONE leg is swollen" in line)
    stage = asked(visit, "", "", key)
    assert "You ticked a warning sign. Call, as it says here." in stage.said
    assert stage.said.count("1: Sudden trouble breathing, or coughing up blood.") == 1
    assert any(
        line.endswith("ONE leg is swollen, warm, red or darker. Or sore, but not from a cramp. (ticked)")
        for line in stage.said
    )
    assert the_cramp(visit).signs == ("leg_swollen",)


def test_the_tenth_sign_is_ticked_by_its_number(visit: LiveDiary) -> None:
    stage = asked(visit, "", "", "10")
    key = next(line for line in stage.said if line.startswith("10: "))
    assert known_signs()[the_cramp(visit).signs[0]].words in key


def test_the_warning_signs_and_the_keys_are_still_there(visit: LiveDiary) -> None:
    stage = asked(visit, "!", "?", "a")
    assert "Warning signs" in stage.said
    assert "u: Take back your last answer." not in stage.said
    assert stage.said.count("Pull your toes toward your shin. Slowly.") >= 2


def test_practice_is_asked_nothing(visit: LiveDiary) -> None:
    stage = Stage([(900.0, "q")])
    stage.console = replace(stage.console, context=replace(stage.console.context, diary=visit))
    stage.play("daily-calf")
    assert not [line for line in stage.said if line.startswith("1 of ")]
    assert visit.entry is not None
