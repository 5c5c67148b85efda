"""The routines as a list that can be narrowed by typing."""

from collections.abc import Iterable, Iterator, Mapping
from dataclasses import dataclass

from textual.content import Content
from textual.widgets.option_list import Option

from uncramp.domain.routine import BUILT_IN, Purpose, Routine
from uncramp.files.library import RoutineEntry
from uncramp.files.text import shorten
from uncramp.guidance.context import Context
from uncramp.guidance.routines import FIRST, for_today, in_order, matches, swap_of
from uncramp.i18n import _
from uncramp.tui.widgets.menu import Menu
from uncramp.words.session import about_how_long, purpose_name, swap_words

_TODAY = "today:"
"""Before the id of a routine that is shown a second time, for today; alone, of the heading above those."""

_NO_MARK = " "

_WIDEST_TITLE = 26
_NARROW, _NARROW_TITLE = 56, 19
"""Columns below which a line for today has no room for all, and what its title takes then."""

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
    fits: bool
    """Whether anything of it is for this person."""
    title: str
    """Of what is played, which may be another routine."""
    length: str
    about: str

    def line(self, width: int, mark: str = _NO_MARK, about: str = "") -> Content:
        title = shorten(self.title, width)
        return Content(f"{mark} {title:<{width}}  {self.length:<14}  {about or self.about}")


class RoutineList(Menu):
    """The routines. The marked one stays bright while another widget has the focus."""

    DEFAULT_CSS = """
    RoutineList, RoutineList:focus { margin: 1 0; }
    RoutineList > .option-list--option { padding: 0 2 0 0; }
    RoutineList > .option-list--option-disabled { padding: 0 2 0 0; }
    RoutineList > .option-list--option-highlighted { background: $accent; color: $on-accent; text-style: none; }
    """

    def __init__(self, context: Context) -> None:
        """List what the context's library holds, for the context's person."""
        super().__init__(markup=False)
        self.context = context
        self._words = self._streak = ""
        self._width = 0
        self._unread: list[str] = []
        self._entries: dict[str, RoutineEntry] = {}
        self._rows: dict[str, _Row] = {}
        self._today: dict[str, tuple[str, ...]] = {}
        self._marks: Mapping[tuple[str, ...], tuple[str, str]] = {}

    def on_mount(self) -> None:
        """Read what came with the program, and the person's own if they are few; many are read when the list stands."""
        shipped = set(self.context.library.shipped_names())
        own = [name for name in self.context.library.names() if name not in shipped]
        self._read(sorted(shipped))
        if len(own) > _AT_ONCE:
            self._unread = own
            self.set_timer(_AFTER_S, self._read_on)
        else:
            self._read(own)
        self.refill()

    def _read(self, names: Iterable[str]) -> None:
        for name in names:
            entry = self._entries[name] = self.context.library.entry_of(name)
            if entry.routine is not None:
                self._rows[name] = self._row(entry, entry.routine)

    def _read_on(self) -> None:
        """Read a few more; with the last of them they are all shown."""
        batch, self._unread = self._unread[:_BATCH], self._unread[_BATCH:]
        self._read(batch)
        if self._unread:
            self.call_later(self._read_on)
            return
        marked = self.marked_id
        self.refill(self._words)
        again = (nth for nth, option in enumerate(self.options) if marked and option.id == marked)
        self.highlighted = next(again, self.highlighted)

    def set_context(self, context: Context) -> None:
        """Take another context; `refill` shows it."""
        self.context = context
        self._rows = {entry.name: self._row(entry, routine) for entry, routine in in_order(self._entries.values())}

    def show_today(self, marks: Mapping[tuple[str, ...], tuple[str, str]], streak: str) -> None:
        """Say how far today's practice is, and in a few words the last days. Every line stays where it is.

        `marks` has a glyph, and how much is done, by the routines that count for one aim.
        """
        self._marks, self._streak = marks, streak
        if self._words or not self._today:
            return
        self.replace_option_prompt(_TODAY, self._today_heading())
        for name, group in self._today.items():
            self.replace_option_prompt(_TODAY + name, self._today_line(name, group))

    def on_resize(self) -> None:
        self.show_today(self._marks, self._streak)

    def refill(self, words: str = "") -> None:
        """Show everything, or only what matches the words; what would be started first is marked."""
        self._words = words
        longest = max((len(row.title) for row in self._rows.values()), default=0)
        self._width = min(_WIDEST_TITLE, longest)
        self.clear_options()
        self.add_options(self._found(words) if words else self._everything())
        self.highlighted = self.nearest()
        self.scroll_to(y=0, animate=False)

    def routine(self, option_id: str | None) -> Routine | None:
        """The routine that an option stands for."""
        row = self._rows.get((option_id or "").removeprefix(_TODAY))
        return row.routine if row else None

    def _found(self, words: str) -> Iterator[Option]:
        good = in_order(self._entries.values())
        rows = [self._rows[entry.name] for entry, _routine in good]
        found = [row for row in rows if matches(words, row.entry, row.routine, row.title)]
        if not found:
            yield Option(Content("  " + _("Nothing is called that. Esc shows all.")), disabled=True)
        yield from self._listed(found)
        yield from self._still_to_read()

    def _everything(self) -> Iterator[Option]:
        rows = [self._rows[entry.name] for entry, _routine in in_order(self._entries.values())]
        first = self._rows.get(FIRST)
        if first is not None:
            words = Content.assemble("\n  ", (_("Cramp now? Press Enter."), "bold"), "   ", first.routine.about, "\n")
            yield Option(words, id=FIRST)
        yield from self._for_today()
        for purpose in Purpose:
            group = [row for row in rows if row.routine.purpose is purpose and row is not first]
            if group:
                yield from _heading(purpose_name(purpose))
                yield from self._listed(group)
        yield from self._still_to_read()
        broken = [entry.name for entry in self._entries.values() if entry.routine is None]
        if broken:
            yield from _heading(_("Can't be read: run uncramp check to see why"))
            yield from (Option(Content(f"    {name}"), disabled=True) for name in sorted(broken))

    def _for_today(self) -> Iterator[Option]:
        """One routine for each aim of the day; none where nothing of it is for this person."""
        self._today = {}
        for group in for_today(self.context.local_time().hour):
            fitting = [name for name in group if name in self._rows and self._rows[name].fits]
            if fitting:
                self._today.setdefault(fitting[0], group)
        if self._today:
            yield Option("", disabled=True)
            yield Option(self._today_heading(), id=_TODAY, disabled=True)
        for name, group in self._today.items():
            yield Option(self._today_line(name, group), id=_TODAY + name)

    def _today_heading(self) -> Content:
        if self._streak and self.size.width < _NARROW:
            return Content("  " + self._streak)
        return Content.assemble("  ", _("For today"), ("   " + self._streak, "not bold"))

    def _today_line(self, name: str, group: tuple[str, ...]) -> Content:
        row, (mark, words) = self._rows[name], self._marks.get(group, (_NO_MARK, ""))
        # Where there is little room, progress says more than length.
        if words and self.size.width < _NARROW:
            return Content(f"{mark} {shorten(row.title, _NARROW_TITLE):<{_NARROW_TITLE}} {words}")
        return row.line(self._width, mark, words)

    def _listed(self, rows: Iterable[_Row]) -> Iterator[Option]:
        return (Option(row.line(self._width), id=row.entry.name) for row in rows)

    def _still_to_read(self) -> Iterator[Option]:
        if self._unread:
            yield from _heading(_("The others of your own routines are being read ..."))

    def _row(self, entry: RoutineEntry, routine: Routine) -> _Row:
        plan = self.context.plan(routine)
        swap = swap_of(routine, plan)
        title, about = routine.title, routine.about
        if swap is not None:
            title, about = swap.title, swap_words(swap.old_title, swap.why)
        own = about if entry.origin == BUILT_IN else _("(yours) {about}").format(about=about)
        return _Row(entry, routine, bool(plan.intervals), title, about_how_long(plan), own)


def _heading(words: str) -> Iterator[Option]:
    yield Option("", disabled=True)
    yield Option(Content(f"  {words}"), disabled=True)
