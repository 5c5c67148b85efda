"""What ships with the program is clean, and whole."""

from pathlib import Path

import pytest

from uncramp.cli.check import check_paths
from uncramp.domain.planner import make_plan
from uncramp.files.library import Library
from uncramp.guidance.routines import Routines
from uncramp.paths import shipped_routines

LIBRARY = Library(shipped_routines())
FILES = sorted(shipped_routines().glob("*.yaml"))
SCHEMA_LINE = "# yaml-language-server: $schema=routine.schema.json"


def test_every_shipped_file_is_read_without_a_problem() -> None:
    checked = check_paths(LIBRARY, [shipped_routines()])
    assert [str(problem) for problem in (*checked.problems, *checked.unreadable)] == []
    assert checked.files > len(LIBRARY.names())  # and the sources


@pytest.mark.parametrize("path", [path for path in FILES if path.stem != "sources"], ids=lambda path: path.stem)
def test_every_routine_starts_with_its_schema_so_that_editors_check_it(path: Path) -> None:
    assert path.read_text(encoding="utf-8").splitlines()[0] == SCHEMA_LINE


@pytest.mark.parametrize("name", LIBRARY.names())
def test_every_dose_names_its_source(name: str) -> None:
    for step in LIBRARY.get(name).steps:
        if step.moves:
            assert step.sources, f"{name}: {step.name}"


def test_the_short_daily_routine_is_five_minutes_to_the_second_after_getting_ready() -> None:
    plan = make_plan(LIBRARY.get("daily-calf"))
    ready, *exercise = plan.intervals
    assert (ready.move, ready.seconds) == ("get ready", 5)
    assert sum(interval.seconds or 0 for interval in exercise) == 300
    assert len(exercise) == 2 * 50


def test_bedtime_is_twelve_holds_and_thirty_seconds_of_changes() -> None:
    plan = make_plan(LIBRARY.get("bedtime"))
    holds = [interval for interval in plan.intervals if interval.move == "hold"]
    assert [interval.seconds for interval in holds] == [10] * 12
    changes = [interval for interval in plan.intervals[1:] if interval.move != "hold"]
    assert sum(interval.seconds or 0 for interval in changes) == 30
    assert plan.intervals[0].move == "get ready"


def test_a_calf_cramp_is_stretched_until_relief_with_the_standing_routine_offered_at_once() -> None:
    plan = make_plan(LIBRARY.get("cramp-calf"), routines=Routines(LIBRARY))
    first = plan.intervals[0]
    assert first.move == "toes up 30s, ease off 10s"
    assert (first.turns, first.step.offer_after, first.step.otherwise) == (5, 0, "cramp-calf-standing")
    assert plan.other("cramp-calf-standing") is not None
