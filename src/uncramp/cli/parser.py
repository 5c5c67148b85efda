"""The commands with their arguments, a sentence and examples for each."""

from collections.abc import Callable, Collection, Iterable, Mapping, Sequence
from importlib import import_module

from uncramp import __version__
from uncramp.cli.command_parser import CommandParser, add_command, add_json, add_side, choices
from uncramp.domain.profile import SoundPreference
from uncramp.i18n import _

PARTS = ("calf", "foot", "thigh", "hand")

_COMMANDS: Mapping[str, tuple[str, str]] = {
    "now": (_("first aid for a cramp, at once"), "now | now --for foot --side left | now --standing"),
    "run": (
        _("lead you through a routine; 'uncramp NAME' does it, too"),
        "run daily-calf | bedtime --sound voice | run walk --auto",
    ),
    "list": (_("list all routines, with their times"), "list | list --json"),
    "show": (
        _("show what a routine does, move by move, and where it comes from"),
        "show daily-calf | show cramp-calf --figure",
    ),
    "check": (_("find what is wrong in routine files"), "check | check daily-calf --json"),
    "signs": (_("the warning signs, and whom to call"), "signs | signs --json"),
    "guide": (_("what to know: tonight, habits, what studies say, what we left out"), "guide | guide tonight"),
    "card": (
        _("a card for the bedside, to print: the steps, the signs, whom to call"),
        "card -o card.html | card daily-calf bedtime -o exercises.html",
    ),
    "calendar": (
        _("your plan as a calendar file, with alarms, for a phone or a computer"),
        "calendar -o uncramp.ics | calendar",
    ),
    "figure": (_("show the picture of a move"), "figure calf-rub | figure calf-rub -o rub.svg"),
    "diary": (
        _("your cramps and your practice: list, add, correct, export"),
        'diary | diary add "last night 3:10" --side left',
    ),
    "report": (_("one page for the doctor, from your diary"), "report | report --since 2026-11-01 -o report.html"),
    "sound": (_("hear each tone, and what it means"), "sound | sound begin back | sound --list"),
    "profile": (
        _("show what uncramp knows about you; to change it, start uncramp and press a"),
        "profile | profile --json",
    ),
    "new": (
        _("make a routine of your own, from a line of your exercise sheet or from five answers"),
        'new stairs | new heel-drops "3 x 15 heel drops, each side, twice a day"',
    ),
    "copy": (_("copy a built-in routine or figure, to change it"), "copy daily-calf | copy --figure calf-rub"),
    "completion": (_("let the Tab key complete what you type in your shell"), "completion bash | completion fish"),
    "help": (_("what a command does, and what to type"), "help | help now | help diary add"),
}
"""All commands by name, in the order in which a person needs them: a sentence's worth for their list, and examples."""

_FUNCTIONS = {
    "now": "play:now",
    "run": "play:run",
    "list": "routines:list_routines",
    "show": "routines:show",
    "check": "check:check",
    "signs": "guide:show_signs",
    "guide": "guide:show_guide",
    "profile": "profile:show_profile",
    "new": "own_files:new",
    "copy": "own_files:copy",
}
"""What runs a command, as `module:function` of this package, where that is not `run` in the module of its name."""


def command_names() -> Collection[str]:
    return _COMMANDS.keys()


def parser_for(arguments: Sequence[str], *, whole: bool = False, routines: Iterable[str] = ()) -> CommandParser:
    """The parser; `command` of its options is the function that runs it.

    Only the commands that `arguments` name are made, with their arguments; where none is, as for `--help`, all of them
    are listed; `whole` makes all. Names of `routines` can stand in the place of a command, for `run` with that name.
    """
    what = _("Help for leg cramps: first aid now, exercises by day.")
    parser = CommandParser(prog="uncramp", description=what, epilog=_("All of it on one page: man uncramp"))
    parser.set_defaults(command="play:home")
    version = f"uncramp {__version__}"
    parser.add_argument("-v", "--version", action="version", version=version, help=_("say which version this is"))
    words = _("for this person, with a profile, routines and a diary of their own (or set UNCRAMP_AS)")
    parser.add_argument("--as", dest="person", metavar=_("NAME"), help=words)
    parser.examples = ("", "now", "daily-calf", "help now")
    words = _("one of these, or the name of a routine")
    commands = parser.add_subparsers(metavar=_("COMMAND|ROUTINE"), title=_("commands"), help=words)
    named = [name for name in _COMMANDS if name in arguments]
    listed = whole or (arguments and not named)
    for name in _COMMANDS if listed else named:
        words, examples = _COMMANDS[name]
        one = add_command(commands, name, words)
        one.set_defaults(command=_FUNCTIONS.get(name, f"{name}:run"))
        one.examples = tuple(examples.split(" | "))
        if not whole and name not in arguments:
            continue
        for add_to in _ARGUMENTS.get(name) or (import_module(f"uncramp.cli.{name}").add_to,):
            add_to(one)
    for name in routines:
        if name not in commands.choices:
            one = commands.add_parser(name, help=_("run this routine"))
            add_side(one)
            _playing(one)
    return parser


def _now(parser: CommandParser) -> None:
    words = _("where it cramps; else the calf")
    parser.add_argument("--for", dest="part", **choices(PARTS), default="calf", help=words)
    parser.add_argument("--standing", action="store_true", help=_("do it standing at a wall"))


def _show(parser: CommandParser) -> None:
    parser.add_argument("--figure", action="store_true", help=_("its steps in pictures"))


def _check(parser: CommandParser) -> None:
    words = _("a routine or figure by name, or a path; else all your own")
    parser.add_argument("paths", nargs="*", metavar=_("NAME|FILE|FOLDER"), help=words)


def _guide(parser: CommandParser) -> None:
    words = _("tonight, habits, evidence, left-out or signs; else a list of them")
    parser.add_argument("topic", nargs="?", metavar=_("TOPIC"), help=words)


def _new(parser: CommandParser) -> None:
    parser.add_argument("name", metavar=_("NAME"), help=_("what you call it, in small letters, digits and '-'"))
    sheet = _("the exercise, as it stands on your sheet")
    parser.add_argument("line", nargs="*", default=[], metavar=_("LINE"), help=sheet)
    parser.add_argument("--blank", action="store_true", help=_("ask nothing: make a file for you to change"))


def _copy(parser: CommandParser) -> None:
    parser.add_argument("name", metavar=_("NAME"), help=_("the built-in routine or figure"))
    parser.add_argument("--figure", action="store_true", help=_("the figure of this name, not the routine"))


def _help(parser: CommandParser) -> None:
    parser.add_argument("words", nargs="*", metavar=_("COMMAND"), help=_("the command; else a list of them all"))


def _routine(parser: CommandParser) -> None:
    words = _("its name ('uncramp list' has them all), or its file")
    parser.add_argument("routine", metavar=_("ROUTINE|FILE.yaml"), help=words)


def _playing(parser: CommandParser) -> None:
    words = _("what you hear; auto is tones in exercises by day, and nothing at night or in first aid")
    parser.add_argument("--sound", **choices([one.value for one in SoundPreference]), help=words)
    words = _("hands free: go on by itself where no answer is needed, and leave optional steps out")
    parser.add_argument("--auto", action="store_true", help=words)
    words = _("line by line, in words: for screen readers and simple terminals")
    parser.add_argument("--plain", action="store_true", help=words)


_ARGUMENTS: dict[str, tuple[Callable[[CommandParser], None], ...]] = {
    "now": (add_side, _now, _playing),
    "run": (_routine, add_side, _playing),
    "list": (add_json,),
    "show": (_routine, add_side, add_json, _show),
    "check": (_check, add_json),
    "signs": (add_json,),
    "guide": (_guide, add_json),
    "profile": (add_json,),
    "new": (_new,),
    "copy": (_copy,),
    "help": (_help,),
}
