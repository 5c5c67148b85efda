"""Slips of a space too few or too many, which a YAML parser complains of some lines below, or in words of its own."""

import re

from uncramp.files.text import shorten

KEY_WANTED = "could not find expected ':'"
_VALUE_UNWANTED = "mapping values are not allowed"
_COMPLAINTS = (
    _VALUE_UNWANTED,
    KEY_WANTED,
    "while scanning an alias",
    "while parsing a block collection",
    "while parsing a block mapping",
)
_KEY = r"[A-Za-z_][\w ]{0,40}"
_WITH_KEY = re.compile(rf"( *(?:- +)?){_KEY}:(?: |$)")
_KEYLESS = rf"(?! *(?:- +)?{_KEY}:(?: |$))"


def slip_behind(complaint: str, lines: list[str], line: int) -> tuple[int, int, str] | None:
    """The slip that is the cause of a parser's complaint of a line: line, column and message.

    It stands in that line, or in the text that the line goes on with, which begins in the one above.
    """
    if complaint not in _COMPLAINTS or line > len(lines):
        return None
    above = next((nth for nth in range(line - 2, -1, -1) if lines[nth].strip()), line - 1)
    whole = above != line - 1 and complaint == _VALUE_UNWANTED and _WITH_KEY.match(lines[line - 1])
    for nth, complained in ((line - 1, complaint), (above, KEY_WANTED if whole else "")):
        if slip := _in_line(lines[nth].rstrip(), complained):
            before, message = slip
            return nth + 1, len(before) + 1, message
    own, other = _WITH_KEY.match(lines[line - 1]), _WITH_KEY.match(lines[above])
    if own and other and len(own[1]) != len(other[1]):
        key = lines[above][len(other[1]) :].partition(":")[0]
        message = f"this does not line up with the line above, where '{key}' begins in column {len(other[1]) + 1}"
        return line, len(own[1]) + 1, message
    return None


_ANY = "any"
_A_KEY = "a key needs ': ' behind it: write '{}'"
_SLIPS = tuple(
    (complaint, re.compile(pattern), right, message)
    for complaint, pattern, right, message in (
        (
            _ANY,
            r"(.*[:\-,\[{] +)'([^'\"\\]*[^'\"\\ ]'\w[^\"\\]*?) *'*",
            r"\2",
            "a ' inside '…' ends the text: write \"{}\"",
        ),
        (
            _ANY,
            r"(.*[:\-,\[{] +)\"([^\"'\\]*(?:[^\"'\\ ]\"[\w ]|[^\"'\\:,] \"\w)[^'\\]*)\"",
            r"\2",
            'a " inside "…" ends the text: write \'{}\'',
        ),
        ("", r"( *)-([A-Za-z_].*)", r"- \2", "a list item needs a space behind its '-': write '{}'"),
        ("", r"( *)(?:[*+\u2022]|\d{1,2}[.)]) +(\S.*)", r"- \2", "a list item begins with '- ': write '{}'"),
        ("", r"( *)(?://|/\*|--|<!--) *(\S.*?)(?: *(?:\*/|-->))?", r"# \2", "a comment begins with '#': write '{}'"),
        ("", rf"{_KEYLESS}( *(?:- )?)({_KEY}?)(?: ?= ?| ?:(?! ))(\S.*)", r"\2: \3", _A_KEY),
        (
            KEY_WANTED,
            rf"{_KEYLESS}( *(?:- +)?)([a-z_]{{2,12}})(?: +|(?=[;\uff1b]))(?:[\u2010-\u2015-]>?|[;\uff1b]|=>)? *(\S.*)",
            r"\2: \3",
            _A_KEY,
        ),
        (
            KEY_WANTED,
            rf"{_KEYLESS}( *)- +(?!- )(\S.*)",
            r"- name: \2",
            "the keys below need one in this line, too: write '{}'",
        ),
    )
)
"""Slips in a line: the complaint that they need, where they need one, what stands before them and what is meant, what would be right."""


def _in_line(written: str, complaint: str) -> tuple[str, str] | None:
    """What is wrong in a line itself: what stands before it, and the message."""
    for needed, pattern, right, message in _SLIPS:
        if needed in ("", complaint, complaint and _ANY) and (match := pattern.fullmatch(written)):
            return match[1], message.format(shorten(match.expand(right), 80))
    return None
