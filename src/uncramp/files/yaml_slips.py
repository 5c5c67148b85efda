"""Slips of a space too few or too many, which a YAML parser complains of some lines below, or in words of its own."""

import re

from uncramp.files.text import shorten

_COMPLAINTS = (
    "mapping values are not allowed",
    "could not find expected ':'",
    "while parsing a block collection",
    "while parsing a block mapping",
)
_KEY = r"[A-Za-z_][\w ]{0,40}"
_NO_SPACE = re.compile(rf"( *(?:- )?)({_KEY}?)(?: ?= ?| ?:(?! ))(\S.*)")
_NO_SPACE_IN_A_LIST = re.compile(r"( *)-([A-Za-z_].*)")
_NO_COLON = re.compile(r"( *(?:- +)?)([a-z_]{2,12}) +(\S.*)")
_APOSTROPHE = re.compile(r"(.*[:\-,\[{] +)'([^'\"\\]*[^'\"\\ ]'\w[^\"\\]*)")
_WITH_KEY = re.compile(rf"( *(?:- +)?){_KEY}:(?: |$)")


def slip_behind(complaint: str, lines: list[str], line: int) -> tuple[int, int, str] | None:
    """The slip that is the cause of a parser's complaint of a line: line, column and message.

    It stands in that line, or in the text that the line goes on with, which begins in the one above.
    """
    if complaint not in _COMPLAINTS or line > len(lines):
        return None
    above = next((nth for nth in range(line - 2, -1, -1) if lines[nth].strip()), line - 1)
    for nth, complained in ((line - 1, complaint), (above, "")):
        if slip := _in_line(lines[nth].rstrip(), complained):
            before, message = slip
            return nth + 1, len(before) + 1, message
    own, other = _WITH_KEY.match(lines[line - 1]), _WITH_KEY.match(lines[above])
    if own and other and len(own[1]) != len(other[1]):
        key = lines[above][len(other[1]) :].partition(":")[0]
        message = f"this does not line up with the line above, where '{key}' begins in column {len(other[1]) + 1}"
        return line, len(own[1]) + 1, message
    return None


def _in_line(written: str, complaint: str) -> tuple[str, str] | None:
    """What is wrong in a line itself: what stands before it, and the message."""
    if complaint and (quoted := _APOSTROPHE.match(written)):
        right = shorten(quoted[2].rstrip().rstrip("'"), 80)
        return quoted[1], f"a ' inside '…' ends the text: write \"{right}\""
    if item := _NO_SPACE_IN_A_LIST.fullmatch(written):
        return item[1], f"a list item needs a space behind its '-': write '{shorten(f'- {item[2]}', 80)}'"
    key = None if _WITH_KEY.match(written) else _NO_SPACE.fullmatch(written)
    if key is None and complaint == "could not find expected ':'":
        key = _NO_COLON.fullmatch(written)
    if key is None:
        return None
    return key[1], f"a key needs ': ' behind it: write '{shorten(f'{key[2].strip()}: {key[3]}', 80)}'"
