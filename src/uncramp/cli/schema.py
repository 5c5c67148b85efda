"""The JSON Schemas of a routine and of a figure, for editors: made from the same declarations that the reader uses.

`python -m uncramp.cli.schema` prints that of a routine, `python -m uncramp.cli.schema figure` that of a figure.
"""

import json
import sys

from uncramp.figures.figure_file import figure_schema
from uncramp.files.fields import Schema
from uncramp.files.routine import routine_schema


def written(schema: Schema) -> str:
    """A schema in the 2020-12 dialect, as its file holds it."""
    whole = {"$schema": "https://json-schema.org/draft/2020-12/schema", **schema}
    return json.dumps(whole, indent=2, ensure_ascii=False) + "\n"


if __name__ == "__main__":
    print(written(figure_schema() if sys.argv[1:] == ["figure"] else routine_schema()), end="")
