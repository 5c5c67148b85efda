"""What a terminal sends, cut into whole keys, whole sequences and pastes; no reply of a terminal is ever taken for keys.

A terminal answers questions late, in pieces, and also questions of programs that have ended. So sequences are read as
ECMA-48 has them, known or not, and come out whole. Who reads them takes those that are known for keys, and drops the rest.
Nothing is waited for without end: what stays unfinished is dropped, and Ctrl-C is heard at any time.
"""

import codecs
import re
import time

TYPE_CHECKING = False  # `typing` costs more to import than all of this
if TYPE_CHECKING:
    from collections.abc import Callable, Generator, Iterator

    Step = Generator[str, None, str]
    """Takes a piece of text, and returns what is left of it."""

ESCAPE, CTRL_C = "\x1b", "\x03"

ESCAPE_S, REPLY_S = 0.1, 0.5
"""Seconds after which an escape is the key, with nothing behind it: usually, and while a reply is expected."""
REST_S, LATE_S = 1.0, 10.0
"""Seconds after which a single character is no rest of an unfinished sequence, and several of them are none."""
PASTE_S, POURED_S = 1.5, 0.3
"""Seconds without a burst of text after which an unfinished paste has ended, and one that the terminal did not name."""
POURED = 200
"""More characters at once than anybody types: a terminal that names no paste has one."""
MOST_PASTED = 10_000
"""Characters of a paste that are kept."""

_MOST_HELD = 512
"""Characters of a sequence that are kept; the rest of a longer one is read and forgotten."""
_BURST, _BURST_S = 16, 0.1
"""More characters at once than a key sends, and seconds between two reads, within which text was not typed."""
_MOUSE_BYTES = 3
"""Bytes behind `ESC [ M`, in whatever encoding."""

_PASTE, _PASTED = "\x1b[200~", "\x1b[201~"
_STRINGS = frozenset("]PX^_")
"""What begins OSC, DCS, SOS, PM and APC behind an escape; each goes on to its terminator."""
_INTRODUCERS = _STRINGS | frozenset("[O")
_IN_ONE = {chr(code + ord(kind)): kind for kind in _INTRODUCERS for code in (0x40, 0xDC40)}
"""The same in one character, and in one byte of a terminal that knows no UTF-8."""
_CSI, _X10, _CONSOLE = "\x1b[", "\x1b[M", "\x1b[["
_CSI_BODY, _SS3_BODY = re.compile("[ -?]*"), re.compile("[0-9;]*")
_WITH_INTERMEDIATES = re.compile("[ -/]+[0-~]")
_STRING_END = re.compile("[\x03\x07\x18\x1a\x1b\x9c\udc9c]")
_ABORTED = "\x18\x1a"
_NO_TEXT = re.compile("[\x00\x1b\x80-\x9f\ud800-\udfff]")

# Patterns of what is rare: they are compiled when it comes.
_PASTED_SEQUENCE = "\x1b(?:\\[[0-?]*[ -/]*[@-~])?"
_LINE_BREAKS = "[\t\n\v\f\r\x1c-\x1e\x85\u2028\u2029]+"
_NEVER_PASTED = "[\x00-\x1f\x7f-\x9f\ud800-\udfff]"
_CSI_U = r"\x1b\[(\d+)(?::(\d*))?(?::(\d*))?(?:;(\d*)(?::(\d+))?)?(?:;(\d+)[\d:]*)?u"
_OTHER_KEYS = r"\x1b\[27;(\d+);(\d+)~"

_KEYPAD = {
    **dict(enumerate("0123456789./*-+\r=", 57_399)),
    **{57_417 + nth: f"\x1b[{end}" for nth, end in enumerate(("D", "C", "A", "B", "5~", "6~", "H", "F", "2~", "3~"))},
}
"""What kitty's numbers of the keypad mean."""
_SHIFT, _CTRL, _LOCKS, _RELEASED = 1, 4, 64 | 128, 3


class Pasted(str):
    """Pasted text in one line, without anything that could steer a terminal."""

    __slots__ = ()


class InputFilter:
    """Cuts what a terminal sends. A piece is text, ESC for that key alone, one whole sequence, or `Pasted`."""

    def __init__(
        self,
        hear: "Callable[[str], object]" = lambda _reply: None,
        clock: "Callable[[], float] | None" = None,
        *,
        most_typed: float = float("inf"),
    ) -> None:
        """Take the clock, in seconds, and what hears each OSC, DCS, SOS, PM and APC sequence, which never is a key.

        More than `most_typed` characters at once, with no sequence among them, are a paste.
        """
        self.hear, self._clock, self._most_typed = hear, clock or time.monotonic, most_typed
        self._decode = codecs.getincrementaldecoder("utf-8")("surrogateescape").decode
        self._held = ""
        """A sequence that is not whole yet, from its escape on."""
        self._ending = False
        """Whether the last character of an unfinished string was an escape, which may begin its terminator."""
        self._paste: list[str] | None = None
        self._tail = ""
        """The last characters of a paste, which may be the beginning of its end."""
        self._room = 0
        """Characters that are still kept of a paste."""
        self._patience = PASTE_S
        self._came = self._burst = 0.0
        """When something came last, and when a burst of text."""
        self._after_escape = self._after_paste = -LATE_S
        """When an escape was taken for the key, and when a paste was taken to have ended."""
        self._expected = 0.0

    def expect(self, seconds: float) -> None:
        """Expect a reply within these seconds: an escape may be its beginning, so what follows is waited for longer."""
        self._expected = self._clock() + seconds

    def feed(self, data: bytes) -> "Iterator[str]":
        """Take bytes, and give the pieces that are whole. Half a character is kept for the next ones."""
        return self.feed_text(self._decode(data))

    def feed_text(self, text: str) -> "Iterator[str]":
        """Take text, and give the pieces that are whole."""
        if not text:
            return
        yield from self.due()
        now = self._clock()
        if self._held == ESCAPE and text[0] not in _INTRODUCERS:
            self._held = ""  # pressed before: what is pressed with Alt comes at once
            yield ESCAPE
        self._take_what_is_late(text, now)
        if len(text) > _BURST or now - self._came < _BURST_S:
            self._burst = now
        self._came = now
        while text:
            if self._paste is not None:
                text = yield from self._pasting(text)
            elif self._held:
                text = yield from self._in_sequence(text)
            else:
                text = yield from self._in_text(text)

    def due(self) -> "Iterator[str]":
        """Give what nothing more is waited for: an escape alone, and a paste without an end."""
        now = self._clock()
        if self._held == ESCAPE and now - self._came >= (REPLY_S if now < self._expected else ESCAPE_S):
            self._held, self._after_escape = "", now
            yield ESCAPE
        if self._paste is not None and now - self._burst >= self._patience:
            self._after_paste = now
            yield from self._end_paste(self._tail)

    def _take_what_is_late(self, text: str, now: float) -> None:
        """Several characters that come long after what they belong to are no keys; a single one is a key again."""
        idle = now - self._came
        if self._held not in ("", ESCAPE) and (idle >= LATE_S or (idle >= REST_S and len(text) == 1)):
            self._held, self._ending = "", False
        if self._held or self._paste is not None:
            return
        burst = len(text) > _BURST and text[0] != ESCAPE
        if now - self._after_paste < LATE_S and (burst or _PASTED in text):
            self._begin_paste(0)
        elif len(text) > self._most_typed and ESCAPE not in text:
            self._begin_paste(patience=POURED_S)
        elif now - self._after_escape < REST_S and (text[0] in "[]" or (text[0] in _INTRODUCERS and len(text) > 1)):
            self._held = ESCAPE

    # Text, and pastes.

    def _in_text(self, text: str) -> "Step":
        found = _NO_TEXT.search(text)
        at = found.start() if found else len(text)
        if at:
            yield text[:at]
        char = text[at : at + 1]
        if char == ESCAPE:
            self._held = ESCAPE
        elif char in _IN_ONE:
            self._held = ESCAPE + _IN_ONE[char]
        return text[at + 1 :]

    def _begin_paste(self, room: int = MOST_PASTED, patience: float = PASTE_S) -> None:
        self._paste, self._tail, self._room, self._burst, self._patience = [], "", room, self._clock(), patience

    def _pasting(self, text: str) -> "Step":
        text = self._tail + text
        inside, end, rest = text.partition(_PASTED)
        if end:
            yield from self._end_paste(inside)
            return rest
        if text.endswith(CTRL_C):
            self._paste = None
            yield CTRL_C
            return ""
        held_back = 1 - len(_PASTED)
        self._tail = text[held_back:]
        self._keep(text[:held_back])
        return ""

    def _keep(self, text: str) -> None:
        if self._paste is not None and text and self._room:
            self._paste.append(text[: self._room])
            self._room -= len(self._paste[-1])

    def _end_paste(self, last: str) -> "Iterator[str]":
        self._keep(last)
        text, self._paste, self._tail = "".join(self._paste or ()), None, ""
        text = re.sub(_LINE_BREAKS, " ", re.sub(_PASTED_SEQUENCE, "", text))
        if text := re.sub(_NEVER_PASTED, "", text).strip():
            yield Pasted(text)

    # Sequences.

    def _in_sequence(self, text: str) -> "Step":
        kind = self._held[1:2]
        if not kind:
            return (yield from self._introduced(text))
        if kind in _STRINGS:
            return (yield from self._in_string(text))
        if self._held.startswith(_X10):
            return self._x10(text)
        return (yield from self._in_csi(kind, text))

    def _in_csi(self, kind: str, text: str) -> "Step":
        """CSI, or SS3, which may have parameters, too."""
        if self._held == _CONSOLE:
            yield from self._whole(text[0])
            return text[1:]
        body = (_CSI_BODY if kind == "[" else _SS3_BODY).match(text)
        at = body.end() if body else 0
        self._hold(text[:at])
        char, rest = text[at : at + 1], text[at + 1 :]
        if char in (ESCAPE, CTRL_C):
            return (yield from self._broken_off(char, rest))
        if "@" <= char <= "~" or (kind == "O" and " " <= char <= "~"):
            if (kind, char) in (("[", "M"), ("[", "[")) and self._held == _CSI:
                self._hold(char)  # three more bytes of an old mouse report; a function key of the Linux console
            else:
                yield from self._whole(char)
        elif char and char.isprintable():
            self._held = ""
            return char + rest
        return rest

    def _introduced(self, text: str) -> "Step":
        char, rest = text[0], text[1:]
        if char == ESCAPE:
            yield ESCAPE  # the one before was the key
        elif char in _INTRODUCERS:
            self._hold(char)
        else:  # with Alt: no key
            self._held = ""
            if char == CTRL_C:
                yield CTRL_C
            elif found := _WITH_INTERMEDIATES.match(text):
                return text[found.end() :]
        return rest

    def _in_string(self, text: str) -> "Step":
        if self._ending:
            self._ending = False
            if text[0] == "\\":
                yield from self._whole("")
                return text[1:]
            return (yield from self._broken_off(ESCAPE, text))
        found = _STRING_END.search(text)
        at = found.start() if found else len(text)
        self._hold(text[:at])
        char, rest = text[at : at + 1], text[at + 1 :]
        if char == ESCAPE:
            self._ending = True
        elif char == CTRL_C:
            return (yield from self._broken_off(char, rest))
        elif char and char in _ABORTED:
            self._held = ""
        elif char:
            yield from self._whole("")
        return rest

    def _x10(self, text: str) -> str:
        for nth, char in enumerate(text, 1):
            self._hold(char)
            if len(self._held[len(_X10) :].encode("utf-8", "surrogateescape")) >= _MOUSE_BYTES:
                self._held = ""
                return text[nth:]
        return ""

    def _broken_off(self, char: str, rest: str) -> "Step":
        """Forget what is held: an escape begins another one, and Ctrl-C is heard."""
        self._held = ESCAPE if char == ESCAPE else ""
        if char == CTRL_C:
            yield CTRL_C
        return rest

    def _hold(self, text: str) -> None:
        self._held = (self._held + text)[:_MOST_HELD]

    def _whole(self, end: str) -> "Iterator[str]":
        sequence, self._held = self._held + end, ""
        if len(sequence) >= _MOST_HELD:
            return
        if sequence[1] in _STRINGS:
            self.hear(sequence)
        elif sequence == _PASTE:
            self._begin_paste()
        elif found := re.fullmatch(_CSI_U, sequence):
            code, shifted, latin, modifiers, event, text = found.groups()
            held = int(modifiers or 1)
            if int(event or 1) != _RELEASED:  # Ctrl-C is on the same key in every layout
                yield from plain_key(int(((held - 1) & _CTRL and latin) or text or shifted or code), held)
        elif found := re.fullmatch(_OTHER_KEYS, sequence):
            yield from plain_key(int(found[2]), int(found[1]))
        else:
            yield sequence


def plain_key(code: int, modifiers: int) -> "Iterator[str]":
    """A key that was sent as a number, as it is sent without the newer protocols; nothing for what is none.

    Args:
        code: the character's, or one of kitty's own.
        modifiers: 1 and the sum of the modifiers' bits.
    """
    held = (modifiers - 1) & ~_LOCKS
    if code in _KEYPAD:
        yield _KEYPAD[code]
    elif held & ~(_SHIFT | _CTRL) or not (0 < code < 0xD800 or 0xF900 <= code <= 0x10FFFF):  # noqa: PLR2004
        return
    elif held & _CTRL:
        if "@" < (char := chr(code).upper()) <= "_":
            yield chr(ord(char) - 0x40)
    elif chr(code) == "\t" and held:
        yield "\x1b[Z"
    elif chr(code).isprintable() or chr(code) in "\x1b\r\t\x7f\b":
        yield chr(code).upper() if held else chr(code)
