"""Every key of every page: one spelling, one meaning within a session and its pages, and the ones that are everywhere."""

from collections import defaultdict
from collections.abc import Iterable, Sequence
from importlib import import_module
from pkgutil import iter_modules
from typing import Any

import pytest
from diary_stage import fill
from recording_stage import GONE, recorded
from textual.actions import parse
from textual.binding import ActiveBinding, Binding
from textual.screen import Screen
from textual.widget import Widget
from textual.widgets import Input

from app_driver import DAY, AppDriver
from diary_making import cramp
from uncramp.domain.profile import Profile
from uncramp.domain.routine import Tag
from uncramp.tui import screens
from uncramp.tui.app import UncrampApp
from uncramp.tui.screens.finish import FinishScreen
from uncramp.tui.screens.home import HomeScreen
from uncramp.tui.screens.key_list import KeyListScreen
from uncramp.tui.screens.page import Page
from uncramp.tui.screens.preview import PreviewScreen
from uncramp.tui.screens.resume import ResumeScreen
from uncramp.tui.screens.session import SessionScreen
from uncramp.tui.screens.signs import SignsScreen
from uncramp.tui.screens.stop import StopScreen
from uncramp.tui.screens.why import NothingScreen, WhyScreen
from uncramp.tui.widgets.choices import Clickable
from wait_idle import wait_idle

SPELLED = {"Enter", "Esc", "Space", "Tab", "Backspace", "←", "→", "↑", "↓", "↑↓", "←→", "!", "?", "+", "/", "1", "2"}

STEP_ON = "pass 25 s"
"""In place of a key: time in which a first aid is more than looked at."""

PAGES: dict[str, tuple[str | None, tuple[str, ...]]] = {
    "a step": ("cramp-calf", (STEP_ON,)),
    "its question": ("cramp-calf", ("enter",)),
    "was it a cramp": ("cramp-calf", (STEP_ON, "q")),
    "stop practice": ("daily-calf", (STEP_ON, "q")),
    "ten minutes": ("cramp-calf", ("pass 601 s",)),
    "warning signs": (None, ("exclamation_mark",)),
    "signs after an answer": ("cramp-calf", ("enter", "y")),
    "worse": ("cramp-calf", ("w",)),
    "keys": (None, ("question_mark",)),
    "why": ("daily-calf", ("i",)),
    "finish": ("daily-calf", ("enter", "enter")),
    "has it stopped": ("cramp-calf", ("right",) * 6),
    "a question after a cramp": ("cramp-calf", GONE),
    "ticks after a cramp": ("cramp-calf", (*GONE, "1", "1", "1")),
    "it's stopped": ("cramp-calf", (*GONE, "escape")),
    "not for the person": ("daily-calf-full", ()),
    "look first": (None, ("down", "space")),
    "about you": (None, ("a",)),
    "my plan": (None, ("p",)),
    "guide": (None, ("g",)),
    "a page of the guide": (None, ("g", "enter")),
    "diary": (None, ("d",)),
    "an entry": (None, ("d", "enter")),
    "signs of an entry": (None, ("d", "enter", *(("down",) * 7), "space")),
    "is it working": (None, ("d", "w")),
    "a note": (None, ("d", "n")),
    "for the doctor": (None, ("d", "p")),
}


def driver(page: str) -> AppDriver:
    if page in ("diary", "an entry", "signs of an entry", "is it working", "a note", "for the doctor"):
        fill([cramp(note="Long walk.")])
    return AppDriver(DAY, profile=Profile(frozenset({Tag.RECENT_INJURY})) if page == "not for the person" else None)


async def opened(hand: AppDriver, typed: tuple[str, ...]) -> None:
    """Go to a page, by keys and by time."""
    for key in typed:
        if key == STEP_ON:
            await hand.pass_time(25)
        elif key.startswith("pass"):
            hand.now += 601_000
            hand.look()
            await wait_idle(hand.app)
        else:
            await hand.press(key)


GO_ON = "leave('go_on')"
DOES: dict[str, dict[str, str]] = {
    "a step": {"enter": "do('relief')", "space": "do('pause')", "escape": "do('back')", "q": "stop", "w": "do('worse')"},
    "its question": {"enter": "do('silent')", "space": "do('pause')", "escape": "do('back')", "u": "do('undo')", "q": "stop"},
    "was it a cramp": {
        "enter": "press_enter", "space": GO_ON, "escape": GO_ON, "u": GO_ON, "q": "say_how", "w": "worse",
        "y": "answer('y')", "n": "answer('n')",
    },
    "stop practice": {"enter": "press_enter", "space": GO_ON, "escape": GO_ON, "u": GO_ON, "q": "answer('q')", "w": "worse"},
    "has it stopped": {
        "enter": "unanswered", "u": "undo", "q": "leave_now", "w": "worse", "y": "gone", "g": "gone", "n": "not_gone",
    },
    "worse": {"enter": "close", "escape": "close", "q": "close"},
    "ten minutes": {"enter": "close", "escape": "close", "q": "close"},
    "signs after an answer": {"enter": "leave", "q": "leave", "escape": "answer_again", "u": "take_back"},
    "why": {"enter": "close", "escape": "close", "q": "close"},
    "keys": {"enter": "close", "escape": "close", "q": "close", "question_mark": "close"},
    "a question after a cramp": {"enter": "skip", "escape": "skip_all", "q": "leave_now", "u": "undo", "r": "returned"},
    "ticks after a cramp": {"enter": "skip", "escape": "skip_all", "space": "tick", "q": "leave_now", "u": "undo"},
    "it's stopped": {"enter": "done", "escape": "done", "q": "done", "r": "returned", "a": "again", "u": "undo"},
    "finish": {"enter": "done", "escape": "done", "q": "done", "a": "again", "u": "undo"},
}  # fmt: skip
"""What keys do on the pages of a session, by day. Enter alone is never an answer."""


@pytest.mark.parametrize("page", PAGES)
async def test_what_holds_on_every_page(page: str) -> None:
    start, typed = PAGES[page]
    with recorded(driver(page)) as hand:
        async with hand.running(start):
            await opened(hand, typed)
            asked = page in ("a step", "its question")
            assert isinstance(hand.screen, SessionScreen) is asked, "not on the page"
            assert not isinstance(hand.screen, HomeScreen), "not on the page"
            assert not isinstance(hand.app.focused, Input), "where one types, keys are letters"
            active = hand.screen.active_bindings
            missing = {"exclamation_mark", "question_mark", "q", "escape", "backspace", "t", "ctrl+c"} - active.keys()
            assert not missing
            shown = {one.binding.key_display for one in active.values() if one.binding.id and one.binding.show}
            assert not {one for one in shown if one not in SPELLED and not (one and len(one) == 1 and one.islower())}
            assert "! warning signs" in hand.text() or isinstance(hand.screen, SignsScreen), "always in the bar"
            for key, one in active.items():
                if one.binding.id and one.binding.show:
                    assert one.binding.tooltip, f"{key} is not explained"
            does = {
                key: active[key].binding.action for key in DOES.get(page, {}) if key in active and active[key].enabled
            }
            assert does == DOES.get(page, {})
            assert not {key for key, one in active.items() if key not in PAGING and not listed(one, active.values())}
            for shown_as in (action for one in hand.screen.query(Clickable) if seen(one) for *_, action in one._spans):
                meant = parse(shown_as)
                of = hand.app if meant[0] == "app" else hand.screen
                assert hasattr(of, f"action_{meant[1]}"), shown_as
                assert of.check_action(meant[1], meant[2]), f"{shown_as} does nothing by mouse"


@pytest.mark.parametrize("key", ["escape", "backspace"])
@pytest.mark.parametrize("page", PAGES)
async def test_escape_and_backspace_lead_back(page: str, key: str) -> None:
    start, typed = PAGES[page]
    with recorded(driver(page)) as hand:
        async with hand.running(start):
            await opened(hand, typed)
            here, words = hand.screen, hand.words()
            await hand.press(key)
            assert not hand.app.is_running or hand.screen is not here or hand.words() != words


def seen(widget: Widget) -> bool:
    return all(node.display for node in widget.ancestors_with_self if isinstance(node, Widget))


PAGING = {"up", "down", "pageup", "pagedown", "home", "end"}
"""They read on, or mark, wherever there is more."""
UNLISTED = {"say_how"}
"""It says that the key does not do what one may think."""


def listed(active: ActiveBinding, of: Iterable[ActiveBinding]) -> bool:
    """Whether a key is in the list of keys, or does what another does that is; Textual's own are in none."""
    binding, kind = active.binding, active.binding.action.split("(")[0]
    act = getattr(active.node, f"action_{kind.split('.')[-1]}", None)
    if binding.action in UNLISTED or (binding.id and binding.tooltip) or act is None:
        return True
    if not act.__module__.startswith("uncramp"):
        return True
    return any(one.binding.id and one.binding.tooltip and one.binding.action.split("(")[0] == kind for one in of)


OF_A_SESSION: Sequence[type[Any]] = (
    UncrampApp, SessionScreen, StopScreen, SignsScreen, WhyScreen, Page, KeyListScreen, NothingScreen, FinishScreen,
    ResumeScreen, PreviewScreen,
)  # fmt: skip

ONE_MEANING = [
    {"do('yes')", "gone", "dismiss(True)", "answer('y')"},  # y: yes; Enter, which goes on
    {"do('no')", "not_gone", "dismiss(False)", "answer('n')"},  # n: no
    {"do('relief')", "do('eased')", "gone"},  # g: it's stopped
    {"keys", "close"},  # ?: the list of keys; a second time it goes again
    {"do('other_side')", "do('other_foot')", "do('other_hand')"},  # s: which one
    {"do('returned')", "returned"},  # r: it's back
    {"do('undo')", "undo", "take_back", "leave('go_on')"},  # u: takes back the last key, as the q that asked
    {"do('worse')", "worse"},  # w
    {
        "stop",
        "close",
        "done",
        "leave_now",
        "leave",
        "answer('q')",
        "say_how",
        "dismiss(True)",
        "dismiss(False)",
    },  # q: stop, or leave
]
"""Actions that a person would call the same, if they knew them."""

OF_ITS_PLACE = {"enter", "space", "escape", "backspace", "up", "down", "left", "right", "pageup", "pagedown", "1", "2"}
"""Keys of which each page says what they do: go on, pause or tick, back, move, and the answer that stands there."""


def bound(of: type[Any]) -> list[Binding]:
    made = [one for one in vars(of).get("BINDINGS", ()) if isinstance(one, Binding)]
    return [one for binding in made for one in Binding.make_bindings([binding])]


def test_no_letter_means_two_things_within_a_session_and_its_pages() -> None:
    meanings: dict[str, set[str]] = defaultdict(set)
    for of in OF_A_SESSION:
        for one in bound(of):
            meanings[one.key].add(one.action.removeprefix("app."))
    assert {"y", "q", "u", "t", "w"} <= meanings.keys(), "they are found at all"
    two = {
        key: actions
        for key, actions in meanings.items()
        if len(actions) > 1 and key not in OF_ITS_PLACE and not any(actions <= same for same in ONE_MEANING)
    }
    assert not two


def test_letters_answer_nothing_that_is_asked_after_a_cramp() -> None:
    answers = {one.key for one in bound(FinishScreen) if one.action.startswith("choose(")}
    assert answers == set("0123456789")


async def test_tab_moves_where_lists_are() -> None:
    fill([cramp(note="A."), cramp(note="B.")])
    async with AppDriver(DAY).running(None) as hand:
        await hand.press("d", "enter")
        rows = hand.screen.query_one("FormList")
        first = rows.highlighted  # type: ignore[attr-defined]
        await hand.press("tab")
        assert rows.highlighted == first + 1  # type: ignore[attr-defined]
        await hand.press("shift+tab")
        assert rows.highlighted == first  # type: ignore[attr-defined]


WALKED = {
    "AboutScreen", "DiaryScreen", "DoctorPage", "EntryScreen", "FinishScreen", "GuideScreen", "KeyListScreen", "MyPlanScreen",
    "NotePage", "NothingScreen", "PreviewScreen", "ResumeScreen", "SignsScreen", "StopScreen", "TickSigns", "WhyScreen",
    "WorkingPage",
}  # fmt: skip
"""The pages that stand in `PAGES` and `OF_A_SESSION`."""
ELSEWHERE = {"NewRoutineScreen", "ProblemsPage"}
"""In one a line is typed from the start, and the other comes from an editor: they have tests of their own."""
BASES = {"FramedScreen", "FormScreen", "Page", "ReadScreen", "HomeScreen", "SessionScreen"}


def test_no_page_is_forgotten_here() -> None:
    found = set()
    for module in iter_modules(screens.__path__):
        members = vars(import_module(f"{screens.__name__}.{module.name}"))
        found |= {name for name, one in members.items() if isinstance(one, type) and issubclass(one, Screen)}
    assert found - BASES - ELSEWHERE - {"Screen", "DropsLateMessages"} == WALKED
