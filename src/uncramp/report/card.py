"""The card for the bedside: a routine for one person on one sheet, in the routine's own words."""

import re
from collections.abc import Iterable, Iterator
from dataclasses import dataclass, replace

from uncramp.domain.plan import Answer, Consequence, Interval, IntervalKind, Plan, Query, Question
from uncramp.domain.pregnancy import PREGNANCY_TAGS
from uncramp.domain.routine import Call, Routine, Side, Step
from uncramp.guidance.actions import whom_of
from uncramp.guidance.afterwards import pregnancy_counts, signs_for
from uncramp.guidance.context import Context
from uncramp.guidance.routines import swap_of
from uncramp.i18n import _, plural
from uncramp.report.layout import wrap
from uncramp.words.profile import stage_words
from uncramp.words.session import change_sentence, side_name, spoken_time, swap_words, tag_name
from uncramp.words.signs import SignGroup, after_answer

_SENTENCE_END = re.compile(r"(?<=[.!?]) +")
_ON_PAPER = {
    re.compile(r"\bpress Enter\b"): _("leave this out"),
    re.compile(r"\bpress \w\b"): _("stop, and look at the signs below"),
}
"""The keys that shipped routines name, that of "worse" as the person has it, and what to do where there is none."""


@dataclass(frozen=True, slots=True)
class CardStep:
    step: Step
    """As adapted to the person; its figure gives the pictures."""
    say: str
    how: str = ""
    """How it is done; of a question what a yes means."""
    dose: str = ""
    cautions: tuple[str, ...] = ()
    lead: str = ""
    """What stands before it, such as "Or:"."""
    side: Side | None = None
    pictured: bool = True
    """Whether a sheet has room for its pictures."""
    kept: bool = True
    """Whether a sheet has room for it at all: only an optional step ever goes."""

    @property
    def asks(self) -> bool:
        return self.step.ask is not None


@dataclass(frozen=True, slots=True)
class Card:
    name: str
    """That of the routine."""
    title: str
    made: str
    """When it was made, and for whom: a week of pregnancy moves on."""
    about: tuple[str, ...]
    """What stands above the steps."""
    steps: tuple[CardStep, ...]
    care: tuple[str, ...]
    """What to take care of, and what not to do."""
    signs: tuple[SignGroup, ...]
    """The urgent ones, the most urgent first."""
    tonight: tuple[str, ...] = ()
    """What to put by the bed."""
    aid: bool = False
    """Whether it is for a cramp."""
    pregnant: bool = False
    """Whether the signs of pregnancy may be true of the person."""


def card_of(context: Context, routine: Routine, side: Side | None = None, tonight: Iterable[str] = ()) -> Card:
    """The card of a routine, or of the one that is done instead; `tonight` is for first aid alone."""
    plan = context.plan(routine, side)
    swap = swap_of(routine, plan)
    about = [swap_words(swap.old_title, swap.why)] if swap else []
    if not plan.intervals:
        about.append(_("This routine is not for you."))
    about += [plan.label] if plan.label else []
    said: set[str] = set()
    left_out = {change.name: change for change in reversed(plan.skipped)}  # of each its weightiest reason
    care = _unsaid((*plan.cautions, *map(change_sentence, reversed(left_out.values()))), said)
    return Card(
        routine.name,
        plan.title,
        _made(context),
        tuple(about),
        care=tuple(care),
        steps=tuple(_steps(context, plan, said)),
        signs=tuple(group for group in signs_for(context) if group.urgent),
        tonight=tuple(tonight) if plan.measures_cramp else (),
        aid=plan.measures_cramp,
        pregnant=pregnancy_counts(context.profile, context.local_time().date()),
    )


def _made(context: Context) -> str:
    day, person = context.local_time().date(), context.profile
    tags = person.all_tags()
    of_pregnancy = [tag for tag in tags if tag in PREGNANCY_TAGS]  # the weightiest says it; where there is a week, that
    known = [tag_name(tag) for tag in tags if tag not in of_pregnancy[0 if person.pregnancy else 1 :]]
    made = _("Made on {day} for you: {tags}.") if known else _("Made on {day}.")
    made = made.format(day=day.isoformat(), tags=", ".join(known))
    if context.who:
        made = _("For {name}. {made}").format(name=context.who, made=made)
    if person.pregnancy is None:
        return made
    return f"{made} {stage_words(person.pregnancy.stage(day), person.pregnancy.week_on(day))}"


def _unsaid(texts: Iterable[str], said: set[str]) -> Iterator[str]:
    """The texts without the sentences that stand on the card already."""
    for text in texts:
        for key, instead in _ON_PAPER.items():
            text = key.sub(instead, text)  # noqa: PLW2901
        new = [sentence for sentence in _SENTENCE_END.split(text) if sentence not in said]
        said.update(new)
        if new:
            yield " ".join(new)


def _steps(context: Context, plan: Plan, said: set[str]) -> Iterator[CardStep]:
    lead = ""
    for number, intervals in _by_step(plan).items():
        question = intervals[0].question
        if question is not None and question.query is Query.CHECK:
            yield _asked(context, plan, intervals[0].step, question)
            for branch in plan.branches if any(question.words) or not number else ():
                yield from _branch(plan, branch, question, said)
                lead = _lead(question.answer_words(Answer.NO))
            continue
        done = _done(plan, intervals, said)
        yield replace(done, lead=lead or done.lead)
        lead = ""
        if other := plan.other(intervals[-1].step.otherwise or ""):
            yield from _instead(other, said)


def _by_step(plan: Plan) -> dict[int, list[Interval]]:
    found: dict[int, list[Interval]] = {}
    for interval in plan.intervals:
        found.setdefault(interval.number, []).append(interval)
    return found


def _lead(words: str) -> str:
    return _("{answer}:").format(answer=words) if words else ""


def _branch(plan: Plan, branch: Plan, question: Question, said: set[str]) -> Iterator[CardStep]:
    """The steps that only the other answer leads to."""
    lead, shared = _lead(question.answer_words(Answer.YES)), _by_step(plan)
    for number, intervals in _by_step(branch).items():
        if number not in shared and intervals[0].step.ask is None:
            yield replace(_done(branch, intervals, said), lead=lead)
            lead = ""


def _instead(other: Plan, said: set[str]) -> Iterator[CardStep]:
    """The first thing to do of the routine that is offered in a step's place, with what to take care of there."""
    intervals = next((found for found in _by_step(other).values() if found[0].step.ask is None), None)
    if intervals is not None:
        first = _done(other, intervals, said)
        yield replace(first, lead=_("Or:"), cautions=(*_unsaid(other.cautions, said), *first.cautions))


def _asked(context: Context, plan: Plan, step: Step, question: Question) -> CardStep:
    if question.yes is Consequence.SIGNS:
        now = context.emergency_number if question.call is Call.NOW else None
        then = after_answer(question.means, whom_of(context.profile), now)
        yes = _("Yes, or not sure: {then}").format(then=then)
    elif other := plan.other(question.routine):
        yes = step.how if other in plan.branches else _("Yes: {title}").format(title=other.title)
    else:
        yes = step.how
    return CardStep(step, question.text, yes)


def _done(plan: Plan, intervals: list[Interval], said: set[str]) -> CardStep:
    step, played = intervals[-1].step, next(one for one in intervals if one.kind is not IntervalKind.QUESTION)
    how = " ".join(dict.fromkeys(filter(None, (step.how, *(move.say for move in step.moves)))))
    lead = _("If you like:") if step.optional else ""
    cautions = tuple(_unsaid(step.cautions, said))
    return CardStep(step, step.say or step.name, how, dose_words(step, plan), cautions, lead, played.side)


def dose_words(step: Step, plan: Plan) -> str:
    """How long and how often: `toes up 30 seconds, ease off 10 seconds, until it stops, 5 times at most`."""
    moves = [f"{move.name} {spoken_time(move.seconds)}" for move in step.moves]
    if len(moves) == 1:
        moves = [spoken_time(step.moves[0].seconds)]
    parts = [", ".join(moves)] if moves and not step.until_done else []
    if step.until_relief:
        parts += [_("until it stops"), plural("{n} time at most", "{n} times at most", step.at_most or 1)]
    elif step.in_sets != (1,):
        parts.append(_times(step))
    if step.until_done:
        parts.append(_("at your own pace"))
    if step.sides.changes:
        parts.append(_("on each side"))
    elif step.sides.fixed:
        parts.append(side_name(Side(step.sides.value), plan.part))
    if step.rest and len(step.in_sets) > 1:
        parts.append(_("rest {time} between").format(time=spoken_time(step.rest)))
    if step.rounds and step.rounds.times > 1:
        parts.append(plural("{n} round", "{n} rounds", step.rounds.times))
    return ", ".join(parts)


def _times(step: Step) -> str:
    sets = step.in_sets
    if len(set(sets)) > 1:
        return _("{ladder} times").format(ladder=", ".join(map(str, sets)))
    if len(sets) == 1:
        return plural("{n} time", "{n} times", sets[0])
    if sets[0] == 1:
        return plural("{n} time", "{n} times", len(sets))
    return _("{sets} × {n} times").format(sets=len(sets), n=sets[0])


_WIDTH = 76
_IN = "   "
CARE, TONIGHT = _("Take care:"), _("Tonight, by the bed:")
"""What stands above what to take care of, and what to put by the bed."""


def as_text(card: Card) -> str:
    """The card in lines, without its pictures."""
    return "\n".join(_lines(card))


def _lines(card: Card) -> Iterator[str]:
    yield card.title
    for line in (card.made, *card.about):
        yield from wrap(line, _WIDTH)
    nth = 0
    for step in card.steps:
        nth += not (step.asks or step.lead)
        yield ""
        yield from _step(step, "?" if step.asks else "" if step.lead else f"{nth}")
    yield from _listed(CARE, card.care)
    for group in card.signs:
        yield from _listed(group.heading_for, group.signs)
    yield from _listed(TONIGHT, card.tonight)


def _step(step: CardStep, mark: str) -> Iterator[str]:
    yield from wrap(f"{step.lead} {step.say}".strip(), _WIDTH, f"{mark:<3}", _IN)
    for line in (step.dose, step.how):
        if line:
            yield from wrap(line, _WIDTH, _IN, _IN)
    for caution in step.cautions:
        yield from wrap(caution, _WIDTH, f"{_IN}! ", f"{_IN}  ")


def _listed(heading: str, lines: tuple[str, ...]) -> Iterator[str]:
    if lines:
        yield from ("", *wrap(heading, _WIDTH))
        for line in lines:
            yield from wrap(line, _WIDTH, "  - ", "    ")
