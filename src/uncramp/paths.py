"""Where things are: the shipped routines, and the person's own folders. Nothing is made by looking.

Where several people share a machine, each but one has a name (`--as NAME`, or `UNCRAMP_AS`), and folders of their own
below those of the one who needs none.
"""

import os
from contextlib import suppress
from pathlib import Path
from typing import NamedTuple

from uncramp.i18n import _

HOME_VARIABLE = "UNCRAMP_HOME"
"""One folder for everything, for tests and portable use."""
PERSON_VARIABLE = "UNCRAMP_AS"
"""Whose profile, routines and diary are used."""
PEOPLE = "people"

_LONGEST_NAME = 40
_KEPT_BY_WINDOWS = {"con", "prn", "aux", "nul", *(f"{port}{n}" for port in ("com", "lpt") for n in range(10))}
"""Names that no folder can have there."""


class PersonNameError(ValueError):
    """This can't be the name of a person here; the message says what would be right."""


def shipped_routines() -> Path:
    """The routines that came with the program: packed beside the code, or at the top of a source checkout."""
    here = Path(__file__).resolve().parent
    packed = here / "routines"
    return packed if packed.is_dir() else here.parent.parent / "routines"


def person() -> str:
    """The name of the person whose things are used; "" for the one who needs none."""
    return " ".join(os.environ.get(PERSON_VARIABLE, "").split())


def folder_of(name: str) -> str:
    """The folder of a person, the same however the name is written: large or small, with one space or two.

    Raises:
        PersonNameError: it can be no folder on every machine, or is not safe to show.
    """
    import unicodedata  # late: most people need no name

    plain = "-".join(unicodedata.normalize("NFKC", name).casefold().split())
    if not plain:
        raise PersonNameError(_("A name is missing. Write it behind --as: uncramp --as Maria"))
    if len(plain) > _LONGEST_NAME:
        raise PersonNameError(_("This name is too long: {n} letters at most.").format(n=_LONGEST_NAME))
    if not plain[0].isalpha() or any(unicodedata.category(char)[0] not in "LMN" and char != "-" for char in plain):
        raise PersonNameError(_("This can't be a name here: write letters, digits, spaces and -, a letter first."))
    if plain in _KEPT_BY_WINDOWS:
        raise PersonNameError(_("This can't be a name here: Windows keeps it for itself. Add a letter."))
    return plain


def people() -> tuple[str, ...]:
    """The people who have something here, by their folders."""
    found, roots = set[str](), _roots()
    for place in (roots.config, roots.data):
        with suppress(OSError), os.scandir(place / PEOPLE) as folders:
            found.update(one.name for one in folders if one.is_dir() and _is_person(one.name))
    return tuple(sorted(found))


def _is_person(folder: str) -> bool:
    with suppress(PersonNameError):
        return folder_of(folder) == folder
    return False


def config_folder() -> Path:
    """The person's own configuration: profile and routines.

    Raises:
        PersonNameError: they are called by what can be no name.
    """
    return _own(_roots().config)


def calendar_memory() -> Path:
    """What `uncramp calendar` keeps of its former files."""
    return config_folder() / "calendar.json"


def own_routines() -> Path:
    """The person's own routines, which win over shipped ones of the same name."""
    return config_folder() / "routines"


def diary_folder() -> Path:
    """The folder of the diary, which holds nothing else.

    Raises:
        PersonNameError: the person is called by what can be no name.
    """
    return _own(_roots().data) / "diary"


def _own(root: Path) -> Path:
    return root / PEOPLE / folder_of(name) if (name := person()) else root


class _Roots(NamedTuple):
    config: Path
    data: Path
    cache: Path


def _roots() -> _Roots:
    """The folders of the program as a whole, whoever uses it."""
    if home := os.environ.get(HOME_VARIABLE):
        return _Roots(Path(home), Path(home), Path(home) / "cache")
    from platformdirs import PlatformDirs

    system = PlatformDirs("uncramp", appauthor=False)
    return _Roots(system.user_config_path, system.user_data_path, system.user_cache_path)


def cache_folder() -> Path:
    """What the program has made and can make anew at any time."""
    return _roots().cache
