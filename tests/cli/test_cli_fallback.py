"""The last resort: words that are the routines' own and safe for anybody, and a clock."""

import os
import threading
from pathlib import Path
from queue import SimpleQueue

import pytest

import uncramp
from uncramp.cli import fallback
from uncramp.cli.fallback import asked_for, show


@pytest.mark.parametrize(
    ("arguments", "name"),
    [
        ([], "cramp-calf"),
        (["now"], "cramp-calf"),
        (["now", "--plain", "--for", "hand"], "cramp-hand"),
        (["now", "--for=foot", "--side", "left"], "cramp-foot"),
        (["now", "--standing"], "cramp-calf-standing"),
        (["now", "--for", "thigh", "--standing"], "cramp-thigh"),
        (["now", "--for", "nothing"], "cramp-calf"),
        (["now", "--for"], "cramp-calf"),
    ],
)
def test_what_is_asked_for_is_found_in_any_command_line(arguments: list[str], name: str) -> None:
    assert asked_for(arguments) == name


def test_without_a_terminal_it_says_all_and_ends(capsys: pytest.CaptureFixture[str]) -> None:
    show("cramp-calf", "112")
    told = capsys.readouterr().out
    assert "Pull your toes toward your shin. Slowly." in told
    assert "Call 112 now for:" in told


@pytest.mark.parametrize(("name", "leg"), [("cramp-calf", True), ("cramp-hand", False)])
def test_a_hand_is_told_nothing_of_a_leg(name: str, capsys: pytest.CaptureFixture[str], *, leg: bool) -> None:
    show(name)
    told = capsys.readouterr().out.partition("Call your local emergency number now for:")[0]
    assert ("leg" in told) is leg
    assert "If it keeps getting worse, stop and call." in told


def test_the_clock_counts_the_cramp_and_urges_after_ten_minutes(
    capsys: pytest.CaptureFixture[str], monkeypatch: pytest.MonkeyPatch
) -> None:
    now = 598.2

    def wait(seconds: float, _typed: object) -> str | None:
        nonlocal now
        now += seconds
        return "\n" if now > 600.5 else None

    monkeypatch.setattr(fallback, "_now", lambda: now)
    monkeypatch.setattr(fallback, "_line_within", wait)
    fallback._count("Call 112 now for:", 0.0, SimpleQueue(), in_place=True)
    told = capsys.readouterr().out
    assert told.startswith("\rcramp 9:58 \rcramp 9:59 \n10 minutes, and still cramping.")
    assert told.endswith("Call 112 now for:\n\n\rcramp 10:00 ")


def test_the_signs_can_be_asked_for_and_enter_ends_it(capsys: pytest.CaptureFixture[str]) -> None:
    typed = SimpleQueue[str]()
    for line in ("!\n", "\n"):
        typed.put(line)
    fallback._count("Call 112 now for:", fallback._now(), typed, in_place=False)
    assert capsys.readouterr().out == "cramp 0:00\nCall 112 now for:\ncramp 0:00\n"


@pytest.mark.parametrize("last", ["\n", "q\n", ""])
def test_nothing_is_read_after_what_ends_the_count(last: str) -> None:
    """Somebody else may be reading there by then: a line that is taken from them is lost."""
    near, far = os.pipe()
    os.write(far, b"!\n")
    typed = fallback._lines_of(near)
    assert typed.get(timeout=60) == "!\n"
    if last:
        os.write(far, last.encode())
    else:
        os.close(far)
    assert typed.get(timeout=60) == last
    os.close(near)
    for thread in threading.enumerate():
        if thread.name.endswith("(_read)"):
            thread.join(60)
            assert not thread.is_alive()


def test_only_one_place_takes_any_exception() -> None:
    source = Path(uncramp.__file__).parent
    broad = [
        path.relative_to(source).as_posix()
        for path in source.rglob("*.py")
        if "except Exception" in path.read_text() or "except:" in path.read_text()
    ]
    assert sorted(broad) == ["__main__.py", "faults.py"]  # the first is what stands beneath all of it
