"""The end of a session: what it came to, what the diary asks of a cramp, and what to do from here."""

from collections.abc import Callable
from typing import TYPE_CHECKING

from textual import on
from textual.app import ComposeResult
from textual.containers import VerticalScroll
from textual.widgets import OptionList

from uncramp.domain.duration import clock_face
from uncramp.domain.own_keys import shown
from uncramp.domain.routine import Part
from uncramp.domain.session import Session
from uncramp.guidance import actions
from uncramp.guidance.afterwards import ANSWER_KEYS, Afterwards
from uncramp.guidance.context import Context
from uncramp.guidance.finish import SessionEnd, after_ten_minutes, kept_words
from uncramp.i18n import _
from uncramp.terminal.layout import Room, frame_room, stage_room
from uncramp.terminal.letters import HEIGHT
from uncramp.tui import keys
from uncramp.tui.messages import Done, PlayAgain
from uncramp.tui.screens.page import FramedScreen
from uncramp.tui.screens.signs import SignsScreen, numbers_of
from uncramp.tui.widgets.answers import AnswerRow, Answers, Size
from uncramp.tui.widgets.ask_panel import AskPanel
from uncramp.tui.widgets.choices import Chips
from uncramp.tui.widgets.plain_text import BigText, PlainText
from uncramp.words.session import spoken_time
from uncramp.words.signs import Reason

if TYPE_CHECKING:  # help waits for nothing that is heard
    from uncramp.sound.session_sound import SessionSound

ASKING = (
    actions.GIVE_MARKED, actions.SKIP, actions.NEXT_QUESTION, keys.TICK, keys.MARK_NEXT, keys.MARK_BEFORE,
    actions.SKIP_ALL, actions.UNDO_ANSWER, actions.LEAVE_NOW,
)  # fmt: skip
"""The commands of what is asked after a cramp."""

_LETTERS = 2 * HEIGHT
"""Lines that large letters may take."""
_STANDS_S = 30
"""Seconds for which the end of an exercise stands that goes on by itself. Our choice."""
_ROOMY = 13
"""Lines between the bars from which on there are large letters."""


class FinishScreen(FramedScreen[None]):
    """The routine is over. Where the cramp is not, its clock goes on; where it is, the diary asks about it."""

    BINDINGS = (
        keys.bind(*ASKING)
        + keys.answering("choose", ANSWER_KEYS)
        + keys.unlisted({"right": "mark(1)", "left": "mark(-1)"})
        + keys.bind(keys.READ_ON, keys.READ_BACK, actions.GONE, actions.NOT_GONE, actions.UNANSWERED, actions.DONE)
        + keys.bind(actions.RETURNED_LATER, keys.WORSE, keys.SIGNS, actions.AGAIN)
    )
    DEFAULT_CSS = """
    FinishScreen #summary { height: 1fr; padding: 1 1 0 0; scrollbar-size-vertical: 1; }
    FinishScreen #headline { text-style: bold; color: $accent; margin-bottom: 1; }
    FinishScreen .quiet { color: $quiet; margin-top: 1; }
    FinishScreen #do { margin-top: 1; }
    FinishScreen.-low #summary { padding-top: 0; }
    FinishScreen.-tiny #summary { padding: 0; scrollbar-size-vertical: 0; }
    FinishScreen.-low #headline, FinishScreen.-low .quiet, FinishScreen.-tiny #do { margin: 0; }
    FinishScreen #ask, FinishScreen.-asking #summary, FinishScreen.-asking #keys { display: none; }
    FinishScreen.-asking #ask { display: block; }
    """

    AUTO_FOCUS = ""
    """The list of signs takes the arrow keys only while they are asked for."""

    def hint(self, command: str) -> str:
        """The list's own arrow keys, beside the key that ticks."""
        return _("tick, ↑↓ choose") if command == keys.TICK.id and not frame_room(*self.app.size).small else ""

    holds_session = True
    HAS_CHIPS = True

    def __init__(self, context: Context, session: Session, sound: "SessionSound | None" = None) -> None:
        """Sum up a session; what was heard in it is heard here, too."""
        super().__init__(session.plan.title, context)
        self._session, self._sound = session, sound
        self._end = SessionEnd(session, context)
        # Held, not looked up: the clock goes on while the page is put together or taken away.
        self._headline, self._first = BigText(id="headline"), BigText(id="first")
        self._second, self._third = PlainText(classes="quiet"), PlainText(classes="quiet")
        self._do, self._chips = Answers(id="do"), Chips(id="keys")
        self._summary, self._ask = VerticalScroll(id="summary", can_focus=False), AskPanel(id="ask")

    def body(self) -> ComposeResult:
        with self._summary:
            yield from (self._headline, self._first, self._do, self._second, self._third)
        yield from (self._chips, self._ask)

    def on_resize(self) -> None:
        if self.is_mounted:
            self._change()

    def on_mount(self) -> None:
        self._end.ask()
        self.look()
        if self._end.cramping:
            self.set_interval(1, self.look)
        if self._closes:
            self.set_timer(_STANDS_S, self.action_done)

    def on_unmount(self) -> None:
        if self._sound is not None:
            self._sound.end(at_once=True)

    def _warn(self, alarm: actions.Alarm) -> SignsScreen:
        if self._sound is not None:
            words = alarm.words(self.context.profile, self.context.emergency_number)
            self._sound.say(self._session, [words], urgent=True)
        return SignsScreen(self.context, alarm)

    @property
    def _closes(self) -> bool:
        """Whether the page closes by itself: nothing is asked after an exercise, and Enter would only say that it is done."""
        return self._session.auto and self._session.cramp_began is None

    def look(self) -> None:
        room = stage_room(*self.app.size)
        headline, first, second = self._words(short=room.tiny)
        # What stands large below is not said twice.
        self.top.show(self._session.plan.title, self._note())
        scales, lines = room.letters or (1,), _LETTERS if room.lines >= _ROOMY else 0
        self.update_classes({"-low": not lines, "-tiny": room.tiny})
        # Large is what is asked of the person, that it is over, and what was done; never praise.
        of_cramp = self._session.cramp_began is not None
        self._headline.say(headline, lines if of_cramp else 0, scales)
        # What was skipped to its end is neither praised nor large.
        large = room.large if of_cramp else self._end.practised
        self._first.say(first, lines if large else 0, scales[-1:] if of_cramp else scales)
        size = Size.LARGE if room.large else Size.CLOSE if room.tiny else Size.APART
        self._do.offer(self._answers(room), room.columns, size)
        self._second.show(second)
        self._third.show(kept_words() if self._end.told and not room.tiny else "")
        self._say_enter(room)
        self._show_question()
        if self._sound is not None:
            self._sound.say(self._session, self._end.spoken())
        if self._end.becomes_urgent():
            self.app.push_screen(self._warn(actions.Alarm(Reason.URGENT)))

    def _show_question(self) -> None:
        question = self._end.question
        self.set_class(question is not None, "-asking")
        if question is not None:
            again = self.context.said(_("The cramp lasted {time}. If it's back, press r."), "back_again")
            self._ask.show(question, again.format(time=spoken_time(self._end.seconds)))

    def _note(self) -> str:
        """What runs, or how many questions there are."""
        if self._end.cramping:
            return _("cramp {time}").format(time=clock_face(self._end.seconds))
        question = self._end.question
        return _("{n} of {many}").format(n=question.number, many=question.of) if question else ""

    def _words(self, *, short: bool = False) -> tuple[str, str, str]:
        """What stands there: biggest, then what comes to it, then what else there is to say; little of that if `short`."""
        headline, took = self._end.summary()
        if self._session.cramp_began is None:
            label = "" if short else self._session.plan.label
            return headline, took, _("This page closes by itself.") if self._closes else label
        if self._end.cramping:
            # Where there is hardly any room each word has to say more.
            card = actions.card_of(actions.Alarm(Reason.URGENT), self.context.profile, self.context.emergency_number)
            people = card.people if card else ()
            # Of who has a number only the number has room.
            number = next(iter(numbers_of(self.context.profile, *people[:1])), "")
            whom = "\n".join((_("Not yet? Call today:"), *([number] if number else people)))
            urgent = whom if short else after_ten_minutes(self.context.profile, passed=True)
            return _("Has it stopped?") if short else headline, "", urgent if self._end.urgent else ""
        if card := self._end.card:
            return card.whole_call, card.whom, "" if short else took
        back = _("It's back? Press r.") if short else _("If it's back, press r.")
        back = self.context.said(back, "back_again")
        return headline, took, back if short else _("The muscle may be sore for up to a day. {back}").format(back=back)

    def _answers(self, room: Room) -> list[AnswerRow]:
        if not self._end.cramping:
            return []
        yes, no = (_("yes"), _("not yet")) if room.tiny else (_("It's stopped"), _("Not yet"))
        own, again = self.context.profile.keys, _("start again from the first step")
        gone = AnswerRow(shown(own, "y"), yes, "", "screen.gone")
        return [gone, AnswerRow(shown(own, "n"), no, again, "screen.not_gone")]

    def _say_enter(self, room: Room) -> None:
        """Say what Enter does: nothing is said for somebody who has marked nothing."""
        words = _("Done")
        if self._end.cramping:
            none = _("no answer") if room.small else actions.UNANSWERED.words
            words = self._do.marked.words if self._do.marked else none
        self._chips.offer((_("Enter"), words, "screen.press_enter"))

    def check_action(self, action: str, parameters: tuple[object, ...]) -> bool | None:
        end, question, cramping = self._end, self._end.question, self._end.cramping
        asked = end.asking is not None and end.asking.can(action)
        can_mark = cramping or (question is not None and not question.ticks)
        gives = can_mark and bool(self._marked)
        reads = not cramping and question is None and self._summary.max_scroll_y > 0
        if action == "choose":
            return question is not None and parameters[0] in [one.key for one in question.choices]
        can = {
            "mark": can_mark,
            "give_marked": gives,
            "skip": asked and not gives,
            **dict.fromkeys(("on", "skip_all", "tick"), asked),
            "undo": asked or self._session.can_undo,
            "leave_now": asked or cramping,
            **dict.fromkeys((keys.READ_ON.id, keys.READ_BACK.id), reads),
            **dict.fromkeys(("gone", "not_gone", "worse"), cramping),
            "unanswered": cramping and not gives,
            "again": not cramping,
            "done": question is None and not cramping,
            "returned": end.may_return,
        }
        return can.get(action, True)

    def action_done(self) -> None:
        self.post_message(Done())

    action_leave_now = action_done

    def action_unanswered(self) -> None:
        """Nothing is said: it stays as it is."""
        words = (_("No answer. Press y or n, or q to leave."), _("Press y or n, or q to leave."))
        self.say_at_the_foot(*(self.context.said(one, "yes", "no", "leave") for one in words))

    def action_read_on(self) -> None:
        self._summary.scroll_page_down(animate=False)

    def action_more_signs(self) -> None:
        self._ask.read_on()

    def action_read_back(self) -> None:
        self._summary.scroll_page_up(animate=False)

    def action_gone(self) -> None:
        self._end.relieved()
        self._end.ask()
        self._change()

    def action_again(self) -> None:
        """Once more; a cramp that has not stopped keeps its clock."""
        self.post_message(PlayAgain(self._end.again()))

    action_not_gone = action_again

    def action_returned(self) -> None:
        """The cramp is back: first aid goes on as the same cramp."""
        self.post_message(PlayAgain(self._end.returned()))

    def goes_on_as_first_aid(self) -> bool:
        """A cramp of the calf that has not stopped, or has just stopped, is the same one."""
        if self._session.plan.part is not Part.CALF or not (self._end.cramping or self._end.may_return):
            return False
        (self.action_again if self._end.cramping else self.action_returned)()
        return True

    # What is asked.

    def _change(self) -> None:
        self.look()
        self.refresh_bindings()
        # Whether all of it fits is known when it is laid out.
        self.call_after_refresh(self.refresh_bindings)

    def action_choose(self, key: str) -> None:
        """Answer; a sign that calls for help shows at once what to do."""
        asking = self._end.asking
        if asking is None or not asking.choose(key):
            return
        self._change()
        if asking.warning:
            page = self._warn(actions.Alarm(Reason.TICKED, ticked=asking.warning))
            self.app.push_screen(page, lambda taken_back: self.action_undo() if taken_back else None)

    @property
    def _marked(self) -> str:
        """What the marked answer does, as an action; "" where none is marked."""
        if self._end.cramping:
            return self._do.marked.action if self._do.marked else ""
        return f"screen.choose('{self._ask.marked}')" if self._ask.marked else ""

    def action_mark(self, way: int) -> None:
        (self._do if self._end.cramping else self._ask).mark(way)
        self._say_enter(stage_room(*self.app.size))
        self.refresh_bindings()

    async def action_give_marked(self) -> None:
        await self.run_action(self._marked)

    @on(OptionList.OptionSelected)
    def action_tick(self) -> None:
        if key := self._ask.marked:
            self.action_choose(key)

    def _answer(self, act: Callable[[Afterwards], None]) -> None:
        if self._end.asking is not None:
            act(self._end.asking)
            self._change()

    def action_skip(self) -> None:
        self._answer(Afterwards.skip)

    action_on = action_skip

    def action_skip_all(self) -> None:
        self._answer(Afterwards.skip_all)

    def action_undo(self) -> None:
        """Take back the last answer; or the key that has ended the session, and go on with it."""
        if self._end.asking is not None and self._end.asking.can("undo"):
            self._answer(Afterwards.undo)
        elif session := self._end.undo():
            self.post_message(PlayAgain(session))

    async def action_press_enter(self) -> None:
        """What Enter does, for a click on it."""
        if self.check_action("give_marked", ()):
            await self.action_give_marked()
        elif self._end.cramping:
            self.action_unanswered()
        elif self._end.question is None:
            self.action_done()
        else:
            self.action_skip()
