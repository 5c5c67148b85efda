"""A plan being played: where the person is now, by the clock that the session is told.

Every method takes `now`, in whole milliseconds on a clock that never stops and never jumps (the caller's: the domain
reads none), and answers with the events that happened up to then. Nothing counts down: where the person is follows
from when the move began, and each deadline is the one before plus a length, so an hour of play ends exactly on time
however irregular the ticks.
"""

from dataclasses import replace

from uncramp.domain import events as ev
from uncramp.domain.plan import Answer, Consequence, IntervalKind, Plan, Query
from uncramp.domain.position import COUNTDOWN_MS, SOON_MS, Position
from uncramp.domain.session_state import Phase, SessionState, Snapshot

URGENT_MS = 600_000
"""After ten minutes in pain the person is told to call today. Source: NHS (E1), NHS inform (E2)."""

GAP_MS = 10_000
"""A longer time between two calls means that the person was not there: the lid was closed, or the program stopped.

In a shorter one the machine had too much to do: the person went on with the move, and so does the session. Our own
choice: a busy machine stood still for three to four seconds.
"""

_BARELY_MS = 2_000
"""How long into a block "back" goes to the one before."""

MORE_SECONDS = 10
"""What "more time" adds to the move."""
_RUN_MS = 1_000
"""More time that is asked for again within this time, in milliseconds, is one change."""
_UNDO_DEPTH = 100


class Session(SessionState):
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
        auto: bool = False,
    ) -> None:
        """Get ready to play. Times are milliseconds on the session's clock; the start of first aid begins a cramp.

        Args:
            plan: what to play.
            cramp_began: when the cramp began, where it did before this session.
            relieved_at: when it eased, where it did before this session.
            eased: how long there was no pain since it began.
            cleared: the questions for a warning sign that were answered with no in this cramp.
            first: the index of the interval to start at.
            played: what was played before, where this goes on with what was cut off.
            auto: whether it goes on by itself where a person would only say so: an optional step is left out.
        """
        super().__init__(Position(plan), played_ms=played, cramp_began=cramp_began, relieved_at=relieved_at)
        self.eased_ms, self.cleared, self.auto = eased, cleared, auto
        self._first = first
        self._urgent = self._finished_by_key = False
        self._offered: set[tuple[str, int]] = set()
        self._undo: list[tuple[ev.Act, Snapshot]] = []
        self._before: Snapshot | None = None
        self._more_at: int | None = None
        """When more time was asked for, if nothing else has been done since."""
        self._events: list[ev.Event] = []

    def again(self) -> "Session":
        """The same plan once more, from its start; a cramp that goes on is the same one."""
        if self.cramp_began is None or self.relieved:
            return Session(self.plan, auto=self.auto)
        return self._of_this_cramp(self.eased_ms, first=0)

    def returned(self, now: int, relieved_at: int) -> "Session":
        """The same plan for the same cramp, which is back after it had eased: from the step that goes on until relief."""
        return self._of_this_cramp(self.eased_ms + max(0, now - relieved_at), first=self.plan.help_again)

    def _of_this_cramp(self, eased: int, *, first: int) -> "Session":
        began, cleared = self.cramp_began, self.cleared
        return Session(self.plan, cramp_began=began, eased=eased, cleared=cleared, first=first, auto=self.auto)

    @property
    def can_undo(self) -> bool:
        return bool(self._undo) and (self.phase is not Phase.FINISHED or self._finished_by_key)

    def next_due(self) -> int | None:
        """When something next happens by itself, in milliseconds on the session's clock."""
        dues = []
        waits = self.position.interval.kind is IntervalKind.OWN_PACE and not self.auto if self.interval else False
        if self.phase is Phase.RUNNING and not waits:
            dues.append(self.seen - self.position.elapsed + self.position.next_mark)
        if self.cramping and not self._urgent and self.cramp_began is not None:
            # Overdue is now, not in the past.
            dues.append(max(self.cramp_began + self.eased_ms + URGENT_MS, self.seen))
        return min(dues, default=None)

    # What the person does, and the clock. Each answers with the events.

    def start(self, now: int) -> list[ev.Event]:
        """Begin. A first-aid session starts the cramp clock."""
        if self.phase is Phase.READY:
            self.seen = now
            if self.plan.measures_cramp and self.cramp_began is None:
                self.cramp_began = now
            self.phase = Phase.RUNNING
            self._say(ev.Started(now))
            self._enter(self.position.resumed_at(self._first), now)
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
        if self._begin_change(now):
            self._resume()
        return self._told()

    def next(self, now: int) -> list[ev.Event]:
        """Done with this: go on to the next block. A question stays unanswered."""
        if self._begin_change(now):
            self._resume()  # a pause belongs to where it was made
            if self.position.interval.question:
                self._answer(Answer.NONE)
            else:
                self._enter(self.position.at(self.plan.after_block(self.position.index)), self.seen)
        return self._end_change(ev.Act.NEXT)

    def back(self, now: int) -> list[ev.Event]:
        """Go to the start of this block or, from its first seconds, of the one before."""
        if self._begin_change(now):
            first = self.plan.first_of_block(self.position.index)
            barely = self.position.elapsed + self.position.before < _BARELY_MS
            if first == self.position.index and barely:
                first = self.position.start_before
                self._resume()
            self._go_to(self.position.at(first), self.seen)
        return self._end_change(ev.Act.BACK)

    def relief(self, now: int) -> list[ev.Event]:
        """The cramp has eased: its clock stops, and what is for the cramp itself ends, with what is offered after it."""
        if self._begin_change(now):
            if self.cramping and self.cramp_began is not None:
                self.relieved_at = self.seen
                self._say(ev.Relief(self.seen, self.seen - self.cramp_began))
            offer = self.question is not None and self.question.query is Query.OTHERWISE
            if self.position.interval.kind is IntervalKind.OPEN or offer:
                self._resume()
                self._leave_step()
            elif self.is_needless(self.position):
                self._resume()
                self._enter(self.position, self.seen)
        return self._end_change(ev.Act.RELIEF)

    def come_back(self, now: int) -> list[ev.Event]:
        """The cramp is back: its clock goes on, and so does the step that goes on until relief, from its beginning."""
        if self._begin_change(now) and self.may_return and self.relieved_at is not None:
            self.eased_ms += self.seen - self.relieved_at
            self.relieved_at = None
            self._say(ev.CameBack(self.seen))
            self._resume()
            self._enter(self.position.at(self.plan.help_again), self.seen)
        return self._end_change(ev.Act.RETURN)

    def answer(self, now: int, answer: Answer) -> list[ev.Event]:
        """Answer the question that is asked now; anything else but its answers changes nothing."""
        if self.question is None or self.question.consequence(answer) is None:
            return self.tick(now)
        asked = self.position.index
        # The question's time may have been over just before the key.
        if self._begin_change(now) and self.position.index == asked:
            self._resume()
            self._answer(answer)
        return self._end_change(ev.Act.ANSWER)

    def take_offer(self, now: int) -> list[ev.Event]:
        if self._begin_change(now) and (name := self.offer):
            self._resume()
            self._switch(name)
        return self._end_change(ev.Act.OFFER)

    def worse(self, now: int) -> list[ev.Event]:
        """It is getting worse: stand still, and let the person see the warning signs."""
        if self._begin_change(now):
            self._pause()
            self._say(ev.Worse(self.seen))
        return self._told()

    def other_side(self, now: int) -> list[ev.Event]:
        """Mirror the plan. Time goes on where it was."""
        if self._begin_change(now):
            self.position = replace(self.position, plan=self.plan.other_side())
            self._say(ev.SideChanged(self.seen, self.position.interval.side))
        return self._end_change(ev.Act.SIDE)

    def more_time(self, now: int) -> list[ev.Event]:
        """Make the move ten seconds longer; a question waits as much longer. A run of it is one change to undo.

        At one's own pace there is always time enough.
        """
        last = self._more_at
        if self._begin_change(now) and self.position.interval.kind is not IntervalKind.OWN_PACE:
            if last is not None and self.seen - last <= _RUN_MS:
                _act, self._before = self._undo.pop()
            position = self.position
            cued = max(position.cued, position.elapsed)  # the new length must not bring up cues of the past
            self.position = replace(position, extra=position.extra + MORE_SECONDS * 1000, cued=cued)
            self._say(ev.MoreTime(self.seen, MORE_SECONDS))
            self._more_at = self.seen
        return self._end_change(ev.Act.MORE)

    def undo(self, now: int) -> list[ev.Event]:
        """Take back the last thing that the person did; the position is again exactly what it was."""
        self._advance(now)
        if self.can_undo:
            self.seen = max(now, self.seen)
            self._more_at = None
            act, snapshot = self._undo.pop()
            self.position, self.phase = snapshot.position, snapshot.phase
            self.relieved_at, self.ended_at = snapshot.relieved_at, None
            self.eased_ms, self.cleared = snapshot.eased_ms, snapshot.cleared
            self._say(ev.Undone(self.seen, act))
        return self._told()

    def stop(self, now: int) -> list[ev.Event]:
        if self._begin_change(now):
            self._end(Phase.STOPPED)
        return self._end_change(ev.Act.STOP)

    # How it works.

    def _say(self, event: ev.Event) -> None:
        self._events.append(event)

    def _told(self) -> list[ev.Event]:
        told, self._events = self._events, []
        return told

    def _begin_change(self, now: int) -> bool:
        """Bring the session up to now; whether it is being played, so that the person can change something."""
        self._advance(now)
        playing = self.phase is not Phase.READY and not self.phase.over
        self._more_at = None
        self._before = self.snapshot() if playing else None
        return playing

    def _end_change(self, act: ev.Act) -> list[ev.Event]:
        """Let undo take back what has changed since `_begin_change`, if anything has."""
        if self._before is not None and self._before != self.snapshot():
            self._undo = [*self._undo[1 - _UNDO_DEPTH :], (act, self._before)]
            self._finished_by_key = self.phase is Phase.FINISHED
        return self._told()

    def _advance(self, now: int) -> None:
        """Let everything happen that is due by now, in order; a gap since the last call is no play."""
        if self.phase is Phase.READY or self.phase.over:
            return
        now = max(now, self.seen)
        if self.phase is Phase.RUNNING and now - self.seen > GAP_MS:
            self.phase = Phase.AWAY
            self._say(ev.WentAway(self.seen, now - self.seen))
        while (due := self.next_due()) is not None and due <= now:
            self._happen(due)
        self._pass(now)

    def _pass(self, now: int) -> None:
        if self.phase is Phase.RUNNING:
            passed = now - self.seen
            self.position = replace(self.position, elapsed=self.position.elapsed + passed)
            if self.position.interval.kind is not IntervalKind.QUESTION:
                self.played_ms += passed
        self.seen = max(now, self.seen)

    def _happen(self, due: int) -> None:
        self._pass(due)
        if self.cramping and not self._urgent and (self.pain_ms(due) or 0) >= URGENT_MS:
            self._urgent = True
            self._say(ev.UrgentHelp(due))
            behind = self.plan.after_step(self.position.index, self.position.interval.number)
            # A pause finishes nothing; and who is away comes back to where they were.
            paused = self.phase is Phase.PAUSED and behind < len(self.plan.intervals)
            leaves = self.phase is Phase.RUNNING or paused
            if leaves and self.position.interval.kind is IntervalKind.OPEN:
                self._leave_step()
        elif self.position.elapsed >= self.position.length:
            self._end_move(due)
        else:
            self._cue(due)

    def _cue(self, due: int) -> None:
        position = self.position
        left = position.length - position.elapsed
        self.position = replace(position, cued=position.elapsed)
        if left in COUNTDOWN_MS or left == SOON_MS:
            self._say(ev.SecondsLeft(due, position.move, left // 1000))
        else:
            self._say(ev.Halfway(due, position.move))

    def _end_move(self, due: int) -> None:
        position = self.position
        if position.interval.question:
            self._answer(Answer.NONE)
        elif following := position.next_move():
            self.position = following
            self._say(ev.MoveStarted(due, following.interval, following.move, following.turn))
            self._offer_once(due)
        else:
            if position.interval.kind is IntervalKind.OPEN:
                self._say(ev.CapReached(due, position.interval))
            self._enter(position.at(position.index + 1), due)

    def _offer_once(self, due: int) -> None:
        here = self.plan.routine, self.position.index
        if self.offer and here not in self._offered:
            self._offered.add(here)
            self._say(ev.Offered(due, self.offer))

    def _enter(self, position: Position, at: int) -> None:
        """Go to the start of an interval; on past what need not be asked, or done, any more."""
        while self.is_needless(position):
            position = position.taking_in()
        self._go_to(position, at)
        if self.auto and self.question is not None and self.question.query is Query.OPTIONAL:
            self._answer(Answer.NONE)

    def _go_to(self, position: Position, at: int) -> None:
        self.position = position
        if position.index >= len(position.plan.intervals):
            self._end(Phase.FINISHED)
            return
        self._say(ev.IntervalStarted(at, position.index, position.interval))
        if position.interval.moves:
            self._say(ev.MoveStarted(at, position.interval, position.move, position.turn))
            self._offer_once(at)

    def _leave_step(self) -> None:
        position = self.position
        self._enter(position.at(self.plan.after_step(position.index, position.interval.number)), self.seen)

    def _answer(self, answer: Answer) -> None:
        question = self.position.interval.question
        consequence = question.consequence(answer) if question else None
        if question is None or consequence is None:
            return
        self._say(ev.Answered(self.seen, self.position.interval, answer))
        if question.yes is Consequence.SIGNS:
            # Asked once in a cramp, unless somebody goes back to it.
            self.cleared = (self.cleared | {question.text}) if answer is Answer.NO else self.cleared - {question.text}
        match consequence:
            case Consequence.GO_ON:
                self._enter(self.position.taking_in(), self.seen)
            case Consequence.SKIP:
                self._skip(question.guards_to, answer)
            case Consequence.SIGNS:
                self._say(ev.SignsNeeded(self.seen, question))
                self._end(Phase.STOPPED)
            case Consequence.SWITCH:
                self._switch(question.routine)

    def _skip(self, last: int, answer: Answer) -> None:
        target = self.plan.after_guarded(self.position.index, last)
        skipped = self.plan.intervals[self.position.index : target]
        optional = self.question is not None and self.question.query is Query.OPTIONAL
        for name in dict.fromkeys(one.step.name for one in skipped if one.kind is not IntervalKind.QUESTION):
            self._say(ev.StepLeftOut(self.seen, name, answer, optional))
        self._enter(self.position.leaving_out(target), self.seen)

    def _switch(self, name: str) -> None:
        if other := self.plan.other(name):
            self._say(ev.Switched(self.seen, name))
            self._enter(Position(other), self.seen)

    def _pause(self) -> None:
        if self.phase in (Phase.RUNNING, Phase.AWAY):
            self.phase = Phase.PAUSED
            self._say(ev.Paused(self.seen))

    def _resume(self) -> None:
        if self.phase in (Phase.PAUSED, Phase.AWAY):
            self.phase = Phase.RUNNING
            self._say(ev.Resumed(self.seen))

    def _end(self, phase: Phase) -> None:
        self.phase = phase
        self.ended_at = self.seen
        self._say(ev.Finished(self.seen) if phase is Phase.FINISHED else ev.Stopped(self.seen))
