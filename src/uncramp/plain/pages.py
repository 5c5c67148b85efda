"""What the screen has pages for: the warning signs, why a step is as it is, and a routine of which nothing is left."""

from collections.abc import Iterator, Mapping

from uncramp.domain.plan import Plan
from uncramp.domain.routine import Source, Step
from uncramp.guidance.actions import Alarm
from uncramp.guidance.afterwards import signs_for
from uncramp.guidance.context import Context
from uncramp.i18n import _
from uncramp.words.session import change_sentence, source_words
from uncramp.words.signs import signs_text


def signs_lines(context: Context, alarm: Alarm) -> Iterator[str]:
    now = alarm.words(context.profile, context.emergency_number)
    yield from ([now] if now else [])
    yield from signs_text(signs_for(context, alarm.first)).splitlines()


def why_lines(plan: Plan, step: Step, sources: Mapping[str, Source]) -> Iterator[str]:
    yield sentence(step.name)
    yield from ([sentence(step.how)] if step.how else [])
    yield from _list(_("What the evidence says"), [plan.label] if plan.label else [])
    yield from _list(_("Take care"), [*step.cautions, *plan.cautions])
    yield from _list(_("Changed for you"), [change_sentence(change) for change in plan.changes])
    none = _("The routine's file names no source for this.")
    found = [source_words(sources[id_]) if id_ in sources else id_ for id_ in step.sources]
    yield from _list(_("Where it comes from"), found or [none])


def _list(heading: str, rows: list[str]) -> Iterator[str]:
    if rows:
        yield f"{heading}:"
        yield from (f"  - {sentence(row)}" for row in rows)


def nothing_lines(plan: Plan) -> Iterator[str]:
    yield sentence(plan.title)
    yield _("This routine is not for you.")
    yield from (change_sentence(change) for change in plan.changes)
    yield _("Choose another one, or ask your doctor or midwife.")


def sentence(words: str) -> str:
    """The words as a sentence: a capital first, and a full stop where nothing else ends it."""
    text = words.strip()
    text = text[:1].upper() + text[1:]
    return text if text.endswith((".", "!", "?", ":")) or not text else _("{sentence}.").format(sentence=text)
