"""How the program says when something was, and what happened on a day."""

from datetime import date, timedelta

from uncramp.domain.diary import CrampEntry, Entry
from uncramp.domain.practice_days import DayCount, Streak
from uncramp.files.text import visible
from uncramp.i18n import _, plural

_DAY = timedelta(days=1)


def weekday_names() -> tuple[str, ...]:
    """The days of the week, Monday first, in three letters."""
    return (_("Mon"), _("Tue"), _("Wed"), _("Thu"), _("Fri"), _("Sat"), _("Sun"))


def month_names() -> tuple[str, ...]:
    """The months, in three letters."""
    return (
        _("Jan"), _("Feb"), _("Mar"), _("Apr"), _("May"), _("Jun"),
        _("Jul"), _("Aug"), _("Sep"), _("Oct"), _("Nov"), _("Dec"),
    )  # fmt: skip


def day_words(day: date, today: date) -> str:
    """A day: `Tue 3 Nov`, with its year where that is another one than today's."""
    named = {"weekday": weekday_names()[day.weekday()], "day": day.day, "month": month_names()[day.month - 1]}
    if day.year == today.year:
        return _("{weekday} {day} {month}").format(**named)
    return _("{weekday} {day} {month} {year}").format(**named, year=day.year)


def near_day_words(day: date, today: date) -> str:
    """A day, with a word for one that is close by."""
    words = day_words(day, today)
    if day == today:
        return _("Today, {day}").format(day=words)
    return _("Yesterday, {day}").format(day=words) if day == today - _DAY else words


def happened_words(count: DayCount, today: date) -> str:
    """What happened on a day and in the night that began on its evening: `Tue 3 Nov: 1 cramp, 2 sessions`."""
    return _("{day}: {what}").format(day=near_day_words(count.day, today), what=count_words(count))


def count_words(count: DayCount) -> str:
    """How many cramps and sessions there were."""
    cramps = plural("{n} cramp", "{n} cramps", count.cramps)
    sessions = plural("{n} session", "{n} sessions", count.sessions)
    if count.cramps and count.sessions:
        return _("{cramps}, {sessions}").format(cramps=cramps, sessions=sessions)
    if count.cramps or count.sessions:
        return cramps if count.cramps else sessions
    return _("nothing")


def streak_words(streak: Streak) -> str:
    """Practice, counted kindly; nothing where there was none."""
    if not streak.done:
        return ""
    if streak.of == 1:
        return _("Your first day of practice is done")
    return _("Practice: {done} of the last {of} days").format(done=streak.done, of=streak.of)


def entry_title(entry: Entry | None, today: date) -> str:
    """What an entry is, and when it was; of a cramp that is still to be written where there is none."""
    if entry is None:
        return _("Add a cramp")
    local = entry.start.local
    when = _("{day} {time}").format(day=day_words(local.date(), today), time=f"{local:%H:%M}")
    if isinstance(entry, CrampEntry):
        return _("Cramp, {when}").format(when=when)
    return _("{title}, {when}").format(title=visible(entry.title or entry.routine), when=when)
