"""Lines that are put together out of words, each with a style of its own."""

from textual.content import Content


def one_line(words: str, style: str = "") -> Content:
    """Words, whatever they hold, on one line."""
    return Content.styled(" ".join(words.split("\n")), style)


def side_by_side(left: Content, right: Content, width: int, gap: int = 1) -> Content:
    """One at the left end of a line and one at the right; the left one makes way."""
    room = width - right.cell_length - (gap if right.cell_length else 0)
    if room <= 0:
        return right.truncate(max(0, width))
    return Content.assemble(
        left.truncate(room, ellipsis=True, pad=True), " " * (width - room - right.cell_length), right
    )
