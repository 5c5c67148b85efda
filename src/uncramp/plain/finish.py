"""The end of a session, in lines: what it came to, what is asked of a cramp that has stopped, and what to do from here."""

from collections.abc import Iterator, Sequence
from typing import TYPE_CHECKING

from uncramp.domain.diary import STRONGEST
from uncramp.domain.session import Session
from uncramp.guidance import actions
from uncramp.guidance.actions import Command
from uncramp.guidance.afterwards import AfterQuestion, Afterwards
from uncramp.guidance.diary_form import TEN
from uncramp.guidance.finish import SessionEnd, after_ten_minutes, kept_words
from uncramp.guidance.form import Choice
from uncramp.i18n import _
from uncramp.plain import keys
from uncramp.plain.console import LOOK_MS, Console
from uncramp.plain.narrator import cramp_words
from uncramp.plain.pages import signs_lines
from uncramp.words.signs import Reason

if TYPE_CHECKING:  # lines need none of it
    from uncramp.sound.session_sound import SessionSound


class Finish:
    """The routine is over. Where the cramp is not, its clock goes on as long as somebody is there."""

    def __init__(self, session: Session, console: Console, sound: "SessionSound | None" = None) -> None:
        self._session, self._console, self._sound = session, console, sound
        self._end = SessionEnd(session, console.context)
        self._asked = ""

    def run(self) -> Session | None:
        """Say it, and hear what the person wants then; with nobody there, end. Gives the session to play next, if any."""
        self._console.say(self._words())
        if self._session.auto and self._session.cramp_began is None:
            return None  # nothing is asked after an exercise
        self._ask_about_it()
        self._console.say(self._prompt())
        while self._console.typed.somebody:
            self._let_hear(self._end.spoken())
            typed = self._console.line(LOOK_MS)
            self._look()
            if typed is None:
                continue
            line = keys.line_of(typed, self._console.context.profile.keys)
            asking = self._end.asking
            if asking is not None and _takes(asking, line):
                if asking.warning:
                    self._warn(actions.Alarm(Reason.TICKED, ticked=asking.warning))
                self._console.say(self._prompt())
                continue
            key = keys.find(line, self._useful())
            if key in (actions.DONE, actions.LEAVE_NOW):
                break
            if key in (actions.AGAIN, actions.NOT_GONE):
                return self._end.again()
            if key is actions.RETURNED_LATER:
                return self._end.returned()
            if key is actions.UNDO:
                return self._end.undo()
            self._answer(key, line, typed)
        return None

    def _useful(self) -> tuple[Command, ...]:
        back = (actions.RETURNED_LATER,) if self._end.may_return else ()
        if self._session.can_undo:
            back = (*back, actions.UNDO)
        asked = _useful_in(self._end.asking) if self._end.asking else ()
        if self._end.question is not None:
            return (*asked, *back)
        finish = keys.CRAMPING if self._end.cramping else keys.FINISH
        return (*finish, *back, *(key for key in asked if key is actions.UNDO_ANSWER))

    def _ask_about_it(self) -> None:
        if self._console.typed.somebody:
            self._end.ask()

    def _answer(self, key: Command | None, line: str, typed: str) -> None:
        match key:
            case actions.GONE:
                self._end.relieved()
                self._console.say(self._words())
                self._ask_about_it()
            case actions.WHERE | actions.UNANSWERED:
                self._console.say([cramp_words(self._end.seconds)])
            case actions.SIGNS:
                self._console.say(signs_lines(self._console.context, actions.Alarm(Reason.LOOK)))
            case actions.KEYS:
                self._console.say(keys.key_lines(self._useful(), self._console.context.profile.keys))
                return
            case _:
                self._console.say([keys.useless(line, typed, self._console.context.profile.keys)])
                return
        self._console.say(self._prompt())

    def _look(self) -> None:
        if self._end.becomes_urgent():
            self._warn(actions.Alarm(Reason.URGENT))
            self._console.say(self._prompt())

    def _warn(self, alarm: actions.Alarm) -> None:
        context = self._console.context
        self._console.say(signs_lines(context, alarm))
        self._let_hear([alarm.words(context.profile, context.emergency_number)], urgent=True)

    def _let_hear(self, words: Sequence[str], *, urgent: bool = False) -> None:
        if self._sound is not None:
            self._sound.say(self._session, words, urgent=urgent)

    def _words(self) -> Iterator[str]:
        yield from filter(None, self._end.summary())
        if self._session.cramp_began is None:
            yield from filter(None, [self._session.plan.label])
        elif not self._end.cramping:
            yield _("The muscle may be sore for up to a day.")

    def _prompt(self) -> Iterator[str]:
        """What can be typed; with nobody to type, what can be run."""
        if self._end.question is not None:
            yield from self._question(self._end.question)
            return
        yield from [kept_words()] if self._end.told else []
        somebody, said = self._console.typed.somebody, self._console.context.said
        if somebody and self._session.can_undo:
            yield said(_("Was that the wrong key? Type u, then Enter, to go back."), "undo")
        if somebody and not self._end.cramping:
            yield said(_("Enter ends this. To do it again, type a, then Enter."), "again")
            if self._end.may_return:
                yield said(_("If the cramp is back, type r, then Enter."), "back_again")
        if not self._end.cramping:
            return
        if somebody:
            typed = _("If it has, type g. If not, type n to start again, or ! for the warning signs. Then Enter.")
            yield said(typed, "stopped", "no", "warning_signs")
        else:
            yield _("If it hasn't, run this again, or run 'uncramp signs' for the warning signs.")
        if not self._end.urgent:
            yield after_ten_minutes(self._console.context.profile, passed=False)

    def _question(self, question: AfterQuestion) -> Iterator[str]:
        words = " ".join(filter(None, (question.field.words, "" if question.scale else question.field.hint)))
        yield _("{n} of {many}. {question}").format(n=question.number, many=question.of, question=words)
        again = question.ticks and question.field.id == self._asked
        self._asked = question.field.id
        # Nobody has to hear all of them again for each tick.
        ticked = [choice for choice in question.choices if choice.value in question.ticked]
        yield from (_answer(question, choice) for choice in ticked) if again else _answers(question)
        if question.answered:
            yield _("Enter goes on.")
        elif question.number == 1:
            yield _("Type one, then Enter. Enter alone skips this. To skip all, type skip all, then Enter.")
        else:
            yield _("Enter alone skips this.")


def _useful_in(asking: Afterwards) -> tuple[Command, ...]:
    """The keys that do something now in what is asked, besides the answers."""
    return tuple(key for key in keys.ASKING if asking.can(key.id))


def _takes(asking: Afterwards, line: str) -> bool:
    """Take a line; whether it was an answer, or one of the keys of what is asked."""
    question = asking.question
    scale = question is not None and question.scale
    if asking.choose(TEN if scale and line == str(STRONGEST) else line):
        return True
    acts = {
        actions.SKIP: asking.skip,
        actions.NEXT_QUESTION: asking.skip,
        actions.SKIP_ALL: asking.skip_all,
        actions.UNDO_ANSWER: asking.undo,
    }
    key = keys.find(line, _useful_in(asking))
    if key is None or key not in acts:
        return False
    acts[key]()
    return True


def _answers(question: AfterQuestion) -> Iterator[str]:
    if question.scale:
        yield _("Type a number from 1 to {most}.").format(most=STRONGEST)
        return
    yield from (_answer(question, choice) for choice in question.choices)


def _answer(question: AfterQuestion, choice: Choice) -> str:
    ticked = choice.value in question.ticked
    line = _("{key}: {words} (ticked)") if ticked else _("{key}: {words}")
    return line.format(key=choice.key, words=choice.words)
