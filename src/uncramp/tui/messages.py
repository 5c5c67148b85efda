"""The messages with which screens tell the app what comes next.

They stand apart from the screens, so that the app imports only the screen that is shown first.
"""

from dataclasses import dataclass

from textual.message import Message

from uncramp.domain.routine import Routine
from uncramp.domain.session import Session


@dataclass
class RoutineChosen(Message):
    """A routine is to be started."""

    routine: Routine


@dataclass
class FirstAidWanted(Message):
    """First aid is to begin."""

    name: str
    """Of its routine."""


class GuideWanted(Message):
    """The guide is to be opened."""


class AboutWanted(Message):
    """The questions about the person are to be opened."""


@dataclass
class Over(Message):
    """The session has ended, or the person stopped it."""

    session: Session


@dataclass
class PlayAgain(Message):
    """A plan is to be played again, by this session."""

    session: Session


class Done(Message):
    """The last screen of a routine is closed."""
