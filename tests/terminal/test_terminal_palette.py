"""The first words have the colours that the screen has, on every kind of terminal."""

import pytest
from rich.color import Color, ColorSystem
from rich.console import Console

from uncramp.terminal import first_paint, palette
from uncramp.terminal.palette import NIGHT, NIGHT_NUMBERS, colour_system, night_code

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
    assert Console(_environ=env, force_terminal=True, legacy_windows=False).color_system == colour_system()
    codes = "".join(first_paint._colours()) + first_paint._bar_colours()
    assert ("8;2;" in codes) is (colour_system() == "truecolor")
    assert ("8;5;" in codes) is (colour_system() == "256")


def test_without_colours_there_are_none(monkeypatch: pytest.MonkeyPatch) -> None:
    monkeypatch.setattr(first_paint, "_is_night", lambda: True)
    monkeypatch.setenv("COLORTERM", "truecolor")
    monkeypatch.setenv("NO_COLOR", "1")
    assert "8;" not in "".join(first_paint._colours()) + first_paint._bar_colours()


@pytest.mark.parametrize("name", NIGHT_NUMBERS)
def test_the_few_colours_of_the_night_are_those_that_textual_shows(name: str, monkeypatch: pytest.MonkeyPatch) -> None:
    colour = Color.parse(NIGHT[name])
    for system, shown in (
        ("truecolor", colour),
        ("256", colour.downgrade(ColorSystem.EIGHT_BIT)),
        ("standard", colour.downgrade(ColorSystem.STANDARD)),
    ):
        monkeypatch.setattr(palette, "colour_system", lambda system=system: system)
        for ground in (False, True):
            assert night_code(name, ground=ground) == ";".join(shown.get_ansi_codes(foreground=not ground))
