"""The voice through stand-ins on PATH, which write down what they are given: what they do changes nothing else."""

import os
import shutil
import subprocess
import sys
import time
from collections.abc import Callable
from contextlib import suppress
from dataclasses import replace
from pathlib import Path
from unittest.mock import Mock

import pytest
from sound_stage import LIBRARY, moments, plan_of

from stand_in import put, runs
from uncramp.domain.plan import Answer
from uncramp.domain.profile import Profile
from uncramp.domain.session import Session
from uncramp.files.profile import LoadedProfile
from uncramp.guidance.context import Context
from uncramp.sound.players import TIMES
from uncramp.sound.speaker import Speaker, SpeakerProcess, found_speaker, is_found
from uncramp.sound.voice import Voice, try_voice


class Stand:
    """A folder of programs that stand in for speakers, and what they wrote down."""

    def __init__(self, folder: Path) -> None:
        self.folder, self.log = folder, folder / "log"
        self.log.touch()

    def put(self, name: str, does: str) -> None:
        put(self.folder, name, does)

    def which(self, name: str) -> str | None:
        return shutil.which(name, path=str(self.folder))

    def found(self, *, soft: bool = False, platform: str = "linux") -> Speaker:
        speaker = found_speaker("en", soft=soft, which=self.which, platform=platform)
        assert speaker is not None
        return speaker

    def said(self) -> list[str]:
        return self.log.read_text(encoding="utf-8").splitlines()


WRITES = 'read -r words; echo "$words" >> "$(dirname "$0")/log"'
WRITES_ALL = 'echo "$@" >> "$(dirname "$0")/log"; ' + WRITES


@pytest.fixture
def stand(tmp_path: Path) -> Stand:
    return Stand(tmp_path)


def voice_of(stand: Stand, clock: Callable[[], int]) -> Voice:
    return Voice(Context(LIBRARY, LoadedProfile(Path(), Profile()), clock, Mock()), stand.found())


def test_each_speaker_is_given_language_and_loudness_and_the_text_apart_from_them(stand: Stand) -> None:
    for name in ("espeak-ng", "say", "powershell"):
        stand.put(name, WRITES_ALL)
    stand.put("spd-say", 'echo "$@" >> "$(dirname "$0")/log"')
    hostile = "rm -rf: $(reboot) `id` [[rate 9]] <speak>"
    given = {}
    for platform, soft in (("linux", False), ("linux", True), ("darwin", True), ("win32", True)):
        process = SpeakerProcess(stand.found(soft=soft, platform=platform), lambda: 0)
        process.say(hostile)
        process.wait(10)
        process.close()
        given[platform, soft] = stand.said()[-2:]
    assert given["linux", False] == ["-v en -s 175 -a 100 --stdin", hostile]
    assert "-a 35" in given["linux", True][0]
    assert given["darwin", True] == ["-r 175 -f -", f"[[volm 0.35]] {hostile}"]
    options, script = given["win32", True][0].split(" -Command ")
    assert options == "-NoProfile -NonInteractive"
    assert "Volume = 35" in script
    assert "0, 'en'" in script
    assert given["win32", True][1] == hostile
    (stand.folder / "espeak-ng").unlink()
    process = SpeakerProcess(stand.found(soft=True), lambda: 0)
    process.say("-x --help")
    process.wait(10)
    assert stand.said()[-1] == "-N uncramp -l en -i -60 -- -x --help"
    process.close()
    assert stand.said()[-1] == "-C", "what its server says is ended"


def test_on_a_mac_a_voice_of_the_language_is_taken(stand: Stand) -> None:
    voices = "Albert  en_US  # Hello\\nAnna  de_DE  # Hallo\\nSamantha  en_US  # Hello\\n"
    stand.put("say", f'[ "$1" = -v ] && printf "{voices}"')
    assert stand.found(platform="darwin").command[-4:] == ("-v", "Samantha", "-f", "-")


@pytest.mark.parametrize("platform", ["linux", "darwin", "win32"])
def test_a_language_that_is_none_reaches_no_command(stand: Stand, platform: str) -> None:
    for name in ("espeak-ng", "say", "powershell"):
        stand.put(name, "")
    hostile = "en'); Remove-Item *; ('"
    speaker = found_speaker(hostile, which=stand.which, platform=platform)
    assert speaker is not None
    assert speaker == stand.found(platform=platform)


def test_no_speaker_is_none() -> None:
    for platform in ("linux", "darwin", "win32"):
        assert found_speaker("en", which=lambda _name: None, platform=platform) is None
        assert not is_found(lambda _name: None, platform)


@pytest.mark.parametrize("platform", ["linux", "darwin", "win32"])
@pytest.mark.parametrize("name", ["espeak", "espeak-ng", "spd-say", "say", "powershell", "pwsh", "aplay"])
def test_what_is_found_can_speak_and_is_started_only_where_it_is_asked_for(
    name: str, platform: str, monkeypatch: pytest.MonkeyPatch
) -> None:
    def which(wanted: str) -> str | None:
        return "/bin/speaks" if wanted == name else None

    def run(*_command: object, **_options: object) -> Mock:
        assert searched, "it is started by the search alone"
        return Mock(stdout=b"")

    searched = False
    monkeypatch.setattr(subprocess, "run", run)
    found = is_found(which, platform)
    searched = True
    assert found == (found_speaker("en", which=which, platform=platform) is not None)


def alive(pid: int) -> bool:
    """Whether there is such a process, be it one that has ended and was not reaped."""
    with suppress(ProcessLookupError):
        os.kill(pid, 0)
        return True
    return False


def pids(stand: Stand, many: int) -> list[int]:
    deadline = time.monotonic() + 10
    while len(stand.said()) < many:
        assert time.monotonic() < deadline
        os.sched_yield()
    return [int(line) for line in stand.said()]


HANGS = 'echo $$ >> "$(dirname "$0")/log"; sleep 600'


def test_a_new_sentence_ends_the_old_one_and_all_that_it_started(stand: Stand) -> None:
    stand.put("espeak-ng", HANGS)
    process = SpeakerProcess(stand.found(), lambda: 0)
    for nth in range(1, 4):
        process.say("Hold.")
        *old, new = pids(stand, nth)
        assert alive(new)
        assert not any(alive(pid) for pid in old)
    process.close()
    assert not alive(new)


IN_A_PROGRAM = """
import signal, sys
from uncramp.sound.speaker import Speaker, SpeakerProcess
process = SpeakerProcess(Speaker("speaks", (sys.argv[1],), hush=(sys.argv[2], "-C")), lambda: 0)
for words in ("Lean in.", "Hold."):
    process.say(words)
    sys.stdin.readline()
"""


def test_a_sentence_ends_with_a_program_that_is_killed(stand: Stand) -> None:
    stand.put("speaks", HANGS)
    stand.put("hushes", 'echo $1 >> "$(dirname "$0")/log"')
    command = [sys.executable, "-c", IN_A_PROGRAM, stand.which("speaks") or "", stand.which("hushes") or ""]
    with subprocess.Popen(command, stdin=subprocess.PIPE, text=True) as program:
        pids(stand, 1)
        assert program.stdin is not None
        program.stdin.write("\n")
        program.stdin.flush()
        while [line for line in stand.said() if line.isdecimal()] == stand.said()[:1]:
            os.sched_yield()
        speaks = int(stand.said()[-1])
        assert alive(speaks)
        program.kill()
    deadline = time.monotonic() + 10
    while runs(speaks) or stand.said()[-1] != "-C":
        assert time.monotonic() < deadline
        os.sched_yield()


@pytest.mark.parametrize("does", ["exit 1", "exec 0<&-; exit 3", "kill -9 $$", None])
def test_a_speaker_that_fails_is_given_up(stand: Stand, does: str | None) -> None:
    stand.put("espeak-ng", does or "")
    speaker = stand.found() if does else Speaker("gone", (str(stand.folder / "gone"),))
    process = SpeakerProcess(speaker, lambda: 0)
    for _time in range(TIMES):
        assert not process.given_up
        process.say("Hold.")
        process.wait(10)
    process.stop()
    assert process.given_up
    process.say("Hold.")
    assert process._child is None
    process.close()


def test_a_speaker_that_hangs_is_given_up(stand: Stand) -> None:
    now = 0
    stand.put("espeak-ng", HANGS)
    process = SpeakerProcess(stand.found(), lambda: now)
    for _time in range(TIMES):
        process.say("Hold.")
        now += 60_000
    process.stop()
    assert process.given_up
    process.close()


def test_an_answer_ends_the_question_where_nothing_new_is_said(stand: Stand, monkeypatch: pytest.MonkeyPatch) -> None:
    stand.put("espeak-ng", WRITES)
    stopped: list[int] = []
    told: list[str] = []
    now = 0
    monkeypatch.setattr(SpeakerProcess, "say", lambda _process, words: told.append(words))
    monkeypatch.setattr(SpeakerProcess, "stop", lambda _process: stopped.append(now))
    voice = voice_of(stand, lambda: now)
    for moment in moments(plan_of("desk-break"), {51: lambda session, at: session.answer(at, Answer.YES)}):
        now = moment.now
        voice.hear(moment)
    assert any(words.startswith("Optional: Stand up and walk") for words in told)
    assert stopped[:1] == [51_000]


def test_whom_to_call_is_cut_off_by_no_clock(stand: Stand) -> None:
    stand.put("espeak-ng", WRITES)
    now = 0
    voice = voice_of(stand, lambda: now)
    plan = plan_of("cramp-calf")
    urgent = next(moment for moment in moments(plan, {5: Session.worse}) if moment.cue and moment.cue.value == "urgent")
    later = next(moment for moment in moments(plan) if moment.now == 20_000)
    voice.hear(urgent)
    voice._process.wait(10)
    voice.hear(replace(later, now=1_000))
    assert stand.said() == ["Stop. If any of these is true, call."]
    now = 60_000
    voice.hear(replace(later, now=60_000))
    voice.end(at_once=False)
    assert stand.said()[-1].startswith("10 seconds left.")


@pytest.mark.parametrize(("does", "told"), [(WRITES, ("espeak-ng", "")), ("exit 1", ("", "espeak-ng does not speak."))])
def test_a_sentence_can_be_tried(
    stand: Stand, monkeypatch: pytest.MonkeyPatch, does: str, told: tuple[str, str]
) -> None:
    stand.put("espeak-ng", does)
    monkeypatch.setattr("uncramp.sound.voice.speaker_here", lambda *, soft: stand.found(soft=soft))
    assert try_voice("Lean in for 3 s.", night=True, silent=True) == ("espeak-ng", "It says nothing with --list.")
    assert stand.said() == []
    assert try_voice("Lean in for 3 s.", night=True) == told
    assert stand.said() == (["Lean in for 3 seconds."] if told[0] else [])


@pytest.mark.skipif(shutil.which("espeak-ng") is None, reason="needs espeak-ng")
def test_a_real_speaker_says_it_to_a_file(stand: Stand) -> None:
    real = shutil.which("espeak-ng")
    stand.put("espeak-ng", f'exec {real} -w "$(dirname "$0")/said.wav" "$@"')
    process = SpeakerProcess(stand.found(soft=True), lambda: 0)
    process.say("Pull your toes toward your shin. Slowly.")
    process.wait(10)
    process.stop()
    assert not process._failures
    assert (stand.folder / "said.wav").stat().st_size > 50_000
    process.close()
