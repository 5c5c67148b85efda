"""What a key that comes in is: which one, in whatever layout, and whether it is a press of its own or one that is held.

Terminals tell of no key that is let go. So presses of a held key are told by their times alone.
"""

import asyncio
from collections.abc import Collection, Mapping

from textual.app import App
from textual.events import Key
from textual.widget import Widget

from uncramp.domain.own_keys import OwnKeys, pressed
from uncramp.guidance.layouts import digit_of, key_of

FIRST_REPEAT_MS = 750
"""The first repeat of a held key comes 250 to 660 ms after the press: the same key within this time is one press."""

REPEAT_MS = 400
"""Later ones come each 20 to 100 ms, over a slow line less evenly. After a longer time it is a press of its own."""

REPEATING = frozenset(
    {"up", "down", "left", "right", "pageup", "pagedown", "home", "end", "plus", "equals_sign", "backspace"}
    | {"tab", "shift+tab", "ctrl+c", "ctrl+z"}
)
"""Keys that one may hold: each repeat counts, on the page where the key was pressed."""

COMMANDS_WHILE_TYPING = frozenset({"enter", "escape"})

_TURNS = 1_000
"""So many turns of the loop a key waits for the one before it at most: some milliseconds."""

_NAMES = {"!": "exclamation_mark", "?": "question_mark", "+": "plus", "=": "equals_sign", "/": "slash", " ": "space"}
"""Textual's names of the keys that are bound, and no letters and digits."""
_CHARACTERS = {name: char for char, name in _NAMES.items()}


def plain_key(event: Key, bound: Collection[str]) -> Key:
    """The key as commands know it: small, and by its place where another layout is told by its character.

    `bound` are the keys that mean something now.
    """
    char = event.character
    if char is None or "+" in event.key or event.key in bound:
        return event
    char = key_of(char).lower()
    if (digit := digit_of(char)) and digit in bound:
        char = digit
    name = _NAMES.get(char, char)
    known = char.isascii() and (char.isalnum() or char in _NAMES)
    return Key(name, char) if known and name != event.key else event


def own_key(event: Key, own: OwnKeys, bound: Mapping[str, str | None]) -> Key:
    """The key that one of the person's own stands for. `bound` has each key that means something, with its command's id."""
    if not own or len(event.key) != 1:
        return event
    signs = {_CHARACTERS.get(key, key): id_ for key, id_ in bound.items()}
    char = pressed(own, event.key, signs)
    return event if char == event.key else Key(_NAMES.get(char, char), char)


def is_signs(event: Key) -> bool:
    """Whether it is the key of the warning signs, in any form of it: that one is no character to type."""
    return event.character is not None and key_of(event.character) == "!"


async def taken_in(keyed: Widget) -> None:
    """Wait until a key has done what it does, where others came with it: one that opens a line may be among them.

    It takes a few turns of the loop, and never long: a page that waits for something itself holds up no key.
    """
    takers = [node for node in keyed.ancestors_with_self if not isinstance(node, App)]
    for _turn in range(_TURNS):
        if not any(node.message_queue_size for node in takers):
            return
        await asyncio.sleep(0)


class HeldKey:
    """Tells the first press of a key from the repeats that come while it is held."""

    def __init__(self) -> None:
        self._key, self._place = "", object()
        self._at, self._repeated = 0, False

    def repeats(self, key: str, now: int, place: object, *, free: bool) -> bool:
        """Whether it is a repeat that does not count.

        Args:
            key: its name.
            now: when it came, in milliseconds.
            place: what takes it: the repeats of a key that has led to another page mean nothing there.
            free: whether repeats count in the place where the key was pressed.
        """
        held = key == self._key and now - self._at < (REPEAT_MS if self._repeated else FIRST_REPEAT_MS)
        if not held:
            self._place = place
        self._key, self._at, self._repeated = key, now, held
        return held and not (free and place == self._place)
