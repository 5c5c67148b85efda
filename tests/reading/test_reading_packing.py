"""The packed routines are the shipped files, word for word; a changed file is read itself."""

import shutil
import subprocess
import sys
from pathlib import Path

import pytest

import uncramp.packed
from uncramp.domain.profile import Profile
from uncramp.domain.routine import BUILT_IN
from uncramp.faults import Broken
from uncramp.figures.cache import FigureShelf
from uncramp.figures.figure_read import figure_entry
from uncramp.files import packing
from uncramp.files.folder import figure_paths
from uncramp.files.library import Library
from uncramp.files.packing import module_name, packed
from uncramp.guidance.plans import plan_for
from uncramp.packed import last_resort, needed_seconds, packed_figure, packed_routine
from uncramp.paths import shipped_routines

SHIPPED = Library(shipped_routines())
MODULES = Path(uncramp.packed.__file__).parent
NAMES = SHIPPED.shipped_names()
FIGURES = figure_paths(SHIPPED.shelves)
HOW_TO_MEND = "run python -m uncramp.files.packing"


def file_of(name: str) -> Path:
    return shipped_routines() / f"{name}.yaml"


@pytest.mark.parametrize("name", NAMES)
def test_each_module_is_what_packing_makes_of_the_file(name: str) -> None:
    entry = SHIPPED.entry(file_of(name), SHIPPED.known)
    assert entry.routine is not None
    module = (MODULES / f"{module_name(name)}.py").read_text("utf-8")
    plan = plan_for(SHIPPED, entry.routine, Profile())
    assert plan.intervals, (
        "home says of each shipped routine that it is for somebody of whom nothing is known"
    )
    assert module == packed(entry.routine, plan.needed_seconds, file_of(name).read_bytes()), HOW_TO_MEND
    assert needed_seconds(entry.routine) is None
    assert needed_seconds(SHIPPED.get(name)) == plan.needed_seconds
    assert packed_routine(name, file_of(name).read_bytes()) == entry.routine == last_resort(name), HOW_TO_MEND


@pytest.mark.parametrize("name", FIGURES)
def test_each_figure_is_what_packing_makes_of_its_file(name: str) -> None:
    data = FIGURES[name].read_bytes()
    figure = figure_entry(FIGURES[name]).figure
    assert figure is not None
    module = (MODULES / "figures" / f"{module_name(name)}.py").read_text("utf-8")
    assert module == packing.packed_figure(figure, data), HOW_TO_MEND
    assert packed_figure(name, data) == figure, HOW_TO_MEND
    assert packed_figure(name, data + b"\n") is None


def test_a_changed_figure_is_read_itself(tmp_path: Path) -> None:
    folder = tmp_path / "routines"
    shutil.copytree(shipped_routines(), folder)
    changed = folder / "figures" / "ankle-pump.yaml"
    changed.write_text(changed.read_text("utf-8").replace("title: Ankle pump", "title: My pump"), "utf-8")
    figure = FigureShelf(Library(folder), Broken()).get("ankle-pump")
    assert figure is not None
    assert figure.title == "My pump"


def test_an_own_figure_of_a_shipped_name_is_read_itself(tmp_path: Path) -> None:
    (tmp_path / "figures").mkdir()
    own = tmp_path / "figures" / "ankle-pump.yaml"
    own.write_text(FIGURES["calf-rub"].read_text("utf-8"), "utf-8")
    figure = FigureShelf(Library(shipped_routines(), tmp_path), Broken()).get("ankle-pump")
    assert figure is not None
    assert figure.title != "Ankle pump"


def test_a_shipped_figure_needs_no_yaml_reader() -> None:
    code = (
        "import sys\nfrom uncramp.cli.find import library\nfrom uncramp.faults import Broken\n"
        "from uncramp.figures.cache import FigureShelf\nassert FigureShelf(library(), Broken()).get('ankle-pump')\n"
        "print(sorted({'yaml', 'uncramp.figures.figure_file', 'uncramp.files.fields'} & set(sys.modules)))"
    )
    found = subprocess.run([sys.executable, "-c", code], capture_output=True, text=True, check=True)
    assert found.stdout.strip() == "[]"


def test_there_is_a_module_for_each_file_and_no_other() -> None:
    assert {path.stem for path in MODULES.glob("[!_]*.py")} == {module_name(name) for name in NAMES}, (
        HOW_TO_MEND
    )
    assert {path.stem for path in MODULES.glob("figures/[!_]*.py")} == {
        module_name(name) for name in FIGURES
    }, HOW_TO_MEND


def test_a_changed_file_is_read_itself(tmp_path: Path) -> None:
    folder = tmp_path / "routines"
    shutil.copytree(shipped_routines(), folder)
    changed = folder / "cramp-calf.yaml"
    changed.write_text(changed.read_text("utf-8").replace("Calf cramp, right now", "My calf"), "utf-8")
    routine = Library(folder).get("cramp-calf")
    assert (routine.title, routine.origin) == ("My calf", BUILT_IN)


def test_an_own_routine_of_a_shipped_name_is_read_itself(tmp_path: Path) -> None:
    own = tmp_path / "cramp-calf.yaml"
    shutil.copy(file_of("cramp-calf"), own)
    assert Library(shipped_routines(), tmp_path).get("cramp-calf").origin == str(own)


def test_a_shipped_routine_needs_no_yaml_reader() -> None:
    code = (
        "import sys\nfrom uncramp.cli.find import library\nlibrary().get('cramp-calf')\n"
        "print(sorted({'yaml', 'uncramp.files.fields', 'uncramp.files.builder'} & set(sys.modules)))"
    )
    done = subprocess.run([sys.executable, "-c", code], capture_output=True, text=True, check=True)
    assert done.stdout.strip() == "[]"


@pytest.mark.parametrize("name", ["", "nobody", "../cramp-calf", "os.path"])
def test_there_is_no_packed_routine_of_another_name(name: str) -> None:
    assert last_resort(name) is None
