"""The manual page, made from the parser: `python -m uncramp.cli.manual > src/uncramp/cli/uncramp.1`."""

import argparse
import re
import textwrap
from collections.abc import Iterator

from uncramp.cli.command_parser import CommandParser
from uncramp.cli.parser import parser_for
from uncramp.i18n import _

_WRITTEN = "2026-11-27"
"""The day that the page bears: when its own words, below, were last changed."""

_WIDTH = 70
"""Columns of a line in the file, before what `man` needs."""

_EXIT = (
    ("0", _("done")),
    ("1", _("problems found, or the screen or the session broke")),
    ("2", _("bad usage, or something can't be read")),
    ("128+n", _("ended by signal n")),
)
_ENVIRONMENT = (
    ("UNCRAMP_HOME", _("one folder for everything that is yours")),
    ("UNCRAMP_AS", _("whose profile, routines and diary, as --as says it")),
    ("NO_COLOR", _("use no colour")),
    ("VISUAL, EDITOR", _("what opens your own routine at home")),
)


def manual() -> str:
    return "\n".join([*_page(parser_for([], whole=True)), ""])


def _page(parser: CommandParser) -> Iterator[str]:
    yield f'.TH UNCRAMP 1 {_WRITTEN} uncramp "User Commands"'
    yield from (".SH NAME", _text(f"uncramp - {(parser.description or '').rstrip('.')}"))
    yield from (".SH SYNOPSIS", ".B uncramp", _text("[COMMAND|ROUTINE] ..."))
    yield from (".SH DESCRIPTION", _text(_("Alone it opens home: Enter there starts first aid for a calf cramp.")))
    yield _text(_("It does not replace a doctor or a midwife: see 'uncramp signs'."))
    yield from _about(parser)
    yield ".SH COMMANDS"
    yield from _commands(parser)
    yield ".SH EXIT STATUS"
    for status, words in _EXIT:
        yield from _item(status, words)
    yield ".SH ENVIRONMENT"
    for name, words in _ENVIRONMENT:
        yield from _item(name, words)


def _commands(parser: CommandParser) -> Iterator[str]:
    for command in parser.commands():
        usage = (_usage(action) for action in command.arguments() if not action.option_strings)
        yield f'.SS "{_text(" ".join((command.prog, *filter(None, usage))))}"'
        yield _text(command.description or "")
        yield from _about(command)
        yield from _commands(command)


def _about(parser: CommandParser) -> Iterator[str]:
    for action in parser.arguments():
        if action.help:
            name = ", ".join(action.option_strings) if action.option_strings else ""
            yield from _item(" ".join(filter(None, (name, _usage(action)))), action.help)
    yield from (".PP", _("Examples:"), ".EX", *(f"    {_text(line)}" for line in parser.example_lines()), ".EE")


def _usage(action: argparse.Action) -> str:
    """What is typed for it; nothing for an option that stands alone."""
    if action.nargs == 0:
        return ""
    named = action.metavar if isinstance(action.metavar, str) else "|".join(map(str, action.choices or ()))
    return {"?": f"[{named}]", "*": f"[{named} ...]", "+": f"{named} ..."}.get(str(action.nargs), named)


def _item(name: str, words: str) -> Iterator[str]:
    yield from (".TP", f".B {_text(name)}", _text(words))


def _text(words: str) -> str:
    """Words in short lines that mean nothing to `man`: no escape, no hyphen, no command at a line's start."""
    lines = textwrap.wrap(words, _WIDTH, break_long_words=False, break_on_hyphens=False)
    plain = "\n".join(lines).replace("\\", "\\e").replace("-", "\\-").replace('"', "\\(dq")
    return re.sub(r"^(?=[.'])", r"\\&", plain, flags=re.MULTILINE)


if __name__ == "__main__":
    print(manual(), end="")
