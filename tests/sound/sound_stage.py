"""Plays a plan by a told clock, and keeps every moment that listeners are told."""

from collections.abc import Callable, Mapping
from dataclasses import replace

from uncramp.domain import events as ev
from uncramp.domain.plan import Plan
from uncramp.domain.profile import Profile
from uncramp.domain.session import Session
from uncramp.files.library import Library
from uncramp.guidance.routines import plan_for
from uncramp.paths import shipped_routines
from uncramp.sound.cues import Moment, moment_of

LIBRARY = Library(shipped_routines())
Does = Mapping[int, Callable[..., list[ev.Event]]]
"""What the person does: by the second, what they change in the session."""


def plan_of(name: str, profile: Profile | None = None) -> Plan:
    return plan_for(LIBRARY, LIBRARY.get(name), profile or Profile())


def moments(plan: Plan, does: Does | None = None, *, most_s: int = 3600) -> list[Moment]:
    """All that happens, each thing when it is due, to the end or for so many seconds."""
    session, now, acts = Session(plan), 0, dict(does or {})
    told = [moment_of(session, session.start(now), now)]
    while not session.phase.over and now < most_s * 1000:
        now += 500
        act = acts.pop(now // 1000, Session.tick)
        events = act(session, now)
        # Half a second is short of no deadline but those of a key: each has a tick of its own.
        told += [moment_of(session, events, now)] if events else []
    return told


def heard(told: list[Moment]) -> list[tuple[float, str]]:
    """When each cue comes, in seconds, and what it is."""
    return [(moment.now / 1000, moment.cue.value) for moment in told if moment.cue]


def brief(plan: Plan, many: int) -> Plan:
    """Only the first intervals of a plan."""
    return replace(plan, intervals=plan.intervals[:many])
