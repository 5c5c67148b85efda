"""The last weeks as a calendar: cramp nights and practice days, told by glyph as well as by colour."""

from dataclasses import dataclass
from datetime import date

from textual.content import Content
from textual.events import Click
from textual.message import Message
from textual.widgets import Static

from uncramp.domain.diary import DayCount
from uncramp.i18n import _
from uncramp.words.diary import month_names, weekday_names

CRAMPS = ("▂", "▅", "█")
"""One cramp in a night, two, three or more."""
UNSURE = "?"
"""What may have been a cramp, and none besides."""
PRACTICE = "•"
NOTHING = "·"

_CELL = 3
_BEFORE = 4
"""Columns of a day, and those of the names of the weekdays before them."""

Weeks = tuple[tuple[DayCount | None, ...], ...]


class HeatStrip(Static):
    """Weeks side by side, each from Monday down to Sunday."""

    DEFAULT_CSS = "HeatStrip { width: 40; height: 8; color: $quiet; text-wrap: nowrap; text-overflow: clip; }"

    @dataclass
    class DayPicked(Message):
        """A day was clicked."""

        day: date

    _weeks: Weeks = ()
    _marked: date | None = None

    def show(self, weeks: Weeks, marked: date | None) -> None:
        if (weeks, marked) != (self._weeks, self._marked):
            self._weeks, self._marked = weeks, marked
            lines = [_months(weeks)]
            for nth, name in enumerate(weekday_names()):
                lines.append(Content.assemble(f"{name:<{_BEFORE}}", *(self._cell(week[nth]) for week in weeks)))
            self.update(Content("\n").join(lines), layout=False)

    def _cell(self, count: DayCount | None) -> Content:
        if count is None:
            return Content(" " * _CELL)
        if not (count.cramps or count.sessions or count.unconfirmed):
            cell = Content(f"{NOTHING} ")
        else:
            unsure = UNSURE if count.unconfirmed else " "
            cramps = CRAMPS[min(count.cramps, len(CRAMPS)) - 1] if count.cramps else unsure
            practice = PRACTICE if count.sessions else " "
            cell = Content.assemble((cramps, "$alert"), (practice, "bold $accent"))
        # No block: that would read as cramps.
        return Content.assemble(cell, ("‹", "bold $foreground") if count.day == self._marked else " ")

    def on_click(self, event: Click) -> None:
        week, nth = (event.x - _BEFORE) // _CELL, event.y - 1
        if event.x >= _BEFORE and nth >= 0 and week < len(self._weeks) and (count := self._weeks[week][nth]):
            self.post_message(self.DayPicked(count.day))


def legend(weeks: Weeks = ()) -> Content:
    cramps, practice, nothing = _("1, 2, 3 or more cramps"), _("practice"), _("nothing")
    each = _("One mark: a day and the night after it.")
    unsure = any(count and count.unconfirmed for week in weeks for count in week)
    maybe = ((UNSURE, "$alert"), "  " + _("was it a cramp? Not counted") + "\n") if unsure else ()
    return Content.assemble(
        (" ".join(CRAMPS), "$alert"), f"  {cramps}\n", *maybe,
        (PRACTICE, "bold $accent"), f"  {practice}   ", (NOTHING, "$quiet"), f"  {nothing}\n{each}",
    )  # fmt: skip


def _months(weeks: Weeks) -> Content:
    """The name of each month over the first of its weeks; where there is room for one of two, the later."""
    firsts = [week[0].day.month for week in weeks if week[0] is not None]
    line = " " * _BEFORE
    for nth, month in enumerate(firsts):
        begins = nth == 0 or firsts[nth - 1] != month
        crowded = nth == 0 and len(firsts) > 1 and firsts[1] != month
        line += f"{month_names()[month - 1] if begins and not crowded else '':<{_CELL}}"
    return Content(line)
