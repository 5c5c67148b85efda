"""Typed lines: what each is typed for, and the list of all that can be typed. Each is followed by Enter.

The commands and what is typed for them are declared in `uncramp.guidance.actions`.
"""

from collections.abc import Iterable, Iterator

from uncramp.domain import own_keys
from uncramp.domain.own_keys import OwnKeys
from uncramp.domain.session import Session
from uncramp.files.text import shorten, visible
from uncramp.guidance import actions
from uncramp.guidance.actions import ENTER, SESSION, SPACE, Command
from uncramp.guidance.layouts import digit_of, key_of
from uncramp.i18n import _

FINISH = (actions.DONE, actions.AGAIN, actions.SIGNS, actions.KEYS)
CRAMPING = (
    actions.GONE, actions.UNANSWERED, actions.NOT_GONE, actions.WHERE, actions.SIGNS, actions.KEYS, actions.LEAVE_NOW,
)  # fmt: skip
"""At the end, while the cramp has not stopped."""
ASKING = (
    actions.SKIP, actions.NEXT_QUESTION, actions.UNDO_ANSWER, actions.SKIP_ALL,
    actions.AGAIN, actions.SIGNS, actions.KEYS, actions.LEAVE_NOW,
)  # fmt: skip


def shown(command: Command, own: OwnKeys) -> str:
    """What is typed for a command, in words."""
    first = command.typed[0]
    if (mine := own_keys.shown(own, first)) == first:  # of those that have not been given to something else
        mine = next((one for one in command.typed if own_keys.typed(own, one) == one), first)
    return {ENTER: _("Enter"), SPACE: _("Space")}.get(mine, mine)


def line_of(typed: str, own: OwnKeys) -> str:
    """A typed line as commands know it: small letters, of whatever layout; blanks alone are the space bar.

    A key of the person's own is the one that it stands for.
    """
    line = own_keys.typed(own, "".join(map(key_of, typed.strip())).strip().casefold())
    return digit_of(line) or line or (SPACE if typed else ENTER)


def find(line: str, commands: Iterable[Command]) -> Command | None:
    return next((command for command in commands if line in command.typed), None)


def offered(session: Session) -> tuple[Command, ...]:
    return tuple(command for command in SESSION if command.offered(session))


def key_lines(commands: Iterable[Command], own: OwnKeys) -> Iterator[str]:
    yield _("Keys. Type one, then Enter.")
    for command in commands:
        yield _("{key}: {help}").format(key=shown(command, own), help=command.help)


def useless(line: str, typed: str, own: OwnKeys) -> str:
    """The answer to a line that does nothing now: one that does elsewhere, one of the screen's, or any other."""
    of_the_screen = {"t": _("There are no colours here.")}
    if words := of_the_screen.get(line):
        return words
    if command := find(line, (*SESSION, *FINISH, *CRAMPING)):
        return _("{key} does nothing here. Type ?, then Enter, for all keys.").format(key=shown(command, own))
    return _("'{typed}' is no key. Type ?, then Enter, for all keys.").format(typed=visible(shorten(typed.strip())))
