"""How fast the diary is with very many entries. Prints a table; nothing here can fail a build.

python tests/benchmarks/diary.py [--entries 100000] [--runs 7]
"""

import argparse
import statistics
import sys
import tempfile
import time
import uuid
from collections.abc import Callable, Iterator
from datetime import UTC, datetime, timedelta
from pathlib import Path

sys.path.insert(0, str(Path(__file__).resolve().parents[1]))

from diary_making import Clock, RecordingStore, diary
from uncramp.domain.diary import CrampEntry, Ending, Entry, SessionEntry, When
from uncramp.domain.practice import first_of_strip, streak, strip, today
from uncramp.domain.report import count_report
from uncramp.domain.resume_point import ResumePoint
from uncramp.domain.routine import Part, Purpose, Side
from uncramp.report.data import as_csv
from uncramp.report.html import as_html
from uncramp.report.page import page_of
from uncramp.report.text import as_text
from uncramp.words.signs import known_signs

NOW = datetime(2026, 11, 22, 3, 10, tzinfo=UTC)


def entries(number: int) -> Iterator[tuple[Entry, int]]:
    """One after the other back through the years, half cramps and half sessions."""
    for nth in range(number):
        start = When.of(NOW - timedelta(minutes=nth * 137))
        new = str(uuid.uuid4())
        if nth % 2:
            yield CrampEntry(new, start, relief=nth % 600, side=Side.LEFT, part=Part.CALF, note="n" * 40), 1
        else:
            routine = ("daily-calf", "bedtime", "legs-up")[nth % 3]
            yield SessionEntry(new, start, routine, routine, Purpose.DAILY, 305, 305, Ending.COMPLETED), 1


def home(store: RecordingStore) -> None:
    """Everything that home shows: today, the streak, the strip of twelve weeks, and what was cut off."""
    day = When.of(NOW).day
    counts = store.day_counts(first_of_strip(day), day)
    strip(counts, day)
    streak([one for one, count in counts.items() if count.sessions], day)
    today(store.sessions(day, day), day)
    store.resumable()


def screen(store: RecordingStore) -> None:
    """The first page of the diary screen, and the one after it."""
    first = store.page()
    store.page(first[-1])


def record(store: RecordingStore) -> None:
    """A cramp that begins, with its place."""
    entry = CrampEntry(str(uuid.uuid4()), When.of(NOW), part=Part.CALF)
    place = ResumePoint(entry.id, When.of(NOW), "cramp-calf", "Calf cramp, right now", 0, 9, "Pull")
    store.record(entry, place)


def page(store: RecordingStore) -> str:
    """The page for the doctor, as text and as HTML: reading all of it, counting, and wording."""
    worded = page_of(count_report(store.told(), When.of(NOW), tuple(known_signs())))
    return as_text(worded) + as_html(worded)


def table(store: RecordingStore) -> str:
    """The whole diary as CSV."""
    return as_csv(store.told())


def median_ms(work: Callable[[RecordingStore], object], folder: Path, runs: int, *, fresh: bool) -> float:
    """The median of some runs, each with a diary of its own where it is to be `fresh`."""
    times = []
    with diary(folder, Clock(NOW)) as open_already:
        open_already.page(limit=1)
        for _ in range(runs):
            with diary(folder, Clock(NOW)) as another:
                start = time.perf_counter()
                work(another if fresh else open_already)
                times.append((time.perf_counter() - start) * 1000)
    return statistics.median(times)


def rows(number: int, runs: int, folder: Path) -> Iterator[str]:
    """The table, line by line."""
    with diary(folder, Clock(NOW)) as store:
        start = time.perf_counter()
        store.bring_in(entries(number))
        took = time.perf_counter() - start
    size = (folder / "diary" / "diary.db").stat().st_size / 1024**2
    yield f"| take in {number} entries ({size:.0f} MiB) | {took * 1000:.0f} ms | |"
    year = (NOW - timedelta(days=365)).date()
    for what, work, fresh, goal in (
        ("what home needs, with opening the file", home, True, "50 ms"),
        ("what home needs, the file open", home, False, "50 ms"),
        ("two pages of the diary screen, with opening the file", screen, True, "50 ms"),
        ("a cramp that begins, with opening the file", record, True, ""),
        ("a cramp that begins, the file open", record, False, "a few ms"),
        ("the entries of a year", lambda store: store.entries(year, NOW.date()), False, ""),
        ("everything, as for an export", lambda store: list(store.everything()), False, ""),
        ("the page for the doctor, text and HTML", page, True, "2000 ms"),
        ("the diary as CSV", table, True, "2000 ms"),
    ):
        yield f"| {what} | {median_ms(work, folder, runs, fresh=fresh):.1f} ms | {goal} |"


def main() -> None:
    options = argparse.ArgumentParser(description=__doc__.split("\n", 1)[0])
    options.add_argument("--entries", type=int, default=100_000)
    options.add_argument("--runs", type=int, default=7)
    given = options.parse_args()
    print("| what | median | goal |\n|---|---|---|")
    with tempfile.TemporaryDirectory() as folder:
        for row in rows(given.entries, given.runs, Path(folder)):
            print(row, flush=True)


if __name__ == "__main__":
    main()
