"""`uncramp now` and the others in a real pseudo-terminal: start, signals, exit statuses, odd sizes."""

import signal

import pytest
from real_terminal import terminal

LEAVE_ALTERNATE_SCREEN = b"\x1b[?1049l"


def test_now_leads_from_the_first_instruction_to_the_finish() -> None:
    with terminal("now") as term:
        term.wait_for("Pull your toes toward your shin.")
        term.wait_for("cramp 0:0")
        term.send("g")  # Enter in the first second may be the shell's
        term.wait_for("Is one leg swollen")
        term.send("n")
        term.wait_for("Rub the calf. Gently, and upward.")
        term.send("\r")
        term.wait_for("Now walk about.")
        term.send("p")  # a key between two Enters: they are two presses, however fast
        term.wait_for("Lend an arm")
        term.send("\r")
        term.wait_for("Optional: Warm it")
        term.send("n")
        term.wait_for("Optional: Raise your legs")
        term.send("2")  # the same key so soon would be one that is held
        term.wait_for("How strong was it?")  # what the diary asks
        term.send("\x1b")
        term.wait_for("The muscle may be sore")
        term.send("\r")
        assert term.wait_for_end() == 0
        assert LEAVE_ALTERNATE_SCREEN in term.raw
        assert term.settings() == term.before


def test_a_side_that_is_given_is_said() -> None:
    with terminal("now", "--side", "left") as term:
        term.wait_for("Left leg · turn 1 of up to 5")


def test_standing_starts_at_the_wall() -> None:
    with terminal("now", "--standing") as term:
        term.wait_for("Hold the wall. Press your heel down.")


def test_home_starts_help_with_enter_and_leaves_with_q() -> None:
    with terminal() as term:
        term.wait_for("uncramp: help for leg cramps")
        term.send("q")
        assert term.wait_for_end() == 0
    with terminal() as term:  # the last: what is cut off in first aid may be offered to go on with
        term.wait_for("uncramp: help for leg cramps")
        term.send("\r")
        term.wait_for("Pull your toes toward your shin.")


def test_ctrl_c_leaves_at_once_with_the_status_of_an_interrupt() -> None:
    with terminal("run", "daily-calf") as term:
        term.wait_for("Feet flat.")
        term.send("\x03")
        assert term.wait_for_end() == 130
        assert term.settings() == term.before


@pytest.mark.parametrize(("columns", "lines"), [(40, 12), (20, 6), (120, 40), (160, 50)])
def test_the_instruction_and_the_time_stand_at_any_size(columns: int, lines: int) -> None:
    with terminal("now", columns=columns, lines=lines) as term:
        term.wait_for("Pull your toes")
        if columns < 100:  # larger ones draw the digits out of blocks
            term.wait_for("s Toes up" if lines < 8 else "cramp 0:0")


def test_a_window_that_shrinks_and_grows_keeps_the_instruction() -> None:
    with terminal("now") as term:
        term.wait_for("Sit with your other foot")
        term.resize(20, 6)
        term.wait_for("Pull your toes\ntoward your shin.")
        term.resize(80, 24)
        term.wait_for("Sit with your other foot on the")


def test_no_color_means_no_colour() -> None:
    with terminal("now", NO_COLOR="1") as term:
        term.wait_for("cramp 0:0")
        assert b"38;2;" not in term.raw
        assert b"48;2;" not in term.raw


@pytest.mark.parametrize("arguments", [["now"], []])
def test_going_on_is_no_answer_to_a_terminal_that_goes(arguments: list[str]) -> None:
    with terminal(*arguments) as term:  # a system sends both signals as a terminal goes, in this order
        term.wait_for("? keys")
        term.kill(signal.SIGHUP)
        term.kill(signal.SIGCONT)
        assert term.wait_for_end() == 128 + signal.SIGHUP
        assert term.clean()


def test_a_signal_to_go_on_changes_nothing_where_nothing_was_stopped() -> None:
    with terminal("now") as term:
        term.wait_for("? keys")
        for _ in range(5):
            term.kill(signal.SIGCONT)
        term.send("?")
        term.wait_for("To the shell")
        term.send("\x03")
        assert term.wait_for_end() == 130
        assert term.clean()


LAST_WORDS = "This may be a blood clot. Do not rub. Call your doctor, midwife or urgent line today."


@pytest.mark.parametrize("leave", ["\r", "\x03"])
def test_what_to_do_stays_on_the_terminal_when_the_screen_is_gone(leave: str) -> None:
    with terminal("now") as term:
        term.wait_for("Pull your toes")
        term.send("g")
        term.wait_for("Is one leg swollen")
        term.send("y")
        term.wait_for("take back my answer")
        term.send(leave)
        assert term.wait_for_end() == (130 if leave == "\x03" else 0)
        assert LAST_WORDS in " ".join(term.told().split())


def test_what_to_do_stays_also_where_home_was_underneath_and_a_wrong_key_leaves_nothing() -> None:
    for back in (False, True):
        with terminal() as term:
            term.wait_for("? keys")  # home itself, and not only its first words
            term.send("\r")
            term.wait_for("Pull your toes")
            term.send("g")  # an Enter so soon would be the one that is held
            term.wait_for("Is one leg swollen")
            term.send("y")
            term.wait_for("take back my answer")
            if back:
                term.send("u")
                term.wait_for("Is one leg swollen")
                term.send("\x03")
            else:
                term.send("\r")
                term.wait_for("Today")
                term.send("\x1b[Bq")  # a key between Enter and q: they are two presses, however fast
            term.wait_for_end()
            assert (LAST_WORDS in " ".join(term.told().split())) is not back
