"""From a routine to a plan: adapted to the person and the side, laid out as intervals."""

from collections.abc import Iterator, Mapping
from dataclasses import dataclass, replace
from itertools import groupby

from uncramp.domain.adapt import AdaptedStep, AdaptedSteps, Change, ChangeKind, adapt_steps, rules_for
from uncramp.domain.own_keys import said
from uncramp.domain.plan import Consequence, Interval, IntervalKind, Plan, Query, Question
from uncramp.domain.profile import Profile
from uncramp.domain.routine import SIGNS, Ask, Move, Purpose, Routine, Side, Sides, Step, Unanswered
from uncramp.domain.use import used_for

GET_READY = 5
"""Seconds to get ready before a step by day; none in first aid. Our choice."""

NEW_POSITION = 10
"""Seconds to get ready where the position changes. Our choice."""

REPETITION, AT_ONES_PACE = 3, 30
"""About how many seconds a repetition, or a step without any, takes at one's own pace. Our choice."""

OFFER_WAIT = 20
"""Seconds that an offer (an optional step, another routine) stands before the session goes on. Our choice."""


def make_plan(
    routine: Routine,
    profile: Profile | None = None,
    side: Side | None = None,
    routines: Mapping[str, Routine] | None = None,
) -> Plan:
    """Lay out a routine for one person and one side, by default the one that usually cramps for them.

    `routines` are those that it may name (`otherwise`, `if_yes`, `instead`); a missing one is not offered.
    """
    person = profile or Profile()
    planner = _Planner(person, side or person.usual_side, routines or {})
    return planner.plan(routine, came_from=frozenset())


def first_step(plan: Plan) -> Step:
    return next((one.step for one in plan.intervals if one.moves), plan.intervals[0].step)


@dataclass(frozen=True, slots=True)
class _Planner:
    profile: Profile
    side: Side | None
    routines: Mapping[str, Routine]

    def plan(self, routine: Routine, came_from: frozenset[str]) -> Plan:
        """Plan a routine; `came_from` are the routines on the way to it, which are not offered again."""
        came_from |= {routine.name}
        cautions, changes = list(routine.cautions), list[Change]()
        for rule in rules_for(routine.adapt, self.profile):
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
        used = used_for(routine, self.profile, self.routines)
        told = tuple(said(caution, self.profile.keys, "worse") for caution in (*cautions, *used.cautions))
        head = replace(self._empty(routine, *changes, *used.changes), label=routine.label, cautions=told)
        return self._branched(head, used.routine, came_from)

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
            return self._laid_out(replace(head, changes=head.changes + yes.changes), routine, no, came_from)
        if not _has_steps(no, ask.if_no):
            return self._laid_out(replace(head, changes=head.changes + no.changes), routine, yes, came_from)
        # What came before the choice is not asked again behind it.
        number = next(nth for nth, step in enumerate(routine.steps, start=1) if step.ask is ask)
        behind = tuple(adapted for adapted in yes.steps if adapted.number > number)
        chosen = self._laid_out(head, routine, yes._replace(steps=behind), came_from)
        return self._laid_out(head, routine, no, came_from, (_key(routine, ask), chosen))

    def _laid_out(
        self,
        head: Plan,
        routine: Routine,
        adapted: AdaptedSteps,
        came_from: frozenset[str],
        *branches: tuple[str, Plan],
    ) -> Plan:
        others = branches + self._others(adapted.steps, came_from)
        layout = _Layout(routine, adapted.steps, dict(others), self.side, self.profile.get_ready)
        changes = tuple(dict.fromkeys(head.changes + adapted.changes))
        return replace(head, intervals=tuple(layout.intervals()), changes=changes, others=others)

    def _others(self, steps: tuple[AdaptedStep, ...], came_from: frozenset[str]) -> tuple[tuple[str, Plan], ...]:
        named = [adapted.step.otherwise or "" for adapted in steps]
        asked = [adapted.step.ask for adapted in steps if adapted.step.ask]
        named += [ask.if_yes for ask in asked if ask.if_yes != SIGNS and not ask.if_no]
        names = (name for name in dict.fromkeys(named) if name in self.routines and name not in came_from)
        plans = ((name, self.plan(self.routines[name], came_from)) for name in names)
        return tuple((name, plan) for name, plan in plans if plan.intervals)


@dataclass(frozen=True, slots=True)
class _Layout:
    """The steps that are left for one person, to be laid out as intervals."""

    routine: Routine
    steps: tuple[AdaptedStep, ...]
    others: Mapping[str, Plan]
    """The plans that a question or an offer can switch to, by the names in `Plan.others`."""
    side: Side | None
    get_ready: int | None
    """Seconds to get ready, as the person wants it."""

    def intervals(self) -> Iterator[Interval]:
        block = 0
        position: str | None = None
        rested = False
        for turn in _turns(self.steps):
            step = turn.adapted.step
            here = step.position or self.routine.position
            waits = rested or step.until_done  # at one's own pace one begins when one is ready
            ready = 0 if waits else self._seconds_to_get_ready(moved=position not in (None, here))
            position = position if step.ask else here  # a question is answered where the person is
            last = block - 1
            for interval in self._of_step(turn.adapted, ready, block):
                last = interval.block
                yield replace(interval, round=turn.round) if turn.round else interval
            block = last + 1
            rested = turn.rest > 0
            if rested:
                blank = Interval(IntervalKind.REST, turn.adapted.number, step, block=block, round=turn.round)
                yield _pause(blank, IntervalKind.REST, turn.rest)
                block += 1

    def _seconds_to_get_ready(self, *, moved: bool) -> int:
        if self.routine.purpose is Purpose.FIRST_AID:
            return 0
        usual = GET_READY if self.get_ready is None else self.get_ready
        return max(usual, NEW_POSITION) if moved else usual

    def _of_step(self, adapted: AdaptedStep, ready: int, block: int) -> Iterator[Interval]:
        """One step's intervals, their blocks counted from `block`, after so many seconds to get ready."""
        step = adapted.step
        blank = Interval(IntervalKind.MOVE, adapted.number, step, block=block)
        if step.ask:
            if question := self._check(step.ask, adapted.number):
                yield replace(blank, kind=IntervalKind.QUESTION, question=question)
            return
        blank = replace(blank, side=_sides(step, self.side)[0])
        if step.optional:
            go_on, skip = Consequence.GO_ON, Consequence.SKIP
            offer = Question(Query.OPTIONAL, step.name, OFFER_WAIT, go_on, skip, skip, guards_to=adapted.number)
            yield replace(blank, kind=IntervalKind.QUESTION, question=offer)
        if ready:
            yield _pause(replace(blank, block=block + 1), IntervalKind.GET_READY, ready)
        if not step.until_relief:
            yield from _blocks(blank, self.side)
            return
        yield replace(blank, kind=IntervalKind.OPEN, moves=step.moves, block=block + 2)
        name = step.otherwise or ""
        if other := self.others.get(name):
            switch, go_on, what = Consequence.SWITCH, Consequence.GO_ON, first_step(other).name
            offer = Question(Query.OTHERWISE, what, OFFER_WAIT, switch, go_on, go_on, routine=name)
            yield replace(blank, kind=IntervalKind.QUESTION, question=offer, block=block + 3)

    def _check(self, ask: Ask, number: int) -> Question | None:
        """The routine's own question; none where yes leads to what this person can't do, unless it guards steps.

        One that guards steps is asked all the same: a yes then leaves them out.
        """
        signs, target = ask.if_yes == SIGNS, _key(self.routine, ask)
        last = self._last_guarded(number, ask) if ask.unanswered is Unanswered.SKIP else number
        silent = Consequence.SKIP if last > number else Consequence.GO_ON
        yes = Consequence.SIGNS if signs else Consequence.SWITCH if target in self.others else silent
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
            guards_to=last,
            words=(ask.yes, ask.no),
            means=ask.means,
            call=ask.call,
        )

    def _last_guarded(self, number: int, ask: Ask) -> int:
        """The last step that a question guards, of those that are left; its own number where it guards none."""
        within = [one for one in self.steps if number < one.number <= number + ask.guards]
        rounds = {one.step.rounds for one in within} - {None}  # left out as a whole
        return max((one.number for one in self.steps if one in within or one.step.rounds in rounds), default=number)


@dataclass(frozen=True, slots=True)
class _Turn:
    adapted: AdaptedStep
    rest: int
    """Seconds of rest after it."""
    round: int | None = None


def _turns(steps: tuple[AdaptedStep, ...]) -> Iterator[_Turn]:
    """The steps in the order in which they are done, round by round, with the rest after each but the last."""
    last = len(steps) - 1
    for rounds, group in groupby(enumerate(steps), key=lambda one: one[1].step.rounds):
        together = list(group)
        times = rounds.times if rounds else 1
        for nth in range(1, times + 1):
            for place, adapted in together:
                again = nth < times
                rest = 0 if place == last and not again else adapted.step.rest_after
                if rounds and again and place == together[-1][0]:
                    rest = rounds.rest or rest
                yield _Turn(adapted, rest, nth if rounds else None)


def _blocks(blank: Interval, side: Side | None) -> Iterator[Interval]:
    """Repetitions, sets and sides, with rests between sets and time to change sides; never one at the end."""
    step = blank.step
    block = blank.block + 2
    previous: tuple[Side | None, int] | None = None
    for now_side, nth_set in _sets(step, side):
        here = replace(blank, side=now_side, set=nth_set)
        if previous is not None:
            pause, length = _between(step, other_side=previous[0] != now_side, other_set=previous[1] != nth_set)
            block += 1
            if length:
                yield _pause(replace(here, block=block), pause, length)
                block += 1
        yield from _repetitions(replace(here, block=block), side)
        previous = now_side, nth_set


def _between(step: Step, *, other_side: bool, other_set: bool) -> tuple[IntervalKind, int]:
    """What is between two sets, and for how many seconds: a rest, or the time to change sides where there is none."""
    changes = {Sides.EACH: other_side, Sides.EACH_SET: not (other_set and step.rest), Sides.ALTERNATING: not step.rest}
    if changes.get(step.sides, False):
        return IntervalKind.CHANGE, step.change
    return IntervalKind.REST, step.rest


def _repetitions(here: Interval, side: Side | None) -> Iterator[Interval]:
    step = here.step
    if step.until_done:
        moves = step.moves or (Move(step.name, REPETITION if here.repetitions > 1 else AT_ONES_PACE),)
        both = Side.BOTH if step.sides is Sides.ALTERNATING else here.side
        yield replace(here, kind=IntervalKind.OWN_PACE, side=both, moves=moves)
        return
    started = False
    for nth in range(1, here.repetitions + 1):
        for now_side in _sides(step, side) if step.sides is Sides.ALTERNATING else (here.side,):
            if started and step.sides is Sides.ALTERNATING and step.change:
                yield _pause(replace(here, side=now_side, repetition=nth), IntervalKind.CHANGE, step.change)
            for move in step.moves:
                yield replace(here, side=now_side, repetition=nth, moves=(move,))
            started = True


def _sets(step: Step, side: Side | None) -> Iterator[tuple[Side | None, int]]:
    """Side by side, set by set, or set by set on each side; an alternating step has both sides within each set."""
    sides, sets = _sides(step, side), range(1, len(step.in_sets) + 1)
    if step.sides is Sides.EACH_SET:
        yield from ((now_side, nth) for nth in sets for now_side in sides)
    else:
        sides = sides[:1] if step.sides is Sides.ALTERNATING else sides
        yield from ((now_side, nth) for now_side in sides for nth in sets)


def _sides(step: Step, side: Side | None) -> tuple[Side | None, ...]:
    first = side if side in (Side.LEFT, Side.RIGHT) else None
    match step.sides:
        case Sides.AFFECTED:
            return (first or Side.AFFECTED,)
        case Sides.EACH | Sides.EACH_SET | Sides.ALTERNATING:
            start = first or Side.LEFT
            return (start, start.other)
        case Sides.LEFT | Sides.RIGHT | Sides.BOTH:
            return (Side(step.sides.value),)
        case Sides.NONE:
            return (None,)


def _pause(here: Interval, kind: IntervalKind, seconds: int) -> Interval:
    return replace(here, kind=kind, moves=(Move(kind.value, seconds),))


def _has_steps(adapted: AdaptedSteps, branch: str) -> bool:
    return any(kept.step.when == branch and kept.step.ask is None for kept in adapted.steps)


def _key(routine: Routine, ask: Ask) -> str:
    """The name in `Plan.others` of what a yes leads to; a branch is never taken for a routine of its name."""
    return f"{routine.name}:{ask.if_yes}" if ask.if_no else ask.if_yes
