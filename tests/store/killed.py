"""A process to be killed: it plays one cramp and one session after the other, and prints each as it is shown.

A line is printed after the recorder has returned, as a screen shows a session after it began. So whatever was printed
has to be in the diary, however the process ends.
"""

import sys
from datetime import UTC, datetime, timedelta
from pathlib import Path

from diary_making import Direct, diary
from uncramp.domain.plan import Plan
from uncramp.domain.planner import make_plan
from uncramp.domain.profile import Profile
from uncramp.domain.routine import Move, Part, Purpose, Routine, Step
from uncramp.domain.session import Session
from uncramp.guidance.recorder import Recorder

WALL = datetime(2026, 11, 22, 0, 40, tzinfo=UTC)


def plan(purpose: Purpose) -> Plan:
    steps = tuple(Step(name, moves=(Move("hold", 1),), repetitions=3) for name in ("Pull", "Walk"))
    return make_plan(Routine(purpose.value, "Title", purpose, Part.CALF, steps), Profile())


def main(folder: Path) -> None:
    clock = 0
    plans = [plan(Purpose.FIRST_AID), plan(Purpose.DAILY)]
    with diary(folder, patience_ms=2_000) as store:
        while True:
            for one in plans:
                clock = play(Recorder(Direct(store), WALL + timedelta(milliseconds=clock), clock, None), one, clock)


def play(recorder: Recorder, one: Plan, clock: int) -> int:
    session = Session(one)
    recorder.on_events(session, session.start(clock), clock)
    assert recorder.entry is not None
    print("begun", recorder.entry.id, flush=True)
    for _ in range(3):
        clock += 1_000
        recorder.on_events(session, session.tick(clock), clock)
    recorder.on_events(session, session.relief(clock), clock)
    recorder.on_events(session, session.stop(clock), clock)
    print("over", recorder.entry.id, flush=True)
    return clock


if __name__ == "__main__":
    main(Path(sys.argv[1]))
