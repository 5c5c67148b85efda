"""Plays the plain mode on a stage for tests: a clock that is told, lines that are typed on time, all that was said."""

from collections.abc import Iterable
from contextlib import nullcontext, suppress
from datetime import UTC, datetime
from pathlib import Path

from uncramp.domain.plan import Plan
from uncramp.domain.profile import Profile
from uncramp.domain.session import Session
from uncramp.files.library import Library
from uncramp.files.profile import LoadedProfile
from uncramp.guidance.context import Context
from uncramp.guidance.routines import plan_for
from uncramp.paths import shipped_routines
from uncramp.plain.console import Console
from uncramp.plain.play import play_plain

DAY = datetime(2026, 11, 22, 12, 0, tzinfo=UTC)
NIGHT = datetime(2026, 11, 22, 3, 0, tzinfo=UTC)

Script = Iterable[tuple[float, str]]
"""What is typed: seconds after the start, and the line. Nothing more comes after the last."""

LEAVE = "\x04"
"""A line at which the test has seen enough."""


class Stage:
    """Holds the clock and the script, and keeps what was said."""

    def __init__(
        self, script: Script = (), *, when: datetime = DAY, somebody: bool = True, profile: Profile | None = None
    ) -> None:
        self.now = self.began = 50_000
        self.script = [(self.began + round(seconds * 1000), line) for seconds, line in script]
        self.gaps: dict[int, int] = {}
        self.when, self.person = when, somebody
        self.said: list[str] = []
        self.at: list[float] = []
        self.library = Library(shipped_routines())
        person = LoadedProfile(Path(), profile or Profile())
        context = Context(self.library, person, lambda: self.now, lambda: self.when, emergency_number="112")
        self.console = Console(context, self, self.write)

    def write(self, line: str) -> None:
        self.said.append(line)
        self.at.append((self.now - self.began) / 1000)

    # What the plain mode asks of the person.

    @property
    def ended(self) -> bool:
        return not self.script

    @property
    def somebody(self) -> bool:
        return self.person and not self.ended

    def line(self, wait_ms: int) -> str | None:
        assert 0 < wait_ms <= 1_000, "a longer wait would be a gap of our own"
        self.now += self.gaps.pop((self.now - self.began) // 1000, 0)
        if self.script and self.script[0][0] <= self.now + wait_ms:
            at, line = self.script.pop(0)
            self.now = max(self.now, at)
            if line == LEAVE:
                raise EOFError
            return line
        self.now += wait_ms
        return None

    # What a test asks.

    def plan(self, name: str, profile: Profile | None = None) -> Plan:
        return plan_for(self.library, self.library.get(name), profile or Profile())

    def play(self, name: str, profile: Profile | None = None) -> Session | None:
        return play_plain(self.plan(name, profile), self.console)

    @property
    def seconds(self) -> float:
        """How long it took."""
        return (self.now - self.began) / 1000

    @property
    def text(self) -> str:
        return "\n".join(self.said)

    def after(self, line: str) -> list[str]:
        """What was said after a line."""
        return self.said[self.said.index(line) + 1 :]

    def when_said(self, line: str) -> float:
        """When a line was first said, in seconds."""
        return self.at[self.said.index(line)]


def played(
    name: str,
    script: Script = (),
    *,
    when: datetime = DAY,
    profile: Profile | None = None,
    to_the_end: bool = True,
) -> Stage:
    """Play a shipped routine to its end, or else until `LEAVE`."""
    stage = Stage(script, when=when, profile=profile)
    with nullcontext() if to_the_end else suppress(EOFError):
        stage.play(name, profile)
    return stage
