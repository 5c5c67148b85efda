"""What is said above the warning signs: what it may be, and whom to call by the person's own numbers."""

import pytest

from uncramp.domain import events as ev
from uncramp.domain.plan import Consequence, Query, Question
from uncramp.domain.profile import Profile
from uncramp.domain.routine import Call
from uncramp.guidance.actions import Alarm, alarm_of, whom_of
from uncramp.words.signs import Reason


def question(means: str = "This may be a blood clot. Do not rub.", call: Call = Call.TODAY) -> Question:
    signs = Consequence.SIGNS
    return Question(Query.CHECK, "Is it?", 60, signs, Consequence.GO_ON, Consequence.SKIP, means=means, call=call)


KNOWN = Profile(doctor_number="030 1234", midwife_number="030 5678")


@pytest.mark.parametrize(
    ("alarm", "profile", "said"),
    [
        (Alarm(Reason.URGENT), Profile(), "10 minutes, and still cramping. Call your doctor, midwife or urgent line today."),
        (Alarm(Reason.URGENT), KNOWN, "10 minutes, and still cramping. Call your doctor (030 1234), midwife (030 5678) or urgent line today."),
        (Alarm(Reason.ANSWER, question()), Profile(), "This may be a blood clot. Do not rub. Call your doctor, midwife or urgent line today."),
        (Alarm(Reason.ANSWER, question()), Profile(doctor_number="1"), "This may be a blood clot. Do not rub. Call your doctor (1) or urgent line today."),
        (Alarm(Reason.ANSWER, question("It may be your heart.", Call.NOW)), KNOWN, "It may be your heart. Call 112 now."),
        (Alarm(Reason.LOOK), KNOWN, ""),
    ],
)  # fmt: skip
def test_it_names_what_it_may_be_and_whom_to_call(alarm: Alarm, profile: Profile, said: str) -> None:
    assert alarm.words(profile, "112") == said


def test_an_answer_that_is_a_sign_brings_its_question() -> None:
    asked = question()
    assert alarm_of(ev.SignsNeeded(0, asked)) == Alarm(Reason.ANSWER, asked)
    assert alarm_of(ev.Started(0)) is None


def test_a_number_from_a_file_drives_no_terminal() -> None:
    assert "\x1b" not in whom_of(Profile(doctor_number="1\x1b[31m"))
