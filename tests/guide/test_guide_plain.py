"""Markdown becomes plain text that fits; nothing in it steers a terminal or takes long."""

import time

import pytest
from hypothesis import given
from hypothesis import strategies as st

from guide_samples import HOSTILE, shipped
from uncramp.guide.blocks import NARROWEST, Block, BlockKind, as_plain, blocks, escaped


def test_headings_paragraphs_and_lists() -> None:
    markdown = (
        "# The *title* #\n\nOne **bold** word,\nand `code_here` in two lines.\n\n## Next\nText.\n\n"
        "- first item\n  goes on\n- second\n  - deeper\n1. one\n12) twelve\n\n### Last\n\nEnd.\n"
    )
    assert as_plain(markdown, 30).split("\n") == [
        "The title",
        "",
        "One bold word, and code_here",
        "in two lines.",
        "",
        "Next",
        "  Text.",
        "",
        "  - first item goes on",
        "  - second",
        "    - deeper",
        "  1. one",
        "  12) twelve",
        "",
        "Last",
        "  End.",
    ]


def test_lines_are_broken_at_the_width_and_items_hang() -> None:
    lines = as_plain("## H\n\n- aaaa bbbb cccc dddd eeee " + "x" * 30, 20).split("\n")
    assert lines == ["H", "  - aaaa bbbb cccc", "    dddd eeee", "    " + "x" * 16, "    " + "x" * 14]


@pytest.mark.parametrize(
    ("markdown", "words"),
    [
        ("_so_ and __so__ and ***so***", "so and so and so"),
        ("2 * 3 _ 4, snake_case", "2 * 3 _ 4, snake_case"),
        (r"\*stars\* and \_lines\_", "*stars* and _lines_"),
        ("#hashtag, no heading", "#hashtag, no heading"),
        ("-5 degrees", "-5 degrees"),
        ("[link](http://a.example) ![p](q) <b> &#27; | --- |", "[link](http://a.example) ![p](q) <b> &#27; | --- |"),
        ("tab\there", "tab here"),
    ],
)  # fmt: skip
def test_marks_go_and_everything_else_stays(markdown: str, words: str) -> None:
    assert blocks(markdown) == (Block(BlockKind.PARAGRAPH, words, 0),)


def test_blocks_know_their_lines() -> None:
    found = blocks("# T\r\n\r\none\r\ntwo\r\n\r\n- a\r\n- b\r\n")
    assert [(block.kind, block.text, block.line) for block in found] == [
        (BlockKind.HEADING, "T", 0),
        (BlockKind.PARAGRAPH, "one two", 2),
        (BlockKind.ITEM, "a", 5),
        (BlockKind.ITEM, "b", 6),
    ]


def test_a_hostile_text_can_steer_nothing_and_markup_stays_words() -> None:
    plain = as_plain(HOSTILE, 80)
    assert all(char.isprintable() or char == "\n" for char in plain)
    assert "[bold]markup[/bold] [/x] [link](http://bad.example) <b>&#27;[1m</b>." in " ".join(plain.split())


@pytest.mark.parametrize(
    "piece", ["x", "*", "_", "`", "[", "](", "\\", "# ", "- ", "* a ", "a*b", " ", "\t", "\x1b[", "\n- ", "1. "]
)  # fmt: skip
def test_a_megabyte_takes_no_time(piece: str) -> None:
    markdown = "# T\n\n" + piece * (1_000_000 // len(piece))
    began = time.process_time()
    plain = as_plain(markdown, 80)
    # Far more than it takes; a second look at each character would take minutes.
    assert time.process_time() - began < 8
    assert max(len(line) for line in plain.split("\n")) <= 80


@given(st.text(), st.integers(min_value=1, max_value=200))
def test_any_text_fits_and_is_printable(markdown: str, width: int) -> None:
    for line in as_plain(markdown, width).split("\n"):
        assert len(line) <= max(width, NARROWEST)
        assert "\x1b" not in line


@given(st.text(alphabet=st.characters(codec="ascii", categories=("L", "N", "P", "S", "Zs")), min_size=1))
def test_escaped_words_show_as_they_are(words: str) -> None:
    shown = " ".join(block.text for block in blocks(escaped(words)))
    assert shown == " ".join(words.split())


@pytest.mark.parametrize("width", [40, 80])
def test_every_shipped_text_fits(width: int) -> None:
    for topic in shipped().topics:
        plain = as_plain(topic.markdown, width)
        assert plain.startswith(topic.title)
        assert max(len(line) for line in plain.split("\n")) <= width
