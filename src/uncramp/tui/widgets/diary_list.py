"""The diary by day and night, the newest first: a heading for each, a line or more for each cramp and session."""

from collections.abc import Iterable, Iterator
from datetime import date
from itertools import groupby

from textual.content import Content
from textual.message import Message
from textual.widgets.option_list import Option

from uncramp.domain.diary import CrampEntry, Entry, count_entries
from uncramp.files.text import shorten, visible
from uncramp.guidance.diary_form import one_line
from uncramp.i18n import _
from uncramp.terminal.layout import frame_room
from uncramp.tui.widgets.heat_strip import CRAMPS, NOTHING, PRACTICE, UNSURE
from uncramp.tui.widgets.menu import Menu
from uncramp.tui.widgets.plain_text import in_two_lines
from uncramp.words.diary import entry_words, essence, happened_words, heading_words, is_of_night

_TIME = 7
_BEFORE = _TIME + 4
"""Columns of the time, and of all that stands before the words."""
_MOST = 88
_NEAR = 12
"""Lines before the end of the list from which more is read."""
_BETWEEN = " · "


class DiaryList(Menu):
    """Entries by day."""

    DEFAULT_CSS = """
    DiaryList { scrollbar-gutter: stable; }
    DiaryList.-narrow { text-wrap: wrap; }
    """

    class EndNear(Message):
        """The end of what was read comes in sight."""

    def __init__(self) -> None:
        super().__init__(markup=False)
        self._entries: dict[str, Entry] = {}
        self._today = date.min
        self._width = 0

    @property
    def marked(self) -> Entry | None:
        return self._entries.get(self.marked_id or "")

    def show(self, entries: list[Entry], today: date, mark: str | None = None) -> None:
        """Show whole days, and mark an entry, or else what is nearest to where the mark was."""
        self._today = today
        wanted, at, top = mark or self.marked_id, self.highlighted or 0, self.scroll_offset.y
        self._entries = {entry.id: entry for entry in entries}
        self.clear_options()
        self.add_options(self._listed(entries))
        self.scroll_to(y=top, animate=False, immediate=True)
        self._mark(wanted, at)

    def add(self, entries: list[Entry]) -> None:
        """Show what was read of older days, too."""
        new = [entry for entry in entries if entry.id not in self._entries]
        above = next(map(_of, reversed(self._entries.values())), None)
        self._entries |= {entry.id: entry for entry in new}
        self.add_options(self._listed(new, above))

    def mark_day(self, day: date) -> None:
        """Mark the newest entry of a day, if it is in the list."""
        found = next((entry.id for entry in self._entries.values() if entry.day == day), None)
        if found is not None:
            self._mark(found, 0)

    def go_to_day(self, by: int) -> None:
        """Mark the first entry of the next day that is older (1) or newer (-1)."""
        days = list(dict.fromkeys(entry.day for entry in self._entries.values()))
        here = self.marked
        if here is not None:
            self.mark_day(days[max(0, min(days.index(here.day) + by, len(days) - 1))])

    def on_resize(self) -> None:
        """Words are put into other lines where there is another room for them."""
        region, narrow = self.scrollable_content_region.width, frame_room(*self.app.size).tiny
        width = region if narrow else min(region - _BEFORE - 2, _MOST)
        if width != self._width:
            self._width = width
            self.set_class(narrow, "-narrow")
            for entry in self._entries.values():
                self.replace_option_prompt(entry.id, self._row(entry))

    def watch_scroll_y(self, old_value: float, new_value: float) -> None:
        """More is wanted before the end comes in sight."""
        super().watch_scroll_y(old_value, new_value)
        if self.max_scroll_y - new_value <= _NEAR:
            self.post_message(self.EndNear())

    def _mark(self, wanted: str | None, at: int) -> None:
        self.highlighted = self.get_option_index(wanted) if wanted and wanted in self._entries else self.nearest(at)

    def _listed(self, entries: Iterable[Entry], above: tuple[date, bool] | None = None) -> Iterator[Option]:
        """Headings and lines, below those of a day or night that are there already."""
        for here, group in groupby(entries, key=_of):
            listed = list(group)
            words = heading_words(listed[0], self._today)
            if not frame_room(*self.app.size).tiny:
                words = happened_words(words, count_entries(here[0], listed))
            if here != above:
                yield Option(Content(f"\n{words}" if above else words), disabled=True)
            yield from (Option(self._row(entry), id=entry.id) for entry in listed)
            above = here

    def _row(self, entry: Entry) -> Content:
        cramp = isinstance(entry, CrampEntry)
        glyph = (CRAMPS[1] if cramp else PRACTICE) if entry.counts else (UNSURE if cramp else NOTHING)
        time, words = f"{entry.start.local:%H:%M}", visible(entry_words(entry))
        if frame_room(*self.app.size).tiny:
            first, second = map(visible, essence(entry))
            return Content(f"{time} {glyph} {first}\n{second}")
        lines = _in_lines(words, self._width or _MOST)
        if isinstance(entry, CrampEntry) and entry.note:
            note = one_line(entry.note)
            lines.append(_("“{note}”").format(note=shorten(note, max(1, self._width - 2))))
        return Content(f"{time:>{_TIME}}  {glyph} " + f"\n{' ' * _BEFORE}".join(lines))


def _of(entry: Entry) -> tuple[date, bool]:
    return entry.day, is_of_night(entry)


def _in_lines(words: str, width: int) -> list[str]:
    """The parts of an entry's words in lines of a width; a part that is longer has two."""
    lines: list[str] = []
    for part in words.split(_BETWEEN):
        if lines and len(lines[-1]) + len(_BETWEEN) + len(part) <= width:
            lines[-1] += _BETWEEN + part
        else:
            lines += in_two_lines(part, width)
    return lines
