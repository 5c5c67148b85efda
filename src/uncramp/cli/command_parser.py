"""A parser that says in plain words what is wrong and what was meant, and shows examples."""

import argparse
import os
import re
from collections.abc import Collection, Iterable, Iterator
from typing import Any, NoReturn

from uncramp.faults import CommandError
from uncramp.files.text import NEAR, closest, shorten, visible
from uncramp.i18n import _

_ARGUMENT = r"(?s)argument (\S+): (.*)"
"""How argparse says which argument is wrong, and what is wrong with it."""
_TYPED = r"'([^']*)'"


def add_command(commands: "argparse._SubParsersAction[CommandParser]", name: str, words: str) -> "CommandParser":
    """Add a command; `words` stand in the list of commands and, as a sentence, above its own help."""
    sentence = _("{words}.").format(words=words[:1].upper() + words[1:])
    return commands.add_parser(name, help=words, description=sentence)


def add_json(parser: argparse.ArgumentParser) -> None:
    parser.add_argument("--json", action="store_true", help=_("as JSON, for scripts"))


def add_output(parser: argparse.ArgumentParser, file: str, words: str) -> None:
    """Add the file to write, `None` where none is named. No shell knows the `~` of `--output=~/file`."""
    parser.add_argument("-o", "--output", type=os.path.expanduser, metavar=file, help=words)


def choices(names: Iterable[str]) -> dict[str, Any]:
    """How an argument is added that takes one of these names, in small letters or large."""
    names = tuple(names)
    return {"type": str.casefold, "choices": names, "metavar": "|".join(names)}


def add_side(parser: argparse.ArgumentParser) -> None:
    parser.add_argument("--side", **choices(("left", "right")), help=_("which leg, foot or hand"))


class CommandParser(argparse.ArgumentParser):
    def __init__(self, **options: Any) -> None:  # noqa: ANN401 - what argparse hands on differs by version
        super().__init__(**options, add_help=False)
        self._positionals.title, self._optionals.title = _("words"), _("options")
        self.add_argument("-h", "--help", action="help", help=_("show this page"))
        self.set_defaults(parser=self)
        self.examples: tuple[str, ...] = ()
        """Command lines, each what comes behind `uncramp`."""

    def format_help(self) -> str:
        return "\n".join((super().format_help(), _("examples:"), *(f"  {line}" for line in self.example_lines()), ""))

    def example_lines(self) -> Iterator[str]:
        return (f"uncramp {line}".rstrip() for line in self.examples)

    def arguments(self) -> Iterator[argparse.Action]:
        """What can stand behind it: neither `--help` nor its commands."""
        return (one for one in self._actions if one.dest != "help" and not isinstance(one.choices, dict))

    def commands(self) -> "Iterator[CommandParser]":
        return (other for one in self._actions if isinstance(one.choices, dict) for other in one.choices.values())

    def parse_whole(self, arguments: list[str]) -> argparse.Namespace:
        """The options.

        Raises:
            CommandError: they can't be read.
        """
        options, rest = self.parse_known_args(arguments)
        if rest:
            raise options.parser.refusal(options.parser.too_much(rest))
        return options

    def error(self, message: str) -> NoReturn:
        raise self.refusal(self._in_plain_words(message))

    def refusal(self, what: str) -> CommandError:
        """What is wrong, with an example of what would be right."""
        example = next((line for line in self.example_lines() if line != self.prog), self.prog)
        more = " ".join(("uncramp", "help", *self.prog.split()[1:]))
        such, how = _("Such as: {example}").format(example=example), _("More: {more}").format(more=more)
        return CommandError("\n".join((f"{self.prog}: {what}", such, how)))

    def too_much(self, rest: list[str]) -> str:
        """What is said of words that nothing is known of."""
        typed = next((word for word in rest if word.startswith("-")), "")
        if not typed:
            words = _("this is too much: {words}").format(words=_shown(" ".join(rest)))
            free = any(one.option_strings and one.nargs is None and not one.choices for one in self.arguments())
            how = _("Words that belong together stand in quotes, options last.") if free else self.description
            return f"{words}\n{how}"
        known = {option for one in self._actions for option in one.option_strings}
        known.update(one.prog for one in self.commands())
        return _meant(_("there is no {word} here.").format(word=_shown(typed)), typed.partition("=")[0], known)

    def _in_plain_words(self, message: str) -> str:
        if found := re.fullmatch(_ARGUMENT, message):
            return self._of_argument(found[1], found[2])
        start, _colon, names = message.partition(": ")
        if "required" in start:
            missing = [one for one in self._actions if self._name(one) in names.split(", ")]
            words = (_("{name} is missing: {what}").format(name=self._name(one), what=one.help) for one in missing)
            return "\n".join(words) or message
        if "could match" in names:
            word, other = names.split(" could match ")
            return _("{word} can be {names}. Write more of it.").format(word=_shown(word), names=other)
        return visible(message)

    def _of_argument(self, name: str, message: str) -> str:
        action = next((one for one in self._actions if self._name(one) == name), None)
        typed = re.search(_TYPED, message)
        if "explicit argument" in message:  # such as -help
            return self.too_much(["-" + name[1:2] + (typed[1] if typed else "")])
        name = name.rpartition("/")[2]
        if action is not None and "expected" in message:
            what = _("{name} needs a word behind it: {what}")
            return what.format(name=name, what="|".join(action.choices or ()) or action.help)
        if action is not None and action.choices and typed:
            said = _("{name} can't be {typed}. It can be: {names}.")
            said = said.format(name=name, typed=_shown(typed[1]), names=", ".join(map(str, action.choices)))
            return _meant(said, typed[1], set(map(str, action.choices)))
        if "not allowed with" in message:
            return _("{name} and {other} don't go together.").format(name=name, other=message.rpartition(" ")[2])
        if "invalid int" in message and typed:
            return _("{name} can't be {typed}. Write a number.").format(name=name, typed=_shown(typed[1]))
        return visible(f"{name}: {message}")

    @staticmethod
    def _name(action: argparse.Action) -> str:
        """How argparse names it in what it says."""
        return "/".join(action.option_strings) or str(action.metavar or action.dest)


_OTHER_WORDS = {
    "list": "show ls log view",
    "add": "new create record note",
    "edit": "change correct fix",
    "delete": "remove rm del",
    "restore": "undo undelete back",
    "export": "save backup",
    "import": "load read",
    "--html": "--pdf --print",
}
"""What people type who mean one of these."""


def _meant(said: str, typed: str, known: Collection[str]) -> str:
    typed = typed.lower()
    words = {one: [f"--{one.split()[-1]}", *_OTHER_WORDS.get(one, "").split()] for one in known}
    other = next((one for one in known if typed in words[one]), None) or closest(typed, known, NEAR)
    return _("{said} Did you mean {other}?").format(said=said, other=other) if other else said


def _shown(typed: str) -> str:
    return f"'{visible(shorten(typed))}'"
