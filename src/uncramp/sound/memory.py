"""What is remembered of sound: that the person was told of it, and what they have chosen by `m`.

The choice stands in the profile where there is one. Without a profile it stands in a file of its own: a profile would
say that the person was asked about their health.
"""

from contextlib import suppress
from dataclasses import dataclass, replace
from datetime import date
from pathlib import Path

from uncramp.domain.profile import SoundPreference
from uncramp.faults import Faults
from uncramp.files.disk import NotSavedError, UnreadableError, read_bytes, write_whole
from uncramp.files.profile import load_profile
from uncramp.files.profile_saving import not_saved_words, save_profile
from uncramp.guidance.context import profile_path
from uncramp.i18n import _
from uncramp.paths import config_folder

_TOLD = "told"
"""What the file says where there is no choice in it."""


@dataclass(frozen=True, slots=True)
class SoundMemory:
    """The two files, found when it is made; reading and writing them may wait for a disk."""

    file: Path
    profile: Path

    @classmethod
    def mine(cls) -> "SoundMemory":
        return cls(config_folder() / "sound", profile_path())

    def recall(self) -> tuple[bool, SoundPreference | None]:
        """Whether the person was told of the sound, and what they have chosen where the profile says `auto`."""
        try:
            word = read_bytes(self.file).decode(errors="replace").strip()
        except UnreadableError:
            return False, None
        return True, next((mode for mode in SoundPreference if mode == word), None)

    def keep_told(self) -> None:
        """Remember that they were told; where that can't be, they are told again."""
        with suppress(NotSavedError):
            write_whole(self.file, f"{_TOLD}\n".encode())

    def keep(self, mode: SoundPreference, faults: Faults, today: date) -> None:
        """Remember what they have chosen, and report where that can't be. A profile with problems stays as it is."""
        try:
            loaded = load_profile(self.profile, today)
            in_profile = loaded.there and not loaded.problems
            if in_profile:
                save_profile(self.profile, replace(loaded.profile, sound=mode))
            write_whole(self.file, f"{_TOLD if in_profile else mode}\n".encode())
        except NotSavedError as error:
            faults.note(_("What you hear is not kept for the next time."), not_saved_words(error))
