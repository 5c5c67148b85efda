"""The profile as it is true today, towards the safer side where its file can't be read.

Most people have no profile: what reads YAML is only imported where there is a file.
"""

from dataclasses import dataclass, replace
from datetime import date
from pathlib import Path

from uncramp.domain.profile import Notice, Profile
from uncramp.domain.routine import Tag
from uncramp.files.disk import UnreadableError, absent, read_bytes
from uncramp.files.problems import Problem, Problems

SAFER_PROFILE = Profile(frozenset({Tag.LATE_PREGNANCY, Tag.CLOT_RISK}))
"""Who anybody might be of whom nothing is known: whatever is left out for them is left out."""


@dataclass(frozen=True, slots=True)
class Loaded:
    """A profile to go by, whatever became of the file."""

    path: Path
    profile: Profile
    """As it is true today."""
    problems: tuple[Problem, ...] = ()
    """What is wrong in the file, or with it. If anything is, the profile is on the safer side."""
    notices: tuple[Notice, ...] = ()
    there: bool = True
    """Whether there is a file, readable or not."""


def load_profile(path: Path, today: date) -> Loaded:
    """Read the profile for today.

    Without a file it is the empty one. Of a file with problems what can be read is kept, and the safer profile is
    added to it: what would be left out for somebody late in pregnancy and prone to clots is left out. Nothing is
    raised, and nothing waited for.
    """
    problems = Problems()
    try:
        data = read_bytes(path)
    except UnreadableError as error:
        if absent(path, error):
            return Loaded(path, Profile(), there=False)
        return Loaded(path, SAFER_PROFILE, (error.problem,), (Notice.NOT_READ,))
    from uncramp.files.profile import read_values

    profile = Profile(**read_values(data, str(path), problems)).on(today)
    if problems:
        return Loaded(path, _safer(profile), tuple(problems), (Notice.NOT_READ,))
    return Loaded(path, profile, (), profile.notices(today))


def _safer(profile: Profile) -> Profile:
    return replace(profile, tags=profile.tags | SAFER_PROFILE.tags)
