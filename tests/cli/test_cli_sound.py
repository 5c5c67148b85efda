"""`uncramp sound`: each tone with its meaning, what was found, and why nothing is heard."""

from pathlib import Path

import pytest

from stand_in import put
from uncramp.cli import sound
from uncramp.cli.main import main
from uncramp.sound.cues import Cue
from uncramp.sound.melodies import MELODIES
from uncramp.sound.players import PROGRAMS

pytestmark = pytest.mark.usefixtures("only_these_players")


@pytest.fixture
def only_these_players(tmp_path: Path, monkeypatch: pytest.MonkeyPatch) -> None:
    monkeypatch.setenv("PATH", str(tmp_path))
    monkeypatch.setattr(sound, "try_voice", lambda words, **_: ("", f"nobody says {words}"))


def player(folder: Path, name: str, script: str) -> Path:
    return put(folder, name, script).with_suffix(".log")


def test_every_tone_is_played_beside_its_meaning_by_the_first_player_that_works(
    tmp_path: Path, capsys: pytest.CaptureFixture[str]
) -> None:
    player(tmp_path, "pw-play", 'echo "no host" >&2; exit 3')
    log = player(tmp_path, "aplay", 'echo "$2" >> "$0.log"')
    assert main(["sound"]) == 0
    said = capsys.readouterr().out
    assert "pw-play can't play. It says: no host" in said
    assert "Player: aplay." in said
    for cue, melody in MELODIES.items():
        assert f"{cue} " in said
        assert melody.means in said
    assert [Path(line).stem for line in log.read_text().splitlines()[1:]] == [*sound.LEARN]
    assert "Voice: none." in said
    assert max(map(len, said.splitlines())) <= 80


def test_without_a_player_and_without_a_terminal_it_says_why_nothing_is_heard(
    capsys: pytest.CaptureFixture[str],
) -> None:
    assert main(["sound", "done"]) == 1
    said = capsys.readouterr().out
    assert all(name in said for name, *_ in PROGRAMS)
    assert "There is no terminal here" in said
    assert MELODIES[Cue.DONE].means in said
    assert MELODIES[Cue.REST].means not in said


def test_the_list_plays_nothing_and_a_slip_is_told(tmp_path: Path, capsys: pytest.CaptureFixture[str]) -> None:
    log = player(tmp_path, "paplay", 'echo "$1" >> "$0.log"')
    assert main(["sound", "--list"]) == 0
    assert not log.exists()
    assert main(["sound", "begn"]) == 2
    assert "Did you mean 'begin'?" in capsys.readouterr().err
