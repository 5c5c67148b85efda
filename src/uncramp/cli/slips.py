"""What is meant by a first word that is no command: a slip of `now`, a routine, or the command that is most like it."""

from collections.abc import Callable, Collection, Sequence

from uncramp.faults import CommandError
from uncramp.files.text import closest, shorten, visible
from uncramp.i18n import _
from uncramp.terminal.first_words import is_slip_of_now

NOW = "now"


def meant(
    arguments: Sequence[str], commands: Collection[str], routines: Callable[[], Collection[str]]
) -> tuple[list[str], str]:
    """The command line as it was meant, and what the person is told of that.

    The names of routines are only asked for where the first word is no command.

    Raises:
        CommandError: nothing of this name is known; the message says what is like it.
    """
    first, *rest = arguments or [""]
    if first == "help":
        words = [word for word in rest if not word.startswith("-")]
        if words and words[0] not in commands:
            raise CommandError(_no_command(words[0], commands))
        return [*words, "--help"], ""
    if not first or first.startswith("-") or first in commands:
        return list(arguments), ""
    if first.lower() in commands:
        return [first.lower(), *rest], ""
    names = routines()
    if first.lower() in names or first.lower().endswith((".yaml", ".yml")):
        return ["run", *arguments], ""
    if is_slip_of_now(first):
        return [NOW, *rest], _("'{typed}' was taken for 'now': help for a cramp.").format(typed=visible(first))
    raise CommandError(_no_command(first, {*commands, *names}))


def _no_command(typed: str, known: Collection[str]) -> str:
    shown = visible(shorten(typed))
    if other := closest(typed.lower(), known):
        told = _("There is no command or routine '{name}'. Did you mean 'uncramp {other}'?")
        return told.format(name=shown, other=other)
    told = _("There is no command or routine '{name}'. 'uncramp help' names the commands, 'uncramp list' the routines.")
    return told.format(name=shown)
