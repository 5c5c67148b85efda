"""Completion in shells: the code that a shell takes in, and the words that it then asks for.

argcomplete reads the same parser that reads the command line, so no list of commands or options is kept for any shell;
names of routines, figures and topics, and the ids of the diary, are those of this moment.
"""

import argparse
import os
import sys
from collections.abc import Callable, Iterable, Mapping, Sequence
from functools import partial
from typing import Any

from uncramp.cli.command_parser import CommandParser, choices
from uncramp.cli.output import needing, tell
from uncramp.cli.parser import command_names, parser_for
from uncramp.faults import Exit, Faults
from uncramp.files.library import Library
from uncramp.files.text import well_named
from uncramp.guidance.context import Context
from uncramp.i18n import _
from uncramp.paths import PERSON_VARIABLE, own_routines, people, shipped_routines
from uncramp.terminal.first_words import without_person
from uncramp.words.signs import signs_to_tick

SHELLS = ("bash", "zsh", "fish")
_MOST_IDS, _SHORT = 30, 8
_ZSH_HOME = """\
_uncramp() { if [[ $PREFIX == '~'* ]]; then _files; else _python_argcomplete "$@"; fi }
compdef _uncramp uncramp"""
"""zsh would escape the `~` of a path that it is given; its own paths are right."""

Words = Iterable[str] | Mapping[str, str]
"""Words that can stand there; as a mapping with what they mean, for shells that show it."""


def add_to(parser: argparse.ArgumentParser) -> None:
    parser.add_argument("shell", **choices(SHELLS), help=_("your shell; it then says what to do to keep it"))


def run(options: argparse.Namespace, _context: Context) -> int:
    with needing("argcomplete"):
        from argcomplete.shell_integration import shellcode
    # Without bash's own completion, which names files where a time or a name belongs.
    print(shellcode(["uncramp"], use_defaults=False, shell=options.shell).strip())
    if options.shell == "zsh":
        print(_ZSH_HOME)
    if sys.stdout.isatty():
        tell(_how(options.shell))
    return Exit.DONE


def _how(shell: str) -> str:
    if shell == "fish":
        folder = "~/.config/fish/completions"
        line = f"mkdir -p {folder} && uncramp completion fish > {folder}/uncramp.fish"
        return _("To have it for good, run this once: {line}").format(line=line)
    line = f'eval "$(uncramp completion {shell})"'
    return _("To have it for good, write this line at the end of ~/.{shell}rc: {line}").format(shell=shell, line=line)


def answer() -> None:
    """Give a shell the words that it asks for, and leave."""
    import argcomplete

    with Faults().reported(""):  # a shell can show no words of ours
        _rest, name = without_person(os.environ.get("COMP_LINE", "").split())
        if name:
            os.environ[PERSON_VARIABLE] = name
        library = Library(shipped_routines(), own_routines())
        names = tuple(filter(well_named, library.names()))  # no other can be run
        parser = parser_for([], whole=True, routines=names)
        completer: Any = _Completer(library, names, parser)  # argcomplete's own class is only there with it
        argcomplete.autocomplete(parser, False, os._exit, default_completer=completer)
    sys.exit(Exit.PROBLEMS)


class _Completer:
    """The words for an argument that has no choices of its own."""

    def __init__(self, library: Library, names: Sequence[str], parser: CommandParser) -> None:
        self._library, self._names, self._parser = library, names, parser

    def __call__(
        self,
        prefix: str,
        action: argparse.Action,
        parser: argparse.ArgumentParser,
        parsed_args: argparse.Namespace,
        **_more: object,
    ) -> Words:
        """The words that can stand where `action` of `parser` is typed, behind `parsed_args`, and begin with `prefix`."""
        with Faults().reported(""):
            return self._words(parser.prog.split()[-1], action.dest, prefix, parsed_args)
        return ()

    def _words(self, command: str, what: str, prefix: str, before: argparse.Namespace) -> Words:
        books = self._library
        routine_files = partial(_files, prefix, ".yaml", ".yml")
        words: dict[str, Callable[[], Words]] = {
            "person": people,
            **dict.fromkeys(("output", "file"), lambda: _files(prefix)),
            **dict.fromkeys(("routine", "routines", "session"), lambda: [*self._names, *routine_files()]),
            "paths": lambda: [*books.names(), *books.figure_paths, *routine_files()],
            **dict.fromkeys(("id", "ids"), lambda: _ids(prefix)),
            "signs": lambda: {key: sign.words for key, sign in signs_to_tick().items()},
            "figure name": lambda: [*books.figure_paths],
            "copy name": lambda: [*(() if before.figure else books.shipped_names()), *books.figure_paths],
            "guide topic": _topics,
            "sound cues": _cues,
            "help words": lambda: self._commands(before.words or ()),
        }
        return (words.get(what) or words.get(f"{command} {what}", tuple))()

    def _commands(self, behind: Iterable[str]) -> Words:
        """The commands, or those of the one that is typed already."""
        names, parser = command_names(), self._parser
        for word in behind:
            parser = next(one for one in parser.commands() if one.prog.split()[-1] == word)
            names = [one.prog.split()[-1] for one in parser.commands()]
        return names


def _files(prefix: str, *endings: str) -> Iterable[str]:
    from argcomplete.completers import FilesCompleter

    return [str(name) for name in FilesCompleter(endings)(prefix)]


def _topics() -> Words:
    from uncramp.guide.topics import FOLDER, read_guide

    return {topic.name: topic.title for topic in read_guide(shipped_routines() / FOLDER).topics}


def _cues() -> Words:
    from uncramp.cli.sound import LEARN

    return [cue.value for cue in LEARN]


def _ids(prefix: str) -> Words:
    """The newest entries of the diary, with what they are; of those that begin with something, all that do."""
    from uncramp.store.diary import my_diary
    from uncramp.words.diary import entry_words, moment_words

    diary = my_diary()
    try:
        if not diary.path.exists():
            return ()
        if prefix:
            return [found[: max(_SHORT, len(prefix))] for found in diary.ids_like(prefix.casefold(), _MOST_IDS)]
        newest = diary.page(limit=_MOST_IDS)
        return {entry.id[:_SHORT]: f"{moment_words(entry.start)} {entry_words(entry)}" for entry in newest}
    finally:
        diary.close()
