"""The answers to a question, what comes of each, and what no answer leads to."""

import re
from dataclasses import dataclass

from uncramp.domain.plan import Answer, Consequence, Query, Question
from uncramp.domain.position import Position
from uncramp.domain.session import Session
from uncramp.guidance.actions import answer_key
from uncramp.i18n import _


@dataclass(frozen=True, slots=True)
class AnswerChoice:
    """One answer to a question."""

    answer: Answer
    words: str
    key: str
    """As it is shown."""
    leads_to: str = ""
    """What comes of it, in a few words."""


def choices_of(session: Session, question: Question) -> tuple[AnswerChoice, ...]:
    return tuple(
        AnswerChoice(one, _words(question, one), answer_key(question, one), _leads_to(session, question, one))
        for one in (Answer.YES, Answer.NO, Answer.UNSURE)
        if question.consequence(one)
    )


def _words(question: Question, answer: Answer) -> str:
    plain = {Answer.YES: _("Yes"), Answer.NO: _("No"), Answer.UNSURE: _("Not sure")}
    return question.answer_words(answer) or plain[answer]


def silence(position: Position, question: Question, *, named: bool = True) -> str:
    """What no answer does, in a few words: it counts as another answer, leaves a step out, or goes on."""
    # Whether there is a warning sign is never taken as answered.
    if question.silent is question.no and question.yes is not Consequence.SIGNS:
        return _("counts as {answer}").format(answer=_words(question, Answer.NO).partition(":")[0])
    if question.silent is not Consequence.SKIP:
        behind = position.plan.intervals[position.index + 1 : position.index + 2]
        return _("goes on to “{step}”").format(step=behind[0].step.name) if behind and named else _("goes on")
    name = _guarded(position, question) if named else ""
    return _("skips “{step}”").format(step=name) if name else _("skips it")


def without_answer(position: Position, question: Question) -> str:
    """The same as a sentence."""
    return _("With no answer, it {what}.").format(what=silence(position, question))


def _guarded(position: Position, question: Question) -> str:
    behind = position.plan.intervals[position.index + 1 :]
    return next((one.step.name for one in behind if one.number <= question.guards_to), "")


def _leads_to(session: Session, question: Question, answer: Answer) -> str:
    """What comes of an answer, in a few words; nothing where the answer says so itself."""
    consequence = question.consequence(answer)
    if any(question.words) and answer is not Answer.UNSURE:
        return ""
    if answer is Answer.UNSURE and consequence is question.yes:
        return _("counts as Yes")
    if consequence is Consequence.SIGNS:
        return _("what it may be, and whom to call")
    if question.query is not Query.CHECK:
        return {
            (Query.OPTIONAL, Consequence.GO_ON): _("start it"),
            (Query.OPTIONAL, Consequence.SKIP): _("skip it"),
            (Query.OTHERWISE, Consequence.SWITCH): _("try it"),
            (Query.OTHERWISE, Consequence.GO_ON): _("go on without it"),
        }.get((question.query, consequence or Consequence.GO_ON), "")
    if consequence is Consequence.SKIP:
        return _("skip it")
    return _then(session)


def _then(session: Session) -> str:
    """What comes after a question, and what is to be minded of it for what is true of the person."""
    index = session.position.index + 1
    if index >= len(session.plan.intervals):
        return _("then you are done")
    after = session.plan.intervals[index]
    if after.step.name == session.position.interval.step.name:
        return ""
    if after.question and after.question.query is Query.OPTIONAL:
        return _("then, optional: {step}").format(step=after.step.name)
    then = _("then: {step}").format(step=after.step.name)
    made = [one.caution for one in session.plan.changes if one.number == after.number and one.caution]
    return _("{then}. {caution}").format(then=then, caution=re.split(r"(?<=[.!?]) ", made[0])[0]) if made else then
