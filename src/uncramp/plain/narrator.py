"""Says a session in whole sentences, a line each: what is new, when it is new, and nothing twice.

It says what the screen shows (`uncramp.guidance.view`). What to do, the time and Enter come at once, so that somebody who
listens has heard them in ten seconds. How, the caution and the keys wait, and come one at a time while the move runs.
"""

import re
from collections import deque
from collections.abc import Callable, Iterable, Iterator, Sequence

from uncramp.domain import events as ev
from uncramp.domain.own_keys import OwnKeys, said, shown
from uncramp.domain.plan import Answer, Consequence, IntervalKind
from uncramp.domain.routine import Step
from uncramp.domain.session import Session
from uncramp.domain.session_state import Phase
from uncramp.guidance.view import Scene, View, seconds_left, step_ends, view_of
from uncramp.i18n import _
from uncramp.plain.pages import sentence
from uncramp.words.session import goes_on_by_itself, happened, pace_words, spoken_time

BRIEF_S = 5
"""Moves shorter than this, in seconds, pass too fast for more than their name."""

SOON_S = 10
"""How much of a long move is left, in seconds, when that is said."""

EVERY = 5
"""Of brief repetitions the first, each so-manieth and the last are counted."""

_BRIEF_REPETITION_S = 10
"""Repetitions shorter than this, in seconds, are brief."""

_SHORT_S = 45
"""Steps shorter than this, in seconds, may be over before how to do them has been said."""

_WORD_MS, _LINE_MS = 330, 300
"""How long a word takes to be spoken, and the pause after a line, in milliseconds: about 180 words a minute."""

_LAST_MS = 3_000
"""The end of a move, in milliseconds, in which nothing is begun that can wait: what comes next would be said late."""

_SENTENCE = re.compile(r"(?<=[.!])\s+")
"""Between two sentences; what answers a question stays with it."""

_BETWEEN = " · "
"""What stands between the parts of a scene's progress."""

ARRIVALS = (ev.IntervalStarted, ev.MoveStarted, ev.Undone)
"""After these the person is somewhere else."""


def spoken_ms(line: str) -> int:
    """About how long a line takes to be heard, in milliseconds."""
    return len(line.split()) * _WORD_MS + _LINE_MS


class Narrator:
    """Keeps in mind what was said, and what is still to be said."""

    def __init__(self, can_type: Callable[[], bool], own: OwnKeys = ()) -> None:
        """Start with nothing said. Where `can_type` tells that nothing can be typed, no key is named."""
        self._can_type, self._own = can_type, own
        self._helper = False
        """Whether the words for a helper are said in place of the person's own."""
        self._begun = False
        self._step: tuple[str, int] | None = None
        self._said: set[str] = set()
        self._progress: tuple[str, ...] = ()
        self._enter = ""
        self._later: deque[str] = deque()
        self._hints: set[str] = set()
        """What of that names a key."""
        self._keys_said = False

    def tell(self, session: Session, events: Sequence[ev.Event], now: int) -> Iterator[str]:
        """Say what happened: `events` are the last that the session has told, `now` is when."""
        for event in events:
            yield from self._event(event, session, now)
        view = view_of(session, now)
        if view.scene is None or session.phase.over:
            return
        if any(isinstance(event, ARRIVALS) for event in events):
            yield from self._arrived(session, view, view.scene)
        elif any(isinstance(event, ev.Resumed) for event in events):
            yield from self._going_on(session, view, view.scene)
        elif any(isinstance(event, ev.SideChanged | ev.MoreTime) for event in events):
            self._progress = _parts(view.scene)
        if any(isinstance(event, ev.Offered) for event in events):
            self._put_off(*self._offer(view))

    def later(self, session: Session) -> Iterator[str]:
        """The next sentence that has waited, once the person has heard all others; nothing where a move is about to end."""
        if self._later and session.phase is Phase.RUNNING and not _move_ends(session):
            line = self._later.popleft()
            self._keys_said = self._keys_said or line == _keys(self._own)
            yield line

    def again(self, session: Session, now: int) -> Iterator[str]:
        """Say everything once more: what to do, and the time."""
        self._step = None
        view = view_of(session, now)
        if view.scene is not None:
            yield from _cramp_goes_on(session, now)
            yield from self._arrived(session, view, view.scene)

    def where(self, session: Session, now: int) -> Iterator[str]:
        """Where the person is, and the time."""
        view = view_of(session, now)
        if view.scene is not None:
            self._progress = ()
            yield from _cramp_goes_on(session, now)
            yield sentence(view.scene.say)
            asked = _asking(session, view.scene, can_type=self._can_type(), own=self._own)
            yield from asked if view.scene.choices else [self._moving(session, view.scene)]
            yield from [_("{time} to go in all.").format(time=_in_all(session))] if view.left else []

    def change_helper(self, session: Session, now: int) -> Iterator[str]:
        """Say how to do it in the words for a helper, or again in those for the person."""
        self._helper = not self._helper
        scene = view_of(session, now).scene
        if scene is not None:
            self.has_heard([scene.how, scene.partner])
            yield sentence(self._how(scene))

    def has_heard(self, lines: Iterable[str]) -> None:
        """Leave out of what waits what stands in these lines: the person has heard it, and where to hear more."""
        heard = "\n".join((*lines, _more_cautions()))
        self._later = deque(line for line in self._later if line not in heard)

    def nothing_can_be_typed(self) -> str:
        """Say so; no key is named any more."""
        self._later = deque(line for line in self._later if line not in self._hints)
        return _("Nothing can be typed here. It goes on by the clock.")

    # What happened.

    def _event(self, event: ev.Event, session: Session, now: int) -> Iterator[str]:
        if said := happened(event, session.plan):
            yield said
        match event:
            case ev.StepLeftOut(name=name, optional=True):
                yield _("Skipped “{name}”.").format(name=name)
            case ev.Answered():
                yield from _answered(event)
            case ev.SecondsLeft(seconds=seconds) if seconds == SOON_S:
                yield from self._soon(session, now)
            case ev.MoveStarted(turn=turn) if turn > 1 and session.position.nth == 0:
                yield from _cramp_goes_on(session, now)
            case ev.Paused():
                yield paused()

    def _soon(self, session: Session, now: int) -> Iterator[str]:
        scene = view_of(session, now).scene
        if scene is not None:
            yield f"{_('{time} left.').format(time=spoken_time(SOON_S))} {sentence(scene.next)}"

    # Where the person is.

    def _arrived(self, session: Session, view: View, scene: Scene) -> Iterator[str]:
        first, fresh = not self._begun, self._step != _step(session)
        self._begun = True
        if fresh:
            self._step, self._said, self._progress = _step(session), set(), ()
            self._later.clear()
        yield from [_title(session, view)] if first else []
        yield from [goes_on_by_itself()] if first and session.auto else []
        yield from self._what_to_do(scene, named=not first and (not scene.choices or scene.name.endswith("?")))
        yield from self._now(session, scene)
        if scene.choices:
            self._enter = ""
        elif self._can_type() and scene.enter != self._enter:
            self._enter = scene.enter
            yield _("Enter: {words}.").format(words=scene.enter)
        if fresh:
            self._put_off(*self._offer(view))  # whom the first move does not suit need not hear how it is done
        both = (scene.caution, self._how(scene)) if _is_short(session) else (self._how(scene), scene.caution)
        self._put_off(*map(sentence, (one for words in (*both, *scene.skipped) for one in _SENTENCE.split(words))))
        if fresh:
            self._put_off(*self._what_else(session, scene))
        if session.phase in (Phase.PAUSED, Phase.AWAY):
            yield paused()

    def _going_on(self, session: Session, view: View, scene: Scene) -> Iterator[str]:
        yield _("Going on.")
        if scene.choices or self._step != _step(session):
            yield from self._arrived(session, view, scene)
        else:
            yield self._moving(session, scene)

    def _what_to_do(self, scene: Scene, *, named: bool) -> Iterator[str]:
        if scene.choices:
            self._said.discard(scene.say)  # a question is asked each time
        if not named or scene.name.casefold() in scene.say.casefold():
            self._said.add(scene.name)
        for words in (scene.name, scene.say):
            if words and words not in self._said:
                self._said.add(words)
                yield sentence(words)

    def _now(self, session: Session, scene: Scene) -> Iterator[str]:
        if scene.choices:
            yield from _asking(session, scene, can_type=self._can_type(), own=self._own)
        elif _is_counted(session, changed=self._progress != _parts(scene)):
            yield self._moving(session, scene)
        else:
            self._progress = _parts(scene)

    def _put_off(self, *lines: str) -> None:
        """Let these be said later, those that were not said."""
        for words in lines:
            if words and words not in self._said:
                self._said.add(words)
                self._later.append(words)

    def _what_else(self, session: Session, scene: Scene) -> Iterator[str]:
        """What comes after how and the caution: how long, more cautions, and keys at the very last."""
        if session.plan.open_ended and session.position.index == 0:
            yield _("Keep going until the cramp stops.")
        if _counts_each_fifth(session.position.interval.step):
            yield _("Go on at this pace. Each fifth one is counted.")
        if scene.cautions:
            yield from self._hint(said(_more_cautions(), self._own, "why"))
        if not self._keys_said:
            yield from self._hint(_keys(self._own))

    def _offer(self, view: View) -> Iterator[str]:
        if view.offer:
            offer = sentence(_("Or: {step}").format(step=view.offer))
            typed = said(_("{offer} Type o, then Enter."), self._own, "try_other")
            hint = self._hint(typed.format(offer=offer))
            yield next(hint, offer)

    def _hint(self, words: str) -> Iterator[str]:
        if self._can_type():
            self._hints.add(words)
            yield words

    def _how(self, scene: Scene) -> str:
        if self._helper and not scene.choices:
            return scene.partner or _("There are no words for a helper here.")
        return scene.how

    def _moving(self, session: Session, scene: Scene) -> str:
        position = session.position
        left = seconds_left(session.position)
        parts = [scene.move]
        first = position.interval.repetition == 1 and _counts_each_fifth(position.interval.step)
        if scene.times is not None:
            parts.append(_("At your own pace."))
        elif position.elapsed:
            parts.append(_("{time} left").format(time=spoken_time(left)))
        elif position.length >= BRIEF_S * 1000 or first:
            parts.append(spoken_time(left))
        progress = _parts(scene)
        parts += [part for part in progress if part not in self._progress]
        self._progress = progress
        if step_ends(session.position):
            parts.append(scene.next)
        return " ".join(sentence(part) for part in parts)


def paused() -> str:
    return _("Paused. Type Space, then Enter, to go on.")


def _step(session: Session) -> tuple[str, int]:
    return session.plan.routine, session.position.interval.number


def _title(session: Session, view: View) -> str:
    """What it is, and how long it all takes, where anybody can know."""
    title = sentence(view.title)
    return f"{title} {sentence(_in_all(session))}" if view.left else title


def _in_all(session: Session) -> str:
    return spoken_time(-(-session.remaining_ms // 1000))


def _more_cautions() -> str:
    return _("More cautions: type i, then Enter.")


def _keys(own: OwnKeys) -> str:
    words = _("w: it gets worse. !: the warning signs. i: how, and why. ?: all keys. Type one, then Enter.")
    return said(words, own, "worse", "warning_signs", "why", "all_keys")


def _counts_each_fifth(step: Step) -> bool:
    """Whether a step's repetitions are so many and so brief that to count each would be talk without end."""
    return max(step.in_sets) > EVERY and step.repetition_seconds < _BRIEF_REPETITION_S


def _is_counted(session: Session, *, changed: bool) -> bool:
    """Whether this move is said: of brief repetitions the first, the last, and each fifth as it begins."""
    interval = session.position.interval
    if interval.repetition in (None, 1, interval.repetitions) or not _counts_each_fifth(interval.step):
        return True
    return (interval.repetition % EVERY == 0 and changed) or session.position.elapsed > 0


def _is_short(session: Session) -> bool:
    """Whether a step may be over before all has been said: then what to take care of comes first."""
    interval = session.position.interval
    whole = interval.step.repetition_seconds * sum(interval.step.in_sets)
    return interval.kind not in (IntervalKind.OPEN, IntervalKind.OWN_PACE) and whole < _SHORT_S


def _move_ends(session: Session) -> bool:
    """Whether it is too late in a move to begin what can wait. Brief moves pass while it is said."""
    position = session.position
    return position.length >= BRIEF_S * 1000 and position.length - position.elapsed <= _LAST_MS


def _cramp_goes_on(session: Session, now: int) -> Iterator[str]:
    if session.cramping:
        yield cramp_words((session.cramp_ms(now) or 0) // 1000)


def _asking(session: Session, scene: Scene, *, can_type: bool, own: OwnKeys) -> Iterator[str]:
    """How to answer and how long there is time, for somebody who can; and what no answer leads to."""
    if can_type:
        answers = [
            _("{key}: {words}.").format(key=shown(own, choice.key), words=choice.words) for choice in scene.choices
        ]
        yield " ".join([*answers, _("Type one, then Enter. Enter alone: no answer.")])
    waits = _("You have {time}.").format(time=spoken_time(seconds_left(session.position))) if can_type else ""
    parts = [waits, scene.of, scene.next if step_ends(session.position) else ""]
    yield " ".join(sentence(part) for part in parts if part)


def _parts(scene: Scene) -> tuple[str, ...]:
    pace = pace_words(scene.times) if scene.times is not None and scene.times > 1 else ""
    return tuple(part for part in (*scene.progress.split(_BETWEEN), pace) if part)


def cramp_words(seconds: int) -> str:
    return _("The cramp has gone on for {time}.").format(time=spoken_time(seconds))


def _answered(event: ev.Answered) -> Iterator[str]:
    question = event.interval.question
    if event.answer is not Answer.NONE:
        said = {
            Answer.YES: _("You said yes."),
            Answer.NO: _("You said no."),
            Answer.UNSURE: _("You said that you are not sure."),
        }
        own = question.answer_words(event.answer) if question else ""
        yield sentence(own) if own else said[event.answer]
    elif question is not None and question.silent is not Consequence.SKIP:
        yield _("There was no answer. It goes on.")
