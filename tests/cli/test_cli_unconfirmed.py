"""What may have been a cramp, on the command line: marked, in no report, carried along, and confirmed by hand."""

import csv
import io
import json
import os
import subprocess
import sys
from dataclasses import replace
from datetime import timedelta
from pathlib import Path

import pytest
from diary_shell import Shell

from diary_making import counts_by_day, cramp, session
from uncramp.cli.main import main
from uncramp.clock import local_time
from uncramp.domain.diary import CrampEntry, Ending, Entry, When, count_entries
from uncramp.domain.practice import is_it_working
from uncramp.guidance.diary_browser import DiaryBrowser
from uncramp.store.diary import my_diary
from uncramp.words.practice import working_lines

NOW = local_time()


def days_ago(days: float) -> str:
    return (NOW - timedelta(days=days)).isoformat(" ", "seconds")


def unsure(days: float = 2) -> CrampEntry:
    return replace(cramp(days_ago(days), relief=None), unconfirmed=True)


def fill(*entries: Entry) -> None:
    store = my_diary()
    store.bring_in((entry, 1) for entry in entries)
    store.close()


def test_the_list_marks_it_and_says_how_to_confirm_it(shell: Shell) -> None:
    sure, maybe = cramp(days_ago(3)), unsure()
    fill(sure, maybe)
    _status, out, _err = shell("list")
    assert [line for line in out.splitlines() if "Cramp?" in line and maybe.id[:8] in line]
    assert [line for line in out.splitlines() if "Cramp ·" in line and sure.id[:8] in line]
    assert f"uncramp diary edit {maybe.id[:8]}" in out
    assert [row.get("unconfirmed") for row in shell.rows()] == [None, True]


@pytest.mark.parametrize("options", [(), ("--note", "in the left leg"), ("--strength", "6")])
def test_an_edit_confirms_it_and_can_be_taken_back(shell: Shell, options: tuple[str, ...]) -> None:
    maybe = unsure()
    fill(maybe)
    status, out, err = shell("edit", maybe.id, *options)
    assert (status, err) == (0, "")
    assert "Cramp?" not in out
    assert "unconfirmed" not in shell.rows()[0]
    shell("restore", maybe.id)
    assert shell.rows()[0]["unconfirmed"] is True


def test_an_edit_of_nothing_else_asks_what_to_change(shell: Shell) -> None:
    sure = cramp(days_ago(3))
    fill(sure)
    assert shell("edit", sure.id)[0] != 0


def test_an_export_marks_it_and_an_import_keeps_the_mark(shell: Shell, tmp_path: Path) -> None:
    maybe = unsure()
    fill(maybe, cramp(days_ago(5)))
    file = tmp_path / "diary.jsonl"
    shell("export", "-o", str(file))
    marked = [json.loads(line).get("unconfirmed") for line in file.read_text(encoding="utf-8").splitlines()[1:]]
    assert marked == [None, True]
    shell("erase", "--yes")
    assert shell("import", str(file))[0] == 0
    assert [row.get("unconfirmed") for row in shell.rows()] == [None, True]


@pytest.mark.parametrize("written", ['"yes"', "1", "0", "[]"])
def test_a_mark_that_is_neither_true_nor_false_is_refused(shell: Shell, tmp_path: Path, written: str) -> None:
    file = tmp_path / "diary.jsonl"
    shell("export", "-o", str(file))
    line = json.dumps({"kind": "cramp", "id": unsure().id, "start": "2026-01-01T03:00:00+00:00"})
    file.write_text(f'{{"uncramp-diary": 1}}\n{line[:-1]}, "unconfirmed": {written}}}\n', encoding="utf-8")
    status, _out, err = shell("import", str(file))
    assert status == 1
    assert "unconfirmed: write true or false" in err


def reported(form: str, capsys: pytest.CaptureFixture[str]) -> str:
    assert main(["report", f"--{form}"]) == 0
    return capsys.readouterr().out


@pytest.mark.parametrize("form", ["text", "html", "csv", "json"])
def test_no_report_knows_of_it(form: str, capsys: pytest.CaptureFixture[str]) -> None:
    fill(cramp(days_ago(5)))
    before = reported(form, capsys)
    fill(replace(unsure(9), note="a note of it", signs=("leg_swollen",), strength=9), unsure())
    fill(session(days_ago(7), played=8, ending=Ending.STOPPED))  # only tried
    assert reported(form, capsys) == before


def test_every_page_has_the_same_counts(capsys: pytest.CaptureFixture[str]) -> None:
    entries: list[Entry] = [cramp(days_ago(day)) for day in (40, 30, 28.3, 9, 4, 4.2)]
    entries += [unsure(day) for day in (29, 4, 3)]
    entries += [session(days_ago(day)) for day in (20, 12, 11.9, 6, 3)]
    entries += [
        session(days_ago(day), played=70, ending=ending)
        for day, ending in ((8, Ending.STOPPED), (7, Ending.COMPLETED), (5, Ending.INTERRUPTED))
    ]
    entries += [
        session(days_ago(day), played=day, ending=ending)
        for day, ending in ((10, Ending.STOPPED), (19, Ending.COMPLETED))
    ]
    fill(*entries)
    counts, total = counts_by_day(entries), count_entries(NOW.date(), entries)
    assert (total.cramps, total.sessions, total.broken_off, total.unconfirmed) == (6, 5, 3, 3)

    working = is_it_working(counts, When.of(NOW).night)
    page = " ".join(reported("text", capsys).split())
    assert "6 cramps, on" in page
    assert "5 sessions; broken off: 3" in page
    assert " ".join(" ".join(working_lines(working)).split()) in page
    data = json.loads(reported("json", capsys))
    assert (data["cramps"]["total"], data["practice"]["sessions"], data["practice"]["broken_off"]) == (6, 5, 3)
    rows = list(csv.DictReader(io.StringIO(reported("csv", capsys))))
    practice = [row for row in rows if row["kind"] == "session"]
    assert len(rows) - len(practice) == 6
    assert sum(int(row["played"]) * 2 >= int(row["planned"]) for row in practice) == 5
    assert len(practice) == 5 + 3

    browser = DiaryBrowser(my_diary(), lambda: NOW)
    assert browser.working() == working
    days = [day for week in browser.weeks() for day in week if day]
    assert [sum(getattr(day, field) for day in days) for field in total.__match_args__[1:]] == [6, 5, 3, 3]
    browser.close()


def test_a_pipe_keeps_nothing(own_home: Path) -> None:
    for arguments, typed in ((["now", "--plain"], ""), (["run", "daily-calf", "--plain"], "x\n" * 200)):
        environment = os.environ | {"UNCRAMP_HOME": str(own_home)}
        command = [sys.executable, "-m", "uncramp", *arguments]
        with subprocess.Popen(command, stdin=subprocess.PIPE, stdout=subprocess.PIPE, env=environment) as process:
            assert process.stdin is not None
            assert process.stdout is not None
            process.stdin.write(typed.encode())
            process.stdin.flush()
            assert process.stdout.readline()
            process.terminate()
    assert not (own_home / "diary").exists()
