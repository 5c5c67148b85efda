"""The question before something is stopped by day. It lies over the session, and the default is to go on."""

from textual.app import ComposeResult
from textual.containers import Vertical

from uncramp.domain.own_keys import shown
from uncramp.guidance.context import Context
from uncramp.guidance.recording import Leaving
from uncramp.i18n import _
from uncramp.terminal.layout import HIGHEST, Room, stage_room
from uncramp.terminal.letters import HEIGHT
from uncramp.tui import keys
from uncramp.tui.screens.page import FramedScreen
from uncramp.tui.widgets.answers import AnswerRow, Answers
from uncramp.tui.widgets.choices import Chips
from uncramp.tui.widgets.plain_text import BigText
from uncramp.tui.widgets.screen_frame import ScreenFrame

_LETTERS = 13
"""The least lines between the bars for large letters above the answers."""


class StopScreen(FramedScreen[Leaving]):
    """Gives whether to leave, and whether there was a cramp. Until something is marked Enter goes on.

    It covers the lower part of the session, with what Enter would do there.
    """

    BINDINGS = keys.bind(
        keys.KEEP_GOING, keys.REALLY_STOP, keys.WAS_CRAMP, keys.NO_CRAMP, keys.MARK_NEXT, keys.MARK_BEFORE, keys.WORSE,
        keys.SIGNS, keys.GO_ON_HERE,
    ) + keys.unlisted({"q": "say_how"})  # fmt: skip
    ON_CHIPS = frozenset(command.id for command in (keys.KEEP_GOING, keys.REALLY_STOP, keys.WAS_CRAMP, keys.NO_CRAMP))
    DEFAULT_CSS = """
    StopScreen ScreenFrame { height: auto; }
    StopScreen TopBar { display: none; }
    StopScreen #panel { width: 1fr; height: auto; background: $panel; border-top: solid $accent; padding: 1 2; }
    StopScreen #answers { margin-top: 1; }
    StopScreen.-low #panel { padding: 0 1; }
    StopScreen.-low #answers { margin-top: 0; }
    StopScreen.-tiny #panel { padding: 0; border-top: none; }
    """

    def __init__(self, context: Context, title: str, *, cramp: bool) -> None:
        """Ask whether to stop what has this title; in a first aid whether it was a cramp."""
        super().__init__(title, context)
        self._cramp = cramp
        self._ask, self._answers, self._enter = BigText(id="ask"), Answers(id="answers"), Chips(id="enter")

    def body(self) -> ComposeResult:
        with Vertical(id="panel"):
            yield from (self._ask, self._answers, self._enter)

    def on_mount(self) -> None:
        self._fit()

    def on_resize(self) -> None:
        self._fit()

    def _fit(self) -> None:
        room = stage_room(*self.app.size)
        low = room.lines < _LETTERS
        self.update_classes({"-low": low, "-tiny": room.tiny})
        empty = max(0, self.app.size.height - HIGHEST)
        self.query_one(ScreenFrame).styles.margin = (0, 0, empty - empty // 2, 0)
        words = _("Was it a cramp?") if self._cramp else _("Stop here?")
        self._ask.say(words, 0 if low else HEIGHT, room.letters or (1,))
        marked = self._answers.marked
        answers = {"q": _("Stop"), "y": _("Yes"), "n": _("No")}
        gives = next(given for key, given in answers.items() if f"'{key}'" in marked.action) if marked else _("Go on")
        enter = AnswerRow(_("Enter"), gives, "", "screen.press_enter")
        columns = room.columns - (0 if room.tiny else 2 if low else 4)
        self._answers.offer(self._rows(room), columns, last=None if room.tiny else enter)
        self._enter.offer([(enter.key, enter.words, enter.action)] if room.tiny else [], short=True)

    def _rows(self, room: Room) -> list[AnswerRow]:
        """The answers, each with what comes of it: both leave."""
        own = self.context.profile.keys
        if not self._cramp:
            return [AnswerRow(shown(own, "q"), _("Stop"), "", "screen.answer('q')")]
        if room.tiny:
            words = ((_("yes: keep, leave"), ""), (_("no: just leave"), ""))
        elif room.small:
            words = ((_("Yes: keep it, and leave"), ""), (_("No: keep nothing, leave"), ""))
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
            *(self.context.said(words, "yes", "no") for words in (_("Press y or n to leave."), _("y or n leaves.")))
        )

    def action_mark(self, way: int) -> None:
        self._answers.mark(way)
        self._fit()

    def action_press_enter(self) -> None:
        marked = self._answers.marked
        self.action_answer(marked.key) if marked else self.action_leave(Leaving.GO_ON)
