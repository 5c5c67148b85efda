"""Finding words in all topics of the guide."""

from collections.abc import Iterable, Iterator
from dataclasses import dataclass

from uncramp.guide.blocks import blocks
from uncramp.guide.topics import Topic

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
