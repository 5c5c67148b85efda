"""The words of the page for what an entry says in codes."""

from collections.abc import Iterable

from uncramp.domain.diary import State
from uncramp.domain.routine import Part, Side
from uncramp.i18n import _
from uncramp.report.room import cut, tidy
from uncramp.words.diary import part_word, side_word, state_word

_MINUTE = 60
_NAME = 26
"""The columns that a name from a file may take on the page."""


def part_name(part: Part | None) -> str:
    """A part of the body, or that nobody said."""
    return part_word(part) if part else _("not said")


def side_name(side: Side | None) -> str:
    """A side of the body, or that nobody said."""
    return side_word(side) if side else _("not said")


def state_name(state: State | None) -> str:
    """What the person was doing, or that nobody said."""
    return state_word(state) if state else _("not said")


def short_time(seconds: int) -> str:
    """A length of time in little room: `40 s`, `3 min 4 s`, `2 h 5 min`."""
    minutes, rest = divmod(seconds, _MINUTE)
    hours, over = divmod(minutes, _MINUTE)
    if hours:
        return _("{hours} h {minutes} min").format(hours=hours, minutes=over)
    return (
        _("{minutes} min {seconds} s").format(minutes=minutes, seconds=rest)
        if minutes
        else _("{n} s").format(n=rest)
    )


def named(text: str) -> str:
    """A name from a file: of a step, or a routine."""
    return cut(tidy(text), _NAME)


def tally(counts: Iterable[tuple[str, int]]) -> str:
    """Names with how often each: `left 20, right 18`."""
    return ", ".join(_("{name} {n}").format(name=name, n=n) for name, n in counts)


def top(counts: tuple[tuple[str, int], ...], most: int) -> str:
    """The first few of names from files with how often each, and what is not named, counted."""
    shown = [(named(name), n) for name, n in counts[:most]]
    if rest := counts[most:]:
        shown.append((_("others"), sum(n for _name, n in rest)))
    return tally(shown)
