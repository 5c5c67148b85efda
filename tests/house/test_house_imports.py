"""Imports point one way, proved by what a fresh interpreter has loaded."""

import subprocess
import sys
from pathlib import Path

import pytest

import uncramp
from hurried import FOLDER

SOURCE = Path(uncramp.__file__).parent


def modules_of(folder: str) -> list[str]:
    """Every module of one part of the house."""
    return [
        f"uncramp.{folder}.{path.stem}"
        for path in sorted((SOURCE / folder).glob("*.py"))
        if path.stem != "__init__"
    ]


def loaded(code: str) -> set[str]:
    """The modules that a fresh interpreter has loaded after running `code`."""
    script = f"{code}\nimport sys\nprint('\\n'.join(sys.modules))"
    done = subprocess.run([sys.executable, "-c", script], capture_output=True, text=True, check=True)
    return set(done.stdout.splitlines())


def importing(*modules: str) -> set[str]:
    return loaded("\n".join(f"import {module}" for module in modules))


def test_the_domain_needs_the_standard_library_only() -> None:
    found = importing(*modules_of("domain"))
    ours = {name for name in found if name.startswith("uncramp.") and not name.startswith("uncramp.domain")}
    assert not ours
    assert not found & {"yaml", "textual", "rich", "platformdirs", "sqlite3", "asyncio"}


def test_files_need_no_more_than_yaml_and_the_domain() -> None:
    found = importing(*modules_of("files"))
    parts = {name.split(".")[1] for name in found if name.startswith("uncramp.")}
    assert parts <= {"domain", "files", "i18n", "faults", "terminal"}
    assert not found & {"textual", "rich", "platformdirs"}


@pytest.mark.parametrize("part", ["sound", "store"])
def test_parts_side_by_side_do_not_import_each_other(part: str) -> None:
    found = importing(*modules_of(part))
    parts = {name.split(".")[1] for name in found if name.startswith("uncramp.")}
    assert parts <= {part, "domain", "clock", "paths"}
    assert not found & {"textual", "rich"}


def test_the_plain_mode_needs_neither_the_toolkit_nor_yaml() -> None:
    found = importing(*modules_of("plain"))
    parts = {name.split(".")[1] for name in found if name.startswith("uncramp.")}
    assert not parts & {"tui", "store", "sound", "cli"}
    assert not found & {"textual", "rich", "yaml", "platformdirs"}


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
def test_only_the_screen_knows_the_toolkit(command: list[str]) -> None:
    """Every command that draws nothing answers without Textual; with no terminal, `now` and `run` draw nothing."""
    hurry = f"import sys\nsys.path.insert(0, {str(FOLDER)!r})\nimport hurried\nhurried.hurry()\n"
    code = f"from uncramp.cli.main import main\nimport io, sys\nout = sys.stdout\nsys.stdout = io.StringIO()\nmain({command!r})\nsys.stdout = out"
    code = hurry + code if command[0] in ("now", "run") else code
    assert not {name for name in loaded(code) if name.split(".")[0] in {"textual", "rich"}}


@pytest.mark.parametrize("option", ["--version", "--help"])
def test_version_and_help_load_neither_the_toolkit_nor_yaml(option: str) -> None:
    code = (
        "from uncramp.cli.main import main\nimport io, sys\nout = sys.stdout\nsys.stdout = io.StringIO()\n"
        f"try:\n    main([{option!r}])\nexcept SystemExit:\n    pass\nsys.stdout = out"
    )
    assert not {
        name for name in loaded(code) if name.split(".")[0] in {"textual", "rich", "yaml", "platformdirs"}
    }
