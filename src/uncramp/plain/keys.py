"""Everything that can be typed, declared once. What `?` lists is made from these.

The letters are those of the screen, each followed by Enter; a test holds ids and sentences equal to the screen's.
"""

from collections.abc import Iterable, Iterator
from dataclasses import dataclass

from uncramp.domain.plan import IntervalKind
from uncramp.domain.session import Phase, Session
from uncramp.i18n import _

ENTER = ""
SPACE = " "


@dataclass(frozen=True, slots=True)
class TypedKey:
    """Something that a person can do by typing a line."""

    id: str
    typed: tuple[str, ...]
    """What is typed for it, in small letters; the first is what is listed."""
    help: str
    """What it does, in one sentence."""


PAUSE = TypedKey("pause", (SPACE, "pause"), _("Stand still, and go on with the same key."))
GO_ON = TypedKey("go_on", (SPACE, "pause", "go", "go on"), _("Go on where you were."))
RELIEF = TypedKey("relief", (ENTER, "gone"), _("The cramp is gone: stop its clock, and go on."))
NEXT = TypedKey("next", (ENTER, "done", "next"), _("Done with this: go on to the next."))
SILENT = TypedKey("silent", (ENTER,), _("Give no answer. What the question guards is left out."))
EASED = TypedKey("eased", ("g", "gone"), _("The cramp is gone: stop its clock, and stay here."))
YES = TypedKey("yes", ("y", "yes"), _("Answer yes."))
NO = TypedKey("no", ("n", "no"), _("Answer no."))
UNSURE = TypedKey("unsure", ("d", "not sure"), _("You don't know. It counts as yes."))
OFFER = TypedKey("offer", ("o",), _("Go over to the routine that is offered."))
ON = TypedKey("on", (">", "x", "on"), _("Go on to the next, without saying that it's gone."))
BACK = TypedKey("back", ("b", "<", "back"), _("Go back to the start of this, or to the one before."))
UNDO = TypedKey("undo", ("u", "undo"), _("Take back the last thing that you did."))
OTHER_SIDE = TypedKey("other_side", ("s", "other side"), _("Change to the other leg, foot or hand."))
WORSE = TypedKey("worse", ("w", "worse"), _("It gets worse: stand still, and see the warning signs."))
SIGNS = TypedKey("signs", ("!", "signs"), _("See when to stop, and whom to call."))
MORE = TypedKey("more", ("+", "=", "more"), _("Make this ten seconds longer."))
HELPER = TypedKey("helper", ("p", "helper"), _("Show the words for somebody who helps you."))
WHY = TypedKey("why", ("i", "why"), _("See why, what to take care of, and where it comes from."))
WHERE = TypedKey("where", ("where", "."), _("Say again where you are, and the time."))
KEYS = TypedKey("keys", ("?", "keys", "help"), _("See all keys."))
STOP = TypedKey("stop", ("q", "stop", "quit"), _("Stop here."))

SESSION = (
    RELIEF, NEXT, SILENT, YES, NO, UNSURE, OFFER, EASED, PAUSE, GO_ON, WORSE, SIGNS, HELPER, UNDO, OTHER_SIDE,
    WHY, MORE, ON, BACK, WHERE, KEYS, STOP,
)  # fmt: skip

DONE = TypedKey("done", (ENTER, "q", "done", "quit"), _("Leave this page."))
AGAIN = TypedKey("again", ("r", "again"), _("Start the routine again."))
GONE = TypedKey("gone", ("g", "y", "gone", "yes"), _("Say that the cramp is gone."))

SKIP = TypedKey("skip", (ENTER, "skip"), _("Go on, and leave this question out."))
NEXT_QUESTION = TypedKey("on", (ENTER, "next"), _("Go on to the next question."))
SKIP_ALL = TypedKey("skip_all", ("s", "skip all"), _("Answer no more questions."))
WRITE_NOTE = TypedKey("write_note", ("n", "note"), _("Write a note about the cramp."))
UNDO_ANSWER = TypedKey("undo", ("u", "undo"), _("Take back your last answer."))
LEAVE_NOW = TypedKey("leave_now", ("q", "quit"), _("Leave this page at once."))

FINISH = (GONE, DONE, AGAIN, WHERE, SIGNS, KEYS)
ASKING = (SKIP, NEXT_QUESTION, WRITE_NOTE, UNDO_ANSWER, SKIP_ALL, AGAIN, SIGNS, KEYS, LEAVE_NOW)


def shown(key: TypedKey) -> str:
    """What is typed for a key, in words."""
    return {ENTER: _("Enter"), SPACE: _("Space")}.get(key.typed[0], key.typed[0])


def line_of(typed: str) -> str:
    """A typed line as keys know it: small letters; blanks alone are the space bar."""
    return typed.strip().casefold() or (SPACE if typed else ENTER)


def find(line: str, keys: Iterable[TypedKey]) -> TypedKey | None:
    """The first of the keys that this line is typed for."""
    return next((key for key in keys if line in key.typed), None)


def useful(session: Session) -> tuple[TypedKey, ...]:
    """The keys that do something now."""
    interval, question = session.interval, session.question
    asked, opened = question is not None, interval is not None and interval.sort is IntervalKind.OPEN
    standing = session.phase in (Phase.PAUSED, Phase.AWAY)
    can = {
        PAUSE: not standing,
        GO_ON: standing,
        RELIEF: opened,
        SILENT: asked,
        NEXT: not asked and not opened,
        YES: asked,
        NO: asked,
        UNSURE: question is not None and question.unsure is not None,
        OFFER: session.offer is not None,
        EASED: session.cramping and not opened,
        UNDO: session.can_undo,
        HELPER: interval is not None and not asked,
    }
    return tuple(key for key in SESSION if can.get(key, True))


def key_lines(keys: Iterable[TypedKey]) -> Iterator[str]:
    """What can be typed now, a line each."""
    yield _("Keys. Type one, then Enter.")
    for key in keys:
        yield _("{key}: {help}").format(key=shown(key), help=key.help)
