"""Typed lines: what each is typed for, and the list of all that can be typed. Each is followed by Enter.

The commands and what is typed for them are declared in `uncramp.guidance.actions`.
"""

from collections.abc import Iterable, Iterator

from uncramp.domain.session import Session
from uncramp.files.text import shorten, visible
from uncramp.guidance import actions
from uncramp.guidance.actions import ENTER, SESSION, SPACE, Command
from uncramp.guidance.layouts import digit_of, key_of
from uncramp.i18n import _

FINISH = (actions.DONE, actions.AGAIN, actions.SIGNS, actions.KEYS)
CRAMPING = (
    actions.GONE,
    actions.UNANSWERED,
    actions.NOT_GONE,
    actions.WHERE,
    actions.SIGNS,
    actions.KEYS,
    actions.LEAVE_NOW,
)
"""At the end, while the cramp has not stopped."""
ASKING = (
    actions.SKIP, actions.NEXT_QUESTION, actions.UNDO_ANSWER, actions.SKIP_ALL,
    actions.AGAIN, actions.SIGNS, actions.KEYS, actions.LEAVE_NOW,
)  # fmt: skip


def shown(command: Command) -> str:
    """What is typed for a command, in words."""
    return {ENTER: _("Enter"), SPACE: _("Space")}.get(command.typed[0], command.typed[0])


def line_of(typed: str) -> str:
    """A typed line as commands know it: small letters, of whatever layout; blanks alone are the space bar."""
    line = "".join(map(key_of, typed.strip())).strip().casefold()
    return digit_of(line) or line or (SPACE if typed else ENTER)


def find(line: str, commands: Iterable[Command]) -> Command | None:
    """The first of the commands that this line is typed for."""
    return next((command for command in commands if line in command.typed), None)


def offered(session: Session) -> tuple[Command, ...]:
    """The commands that do something now."""
    return tuple(command for command in SESSION if command.offered(session))


def key_lines(commands: Iterable[Command]) -> Iterator[str]:
    """What can be typed now, a line each."""
    yield _("Keys. Type one, then Enter.")
    for command in commands:
        yield _("{key}: {help}").format(key=shown(command), help=command.help)


def useless(line: str, typed: str) -> str:
    """The answer to a line that does nothing now: one that does elsewhere, one of the screen's, or any other."""
    of_the_screen = {
        "t": _("There are no colours here."),
    }
    if words := of_the_screen.get(line):
        return words
    if command := find(line, (*SESSION, *FINISH, *CRAMPING)):
        return _("{key} does nothing here. Type ?, then Enter, for all keys.").format(key=shown(command))
    return _("'{typed}' is no key. Type ?, then Enter, for all keys.").format(typed=visible(shorten(typed.strip())))
