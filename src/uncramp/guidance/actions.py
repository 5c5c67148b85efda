"""Which of a session's keys do something at the moment; the others are not shown."""

from uncramp.domain.plan import IntervalKind
from uncramp.domain.session import Phase, Session


def available(action: str, session: Session) -> bool:
    """Whether an action of the session screen has an effect now."""
    interval, question = session.interval, session.question
    opened = interval is not None and interval.sort is IntervalKind.OPEN
    standing = session.phase in (Phase.PAUSED, Phase.AWAY)
    can = {
        "pause": not standing,
        "go_on": standing,
        "relief": opened,
        "silent": question is not None,
        "next": question is None and not opened,
        "yes": question is not None,
        "no": question is not None,
        "unsure": question is not None and question.unsure is not None,
        "offer": session.offer is not None,
        "eased": session.cramping and not opened,
        "undo": session.can_undo,
        "helper": interval is not None and bool(interval.step.partner) and question is None,
    }
    return can.get(action, True)
