"""The search over the guide: a line to type in, and what was found as one types."""

from collections.abc import Iterator
from dataclasses import dataclass

from textual import on
from textual.app import ComposeResult
from textual.containers import Horizontal, Vertical
from textual.content import Content
from textual.message import Message
from textual.widgets import Input, OptionList
from textual.widgets.option_list import Option

from uncramp.guide.topics import Match, Topic, find
from uncramp.i18n import _, plural
from uncramp.tui.widgets.line_input import LineInput
from uncramp.tui.widgets.menu import Menu
from uncramp.tui.widgets.plain_text import PlainText

_LONGEST = 60
_BESIDE = 4
"""Columns beside the words of what was found."""
_LINES, _FEW_LINES, _LOW = 3, 2, 9
"""Lines of what was found, and the lines of a terminal below which it has fewer."""


class GuideSearch(Vertical):
    """What was found above, the line to type in below."""

    DEFAULT_CSS = """
    GuideSearch { height: 1fr; }
    GuideSearch #note { color: $quiet; padding: 0 1; }
    GuideSearch #found { scrollbar-gutter: stable; }
    GuideSearch #ask { height: 1; }
    GuideSearch #slash { width: 2; color: $accent; text-style: bold; }
    """

    @dataclass
    class Opened(Message):
        """The person wants to read what was found."""

        match: Match

    def __init__(self, topics: tuple[Topic, ...]) -> None:
        super().__init__()
        self._topics = topics
        self._matches: dict[str, Match] = {}
        self.found, self.line = Menu(id="found", classes="-chosen-from", markup=False), LineInput(_LONGEST)
        # The line keeps the keys, and what was typed before can be typed over.
        self.found.can_focus, self.line.select_on_focus = False, True

    def compose(self) -> ComposeResult:
        yield PlainText(_note("", 0), id="note")
        yield self.found
        with Horizontal(id="ask"):
            yield PlainText("/", id="slash")
            yield self.line

    @on(Input.Changed)
    def _search(self, event: Input.Changed) -> None:
        event.stop()
        self._matches = {f"m{nth}": match for nth, match in enumerate(find(self._topics, event.value))}
        self.found.clear_options()
        self.found.add_options(self._options())
        self.found.action_first()
        self.query_one("#note", PlainText).show(_note(event.value.strip(), len(self._matches)))
        self.screen.refresh_bindings()

    def _options(self) -> Iterator[Option]:
        topic = None
        for id_, match in self._matches.items():
            if match.topic is not topic:
                topic = match.topic
                yield Option(Content(topic.title), disabled=True)
            yield Option(self._excerpt(match), id=id_)

    def _excerpt(self, match: Match) -> Content:
        """The sentence with what was found, on as many lines as there is room for: its front is cut first."""
        lines = _LINES if self.app.size.height >= _LOW else _FEW_LINES
        width = self.found.scrollable_content_region.width - _BESIDE
        before, hit, after = match.excerpt(lines * width)
        words = Content.assemble(before, (hit, "bold underline"), after)
        return Content("\n").join(Content("  ") + line.rstrip() for line in words.wrap(max(1, width))[: lines + 1])

    @on(OptionList.OptionSelected)
    def _open(self, event: OptionList.OptionSelected) -> None:
        event.stop()
        if event.option_id:
            self.post_message(self.Opened(self._matches[event.option_id]))

    @on(OptionList.OptionHighlighted)
    def _keep(self, event: OptionList.OptionHighlighted) -> None:
        event.stop()


def _note(query: str, count: int) -> str:
    if not query:
        return _("Type what you look for, such as sleep.")
    if not count:
        return _("Nothing found for “{query}”. Try another word.").format(query=query)
    return plural("{n} place found.", "{n} places found.", count) + " " + _("! still opens the warning signs.")
