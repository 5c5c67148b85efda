"""All that is drawn on every screen stands out, in each theme and on each kind of terminal.

Words have a contrast of 7:1, of 4.5:1 where there are sixteen colours; figures 4.5:1; bars and what is marked 3:1.
"""

import inspect
from datetime import datetime
from importlib import import_module
from pathlib import Path
from pkgutil import iter_modules

import pytest
from contrast_stage import DEPTHS, PALETTES, Gallery, contrast, drawn_in_sixteen, shown
from diary_stage import DiaryHand, fill
from recording_stage import cut_off, recorded
from rich.color_triplet import ColorTriplet
from rich.style import Style
from textual.screen import Screen

from app_driver import DAY, NIGHT, AppDriver
from diary_making import cramp, session
from uncramp.domain.plan import IntervalKind
from uncramp.domain.profile import Profile, Theme
from uncramp.domain.routine import Tag
from uncramp.domain.session_state import Phase
from uncramp.figures.forms import Form
from uncramp.files.problems import Problem
from uncramp.guidance import figure_player
from uncramp.guidance.actions import Alarm
from uncramp.tui import screens
from uncramp.tui.screens.finish import FinishScreen
from uncramp.tui.screens.own_routine import ProblemsPage
from uncramp.tui.screens.session import SessionScreen
from uncramp.tui.screens.signs import SignsScreen
from uncramp.tui.theme import ShapeFilter, SixteenColourFilter, inks
from uncramp.words.signs import Reason
from wait_idle import strips, wait_idle

LARGE = (100, 30)
_MOST_STEPS = 30


# Every screen.


async def home(gallery: Gallery) -> None:
    """Home, its pages, and what lies over them."""
    async with AppDriver(profile=Profile(frozenset({Tag.PREGNANT}))).running(None, LARGE) as hand:
        await looked(gallery, hand, (), ("down",), ("down", "down"))
        await there_and_back(
            gallery, hand, ("a",), ("p",), ("n",), ("g",), ("exclamation_mark",), ("question_mark",), ("space",)
        )
        await looked(gallery, hand, ("slash",), ("c",), ("x", "y"))
    async with AppDriver().running(None) as hand:
        await hand.press("a")
        await looked(gallery, hand, *[("down",)] * 3, ("enter",), ("x",), ("escape",))
    async with AppDriver().running(None) as hand:
        problem = Problem("stairs.yaml", 3, 5, "is missing", "step 1, say")
        hand.app.push_screen(ProblemsPage(hand.context, "stairs", (problem,)))
        await wait_idle(hand.app)
        await looked(gallery, hand, ())
    async with AppDriver().running(None) as hand:
        await hand.press("g")
        await looked(
            gallery, hand, (), ("down",), ("enter",), ("right",), ("slash",), ("c", "r", "a"), ("down",), ("enter",)
        )


async def first_aid(gallery: Gallery) -> None:
    """A cramp from the first words to what is asked when it is over, in each of the states that it can be in."""
    tags = frozenset({Tag.PREGNANT, Tag.LATE_PREGNANCY, Tag.CLOT_RISK})
    for profile in (Profile(), Profile(tags)):
        with recorded(AppDriver(profile=profile)) as hand:
            async with hand.running("cramp-calf", LARGE):
                await looked(gallery, hand, (), ("space",), ("space",), ("p",), ("p",), ("s",), ("m",))
                if not profile.tags:
                    await there_and_back(gallery, hand, ("exclamation_mark",), ("question_mark",), ("i",), ("w",))
                await played(gallery, hand)
    for answer in ("y", "d"):
        with recorded(AppDriver()) as hand:
            async with hand.running("cramp-calf"):
                await looked(gallery, hand, ("enter",), (answer,))


async def stopping(gallery: Gallery) -> None:
    """The question before a routine or a first aid is left."""
    for name, seconds in (("daily-calf", 3), ("cramp-calf", 25)):
        async with AppDriver().running(name, LARGE) as hand:
            await hand.pass_time(seconds)
            await there_and_back(gallery, hand, ("q",))


async def every_reason_for_the_signs(gallery: Gallery) -> None:
    """The warning signs, under what each moment calls for."""
    async with AppDriver().running("cramp-calf") as hand:
        for reason in Reason:
            page = SignsScreen(hand.context, Alarm(reason))
            hand.app.push_screen(page)
            await wait_idle(hand.app)
            await looked(gallery, hand, (), ("down",))
            page.dismiss(False)
            await wait_idle(hand.app)


async def exercises(gallery: Gallery) -> None:
    """Practice, with repetitions, sets, sides and rests; a question with answers of its own."""
    for name in ("daily-calf", "bedtime", "cramp-thigh", "cramp-foot", "cramp-hand"):
        async with AppDriver().running(name) as hand:
            await looked(gallery, hand, (), ("p",))
            await played(gallery, hand)
    async with AppDriver(profile=Profile(frozenset({Tag.RECENT_INJURY}))).running("daily-calf-full") as hand:
        await looked(gallery, hand, ())


async def at_ones_own_pace(gallery: Gallery) -> None:
    """A step that the person ends."""
    own = Path(__file__).parents[1] / "files" / "protocols"
    async with AppDriver(own=own).running("knee-circuit") as hand:
        await looked(gallery, hand, (), ("right",))


async def times_between(gallery: Gallery) -> None:
    """Rests, a change of sides, and what is asked when the machine has slept."""
    async with AppDriver().running("daily-calf-full", LARGE) as hand:
        for kind in (IntervalKind.CHANGE, IntervalKind.REST):
            for _ in range(_MOST_STEPS):
                interval = hand.play.session.interval
                if interval is None or interval.kind is kind:
                    break
                await hand.press("right")
                if interval.kind is IntervalKind.MOVE:
                    await hand.pass_time(1)
            await looked(gallery, hand, ())
        hand.now += 3_600_000
        hand.look()
        await looked(gallery, hand, ())


async def diary(gallery: Gallery) -> None:
    """The diary, empty and full, an entry and its pages."""
    async with AppDriver().running(None) as hand:
        await looked(gallery, hand, ("d",))
    fill([cramp(note="A note."), cramp("2026-11-20 02:00"), session(), session("2026-11-19 18:00")], DAY)
    diary_hand = DiaryHand(DAY)
    async with diary_hand.running(None, LARGE) as hand:
        await looked(gallery, hand, ("d",))
        await there_and_back(gallery, hand, ("n",), ("w",), ("p",))
        await looked(gallery, hand, ("enter",))
        await diary_hand.mark("strength")
        await looked(gallery, hand, ())
        await diary_hand.mark("signs")
        await looked(gallery, hand, (), ("space",), ("space",), ("down",), ("escape",))
        await diary_hand.mark("note")
        await looked(gallery, hand, ("enter",), ("x",), ("enter",), ("u",), ("escape",), ("x",))


async def what_was_cut_off(gallery: Gallery) -> None:
    """The offer to go on."""
    hand = await cut_off("daily-calf", 60)
    with recorded(hand):
        async with hand.running(None):
            await looked(gallery, hand, ())


async def small_rooms(gallery: Gallery) -> None:
    """What has another form where there is little room: one move, one question with a mark, the scale, pages with keys."""
    for size in ((40, 12), (20, 6)):
        with recorded(AppDriver(profile=Profile(frozenset({Tag.PREGNANT})))) as hand:
            async with hand.running("cramp-calf", size):
                await looked(gallery, hand, (), ("enter",), ("down",), ("n",), ("down",))
                await hand.press("enter", "enter", "n", "n")
                await looked(gallery, hand, (), ("down",))
        async with AppDriver().running(None, size) as hand:
            await looked(gallery, hand, (), ("a",), ("escape", "g"), ("enter",), ("slash",), ("x",), ("z",))
            await hand.press("escape", "escape", "escape")
            pages = ("p", "d", "exclamation_mark", "question_mark", "space")
            await there_and_back(gallery, hand, *[(key,) for key in pages])
            await looked(gallery, hand, ("down",), ("slash",), ("c",))


STORIES = (
    home, first_aid, stopping, every_reason_for_the_signs, exercises, at_ones_own_pace, times_between, diary,
    what_was_cut_off, small_rooms
)  # fmt: skip


async def looked(gallery: Gallery, hand: AppDriver, *presses: tuple[str, ...]) -> None:
    """Press some keys, look, press the next ones; until the app is left."""
    for keys in presses:
        await hand.press(*keys)
        if not hand.app.is_running or hand.app.return_code is not None:
            return
        await gallery.look(hand)


async def there_and_back(gallery: Gallery, hand: AppDriver, *presses: tuple[str, ...]) -> None:
    """Open a page with each of some keys, look, and close it."""
    below = hand.screen
    for keys in presses:
        await looked(gallery, hand, keys)
        for _ in range(3):
            if hand.screen is not below:
                await hand.press("escape")


async def played(gallery: Gallery, hand: AppDriver) -> None:
    """Go on with Enter, and with "no" at each question, up to the last page."""
    for _ in range(_MOST_STEPS):
        screen = hand.screen
        if not isinstance(screen, SessionScreen | FinishScreen) or hand.app.return_code is not None:
            return
        asks = isinstance(screen, SessionScreen) and screen.session.interval
        await looked(gallery, hand, ("n",) if asks and asks.kind is IntervalKind.QUESTION else ("enter",))


async def test_all_that_is_drawn_stands_out_in_every_theme(tmp_path: Path, monkeypatch: pytest.MonkeyPatch) -> None:
    # Coloured figures have a test of their own: what meets in them are shapes, not letters on a ground.
    monkeypatch.setattr(figure_player, "choose_form", lambda *_given: Form.BRAILLE)
    gallery = Gallery()
    for story in STORIES:
        folder = tmp_path / story.__name__
        folder.mkdir()
        monkeypatch.setenv("UNCRAMP_HOME", str(folder))
        await story(gallery)
    print("The worst:", *gallery.findings, sep="\n")  # shown by -s, or where the test fails
    assert {theme for theme, _depth, _what in gallery.worst} == set(PALETTES)
    assert {depth for _theme, depth, _what in gallery.worst} == set(DEPTHS)
    assert {what for _theme, _depth, what in gallery.worst} == {"text", "scenery", "shape", "mark"}
    assert not gallery.plain
    assert not gallery.bold_black
    assert not [str(finding) for finding in gallery.findings if not finding.is_good]
    assert not sorted(screen_names() - gallery.seen), "screens that were not looked at"
    phases = {Phase.RUNNING, Phase.PAUSED, Phase.AWAY}
    assert not sorted((phases | set(IntervalKind)) - gallery.seen), "states of a session that were not looked at"


def screen_names() -> set[str]:
    """The names of all screens of the program."""
    modules = [import_module(f"{screens.__name__}.{one.name}") for one in iter_modules(screens.__path__)]
    classes = {one for module in modules for _name, one in inspect.getmembers(module, inspect.isclass)}
    ours = {one for one in classes if issubclass(one, Screen) and one.__module__.startswith(screens.__name__)}
    bases = {base for one in ours for base in one.__mro__[1:]}
    return {one.__name__ for one in ours - bases}


# Few colours, and none.


@pytest.mark.parametrize("depth", [depth for depth in DEPTHS if depth.startswith("16")])
def test_black_letters_are_not_bold_and_no_ground_is_bright_in_sixteen_colours(depth: str) -> None:
    for theme in PALETTES:
        for style in inks(theme).values():
            mixed = drawn_in_sixteen("x", style, depth)[1]
            assert mixed.bgcolor is not None
            assert mixed.bgcolor.number is not None
            assert mixed.bgcolor.number < 8
            if style.color:
                assert contrast(*shown(style, depth)) >= 4.5, (theme, style)


def test_reverse_video_is_measured_as_it_is_shown() -> None:
    white, black = ColorTriplet(255, 255, 255), ColorTriplet(0, 0, 0)
    assert shown(Style.parse("#ffffff on #000000 reverse"), "24 bits") == (black, white)
    assert contrast(white, black) == pytest.approx(21)


@pytest.mark.parametrize(
    ("term", "colorterm", "few"),
    [("xterm", "", True), ("linux", "", True), ("xterm-256color", "", False), ("xterm", "truecolor", False)],
)
async def test_the_app_knows_a_terminal_of_sixteen_colours(
    term: str, colorterm: str, monkeypatch: pytest.MonkeyPatch, *, few: bool
) -> None:
    monkeypatch.setenv("TERM", term)
    monkeypatch.setenv("COLORTERM", colorterm)
    async with AppDriver().running("cramp-calf") as hand:
        assert any(isinstance(one, SixteenColourFilter) for one in hand.app.get_line_filters()) is few
        styles = [segment.style for strip in strips(hand.app) for segment in strip if segment.style]
        numbers = {style.color.number for style in styles if style.color}
        assert (None not in numbers) is few


async def test_one_sees_where_one_types_where_no_colour_is_wanted(monkeypatch: pytest.MonkeyPatch) -> None:
    monkeypatch.setenv("NO_COLOR", "1")
    async with AppDriver().running(None) as hand:
        await hand.press("n", "3")
        (line,) = (strip for strip in strips(hand.app) if strip.text.strip().startswith("› 3"))
        assert [one.text for one in line if one.style and one.style.reverse] == [" "]


@pytest.mark.parametrize(
    ("start", "keys"), [("cramp-calf", ()), (None, ("down",)), (None, ("slash", "h")), (None, ("a",))]
)
@pytest.mark.parametrize("when", [DAY, NIGHT], ids=["day", "night"])
async def test_keys_and_what_is_marked_have_a_shape_where_no_colour_is_wanted(
    start: str | None, keys: tuple[str, ...], when: datetime, monkeypatch: pytest.MonkeyPatch
) -> None:
    monkeypatch.setenv("NO_COLOR", "1")
    async with AppDriver(when).running(start) as hand:
        assert any(isinstance(one, ShapeFilter) for one in hand.app.get_line_filters())
        await hand.press(*keys)
        words = [one for strip in strips(hand.app) for one in strip if any(map(str.isalnum, one.text)) and one.style]
        assert len({bool(one.style and one.style.reverse) for one in words}) == 2
        assert all(one.style is None or one.style.color is None or one.style.color.is_default for one in words)


# Which theme, and when.


async def test_by_night_first_aid_is_red_and_by_day_it_is_not() -> None:
    async with AppDriver(NIGHT).running("cramp-calf") as hand:
        colours = {segment.style.color for strip in strips(hand.app) for segment in strip if segment.style}
        reds = [colour.get_truecolor() for colour in colours if colour]
        assert reds
        assert all(red >= max(green, blue) for red, green, blue in reds)
        assert hand.app.theme == "uncramp-night"
    async with AppDriver(DAY).running("cramp-calf") as hand:
        assert hand.app.theme == "uncramp-day"


async def test_a_daytime_routine_keeps_the_day_colours_in_the_evening() -> None:
    async with AppDriver(NIGHT).running("daily-calf") as hand:
        assert hand.app.theme == "uncramp-day"


@pytest.mark.parametrize(
    ("when", "themes"), [(DAY, ["night ☾", "light ☼", "day ☀", "night ☾"]), (NIGHT, ["night ☾", "day ☀", "night ☾"])]
)
async def test_t_goes_through_the_colours_and_by_night_not_to_the_light_ones(when: datetime, themes: list[str]) -> None:
    async with AppDriver(when).running("daily-calf") as hand:
        for theme in themes:
            await hand.press("t")
            name, glyph = theme.split()
            assert hand.app.theme == f"uncramp-{name}"
            assert glyph in hand.text()


@pytest.mark.parametrize("when", [DAY, NIGHT], ids=["day", "night"])
@pytest.mark.parametrize("wanted", [Theme.DAY, Theme.NIGHT, Theme.LIGHT])
async def test_the_theme_that_the_person_wants_is_there_at_any_hour(wanted: Theme, when: datetime) -> None:
    async with AppDriver(when, profile=Profile(theme=wanted)).running("cramp-calf") as hand:
        assert hand.app.theme == f"uncramp-{wanted}"


@pytest.mark.parametrize(("when", "theme"), [(DAY, "uncramp-light"), (NIGHT, "uncramp-night")])
async def test_a_light_terminal_has_light_colours_by_day_only(
    when: datetime, theme: str, monkeypatch: pytest.MonkeyPatch
) -> None:
    monkeypatch.setenv("COLORFGBG", "0;15")
    async with AppDriver(when).running("cramp-calf") as hand:
        assert hand.app.theme == theme
