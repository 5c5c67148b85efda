"""What the screens are given to work with."""

from collections.abc import Callable, Mapping
from dataclasses import dataclass, field
from datetime import datetime
from typing import Any

from textual.screen import Screen

from uncramp.domain.plan import Plan
from uncramp.domain.profile import Profile
from uncramp.domain.routine import Routine, Side, Source
from uncramp.faults import Faults
from uncramp.files.library import Library
from uncramp.guidance.recording import LiveDiary
from uncramp.guidance.routines import plan_for
from uncramp.i18n import _


def no_page() -> str:
    """What is said of a page that can't be shown."""
    return _("A page of uncramp can't be shown. All else goes on.")


@dataclass(frozen=True, slots=True)
class Context:
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
    faults: Faults = field(default_factory=Faults)
    """The guard for whatever serves only convenience; what broke is told when the screen is left."""
    diary: LiveDiary = field(default_factory=lambda: LiveDiary(Faults()))
    """Listens to what is played. Without one given, nothing is kept."""

    def plan(self, routine: Routine, side: Side | None = None) -> Plan:
        """The routine for this person."""
        return plan_for(self.library, routine, self.profile, side)

    def page(self, make: Callable[[], Screen[Any]]) -> Screen[Any] | None:
        """A page that help does not need; nothing where it is broken, which is told afterwards."""
        return self.faults.attempt(make, lambda: None, no_page())

    def sources(self) -> Mapping[str, Source]:
        """The sources by id; a file of them that can't be read is told afterwards."""
        return self.faults.attempt(lambda: self.library.sources, dict, _("The sources can't be read."))
