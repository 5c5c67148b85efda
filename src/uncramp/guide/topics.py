"""The topics of the guide, and searching them: the shipped texts, and the warning signs, which need no file."""

import re
from collections.abc import Iterable, Iterator
from dataclasses import dataclass
from pathlib import Path

from uncramp.files.disk import UnreadableError, read_bytes, why_unreadable
from uncramp.files.problems import Problem
from uncramp.files.text import shorten
from uncramp.guide.blocks import BlockKind, blocks, escaped, tidy
from uncramp.i18n import _
from uncramp.words.signs import no_diagnosis, warning_signs

FOLDER = "guide"
"""The folder of the texts, beside the routines."""

SIGNS = "signs"
"""The topic that no file holds."""

LARGEST = 64 * 1024
"""Bytes in a text; one is a few KB."""

_CUT = "… "
_SENTENCE_END = re.compile(r"[.?!:] +(?=[A-Z])|\) (?=[A-Z])")

_ORDER = ("tonight", "habits", "evidence", "left-out")
_NAME = re.compile(r"[a-z0-9]+(-[a-z0-9]+)*")
_ENDING = ".md"


@dataclass(frozen=True, slots=True)
class Topic:
    """One text of the guide. Nothing in it can steer a terminal."""

    name: str
    """What it is asked for by: lower-case letters, digits and hyphens."""
    title: str
    summary: str
    """Its first paragraph, one sentence."""
    markdown: str


@dataclass(frozen=True, slots=True)
class Guide:
    """All topics in order, and what is wrong with their files."""

    topics: tuple[Topic, ...]
    problems: tuple[Problem, ...] = ()

    def get(self, name: str) -> Topic:
        """The topic of this name, however its letters are written.

        Raises:
            KeyError: there is none.
        """
        return {topic.name: topic for topic in self.topics}[name.strip().lower()]


def read_guide(folder: Path, emergency_number: str = "") -> Guide:
    """Read the guide. If a file or the folder has problems, the rest and the warning signs are still there."""
    topics: list[Topic] = []
    problems: list[Problem] = []
    try:
        for path in _paths(folder):
            try:
                topics.append(_read(path))
            except UnreadableError as error:
                problems.append(error.problem)
    except UnreadableError as error:
        problems.append(error.problem)
    topics.sort(key=lambda topic: (_ORDER.index(topic.name) if topic.name in _ORDER else len(_ORDER), topic.name))
    return Guide((*topics, _signs(emergency_number)), tuple(problems))


def _paths(folder: Path) -> list[Path]:
    try:
        paths = sorted(path for path in folder.iterdir() if path.name.endswith(_ENDING))
    except (OSError, ValueError) as error:
        message = f"the guide can't be read: {why_unreadable(folder, error)}"
        raise UnreadableError(folder, message) from error
    if not paths:
        raise UnreadableError(folder, "there is no text of the guide in this folder")
    return paths


def _read(path: Path) -> Topic:
    name = path.name.removesuffix(_ENDING)
    if not _NAME.fullmatch(name) or name == SIGNS:
        raise UnreadableError(path, "this can't be the name of a topic: use a-z, 0-9 and -, and not signs")
    data = read_bytes(path)
    if len(data) > LARGEST:
        raise UnreadableError(path, f"the file is over {LARGEST // 1024} KB: a text here is a few KB")
    try:
        text = data.removeprefix(b"\xef\xbb\xbf").decode()
    except UnicodeDecodeError as error:
        raise UnreadableError(path, "this is not UTF-8: save it as UTF-8") from error
    topic = _topic(name, tidy(text))
    if topic is None:
        raise UnreadableError(path, "the first line has to be a title: # and some words")
    return topic


def _topic(name: str, markdown: str) -> Topic | None:
    title, *rest = blocks(markdown) or (None,)
    if title is None or title.kind is not BlockKind.HEADING or title.line or not title.text:
        return None
    summary = rest[0].text if rest and rest[0].kind is BlockKind.PARAGRAPH else ""
    return Topic(name, title.text, summary, markdown)


def _signs(emergency_number: str) -> Topic:
    title, summary = _("Warning signs"), _("When to stop, and whom to call.")
    lines = [f"# {escaped(title)}", "", escaped(summary), ""]
    for group in warning_signs(tidy(emergency_number)):
        lines += [f"## {escaped(group.heading)}", "", *(f"- {escaped(sign)}" for sign in group.signs), ""]
    return Topic(SIGNS, title, summary, "\n".join([*lines, escaped(no_diagnosis())]))


@dataclass(frozen=True, slots=True)
class Match:
    topic: Topic
    line: int
    """Where its block begins in the topic's Markdown, from 0."""
    text: str
    """The whole block, as plain words."""
    start: int
    end: int
    """What was found is `text[start:end]`."""

    def excerpt(self, longest: int) -> tuple[str, str, str]:
        """What stands before, what was found, and what stands after, of its sentence, in about `longest` characters.

        Where it is longer, first the words in front are cut: its point mostly stands at its end.
        """
        ends = [one.end() for one in _SENTENCE_END.finditer(self.text)]
        begin = max((end for end in ends if end <= self.start), default=0)
        stop = min((end for end in ends if end >= self.end), default=len(self.text))
        before, after = self.text[begin : self.start], self.text[self.end : stop].rstrip()
        hit = self.text[self.start : self.end]
        if (over := len(before + hit + after) - longest) > 0 and before:
            kept = before[over + len(_CUT) :].partition(" ")[2] if over + len(_CUT) < len(before) else ""
            before = _CUT + kept
        return before, hit, shorten(after, max(1, longest - len(before + hit)))


def find(topics: Iterable[Topic], query: str) -> tuple[Match, ...]:
    """Every heading, paragraph and item that has all of the words, or beginnings of words, in it.

    Nothing is found for an empty query.
    """
    words = query.casefold().split()
    return tuple(_matches(topics, words)) if words else ()


def _matches(topics: Iterable[Topic], words: list[str]) -> Iterator[Match]:
    phrase = " ".join(words)
    for topic in topics:
        for block in blocks(topic.markdown):
            folded = block.text.casefold()
            if all(word in folded for word in words):
                wanted = phrase if phrase in folded else words[0]
                start = min(folded.find(wanted), len(block.text))
                yield Match(topic, block.line, block.text, start, start + len(wanted))
