"""The command that draws figures: poses side by side as text, or one as SVG."""

import argparse
import os
import re
import sys
import textwrap
from collections.abc import Iterable, Iterator, Mapping
from functools import cache
from pathlib import Path

from uncramp.cli.command_parser import add_output, add_side, choices
from uncramp.cli.output import is_path, like, not_found, page_path, print_json, tell, write_page
from uncramp.domain.plan import Plan
from uncramp.domain.profile import FigurePreference, Profile
from uncramp.domain.routine import Move, Part, Side, Tag
from uncramp.faults import CommandError, Exit
from uncramp.figures.figure import Figure
from uncramp.figures.figure_file import FigureEntry, figure_entry
from uncramp.figures.forms import Form, Row, arrow_head, choose_form
from uncramp.figures.motion import FigureMotion, MotionFrame, posed
from uncramp.figures.picture import Look, Picture
from uncramp.figures.shapes import Tone
from uncramp.files.library import Library
from uncramp.guidance.context import Context
from uncramp.i18n import _
from uncramp.terminal.background import hinted_light
from uncramp.terminal.palette import FIGURE_DAY, FIGURE_LIGHT, ColourDepth, colour_depth
from uncramp.terminal.tty import size_now
from uncramp.words.session import side_name

_PLAIN = {
    Tone.SCENERY: "90",
    Tone.FAR_SKIN: "2",
    Tone.HELD: "36",
    Tone.SKIN: "1",
    Tone.MUSCLE: "1;33",
    Tone.ARROW: "1;36",
}
"""The styles of the forms that have one ink a cell."""
_SIZE = re.compile(r"([0-9]{1,3})x([0-9]{1,3})")
_USUAL = (36, 14)
"""The room of one pose, in columns and rows: that of a session at 80×24."""
_GAP = "  "
_ENDINGS = (".svg",)


def add_to(parser: argparse.ArgumentParser) -> None:
    parser.add_argument("name", nargs="?", metavar=_("NAME"), help=_("the figure; else a list of their names"))
    parser.add_argument("--pose", metavar=_("POSE"), help=_("only this pose, by the name below its picture"))
    parser.add_argument("--all", action="store_true", help=_("every figure"))
    parser.add_argument("--json", action="store_true", help=_("its words, poses and moves as JSON, for scripts"))
    words = _("one pose, else the first, as SVG: for a browser or for print")
    parser.add_argument("--svg", action="store_true", help=words)
    add_output(parser, _("FILE.svg"), _("write this SVG into a file"))
    add_side(parser)
    parser.add_argument("--pregnant", action="store_true", help=_("draw a pregnant person"))
    words = _("what it is drawn with; else the best that your terminal can show")
    parser.add_argument("--form", **choices([one.value for one in FigurePreference]), default="auto", help=words)
    parser.add_argument("--size", metavar=_("COLUMNSxROWS"), help=_("the room for one pose, such as 40x16"))
    parser.add_argument("--width", type=int, metavar=_("COLUMNS"), help=_("how wide all of it may be"))


def run(options: argparse.Namespace, context: Context) -> int:
    paths = context.library.figure_paths
    if options.output is not None and (options.json or options.all or options.name is None):
        raise CommandError(_("-o writes one figure as SVG, such as: uncramp figure calf-rub -o rub.svg"))
    if options.all:
        return _sheet(options, context.profile, map(figure_entry, paths.values()))
    if options.name is None:
        if options.json:
            print_json([*paths])
        else:
            print("\n".join(paths))
        return Exit.DONE
    figure = _figure(options.name, paths)
    if options.json:
        print_json(_as_data(figure))
        return Exit.DONE
    if options.svg or options.output is not None:
        return _svg(options, context.profile, figure)
    print("\n".join(_figure_lines(options, context.profile, figure, _poses(options, figure))))
    return Exit.DONE


def _as_data(figure: Figure) -> dict[str, object]:
    """A figure as `uncramp figure NAME --json` prints it: a contract with scripts."""
    return {
        "name": figure.name,
        "title": figure.title,
        "shows": figure.shows,
        "skeleton": figure.skeleton,
        "works": figure.works,
        "start": figure.start or None,
        "poses": list(figure.poses),
        "moves": [{"name": name, "poses": list(action.poses)} for name, action in figure.moves.items()],
    }


def _figure(wanted: str, paths: Mapping[str, Path]) -> Figure:
    """A figure by name or path.

    Raises:
        CommandError: there is none, or it has problems; the message has them all.
    """
    path = Path(wanted) if is_path(wanted) else paths.get(wanted.lower())
    if path is None:
        raise CommandError(not_found(wanted, paths, figure=True))
    entry = figure_entry(path)
    if entry.figure is None:
        status = Exit.USAGE if entry.unreadable else Exit.PROBLEMS
        raise CommandError("\n".join(str(problem) for problem in entry.problems), status)
    return entry.figure


def _poses(options: argparse.Namespace, figure: Figure) -> list[str]:
    if options.pose is None:
        return list(figure.poses)
    if options.pose in figure.poses:
        return [options.pose]
    all_of_them = _("There are: {names}").format(names=", ".join(figure.poses))
    raise CommandError(like(_("There is no pose '{name}'."), options.pose, figure.poses, all_of_them))


def _sheet(options: argparse.Namespace, person: Profile, entries: Iterable[FigureEntry]) -> int:
    status = Exit.DONE
    for entry in entries:
        if entry.figure is None:
            status = Exit.PROBLEMS
            tell(*entry.problems)
            continue
        print("\n".join(_figure_lines(options, person, entry.figure, list(entry.figure.poses))), end="\n\n")
    return status


def _figure_lines(options: argparse.Namespace, person: Profile, figure: Figure, poses: list[str]) -> Iterator[str]:
    look = _look(options, person, figure)
    side = side_name(look.side, Part.HAND if figure.skeleton == "hand" else Part.LEG) if look.side else ""
    yield " · ".join(filter(None, (figure.name, figure.title, side)))
    width = max(1, options.width or size_now()[0])
    yield from textwrap.wrap(figure.shows, max(20, width))
    if poses:
        picture = Picture(look, *_room(options.size, width), _form(options.form, person))
        yield from _side_by_side(picture, width, [(pose, posed(figure, pose)) for pose in poses])


def _side_by_side(picture: Picture, width: int, frames: list[tuple[str, MotionFrame]]) -> Iterator[str]:
    """Frames in rows as wide as the terminal, each with its label below; several are numbered in their order."""
    columns = picture.columns
    beside = max(1, (width + len(_GAP)) // (columns + len(_GAP)))
    then = arrow_head(1, 0, picture.form).ljust(len(_GAP))
    for first in range(0, len(frames), beside):
        some = frames[first : first + beside]
        drawn = [picture.draw(frame) for _label, frame in some]
        lines = zip(*drawn, strict=True)
        yield ""
        yield from (_GAP.join(_painted(row, picture.form) for row in line).rstrip() for line in lines)
        labels = (f"{nth} {label}" if len(frames) > 1 else label for nth, (label, _frame) in enumerate(some, first + 1))
        yield then.join(label[:columns].center(columns) for label in labels).rstrip()


def _in_order(figure: Figure, moves: Iterable[Move]) -> Iterator[tuple[str, MotionFrame]]:
    """Where the first move of a step begins, and where each of them leads."""
    motion = FigureMotion.resting(figure)
    for nth, move in enumerate(moves):
        motion = motion.then(move.name, 0, 0)
        *begins, leads = motion.stills()
        yield from (("", frame) for frame in begins if not nth)
        yield str(move), leads


def plan_figures(plan: Plan, books: Library, person: Profile) -> Iterator[str]:
    """Each step of a plan in pictures: where it begins, and where each of its moves leads. A broken figure is named on standard error."""
    paths = books.figure_paths
    width = size_now()[0]
    yield plan.title
    for step in {interval.number: interval.step for interval in plan.intervals if not interval.question}.values():
        yield from ("", step.name, *filter(None, (step.say,)))
        if (path := paths.get(step.figure or "")) is None:
            continue
        entry = figure_entry(path)
        tell(*entry.problems)
        if (figure := entry.figure) is not None:
            yield from textwrap.wrap(figure.shows, max(20, width))
        if figure is not None and figure.drawn:
            look = Look(figure, plan.side, Tag.PREGNANT in person.all_tags())
            picture = Picture(look, *_room(None, width), _form("auto", person))
            yield from _side_by_side(picture, width, list(_in_order(figure, step.moves)))


def _look(options: argparse.Namespace, person: Profile, figure: Figure) -> Look:
    side = Side(options.side) if options.side else None
    return Look(figure, side, options.pregnant or Tag.PREGNANT in person.all_tags())


def _room(size: str | None, width: int) -> tuple[int, int]:
    if size is None:
        return min(_USUAL[0], max(1, width)), _USUAL[1]
    match = _SIZE.fullmatch(size)
    if match is None:
        raise CommandError(_("A size is columns and rows, such as 40x16."))
    return max(1, int(match[1])), max(1, int(match[2]))


def _form(form: str, person: Profile) -> Form:
    wanted = person.figures if form == "auto" else FigurePreference(form)
    return choose_form(wanted, getattr(sys.stdout, "encoding", None), os.environ.get("TERM", ""), _depth())


def _depth() -> ColourDepth:
    return colour_depth() if sys.stdout.isatty() else ColourDepth.NONE


def _painted(row: Row, form: Form) -> str:
    if not (depth := _depth()):
        return "".join(text for text, _paint in row)
    if form is Form.QUADRANTS:
        return "".join(f"{_sgr(*paint, depth)}{text}" for text, paint in row) + "\x1b[0m"
    return "".join(text if ink is None else f"\x1b[{_PLAIN[ink]}m{text}\x1b[0m" for text, (ink, _ground) in row)


@cache
def _sgr(front: Tone | None, ground: Tone | None, depth: ColourDepth) -> str:
    """What sets the colours of a paint; where there is none, they are the terminal's own."""
    return f"\x1b[{_colour(front, depth, 30)};{_colour(ground, depth, 40)}m"


def _colour(ink: Tone | None, depth: ColourDepth, base: int) -> str:
    if ink is None:
        return str(base + 9)
    full, many, few = (FIGURE_LIGHT if hinted_light() else FIGURE_DAY)[ink.name.lower()]
    if depth is ColourDepth.FULL:
        return f"{base + 8};2;" + ";".join(map(str, bytes.fromhex(full[1:])))
    if depth is ColourDepth.MANY:
        return f"{base + 8};5;{many}"
    return str(base + few if few < 8 else base + 60 + few - 8)  # noqa: PLR2004 - the bright ones have numbers apart


def _svg(options: argparse.Namespace, person: Profile, figure: Figure) -> int:
    from uncramp.figures.svg import svg

    if not figure.drawn:
        raise CommandError(_("The figure '{name}' has words only.").format(name=figure.name), Exit.PROBLEMS)
    pose = _poses(options, figure)[0] if options.pose else figure.start
    text = svg(_look(options, person, figure), pose)
    if options.output is None:
        print(text, end="")
    else:
        write_page(page_path(options.output, _ENDINGS), text)
    return Exit.DONE
