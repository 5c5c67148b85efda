"""The question before something is stopped by day. The default is to go on."""

from rich.cells import cell_len
from textual.app import ComposeResult
from textual.containers import Vertical

from uncramp.domain.own_keys import shown
from uncramp.guidance.context import Context
from uncramp.guidance.recording import Leaving
from uncramp.i18n import _
from uncramp.terminal.layout import Room, stage_room
from uncramp.terminal.letters import HEIGHT
from uncramp.tui import keys
from uncramp.tui.screens.page import FramedScreen
from uncramp.tui.widgets.answers import AnswerRow, Answers, Size
from uncramp.tui.widgets.plain_text import BigText, PlainText

_LETTERS, _TWO_ROWS = 13, 20
"""The least lines between the bars for large letters above the answers, and for two rows of them."""


class StopScreen(FramedScreen[Leaving]):
    """Gives whether to leave, and whether there was a cramp. Until something is marked Enter goes on.

    Nothing of the session's keys is in sight: Enter would do another thing there.
    """

    BINDINGS = keys.bind(
        keys.KEEP_GOING, keys.REALLY_STOP, keys.WAS_CRAMP, keys.NO_CRAMP, keys.MARK_NEXT, keys.MARK_BEFORE, keys.WORSE,
        keys.SIGNS, keys.GO_ON_HERE,
    ) + keys.unlisted({"q": "say_how"})  # fmt: skip
    ON_CHIPS = frozenset(command.id for command in (keys.KEEP_GOING, keys.REALLY_STOP, keys.WAS_CRAMP, keys.NO_CRAMP))
    DEFAULT_CSS = """
    StopScreen { background: $background; }
    StopScreen #panel { width: 1fr; height: 1fr; background: $panel; padding: 1 2; }
    StopScreen #paused { text-style: bold; margin-bottom: 1; }
    StopScreen #answers { margin-top: 1; }
    StopScreen.-low #panel { padding: 0 1; }
    StopScreen.-low #paused { margin-bottom: 0; }
    StopScreen.-tiny #panel { padding: 0; }
    StopScreen.-tiny #answers { margin-top: 0; }
    """

    def __init__(self, context: Context, title: str, *, cramp: bool) -> None:
        """Ask whether to stop what has this title; in a first aid whether it was a cramp."""
        super().__init__(title, context)
        self.top.remove_class("-alone")  # the question and its answers need all rows but one
        self.key_bar.only_helps = True
        self._cramp = cramp
        self._paused, self._ask = PlainText(id="paused"), BigText(id="ask")
        self._answers = Answers(id="answers")

    def body(self) -> ComposeResult:
        with Vertical(id="panel"):
            yield from (self._paused, self._ask, self._answers)

    def on_mount(self) -> None:
        self._fit()

    on_resize = on_mount

    def _fit(self) -> None:
        room = stage_room(*self.app.size)
        low = room.lines < _LETTERS
        self.update_classes({"-low": low, "-tiny": room.tiny})
        paused, words = _("Paused."), _("Was it a cramp?") if self._cramp else _("Stop here?")
        self._paused.show("" if room.tiny else paused)
        lines = 0 if low else HEIGHT * (1 + (room.lines >= _TWO_ROWS))
        self._ask.say(f"{paused} {words}" if room.tiny else words, lines, room.letters or (1,))
        columns = room.columns - (0 if room.tiny else 2 if low else 4)
        # Of what is marked Enter says all that has room; else that it goes on with what is paused.
        given = self._answers.marked or self._goes_on(room)
        said = given.words if cell_len(f"{_('Enter')} {given.words}") <= columns else given.words.partition(":")[0]
        enter = given._replace(key=_("Enter"), words=said, action="screen.press_enter")
        self._answers.offer(self._rows(room), columns, Size.LARGE if room.large else Size.APART, last=enter)

    def _goes_on(self, room: Room) -> AnswerRow:
        """What it goes on with; in a small room there is no second column for it, in a tiny one no room."""
        if room.tiny:
            return AnswerRow("", _("go on"), "", "")
        if room.small:
            return AnswerRow("", _("Go on with first aid") if self._cramp else _("Go on with the routine"), "", "")
        return AnswerRow("", _("Go on"), _("with first aid") if self._cramp else _("with the routine"), "")

    def _rows(self, room: Room) -> list[AnswerRow]:
        """The answers, each with what comes of it: both leave."""
        own = self.context.profile.keys
        if not self._cramp:
            return [AnswerRow(shown(own, "q"), _("Stop"), "", "screen.answer('q')")]
        if room.tiny:
            words = ((_("yes: diary, leave"), ""), (_("no: just leave"), ""))
        elif room.small:
            words = ((_("Yes: diary, then leave"), ""), (_("No: just leave"), ""))
        else:
            words = ((_("Yes"), _("keep it in the diary, and leave")), (_("No"), _("keep nothing, and leave")))
        return [AnswerRow(shown(own, key), *of, f"screen.answer('{key}')") for key, of in zip("yn", words, strict=True)]

    def check_action(self, action: str, parameters: tuple[object, ...]) -> bool | None:
        return action != "answer" or (parameters[0] == "q") is not self._cramp

    def action_answer(self, key: str) -> None:
        self.dismiss({"q": Leaving.STOP, "y": Leaving.KEEP, "n": Leaving.FORGET}[key])

    def action_leave(self, how: str) -> None:
        self.dismiss(Leaving(how))

    def action_say_how(self) -> None:
        """A second `q` is no answer to whether it was a cramp."""
        self.key_bar.say(
            *(self.context.said(words, "yes", "no") for words in (_("Press y or n to leave."), _("y, n leave.")))
        )

    def action_mark(self, way: int) -> None:
        self._answers.mark(way)
        self._fit()

    async def action_press_enter(self) -> None:
        marked = self._answers.marked
        await self.run_action(marked.action if marked else "screen.leave('go_on')")
