"""The end of a session: what it came to, and what to do from here."""

from textual.app import ComposeResult
from textual.containers import Vertical
from textual.screen import Screen

from uncramp.domain.duration import clock_face
from uncramp.domain.session import Session
from uncramp.domain.standing import URGENT_MS
from uncramp.i18n import _
from uncramp.signs import Reason
from uncramp.tui import keys
from uncramp.tui.kit import Kit
from uncramp.tui.messages import Again, Done
from uncramp.tui.screens.signs import SignsScreen
from uncramp.tui.themes import theme_glyph
from uncramp.tui.widgets.frame import Frame
from uncramp.tui.widgets.key_bar import KeyBar
from uncramp.tui.widgets.say import Say
from uncramp.tui.widgets.top_bar import TopBar
from uncramp.tui.widgets.words import Words
from uncramp.words import spoken_time

_HEADLINE_LINES = 8
_ROOMY = 15
"""Lines of a screen from which on the headline is large."""


class FinishScreen(Screen[None]):
    """The routine is over. Where the cramp is not, its clock goes on."""

    BINDINGS = keys.bind(keys.GONE, keys.DONE, keys.AGAIN, keys.SIGNS)
    DEFAULT_CSS = """
    FinishScreen #summary { height: 1fr; align: left middle; }
    FinishScreen #headline { text-style: bold; color: $accent; margin-bottom: 1; }
    FinishScreen .said { color: $foreground; }
    FinishScreen .quiet { color: $quiet; margin-top: 1; }
    """

    def __init__(self, kit: Kit, session: Session) -> None:
        """Sum up a finished session."""
        super().__init__()
        self._kit, self._session = kit, session
        self._gone_at: int | None = None
        self._urgent = (session.cramp_ms(0) or 0) >= URGENT_MS

    @property
    def _cramping(self) -> bool:
        cramp = self._session.cramp_began is not None
        return cramp and not self._session.relieved and self._gone_at is None

    def compose(self) -> ComposeResult:
        """The summary, in the middle."""
        with Frame():
            yield TopBar(self._session.plan.title)
            with Vertical(id="summary"):
                yield Say(id="headline")
                yield Words(id="first", classes="said")
                yield Words(id="second", classes="quiet")
            yield KeyBar()

    def on_resize(self) -> None:
        """Another size may hold a larger headline."""
        if self.is_mounted:
            self.look()

    def on_mount(self) -> None:
        """Show it, and let the clock of a cramp that is not gone go on."""
        self.look()
        if self._cramping:
            self.set_interval(1, self.look)

    def look(self) -> None:
        """Show the summary as it is now; one that a key has left before it was drawn has nothing in it."""
        if not self.children:
            return
        note = _("cramp {time}").format(time=clock_face(self._cramp_ms() // 1000)) if self._cramping else ""
        headline, first, second = self._words()
        where = _("{title} · {now}").format(title=self._session.plan.title, now=headline)
        self.query_one(TopBar).show(where, (note, theme_glyph(self.app.theme)))
        self.query_one("#headline", Say).say(headline, _HEADLINE_LINES if self.size.height > _ROOMY else 0)
        self.query_one("#first", Words).show(first)
        self.query_one("#second", Words).show(second)
        if self._cramping and not self._urgent and self._cramp_ms() >= URGENT_MS:
            self._urgent = True
            self.app.push_screen(SignsScreen(Reason.URGENT, self._kit.emergency_number))

    def _cramp_ms(self) -> int:
        began = self._session.cramp_began or 0
        if self._session.relieved:
            return self._session.cramp_ms(0) or 0
        return (self._kit.clock() if self._gone_at is None else self._gone_at) - began

    def _words(self) -> tuple[str, str, str]:
        session = self._session
        if session.cramp_began is None:
            took = spoken_time(session.played_ms // 1000)
            return _("Well done."), _("You kept at it for {time}.").format(time=took), session.plan.label
        if self._cramping:
            return (
                _("Is the cramp gone?"),
                _("If it is, press Enter. If not, press r to start again, or ! for the warning signs."),
                _("After 10 minutes, get urgent help."),
            )
        return (
            _("It's gone."),
            _("The cramp took {time}.").format(time=spoken_time(self._cramp_ms() // 1000)),
            _("The muscle may be sore for up to a day. If it cramps again, press r."),
        )

    def check_action(self, action: str, parameters: tuple[object, ...]) -> bool | None:  # noqa: ARG002
        """Say that it's gone only while it is not."""
        return action != "gone" or self._cramping

    def action_done(self) -> None:
        """Leave."""
        self.post_message(Done())

    def action_gone(self) -> None:
        """The cramp has eased after all."""
        self._gone_at = self._kit.clock()
        self.look()
        self.refresh_bindings()

    def action_again(self) -> None:
        """Once more; a cramp that is not gone keeps its clock."""
        began = self._session.cramp_began if self._cramping else None
        self.post_message(Again(self._session.plan, began))

    def action_signs(self) -> None:
        """The warning signs."""
        self.app.push_screen(SignsScreen(Reason.LOOK, self._kit.emergency_number))
