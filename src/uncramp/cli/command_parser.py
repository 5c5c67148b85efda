"""A parser that says what was meant by a slip, and shows examples."""

import argparse
import re
from collections.abc import Iterator
from typing import Any, NoReturn

from uncramp.files.text import closest
from uncramp.i18n import _

_WRONG_CHOICE = re.compile(r"invalid choice: '([^']*)' \(choose from (.*)\)", re.DOTALL)
_UNKNOWN_OPTION = re.compile(r"(?:unrecognized arguments|no such option): (--?[\w-]+)")
_OPTION = re.compile(r"--?[\w-]+")
_WORD = re.compile(r"[\w-]+")


def add_command(commands: "argparse._SubParsersAction[CommandParser]", name: str, words: str) -> "CommandParser":
    """Add a command; `words` stand in the list of commands and, as a sentence, above its own help."""
    sentence = _("{words}.").format(words=words[:1].upper() + words[1:])
    return commands.add_parser(name, help=words, description=sentence)


def add_json(parser: argparse.ArgumentParser) -> None:
    parser.add_argument("--json", action="store_true", help=_("as JSON, for scripts"))


class CommandParser(argparse.ArgumentParser):
    def __init__(self, **options: Any) -> None:  # noqa: ANN401 - what argparse hands on differs by version
        super().__init__(**options, formatter_class=argparse.RawDescriptionHelpFormatter)
        self.set_defaults(parser=self)

    def examples(self, *lines: str) -> None:
        """Show these command lines under the help, each what comes behind `uncramp`, and of it what that does."""
        self.epilog = "\n".join((_("examples:"), *(f"  uncramp {line}".rstrip() for line in lines)))

    def arguments(self) -> Iterator[argparse.Action]:
        """What can stand behind it: neither `--help` nor its commands."""
        return (one for one in self._actions if one.dest != "help" and not isinstance(one.choices, dict))

    def commands(self) -> "Iterator[CommandParser]":
        return (other for one in self._actions if isinstance(one.choices, dict) for other in one.choices.values())

    def parse_whole(self, arguments: list[str]) -> argparse.Namespace:
        """The options; a word too many is told by the command that it was given to."""
        options, rest = self.parse_known_args(arguments)
        if rest:
            told = _("unrecognized arguments: {words}").format(words=" ".join(rest))
            options.parser.error(told)
        return options

    def error(self, message: str) -> NoReturn:
        """Say what is wrong, and what was meant if that can be told."""
        wrong, unknown = _WRONG_CHOICE.search(message), _UNKNOWN_OPTION.search(message)
        meant = None
        if wrong:
            meant = closest(wrong[1], set(_WORD.findall(wrong[2])))
        elif unknown:
            meant = closest(unknown[1], set(_OPTION.findall(self.format_usage())))
        super().error(_("{problem}. Did you mean {word}?").format(problem=message, word=meant) if meant else message)
