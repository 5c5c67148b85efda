"""The card for the bedside: the right words for each person, and one sheet."""

import re
from base64 import b64decode
from datetime import date
from pathlib import Path
from xml.etree import ElementTree as ET

import pytest

from chromium import CHROMIUM, printed
from uncramp.cli.main import main

PEOPLE = {
    "nobody": "",
    "week 30": f"tags: [pregnant]\nweek: 30\nweek_on: {date.today()}\nmidwife_number: 020 7946 0001\n",  # noqa: DTZ011
    "clots": "tags: [varicose_veins, clot_risk]\ndoctor_number: 020 7946 0000\n",
}
A4 = (595, 842)


@pytest.fixture(params=PEOPLE)
def person(request: pytest.FixtureRequest, own_home: Path) -> str:
    who = str(request.param)
    if PEOPLE[who]:
        (own_home / "profile.yaml").write_text(PEOPLE[who])
    return who


def told(capsys: pytest.CaptureFixture[str], *arguments: str) -> str:
    assert main(["card", *arguments]) == 0
    return " ".join(capsys.readouterr().out.split())


def page(path: Path, *routines: str) -> str:
    assert main(["card", *routines, "-o", str(path)]) == 0
    return path.read_text(encoding="utf-8")


def test_as_text_it_has_the_steps_the_signs_and_tonights_list_for_this_person(
    person: str, capsys: pytest.CaptureFixture[str]
) -> None:
    words = told(capsys)
    assert "oes up 30 seconds, ease off 10 seconds, until it stops, 5 times at most" in words
    assert "Yes, or not sure: This may be a blood clot. Do not rub. Call " in words
    assert "Sudden trouble breathing" in words
    assert "Tonight, by the bed: - a towel or a strap - firm shoes" in words
    assert "press w" not in words
    assert "press Enter" not in words
    assert ("Rub the calf. Gently" in words) is (person != "clots")
    assert ("Skipped “Rub the calf”. Your risk of a clot is raised. No rubbing." in words) is (person == "clots")
    assert "over them" not in words  # one reason is enough, and this one would follow nothing
    assert ("Week 30: late in pregnancy." in words) is (person == "week 30")
    assert ("Loop a towel round your foot." in words) is (person == "week 30")
    assert ("020 7946 0001" in words, "020 7946 0000" in words) == (person == "week 30", person == "clots")


def test_a_key_of_ones_own_is_none_on_paper(own_home: Path, capsys: pytest.CaptureFixture[str]) -> None:
    (own_home / "profile.yaml").write_text("keys: {worse: x}\n")
    assert "If it keeps getting worse, stop, and look at the signs below." in told(capsys)


def test_it_says_once_for_whom_it_was_made(own_home: Path, capsys: pytest.CaptureFixture[str]) -> None:
    (own_home / "profile.yaml").write_text("tags: [late_pregnancy, diabetes]\n")
    assert "for you: diabetes, late pregnancy." in told(capsys)


def test_of_another_routine_it_has_the_doses_and_nothing_for_the_night(capsys: pytest.CaptureFixture[str]) -> None:
    words = told(capsys, "daily-calf-full")
    assert "rise 2 seconds, stay 1 second, lower 2 seconds, 2 × 10 times, rest 30 seconds between" in words
    assert "10 seconds, 3 times, on each side" in words
    assert "Tonight" not in words


def test_both_answers_of_a_question_that_chooses_lead_to_their_steps(capsys: pytest.CaptureFixture[str]) -> None:
    words = told(capsys, "cramp-thigh")
    assert "Front: heel to your buttock: " in words
    assert "Back: leg straight, toes up: Sit. Leg straight, toes up." in words


def test_the_page_needs_nothing_else_and_shows_both_poses_in_greys(tmp_path: Path) -> None:
    text = page(tmp_path / "card.html")
    loaded = re.findall(r'(?:src|href)="([^"]*)"', text)
    assert loaded
    assert all(one.startswith("data:image/svg+xml;base64,") for one in loaded)
    assert "<script" not in text
    first, second = (b64decode(one.partition(",")[2]).decode() for one in loaded[:2])
    assert first != second
    assert "prefers-color-scheme" not in first
    assert ET.fromstring(first).tag.endswith("svg")  # noqa: S314 - our own drawing
    sizes = [float(size) for size in re.findall(r"font(?:-size)?: ([\d.]+)pt", text)]
    assert min(sizes) >= 14


def test_a_number_to_call_stands_on_one_line(person: str, tmp_path: Path) -> None:
    text = page(tmp_path / "card.html")
    assert ("020&nbsp;7946&nbsp;000" in text) is (person != "nobody")
    assert "020 7946" not in text


@pytest.mark.parametrize("name", ["card.txt", "diary.db", "card"])
def test_it_takes_the_place_of_nothing_but_a_page(
    name: str, tmp_path: Path, capsys: pytest.CaptureFixture[str]
) -> None:
    path = tmp_path / name
    path.write_text("mine")
    assert main(["card", "-o", str(path)]) == 2
    assert "has to end in .html" in capsys.readouterr().err
    assert path.read_text() == "mine"


def test_what_a_file_says_is_shown_as_text(own_home: Path, tmp_path: Path) -> None:
    (own_home / "routines").mkdir()
    (own_home / "routines" / "odd.yaml").write_text(
        "title: <b>A & B</b>\npurpose: daily\nfor: calf\n"
        'steps: [{name: "<i>", say: "<script>x</script>", moves: ["<u> 5s"], figure: seated-toe-pull}]\n'
    )
    text = page(tmp_path / "odd.html", "odd")
    assert "&lt;b&gt;A &amp; B&lt;/b&gt;" in text
    assert "<script" not in text
    assert "<u>" not in text


def test_what_has_no_room_on_a_sheet_is_said_to_be_left_out(tmp_path: Path) -> None:
    words = "There is no room here for all of it. The rest: uncramp card {name}"
    assert words.format(name="cramp-calf") in page(tmp_path / "card.html")  # its signs fill the sheet
    assert "no room" not in page(tmp_path / "stretch.html", "bedtime")


@pytest.mark.skipif(CHROMIUM is None, reason="there is no Chromium here")
def test_each_routine_prints_on_one_sheet_for_each_person(own_home: Path, tmp_path: Path) -> None:
    names = ("cramp-calf", "cramp-thigh", "daily-calf-full", "foot-exercises")
    sheets = ""
    for profile in PEOPLE.values():
        (own_home / "profile.yaml").write_text(profile or "{}")
        before, first, more = page(tmp_path / "card.html", *names).partition("<main>")
        sheets += first + more.partition("</body>")[0]
    narrow, wide = 'Arial, Helvetica, "Liberation Sans"', '"DejaVu Sans"'
    assert narrow in before
    for font in (narrow, wide):
        html = before.replace(narrow, font) + sheets
        assert printed(html, tmp_path) == (len(names) * len(PEOPLE), A4)  # in one go: a browser starts slowly
