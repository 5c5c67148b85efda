"""A plan being played: where the person is now, by the clock that the session is told.

Every method takes `now`, in whole milliseconds on a clock that never stops and never jumps (the caller's: the domain
reads none), and answers with the events that happened up to then. Nothing counts down: where the person is follows
from when the move began, and each deadline is the one before plus a length, so an hour of play ends exactly on time
however irregular the ticks.
"""

from dataclasses import dataclass, replace
from enum import StrEnum

from uncramp.domain import events as ev
from uncramp.domain.plan import Answer, Consequence, Interval, IntervalKind, Plan, Query, Question
from uncramp.domain.position import COUNTDOWN_MS, SOON_MS, Position

URGENT_MS = 600_000
"""After ten minutes in pain the person is told to call today. Source: NHS (E1), NHS inform (E2)."""

RETURN_MS = 900_000
"""A cramp that is back within fifteen minutes of relief is the same cramp. Our own choice."""

GAP_MS = 2_000
"""A longer time between two calls means that the person was not there."""

MORE_SECONDS = 10
"""What "more time" adds to the move."""

_UNDO_DEPTH = 100


class Phase(StrEnum):
    """What a session is doing. From `STOPPED`, and where a key has `FINISHED` it, only undo leads back."""

    READY = "ready"
    RUNNING = "running"
    PAUSED = "paused"
    AWAY = "away"
    FINISHED = "finished"
    STOPPED = "stopped"

    @property
    def over(self) -> bool:
        """Whether the session is at its end."""
        return self in (Phase.FINISHED, Phase.STOPPED)


@dataclass(frozen=True, slots=True)
class Snapshot:
    """What an undo goes back to."""

    position: Position
    phase: Phase
    relieved_at: int | None
    eased: int
    cleared: frozenset[str]


class Session:
    """Plays one plan."""

    def __init__(
        self,
        plan: Plan,
        *,
        cramp_began: int | None = None,
        relieved_at: int | None = None,
        eased: int = 0,
        cleared: frozenset[str] = frozenset(),
        first: int = 0,
        played: int = 0,
    ) -> None:
        """Get ready to play.

        Args:
            plan: what to play.
            cramp_began: when the cramp began, in milliseconds on the session's clock, where it began before this
                session; otherwise the start of a first-aid session counts.
            relieved_at: when it eased, where it did before this session.
            eased: milliseconds without pain since it began.
            cleared: the questions for a warning sign that were answered with no in this cramp.
            first: the index of the interval to start at.
            played: milliseconds that were played before, where this goes on with what was cut off.
        """
        self._position = Position(plan)
        self._phase = Phase.READY
        self._seen = 0
        self._played = played
        self._cramp_began = cramp_began
        self._relieved_at = relieved_at
        self._eased = eased
        self._first = first
        self._ended_at: int | None = None
        self._urgent = False
        self._offered: set[tuple[str, int]] = set()
        self._cleared = cleared
        self._undo: list[Snapshot] = []
        self._finished_by_key = False
        self._before: Snapshot | None = None
        self._events: list[ev.Event] = []

    # How it is now.

    @property
    def plan(self) -> Plan:
        """The plan as it is now: mirrored, or another one, if the person asked for it."""
        return self._position.plan

    @property
    def phase(self) -> Phase:
        """What the session is doing."""
        return self._phase

    @property
    def position(self) -> Position:
        """Where the person was at the last call."""
        return self._position

    @property
    def interval(self) -> Interval | None:
        """The interval that is being played, `None` behind the last."""
        return self._position.interval if self._position.index < len(self.plan.intervals) else None

    @property
    def question(self) -> Question | None:
        """The question that waits for an answer."""
        return self.interval.question if self.interval else None

    @property
    def played_ms(self) -> int:
        """Time played in all, in milliseconds. Pauses and gaps are no play; nor is waiting for an answer."""
        return self._played

    @property
    def remaining_ms(self) -> int:
        """What is left of the plan's timed intervals, in milliseconds."""
        if self.interval is None or self._phase.over:
            return 0
        after = self.plan.remaining(self._position.index + 1) * 1000
        timed = self.interval.seconds is not None
        return after + (self._position.length - self._position.elapsed if timed else 0)

    @property
    def relieved(self) -> bool:
        """Whether the person has said that the cramp has eased."""
        return self._relieved_at is not None

    @property
    def cramping(self) -> bool:
        """Whether the cramp clock runs."""
        return self._cramp_began is not None and not self.relieved and not self._phase.over

    def cramp_ms(self, now: int) -> int | None:
        """How long the cramp has lasted, in milliseconds; it runs on through pauses and gaps until relief."""
        if self._cramp_began is None:
            return None
        ends = [moment for moment in (self._relieved_at, self._ended_at) if moment is not None]
        return max(0, min(ends, default=max(now, self._seen)) - self._cramp_began)

    def pain_ms(self, now: int) -> int | None:
        """How long the person has been in pain, in milliseconds: the cramp without what lay between relief and return."""
        cramp = self.cramp_ms(now)
        return None if cramp is None else max(0, cramp - self._eased)

    @property
    def eased_ms(self) -> int:
        """How long there was no pain between relief and return, in milliseconds."""
        return self._eased

    @property
    def may_return(self) -> bool:
        """Whether the cramp has eased so short a while ago that it would be the same one if it was back."""
        relieved_at = self._relieved_at
        return relieved_at is not None and self._phase is not Phase.STOPPED and self._seen - relieved_at <= RETURN_MS

    def again(self) -> "Session":
        """The same plan once more, from its start; a cramp that goes on is the same one."""
        if self._cramp_began is None or self.relieved:
            return Session(self.plan)
        return Session(self.plan, cramp_began=self._cramp_began, eased=self._eased, cleared=self._cleared)

    def returned(self, now: int, relieved_at: int) -> "Session":
        """The same plan for the same cramp, which is back after it had eased: from the step that goes on until relief."""
        eased = self._eased + max(0, now - relieved_at)
        first = _first_help(self.plan)
        return Session(self.plan, cramp_began=self._cramp_began, eased=eased, cleared=self._cleared, first=first)

    @property
    def relieved_at(self) -> int | None:
        """When the cramp eased, in milliseconds on the session's clock."""
        return self._relieved_at

    @property
    def cramp_began(self) -> int | None:
        """When the cramp began, in milliseconds on the session's clock."""
        return self._cramp_began

    @property
    def offer(self) -> str | None:
        """The routine that can be switched to now because this step may not be helping."""
        interval = self.interval
        if interval is None or self._phase.over:
            return None
        if interval.question:
            return interval.question.routine if interval.question.query is Query.OTHERWISE else None
        step = interval.step
        after = (step.at_most or 0) if step.offer_after is None else step.offer_after
        if interval.sort is not IntervalKind.OPEN or self._position.round <= after or step.otherwise is None:
            return None
        return step.otherwise if self.plan.other(step.otherwise) else None

    @property
    def can_undo(self) -> bool:
        """Whether there is something to take back."""
        return bool(self._undo) and (self._phase is not Phase.FINISHED or self._finished_by_key)

    def next_due(self) -> int | None:
        """When something next happens by itself, in milliseconds on the session's clock."""
        dues = []
        if self._phase is Phase.RUNNING:
            dues.append(self._seen - self._position.elapsed + self._position.next_mark)
        if self.cramping and not self._urgent and self._cramp_began is not None:
            # Overdue is now, not in the past.
            dues.append(max(self._cramp_began + self._eased + URGENT_MS, self._seen))
        return min(dues, default=None)

    # What the person does, and the clock. Each answers with the events.

    def start(self, now: int, *, at: int | None = None) -> list[ev.Event]:
        """Begin, `at` the interval of this index. A first-aid session starts the cramp clock."""
        if self._phase is Phase.READY:
            self._seen = now
            if self.plan.measures_cramp and self._cramp_began is None:
                self._cramp_began = now
            self._phase = Phase.RUNNING
            self._say(ev.Started(now))
            self._enter(self._position.resumed_at(self._first if at is None else at), now)
        return self._told()

    def tick(self, now: int) -> list[ev.Event]:
        """Say what has happened by now."""
        self._advance(now)
        return self._told()

    def pause(self, now: int) -> list[ev.Event]:
        """Stand still. Pausing adds no time to the plan."""
        if self._begin_change(now):
            self._pause()
        return self._told()

    def resume(self, now: int) -> list[ev.Event]:
        """Go on after a pause or a gap."""
        if self._begin_change(now):
            self._resume()
        return self._told()

    def next(self, now: int) -> list[ev.Event]:
        """Done with this: go on to the next block. A question stays unanswered."""
        if self._begin_change(now):
            self._resume()  # a pause belongs to where it was made
            if self._position.interval.question:
                self._answer(Answer.NONE)
            else:
                self._enter(self._position.at(self.plan.after_block(self._position.index)), self._seen)
        return self._end_change()

    def back(self, now: int) -> list[ev.Event]:
        """Go to the start of this block or, from its first seconds, of the one before."""
        if self._begin_change(now):
            first = self.plan.first_of_block(self._position.index)
            barely = self._position.elapsed + self._position.before < GAP_MS
            if first == self._position.index and barely:
                first = self._position.start_before
                self._resume()
            self._go_to(self._position.at(first), self._seen)
        return self._end_change()

    def relief(self, now: int) -> list[ev.Event]:
        """The cramp has eased: its clock stops, and an open-ended step ends, with what is offered after it."""
        if self._begin_change(now):
            if self.cramping and self._cramp_began is not None:
                self._relieved_at = self._seen
                self._say(ev.Relief(self._seen, self._seen - self._cramp_began))
            offer = self.question is not None and self.question.query is Query.OTHERWISE
            if self._position.interval.sort is IntervalKind.OPEN or offer:
                self._resume()
                self._leave_step()
        return self._end_change()

    def come_back(self, now: int) -> list[ev.Event]:
        """The cramp is back: its clock goes on, and so does the step that goes on until relief, from its beginning."""
        if self._begin_change(now) and self.may_return and self._relieved_at is not None:
            self._eased += self._seen - self._relieved_at
            self._relieved_at = None
            self._say(ev.CameBack(self._seen))
            self._resume()
            self._go_to(self._position.at(_first_help(self.plan)), self._seen)
        return self._end_change()

    def answer(self, now: int, answer: Answer) -> list[ev.Event]:
        """Answer the question that is asked now; anything else but its answers changes nothing."""
        if self.question is None or self.question.consequence(answer) is None:
            return self.tick(now)
        asked = self._position.index
        # The question's time may have been over just before the key.
        if self._begin_change(now) and self._position.index == asked:
            self._resume()
            self._answer(answer)
        return self._end_change()

    def take_offer(self, now: int) -> list[ev.Event]:
        """Go over to the routine that is offered."""
        if self._begin_change(now) and (name := self.offer):
            self._resume()
            self._switch(name)
        return self._end_change()

    def worse(self, now: int) -> list[ev.Event]:
        """It is getting worse: stand still, and let the person see the warning signs."""
        if self._begin_change(now):
            self._pause()
            self._say(ev.Worse(self._seen))
        return self._told()

    def other_side(self, now: int) -> list[ev.Event]:
        """Mirror the plan. Time goes on where it was."""
        if self._begin_change(now):
            self._position = replace(self._position, plan=self.plan.other_side())
            self._say(ev.SideChanged(self._seen, self._position.interval.side))
        return self._end_change()

    def more_time(self, now: int) -> list[ev.Event]:
        """Make the move ten seconds longer; a question waits as much longer."""
        if self._begin_change(now):
            position = self._position
            cued = max(position.cued, position.elapsed)  # the new length must not bring up cues of the past
            self._position = replace(position, extra=position.extra + MORE_SECONDS * 1000, cued=cued)
            self._say(ev.MoreTime(self._seen, MORE_SECONDS))
        return self._end_change()

    def undo(self, now: int) -> list[ev.Event]:
        """Take back the last thing that the person did; the position is again exactly what it was."""
        self._advance(now)
        if self.can_undo:
            self._seen = max(now, self._seen)
            snapshot = self._undo.pop()
            self._position, self._phase = snapshot.position, snapshot.phase
            self._relieved_at, self._ended_at = snapshot.relieved_at, None
            self._eased, self._cleared = snapshot.eased, snapshot.cleared
            self._say(ev.Undone(self._seen))
        return self._told()

    def stop(self, now: int) -> list[ev.Event]:
        """Stop before the end."""
        if self._begin_change(now):
            self._end(Phase.STOPPED)
        return self._end_change()

    # How it works.

    def _say(self, event: ev.Event) -> None:
        self._events.append(event)

    def _told(self) -> list[ev.Event]:
        told, self._events = self._events, []
        return told

    def _begin_change(self, now: int) -> bool:
        """Bring the session up to now; whether it is being played, so that the person can change something."""
        self._advance(now)
        playing = self._phase is not Phase.READY and not self._phase.over
        self._before = self._snapshot() if playing else None
        return playing

    def _end_change(self) -> list[ev.Event]:
        """Let undo take back what has changed since `_begin_change`, if anything has."""
        if self._before is not None and self._before != self._snapshot():
            self._undo = [*self._undo[1 - _UNDO_DEPTH :], self._before]
            self._finished_by_key = self._phase is Phase.FINISHED
        return self._told()

    def _snapshot(self) -> Snapshot:
        return Snapshot(self._position, self._phase, self._relieved_at, self._eased, self._cleared)

    def _advance(self, now: int) -> None:
        """Let everything happen that is due by now, in order; a gap since the last call is no play."""
        if self._phase is Phase.READY or self._phase.over:
            return
        now = max(now, self._seen)
        if self._phase is Phase.RUNNING and now - self._seen > GAP_MS:
            self._phase = Phase.AWAY
            self._say(ev.WentAway(self._seen, now - self._seen))
        while (due := self.next_due()) is not None and due <= now:
            self._happen(due)
        self._pass(now)

    def _pass(self, now: int) -> None:
        if self._phase is Phase.RUNNING:
            passed = now - self._seen
            self._position = replace(self._position, elapsed=self._position.elapsed + passed)
            if self._position.interval.sort is not IntervalKind.QUESTION:
                self._played += passed
        self._seen = max(now, self._seen)

    def _happen(self, due: int) -> None:
        self._pass(due)
        if self.cramping and not self._urgent and (self.pain_ms(due) or 0) >= URGENT_MS:
            self._urgent = True
            self._say(ev.UrgentHelp(due))
            # Not in a pause, and not while the person is away.
            if self._phase is Phase.RUNNING and self._position.interval.sort is IntervalKind.OPEN:
                self._leave_step()
        elif self._position.elapsed >= self._position.length:
            self._end_move(due)
        else:
            self._cue(due)

    def _cue(self, due: int) -> None:
        position = self._position
        left = position.length - position.elapsed
        self._position = replace(position, cued=position.elapsed)
        if left in COUNTDOWN_MS or left == SOON_MS:
            self._say(ev.SecondsLeft(due, position.move, left // 1000))
        else:
            self._say(ev.Halfway(due, position.move))

    def _end_move(self, due: int) -> None:
        position = self._position
        if position.interval.question:
            self._answer(Answer.NONE)
        elif following := position.next_move():
            self._position = following
            self._say(ev.MoveStarted(due, following.interval, following.move, following.round))
            self._offer_once(due)
        else:
            if position.interval.sort is IntervalKind.OPEN:
                self._say(ev.CapReached(due, position.interval))
            self._enter(position.at(position.index + 1), due)

    def _offer_once(self, due: int) -> None:
        name = self.offer
        if name and (key := (self.plan.routine, self._position.index)) not in self._offered:
            self._offered.add(key)
            self._say(ev.Offered(due, name))

    def _enter(self, position: Position, at: int) -> None:
        """Go to the start of an interval; on past a warning sign that this cramp does not have."""
        while position.index < len(position.plan.intervals) and self._is_cleared(position):
            position = position.taking_in()
        self._go_to(position, at)

    def _is_cleared(self, position: Position) -> bool:
        question = position.interval.question
        return question is not None and question.yes is Consequence.SIGNS and question.text in self._cleared

    def _go_to(self, position: Position, at: int) -> None:
        self._position = position
        if position.index >= len(position.plan.intervals):
            self._end(Phase.FINISHED)
            return
        self._say(ev.IntervalStarted(at, position.index, position.interval))
        if position.interval.moves:
            self._say(ev.MoveStarted(at, position.interval, position.move, position.round))
            self._offer_once(at)

    def _leave_step(self) -> None:
        position = self._position
        self._enter(position.at(self.plan.after_step(position.index, position.interval.number)), self._seen)

    def _answer(self, answer: Answer) -> None:
        position = self._position
        question = position.interval.question
        consequence = question.consequence(answer) if question else None
        if question is None or consequence is None:
            return
        self._say(ev.Answered(self._seen, position.interval, answer))
        if question.yes is Consequence.SIGNS:
            # Asked once in a cramp, unless somebody goes back to it.
            self._cleared = (
                (self._cleared | {question.text}) if answer is Answer.NO else self._cleared - {question.text}
            )
        match consequence:
            case Consequence.GO_ON:
                self._enter(position.taking_in(), self._seen)
            case Consequence.SKIP:
                self._skip(question.guards_to, answer)
            case Consequence.SIGNS:
                self._say(ev.SignsNeeded(self._seen, question))
                self._end(Phase.STOPPED)
            case Consequence.SWITCH:
                self._switch(question.routine)

    def _skip(self, last: int, answer: Answer) -> None:
        position = self._position
        target = self.plan.after_step(position.index + 1, last)
        while inner := [one.question for one in self.plan.intervals[position.index + 1 : target] if one.question]:
            # A question that is left out has no answer: what it guards is left out, too.
            farthest = self.plan.after_step(target, max(one.guards_to for one in inner))
            if farthest == target:
                break
            target = farthest
        skipped = self.plan.intervals[position.index : target]
        names = (interval.step.name for interval in skipped if interval.sort is not IntervalKind.QUESTION)
        optional = self.question is not None and self.question.query is Query.OPTIONAL
        for name in dict.fromkeys(names):
            self._say(ev.StepLeftOut(self._seen, name, answer, optional))
        self._enter(position.leaving_out(target), self._seen)

    def _switch(self, name: str) -> None:
        other = self.plan.other(name)
        if other is not None:
            self._say(ev.Switched(self._seen, name))
            self._enter(Position(other), self._seen)

    def _pause(self) -> None:
        if self._phase in (Phase.RUNNING, Phase.AWAY):
            self._phase = Phase.PAUSED
            self._say(ev.Paused(self._seen))

    def _resume(self) -> None:
        if self._phase in (Phase.PAUSED, Phase.AWAY):
            self._phase = Phase.RUNNING
            self._say(ev.Resumed(self._seen))

    def _end(self, phase: Phase) -> None:
        self._phase = phase
        self._ended_at = self._seen
        self._say(ev.Finished(self._seen) if phase is Phase.FINISHED else ev.Stopped(self._seen))


def _first_help(plan: Plan) -> int:
    """The index of the first interval that goes on until relief, else of the first with something to do."""
    opened = (index for index, one in enumerate(plan.intervals) if one.sort is IntervalKind.OPEN)
    moving = (index for index, one in enumerate(plan.intervals) if one.moves)
    return next(opened, next(moving, 0))
