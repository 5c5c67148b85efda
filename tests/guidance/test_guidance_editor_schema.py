"""The schema beside a person's routines: it offers names with words, refuses no name that is new, and says what is right."""

import json
from pathlib import Path
from typing import Any

import jsonschema
import pytest

from uncramp.files.library import Library
from uncramp.guidance.own_routines import schema_for_person
from uncramp.paths import shipped_routines

MINE = "title: Mine\npurpose: daily\nfor: calf\nsteps:\n  - name: A\n    say: B.\n    moves: [a 3s]\n"
STEP: dict[str, Any] = {"name": "A", "say": "B.", "moves": ["a 3s"]}


@pytest.fixture(scope="module")
def schema(tmp_path_factory: pytest.TempPathFactory) -> dict[str, Any]:
    own = tmp_path_factory.mktemp("own")
    (own / "mine.yaml").write_text(MINE, encoding="utf-8")
    made: dict[str, Any] = json.loads(schema_for_person(Library(shipped_routines(), own)))
    return made


def offered(schema: dict[str, Any], key: str) -> dict[str, str]:
    named = schema["$defs"]["timed"]["properties"][key]
    names = named.get("items", named)["anyOf"][0]
    return dict(zip(names["enum"], names["enumDescriptions"], strict=True))


def test_figures_sources_routines_and_tags_are_offered_with_words(schema: dict[str, Any]) -> None:
    jsonschema.Draft202012Validator.check_schema(schema)
    assert offered(schema, "figure")["wall-lean"].startswith("A person leans to a wall")
    assert offered(schema, "sources")["our-choice"].startswith("Our own choice: ")
    assert offered(schema, "otherwise")["mine"] == "Mine"
    tags = schema["properties"]["adapt"]["propertyNames"]
    assert dict(zip(tags["enum"], tags["enumDescriptions"], strict=True))["pregnant"] == "pregnant"
    assert all("description" in of for of in schema["$defs"]["timed"]["properties"].values())


@pytest.mark.parametrize("path", sorted(Path(shipped_routines()).glob("*.yaml")), ids=lambda path: path.stem)
def test_no_more_is_refused_than_by_the_schema_that_is_shipped(path: Path, schema: dict[str, Any]) -> None:
    step = STEP | {"figure": "one-of-tomorrow", "sources": [path.stem]}
    routine = {"title": "A", "purpose": "daily", "for": "calf", "steps": [step]}
    assert jsonschema.Draft202012Validator(schema).is_valid(routine)


@pytest.mark.parametrize(
    ("key", "value", "message"),
    [
        ("figure", "Wall Lean", "a name is small letters, digits and '-', 60 at most"),
        ("rest", "30", "write a duration as 30s, 2m, 1m30s or 1:30"),
        ("say", "a " * 13, "12 words at most, to be taken in at a glance"),
        ("name", " ", "some words belong here"),
        ("moves", ["hold"], "write a move such as 'hold 10s': its name, and its time"),
    ],
)
def test_what_a_pattern_refuses_is_said_in_words(key: str, value: object, message: str, schema: dict[str, Any]) -> None:
    field = schema["$defs"]["timed"]["properties"][key]
    errors = list(jsonschema.Draft202012Validator(field).iter_errors(value))
    assert message in _deep(errors)


def _deep(errors: list[Any]) -> list[str]:
    """The messages of all errors, also of those within others."""
    found: list[str] = []
    for error in errors:
        found.append(error.schema.get("patternErrorMessage", ""))
        found += _deep(list(error.context or ()))
    return found
