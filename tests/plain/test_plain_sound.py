"""What is heard beside the lines changes none of them; they are silent until somebody asks."""

from pathlib import Path

import pytest
from plain_stage import Stage, played

from uncramp.domain.profile import SoundPreference
from uncramp.sound import session_sound

SILENT = played("daily-calf").said


@pytest.fixture(autouse=True)
def no_player(tmp_path: Path, monkeypatch: pytest.MonkeyPatch) -> None:
    monkeypatch.setenv("PATH", str(tmp_path))


@pytest.mark.parametrize("asked", [None, SoundPreference.TONES])
def test_the_same_is_said_whatever_is_heard(asked: SoundPreference | None) -> None:
    stage = Stage()
    stage.console.context.sound.asked = asked
    stage.play("daily-calf")
    assert stage.said == SILENT


def test_what_is_broken_there_is_reported_and_the_session_goes_on(
    monkeypatch: pytest.MonkeyPatch, capsys: pytest.CaptureFixture[str]
) -> None:
    def broken(*_: object, **__: object) -> None:
        raise RuntimeError("no sound")

    monkeypatch.setattr(session_sound, "open_sound", broken)
    stage = Stage()
    stage.console.context.sound.asked = SoundPreference.TONES
    stage.play("daily-calf")
    assert stage.said == SILENT
    stage.console.context.faults.report()
    assert "Sound can't be used. All else goes on." in capsys.readouterr().err


def test_by_day_the_choice_of_m_is_remembered(own_home: Path) -> None:
    stage = Stage([(7, "m"), (9, "m")])
    stage.play("daily-calf")
    assert "Sound: tones." in stage.said
    assert any(line.startswith("Sound: voice.") for line in stage.said)
    assert (own_home / "sound").read_text() == "voice\n"
