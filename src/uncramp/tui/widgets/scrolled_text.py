"""A text that is longer than its room. The keys that scroll it are its screen's, whose bar says whether there is more."""

from collections.abc import Sequence

from textual.containers import VerticalScroll


def cut_behind_whole(ends: Sequence[int], lines: int) -> int:
    """How many of the `lines` in sight to leave empty, so that they end behind a whole item; `ends` has the line of each end.

    None where an item is hardly lower than what is in sight: then a part of it is better than nothing.
    """
    whole = max((end for end in ends if end <= lines), default=0)
    return lines - whole if max(ends, default=0) > lines and 2 * whole >= lines else 0


class ScrolledText(VerticalScroll, can_focus=False, inherit_bindings=False):
    """Words below one another; where they are scrolled to, and how much there is, decides what the screen's keys do."""

    DEFAULT_CSS = "ScrolledText { height: 1fr; overflow-x: hidden; scrollbar-size-vertical: 1; }"

    def on_mount(self) -> None:
        self.watch(self, "scroll_y", self.on_resize, init=False)
        self.watch(self, "virtual_size", self.on_resize, init=False)

    def on_resize(self) -> None:
        # Whether there is more below is known when the words are laid out.
        self.call_after_refresh(self.screen.refresh_bindings)

    def has_more(self, way: int) -> bool:
        """Whether there is more below, or with -1 above."""
        return self.scroll_offset.y < self.max_scroll_y if way > 0 else self.scroll_offset.y > 0

    def scroll_on(self, way: int) -> None:
        """By half of what is in sight, so that the eye finds its place again."""
        self.scroll_relative(y=way * max(1, self.size.height // 2), animate=False)
