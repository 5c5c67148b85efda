"""What is asked when a cramp has stopped: few questions, every answer told at once, and every one can be taken back."""

from dataclasses import replace
from datetime import date, timedelta

import pytest
from hypothesis import given
from hypothesis import strategies as st

from diary_making import CRAMPS, cramp
from uncramp.domain.diary import CrampEntry
from uncramp.domain.profile import Profile
from uncramp.domain.routine import Part, Tag
from uncramp.guidance import actions
from uncramp.guidance.afterwards import ANSWER_KEYS, Afterwards, pregnancy_counts
from uncramp.guidance.diary_form import NONE_OF_THESE, TEN, after_fields, entry_fields
from uncramp.guidance.form import TickField
from uncramp.words.signs import group_of, signs_to_tick, warning_signs

KEYS = st.lists(st.sampled_from([*ANSWER_KEYS, "12", "skip", "skip all", "?", ""]), max_size=20)
TODAY = date(2026, 11, 22)
OF_PREGNANCY = {"headache_or_vision", "ribs_or_vomiting", "sudden_swelling", "bleeding_or_tightenings", "quiet_baby"}


class Person:
    """Somebody who is asked, and what was told of it."""

    def __init__(self, entry: CrampEntry, *, night: bool = False, pregnancy: bool = True) -> None:
        self.told = [entry]
        self.asked = Afterwards(entry, after_fields(entry, night=night, pregnancy=pregnancy), self.told.append)

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

    def fields(self) -> list[str]:
        found = []
        while self.asked.question:
            found.append(self.asked.question.field.id)
            self.asked.skip()
        return found

    def signs(self) -> list[str]:
        """The signs that are asked about, by their keys."""
        question = self.to("signs").asked.question
        assert question is not None
        return [choice.value for choice in question.choices if choice.value]


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
    same = replace(known, strength=entry.strength, side=entry.side, state=entry.state, signs=entry.signs)
    assert replace(same, unconfirmed=entry.unconfirmed) == entry  # an answer confirms it


def test_few_things_are_asked_and_fewest_at_night() -> None:
    unknown, known = replace(cramp(), side=None), cramp()
    assert Person(unknown).fields() == ["strength", "side", "state", "signs"]
    assert Person(unknown, night=True).fields() == ["strength", "side", "signs"]
    assert Person(known, night=True).fields() == ["strength", "signs"]


@pytest.mark.parametrize(
    ("part", "words"),
    [(Part.CALF, "Which leg was it?"), (Part.FOOT, "Which foot was it?"), (Part.HAND, "Which hand was it?")],
)
def test_the_side_is_asked_of_what_cramped(part: Part, words: str) -> None:
    question = Person(replace(cramp(), side=None, part=part)).to("side").asked.question
    assert question is not None
    assert question.field.words == words


def test_every_answer_has_a_key_of_its_own_that_does_nothing_else_there() -> None:
    person = Person(replace(cramp(), side=None))
    there = (
        actions.DONE, actions.AGAIN, actions.GONE, actions.SKIP, actions.NEXT_QUESTION, actions.SKIP_ALL,
        actions.UNDO_ANSWER, actions.LEAVE_NOW, actions.SIGNS, actions.KEYS,
    )  # fmt: skip
    taken = {key for command in there for key in (*command.keys.split(","), *command.typed)} | {"r"}
    while question := person.asked.question:
        keys = [choice.key for choice in question.choices]
        assert all(key.isdigit() for key in keys)
        assert len(set(keys)) == len(keys)
        assert set(keys[:10]) <= set(ANSWER_KEYS)
        assert not set(keys) & taken
        person.asked.skip()


def test_strength_is_asked_from_1_to_10_and_10_is_0() -> None:
    person = Person(cramp())
    assert person.asked.question is not None
    assert [choice.value for choice in person.asked.question.choices] == list(range(1, 11))
    assert "press 0" in person.asked.question.field.hint
    person.press(TEN)
    assert person.asked.entry.strength == 10


def test_only_signs_that_call_for_help_at_once_or_today_are_asked_about() -> None:
    asked, can_wait = Person(cramp()).signs(), warning_signs()[-1]
    assert set(asked) >= {"breathing", "leg_swollen", *OF_PREGNANCY}
    assert not can_wait.urgent
    assert not set(asked) & {line.key for line in can_wait.lines}
    assert "over_ten_minutes" not in asked, "the clock has measured it"


def test_signs_of_pregnancy_are_asked_only_where_they_can_be_true() -> None:
    everybody = Person(cramp(), pregnancy=False).signs()
    assert not set(everybody) & OF_PREGNANCY
    assert set(everybody) >= {"breathing", "chest_pain", "fit_or_faint", "leg_cold", "leg_swollen"}


@pytest.mark.parametrize(
    ("profile", "counts"),
    [
        (Profile(), False),
        (Profile(frozenset({Tag.CLOT_RISK, Tag.DIABETES})), False),
        (Profile(frozenset({Tag.PREGNANT})), True),
        (Profile(frozenset({Tag.LATE_PREGNANCY})), True),
        (Profile(due_date=TODAY + timedelta(weeks=20)), True),
        (Profile(due_date=TODAY - timedelta(weeks=9)), True),
        (Profile(due_date=TODAY - timedelta(weeks=10)), False),
    ],
)
def test_the_weeks_after_a_birth_count_as_pregnancy_does(profile: Profile, *, counts: bool) -> None:
    assert pregnancy_counts(profile.on(TODAY), TODAY) is counts


def test_every_sign_that_is_asked_about_can_be_ticked() -> None:
    person = Person(cramp())
    asked = person.signs()
    question = person.asked.question
    assert question is not None
    person.press(*(choice.key for choice in question.choices if choice.value))
    assert list(person.asked.entry.signs) == asked


def test_none_of_these_takes_all_ticks_away_and_goes_on() -> None:
    person = Person(cramp()).to("signs")
    person.press("1", "12")
    assert person.told[-1].signs
    person.press(NONE_OF_THESE)
    assert not person.told[-1].signs
    assert person.asked.question is None
    person.asked.undo()
    assert len(person.told[-1].signs) == 2


def test_a_sign_that_calls_for_help_warns_once_for_what_it_calls_for() -> None:
    person = Person(cramp()).to("signs")
    question = person.asked.question
    assert question is not None
    key_of = {choice.value: choice.key for choice in question.choices}
    warned = []
    for sign in ("leg_swollen", "calf_pop", "leg_cold"):  # two of one group, and one of another
        person.press(key_of[sign])
        warned.append(person.asked.warning)
    assert warned == ["leg_swollen", "", "leg_cold"]
    group = group_of("leg_swollen")
    assert group is not None
    assert group.urgent


@pytest.mark.parametrize("pregnancy", [True, False])
def test_the_entry_has_a_field_for_all_that_is_not_asked(*, pregnancy: bool) -> None:
    entry = replace(cramp(), signs=("quiet_baby",))
    fields = {one.id: one for one in entry_fields(entry, lambda: entry.start.local, pregnancy=pregnancy)}
    assert {"start", "side", "part", "relief", "strength", "strength_after", "state", "note"} <= set(fields)
    signs = fields["signs"]
    assert isinstance(signs, TickField)
    hidden = set() if pregnancy else OF_PREGNANCY - {"quiet_baby"}
    assert {choice.value for choice in signs.choices} == set(signs_to_tick()) - hidden
