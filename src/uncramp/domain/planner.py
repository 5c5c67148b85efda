"""From a routine to a plan: adapted to the person and the side, laid out as intervals."""

from collections.abc import Iterator, Mapping
from dataclasses import dataclass, replace

from uncramp.domain.adapt import Adapted, AdaptedStep, Change, ChangeKind, adapt_steps, routine_adaptations
from uncramp.domain.plan import Consequence, Interval, IntervalKind, Plan, Query, Question
from uncramp.domain.profile import Profile
from uncramp.domain.routine import SIGNS, Ask, Move, Purpose, Routine, Side, Sides, Step, Unanswered

GET_READY = 5
"""Seconds to get ready before a step by day; none in first aid. Our choice."""

NEW_POSITION = 10
"""Seconds to get ready where the position changes. Our choice."""

OFFER_WAIT = 20
"""Seconds that an offer (an optional step, another routine) stands before the session goes on. Our choice."""


def make_plan(
    routine: Routine,
    profile: Profile | None = None,
    side: Side | None = None,
    routines: Mapping[str, Routine] | None = None,
) -> Plan:
    """Lay out a routine for one person and one side.

    Args:
        routine: what to plan.
        profile: the person; none changes nothing.
        side: the affected side, by default the one that usually cramps for this person.
        routines: those that `routine` may name (`otherwise`, `if_yes`, `instead`); a missing one is not offered.
    """
    person = profile or Profile()
    planner = _Planner(person, side or person.usual_side, routines or {})
    return planner.plan(routine, came_from=frozenset())


@dataclass(frozen=True, slots=True)
class _Planner:
    profile: Profile
    side: Side | None
    routines: Mapping[str, Routine]

    def plan(self, routine: Routine, came_from: frozenset[str]) -> Plan:
        """Plan a routine; `came_from` are the routines on the way to it, which are not offered again."""
        came_from |= {routine.name}
        cautions, changes = list(routine.cautions), list[Change]()
        for rule in routine_adaptations(routine, self.profile):
            target = self.routines.get(rule.instead or "")
            if target and target.name not in came_from:
                other = self.plan(target, came_from)
                change = Change(routine.title, ChangeKind.REPLACED, rule.tag, rule.why)
                return replace(other, changes=(change, *other.changes))
            if rule.skip or rule.instead:
                return self._empty(routine, Change(routine.title, ChangeKind.SKIPPED, rule.tag, rule.why))
            if rule.caution:
                cautions.append(rule.caution)
                changes.append(Change(routine.title, ChangeKind.CAUTION, rule.tag, rule.why, rule.caution))
        head = replace(self._empty(routine, *changes), label=routine.label, cautions=tuple(cautions))
        return self._branched(head, routine, came_from)

    def _empty(self, routine: Routine, *changes: Change) -> Plan:
        return Plan(routine.name, routine.title, routine.purpose, routine.part, (), self.side, changes=changes)

    def _branched(self, head: Plan, routine: Routine, came_from: frozenset[str]) -> Plan:
        """The plan of the steps; where a question chooses between two branches, yes leads over to the other plan.

        A branch with nothing left for this person is no choice: the other one is played, and nothing is asked.
        """
        ask = routine.choice
        if ask is None:
            return self._laid_out(head, routine, adapt_steps(routine, self.profile), came_from)
        no, yes = (adapt_steps(routine, self.profile, branch) for branch in (ask.if_no, ask.if_yes))
        if not _has_steps(yes, ask.if_yes):
            return self._laid_out(replace(head, changes=head.changes + yes[1]), routine, no, came_from)
        if not _has_steps(no, ask.if_no):
            return self._laid_out(replace(head, changes=head.changes + no[1]), routine, yes, came_from)
        # What came before the choice is not asked again behind it.
        number = next(nth for nth, step in enumerate(routine.steps, start=1) if step.ask is ask)
        behind = tuple(adapted for adapted in yes[0] if adapted.number > number)
        chosen = self._laid_out(head, routine, (behind, yes[1]), came_from)
        return self._laid_out(head, routine, no, came_from, (_key(routine, ask), chosen))

    def _laid_out(
        self, head: Plan, routine: Routine, adapted: Adapted, came_from: frozenset[str], *branches: tuple[str, Plan]
    ) -> Plan:
        steps, made = adapted
        others = branches + self._others(steps, came_from)
        intervals = tuple(self._intervals(routine, steps, dict(others)))
        return replace(head, intervals=intervals, changes=tuple(dict.fromkeys(head.changes + made)), others=others)

    def _others(self, steps: tuple[AdaptedStep, ...], came_from: frozenset[str]) -> tuple[tuple[str, Plan], ...]:
        named = [adapted.step.otherwise or "" for adapted in steps]
        asked = [adapted.step.ask for adapted in steps if adapted.step.ask]
        named += [ask.if_yes for ask in asked if ask.if_yes != SIGNS and not ask.if_no]
        names = (name for name in dict.fromkeys(named) if name in self.routines and name not in came_from)
        plans = ((name, self.plan(self.routines[name], came_from)) for name in names)
        return tuple((name, plan) for name, plan in plans if plan.intervals)

    def _intervals(
        self, routine: Routine, steps: tuple[AdaptedStep, ...], others: Mapping[str, Plan]
    ) -> Iterator[Interval]:
        block = 0
        position: str | None = None
        numbers = frozenset(adapted.number for adapted in steps)
        for adapted in steps:
            here = adapted.step.position or routine.position
            ready = self._get_ready(routine.purpose, moved=position not in (None, here))
            position = position if adapted.step.ask else here  # a question is answered where the person is
            last = block - 1
            for interval in _of_step(routine, adapted, ready, self.side, others, block=block, numbers=numbers):
                yield interval
                last = interval.block
            block = last + 1

    def _get_ready(self, purpose: Purpose, *, moved: bool) -> int:
        if purpose is Purpose.FIRST_AID:
            return 0
        usual = GET_READY if self.profile.get_ready is None else self.profile.get_ready
        return max(usual, NEW_POSITION) if moved else usual


def _of_step(
    routine: Routine,
    adapted: AdaptedStep,
    ready: int,
    side: Side | None,
    others: Mapping[str, Plan],
    *,
    block: int,
    numbers: frozenset[int],
) -> Iterator[Interval]:
    """One step's intervals, their blocks counted from `block`; `numbers` are those of the steps that are left."""
    step = adapted.step
    blank = Interval(IntervalKind.MOVE, adapted.number, step, block=block)
    if step.ask:
        if question := _check(routine, step.ask, adapted.number, others, numbers):
            yield replace(blank, sort=IntervalKind.QUESTION, question=question)
        return
    blank = replace(blank, side=_sides(step, side)[0])
    if step.optional:
        yield replace(blank, sort=IntervalKind.QUESTION, question=_optional(adapted))
    if ready:
        yield _pause(replace(blank, block=block + 1), IntervalKind.GET_READY, ready)
    if not step.until_relief:
        yield from _blocks(blank, side)
        return
    yield replace(blank, sort=IntervalKind.OPEN, moves=step.moves, block=block + 2)
    if step.otherwise in others:
        yield replace(blank, sort=IntervalKind.QUESTION, question=_otherwise(step, others), block=block + 3)


def _blocks(blank: Interval, side: Side | None) -> Iterator[Interval]:
    """Repetitions, sets and sides, with rests between sets and time to change sides; never one at the end."""
    step = blank.step
    block = blank.block + 2
    previous: tuple[Side | None, int] | None = None
    for now_side, nth_set in _sets(step, side):
        here = replace(blank, side=now_side, set=nth_set)
        if previous is not None:
            other_way = step.sides is Sides.EACH and previous[0] != now_side
            if other_way or (step.sides is Sides.ALTERNATING and not step.rest):
                pause, length = IntervalKind.CHANGE, step.change
            else:
                pause, length = IntervalKind.REST, step.rest
            block += 1
            if length:
                yield _pause(replace(here, block=block), pause, length)
                block += 1
        yield from _repetitions(replace(here, block=block), side)
        previous = now_side, nth_set


def _repetitions(here: Interval, side: Side | None) -> Iterator[Interval]:
    step = here.step
    started = False
    for nth in range(1, step.repetitions + 1):
        for now_side in _sides(step, side) if step.sides is Sides.ALTERNATING else (here.side,):
            if started and step.sides is Sides.ALTERNATING and step.change:
                yield _pause(replace(here, side=now_side, repetition=nth), IntervalKind.CHANGE, step.change)
            for move in step.moves:
                yield replace(here, side=now_side, repetition=nth, moves=(move,))
            started = True


def _sets(step: Step, side: Side | None) -> Iterator[tuple[Side | None, int]]:
    """Side by side, set by set; an alternating step has both sides within each set."""
    sides = _sides(step, side)
    for now_side in sides[:1] if step.sides is Sides.ALTERNATING else sides:
        for nth in range(1, step.sets + 1):
            yield now_side, nth


def _sides(step: Step, side: Side | None) -> tuple[Side | None, ...]:
    first = side if side in (Side.LEFT, Side.RIGHT) else None
    match step.sides:
        case Sides.AFFECTED:
            return (first or Side.AFFECTED,)
        case Sides.EACH | Sides.ALTERNATING:
            start = first or Side.LEFT
            return (start, start.other)
        case Sides.BOTH:
            return (Side.BOTH,)
        case Sides.NONE:
            return (None,)


def _pause(here: Interval, sort: IntervalKind, seconds: int) -> Interval:
    return replace(here, sort=sort, moves=(Move(sort.value, seconds),))


def _has_steps(adapted: Adapted, branch: str) -> bool:
    return any(kept.step.when == branch and kept.step.ask is None for kept in adapted[0])


def _key(routine: Routine, ask: Ask) -> str:
    """The name in `Plan.others` of what the question's yes leads to: no branch is ever taken for a routine of its name."""
    return f"{routine.name}:{ask.if_yes}" if ask.if_no else ask.if_yes


def _check(
    routine: Routine, ask: Ask, number: int, others: Mapping[str, Plan], numbers: frozenset[int]
) -> Question | None:
    """The routine's own question; none where yes leads to what this person can't do, unless it guards steps.

    One that guards steps is asked all the same: a yes then leaves them out.
    """
    signs, target = ask.if_yes == SIGNS, _key(routine, ask)
    guards = ask.unanswered is Unanswered.SKIP and not numbers.isdisjoint(range(number + 1, number + 1 + ask.guards))
    silent = Consequence.SKIP if guards else Consequence.GO_ON
    yes = Consequence.SIGNS if signs else Consequence.SWITCH if target in others else silent
    if yes is Consequence.GO_ON:
        return None
    return Question(
        query=Query.CHECK,
        text=ask.text,
        wait=ask.wait,
        yes=yes,
        no=Consequence.GO_ON,
        silent=silent,
        unsure=yes if signs or silent is Consequence.SKIP else None,  # not sure counts as yes
        routine=target if yes is Consequence.SWITCH else "",
        guards_to=number + ask.guards if guards else number,
        words=(ask.yes, ask.no),
        means=ask.means,
        call=ask.call,
    )


def _optional(adapted: AdaptedStep) -> Question:
    return Question(
        query=Query.OPTIONAL,
        text=adapted.step.name,
        wait=OFFER_WAIT,
        yes=Consequence.GO_ON,
        no=Consequence.SKIP,
        silent=Consequence.SKIP,
        guards_to=adapted.number,
    )


def first_step(plan: Plan) -> Step:
    """The first step of a plan with something to do."""
    return next((one.step for one in plan.intervals if one.moves), plan.intervals[0].step)


def _otherwise(step: Step, others: Mapping[str, Plan]) -> Question:
    name = step.otherwise or ""
    return Question(
        query=Query.OTHERWISE,
        text=first_step(others[name]).name,
        wait=OFFER_WAIT,
        yes=Consequence.SWITCH,
        no=Consequence.GO_ON,
        silent=Consequence.GO_ON,
        routine=name,
    )
