"""Characters that look like those of YAML and are others: curly quotes, no-break spaces, wide colons, long dashes."""

import re

_SPACES = "\u00a0\u1680\u2000\u2001\u2002\u2003\u2004\u2005\u2006\u2007\u2008\u2009\u200a\u202f\u205f\u3000"
_DASHES = "\u2010\u2011\u2012\u2013\u2014\u2015\u2212\u2043\ufe58\ufe63\uff0d"
_BULLETS = "\u2022\u00b7\u25cf\u25aa\u2219"
_DOUBLE, _SINGLE = "\u201c\u201d\u201e\u201f\u00ab\u00bb\uff02", "\u2018\u2019\u201a\u201b\u2039\u203a\uff07"
_COLONS = "\uff1a\ufe55\ufe13\u2236\ua789"
_KINDS = (
    (_SPACES, " ", "a no-break or wide space"),
    ("\u2011", "-", "a non-breaking hyphen"),
    (_DASHES, "-", "a long dash or another hyphen"),
    (_BULLETS, "-", "a bullet"),
    (_DOUBLE, '"', "a curly quote"),
    (_SINGLE, "'", "a curly quote"),
    (_COLONS, ":", "a wide colon"),
    ("\uff0c\u3001\u060c", ",", "a wide comma"),
)
_WIDE_FROM, _WIDE_TO, _WIDE = 0xFF01, 0xFF5E, 0xFEE0
"""The wide forms of ASCII, and how far they are from it."""

_STRUCTURE = (
    re.compile(rf"^[ ]*(?P<at>[{_SPACES}])"),
    re.compile(rf"^[ ]*(?P<at>[{_DASHES}{_BULLETS}])\s"),
    re.compile(rf"^[ ]*(?:- )?[\w-]+[ ]?(?P<at>[{_COLONS}])"),
    re.compile(rf"^[ ]*(?:-|(?:- )?[\w-]+:)(?P<at>[{_SPACES}])"),
    re.compile(rf"(?:^[ ]*|: |- |\[ *|, *)(?P<at>[{_DOUBLE}{_SINGLE}])"),
    re.compile("(?P<at>[\uff3b\uff3d\uff5b\uff5d\uff0c])"),
)
"""Where a look-alike stands in the place of what YAML goes by, in a line."""
_LINES_BEFORE = 3
"""Lines above the one at which a YAML parser complains, in which the cause may stand."""


def is_wide_space(char: str) -> bool:
    """Whether it is a no-break or wide space, which YAML takes for a letter."""
    return bool(char) and char in _SPACES


def plain_form(text: str) -> str:
    """The text with what was probably meant for each look-alike."""
    return "".join(_meant(char)[0] if not char.isascii() else char for char in text)


def describe_look_alike(char: str) -> str:
    meant, kind = _meant(char)
    shown = f"'{char}'" if char not in _SPACES else "this"
    write = "a plain space" if meant == " " else f"{meant} in its place"
    return f"{shown} is {kind} (U+{ord(char):04X}): write {write}"


def first_look_alike(text: str) -> int | None:
    """The offset of the first one in a text."""
    return next((at for at, char in enumerate(text) if not char.isascii() and _meant(char)[0] != char), None)


def misleading_look_alike(text: str, line: int) -> tuple[int, int, str] | None:
    """Line, column and message of a look-alike by which YAML may have gone astray at a line; all count from 1."""
    lines = text.split("\n")
    for number in range(min(line, len(lines)), max(0, line - 1 - _LINES_BEFORE), -1):
        written = lines[number - 1]
        matches = (pattern.search(written) for pattern in _STRUCTURE) if not written.isascii() else ()
        if found := next((match for match in matches if match), None):
            return number, found.start("at") + 1, describe_look_alike(found["at"])
    return None


def _meant(char: str) -> tuple[str, str]:
    """What a character is probably meant for, and what it is; any other stands for itself."""
    for chars, meant, kind in _KINDS:
        if char in chars:
            return meant, kind
    if _WIDE_FROM <= ord(char) <= _WIDE_TO:
        return chr(ord(char) - _WIDE), "a wide (full-width) character"
    return char, ""
