"""Imports point one way: from the rooms that people see down to the ground, and each library stays in its room."""

import ast
import subprocess
import sys
from collections.abc import Iterator
from pathlib import Path

import pytest

import uncramp
from instant_clock import FOLDER

SOURCE = Path(uncramp.__file__).parent
MODULES = sorted(SOURCE.rglob("*.py"))

LEVELS: tuple[frozenset[str], ...] = tuple(
    frozenset(rooms.split())
    for rooms in (
        "ground",
        "terminal domain",
        "files",
        "figures store",
        "words",
        "guidance",
        "sound report guide",
        "tui plain",
        "cli",
        "__main__",
    )
)
"""The rooms of the house, from below: each may import what stands on a lower line, and nothing beside it or above."""

LEVEL = {room: number for number, rooms in enumerate(LEVELS) for room in rooms}

GROUND = {"clock", "faults", "i18n", "paths"}
"""The modules at the root of the package that all rooms stand on."""

OWNERS = {
    "textual": "tui",
    "rich": "tui",
    "markdown_it": "tui",
    "yaml": "files",
    "sqlite3": "store",
    "platformdirs": "ground",
    "wakepy": "sound",
    "argcomplete": "cli",
    "icalendar": "report",
}
"""The one room that knows a library; `domain` and `terminal` need the standard library alone."""


def room(module: str) -> str:
    """The room of a module of ours: its folder, `__main__`, or else the ground."""
    names = module.split(".")[1:2]
    return names[0] if LEVEL.keys() & names else "ground"


def imported(path: Path) -> Iterator[str]:
    """The modules that a file names, wherever in it: late imports, imports for types, and names given as strings."""
    for node in ast.walk(ast.parse(path.read_text(encoding="utf-8"))):
        match node:
            case ast.Import(names=names):
                yield from (name.name for name in names)
            case ast.ImportFrom(module=str(module), names=names, level=0):
                yield from (f"{module}.{name.name}" for name in names)
            case ast.ImportFrom():
                raise AssertionError(f"{path}: an import that does not say its whole name")
            case ast.Constant(value=str(text)) if text.startswith("uncramp.") and " " not in text:
                yield text.partition(":")[0]


def imports() -> Iterator[tuple[str, str, str]]:
    """Each file with its room, and each module that it names."""
    for path in MODULES:
        name = path.relative_to(SOURCE)
        here = room(".".join(["uncramp", *name.with_suffix("").parts]))
        for module in imported(path):
            yield name.as_posix(), here, module


def test_every_room_has_its_level() -> None:
    found = {path.stem for path in SOURCE.iterdir() if path.is_dir() or path.suffix == ".py"}
    assert found <= LEVEL.keys() | GROUND | {"__init__", "__pycache__", "locale", "routines"}


def test_imports_point_one_way() -> None:
    found = {
        (name, there)
        for name, here, module in imports()
        if module.split(".")[0] == "uncramp" and (there := room(module)) != here and LEVEL[there] >= LEVEL[here]
    }
    assert not found


def test_each_library_is_known_to_its_room_alone() -> None:
    found = {
        (name, library)
        for name, here, module in imports()
        if (library := module.split(".")[0]) not in sys.stdlib_module_names - OWNERS.keys()
        and OWNERS.get(library) != here
        and library != "uncramp"
    }
    assert not found


def test_private_modules_of_the_toolkit_stand_in_one_file() -> None:
    found = {
        name
        for name, _here, module in imports()
        if module.startswith(("textual.", "rich.")) and any(part.startswith("_") for part in module.split("."))
    }
    assert found <= {"tui/textual_workarounds.py"}


def loaded(code: str) -> set[str]:
    """The modules that a fresh interpreter has loaded after running `code`."""
    script = f"{code}\nimport sys\nprint('\\n'.join(sys.modules))"
    done = subprocess.run([sys.executable, "-c", script], capture_output=True, text=True, check=True)
    return set(done.stdout.splitlines())


@pytest.mark.parametrize("part", ["domain", "terminal"])
def test_the_rooms_below_need_the_standard_library_only(part: str) -> None:
    names = [f"uncramp.{part}.{path.stem}" for path in (SOURCE / part).glob("[!_]*.py")]
    found = loaded(f"import {', '.join(names)}")
    assert set(names) <= found
    ours = {name for name in found if name.startswith("uncramp.") and not name.startswith(f"uncramp.{part}")}
    assert not ours
    assert not found & {*OWNERS, "asyncio"}


@pytest.mark.parametrize(
    "command",
    [
        ["list"],
        ["list", "--json"],
        ["diary", "list"],
        ["show", "cramp-calf"],
        ["check"],
        ["signs"],
        ["now"],
        ["run", "daily-calf", "--plain"],
    ],
)
def test_only_the_screen_loads_the_toolkit(command: list[str]) -> None:
    """Every command that draws nothing answers without Textual; with no terminal, `now` and `run` draw nothing."""
    at_once = f"import sys\nsys.path.insert(0, {str(FOLDER)!r})\nimport instant_clock\ninstant_clock.use()\n"
    code = f"from uncramp.cli.main import main\nimport io, sys\nout = sys.stdout\nsys.stdout = io.StringIO()\nmain({command!r})\nsys.stdout = out"
    code = at_once + code if command[0] in ("now", "run") else code
    assert not {name for name in loaded(code) if name.split(".")[0] in {"textual", "rich"}}


@pytest.mark.parametrize("option", ["--version", "--help"])
def test_version_and_help_load_neither_the_toolkit_nor_yaml(option: str) -> None:
    code = (
        "from uncramp.cli.main import main\nimport io, sys\nout = sys.stdout\nsys.stdout = io.StringIO()\n"
        f"try:\n    main([{option!r}])\nexcept SystemExit:\n    pass\nsys.stdout = out"
    )
    assert not {name for name in loaded(code) if name.split(".")[0] in {"textual", "rich", "yaml", "platformdirs"}}
