"""Commands about routines: list and show them."""

from argparse import Namespace
from collections.abc import Iterator, Mapping

from uncramp.cli.output import print_json, print_lines, routine_of, tell
from uncramp.domain.duration import clock_face
from uncramp.domain.plan import Answer, Interval, IntervalKind, Plan
from uncramp.domain.plan import as_json as plan_as_json
from uncramp.domain.routine import Routine, Side, Source
from uncramp.faults import Exit
from uncramp.files.library import RoutineEntry
from uncramp.guidance.context import Context
from uncramp.guidance.routines import in_order, swap_of
from uncramp.i18n import _, plural
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
    if not plan.open_ended and not plan.timed_from(0):
        total = _("{time}, and what is at your own pace").format(time=total)
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
    if interval.kind is IntervalKind.OPEN:
        length = _("until it stops")
        name = _("{moves}, {n} times at most").format(moves=interval.move, n=interval.turns)
    elif interval.kind is IntervalKind.OWN_PACE:
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


def list_routines(options: Namespace, context: Context) -> int:
    """Print every routine that can be run; those that can't are named on standard error."""
    print_list(context, as_json=options.json)
    return Exit.DONE


def print_list(context: Context, *, as_json: bool = False) -> None:
    entries = context.library.entries()
    good = [(entry, routine, context.plan(routine)) for entry, routine in in_order(entries)]
    if as_json:
        print_json([_as_json(*one) for one in good])
    else:
        print_lines(_list_rows(good))
    tell(*context.library.problems(), *(one for entry in entries for one in entry.problems))


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
        print_json(plan_as_json(plan))
    elif options.figure:
        from uncramp.cli.figure import plan_figures

        print("\n".join(plan_figures(plan, books, context.profile)))
    else:
        print_lines(_plan_lines(routine, plan, books.sources))
    tell(*context.notices)
    return Exit.DONE
