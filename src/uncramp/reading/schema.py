"""The JSON Schema of a routine file, for editors: made from the same declarations that the reader uses.

`python -m uncramp.reading.schema` prints it.
"""

import json

from uncramp.reading.fields import Schema
from uncramp.reading.routine import ROUTINE


def routine_schema() -> Schema:
    """The schema, in the 2020-12 dialect.

    It is for typing and for a first look: what depends on other files, and sums of times, only the reader knows.
    """
    return {
        "$schema": "https://json-schema.org/draft/2020-12/schema",
        "title": "A routine of uncramp",
        **ROUTINE.schema(),
    }


def written() -> str:
    """The schema as the file holds it."""
    return json.dumps(routine_schema(), indent=2, ensure_ascii=False) + "\n"


if __name__ == "__main__":
    print(written(), end="")
