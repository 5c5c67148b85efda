"""What of a session fits on the screen, and how large: one rule for every size of terminal."""

import re
from collections.abc import Iterable, Iterator, Sequence
from functools import lru_cache
from typing import NamedTuple, TypeVar

from rich.cells import cell_len
from textual.content import Content

from uncramp.guidance.view import Scene, capital, clock_of
from uncramp.i18n import _
from uncramp.terminal.layout import Room
from uncramp.terminal.letters import HEIGHT, large
from uncramp.tui.widgets.time_panel import HALF, HALF_HEIGHT, Time
from uncramp.words.session import pace_words, spoken_time

_SENTENCE = re.compile(r"(?<=[.!]) ")  # a question stays with its answer
_LINE = re.compile(r"(?<=[.!]) |(?<=\?) (?=[^.!]*\?)")  # but two questions are two lines
Form = TypeVar("Form")


class Space:
    """The lines that are free. What matters most takes its own first; what no longer has room is left out."""

    def __init__(self, lines: int) -> None:
        self.left = lines

    def take(self, lines: int) -> bool:
        """Take so many lines, if they are there."""
        if lines > max(0, self.left):
            return False
        self.left -= lines
        return True

    def best(self, forms: Iterable[tuple[int, Form]], otherwise: Form) -> Form:
        """The first of the forms, each with its lines, that has room."""
        return next((form for lines, form in forms if self.take(lines)), otherwise)


class Words(NamedTuple):
    """Some words and their style."""

    words: str
    style: str = ""

    def lines(self, columns: int, gap: int = 0) -> int:
        """The lines that they take, with a gap before them."""
        return line_count(self.words, columns) + gap if self.words else 0

    def beginnings(self, columns: int, gap: int) -> Iterator[tuple[int, str]]:
        """The words as far as each of their sentences, the longest first, with the lines that they take."""
        sentences = _SENTENCE.split(self.words) if self.words else []
        for many in range(len(sentences), 0, -1):
            words = " ".join(sentences[:many])
            yield line_count(words, columns) + gap, words


def warnings(*cautions: str, style: str = "$alert") -> list[Words]:
    return [Words(f"▲ {one}", style) for one in cautions if one]


def first_sentence(words: str) -> str:
    return _SENTENCE.split(words)[0]


@lru_cache(64)
def by_sentence(words: str, columns: int) -> str:
    """The words with each sentence on a line of its own, where they take no more lines so."""
    apart = _LINE.sub("\n", words)
    return apart if line_count(apart, columns) <= line_count(words, columns) else words


@lru_cache(256)
def line_count(words: str, columns: int) -> int:
    return len(Content(words).wrap(max(1, columns))) if words else 0


def joined(parts: Sequence[Words], gap: int) -> Content:
    return Content("\n" * (gap + 1)).join([Content.styled(*part) for part in parts if part.words])


def height(parts: Sequence[Words], columns: int, gap: int) -> int:
    return sum(part.lines(columns, gap) for part in parts)


class Letters(NamedTuple):
    """How a headline is written: how large, and the lines that it may take at scale 1."""

    scale: int = 1
    lines: int = 0


@lru_cache(64)
def letters_of(words: str, columns: int, scales: tuple[int, ...], rows: int) -> tuple[tuple[int, Letters], ...]:
    """The ways to write a headline in at most so many rows of large letters, the largest first, each with its lines."""
    most = rows * HEIGHT
    drawn = [(scale, len(large(words, columns, most * scale, scale))) for scale in scales]
    return tuple((lines, Letters(scale, most)) for scale, lines in drawn if lines)


def clocks(room: Room) -> tuple[tuple[int, int], ...]:
    """The scales that digits may have, the largest first, each behind the lines that it takes."""
    large_ones = ((10, 2), (5, 1)) if room.large else () if room.small else ((5, 1),)
    return () if room.tiny else (*large_ones, (HALF_HEIGHT, HALF))


def time_of(scene: Scene, room: Room, scale: int | None, *, beside: str) -> Time:
    """The time in digits of a scale, or without one in words; `beside` is the headline that stands nowhere else."""
    face, unit, spoken = _counted(scene)
    if room.tiny:
        mark = "×" if scene.times else " s" if unit else ""
        return Time(beside=((f"{face}{mark} {beside}".strip(),),))
    if scale is None:
        parts = filter(None, (spoken, beside, scene.counted))
        return Time(beside=((_fitting(" · ".join(parts), room.columns - 1),),))
    last = (scene.counted, scene.counted.partition(" · ")[0]) if room.small else (scene.next, scene.next_short)
    return Time(face, scale, ((unit,), (beside,), last) if unit else ((beside,), ("",), last))


def counted_face(scene: Scene) -> str:
    """What digits would show; nothing where nothing is counted."""
    return _counted(scene)[0]


def _counted(scene: Scene) -> tuple[str, str, str]:
    """What the digits show, the word beside them, and both in words: the time left, or at one's own pace how often."""
    if scene.times is not None:
        words = pace_words(scene.times)
        if scene.times == 1:
            return "", capital(words), capital(words)
        return str(scene.times), words.partition(" ")[2], words
    face = clock_of(scene.seconds)
    return (face, "", face) if ":" in face else (face, _("seconds"), spoken_time(scene.seconds))


def _fitting(words: str, columns: int) -> str:
    """As many of the parts as fit, from the first on."""
    while cell_len(words) > columns and " · " in words:
        words = words.rpartition(" · ")[0]
    return words
