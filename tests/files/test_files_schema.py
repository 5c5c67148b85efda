"""The schema says what the reader does, as far as a schema can, and the file of it is up to date."""

import json
import re
from pathlib import Path

import jsonschema
import pytest
import yaml
from routine_samples import GOOD, SMALL, STEPS, read, step

from uncramp.files.routine import routine_schema
from uncramp.guidance.own_routines import written

SCHEMA = routine_schema()
FILE = Path(__file__).parents[2] / "routines" / "routine.schema.json"


class Editor(yaml.SafeLoader):
    """YAML as an editor loads it: by YAML 1.2, where `1:30` is text."""


Editor.yaml_implicit_resolvers = {
    first: [(tag, pattern) for tag, pattern in resolvers if not tag.endswith((":int", ":timestamp", ":bool"))]
    for first, resolvers in yaml.SafeLoader.yaml_implicit_resolvers.items()
}
Editor.add_implicit_resolver("tag:yaml.org,2002:int", re.compile("[-+]?[0-9]+$"), list("-+0123456789"))
Editor.add_implicit_resolver("tag:yaml.org,2002:bool", re.compile("(true|false)$"), list("tf"))


def accepts(text: str) -> bool:
    """Whether the schema accepts a routine as an editor loads it."""
    document = yaml.load(text, Loader=Editor)  # noqa: S506 - a SafeLoader
    return jsonschema.Draft202012Validator(SCHEMA).is_valid(document)


def test_the_schema_is_a_schema() -> None:
    jsonschema.Draft202012Validator.check_schema(SCHEMA)


def test_the_file_of_the_schema_is_what_the_declarations_make() -> None:
    hint = "write it anew: python -m uncramp.cli.schema > routines/routine.schema.json"
    assert FILE.read_text(encoding="utf-8") == written(routine_schema()), hint


def test_every_key_is_described() -> None:
    found: list[str] = []

    def look(schema: object) -> None:
        if isinstance(schema, list):
            for item in schema:
                look(item)
        elif isinstance(schema, dict):
            found.extend(name for name, of in schema.get("properties", {}).items() if "$ref" not in of)
            if "additionalProperties" in schema and "properties" in schema:
                assert all(of.get("description", "").endswith(".") for of in schema["properties"].values())
            for value in schema.values():
                look(value)

    look(json.loads(written(routine_schema())))
    assert {"title", "steps", "moves", "ask", "replace", "why", "instead"} <= set(found)


@pytest.mark.parametrize("path", sorted(FILE.parent.glob("*.yaml")), ids=lambda path: path.stem)
def test_every_routine_that_is_shipped_is_accepted(path: Path) -> None:
    if path.stem != "sources":
        assert accepts(path.read_text(encoding="utf-8"))


@pytest.mark.parametrize(
    "text",
    [
        GOOD,
        SMALL,
        step("moves: [a 90s, b 1m30s, c 1:30, d 0:30, e 01:30, f 2m]"),
        step("moves: [lean in 3s]", "sides: none", "sets: 2", "rest: 1:30"),
        step("moves: [a 1s]", "sides: alternating", "change: 0s", "optional: false"),
        STEPS + "  - {name: A, ask: B, if_yes: signs}\n",
    ],
)
def test_a_good_routine_is_accepted_by_both(text: str) -> None:
    assert read(text)[1] == []
    assert accepts(text)


PREGNANT = "adapt: {pregnant: {%s}}"


@pytest.mark.parametrize(
    "text",
    [
        "",
        "[]",
        "text",
        SMALL.replace("title: Small\n", ""),
        SMALL.replace("purpose: daily\n", ""),
        SMALL.replace("daily", "dayly"),
        SMALL.replace("calf", "elbow"),
        SMALL.replace("Small", "x" * 61),
        SMALL.replace("Small", "' '"),
        SMALL.replace("Small", ""),
        SMALL.replace("Small", "[a]"),
        SMALL + "zzz: 1\n",
        SMALL + "notes: a note\n",
        SMALL + "about: " + "x" * 101,
        SMALL + "adapt: {tired: {skip: true, why: W}}\n",
        SMALL + "adapt: {pregnant: {skip: true}}\n",
        SMALL + "adapt: {pregnant: {instead: cramp-calf, skip: true, why: W}}\n",
        SMALL + "adapt: {pregnant: {why: W}}\n",
        SMALL + "adapt: {pregnant: {instead: Some File, why: W}}\n",
        STEPS + "  []\n",
        STEPS + "  - a\n",
        SMALL.replace("    say: Lean in.\n", ""),
        SMALL.replace("    moves: [lean in 3s]\n", ""),
        SMALL.replace("Lean in.", "one two three four five six seven eight nine ten eleven twelve thirteen"),
        step("moves: []"),
        step("moves: pull 30s"),
        step("moves: [hold]"),
        step("moves: [10s]"),
        step("moves: [hold 10]"),
        step("moves: [hold 1:75]"),
        step("moves: [hold 1m75s]"),
        step("moves: [hold: 10s]"),
        step("moves: [a 1s]", "repetitions: 0"),
        step("moves: [a 1s]", "repetitions: 1001"),
        step("moves: [a 1s]", "repetitions: '3'"),
        step("moves: [a 1s]", "repetitions: 1.5"),
        step("moves: [a 1s]", "sides: upper"),
        step("moves: [a 1s]", "optional: yes"),
        step("moves: [a 1s]", "optional: 'true'"),
        step("moves: [a 1s]", "sets: 2", "rest: 30"),
        step("moves: [a 1s]", "rest: 30s"),
        step("moves: [a 1s]", "rest: 30s", "sets: 1"),
        step("moves: [a 1s]", "change: 5s"),
        step("moves: [a 1s]", "change: 5s", "sides: both"),
        step("moves: [a 1s]", "until: relief"),
        step("moves: [a 1s]", "until: better", "at_most: 2"),
        step("moves: [a 1s]", "at_most: 2"),
        step("moves: [a 1s]", "until: relief", "at_most: 2", "sets: 2"),
        step("moves: [a 1s]", "until: relief", "at_most: 2", "sides: each"),
        step("moves: [a 1s]", "until: relief", "at_most: 2", "offer_after: 1"),
        step("moves: [a 1s]", "otherwise: cramp-calf"),
        step("moves: [a 1s]", "ask: Does it hurt?"),
        step("moves: [a 1s]", "figure: ../x"),
        step("moves: [a 1s]", PREGNANT % "skip: false, why: W"),
        step("moves: [a 1s]", PREGNANT % "skip: true, caution: C, why: W"),
        step("moves: [a 1s]", PREGNANT % "why: W"),
        step("moves: [a 1s]", PREGNANT % "replace: {}, why: W"),
        step("moves: [a 1s]", PREGNANT % "replace: {until: relief}, why: W"),
        step("moves: [a 1s]", PREGNANT % "replace: {sets: 0}, why: W"),
        STEPS + "  - {name: A, ask: B}\n",
        STEPS + "  - {name: A, ask: B, if_yes: signs, sets: 2}\n",
        STEPS + "  - {name: A, ask: B, if_yes: signs, unanswered: wait}\n",
        STEPS + "  - {name: A, ask: B, if_yes: signs, guards: 21}\n",
    ],
)
def test_a_broken_routine_is_refused_by_both(text: str) -> None:
    assert read(text)[1]
    assert not accepts(text)
