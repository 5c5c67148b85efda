"""Commands that write files of the person's own: a new routine, by a line of a sheet or by questions, and a copy."""

import sys
from argparse import Namespace
from pathlib import Path

from uncramp.cli.output import not_found
from uncramp.cli.parser import command_names
from uncramp.faults import CommandError, Exit
from uncramp.files.library import FIGURES, list_folder
from uncramp.files.text import visible
from uncramp.guidance.context import Context
from uncramp.guidance.own_routines import STARTER, copy_shipped, new_path, write_new
from uncramp.i18n import _
from uncramp.paths import shipped_routines


def new(options: Namespace, context: Context) -> int:
    """Write a routine from a line of a sheet, from five answers, or a starter file. Each checks clean."""
    name = options.name
    if name in command_names():
        raise CommandError(_("'{name}' is a command of uncramp. Take another name.").format(name=name))
    path = new_path(context.library, name)
    line = " ".join(options.line)
    if line and options.blank:
        raise CommandError(_("Either a line or --blank: not both."))
    if not line and not options.blank and sys.stdin.isatty() and sys.stdout.isatty():
        line = _asked(name)
    if line:
        _from_line(context, line, name, path)
    else:
        write_new(context.library, path, STARTER.format(name=name))
    print(_("Made {path}").format(path=visible(str(path))))
    print(_("Change it as you like. Then:"))
    print(f"  uncramp check {name}    {_('finds what is wrong')}")
    print(f"  uncramp run {name}      {_('runs it')}")
    return Exit.DONE


def _from_line(context: Context, line: str, name: str, path: Path) -> None:
    from uncramp.files.sheet_file import from_sheet  # late: most commands read no sheet
    from uncramp.words.sheet import not_understood, understood

    made = from_sheet(line, name)
    if isinstance(made, tuple):
        raise CommandError("\n".join([_("This was not understood. Nothing was written."), *not_understood(made)]))
    print(*understood(made.line), sep="\n")
    write_new(context.library, path, made.text)


def _asked(name: str) -> str:
    """The line that somebody's answers make; "" where they leave the first one empty.

    Raises:
        CommandError: the person has ended it.
    """
    from uncramp.guidance.sheet_questions import QUESTIONS, answered, what_is_wrong
    from uncramp.words.sheet import not_understood

    print(_("Five short questions. Enter alone leaves one out; at the first it writes a file to change."))
    answers: list[str] = []
    for question in QUESTIONS:
        while True:
            answer = _typed(question.words, question.example)
            if not answer and not answers:
                return ""
            wrong = what_is_wrong([*answers, answer], name)
            if not wrong:
                break
            print("\n".join(not_understood(wrong)))
        answers.append(answer)
    return answered(answers)


def _typed(question: str, example: str) -> str:
    print(f"{question} ({example})")
    try:
        return input("> ").strip()
    except (EOFError, KeyboardInterrupt):
        print()
        raise CommandError(_("Ended. Nothing was written."), Exit.PROBLEMS) from None


def copy(options: Namespace, context: Context) -> int:
    """Copy a shipped routine or figure into the person's own, where it takes the place of the shipped one."""
    name = options.name.lower()
    routines = context.library.shipped_names()
    figures = list_folder(shipped_routines() / FIGURES, required=False).files
    as_figure = options.figure or (name not in routines and name in figures)
    if name not in (figures if as_figure else routines):
        raise CommandError(not_found(name, figures if as_figure else (*routines, *figures), figure=as_figure))
    path = copy_shipped(context.library, name, figure=as_figure)
    print(_("Copied to {path}").format(path=visible(str(path))))
    print(_("It now takes the place of the built-in one. Delete the file to have that back."))
    if not as_figure and name in figures:
        print(_("The figure of this name: 'uncramp copy --figure {name}'").format(name=name))
    return Exit.DONE
