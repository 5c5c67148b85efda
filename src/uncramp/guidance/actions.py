"""Everything that a person can do in a session and at its end, declared once: for the screen, for lines and for help.

A screen binds a command's keys (`uncramp.tui.keys`); in the plain mode its words are typed (`uncramp.plain.keys`). What
only a screen has, as its home, its diary and its pages, is declared there in the same form.
"""

from collections.abc import Callable
from dataclasses import dataclass, replace
from functools import partial

from uncramp.domain import events as ev
from uncramp.domain.plan import Answer, IntervalKind, Question
from uncramp.domain.profile import Profile
from uncramp.domain.routine import Call, Part, Sides, Tag
from uncramp.domain.session import Session
from uncramp.domain.session_state import Phase
from uncramp.files.text import visible
from uncramp.i18n import _
from uncramp.words.call_card import CallCard, call_card
from uncramp.words.signs import TODAY, Reason, after_answer, what_now, whom_to_call

ENTER = ""
SPACE = " "
"""As they are typed: a line of nothing, and one of blanks alone."""

Change = Callable[[Session, int], list[ev.Event]]
"""Changes a session, at a time in milliseconds on its clock, and gives what happened."""


@dataclass(frozen=True, slots=True)
class Command:
    """Something that a person can do with a key."""

    id: str
    keys: str
    """Textual's names for the keys, separated by commas; "" where a screen has none for it."""
    shown: str
    """The key as it is shown, "" for one that the key bar leaves to the help screen."""
    words: str
    """What it does, in one or two words."""
    help: str
    """What it does, in one sentence."""
    typed: tuple[str, ...] = ()
    """What is typed for it in the plain mode, in small letters; the first is what is listed."""
    offered: Callable[[Session], bool] = lambda _session: True
    """Whether it does something as the session stands; the others are not shown."""
    change: Change | None = None
    """What it changes in the session; `None` where it does something else, as to open a page."""
    first: bool = False
    """Whether it comes before whatever else is bound to the key."""


def enter_command(session: Session) -> Command:
    """What Enter does, which is decided here and nowhere else, for screen and lines, and for the words beside the key.

    A question gets no answer; an open-ended step ends with the cramp, unless nobody was there just now; anything else is
    done, and the next one comes.
    """
    if session.question is not None:
        return SILENT
    opened = session.interval is not None and session.interval.kind is IntervalKind.OPEN
    if opened and session.phase is Phase.AWAY:
        return ARRIVED
    return RELIEF if opened else NEXT


def _stands(session: Session) -> bool:
    return session.phase in (Phase.PAUSED, Phase.AWAY)


def _asks(session: Session) -> bool:
    return session.question is not None


def _has_side(session: Session, limb: Part) -> bool:
    """Whether one leg, foot or hand is worked here, and it may be the other one."""
    interval, part = session.interval, session.plan.part
    asked = interval is not None and interval.step.sides is Sides.AFFECTED and interval.question is None
    return asked and limb is (part if part in (Part.FOOT, Part.HAND) else Part.LEG)


# A session's.
# fmt: off

PAUSE = Command("pause", "space", "Space", _("pause"), _("Pause; again to go on."),
    (SPACE, "pause"), lambda session: not _stands(session), Session.pause)
GO_ON = Command("go_on", "space", "Space", _("go on"), _("Go on where you were."),
    (SPACE, "pause", "go", "go on"), _stands, Session.resume)
RELIEF: Command = Command("relief", "enter,g", "", _("it's stopped"), _("The cramp has stopped."),
    (ENTER, "g", "stopped", "gone"), lambda session: enter_command(session) is RELIEF, Session.relief)
NEXT: Command = Command("next", "enter", "", _("done, next"), _("Done: go on to the next."),
    (ENTER, "done", "next"), lambda session: enter_command(session) is NEXT, Session.next)
SILENT: Command = Command("silent", "enter", "", _("no answer"),
    _("No answer: it is skipped."), (ENTER,),
    lambda session: enter_command(session) is SILENT, Session.next)
ARRIVED: Command = Command("arrived", "enter", "", _("go on"), _("Go on where you were."),
    (ENTER,), lambda session: enter_command(session) is ARRIVED, Session.resume)
EASED = Command("eased", "g", "g", _("it's stopped"), _("The cramp has stopped."),
    ("g", "stopped", "gone"), lambda session: session.cramping and enter_command(session) is not RELIEF, Session.relief)
RETURNED = Command("returned", "r", "r", _("it's back"), _("The cramp has come back."),
    ("r", "back again"), lambda session: session.may_return, Session.come_back)
YES = Command("yes", "y,1", "", _("yes"), _("Answer yes."),
    ("y", "yes", "1"), _asks, partial(Session.answer, answer=Answer.YES))
NO = Command("no", "n,2", "", _("no"), _("Answer no."),
    ("n", "no", "2"), _asks, partial(Session.answer, answer=Answer.NO))
UNSURE = Command("unsure", "d", "", _("not sure"), _("Not sure. Counts as yes."),
    ("d", "not sure"), lambda session: session.question is not None and session.question.unsure is not None,
    partial(Session.answer, answer=Answer.UNSURE))
OFFER = Command("offer", "o", "o", _("try the other"), _("Try what is offered."),
    ("o",), lambda session: session.offer is not None, Session.take_offer)
ON = Command("on", "right", "", _("on"), _("Go on to the next."),
    ("x", ">", "on"), change=Session.next)
BACK = Command("back", "left,b,escape,backspace", "", _("back"), _("Go back a step."),
    ("b", "<", "back"), change=Session.back)
UNDO = Command("undo", "u", "u", _("undo"), _("Undo what you just did."),
    ("u", "undo"), lambda session: session.can_undo, Session.undo)
OTHER_SIDE = Command("other_side", "s", "s", _("which leg"), _("Say which leg it is."),
    ("s", "other side"), lambda session: _has_side(session, Part.LEG), Session.other_side)
OTHER_FOOT = replace(OTHER_SIDE, id="other_foot", words=_("which foot"), help=_("Say which foot it is."),
    offered=lambda session: _has_side(session, Part.FOOT))
OTHER_HAND = replace(OTHER_SIDE, id="other_hand", words=_("which hand"), help=_("Say which hand it is."),
    offered=lambda session: _has_side(session, Part.HAND))
WORSE = Command("worse", "w", "w", _("worse"), _("It gets worse: get help."),
    ("w", "worse"), change=Session.worse)
MORE = Command("more", "plus,equals_sign", "+", _("10 s more"), _("Ten seconds more."),
    ("+", "=", "more"), lambda session: session.interval is None or session.interval.kind is not IntervalKind.OWN_PACE,
    Session.more_time)
SIGNS = Command("signs", "exclamation_mark", "!", _("warning signs"), _("When to stop and call."),
    ("!", "signs"))
SOUND = Command("sound", "m", "m", _("sound"), _("Sound: tones, voice, off."), ("m", "sound"))
HELPER = Command("helper", "p", "p", _("helper"), _("Words for your helper."),
    ("p", "helper"), lambda session: session.interval is not None and not _asks(session))
WHY = Command("why", "i", "i", _("why"), _("Why, and what to mind."),
    ("i", "why"))
WHERE = Command("where", "", "", "", _("Say again where you are, and the time."), ("where", "."))
KEYS = Command("keys", "question_mark,f1", "?", _("keys"), _("See all keys."), ("?", "keys", "help"))
STOP = Command("stop", "q", "q", _("stop"), _("Stop here."), ("q", "stop", "quit"))

SESSION = (
    RELIEF, NEXT, SILENT, ARRIVED, YES, NO, UNSURE, OFFER, EASED, RETURNED, PAUSE, GO_ON, WORSE, SIGNS, HELPER, UNDO,
    OTHER_SIDE, OTHER_FOOT, OTHER_HAND, WHY, MORE, ON, BACK, SOUND, WHERE, KEYS, STOP,
)
"""All that changes a session or asks about it, in the order in which lines list it."""

BY_ID = {command.id: command for command in SESSION}
ANSWERS = {Answer.YES: YES, Answer.NO: NO, Answer.UNSURE: UNSURE}

# At its end, and for what is asked after a cramp.

DONE = Command("done", "enter,escape,backspace,q", "", _("done"), _("Leave this page."),
    (ENTER, "q", "done", "quit"))
AGAIN = Command("again", "a", "a", _("start over"), _("Start the routine again."), ("a", "again"))
RETURNED_LATER = replace(RETURNED, change=None, offered=lambda _session: True)
GONE = Command("gone", "y,g", "", _("it's stopped"), _("The cramp has stopped."),
    ("g", "y", "stopped", "gone", "yes"))
UNANSWERED = Command("unanswered", "enter", "", _("no answer: the clock goes on"),
    _("No answer: clock goes on."), (ENTER,))
NOT_GONE = Command("not_gone", "n", "", _("no"), _("Not stopped: start again."),
    ("n", "no", "a", "again"))
SKIP = Command("skip", "enter", "", _("skip this"), _("Skip this question."), (ENTER, "skip"))
NEXT_QUESTION = Command("on", "enter", "", _("next"), _("Go on to the next question."), (ENTER, "next"))
GIVE_MARKED = Command("give_marked", "enter", "", _("take it"), _("Give the marked answer."))
SKIP_ALL = Command("skip_all", "escape,backspace", "Esc", _("skip all"), _("Answer no more questions."), ("skip all",))
UNDO_ANSWER = Command("undo", "u", "u", _("undo"), _("Take back your last answer."), ("u", "undo"))
LEAVE_NOW = Command("leave_now", "q,escape,backspace", "q", _("leave"), _("Leave this page at once."), ("q", "quit"))
# fmt: on

# What follows from what a person does.


@dataclass(frozen=True, slots=True)
class Alarm:
    """Why the warning signs are shown."""

    reason: Reason
    question: Question | None = None
    """The question whose answer is a sign."""
    ticked: str = ""
    """The sign that the person has ticked, by its key."""

    @property
    def first(self) -> str:
        """The sign whose group comes first, by its key; empty for the emergencies. Ten minutes call for help today."""
        return TODAY if self.reason is Reason.URGENT else self.ticked

    def words(self, profile: Profile, emergency_number: str) -> str:
        """What to do now and whom to call, said before the signs: people by the profile's numbers where it has them."""
        question, whom = self.question, whom_of(profile)
        if question is None:
            return what_now(self.reason, whom)
        now = emergency_number if question.call is Call.NOW else None
        return after_answer(question.means, whom, now)


def card_of(alarm: Alarm, profile: Profile, emergency_number: str) -> CallCard | None:
    """What an alarm calls for, to be shown in the biggest letters; nothing where somebody only looks at the signs."""
    question = alarm.question
    at_once = question.call is Call.NOW if question else alarm.reason is Reason.TICKED
    return call_card(
        alarm.reason,
        means=question.means if question else "",
        emergency_number=emergency_number if at_once else None,
        ticked=alarm.ticked,
        doctor=visible(profile.doctor_number),
        midwife=visible(profile.midwife_number),
        pregnant=Tag.PREGNANT in profile.all_tags(),
    )


def whom_of(profile: Profile) -> str:
    """Whom a person calls today, in the middle of a sentence: doctor and midwife by their numbers where they are known."""
    pregnant = Tag.PREGNANT in profile.all_tags()
    return whom_to_call(visible(profile.doctor_number), visible(profile.midwife_number), pregnant=pregnant)


def answer_key(question: Question, answer: Answer) -> str:
    """The key of an answer, as it is shown: a letter, or a number where the answers have words of their own."""
    numbers = {Answer.YES: "1", Answer.NO: "2"} if any(question.words) else {}
    return numbers.get(answer) or ANSWERS[answer].typed[0]


def alarm_of(event: ev.Event) -> Alarm | None:
    """Why the warning signs are to be shown, where the event calls for them. An answer that did can be taken back."""
    match event:
        case ev.Worse():
            return Alarm(Reason.WORSE)
        case ev.SignsNeeded(question=question):
            return Alarm(Reason.ANSWER, question)
        case ev.UrgentHelp():
            return Alarm(Reason.URGENT)
        case _:
            return None
