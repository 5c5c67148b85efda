"""What is said of a session, and when: all of it follows from the plan and the events, with no clock and no speaker.

What must be heard in its moment comes first. How to do it fills the time that is left, a sentence at a time, and waits
for the next moment that has some. Nothing is said that is not over before the next that is said.
"""

from collections import deque
from collections.abc import Callable, Iterable, Iterator
from dataclasses import dataclass, replace
from enum import Enum, auto

from uncramp.domain import events as ev
from uncramp.domain.own_keys import OwnKeys, shown
from uncramp.domain.plan import Answer, Interval, IntervalKind, Plan, Query, Question
from uncramp.domain.planner import first_step
from uncramp.domain.position import COUNTDOWN_MS, SOON_FROM_MS, SOON_MS, Position
from uncramp.domain.routine import Move, Part, Side
from uncramp.domain.session_state import Phase
from uncramp.guidance.actions import NO, OFFER, YES, Alarm, alarm_of, answer_key
from uncramp.guidance.answers import without_answer
from uncramp.guidance.finish import praise
from uncramp.guidance.view import BRIEF_MS, capital, cautions_of, next_words, seconds_left, step_ends
from uncramp.i18n import _, plural
from uncramp.sound.cues import EACH, Cue, Moment, interval_before
from uncramp.sound.spoken import length_ms, phrases, spoken
from uncramp.words.session import counts_of, happened, move_name, side_name, spoken_time

MARGIN_MS = 100
"""What is left between the end of what is said and the next that is said."""

LONGEST_READY_S = 30
"""The longest time to listen before a step. Our choice."""

_OPENING_MS = 1_000
"""How long it may take until the first picture stands, and the first words are said."""

_TIMED_S = 5
"""Moves from this length on, in seconds, are said with their time."""

_SLOW_S = 10
"""Repetitions from this length on, in seconds, are each counted."""


class Weight(Enum):
    """What a sentence comes of. A new one always cuts off the one before, but no clock cuts off whom to call."""

    CLOCK = auto()
    PERSON = auto()
    """The person has done something: they hear at once what comes of it."""
    CARD = auto()
    """Whom to call."""


@dataclass(frozen=True, slots=True)
class Utterance:
    """What is said at once."""

    words: str
    """Fit for a speaker."""
    shown: tuple[str, ...]
    """The same as the screen has it, a phrase each."""
    at: int
    """When it is to be said, in milliseconds on the session's clock."""
    latest: int | None
    """The latest begin at which it is over in time; `None` where nothing follows by itself."""
    weight: Weight

    @property
    def length(self) -> int:
        return length_ms(self.words)


@dataclass(frozen=True, slots=True)
class _Piece:
    """A sentence that may be said now."""

    words: str
    rank: int = 0
    """The smaller, the sooner it is taken where there is no time for all."""


class Speech:
    """Keeps in mind what was said of a step, and what is still to be said."""

    def __init__(self, card: Callable[[Alarm], str], own: OwnKeys = ()) -> None:
        """Start with nothing said; `card` gives the words of a warning, `own` are the person's own keys."""
        self._card, self._own = card, own
        self._step: tuple[str, int] | None = None
        self._side: Side | None = None
        self._later: deque[str] = deque()
        self._relieved = False
        self._taken: list[tuple[int, str]] = []
        self._saying: list[tuple[int, str]] = []
        """What is being said of how to do it, a phrase each, and when each is over."""

    def say(self, moment: Moment) -> Utterance | None:
        """What is said of what has happened; nothing where there is nothing to say, or no time for it.

        What of how to do it is cut off by this is said again later.
        """
        cut = [phrase for over_at, phrase in self._saying if over_at > moment.now]
        self._later.extendleft(reversed(cut))
        utterance = self._utterance(moment)
        if utterance is None:
            self._later = deque(list(self._later)[len(cut) :])
        else:
            self._saying = [(utterance.at + over, phrase) for over, phrase in self._taken]
        return utterance

    def _utterance(self, moment: Moment) -> Utterance | None:
        self._taken = []
        if moment.words:
            urgent = moment.cue is Cue.URGENT
            weight = Weight.CARD if urgent else Weight.PERSON
            return _said_now(moment, moment.words, None, weight, calls=urgent)
        alarm = next(filter(None, map(alarm_of, moment.events)), None)
        if alarm is not None:
            return _said_now(moment, phrases(self._card(alarm)), None, Weight.CARD, calls=True)
        for event in moment.events:
            self._relieved = (self._relieved or isinstance(event, ev.Relief)) and not isinstance(event, ev.CameBack)
        pieces = [_Piece(words) for words in self._news(moment)]
        if moment.phase is Phase.FINISHED:
            pieces += map(_Piece, self._end(moment))
        elif moment.phase is Phase.STOPPED:
            return None
        elif not moment.events:
            pieces += self._here(moment.position, begun=True)
        elif any(isinstance(event, ev.IntervalStarted | ev.MoveStarted | ev.Undone) for event in moment.events):
            pieces += self._here(moment.position)
        elif any(isinstance(event, ev.Resumed) for event in moment.events):
            pieces += self._again(moment.position)
        paused = any(isinstance(event, ev.Paused) for event in moment.events)
        if moment.phase in (Phase.PAUSED, Phase.AWAY) and (pieces or paused):
            pieces.append(_Piece(_("Paused.")))
        room = _room(moment.position) if moment.phase is Phase.RUNNING else None
        by_person = not moment.events or any(isinstance(event, _BY_PERSON) for event in moment.events)
        weight = Weight.PERSON if by_person else Weight.CLOCK
        return _said_now(moment, self._chosen(pieces, room), room, weight)

    def _chosen(self, pieces: list[_Piece], room: int | None) -> list[str]:
        """What there is time for, in its order; then as much as can be said of what waits."""
        taken: set[int] = set()
        for nth, _one in sorted(enumerate(pieces), key=lambda pair: pair[1].rank):
            words = [one.words for at, one in enumerate(pieces) if at in taken or at == nth]
            if _fits(words, room):
                taken.add(nth)
        chosen = [one.words for at, one in enumerate(pieces) if at in taken]
        while room is not None and chosen and self._later and _fits([*chosen, self._later[0]], room):
            chosen.append(self._later.popleft())
            self._taken.append((length_ms(_joined(chosen)), chosen[-1]))
        return chosen

    # What has happened.

    def _news(self, moment: Moment) -> Iterator[str]:
        for event in moment.events:
            if said := happened(event, moment.position.plan):
                yield said
            match event:
                case ev.Resumed():
                    yield _("Going on.")
                case ev.SecondsLeft(seconds=seconds) if seconds * 1000 == SOON_MS:
                    yield _left(seconds)
                    yield next_words(moment.position)

    def _end(self, moment: Moment) -> Iterator[str]:
        if not moment.position.plan.measures_cramp:
            yield praise(moment.position.plan, moment.played_ms)
        elif not self._relieved:  # of relief the page speaks that asks about the cramp
            yield _("Has the cramp stopped?")
            words = ((YES, _("It's stopped.")), (NO, _("Not yet.")))
            yield " ".join(self._key(command.typed[0], told) for command, told in words)

    # Where the person is.

    def _here(self, position: Position, *, begun: bool = False) -> Iterator[_Piece]:
        """What to do here; where it has begun before anybody listened, the step comes behind the move."""
        interval, step = position.interval, position.interval.step
        fresh = self._step != (position.plan.routine, interval.number)
        if fresh:
            self._step = position.plan.routine, interval.number
            self._side = None
            self._later = deque([*(phrases(step.say) if begun else ()), *_how(position), *self._keys_of(position)])
        if interval.question is not None:
            yield from self._asked(position, interval.question)
            return
        if not begun and not _is_said(position):
            return
        ready = interval.kind in (IntervalKind.GET_READY, IntervalKind.OPEN)
        if fresh and step.name.casefold() not in step.say.casefold():
            yield _Piece(step.name, 4)
        if fresh and not begun and (ready or not _comes_ready(position)):
            yield from (_Piece(words) for words in phrases(step.say))
        yield from self._moving(position)

    def _moving(self, position: Position) -> Iterator[_Piece]:
        """The move, its side, its time, its count, and what comes when it is over."""
        interval, move = position.interval, position.move
        side = side_name(interval.side, position.plan.part) if interval.side is not self._side else ""
        own = interval.say(move) if move.say else ""
        if interval.kind is not IntervalKind.GET_READY:
            yield from map(_Piece, phrases(own) if own else [_move(position)])
        if side:
            self._side = interval.side
            yield _Piece(side, 1)
        if _is_timed(interval, move):
            left = seconds_left(position)
            yield _Piece(_left(left) if left < move.seconds else spoken_time(left), 2)
        if counted := _counts(position):
            yield _Piece(counted, 3)
        ends = position.length < SOON_FROM_MS and step_ends(position)  # of a longer one other words say so
        if interval.kind in (IntervalKind.REST, IntervalKind.CHANGE) or ends:
            yield _Piece(next_words(position), 5)

    def _again(self, position: Position) -> Iterator[_Piece]:
        interval = position.interval
        if interval.question is not None:
            yield from self._asked(position, interval.question)
            return
        yield _Piece(_move(position))
        left = seconds_left(position)
        if left >= _TIMED_S and interval.kind is not IntervalKind.OWN_PACE:
            yield _Piece(_left(left), 1)

    def _asked(self, position: Position, question: Question) -> Iterator[_Piece]:
        match question.query:
            case Query.OPTIONAL:
                step = position.interval.step
                length = spoken_time(step.repetition_seconds * step.in_sets[0])
                yield _Piece(_("Optional: {name}, {time}").format(name=step.name, time=length))
            case Query.OTHERWISE:
                yield _Piece(_("Still cramping?"))
                yield _Piece(_("Try this: {step}").format(step=question.text))
            case Query.CHECK:
                yield from map(_Piece, phrases(question.text))
        yes, no = question.words
        words = {Answer.YES: yes or _("Yes"), Answer.NO: no or _("No"), Answer.UNSURE: _("Not sure")}
        for answer, said in words.items():
            if question.consequence(answer) is not None:
                yield _Piece(self._key(answer_key(question, answer), _("{words}.").format(words=said.rstrip("."))), 1)
        yield _Piece(without_answer(position, question), 2)

    # Keys.

    def _keys_of(self, position: Position) -> Iterator[str]:
        """What a person in pain may want to do, and with which key."""
        interval = position.interval
        if interval.kind is IntervalKind.OPEN:
            yield _("Enter: it's stopped.")
            other = position.plan.other(interval.step.otherwise or "")
            if other is not None:
                yield self._key(OFFER.typed[0], _("{words}.").format(words=first_step(other).name))

    def _key(self, key: str, words: str) -> str:
        return _("{key}: {words}").format(key=shown(self._own, key).upper(), words=words)


_BY_PERSON = (
    ev.Paused, ev.Resumed, ev.Undone, ev.MoreTime, ev.SideChanged, ev.Relief, ev.CameBack, ev.Switched, ev.WentAway,
)  # fmt: skip


def time_to_listen(plan: Plan) -> Plan:
    """The plan with enough time to get ready before a step for a voice to say how it is done."""
    places = (Position(plan, index) for index in range(len(plan.intervals)))
    return replace(plan, intervals=tuple(map(_longer, places)))


def _longer(position: Position) -> Interval:
    interval, before_ms = position.interval, 0 if position.index else _OPENING_MS
    if interval.kind is not IntervalKind.GET_READY:
        return interval
    step, (move,) = interval.step, interval.moves
    words = _joined((step.name, step.say, *_how(position), side_name(interval.side, Part.LEG)))
    seconds = min(LONGEST_READY_S, -(-(before_ms + length_ms(words) + MARGIN_MS) // 1000))
    return replace(interval, moves=(replace(move, seconds=max(move.seconds, seconds)),))


def _how(position: Position) -> list[str]:
    """How it is done, and the caution that matters most: first where it is there for what is true of the person."""
    caution, _others, personal, _skipped = cautions_of(position.plan, position)
    how, care = phrases(position.interval.step.how), phrases(caution)
    return [*care, *how] if personal else [*how, *care]


def _said_now(
    moment: Moment, said: Iterable[str], room: int | None, weight: Weight, *, calls: bool = False
) -> Utterance | None:
    shown = tuple(said)
    words = _joined(shown, calls=calls)
    if not words:
        return None
    latest = None if room is None else moment.now + room - length_ms(words)
    return Utterance(words, shown, moment.now, latest, weight)


def _joined(said: Iterable[str], *, calls: bool = False) -> str:
    """Sentences for a speaker, each with its end; a part of one, which goes on in small letters, with a comma."""
    fit = [heard for one in said if (heard := spoken(one, calls=calls))]
    ends = ["," if behind[:1].islower() else "." for behind in (*fit[1:], "")]
    return " ".join(one if one[-1] in ".!?" else one + end for one, end in zip(fit, ends, strict=False))


def _fits(said: Iterable[str], room: int | None) -> bool:
    return room is None or length_ms(_joined(said)) + MARGIN_MS <= room


def _room(position: Position) -> int:
    """Milliseconds until the next that is said."""
    left = position.length - position.next_mark
    mark = position.length if left in COUNTDOWN_MS else position.next_mark
    room = mark - position.elapsed
    if mark < position.length:
        return room
    following = position.next_move()
    if following is not None:  # within what goes on until relief each move is said
        return room
    intervals = position.plan.intervals
    for index in range(position.index + 1, len(intervals)):
        if _is_said(Position(position.plan, index)):
            break
        room += intervals[index].longest * 1000
    return room


def _is_said(position: Position) -> bool:
    """Whether anything is said as an interval begins: of fast moves only the first, and those that are counted."""
    interval = position.interval
    first = interval.kind is not IntervalKind.MOVE or _move_before(position) is None
    return first or bool(_counts(position)) or position.length >= BRIEF_MS


def _move_before(position: Position) -> Interval | None:
    """The interval before, where it is a move of the same set on the same side."""
    before, here = interval_before(position), position.interval
    if before is None or before.kind is not IntervalKind.MOVE:
        return None
    return before if (before.number, before.set, before.side) == (here.number, here.set, here.side) else None


def _counts(position: Position) -> str:
    """Which set and repetition begins, where that is said."""
    interval, step = position.interval, position.interval.step
    if interval.kind is IntervalKind.OPEN:
        first = position.nth == 0 and position.turn > 1
        return _("{n} of up to {most}").format(n=position.turn, most=interval.turns) if first else ""
    if interval.kind is IntervalKind.OWN_PACE:
        times = [plural("{n} time", "{n} times", interval.repetitions)] if interval.repetitions > 1 else []
        return capital(", ".join([*counts_of(interval), *times]))
    if interval.kind is not IntervalKind.MOVE or interval.repetition is None:
        return capital(", ".join(counts_of(interval))) if interval.kind is IntervalKind.REST else ""
    before = _move_before(position)
    if before is not None and before.repetition == interval.repetition:
        return ""
    slow = step.repetition_seconds >= _SLOW_S
    counted = interval.repetition in (1, interval.repetitions) or interval.repetition % EACH == 0 or slow
    return capital(", ".join(counts_of(interval))) if counted else ""


def _is_timed(interval: Interval, move: Move) -> bool:
    return interval.kind not in (IntervalKind.GET_READY, IntervalKind.OWN_PACE) and move.seconds >= _TIMED_S


def _comes_ready(position: Position) -> bool:
    before = interval_before(position)
    return before is not None and before.kind is IntervalKind.GET_READY


def _move(position: Position) -> str:
    """The move, as the screen names it: moves that pass too fast by their step."""
    whole = position.interval.kind is IntervalKind.OWN_PACE
    brief = whole or (position.interval.kind is IntervalKind.MOVE and position.length < BRIEF_MS)
    name = position.interval.step.name if brief else move_name(position.interval, position.move.name)
    return capital(name)


def _left(seconds: int) -> str:
    return _("{time} left.").format(time=spoken_time(seconds))
