"""The terminal, and standard input, output and error, in whatever state they were handed to the program.

The one module that knows the names of POSIX: settings, job control, signals, waiting for descriptors. Where there are
none, as on Windows, each function does what can be done, or nothing. It imports little: the first words wait for it.
"""

import errno
import os
import sys

try:
    import termios
except ImportError:  # Windows
    termios = None  # type: ignore[assignment]

TYPE_CHECKING = False  # `typing` costs more to import than all of this
if TYPE_CHECKING:
    import select
    from collections.abc import Callable, Iterable
    from types import FrameType
    from typing import IO, Any, TextIO

_silenced: "set[IO[str]]" = set()


def take_the_missing() -> None:
    """Put `/dev/null` in place of a closed standard stream.

    Otherwise the next file that is opened would get its number, and what is written to a stream would go into it.
    """
    while (number := os.open(os.devnull, os.O_RDWR)) <= 2:  # noqa: PLR2004 - 0, 1 and 2 are the three
        pass
    os.close(number)


def let_writes_wait() -> None:
    """Let a terminal or pipe that can't take more for a moment be waited for.

    Another program that shares it may have left it so that such a write fails, and half of it is lost.
    """
    for number in range(3):
        try:
            os.set_blocking(number, True)
        except (OSError, AttributeError):  # Windows has it from Python 3.12 on
            continue


def let_streams_be_read() -> None:
    """Write UTF-8 where `PYTHONIOENCODING` names what no terminal can read, and `?` for a missing letter."""
    for stream in (sys.stdout, sys.stderr):
        if hasattr(stream, "reconfigure"):
            stream.reconfigure(encoding=encoding_of(stream), errors="replace")


def encoding_of(stream: "TextIO | None") -> str:
    """The encoding of a stream; UTF-8 where escape codes would not come out of it as they are."""
    encoding, codes = (stream.encoding if stream else None) or "ascii", _BACK + "Az ~"
    try:
        return encoding if codes.encode(encoding) == codes.encode("ascii") else "utf-8"
    except (LookupError, ValueError):
        return "utf-8"


def silence(stream: "IO[str] | None") -> None:
    """Write no more to a stream that can't be written: Python would complain as it flushes at exit."""
    if stream is None or stream.closed:
        return
    _silenced.add(stream)
    try:
        nowhere, number = os.open(os.devnull, os.O_WRONLY), stream.fileno()
    except (OSError, ValueError):  # no file behind it
        return
    os.dup2(nowhere, number)
    os.close(nowhere)


def write_line(stream: "IO[str] | None", line: str) -> OSError | None:
    """Write a line at once; a stream that can't take it is silenced. Returns the error, if there was one."""
    if stream is None or stream.closed or stream in _silenced:
        return OSError(errno.EBADF, os.strerror(errno.EBADF))
    try:
        print(line, file=stream, flush=True)
    except OSError as error:
        silence(stream)
        return error
    return None


def let_go() -> None:
    """Write what is left, as Python does at its end; where that can't be written, it changes no exit status."""
    for stream in (sys.stdout, sys.stderr):
        if stream is not None and not stream.closed:
            try:
                stream.flush()
            except OSError:
                silence(stream)


def can_draw() -> bool:
    """Whether there is a terminal to draw on and to read keys from. Textual draws on standard error."""
    streams = (sys.stdin, sys.stdout, sys.stderr)
    if not all(stream is not None and not stream.closed and stream.isatty() for stream in streams):
        return False
    return os.name == "nt" or os.environ.get("TERM", "") not in ("", "dumb")  # these write one line after the other


def let_codes_work() -> bool:
    """Whether escape codes can be drawn with. The console of Windows heeds them once it has been told to."""
    if os.name != "nt":
        return os.environ.get("TERM", "") not in ("", "dumb")
    try:
        import ctypes

        kernel, mode = getattr(ctypes, "windll").kernel32, ctypes.c_uint32()  # noqa: B009 - only there on Windows
        kernel.GetStdHandle.restype = ctypes.c_void_p
        handle = ctypes.c_void_p(kernel.GetStdHandle(_STANDARD_ERROR))
        known = kernel.GetConsoleMode(handle, ctypes.byref(mode))
        return bool(known and kernel.SetConsoleMode(handle, mode.value | _VIRTUAL_TERMINAL))
    except (ImportError, AttributeError, OSError):
        return False


_STANDARD_ERROR, _VIRTUAL_TERMINAL = -12, 4
"""From `winbase.h` and `consoleapi.h`: STD_ERROR_HANDLE, ENABLE_VIRTUAL_TERMINAL_PROCESSING."""

# Size.

USUAL = (80, 24)
"""Columns and lines where nothing better is known."""
_NARROWEST, _LOWEST, _MOST = 4, 2, 1_000
"""Columns and lines of a terminal that is one: in fewer nothing can be read, and more were set by a mistake and would take all
the memory. Where a scrollbar takes the only column, Textual shows and hides it without end."""


def is_sensible(columns: int, lines: int) -> bool:
    """Whether a terminal may be of this size."""
    return _NARROWEST <= columns <= _MOST and _LOWEST <= lines <= _MOST


def size_in(name: str) -> int:
    """A size in the environment, for a terminal that does not know its own; 0 where it is none."""
    value = os.environ.get(name, "")
    number = int(value) if value.isascii() and value.isdigit() and len(value) <= len(str(_MOST)) else 0
    return number if _LOWEST <= number <= _MOST else 0


def size_now(last: "tuple[int, int]" = USUAL) -> "tuple[int, int]":
    """Columns and lines of the terminal; the last ones where it tells none that make sense."""
    try:
        columns, lines = os.get_terminal_size(1)
    except (OSError, ValueError):
        columns, lines = 0, 0
    columns, lines = columns or size_in("COLUMNS") or last[0], lines or size_in("LINES") or last[1]
    return (columns, lines) if is_sensible(columns, lines) else last


# Settings.

_BACK = (
    "\x1b[?1000l\x1b[?1002l\x1b[?1003l\x1b[?1006l\x1b[?1015l\x1b[?1016l"  # no mouse
    "\x1b[?1004l\x1b[?2004l\x1b[?2048l"  # no reports of focus, paste and size
    "\x1b[?2026l\x1b[?7h"  # nothing held back, lines that wrap
    "\x1b[?1049l\x1b[?25h\x1b[0m"  # the first screen, the cursor, plain letters
)
_SLOW = (300, 1200, 2400, 4800, 9600, 19200)
"""Bauds of a line on which a moving picture would take seconds."""


def settings_now(terminal: int = 0) -> "list[Any] | None":
    """The settings of a terminal as they are now; nothing where there are none to be had."""
    if termios is None:
        return None
    try:
        return termios.tcgetattr(terminal)
    except (OSError, termios.error):
        return None


def set_settings(settings: "list[Any]", terminal: int = 0, *, at_once: bool = False) -> bool:
    """Set them, by default after what was written has been shown; whether that could be done."""
    if termios is None:
        return False
    try:
        termios.tcsetattr(terminal, termios.TCSANOW if at_once else termios.TCSADRAIN, settings)
    except (OSError, termios.error):
        return False
    return True


def make_raw(settings: "list[Any]") -> bool:
    """No echo, no lines, no signals from keys: as the screen will have it, so that no key is lost or changed."""
    raw = list(settings)
    raw[0] &= ~(termios.IXON | termios.IXOFF | termios.ICRNL | termios.INLCR | termios.IGNCR)
    raw[3] &= ~(termios.ECHO | termios.ICANON | termios.IEXTEN | termios.ISIG)
    return set_settings(raw, at_once=True)


def take_keys(terminal: int) -> "list[Any] | None":
    """Let keys come one by one, not shown by the terminal; Ctrl-C and the like are signals all the same.

    Returns:
        The settings to bring back; nothing where it could not be done, or the program is not in front: it would be
        stopped for touching the terminal.
    """
    before = settings_now(terminal) if _in_front(terminal) else None
    if before is None:
        return None
    keys = [*before[:6], [*before[6]]]
    keys[3] &= ~(termios.ICANON | termios.ECHO)
    keys[6][termios.VMIN], keys[6][termios.VTIME] = 0, 0  # to read never waits: what was there may be gone by then
    return before if set_settings(keys, terminal) else None


def _in_front(terminal: int) -> bool:
    """Whether this program is the one that the terminal listens to."""
    try:
        return os.tcgetpgrp(terminal) == os.getpgrp()
    except (AttributeError, OSError):  # it is not the terminal that starts and stops programs here
        return True


def let_lines_be_typed() -> None:
    """Bring a terminal back that a program has left without lines, echo and Ctrl-C, as one does that was killed.

    Such a program will have left the mouse and the second screen on, too.
    """
    settings = settings_now()
    if settings is None or settings[3] & termios.ICANON:
        return
    settings[0] |= termios.ICRNL | termios.IXON
    settings[1] |= termios.OPOST | termios.ONLCR
    settings[3] |= termios.ICANON | termios.ECHO | termios.ECHOE | termios.ECHOK | termios.ISIG | termios.IEXTEN
    settings[6][termios.VMIN], settings[6][termios.VTIME] = 1, 0
    bring_back(settings, _BACK if can_draw() else "")


def bring_back(settings: "list[Any] | None", codes: str = _BACK) -> None:
    """Undo what was done to the terminal, at any time: nothing that fails keeps the next from being done."""
    if settings is None and not codes:
        return
    try:  # what could not be written before would come after this
        if sys.__stderr__ is not None:
            sys.__stderr__.flush()
    except (LookupError, OSError, TypeError, ValueError):  # an encoding may raise any of them
        codes = f"\x18{codes}"  # a sequence that was cut short ends here
    try:
        os.write(2, codes.encode("ascii"))
    except OSError:
        pass  # the terminal is gone: nothing is left to bring back
    finally:
        if settings is not None:
            set_settings(settings)


def is_slow_line() -> bool:
    """Whether the terminal is at the end of a slow line, such as a serial one."""
    settings = settings_now(2)
    if settings is None:
        return False
    return settings[5] in [getattr(termios, f"B{rate}") for rate in _SLOW]


# Waiting.


def is_ready(terminal: int, seconds: float) -> bool:
    """Whether something can be read, now or within the time. Only for what `select` can wait for."""
    return bool(ready([terminal], seconds))


def ready(watched: "Iterable[int]", seconds: float) -> "list[int]":
    """The descriptors that can be read, now or within the time. Not on Windows, where files can't be waited for."""
    import select

    return select.select(list(watched), [], [], seconds)[0]


def waiting(terminal: int) -> int:
    """How many bytes can be read at once."""
    try:
        import fcntl

        return int.from_bytes(fcntl.ioctl(terminal, termios.FIONREAD, bytes(4)), sys.byteorder)
    except (ImportError, OSError):
        return 0


def hang_up_watch() -> "select.epoll | None":
    """What can be read as soon as the terminal is gone. Only Linux says so without being polled."""
    import select

    if sys.platform == "win32" or not hasattr(select, "epoll"):
        return None
    watch = select.epoll()
    try:
        watch.register(0, 0)  # no event is asked for: a hang-up is reported all the same
    except OSError:  # not a terminal, as in tests
        watch.close()
        return None
    return watch


# Signals.

HANG_UP = 1
"""The signal of a terminal that is gone."""
ALARM = 14
"""The signal of a time that is over."""
INTERRUPTED = 128 + 2
"""The exit status of a program that was left by Ctrl-C."""
_ENDING = (
    "TERM", "HUP", "INT", "QUIT", "TRAP", "ABRT", "EMT", "SYS", "USR1", "USR2", "ALRM", "VTALRM", "PROF", "STKFLT",
    "XCPU", "IO", "PWR", "LOST", "BREAK",
)  # fmt: skip
"""Signals that would end the program, but for those of a crash, which can't be waited with. PIPE and XFSZ don't."""


def ending_signals() -> "list[int]":
    """The signals that end the program, but for those that it was told to ignore, as under nohup."""
    import signal

    numbers = {int(getattr(signal, f"SIG{name}")) for name in _ENDING if hasattr(signal, f"SIG{name}")}
    if hasattr(signal, "SIGRTMIN"):
        numbers.update(range(signal.SIGRTMIN, signal.SIGRTMAX + 1))
    return sorted(number for number in numbers if signal.getsignal(number) is not signal.SIG_IGN)


def heed_ending_signals(heed: "Callable[[int, FrameType | None], object]") -> None:
    """Call `heed` on each signal that would end the program."""
    import signal

    for number in ending_signals():
        try:
            signal.signal(number, heed)
        except (OSError, ValueError):  # the C library keeps it for itself
            continue


def let_end(number: int) -> None:
    """Let a signal end the program as it does where nobody heeds it."""
    import signal

    signal.signal(number, signal.default_int_handler if number == signal.SIGINT else signal.SIG_DFL)


def stopping_signals() -> "tuple[int, int]":
    """The signal of Ctrl-Z, and the one by which the program goes on; 0 where there are none."""
    import signal

    return int(getattr(signal, "SIGTSTP", 0)), int(getattr(signal, "SIGCONT", 0))


def send_alarm(seconds: int) -> None:
    """Have the system send `ALARM` after these seconds, unless the program has ended by then."""
    import signal

    if hasattr(signal, "alarm"):
        signal.alarm(seconds)


class Restoring:
    """The context in which the terminal is brought back if what runs inside raises, or a signal comes that ends it.

    A loop of events that listens to signals itself takes them over meanwhile.
    """

    def __init__(self, settings: "list[Any] | None", heed: "Callable[[int], None]") -> None:
        """Take what to bring back, as `settings_now` gave it, and what ends the program by a signal."""
        self._settings, self._heed = settings, heed

    def __enter__(self) -> None:
        if self._settings is not None:
            heed_ending_signals(self._end)

    def __exit__(self, kind: "type[BaseException] | None", *_error: object) -> None:
        """Bring it back. What is left without an error is as it was."""
        if kind is None or self._settings is None:
            return
        bring_back(self._settings)
        for number in ending_signals():
            let_end(number)

    def _end(self, number: int, _frame: "FrameType | None") -> None:
        bring_back(self._settings)
        self._heed(number)
