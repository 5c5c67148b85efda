"""Commands about routines: list, show and check them, write or copy one of the person's own."""

import json
import sys
from argparse import Namespace
from collections.abc import Iterator, Mapping
from pathlib import Path

from uncramp.cli.find import no_figure, not_found, routine_of
from uncramp.domain.duration import clock_face
from uncramp.domain.plan import Answer, Interval, IntervalKind, Plan
from uncramp.domain.plan import as_json as plan_as_json
from uncramp.domain.routine import Routine, Side, Source
from uncramp.faults import CommandError, Exit
from uncramp.files.disk import NotSavedError, why_unreadable, write_whole
from uncramp.files.library import FIGURES, RoutineEntry, list_folder
from uncramp.files.text import shorten, visible, well_named
from uncramp.guidance.context import Context
from uncramp.guidance.routines import in_order, swap_of
from uncramp.i18n import _, plural
from uncramp.paths import own_routines, shipped_routines
from uncramp.words.session import (
    about_how_long,
    change_sentence,
    counts_of,
    move_name,
    purpose_name,
    side_name,
    source_words,
    swap_words,
)


def _list_rows(routines: list[tuple[RoutineEntry, Routine, Plan]]) -> Iterator[str]:
    """One line a routine: name, time, title, and where from unless it came with the program."""
    width = max((len(entry.name) for entry, _routine, _plan in routines), default=0)
    purpose = None
    for entry, routine, plan in routines:
        if routine.purpose is not purpose:
            yield ("" if purpose is None else "\n") + purpose_name(routine.purpose)
            purpose = routine.purpose
        origin = "" if entry.origin == "built-in" else f"  [{entry.origin}]"
        hides = _(" (in place of the built-in one)") if entry.shadows else ""
        swap = swap_of(routine, plan)
        title = f"{swap.title}. {swap_words(swap.old_title, swap.why)}" if swap else routine.title
        yield f"  {entry.name:<{width}}  {about_how_long(plan):<14}  {title}{origin}{hides}"


def _plan_lines(routine: Routine, plan: Plan, sources: Mapping[str, Source]) -> Iterator[str]:
    """A routine's plan, interval by interval, with times, what was changed, and the sources."""
    total = _("until it stops") if plan.open_ended else clock_face(plan.seconds)
    swap = swap_of(routine, plan)
    yield f"{plan.title} ({total})" + (f". {swap_words(swap.old_title, swap.why)}" if swap else "")
    if plan.label:
        yield plan.label
    yield from (f"! {caution}" for caution in plan.cautions)
    if not plan.intervals:
        yield _("This routine is not for you.")
    yield from _intervals(plan)
    for branch in plan.branches:
        asked = plan.intervals[0].question
        own = asked.answer_words(Answer.YES) if asked else ""
        yield from ("", _("If you answer “{answer}”:").format(answer=own or _("yes")), *_intervals(branch))
    changes = plan.changes[1:] if swap else plan.changes  # the swap stands on the first line
    if changes:
        yield ""
        yield _("Changed for you:")
        yield from (f"  {change_sentence(change)}" for change in changes)
    yield from _sources(plan, sources)


def _intervals(plan: Plan) -> Iterator[str]:
    number, nth, start = 0, 0, 0
    for interval in plan.intervals:
        if interval.number != number and interval.round not in (None, 1):
            number = interval.number  # all of it stands in the first round
            yield f"   {interval.step.name}"
        elif interval.number != number:
            number, nth = interval.number, nth + 1
            yield ""
            yield f"{nth}  {interval.step.name}"
            yield from (f"   {line}" for line in (interval.step.say, interval.step.how) if line)
            yield from (f"   ! {caution}" for caution in interval.step.cautions)
            yield from (f"   {move.name}: {move.say}" for move in interval.step.moves if move.say)
            if interval.step.sources:
                yield _("   Sources: {ids}").format(ids=", ".join(interval.step.sources))
        yield _interval(plan, interval, start)
        start += interval.seconds or 0


def _interval(plan: Plan, interval: Interval, start: int) -> str:
    if question := interval.question:
        wait = _("wait {seconds} s").format(seconds=question.wait)
        answers = " / ".join(words for words in question.words if words)
        text = " ".join(filter(None, (question.text, f"({answers})" if answers else "")))
        means = _("    (yes: {means})").format(means=question.means) if question.means else ""
        return f"   {clock_face(start):>6}  {wait:>12}  ? {text}{means}"
    length = f"{interval.seconds} s"
    name = move_name(interval, interval.move)
    if interval.sort is IntervalKind.OPEN:
        length = _("until it stops")
        name = _("{moves}, {n} times at most").format(moves=interval.move, n=interval.turns)
    elif interval.sort is IntervalKind.OWN_PACE:
        length = _("your own pace")
        times = plural("{n} time", "{n} times", interval.turns) if interval.turns > 1 else ""
        name = ", ".join(filter(None, (interval.move if interval.step.moves else "", times)))
    where = [side_name(interval.side, plan.part), *counts_of(interval)]
    return f"   {clock_face(start):>6}  {length:>12}  {name:<14}  {' · '.join(filter(None, where))}".rstrip()


def _sources(plan: Plan, sources: Mapping[str, Source]) -> Iterator[str]:
    ids = dict.fromkeys(id_ for interval in plan.intervals for id_ in interval.step.sources)
    if ids:
        yield ""
        yield _("Sources:")
    for id_ in ids:
        yield f"  {id_}: {source_words(sources[id_])}" if id_ in sources else f"  {id_}"


_MODELINE = "# yaml-language-server: $schema="
_STARTER = """\
{modeline}
# A routine of your own. Change it, then try:
#   uncramp check {path}
#   uncramp show {name}
#   uncramp run {name}

title: My routine                # what it is called in lists
purpose: daily                   # first-aid, daily, bedtime, break, rest or bath
for: calf                        # calf, foot, thigh, hand or leg
about: One line for the list.
position: Standing at a wall     # where the position changes, you get more time

cautions:
  - It should pull, not hurt.

steps:
  # A step has a list of timed moves: one repetition. Times read 30s, 2m, 1m30s or 1:30.
  - name: Calf stretch
    say: Lean to the wall. Back knee straight.       # 12 words or fewer
    how: One foot forward, both hands on the wall. Lean until the calf of the back leg pulls.
    sides: each                  # affected, each, alternating, both or none
    moves: [hold 30s]
    repetitions: 2               # on each side
    change: 10s                  # time to change sides

  - name: Heel raises
    say: Rise on both feet. Slowly down again.
    moves:
      - rise 2s
      - hold 1s
      - lower 2s: Slowly down.   # a move may have words of its own
    repetitions: 10
    sets: 2
    rest: 30s                    # between sets
    sources: [our-choice]        # ids from sources.yaml; leave the line out if you have none
    adapt:                       # what changes for whom, always with the reason
      balance_problem: {{skip: true, why: You may fall.}}
"""


def new(options: Namespace, context: Context) -> int:
    """Write a starter file that checks clean into the person's own routines."""
    name = options.name
    if name in context.library.shipped_names():
        built_in = _("'{name}' is a built-in routine. 'uncramp copy {name}' copies it, to change it.")
        raise CommandError(built_in.format(name=name))
    path = _free_path(name)
    _write(path, _STARTER.format(modeline=_modeline(), path=path, name=name))
    print(_("Made {path}").format(path=visible(str(path))))
    then = _("Change it as you like. 'uncramp check' finds what is wrong, 'uncramp run {name}' runs it.")
    print(then.format(name=name))
    return Exit.DONE


def copy(options: Namespace, context: Context) -> int:
    """Copy a shipped routine or figure into the person's own, where it takes the place of the shipped one."""
    name, shipped = options.name.lower(), shipped_routines()
    routines, figures = context.library.shipped_names(), list_folder(shipped / FIGURES, required=False).files
    as_figure = options.figure or (name not in routines and name in figures)
    if name not in (figures if as_figure else routines):
        if as_figure:
            raise CommandError(no_figure(name, figures))
        raise CommandError(not_found(name, (*routines, *figures)))
    path = _free_path(name, own_routines() / FIGURES if as_figure else own_routines())
    source = figures[name] if as_figure else shipped / f"{name}.yaml"
    try:
        lines = source.read_text(encoding="utf-8").splitlines(keepends=True)
    except OSError as error:
        raise CommandError(f"{source}: {why_unreadable(source, error)}") from error
    body = [line for line in lines if not line.startswith(_MODELINE)]
    _write(path, "".join([_modeline("figure" if as_figure else "routine"), "\n", *body]))
    print(_("Copied to {path}").format(path=visible(str(path))))
    print(_("It now takes the place of the built-in one. Delete the file to have that back."))
    if not as_figure and name in figures:
        print(_("The figure of this name: 'uncramp copy --figure {name}'").format(name=name))
    return Exit.DONE


def _free_path(name: str, folder: Path | None = None) -> Path:
    """Where a new file of the person's own is to be.

    Raises:
        CommandError: one of this name is there already, or it can't be a name.
    """
    if not well_named(name):
        no_name = _("'{name}' can't be the name of a routine: use small letters, digits and '-'.")
        raise CommandError(no_name.format(name=visible(shorten(name))))
    folder = folder or own_routines()
    path = list_folder(folder, required=False).files.get(name, folder / f"{name}.yaml")
    if path.exists() or path.is_symlink():
        raise CommandError(_("{path} is there already. Nothing was written.").format(path=visible(str(path))))
    return path


def _modeline(kind: str = "routine") -> str:
    """Leads an editor to the schema, wherever the program is installed."""
    return _MODELINE + (shipped_routines() / f"{kind}.schema.json").as_uri()


def _write(path: Path, text: str) -> None:
    try:
        write_whole(path, text.encode())
    except NotSavedError as error:
        raise CommandError(visible(str(error)), Exit.PROBLEMS) from error


def list_routines(options: Namespace, context: Context) -> int:
    """Print every routine that can be run; those that can't are named on standard error."""
    print_list(context, as_json=options.json)
    return Exit.DONE


def print_list(context: Context, *, as_json: bool = False) -> None:
    """Print the routines, as text or as JSON."""
    entries = context.library.entries()
    good = [(entry, routine, context.plan(routine)) for entry, routine in in_order(entries)]
    if as_json:
        print(json.dumps([_as_json(*one) for one in good], indent=2))
    else:
        print("\n".join(_list_rows(good)))
    for problem in (*context.library.problems(), *(one for entry in entries for one in entry.problems)):
        print(problem, file=sys.stderr)


def _as_json(entry: RoutineEntry, routine: Routine, plan: Plan) -> dict[str, object]:
    """A row of `uncramp list --json`, which is a contract with scripts."""
    swap = swap_of(routine, plan)
    row: dict[str, object] = {
        "name": entry.name,
        "title": swap.title if swap else routine.title,
        "purpose": routine.purpose,
        "seconds": None if plan.open_ended else plan.seconds,
        "open_ended": plan.open_ended,
        "origin": entry.origin,
    }
    return row | ({"instead": swap.name} if swap else {})


def show(options: Namespace, context: Context) -> int:
    """Print a routine's plan for this person; with `--figure` its steps in pictures."""
    books = context.library
    routine = routine_of(books, options.routine)
    plan = context.plan(routine, Side(options.side) if options.side else None)
    if options.json:
        print(json.dumps(plan_as_json(plan), indent=2))
    elif options.figure:
        from uncramp.cli.figure import plan_figures

        print("\n".join(plan_figures(plan, books, context.profile)))
    else:
        print("\n".join(_plan_lines(routine, plan, books.sources)))
    for line in context.notices:
        print(line, file=sys.stderr)
    return Exit.DONE
