"""From a library and a person to a plan. Routines that a plan may lead to are read only when it names them."""

from collections.abc import Iterator, Mapping

from uncramp.domain.plan import Plan
from uncramp.domain.planner import make_plan
from uncramp.domain.profile import Profile
from uncramp.domain.routine import Routine, Side
from uncramp.files.library import Library, RoutineBrokenError, RoutineNotFoundError


class Routines(Mapping[str, Routine]):
    """The library's routines by name. One that is missing or broken is not there: it is not offered."""

    def __init__(self, library: Library) -> None:
        """Look into `library`."""
        self._library = library

    def __getitem__(self, name: str) -> Routine:
        """Read a routine."""
        try:
            return self._library.get(name)
        except (RoutineNotFoundError, RoutineBrokenError) as error:
            raise KeyError(name) from error

    def __iter__(self) -> Iterator[str]:
        """All names."""
        return iter(self._library.names())

    def __len__(self) -> int:
        """How many names there are."""
        return len(self._library.names())


def plan_for(library: Library, routine: Routine, profile: Profile, side: Side | None = None) -> Plan:
    """The routine for this person, with the plans that it may lead to."""
    return make_plan(routine, profile, side, Routines(library))
