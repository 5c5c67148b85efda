"""Whole sessions by a told clock, through the players and speakers on PATH: stand-ins that write down what they get, and when."""

import os
from collections.abc import Callable, Iterator
from dataclasses import dataclass, field
from datetime import UTC, datetime
from itertools import pairwise
from pathlib import Path

import pytest
from sound_stage import LIBRARY, Does, plan_of

from stand_in import put
from uncramp.domain import events as ev
from uncramp.domain.plan import IntervalKind, Plan
from uncramp.domain.profile import Profile, SoundPreference
from uncramp.domain.session import Session
from uncramp.files.profile import LoadedProfile
from uncramp.guidance.context import Context, SoundChoice
from uncramp.sound import session_sound
from uncramp.sound.cues import Moment
from uncramp.sound.session_sound import Listener, open_sound
from uncramp.sound.speech import time_to_listen
from uncramp.sound.spoken import length_ms, spoken
from uncramp.sound.tones import Tones
from uncramp.sound.voice import Voice, speaker_here

DAY, NIGHT = datetime(2026, 11, 27, 12, tzinfo=UTC), datetime(2026, 11, 27, 3, tzinfo=UTC)
TONES, VOICE = SoundPreference.TONES, SoundPreference.VOICE
PLAYER = 'echo "$TOLD_MS tone $1" >> "$0.log"'
SPEAKER = 'read -r words; echo "$TOLD_MS $* : $words" >> "$0.log"'
LETS_GO_AT: Does = {95: Session.relief}


class AtOnce:
    """In place of a thread: a listener that is heard to its end before the clock goes on."""

    def __init__(self, opened: Callable[[], Listener], *_rest: object) -> None:
        self.listener = opened()

    def hear(self, moment: Moment) -> None:
        self.listener.hear(moment)
        match self.listener:
            case Tones():
                self.listener._players.wait()
            case Voice():
                self.listener._process.wait(10)

    def end(self, *, at_once: bool) -> None:
        self.listener.end(at_once=at_once)

    def wait(self, _seconds: float) -> None:
        """It has ended by now."""


@dataclass
class Played:
    """What happened, and what was heard of it: each with its milliseconds."""

    told: list[tuple[int, list[ev.Event]]] = field(default_factory=list)
    tones: list[tuple[int, str]] = field(default_factory=list)
    said: list[tuple[int, str]] = field(default_factory=list)
    options: set[str] = field(default_factory=set)


@pytest.fixture
def path(tmp_path: Path, monkeypatch: pytest.MonkeyPatch) -> Iterator[Path]:
    for name, does in (("pw-play", PLAYER), ("espeak-ng", SPEAKER)):
        put(tmp_path, name, does)
    monkeypatch.setenv("PATH", str(tmp_path))
    monkeypatch.setattr(session_sound, "Guarded", AtOnce)
    speaker_here.cache_clear()
    yield tmp_path
    speaker_here.cache_clear()


def play(
    path: Path, plan: Plan, asked: SoundPreference | None = None, does: Does | None = None, when: datetime = DAY
) -> Played:
    played, now, acts = Played(), 0, dict(does or {})
    person = LoadedProfile(Path(), Profile())
    context = Context(LIBRARY, person, lambda: now, lambda: when, sound=SoundChoice(asked))
    sound, _first = open_sound(context, plan)
    session = Session(plan, auto=True)
    events = session.start(0)
    while True:
        os.environ["TOLD_MS"] = str(now)
        played.told += [(now, events)] if events else []
        sound.hear(session, events)
        if session.phase.over:
            break
        due = session.next_due()
        assert due is not None
        now = min(due, now + 1_000)  # a longer gap would be a lid that was closed
        events = acts.pop(now // 1000, Session.tick)(session, now)
    os.environ["TOLD_MS"] = "after the end"
    sound.end(at_once=False)
    for line in read(path / "pw-play.log"):
        at, _tone, file = line.split()
        played.tones.append((int(at), Path(file).stem))
    for line in read(path / "espeak-ng.log"):
        given, words = line.split(" : ")
        at, _space, options = given.partition(" ")
        played.said.append((int(at), words))
        played.options.add(options)
    return played


def read(log: Path) -> list[str]:
    return log.read_text().splitlines() if log.exists() else []


MOVES = frozenset({"begin", "hold", "back", "tenth", "change"})
BY_INTERVAL = {
    IntervalKind.GET_READY: {"rest"},
    IntervalKind.REST: {"rest"},
    IntervalKind.CHANGE: {"change"},
    IntervalKind.QUESTION: {"ask"},
}


def cues_of(events: list[ev.Event]) -> set[str]:
    """What may be heard of events that come at once; nothing where nothing is."""
    found: set[str] = set()
    for event in events:
        match event:
            case ev.IntervalStarted(interval=interval) | ev.MoveStarted(interval=interval):
                found |= BY_INTERVAL.get(interval.kind, MOVES)
            case ev.Halfway():
                found.add("halfway")
            case ev.SecondsLeft(seconds=seconds) if seconds <= 3:
                found.add("count")
            case ev.Finished():
                found.add("done")
            case ev.UrgentHelp():
                found.add("urgent")
    return found


def every_event_has_its_tone(played: Played) -> None:
    due = [(now, cues) for now, events in played.told if (cues := cues_of(events))]
    assert [now for now, _cue in played.tones] == [now for now, _cues in due]
    assert all(cue in cues for (_now, cue), (_due, cues) in zip(played.tones, due, strict=True))
    assert all(event.at == now for now, events in played.told for event in events if cues_of([event]))
    assert played.tones[-1][1] == "done"


@pytest.mark.parametrize(("name", "asked", "does"), [("daily-calf", None, None), ("cramp-calf", TONES, LETS_GO_AT)])
def test_every_event_has_its_tone_in_its_moment_and_nothing_comes_after_the_end(
    path: Path, name: str, asked: SoundPreference | None, does: Does | None
) -> None:
    played = play(path, plan_of(name), asked, does)
    every_event_has_its_tone(played)
    assert not played.said


@pytest.mark.parametrize(
    ("name", "last"),
    [
        ("daily-calf", "Well done."),
        ("daily-calf-full", "Well done."),
        ("cramp-calf", "Has the cramp stopped? Y: It's stopped. N: Not yet."),
    ],
)
def test_by_voice_every_step_is_said_in_its_moment_beside_the_tones_and_is_over_before_the_next(
    path: Path, name: str, last: str
) -> None:
    plan = plan_of(name)
    played = play(path, plan if plan.measures_cramp else time_to_listen(plan), VOICE)
    happened = dict(played.told)
    assert {now for now, _words in played.said} <= happened.keys()
    for (now, words), (after, _next) in pairwise(played.said):
        assert now + length_ms(words) <= after, words
    everything = " ".join(words for _now, words in played.said)
    begun = [
        event.interval for events in happened.values() for event in events if isinstance(event, ev.IntervalStarted)
    ]
    assert begun
    for interval in begun:
        asks = interval.kind is IntervalKind.QUESTION
        assert asks or spoken(interval.step.say).split(".")[0] in everything, interval.step.name
    assert played.said[-1] == (played.told[-1][0], last)
    assert played.options == {"-v en -s 175 -a 100 --stdin"}
    every_event_has_its_tone(played)


@pytest.mark.parametrize("name", ["daily-calf", "daily-calf-full", "cramp-calf"])
def test_at_night_nothing_is_heard_by_itself(path: Path, name: str) -> None:
    silent = play(path, plan_of(name), SoundPreference.AUTO, when=NIGHT)
    assert (silent.tones, silent.said) == ([], [])


def test_at_night_a_voice_that_is_asked_for_is_soft_and_alone(path: Path) -> None:
    played = play(path, plan_of("cramp-calf"), VOICE, LETS_GO_AT, NIGHT)
    assert played.options == {"-v en -s 175 -a 35 --stdin"}
    assert not played.tones
