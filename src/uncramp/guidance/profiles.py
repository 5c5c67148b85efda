"""The person's own profile: where it is, and what it says today."""

from datetime import date
from pathlib import Path

from uncramp.clock import local_time
from uncramp.files.profile import LoadedProfile, load_profile
from uncramp.paths import config_folder


def profile_path() -> Path:
    """The profile file, which need not be there."""
    return config_folder() / "profile.yaml"


def my_profile() -> LoadedProfile:
    """The person's profile as it is true today. Never raises and never waits, whatever the file is."""
    return load_profile(profile_path(), today())


def today() -> date:
    """The day where the person is."""
    return local_time().date()
