"""What is asked when a cramp is gone: every answer is told at once, and every one can be taken back."""

from dataclasses import replace

from hypothesis import given
from hypothesis import strategies as st

from diary_making import CRAMPS, cramp
from uncramp.domain.diary import CrampEntry
from uncramp.guidance.afterwards import WRITE, Afterwards, all_keys
from uncramp.words.signs import group_of, signs_to_tick

KEYS = st.lists(st.sampled_from([*all_keys(), "skip", "skip all", "?"]), max_size=20)


class Person:
    """Somebody who is asked, and what was told of it."""

    def __init__(self, entry: CrampEntry) -> None:
        self.told = [entry]
        self.asked = Afterwards(entry, self.told.append)

    def press(self, *keys: str) -> None:
        for key in keys:
            if key == "skip":
                self.asked.skip()
            elif key == "skip all":
                self.asked.skip_all()
            else:
                self.asked.choose(key)

    def keys_of_signs(self) -> dict[str, str]:
        """The key of each sign that is asked about now."""
        question = self.asked.question
        return {choice.value: choice.key for choice in question.choices} if question else {}

    def to(self, field: str) -> "Person":
        while self.asked.question and self.asked.question.field.id != field:
            self.asked.skip()
        return self


@given(CRAMPS, KEYS)
def test_what_is_told_is_what_is_known_and_undo_leads_back_to_the_beginning(entry: CrampEntry, keys: list[str]) -> None:
    person = Person(entry)
    person.press(*keys)
    assert person.told[-1] == person.asked.entry
    while person.asked.can("undo"):
        person.asked.undo()
    assert person.told[-1] == person.asked.entry == entry
    assert person.asked.question is not None
    assert person.asked.question.number == 1


@given(CRAMPS, KEYS)
def test_nothing_but_what_was_asked_about_changes(entry: CrampEntry, keys: list[str]) -> None:
    person = Person(entry)
    person.press(*keys)
    known = person.asked.entry
    same = replace(
        known,
        strength=entry.strength,
        strength_after=entry.strength_after,
        side=entry.side,
        state=entry.state,
        signs=entry.signs,
        relief=entry.relief,
    )
    assert same == entry


def test_every_sign_that_can_be_ticked_has_a_letter_of_its_own() -> None:
    person = Person(cramp()).to("signs")
    question = person.asked.question
    assert question is not None
    for choice in question.choices:
        person.press(choice.key)
    assert person.asked.entry.signs == tuple(signs_to_tick())
    assert not {choice.key for choice in question.choices} & {*"qrut", WRITE}


def test_a_sign_that_calls_for_help_warns_once_for_what_it_calls_for() -> None:
    person = Person(cramp()).to("signs")
    warned = []
    keys = {
        sign: key for sign, key in person.keys_of_signs().items() if sign in ("leg_swollen", "calf_pop", "sleep_spoilt")
    }
    for key in keys.values():  # two of one group, and one that can wait
        person.press(key)
        warned.append(person.asked.warning)
    assert warned == ["leg_swollen", "", ""]
    group = group_of("leg_swollen")
    assert group is not None
    assert group.urgent


def test_the_time_changes_by_ten_seconds_or_a_minute_and_is_never_less_than_none() -> None:
    person = Person(cramp(relief=25)).to("relief")
    seen = []
    for key in ("+", "-", ">", "<", "-", "-", "-"):
        person.press(key)
        seen.append(person.asked.entry.relief)
    assert seen == [35, 25, 85, 25, 15, 5, 0]


def test_a_cramp_that_nobody_called_gone_is_not_asked_how_long_it_took() -> None:
    person = Person(cramp(relief=None)).to("relief")
    assert person.asked.question is None
