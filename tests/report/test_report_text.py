"""The page as text: what stands where, one sheet, 80 columns, whatever is in the diary."""

import re
from collections.abc import Callable
from dataclasses import replace
from datetime import date
from functools import partial

import pytest
import textstat  # type: ignore[import-untyped]
from hypothesis import given
from hypothesis import strategies as st

from report_samples import (
    HOSTILE,
    TODAY,
    a_huge_diary,
    a_short_diary,
    at,
    before,
    counted,
    number,
    page,
    practice,
)
from uncramp.domain.diary import CrampEntry, Entry
from uncramp.domain.report import AboutMe
from uncramp.domain.routine import Tag
from uncramp.report.layout import cells, choose, cut, lines_of, tidy, wrap
from uncramp.report.page import ReportPage, page_of
from uncramp.report.text import LINES, as_text
from uncramp.words.signs import known_signs, signs_to_tick

EVERYTHING = AboutMe(tuple(Tag), 31, TODAY)
COLUMNS = 80
ONE_SIGN_A_CRAMP = [CrampEntry(number(n), at(before(n), 2), signs=(key,)) for n, key in enumerate(signs_to_tick())]


def whole(text: str) -> str:
    """The words of a page without the breaks of its lines."""
    return " ".join(text.replace("|", " ").split())


def test_a_short_diary_tells_all_that_a_doctor_asks_first() -> None:
    told = whole(as_text(page(a_short_diary())))
    for fact in (
        "LEG CRAMPS: SELF-REPORTED",
        "from 2026-10-02 to 2026-11-22 (52 days). Made on 2026-11-22.",
        "[x] 1×, newest night 11/12 Oct: Cramps that spoil your sleep.",
        "How often 10 cramps, on 10 nights of 52; 1.3 a week",
        "Where calf 10",
        "Side left 5, right 5",
        "Doing what sleeping 10",
        "Eased after half by 2 min 10 s (median), longest 3 min 40 s; over 10 min: 0",
        "Pain, 0 to 10 half up to 6 (median), most 8; then 2",
        "Eased by step Pull your toes toward you 10",
        "from 2026-09-28 2 2 2 2 0 0 1 1",
        "MY LAST 10 CRAMPS, THE NEWEST FIRST, AND WHAT EASED THEM night 17/18 Nov, 03:10: right calf;",
        "night 9/10 Nov, 03:10: left calf; 3:20 min; pain 7; Pull your toes toward you",
        "night 11/12 Oct (right calf): It woke me, and was sore all day.",
        "on 14 days of 52, 14 sessions; broken off: 0",
        "Does it help? No clear change so far. It may be chance.",
        "Medicines, vitamins and minerals that I take, and how much ____",
        "When the cramps began, other illness, cramps in my family ____",
        "My questions ____",
        "from my own diary. A night goes from noon to noon.",
    ):
        assert fact in told


def test_warning_signs_are_first_and_in_a_box() -> None:
    lines = as_text(page(a_short_diary())).splitlines()
    box = [nth for nth, line in enumerate(lines) if re.fullmatch(r"\+-+\+", line)]
    assert len(box) == 2
    assert lines[box[0] + 1].startswith("| WARNING SIGNS")
    assert all(line.startswith("| ") and line.endswith(" |") for line in lines[box[0] + 1 : box[1]])
    assert box[1] < lines.index("CRAMPS") < lines.index("PRACTICE") < lines.index("TO FILL IN BY HAND")


def test_the_times_of_the_night_stand_under_their_hours() -> None:
    lines = as_text(page(a_short_diary())).splitlines()
    heads = next(line for line in lines if "By the clock" in line)
    numbers = lines[lines.index(heads) + 1]
    end = heads.index("3-6 h") + len("3-6 h")
    assert numbers[:end].endswith("10")
    assert sum(map(int, numbers.split())) == 10


def test_an_empty_diary_gives_a_page_that_says_so_and_can_be_filled_in() -> None:
    told = as_text(page([]))
    assert "In this time nothing was written down." in told
    assert "None was noted. That does not mean that there was none." in told
    assert "My questions ___" in told
    assert "CRAMPS\n" not in told


def test_practice_alone_gives_a_page_that_says_that_there_was_no_cramp() -> None:
    told = as_text(page([practice(1, TODAY)]))
    assert "In this time no cramp was written down." in told
    assert "PRACTICE" in told


def test_cramps_alone_give_a_page_that_says_that_there_was_no_practice() -> None:
    told = whole(as_text(page([CrampEntry(number(1), at(TODAY, 2))])))
    assert "PRACTICE How often none in this time Does it help? You have not begun" in told
    assert "Eased after not said" in told
    assert "Pain, 0 to 10 not said" in told


def test_about_me_is_there_when_asked_for_and_only_then() -> None:
    assert "About me" not in as_text(page(a_short_diary()))
    told = whole(as_text(page(a_short_diary(), about_me=EVERYTHING)))
    assert "About me pregnant, week 31, clot risk" in told
    assert told.count("pregnan") == 1  # neither the tag nor a stage says it again
    assert "nothing said" in as_text(page([], about_me=AboutMe(())))


def test_older_entries_are_not_silently_left_out() -> None:
    assert "The diary has 8 older entries, which are not counted here." in as_text(
        page(a_short_diary(), since=before(28))
    )


@pytest.mark.parametrize("about_me", [None, EVERYTHING])
@pytest.mark.parametrize("since", [None, before(360)])
@pytest.mark.parametrize(
    "diary",
    [
        a_huge_diary,
        partial(a_huge_diary, 3_000, 20_000),
        a_short_diary,
        list,
        partial(list, ONE_SIGN_A_CRAMP),
    ],
    ids=["year", "decades", "short", "empty", "signs"],
)
def test_it_is_one_sheet_of_80_columns(
    diary: Callable[[], list[Entry]], since: date | None, about_me: AboutMe | None
) -> None:
    entries = diary()
    told = as_text(page(entries, since=since if entries else None, about_me=about_me))
    assert len(told.splitlines()) <= LINES
    assert max(map(cells, told.splitlines())) <= COLUMNS


def test_the_last_ten_cramps_stand_one_a_line_whatever_is_known_of_them() -> None:
    cramps: list[Entry] = [CrampEntry(number(n), at(before(n), 14)) for n in range(15)]
    cramps += [CrampEntry(number(99), at(TODAY, 16), ended_in="Walk " * 30)]
    lines = as_text(page(cramps)).splitlines()
    first = lines.index("MY LAST 10 CRAMPS, THE NEWEST FIRST, AND WHAT EASED THEM") + 1
    assert lines[first].startswith("Sun 22 Nov 16:00: Walk Walk")
    assert lines[first].endswith("…")
    assert lines[first + 1 : first + 3] == [
        "Sun 22 Nov 14:00: no more is noted",
        "Sat 21 Nov 14:00: no more is noted",
    ]
    assert lines[first + 9].startswith("Sat 14 Nov")
    assert lines[first + 10] == ""


def test_every_sign_that_a_diary_may_hold_is_told_in_words() -> None:
    for key, sign in known_signs().items():
        told = whole(as_text(page([CrampEntry(number(1), at(TODAY, 2), signs=(key,))])))
        assert f"[x] 1×, newest night 21/22 Nov: {sign.words}" in told


def test_of_very_many_signs_those_that_can_wait_are_told_by_their_names() -> None:
    told = whole(as_text(page([*ONE_SIGN_A_CRAMP])))
    known = list(signs_to_tick().values())
    lines = [sign for sign in known if sign.words in told]
    assert lines == known[:11]
    names = ", ".join(sign.key.replace("_", " ") for sign in known[11:])
    assert f"[x] {len(known) - 11} more: {names} +" in told


def test_signs_of_another_version_are_counted() -> None:
    keys = tuple(f"made_up_{n}" for n in range(40))
    told = whole(as_text(page([CrampEntry(number(1), at(TODAY, 2), signs=keys)])))
    assert "[x] 40 more: made up 0, made up 1" in told


def test_nothing_from_a_diary_steers_a_terminal() -> None:
    told = as_text(page([replace(one, signs=()) for one in a_huge_diary() if isinstance(one, CrampEntry)]))
    assert not re.search(r"[\x00-\x09\x0b-\x1f\x7f-\x9f\u202a-\u202e\u2066-\u2069\u2028\u2029]", told)


def test_notes_that_have_no_room_are_counted_and_so_are_those_cut_short() -> None:
    cramps: list[Entry] = [
        CrampEntry(number(n), at(before(n), 2), note=("word " * 300) if n % 2 else f"short {n}") for n in range(99)
    ]
    lines = as_text(page(cramps)).splitlines()
    told = whole("\n".join(lines))
    assert len(lines) <= LINES
    left = re.search(r"There is no room here for (\d+) more notes. (\d+) notes are cut short", told)
    assert left
    shown = [line for line in lines if re.match(r"  night [^,:]*: (word|short)", line)]
    assert len(shown) + int(left[1]) == 99
    assert sum(line.endswith("…") for line in lines) == int(left[2])


@given(st.lists(st.one_of(st.text(max_size=400), st.sampled_from(HOSTILE)), max_size=30), st.integers(0, 40))
def test_notes_never_take_more_lines_than_there_are(texts: list[str], room: int) -> None:
    notes = [tidy(text) or "-" for text in texts]
    width = 60
    chosen = choose(notes, room, width)
    used = sum(lines_of(note, width) for note in chosen.shown)
    used += lines_of(chosen.rest, width) if chosen.rest else 0
    assert used <= max(room, 3 if notes else 0)
    assert len(chosen.shown) + chosen.left_out == len(notes)
    assert chosen.shortened == sum(one != note for one, note in zip(chosen.shown, notes, strict=False))


@given(st.text(max_size=200), st.integers(4, 60))
def test_lines_are_never_wider_than_asked_and_hold_every_word(text: str, width: int) -> None:
    lines = list(wrap(tidy(text), width, "* ", "  "))
    assert all(cells(line) <= width for line in lines)
    assert "".join("".join(lines).split()) == "".join(f"*{tidy(text)}".split())


@given(st.text(max_size=200), st.integers(3, 60))
def test_what_is_cut_says_so_and_has_the_room(text: str, room: int) -> None:
    short = cut(text, room)
    assert cells(short) <= room
    assert short == text or short.endswith("…")


def words_of(printed: ReportPage) -> str:
    """The words of a page that a person reads as sentences."""
    working = next(fact.value for fact in printed.practice if "help" in fact.label)
    blanks = ". ".join(blank.label for blank in printed.blanks)
    return " ".join((*printed.about[1:], printed.signs_note, working, printed.made_with, blanks))


def test_the_words_read_easily() -> None:
    told = words_of(page_of(counted(a_short_diary(), since=before(40))))
    grade = max(textstat.flesch_kincaid_grade(told), textstat.automated_readability_index(told))
    assert grade <= 6, f"{grade}: {told}"
