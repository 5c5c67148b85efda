"""The first instruction, in plain escape codes, before the toolkit loads.

The toolkit takes a tenth of a second and more to import. Whoever wakes with a cramp reads meanwhile: `uncramp now` puts
the terminal into raw mode, so that no key is lost, and writes the first words where the screen will show them. The
screen takes over (`hand_over`); whatever happens, `leave` brings the terminal back as it was.

This module imports next to nothing, and the words are constants: a test holds them equal to the routines'.
"""

import os
import sys

from uncramp.terminal.layout import SIDES, Room, frame_room, stage_room

TYPE_CHECKING = False  # `typing` costs more to import than all of this
if TYPE_CHECKING:
    from typing import Any

# The title, the first step's name, and what it says, by what is asked for.
FIRST_WORDS = {
    "cramp-calf": (
        "Calf cramp, right now",
        "Pull your toes toward you",
        "Pull your toes toward your shin. Slowly.",
    ),
    "cramp-calf-standing": ("Calf cramp, standing", "Stand on it", "Hold the wall. Press your heel down."),
    "cramp-foot": (
        "Foot or toe cramp",
        "Pull your toes toward you",
        "Pull your toes toward your shin. Slowly.",
    ),
    "cramp-hand": (
        "Hand cramp, right now",
        "Before you start",
        "Does your mouth tingle? Do your chest or left arm hurt?",
    ),
    "cramp-thigh": ("Thigh cramp, right now", "Front or back?", "Is it the front of your thigh?"),
}

ENTER_SCREEN = "\x1b[?1049h"
_LEAVE_SCREEN = "\x1b[?1049l\x1b[?25h\x1b[0m"
_NOTE = 16
"""Columns at the right of the first line that the cramp clock will take."""
_SIDES = ("left", "right")


class _Painted:
    """What was done to the terminal, and has to be undone."""

    def __init__(self, settings: "list[Any]", at: int) -> None:
        self.settings = settings
        self.at = at
        self.on_screen = True


_painted: "_Painted | None" = None


def paint(arguments: "list[str]") -> None:
    """Show the first instruction, if this is first aid on a terminal that can be drawn on.

    Args:
        arguments: the command line's. Anything but a plain `now` is left to the command line.
    """
    global _painted  # noqa: PLW0603 - there is one terminal
    words = FIRST_WORDS.get(_routine(arguments))
    if words is None or os.name != "posix" or os.environ.get("TERM", "dumb") in ("", "dumb"):
        return
    try:
        import termios
    except ImportError:
        return
    try:
        if not all(os.isatty(fd) for fd in (0, 1, 2)):
            return
        settings = termios.tcgetattr(0)
        _painted = _Painted(settings, _milliseconds())
        _leave_on_signals()
        _make_raw(settings)
        _write(_screen(words, *_size()))
    except (OSError, ValueError, termios.error):
        leave()


def painted() -> "tuple[list[Any], int] | None":
    """What `hand_over` will give, without giving anything."""
    return None if _painted is None else (_painted.settings, _painted.at)


def hand_over() -> "tuple[list[Any], int] | None":
    """Give the terminal to the screen, which draws over what stands there.

    Returns:
        The terminal's settings before it was made raw, and when the first words were shown, in milliseconds on the
        session's clock; nothing where nothing was painted.
    """
    if _painted is None or not _painted.on_screen:
        return None
    _painted.on_screen = False
    return _painted.settings, _painted.at


def leave() -> None:
    """Bring the terminal back as it was. It may be called at any time, and again."""
    global _painted
    painted, _painted = _painted, None
    if painted is None:
        return
    import termios

    try:
        if painted.on_screen:
            _write(_LEAVE_SCREEN)
        termios.tcsetattr(0, termios.TCSADRAIN, painted.settings)
    except (OSError, termios.error):
        pass  # the terminal is gone: nothing is left to bring back


def _routine(arguments: "list[str]") -> str:
    """The routine that is asked for, "" for any other command line."""
    if arguments[:1] != ["now"]:
        return ""
    part, standing, rest = "calf", "", arguments[1:]
    while rest:
        option, _, value = rest.pop(0).partition("=")
        if option == "--standing" and not value:
            standing = "-standing"
        elif option in ("--side", "--for") and (value or rest):
            value = value or rest.pop(0)
            if option == "--for":
                part = value
            elif value not in _SIDES:
                return ""
        else:
            return ""
    return f"cramp-{part}{standing}"


def _milliseconds() -> int:
    import time

    clock = getattr(time, "CLOCK_BOOTTIME", time.CLOCK_MONOTONIC)
    return time.clock_gettime_ns(clock) // 1_000_000


def _size() -> "tuple[int, int]":
    columns, lines = os.get_terminal_size(1)
    return columns or size_in("COLUMNS") or 80, lines or size_in("LINES") or 24


def size_in(name: str) -> int:
    """A size in the environment, for a terminal that does not know its own; 0 where there is none below 1,000."""
    value = os.environ.get(name, "")
    return int(value) if value.isascii() and value.isdigit() and len(value) < 4 else 0  # noqa: PLR2004


def _make_raw(settings: "list[Any]") -> None:
    """No echo, no lines, no signals from keys: as the screen will have it, so that no key is lost or changed."""
    import termios

    raw = list(settings)
    raw[0] = settings[0] & ~(termios.IXON | termios.IXOFF | termios.ICRNL | termios.INLCR | termios.IGNCR)
    raw[3] = settings[3] & ~(termios.ECHO | termios.ICANON | termios.IEXTEN | termios.ISIG)
    termios.tcsetattr(0, termios.TCSANOW, raw)


def _screen(words: "tuple[str, str, str]", columns: int, lines: int) -> str:
    """The first words, where the screen will show them."""
    title, name, say = words
    frame, room = frame_room(columns, lines), stage_room(columns, lines)
    top = (lines - frame.lines) // 2
    left = (columns - frame.columns) // 2 + (0 if frame.tiny else SIDES // 2)
    bright, quiet, ground = _colours()
    out = [ENTER_SCREEN, "\x1b[?25l", ground, "\x1b[2J"]
    if not frame.tiny:
        head = f"{title} · {name}" if _can_show("·") else title
        width = room.columns - _NOTE
        out.append(_at(top, left) + quiet + (head if len(head) <= width else title[:width]))
    first = top + (0 if frame.tiny else 1 if room.small else 2)
    for nth, line in enumerate(_lines(say, room)):
        out.append(_at(first + nth, left) + bright + line)
    return "".join(out)


def _lines(say: str, room: Room) -> "list[str]":
    if room.large and _can_show("█"):
        from uncramp.terminal.letters import large

        if found := large(say, room.columns, room.lines // 3):
            return found
    lines = [""]
    for word in say.split():
        longer = f"{lines[-1]} {word}".strip()
        if len(longer) <= room.columns:
            lines[-1] = longer
        else:
            lines.append(word)
    return lines


def _can_show(character: str) -> bool:
    try:
        character.encode(sys.stderr.encoding or "ascii")
    except UnicodeError:
        return False
    return True


def _colours() -> "tuple[str, str, str]":
    """Escape codes for the words, the title and the ground; without colour where none is wanted."""
    if os.environ.get("NO_COLOR"):
        return "\x1b[0;1m", "\x1b[0;1m", "\x1b[0m"
    import time

    from uncramp.night import is_night_hour
    from uncramp.terminal.palette import DAY, NIGHT

    theme = NIGHT if is_night_hour(time.localtime().tm_hour) else DAY
    words, title, ground = (_rgb(theme[name]) for name in ("words", "quiet", "ground"))
    return f"\x1b[1;38;2;{words}m", f"\x1b[1;38;2;{title}m", f"\x1b[48;2;{ground}m"


def _rgb(colour: str) -> str:
    return ";".join(str(int(colour[nth : nth + 2], 16)) for nth in (1, 3, 5))


def _at(line: int, column: int) -> str:
    return f"\x1b[{line + 1};{column + 1}H"


def _write(text: str) -> None:
    os.write(2, text.encode(sys.stderr.encoding or "ascii", "replace"))


def _leave_on_signals() -> None:
    """Until the screen takes over, a signal leaves a clean terminal too. Exit status 128 + n."""
    import signal

    def end(number: int, _frame: object) -> None:
        leave()
        os._exit(128 + number)

    for name in ("SIGTERM", "SIGHUP", "SIGINT"):
        signal.signal(getattr(signal, name), end)
