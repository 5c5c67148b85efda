"""The first words, in plain escape codes, before Textual loads.

Textual takes a tenth of a second and more to import. Somebody who wakes with a cramp reads meanwhile: `uncramp now` and
`uncramp` put the terminal into raw mode, so that no key is lost, and write the first words where the screen will show
them. The screen takes over (`FirstPaint.hand_over`); whatever happens, `FirstPaint.leave` brings the terminal back.

This module imports next to nothing: what it needs once, it imports there.
"""

import os
import sys

from uncramp.terminal.first_words import FIRST_AID, HOME

TYPE_CHECKING = False  # `typing` costs more to import than all of this
if TYPE_CHECKING:
    from typing import Any

# The colours of words and title, by day and by night, on the ground: a test holds them equal to the themes'.
DAY = ("f2f5f3", "b4c2c4", "10161a")
NIGHT = ("ff8674", "ff6c58", "000000")

ENTER_SCREEN = "\x1b[?1049h"
_LEAVE_SCREEN = "\x1b[?1049l\x1b[?25h\x1b[0m"
_WIDEST, _HIGHEST = 124, 48
_NOTE = 16
"""Columns at the right of the first line that the cramp clock will take."""
_LIST_MARGINS = 5
"""Columns of home's list that its words don't take."""
_SIDES = ("left", "right")
_MOST_TYPED = 4_096
"""Bytes of early keys that are kept."""
_NIGHT_FROM, _NIGHT_TO = 21, 7


class FirstPaint:
    """What was painted on the terminal before the program was loaded, and how to undo it."""

    def __init__(self) -> None:
        """Nothing is painted."""
        self.settings: list[Any] | None = None
        """The terminal's settings as they were found; `None` where nothing was painted."""
        self.began: int | None = None
        """When the first instruction was shown, in milliseconds on the session's clock; `None` at home."""
        self.on_screen = False
        """Whether the words stand there, and nothing has taken over yet."""

    def paint(self, arguments: "list[str]") -> None:
        """Show the first words, if this is first aid or home on a terminal that can be drawn on.

        Args:
            arguments: the command line's. Anything but a plain `now` or nothing at all is left to the command line.
        """
        aid = FIRST_AID.get(_routine(arguments))
        if (
            (aid is None and arguments)
            or os.name != "posix"
            or os.environ.get("TERM", "dumb") in ("", "dumb")
        ):
            return
        try:
            import termios
        except ImportError:
            return
        try:
            if not all(os.isatty(fd) for fd in (0, 1, 2)):
                return
            self.settings = termios.tcgetattr(0)
            self.on_screen = True
            self._leave_on_signals()
            _make_raw(self.settings)
            size = _size()
            if aid is None:
                _write(_home_screen(*size))
            else:
                self.began = _milliseconds()
                _write(_screen(f"{aid.title} · {aid.step}", aid.title, aid.say, *size))
        except (OSError, ValueError, termios.error):
            self.leave()

    def typed(self) -> bytes:
        """Take what has been typed since the words stand there out of the terminal."""
        if not self.on_screen:
            return b""
        import select

        typed = b""
        while len(typed) < _MOST_TYPED and select.select([0], [], [], 0)[0]:
            if not (more := os.read(0, _MOST_TYPED)):  # the terminal is gone
                break
            typed += more
        return typed

    def hand_over(self) -> "list[Any] | None":
        """Give the terminal to the screen, which draws over what stands there.

        Returns:
            The terminal's settings before it was made raw; `None` where nothing was painted.
        """
        if not self.on_screen:
            return None
        self.on_screen = False
        return self.settings

    def leave(self) -> None:
        """Bring the terminal back as it was. It may be called at any time, and again."""
        settings, self.settings = self.settings, None
        on_screen, self.on_screen = self.on_screen, False
        if settings is None:
            return
        import termios

        try:
            if on_screen:
                _write(_LEAVE_SCREEN)
            termios.tcsetattr(0, termios.TCSADRAIN, settings)
        except (OSError, termios.error):
            pass  # the terminal is gone: nothing is left to bring back

    def _leave_on_signals(self) -> None:
        """Leave a clean terminal after a signal, too, until the screen takes over. Exit status 128 + n."""
        import signal

        def end(number: int, _frame: object) -> None:
            self.leave()
            os._exit(128 + number)

        for name in ("SIGTERM", "SIGHUP", "SIGINT"):
            signal.signal(getattr(signal, name), end)


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


def _screen(head: str, title: str, say: str, columns: int, lines: int) -> str:
    """The first instruction, where the session's screen will show it.

    Args:
        head: the words at the top.
        title: the words at the top where `head` is too long or can't be shown.
        say: the instruction.
        columns: the terminal's.
        lines: the terminal's.
    """
    left, top, inner, height, tiny = _frame(columns, lines)
    small = inner < 56 or height - 2 < 19  # noqa: PLR2004 - as the stage has it; a test compares them
    first = top + (0 if tiny else 1 if small else 2)
    bright, _quiet, _ground = _colours()
    out = [
        _cleared() if tiny else _cleared() + _head(head if _can_show("·") else title, title, top, left, inner)
    ]
    for nth, line in enumerate(_lines(say, inner, height - 2)):
        out.append(_at(first + nth, left) + bright + line)
    return "".join(out)


def _home_screen(columns: int, lines: int) -> str:
    """The first line of home's list, where home will show it."""
    title, say = HOME
    left, top, inner, _height, tiny = _frame(columns, lines)
    bright, _quiet, _ground = _colours()
    head = _cleared() if tiny else _cleared() + _head(title, title, top, left, inner)
    room = inner - _LIST_MARGINS
    cut = say if len(say) < room else say[: room - 1] + ("…" if _can_show("…") else "")
    return head + _at(top + (2 if tiny else 3), left + 2) + bright + cut


def _frame(columns: int, lines: int) -> "tuple[int, int, int, int, bool]":
    """Where the screen's frame will be: its left column, top line, columns inside, lines, and whether it is tiny."""
    width, height = min(columns, _WIDEST), min(lines, _HIGHEST)
    tiny = width < 30 or height < 8  # noqa: PLR2004 - as the frame has it; a test compares them
    left, top = (columns - width) // 2 + (0 if tiny else 2), (lines - height) // 2
    return left, top, width if tiny else width - 4, height, tiny


def _cleared() -> str:
    """Escape codes for an empty screen in the ground's colour, without a cursor."""
    return f"{ENTER_SCREEN}\x1b[?25l{_colours()[2]}\x1b[2J"


def _head(head: str, title: str, top: int, left: int, inner: int) -> str:
    room = inner - _NOTE
    return _at(top, left) + _colours()[1] + (head if len(head) <= room else title[:room])


def _lines(say: str, width: int, height: int) -> "list[str]":
    if width >= 100 and height >= 32 and _can_show("█"):  # noqa: PLR2004 - as the stage has it
        from uncramp.terminal.letters import HEIGHT, wrap, write

        rows = wrap(say, width)
        if rows and len(rows) * HEIGHT <= height // 3:
            return [line for row in rows for line in write(row)]
    lines = [""]
    for word in say.split():
        longer = f"{lines[-1]} {word}".strip()
        if len(longer) <= width:
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

    hour = time.localtime().tm_hour
    words, title, ground = NIGHT if hour >= _NIGHT_FROM or hour < _NIGHT_TO else DAY
    return f"\x1b[1;38;2;{_rgb(words)}m", f"\x1b[1;38;2;{_rgb(title)}m", f"\x1b[48;2;{_rgb(ground)}m"


def _rgb(colour: str) -> str:
    return ";".join(str(int(colour[nth : nth + 2], 16)) for nth in (0, 2, 4))


def _at(line: int, column: int) -> str:
    return f"\x1b[{line + 1};{column + 1}H"


def _write(text: str) -> None:
    os.write(2, text.encode(sys.stderr.encoding or "ascii", "replace"))
