"""A profile is written whole or not at all, and what somebody wrote beside it stays."""

import errno
import os
import stat
from dataclasses import replace
from datetime import date
from pathlib import Path

import pytest
from profile_samples import COMMENTED

from uncramp.domain.profile import Profile, SoundPreference, Theme
from uncramp.domain.routine import Side, Tag
from uncramp.files.disk import NotSavedError, write_whole
from uncramp.files.problems import Problems
from uncramp.files.profile import load_profile, read_profile
from uncramp.files.profile_saving import SavedProfile, not_saved_words, save_profile, saved_words
from uncramp.guidance.context import profile_path


@pytest.fixture
def path(own_home: Path) -> Path:
    assert profile_path() == own_home / "profile.yaml"
    return own_home / "profile.yaml"


def read(path: Path) -> Profile:
    problems = Problems()
    profile = read_profile(path.read_bytes(), path=str(path), problems=problems)
    assert list(problems) == []
    assert profile is not None
    return profile


def beside(path: Path) -> list[str]:
    return [found.name for found in path.parent.iterdir()]


def test_a_first_profile_is_written_for_its_owner_only(tmp_path: Path) -> None:
    path = tmp_path / "new" / "uncramp" / "profile.yaml"
    profile = Profile(frozenset({Tag.FLAT_FEET, Tag.CLOT_RISK}), sound=SoundPreference.OFF, get_ready=0)
    assert save_profile(path, profile) == SavedProfile(path)
    assert path.read_text().splitlines()[1:] == [
        "tags: [clot_risk, flat_feet]",
        "get_ready: 0s",
        "sound: off",
    ]
    assert read(path) == profile
    assert stat.S_IMODE(path.stat().st_mode) == 0o600
    assert stat.S_IMODE(path.parent.stat().st_mode) == 0o700
    assert beside(path) == ["profile.yaml"]


def test_only_the_lines_of_what_changed_are_touched(path: Path) -> None:
    path.write_text(COMMENTED)
    assert save_profile(path, replace(read(path), theme=Theme.DAY, usual_side=Side.LEFT)) == SavedProfile(path)
    assert path.read_text() == COMMENTED.replace("theme: night", "theme: day") + "usual_side: left\n"


def test_a_comment_beside_what_changed_stays(path: Path) -> None:
    path.write_text(COMMENTED)
    save_profile(path, replace(read(path), due_date=date(2026, 6, 3)))
    assert path.read_text() == COMMENTED.replace("2026-06-01   #", "2026-06-03  #")


def test_comments_within_a_list_that_changed_stay_before_it(path: Path) -> None:
    path.write_text(COMMENTED)
    changed = replace(read(path), tags=frozenset({Tag.DIABETES}))
    assert save_profile(path, changed) == SavedProfile(path)
    before = "# from my doctor\n# since 2010\n# and the other\ntags: [diabetes]\ndue_date:"
    assert before in path.read_text()
    assert read(path) == changed


def test_what_is_taken_out_leaves_its_comment(path: Path) -> None:
    path.write_text(COMMENTED)
    changed = replace(read(path), due_date=None, theme=Theme.AUTO)
    assert save_profile(path, changed) == SavedProfile(path)
    assert "  - flat_feet\n# by scan\n\n# whom" in path.read_text()
    assert "theme" not in path.read_text()
    assert read(path) == changed


def test_what_did_not_change_is_not_written(path: Path) -> None:
    path.write_text(COMMENTED)
    path.chmod(0o400)
    before = path.stat().st_mtime_ns
    save_profile(path, read(path))
    assert path.stat().st_mtime_ns == before


def test_what_the_calendar_says_is_not_written(path: Path) -> None:
    path.write_text("due_date: 2026-01-22\nclot_risk_until: 2026-03-08\n")
    loaded = load_profile(path, date(2026, 3, 8))
    assert loaded.profile.derived == {Tag.CLOT_RISK}
    save_profile(path, replace(loaded.profile, usual_side=Side.RIGHT))
    assert path.read_text() == "due_date: 2026-01-22\nclot_risk_until: 2026-03-08\nusual_side: right\n"


def test_a_file_of_comments_keeps_them(path: Path) -> None:
    path.write_text("# one\n\n# two")
    save_profile(path, Profile(sound=SoundPreference.TONES))
    assert path.read_text() == "# one\n\n# two\nsound: tones\n"


@pytest.mark.parametrize(
    ("text", "after"),
    [
        ("theme: day\r\n# a\r\n", "theme: night\r\n# a\r\n"),
        ("\ufefftheme: day # a\n", "\ufefftheme: night  # a\n"),
        ("---\n  theme: day\n...\n", "---\n  theme: night\n...\n"),
        ("theme:\n  day\n", "theme: night\n"),
        ("theme: >\n  day\n\n# a\n", "theme: night\n# a\n"),
        ('"theme": day', "theme: night\n"),
    ],
)
def test_the_way_a_file_is_written_stays(text: str, after: str, path: Path) -> None:
    path.write_bytes(text.encode())
    assert save_profile(path, Profile(theme=Theme.NIGHT)) == SavedProfile(path)
    assert path.read_bytes().decode() == after


def test_a_file_that_can_not_be_changed_by_lines_is_written_anew_and_says_so(path: Path) -> None:
    path.write_text("# mine\n{theme: day, sound: on}  # both\n")
    profile = Profile(theme=Theme.NIGHT)
    saved = save_profile(path, profile)
    assert saved.lost_comments == ("# mine", "# both")
    assert saved_words(saved) == ("These comments could not be kept: # mine # both",)
    assert read(path) == profile


def test_a_broken_file_is_kept_beside_the_new_one(path: Path) -> None:
    for nth, text in ((1, "theme: [\n"), (2, "thme: day\n")):
        path.write_text(text)
        saved = save_profile(path, Profile(sound=SoundPreference.TONES))
        assert saved.kept == path.with_name(f"profile.old{nth}.yaml")
        assert saved.kept.read_text() == text
        assert stat.S_IMODE(saved.kept.stat().st_mode) == 0o600
        assert saved_words(saved) == (f"The former file had problems. It is kept as {saved.kept}.",)
        assert read(path) == Profile(sound=SoundPreference.TONES)


def test_a_link_stays_a_link(path: Path, tmp_path: Path) -> None:
    (tmp_path / "dotfiles").mkdir()
    target = tmp_path / "dotfiles" / "profile.yaml"
    target.write_text("theme: day\n")
    path.symlink_to(target)
    save_profile(path, Profile(theme=Theme.NIGHT))
    assert path.is_symlink()
    assert target.read_text() == "theme: night\n"


@pytest.mark.parametrize(
    ("code", "why"),
    [
        (errno.ENOSPC, "the disk is full"),
        (errno.EROFS, "the disk can only be read"),
        (errno.EACCES, "you have no permission to write there"),
        (errno.EIO, "the disk does not do what it should"),
        (errno.EDQUOT, "the disk is full for you"),
        (errno.EMFILE, "too many files are open"),
        (errno.EFBIG, "a file can't get that large here"),
        (errno.EOPNOTSUPP, "it can't be written: " + os.strerror(errno.EOPNOTSUPP)),
    ],
)
@pytest.mark.parametrize("step", ["os.fsync", "pathlib.Path.replace", "tempfile.mkstemp"])
def test_a_disk_that_fails_leaves_the_old_file_and_nothing_else(
    code: int, why: str, step: str, path: Path, monkeypatch: pytest.MonkeyPatch
) -> None:
    def fail(*_args: object, **_more: object) -> None:
        raise OSError(code, os.strerror(code))

    path.write_text(COMMENTED)
    monkeypatch.setattr(step, fail)
    with pytest.raises(NotSavedError) as caught:
        save_profile(path, Profile())
    monkeypatch.undo()
    assert caught.value.why == why
    told = f"Your profile is not saved: {why}. The file {path} is as it was."
    assert not_saved_words(caught.value) == told
    assert path.read_text() == COMMENTED
    assert beside(path) == ["profile.yaml"]


def test_a_broken_file_that_can_not_be_kept_is_not_replaced(path: Path, monkeypatch: pytest.MonkeyPatch) -> None:
    def full(*_args: object) -> None:
        raise OSError(errno.ENOSPC, "No space left on device")

    path.write_text("thme: day\n")
    monkeypatch.setattr("shutil.copyfileobj", full)
    with pytest.raises(NotSavedError, match="the disk is full"):
        save_profile(path, Profile())
    assert path.read_text() == "thme: day\n"
    assert beside(path) == ["profile.yaml"]


@pytest.mark.skipif(getattr(os, "geteuid", int)() == 0, reason="root may write anywhere")
def test_a_folder_that_can_only_be_read_is_told(path: Path) -> None:
    path.parent.chmod(0o500)
    with pytest.raises(NotSavedError, match="you have no permission to write there"):
        save_profile(path, Profile(sound=SoundPreference.TONES))
    path.parent.chmod(0o700)


@pytest.mark.parametrize("make", [Path.mkdir, getattr(os, "mkfifo", Path.mkdir)])
def test_what_is_no_file_is_not_replaced(make: object, path: Path) -> None:
    assert callable(make)
    make(path)
    with pytest.raises(NotSavedError, match="this is a"):
        save_profile(path, Profile(sound=SoundPreference.TONES))
    assert beside(path) == ["profile.yaml"]


def test_a_file_where_the_folder_should_be_is_told(tmp_path: Path) -> None:
    (tmp_path / "config").touch()
    with pytest.raises(NotSavedError, match="not a folder"):
        save_profile(tmp_path / "config" / "profile.yaml", Profile())
    with pytest.raises(NotSavedError, match="part of the way to it is not a folder"):
        write_whole(tmp_path / "config" / "a", b"")
    with pytest.raises(NotSavedError, match="can't be the name of a file"):
        write_whole(tmp_path / "a\0b", b"")


@pytest.mark.parametrize(
    ("profile", "why"),
    [
        (Profile(emergency_number='1"\ntheme: x'), "this is not valid YAML|emergency_number"),
        (Profile(doctor_number="call mum"), "doctor_number: 'call mum' is no phone number"),
        (Profile(clot_risk_until=date(2101, 1, 1)), "clot_risk_until: 2101-01-01 is out of range"),
        (Profile(midwife_number="020 ext\x1b[31m"), "can't be in|midwife_number|special character"),
        (Profile(due_date=date(1066, 10, 14)), "due_date: 1066-10-14 is out of range"),
        (Profile(week=12), "week: needs 'week_on'"),
        (Profile(get_ready=999), "get_ready: 16m39s is out of range"),
    ],
)
def test_what_could_not_be_read_back_is_not_written(profile: Profile, why: str, path: Path) -> None:
    with pytest.raises(NotSavedError, match=why):
        save_profile(path, profile)
    assert not path.exists()
