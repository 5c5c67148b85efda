"""The topics of the guide: the texts that came with the program, and the warning signs, which are always there."""

import re
from collections.abc import Iterable, Iterator
from dataclasses import dataclass
from pathlib import Path

from uncramp.files.disk import UnreadableError, read_bytes, why_unreadable
from uncramp.files.problems import Problem
from uncramp.files.text import shorten, visible
from uncramp.guide.blocks import Block, BlockKind, blocks, escaped, tidy
from uncramp.i18n import _
from uncramp.words.signs import no_diagnosis, warning_signs

FOLDER = "guide"
"""The folder of the texts, beside the routines."""

SIGNS = "signs"
"""The topic that no file holds."""

LARGEST = 64 * 1024
"""Bytes in a text; one is a few KB."""

_ORDER = ("habits", "evidence", "left-out")
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


class TopicNotFoundError(LookupError):
    """The guide has no such topic."""

    def __init__(self, name: str, suggestions: tuple[str, ...]) -> None:
        """Keep the name, safe to print, and the names that are like it."""
        super().__init__(name)
        self.name = shorten(visible(name))
        self.suggestions = suggestions


@dataclass(frozen=True, slots=True)
class Guide:
    """All topics in order, and what is wrong with their files."""

    topics: tuple[Topic, ...]
    problems: tuple[Problem, ...] = ()

    def get(self, name: str) -> Topic:
        """The topic of this name, however its letters are written.

        Raises:
            TopicNotFoundError: there is none.
        """
        wanted = name.strip().lower()
        for topic in self.topics:
            if topic.name == wanted:
                return topic
        raise TopicNotFoundError(name, self._like(wanted))

    def _like(self, name: str) -> tuple[str, ...]:
        import difflib

        return tuple(difflib.get_close_matches(name[:80], [topic.name for topic in self.topics], 3))


def read_guide(folder: Path, emergency_number: str = "") -> Guide:
    """Read the guide. Whatever is wrong with the folder or a file, the rest and the warning signs are there.

    Args:
        folder: where the texts are, as `NAME.md`.
        emergency_number: the number that the warning signs name; without one, "your local emergency number".
    """
    problems: list[Problem] = []
    topics = [topic for path in _paths(folder, problems) if (topic := _read(path, problems))]
    topics.sort(key=lambda topic: (_place(topic.name), topic.name))
    return Guide((*topics, _signs(emergency_number)), tuple(problems))


def _place(name: str) -> int:
    return _ORDER.index(name) if name in _ORDER else len(_ORDER)


def _paths(folder: Path, problems: list[Problem]) -> list[Path]:
    try:
        paths = sorted(path for path in folder.iterdir() if path.name.endswith(_ENDING))
    except (OSError, ValueError) as error:
        problems.append(_problem(folder, f"the guide can't be read: {why_unreadable(folder, error)}"))
        return []
    if not paths:
        problems.append(_problem(folder, "there is no text of the guide in this folder"))
    return paths


def _read(path: Path, problems: list[Problem]) -> Topic | None:
    """The topic in a file; none if it can't be read."""
    name = path.name.removesuffix(_ENDING)
    if not _NAME.fullmatch(name) or name == SIGNS:
        problems.append(
            _problem(path, "this can't be the name of a topic: use a-z, 0-9 and -, and not signs")
        )
        return None
    try:
        data = read_bytes(path)
    except UnreadableError as error:
        problems.append(error.problem)
        return None
    if len(data) > LARGEST:
        problems.append(_problem(path, f"the file is over {LARGEST // 1024} KB: a text here is a few KB"))
        return None
    try:
        text = data.removeprefix(b"\xef\xbb\xbf").decode()
    except UnicodeDecodeError:
        problems.append(_problem(path, "this is not UTF-8: save it as UTF-8"))
        return None
    topic = _topic(name, tidy(text))
    if topic is None:
        problems.append(_problem(path, "the first line has to be a title: # and some words"))
    return topic


def _topic(name: str, markdown: str) -> Topic | None:
    found = blocks(markdown)
    if not found or found[0].kind is not BlockKind.HEADING or found[0].line or not found[0].text:
        return None
    return Topic(name, found[0].text, _summary(found), markdown)


def _summary(found: tuple[Block, ...]) -> str:
    return found[1].text if len(found) > 1 and found[1].kind is BlockKind.PARAGRAPH else ""


def _signs(emergency_number: str) -> Topic:
    title, summary = _("Warning signs"), _("When to stop, and whom to call.")
    return Topic(SIGNS, title, summary, "\n".join(_signs_lines(title, summary, emergency_number)))


def _signs_lines(title: str, summary: str, emergency_number: str) -> Iterator[str]:
    yield from (f"# {escaped(title)}", "", escaped(summary), "")
    for group in warning_signs(tidy(emergency_number)):
        yield from (f"## {escaped(group.heading)}", "")
        yield from (f"- {escaped(sign)}" for sign in group.signs)
        yield ""
    yield escaped(no_diagnosis())


def _problem(path: Path, message: str) -> Problem:
    return Problem(str(path), 1, 1, "", message)


LEAD = 18
"""Characters of an excerpt before what was found."""


@dataclass(frozen=True, slots=True)
class Match:
    """A place in the guide."""

    topic: Topic
    line: int
    """Where its block begins in the topic's Markdown, from 0."""
    text: str
    """The whole block, as plain words."""
    start: int
    end: int
    """What was found is `text[start:end]`."""

    def excerpt(self) -> tuple[str, str, str]:
        """What stands before, what was found, and what stands after; the beginning of a long text is cut."""
        before = self.text[: self.start]
        if len(before) > LEAD:
            words = before[-LEAD:].partition(" ")[2]
            before = f"… {words}"
        return before, self.text[self.start : self.end], self.text[self.end :]


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
                found = phrase if phrase in folded else words[0]
                start = min(folded.find(found), len(block.text))
                yield Match(topic, block.line, block.text, start, start + len(found))
