"""Home and the diary: how far today's practice is, the last days, whether it is working; and never in the way."""

import subprocess
import sys
from datetime import timedelta

import pytest
from diary_stage import DiaryHand, fill

from app_driver import DAY
from diary_making import cramp, session
from uncramp.domain.day_plan import DAY_PLAN
from uncramp.domain.diary import Entry
from uncramp.domain.profile import Profile
from uncramp.domain.routine import Tag
from uncramp.guidance import diary_summary as diary_glance
from uncramp.guidance.routines import by_the_hour
from uncramp.tui.screens import home
from uncramp.tui.screens.home import HomeScreen
from uncramp.tui.widgets.routine_list import RoutineList


def days_of_practice(*ago: int) -> list[Entry]:
    return [session(f"{DAY - timedelta(days=one):%Y-%m-%d} 09:00") for one in ago]


async def glanced(hand: DiaryHand) -> str:
    """What home shows when the diary has been looked into."""
    assert isinstance(hand.screen, HomeScreen)
    hand.screen.read_diary()
    await hand.app.workers.wait_for_complete()
    await hand.pilot.pause()
    return hand.text()


@pytest.fixture
def looks_when_told(monkeypatch: pytest.MonkeyPatch) -> None:
    """Home does not look by itself: two looks would cut each other off."""
    monkeypatch.setattr(home, "_COMPLETE_S", 3_600)


def test_in_the_evening_what_is_for_bedtime_comes_first() -> None:
    names = [[dose.routines[0] for dose in by_the_hour(DAY_PLAN, hour)] for hour in (9, 21)]
    assert names == [
        ["daily-calf", "ball-roll", "legs-up", "bedtime"],
        ["bedtime", "daily-calf", "ball-roll", "legs-up"],
    ]


def test_home_stands_without_the_database() -> None:
    code = "import sys, uncramp.tui.screens.home; sys.exit('sqlite3' in sys.modules)"
    assert subprocess.run([sys.executable, "-c", code], check=False).returncode == 0


@pytest.mark.usefixtures("looks_when_told")
async def test_what_is_done_today_is_said_in_words() -> None:
    fill([session("2026-11-22 09:00"), session("2026-11-22 08:00", "ball-roll"), *days_of_practice(1, 2, 4)])
    hand = DiaryHand()
    async with hand.running(None):
        before = hand.text().splitlines()
        lines = (await glanced(hand)).splitlines()
        rows = {line.strip().split("  ")[0]: line.rstrip() for line in lines}
        assert rows["Calf routine, short"].endswith("1 of 3 done")
        assert rows["Ball under the foot"].endswith("done")
        assert "2 a day" in rows["Legs up, 20 minutes"]
        assert "Practice: 4 of the last 5 days" in rows["Today"]
        assert [line[:8] for line in before] == [line[:8] for line in lines], "no line moves"


@pytest.mark.usefixtures("looks_when_told")
async def test_the_last_calf_routine_is_for_the_time_before_bed() -> None:
    fill([session("2026-11-22 09:00"), session("2026-11-22 10:00")])
    hand = DiaryHand()
    async with hand.running(None, (100, 30)):
        assert "2 of 3 done, the last before bed" in await glanced(hand)


@pytest.mark.usefixtures("looks_when_told")
async def test_with_an_empty_diary_home_says_only_how_often_each_is_worth_doing() -> None:
    hand = DiaryHand()
    async with hand.running(None):
        before = hand.text()
        now = await glanced(hand)
        assert "3 a day" in now
        assert "done" not in now
        assert now == before


@pytest.mark.usefixtures("looks_when_told")
async def test_a_first_day_is_not_called_done_beside_what_is_left_of_it() -> None:
    fill([session("2026-11-22 09:00")])
    hand = DiaryHand()
    async with hand.running(None):
        shown = await glanced(hand)
        assert "1 of 3 done" in shown
        assert "Your first day of practice\n" in shown


@pytest.mark.usefixtures("looks_when_told")
async def test_a_narrow_terminal_shows_title_and_time_and_how_much_is_done() -> None:
    fill([session("2026-11-22 09:00")])
    hand = DiaryHand()
    async with hand.running(None, (40, 12)):
        assert "Calf routine, short 5 min  1 of 3" in await glanced(hand)


@pytest.mark.usefixtures("looks_when_told")
async def test_what_is_not_for_the_person_is_not_for_today() -> None:
    fill(days_of_practice(1))
    hand = DiaryHand(profile=Profile(frozenset({Tag.RECENT_INJURY})))
    async with hand.running(None, (100, 40)):
        today = (await glanced(hand)).split("Today")[1].split("More routines")[0]
        assert "Legs up" in today
        assert "not for you" not in today


@pytest.mark.usefixtures("looks_when_told")
async def test_whether_it_is_working_is_one_line_on_home_when_there_is_something_to_say() -> None:
    entries: list[Entry] = [cramp(f"{DAY - timedelta(days=ago):%Y-%m-%d} 23:00") for ago in range(30, 60)]
    fill([*entries, *days_of_practice(*range(1, 29))])
    hand = DiaryHand()
    async with hand.running(None):
        await glanced(hand)
        await hand.pilot.pause()
        assert "There are fewer cramps since you began to practise. Press d to see." in hand.text()


async def test_a_diary_that_breaks_is_told_in_one_line_and_enter_is_help(
    monkeypatch: pytest.MonkeyPatch,
) -> None:
    def breaks(_now: object) -> None:
        raise ValueError("out of order")

    monkeypatch.setattr(diary_glance, "summarize", breaks)
    hand = DiaryHand()
    async with hand.running(None):
        await hand.until(lambda: "Your diary can't be shown now." in hand.text())
        await hand.press("enter")
        assert hand.play.session.cramping


@pytest.mark.usefixtures("looks_when_told")
async def test_what_is_marked_stays_marked_when_the_diary_has_been_read() -> None:
    fill(days_of_practice(0, 1))
    hand = DiaryHand()
    async with hand.running(None):
        await hand.press("down", "down")
        routines = hand.screen.query_one(RoutineList)
        marked = routines.highlighted_option
        await glanced(hand)
        now = routines.highlighted_option
        assert marked is not None
        assert now is not None
        assert now.id == marked.id


async def test_today_is_read_again_when_one_comes_back_to_home() -> None:
    hand = DiaryHand()
    async with hand.running(None):
        await hand.press("d")
        fill(days_of_practice(0))
        await hand.press("q")
        await hand.until(lambda: "1 of 3 done" in hand.text())


@pytest.mark.usefixtures("looks_when_told")
@pytest.mark.parametrize(
    ("tag", "played", "in_place_of"),
    [
        (Tag.VARICOSE_VEINS, "foot-exercises", "ball-roll"),
        (Tag.POOR_CIRCULATION, "foot-exercises", "legs-up"),
        (Tag.RECENT_INJURY, "foot-exercises", "daily-calf"),
    ],
)
async def test_what_is_played_in_place_of_a_planned_routine_counts_for_that(
    tag: Tag, played: str, in_place_of: str
) -> None:
    fill([session("2026-11-22 09:00", played)])
    person = DiaryHand(profile=Profile(tags=frozenset({tag})))
    marks = diary_glance.summarize(person.context).marks
    (done,) = [words for routines, (_mark, words) in marks.items() if routines[0] == in_place_of]
    assert "done" in done
    marks = diary_glance.summarize(DiaryHand().context).marks
    (done,) = [words for routines, (_mark, words) in marks.items() if routines[0] == in_place_of]
    assert done == "", "for anybody else it stands in for nothing"
