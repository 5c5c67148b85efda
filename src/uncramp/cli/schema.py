"""The JSON Schemas of a routine and of a figure, for editors: made from the same declarations that the reader uses.

`python -m uncramp.cli.schema` prints that of a routine, `python -m uncramp.cli.schema figure` that of a figure.
"""

import sys

from uncramp.figures.figure_file import figure_schema
from uncramp.files.routine import routine_schema
from uncramp.guidance.own_routines import written

if __name__ == "__main__":
    print(written(figure_schema() if sys.argv[1:] == ["figure"] else routine_schema()), end="")
