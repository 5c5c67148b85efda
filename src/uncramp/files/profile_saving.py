"""Saving the person's profile, and the words for how it went."""

from dataclasses import dataclass, replace
from pathlib import Path

from uncramp.domain.duration import write_duration
from uncramp.domain.own_keys import yaml_mapping
from uncramp.domain.profile import Profile
from uncramp.domain.routine import Tag
from uncramp.files.disk import NotSavedError, UnreadableError, absent, keep_copy, read_bytes, write_whole
from uncramp.files.problems import Problems
from uncramp.files.profile import PROFILE, read_profile
from uncramp.files.text import visible
from uncramp.files.yaml_edit import comments, set_keys
from uncramp.i18n import _

_BOM = "\ufeff"


@dataclass(frozen=True, slots=True)
class SavedProfile:
    path: Path
    lost_comments: tuple[str, ...] = ()
    """Comments of the former file that the new one no longer has."""
    kept: Path | None = None
    """Where the former file was kept, since it had problems and so could not be changed but only replaced."""


def save_profile(path: Path, profile: Profile) -> SavedProfile:
    """Write a profile. Of a file that is there only the lines of what has changed are touched.

    What the calendar derives (see `Profile.on`) is not written.

    Raises:
        NotSavedError: it can't be written, or what is there can't be read, or the profile holds what no profile may.
            The former file is as it was.
    """
    wanted = replace(profile, derived=frozenset())
    anew = _anew(wanted)
    _refuse_unreadable(path, anew)
    former = _former(path)
    before = _read(former) if former is not None else None
    if former is None or before is None:
        kept = keep_copy(path) if former is not None else None
        write_whole(path, anew.encode())
        return SavedProfile(path, kept=kept)
    if before == wanted:
        return SavedProfile(path)
    text = former.decode()
    changed = _changed(text, before, wanted) or anew
    write_whole(path, changed.encode())
    return SavedProfile(path, _lost(text, changed))


def saved_words(saved: SavedProfile) -> tuple[str, ...]:
    """What the person is told after saving, beyond that it is done; nothing when all went as it should."""
    lines = []
    if saved.kept is not None:
        lines.append(_("The former file had problems. It is kept as {path}.").format(path=visible(str(saved.kept))))
    if saved.lost_comments:
        lost = visible(" ".join(saved.lost_comments))
        lines.append(_("These comments could not be kept: {comments}").format(comments=lost))
    return tuple(lines)


def not_saved_words(error: NotSavedError) -> str:
    """Why saving failed, and what became of the former file."""
    return _("Your profile is not saved: {why}. The file {path} is as it was.").format(
        why=visible(error.why), path=visible(str(error.path))
    )


def _refuse_unreadable(path: Path, text: str) -> None:
    """What would be a broken profile the next time is not written."""
    problems = Problems()
    read_profile(text.encode(), path=str(path), problems=problems)
    for problem in problems:
        raise NotSavedError(path, f"{problem.key}: {problem.message}" if problem.key else problem.message)


def _former(path: Path) -> bytes | None:
    try:
        return read_bytes(path)
    except UnreadableError as error:
        if absent(path, error):
            return None
        raise NotSavedError(path, error.problem.message) from error


def _read(data: bytes) -> Profile | None:
    return read_profile(data, path="", problems=Problems())


def _changed(text: str, before: Profile, wanted: Profile) -> str | None:
    """The text with what has changed; `None` if that can't be done, which reading it back shows."""
    old, new = _written(before), _written(wanted)
    changes = {key: new.get(key) for key in _KEYS if old.get(key) != new.get(key)}
    mark = _BOM if text.startswith(_BOM) else ""
    changed = set_keys(text.removeprefix(_BOM), changes)
    if changed is None or _read(changed.encode()) != wanted:
        return None
    return mark + changed


def _anew(profile: Profile) -> str:
    head = _("# About you, for uncramp. 'uncramp profile' shows what it makes of it.")
    return "\n".join([head, *(f"{key}: {value}" for key, value in _written(profile).items()), ""])


def _lost(text: str, changed: str) -> tuple[str, ...]:
    left, lost = list(comments(changed)), []
    for comment in comments(text.removeprefix(_BOM)):
        if comment in left:
            left.remove(comment)
        else:
            lost.append(comment)
    return tuple(lost)


_KEYS = tuple(key.name for key in PROFILE.keys)


def _written(profile: Profile) -> dict[str, str]:
    """What each key says in a file, as YAML on one line; what is as by default is not there."""
    default = Profile()
    said = {key: getattr(profile, key) for key in _KEYS}
    return {key: _as_yaml(key, value) for key, value in said.items() if value != getattr(default, key)}


def _as_yaml(key: str, value: object) -> str:
    if key in ("plan", "keys") and isinstance(value, tuple):
        return yaml_mapping((name, said or "no") for name, said in value)
    if isinstance(value, tuple):
        return f"[{', '.join(f'{one:%H:%M}' for one in value)}]"
    if isinstance(value, frozenset):
        return f"[{', '.join(tag for tag in Tag if tag in value)}]"
    if key == "get_ready" and isinstance(value, int):
        return write_duration(value)
    if isinstance(value, bool):
        return "yes" if value else "no"
    return f'"{value}"' if key.endswith("_number") else str(value)
