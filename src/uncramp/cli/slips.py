"""What is meant by a first word that is no command: a slip of `now`, a routine, or the command that is most like it."""

from collections.abc import Callable, Collection, Sequence

from uncramp.faults import CommandError
from uncramp.files.text import NEAR, closest, shorten, visible, with_parts
from uncramp.i18n import _
from uncramp.terminal.first_words import is_slip_of_now, options_of_now

NOW = "now"
_HELP = ("help", "-help", "--halp", "?", "-?", "/?", "/h")
_OF_ITS_OWN = ("-h", "--help", "-v", "--version", "--")
"""Options that need no command."""

_OTHER_WORDS = {
    "now": "start go leg aid first-aid hurts pain me cramps ouch",
    "list": "ls routines exercises all",
    "show": "view plan",
    "signs": "emergency warning danger",
    "guide": "read info tips",
    "card": "print",
    "calendar": "remind reminder reminders alarm",
    "figure": "picture pictures image",
    "diary": "log history entries",
    "report": "doctor",
    "sound": "tone tones voice mute",
    "profile": "settings config setup options about pregnant",
    "new": "create add make",
    "run": "do play",
    "--version": "version",
}
"""Commands, each with what people type who mean it."""
_MOST = 6
"""How many names are offered, at most."""


def meant(
    arguments: Sequence[str], commands: Collection[str], routines: Callable[[], Collection[str]]
) -> tuple[list[str], str]:
    """The command line as it was meant, and what the person is told of that.

    The names of routines are only asked for where the first word is no command.

    Raises:
        CommandError: nothing of this name is known; the message says what is like it.
    """
    first, *rest = _command_first(arguments, commands, routines) or [""]
    if first == "uncramp" and rest:  # typed or pasted twice
        return meant(rest, commands, routines)
    if first.lower() in _HELP:
        return _help(rest, commands, routines), ""
    is_now = is_slip_of_now(first.lstrip("-"))
    if not first or (first.startswith("-") and not is_now):
        return list(arguments), ""
    if first.lower() in commands:
        if rest == ["help"] and first.lower() != NOW:
            rest = ["--help"]
        if first.lower() == "run" and [*map(str.lower, rest[:1])] == [NOW] and NOW not in routines():
            first, *rest = rest
        return [first.lower(), *rest], ""
    names = routines()
    if first.lower() in names or first.lower().endswith((".yaml", ".yml")):
        return ["run", first, *rest], ""
    if is_now:
        return [NOW, *rest], _taken_for([first], [NOW])
    raise CommandError(_no_command(arguments, {*commands, *names}))


def _command_first(
    arguments: Sequence[str], commands: Collection[str], routines: Callable[[], Collection[str]]
) -> list[str]:
    """The same with the command before its options, where these came first."""
    words = list(arguments)
    if words and words[0].startswith("-") and words[0] not in (*_HELP, *_OF_ITS_OWN):
        at = next((at for at, word in enumerate(words) if word in commands or word in routines()), 0)
        words.insert(0, words.pop(at))
    return words


def first_aid_meant(words: list[str]) -> tuple[list[str], str]:
    """A command line of `now` that can't be read, as far as it can be told: nothing that is typed there keeps help away."""
    read = [NOW, *options_of_now(words[1:])]
    return read, _taken_for(words, read)


def _taken_for(typed: Sequence[str], read: Sequence[str]) -> str:
    said = _("'{typed}' was taken for '{meant}': help for a cramp.")
    return said.format(typed=visible(shorten(" ".join(typed))), meant=" ".join(read))


def _help(rest: list[str], commands: Collection[str], routines: Callable[[], Collection[str]]) -> list[str]:
    words = [word.lower() for word in rest if not word.startswith("-")]
    if words and words[0] not in commands:
        if words[0] not in (names := routines()):
            raise CommandError(_no_command(words, {*commands, *names}))
        return ["run", "--help"]
    return [*words, "--help"]


def _no_command(typed: Sequence[str], known: set[str]) -> str:
    """What is said of words that are no command, with what they may mean."""
    shown = visible(shorten(typed[0]))
    names = _like(" ".join(typed).lower().split(), known)
    told = [_("There is no command or routine '{name}'.").format(name=shown)]
    if len(names) == 1:
        told[0] += " " + _("Did you mean 'uncramp {other}'?").format(other=names[0])
    elif names:
        told += [_("Did you mean one of these?"), *(f"  uncramp {name}" for name in names)]
    else:
        told.append(_("'uncramp help' names the commands, 'uncramp list' the routines."))
    if NOW not in names:
        told.append(_("For a cramp, run: uncramp now"))
    return "\n".join(told)


def _like(words: Sequence[str], known: set[str]) -> list[str]:
    """Names that the words may mean, the likeliest first: by spelling, by parts, by other words for them."""
    whole = "-".join(words)
    first = NOW if is_slip_of_now(words[0]) else closest(words[0], known, NEAR)
    others = [name for name, others in _OTHER_WORDS.items() if set(words) & set(others.split())]
    found = [*filter(None, [first]), *({whole} & known), *with_parts(words, known), *others]
    return list(dict.fromkeys(found or filter(None, [closest(whole, known, NEAR)])))[:_MOST]
