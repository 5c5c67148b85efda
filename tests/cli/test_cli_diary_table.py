"""`uncramp diary import` of tables and of files that are something else: nothing lost, nothing guessed, never a flood."""

import gzip
import io
import sqlite3
import zipfile
from pathlib import Path

import pytest
from diary_shell import CRAMP, Shell
from hypothesis import HealthCheck, given, settings
from hypothesis import strategies as st

from diary_making import CRAMPS, SESSIONS, Clock
from uncramp.cli.main import main
from uncramp.domain.diary import Entry
from uncramp.domain.told import told_entries
from uncramp.files.diary_table import read_diary_table
from uncramp.files.problems import Problems
from uncramp.guidance.diary_form import read_start
from uncramp.report.data import as_csv


def write(folder: Path, text: str, encoding: str = "utf-8") -> str:
    path = folder / "mine.csv"
    path.write_text(text, encoding=encoding, newline="")
    return str(path)


def test_our_own_csv_comes_back_whole_and_a_second_time_changes_nothing(
    shell: Shell, tmp_path: Path, monkeypatch: pytest.MonkeyPatch, capsys: pytest.CaptureFixture[str]
) -> None:
    shell.add(*CRAMP)
    shell.add("2026-01-23 03:00", "--note", '=1+1; \'-2, and "so" on | @home', "--relief", "0s", "--strength", "0")
    shell.add("2026-01-21 18:00", "--session", "bedtime", "--played", "1m", "--ending", "stopped")
    before = shell.rows()
    table = tmp_path / "diary.csv"
    assert main(["report", "--csv", "-o", str(table)]) == 0
    capsys.readouterr()
    monkeypatch.setenv("UNCRAMP_HOME", str(tmp_path / "elsewhere"))
    first = shell.json("import", str(table))
    assert isinstance(first, dict)
    assert (first["added"], first["columns_left_out"]) == (3, ["day"] if "day" not in first["columns"] else [])
    assert shell.rows() == before
    second = shell.json("import", str(table))
    assert isinstance(second, dict)
    assert (second["added"], second["changed"], second["same"]) == (0, 0, 3)
    assert shell.rows() == before


def test_what_is_one_cramp_and_what_are_two_where_a_table_has_no_ids(shell: Shell, tmp_path: Path) -> None:
    table = "date,time,side,pain,note\n"

    def counts(text: str) -> tuple[int, int, int]:
        done = shell.json("import", write(tmp_path, table + text))
        assert isinstance(done, dict)
        return done["added"], done["changed"], done["same"]

    left, right = "2026-01-20,03:10,left,7,\n", "2026-01-20,03:10,right,4,\n"
    assert counts(left) == (1, 0, 0)
    assert counts(left) == (0, 0, 1), "the same table again"
    assert counts(right) == (1, 0, 0), "the other leg in the same minute, in another table"
    assert counts(left + right + right) == (1, 0, 2), "twice in one table are two"
    assert counts(right + right + left) == (0, 0, 3), "in any order"
    assert counts("2026-01-20,03:10,left,8,better remembered\n") == (0, 1, 0), "one that was corrected"
    assert sorted((row["side"], row["strength"]) for row in shell.rows()) == [("left", 8), ("right", 4), ("right", 4)]


@settings(max_examples=150, deadline=None, suppress_health_check=[HealthCheck.function_scoped_fixture])
@given(st.lists(CRAMPS | SESSIONS, max_size=5, unique_by=lambda entry: entry.id))
def test_whatever_a_csv_of_ours_holds_is_read_back(entries: list[Entry]) -> None:
    """All but what one line can't hold: some spaces, and a step's name with "; " in it."""
    problems, told = Problems(), told_entries(entries)
    now = Clock().now.replace(year=2199)
    table = read_diary_table(
        as_csv(told),
        path="diary.csv",
        read_start=lambda text: read_start(text, now),
        problems=problems,
    )
    assert [str(problem) for problem in problems] == []
    assert table is not None
    assert as_csv(told_entries(entry for entry, _changed in table.entries)) == as_csv(told)


TABLES = {
    "spreadsheet": "Date,Time,Leg,Pain (0-10),Duration (min),Notes,Weather\n22/11/2025,3:10 am,L,7/10,2,after a walk,wet\n",
    "semicolons and a mark": "\ufeffDatum;date;time;which leg;severity;minutes;comment\nx;22.11.2025;03:10;left leg;7;2;after a walk\n",
    "tabs": "start\tside\tpain level\tseconds\tremarks\n2025-11-22 03:10\tLEFT\t7.0\t120\tafter a walk\n",
    "quoted": '"When","Side","How strong","Lasted","Note"\r\n"Nov 22, 2025 3:10 AM","left","7 of 10","2 minutes","after\r\na walk"\r\n',
    "month first": "date,time,side,pain,duration,note\n11/22/2025,3:10 AM,l,7,2:00,after a walk\n",
    "two units": "Day,Hour,Leg,Severity,Minutes,Seconds,Comment\n2025-11-22,3:10am,left,7,1,60,after a walk\n",
    "questions": "Timestamp,What leg?,How strong was it?,How long did it last?,Comments\n"
    "22/11/2025 3:10:00,Left,7,2 minutes,after a walk\n",
    "of Excel": "sep=;\ndate;time;side;pain;minutes;note\n22.11.2025;3:10;left;7;2,0;after a walk\n",
    "iso": "Start time,Where,Strength,Relief (s),Comments\n2025-11-22T03:10:00,left foot,7,120,after a walk\n",
}


@pytest.mark.parametrize("text", TABLES.values(), ids=TABLES)
def test_any_table_with_named_columns_is_taken_in_once(shell: Shell, tmp_path: Path, text: str) -> None:
    file = write(tmp_path, text)
    status, out, err = shell("import", file)
    assert (status, err) == (0, "")
    assert "1 new entry." in out
    assert "Columns taken: '" in out
    (row,) = shell.rows()
    assert str(row["start"]).startswith("2025-11-22T03:10:00")
    assert {key: row[key] for key in ("side", "strength", "relief", "note")} == {
        "side": "left",
        "strength": 7,
        "relief": 120,
        "note": "after a walk",
    }
    assert "1 was here already." in shell("import", file)[1]
    assert shell.rows() == [row]


def test_it_says_which_column_was_taken_for_what_and_which_for_nothing(shell: Shell, tmp_path: Path) -> None:
    _status, out, _err = shell("import", write(tmp_path, TABLES["spreadsheet"]))
    taken, left = out.splitlines()[:2]
    assert "'Leg' as side, 'Pain (0-10)' as strength, 'Duration (min)' as relief" in taken
    assert left == "Columns left out: 'Weather'."


def test_rows_of_one_moment_stay_two_and_a_correction_changes_its_own(shell: Shell, tmp_path: Path) -> None:
    lines = ["date,time,side,note", "2025-11-22,03:10,left,one", "2025-11-22,03:10,right,two"]
    shell("import", write(tmp_path, "\n".join(lines)))
    assert sorted(str(row["note"]) for row in shell.rows()) == ["one", "two"]
    shell("import", write(tmp_path, "\n".join(lines).replace("two", "both")))
    assert sorted(str(row["note"]) for row in shell.rows()) == ["both", "one"]


@pytest.mark.parametrize(
    ("text", "said"),
    [
        ("date,time\n3/4/2025,3:10\n", "can be two days: write it as 2026-11-22"),
        ("date,time\n13/4/2025,3:10\n4/13/2025,3:10\n", "its dates are written in two ways"),
        ("date,time,duration\n2025-11-22,3:10,2\n", "its numbers have no unit: call the column 'minutes' or 'seconds'"),
        ("date,time,side\n2025-11-22,3:10,up\n", "mine.csv:2:3: side: 'up' is no side: write left, right or both"),
        ("date,time,Pain\n2025-11-22,3:10,11\n", "mine.csv:2:3: Pain: write a whole number from 0 to 10"),
        ("date,time\n2025-11-22,\n", "mine.csv:2:1: date:"),
        ("date,time,note\n2025-11-22,3:10,calf, then foot\n", "mine.csv:2:4: there are more cells than headings"),
        (
            'date,time,note\n2025-11-22,3:10,"calf\n2025-11-23,3:20,foot\n',
            "mine.csv:2:1: this is no row of a table: the quote",
        ),
        ("date,time\n,3:10\n", "mine.csv:2:1: date: it has no date"),
        ("start\n3:10\n", "mine.csv:2:1: start: it has no date"),
        ("date,time\n2190-11-22,3:10\n", "has not come yet"),
        ("date,time\n2025-02-30,3:10\n", "mine.csv:2:1: date:"),
        ("date,note\n2025-11-22 03:10,a\x1b[2Jb\n", "mine.csv:2:2: note: hidden character U+001B"),
        ("date,time,id\n2025-11-22,3:10,7\n", "mine.csv:2:3: id: write a UUID"),
    ],
)
def test_what_is_in_doubt_is_asked_and_nothing_taken_in(shell: Shell, tmp_path: Path, text: str, said: str) -> None:
    status, out, err = shell("import", write(tmp_path, text))
    assert (status, out) == (1, "")
    assert said in err
    assert err.endswith("Nothing was taken in.\n")
    assert "\x1b" not in err
    assert shell.rows() == []


def test_at_most_ten_rows_are_named_and_the_rest_counted_and_taken_in_only_if_said(
    shell: Shell, tmp_path: Path
) -> None:
    rows = [f"2025-11-{day:02},03:10,{'up' if day > 3 else 'left'}" for day in range(1, 30)]
    file = write(tmp_path, "\n".join(["date,time,side", *rows]))
    _status, _out, err = shell("import", file)
    assert sum("is no side" in line for line in err.splitlines()) == 10
    assert "And 16 more." in err
    assert shell.rows() == []
    status, out, err = shell("import", file, "--skip")
    assert (status, err) == (1, "")
    assert "3 new entries." in out
    assert len(shell.rows()) == 3


def packed(name: str, content: bytes = b"x") -> bytes:
    out = io.BytesIO()
    with zipfile.ZipFile(out, "w") as file:
        file.writestr(name, content)
    return out.getvalue()


def another_database(folder: Path) -> bytes:
    with sqlite3.connect(folder / "x.db") as db:
        db.execute("CREATE TABLE entries (id)")
    db.close()
    return (folder / "x.db").read_bytes()


FOREIGN = {
    "XLSX": (packed("xl/workbook.xml"), "an Excel workbook (XLSX). Save it as CSV"),
    "ZIP": (packed("a.txt"), "a ZIP archive. Unpack it"),
    "DOCX": (packed("word/document.xml"), "a document of a word processor"),
    "PDF": (b"%PDF-1.7\n%\xe2\xe3\n" * 50, "a PDF"),
    "gzip": (gzip.compress(b"date,time\n"), "packed with gzip. Unpack it"),
    "HTML": (b"\n<!DOCTYPE html>\n<html>\n<p>a\n" * 50, "a web page (HTML)"),
    "PNG": (b"\x89PNG\r\n\x1a\n" + bytes(range(256)) * 20, "a picture (PNG)"),
    "JPEG": (b"\xff\xd8\xff\xe0" + bytes(range(256)) * 20, "a picture (JPEG)"),
    "HEIC": (b"\0\0\0\x18ftypheic" + bytes(64), "a picture, a sound or a film"),
    "UTF-16": ("date,time\n2025-11-22,3:10\n".encode("utf-16"), "UTF-16. Save it as UTF-8"),
    "UTF-16 without a mark": ("date,time\n".encode("utf-16-le"), "UTF-16. Save it as UTF-8"),
    "UTF-32": ("date,time\n".encode("utf-32"), "UTF-32. Save it as UTF-8"),
    "Latin-1": ("date,time,note\n2025-11-22,3:10,f\xfc\xdfe\n".encode("latin-1"), "not UTF-8, by its line 2. Save it"),
    "empty": (b"", "This file is empty."),
    "noise": (bytes(range(1, 256)) * 40, "Nothing was taken in."),
    "zeros": (bytes(9000), "Nothing was taken in."),
    "a letter": (b"Dear doctor,\nI had a cramp.\n" * 400, "neither what 'export' wrote nor a table"),
    "YAML": (b"title: Calf\nsteps:\n- name: a\n" * 90, "neither what 'export' wrote nor a table"),
    "other JSON": (b'{\n "a": [\n  1,\n  2\n ]\n}\n' * 60, "this is not JSON"),
    "a list": (b'[\n{"a": 1},\n{"b": 2}\n]\n', "a list in JSON"),
    "a list in a line": (b'\xef\xbb\xbf [{"kind": "cramp"}]', "a list in JSON"),
    "an empty list": (b"[]\n", "a list in JSON"),
    "an object": (b'{\n "data": {"metrics": []}\n}\n', "one object in JSON"),
    "objects in lines": (b'{"a": 1}\n{"a": 2}\n', "this is no diary: the first line has to be"),
    "a spool file": (b'{"line": "1", "entry": {}}\n{"line": "2"}\n', "This waits to go into your diary."),
    "a part of a file": (b"[tool]\nname = 1\n", "This is text. What"),
    "blank": (b"\xef\xbb\xbf \r\n\n\t", "This file is empty."),
    "XML": (b'<?xml version="1.0"?>\n<!DOCTYPE HealthData [\n<!ELEMENT a (b)>]>\n<HealthData>\n' * 9, "an XML file"),
    "XML without a head": (b"<plist>\n<dict/></plist>\n", "an XML file"),
    "XHTML": (b'<?xml version="1.0"?>\n<!DOCTYPE html PUBLIC "x">\n<html>\n', "a web page (HTML)"),
    "a table of a page": (b"<table>\n<tr><td>date</td></tr>\n", "a web page (HTML)"),
    "XML of Excel": (
        b'<?xml version="1.0"?><?mso-application progid="Excel.Sheet"?>\n',
        "a spreadsheet (XML). Save it",
    ),
    "SVG": (b"<svg viewBox='0 0 1 1'>", "a picture (SVG)"),
    "UTF-16 JSON": ('[{"a": 1}]'.encode("utf-16"), "UTF-16. Save it as UTF-8"),
    "nothing in a ZIP": (b"PK\x05\x06" + bytes(18), "a ZIP archive"),
    "PPTX": (packed("ppt/slides/slide1.xml"), "a presentation"),
    "TAR": (bytes(257) + b"ustar\x0000" + bytes(600), "a TAR archive. Unpack it"),
    "a log": (b"\x37\x7f\x06\x82" + bytes(60), "the log of a database (SQLite)"),
    "SQL": (b"PRAGMA foreign_keys=OFF;\nBEGIN TRANSACTION;\n", "a database as SQL"),
    "a program": (b"MZ\x90\0" + bytes(90), "This is no text"),
    "a feed": (b'<?xml version="1.0"?>\n<!-- a -->\n<feed><title>a</title></feed>', "an XML file"),
    "PGP": (b"-----BEGIN PGP MESSAGE-----\n\nhQEM\n", "encrypted. Decrypt it"),
    "a report": (b'{\n "format": "uncramp-report",\n "version": 1\n}\n', "the page for the doctor"),
    "OLE": (b"\xd0\xcf\x11\xe0\xa1\xb1\x1a\xe1" + bytes(600), "an old Office"),
}


@pytest.mark.parametrize(("data", "said"), FOREIGN.values(), ids=FOREIGN)
def test_a_foreign_file_is_named_in_a_line_and_not_in_a_flood(
    shell: Shell, tmp_path: Path, data: bytes, said: str
) -> None:
    file = tmp_path / "file"
    file.write_bytes(data)
    status, out, err = shell("import", str(file))
    assert (status, out) == (1, "")
    assert said in err
    assert len(err.splitlines()) <= 2
    assert err.count(str(file)) == 1
    assert shell.rows() == []


def test_another_programs_database_and_a_folder_are_named_in_a_line(shell: Shell, tmp_path: Path) -> None:
    file = tmp_path / "other.db"
    file.write_bytes(another_database(tmp_path))
    _status, _out, err = shell("import", str(file))
    assert (
        err
        == f"{file}: This is a database (SQLite) of another program, not a diary of uncramp. Nothing was taken in.\n"
    )
    _status, _out, err = shell("import", str(tmp_path))
    assert "this is a folder" in err
    assert len(err.splitlines()) == 1


def test_no_noise_of_any_sort_breaks_the_reading_of_tables(shell: Shell, tmp_path: Path) -> None:
    for text in ('date,time\n"2025', "date,time\n" + "," * 100_000, "date\n" + "x" * 200_000, "date," * 5_000 + "\n1"):
        status, out, err = shell("import", write(tmp_path, text))
        assert status in (0, 1)
        assert len(out + err) < 4_000
        assert shell.rows() == []
