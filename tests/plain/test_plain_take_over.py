"""A session that was begun on the screen goes on line by line: at the very place, with the cramp clock going on."""

import pytest
from plain_stage import LEAVE, Stage

from uncramp.domain.plan import Answer
from uncramp.domain.session import GAP_MS, Session
from uncramp.domain.session_state import Phase
from uncramp.plain.play import lead_on

URGENT = "10 minutes, and still cramping. Call your doctor, midwife or urgent line today."
FIRST = "Pull your toes toward your shin. Slowly."


def begun(stage: Stage, seconds: int) -> Session:
    """A session that has run for a while, the last look a moment ago."""
    session = Session(stage.plan("cramp-calf"))
    session.start(stage.now)
    for _ in range(seconds):
        stage.now += 1_000
        session.tick(stage.now)
    return session


def taken_over(stage: Stage, session: Session, until: float) -> None:
    """Lead on, until so many seconds later."""
    stage.script = [(stage.now + round(until * 1000), LEAVE)]
    with pytest.raises(EOFError):
        lead_on(session, stage.console)


def test_it_goes_on_at_the_very_place() -> None:
    stage = Stage()
    session = begun(stage, 12)
    taken_over(stage, session, 1)
    assert FIRST in stage.said
    assert any(line.startswith("Toes up. 18 seconds left.") for line in stage.said), stage.text
    assert session.phase is Phase.RUNNING
    assert session.position.elapsed >= 12_000


def test_what_took_its_time_to_get_here_is_no_absence() -> None:
    stage = Stage()
    session = begun(stage, 12)
    stage.now += GAP_MS + 900  # longer than what counts as being away
    taken_over(stage, session, 5)
    assert not [line for line in stage.said if "You were away" in line or line.startswith("Paused")]
    assert session.phase is Phase.RUNNING
    assert session.position.elapsed >= 16_000


def test_the_cramp_clock_goes_on_and_the_urgent_card_comes_on_time() -> None:
    stage = Stage()
    session = begun(stage, 100)
    taken_over(stage, session, 510)
    assert "The cramp has gone on for 1 minute 40 seconds." in stage.said
    assert stage.when_said(URGENT) == 600


def test_an_urgent_card_that_broke_the_screen_is_said() -> None:
    stage = Stage()
    session = begun(stage, 5)
    session.pause(stage.now)
    for _ in range(600):
        stage.now += 1_000
        session.tick(stage.now)
    taken_over(stage, session, 1)
    assert stage.said[0] == URGENT
    assert stage.said.count(URGENT) == 1


def test_signs_that_broke_the_screen_are_said() -> None:
    stage = Stage()
    session = begun(stage, 5)
    session.relief(stage.now)
    session.answer(stage.now, Answer.YES)
    assert session.phase is Phase.STOPPED
    assert lead_on(session, stage.console) is session
    assert "Call 112 now for:" in stage.said


def test_a_session_that_stood_still_stands_still() -> None:
    stage = Stage()
    session = begun(stage, 5)
    session.pause(stage.now)
    taken_over(stage, session, 1)
    assert "Paused. Type Space, then Enter, to go on." in stage.said
    assert session.phase is Phase.PAUSED


def test_one_that_was_over_is_summed_up() -> None:
    stage = Stage()
    session = Session(stage.plan("cramp-hand"))
    session.start(stage.now)
    while not session.phase.over:
        session.next(stage.now)
    stage.script = [(stage.now + 1_000, "")]
    lead_on(session, stage.console)
    assert "Has the cramp stopped?" in stage.said
