"""What speaks: the system's own speaker, as a child process that is given one text at a time and never waited for."""

import atexit
import re
import shutil
import subprocess
import sys
from collections.abc import Callable
from contextlib import suppress
from dataclasses import dataclass

from uncramp.sound.players import TIMES, end_child, start_child
from uncramp.sound.spoken import RATE, length_ms

SPEAKERS = ("espeak-ng", "spd-say", "say", "powershell")
"""What can speak, by the names that they are installed by."""

HANGS_MS = 5_000
"""A speaker that takes this much longer than twice the length of its words is taken to hang, in milliseconds."""

_PATIENCE_S = 2.0
"""How long it may take to list the voices, or to end what is said, in seconds."""

_WATCH = 'while read -r now; do group=$now; done; [ -z "$group" ] || kill -s KILL -- "-$group"; [ -z "$group" ] || "$@"'
"""Ends the speaker, by its process group, once nothing can be written to standard input any more: the program may have
been killed. All of it is our own, and no text goes through it; its arguments are what hushes the speaker's server.
"""

_POWERSHELL = (
    "[Console]::InputEncoding = [Text.Encoding]::UTF8; Add-Type -AssemblyName System.Speech; "
    "$s = New-Object System.Speech.Synthesis.SpeechSynthesizer; $s.Volume = {volume}; "
    "try {{ $s.SelectVoiceByHints('NotSet', 'NotSet', 0, '{language}') }} catch {{ }}; "
    "$s.Speak([Console]::In.ReadToEnd())"
)
_MAC_VOICES = ("Samantha", "Daniel", "Karen")
"""Voices that sound like a person; among the others of macOS are some that are meant as jokes."""

Which = Callable[[str], str | None]


@dataclass(frozen=True, slots=True)
class Speaker:
    """A program that says a text. The text goes in by standard input, so it can be no option and no order."""

    name: str
    command: tuple[str, ...]
    as_argument: bool = False
    """Whether the text is its last argument, behind `--`, in place of standard input."""
    before: str = ""
    """What the text begins with: an order of our own to this speaker."""
    hush: tuple[str, ...] = ()
    """What ends a text, where a server says it and the child has long ended."""


def found_speaker(
    language: str, *, soft: bool = False, which: Which = shutil.which, platform: str = sys.platform
) -> Speaker | None:
    """The best speaker that there is for a language, as HTML names it; a `soft` one speaks as by night."""
    if not re.fullmatch(r"[A-Za-z]{2,3}(-[A-Za-z0-9]{2,8})*", language):
        language = "en"
    of_the_platform = {"darwin": _say, "win32": _powershell}.get(platform)
    makers = [of_the_platform] if of_the_platform else []
    found = (maker(language, soft, which) for maker in (*makers, _espeak, _speech_dispatcher))
    return next((speaker for speaker in found if speaker), None)


def is_found(which: Which = shutil.which, platform: str = sys.platform) -> bool:
    """Whether there is a speaker. It is not asked for its voices, as `found_speaker` may: no screen waits for that."""
    names = {"darwin": ("say",), "win32": ("powershell", "pwsh")}.get(platform, ())
    return any(map(which, (*names, "espeak-ng", "espeak", "spd-say")))


def _espeak(language: str, soft: bool, which: Which) -> Speaker | None:
    path = which("espeak-ng") or which("espeak")
    loud = "35" if soft else "100"
    command = (path or "", "-v", language.lower(), "-s", str(RATE), "-a", loud, "--stdin")
    return Speaker("espeak-ng", command) if path else None


def _speech_dispatcher(language: str, soft: bool, which: Which) -> Speaker | None:
    path = which("spd-say")
    if not path:
        return None
    command = (path, "-N", "uncramp", "-l", language.lower(), "-i", "-60" if soft else "0", "--")
    return Speaker("spd-say", command, as_argument=True, hush=(path, "-C"))


def _say(language: str, soft: bool, which: Which) -> Speaker | None:
    path = which("say")
    if not path:
        return None
    voice = _mac_voice(path, language)
    command = (path, "-r", str(RATE), *(("-v", voice) if voice else ()), "-f", "-")
    return Speaker("say", command, before="[[volm 0.35]] " if soft else "")


def _mac_voice(path: str, language: str) -> str:
    listed = ""
    with suppress(OSError, subprocess.SubprocessError, UnicodeError):
        asked = subprocess.run(  # noqa: S603 - the system's own program, and no shell
            [path, "-v", "?"], stdin=subprocess.DEVNULL, capture_output=True, timeout=_PATIENCE_S, check=True
        )
        listed = asked.stdout.decode()
    main = re.escape(language.partition("-")[0])
    names = re.findall(rf"^(\S.*?)\s+{main}[_-]\w+\s+#", listed, re.MULTILINE)
    return next((name for name in _MAC_VOICES if name in names), names[0] if names else "")


def _powershell(language: str, soft: bool, which: Which) -> Speaker | None:
    path = which("powershell") or which("pwsh")
    script = _POWERSHELL.format(volume=35 if soft else 100, language=language)
    return Speaker("powershell", (path, "-NoProfile", "-NonInteractive", "-Command", script)) if path else None


class SpeakerProcess:
    """Says one text at a time. A new one ends the one before, and nothing is waited for."""

    def __init__(self, speaker: Speaker, clock: Callable[[], int]) -> None:
        self._speaker, self._clock = speaker, clock
        self._child: subprocess.Popen[bytes] | None = None
        self._watch: subprocess.Popen[bytes] | None = None
        self._hangs_at = 0
        self._failures = 0
        atexit.register(self.close)

    @property
    def works(self) -> bool:
        """Whether what was said last has been said, or still is."""
        return self._child is not None and not self._child.poll()

    @property
    def given_up(self) -> bool:
        return self._failures >= TIMES

    def say(self, words: str) -> None:
        """Say this, from now on; `words` are fit for a speaker."""
        self.stop()
        if self.given_up:
            return
        speaker = self._speaker
        text = f"{speaker.before}{words}"
        try:
            self._child = _started(speaker, text)
        except OSError:
            self._failures += 1
            return
        self._hangs_at = self._clock() + 2 * length_ms(words) + HANGS_MS
        self._tell_watch(f"{self._child.pid}\n")

    def _tell_watch(self, group: str) -> None:
        """Have this group ended if the program is killed: without a watch it goes on to the end of its sentence."""
        with suppress(OSError):
            if self._watch is None and sys.platform != "win32":
                command = ("/bin/sh", "-c", _WATCH, "uncramp-watch", *self._speaker.hush)
                self._watch = start_child(command, subprocess.PIPE)
            if self._watch is not None and self._watch.stdin is not None:
                self._watch.stdin.write(group.encode())
                self._watch.stdin.flush()

    def stop(self) -> None:
        """End what is being said, and reap the child; one that hung, or ended badly, has failed."""
        child, self._child = self._child, None
        if child is None:
            return
        running = child.poll() is None
        failed = self._clock() > self._hangs_at if running else child.returncode != 0
        self._failures = self._failures + 1 if failed else 0
        end_child(child)
        self._tell_watch("\n")
        if self._speaker.hush and not self.given_up:
            with suppress(OSError):
                hushing = start_child(self._speaker.hush)
                with suppress(subprocess.TimeoutExpired):
                    hushing.wait(_PATIENCE_S)
                end_child(hushing)

    def wait(self, seconds: float) -> None:
        """Wait until it has said all, but no longer than this."""
        if self._child is not None:
            with suppress(subprocess.TimeoutExpired):
                self._child.wait(seconds)

    def close(self) -> None:
        atexit.unregister(self.close)
        self.stop()
        watch, self._watch = self._watch, None
        if watch is not None:
            with suppress(OSError, subprocess.TimeoutExpired):
                watch.communicate(timeout=_PATIENCE_S)
            end_child(watch)


def _started(speaker: Speaker, text: str) -> "subprocess.Popen[bytes]":
    """Start a speaker in a group of its own, its streams closed: the first as soon as the text is in it.

    Raises:
        OSError: it can't be started.
    """
    command = (*speaker.command, text) if speaker.as_argument else speaker.command
    child = start_child(command, subprocess.DEVNULL if speaker.as_argument else subprocess.PIPE)
    if child.stdin is not None:
        with suppress(OSError):  # one that has ended by now has failed, which is seen by its status
            child.stdin.write(text.encode())  # a pipe holds more than the longest of our texts
        with suppress(OSError):
            child.stdin.close()
    return child
