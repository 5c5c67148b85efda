"""How a session ends, line by line: with its cramp, from its start again, and by itself."""

from plain_stage import Stage, played

from uncramp.plain.play import play_plain

END = (20_000.0, "")
"""Enter, long after everything."""


def test_the_end_of_a_cramp_that_is_not_gone_keeps_its_clock_until_it_is() -> None:
    stage = played("cramp-calf", [(650, "z"), (655, "?"), (660, "!"), (700, "g"), (701, ""), END])
    urgent = "10 minutes, and still cramping. Call your doctor, midwife or urgent line today."
    assert stage.after("Has the cramp stopped?")
    assert stage.when_said(urgent) == 600
    assert stage.when_said("The cramp lasted 11 minutes 40 seconds.") == 700
    assert stage.seconds == 701


def test_again_starts_anew_and_a_cramp_that_is_not_gone_keeps_its_clock() -> None:
    stage = played("cramp-calf", [(450, "a"), (460, ""), END])
    assert stage.said.count("Calf cramp, right now.") == 2
    assert "Good. The cramp lasted 7 minutes 40 seconds." in stage.said


def test_by_itself_it_says_so_and_ends_without_a_key_after_an_exercise() -> None:
    stage = Stage([(10_000, "")])
    play_plain(stage.plan("legs-up-short"), stage.console, auto=True)
    assert "It goes on by itself. Optional steps are left out." in stage.said[:3]
    assert stage.seconds < 9_000
    assert "Enter ends this." not in stage.text
