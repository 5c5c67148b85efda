"""What the screens are given to work with."""

from collections.abc import Callable
from dataclasses import dataclass
from datetime import datetime

from uncramp.domain.plan import Plan
from uncramp.domain.profile import Profile
from uncramp.domain.routine import Routine, Side
from uncramp.plans import plan_for
from uncramp.reading.library import Library


@dataclass(frozen=True, slots=True)
class Kit:
    """The library, the person, and the clocks: all that a screen knows of the world."""

    library: Library
    profile: Profile
    clock: Callable[[], int]
    """Milliseconds on a clock that never stops and never jumps."""
    local_time: Callable[[], datetime]
    emergency_number: str = ""
    """The number to call where the person is, "" where nobody knows."""
    notices: tuple[str, ...] = ()
    """What the person has to know of their profile, which home says first."""

    def plan(self, routine: Routine, side: Side | None = None) -> Plan:
        """The routine for this person."""
        return plan_for(self.library, routine, self.profile, side)
