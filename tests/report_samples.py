"""Diaries for the page for the doctor: short, empty, huge and hostile."""

from datetime import UTC, date, datetime, timedelta
from functools import cache
from uuid import UUID

from uncramp.domain.diary import CrampEntry, Ending, Entry, SessionEntry, State, When
from uncramp.domain.report import AboutMe, Report, count_report
from uncramp.domain.routine import Part, Purpose, Side
from uncramp.domain.told import told_entries
from uncramp.report.page import ReportPage, page_of
from uncramp.words.signs import known_signs, signs_to_tick

TODAY = date(2026, 11, 22)

HOSTILE = (
    "<script>alert(1)</script> </title> & \" ' --> ]]>",
    "\x1b[2J\x1b]0;pwned\x07 \u202e drow \u2066 \x9b31m",
    '=HYPERLINK("http://bad","x")',
    "W" * 1_900,
    "語" * 1_900,
    "e" + "\u0301" * 1_900,
    "line\nline\r\nline\tend\u2028more\x0b\x0c\x85x",
    "﷽" * 500,
    "مرحبا " * 300,
    "👩‍👩‍👧‍👦 " * 200,
    "{braces} %s {0} {n}",
)

_ZONE = 60
_QUIET = range(60, 100)
"""Days before today with nothing in the huge diary: it was laid aside."""


def number(n: int) -> str:
    """The nth id."""
    return str(UUID(int=n))


def at(day: date, hour: int, minute: int = 0, zone: int = _ZONE) -> When:
    """A moment by the clocks of a place, `zone` minutes ahead of UTC."""
    local = datetime(day.year, day.month, day.day, hour, minute, tzinfo=UTC)
    return When(local - timedelta(minutes=zone), zone)


def before(days: int) -> date:
    """The day so many days before today."""
    return TODAY - timedelta(days=days)


def counted(
    entries: list[Entry], since: date | None = None, about_me: AboutMe | None = None, today: date = TODAY
) -> Report:
    """What a page made today counts."""
    return count_report(told_entries(entries), at(today, 18), tuple(known_signs()), since=since, about_me=about_me)


def page(entries: list[Entry], since: date | None = None, about_me: AboutMe | None = None) -> ReportPage:
    """The words of a page made today."""
    return page_of(counted(entries, since, about_me))


def a_short_diary() -> list[Entry]:
    """Seven weeks: three before practice, four since."""
    cramps: list[Entry] = [
        CrampEntry(
            id=number(n),
            start=at(before(days), 3, 10),
            relief=40 + 20 * n,
            side=(Side.LEFT, Side.RIGHT)[n % 2],
            part=Part.CALF,
            strength=4 + n % 5,
            strength_after=2,
            state=State.ASLEEP,
            routine="cramp-calf",
            steps=("Pull your toes toward you", "Rub the calf"),
            ended_in="Pull your toes toward you",
            signs=("sleep_spoilt",) if n == 3 else (),
            note="It woke me, and was sore all day." if n == 3 else "",
        )
        for n, days in enumerate([50, 48, 45, 41, 38, 36, 33, 30, 12, 4])
    ]
    return cramps + [practice(100 + days, before(days)) for days in range(0, 28, 2)]


def practice(
    n: int, day: date, title: str = "Daily calf stretch", hour: int = 18, routine: str = "daily-calf"
) -> SessionEntry:
    """One whole session."""
    return SessionEntry(
        id=number(n),
        start=at(day, hour),
        routine=routine,
        title=title,
        purpose=Purpose.DAILY,
        planned=300,
        played=300,
        ending=Ending.COMPLETED,
    )


def a_huge_diary(cramps: int = 300, days: int = 365) -> list[Entry]:
    """A year, with every sign, and notes as long and as hostile as they can be. Made once: it takes its time."""
    return list(_a_huge_diary(cramps, days))


@cache
def _a_huge_diary(cramps: int, days: int) -> list[Entry]:
    keys = [*signs_to_tick(), *(f"made_up_{n}" for n in range(20))]
    found: list[Entry] = [
        CrampEntry(
            id=number(n),
            start=at(before(n * days // cramps), n % 24, n % 60),
            relief=24 * 60 * 60 if n % 50 == 0 else 30 + n % 1_000,
            side=(Side.LEFT, Side.RIGHT, Side.BOTH, None)[n % 4],
            part=[*Part, None][n % 6],
            strength=n % 11,
            strength_after=n % 4,
            state=[*State, None][n % 4],
            routine="own",
            steps=tuple(HOSTILE[k][:200] for k in range(len(HOSTILE)) if "\0" not in HOSTILE[k]),
            ended_in=HOSTILE[n % len(HOSTILE)][:200],
            signs=tuple(keys[: n % len(keys)]),
            note=HOSTILE[n % len(HOSTILE)][:2_000],
        )
        for n in range(cramps)
        if n * days // cramps not in _QUIET
    ]
    titles = (*(one[:200] for one in HOSTILE), "Daily calf stretch")
    sessions = [
        practice(1_000_000 + n, before(n // 2), titles[n % len(titles)], routine=f"own-{n % len(titles)}")
        for n in range(days)
        if n // 2 not in _QUIET
    ]
    return found + sessions
