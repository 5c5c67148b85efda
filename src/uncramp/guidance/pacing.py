"""When a session's screen has to look again: as rarely as can be, and exactly on time."""

from uncramp.domain.session import Phase, Session

MOVING_MS = 500
"""How often the bars move in a short move, in milliseconds. In a long one they move with the seconds."""

LONG_MS = 10_000
"""From what length on a move is long, in milliseconds."""

STANDING_MS = 1000
"""How often to look while it stands: the cramp clock goes on, and a gap has to be noticed."""


def next_refresh_ms(session: Session, now: int) -> int:
    """Milliseconds until the next look: the next event, the next full second, or the next step of a bar.

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
