"""Several people on one machine: each has a profile, routines and a diary of their own, and nobody's by a slip."""

from dataclasses import replace
from pathlib import Path

import pytest
from hypothesis import given
from hypothesis import strategies as st

from app_driver import DAY, AppDriver
from uncramp.cli.main import main
from uncramp.paths import PersonNameError, config_folder, diary_folder, folder_of, people
from uncramp.terminal.first_words import without_person

HOSTILE = ["", "  ", "../x", "a/b", "a\\b", ".", "..", "a.b", "C:", "con", "NUL", "Com1", "x" * 41, "ma\u202eria", "-x", "1st",
           "a\x1b[2Jb", "~", "a*", "\u200e"]  # fmt: skip


@pytest.mark.parametrize("name", HOSTILE)
def test_what_can_be_no_name_is_refused_and_makes_nothing(
    name: str, own_home: Path, capsys: pytest.CaptureFixture[str]
) -> None:
    assert main(["--as", name, "profile"]) == 2
    told = capsys.readouterr().err
    assert "name" in told
    assert told.rstrip("\n").isprintable()
    assert list(own_home.iterdir()) == []


@given(st.text(max_size=60))
def test_a_name_is_one_plain_folder_or_none(name: str) -> None:
    try:
        folder = folder_of(name)
    except PersonNameError:
        return
    assert Path(folder).name == folder
    assert folder_of(folder) == folder
    assert folder_of(name.upper().lower()) == folder_of(name.lower())


def test_one_person_is_the_same_however_the_name_is_written() -> None:
    assert folder_of("Maria") == folder_of(" mARIA ") == "maria"
    assert folder_of("Anna  Lena") == folder_of("anna-lena")
    assert folder_of("Zoë") == folder_of("ZOE\u0308")


@pytest.mark.parametrize(
    ("typed", "rest", "name"),
    [
        (["--as", "Maria", "now"], ["now"], "Maria"),
        (["now", "--as=Maria", "--standing"], ["now", "--standing"], "Maria"),
        (["diary", "list"], ["diary", "list"], None),
        (["now", "--as"], ["now"], ""),
        (["run", "--", "--as"], ["run", "--", "--as"], None),
    ],
)
def test_the_name_stands_anywhere(typed: list[str], rest: list[str], name: str | None) -> None:
    assert without_person(typed) == (rest, name)


def test_each_has_a_diary_of_their_own_and_erases_only_that(capsys: pytest.CaptureFixture[str]) -> None:
    for who, when in (
        ([], "yesterday 3:10"),
        (["--as", "Maria"], "yesterday 2:20"),
        (["--as", "tom"], "yesterday 1:30"),
    ):
        assert main([*who, "diary", "add", when]) == 0
        if not who:  # what the next ones set stays for this run
            mine = diary_folder()
    assert people() == ("maria", "tom")
    told = capsys.readouterr().err
    assert "New here: Maria." in told
    assert "Others here: maria." in told

    assert main(["--as", "MARIA", "diary", "list"]) == 0
    shown = capsys.readouterr()
    assert "For MARIA." in shown.err
    assert ("2:20" in shown.out, "3:10" in shown.out) == (True, False)

    assert main(["--as", "maria", "diary", "erase", "--yes"]) == 0
    assert not diary_folder().exists()
    assert (mine / "diary.db").exists()
    assert main(["--as", "tom", "report"]) == 0
    assert "Of tom." in capsys.readouterr().out


def test_looking_makes_nothing_and_a_new_name_is_said(own_home: Path, capsys: pytest.CaptureFixture[str]) -> None:
    (own_home / "people" / "anna").mkdir(parents=True)
    assert main(["profile", "--as", "Ana"]) == 0
    shown = capsys.readouterr()
    assert "New here: Ana. What you do from now on is kept under this name. Others here: anna." in shown.err
    assert "People here: anna." in shown.out
    assert [one.name for one in (own_home / "people").iterdir()] == ["anna"]
    assert config_folder() == own_home / "people" / "ana"


@pytest.mark.usefixtures("instant_clock")
def test_help_goes_on_under_a_name_that_can_be_none(own_home: Path, capsys: pytest.CaptureFixture[str]) -> None:
    assert main(["--as", "../x", "now"]) == 0
    shown = capsys.readouterr()
    assert "Loop a towel round your foot. Pull it slowly." in shown.out
    assert "This can't be a name here" in shown.err
    assert list(own_home.iterdir()) == []


async def test_home_says_whose_it_is() -> None:
    driver = AppDriver(DAY)
    driver.context = replace(driver.context, who="Maria")
    async with driver.running(None) as hand:
        assert "uncramp for Maria: help for leg cramps" in hand.words()
        await hand.press("d")
        assert "Diary of Maria" in hand.words()
