"""Everything that can be typed, declared once. What `?` lists is made from these.

The letters are those of the screen, each followed by Enter; a test holds ids and sentences equal to the screen's.
"""

from collections.abc import Iterable, Iterator
from dataclasses import dataclass

from uncramp.domain.plan import Sort
from uncramp.domain.session import Session
from uncramp.domain.session_state import Phase
from uncramp.i18n import _

ENTER = ""
SPACE = " "


@dataclass(frozen=True, slots=True)
class Key:
    """Something that a person can do by typing a line."""

    id: str
    typed: tuple[str, ...]
    """What is typed for it, in small letters; the first is what is listed."""
    help: str
    """What it does, in one sentence."""


PAUSE = Key("pause", (SPACE, "pause"), _("Stand still, and go on with the same key."))
GO_ON = Key("go_on", (SPACE, "pause", "go", "go on"), _("Go on where you were."))
RELIEF = Key("relief", (ENTER, "gone"), _("The cramp is gone: stop its clock, and go on."))
NEXT = Key("next", (ENTER, "done", "next"), _("Done with this: go on to the next."))
SILENT = Key("silent", (ENTER,), _("Give no answer. What the question guards is left out."))
EASED = Key("eased", ("g", "gone"), _("The cramp is gone: stop its clock, and stay here."))
YES = Key("yes", ("y", "yes"), _("Answer yes."))
NO = Key("no", ("n", "no"), _("Answer no."))
UNSURE = Key("unsure", ("d", "not sure"), _("You don't know. It counts as yes."))
OFFER = Key("offer", ("o",), _("Go over to the routine that is offered."))
ON = Key("on", (">", "x", "on"), _("Go on to the next, without saying that it's gone."))
BACK = Key("back", ("b", "<", "back"), _("Go back to the start of this, or to the one before."))
UNDO = Key("undo", ("u", "undo"), _("Take back the last thing that you did."))
OTHER_SIDE = Key("other_side", ("s", "other side"), _("Change to the other leg, foot or hand."))
WORSE = Key("worse", ("w", "worse"), _("It gets worse: stand still, and see the warning signs."))
SIGNS = Key("signs", ("!", "signs"), _("See when to stop, and whom to call."))
MORE = Key("more", ("+", "=", "more"), _("Make this ten seconds longer."))
HELPER = Key("helper", ("p", "helper"), _("Show the words for somebody who helps you."))
WHY = Key("why", ("i", "why"), _("See why, what to take care of, and where it comes from."))
WHERE = Key("where", ("where", "."), _("Say again where you are, and the time."))
KEYS = Key("keys", ("?", "keys", "help"), _("See all keys."))
STOP = Key("stop", ("q", "stop", "quit"), _("Stop here."))

SESSION = (
    RELIEF, NEXT, SILENT, YES, NO, UNSURE, OFFER, EASED, PAUSE, GO_ON, WORSE, SIGNS, HELPER, UNDO, OTHER_SIDE,
    WHY, MORE, ON, BACK, WHERE, KEYS, STOP,
)  # fmt: skip

DONE = Key("done", (ENTER, "q", "done", "quit"), _("Leave this page."))
AGAIN = Key("again", ("r", "again"), _("Start the routine again."))
GONE = Key("gone", ("g", "y", "gone", "yes"), _("Say that the cramp is gone."))

SKIP = Key("skip", (ENTER, "skip"), _("Go on, and leave this question out."))
NEXT_QUESTION = Key("on", (ENTER, "next"), _("Go on to the next question."))
SKIP_ALL = Key("skip_all", ("s", "skip all"), _("Answer no more questions."))
WRITE_NOTE = Key("write_note", ("n", "note"), _("Write a note about the cramp."))
UNDO_ANSWER = Key("undo", ("u", "undo"), _("Take back your last answer."))
LEAVE_NOW = Key("leave_now", ("q", "quit"), _("Leave this page at once."))

FINISH = (GONE, DONE, AGAIN, WHERE, SIGNS, KEYS)
ASKING = (SKIP, NEXT_QUESTION, WRITE_NOTE, UNDO_ANSWER, SKIP_ALL, AGAIN, SIGNS, KEYS, LEAVE_NOW)


def shown(key: Key) -> str:
    """What is typed for a key, in words."""
    return {ENTER: _("Enter"), SPACE: _("Space")}.get(key.typed[0], key.typed[0])


def line_of(typed: str) -> str:
    """A typed line as keys know it: small letters; blanks alone are the space bar."""
    return typed.strip().casefold() or (SPACE if typed else ENTER)


def find(line: str, keys: Iterable[Key]) -> Key | None:
    """The first of the keys that this line is typed for."""
    return next((key for key in keys if line in key.typed), None)


def useful(session: Session) -> tuple[Key, ...]:
    """The keys that do something now."""
    interval, question = session.interval, session.question
    asked, opened = question is not None, interval is not None and interval.sort is Sort.OPEN
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


def key_lines(keys: Iterable[Key]) -> Iterator[str]:
    """What can be typed now, a line each."""
    yield _("Keys. Type one, then Enter.")
    for key in keys:
        yield _("{key}: {help}").format(key=shown(key), help=key.help)
