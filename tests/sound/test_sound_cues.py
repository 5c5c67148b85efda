"""Which cue each event has."""

from collections import Counter
from functools import partial

import pytest
from sound_stage import Does, brief, heard, moments, plan_of

from uncramp.domain.plan import Answer
from uncramp.domain.session import Session
from uncramp.sound.cues import Cue


def test_the_daily_routine_has_its_cue_at_each_move_each_tenth_and_the_end() -> None:
    cues = heard(moments(plan_of("daily-calf")))
    assert cues[:5] == [(0, "rest"), (5, "begin"), (8, "back"), (11, "begin"), (14, "back")]
    tenths = [at for at, cue in cues if cue == "tenth"]
    assert tenths == [5 + 9 * 6, 5 + 19 * 6, 5 + 29 * 6, 5 + 39 * 6, 5 + 49 * 6]
    assert cues[-1] == (305, "done")
    assert Counter(cue for _at, cue in cues) == {"rest": 1, "begin": 45, "back": 50, "tenth": 5, "done": 1}


def test_first_aid_goes_round_counts_down_asks_and_warns_after_ten_minutes() -> None:
    cues = heard(moments(plan_of("cramp-calf"), {250: Session.pause}, most_s=601))
    assert cues[:9] == [
        (0, "begin"), (20, "soon"), (27, "count"), (28, "count"), (29, "count"),
        (30, "back"), (37, "count"), (38, "count"), (39, "count"),
    ]  # fmt: skip
    assert cues[9][1] == "begin"
    assert (600, "urgent") in cues
    assert "ask" in {cue for _at, cue in cues}


def test_between_two_sides_the_change_is_heard_and_then_the_move() -> None:
    plan = plan_of("daily-calf-full")
    cues = [cue for _at, cue in heard(moments(plan))]
    assert "change" in cues
    assert cues[cues.index("change") + 1] in ("count", "begin")
    assert cues[-1] == "done"


def test_three_moves_are_go_into_it_hold_and_come_back() -> None:
    names = {"rise": "begin", "stay": "hold", "lower": "back"}
    plan = plan_of("daily-calf-full")
    told = [moment for moment in moments(plan) if not moment.phase.over and moment.position.interval.move in names]
    cues = {(moment.position.interval.move, moment.cue) for moment in told if moment.cue is not Cue.TENTH}
    assert cues == {*names.items()}


def test_who_goes_on_after_a_pause_hears_where_they_are_and_who_stops_hears_nothing() -> None:
    plan = brief(plan_of("daily-calf"), 8)
    cues = heard(moments(plan, {6: Session.pause, 7: Session.resume, 13: Session.stop}))
    assert cues == [(0, "rest"), (5, "begin"), (7, "begin"), (9, "back"), (12, "begin")]


@pytest.mark.parametrize(("answer", "cue"), [(Answer.YES, Cue.URGENT), (Answer.NO, Cue.BEGIN)])
def test_an_answer_that_is_a_sign_is_urgent(answer: Answer, cue: Cue) -> None:
    said: Does = {5: Session.relief, 10: partial(Session.answer, answer=answer)}
    at_ten = [moment.cue for moment in moments(plan_of("cramp-calf"), said, most_s=11) if moment.now == 10_000]
    assert at_ten == [cue]
