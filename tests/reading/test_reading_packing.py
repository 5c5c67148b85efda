"""The packed routines are the shipped files, word for word; a changed file is read itself."""

import shutil
import subprocess
import sys
from pathlib import Path

import pytest

import uncramp.packed
from uncramp.domain.routine import BUILT_IN
from uncramp.packed import last_resort, packed_routine
from uncramp.paths import shipped_routines
from uncramp.reading.library import Library
from uncramp.reading.packing import module_name, packed

SHIPPED = Library(shipped_routines())
MODULES = Path(uncramp.packed.__file__).parent
NAMES = SHIPPED.shipped_names()
HOW_TO_MEND = "run python -m uncramp.reading.packing"


def file_of(name: str) -> Path:
    return shipped_routines() / f"{name}.yaml"


@pytest.mark.parametrize("name", NAMES)
def test_each_module_is_what_packing_makes_of_the_file(name: str) -> None:
    entry = SHIPPED.entry(file_of(name), SHIPPED.known)
    assert entry.routine is not None
    module = (MODULES / f"{module_name(name)}.py").read_text("utf-8")
    assert module == packed(entry.routine, file_of(name).read_bytes()), HOW_TO_MEND
    assert packed_routine(name, file_of(name).read_bytes()) == entry.routine == last_resort(name), HOW_TO_MEND


def test_there_is_a_module_for_each_file_and_no_other() -> None:
    assert {path.stem for path in MODULES.glob("[!_]*.py")} == {module_name(name) for name in NAMES}, (
        HOW_TO_MEND
    )


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
        "import sys\nfrom uncramp.commands.find import library\nlibrary().get('cramp-calf')\n"
        "print(sorted({'yaml', 'uncramp.reading.fields', 'uncramp.reading.builder'} & set(sys.modules)))"
    )
    done = subprocess.run([sys.executable, "-c", code], capture_output=True, text=True, check=True)
    assert done.stdout.strip() == "[]"


@pytest.mark.parametrize("name", ["", "nobody", "../cramp-calf", "os.path"])
def test_there_is_no_packed_routine_of_another_name(name: str) -> None:
    assert last_resort(name) is None
