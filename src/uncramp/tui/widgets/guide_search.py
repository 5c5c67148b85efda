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
from uncramp.tui import keys
from uncramp.tui.widgets.menu import Menu
from uncramp.tui.widgets.plain_text import PlainText

_LONGEST = 60
_VISIBLE = r"[^\x00-\x1f\x7f-\x9f\xad\u061c\u180e\u200b\u200e\u200f\u2028-\u202e\u2060-\u206f\ufeff]*"
"""What may be pasted: nothing that could steer the terminal or hide."""


class GuideSearchLine(Input):
    """A line to type in. The key of the warning signs stays theirs."""

    DEFAULT_CSS = """
    GuideSearchLine, GuideSearchLine:focus {
        width: 1fr; background: $background; background-tint: $background 0%; color: $foreground;
    }
    GuideSearchLine > .input--cursor { background: $accent; color: $on-accent; text-style: none; }
    GuideSearchLine > .input--selection { background: $accent; color: $on-accent; }
    GuideSearchLine:nocolor > .input--cursor { text-style: reverse; }
    """

    def __init__(self) -> None:
        super().__init__(compact=True, max_length=_LONGEST, restrict=_VISIBLE)
        self.cursor_blink = False

    def check_consume_key(self, key: str, character: str | None) -> bool:
        """Every character is typed but one."""
        return key != keys.SIGNS.keys and super().check_consume_key(key, character)

    def restricted(self) -> None:
        """Refuse in silence: no bell where nobody asked for one."""


class GuideSearch(Vertical):
    """What was found above, the line to type in below."""

    DEFAULT_CSS = """
    GuideSearch { height: 1fr; }
    GuideSearch #note { color: $quiet; padding: 0 1; }
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

    def compose(self) -> ComposeResult:
        yield PlainText(_note("", 0), id="note")
        found = Menu(id="found", classes="-chosen-from", markup=False)
        # The line keeps the keys.
        found.can_focus = False
        yield found
        with Horizontal(id="ask"):
            yield PlainText("/", id="slash")
            yield GuideSearchLine()

    def ask(self) -> None:
        """Let the person type; what was typed before can be typed over."""
        self.query_one(GuideSearchLine).focus()

    def move(self, *, down: bool) -> None:
        """Mark the next or the one before of what was found."""
        found = self.query_one("#found", Menu)
        if down:
            found.action_cursor_down()
        else:
            found.action_cursor_up()

    def open_marked(self) -> None:
        """Open what is marked, if anything was found."""
        self.query_one("#found", Menu).action_select()

    @on(Input.Changed)
    def _search(self, event: Input.Changed) -> None:
        event.stop()
        matches = find(self._topics, event.value)
        self._matches = {f"m{nth}": match for nth, match in enumerate(matches)}
        found = self.query_one("#found", Menu)
        found.clear_options()
        found.add_options(self._options())
        found.action_first()
        self.query_one("#note", PlainText).show(_note(event.value.strip(), len(matches)))

    def _options(self) -> Iterator[Option]:
        topic = None
        for id_, match in self._matches.items():
            if match.topic is not topic:
                topic = match.topic
                yield Option(Content(topic.title), disabled=True)
            before, hit, after = match.excerpt()
            yield Option(Content.assemble("  ", before, (hit, "bold underline"), after), id=id_)

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
    return plural("{n} place found.", "{n} places found.", count)
