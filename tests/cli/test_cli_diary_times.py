"""`uncramp diary` with times as people write them: said back, asked where unsure, and kept in their own zone."""

import sys
import time
from collections.abc import Callable, Iterator
from datetime import UTC, datetime
from typing import cast

import pytest
from diary_shell import Shell

from uncramp.faults import Exit

if sys.platform == "win32":
    pytest.skip("the time zone of a program can't be changed there", allow_module_level=True)

Zone = Callable[[str], None]


@pytest.fixture
def zone(monkeypatch: pytest.MonkeyPatch) -> Iterator[Zone]:
    """Moves the person to another time zone."""

    def move(name: str) -> None:
        monkeypatch.setenv("TZ", name)
        time.tzset()

    yield move
    monkeypatch.undo()
    time.tzset()


def start(shell: Shell) -> str:
    (row,) = shell.rows()
    return str(row["start"])


def test_what_was_understood_is_said_back_in_full(shell: Shell, zone: Zone) -> None:
    zone("Europe/Berlin")
    status, out, _err = shell("add", "22.1.2026 3.10 am", "--relief", "2½ min", "--state", "Sleeping", "--side", "LEFT")
    assert status == 0
    assert out.splitlines()[0] == "Night of Wed 21 to Thu 22 Jan 2026, 03:10 (UTC+1)"
    (row,) = shell.rows()
    assert (row["start"], row["relief"], row["state"], row["side"]) == (
        "2026-01-22T03:10:00+01:00",
        150,
        "asleep",
        "left",
    )


@pytest.mark.parametrize(
    ("typed", "state"),
    [("in bed", "asleep"), ("sitting", "resting"), ("lying down", "resting"), ("Walking", "active"), ("exercise", "active"),
     ("asleep", "asleep")],
)  # fmt: skip
def test_a_state_is_understood_in_other_words(shell: Shell, typed: str, state: str) -> None:
    shell.add("2026-01-22 3:10", "--state", typed)
    assert shell.rows()[0]["state"] == state


@pytest.mark.parametrize(
    ("typed", "right"),
    [
        (("5/2/2026 3:10",), ("2026-02-05 03:10", "2026-05-02 03:10")),
        (("12 January 2026",), ("'12 January 2026 3:10'",)),
        (("2026-01-22 3:10", "--relief", "4"), ("4s", "4m")),
    ],
)
def test_what_is_unsure_is_refused_where_nobody_can_be_asked(
    shell: Shell, typed: tuple[str, ...], right: tuple[str, ...]
) -> None:
    status, _out, err = shell("add", *typed)
    assert status == 2
    assert all(one in err for one in right)
    assert shell.rows() == []


def test_what_is_unsure_is_asked_at_a_terminal(shell: Shell, zone: Zone, types: Callable[..., None]) -> None:
    zone("Europe/Berlin")
    types("n", "y")
    status, _out, err = shell("add", "5/2/2026 3:10")
    assert status == 0
    assert "Do you mean Night of Wed 4 to Thu 5 Feb 2026, 03:10 (UTC+1)? y/n" in err
    assert start(shell) == "2026-05-02T03:10:00+02:00"


def test_a_time_that_was_not_said_is_asked(shell: Shell, zone: Zone, types: Callable[..., None]) -> None:
    zone("Europe/Berlin")
    types("4:20 am")
    assert shell("add", "12 Jan 2026")[0] == 0
    assert start(shell) == "2026-01-12T04:20:00+01:00"


def test_no_answer_adds_nothing(shell: Shell, types: Callable[..., None]) -> None:
    for answers in ((), ("n", "n"), ("",)):
        types(*answers)
        assert shell("add", "5/2/2026 3:10")[0] == 2
        assert shell("add", "12 Jan 2026")[0] == 2
    assert shell.rows() == []


def test_an_hour_that_the_clocks_said_twice_is_refused_with_both(shell: Shell, zone: Zone) -> None:
    zone("Europe/Berlin")
    _status, _out, err = shell("add", "2025-10-26 02:30")
    first, second = err.strip().partition(": write ")[2].split(" or ")
    shell.add(first)
    shell.add(second)
    assert [row["start"] for row in shell.rows()] == ["2025-10-26T02:30:00+02:00", "2025-10-26T02:30:00+01:00"]
    assert "never was" in shell("add", "29.3.2026 2:30")[2]


@pytest.mark.parametrize(
    ("typed", "kept"),
    [
        ("2026-01-22 23:20", "2026-01-22T23:20:00+13:00"),
        ("22 Jan 2026 11.20 pm", "2026-01-22T23:20:00+13:00"),
        ("2026-01-22 23:20+01:00", "2026-01-22T23:20:00+01:00"),
        ("2026-07-01 03:00", "2026-07-01T03:00:00+13:00"),  # of the other zone only the offset is known
    ],
)
def test_a_correction_elsewhere_keeps_the_entrys_own_clocks(shell: Shell, zone: Zone, typed: str, kept: str) -> None:
    zone("Pacific/Auckland")
    entry_id = shell.add("2026-01-22 23:10")
    zone("Europe/Berlin")
    status, out, _err = shell("edit", entry_id, "--start", typed)
    assert status == 0
    assert ("by the clocks where it was" in out) == kept.endswith("+13:00")
    assert start(shell) == kept


def test_an_entry_of_here_goes_by_the_clocks_of_its_new_day(shell: Shell, zone: Zone) -> None:
    zone("Europe/Berlin")
    entry_id = shell.add("2026-01-22 23:10")
    shell.json("edit", entry_id, "--start", "2026-07-01 03:00")
    assert start(shell) == "2026-07-01T03:00:00+02:00"


def test_a_command_for_scripts_prints_json_alone(shell: Shell, types: Callable[..., None]) -> None:
    types("y")
    found = cast("dict[str, object]", shell.json("add", "2026-01-22 3:10"))
    assert found["kind"] == "cramp"


def test_a_clock_that_cant_be_right_is_said_before_a_time_is_read(
    shell: Shell, monkeypatch: pytest.MonkeyPatch
) -> None:
    wrong = datetime(1970, 12, 31, 10, 0, tzinfo=UTC)
    monkeypatch.setattr("uncramp.cli.main.local_time", lambda: wrong)
    code, _out, err = shell("add", "3:10am")
    assert code == Exit.PROBLEMS
    assert "The clock says 1970-12-31" in err
    assert shell("list")[1].startswith("Nothing is in your diary yet.")
