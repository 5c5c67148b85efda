"""The shipped routines, read beforehand, so that a cramp waits for no parser: and helps where there is none.

`python -m uncramp.reading.packing` makes the modules beside this one from the files in `routines`; a test holds them
equal. A packed routine counts only while its file is, byte for byte, the one that it was made from.
"""

from importlib import import_module
from types import ModuleType
from zlib import crc32

from uncramp.domain.routine import Routine


def packed_routine(name: str, data: bytes) -> Routine | None:
    """The shipped routine `name` if its file still holds what it was made from; nothing if it was changed."""
    module = _module(name)
    return _routine(module) if module is not None and crc32(data) == module.SUM else None


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
