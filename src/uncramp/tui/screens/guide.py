"""The guide: its topics, one of them to be read, and a search over all of them."""

from dataclasses import replace
from enum import StrEnum
from typing import TYPE_CHECKING

from textual import on
from textual.app import ComposeResult
from textual.containers import Horizontal, Vertical
from textual.content import Content
from textual.events import DescendantFocus, Resize
from textual.widgets import OptionList
from textual.widgets.option_list import Option

from uncramp.guidance.context import Context
from uncramp.guide.topics import Guide, Topic
from uncramp.i18n import _
from uncramp.tui import keys
from uncramp.tui.keys import Command
from uncramp.tui.screens.page import ReadScreen
from uncramp.tui.widgets.guide_search import GuideSearch
from uncramp.tui.widgets.menu import Menu
from uncramp.tui.widgets.plain_text import PlainText

if TYPE_CHECKING:
    from uncramp.tui.widgets.guide_page import GuidePage

_NARROW = 64
"""Columns below which the list and the page don't stand side by side."""


class Showing(StrEnum):
    """Where the person is in the guide."""

    TOPICS = "topics"
    PAGE = "page"
    SEARCH = "search"


READ = Command("read", "enter,right", "Enter", _("read"), _("Read the marked topic."))
MORE = replace(keys.MORE, keys="down,space,pagedown")
TOPICS = Command("topics", "escape,backspace,left", "Esc", _("topics"), _("Go back to the topics."))
SEARCH = Command("search", "slash", "/", _("search"), _("Search the whole guide."))
LEAVE = Command("dismiss(False)", "escape,backspace,q", "Esc", _("back"), _("Close the guide."))
LEAVE_PAGE = Command("leave_guide", "q", "q", _("leave"), _("Close the guide."))
OPEN = Command("open_found", "enter", "Enter", _("open"), _("Open the marked place."), first=True)
NEXT = Command("next_found", "down", "↓", _("next"), _("Mark the next place."), first=True)
PREVIOUS = Command("previous_found", "up", "", _("one before"), _("Mark the place before."), first=True)
LEAVE_SEARCH = Command("leave_search", "escape", "Esc", _("back"), _("Leave the search."))

_WHEN = {
    Showing.TOPICS: {READ.id, SEARCH.id, "dismiss"},
    Showing.PAGE: {MORE.id, keys.MORE_ABOVE.id, TOPICS.id, SEARCH.id, LEAVE_PAGE.id},
    Showing.SEARCH: {OPEN.id, NEXT.id, PREVIOUS.id, LEAVE_SEARCH.id},
}
"""The commands that have a meaning where one is, and not everywhere."""
_SOMEWHERE = frozenset[str]().union(*_WHEN.values())


class GuideScreen(ReadScreen[bool]):
    """Topics beside the page; one after the other where there is little room. Closing it gives `False`."""

    PLACE = _("In the guide")
    # Else it goes to the list, whatever is shown.
    AUTO_FOCUS = ""
    BINDINGS = keys.bind(
        READ,
        OPEN,
        MORE,
        keys.MORE_ABOVE,
        TOPICS,
        LEAVE_SEARCH,
        SEARCH,
        NEXT,
        PREVIOUS,
        LEAVE,
        LEAVE_PAGE,
        keys.SIGNS_FIRST,
    )
    DEFAULT_CSS = """
    GuideScreen #body { height: 1fr; padding: 1 0; }
    GuideScreen GuideSearch { display: none; padding-top: 1; }
    GuideScreen #topics { width: 28; margin-right: 2; text-wrap: wrap; }
    GuideScreen #pages { width: 1fr; height: 1fr; }
    GuideScreen.-narrow #topics { width: 1fr; margin-right: 0; }
    ScreenFrame.-tiny #body, ScreenFrame.-tiny GuideSearch { padding: 0; }
    GuideScreen #problems { color: $alert; max-height: 3; }
    """

    def __init__(self, context: Context, guide: Guide, at: str = "") -> None:
        """Show the topic whose name is `at`; without one, the list of topics."""
        super().__init__(_("Guide"), context)
        self._guide = guide
        self._topic = next((topic for topic in guide.topics if topic.name == at), guide.topics[0])
        self._showing = Showing.PAGE if self._topic.name == at else Showing.TOPICS
        self._before = Showing.TOPICS
        self._narrow = False
        self._pages: dict[str, GuidePage] = {}
        # Held, not looked up: a key may come before all of it is in its place.
        self._search = GuideSearch(guide.topics)
        self._topics = Menu(
            *(Option(Content(topic.title), id=topic.name) for topic in guide.topics), id="topics", markup=False
        )

    def body(self) -> ComposeResult:
        with Horizontal(id="body"):
            yield self._topics
            yield Vertical(id="pages")
        yield self._search
        yield PlainText("\n".join(f"▲ {problem}" for problem in self._guide.problems), id="problems")

    def on_mount(self) -> None:
        self._mark(self._topic)
        self._show(self._showing)

    def on_resize(self, event: Resize) -> None:
        narrow = event.size.width < _NARROW
        if narrow is not self._narrow:
            self._narrow = narrow
            self.set_class(narrow, "-narrow")
            self._lay_out()

    def _lay_out(self) -> None:
        """Show what belongs to where the person is, by `display`: restyling would take its time."""
        searching = self._showing is Showing.SEARCH
        self.query_one("#body").display = not searching
        self._search.display = searching
        self._topics.display = not self._narrow or self._showing is Showing.TOPICS
        self.query_one("#pages").display = not self._narrow or self._showing is Showing.PAGE

    def _show(self, showing: Showing) -> None:
        self._showing = showing
        self._lay_out()
        reading = showing is Showing.PAGE
        title = _("Guide: {title}").format(title=self._topic.title)
        search = _("Search the guide") if showing is Showing.SEARCH else _("Guide")
        self.top.show(title if reading else search, short=self._topic.title if reading else _("Search"))
        if showing is Showing.SEARCH:
            self._search.line.take_keys()
        elif reading:
            self._page(self._topic).focus()
        else:
            self._topics.focus()
        self.refresh_bindings()

    def _page(self, topic: Topic) -> "GuidePage":
        from uncramp.tui.widgets.guide_page import GuidePage

        if topic.name not in self._pages:
            page = self._pages[topic.name] = GuidePage(topic)
            self.query_one("#pages").mount(page)
        return self._pages[topic.name]

    def _turn_to(self, topic: Topic) -> None:
        self._topic = topic
        shown = self._page(topic)
        for page in self._pages.values():
            page.display = page is shown

    def _mark(self, topic: Topic) -> None:
        self._turn_to(topic)
        self._topics.highlighted = self._topics.get_option_index(topic.name)

    def on_descendant_focus(self, event: DescendantFocus) -> None:
        """A click or Tab may have gone to the list or the page."""
        if self._showing is Showing.SEARCH or event.widget is not self.focused:
            return
        showing = Showing.TOPICS if event.widget.id == "topics" else Showing.PAGE
        if showing is not self._showing:
            self._show(showing)

    @on(OptionList.OptionHighlighted, "#topics")
    def _follow(self, event: OptionList.OptionHighlighted) -> None:
        # By now it may be another one than the event's.
        marked = event.option_list.highlighted_option
        if marked is not None:
            self._turn_to(self._guide.get(marked.id or ""))

    @on(OptionList.OptionSelected, "#topics")
    def _read(self, event: OptionList.OptionSelected) -> None:
        self._turn_to(self._guide.get(event.option_id or ""))
        self._show(Showing.PAGE)

    @on(GuideSearch.Opened)
    def _open(self, message: GuideSearch.Opened) -> None:
        self._mark(message.match.topic)
        self._show(Showing.PAGE)
        self._page(self._topic).show_line(message.match.line)

    @property
    def in_sight(self) -> "GuidePage | None":
        return self._pages.get(self._topic.name)

    def hint(self, command: str) -> str:
        """Beside the list the text is on show already, and Enter goes over to it."""
        return _("scroll the text") if command == READ.id and not self._narrow else ""

    def check_action(self, action: str, parameters: tuple[object, ...]) -> bool | None:
        if action in _SOMEWHERE and action not in _WHEN[self._showing]:
            return False
        if action in (OPEN.id, NEXT.id, PREVIOUS.id):
            return self._search.found.option_count > 0
        return super().check_action(action, parameters)

    def action_read(self) -> None:
        self._topics.action_select()

    def action_topics(self) -> None:
        self._show(Showing.TOPICS)

    def action_leave_guide(self) -> None:
        self.dismiss(False)

    def action_search(self) -> None:
        self._before = self._showing
        self._show(Showing.SEARCH)

    def action_leave_search(self) -> None:
        self._show(self._before)

    def action_next_found(self) -> None:
        self._search.found.action_cursor_down()

    def action_previous_found(self) -> None:
        self._search.found.action_cursor_up()

    def action_open_found(self) -> None:
        self._search.found.action_select()
