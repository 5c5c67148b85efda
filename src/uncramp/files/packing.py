"""Packs the shipped routines and figures into modules, which need no parser.

Run `python -m uncramp.files.packing` after any change in `routines`.
"""

import dataclasses
from collections.abc import Iterable, Iterator, Mapping
from enum import Enum
from pathlib import Path
from types import ModuleType
from typing import TypeVar
from zlib import crc32

from uncramp.domain import routine as words_of_routines
from uncramp.domain.routine import Routine
from uncramp.figures import figure as words_of_figures
from uncramp.figures.figure import Figure

_Whole = TypeVar("_Whole", Routine, Figure)
_INDENT = "    "
_SHORT = 80
_HEAD = '''"""Packed from routines/{file}.yaml by `python -m uncramp.files.packing`: don't edit."""

from {module} import {names}

SUM = {sum}
{kind} = {literal}
{more}'''


def packed(routine: Routine, needed: int, data: bytes) -> str:
    """The source of a module that holds a routine.

    Args:
        routine: what is packed.
        needed: how many seconds it takes somebody of whom nothing is known.
        data: the file that it was read from, whose checksum the module holds, too.
    """
    return _source(routine, data, routine.name, words_of_routines, f"NEEDED = {needed}\n")


def packed_figure(figure: Figure, data: bytes) -> str:
    """The source of a module that holds a figure, as `packed` makes it of a routine."""
    return _source(figure, data, f"figures/{figure.name}", words_of_figures)


def _source(value: object, data: bytes, file: str, words: ModuleType, more: str = "") -> str:
    literal = "\n".join(_literal(value, ""))
    names = [name for name in dir(words) if f"{name}(" in literal or f"{name}." in literal]
    kind = type(value).__name__.upper()
    return _HEAD.format(
        file=file,
        module=words.__name__,
        names=", ".join(names),
        sum=crc32(data),
        kind=kind,
        literal=literal,
        more=more,
    )


def module_name(routine: str) -> str:
    """What the module of a routine is called."""
    return routine.replace("-", "_")


def _literal(value: object, indent: str) -> Iterator[str]:
    """The lines of an expression that makes `value`; defaults are left to be defaults."""
    if isinstance(value, Enum):
        yield f"{type(value).__name__}.{value.name}"
    elif isinstance(value, tuple) and value:
        yield from _call("", [("", one) for one in value], indent)
    elif isinstance(value, Mapping):
        yield from _call("", [(f"{name!r}: ", one) for name, one in value.items()], indent, "{}")
    elif dataclasses.is_dataclass(value):
        said = [(field, getattr(value, field.name)) for field in dataclasses.fields(value)]
        given = [(f"{field.name}=", one) for field, one in said if one != _default(field)]
        yield from _call(type(value).__name__, given, indent)
    else:
        yield repr(value)


def _default(field: "dataclasses.Field[object]") -> object:
    made = field.default_factory
    return field.default if made is dataclasses.MISSING else made()


def _call(name: str, arguments: list[tuple[str, object]], indent: str, around: str = "()") -> Iterator[str]:
    """A call, or a tuple or a mapping where there is no name: on one line where it fits."""
    opening, closing = around[0], around[1]
    deeper = indent + _INDENT
    lines = []
    for keyword, value in arguments:
        first, *rest = _literal(value, deeper)
        lines += [f"{deeper}{keyword}{first}", *rest]
        lines[-1] += ","
    short = " ".join(line.strip() for line in lines)
    if len(short) <= _SHORT:
        yield f"{name}{opening}{short if not name else short.removesuffix(',')}{closing}"
    else:
        yield from (f"{name}{opening}", *lines, f"{indent}{closing}")


def main() -> None:
    """Write the modules anew."""
    import uncramp.packed
    from uncramp.domain.profile import Profile
    from uncramp.figures.figure_read import figure_entry
    from uncramp.files.folder import figure_paths
    from uncramp.files.library import Library
    from uncramp.guidance.plans import plan_for
    from uncramp.paths import shipped_routines

    folder = Path(uncramp.packed.__file__).parent
    for old in [*folder.glob("[!_]*.py"), *folder.glob("figures/[!_]*.py")]:
        old.unlink()
    shipped = Library(shipped_routines())
    for name in shipped.shipped_names():
        path = shipped.shelves[0].listing.files[name]
        entry = shipped.entry(path, shipped.known)
        routine = _whole(entry.routine, entry.problems)
        needed = plan_for(shipped, routine, Profile()).needed_seconds
        source = packed(routine, needed, path.read_bytes())
        (folder / f"{module_name(name)}.py").write_text(source, "utf-8")
    for name, path in figure_paths(shipped.shelves).items():
        drawn = figure_entry(path)
        source = packed_figure(_whole(drawn.figure, drawn.problems), path.read_bytes())
        (folder / "figures" / f"{module_name(name)}.py").write_text(source, "utf-8")


def _whole(value: _Whole | None, problems: Iterable[object]) -> _Whole:
    if value is None:
        raise SystemExit("\n".join(map(str, problems)))
    return value


if __name__ == "__main__":
    main()
