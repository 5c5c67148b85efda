"""What each answer about oneself makes of the profile, on a day that is told."""

from dataclasses import replace
from datetime import date, timedelta
from pathlib import Path
from typing import TypeVar

import pytest

from uncramp.domain.profile import Profile, SoundPreference, Theme
from uncramp.domain.routine import Side, Tag
from uncramp.files.disk import NotSavedError
from uncramp.files.profile import PROFILE
from uncramp.guidance.draft import Draft
from uncramp.guidance.form import ChoiceField, Edit, FormField, TextField
from uncramp.guidance.profile_form import profile_groups
from uncramp.words.diary import day_words

TODAY = date(2026, 11, 22)
Q = TypeVar("Q")


def by_id(today: date = TODAY) -> dict[str, FormField]:
    return {one.id: one for group in profile_groups(today) for one in group.fields}


def question(id_: str, kind: type[Q], today: date = TODAY) -> Q:
    found = by_id(today)[id_]
    assert isinstance(found, kind)
    return found


PREGNANT = question("pregnant", ChoiceField)
DUE = question("due_date", TextField)
CLOT = question("clot_risk", ChoiceField)
CLOT_DAY = question("clot_risk_until", TextField)
IN_SIX_WEEKS = date(2027, 1, 3)


def due_in(days: int, *tags: Tag) -> Profile:
    return Profile(frozenset(tags), due_date=TODAY + timedelta(days)).on(TODAY)


def made(edit: Edit[Profile]) -> Profile:
    assert edit.value is not None, edit.told
    return edit.value.on(TODAY)


def test_every_key_and_every_tag_that_is_said_has_its_question() -> None:
    derived = {Tag.LATE_PREGNANCY, Tag.FROM_WEEK_16}
    keys = {key.name for key in PROFILE.keys} - {"tags", "week", "week_on", "keys"}
    keys -= {"plan"}  # it has a page of its own; keys are for the file
    assert set(by_id()) == keys | {tag.value for tag in Tag if tag not in derived}


def test_every_question_says_why_it_is_asked() -> None:
    for group in profile_groups(TODAY):
        for question in group.fields:
            assert question.words.endswith("?")
            assert question.hint.endswith(".")


@pytest.mark.parametrize(
    "tag", [tag for tag in Tag if tag.value in by_id() and tag not in (Tag.PREGNANT, Tag.CLOT_RISK)]
)
def test_a_tag_is_yes_or_no(tag: Tag) -> None:
    asked = question(tag.value, ChoiceField)
    person = made(asked.step(Profile()))
    assert person == Profile(frozenset({tag}))
    assert asked.answer(person) == "yes"
    assert asked.step(person) == Edit(Profile())


def test_what_the_calendar_derives_is_not_answered_away() -> None:
    person, seen = due_in(-50), []
    for _ in range(3):
        seen.append(CLOT.answer(person))
        edit = CLOT.step(person)
        person = made(edit)
        assert Tag.CLOT_RISK in person.all_tags()
    assert seen == ["yes, by your due date", "yes, always", "yes, until Sun 3 Jan 2027"]
    assert person == due_in(-50)
    assert "due date" in edit.told


def test_a_clot_risk_is_for_good_or_for_a_while() -> None:
    good = made(CLOT.step(Profile()))
    assert good == Profile(frozenset({Tag.CLOT_RISK}))
    assert CLOT.answer(good) == "yes, always"
    edit = CLOT.step(good)
    assert made(edit) == Profile(clot_risk_until=IN_SIX_WEEKS).on(TODAY)
    assert "Sun 3 Jan 2027" in edit.told
    assert CLOT.answer(made(edit)) == "yes, until Sun 3 Jan 2027"
    assert CLOT.step(made(edit)) == Edit(Profile(derived=frozenset({Tag.CLOT_RISK})))


@pytest.mark.parametrize(
    ("text", "until"),
    [
        ("2026-11-22", "2027-01-03"),
        ("2026-11-01", "2026-12-13"),
        ("2026-10-11", "2026-11-22"),
        ("2027-05-01", "2027-06-12"),
        ("surgery 2026-11-01", "2027-01-30"),
        ("Surgery  2026-08-24", "2026-11-22"),
        ("until 2026-11-22", "2026-11-22"),
        ("until 2027-01-07", "2027-01-07"),
    ],
)
def test_the_day_that_it_happened_is_said_back_as_the_last_day(text: str, until: str) -> None:
    edit = CLOT_DAY.typed(Profile(), text)
    person = made(edit)
    assert person.clot_risk_until == date.fromisoformat(until)
    said = day_words(date.fromisoformat(until), date.min)
    assert CLOT_DAY.answer(person) == f"until {said}"
    assert CLOT.answer(person) == f"yes, until {said}"
    assert said in edit.told
    assert CLOT_DAY.typed(person, CLOT_DAY.text(person)) == Edit(person)


@pytest.mark.parametrize(
    ("text", "told"),
    [
        ("2026-10-10", "Then it ended on Sat 21 Nov 2026."),
        ("surgery 2026-08-23", "Then it ended on Sat 21 Nov 2026."),
        ("until 2026-11-21", "Then it ended on Sat 21 Nov 2026."),
        ("2027-11-23", "more than a year ahead"),
        ("until 2099-01-01", "more than a year ahead"),
        ("2026-02-30", "There is no day '2026-02-30'"),
        ("surgery", "Write the day"),
        ("until soon", "is no date"),
        ("birth 2026-11-01", "is no date"),
        ("[b]", "'[b]' is no date"),
    ],
)
def test_a_wrong_or_odd_day_changes_nothing_and_says_why(text: str, told: str) -> None:
    edit = CLOT_DAY.typed(Profile(), text)
    assert edit.value is None
    assert told in edit.told


def test_a_day_does_not_undo_a_clot_risk_for_good() -> None:
    edit = CLOT_DAY.typed(Profile(frozenset({Tag.CLOT_RISK})), "2026-11-22")
    assert edit.value is None
    assert "always" in edit.told


def test_a_clot_risk_that_has_lapsed_says_so_and_can_be_taken_out() -> None:
    person = Profile(clot_risk_until=TODAY - timedelta(1)).on(TODAY)
    assert CLOT.answer(person) == "no"
    assert CLOT_DAY.answer(person) == "Sat 21 Nov 2026, over"
    assert made(CLOT_DAY.typed(person, "")) == Profile()


def test_sound_has_four_states_in_four_words() -> None:
    asked = question("sound", ChoiceField)
    person, seen = Profile(), []
    for _ in range(4):
        seen.append(asked.answer(person))
        person = made(asked.step(person))
    assert seen == ["as usual", "off", "tones", "voice"]
    assert person == Profile()


def test_choices_go_round_both_ways() -> None:
    asked = question("usual_side", ChoiceField)
    person, seen = Profile(), []
    for _ in range(3):
        person = made(asked.step(person))
        seen.append(person.usual_side)
    assert seen == [Side.LEFT, Side.RIGHT, None]
    assert made(asked.step(person, -1)).usual_side is Side.RIGHT


def test_a_time_that_only_a_file_can_say_is_shown() -> None:
    asked = question("get_ready", ChoiceField)
    person = Profile(get_ready=20)
    assert asked.answer(person) == "20 seconds"
    assert made(asked.step(person)).get_ready is None


@pytest.mark.parametrize(
    ("text", "answer", "week"),
    [
        ("24", "week 24 today", 24),
        ("2026-11-23", "Mon 23 Nov 2026, week 39 today", 39),
        ("2026-11-01", "Sun 1 Nov 2026, past the due date", None),
        ("2026-10-01", "Thu 1 Oct 2026, over", None),
        ("week 31", "week 31 today", 31),
        ("30+2", "week 30 today", 30),
        ("30 weeks 6 days", "week 30 today", 30),
        ("17/40", "week 17 today", 17),
        ("1.3.2027", "Mon 1 Mar 2027, week 25 today", 25),
        ("1 March", "Mon 1 Mar 2027, week 25 today", 25),
        ("Mar 1st 2027", "Mon 1 Mar 2027, week 25 today", 25),
    ],
)
def test_a_due_date_or_a_week_is_said_in_words(text: str, answer: str, week: int | None) -> None:
    person = made(DUE.typed(Profile(), text))
    assert DUE.answer(person) == answer
    assert person.pregnancy
    assert week is None or person.pregnancy.week_on(TODAY) == week


def test_a_week_is_kept_with_its_day_and_shown_as_it_is_now() -> None:
    person = made(DUE.typed(due_in(10), "24"))
    assert (person.week, person.week_on, person.due_date) == (24, TODAY, None)
    later = TODAY + timedelta(14)
    assert question("due_date", TextField, later).answer(person) == "week 26 today"
    assert question("due_date", TextField, later).text(person) == "26"


def test_the_days_of_a_week_count_and_are_shown_again() -> None:
    person = made(DUE.typed(Profile(), "30+2"))
    assert person.week_on == TODAY - timedelta(2)
    assert DUE.text(person) == "30+2"
    in_five_days = TODAY + timedelta(5)
    assert question("due_date", TextField, in_five_days).text(person) == "31"
    assert DUE.typed(person, "30+2") == Edit(person)


def test_a_date_that_can_be_one_of_two_names_both() -> None:
    edit = DUE.typed(Profile(), "2/3/2027")
    assert edit.value is None
    assert "2027-03-02 or 2027-02-03" in edit.told


def test_what_is_neither_says_that_a_week_is_allowed() -> None:
    assert "the week, such as 24 or 30+2" in DUE.typed(Profile(), "soon").told


@pytest.mark.parametrize(
    ("text", "until"), [("1.11.2026", "2026-12-13"), ("3 weeks ago", "2026-12-13"), ("surgery yesterday", "2027-02-19"),
                        ("5 Nov", "2026-12-17")],
)  # fmt: skip
def test_the_day_of_a_clot_risk_is_understood_as_people_say_it(text: str, until: str) -> None:
    assert made(CLOT_DAY.typed(Profile(), text)).clot_risk_until == date.fromisoformat(until)


@pytest.mark.parametrize("text", ["43", "0", "2072-01-01", "2027-13-01", "next May", "[b]", "1:30", "٢٤", "24.5"])
def test_what_is_no_date_and_no_week_changes_nothing(text: str) -> None:
    edit = DUE.typed(due_in(100), text)
    assert edit.value is None
    assert not edit.told[0].islower()
    assert len(edit.told) < 110


def test_a_date_says_whether_somebody_is_pregnant_and_no_tag_outlasts_it() -> None:
    person = made(DUE.typed(Profile(frozenset({Tag.PREGNANT, Tag.DIABETES})), "2026-12-24"))
    assert person.tags == {Tag.DIABETES}
    assert PREGNANT.answer(person) == "yes"
    after = person.on(date(2027, 2, 10))  # seven weeks later
    assert question("pregnant", ChoiceField, date(2027, 2, 10)).answer(after) == "no"
    assert Tag.CLOT_RISK in after.all_tags()


def test_who_takes_the_date_out_stays_pregnant_until_they_say_no() -> None:
    assert made(DUE.typed(due_in(100), "")).tags == {Tag.PREGNANT}
    assert made(DUE.typed(due_in(-100), "")) == Profile()


def test_no_longer_pregnant_takes_the_date_out_and_leaves_the_clot_risk_of_a_birth_for_six_weeks() -> None:
    early = PREGNANT.step(due_in(200, Tag.FLAT_FEET))
    assert made(early) == Profile(frozenset({Tag.FLAT_FEET}))
    assert "clot" in early.told
    for days in (20, -5):
        edit = PREGNANT.step(due_in(days))
        assert made(edit) == Profile(clot_risk_until=IN_SIX_WEEKS).on(TODAY)
        assert "clot risk is now yes until sun 3 jan 2027" in edit.told.lower()


def test_no_longer_pregnant_shortens_no_clot_risk() -> None:
    good = PREGNANT.step(due_in(20, Tag.CLOT_RISK))
    assert made(good) == Profile(frozenset({Tag.CLOT_RISK}))
    later = replace(due_in(20), clot_risk_until=date(2027, 2, 1))
    assert made(PREGNANT.step(later)).clot_risk_until == date(2027, 2, 1)


def test_after_a_birth_a_no_leaves_the_date_that_holds_the_clot_risk() -> None:
    person = due_in(-50, Tag.PREGNANT)
    assert made(PREGNANT.step(person)) == due_in(-50)


def test_a_number_can_be_taken_out_and_a_wrong_one_is_refused() -> None:
    asked = question("doctor_number", TextField)
    person = made(asked.typed(Profile(), " +44  20 "))
    assert person.doctor_number == "+44 20"
    assert made(asked.typed(person, "")) == Profile()
    assert made(asked.typed(person, "020 7946 0000 ext 12")).doctor_number == "020 7946 0000 ext 12"
    for text in ("1", "ask [b]Ann[/b]", "1" * 31):
        assert asked.typed(person, text).value is None


def test_times_are_typed_as_people_say_them_and_can_be_taken_out() -> None:
    asked = question("times", TextField)
    person = made(asked.typed(Profile(), "8:00 & 8.30pm"))
    assert (asked.answer(person), asked.text(person)) == ("08:00, 20:30", "08:00, 20:30")
    assert made(asked.typed(person, "")) == Profile()
    assert asked.typed(person, "8").told == "'8' can be either: write 08:00 or 20:00"


@pytest.fixture
def path(tmp_path: Path) -> Path:
    return tmp_path / "profile.yaml"


def day(person: Profile) -> Edit[Profile]:
    return Edit(replace(person, theme=Theme.DAY))


def test_undo_brings_the_file_back_to_the_letter(path: Path) -> None:
    text = "# mine\n{theme: night}  # always\n"
    path.write_text(text)
    draft = Draft(path, TODAY)
    draft.edit(day)
    assert "# mine # always" in "".join(draft.told)
    draft.undo()
    assert path.read_text() == text
    assert (draft.profile.theme, draft.can_undo, draft.unsaved) == (Theme.NIGHT, False, False)


def test_undo_leaves_alone_what_somebody_else_wrote_since(path: Path) -> None:
    path.write_text("theme: night\n")
    draft = Draft(path, TODAY)
    draft.edit(day)
    path.write_text("theme: day  # by hand\n")
    draft.undo()
    assert path.read_text() == "theme: night  # by hand\n"


def test_a_file_that_was_changed_elsewhere_is_read_before_anything_is_written(path: Path) -> None:
    path.write_text("theme: night\n")
    draft = Draft(path, TODAY)
    path.write_text("sound: on\n")
    assert draft.edit(day).value is None
    assert "changed elsewhere" in draft.told[0]
    assert draft.profile == Profile(sound=SoundPreference.TONES)
    draft.edit(day)
    assert path.read_text() == "sound: on\ntheme: day\n"


def test_what_could_not_be_saved_is_saved_with_the_next_answer(path: Path, monkeypatch: pytest.MonkeyPatch) -> None:
    def full(path: Path, _data: bytes) -> None:
        raise NotSavedError(path, "the disk is full")

    path.write_text("sound: on\n")
    draft = Draft(path, TODAY)
    with monkeypatch.context() as patch:
        patch.setattr("uncramp.files.profile_saving.write_whole", full)
        draft.edit(day)
        assert (draft.unsaved, draft.changed, draft.profile.theme) == (True, False, Theme.DAY)
        draft.undo()
        assert not draft.unsaved
        draft.edit(day)
    draft.edit(lambda person: Edit(replace(person, get_ready=5)))
    assert path.read_text() == "sound: on\nget_ready: 5s\ntheme: day\n"
    draft.undo()
    assert path.read_text() == "sound: on\ntheme: day\n"
