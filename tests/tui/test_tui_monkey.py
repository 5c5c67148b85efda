"""Random keys, mouse, pastes and resizes on every page: none of them breaks a screen, also one that is going or gone."""

import random
import time
import zlib
from collections.abc import Callable

import pytest
from diary_stage import DiaryHand, fill
from recording_stage import recorded
from textual import events
from textual.message import Message

from diary_making import cramp
from wait_idle import wait_idle

PLACES: dict[str, tuple[str | None, tuple[str, ...]]] = {
    "home": (None, ()),
    "first aid": ("cramp-calf", ()),
    "exercise": ("daily-calf", ()),
    "diary": (None, ("d",)),
    "entry": (None, ("d", "enter")),
    "about": (None, ("a",)),
    "guide": (None, ("g",)),
}
SIZES = ((80, 24), (20, 6))

EVENTS = 25
"""How many there are on each page in a short run."""

_KEYS = [
    *"abcdefghijklmnopqrstuvwxyz0123456789ABCYNQ", "é", "ц", "ｙ", "-",
    *["enter", "escape", "space", "backspace", "tab", "shift+tab", "up", "down", "left", "right"] * 3,
    "pageup", "pagedown", "home", "end", "delete", "slash", "exclamation_mark", "question_mark", "plus", "f1", "ctrl+a",
]  # fmt: skip
_CHARACTERS = {"slash": "/", "exclamation_mark": "!", "question_mark": "?", "plus": "+", "space": " "}
_PASTES = ("calf", "3:10", "two\nlines!", "", "x" * 5_000, "\x1b[31m\x00", "קטע")


class Monkey:
    """Sits at one terminal."""

    def __init__(self, hand: DiaryHand, seed: int) -> None:
        self._hand, self._dice = hand, random.Random(seed)  # noqa: S311 - a test's, the same each time
        self.done: list[str] = []

    async def act(self) -> None:
        """Do something, or several things at once, as a terminal that was slow hands them on."""
        kind = self._dice.choices((self._press, self._mouse, self._paste, self._resize), (70, 20, 4, 6))[0]
        self._hand.now += self._dice.choice((0, 30, 300, 900, 1_500, 20_000))
        await kind()

    async def _press(self) -> None:
        pressed = [self._dice.choice(_KEYS) for _ in range(self._dice.choice((1, 1, 1, 2, 3, 6)))]
        self.done.append("+".join(pressed))
        self._post(*(events.Key(key, _CHARACTERS.get(key)) for key in pressed))
        if self._dice.random() < 0.7:
            await wait_idle(self._hand.app)

    async def _mouse(self) -> None:
        width, height = self._hand.app.size
        x, y = self._dice.randrange(max(1, width)), self._dice.randrange(max(1, height))
        to = (self._dice.randrange(max(1, width)), self._dice.randrange(max(1, height)))
        what = self._dice.choice(("click", "click", "click", "drag", "wheel"))
        self.done.append(f"{what} {x},{y}")
        if what == "wheel":
            of = self._dice.choice((events.MouseScrollUp, events.MouseScrollDown))
            self._post(_mouse(of, x, y, 0))
        else:
            end = to if what == "drag" else (x, y)
            moved = [_mouse(events.MouseMove, *to, 1)] if what == "drag" else []
            self._post(_mouse(events.MouseDown, x, y, 1), *moved, _mouse(events.MouseUp, *end, 1))
        if self._dice.random() < 0.7:
            await wait_idle(self._hand.app)

    async def _paste(self) -> None:
        self.done.append("paste")
        self._post(events.Paste(self._dice.choice(_PASTES)))

    async def _resize(self) -> None:
        columns, lines = self._dice.choice((*SIZES, (40, 12), (120, 40), (4, 2), (7, 3), (200, 60)))
        self.done.append(f"{columns}x{lines}")
        await self._hand.pilot.resize_terminal(columns, lines)

    def _post(self, *messages: Message) -> None:
        for message in messages:
            self._hand.app.post_message(message)


def _mouse(of: type[events.MouseEvent], x: int, y: int, button: int) -> events.MouseEvent:
    return of(
        None, x=x, y=y, delta_x=0, delta_y=0, button=button, shift=False, meta=False, ctrl=False, screen_x=x, screen_y=y
    )


async def _play(place: str, size: tuple[int, int], seed: int, going_on: Callable[[int], bool]) -> None:
    """Begin at a place again and again, as often as the program is left, until it was enough."""
    fill([cramp("2026-11-21 02:00", note="A!"), cramp("2026-11-22 02:00")])
    start, keys = PLACES[place]
    count = 0
    while going_on(count):
        with recorded(DiaryHand()) as hand:
            assert isinstance(hand, DiaryHand)
            monkey = Monkey(hand, seed)
            seed += 1_000
            try:
                async with hand.running(start, size):
                    await hand.press(*keys)
                    for _ in range(EVENTS):
                        count += 1
                        if not going_on(count) or not hand.app.is_running or hand.app.return_value is not None:
                            break
                        await monkey.act()
                    await wait_idle(hand.app)
                hand.app.raise_failure()
            except BaseException as error:
                error.add_note(f"{place} at {size}, seed {seed - 1_000}, after: {' '.join(monkey.done[-30:])}")
                raise


@pytest.mark.parametrize("size", SIZES, ids=["80x24", "20x6"])
@pytest.mark.parametrize("place", PLACES)
async def test_nothing_that_is_pressed_clicked_or_pasted_breaks_a_screen(
    place: str, size: tuple[int, int], request: pytest.FixtureRequest
) -> None:
    minutes = float(request.config.getoption("--monkey"))
    end = time.monotonic() + minutes * 60 / (len(PLACES) * len(SIZES))
    seed = zlib.crc32(f"{place} {size}".encode()) % 1_000  # other things on each page, the same each time
    await _play(place, size, seed, lambda count: time.monotonic() < end if minutes else count < EVENTS)
