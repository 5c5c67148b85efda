"""What the screens tell the app, which decides what screen comes next.

They stand apart from their screens so that the app needs to import only the screen that is shown first.
"""

from textual.message import Message

from uncramp.domain.plan import Plan
from uncramp.domain.routine import Routine
from uncramp.domain.session import Session


class RoutineChosen(Message):
    """At home, the person wants this routine."""

    def __init__(self, routine: Routine) -> None:
        """Say which one."""
        super().__init__()
        self.routine = routine


class GuideWanted(Message):
    """The person wants to read the guide."""


class AboutWanted(Message):
    """The person wants to say something about themselves."""


class Over(Message):
    """The session has come to its end, or the person stopped it."""

    def __init__(self, session: Session) -> None:
        """Say which one."""
        super().__init__()
        self.session = session


class PlayAgain(Message):
    """The person wants to do it again."""

    def __init__(self, plan: Plan, cramp_began: int | None) -> None:
        """Say what; and in `cramp_began`, in milliseconds, since when the cramp goes on that has not gone."""
        super().__init__()
        self.plan, self.cramp_began = plan, cramp_began


class Done(Message):
    """The person has seen the last screen of a routine."""
