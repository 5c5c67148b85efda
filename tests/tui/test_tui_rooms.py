"""Words at any size: what matters is in sight; long, strange and hostile ones are shown as text, and the time stays."""

from pathlib import Path

import pytest

from app_driver import NIGHT, AppDriver
from uncramp.domain.profile import Profile
from uncramp.domain.routine import Tag
from uncramp.tui.widgets.time_panel import block_lines

SIZES = [(20, 6), (40, 12), (56, 19), (80, 24), (120, 40), (160, 50), (300, 100)]

LONG = """\
title: A title that goes on and on until somebody stops it
purpose: daily
for: leg
cautions: ["{short}", "{short}"]
steps:
  - name: A step that has a very long name, as some people like
    say: Push against the wall with everything that you possibly have left.
    how: "{words}"
    moves: [a move with a very long name indeed 90s]
    sides: each
    repetitions: 20
    sets: 3
    rest: 30s
"""

HOSTILE = """\
title: "[red]Stretch[/red] [/x] [@click=app.quit]"
purpose: daily
for: leg
steps:
  - name: "[b]name[/nope]"
    say: "Pull [bold] e\\u0301\\u0301 \\u202D \\x1b[2J now [/]"
    how: "$(reboot) {{x}} %s \\u05E9\\u05DC\\u05D5\\u05DD \\uFDFA 👩‍🦽 ﷽"
    moves: ["[go] 90s"]
"""


def own(folder: Path, text: str) -> Path:
    (folder / "mine.yaml").write_text(text, encoding="utf-8")
    return folder


def shows_time(hand: AppDriver, face: str) -> bool:
    """Whether the clock's face stands on the screen, as text or in blocks of any scale."""
    text = hand.text()
    for scale in (0, 1, 2):
        lines = [line.strip() for line in block_lines(face, scale)]
        if all(line in text for line in lines):
            return True
    return f"{face} " in text


@pytest.mark.parametrize("size", SIZES)
async def test_long_words_never_push_the_time_or_the_instruction_off(size: tuple[int, int], tmp_path: Path) -> None:
    words = "Keep your heels flat and breathe in and out. " * 30
    async with AppDriver(own=own(tmp_path, LONG.format(words=words, short=words[:380]))).running(
        "mine", size=size
    ) as hand:
        await hand.pass_time(6)
        assert shows_time(hand, "1:29"), hand.text()
        text = hand.text()
        assert "Push" in text or size[0] >= 100  # larger ones write it in large letters
        if size[0] >= 30:
            assert "Enter" in text


@pytest.mark.parametrize("size", SIZES)
@pytest.mark.parametrize("name", ["cramp-calf", "daily-calf"])
async def test_every_size_from_a_stamp_to_a_wall_shows_instruction_and_time(name: str, size: tuple[int, int]) -> None:
    async with AppDriver().running(name, size=size) as hand:
        await hand.pass_time(2)
        assert shows_time(hand, "28" if name == "cramp-calf" else "3"), hand.text()


OWN_PACE = """\
title: Stairs
purpose: daily
for: leg
steps:
  - {{name: Step up, say: Step up and down., until: done{times}}}
"""


@pytest.mark.parametrize("size", [(20, 6), (40, 12), (80, 24), (120, 40)])
async def test_at_ones_own_pace_it_says_how_often_and_no_seconds(size: tuple[int, int], tmp_path: Path) -> None:
    text = OWN_PACE.format(times=", repetitions: 12")
    async with AppDriver(own=own(tmp_path, text)).running("mine", size) as hand:
        await hand.pass_time(6)
        assert ("12× Step up" if size == (20, 6) else "times") in hand.words()
        assert size == (20, 6) or shows_time(hand, "12")
        assert "seconds" not in hand.words()
        assert "━" not in hand.text(), "nothing counts down"


@pytest.mark.parametrize("size", [(40, 12), (80, 24), (120, 40)])
async def test_without_a_number_it_says_that_the_pace_is_ones_own(size: tuple[int, int], tmp_path: Path) -> None:
    async with AppDriver(own=own(tmp_path, OWN_PACE.format(times=""))).running("mine", size) as hand:
        await hand.pass_time(6)
        assert "At your own pace" in hand.words()
        assert "─" not in hand.text(), "nothing counts down"


@pytest.mark.parametrize("size", [(4, 2), (4, 50), (10, 2), (7, 30)])
async def test_no_size_is_too_small_to_go_on(size: tuple[int, int]) -> None:
    async with AppDriver().running("cramp-calf", size=size) as hand:
        await hand.pass_time(3)
        await hand.press("enter", "n")
        await hand.pilot.resize_terminal(80, 24)
        await hand.pilot.pause()
        assert "Rub the calf." in hand.text()


@pytest.mark.parametrize("key", ["q", "question_mark"])
async def test_in_the_narrowest_window_a_page_comes_to_rest(key: str) -> None:
    async with AppDriver().running("daily-calf", size=(80, 24)) as hand:
        await hand.press(key)
        await hand.pilot.resize_terminal(4, 2)  # waits until nothing more is drawn
        await hand.pilot.resize_terminal(80, 24)
        await hand.press("escape")
        assert hand.play


async def test_a_file_with_hidden_characters_is_refused_and_the_list_still_stands(tmp_path: Path) -> None:
    async with AppDriver(own=own(tmp_path, HOSTILE)).running(None, size=(100, 60)) as hand:
        assert "Can't be read" in hand.text()
        assert "\x1b" not in hand.text()


async def test_markup_and_strange_scripts_are_shown_as_they_are(tmp_path: Path) -> None:
    text = HOSTILE.replace(" \\u202D \\x1b[2J", "")
    async with AppDriver(own=own(tmp_path, text)).running("mine", size=(90, 40)) as hand:
        await hand.pass_time(6)
        shown = hand.text()
        assert "[red]Stretch[/red] [/x] [@click=app.quit]" in shown
        assert "Pull [bold] e" in shown
        assert "now [/]" in shown
        assert "$(reboot) {{x}} %s" in shown
        await hand.press("i", "escape", "question_mark", "escape")
        await hand.press("q", "q")
    assert hand.app.return_code == 0


@pytest.mark.parametrize("size", [(20, 6), (40, 12), (80, 24)])
async def test_every_answer_to_a_question_is_in_sight_at_once(size: tuple[int, int]) -> None:
    async with AppDriver().running("cramp-calf", size=size) as hand:
        await hand.press("enter")
        shown = hand.text().casefold()
        assert "swollen" in shown
        assert "sore before" in " ".join(shown.split())
        for answer in ("yes", "no", "sure"):
            assert answer in shown, hand.text()


async def test_in_the_smallest_room_a_question_has_its_words_and_short_answers() -> None:
    async with AppDriver().running("cramp-thigh", size=(20, 6)) as hand:
        assert "Front or back of the thigh?" in hand.words()
        assert "1 Front 2 Back" in hand.words()


async def test_in_the_smallest_room_what_is_said_hides_neither_the_move_nor_the_time_nor_a_key() -> None:
    async with AppDriver().running("cramp-calf", size=(20, 6)) as hand:
        keys = hand.text().splitlines()[-2:]
        assert keys == ["Enter it's stopped", "↓  ! signs  ? keys"]
        toes = " Pull your toes toward your shin."
        for key, said, instruction in (
            ("plus", "10 seconds more.", toes), ("u", "Taken back: more time.", ""), ("x", "? for keys.", toes)
        ):  # fmt: skip
            await hand.press(key)
            assert hand.words().startswith(f"{said}{instruction} {hand.play.session.position.length // 1000} s Toes up")
            assert hand.text().splitlines()[-2:] == keys
        await hand.pass_time(7)
        assert hand.words().startswith("Pull your toes toward your shin. Slowly.")


async def test_in_the_smallest_room_what_is_said_in_a_question_hides_its_keys_and_no_word_of_it() -> None:
    async with AppDriver().running("cramp-calf", size=(20, 6)) as hand:
        await hand.press("enter")
        asked = hand.text().splitlines()[:4]
        await hand.press("x")
        assert hand.text().splitlines()[:4] == asked
        assert "? for keys. ! signs" in hand.words()


@pytest.mark.parametrize("size", [(32, 13), (34, 9)])
async def test_where_there_is_a_key_bar_no_chip_says_the_same_as_it(size: tuple[int, int]) -> None:
    async with AppDriver(NIGHT).running("cramp-calf", size) as hand:
        for key in ("", "enter", "y", "u", "n"):
            if key:
                await hand.press(key)
            words = hand.words()
            assert words.count("! signs") <= 1
            assert words.count("↓") <= 1
            assert words.count("? keys") == 1


@pytest.mark.parametrize(
    ("size", "says"), [((80, 24), "Next: ease off, 10 s"), ((120, 40), "Next: ease off, 10 seconds")]
)
async def test_what_comes_next_stands_on_one_line(size: tuple[int, int], says: str) -> None:
    async with AppDriver(NIGHT).running("cramp-calf", size) as hand:
        assert says in hand.words()
        await hand.press("enter", "n", "enter")
        assert "Next, optional: Warm it" in hand.words()
        assert any("Next, optional: Warm it" in line for line in hand.text().splitlines())


WEEK_30 = Profile(frozenset({Tag.LATE_PREGNANCY}))
VEINS_AND_CLOT_RISK = Profile(frozenset({Tag.VARICOSE_VEINS, Tag.CLOT_RISK}))


@pytest.mark.parametrize("name", ["cramp-calf", "cramp-foot", "cramp-hand"])
@pytest.mark.parametrize(
    "profile", [Profile(), WEEK_30, VEINS_AND_CLOT_RISK, Profile(frozenset({Tag.BALANCE_PROBLEM}))]
)
async def test_how_and_one_caution_of_the_first_step_are_in_sight_at_once(name: str, profile: Profile) -> None:
    async with AppDriver(NIGHT, profile=profile).running(name) as hand:
        assert hand.play.query_one("#words").max_scroll_y == 0
        assert "▲ It may hurt at first, then ease. If it keeps getting worse, press w." in hand.words()


async def test_a_question_says_what_enter_does_and_the_key_of_the_signs_in_the_smallest_terminal() -> None:
    async with AppDriver(NIGHT).running("cramp-calf", (20, 6)) as hand:
        await hand.press("enter")
        assert hand.text().splitlines()[-1] == "Enter skip  ! signs"
        await hand.press("n", "enter", "enter")
        await hand.pass_time(5)
        assert "Skips in 15 s. Enter no answer ! signs ? keys" in hand.words(), "the time where it has a line"


@pytest.mark.parametrize(
    ("profile", "then"),
    [
        (Profile(), "n No then: Rub the calf d"),
        (WEEK_30, "n No then: Rub the calf. Only if your midwife says it's fine. d"),
        (VEINS_AND_CLOT_RISK, "n No then: Walk about d"),
        (Profile(frozenset({Tag.RECENT_INJURY})), "n No then, optional: Raise your legs d"),
    ],
)
async def test_what_comes_of_no_is_what_really_comes(profile: Profile, then: str) -> None:
    async with AppDriver(NIGHT, profile=profile).running("cramp-calf") as hand:
        while "Is one leg swollen" not in hand.words():
            await hand.press("n" if hand.play.session.question else "enter")
        assert then in hand.words()
