# ruff: noqa: SLF001 - there is no other way to where the toolkit has put things

"""Draws lines of a widget at once, where nothing stands in the way of it.

The toolkit draws one rectangle round all that has changed. In a session the clock at the top and the bars at the foot
change together: each second would have every widget asked for every line, and a figure that moves would have it more
often. Here the same lines go to the same places, and nothing else is asked. Wherever that could be in doubt (another
screen on top, a layout to come, something in front) the toolkit draws them.
"""

from collections.abc import Mapping
from contextlib import suppress

from textual.color import BLACK
from textual.geometry import Region
from textual.strip import Strip
from textual.widget import Widget

_HELD_BACK, _SHOWN = "\x1b[?2026h", "\x1b[?2026l"
"""Between these a terminal that can shows nothing half done."""


def redraw(widget: Widget, lines: Mapping[int, Strip]) -> None:
    """Draw some lines of a widget anew.

    Args:
        widget: one without border, padding and opacity.
        lines: what its `render_line` gives for them, with a ground of their own, by their numbers from its top.
    """
    if not lines:
        return
    width = next(iter(lines.values())).cell_length
    first, last = min(lines), max(lines)
    with suppress(
        AttributeError, TypeError, ValueError
    ):  # another version of the toolkit, with other insides
        place = _place(widget)
        if place is not None and place.width == width and last < place.height:
            widget._styles_cache.set_dirty(
                Region(0, first, width, last - first + 1)
            )  # what it has kept is stale
            _write(widget, place, lines)
            return
    widget.refresh(*(Region(0, line, width, 1) for line in lines))


def _place(widget: Widget) -> Region | None:
    """Where all of it is on the terminal; nothing where it isn't, or may be elsewhere in a moment."""
    app = widget.app
    if app.is_headless or not app._running or app._closed or app._exit or app._batch_count:
        return None
    screen = app.screen
    if screen._layout_required or screen._scroll_required:
        return None
    seen = screen._compositor.visible_widgets  # those in front come first; none of another screen's
    region, clip = seen.get(widget, (Region(), Region()))
    if not region or not clip.contains_region(region):
        return None
    for other, (beside, shown) in seen.items():
        if other is widget:
            break
        if beside.intersection(shown).overlaps(region):
            return None
    return region


def _write(widget: Widget, place: Region, lines: Mapping[int, Strip]) -> None:
    app = widget.app
    console, filters = app.console, widget.get_line_filters()
    drawn = []
    for line, strip in lines.items():
        shown = strip
        for each in filters:
            shown = shown.apply_filter(each, BLACK)
        drawn.append(f"\x1b[{place.y + line + 1};{place.x + 1}H{shown.render(console)}")
    if app._sync_available:
        drawn = [_HELD_BACK, *drawn, _SHOWN]
    if app._driver is not None:
        app._driver.write("".join(drawn))
