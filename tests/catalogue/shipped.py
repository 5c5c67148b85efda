"""The routines that are shipped, read once for all tests of the catalogue, and every profile that they are tried on."""

from collections.abc import Iterator
from functools import cache
from itertools import combinations
from pathlib import Path

import pytest

from uncramp.domain.plan import Plan
from uncramp.domain.planner import make_plan
from uncramp.domain.profile import Profile
from uncramp.domain.routine import Routine, Tag
from uncramp.files.library import Library
from uncramp.files.problems import Problems
from uncramp.files.sources import read_sources

FOLDER = Path(__file__).parents[2] / "routines"
LIBRARY = Library(FOLDER)
SOURCES = LIBRARY.sources
_OF_GUIDE, _PROBLEMS = FOLDER / "guide" / "sources.yaml", Problems()
GUIDE_SOURCES = read_sources(_OF_GUIDE.read_bytes(), path=str(_OF_GUIDE), problems=_PROBLEMS)
"""Those of the guide and the warning signs, which no wheel has."""
assert not _PROBLEMS.count
ROUTINES: dict[str, Routine] = {name: LIBRARY.get(name) for name in LIBRARY.names()}

PROFILES: tuple[tuple[Tag, ...], ...] = ((), *((tag,) for tag in Tag), *combinations(Tag, 2))
"""Nobody in particular, every tag alone, and every pair of tags."""

BY_TAGS = pytest.mark.parametrize("tags", PROFILES, ids=lambda tags: "+".join(tags) or "nobody")


@cache
def plan_of(name: str, *tags: Tag) -> Plan:
    """The plan of a shipped routine for a person with these tags."""
    return make_plan(ROUTINES[name], Profile(frozenset(tags)), routines=ROUTINES)


def all_of(plan: Plan) -> Iterator[Plan]:
    """The plan and every other that it can lead to."""
    yield plan
    for _, other in plan.others:
        yield from all_of(other)
