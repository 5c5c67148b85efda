"""The JSON Schemas of a routine and of a figure, for editors: made from the same declarations that the reader uses.

`python -m uncramp.cli.schema` prints that of a routine, `python -m uncramp.cli.schema figure` that of a figure.
"""

import json
import sys

from uncramp.figures.figure_file import FIGURE
from uncramp.files.fields import Schema
from uncramp.files.routine import ROUTINE

HOW_TO_DRAW = (
    "A figure is drawn as seen on the right side of the body: the person looks to the right, the working limb is the "
    "near one. Places are [x, y] from the left and from the floor up; 1 is the person's height, or the length of the "
    "hand or foot close up. Angles are degrees and 0 where a person stands straight with hanging arms: hip, knee, "
    "shoulder and elbow say how far the joint bends, ankle is 0 at a right angle and more with the toes toward the shin."
)
"""The conventions, for whoever writes a figure."""


def routine_schema() -> Schema:
    """The schema, in the 2020-12 dialect.

    It is for typing and for a first look: what depends on other files, and sums of times, only the reader knows.
    """
    return {
        "$schema": "https://json-schema.org/draft/2020-12/schema",
        "title": "A routine of uncramp",
        **ROUTINE.schema(),
    }


def figure_schema() -> Schema:
    """The same for a figure. It knows the joints of all skeletons; which go with which, only the reader knows."""
    return {
        "$schema": "https://json-schema.org/draft/2020-12/schema",
        "title": "A figure of uncramp",
        "description": HOW_TO_DRAW,
        **FIGURE.schema(),
    }


def written(schema: Schema | None = None) -> str:
    """A schema as its file holds it; that of a routine if none is given."""
    return json.dumps(schema or routine_schema(), indent=2, ensure_ascii=False) + "\n"


if __name__ == "__main__":
    print(written(figure_schema() if sys.argv[1:] == ["figure"] else None), end="")
