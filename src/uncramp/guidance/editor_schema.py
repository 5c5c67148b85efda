"""The schema of a routine as it lies beside a person's own: editors offer by it what they can name, with a line of words."""

import json
from collections.abc import Mapping
from typing import TypeAlias

from uncramp.domain.routine import Tag
from uncramp.figures.figure_file import figure_entry
from uncramp.files.library import Library
from uncramp.files.routine import routine_schema
from uncramp.words.session import tag_name

_Json: TypeAlias = "dict[str, _Json] | list[_Json] | str | float | bool | None"
_Offered = Mapping[str, Mapping[str, str]]
"""Names with what each is, by kind."""


def written(schema: Mapping[str, object]) -> str:
    """A schema in the 2020-12 dialect, as its file holds it."""
    whole = {"$schema": "https://json-schema.org/draft/2020-12/schema", **schema}
    return json.dumps(whole, indent=2, ensure_ascii=False) + "\n"


def schema_for_person(library: Library) -> str:
    """The schema of a routine, with the names of the person's figures, sources and routines. All of them are read for it."""
    figures = {name: figure_entry(path).figure for name, path in library.figure_paths.items()}
    offered = {
        "figure": {name: figure.shows for name, figure in figures.items() if figure},
        "source": {name: f"{source.name}: {source.says}" for name, source in library.sources.items()},
        "routine": {entry.name: entry.routine.title for entry in library.entries() if entry.routine},
    }
    whole = _offering(json.loads(json.dumps(routine_schema())), offered)
    return written(whole if isinstance(whole, dict) else {})


def _offering(schema: _Json, offered: _Offered) -> _Json:
    """The schema with names beside each pattern for a name: a name that is not among them may have been added since."""
    if isinstance(schema, list):
        return [_offering(one, offered) for one in schema]
    if not isinstance(schema, dict):
        return schema
    if names := offered.get(str(schema.get("$comment"))):
        more, pattern = schema.copy(), {}
        for key in more.keys() - {"description"}:
            pattern[key] = more.pop(key)
        return more | {"anyOf": [{"enum": [*names], "enumDescriptions": [*names.values()]}, pattern]}
    if schema.get("enum") == list(Tag):
        return schema | {"enumDescriptions": [tag_name(tag) for tag in Tag]}
    return {key: _offering(value, offered) for key, value in schema.items()}
