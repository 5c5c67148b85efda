"""The commands and their options, and what each of them calls."""

import argparse
import os
import sys
from collections.abc import Callable, Sequence

from uncramp import __version__
from uncramp.errors import CommandError, Exit
from uncramp.i18n import _
from uncramp.terminal import first_paint

PARTS = ("calf", "foot", "thigh", "hand")


def run(arguments: Sequence[str]) -> int:
    """Run the command that the arguments name.

    Returns:
        The exit status.

    Raises:
        SystemExit: they name none, or ask for help, and that has been said.
        CommandError: the command can't do what was asked.
    """
    options = _parser(arguments).parse_args(arguments)
    return _COMMANDS[options.command or "home"](options)


def _parser(arguments: Sequence[str]) -> argparse.ArgumentParser:
    parser = argparse.ArgumentParser(
        prog="uncramp", description=_("Help for leg cramps: first aid now, exercises by day.")
    )
    parser.add_argument("--version", action="version", version=f"uncramp {__version__}")
    commands = parser.add_subparsers(dest="command", metavar=_("COMMAND"))

    add = commands.add_parser
    _add_leading(add)
    _add_looking(add)
    _add_with_more(add, arguments)
    _add_own(add)
    return parser


def _add_leading(add: Callable[..., argparse.ArgumentParser]) -> None:
    """Add what leads a person through a routine."""
    now = add("now", help=_("first aid for a cramp, at once"))
    _side(now)
    now.add_argument(
        "--for", dest="part", choices=PARTS, default="calf", help=_("where it cramps (default: calf)")
    )
    now.add_argument("--standing", action="store_true", help=_("do it standing at a wall"))
    _plain(now)

    run = add("run", help=_("run a routine"))
    run.add_argument("routine", metavar=_("ROUTINE|FILE.yaml"))
    _side(run)
    _plain(run)


def _add_looking(add: Callable[..., argparse.ArgumentParser]) -> None:
    """Add what prints and runs nothing."""
    listing = add("list", help=_("list the routines"))
    listing.add_argument("--json", action="store_true", help=_("as JSON, for scripts"))

    show = add("show", help=_("show a routine's plan, with times and sources"))
    show.add_argument("routine", metavar=_("ROUTINE|FILE.yaml"))
    _side(show)
    show.add_argument("--json", action="store_true", help=_("as JSON, for scripts"))
    show.add_argument("--figure", action="store_true", help=_("its steps in pictures"))

    check = add("check", help=_("find the problems in routine files"))
    check.add_argument("paths", nargs="*", metavar=_("FILE|FOLDER"), help=_("default: your own routines"))

    add("signs", help=_("the warning signs"))
    guide = add("guide", help=_("habits, what the evidence says, and what we left out"))
    guide.add_argument("topic", nargs="?", metavar=_("TOPIC"))


def _add_with_more(add: Callable[..., argparse.ArgumentParser], arguments: Sequence[str]) -> None:
    """Add what has so many options that they are only declared where it is asked for."""
    figure = add("figure", help=_("show a figure, as text or as SVG"))
    if "figure" in arguments:
        from uncramp.cli.figure import add_to

        add_to(figure)
    diary = add("diary", help=_("your cramps and your practice: list, add, correct, export"))
    if "diary" in arguments:
        from uncramp.cli.diary import add_to

        add_to(diary)
    report = add("report", help=_("one page for the doctor, from your diary"))
    if "report" in arguments:
        from uncramp.cli.report import add_to

        add_to(report)


def _add_own(add: Callable[..., argparse.ArgumentParser]) -> None:
    """Add what is about the person and their own routines."""
    add("profile", help=_("what uncramp knows of you, and where it stands"))
    new = add("new", help=_("start a routine of your own"))
    new.add_argument("name", metavar=_("NAME"))
    copy = add("copy", help=_("copy a built-in routine, to change it"))
    copy.add_argument("name", metavar=_("NAME"))


def _side(parser: argparse.ArgumentParser) -> None:
    parser.add_argument("--side", choices=("left", "right"), help=_("the side that cramps"))


def _plain(parser: argparse.ArgumentParser) -> None:
    parser.add_argument(
        "--plain", action="store_true", help=_("line by line: for screen readers, pipes and simple terminals")
    )


def _home(_options: argparse.Namespace) -> int:
    from uncramp.cli.play import home

    return home()


def _now(options: argparse.Namespace) -> int:
    from uncramp.cli.play import now

    return now(options.part, options.side, standing=options.standing, plain=options.plain)


def _run_routine(options: argparse.Namespace) -> int:
    from uncramp.cli.play import run

    return run(options.routine, options.side, plain=options.plain)


def _list(options: argparse.Namespace) -> int:
    from uncramp.cli.routines import list_routines

    return list_routines(as_json=options.json)


def _show(options: argparse.Namespace) -> int:
    from uncramp.cli.routines import show

    return show(options.routine, options.side, as_json=options.json, figures=options.figure)


def _figure(options: argparse.Namespace) -> int:
    from uncramp.cli.figure import run

    return run(options)


def _check(options: argparse.Namespace) -> int:
    from uncramp.cli.check import check

    return check(options.paths)


def _diary(options: argparse.Namespace) -> int:
    from uncramp.cli.diary import run

    return run(options)


def _report(options: argparse.Namespace) -> int:
    from uncramp.cli.report import run

    return run(options)


def _signs(_options: argparse.Namespace) -> int:
    from uncramp.cli.find import profile
    from uncramp.words.emergency import emergency_number
    from uncramp.words.signs import signs_text

    print(signs_text(emergency_number(profile().emergency_number)))
    return Exit.DONE


def _guide(options: argparse.Namespace) -> int:
    from uncramp.cli.guide import show_guide

    return show_guide(options.topic)


def _profile(_options: argparse.Namespace) -> int:
    from uncramp.cli.profile import show_profile

    return show_profile()


def _new(options: argparse.Namespace) -> int:
    from uncramp.cli.routines import new

    return new(options.name)


def _copy(options: argparse.Namespace) -> int:
    from uncramp.cli.routines import copy

    return copy(options.name)


_COMMANDS: dict[str, Callable[[argparse.Namespace], int]] = {
    "home": _home,
    "now": _now,
    "run": _run_routine,
    "list": _list,
    "show": _show,
    "figure": _figure,
    "check": _check,
    "diary": _diary,
    "report": _report,
    "signs": _signs,
    "guide": _guide,
    "profile": _profile,
    "new": _new,
    "copy": _copy,
}


_INTERRUPTED = 130
_BROKEN_PIPE = 141


def main(arguments: Sequence[str] | None = None) -> int:
    """Run one command.

    Returns:
        The exit status: see `Exit`; 128 + n by a signal.
    """
    for stream in (sys.stdout, sys.stderr):
        if hasattr(stream, "reconfigure"):  # a locale that can't show a character must not stop help
            stream.reconfigure(errors="replace")
    try:
        status = int(_run(sys.argv[1:] if arguments is None else list(arguments)))
        if sys.stdout is not None:  # closed by whoever started us
            sys.stdout.flush()
    except CommandError as error:
        first_paint.leave()
        print(error, file=sys.stderr)
        return error.status
    except BrokenPipeError:
        _stop_writing()
        return _BROKEN_PIPE
    except OSError as error:  # nothing can be written where the words should go
        first_paint.leave()
        _stop_writing()
        print(_("This can't be written: {why}.").format(why=error.strerror), file=sys.stderr)
        return Exit.PROBLEMS
    except KeyboardInterrupt:
        return _INTERRUPTED
    return status


def _stop_writing() -> None:
    """Nobody reads, or nothing can be written: Python would complain as it flushes at exit."""
    if sys.stdout is not None and not sys.stdout.closed:
        os.dup2(os.open(os.devnull, os.O_WRONLY), sys.stdout.fileno())


def _run(arguments: list[str]) -> int:
    """What is called most, and in pain, needs no parser; all else has one."""
    if arguments == ["now"]:
        from uncramp.cli.play import now

        return now()
    if not arguments:
        from uncramp.cli.play import home

        return home()

    return run(arguments)
