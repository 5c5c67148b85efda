"""The bases of the screens: the frame around each, and a page that is read and closed again."""

from typing import TYPE_CHECKING, ClassVar, TypeVar

from textual.app import ComposeResult
from textual.message import Message

from uncramp.guidance.actions import Alarm
from uncramp.guidance.context import Context
from uncramp.i18n import _
from uncramp.tui import keys
from uncramp.tui.messages import FromScreen
from uncramp.tui.textual_workarounds import DropsLateMessages
from uncramp.tui.widgets.plain_text import ScrolledText
from uncramp.tui.widgets.screen_frame import KeyBar, ScreenFrame, TopBar
from uncramp.words.signs import Reason

if TYPE_CHECKING:  # help waits for nothing that is heard
    from uncramp.sound.session_sound import SessionSound

Result = TypeVar("Result")

_READ_MS = 1_000
"""How long a page that came by itself takes no Enter, in milliseconds: it was pressed for what stood there before."""


class FramedScreen(DropsLateMessages[Result]):
    """What a screen shows, between the top bar and the key bar."""

    ON_CHIPS: frozenset[str] = frozenset()
    """The commands, by their ids, that stand as chips in the body and not in the key bar."""
    holds_session: ClassVar[bool] = False
    """Whether a session is played here, or has just ended here: the pages over it belong to it."""
    PLACE: ClassVar[str] = _("On this page")
    """Whose keys they are, in the list of keys."""
    ONCE: frozenset[str] = frozenset()
    """Keys that count once here while they are held, though elsewhere each repeat counts."""
    HAS_CHIPS: bool = False
    """Whether the most important keys stand in the body, where a tiny terminal has no room for a key bar."""
    _came: int | None = None
    _sound: "SessionSound | None" = None
    """What is heard of what is played here."""

    def __init__(self, title: str, context: Context, *, short: str = "") -> None:
        """Make the bars; `short` is the title where there is no room for all of it."""
        super().__init__()
        self.context = context
        self.top = TopBar(title, short)
        self.key_bar = KeyBar(self.ON_CHIPS, lambda: self.context.profile.keys, self.hint)
        for bar in (self.top, self.key_bar):
            bar.set_class(not self.HAS_CHIPS, "-alone")

    @property
    def is_first_aid(self) -> bool:
        """Whether a first aid is under way here."""
        return False

    @property
    def place(self) -> str:
        return _("In first aid") if self.is_first_aid else self.PLACE

    def hint(self, command: str) -> str:  # noqa: ARG002
        """What a command, by its id, does just now, for the key bar; "" where it is what it always does."""
        return ""

    def goes_on_as_first_aid(self) -> bool:
        """Make way for first aid; or go on with it here where it is for the same cramp, and say so."""
        return False

    def hush(self) -> None:
        """Cut off what is heard of it."""
        if self._sound is not None:
            self._sound.hush()

    def waits(self) -> bool:
        """Whether what is played here is not over, so that it can be gone on with after a first aid."""
        return False

    def say_at_the_foot(self, *words: str) -> None:
        """Say something in place of the key bar for a while: the longest of the words that fits."""
        self.key_bar.say(*words)

    def compose(self) -> ComposeResult:
        with ScreenFrame():
            yield self.top
            yield from self.body()
            yield self.key_bar

    def post_message(self, message: Message) -> bool:
        """Post a message; the app takes it only while this screen is on top."""
        if isinstance(message, FromScreen):
            message.screen = self
        return super().post_message(message)

    def came_by_itself(self, now: int | None) -> None:
        """What stands here from `now` on, in milliseconds on the context's clock, was called by no key; `None`: by one."""
        self._came = now

    def just_came(self, now: int) -> bool:
        """Whether what stands here came by itself, and so short a while ago that no key can have been meant for it."""
        return self._came is not None and now - self._came < _READ_MS

    def takes_enter(self, now: int) -> bool:
        """Whether an Enter can have been meant for what stands here."""
        return not self.just_came(now)

    def body(self) -> ComposeResult:
        yield from ()

    def action_signs(self) -> None:
        self.open_signs(Alarm(Reason.LOOK))

    def action_worse(self) -> None:
        """Show the warning signs, for a cramp that gets worse."""
        self.open_signs(Alarm(Reason.WORSE))

    def open_signs(self, alarm: Alarm) -> None:
        from uncramp.tui.screens.signs import SignsScreen

        self.app.push_screen(SignsScreen(self.context, alarm))


class ReadScreen(FramedScreen[Result]):
    """A screen with a text that the arrow keys scroll."""

    @property
    def in_sight(self) -> ScrolledText | None:
        """The text that is shown now."""
        raise NotImplementedError

    def check_action(self, action: str, parameters: tuple[object, ...]) -> bool | None:  # noqa: ARG002
        """Only where there is more can one read on."""
        way = {keys.READ_ON.id: 1, keys.READ_BACK.id: -1}.get(action)
        return way is None or (self.in_sight is not None and self.in_sight.has_more(way))

    def action_read_on(self) -> None:
        if self.in_sight is not None:
            self.in_sight.scroll_on(1)

    def action_read_back(self) -> None:
        if self.in_sight is not None:
            self.in_sight.scroll_on(-1)


class Page(ReadScreen[bool]):
    """A title, a text that scrolls, and the keys. Closing it gives `False`."""

    BINDINGS = keys.bind(keys.CLOSE, keys.MORE, keys.MORE_ABOVE, keys.SIGNS) + keys.unlisted(
        {"home": "to_edge('top')", "end": "to_edge('end')"}
    )
    DEFAULT_CSS = """
    Page #text { padding: 1 0 0 0; }
    Page ScrolledText > * { padding: 0 1 0 0; }
    ScreenFrame.-tiny #text, ScreenFrame.-tiny ScrolledText > * { padding: 0; }
    Page .heading { color: $accent; text-style: bold; margin-top: 1; }
    Page .heading.first { margin-top: 0; }
    Page .urgent { color: $alert; }
    Page .item { color: $foreground; }
    Page .quiet { color: $quiet; }
    Page .indented { padding: 0 1 0 2; }
    """

    def __init__(self, title: str, context: Context, *, short: str = "") -> None:
        super().__init__(title, context, short=short)
        # Held, not looked up: a key may close the page before it is drawn.
        self._text = ScrolledText(id="text")

    @property
    def in_sight(self) -> ScrolledText:
        return self._text

    @property
    def answers(self) -> bool:
        """What it gives when the first aid below it is gone back to."""
        return False

    def body(self) -> ComposeResult:
        with self._text:
            yield from self.text()

    def text(self) -> ComposeResult:
        yield from ()

    def action_to_edge(self, edge: str) -> None:
        (self._text.scroll_home if edge == "top" else self._text.scroll_end)(animate=False)

    def action_close(self) -> None:
        self.dismiss(False)
