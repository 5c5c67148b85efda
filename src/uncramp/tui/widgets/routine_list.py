"""The routines as a list that can be narrowed by typing."""

from collections.abc import Iterator
from dataclasses import dataclass

from textual.content import Content
from textual.widgets.option_list import Option

from uncramp.domain.routine import BUILT_IN, Purpose, Routine
from uncramp.i18n import _
from uncramp.order import FIRST, for_today, in_order, matches
from uncramp.reading.library import Entry
from uncramp.reading.text import shorten
from uncramp.tui.kit import Kit
from uncramp.tui.widgets.menu import Menu
from uncramp.words import about_how_long, purpose_name

_TODAY = "today:"
"""Before the id of a routine that is shown a second time, for today."""


_WIDEST_TITLE = 26


@dataclass(frozen=True, slots=True)
class _Row:
    entry: Entry
    routine: Routine
    line: Content


class RoutineList(Menu):
    """The routines. Another widget may take what is typed; what is marked stays as bright."""

    DEFAULT_CSS = """
    RoutineList, RoutineList:focus { margin: 1 0; }
    RoutineList > .option-list--option { padding: 0 2; }
    RoutineList > .option-list--option-disabled { padding: 0 2; }
    RoutineList > .option-list--option-highlighted { background: $accent; color: $on-accent; text-style: bold; }
    RoutineList:nocolor > .option-list--option-highlighted { text-style: bold underline; }
    """

    def __init__(self, kit: Kit) -> None:
        """List what the kit's library holds, for the kit's person."""
        super().__init__(markup=False)
        self._kit = kit
        self._rows: list[_Row] = []

    def take(self, kit: Kit) -> None:
        """List for another kit from the next filling on."""
        self._kit = kit

    def refill(self, words: str = "") -> None:
        """Show everything, or only what matches the words; what would be started first is marked."""
        found = in_order(self._kit.library.entries())
        width = min(_WIDEST_TITLE, max((len(routine.title) for _entry, routine in found), default=0))
        self._rows = [self._row(entry, routine, width) for entry, routine in found]
        self.clear_options()
        self.add_options(self._found(words) if words else self._everything())
        first = next((nth for nth, option in enumerate(self.options) if not option.disabled), None)
        self.highlighted = first
        self.scroll_to(y=0, animate=False)

    def routine(self, option_id: str | None) -> Routine | None:
        """The routine that an option stands for."""
        name = (option_id or "").removeprefix(_TODAY)
        return next((row.routine for row in self._rows if row.entry.name == name), None)

    def _found(self, words: str) -> Iterator[Option]:
        found = [row for row in self._rows if matches(words, row.entry, row.routine)]
        if not found:
            yield Option(_("Nothing is called that. Esc shows all."), disabled=True)
        yield from (Option(row.line, id=row.entry.name) for row in found)

    def _everything(self) -> Iterator[Option]:
        rows = {row.entry.name: row for row in self._rows}
        if first := rows.get(FIRST):
            words = Content.assemble(
                "\n", (_("Cramp now? Press Enter."), "bold"), "   ", first.routine.about, "\n"
            )
            yield Option(words, id=FIRST)
        yield from self._today(rows)
        for purpose in Purpose:
            group = [row for row in self._rows if row.routine.purpose is purpose and row is not first]
            if group:
                yield from _heading(purpose_name(purpose))
                yield from (Option(row.line, id=row.entry.name) for row in group)
        broken = [entry for entry in self._kit.library.entries() if entry.routine is None]
        if broken:
            yield from _heading(_("Can't be read: run uncramp check to see why"))
            yield from (Option(Content(f"  {entry.name}"), disabled=True) for entry in broken)

    def _today(self, rows: dict[str, _Row]) -> Iterator[Option]:
        today = [rows[name] for name in for_today(self._kit.local_time().hour) if name in rows]
        if today:
            yield from _heading(_("For today"))
            yield from (Option(row.line, id=f"{_TODAY}{row.entry.name}") for row in today)

    def _row(self, entry: Entry, routine: Routine, width: int) -> _Row:
        plan = self._kit.plan(routine)
        length = about_how_long(routine, plan) if plan.intervals else _("not for you")
        about = (
            routine.about if entry.origin == BUILT_IN else _("(yours) {about}").format(about=routine.about)
        )
        return _Row(
            entry, routine, Content(f"{shorten(routine.title, width):<{width}}  {length:<11}  {about}")
        )


def _heading(words: str) -> Iterator[Option]:
    yield Option("", disabled=True)
    yield Option(Content(words), disabled=True)
