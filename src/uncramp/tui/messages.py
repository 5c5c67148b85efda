"""The messages with which screens tell the app what comes next.

They stand apart from the screens, so that the app imports only the screen that is shown first.
"""

from dataclasses import dataclass
from typing import TYPE_CHECKING, Any

from textual.message import Message
from textual.screen import Screen

from uncramp.domain.routine import Routine
from uncramp.domain.session import Session

if TYPE_CHECKING:  # help waits for nothing that is heard
    from uncramp.sound.session_sound import SessionSound


class FromScreen(Message):
    """What a screen wants next. It counts only as long as nothing has come over the screen."""

    screen: Screen[Any] | None = None


@dataclass
class RoutineChosen(FromScreen):
    """A routine is to be started."""

    routine: Routine


@dataclass
class FirstAidWanted(FromScreen):
    """First aid is to begin."""

    name: str
    """Of its routine."""


class GuideWanted(FromScreen):
    """The guide is to be opened."""


@dataclass
class AboutWanted(FromScreen):
    """The questions about the person are to be opened, or those about their day."""

    plan: bool = False


@dataclass
class Over(FromScreen):
    """The session has ended, or the person stopped it."""

    session: Session
    by_itself: bool = False
    """Whether its time was over, and no key has ended it."""
    sound: "SessionSound | None" = None
    """What was heard, for the page that asks how it went."""


@dataclass
class PlayAgain(FromScreen):
    """A plan is to be played again, by this session."""

    session: Session


class Done(FromScreen):
    """The last screen of a routine is closed."""
