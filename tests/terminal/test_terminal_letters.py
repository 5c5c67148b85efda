"""Large letters: how words are broken into rows."""

import pytest

from uncramp.terminal.letters import width_of, wrap


@pytest.mark.parametrize(
    ("words", "widest", "rows"),
    [
        ("Check your leg", "Check your", ["Check", "your leg"]),
        ("The cramp lasted 35 seconds.", "The cramp lasted 35", ["The cramp lasted", "35 seconds."]),
        ("Raise your legs?", "Raise your legs?", ["Raise your legs?"]),
        ("One\nand then two", "and then two", ["One", "and then two"]),
        ("Incomprehensible", "Short", None),
    ],
)
def test_rows_are_about_equally_long_and_a_number_stays_with_what_it_counts(
    words: str, widest: str, rows: list[str] | None
) -> None:
    assert wrap(words, width_of(widest)) == rows
