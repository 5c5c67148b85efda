"""Keys of one's own on the screens: each does what it stands for, and every place that names the key names it."""

from importlib import import_module
from pkgutil import iter_modules
from typing import Any

import pytest
from recording_stage import recorded, the_cramp
from textual.binding import Binding
from textual.screen import Screen

from app_driver import DAY, AppDriver
from uncramp.domain.own_keys import DIARY, GUIDE, HOME, KEY_ACTIONS, SESSION
from uncramp.domain.profile import Profile
from uncramp.tui import screens
from uncramp.tui.app import UncrampApp
from uncramp.tui.keyboard import _CHARACTERS
from uncramp.tui.screens.home import HomeScreen
from uncramp.tui.screens.key_list import KeyListScreen
from wait_idle import press

OWN = Profile(keys=(("undo", "z"), ("warning_signs", "v"), ("sound", "u"), ("worse", "j"), ("diary", "k")))
PLACES = {"home": HOME, "about": HOME, "own_routine": HOME, "resume": SESSION, "diary": DIARY, "diary_entry": DIARY,
          "diary_pages": DIARY, "doctor": DIARY, "guide": GUIDE}  # fmt: skip
"""Where the screens of a module are; all others belong to a session."""


def every_key() -> set[tuple[str, str, str]]:
    """Each letter and sign that a screen binds, with the id of its command and where that is."""
    found = {(_CHARACTERS.get(key, key), binding.id or "", place)
             for place, bindings in [(HOME, UncrampApp.BINDINGS), *bound()]
             for binding in bindings if isinstance(binding, Binding) and binding.id
             for key in binding.key.split(",")}  # fmt: skip
    return {one for one in found if len(one[0]) == 1 and not one[0].isdigit() and one[0] not in " ="}


def bound() -> list[tuple[str, list[Any]]]:
    modules = {info.name: import_module(f"{screens.__name__}.{info.name}") for info in iter_modules(screens.__path__)}
    return [
        (PLACES.get(name, SESSION), list(one.BINDINGS))
        for name, module in modules.items()
        for one in vars(module).values()
        if isinstance(one, type) and issubclass(one, Screen) and one.__module__ == module.__name__
    ]


def test_every_key_of_every_screen_can_be_changed() -> None:
    for key, command, place in every_key():
        named = [name for name, one in KEY_ACTIONS.items() if one.key == key and place in one.places]
        assert any(not KEY_ACTIONS[name].commands or command in KEY_ACTIONS[name].commands for name in named), (
            key,
            command,
            place,
        )


def test_every_action_is_on_a_screen() -> None:
    keys = every_key()
    for name, action in KEY_ACTIONS.items():
        found = [one for one in keys if one[0] == action.key and one[1] in (action.commands or (one[1],))]
        assert found, name


@pytest.mark.parametrize("size", [(80, 24), (120, 40)])
async def test_a_session_follows_them(size: tuple[int, int]) -> None:
    async with AppDriver(DAY, profile=OWN).running("cramp-calf", size) as hand:
        assert "j worse" in hand.words()
        assert "v warning signs" in hand.words()
        assert "worse, press j." in hand.words()
        await hand.press("right")
        assert hand.play.session.can_undo
        await hand.press("z")
        assert not hand.play.session.can_undo
        await hand.press("u")
        assert "Sound: " in hand.words()  # the key that was given away does the other thing
        await hand.press("right", "question_mark")
        assert isinstance(hand.screen, KeyListScreen)
        listed = {row.words: row.keys for row in hand.screen._rows}
        assert listed["Undo what you just did."] == ("z",)
        await hand.press("escape", "exclamation_mark")  # which nobody can take away
        assert "Warning signs" in hand.words()


async def test_a_held_own_key_is_one_press() -> None:
    async with AppDriver(DAY, profile=OWN).running("cramp-calf") as hand:
        await hand.press("plus", "right", "z")
        hand.now += 500
        await press(hand.app, "z")
        assert hand.play.session.can_undo  # the ten seconds
        hand.now += 1_000
        await press(hand.app, "z")
        assert not hand.play.session.can_undo


async def test_home_follows_them() -> None:
    async with AppDriver(DAY, profile=OWN).running(None) as hand:
        assert "k diary" in hand.words()
        await hand.press("k")
        assert not isinstance(hand.screen, HomeScreen)


async def test_enter_gives_the_marked_answer_whatever_its_key_is() -> None:
    with recorded(AppDriver(DAY, profile=Profile(keys=(("yes", "j"),)))) as hand:
        async with hand.running("cramp-calf"):
            await hand.pass_time(25)
            await hand.press("q", "down")
            assert "j Yes" in hand.words()
            await hand.press("enter")
    assert hand.app.return_code == 0
    assert the_cramp()


async def test_enter_gives_the_marked_answer_to_whether_the_cramp_has_stopped_whatever_its_key_is() -> None:
    async with AppDriver(DAY, profile=Profile(keys=(("yes", "j"),))).running("cramp-calf") as hand:
        await hand.pass_time(25)
        await hand.press(*(["right"] * 6), "down")
        assert "j It's stopped" in hand.words()
        await hand.press("enter")
        assert "Not yet" not in hand.words()
