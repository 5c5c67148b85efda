"""What the screens tell the app, which decides what screen comes next.

They stand apart from their screens so that the app needs to import only the screen that is shown first.
"""

from dataclasses import dataclass

from textual.message import Message

from uncramp.domain.plan import Plan
from uncramp.domain.routine import Routine
from uncramp.domain.session import Session


@dataclass
class Chosen(Message):
    """At home, the person wants this routine."""

    routine: Routine


class GuideWanted(Message):
    """The person wants to read the guide."""


class AboutWanted(Message):
    """The person wants to say something about themselves."""


@dataclass
class Over(Message):
    """The session has come to its end, or the person stopped it."""

    session: Session


@dataclass
class Again(Message):
    """The person wants to do it again; `cramp_began` where the cramp still goes on."""

    plan: Plan
    cramp_began: int | None


class Done(Message):
    """The person has seen the last screen of a routine."""
