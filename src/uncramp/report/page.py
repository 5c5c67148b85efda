"""The words of the page for the doctor, the same in each of its forms."""

from collections.abc import Callable, Iterable, Iterator
from dataclasses import dataclass
from datetime import date
from typing import TypeVar

from uncramp import __version__
from uncramp.domain.diary import CrampEntry
from uncramp.domain.pregnancy import PREGNANCY_TAGS
from uncramp.domain.report import AboutMe, Bar, Report, SignCount, Spread
from uncramp.files.text import visible
from uncramp.i18n import _, plural
from uncramp.paths import person
from uncramp.report.layout import cut, tidy
from uncramp.words.diary import date_words, night_words, part_word, side_word, state_word, when_words, where_words
from uncramp.words.practice import working_lines
from uncramp.words.session import tag_name
from uncramp.words.signs import known_signs

T = TypeVar("T")

_MINUTE = 60
_NAME = 26
"""The columns that a name from a file may take on the page."""
_MOST_SIGNS = 11
"""Signs that have a line of their own, at most: a sheet has no room for all that there are."""
_OTHER_SIGNS = 290
"""Columns for the names of the others: those that can wait, and those that another version knows."""

_MOST_NOTES = 80
_MOST_STEPS = 3
_MOST_ROUTINES = 5
_PART_OF_DAY = 3
_NOON = 12
_HOURS = 24


@dataclass(frozen=True, slots=True)
class Fact:
    """One line of the page: what it is about, and what there is to say."""

    label: str
    value: str


@dataclass(frozen=True, slots=True)
class Blank:
    label: str
    lines: int


@dataclass(frozen=True, slots=True)
class ReportPage:
    title: str
    about: tuple[str, ...]
    """Whose words these are, and of which time."""
    signs_heading: str
    signs: tuple[str, ...]
    """One a sign that was ticked, the most urgent first; empty where none was."""
    signs_note: str
    cramps: tuple[Fact, ...]
    times: tuple[tuple[str, int], ...]
    """Cramps by the time of day, from noon on; empty where there were none."""
    bars: tuple[Bar, ...]
    bars_heading: str
    practice_began: date | None
    latest: tuple[str, ...]
    """The last cramps, one a line, the newest first."""
    notes: tuple[str, ...]
    """The newest first; as many as there could be room for."""
    more_notes: int
    """How many there are besides."""
    practice: tuple[Fact, ...]
    practice_in_short: tuple[Fact, ...]
    """The same with one line for all routines, where the page is crowded."""
    about_me: str
    blanks: tuple[Blank, ...]
    made_with: str


def page_of(report: Report) -> ReportPage:
    there = report.cramps.total > 0
    return ReportPage(
        title=_("Leg cramps: self-reported"),
        about=tuple(_about(report)),
        signs_heading=_("Warning signs that I noted"),
        signs=tuple(_signs(report.signs, report.made_on)),
        signs_note="" if report.signs else _("None was noted. That does not mean that there was none."),
        cramps=tuple(_cramps(report)) if there else (),
        times=tuple(_times(report.cramps.hours)) if there else (),
        bars=() if report.empty else report.bars,
        bars_heading=plural("Cramps in each week", "Cramps in each {n} weeks", report.bars[0].weeks),
        practice_began=report.working.began,
        latest=tuple(_one_cramp(cramp, report.made_on) for cramp in report.latest),
        notes=tuple(_note(cramp.entry, report.made_on) for cramp in report.notes[:_MOST_NOTES]),
        more_notes=max(0, len(report.notes) - _MOST_NOTES),
        practice=() if report.empty else tuple(_practice(report, _routines(report))),
        practice_in_short=() if report.empty else tuple(_practice(report, _routines_in_short(report))),
        about_me=about_words(report.about_me) if report.about_me else "",
        blanks=(
            Blank(_("Medicines, vitamins and minerals that I take, and how much"), 2),
            Blank(_("When the cramps began, other illness, cramps in my family"), 1),
            Blank(_("My questions"), 2),
        ),
        made_with=_(
            "Made with uncramp {version} from my own diary. A night goes from noon to noon. "
            "Practice is at least half of a routine; first aid is none."
        ).format(version=__version__),
    )


def _about(report: Report) -> Iterator[str]:
    days = plural("{n} day", "{n} days", report.days)
    if name := person():
        yield _("Of {name}.").format(name=visible(name))
    yield _("My own notes, from {first} to {last} ({days}). Made on {made}.").format(
        first=report.first.isoformat(), last=report.last.isoformat(), days=days, made=report.made_on.isoformat()
    )
    if report.older:
        yield plural(
            "The diary has {n} older entry, which is not counted here.",
            "The diary has {n} older entries, which are not counted here.",
            report.older,
        )
    if report.empty:
        yield _("In this time nothing was written down.")
    elif not report.cramps.total:
        yield _("In this time no cramp was written down.")


def _signs(signs: tuple[SignCount, ...], today: date) -> Iterator[str]:
    known = known_signs()
    told = [sign for sign in signs if sign.key in known][:_MOST_SIGNS]
    for sign in told:
        words = known[sign.key].words
        night = night_words(sign.last, today)
        yield _("{n}×, newest {night}: {sign}").format(n=sign.times, night=night, sign=words)
    if others := [sign.key.replace("_", " ") for sign in signs if sign not in told]:
        yield _("{n} more: {signs}").format(n=len(others), signs=cut(", ".join(others), _OTHER_SIGNS))


def _cramps(report: Report) -> Iterator[Fact]:
    cramps = report.cramps
    yield Fact(_("How often"), _how_often(report))
    yield Fact(_("Where"), _tally((_or_not_said(part, part_word), n) for part, n in cramps.parts))
    yield Fact(_("Side"), _tally((_or_not_said(side, side_word), n) for side, n in cramps.sides))
    yield Fact(_("Doing what"), _tally((_or_not_said(state, state_word), n) for state, n in cramps.states))
    yield Fact(_("Eased after"), _how_long(cramps.relief, cramps.over_ten, cramps.total))
    yield Fact(_("Pain, 0 to 10"), _how_strong(cramps.strength, cramps.after, cramps.total))
    if cramps.eased_by:
        yield Fact(_("Eased by step"), _top(cramps.eased_by, _MOST_STEPS))


def _how_often(report: Report) -> str:
    cramps = plural("{n} cramp", "{n} cramps", report.cramps.total)
    nights = plural("{n} night", "{n} nights", report.cramps.nights)
    if report.per_week is None:
        return _("{cramps}, on {nights} of {days}").format(cramps=cramps, nights=nights, days=report.days)
    words = _("{cramps}, on {nights} of {days}; {weekly} a week")
    return words.format(cramps=cramps, nights=nights, days=report.days, weekly=f"{report.per_week:.1f}")


def _how_long(relief: Spread, over_ten: int, total: int) -> str:
    if relief.median is None or relief.most is None:
        return _("not said")
    words = _("half by {median} (median), longest {longest}; over 10 min: {over}").format(
        median=_short_time(round(relief.median)), longest=_short_time(relief.most), over=over_ten
    )
    return _with_known(words, relief.known, total)


def _how_strong(strength: Spread, after: Spread, total: int) -> str:
    if strength.median is None:
        return _("not said")
    words = _("half up to {median} (median), most {most}")
    if after.median is not None:
        words = _("half up to {median} (median), most {most}; then {after}")
    words = words.format(median=f"{strength.median:g}", most=strength.most, after=f"{after.median or 0:g}")
    return _with_known(words, strength.known, total)


def _with_known(words: str, known: int, total: int) -> str:
    if known == total:
        return words
    return _("{words}; known for {known} of {all}").format(words=words, known=known, all=total)


def _times(hours: tuple[int, ...]) -> Iterator[tuple[str, int]]:
    for start in range(_NOON, _NOON + _HOURS, _PART_OF_DAY):
        first = start % _HOURS
        label = _("{first}-{end} h").format(first=first, end=first + _PART_OF_DAY)
        yield label, sum(hours[first : first + _PART_OF_DAY])


def latest_heading(many: int) -> str:
    return plural("My last cramp, and what eased it", "My last {n} cramps, the newest first, and what eased them", many)


def _one_cramp(cramp: CrampEntry, today: date) -> str:
    """One cramp on a line: when, where, how long, how strong, and at its end, where it may be cut, what eased it."""
    said = [
        where_words(cramp),
        _shorter_time(cramp.relief) if cramp.relief is not None else "",
        _("pain {n}").format(n=cramp.strength) if cramp.strength is not None else "",
        cut(tidy(cramp.ended_in), _NAME) if cramp.ended_in else "",
    ]
    words = "; ".join(filter(None, said)) or _("no more is noted")
    return _("{when}: {said}").format(when=when_words(cramp, today), said=words)


def _note(cramp: CrampEntry, today: date) -> str:
    night, text, where = date_words(cramp, today), tidy(cramp.note), where_words(cramp)
    if not where:
        return _("{night}: {note}").format(night=night, note=text)
    return _("{night} ({where}): {note}").format(night=night, where=where, note=text)


def _practice(report: Report, routines: Iterable[str]) -> Iterator[Fact]:
    done = report.practice
    how_often = _("none in this time")
    if done.sessions or done.broken_off:
        days = plural("on {n} day", "on {n} days", done.days)
        sessions = plural("{n} session", "{n} sessions", done.sessions)
        words = _("{days} of {all}, {sessions}; broken off: {broken}")
        how_often = words.format(days=days, all=report.days, sessions=sessions, broken=done.broken_off)
    yield Fact(_("How often"), how_often)
    for nth, words in enumerate(routines):
        yield Fact("" if nth else _("Which"), words)
    yield Fact(_("Does it help?"), " ".join(working_lines(report.working)))


def _routines_in_short(report: Report) -> Iterator[str]:
    if routines := report.practice.routines:
        yield _top(tuple((one.title, one.times) for one in routines), 1)


def _routines(report: Report) -> Iterator[str]:
    routines = report.practice.routines
    for one in routines[:_MOST_ROUTINES]:
        name, times = cut(tidy(one.title), _NAME), plural("{n} time", "{n} times", one.times)
        if one.due:
            due = plural("{n} day", "{n} days", one.due)
            words = _("{name}: {times}; {n}× a day, as planned, on {done} of {due}")
            yield words.format(name=name, times=times, n=one.per_day, done=one.done, due=due)
        else:
            days = plural("on {n} day", "on {n} days", one.days)
            yield _("{name}: {times}, {days}").format(name=name, times=times, days=days)
    if others := sum(one.times for one in routines[_MOST_ROUTINES:]):
        yield _("others: {times}").format(times=plural("{n} time", "{n} times", others))


def about_words(me: AboutMe) -> str:
    said = [tag_name(tag) for tag in me.tags if me.week is None or tag not in PREGNANCY_TAGS]
    if me.week is not None:
        said.insert(0, _("pregnant, week {n}").format(n=me.week))
    if me.due is not None:
        said.append(_("due date {day}").format(day=me.due.isoformat()))
    return ", ".join(said) or _("nothing said")


def _or_not_said(code: T | None, word: Callable[[T], str]) -> str:
    """The word for a code of the diary, or that nothing was said."""
    return word(code) if code else _("not said")


def _shorter_time(seconds: int) -> str:
    """A length of time in a column of them: `40 s`, `3:04 min`."""
    minutes, rest = divmod(seconds, _MINUTE)
    return _("{time} min").format(time=f"{minutes}:{rest:02}") if minutes else _short_time(seconds)


def _short_time(seconds: int) -> str:
    """A length of time in little room: `40 s`, `3 min 4 s`, `2 h 5 min`."""
    minutes, rest = divmod(seconds, _MINUTE)
    hours, over = divmod(minutes, _MINUTE)
    if hours:
        return _("{hours} h {minutes} min").format(hours=hours, minutes=over) if over else _("{n} h").format(n=hours)
    words = _("{minutes} min {seconds} s") if minutes else _("{n} s")
    return words.format(minutes=minutes, seconds=rest, n=rest)


def _tally(counts: Iterable[tuple[str, int]]) -> str:
    """Names with how often each: `left 20, right 18`."""
    return ", ".join(_("{name} {n}").format(name=name, n=n) for name, n in counts)


def _top(counts: tuple[tuple[str, int], ...], most: int) -> str:
    """The first few of names from files with how often each, and what is not named, counted."""
    shown = [(cut(tidy(name), _NAME), n) for name, n in counts[:most]]
    if rest := counts[most:]:
        shown.append((_("others"), sum(n for _name, n in rest)))
    return _tally(shown)
