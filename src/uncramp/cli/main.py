"""The command line: from what was typed to the command that runs, and the one place that builds what it works with."""

import os
import sys
import warnings
from collections.abc import Collection, Iterator, Sequence
from contextlib import contextmanager
from importlib import import_module
from pathlib import Path

from uncramp.cli.output import tell
from uncramp.cli.parser import command_names, parser_for
from uncramp.cli.slips import NOW, first_aid_meant, meant
from uncramp.clock import local_time, session_clock
from uncramp.domain.profile import ProfileNotice
from uncramp.faults import CommandError, Exit, Faults
from uncramp.files.disk import why_unwritable
from uncramp.files.library import Library
from uncramp.files.profile import SAFER_PROFILE, LoadedProfile
from uncramp.files.text import shorten, visible
from uncramp.guidance.context import Context, SoundChoice, my_profile
from uncramp.guidance.recording import LiveDiary, own_diary
from uncramp.i18n import _
from uncramp.paths import (
    PERSON_VARIABLE,
    PersonNameError,
    config_folder,
    diary_folder,
    folder_of,
    own_routines,
    person,
    shipped_routines,
)
from uncramp.terminal.first_paint import FirstPaint
from uncramp.terminal.first_words import without_person
from uncramp.terminal.tty import INTERRUPTED, let_go, let_streams_be_read, let_writes_wait, silence, take_the_missing
from uncramp.words.emergency import emergency_number

_BROKEN_PIPE = 141
_PLAY = "play"
"""The module of what may be help for a cramp: a name that can't be one does not hinder it."""
_COMPLETING = ("_ARGCOMPLETE", "COMP_LINE", "COMP_POINT")
"""Set by a shell that asks how to go on with what was typed; it gives no arguments."""


def run(arguments: list[str], paint: FirstPaint) -> int:
    """Run the command line, and help in constant words where all of it breaks; the exit status."""
    if not (sys.flags.dev_mode or sys.warnoptions):  # what Python says of code is for work on it: python -X dev
        warnings.simplefilter("ignore")
        sys.unraisablehook = lambda _unraisable: None
    faults = Faults()
    try:
        with faults.reported(_("Standard input or output can't be mended.")):
            take_the_missing()
            let_writes_wait()
        with faults.reported(_("Something in uncramp is broken.")):
            return main(arguments, faults, paint)
        from uncramp.cli.fallback import stand_in

        paint.leave()
        return stand_in(arguments)
    except KeyboardInterrupt:
        return INTERRUPTED
    finally:
        paint.leave()
        faults.report()
        let_go()


def main(arguments: Sequence[str], faults: Faults | None = None, paint: FirstPaint | None = None) -> int:
    """Run one command; the exit status: see `Exit`, and 128 + n by a signal. Faults are reported when it is done."""
    faults, paint = faults or Faults(), paint or FirstPaint()
    let_streams_be_read()
    try:
        status = _command(arguments, faults, paint)
        if sys.stdout is not None:  # it may have been closed before the program began
            sys.stdout.flush()
    except CommandError as error:
        paint.leave()
        print(error, file=sys.stderr)
        return error.status
    except BrokenPipeError:
        silence(sys.stdout)
        return _BROKEN_PIPE
    except OSError as error:  # nothing can be written where the words should go
        paint.leave()
        silence(sys.stdout)
        print(_("This can't be written: {why}.").format(why=why_unwritable(error)), file=sys.stderr)
        return Exit.PROBLEMS
    except KeyboardInterrupt:
        return INTERRUPTED
    return status


def _command(arguments: Sequence[str], faults: Faults, paint: FirstPaint) -> int:
    if not arguments and all(name in os.environ for name in _COMPLETING):
        from uncramp.cli.completion import answer

        answer()
    arguments, name = without_person(list(arguments))
    wrong = _wrong_name(person() if name is None else name or " ")
    if name is not None:
        os.environ[PERSON_VARIABLE] = name or "-"  # which is nobody's: not the one who needs no name
    words, told = meant(arguments, command_names(), lambda: () if wrong else _routine_names(faults))
    try:
        options = parser_for(words).parse_whole(words)
    except CommandError:
        if words[:1] != [NOW]:
            raise
        words, told = first_aid_meant(words)
        options = parser_for(words).parse_whole(words)
    if told:
        tell(told)
    module, _colon, function = options.command.partition(":")
    if wrong and module != _PLAY:
        raise CommandError(wrong)
    with _context(faults, paint, wrong) as context:
        if context.who and module != _PLAY:  # a screen has it on itself
            tell(context.notices[0] if context.new_here else _("For {name}.").format(name=context.who))
        return int(getattr(import_module(f"uncramp.cli.{module}"), function)(options, context))


def _routine_names(faults: Faults) -> Collection[str]:
    """The names of all routines. Where they can't be read nothing was meant by one."""
    with faults.reported(_("Your own routines can't be found. The built-in ones were used.")):
        return Library(shipped_routines(), own_routines()).names()
    return ()


def _wrong_name(name: str) -> str:
    """What is wrong with the name of the person, "" for nothing; the one who needs none has none."""
    try:
        if name:
            folder_of(name)
    except PersonNameError as error:
        return str(error)
    return ""


@contextmanager
def _context(faults: Faults, paint: FirstPaint, wrong_name: str) -> Iterator[Context]:
    """Build the context of one run; at the end its diary is closed, and what broke is reported.

    Where it is not known whose things are meant, help goes on with nobody's, and keeps nothing.
    """
    who = visible(shorten(person()))
    # Whoever it may be: without a profile, one is led towards the safer side.
    loaded, library = LoadedProfile(Path(), SAFER_PROFILE, (), (ProfileNotice.NOT_READ,)), Library(shipped_routines())
    if wrong_name:
        faults.note(wrong_name, _("Nobody's profile is used, and nothing is kept."))
        number = emergency_number("")
        yield Context(library, loaded, session_clock, local_time, number, faults, LiveDiary(faults), paint)
        faults.report()
        return
    diary = LiveDiary(faults, own_diary)
    try:
        with faults.reported(_("Your profile can't be read.")):
            loaded = my_profile()
        with faults.reported(_("Your own routines can't be found. The built-in ones were used.")):
            library = Library(shipped_routines(), own_routines())
        number = emergency_number(loaded.profile.emergency_number)
        new = False
        with faults.reported(_("Your own folders can't be found.")):
            new = bool(who) and not (os.path.isdir(config_folder()) or os.path.isdir(diary_folder()))  # noqa: PTH112 - it never raises
        yield Context(library, loaded, session_clock, local_time, number, faults, diary, paint, SoundChoice(), who, new)
    finally:
        diary.close()
        faults.report()
