"""The wheel holds all that the program needs, and the sdist all that the wheel does."""

import json
import re
import subprocess
import sys
import tarfile
import zipfile
from pathlib import Path

import pytest

ROOT = Path(__file__).resolve().parents[2]


@pytest.fixture(scope="module")
def built(tmp_path_factory: pytest.TempPathFactory) -> Path:
    """A folder with a wheel and an sdist, built from this checkout."""
    folder = tmp_path_factory.mktemp("dist")
    subprocess.run(
        [sys.executable, "-m", "hatchling", "build", "-d", str(folder)],
        cwd=ROOT,
        check=True,
        capture_output=True,
    )
    return folder


def run_from(place: Path, *arguments: str) -> subprocess.CompletedProcess[str]:
    """Run the program from an unpacked wheel, away from the checkout."""
    code = f"import sys; sys.path.insert(0, {str(place)!r}); from uncramp.cli.main import main; sys.exit(main({list(arguments)!r}))"
    return subprocess.run([sys.executable, "-c", code], cwd=place, capture_output=True, text=True, check=False)


def test_the_wheel_runs_away_from_the_checkout_with_every_routine(built: Path, tmp_path: Path) -> None:
    wheel = next(built.glob("*.whl"))
    with zipfile.ZipFile(wheel) as archive:
        archive.extractall(tmp_path)
        names = set(archive.namelist())
    assert {
        "uncramp/py.typed",
        "uncramp/routines/sources.yaml",
        f"{wheel.name.rsplit('-', 3)[0]}.data/data/share/man/man1/uncramp.1",
    } <= names
    assert wheel.stat().st_size < 700 * 1024
    assert not any(name.startswith("tests") or name.endswith(".pyc") for name in names)
    listed = run_from(tmp_path, "list", "--json")
    assert listed.returncode == 0, listed.stderr
    shipped = {path.stem for path in (ROOT / "routines").glob("*.yaml")} - {"sources"}
    rows = json.loads(listed.stdout)
    assert {row["name"] for row in rows} == shipped
    assert {row["origin"] for row in rows} == {"built-in"}
    shown = run_from(tmp_path, "show", "cramp-calf")
    assert "Pull your toes toward your shin." in shown.stdout


def test_the_package_page_needs_no_file_of_the_repository(built: Path) -> None:
    with zipfile.ZipFile(next(built.glob("*.whl"))) as archive:
        (metadata,) = (name for name in archive.namelist() if name.endswith("/METADATA"))
        page = archive.read(metadata).decode()
    assert "Pull your toes toward your shin." in page
    assert not re.findall(r"""<img|\]\((?!https:)|(?:src|href)=["'](?!https:)""", page)


def test_the_sdist_builds_and_tests_itself(built: Path) -> None:
    with tarfile.open(next(built.glob("*.tar.gz"))) as archive:
        names = {name.split("/", 1)[1] for name in archive.getnames() if "/" in name}
    needed = {
        "pyproject.toml",
        "README.md",
        "LICENSE",
        "CHANGELOG.md",
        "routines/cramp-calf.yaml",
        "src/uncramp/cli/uncramp.1",
    }
    assert needed <= names
    assert any(name.startswith("tests/") for name in names)


def test_the_source_checkout_runs_as_it_is() -> None:
    done = subprocess.run(
        [sys.executable, "-m", "uncramp", "--version"],
        cwd=ROOT / "src",
        capture_output=True,
        text=True,
        check=True,
    )
    assert done.stdout.startswith("uncramp ")
