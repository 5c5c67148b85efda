"""Players are programs that may fail, hang or be missing; what is heard then is the next one, or the bell."""

import os
import subprocess
import sys
import threading
from pathlib import Path
from types import SimpleNamespace
from unittest.mock import Mock

import pytest
from sound_stage import brief, heard, moments, plan_of

from stand_in import put, runs
from uncramp.paths import cache_folder
from uncramp.sound.cues import Cue
from uncramp.sound.melodies import MELODIES
from uncramp.sound.players import HANGS_MS, PROGRAMS, TIMES, WATCH, Players, Program, found_programs, try_out
from uncramp.sound.tones import Tones

WRITES = 'echo "$@" >> "$0.log"'
FAILS = WRITES + "\nexit 1"
HANGS = WRITES + "\nsleep 1000 & echo $! >> $0.log; wait"


def program(folder: Path, name: str, script: str) -> Program:
    return Program(name, (str(put(folder, name, script)),))


def log(of: Program) -> list[str]:
    path = Path(f"{of.command[0]}.log")
    return path.read_text().splitlines() if path.exists() else []


class Clock:
    def __init__(self) -> None:
        self.now = 0

    def __call__(self) -> int:
        return self.now


def test_the_players_on_the_path_are_found_best_first(tmp_path: Path, monkeypatch: pytest.MonkeyPatch) -> None:
    for name in ("aplay", "pw-play"):
        program(tmp_path, name, WRITES)
    monkeypatch.setenv("PATH", str(tmp_path))
    assert [(one.name, one.command[1:]) for one in found_programs()] == [("pw-play", ()), ("aplay", ("-q",))]
    assert {name for name, *_ in PROGRAMS} >= {"paplay", "afplay"}


def test_on_a_mac_its_own_player_is_given_the_file_alone(tmp_path: Path, monkeypatch: pytest.MonkeyPatch) -> None:
    player = program(tmp_path, "afplay", WRITES)
    monkeypatch.setenv("PATH", str(tmp_path))
    players = Players(found_programs(), lambda: None)
    file = tmp_path / "a b; $(reboot) 'c.wav"
    assert players.play(file, 0.1)
    players.wait()
    assert log(player) == [str(file)], "no shell has seen it"
    players.end()


def test_on_windows_its_own_player_plays_beside_the_session_and_to_its_end_where_it_is_tried(
    monkeypatch: pytest.MonkeyPatch,
) -> None:
    played: list[tuple[str, int]] = []
    player = SimpleNamespace(
        SND_FILENAME=1, SND_NODEFAULT=2, SND_ASYNC=4, PlaySound=lambda file, way: played.append((file, way))
    )
    monkeypatch.setattr(sys, "platform", "win32")
    monkeypatch.setitem(sys.modules, "winsound", player)
    monkeypatch.setattr(subprocess, "Popen", lambda *_args, **_options: pytest.fail("it starts no program"))
    (found,) = found_programs()
    players = Players([found], lambda: None)
    assert players.play(Path("a.wav"), 0.1)
    assert try_out(found, Path("a.wav"), 0.1) == ""
    assert played == [("a.wav", 1 | 2 | 4), ("a.wav", 1 | 2)]
    player.PlaySound = Mock(side_effect=RuntimeError)
    assert not players.play(Path("a.wav"), 0.1), "then the bell rings"
    assert try_out(found, Path("a.wav"), 0.1) == "winsound"
    players.end()


@pytest.mark.skipif(not Path("/proc/self/fd").exists(), reason="needs /proc")
def test_a_player_is_given_the_file_no_stream_and_a_group_of_its_own(tmp_path: Path) -> None:
    looks = 'for n in 0 1 2; do readlink /proc/$$/fd/$n; done >> "$0.log"; cut -d" " -f6 /proc/$$/stat >> "$0.log"; '
    player = program(tmp_path, "player", looks + WRITES)
    players = Players([player], lambda: None)
    assert players.play(tmp_path / "a.wav", 0.1)
    players.wait()
    # The streams are looked at with one of them turned to the file.
    streams = log(player)[:3]
    assert streams[0] == streams[2] == os.devnull
    assert log(player)[3] != str(os.getsid(0))
    assert log(player)[4] == str(tmp_path / "a.wav")
    players.end()


def test_what_one_can_not_play_the_next_one_plays_at_once(tmp_path: Path) -> None:
    broken, works = program(tmp_path, "broken", FAILS), program(tmp_path, "works", WRITES)
    missing = Program("missing", (str(tmp_path / "gone"),))
    players = Players([missing, broken, works], lambda: None)
    for nth in range(4):
        assert players.play(tmp_path / f"{nth}", 0.1)
        settle()
    assert [line[-1] for line in log(broken)] == ["0"]
    assert [line[-1] for line in log(works)] == ["0", "1", "2", "3"]
    players.end()


def settle() -> None:
    """Wait for all players and those that watch them."""
    while threads := [one for one in threading.enumerate() if one.name == WATCH]:
        threads[0].join(10)


def test_one_that_always_fails_is_given_up_after_three_times(tmp_path: Path) -> None:
    broken, failures = program(tmp_path, "broken", FAILS), list[int]()
    players = Players([broken], lambda: failures.append(1))
    played = []
    for _ in range(5):
        played.append(players.play(tmp_path / "a.wav", 0.1))
        settle()
    assert played == [True, True, True, False, False]
    assert len(failures) == len(log(broken)) == TIMES


def test_players_that_hang_are_never_more_than_two_and_are_given_up_and_ended_with_all_they_started(
    tmp_path: Path,
) -> None:
    hangs, clock = program(tmp_path, "hangs", HANGS), Clock()
    players = Players([hangs], lambda: None, clock)
    played, children = [], []
    for _ in range(6):
        played.append(players.play(tmp_path / "a.wav", 0.1))
        children += [one.child for one in players._playing if one.child not in children]
        assert sum(child.poll() is None for child in children) <= 2
        clock.now += HANGS_MS
    assert played == [True] * 5 + [False]  # two play; three others were ended for them
    players.end()
    settle()
    assert all(child.poll() is not None for child in children)
    assert not any(runs(int(line)) for line in log(hangs) if line.isdigit())


def test_one_that_is_only_replaced_by_the_next_cue_has_not_failed(tmp_path: Path) -> None:
    slow, clock = program(tmp_path, "slow", HANGS), Clock()
    players = Players([slow], lambda: None, clock)
    assert all(players.play(tmp_path / "a.wav", 0.5) for _ in range(7))
    assert slow.failures == 0
    players.end()
    settle()
    assert not players.play(tmp_path / "a.wav", 0.5), "nothing is heard after the end"


def test_the_tones_are_written_once_for_all_sessions_and_those_of_other_versions_go(tmp_path: Path) -> None:
    player, told = program(tmp_path, "player", WRITES), moments(brief(plan_of("daily-calf"), 2))
    old = cache_folder() / "tones-0" / "25-0"
    old.mkdir(parents=True)
    written: list[int] = []
    for _session in range(2):
        tones = Tones(lambda: pytest.fail("it rings"), night=False, programs=lambda: [player])
        for moment in told:
            tones.hear(moment)
            tones._players.wait()
        tones.end(at_once=False)
        played = [Path(line) for line in log(player)]
        written += [path.stat().st_ino for path in played[0].parent.iterdir()]
    assert [path.stem for path in played] == 2 * [cue for _at, cue in heard(told)]
    assert written == 2 * written[: len(MELODIES)]
    assert not old.parent.exists()


def test_where_no_file_can_be_written_the_bell_rings(tmp_path: Path) -> None:
    cache_folder().write_text("no folder")
    rung: list[int] = []
    tones = Tones(lambda: rung.append(1), night=False, programs=lambda: [program(tmp_path, "player", WRITES)])
    tones.hear(moments(brief(plan_of("daily-calf"), 2))[0])
    assert rung
    tones.end(at_once=True)


def test_without_a_player_the_bell_rings_at_once_for_every_cue() -> None:
    rung: list[int] = []
    told = moments(brief(plan_of("daily-calf"), 5))
    tones = Tones(lambda: rung.append(1), night=True, programs=list)
    tones._bell._pause = lambda _stopped, _seconds: False
    for moment in told:
        before = len(rung)
        tones.hear(moment)
        assert len(rung) > before or moment.cue is None
        tones._bell.wait()
    assert len(rung) == sum(len(MELODIES[Cue(cue)].rings) for _at, cue in heard(told))
    tones.end(at_once=True)
