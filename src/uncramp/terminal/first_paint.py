"""The first words, in plain escape codes, before Textual loads.

Textual takes a tenth of a second and more to import. Somebody who wakes with a cramp reads meanwhile: `uncramp now` and
`uncramp` put the terminal into raw mode, so that no key is lost, and write the first words where the screen will show
them. The screen takes over (`FirstPaint.hand_over`); whatever happens, `FirstPaint.leave` brings the terminal back.
By day the terminal is then asked for the colour of its background. It answers while the screen is being loaded.

This module imports next to nothing: what it needs once, it imports there.
"""

import os
import sys

from uncramp.terminal.first_words import FIRST_AID, HOME, FirstAid, without_person
from uncramp.terminal.layout import SIDES, Room, first_line, frame_room, stage_room
from uncramp.terminal.tty import (
    ALARM,
    bring_back,
    encoding_of,
    heed_ending_signals,
    is_ready,
    let_codes_work,
    make_raw,
    send_alarm,
    settings_now,
    size_now,
    waiting,
)

TYPE_CHECKING = False  # `typing` costs more to import than all of this
if TYPE_CHECKING:
    from typing import Any

    from uncramp.terminal.background import Background
    from uncramp.terminal.input_filter import InputFilter

ENTER_SCREEN = "\x1b[?1049h"
_LEAVE_SCREEN = "\x1b[?1049l\x1b[?25h\x1b[0m"
_NOTE = 16
"""Columns at the right of the first line that the cramp clock will take."""
_VALUES = {"--side": ("left", "right"), "--sound": ("auto", "off", "tones", "voice")}
"""What can be given to options that take one of a few words."""
_MOST_TYPED = 64
"""Bytes that a person can type until the screen is there. What is more was pasted."""
_KEPT_WITHIN_S = 5
"""Seconds that the program has to keep what happened, once a signal has come to end it."""
_ANSWER = 32


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
        self.ended_by = 0
        """The signal that ends the program; 0 where none has come."""
        self._input: InputFilter | None = None

    def paint(self, arguments: "list[str]") -> None:
        """Show the first words, if this is first aid or home on a terminal that can be drawn on.

        Anything but a plain `now` or nothing at all is left to the command line.
        """
        aid = FIRST_AID.get(_routine(arguments))
        if aid is None and without_person(arguments)[0]:
            return
        try:
            if not all(os.isatty(fd) for fd in (0, 1, 2)) or not let_codes_work():
                return
            self.settings = settings_now()
            self.on_screen = True
            heed_ending_signals(lambda number, _frame: self.heed(number))
            if self.settings is not None:
                make_raw(self.settings)
            size = size_now()
            if aid is None:
                _write(_home_screen(*size))
            else:
                from uncramp.clock import session_clock

                self.began = session_clock()
                _write(_screen(aid, *size))
            if self.settings is not None and not _is_night() and _can_be_asked():
                self._ask()
        except (OSError, ValueError):
            self.leave()

    @property
    def light(self) -> bool:
        """Whether the terminal has a light background, as far as is known by now."""
        from uncramp.terminal.background import hinted_light

        return self.background.light if self.background else hinted_light()

    @property
    def input(self) -> "InputFilter":
        """What the terminal sends, before the screen and on it: a sequence may begin here and end there."""
        if self._input is None:
            from uncramp.terminal.input_filter import POURED, InputFilter

            self._input = InputFilter(self._hear, most_typed=POURED)
        return self._input

    def _hear(self, reply: str) -> None:
        if self.background is not None:
            self.background.hear(reply)

    def typed(self) -> "list[str]":
        """Take what has been typed so far out of the raw terminal, in pieces; a paste is left to the screen."""
        if self.settings is None or not 0 < (size := waiting(0)) <= _MOST_TYPED + (_ANSWER if self.background else 0):
            return []
        return list(self.input.feed(os.read(0, size)))

    def ask_background(self) -> None:
        """Ask the terminal for its background, where the screen comes without first words before it.

        The terminal is raw from here on, so that the answer is not shown.
        """
        if self.settings is not None or not _can_be_asked() or (settings := settings_now()) is None:
            return
        self.settings = settings
        try:
            if make_raw(settings):
                self._ask()
        except OSError:
            self.leave()

    def _ask(self) -> None:
        from uncramp.terminal.background import QUERY, Background

        self.background = Background()
        _write(QUERY)

    def hand_over(self) -> None:
        """Give the terminal to the screen, which draws over what stands there."""
        self.on_screen = False

    def leave(self) -> None:
        """Bring the terminal back as it was. It may be called at any time, and again."""
        settings, self.settings = self.settings, None
        on_screen, self.on_screen = self.on_screen, False
        try:
            self._take_the_answer()
        except (OSError, ValueError):
            pass  # the terminal is gone, and with it the answer
        finally:
            bring_back(settings, _LEAVE_SCREEN if on_screen else "")

    def _take_the_answer(self) -> None:
        """Wait a moment for an answer that is still to come: the shell would show it as if it had been typed."""
        while self.background and (seconds := self.background.outstanding) > 0:
            if not is_ready(0, seconds) or not (read := os.read(0, _MOST_TYPED)):
                return
            for _key in self.input.feed(read):  # nobody is there any more to take it
                pass

    def heed(self, number: int) -> None:
        """Leave a clean terminal after a signal. The program ends at once, with 128 + n, where nothing has begun.

        A cramp that the first words are for is still to be kept: for that it goes on without a screen, but not for
        long. Whoever sends a signal may send it twice, as a shell does whose terminal is closed.
        """
        self.leave()
        if self.began is None or number == ALARM:
            os._exit(128 + (self.ended_by or number))
        if not self.ended_by:
            self.ended_by = number
            send_alarm(_KEPT_WITHIN_S)


def _routine(arguments: "list[str]") -> str:
    arguments, _name = without_person(arguments)
    if arguments[:1] != ["now"]:
        return ""
    part, standing, rest = "calf", "", arguments[1:]
    while rest:
        option, _, value = rest.pop(0).partition("=")
        if option in ("--standing", "--auto") and not value:
            standing = "-standing" if option == "--standing" else standing
        elif option in ("--side", "--for", "--sound") and (value or rest):
            value = value or rest.pop(0)
            if option == "--for":
                part = value
            elif value not in _VALUES[option]:
                return ""
        else:
            return ""
    return f"cramp-{part}{standing}"


def _screen(aid: FirstAid, columns: int, lines: int) -> str:
    top = first_line(columns, lines)
    head = f"{aid.title} · {aid.step}" if _can_show("·") else aid.title
    out = [_cleared(head, aid.title, columns, lines)]
    for nth, line in enumerate(_lines(aid, stage_room(columns, lines))):
        out.append(_at(top + nth, columns, lines) + line)
    return "".join(out)


def _home_screen(columns: int, lines: int) -> str:
    from uncramp.terminal.letters import in_bar

    title, name, words, key = HOME
    room, top = stage_room(columns, lines), first_line(columns, lines)
    bar = in_bar(words, key, room.columns, room.lines if _can_show("█") else 0)
    rows = (_at(top + nth, columns, lines) + row for nth, row in enumerate(bar))
    below = "\x1b[0m" + _at(top + len(bar), columns, lines)  # where a shell writes, if the program is stopped now
    return _cleared(title, name, columns, lines) + _colours()[-1] + "".join(rows) + below


def _cleared(head: str, title: str, columns: int, lines: int) -> str:
    """An empty screen in the ground's colour, without a cursor, and the words at its top; then the words' colour."""
    bright, quiet, ground, _bar = _colours()
    width = stage_room(columns, lines).columns - _NOTE
    top = _at(0, columns, lines) + quiet + (head if len(head) <= width else title[:width])
    tiny = frame_room(columns, lines).tiny
    return f"{ENTER_SCREEN}\x1b[?25l{ground}\x1b[2J" + ("" if tiny else top) + bright


def _lines(aid: FirstAid, room: Room) -> "list[str]":
    """The first move in large letters, and what to do beneath; where there is no room for both, what to do."""
    asks = aid.big == aid.step  # a question has no figure beside it
    big = []
    if not (room.tiny or (asks and room.small)):
        from uncramp.terminal.letters import HEIGHT, headline, large

        # The answers of a question are larger before its words are.
        letters = large(aid.big, room.columns, 2 * HEIGHT) if asks else headline(aid.big, room)
        big = (letters if _can_show("█") else []) or [aid.big] * (not room.small)
        big = [*[""] * (room.small and bool(big)), *big, *[""] * room.large]
    say = f"{aid.big} {aid.say}" if asks and room.small and "?" not in aid.say else aid.say
    return big + _wrapped(say, room.columns if asks else room.word_columns)


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
        character.encode(encoding_of(sys.stderr))
    except UnicodeError:
        return False
    return True


def _colours() -> "tuple[str, str, str, str]":
    """Escape codes for the words, the title, the ground, and what stands in a bar.

    By day, and where no colour is wanted, those that the terminal has itself, a bar the other way round: whether the
    terminal is light is not known yet, and so nothing flashes.
    """
    of_terminal = "\x1b[0;1m", "\x1b[0;1m", "\x1b[0m", "\x1b[0;7m"
    if not _is_night():
        return of_terminal
    from uncramp.terminal.palette import colour_depth, night_code

    if not (depth := colour_depth()):
        return of_terminal

    ground = f"\x1b[{night_code('ground', depth, ground=True)}m"
    bar = f"\x1b[0;{night_code('on-bar', depth)};{night_code('bar', depth, ground=True)}m"
    return f"\x1b[1;{night_code('words', depth)}m", f"\x1b[1;{night_code('quiet', depth)}m", ground, bar


def _can_be_asked() -> bool:
    from uncramp.terminal.background import can_be_asked

    return can_be_asked() and not os.environ.get("NO_COLOR")


def _is_night() -> bool:
    import time

    from uncramp.clock import is_night_hour

    return is_night_hour(time.localtime().tm_hour)


def _at(line: int, columns: int, lines: int) -> str:
    """The escape code that goes to the start of a line of the frame, on a terminal of this size."""
    frame = frame_room(columns, lines)
    left = (columns - frame.columns) // 2 + (0 if frame.tiny else SIDES // 2)
    return f"\x1b[{(lines - frame.lines) // 2 + line + 1};{left + 1}H"


def _write(text: str) -> None:
    if os.name == "nt":  # its console takes no bytes of UTF-8
        sys.stderr.write(text)
        sys.stderr.flush()
    else:
        os.write(2, text.encode(encoding_of(sys.stderr), "replace"))
