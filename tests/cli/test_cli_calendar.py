"""The calendar: the plan at the person's times, taken in again without doubling, in words that no file can break."""

from collections.abc import Callable, Sequence
from datetime import UTC, datetime, time, timedelta
from pathlib import Path

import pytest
from icalendar import Alarm, Calendar, Event

from uncramp.cli.main import main

OWN = """\
title: "Heel drops; slow, {weird}"
about: "Übung 3, nach dem Frühstück; langsam, und dann noch einmal, ohne Eile, bis die Wade zieht."
purpose: daily
for: calf
per_day: 2
days: [mon, thu]
steps: [{{name: A, say: Go., moves: [go 5s], repetitions: 40}}]
"""
PLAN = "plan: {daily-calf: no, ball-roll: no, legs-up: no, bedtime: no, drops: 2}\n"
FRIDAY = datetime(2027, 3, 26, 9, tzinfo=UTC)
"""Two days before the clocks go forward in Europe."""


@pytest.fixture(autouse=True)
def friday(monkeypatch: pytest.MonkeyPatch) -> None:
    at(monkeypatch, FRIDAY)


def at(monkeypatch: pytest.MonkeyPatch, now: datetime) -> None:
    monkeypatch.setattr("uncramp.cli.main.local_time", lambda: now)


@pytest.fixture
def home(own_home: Path) -> Path:
    (own_home / "routines").mkdir()
    (own_home / "routines" / "drops.yaml").write_text(OWN.format(weird='\\"wide\\" \\\\ <b>'), encoding="utf-8")
    return own_home


def written(folder: Path) -> Calendar:
    path = folder / "plan.ics"
    assert main(["calendar", "-o", str(path)]) == 0
    return Calendar.from_ical(path.read_bytes())


def events(folder: Path) -> Sequence[Event]:
    return written(folder).events


def start(event: Event) -> datetime:
    """When it is for the first time; it has no zone."""
    assert isinstance(event.start, datetime)
    assert event.start.tzinfo is None
    return event.start


def clocks(found: Sequence[Event], title: str) -> list[time]:
    return [start(one).time() for one in found if str(one.summary).startswith(title)]


def test_each_routine_stands_at_its_times_on_its_days_with_an_alarm_and_its_command(home: Path) -> None:
    (home / "profile.yaml").write_text("times: [20:30, 8am]\nplan: {daily-calf: 2}\n")
    found = events(home)
    drops = [one for one in found if one.summary == 'Heel drops; slow, "wide" \\ <b>']
    assert [f"{start(one):%a %d %H:%M}" for one in drops] == ["Mon 29 08:00", "Mon 29 20:30"]
    for one in drops:
        assert one.duration == timedelta(minutes=4)
        assert one.rrules[0].to_ical() == b"FREQ=WEEKLY;BYDAY=MO,TH"
        assert "bis die Wade zieht.\n" in str(one.description)
        assert str(one.description).endswith("uncramp run drops")
    assert clocks(found, "Calf routine") == [time(8), time(20, 30)]
    assert clocks(found, "Bedtime") == [time(20, 30)]
    for one in found:
        (alarm,) = one.walk("VALARM")
        assert isinstance(alarm, Alarm)
        assert (alarm.ACTION, alarm.description, alarm.TRIGGER) == ("DISPLAY", one.summary, timedelta())


def test_times_are_those_of_the_clock_on_the_wall_wherever_and_whenever_it_is(
    home: Path, monkeypatch: pytest.MonkeyPatch
) -> None:
    (home / "profile.yaml").write_text("times: 02:30\n")  # in Europe there is none on the Sunday
    monkeypatch.setenv("TZ", "Europe/Berlin")
    assert {start(one).time() for one in events(home)} == {time(2, 30)}
    text = (home / "plan.ics").read_text(encoding="utf-8")
    assert "X-WR-TIMEZONE:Europe/Berlin" in text
    assert "DTSTART:20270327T023000" in text
    monkeypatch.setenv("TZ", "UTC0")
    events(home)
    assert "TIMEZONE" not in (home / "plan.ics").read_text(encoding="utf-8")


def test_taken_in_again_it_changes_what_is_there(home: Path, monkeypatch: pytest.MonkeyPatch) -> None:
    profile = home / "profile.yaml"
    profile.write_text(PLAN + "times: [7:00, 12:00]\n")
    first = {one.uid: one for one in events(home)}
    assert len(first) == 2
    at(monkeypatch, FRIDAY + timedelta(seconds=1))
    profile.write_text(PLAN + "times: [7:30, 12:30]\n")
    second = {one.uid: one for one in events(home)}
    assert first.keys() == second.keys()
    for uid, one in second.items():
        assert start(one) - start(first[uid]) == timedelta(minutes=30)
        assert one.sequence == first[uid].sequence + 1
        assert one.LAST_MODIFIED == one.DTSTAMP == FRIDAY + timedelta(seconds=1)
    assert written(home).uid == written(home).uid


def test_what_left_the_plan_goes_long_ago_without_an_alarm_and_comes_back(
    home: Path, monkeypatch: pytest.MonkeyPatch
) -> None:
    profile = home / "profile.yaml"
    profile.write_text(PLAN + "times: [7:00, 12:00]\n")
    first = [one.uid for one in events(home)]
    for nth, (plan, there) in enumerate((("drops: 1", 1), ("drops: no", 0), ("drops: 2", 2)), 1):
        at(monkeypatch, FRIDAY + timedelta(hours=nth))
        profile.write_text(PLAN.replace("drops: 2", plan) + "times: [7:00, 12:00]\n")
        found = events(home)
        assert [one.uid for one in found] == first
        for one in found[there:]:
            assert (start(one).year, one.rrules, one.walk("VALARM")) == (2026, [], [])
            assert one.summary == "No longer in your plan: drops"
            assert one.sequence > nth * 3600
        assert all(start(one) > FRIDAY.replace(tzinfo=None) for one in found[:there])


@pytest.mark.parametrize(("file", "text"), [("profile.yaml", "plan: [\n"), ("routines/drops.yaml", "title: [\n")])
def test_of_what_can_t_be_read_nobody_knows_that_it_has_left_the_plan(home: Path, file: str, text: str) -> None:
    profile = home / "profile.yaml"
    profile.write_text("plan: {drops: 2}\ntimes: 8:00\n")
    events(home)
    (home / file).write_text(text)
    assert all(start(one) > FRIDAY.replace(tzinfo=None) for one in events(home))


@pytest.mark.parametrize("text", ["[1]", "[" * 9999, "x", None])
def test_a_calendar_is_made_where_what_was_in_it_is_not_known(
    home: Path, text: str | None, capsys: pytest.CaptureFixture[str]
) -> None:
    memory = home / "calendar.json"
    memory.write_text(text) if text else memory.mkdir()
    assert events(home)
    assert f"{memory}" in capsys.readouterr().err


def test_two_people_on_one_machine_can_share_a_calendar(home: Path, monkeypatch: pytest.MonkeyPatch) -> None:
    mine = events(home)
    monkeypatch.setenv("UNCRAMP_AS", "Ann B")
    hers = events(home)
    assert not {one.uid for one in mine} & {one.uid for one in hers}
    called_so = written(home).uid
    monkeypatch.setenv("UNCRAMP_AS", "ann  B")
    assert written(home).uid == called_so
    assert str(hers[0].description).endswith("uncramp --as ann-b run daily-calf")


def test_what_has_no_place_is_said(home: Path, capsys: pytest.CaptureFixture[str]) -> None:
    (home / "routines" / "bad.yaml").write_text("title: [\n")
    (home / "profile.yaml").write_text(PLAN.replace("}", ", gone: 1, cramp-calf: 1, walk: 4}") + "times: 9:00\n")
    assert {str(one.summary)[:4] for one in events(home)} == {"Heel", "An e"}
    err = capsys.readouterr().err
    assert "Left out: bad, gone, cramp-calf. " in err
    assert "walk is 4× a day in your plan. You have fewer times" in err


def test_without_a_terminal_the_times_that_are_taken_are_said(capsys: pytest.CaptureFixture[str]) -> None:
    assert main(["calendar"]) == 0
    out, err = capsys.readouterr()
    assert out.startswith("BEGIN:VCALENDAR")
    assert clocks(Calendar.from_ical(out).events, "Calf routine") == [time(8), time(13), time(20, 30)]
    assert "These are taken: 08:00, 13:00, 20:30." in err


def test_somebody_who_has_said_no_times_is_asked_once(
    own_home: Path, types: Callable[..., None], capsys: pytest.CaptureFixture[str]
) -> None:
    types("8", ", ".join(f"{hour}:15" for hour in range(9)), "6:45 and 9.15 pm")
    for _again in range(2):
        assert main(["calendar"]) == 0
        out, err = capsys.readouterr()
        assert clocks(Calendar.from_ical(out).events, "Calf routine") == [time(6, 45), time(21, 15)]
    assert "At what times" not in err
    assert "times: [06:45, 21:15]" in (own_home / "profile.yaml").read_text()


def test_a_profile_with_a_mistake_is_left_as_it_is(own_home: Path, types: Callable[..., None]) -> None:
    (own_home / "profile.yaml").write_text("theme: pink\n")
    types("6:45")
    assert main(["calendar"]) == 0
    assert (own_home / "profile.yaml").read_text() == "theme: pink\n"


@pytest.mark.parametrize(
    ("typed", "status", "told"),
    [(["-o", "plan.txt"], 2, "plan.txt has to end in .ics"), ([], 1, "nothing in your plan")],
)
def test_what_can_t_be_done_is_told(
    typed: list[str], status: int, told: str, own_home: Path, capsys: pytest.CaptureFixture[str]
) -> None:
    (own_home / "profile.yaml").write_text(PLAN.replace("drops: 2", "") if not typed else "times: 8:00\n")
    assert main(["calendar", *typed]) == status
    out, err = capsys.readouterr()
    assert (told in err, out) == (True, "")
