"""`uncramp profile` says in plain words what is known of the person, where it stands, and what is wrong in it."""

from datetime import UTC, date, datetime, time, timedelta
from pathlib import Path

import pytest

from uncramp.cli.main import main
from uncramp.domain.pregnancy import PregnancyStage
from uncramp.domain.profile import ProfileNotice
from uncramp.words.profile import notice_words, stage_words

TODAY = date(2026, 3, 8)


@pytest.fixture
def path(own_home: Path, monkeypatch: pytest.MonkeyPatch) -> Path:
    noon = datetime.combine(TODAY, time(12), UTC)
    monkeypatch.setattr("uncramp.guidance.context.today", lambda: TODAY)
    monkeypatch.setattr("uncramp.cli.main.local_time", lambda: noon)
    for name in ("LC_ALL", "LC_TELEPHONE", "LC_ADDRESS", "LC_MESSAGES"):
        monkeypatch.delenv(name, raising=False)
    monkeypatch.setenv("LANG", "en_GB.UTF-8")
    return own_home / "profile.yaml"


def shown(capsys: pytest.CaptureFixture[str]) -> list[str]:
    assert main(["profile"]) == 0
    out, err = capsys.readouterr()
    assert err == ""
    return out.splitlines()


def test_without_a_file_its_path_is_shown(path: Path, capsys: pytest.CaptureFixture[str]) -> None:
    lines = shown(capsys)
    assert lines[0] == f"Your profile: {path}"
    assert (
        lines[1]
        == "There is no such file yet, so nothing is changed for you. To change that, start uncramp and press a."
    )
    assert "Nothing changes your routines." in lines
    assert "Emergency number: 999, since your system is set to GB. Is it wrong? Start uncramp and press a." in lines


def test_a_plan_that_names_no_routine_is_said(path: Path, capsys: pytest.CaptureFixture[str]) -> None:
    path.write_text("plan: {daily-clf: 2, walk: 1}\n")
    assert main(["profile"]) == 0
    assert capsys.readouterr().err == "There is no routine 'daily-clf'. Did you mean 'daily-calf'?\n"


def test_everything_is_shown_in_plain_words(path: Path, capsys: pytest.CaptureFixture[str]) -> None:
    due = TODAY + timedelta(weeks=16)
    path.write_text(f"""\
tags: [varicose_veins, poor_circulation]
clot_risk_until: {TODAY}
due_date: {due}
usual_side: left
emergency_number: 112
doctor_number: 020 7946 0000 ext 12
midwife_number: 020 7946 0001
get_ready: 1m
theme: night
sound: off
sound_at_night: yes
motion: reduced
figures: braille
times: [8:00, 9pm]
""")
    assert shown(capsys)[2:] == [
        "What changes your routines:",
        "  clot risk",
        "  poor circulation",
        "  varicose veins",
        "  pregnant, week 16 or later",
        "  pregnant",
        f"Clot risk until: {TODAY}",
        f"Due date: {due}",
        "  Week 24: pregnant, from week 16.",
        "Side that usually cramps: left",
        "Time to get ready: 1 minute",
        "Colours: night",
        "Your times: 08:00, 21:00",
        "Sound: off, at night and in first aid, too",
        "Motion: reduced",
        "Figures: dots",
        "Emergency number: 112",
        "Doctor: 020 7946 0000 ext 12",
        "Midwife or maternity unit: 020 7946 0001",
    ]


def test_a_clot_risk_that_has_lapsed_is_told_and_changes_nothing(
    path: Path, capsys: pytest.CaptureFixture[str]
) -> None:
    path.write_text("clot_risk_until: 2026-03-07\n")
    lines = shown(capsys)
    assert lines[1] == f"! {notice_words(ProfileNotice.CLOT_RISK_OVER)}"
    assert "Nothing changes your routines." in lines
    assert "Clot risk until: 2026-03-07, over" in lines


def test_a_week_is_shown_with_what_it_is_today(path: Path, capsys: pytest.CaptureFixture[str]) -> None:
    path.write_text("week: 27\nweek_on: 2026-03-01\n")
    lines = shown(capsys)
    assert "Week of pregnancy: 27 on 2026-03-01" in lines
    assert "  Week 28: late in pregnancy." in lines


def test_the_turn_to_the_risk_after_birth_is_told(path: Path, capsys: pytest.CaptureFixture[str]) -> None:
    path.write_text("due_date: 2026-01-25\n")
    lines = shown(capsys)
    assert lines[1] == f"! {notice_words(ProfileNotice.AFTER_BIRTH)}"
    assert "six weeks ago" in lines[1]
    assert "  clot risk" in lines
    assert "  After birth: clot risk." in lines


def test_problems_are_told_on_standard_error_and_the_safer_side_is_shown(
    path: Path, capsys: pytest.CaptureFixture[str]
) -> None:
    path.write_text("tags: [diabets]\ntheme: nihgt\nsonud: on\n")
    assert main(["profile"]) == 1
    out, err = capsys.readouterr()
    assert err.splitlines()[1:] == [
        f"{path}:2:8: theme: 'nihgt' is not known here: did you mean 'night'?",
        f"{path}:3:1: sonud: unknown key 'sonud': did you mean 'sound'?",
    ]
    assert f"! {notice_words(ProfileNotice.NOT_READ)}" in out
    assert "  clot risk" in out.splitlines()
    assert "  late pregnancy" in out.splitlines()


def test_without_a_country_no_number_is_made_up(
    path: Path, capsys: pytest.CaptureFixture[str], monkeypatch: pytest.MonkeyPatch
) -> None:
    path.write_text("# nothing\n")
    monkeypatch.setenv("LANG", "C.UTF-8")
    assert "Emergency number: not known. To write it down, start uncramp and press a." in shown(capsys)


def test_every_stage_and_every_notice_has_words() -> None:
    assert all(stage_words(stage, 3).endswith(".") for stage in PregnancyStage)
    assert all(notice_words(notice).endswith(".") for notice in ProfileNotice)
