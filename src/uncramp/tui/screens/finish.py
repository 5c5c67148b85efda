"""The end of a session: what it came to, what the diary asks of a cramp, and what to do from here."""

from typing import ClassVar

from textual import on
from textual.app import ComposeResult
from textual.binding import BindingType
from textual.containers import Vertical
from textual.screen import Screen
from textual.widgets import OptionList

from uncramp.domain.diary import CrampEntry
from uncramp.domain.duration import clock_face
from uncramp.domain.session import URGENT_MS, Session
from uncramp.guidance.afterwards import WRITE, AfterQuestion, AfterTopic, Afterwards
from uncramp.guidance.context import Context
from uncramp.i18n import _
from uncramp.tui import after_keys, keys
from uncramp.tui.messages import Done, PlayAgain
from uncramp.tui.screens.signs import SignsScreen
from uncramp.tui.widgets.ask_panel import AskPanel
from uncramp.tui.widgets.plain_text import BigText, PlainText
from uncramp.tui.widgets.screen_frame import KeyBar, ScreenFrame, TopBar
from uncramp.words.session import spoken_time
from uncramp.words.signs import Reason

_PARTS = ("TopBar", "#headline", "#first", "#second", "#third", "AskPanel")
_IN_THE_PANEL = ("tick", "write_note", "keep_note", "drop_note")
_HEADLINE_LINES = 8
_ROOMY = 15
"""Lines of a screen from which on the headline is large."""


class FinishScreen(Screen[None]):
    """The routine is over. Where the cramp is not, its clock goes on; where it is, the diary asks about it."""

    BINDINGS: ClassVar[list[BindingType]] = [
        *after_keys.bindings(),
        *keys.bind(keys.GONE, keys.DONE, keys.AGAIN, keys.SIGNS),
    ]
    DEFAULT_CSS = """
    FinishScreen #summary { height: 1fr; align: left middle; }
    FinishScreen #headline { text-style: bold; color: $accent; margin-bottom: 1; }
    FinishScreen .said { color: $foreground; }
    FinishScreen .quiet { color: $quiet; margin-top: 1; }
    FinishScreen #ask { display: none; }
    FinishScreen.-asking #ask { display: block; }
    FinishScreen.-asking #summary { display: none; }
    """

    def __init__(self, context: Context, session: Session) -> None:
        """Sum up a finished session."""
        super().__init__()
        self.context, self._session = context, session
        self._gone_at: int | None = None
        self._urgent = (session.cramp_ms(0) or 0) >= URGENT_MS
        self._asking: Afterwards | None = None
        self._typing = False

    @property
    def _cramping(self) -> bool:
        cramp = self._session.cramp_began is not None
        return cramp and not self._session.relieved and self._gone_at is None

    @property
    def _question(self) -> AfterQuestion | None:
        return self._asking.question if self._asking else None

    def compose(self) -> ComposeResult:
        """The summary, in the middle; or what is asked."""
        with ScreenFrame():
            yield TopBar(self._session.plan.title)
            with Vertical(id="summary"):
                yield BigText(id="headline")
                yield PlainText(id="first", classes="said")
                yield PlainText(id="second", classes="quiet")
                yield PlainText(id="third", classes="quiet")
            yield AskPanel(id="ask")
            yield KeyBar()

    def on_resize(self) -> None:
        """Another size may hold a larger headline."""
        if self.is_mounted:
            self.look()

    def on_mount(self) -> None:
        """Show it, and let the clock of a cramp that is not gone go on."""
        self._ask_about_it()
        self.look()
        if self._cramping:
            self.set_interval(1, self.look)

    def _ask_about_it(self) -> None:
        """Ask about a cramp that is gone, if the diary has it."""
        if self._session.cramp_began is None or self._cramping:
            return
        self.context.diary.write()
        entry = self.context.diary.entry
        if isinstance(entry, CrampEntry):
            self._asking = Afterwards(entry, self.context.diary.tell)

    def look(self) -> None:
        """Show the summary as it is now; one that is being put together or taken away has not all of its parts."""
        if not all(self.query(one) for one in _PARTS):
            return
        headline, first, second = self._words()
        where = _("{title} · {now}").format(title=self._session.plan.title, now=headline)
        self.query_one(TopBar).show(where, self._note())
        self.query_one("#headline", BigText).say(
            headline, _HEADLINE_LINES if self.size.height > _ROOMY else 0
        )
        self.query_one("#first", PlainText).show(first)
        self.query_one("#second", PlainText).show(second)
        self.query_one("#third", PlainText).show(self._kept())
        self._show_question()
        if self._cramping and not self._urgent and self._cramp_ms() >= URGENT_MS:
            self._urgent = True
            self.app.push_screen(SignsScreen(Reason.URGENT, self.context.emergency_number))

    def _show_question(self) -> None:
        question = self._question
        self.set_class(question is not None, "-asking")
        if question is not None and not self._typing:
            again = _("The cramp took {time}. If it cramps again, press r.")
            self.query_one(AskPanel).show(question, again.format(time=spoken_time(self._seconds)))

    def _note(self) -> str:
        """What runs, or how many questions there are."""
        if self._cramping:
            return _("cramp {time}").format(time=clock_face(self._cramp_ms() // 1000))
        question = self._question
        return _("{n} of {many}").format(n=question.number, many=question.of) if question else ""

    def _kept(self) -> str:
        told = self._asking is not None and self._asking.told
        return _("What you said is kept.") if told else ""

    @property
    def _seconds(self) -> int:
        """How long the cramp took: measured, or as the person has put it right."""
        relief = self._asking.entry.relief if self._asking else None
        return self._cramp_ms() // 1000 if relief is None else relief

    def _cramp_ms(self) -> int:
        began = self._session.cramp_began or 0
        if self._session.relieved:
            return self._session.cramp_ms(0) or 0
        return (self.context.clock() if self._gone_at is None else self._gone_at) - began

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
            _("The cramp took {time}.").format(time=spoken_time(self._seconds)),
            _("The muscle may be sore for up to a day. If it cramps again, press r."),
        )

    def check_action(self, action: str, parameters: tuple[object, ...]) -> bool | None:
        """Offer only the keys that do something now."""
        if action in _IN_THE_PANEL and not self.query(AskPanel):
            return False
        question = self._question
        asking = question is not None and not self._typing
        can = {
            "gone": self._cramping,
            "done": question is None and not self._cramping,
            "skip": asking and question is not None and not question.answered,
            "on": asking and question is not None and question.answered,
            "skip_all": asking,
            "leave_now": asking or self._cramping,
            "undo": self._asking is not None and self._asking.can_undo and not self._typing,
            "tick": asking and question is not None and question.ask is AfterTopic.SIGNS,
            "write_note": asking and question is not None and question.ask is AfterTopic.NOTE,
            "keep_note": self._typing,
            "drop_note": self._typing,
        }
        if action == "choose":
            return asking and question is not None and parameters[0] in [one.key for one in question.choices]
        return can.get(action, True)

    def action_done(self) -> None:
        """Leave."""
        self.post_message(Done())

    def action_gone(self) -> None:
        """The cramp has eased after all."""
        self._gone_at = self.context.clock()
        self.context.diary.relieved(self._gone_at)
        self._ask_about_it()
        self._change()

    def action_again(self) -> None:
        """Once more; a cramp that is not gone keeps its clock."""
        began = self._session.cramp_began if self._cramping else None
        self.post_message(PlayAgain(self._session.plan, began))

    def action_signs(self) -> None:
        """The warning signs."""
        self.app.push_screen(SignsScreen(Reason.LOOK, self.context.emergency_number))

    # What is asked.

    def _change(self) -> None:
        self.look()
        self.refresh_bindings()

    def action_choose(self, key: str) -> None:
        """Answer; a sign that calls for help shows at once what to do."""
        asking = self._asking
        if key == WRITE:
            self.action_write_note()
        if asking is None or not asking.choose(key):
            return
        self._change()
        if asking.warning:
            number = self.context.emergency_number
            self.app.push_screen(SignsScreen(Reason.TICKED, number, asking.warning), self._after_warning)

    def _after_warning(self, taken_back: bool | None) -> None:
        if taken_back:
            self.action_undo()

    def action_tick(self) -> None:
        """Tick the sign that is marked."""
        if key := self.query_one(AskPanel).marked:
            self.action_choose(key)

    @on(OptionList.OptionSelected)
    def _tick_clicked(self, event: OptionList.OptionSelected) -> None:
        if event.option_id:
            self.action_choose(event.option_id)

    def action_skip(self) -> None:
        """Leave this question out."""
        if self._asking is not None:
            self._asking.skip()
            self._change()

    def action_on(self) -> None:
        """On to the next question."""
        self.action_skip()

    def action_skip_all(self) -> None:
        """Answer no more."""
        if self._asking is not None:
            self._asking.skip_all()
            self._change()

    def action_undo(self) -> None:
        """Take back the last answer."""
        if self._asking is not None:
            self._asking.undo()
            self._change()

    def action_leave_now(self) -> None:
        """Leave."""
        self.action_done()

    def action_write_note(self) -> None:
        """Type a note."""
        if self._asking is not None:
            self._typing = True
            self.query_one(AskPanel).type(self._asking.entry.note)
            self._change()

    def action_keep_note(self) -> None:
        """Keep what was typed."""
        panel = self.query_one(AskPanel)
        if self._asking is not None:
            self._asking.write(panel.note)
        self.action_drop_note()

    def action_drop_note(self) -> None:
        """Write no note."""
        self._typing = False
        self.query_one(AskPanel).type_no_more()
        self._change()

    def action_press_enter(self) -> None:
        """What Enter does, for the mouse."""
        if self._typing:
            self.action_keep_note()
        else:
            self.action_skip()
