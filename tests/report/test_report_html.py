"""The page as HTML: one document that needs nothing else, and that nothing in a diary can break out of."""

import re
from collections.abc import Callable
from dataclasses import replace
from functools import partial
from html.parser import HTMLParser
from xml.etree import ElementTree as ET

import pytest

from report_samples import HOSTILE, TODAY, a_huge_diary, a_short_diary, at, before, number, page, practice
from uncramp.domain.diary import CrampEntry, Entry
from uncramp.domain.report import AboutMe
from uncramp.domain.routine import Tag
from uncramp.report.html import as_html
from uncramp.report.layout import tidy
from uncramp.report.text import as_text

VOID = {"meta", "br"}


class Reader(HTMLParser):
    """What a browser would see: elements with their attributes, and words."""

    def __init__(self, text: str) -> None:
        super().__init__()
        self.found: list[tuple[str, dict[str, str | None]]] = []
        self.open: list[str] = []
        self.words = ""
        self.feed(text)
        self.close()

    def handle_starttag(self, tag: str, attrs: list[tuple[str, str | None]]) -> None:
        self.found.append((tag, dict(attrs)))
        if tag not in VOID:
            self.open.append(tag)

    def handle_endtag(self, tag: str) -> None:
        assert self.open.pop() == tag

    def handle_data(self, data: str) -> None:
        if self.open and self.open[-1] != "style":
            self.words += f" {data}"

    @property
    def tags(self) -> set[str]:
        return {tag for tag, _attributes in self.found}


def read(entries: list[Entry]) -> Reader:
    return Reader(as_html(page(entries)))


def notes_of(texts: tuple[str, ...]) -> list[Entry]:
    return [CrampEntry(number(n), at(before(n), 2), note=text) for n, text in enumerate(texts)]


@pytest.mark.parametrize("diary", [a_huge_diary, a_short_diary, list], ids=["huge", "short", "empty"])
def test_it_is_whole_and_needs_nothing_from_elsewhere(diary: Callable[[], list[Entry]]) -> None:
    text = as_html(page(diary()))
    seen = Reader(text)
    assert not seen.open
    assert ("html", {"lang": "en"}) in seen.found
    assert text.startswith("<!DOCTYPE html>")
    assert not seen.tags & {"script", "link", "img", "iframe", "object", "a", "form", "base"}
    loading = {"src", "href", "style", "action", "data", "background"}
    assert not any(loading & set(given) or any(key.startswith("on") for key in given) for _tag, given in seen.found)
    assert "url(" not in text
    assert "@import" not in text
    policy = next(given["content"] for tag, given in seen.found if given.get("http-equiv"))
    assert policy == "default-src 'none'; style-src 'unsafe-inline'"


def test_it_is_made_for_one_sheet_of_a4_in_black_and_white() -> None:
    text = as_html(page(a_short_diary()))
    assert "@page { size: A4 portrait;" in text
    assert 'content: "\\2611"' in text  # a tick: a cross reads as "no"
    style = text.partition("<style>")[2].partition("</style>")[0]
    assert set(re.findall(r"#[0-9a-f]{3,6}\b", style)) == {"#000", "#fff"}


@pytest.mark.parametrize("hostile", HOSTILE)
def test_whatever_is_in_a_diary_is_words_and_nothing_else(hostile: str) -> None:
    plain = read(notes_of(("harmless",)))
    seen = read(notes_of((hostile,)))
    assert seen.tags == plain.tags
    assert tidy(hostile)[:40] in seen.words
    assert not re.search(r"[\x00-\x08\x0b-\x1f\x7f-\x9f\u202a-\u202e\u2066-\u2069]", seen.words)


def test_names_from_a_routine_file_are_words_too() -> None:
    entries: list[Entry] = [
        CrampEntry(number(1), at(TODAY, 2), ended_in='<img src=x onerror="x">'),
        practice(2, TODAY, title="</main><script>"),
    ]
    seen = read(entries)
    assert not seen.tags & {"img", "script"}
    assert "<img src=x" in seen.words
    assert "</main><script>" in seen.words


def test_the_chart_is_well_formed_and_says_in_words_what_it_draws() -> None:
    text = as_html(page(a_short_diary()))
    drawn = ET.fromstring(text[text.index("<svg") : text.index("</svg>") + 6])  # noqa: S314 - our own
    assert drawn.get("role") == "img"
    named = (drawn.get("aria-labelledby") or "").split()
    assert [child.get("id") for child in drawn if child.tag in {"title", "desc"}] == named
    said = drawn.findtext("desc") or ""
    assert said.startswith("From 2026-09-28: cramps 2, days of practice 0.")
    assert said.count("From ") == 8
    columns = [child for child in drawn if child.tag == "rect"]
    assert len([one for one in columns if one.get("class") is None]) == 6  # weeks with cramps
    assert len([one for one in columns if one.get("class") == "hollow"]) == 4  # weeks with practice
    assert any("practice began" in (child.text or "") for child in drawn)


@pytest.mark.parametrize(
    "diary",
    [a_huge_diary, partial(a_huge_diary, 300, 20_000), a_short_diary],
    ids=["year", "decades", "short"],
)
def test_nothing_is_drawn_outside_the_chart(diary: Callable[[], list[Entry]]) -> None:
    text = as_html(page(diary()))
    drawn = ET.fromstring(text[text.index("<svg") : text.index("</svg>") + 6])  # noqa: S314 - our own
    _x, _y, width, height = map(float, (drawn.get("viewBox") or "").split())
    for one in drawn.iter("rect"):
        x, y, wide, high = (float(one.get(key) or "nan") for key in ("x", "y", "width", "height"))
        assert 0 <= x <= x + wide <= width
        assert 0 <= y <= y + high <= height
        assert high > 0
    for one in drawn.iter("text"):
        assert 0 <= float(one.get("x") or "nan") <= width
        assert 0 <= float(one.get("y") or "nan") <= height


def test_it_says_all_that_the_text_says() -> None:
    printed = page(a_short_diary(), about_me=AboutMe((Tag.FLAT_FEET,), 31))
    seen = " ".join(Reader(as_html(printed)).words.split())
    for fact in (*printed.cramps, *printed.practice):
        assert f"{fact.label} {fact.value}" in seen
    for words in (*printed.about, *printed.signs, *printed.latest, *printed.notes, printed.about_me, printed.made_with):
        assert words in seen
    assert "My name and date of birth" in seen
    assert all(blank.label in seen for blank in printed.blanks)
    assert "About me" in as_text(printed)


def test_an_empty_diary_gives_a_page_that_says_so() -> None:
    seen = read([])
    assert "In this time nothing was written down." in seen.words
    assert "My questions" in seen.words
    assert "svg" not in seen.tags
    assert "table" not in seen.tags


def test_the_room_that_is_left_is_given_to_questions() -> None:
    def lines(entries: list[Entry]) -> int:
        return sum(given.get("class") == "line" for _tag, given in read(entries).found)

    crowded = [one for one in a_huge_diary() if isinstance(one, CrampEntry)]
    assert lines([]) > lines([replace(one, note="") for one in crowded]) >= 4


def test_notes_that_have_no_room_are_counted() -> None:
    seen = read(notes_of(tuple(f"note {n}" for n in range(300))))
    shown = seen.words.count(": note ")
    assert shown >= 5
    assert f"There is no room here for {300 - shown} more notes." in seen.words
