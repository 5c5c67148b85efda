"""The command line: the commands with their options, and the one place that builds what they work with."""

import argparse
import sys
import warnings
from collections.abc import Callable, Iterator, Sequence
from contextlib import contextmanager
from importlib import import_module
from pathlib import Path

from uncramp import __version__
from uncramp.clock import local_time, session_clock
from uncramp.domain.profile import ProfileNotice, SoundPreference
from uncramp.faults import CommandError, Exit, Faults
from uncramp.files.disk import why_unwritable
from uncramp.files.library import Library
from uncramp.files.profile import SAFER_PROFILE, LoadedProfile
from uncramp.guidance.context import Context, my_profile
from uncramp.guidance.recording import LiveDiary, own_diary
from uncramp.guidance.sound_choice import SoundChoice
from uncramp.i18n import _
from uncramp.paths import own_routines, shipped_routines
from uncramp.terminal.first_paint import FirstPaint
from uncramp.terminal.tty import INTERRUPTED, let_go, let_streams_be_read, let_writes_wait, silence, take_the_missing
from uncramp.words.emergency import emergency_number

PARTS = ("calf", "foot", "thigh", "hand")
_BROKEN_PIPE = 141


def run(arguments: list[str], paint: FirstPaint) -> int:
    """Run the command line, and help in constant words where all of it breaks.

    Args:
        arguments: the command line's.
        paint: what stands on the terminal already.

    Returns:
        The exit status.
    """
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
    """Run one command.

    Args:
        arguments: the command line's.
        faults: collects what breaks; by default it is reported when the command is done.
        paint: what stands on the terminal already.

    Returns:
        The exit status: see `Exit`; 128 + n by a signal.
    """
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
    """Read the arguments, build what commands work with, and run one of them."""
    options = _parser(arguments).parse_args(arguments)
    module, _colon, function = options.command.partition(":")
    with _context(faults, paint) as context:
        return int(getattr(import_module(f"uncramp.cli.{module}"), function)(options, context))


@contextmanager
def _context(faults: Faults, paint: FirstPaint) -> Iterator[Context]:
    """Build the context of one run; at the end its diary is closed, and what broke is reported."""
    diary = LiveDiary(faults, own_diary)
    try:
        # Whoever it may be: without a profile, one is led towards the safer side.
        person = LoadedProfile(Path(), SAFER_PROFILE, (), (ProfileNotice.NOT_READ,))
        with faults.reported(_("Your profile can't be read.")):
            person = my_profile()
        library = Library(shipped_routines())
        with faults.reported(_("Your own routines can't be found. The built-in ones were used.")):
            library = Library(shipped_routines(), own_routines())
        number = emergency_number(person.profile.emergency_number)
        yield Context(library, person, session_clock, local_time, number, faults, diary, paint, SoundChoice())
    finally:
        diary.close()
        faults.report()


def _parser(arguments: Sequence[str]) -> argparse.ArgumentParser:
    """All commands; `command` of the options is the function that runs it, as `module:function` of this package."""
    what = _("Help for leg cramps: first aid now, exercises by day.")
    parser = argparse.ArgumentParser(prog="uncramp", description=what)
    parser.set_defaults(command="play:home")
    parser.add_argument("--version", action="version", version=f"uncramp {__version__}")
    commands = parser.add_subparsers(metavar=_("COMMAND"))

    def add(name: str, function: str, words: str) -> argparse.ArgumentParser:
        command = commands.add_parser(name, help=words)
        command.set_defaults(command=function)
        return command

    _add_leading(add)
    _add_looking(add)
    _add_with_more(add, arguments)
    _add_own(add)
    return parser


Add = Callable[[str, str, str], argparse.ArgumentParser]


def _add_leading(add: Add) -> None:
    """Add what leads a person through a routine."""
    now = add("now", "play:now", _("first aid for a cramp, at once"))
    _side(now)
    now.add_argument("--for", dest="part", choices=PARTS, default="calf", help=_("where it cramps (default: calf)"))
    now.add_argument("--standing", action="store_true", help=_("do it standing at a wall"))
    _sound(now)
    _auto(now)
    _plain(now)

    run = add("run", "play:run", _("run a routine"))
    run.add_argument("routine", metavar=_("ROUTINE|FILE.yaml"))
    _side(run)
    _sound(run)
    _auto(run)
    _plain(run)


def _add_looking(add: Add) -> None:
    """Add what prints and runs nothing."""
    listing = add("list", "routines:list_routines", _("list the routines"))
    listing.add_argument("--json", action="store_true", help=_("as JSON, for scripts"))

    show = add("show", "routines:show", _("show a routine's plan, with times and sources"))
    show.add_argument("routine", metavar=_("ROUTINE|FILE.yaml"))
    _side(show)
    show.add_argument("--json", action="store_true", help=_("as JSON, for scripts"))
    show.add_argument("--figure", action="store_true", help=_("its steps in pictures"))

    check = add("check", "check:check", _("find the problems in routine files"))
    check.add_argument("paths", nargs="*", metavar=_("NAME|FILE|FOLDER"), help=_("default: your own routines"))

    add("signs", "guide:show_signs", _("the warning signs"))
    guide = add("guide", "guide:show_guide", _("tonight, habits, what the evidence says, and what we left out"))
    guide.add_argument("topic", nargs="?", metavar=_("TOPIC"))


def _add_with_more(add: Add, arguments: Sequence[str]) -> None:
    """Add what has so many options that they are only declared where it is asked for."""
    with_more = {
        "figure": _("show a figure, as text or as SVG"),
        "diary": _("your cramps and your practice: list, add, correct, export"),
        "card": _("a card for the bedside, to print: the steps, the signs, whom to call"),
        "report": _("one page for the doctor, from your diary"),
        "sound": _("hear each tone, and what it means"),
    }
    for name, words in with_more.items():
        command = add(name, f"{name}:run", words)
        if name in arguments:
            import_module(f"uncramp.cli.{name}").add_to(command)


def _add_own(add: Add) -> None:
    """Add what is about the person and their own routines."""
    add("profile", "profile:show_profile", _("what uncramp knows of you, and where it stands"))
    new = add("new", "routines:new", _("start a routine of your own"))
    new.add_argument("name", metavar=_("NAME"))
    copy = add("copy", "routines:copy", _("copy a built-in routine or figure, to change it"))
    copy.add_argument("name", metavar=_("NAME"))
    copy.add_argument("--figure", action="store_true", help=_("the figure of this name, not the routine"))


def _side(parser: argparse.ArgumentParser) -> None:
    parser.add_argument("--side", choices=("left", "right"), help=_("the side that cramps"))


def _sound(parser: argparse.ArgumentParser) -> None:
    words = _("what you hear (auto: tones in exercises by day)")
    parser.add_argument("--sound", choices=[one.value for one in SoundPreference], help=words)


def _auto(parser: argparse.ArgumentParser) -> None:
    words = _("no hands: go on where Enter would only say so, and leave optional steps out")
    parser.add_argument("--auto", action="store_true", help=words)


def _plain(parser: argparse.ArgumentParser) -> None:
    words = _("line by line: for screen readers, pipes and simple terminals")
    parser.add_argument("--plain", action="store_true", help=words)
