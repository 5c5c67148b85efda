"""The first words have the colours that the screen has, on every kind of terminal."""

import pytest
from rich.color import Color, ColorSystem
from rich.console import Console

from uncramp.terminal import first_paint
from uncramp.terminal.palette import NIGHT, NIGHT_NUMBERS, ColourDepth, night_code

TERMINALS = [
    *({"TERM": term} for term in ("xterm", "xterm-256color", "linux", "vt100", "screen", "tmux-256color", "xterm-kitty", "unknown", "dumb")),
    *({"TERM": "xterm-256color", "COLORTERM": colours} for colours in ("truecolor", "24bit", "", "yes", " TrueColor ")),
]  # fmt: skip


@pytest.mark.parametrize("env", TERMINALS, ids=str)
def test_both_writers_go_by_one_judgment(env: dict[str, str], monkeypatch: pytest.MonkeyPatch) -> None:
    monkeypatch.delenv("COLORTERM", raising=False)
    for name, value in env.items():
        monkeypatch.setenv(name, value)
    monkeypatch.setattr(first_paint, "_is_night", lambda: True)
    codes = "".join(first_paint._colours())
    system = Console(_environ=env, force_terminal=True, legacy_windows=False).color_system
    assert ("8;2;" in codes) is (system == "truecolor")
    assert ("8;5;" in codes) is (system == "256")
    assert ("1;91" in codes) is (system == "standard")


def test_without_colours_there_are_none(monkeypatch: pytest.MonkeyPatch) -> None:
    monkeypatch.setattr(first_paint, "_is_night", lambda: True)
    monkeypatch.setenv("COLORTERM", "truecolor")
    monkeypatch.setenv("NO_COLOR", "1")
    assert "8;" not in "".join(first_paint._colours())


@pytest.mark.parametrize("name", NIGHT_NUMBERS)
def test_the_few_colours_of_the_night_are_those_that_textual_shows(name: str) -> None:
    colour = Color.parse(NIGHT[name])
    for depth, shown in (
        (ColourDepth.FULL, colour),
        (ColourDepth.MANY, colour.downgrade(ColorSystem.EIGHT_BIT)),
        (ColourDepth.SIXTEEN, colour.downgrade(ColorSystem.STANDARD)),
    ):
        for ground in (False, True):
            assert night_code(name, depth, ground=ground) == ";".join(shown.get_ansi_codes(foreground=not ground))
