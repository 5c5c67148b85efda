"""A diary that is slow, held by another program, or hangs: nothing waits for it, and nothing is lost or doubled."""

import os
import signal
import sys
import threading
from functools import partial
from pathlib import Path

import pytest
from hypothesis import given, settings
from hypothesis import strategies as st
from recorder_stage import CLOCK, begun

from child import child
from diary_making import Clock, diary, kept_in
from slow_diary import IMPATIENT, SlowStore, locked_by_another, spooled
from uncramp.domain.diary import CrampEntry
from uncramp.domain.session import Session
from uncramp.faults import Faults
from uncramp.guidance.diary_thread import LiveWriter, waited
from uncramp.guidance.recording import LiveDiary
from uncramp.store.diary import DiaryStore


def relief_of(folder: Path) -> int | None:
    (entry,) = kept_in(folder).values()
    assert isinstance(entry, CrampEntry)
    with diary(folder) as store:
        assert store.versions(entry.id) == []
    return entry.relief


def play(visit: LiveDiary) -> Session:
    session = begun(visit)
    visit.write()
    session.tick(CLOCK + 1_000)
    visit.on_events(session, session.relief(CLOCK + 2_000), CLOCK + 2_000)
    return session


def test_relief_is_beside_a_diary_that_hangs_and_comes_into_it_later(tmp_path: Path) -> None:
    let_go = threading.Event()
    visit = LiveDiary(Faults(), lambda: SlowStore(tmp_path, let_go), Clock(), IMPATIENT)
    play(visit)
    assert spooled(tmp_path)[-1]["relief"] == 2
    let_go.set()
    visit.end_session()
    visit.wait()
    visit.close()
    assert relief_of(tmp_path) == 2
    assert not [*(tmp_path / "diary").glob("diary-waiting-*")]


def test_what_went_beside_is_in_the_diary_as_soon_as_it_answers_and_what_follows_goes_there(tmp_path: Path) -> None:
    let_go = threading.Event()
    writer = IMPATIENT(lambda: SlowStore(tmp_path, let_go))
    visit = LiveDiary(Faults(), lambda: SlowStore(tmp_path, let_go), Clock(), lambda _opening: writer)
    session = play(visit)
    let_go.set()
    assert writer._merging is not None
    assert waited(writer._merging, 30_000)
    assert relief_of(tmp_path) == 2
    assert not [*(tmp_path / "diary").glob("diary-waiting-*")]
    writer._database_ms = 30_000  # it is slow no more, however busy the machine is
    visit.on_events(session, session.undo(CLOCK + 3_000), CLOCK + 3_000)
    assert not [*(tmp_path / "diary").glob("diary-waiting-*")]
    assert relief_of(tmp_path) is None
    visit.close()
    assert relief_of(tmp_path) is None


def test_a_diary_that_another_program_held_is_tried_again(tmp_path: Path, monkeypatch: pytest.MonkeyPatch) -> None:
    clock = [0]
    monkeypatch.setattr("uncramp.guidance.diary_thread.session_clock", lambda: clock[0])
    writer = IMPATIENT(partial(DiaryStore, tmp_path / "diary", Clock(), patience_ms=10))
    visit = LiveDiary(Faults(), lambda: DiaryStore(tmp_path, Clock()), Clock(), lambda _opening: writer)
    with locked_by_another(tmp_path):
        session = play(visit)
        assert writer._merging is not None
        assert waited(writer._merging, 30_000)
        assert spooled(tmp_path)[-1]["relief"] == 2
    clock[0] = 60_000
    visit.on_events(session, session.tick(CLOCK + 2_500), CLOCK + 2_500)
    assert waited(writer._merging, 30_000)
    assert relief_of(tmp_path) == 2
    visit.close()


def test_a_diary_that_hangs_for_ever_keeps_no_program_from_ending(
    tmp_path: Path, capsys: pytest.CaptureFixture[str]
) -> None:
    faults, let_go = Faults(), threading.Event()
    visit = LiveDiary(faults, lambda: SlowStore(tmp_path, let_go), Clock(), partial(IMPATIENT, close_ms=50))
    play(visit)
    visit.close()
    faults.report()
    assert "It goes into your diary as soon as that works." in capsys.readouterr().err
    let_go.set()


def test_a_disk_that_hangs_as_the_diary_is_sought_keeps_no_program_from_ending(
    capsys: pytest.CaptureFixture[str],
) -> None:
    faults, let_go, ended = Faults(), threading.Event(), threading.Event()

    def opening() -> DiaryStore:
        let_go.wait(30)
        assert ended.is_set()
        raise OSError

    visit = LiveDiary(faults, opening, Clock(), partial(LiveWriter, database_ms=5, spool_ms=5, close_ms=5))
    play(visit)
    visit.close()
    ended.set()
    let_go.set()
    faults.report()
    assert "could not be written anywhere (it takes too long)" in capsys.readouterr().err


def test_relief_is_beside_a_diary_that_another_program_holds(tmp_path: Path) -> None:
    opening = partial(DiaryStore, tmp_path / "diary", Clock(), patience_ms=10)
    visit = LiveDiary(Faults(), opening, Clock(), IMPATIENT)
    with locked_by_another(tmp_path):
        play(visit)
        assert spooled(tmp_path)[-1]["relief"] == 2
    visit.close()
    assert relief_of(tmp_path) == 2


def test_what_nobody_waits_for_goes_beside_too(tmp_path: Path, monkeypatch: pytest.MonkeyPatch) -> None:
    let_go, clock = threading.Event(), [0]
    monkeypatch.setattr("uncramp.guidance.diary_thread.session_clock", lambda: clock[0])
    visit = LiveDiary(Faults(), lambda: SlowStore(tmp_path, let_go), Clock(), IMPATIENT)
    session = begun(visit)
    visit.write()
    clock[0] = 10**12
    visit.on_events(session, session.tick(CLOCK + 1_000), CLOCK + 1_000)
    visit.wait()
    assert spooled(tmp_path)[-1]["kind"] == "cramp"
    let_go.set()
    visit.close()
    assert len(kept_in(tmp_path)) == 1


def test_what_was_no_cramp_is_forgotten_also_beside(tmp_path: Path) -> None:
    let_go = threading.Event()
    visit = LiveDiary(Faults(), lambda: SlowStore(tmp_path, let_go), Clock(), IMPATIENT)
    play(visit)
    entry = visit.entry
    visit.forget()
    let_go.set()
    visit.close()
    assert kept_in(tmp_path) == {}
    assert entry is not None
    with diary(tmp_path) as store:
        assert store.restore(entry.id) == entry


@settings(max_examples=25)
@given(st.lists(st.sampled_from(["tick", "relief", "undo", "side", "hang", "let go", "end"]), max_size=12))
def test_wherever_it_hangs_the_diary_says_in_the_end_what_happened(
    tmp_path_factory: pytest.TempPathFactory, steps: list[str]
) -> None:
    folder = tmp_path_factory.mktemp("hangs")
    let_go = threading.Event()
    let_go.set()
    visit = LiveDiary(
        Faults(),
        lambda: SlowStore(folder, let_go),
        Clock(),
        partial(LiveWriter, database_ms=5, spool_ms=30_000, close_ms=30_000),
    )
    now, expected = CLOCK, {}
    session = begun(visit)
    visit.write()
    for step in ["tick", *steps]:
        now += 30_000
        if step in ("hang", "let go"):
            (let_go.clear if step == "hang" else let_go.set)()
        elif step == "end":
            visit.on_events(session, session.tick(now), now)
            visit.end_session()
            session = begun(visit, now=now)
        else:
            act = {"relief": session.relief, "undo": session.undo, "side": session.other_side}.get(step, session.tick)
            visit.on_events(session, act(now), now)
        if visit.entry is not None:
            expected[visit.entry.id] = visit.entry
    let_go.set()
    visit.close()
    assert kept_in(folder) == expected
    with diary(folder) as store:
        assert [store.versions(entry_id) for entry_id in expected] == [[]] * len(expected)


@pytest.mark.skipif(sys.platform == "win32", reason="there is no such signal")
def test_killed_while_the_diary_hangs_nothing_that_was_said_is_lost(tmp_path: Path) -> None:
    code = (
        "import sys, threading\nfrom pathlib import Path\n"
        "from slow_diary import IMPATIENT, SlowStore\nfrom test_guidance_slow_diary import play\n"
        "from diary_making import Clock\nfrom uncramp.faults import Faults\n"
        "from uncramp.guidance.recording import LiveDiary\n"
        "never = threading.Event()\n"
        "play(LiveDiary(Faults(), lambda: SlowStore(Path(sys.argv[1]), never), Clock(), IMPATIENT))\n"
        "print('stopped', flush=True)\nsys.stdin.read()\n"
    )
    with child("-c", code, str(tmp_path), beside=Path(__file__).parent) as process:
        assert process.stdout is not None
        assert process.stdout.readline() == "stopped\n"
        os.kill(process.pid, signal.SIGKILL)
    assert relief_of(tmp_path) == 2
