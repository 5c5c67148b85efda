"""A page of the guide. This is the only module that imports Textual's Markdown, which takes its time."""

from typing import ClassVar

from markdown_it import MarkdownIt
from textual import on
from textual.app import ComposeResult
from textual.binding import Binding, BindingType
from textual.widgets import Markdown
from textual.widgets.markdown import MarkdownBlock

from uncramp.guide.topics import Topic
from uncramp.tui.widgets.plain_text import ScrolledText

_KNOWN = ("heading", "list", "emphasis", "escape", "backticks", "newline")
_FOUND = "-found"


def _parser() -> MarkdownIt:
    """The Markdown that `uncramp.guide.blocks` knows, and no more: no link is ever made, so none can be opened."""
    return MarkdownIt("zero").enable(_KNOWN)


class GuideText(Markdown):
    """Markdown in the theme's colours."""

    DEFAULT_CSS = """
    GuideText { padding: 0 1 0 0; max-width: 76; color: $foreground; }
    GuideText MarkdownHeader, GuideText MarkdownH1 {
        background: $background; color: $accent; text-style: bold; content-align: left middle; width: 1fr;
        margin: 1 0 0 0;
    }
    GuideText MarkdownH1, GuideText > MarkdownParagraph, GuideText MarkdownBulletList, GuideText MarkdownOrderedList {
        margin: 0 0 1 0;
    }
    GuideText MarkdownBullet { color: $accent; }
    GuideText MarkdownBlock:dark > .code_inline, GuideText MarkdownBlock:light > .code_inline { background: $background; color: $accent; text-style: bold; }
    GuideText MarkdownBlock.-found { border-left: thick $accent; padding-left: 1; }
    """

    def __init__(self, topic: Topic) -> None:
        super().__init__(topic.markdown, parser_factory=_parser, open_links=False)

    def block_at(self, line: int) -> MarkdownBlock | None:
        """The block that holds a line of the Markdown, counted from 0, or else the last one before it."""
        blocks = [one for one in self.query(MarkdownBlock) if not one.query(MarkdownBlock)]
        return next((one for one in reversed(blocks) if one.source_range[0] <= line), None)


class GuidePage(ScrolledText, can_focus=True):
    """A topic. A click or Tab goes to it from the list."""

    BINDINGS: ClassVar[list[BindingType]] = [
        Binding("home", "scroll_home", show=False),
        Binding("end", "scroll_end", show=False),
    ]

    def __init__(self, topic: Topic) -> None:
        super().__init__()
        self._topic = topic
        self._line: int | None = None
        self._is_drawn = False

    def compose(self) -> ComposeResult:
        yield GuideText(self._topic)

    def show_line(self, line: int) -> None:
        """Scroll to a line of the Markdown, and mark what stands there, as soon as it is drawn."""
        self._line = line
        if self._is_drawn:
            self._go_to_line()

    @on(Markdown.TableOfContentsUpdated)
    def _drawn(self) -> None:
        self._is_drawn = True
        self._go_to_line()

    def _go_to_line(self) -> None:
        if self._line is None:
            return
        self.query(f".{_FOUND}").remove_class(_FOUND)
        block = self.query_one(GuideText).block_at(self._line)
        self._line = None
        if block is not None:
            block.add_class(_FOUND)
            self.call_after_refresh(self.scroll_to_widget, block, animate=False, center=True, force=True)
