"""Says a session in whole sentences, a line each: what is new, when it is new, and nothing twice.

It says what the screen shows (`uncramp.guidance.view`), as it comes up; of short moves only their name and the count.
"""

from collections.abc import Iterator, Sequence

from uncramp.domain import events as ev
from uncramp.domain.plan import Answer, Consequence
from uncramp.domain.session import Phase, Session
from uncramp.guidance.view import Scene, View, view_of
from uncramp.i18n import _
from uncramp.plain.pages import sentence
from uncramp.words.session import happened, spoken_time

BRIEF_S = 5
"""Moves shorter than this, in seconds, pass too fast for more than their name."""

SOON_S = 10
"""How much of a long move is left, in seconds, when that is said."""

_BETWEEN = " · "
"""What stands between the parts of a scene's progress."""

ARRIVALS = (ev.IntervalStarted, ev.MoveStarted, ev.Undone)
"""After these the person is somewhere else."""


class Narrator:
    """Keeps in mind what was said."""

    def __init__(self) -> None:
        self.helper = False
        """Whether the words for a helper are said in place of the person's own."""
        self._begun = False
        self._step: tuple[str, int] | None = None
        self._said: set[str] = set()
        self._progress: tuple[str, ...] = ()
        self._enter = ""

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
        if view.offer and any(isinstance(event, ev.Offered) for event in events):
            yield _("{offer} Type o, then Enter.").format(offer=sentence(view.offer))

    def again(self, session: Session, now: int) -> Iterator[str]:
        """Say everything once more: what to do, and the time."""
        self._step = None
        view = view_of(session, now)
        if view.scene is not None:
            cramp = session.cramp_ms(now)
            if session.cramping and cramp is not None:
                yield cramp_words(cramp // 1000)
            yield from self._arrived(session, view, view.scene)

    def how(self, session: Session, now: int) -> str:
        """How to do it, for the person or for a helper."""
        scene = view_of(session, now).scene
        return sentence(self._how(scene)) if scene else ""

    # What happened.

    def _event(self, event: ev.Event, session: Session, now: int) -> Iterator[str]:
        if said := happened(event, session.plan):
            yield said
        match event:
            case ev.StepLeftOut(name=name, optional=True):
                yield _("Left out: {name}.").format(name=name)
            case ev.Answered():
                yield from _answered(event)
            case ev.Halfway():
                yield _("Halfway.")
            case ev.SecondsLeft(seconds=seconds) if seconds == SOON_S:
                yield from self._soon(session, now)
            case ev.MoveStarted(round=round_) if round_ > 1 and session.position.turn == 0:
                yield from ([cramp_words((session.cramp_ms(now) or 0) // 1000)] if session.cramping else [])
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
        yield from ([sentence(view.title)] if first else [])
        yield from self._what_to_do(scene)
        if fresh and scene.cautions:
            yield _("More cautions: type i, then Enter.")
        yield from _whole(session, view) if fresh else []
        yield from _asking(session, scene) if scene.choices else [self._moving(session, scene)]
        if scene.enter != self._enter or scene.choices:
            self._enter = scene.enter
            yield _("Enter: {words}.").format(words=scene.enter)
        if first:
            yield _("w: it gets worse. !: the warning signs. ?: all keys. Type one, then Enter.")
        if session.phase in (Phase.PAUSED, Phase.AWAY):
            yield paused()

    def _going_on(self, session: Session, view: View, scene: Scene) -> Iterator[str]:
        yield _("Going on.")
        if scene.choices or self._step != _step(session):
            yield from self._arrived(session, view, scene)
        else:
            yield self._moving(session, scene)

    def _what_to_do(self, scene: Scene) -> Iterator[str]:
        if scene.choices:
            self._said.discard(scene.say)  # a question is asked each time
        if scene.name.casefold() in scene.say.casefold():
            self._said.add(scene.name)
        for words in (scene.name, scene.say, self._how(scene), scene.caution):
            if words and words not in self._said:
                self._said.add(words)
                yield sentence(words)

    def _how(self, scene: Scene) -> str:
        if self.helper and not scene.choices:
            return scene.partner or _("There are no words for a helper here.")
        return scene.how

    def _moving(self, session: Session, scene: Scene) -> str:
        position = session.position
        left = _seconds_left(session)
        parts = [scene.move]
        if position.length >= BRIEF_S * 1000 and position.elapsed == 0:
            parts.append(spoken_time(left))
        elif position.elapsed:
            parts.append(_("{time} left").format(time=spoken_time(left)))
        progress = _parts(scene)
        parts += [part for part in progress if part not in self._progress]
        self._progress = progress
        if _step_ends(session):
            parts.append(scene.next)
        return " ".join(sentence(part) for part in parts)


def paused() -> str:
    """That play stands still, and what goes on."""
    return _("Paused. Type a space, then Enter, to go on.")


def _step(session: Session) -> tuple[str, int]:
    return session.plan.routine, session.position.interval.number


def _whole(session: Session, view: View) -> Iterator[str]:
    """How long it all takes from here, where anybody can know."""
    if view.left:
        yield _("{time} to go in all.").format(time=spoken_time(-(-session.remaining_ms // 1000)))
    elif session.plan.open_ended and session.position.index == 0:
        yield _("Keep going until the cramp stops. Then press Enter.")


def _asking(session: Session, scene: Scene) -> Iterator[str]:
    """How to answer, how long there is time, and what no answer leads to."""
    answers = [_("{key}: {words}.").format(key=choice.key, words=choice.words) for choice in scene.choices]
    yield " ".join([*answers, _("Type one, then Enter.")])
    waits = _("You have {time} to answer.").format(time=spoken_time(_seconds_left(session)))
    parts = [waits, scene.of, scene.next if _step_ends(session) else ""]
    yield " ".join(sentence(part) for part in parts if part)


def _seconds_left(session: Session) -> int:
    return -((session.position.elapsed - session.position.length) // 1000)


def _parts(scene: Scene) -> tuple[str, ...]:
    return tuple(part for part in scene.progress.split(_BETWEEN) if part)


def cramp_words(seconds: int) -> str:
    """How long the cramp has gone on."""
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


def _step_ends(session: Session) -> bool:
    """Whether another step, a question or the end comes next."""
    position, intervals = session.position, session.plan.intervals
    if position.next_move() is not None:
        return False
    after = intervals[position.index + 1 : position.index + 2]
    return not after or after[0].number != position.interval.number or after[0].question is not None
