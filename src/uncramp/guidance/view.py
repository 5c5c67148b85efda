"""What a person is shown at one moment of a session: words and numbers, with no screen in sight.

Everything that shows a session, the screen and the plain lines alike, shows this.
"""

from collections.abc import Callable
from dataclasses import dataclass
from typing import NamedTuple

from uncramp.domain.adapt import ChangeKind
from uncramp.domain.duration import clock_face
from uncramp.domain.plan import Consequence, Interval, IntervalKind, Plan, Query, Question
from uncramp.domain.planner import first_step
from uncramp.domain.position import Position
from uncramp.domain.routine import Step
from uncramp.domain.session import Session
from uncramp.domain.session_state import Phase
from uncramp.guidance.actions import EASED, NEXT, enter_command
from uncramp.guidance.answers import AnswerChoice, choices_of, silence, without_answer
from uncramp.guidance.preview import FigureState, pictured
from uncramp.i18n import _
from uncramp.words.session import change_sentence, counts_of, move_name, short_time, side_name, spoken_time

MOVING_MS = 500
"""How often the bars move in a short move, in milliseconds. In a long one they move with the seconds."""

LONG_MS = 10_000
"""From what length on a move is long, in milliseconds."""

BRIEF_MS = 2_000
"""Moves shorter than this, in milliseconds, pass too fast to be read: the step's name stands for all of them."""

STANDING_MS = 1000
"""How often to look while it stands: the cramp clock goes on, and a gap has to be noticed."""


@dataclass(frozen=True, slots=True)
class Scene:
    """What is to be done at one moment."""

    name: str
    """The step's name."""
    headline: str
    """The biggest words: the move, or what is asked about."""
    say: str
    """What to do now, as a sentence."""
    how: str
    caution: str
    """The one that matters most."""
    cautions: tuple[str, ...]
    """The others, and what was changed for the person."""
    skipped: tuple[str, ...]
    """What was left out before, and why: no question is about it."""
    personal: bool
    """Whether the one that matters most is to be minded here for what is true of the person."""
    seconds: int
    """What is left: of the move, or of a set whose moves are brief; 0 at one's own pace."""
    of: str
    """For a question: what no answer leads to, as a sentence."""
    done: float | None
    """How much of that time is over, 0 to 1; `None` at one's own pace."""
    next: str
    next_short: str
    """The same with its time in figures."""
    enter: str
    """What Enter does."""
    enter_short: str = ""
    """The same without the name of a step."""
    partner: str = ""
    move: str = ""
    progress: str = ""
    """`Left leg · set 1 of 2 · 4 of 10`."""
    counted: str = ""
    """The same, where each number says what it counts."""
    choices: tuple[AnswerChoice, ...] = ()
    """The answers, where a question is asked."""
    times: int | None = None
    """At one's own pace: how often, 1 where the step gives no number; `None` where a clock says when it ends."""
    pictured: FigureState | None = None
    """The figure that goes with it, where the step names one."""


@dataclass(frozen=True, slots=True)
class View:
    """One moment of a session."""

    title: str
    scene: Scene | None
    """Nothing is left to do where there is none."""
    left: str
    """What is left of the plan, in words; nothing where nobody can know."""
    offer: str
    """Another routine that can be had now: the name of its first step."""
    eased: bool
    """Whether a key other than Enter says that the cramp has stopped."""
    cramp: str
    """The cramp clock, in words."""
    phase: Phase


def view_of(session: Session, now: int) -> View:
    """The session at `now` (milliseconds on its clock), as it was after its last call."""
    cramp = session.cramp_ms(now)
    return View(
        title=session.plan.title,
        scene=_scene(session, session.interval) if session.interval else None,
        left=_left(session),
        offer=_offer(session),
        eased=EASED.offered(session),
        cramp="" if cramp is None else _cramp(cramp, relieved=session.relieved),
        phase=session.phase,
    )


def next_refresh_ms(session: Session, now: int) -> int:
    """Milliseconds until the view is another one: the next event, the next full second, or the next step of a bar.

    While it runs the cramp clock moves with the seconds of the interval: two clocks that change at two moments of each
    second would be drawn twice as often, and look restless.
    """
    waits = [STANDING_MS]
    if (due := session.next_due()) is not None:
        waits.append(due - now)
    if session.phase is Phase.RUNNING:
        waits.append(1000 - session.position.elapsed % 1000)
        if session.position.length < LONG_MS:
            waits.append(MOVING_MS - session.position.elapsed % MOVING_MS)
    elif session.cramping and (cramp := session.cramp_ms(now)) is not None:
        waits.append(1000 - cramp % 1000)
    return max(1, min(waits))


def _cramp(ms: int, *, relieved: bool) -> str:
    words = _("stopped after {time}") if relieved else _("cramp {time}")
    return words.format(time=clock_face(ms // 1000))


def _scene(session: Session, interval: Interval) -> Scene:
    if interval.question:
        return _asking(session, interval.question, interval.step)
    position, step = session.position, interval.step
    cautions = cautions_of(session.plan, position)
    elapsed, length = _stretch(position)
    own_pace = interval.kind is IntervalKind.OWN_PACE
    return Scene(
        name=step.name,
        headline=capital(_headline(position)),
        say=(interval.say() if own_pace else interval.say(position.move)) or step.name,
        how=step.how,
        partner=step.partner,
        caution=cautions.first,
        cautions=cautions.others,
        skipped=(),
        personal=cautions.personal,
        move=step.name if own_pace else move_name(interval, position.move.name),
        seconds=0 if own_pace else max(0, -(-(length - elapsed) // 1000)),
        of="",
        progress=_progress(session.plan, position),
        counted=_progress(session.plan, position, named=True),
        done=None if own_pace else min(1.0, elapsed / max(1, length)),
        next=next_words(position),
        next_short=next_words(position, short_time),
        enter=_enter(session),
        times=interval.repetitions if own_pace else None,
        pictured=pictured(session, position),
    )


def _headline(position: Position) -> str:
    """The move's name; of moves that pass too fast to be read, or that nobody times, the step's."""
    interval = position.interval
    whole = _is_brief(interval) or interval.kind is IntervalKind.OWN_PACE
    return interval.step.name if whole else move_name(interval, position.move.name)


def _is_brief(interval: Interval) -> bool:
    return interval.kind is IntervalKind.MOVE and interval.moves[0].seconds * 1000 < BRIEF_MS


def _stretch(position: Position) -> tuple[int, int]:
    """What the clock shows: how much of it is over, and how long it is, in milliseconds. Brief moves count as one."""
    interval, index = position.interval, position.index
    if not _is_brief(interval):
        return position.elapsed, position.length
    intervals = position.plan.intervals
    block = range(position.plan.first_of_block(index), position.plan.after_block(index))
    alike = [nth for nth in block if intervals[nth].kind is IntervalKind.MOVE]
    before = sum(intervals[nth].longest for nth in alike if nth < index)
    after = sum(intervals[nth].longest for nth in alike if nth > index)
    return before * 1000 + position.elapsed, (before + after) * 1000 + position.length


def capital(words: str) -> str:
    """Words with a capital first."""
    return words[:1].upper() + words[1:]


def seconds_left(position: Position) -> int:
    """What is left of the move, in whole seconds, one that has begun among them."""
    return -((position.elapsed - position.length) // 1000)


def step_ends(position: Position) -> bool:
    """Whether another step, a question or the end comes next."""
    if position.next_move() is not None:
        return False
    after = position.plan.intervals[position.index + 1 : position.index + 2]
    return not after or after[0].number != position.interval.number or after[0].question is not None


class Cautions(NamedTuple):
    """What is to be minded at one moment."""

    first: str
    """The one that matters most."""
    others: tuple[str, ...]
    """The others, and what was changed for the person, with the reason."""
    personal: bool
    """Whether the first is to be minded in this act for what is true of the person."""
    skipped: tuple[str, ...]
    """Those of them that only say what was left out."""


def cautions_of(plan: Plan, position: Position) -> Cautions:
    """A step's own come first, as its file has them, before the routine's, and those before what a tag adds."""
    number = position.interval.number
    before = max((one.number for one in plan.intervals if one.number < number), default=0)
    after = any(one.number > number for one in plan.intervals)
    here = [one for one in plan.changes if before < one.number and (one.number <= number or not after)]
    whole = [one for one in plan.changes if one.number == 0] if position.index == 0 else []
    reasons = {one.caution: one.why for one in (*whole, *here) if one.caution}
    cautions = position.interval.step.cautions + (plan.cautions if position.index == 0 else ())
    cautions = tuple(sorted(cautions, key=reasons.__contains__))
    said = [_("{caution} {why}").format(caution=one, why=reasons[one]) if one in reasons else one for one in cautions]
    # Of the step that stands there, why it is another one says it: its name is in sight. One reason for each step is
    # enough before an act; the page of reasons has all of them.
    changes = sorted((*whole, *here), key=lambda one: one.number != number)
    of_steps: dict[int, str] = {}
    for one in changes:
        if one.kind is not ChangeKind.CAUTION:
            words = one.why if one.why and one.number == number else change_sentence(one)
            of_steps.setdefault(one.number, words)
    changed = tuple(of_steps.values())
    left_out = {change_sentence(one) for one in changes if one.kind is ChangeKind.SKIPPED}
    first, *others = dict.fromkeys((*said, *changed)) or [""]
    minded = first in changed and first not in left_out
    skipped = tuple(one for one in (first, *others) if one in left_out)
    return Cautions(first, tuple(others), minded or any(first.startswith(one) for one in reasons), skipped)


def _asking(session: Session, question: Question, step: Step) -> Scene:
    position, skips = session.position, question.silent is Consequence.SKIP
    name, say, how = step.name, question.text, step.how
    headline, cautions = "", cautions_of(session.plan, position)
    minded = [one for one in (cautions.first, *cautions.others) if one and one not in cautions.skipped]
    skipped, personal = cautions.skipped, cautions.personal
    if question.query is Query.OPTIONAL:
        headline = _("{name}?").format(name=name)
        seconds = step.repetition_seconds * step.in_sets[0]
        length = _("at your own pace") if step.until_done else spoken_time(seconds)
        say = _("Optional: {name}, {time}").format(name=step.name, time=length)
    elif question.query is Query.OTHERWISE:
        name, say, how = _("Another way?"), _("Still cramping? Try this: {step}").format(step=question.text), ""
        minded, skipped, personal = [], (), False  # those of the step stood there long enough
    return Scene(
        name=name,
        headline=capital(headline or name),
        say=say,
        how=how,
        caution="".join(minded[:1]),
        cautions=tuple(minded[1:]),
        skipped=skipped,
        personal=personal,
        seconds=max(0, seconds_left(position)),
        of=without_answer(position, question),
        done=None,
        next="" if skips else next_words(position),  # silence leaves it out
        next_short="",
        enter=_("no answer: {what}").format(what=silence(position, question)),
        enter_short=_("no answer: {what}").format(what=silence(position, question, named=False)),
        choices=choices_of(session, question),
    )


def clock_of(seconds: int) -> str:
    """What is left as large digits show it: seconds alone, from a minute on with minutes."""
    return str(seconds) if seconds < 60 else clock_face(seconds)  # noqa: PLR2004 - a minute


def _progress(plan: Plan, position: Position, *, named: bool = False) -> str:
    interval = position.interval
    counts = counts_of(interval)
    if interval.kind is IntervalKind.OPEN:
        counts.insert(0, _("{n} of up to {most}").format(n=position.turn, most=interval.turns))
        if named:
            counts[0] = _("turn {count}").format(count=counts[0])
    elif named and interval.repetition and interval.repetitions > 1:
        counts[-1] = _("repetition {count}").format(count=counts[-1])
    return capital(" · ".join(filter(None, (side_name(interval.side, plan.part), *counts))))


def next_words(position: Position, told: Callable[[int], str] = spoken_time) -> str:
    """What comes next: a move of the same step by its name and its time, as `told` tells it, another step by its name."""
    following = position.next_move()
    if position.interval.kind is IntervalKind.OPEN and following:
        return _("Next: {move}, {time}").format(move=following.move.name, time=told(following.move.seconds))
    index = position.index + 1
    if _is_brief(position.interval):  # those of its own set pass too fast to be read
        index = position.plan.after_block(position.index)
    if index >= len(position.plan.intervals):
        return _("Then you are done.")
    after = position.plan.intervals[index]
    if after.question and after.question.query is not Query.CHECK:
        if after.question.query is Query.OTHERWISE:
            return _("Next: a question")
        return _("Next, optional: {name}").format(name=after.step.name)
    if after.number != position.interval.number or not after.moves or after.kind is IntervalKind.OWN_PACE:
        return _("Next: {name}").format(name=after.step.name)
    move = move_name(after, after.moves[0].name)
    return _("Next: {move}, {time}").format(move=move, time=told(after.moves[0].seconds))


def _enter(session: Session) -> str:
    command, plan = enter_command(session), session.plan
    last = plan.after_block(session.position.index) >= len(plan.intervals)
    return _("done, end here") if command is NEXT and last else command.words


def _offer(session: Session) -> str:
    other = session.plan.other(session.offer or "")
    return first_step(other).name if other and not session.question else ""


def _left(session: Session) -> str:
    if session.interval is None or not session.plan.timed_from(session.position.index):
        return ""
    seconds = -(-session.remaining_ms // 1000)
    return _("{time} left").format(time=clock_face(seconds))
