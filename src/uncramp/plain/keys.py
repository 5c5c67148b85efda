"""Typed lines: what each is typed for, and the list of all that can be typed. Each is followed by Enter.

The actions and what is typed for them are declared in `uncramp.guidance.actions`.
"""

from collections.abc import Iterable, Iterator

from uncramp.domain.session import Session
from uncramp.files.text import shorten, visible
from uncramp.guidance import actions
from uncramp.guidance.actions import ENTER, SESSION, SPACE, Action
from uncramp.i18n import _

TypedKey = Action
GONE, DONE, AGAIN, WHERE = actions.GONE, actions.DONE, actions.AGAIN, actions.WHERE
SIGNS, KEYS, LEAVE_NOW = actions.SIGNS, actions.KEYS, actions.LEAVE_NOW
SKIP, SKIP_ALL, NEXT_QUESTION = actions.SKIP, actions.SKIP_ALL, actions.NEXT_QUESTION
WRITE_NOTE, UNDO_ANSWER = actions.WRITE_NOTE, actions.UNDO_ANSWER

FINISH = (GONE, DONE, AGAIN, WHERE, SIGNS, KEYS)
ASKING = (SKIP, NEXT_QUESTION, WRITE_NOTE, UNDO_ANSWER, SKIP_ALL, AGAIN, SIGNS, KEYS, LEAVE_NOW)


def shown(action: Action) -> str:
    """What is typed for an action, in words."""
    return {ENTER: _("Enter"), SPACE: _("Space")}.get(action.typed[0], action.typed[0])


def line_of(typed: str) -> str:
    """A typed line as actions know it: small letters; blanks alone are the space bar."""
    return typed.strip().casefold() or (SPACE if typed else ENTER)


def find(line: str, among: Iterable[Action]) -> Action | None:
    """The first of the actions that this line is typed for."""
    return next((action for action in among if line in action.typed), None)


def offered(session: Session) -> tuple[Action, ...]:
    """The actions that do something now."""
    return tuple(action for action in SESSION if action.offered(session))


def key_lines(among: Iterable[Action]) -> Iterator[str]:
    """What can be typed now, a line each."""
    yield _("Keys. Type one, then Enter.")
    for action in among:
        yield _("{key}: {help}").format(key=shown(action), help=action.help)


def useless(line: str, typed: str) -> str:
    """The answer to a line that does nothing now: one that does elsewhere, one of the screen's, or any other."""
    of_the_screen = {
        "m": _("There is no bell here: all is said in words."),
        "t": _("There are no colours here."),
    }
    if words := of_the_screen.get(line):
        return words
    if action := find(line, (*SESSION, *FINISH)):
        return _("{key} does nothing here. Type ?, then Enter, for all keys.").format(key=shown(action))
    return _("'{typed}' is no key. Type ?, then Enter, for all keys.").format(
        typed=visible(shorten(typed.strip()))
    )
