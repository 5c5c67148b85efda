"""The first words, in plain escape codes, before Textual loads.

Textual takes a tenth of a second and more to import. Somebody who wakes with a cramp reads meanwhile: `uncramp now` and
`uncramp` put the terminal into raw mode, so that no key is lost, and write the first words where the screen will show
them. The screen takes over (`FirstPaint.hand_over`); whatever happens, `FirstPaint.leave` brings the terminal back.
By day the terminal is then asked for the colour of its background. It answers while the screen is being loaded.

This module imports next to nothing: what it needs once, it imports there.
"""

import os
import sys

from uncramp.terminal.first_words import FIRST_AID, HOME, FirstAid
from uncramp.terminal.layout import SIDES, Room, first_line, frame_room, stage_room

TYPE_CHECKING = False  # `typing` costs more to import than all of this
if TYPE_CHECKING:
    from typing import Any

    from uncramp.terminal.background import Background

ENTER_SCREEN = "\x1b[?1049h"
_LEAVE_SCREEN = "\x1b[?1049l\x1b[?25h\x1b[0m"
_NOTE = 16
"""Columns at the right of the first line that the cramp clock will take."""
_SIDES = ("left", "right")
_MOST_TYPED = 64
"""Bytes that a person can type until the screen is there. What is more was pasted."""
_ANSWER = 32
"""Bytes that the terminal's answer takes."""


class FirstPaint:
    """What was painted on the terminal before the program was loaded, and how to undo it."""

    def __init__(self) -> None:
        self.settings: list[Any] | None = None
        """The terminal's settings as they were found; `None` where nothing was painted."""
        self.began: int | None = None
        """When the first instruction was shown, in milliseconds on the session's clock; `None` at home."""
        self.on_screen = False
        """Whether the words stand there, and nothing has taken over yet."""
        self.background: Background | None = None
        """What the terminal says of its background; `None` where it was not asked."""

    def paint(self, arguments: "list[str]") -> None:
        """Show the first words, if this is first aid or home on a terminal that can be drawn on.

        Args:
            arguments: the command line's. Anything but a plain `now` or nothing at all is left to the command line.
        """
        aid = FIRST_AID.get(_routine(arguments))
        if (aid is None and arguments) or os.name != "posix" or os.environ.get("TERM", "dumb") in ("", "dumb"):
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
                from uncramp.clock import session_clock

                self.began = session_clock()
                _write(_screen(aid, *size))
            if not _is_night() and _can_be_asked():
                self._ask()
        except (OSError, ValueError, termios.error):
            self.leave()

    @property
    def light(self) -> bool:
        """Whether the terminal has a light background, as far as is known by now."""
        from uncramp.terminal.background import hinted_light

        return self.background.light if self.background else hinted_light()

    def typed(self) -> bytes:
        """Take what has been typed so far out of the raw terminal; a paste is left to the screen."""
        if self.settings is None:
            return b""
        import fcntl
        import termios

        waiting = int.from_bytes(fcntl.ioctl(0, termios.FIONREAD, bytes(4)), sys.byteorder)
        if not 0 < waiting <= _MOST_TYPED + (_ANSWER if self.background else 0):
            return b""
        typed = os.read(0, waiting)
        return self.background.keys_in(typed.decode("latin-1")).encode("latin-1") if self.background else typed

    def ask_background(self) -> None:
        """Ask the terminal for its background, where the screen comes without first words before it.

        The terminal is raw from here on, so that the answer is not shown.
        """
        if os.name != "posix" or self.settings is not None or not _can_be_asked():
            return
        import termios

        try:
            settings = termios.tcgetattr(0)
            _make_raw(settings)
            self.settings = settings
            self._ask()
        except (OSError, termios.error):
            self.leave()

    def _ask(self) -> None:
        from uncramp.terminal.background import QUERY, Background

        self.background = Background()
        _write(QUERY)

    def hand_over(self) -> "list[Any] | None":
        """Give the terminal to the screen, which draws over what stands there.

        Returns:
            The terminal's settings before it was made raw; `None` where that was not done.
        """
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
            self._take_the_answer()
            if on_screen:
                _write(_LEAVE_SCREEN)
            termios.tcsetattr(0, termios.TCSADRAIN, settings)
        except (OSError, termios.error):
            pass  # the terminal is gone: nothing is left to bring back

    def _take_the_answer(self) -> None:
        """Wait a moment for an answer that is still to come: the shell would show it as if it had been typed."""
        import select

        while self.background and (seconds := self.background.outstanding) > 0:
            if not select.select([0], [], [], seconds)[0]:
                return
            read = os.read(0, _MOST_TYPED)
            if not read:
                return
            self.background.keys_in(read.decode("latin-1"))

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


def _screen(aid: FirstAid, columns: int, lines: int) -> str:
    """The first instruction, where the session's screen will show it.

    Args:
        aid: the words.
        columns: the terminal's.
        lines: the terminal's.
    """
    top = first_line(columns, lines)
    head = f"{aid.title} · {aid.step}" if _can_show("·") else aid.title
    out = [_cleared(head, aid.title, columns, lines)]
    for nth, line in enumerate(_lines(aid, stage_room(columns, lines))):
        out.append(_at(top + nth, 0, columns, lines) + line)
    return "".join(out)


def _home_screen(columns: int, lines: int) -> str:
    """Home's bar, where home will show it."""
    from uncramp.terminal.letters import in_bar

    title, words, key = HOME
    room, top = stage_room(columns, lines), first_line(columns, lines)
    bar = in_bar(words, key, room.columns, room.lines if _can_show("█") else 0)
    rows = (_at(top + nth, 0, columns, lines) + row for nth, row in enumerate(bar))
    below = "\x1b[0m" + _at(top + len(bar), 0, columns, lines)  # where a shell writes, if the program is stopped now
    return _cleared(title, title, columns, lines) + _bar_colours() + "".join(rows) + below


def _cleared(head: str, title: str, columns: int, lines: int) -> str:
    """An empty screen in the ground's colour, without a cursor, and the words at its top; then the words' colour."""
    bright, quiet, ground = _colours()
    width = stage_room(columns, lines).columns - _NOTE
    top = _at(0, 0, columns, lines) + quiet + (head if len(head) <= width else title[:width])
    tiny = frame_room(columns, lines).tiny
    return f"{ENTER_SCREEN}\x1b[?25l{ground}\x1b[2J" + ("" if tiny else top) + bright


def _lines(aid: FirstAid, room: Room) -> "list[str]":
    """The first move in large letters, and what to do beneath; where there is no room for both, what to do."""
    asks = aid.big == aid.step  # a question has no figure beside it
    big = []
    if not (room.tiny or (asks and room.small)):
        from uncramp.terminal.letters import headline

        big = (headline(aid.big, room, rows=2 if asks else 1) if _can_show("█") else []) or [aid.big]
        big += [""] * room.large
    return big + _wrapped(aid.say, room.columns if asks else room.word_columns)


def _wrapped(words: str, columns: int) -> "list[str]":
    lines = [""]
    for word in words.split():
        longer = f"{lines[-1]} {word}".strip()
        if len(longer) <= columns:
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
    """Escape codes for the words, the title and the ground.

    By day those that the terminal has itself: whether it is light is not known yet, and so nothing flashes.
    """
    if os.environ.get("NO_COLOR") or not _is_night():
        return "\x1b[0;1m", "\x1b[0;1m", "\x1b[0m"
    from uncramp.terminal.palette import NIGHT

    words, title, ground = (_rgb(NIGHT[name]) for name in ("words", "quiet", "ground"))
    return f"\x1b[1;38;2;{words}m", f"\x1b[1;38;2;{title}m", f"\x1b[48;2;{ground}m"


def _can_be_asked() -> bool:
    from uncramp.terminal.background import can_be_asked

    return can_be_asked() and not os.environ.get("NO_COLOR")


def _is_night() -> bool:
    import time

    from uncramp.clock import is_night_hour

    return is_night_hour(time.localtime().tm_hour)


def _bar_colours() -> str:
    """Escape codes for what stands in a bar; the other way round where no colour is wanted, or none is known by day."""
    if os.environ.get("NO_COLOR") or not _is_night():
        return "\x1b[0;7m"
    from uncramp.terminal.palette import NIGHT

    return f"\x1b[0;38;2;{_rgb(NIGHT['on-bar'])};48;2;{_rgb(NIGHT['bar'])}m"


def _rgb(colour: str) -> str:
    return ";".join(str(int(colour[nth : nth + 2], 16)) for nth in (1, 3, 5))


def _at(line: int, column: int, columns: int, lines: int) -> str:
    """The escape code that goes to a line and column of the frame, on a terminal of so many columns and lines."""
    frame = frame_room(columns, lines)
    left = (columns - frame.columns) // 2 + (0 if frame.tiny else SIDES // 2)
    return f"\x1b[{(lines - frame.lines) // 2 + line + 1};{left + column + 1}H"


def _write(text: str) -> None:
    os.write(2, text.encode(sys.stderr.encoding or "ascii", "replace"))
