"""The line of keys at the bottom, each of which can be clicked."""

from collections.abc import Iterator

from textual.binding import Binding
from textual.content import Content
from textual.screen import Screen
from textual.style import Style
from textual.widgets import Static


class KeyBar(Static):
    """The screen's keys that can be used now, the first declared first; what does not fit is on the help screen."""

    DEFAULT_CSS = """
    KeyBar { height: 1; width: 1fr; color: $quiet; text-wrap: nowrap; text-overflow: clip; }
    """

    def __init__(self) -> None:
        """Make an empty bar; it fills itself from the screen's bindings."""
        super().__init__("", markup=False)

    def on_mount(self) -> None:
        """Follow the screen's bindings."""
        self.screen.bindings_updated_signal.subscribe(self, self._refill)
        self.call_after_refresh(self._refill, self.screen)

    def on_resize(self) -> None:
        """Show as many keys as fit now."""
        self._refill(self.screen)

    def _refill(self, screen: Screen[object]) -> None:
        if screen is not self.screen or not self.is_attached:
            return
        width, parts, used = self.size.width, list[Content](), 0
        bindings = list(_shown(screen))
        keys_page = [binding for binding in bindings if binding.id == "keys"]
        for binding in [one for one in bindings if one.id != "keys"] + keys_page:
            part = _part(binding)
            reserve = 0 if binding.id == "keys" or not keys_page else 2 + len(_part(keys_page[0]).plain)
            if used + len(part.plain) + reserve + 2 > width and parts:
                continue
            parts.append(part)
            used += len(part.plain) + 3
        self.update(Content("   ").join(parts))


def _shown(screen: Screen[object]) -> Iterator[Binding]:
    seen = set()
    for active in screen.active_bindings.values():
        binding = active.binding
        if binding.show and active.enabled and binding.id not in seen:
            seen.add(binding.id)
            yield binding


def _part(binding: Binding) -> Content:
    click = Style.from_meta({"@click": f"screen.{binding.action.removeprefix('screen.')}"})
    key = Content.styled(binding.key_display or binding.key, "bold $foreground")
    return Content.assemble(key, " ", binding.description).stylize(click)
