"""What a command says of the profile that it went by, where there is anything to say."""

from collections.abc import Iterator

from uncramp.profile_words import notice_words
from uncramp.reading.profile import Loaded


def person_lines(loaded: Loaded) -> Iterator[str]:
    """What the person has to know of their profile, and what is wrong in its file."""
    yield from (notice_words(notice) for notice in loaded.notices)
    yield from (str(problem) for problem in loaded.problems)
