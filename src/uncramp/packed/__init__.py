"""The shipped routines and figures, read beforehand, so that a cramp waits for no parser: and helps where there is none.

`python -m uncramp.files.packing` makes the modules here and in `figures` from the files in `routines`; a test holds
them equal. What is packed counts only while its file is, byte for byte, the one that it was made from.
"""

from importlib import import_module
from types import ModuleType
from typing import TYPE_CHECKING
from zlib import crc32

from uncramp.domain.routine import Routine

if TYPE_CHECKING:  # no routine waits for the figures
    from uncramp.figures.figure import Figure


def packed_routine(name: str, data: bytes) -> Routine | None:
    """The shipped routine `name` if its file still holds what it was made from; nothing if it was changed."""
    module = _module(name)
    return _routine(module) if module is not None and crc32(data) == module.SUM else None


def needed_seconds(routine: Routine) -> int | None:
    """How long a packed routine takes somebody of whom nothing is known; nothing for any other routine."""
    module = _module(routine.name)
    if module is None or module.ROUTINE is not routine:
        return None
    seconds: int = module.NEEDED
    return seconds


def packed_figure(name: str, data: bytes) -> "Figure | None":
    """The shipped figure `name`, as `packed_routine` gives a routine."""
    module = _module(f"figures.{name}")
    if module is None or crc32(data) != module.SUM:
        return None
    figure: Figure = module.FIGURE
    return figure


def last_resort(name: str) -> Routine | None:
    """The routine as it was shipped, whatever has become of its file; nothing if there never was one."""
    module = _module(name)
    return _routine(module) if module is not None else None


def _module(name: str) -> ModuleType | None:
    try:
        return import_module(f"{__name__}.{name.replace('-', '_')}")
    except (
        ImportError,
        SyntaxError,
        EOFError,
        ValueError,
    ):  # it is not there, or damaged: the file has it, too
        return None


def _routine(module: ModuleType) -> Routine:
    routine: Routine = module.ROUTINE
    return routine
