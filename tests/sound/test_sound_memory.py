"""What is remembered of sound, in the profile where there is one."""

from datetime import date
from pathlib import Path

import pytest

from uncramp.domain.profile import SoundPreference
from uncramp.faults import Faults
from uncramp.sound.session_sound import SoundMemory

TODAY = date(2026, 11, 27)


def keep(mode: SoundPreference) -> SoundMemory:
    memory = SoundMemory.mine()
    memory.keep(mode, Faults(), TODAY)
    return memory


def test_without_a_profile_none_is_made_for_it(own_home: Path) -> None:
    assert SoundMemory.mine().recall() == (False, None)
    assert keep(SoundPreference.VOICE).recall() == (True, SoundPreference.VOICE)
    assert not (own_home / "profile.yaml").exists()


def test_in_a_profile_only_that_line_changes_and_the_file_says_nothing_else(own_home: Path) -> None:
    keep(SoundPreference.OFF)
    profile = own_home / "profile.yaml"
    profile.write_text("tags: [flat_feet]  # mine\nsound: auto\n")
    assert keep(SoundPreference.TONES).recall() == (True, None)
    assert profile.read_text() == "tags: [flat_feet]  # mine\nsound: tones\n"


def test_a_profile_with_problems_stays_as_it_is(own_home: Path) -> None:
    profile = own_home / "profile.yaml"
    profile.write_text("sound: loud\n")
    assert keep(SoundPreference.OFF).recall() == (True, SoundPreference.OFF)
    assert profile.read_text() == "sound: loud\n"


@pytest.mark.parametrize("content", [b"", b"told\n", b"\xff\xfe", b"loud"])
def test_whatever_the_file_says_it_was_told_and_only_a_mode_is_a_choice(own_home: Path, content: bytes) -> None:
    (own_home / "sound").write_bytes(content)
    assert SoundMemory.mine().recall() == (True, None)


def test_what_can_not_be_kept_is_reported(own_home: Path, capsys: pytest.CaptureFixture[str]) -> None:
    (own_home / "sound").mkdir()
    faults = Faults()
    SoundMemory.mine().keep(SoundPreference.OFF, faults, TODAY)
    SoundMemory.mine().keep_told()
    faults.report()
    assert "What you hear is not kept for the next time." in capsys.readouterr().err
