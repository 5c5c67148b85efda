"""An installation that can't keep compiled files keeps them in the person's cache folder."""

import os
import shutil
import subprocess
import sys
from pathlib import Path

import pytest

import uncramp


def run(modules: Path, home: Path) -> None:
    env = {name: value for name, value in os.environ.items() if not name.startswith("PYTHON")}
    env |= {"PYTHONPATH": str(modules), "UNCRAMP_HOME": str(home)}
    subprocess.run(
        [sys.executable, "-m", "uncramp", "--version"], env=env, check=True, capture_output=True, cwd=home
    )


@pytest.fixture
def installed(tmp_path: Path) -> Path:
    """A copy of the program without anything compiled."""
    modules = tmp_path / "modules"
    shutil.copytree(
        Path(uncramp.__file__).parent, modules / "uncramp", ignore=shutil.ignore_patterns("__pycache__")
    )
    (tmp_path / "home").mkdir()
    return modules


def compiled(home: Path) -> list[Path]:
    return list((home / "cache" / "bytecode").rglob("main.*.pyc"))


def test_where_it_can_be_kept_beside_the_program_nothing_else_is_made(installed: Path) -> None:
    home = installed.parent / "home"
    run(installed, home)
    assert not list(home.iterdir())


def test_where_it_cannot_it_is_kept_in_the_cache_folder_and_readable_by_nobody_else(installed: Path) -> None:
    home = installed.parent / "home"
    (installed / "uncramp" / "terminal" / "__pycache__").write_text("in the way")
    run(installed, home)
    assert compiled(home)
    assert (home / "cache" / "bytecode").stat().st_mode & 0o077 == 0


def test_where_neither_can_it_runs_all_the_same(installed: Path) -> None:
    home = installed.parent / "home"
    (installed / "uncramp" / "terminal" / "__pycache__").write_text("in the way")
    (home / "cache").write_text("in the way, too")
    run(installed, home)
    assert not compiled(home)
