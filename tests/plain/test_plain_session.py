"""A session line by line, by a clock that is told: what is said, when, and what each typed line does."""

from contextlib import suppress
from dataclasses import replace
from itertools import product

import pytest
from plain_stage import LEAVE, NIGHT, Stage, played

from uncramp.domain.profile import Profile, SoundPreference
from uncramp.domain.routine import Tag
from uncramp.domain.session import Session
from uncramp.domain.session_state import Phase
from uncramp.guidance.context import SoundChoice
from uncramp.plain.narrator import spoken_ms
from uncramp.plain.play import lead_on
from uncramp.plain.typed import LONGEST

END = (20_000.0, "")
"""Enter, long after everything: somebody is there all the while."""
PAUSED = "Paused. Type Space, then Enter, to go on."
PULL = "Toes up. 30 seconds. Your cramped leg. 1 of up to 5."


def test_what_to_do_the_time_and_enter_stand_at_once_and_nothing_else() -> None:
    stage = played("cramp-calf", [END])
    at_once = ["Calf cramp, right now.", "Pull your toes toward your shin. Slowly.", PULL, "Enter: it's stopped."]
    assert [line for at, line in zip(stage.at, stage.said, strict=True) if at < 5] == at_once


@pytest.mark.parametrize("name", [one for one in Stage().library.names() if one.startswith("cramp-")])
def test_no_first_aid_speaks_for_more_than_a_few_seconds_before_it_waits(name: str) -> None:
    stage = played(name, [END])
    at_once = [line for at, line in zip(stage.at, stage.said, strict=True) if at == 0]
    assert sum(map(spoken_ms, at_once)) < (17_500 if "Type one" in "".join(at_once) else 11_000)


def test_how_the_caution_and_the_keys_come_later_one_at_a_time_and_in_this_order() -> None:
    stage = played("cramp-calf", [END])
    later = [
        "Or: Stand, hold on, heel down. Type o, then Enter.",
        "Sit with your other foot on the floor.",
        "Take your toes, or a towel round the foot.",
        "Cramp in the shin? Point the foot down, gently.",
        "It may hurt at first, then ease.",
        "Keep going until the cramp stops.",
        "More cautions: type i, then Enter.",
        "w: it gets worse. !: the warning signs. i: how, and why. ?: all keys. Type one, then Enter.",
    ]
    times = [stage.when_said(line) for line in later]
    assert times[0] == 10
    assert times == sorted(set(times))
    assert stage.at.count(times[1]) == 1


def test_nothing_that_can_wait_is_begun_while_the_line_before_is_still_heard_or_a_move_is_about_to_end() -> None:
    stage = played("cramp-calf", [END])
    how = stage.plan("cramp-calf").intervals[0].step.how
    waited = [nth for nth, line in enumerate(stage.said) if line and line in how]
    assert len(waited) > 5
    for nth in waited:
        assert stage.at[nth] * 1000 >= stage.at[nth - 1] * 1000 + spoken_ms(stage.said[nth - 1])
        assert not 27 < stage.at[nth] < 30
        assert not 37 < stage.at[nth] < 40


def test_in_a_short_step_what_to_take_care_of_is_said_before_how() -> None:
    stage = played("cramp-calf-standing", [END])
    care, how = "A cramped leg can give way.", "Stand facing a wall, both hands on it."
    assert stage.when_said(care) < stage.when_said(how) < 20


def test_what_was_read_on_i_is_not_said_again() -> None:
    stage = played("cramp-calf", [(5, "i"), (30, ""), END])
    said = stage.after("Going on.")[:20]
    assert "Sit with your other foot on the floor." not in said
    assert "More cautions: type i, then Enter." not in said
    assert any(line.startswith("w: it gets worse.") for line in said)


def test_what_waits_is_dropped_with_its_step_but_the_keys_are_told_once() -> None:
    stage = played("cramp-calf", [(11, ""), (12, "n"), END])
    assert "Take your toes, or a towel round the foot." not in stage.said
    assert sum(line.startswith("w: it gets worse.") for line in stage.said) == 1


def test_with_no_input_no_key_is_named() -> None:
    for name in ("cramp-calf", "cramp-thigh", "daily-calf", "bedtime"):
        stage = played(name)
        assert not [
            line for line in stage.said if "Enter" in line or "Type" in line or line.startswith(("w:", "y:", "1:"))
        ]


def test_where_the_input_ends_on_the_way_no_key_is_named_any_more() -> None:
    stage = played("cramp-calf", [(5, "s")])
    said = stage.after("Now the left leg.")
    assert said[0] == "Nothing can be typed here. It goes on by the clock."
    assert not [line for line in said if "Enter" in line or "Type" in line]


def test_with_nobody_there_it_plays_by_the_clock_and_ends_by_itself() -> None:
    stage = played("cramp-calf")
    assert stage.seconds == 200 + 20 + 60 + 120 + 20 + 20
    assert stage.when_said("Nothing can be typed here. It goes on by the clock.") == 0
    assert stage.said.count("Nothing can be typed here. It goes on by the clock.") == 1
    assert "Has the cramp stopped?" in stage.said
    assert not [line for line in stage.said if "Paused" in line or "while you read" in line]


def test_the_daily_routine_counts_the_first_each_fifth_and_the_last_at_the_pace_of_its_moves() -> None:
    stage = played("daily-calf")
    assert stage.seconds == 305
    assert stage.when_said("Lean in. 3 seconds. 1 of 50.") == 5
    assert stage.when_said("Upright. 3 seconds.") == 8
    counted = [nth for nth in range(2, 51) if f"Lean in. {nth} of 50." in stage.said]
    assert counted == list(range(5, 51, 5))
    for nth in counted:
        assert stage.when_said(f"Lean in. {nth} of 50.") == 5 + 6 * (nth - 1)
    assert [line for line in stage.said if line.startswith("Upright")] == [
        "Upright. 3 seconds.",
        "Upright. Then you are done.",
    ]
    assert "Go on at this pace. Each fifth one is counted." in stage.said
    assert stage.said[0] == "Calf routine, short. 5 minutes 5 seconds."
    assert "You did 5 minutes 5 seconds." in stage.said


def test_a_long_move_says_halfway_ten_seconds_left_and_what_comes_next() -> None:
    stage = played("cramp-calf", [(2.5, ""), (3, "n"), END])
    began = stage.when_said("Rub. 1 minute. Your cramped leg. Next: Walk about.")
    assert stage.when_said("Halfway.") == began + 30
    assert stage.when_said("10 seconds left. Next: Walk about.") == began + 50


def test_each_round_says_how_long_the_cramp_has_gone_on() -> None:
    stage = played("cramp-calf")
    assert stage.when_said("The cramp has gone on for 40 seconds.") == 40
    assert stage.when_said("Toes up. 30 seconds. 2 of up to 5.") == 40


def test_enter_alone_leads_from_pain_to_the_finish_and_never_answers_the_clot_check() -> None:
    stage = played("cramp-calf", [(10, ""), (12, ""), (14, ""), (16, ""), (18, ""), (20, ""), END])
    assert stage.after("Good. The cramp lasted 10 seconds.")
    assert "Skipped “Rub the calf”. No answer." in stage.said
    assert stage.said[-6:-1] == [
        "It's stopped.",
        "The cramp lasted 10 seconds.",
        "The muscle may be sore for up to a day.",
        "Was that the wrong key? Type u, then Enter, to go back.",
        "Enter ends this. To do it again, type a, then Enter.",
    ]
    assert stage.said[-1] == "If the cramp is back, type r, then Enter."
    assert stage.seconds == 20


@pytest.mark.parametrize("answer", ["y", "D", " yes ", "not sure"])
def test_a_yes_to_the_clot_check_ends_it_with_the_warning_signs(answer: str) -> None:
    stage = played("cramp-calf", [(5, ""), (6, answer), (30, ""), END])
    said = stage.after("Warning signs")
    assert stage.said[stage.said.index("Warning signs") - 1].startswith("This may be a blood clot. Do not rub.")
    assert "Call 112 now for:" in said
    assert said[-1] == "Stopped."
    assert stage.seconds == 30


def test_a_wrong_key_at_the_clot_check_can_be_taken_back() -> None:
    stage = played("cramp-calf", [(5, ""), (6, "y"), (30, "xyz"), (40, "u"), (41, "n"), END])
    said = stage.after("Taken back: your answer.")
    assert said[0].startswith("Is one leg swollen")
    assert "You said no." in said
    assert "Rub the calf. Gently, and upward." in said


def test_with_nobody_left_a_warning_sign_ends_it_at_once() -> None:
    stage = played("cramp-calf", [(5, ""), (6, "y")])
    assert stage.seconds == 6
    assert stage.said[-1] == "This list can't tell what is wrong. Worried? Call."


@pytest.mark.parametrize("space", [" ", "   ", "pause", "PAUSE"])
def test_a_space_stands_still_and_goes_on_where_it_was(space: str) -> None:
    stage = played("cramp-calf", [(12, space), (100, space), END])
    assert stage.after(PAUSED)[:2] == ["Going on.", "Toes up. 18 seconds left."]
    assert stage.when_said("Ease off. 10 seconds.") == 118


def test_a_gap_says_that_the_person_was_away_and_waits_for_them() -> None:
    stage = Stage([(400, " "), END])
    stage.gaps[7] = 300_000
    stage.play("daily-calf")
    away = stage.said.index("You were away for 5 minutes. You are where you were.")
    assert stage.said[away + 1 : away + 3] == [PAUSED, "Going on."]
    assert stage.when_said("Going on.") == 400


def test_a_gap_with_nobody_there_goes_on_where_it_was() -> None:
    stage = Stage()
    stage.gaps[7] = 300_000
    stage.play("daily-calf")
    assert "You were away for 5 minutes. You are where you were." in stage.said
    assert stage.seconds == pytest.approx(305 + 301, abs=2)
    assert "Lean in. 50 of 50." in stage.said


def test_worse_stands_still_and_says_the_warning_signs() -> None:
    stage = played("cramp-calf", [(5, "w"), (60, ""), (70, " "), END])
    said = stage.after("Stop. If any of these is true, call.")
    assert said[0] == "Warning signs"
    assert said[said.index("Enter goes back.") :][:3] == ["Enter goes back.", PAUSED, "Going on."]
    assert stage.when_said("Ease off. 10 seconds.") == 95


def test_the_signs_the_reasons_and_the_keys_are_read_while_it_stands_still() -> None:
    for key, heading in (
        ("!", "Warning signs"),
        ("i", "Where it comes from:"),
        ("?", "Keys. Type one, then Enter."),
    ):
        stage = played("daily-calf", [(7, key), (60, ""), END])
        assert heading in stage.said
        assert stage.when_said("Going on.") == 60
        assert stage.when_said("Upright. 3 seconds.") == 8 + 53


def test_a_key_typed_while_reading_does_what_it_does() -> None:
    stage = played("cramp-calf", [(7, "!"), (20, "s"), END])
    assert "Now the left leg." in stage.after("Going on.")


def test_at_ten_minutes_urgent_help_is_called_for_before_anything_else() -> None:
    script = [(190.0 * nth, "b") for nth in range(1, 4)]
    stage = played("cramp-calf", [*script, (700, ""), END])
    urgent = "10 minutes, and still cramping. Call your doctor, midwife or urgent line today."
    assert stage.when_said(urgent) == 600
    said = stage.after(urgent)
    read = said.index("Paused while you read. Press Enter to go on.")
    assert said[read + 1] == "Going on."
    assert said[read + 2].startswith("Is one leg swollen")
    assert stage.when_said("Going on.") == 700


def test_at_ten_minutes_with_nobody_there_it_goes_on() -> None:
    stage = Stage()
    lead_on(Session(stage.plan("cramp-calf"), cramp_began=stage.now - 590_000), stage.console)
    assert stage.when_said("10 minutes, and still cramping. Call your doctor, midwife or urgent line today.") == 10
    assert "Now walk about. Or shake the leg." in stage.said


def test_stopping_is_asked_once_by_day_and_the_default_is_to_go_on() -> None:
    stage = played("daily-calf", [(7, "q"), (9, "perhaps"), (10, ""), (20, "q"), (21, "q"), END])
    ask = "Stop the routine here? Type q, then Enter, to stop. Enter alone goes on."
    assert stage.said.count(ask) == 3
    assert stage.after("Going on.")
    assert stage.said[-1] == "Stopped."
    assert stage.seconds == 21


def test_first_aid_at_night_stops_without_a_question() -> None:
    stage = played("cramp-calf", [(7, "q"), END], when=NIGHT)
    assert stage.said[-1] == "Stopped."
    assert stage.seconds == 7


def test_the_offer_is_made_at_once_on_the_side_and_can_be_had() -> None:
    stage = played("cramp-calf", [(85, "o"), END])
    assert stage.when_said("Or: Stand, hold on, heel down. Type o, then Enter.") == 10
    said = stage.after("Now: Calf cramp, standing.")
    assert said[:2] == ["Stand, hold on, heel down.", "Hold the wall. Press your heel down."]


def test_undo_says_where_one_is_again() -> None:
    stage = played("cramp-calf", [(10, ""), (30, "u"), END])
    said = stage.after("Taken back: it's stopped.")
    assert said[0] == "Pull your toes toward your shin. Slowly."
    assert "Toes up. 20 seconds left. Your cramped leg. 1 of up to 5." in said


def test_at_one_s_own_pace_it_waits_for_enter_and_undo_leads_back() -> None:
    stage = played("tonight", [(500, ""), (600, "u"), (900, ""), (1000, ""), (2000, ""), END])
    bed, covers = "By the bed. At your own pace. Next", "Loosen the covers. At your own pace. Next, optional"
    begun = [
        (at, line.partition(":")[0]) for at, line in zip(stage.at, stage.said, strict=True) if "At your own" in line
    ]
    assert begun[:4] == [(0, bed), (500, covers), (600, bed), (900, covers)]
    assert "Optional: An easy ride, at your own pace." in stage.said


def test_other_side_more_time_helper_back_and_on_are_answered() -> None:
    script = [(1, "s"), (2, "+"), (3, "p"), (4, "p"), (5, "b"), (6, "x"), END]
    stage = played("cramp-calf", script)
    assert "Now the left leg." in stage.said
    assert "10 seconds more." in stage.said
    assert any(line.startswith("Hold the heel in one hand") for line in stage.said)
    assert stage.at.count(4.0) == 1
    assert "Toes up. 30 seconds." in stage.said
    assert stage.when_said("Still cramping? Try this: Stand, hold on, heel down.") == 6


def test_where_says_what_to_do_and_the_time_and_no_more() -> None:
    stage = played("cramp-calf", [(12, "where"), (12.5, LEAVE)], to_the_end=False)
    assert stage.after("The cramp has gone on for 12 seconds.") == [
        "Pull your toes toward your shin. Slowly.",
        "Toes up. 18 seconds left. Your cramped leg. 1 of up to 5.",
    ]
    stage = played("daily-calf", [(18, "where"), (18.5, LEAVE)], to_the_end=False)
    assert stage.said[-3:] == [
        "Feet flat. Lean to the wall, then stand up straight.",
        "Lean in. 2 seconds left. Both legs. 3 of 50.",
        "4 minutes 47 seconds to go in all.",
    ]


def test_where_at_a_question_says_it_again_with_its_answers() -> None:
    stage = played("cramp-calf", [(12, ""), (15, "where"), (15.5, LEAVE)], to_the_end=False)
    assert stage.said[-3:] == [
        "Is one leg swollen, warm, red or darker? Or sore before, but not from a cramp?",
        "y: Yes. n: No. d: Not sure. Type one, then Enter. Enter alone: no answer.",
        "You have 57 seconds. With no answer, it skips “Rub the calf”.",
    ]


@pytest.mark.parametrize(
    ("typed", "answer"),
    [
        ("z", "'z' is no key. Type ?, then Enter, for all keys."),
        ("\x1b[31mred", r"'\x1b[31mred' is no key. Type ?, then Enter, for all keys."),
        ("o", "o does nothing here. Type ?, then Enter, for all keys."),
        ("m", "Sound: tones."),
        ("t", "There are no colours here."),
    ],
)
def test_every_line_that_does_nothing_is_answered_in_words(typed: str, answer: str) -> None:
    stage = played("daily-calf", [(7, typed), END])
    assert stage.when_said(answer) == 7


def test_a_line_without_end_is_answered_with_its_beginning() -> None:
    stage = played("daily-calf", [(7, "x" * LONGEST), END])
    assert max(map(len, stage.said)) < 400


@pytest.mark.parametrize("name", ["cramp-calf", "bedtime", "cramp-thigh"])
def test_every_key_is_answered_whatever_is_typed_after_it(name: str) -> None:
    letters = ["", " ", *"yndogw!us+pibx>?q<=.zmt"]
    for first, second in product(letters, ["", " ", "n", "u", "q", "i", "z"]):
        stage = Stage([(7, first), (9, second), (10, LEAVE)])
        with suppress(EOFError):
            stage.play(name)
        assert 7.0 in stage.at, (name, first)
        assert 9.0 in stage.at or stage.seconds in (7, 9), (name, first, second)


def test_a_session_that_was_begun_elsewhere_goes_on_at_the_very_interval() -> None:
    stage = Stage([END])
    session = Session(stage.plan("cramp-calf"))
    session.start(stage.now)
    for _second in range(12):
        stage.now += 1_000
        session.tick(stage.now)
    assert lead_on(session, stage.console) is session
    assert stage.said[1:3] == ["Calf cramp, right now.", "Pull your toes toward your shin. Slowly."]
    assert "Toes up. 18 seconds left. Your cramped leg. 1 of up to 5." in stage.said
    assert session.phase is Phase.FINISHED


def test_what_was_left_out_for_the_person_is_said_with_its_reason_to_who_asks() -> None:
    person = Profile(frozenset({Tag.VARICOSE_VEINS, Tag.DIABETES}))
    stage = played("cramp-calf", [(5, ""), (8, "n"), (10, "i"), END], profile=person)
    said = stage.after("Now walk about. Or shake the leg.")
    assert any("Skipped “Rub the calf”. You have varicose veins." in line for line in said)


def test_nothing_that_is_said_steers_a_terminal_and_every_line_is_a_sentence() -> None:
    for name in ("cramp-calf", "daily-calf", "bedtime"):
        stage = played(name, [(7, "!"), (8, "i"), (9, "?"), (10, "")])
        for line in stage.said:
            assert line.isprintable()
            assert not line or line == "Warning signs" or line.endswith((".", "?", "!", ":")), line


def test_a_voice_speaks_beside_the_lines_for_who_asks_for_it_now_and_for_nobody_else() -> None:
    spoken = replace(Profile(), sound=SoundPreference.VOICE)
    for asked, wish in product((None, SoundPreference.AUTO), (Profile(), spoken)):
        assert SoundChoice(asked).mode(wish, quiet=False, in_lines=True) is SoundPreference.OFF
    assert SoundChoice(SoundPreference.VOICE).mode(Profile(), quiet=True, in_lines=True) is SoundPreference.VOICE


def test_keys_of_one_s_own_are_named_and_typed() -> None:
    own = Profile(keys=(("worse", "j"), ("try_other", "w"), ("yes", "x"), ("leave", "v")))
    asks = [(15.0, "?"), (16.0, ""), (20.0, "w"), (40.0, "J"), (50.0, ""), (60.0, "v"), (61.0, ""), END]
    stage = played("cramp-calf", asks, profile=own)
    assert (
        stage.when_said("Was it a cramp? x: keep it, and leave. n: keep nothing, and leave. Enter alone goes on.") == 60
    )
    assert stage.when_said("Or: Stand, hold on, heel down. Type w, then Enter.") == 10
    listed = {"j: It gets worse: get help.", "w: Try what is offered.", ">: Go on to the next."}
    assert listed <= set(stage.after("Enter: it's stopped."))
    assert stage.at.count(20) > 1  # the other way begins
    assert stage.when_said("Warning signs") == 40
