"""The profile while the person changes it: each change is saved at once, and can be taken back."""

from collections.abc import Callable
from contextlib import suppress
from dataclasses import dataclass
from datetime import date
from pathlib import Path

from uncramp.domain.profile import Profile
from uncramp.files.disk import NotSavedError, UnreadableError, read_bytes, write_whole
from uncramp.files.profile import load_profile
from uncramp.files.profile_saving import not_saved_words, save_profile, saved_words
from uncramp.guidance.form import Edit
from uncramp.i18n import _


@dataclass(frozen=True, slots=True)
class _Change:
    before: Profile
    file: bytes | None
    """What the file held before, where that was `before`."""
    file_after: bytes | None


def keep_asked(path: Path, today: date) -> None:
    """Keep that the person was asked and has said nothing, in a profile that says nothing; one that is there stays."""
    if not load_profile(path, today).there:
        with suppress(NotSavedError):  # then it is asked again another time
            save_profile(path, Profile())


class Draft:
    """One person's profile and its file, on one day."""

    def __init__(self, path: Path, today: date) -> None:
        self.path, self.today = path, today
        self.loaded = load_profile(path, today)
        self.profile = self.loaded.profile
        self.told: tuple[str, ...] = ()
        """What the person is told of the last thing that they did."""
        self.unsaved = False
        """Whether the file lacks an answer."""
        self.changed = False
        """Whether the file says something else than at first."""
        self._changes: list[_Change] = []

    @property
    def can_undo(self) -> bool:
        return bool(self._changes)

    def edit(self, made: Callable[[Profile], Edit[Profile]]) -> Edit[Profile]:
        """Change the profile and save it, unless somebody else has changed the file since it was read.

        It gives what came of it; its value is `None` where nothing was changed.
        """
        if not self.unsaved and self._changed_elsewhere():
            told = _("The file was changed elsewhere. This is what it says now. Nothing of yours was changed.")
            edit: Edit[Profile] = Edit(None, told)
        else:
            edit = made(self.profile)
        self.told = (edit.told,) if edit.told else ()
        if edit.value is None or edit.value == self.profile:
            return Edit(None, edit.told)
        before, file = self.profile, None if self.unsaved else self._bytes()
        self.profile = edit.value.on(self.today)
        self.save()
        self._changes.append(_Change(before, file, self._bytes()))
        return edit

    def undo(self) -> None:
        """Take back the last change: the file as it was, to the letter if nobody has touched it since."""
        step = self._changes.pop()
        self.profile, self.told = step.before, (_("Undone."),)
        if step.file is None or self.unsaved or self._bytes() != step.file_after:
            self.save()
            return
        data = step.file
        self._saving(lambda: write_whole(self.path, data))

    def save(self) -> None:
        """Save what the file lacks, if anything, and say what there is to say of it."""
        if self.profile == self.loaded.profile:
            self.unsaved = False
            return
        self._saving(lambda: saved_words(save_profile(self.path, self.profile)))

    def _saving(self, write: Callable[[], tuple[str, ...] | None]) -> None:
        try:
            self.told += write() or ()
        except NotSavedError as error:
            self.unsaved = True
            later = _("Your answer stays here, and is tried again with the next one.")
            self.told += (not_saved_words(error), later)
        else:
            self.unsaved, self.changed = False, True
            self.loaded = load_profile(self.path, self.today)

    def _changed_elsewhere(self) -> bool:
        """Whether the file says something else now; if so, that is the profile from now on."""
        now = load_profile(self.path, self.today)
        if now == self.loaded:
            return False
        self.loaded, self.profile, self.changed = now, now.profile, True
        self._changes.clear()
        return True

    def _bytes(self) -> bytes | None:
        try:
            return read_bytes(self.path)
        except UnreadableError:
            return None
