"""What the commands print: lists, plans and problems, as text."""

from collections.abc import Iterator

from uncramp.domain.duration import clock_face
from uncramp.domain.plan import Interval, Plan, Sort
from uncramp.domain.source import Source
from uncramp.files.library import Entry
from uncramp.i18n import _
from uncramp.words.session import (
    about_how_long,
    change_sentence,
    move_name,
    purpose_name,
    side_name,
    status_name,
)


def list_rows(entries: list[tuple[Entry, Plan]]) -> Iterator[str]:
    """One line a routine: name, time, title, and where from unless it came with the program."""
    width = max((len(entry.name) for entry, _plan in entries), default=0)
    purpose = None
    for entry, plan in entries:
        routine = entry.routine
        if routine is None:
            continue
        if routine.purpose is not purpose:
            yield ("" if purpose is None else "\n") + purpose_name(routine.purpose)
            purpose = routine.purpose
        origin = "" if entry.origin == "built-in" else f"  [{entry.origin}]"
        hides = _(" (in place of the built-in one)") if entry.shadows else ""
        yield f"  {entry.name:<{width}}  {about_how_long(routine, plan.needed_seconds):<10}  {routine.title}{origin}{hides}"


def plan_lines(plan: Plan, sources: dict[str, Source]) -> Iterator[str]:
    """A plan, interval by interval, with times, what was changed, and the sources."""
    total = _("until it's gone") if plan.open_ended else clock_face(plan.seconds)
    yield f"{plan.title} ({total})"
    yield from ([plan.label] if plan.label else [])
    yield from (f"! {caution}" for caution in plan.cautions)
    if not plan.intervals:
        yield _("This routine is not for you.")
    yield from _intervals(plan)
    for name, other in plan.others:
        if name.startswith(f"{plan.routine}:"):  # the other branch of a choice at the start
            yield from ("", _("If you answer yes:"), *_intervals(other))
    if plan.changes:
        yield ""
        yield _("Changed for you:")
        yield from (f"  {change_sentence(change)}" for change in plan.changes)
    yield from _sources(plan, sources)


def _intervals(plan: Plan) -> Iterator[str]:
    number, start = 0, 0
    for interval in plan.intervals:
        if interval.number != number:
            number = interval.number
            yield ""
            yield f"{number}  {interval.step.name}"
            yield from (f"   {line}" for line in (interval.step.say, interval.step.how) if line)
            yield from (f"   ! {caution}" for caution in interval.step.cautions)
            if interval.step.sources:
                yield _("   Sources: {ids}").format(ids=", ".join(interval.step.sources))
        yield _interval(plan, interval, start)
        start += interval.seconds or 0


def _interval(plan: Plan, interval: Interval, start: int) -> str:
    if interval.question:
        question = interval.question
        wait = _("wait {seconds} s").format(seconds=question.wait)
        return f"   {clock_face(start):>6}  {wait:>12}  ? {question.text}"
    length = f"{interval.seconds} s"
    name = move_name(interval, interval.move)
    if interval.sort is Sort.OPEN:
        length = _("until gone")
        name = _("{moves}, {n} times at most").format(moves=interval.move, n=interval.rounds)
    where = [side_name(interval.side, plan.part)]
    if interval.set and interval.step.sets > 1:
        where.append(_("set {n} of {many}").format(n=interval.set, many=interval.step.sets))
    if interval.repetition and interval.step.repetitions > 1:
        where.append(_("{n} of {many}").format(n=interval.repetition, many=interval.step.repetitions))
    return f"   {clock_face(start):>6}  {length:>12}  {name:<14}  {' · '.join(filter(None, where))}".rstrip()


def _sources(plan: Plan, sources: dict[str, Source]) -> Iterator[str]:
    ids = dict.fromkeys(id_ for interval in plan.intervals for id_ in interval.step.sources)
    if ids:
        yield ""
        yield _("Sources:")
    for id_ in ids:
        source = sources.get(id_)
        if source is None:
            yield f"  {id_}"
        else:
            yield f"  {id_}: {source.name} ({source.publisher}). {source.says} {status_name(source.status)}"
