"""Packs the shipped routines into modules, which need no parser.

Run `python -m uncramp.reading.packing` after any change in `routines`.
"""

import dataclasses
from collections.abc import Iterator
from enum import Enum
from pathlib import Path
from zlib import crc32

from uncramp.domain import routine as words_of_routines
from uncramp.domain.routine import Routine

_INDENT = "    "
_SHORT = 80
_HEAD = '''"""Packed from routines/{name}.yaml by `python -m uncramp.reading.packing`: don't edit."""

from uncramp.domain.routine import {names}

SUM = {sum}
ROUTINE = {routine}
'''


def packed(routine: Routine, data: bytes) -> str:
    """The source of a module that holds a routine and the checksum of the file that it was read from."""
    literal = "\n".join(_literal(routine, ""))
    names = [name for name in dir(words_of_routines) if f"{name}(" in literal or f"{name}." in literal]
    return _HEAD.format(name=routine.name, names=", ".join(names), sum=crc32(data), routine=literal)


def module_name(routine: str) -> str:
    """What the module of a routine is called."""
    return routine.replace("-", "_")


def _literal(value: object, indent: str) -> Iterator[str]:
    """The lines of an expression that makes `value`; defaults are left to be defaults."""
    if isinstance(value, Enum):
        yield f"{type(value).__name__}.{value.name}"
    elif isinstance(value, tuple) and value:
        yield from _call("", [("", one) for one in value], indent)
    elif dataclasses.is_dataclass(value):
        said = [(field, getattr(value, field.name)) for field in dataclasses.fields(value)]
        given = [(f"{field.name}=", one) for field, one in said if one != field.default]
        yield from _call(type(value).__name__, given, indent)
    else:
        yield repr(value)


def _call(name: str, arguments: list[tuple[str, object]], indent: str) -> Iterator[str]:
    """A call, or a tuple where there is no name: on one line where it fits."""
    deeper = indent + _INDENT
    lines = []
    for keyword, value in arguments:
        first, *rest = _literal(value, deeper)
        lines += [f"{deeper}{keyword}{first}", *rest]
        lines[-1] += ","
    short = " ".join(line.strip() for line in lines)
    if len(short) <= _SHORT:
        yield f"{name}({short if not name else short.removesuffix(',')})"
    else:
        yield from (f"{name}(", *lines, f"{indent})")


def main() -> None:
    """Write the modules anew."""
    import uncramp.packed
    from uncramp.paths import shipped_routines
    from uncramp.reading.library import Library

    folder = Path(uncramp.packed.__file__).parent
    for old in folder.glob("[!_]*.py"):
        old.unlink()
    shipped = Library(shipped_routines())
    for name in shipped.shipped_names():
        path = shipped.shelves[0].listing.files[name]
        entry = shipped.entry(path, shipped.known)
        if entry.routine is None:
            raise SystemExit("\n".join(str(problem) for problem in entry.problems))
        (folder / f"{module_name(name)}.py").write_text(packed(entry.routine, path.read_bytes()), "utf-8")


if __name__ == "__main__":
    main()
