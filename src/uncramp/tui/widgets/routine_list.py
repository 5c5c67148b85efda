"""The routines as a list: today's, then all others; what is typed narrows it."""

from collections.abc import Callable, Iterable, Iterator, Mapping
from dataclasses import dataclass
from typing import ClassVar

from textual.binding import BindingType
from textual.content import Content
from textual.widgets.option_list import Option

from uncramp.clock import is_night
from uncramp.domain.day_plan import day_plan
from uncramp.domain.own_keys import shown
from uncramp.domain.routine import BUILT_IN, Purpose, Routine
from uncramp.files.library import RoutineEntry
from uncramp.guidance.context import Context
from uncramp.guidance.routines import ON_KEYS, by_the_hour, for_a_day, in_order, matches, swap_of
from uncramp.i18n import _
from uncramp.terminal.layout import frame_room, stage_room
from uncramp.tui.widgets.menu import Menu
from uncramp.words.practice import times_a_day
from uncramp.words.session import about_how_long, how_often, swap_words

ABOUT, _TODAY, _ALL = "about:", "today:", "all:"
"""Ids of what is no routine: the question about the person, the heading of today, and the line that all are folded into."""

_MARGIN = "  "
_BETWEEN = " · "
_WIDEST_TITLE = 21
_NARROW, _NARROW_TITLE = 56, 19
"""Columns that a title takes, or else as many as it needs; and those of a terminal where only its length stands beside it."""
_SCROLLS, _EDGE = 1, 1
"""Columns of the bar that scrolls, and of the edge of a line."""

_AT_ONCE = 24
"""Own routines that are read before the list is first shown, at most; with more the list would come late."""

_AFTER_S = 0.3
"""Seconds after which the list stands, and the others are read."""

_BATCH = 8
"""Own routines that are read between two messages, so that keys are not kept waiting."""


@dataclass(frozen=True, slots=True)
class _Row:
    entry: RoutineEntry
    routine: Routine
    played: str
    """The name of what is played, which may be another routine."""
    fits: bool
    """Whether anything of it is for this person."""
    title: str
    """Of what is played."""
    length: str
    often: str
    """How often its file says, where that holds."""
    about: tuple[str, ...]
    """What is said of it, each shorter than the one before; none is ever cut."""


class RoutineList(Menu, inherit_bindings=False):
    """The routines, each once. Nothing is marked at first; the marked one stays bright while another widget has the focus.

    By night all that is not for today is folded into one line.
    """

    # Down and up are home's, which works without the focus, too.
    BINDINGS: ClassVar[list[BindingType]] = Menu.BINDINGS[2:]
    DEFAULT_CSS = """
    RoutineList { margin: 1 0 0 0; }
    RoutineList > .option-list--option, RoutineList > .option-list--option-disabled { padding: 0 1 0 0; }
    RoutineList.-narrow { text-wrap: wrap; }
    RoutineList > .option-list--option-highlighted { background: $accent; color: $on-accent; text-style: none; }
    """

    def __init__(self, context: Context) -> None:
        super().__init__(markup=False)
        self.context = context
        self._words = self._streak = ""
        self._summarized = False
        self._folded = is_night(context.local_time())
        self._width = self._longest = self._room = 0
        self._margin, self._narrow, self._tiny = _MARGIN, False, False
        self._unread: list[str] = []
        self._entries: dict[str, RoutineEntry] = {}
        self._rows: dict[str, _Row] = {}
        self._today: dict[str, tuple[str, ...]] = {}
        self._marks: Mapping[tuple[str, ...], tuple[str, str]] = {}
        """How often, or how much is done, in a word or two and in full, by the routines that count for one aim."""

    def on_mount(self) -> None:
        """Read what is listed at first, and the person's own if they are few; what is left, when the list stands."""
        shipped = set(self.context.library.shipped_names())
        own = [name for name in self.context.library.names() if name not in shipped]
        self._read(sorted(shipped - ON_KEYS))  # those on keys are only found by what is typed: `look_again` reads them
        if len(own) > _AT_ONCE:
            self._unread = own + sorted(shipped & ON_KEYS)
            self.set_timer(_AFTER_S, self._read_on)
        else:
            self._read(own)
        self.refill()

    def _read(self, names: Iterable[str]) -> None:
        for name in names:
            entry = self._entries[name] = self.context.library.entry_of(name)
            if entry.routine is not None:
                self._rows[name] = self._row(entry, entry.routine)

    def look_again(self) -> None:
        """Show the person's own routines as they are now, where any is new, changed or gone."""
        if self._unread or not self._entries:
            return
        library = self.context.library
        library.refresh()
        names = library.names()
        changed = [name for name in names if library.entry_of(name) is not self._entries.get(name)]
        gone = [name for name in self._entries if name not in names]
        for name in (*changed, *gone):
            self._entries.pop(name, None)
            self._rows.pop(name, None)
        if changed or gone:
            self._read(changed)
            self._refill_as_marked()

    def _read_on(self) -> None:
        batch, self._unread = self._unread[:_BATCH], self._unread[_BATCH:]
        self._read(batch)
        if self._unread:
            self.call_later(self._read_on)
        else:
            self._refill_as_marked()

    def set_context(self, context: Context) -> None:
        """Take another context; `refill` shows it."""
        self.context = context
        self._rows = {entry.name: self._row(entry, routine) for entry, routine in in_order(self._entries.values())}

    def show_today(self, marks: Mapping[tuple[str, ...], tuple[str, str]], streak: str) -> None:
        """Say how far today's practice is, and in a few words the last days. Every line stays where it is."""
        self._marks, self._streak, self._summarized = marks, streak, True
        if self._words or not self._today:
            return
        self.replace_option_prompt(_TODAY, self._today_heading())
        for name, group in self._today.items():
            self.replace_option_prompt(name, self._today_line(name, group))

    def on_resize(self) -> None:
        """Show more or less of each routine, where there is room for more or less."""
        if self._room != self._columns():
            self._refill_as_marked()

    def _columns(self) -> int:
        """The columns of a line, without its margin."""
        room = stage_room(*self.app.size)
        return room.columns - _SCROLLS - (0 if room.small else _EDGE) - len(self._margin)

    def _refill_as_marked(self) -> None:
        marked = self.marked_id
        self.refill(self._words)
        self.mark(marked)

    def refill(self, words: str = "") -> None:
        """Show everything, with nothing marked, or only what matches the words, with the first of it marked."""
        self._words = words
        self._narrow = self.app.size.width < _NARROW
        self._tiny = frame_room(*self.app.size).tiny
        self._margin = "" if self._narrow else _MARGIN
        self._room = self._columns()
        self.set_class(self._narrow, "-narrow")
        lengths = [len(row.length) for row in self._rows.values() if words or row.entry.name not in ON_KEYS]
        self._width, self._longest = (_NARROW_TITLE, 6) if self._narrow else (_WIDEST_TITLE, max(lengths, default=0))
        self.clear_options()
        self.add_options(self._found(words) if words else self._everything())
        self.highlighted = self.nearest() if words else None
        self.scroll_to(y=0, animate=False)

    def mark(self, option_id: str | None) -> None:
        """Mark what has this id, if it is there."""
        place = (nth for nth, option in enumerate(self.options) if option_id and option.id == option_id)
        self.highlighted = next(place, self.highlighted)

    def unmark(self) -> None:
        self.highlighted = None
        self.scroll_to(y=0, animate=False)

    def action_cursor_down(self) -> None:
        """Go down; from the last one to none, as the first one is reached from none."""
        self._step(super().action_cursor_down, last=-1)

    def action_cursor_up(self) -> None:
        """Go up; from the first one to none, as the last one is reached from none."""
        self._step(super().action_cursor_up, last=0)

    def _step(self, move: Callable[[], None], last: int) -> None:
        free = [nth for nth, option in enumerate(self.options) if not option.disabled]
        if free and self.highlighted == free[last] and not self._words:
            self.unmark()
        else:
            move()

    def unfold(self) -> None:
        """Show what was folded into one line, and mark the first of it."""
        at = next((nth for nth, option in enumerate(self.options) if option.id == _ALL), 0)
        self._folded = False
        self.refill()
        self.highlighted = self.nearest(at + 1)

    def routine(self, option_id: str | None) -> Routine | None:
        row = self._rows.get(option_id or "")
        return row.routine if row else None

    @property
    def own_is_marked(self) -> bool:
        """Whether a file of the person's own is marked."""
        row = self._rows.get(self.marked_id or "")
        return row is not None and row.entry.origin != BUILT_IN

    def show_own(self, name: str) -> None:
        self.look_again()
        if all(option.id != name for option in self.options):
            self.unfold()
        self.mark(name)

    def folds(self, option_id: str | None) -> bool:
        return option_id == _ALL

    def _found(self, words: str) -> Iterator[Option]:
        found = [row for row in self._in_order() if matches(words, row.entry, row.routine, row.title)]
        if not found:
            yield self._heading(_("Nothing is called that. Esc shows all."))
        yield from self._listed(_once(found, set()))
        yield from self._still_to_read()

    def _everything(self) -> Iterator[Option]:
        """Today, and below it what stands neither there nor on a key of home."""
        yield from self._for_today()
        if not self.context.person.there:
            yield Option("", disabled=True)
            key = shown(self.context.profile.keys, "a", "about")
            yield Option(self._line(_("Pregnant, or varicose veins? Press {key}."), key=key), id=ABOUT)
        today = {self._rows[name].played for name in self._today}
        others = [row for row in self._in_order() if row.entry.name not in ON_KEYS | self._today.keys()]
        yield Option("", disabled=True)
        if self._folded:
            yield Option(self._line(_("All routines {key}"), key="›"), id=_ALL)
        else:
            yield self._heading(_("More routines") if self._today else _("All routines"))
            yield from self._listed(_once(others, today))
            yield from self._still_to_read()
        broken = [entry.name for entry in self._entries.values() if entry.routine is None]
        if broken:
            yield Option("", disabled=True)
            yield self._heading(_("Can't be read: run uncramp check to see why"))
            yield from (self._heading(_MARGIN + name) for name in sorted(broken))

    def _for_today(self) -> Iterator[Option]:
        """One routine for each aim of the day; none where nothing of it is for this person."""
        now = self.context.local_time()
        own = [row.routine for row in self._rows.values() if row.entry.origin != BUILT_IN]
        plan = day_plan(own, self.context.profile.plan, now.date())
        found = for_a_day(by_the_hour(plan, now.hour), self._played)
        self._today = {name: dose.routines for name, dose in found.items()}
        if not self._summarized:
            self._marks = {dose.routines: (times_a_day(dose.least), "") for dose in found.values()}
        if self._today:
            yield Option(self._today_heading(), id=_TODAY, disabled=True)
        for name, group in self._today.items():
            yield Option(self._today_line(name, group), id=name)

    def _in_order(self) -> Iterator[_Row]:
        return (self._rows[entry.name] for entry, _routine in in_order(self._entries.values()))

    def _played(self, name: str) -> str | None:
        row = self._rows.get(name)
        return row.played if row and row.fits and row.routine.purpose is not Purpose.FIRST_AID else None

    def _today_heading(self) -> Content:
        streak = f"   {self._streak}" if len(f"{_('Today')}   {self._streak}") <= self._room else ""
        return Content.assemble(self._margin, _("Today"), (streak, "not bold"))

    def _today_line(self, name: str, group: tuple[str, ...]) -> Content:
        return self._shown(self._rows[name], *self._marks.get(group, ("", "")))

    def _listed(self, rows: Iterable[_Row]) -> Iterator[Option]:
        return (Option(self._shown(row), id=row.entry.name) for row in rows)

    def _shown(self, row: _Row, times: str = "", done: str = "") -> Content:
        """A line: the title, how long, how often, and what it is about; the whole of the longest of these that fits."""
        if self._tiny:
            return Content(row.title)
        times = times or ("" if self._narrow else row.often)
        gap = " " if self._narrow else "  "
        start = f"{row.title:<{self._width}}{gap}{row.length:<{self._longest}}{gap}"
        about = [done] if done else [_BETWEEN.join(filter(None, (times, one))) for one in row.about]
        said = (*(about if done or not self._narrow else ()), times)
        fitting = next((one for one in said if one and len(start) + len(one) <= self._room), "")
        return Content(f"{self._margin}{start}{fitting}".rstrip())

    def _line(self, words: str, *, key: str) -> Content:
        before, _between, after = words.partition("{key}")
        return Content.assemble(self._margin, before, (key, "bold"), after)

    def _heading(self, words: str) -> Option:
        return Option(Content(self._margin + words), disabled=True)

    def _still_to_read(self) -> Iterator[Option]:
        if self._unread:
            yield self._heading(_("The others of your own routines are being read ..."))

    def _row(self, entry: RoutineEntry, routine: Routine) -> _Row:
        plan = self.context.plan(routine)
        swap = swap_of(routine, plan)
        title, played, about = routine.title, routine.name, tuple[str, ...]((routine.about,))
        if swap is not None:
            # Of the reason a whole sentence: no warning is cut in its middle.
            reason = swap.why.split(". ")[0].removesuffix(".") + "."
            # Nor does the reason stand there alone: it would read as what the routine does.
            about = (swap_words(swap.old_title, reason), _("Instead of {title}").format(title=swap.old_title))
            title, played = swap.title, swap.name
        chosen = dict(self.context.profile.plan)  # holds before what the file says
        holds = swap is None and routine.name not in chosen
        often = how_often(routine.per_day) if holds and routine.per_day is not None else ""
        if entry.origin != BUILT_IN:
            about = (*(_("(yours) {about}").format(about=one).rstrip() for one in about), _("(yours)"))
        return _Row(entry, routine, played, bool(plan.intervals), title, about_how_long(plan), often, about)


def _once(rows: Iterable[_Row], there: set[str]) -> Iterator[_Row]:
    """The rows without those that would play what another one plays, or what is there already."""
    rows = list(rows)
    taken = there | {row.played for row in rows if row.played == row.entry.name}
    for row in rows:
        if row.played == row.entry.name and row.played not in there:
            yield row
        elif row.played not in taken:
            taken.add(row.played)
            yield row
