"""The question before something is stopped by day. It lies over the session, and the default is to go on."""

from textual.app import ComposeResult
from textual.containers import Vertical
from textual.events import Resize
from textual.screen import ModalScreen

from uncramp.guidance.leaving import Leaving
from uncramp.i18n import _
from uncramp.terminal.layout import SIDES, WIDEST
from uncramp.terminal.letters import HEIGHT
from uncramp.tui import keys
from uncramp.tui.textual_workarounds import DropsLateMessages
from uncramp.tui.widgets.answers import AnswerRow, Answers
from uncramp.tui.widgets.plain_text import BigText

_LETTERS = 16
"""The least lines of a terminal for large letters above the answers."""


class StopScreen(DropsLateMessages[Leaving], ModalScreen[Leaving]):
    """Gives whether to leave, and whether there was a cramp. Until something is marked Enter goes on."""

    BINDINGS = keys.bind(
        keys.KEEP_GOING, keys.GO_ON_HERE, keys.REALLY_STOP, keys.WAS_CRAMP, keys.NO_CRAMP, keys.MARK_NEXT,
        keys.MARK_BEFORE,
    ) + keys.unlisted({"c": "app.first_aid"})  # fmt: skip
    DEFAULT_CSS = f"""
    StopScreen Vertical {{
        width: 100%; max-width: {WIDEST - SIDES}; height: auto; background: $panel; padding: 1 2;
    }}
    StopScreen.-small Vertical {{ padding: 0 1; }}
    StopScreen Answers {{ margin-top: 1; }}
    StopScreen.-small Answers {{ margin-top: 0; }}
    """

    def __init__(self, *, cramp: bool) -> None:
        """Ask whether to stop; in a first aid whether it was a cramp."""
        super().__init__()
        self._cramp = cramp
        self._ask, self._answers = BigText(id="ask"), Answers()

    def compose(self) -> ComposeResult:
        with Vertical():
            yield from (self._ask, self._answers)

    def on_mount(self) -> None:
        self._fit(*self.app.size)

    def on_resize(self, event: Resize) -> None:
        self._fit(*event.size)

    def _fit(self, columns: int, lines: int) -> None:
        self.set_class(lines < _LETTERS, "-small")
        words = _("Was it a cramp?") if self._cramp else _("Stop here?")
        self._ask.say(words, HEIGHT if lines >= _LETTERS else 0)
        self._answers.offer(self._rows(), columns - (2 if lines < _LETTERS else 2 * SIDES))

    def _rows(self) -> list[AnswerRow]:
        on = AnswerRow(_("Enter"), _("Go on"), "", "screen.leave('go_on')")
        if not self._cramp:
            return [on, AnswerRow("q", _("Stop"), "", "screen.leave('stop')")]
        return [
            on,
            AnswerRow("y", _("Yes"), _("keep it in the diary, and leave"), "screen.leave('keep')"),
            AnswerRow("n", _("No"), _("keep nothing, and leave"), "screen.leave('forget')"),
        ]

    def check_action(self, action: str, parameters: tuple[object, ...]) -> bool | None:
        return action != "answer" or parameters[0] in [row.key for row in self._rows()]

    async def action_answer(self, key: str) -> None:
        """Give the answer of this key."""
        await self.run_action(next(row.action for row in self._rows() if row.key == key))

    def action_leave(self, how: str) -> None:
        self.dismiss(Leaving(how))

    def action_mark(self, way: int) -> None:
        """Mark an answer: from then on Enter gives it."""
        self._answers.mark(way)

    async def action_press_enter(self) -> None:
        """Give the marked answer, or go on."""
        marked = self._answers.marked
        await self.run_action(marked.action if marked else "screen.leave('go_on')")
