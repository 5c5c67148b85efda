"""Where things are: the shipped routines, and the person's own folders. Nothing is made by looking."""

import os
from pathlib import Path

HOME_VARIABLE = "UNCRAMP_HOME"
"""One folder for everything, for tests and portable use."""


def shipped_routines() -> Path:
    """The routines that came with the program: packed beside the code, or at the top of a source checkout."""
    here = Path(__file__).resolve().parent
    packed = here / "routines"
    return packed if packed.is_dir() else here.parent.parent / "routines"


def config_folder() -> Path:
    """The person's own configuration: profile and routines."""
    if home := os.environ.get(HOME_VARIABLE):
        return Path(home)
    from platformdirs import user_config_path

    return user_config_path("uncramp", appauthor=False)


def own_routines() -> Path:
    """The person's own routines, which win over shipped ones of the same name."""
    return config_folder() / "routines"


def diary_folder() -> Path:
    """The folder of the diary, which holds nothing else."""
    if home := os.environ.get(HOME_VARIABLE):
        return Path(home) / "diary"
    from platformdirs import user_data_path

    return user_data_path("uncramp", appauthor=False) / "diary"


def cache_folder() -> Path:
    """What the program has made and can make anew at any time."""
    if home := os.environ.get(HOME_VARIABLE):
        return Path(home) / "cache"
    from platformdirs import user_cache_path

    return user_cache_path("uncramp", appauthor=False)
