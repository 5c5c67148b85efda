"""Texts from outside made safe for a terminal, and the names that files have for one another.

A hidden character can recolour a screen, turn text round or make two names look alike. In a routine file each one is
a problem, and none is left in a text that was decoded.
"""

import re
from collections.abc import Callable, Collection, Iterator, Mapping
from dataclasses import dataclass

from uncramp.domain.routine import Routine

JOINERS = "\u200c\u200d"
"""Allowed although invisible: Persian and emoji are misspelt without them."""

STAND_IN = "\ufffd"
"""What takes a hidden character's place, so that every column stays where it was."""

MARKS = 8
"""How many combining marks may stand on one letter."""

_SUSPECT = re.compile(r"[^\n\t\x20-\x7e\u00a1-\u00ac\u00ae-\u02ff]")
"""All but the letters and signs of Latin scripts, which are neither hidden nor marks."""


def hidden(char: str) -> bool:
    """Whether the character steers a screen or shows nothing; newline and tab are not meant."""
    import unicodedata

    if char in JOINERS or char in "\n\t":
        return False
    category = unicodedata.category(char)
    # YAML refuses the last two.
    return category in ("Cc", "Cf", "Cs", "Zl", "Zp") or char in "\ufffe\uffff"


def flaws(text: str) -> Iterator[tuple[int, str]]:
    """Every hidden character, and every mark too many, as its offset and what to say of it."""
    import unicodedata

    run, last = 0, -1
    for match in _SUSPECT.finditer(text):
        offset, char = match.start(), match[0]
        if hidden(char):
            yield offset, f"hidden character U+{ord(char):04X}: take it out"
        elif char in JOINERS or unicodedata.category(char) in ("Mn", "Me"):
            run = run + 1 if offset == last + 1 else 1
            last = offset
            if run > MARKS:
                yield offset, f"more than {MARKS} combining marks on one letter: take some out"


def clean(text: str) -> tuple[str, list[tuple[int, str]]]:
    """The text with a stand-in for each flaw, as long as it was, and the flaws."""
    if _SUSPECT.search(text) is None:
        return text, []
    problems, chars = list(flaws(text)), list(text)
    for offset, _ in problems:
        chars[offset] = STAND_IN
    return "".join(chars), problems


def untab(text: str) -> str:
    """The text with a space for each tab, except where tabs indent: there they stay, for YAML to refuse."""
    if "\t" not in text:
        return text
    lines = []
    for line in text.split("\n"):
        words = line.lstrip(" \t")
        lines.append(line[: len(line) - len(words)] + words.replace("\t", " ") if words else "")
    return "\n".join(lines)


def position(text: str, offset: int) -> tuple[int, int]:
    """Line and column of an offset, both from 1."""
    return text.count("\n", 0, offset) + 1, offset - text.rfind("\n", 0, offset)


def escapes(source: str) -> Iterator[tuple[int, str]]:
    """The escapes in a double-quoted text: the offset of each backslash, and the character it stands for."""
    named = {"0": "\0", "a": "\a", "b": "\b", "v": "\v", "f": "\f", "r": "\r", "e": "\x1b", "N": "\x85"}
    named |= {"L": "\u2028", "P": "\u2029"}
    for match in re.finditer(r"\\(?:x([0-9a-fA-F]{2})|u([0-9a-fA-F]{4})|U([0-9a-fA-F]{8})|(.))", source, re.DOTALL):
        digits = match[1] or match[2] or match[3]
        yield match.start(), chr(int(digits, 16)) if digits else named.get(match[4], " ")


def visible(text: str) -> str:
    r"""The text on one line, with anything hidden as an escape that can be seen, such as `\x1b`."""
    if text.isprintable():  # no hidden character is
        return text
    return "".join(char.encode("unicode_escape").decode() if hidden(char) or char in "\n\t" else char for char in text)


def shorten(text: str, longest: int = 40) -> str:
    """The text, or its beginning and an ellipsis, for a message."""
    return text if len(text) <= longest else text[: longest - 1] + "…"


NAME = re.compile(r"[a-z0-9][a-z0-9-]*")
LONGEST_NAME = 60
HOW_TO_NAME = f"a name is small letters, digits and '-', {LONGEST_NAME} at most"


@dataclass(frozen=True, slots=True)
class Names:
    """The names that a routine may refer to; `None` where they are not known, and any is accepted."""

    figures: frozenset[str] | None = None
    sources: frozenset[str] | None = None
    routines: frozenset[str] | None = None
    moves: Mapping[str, Collection[str]] | None = None
    """The moves that each figure shows. Where files are only read, and not checked, there are none."""
    steps_of: Callable[[str], Routine | str] | None = None
    """The routine whose steps another one uses, or why it can't be used; none where a use is not followed."""


NEAR = 0.7
"""How like a name a word must be to be taken for a slip of it."""


def closest(word: str, options: Collection[str], likeness: float = 0.6) -> str | None:
    """The option most like the word, if any is like it: 1 would be the word itself."""
    import difflib

    matches = difflib.get_close_matches(shorten(word, LONGEST_NAME), sorted(options), 1, likeness)
    return matches[0] if matches else None


def with_parts(words: Collection[str], names: Collection[str]) -> list[str]:
    """The names in which all of the words stand between hyphens."""
    return sorted(name for name in names if set(words) <= set(name.split("-")))


def well_named(name: str) -> bool:
    return len(name) <= LONGEST_NAME and NAME.fullmatch(name) is not None


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
    rf"^[ ]*(?P<at>[{_SPACES}])",
    rf"^[ ]*(?P<at>[{_DASHES}{_BULLETS}])\s",
    rf"^[ ]*(?:- )?[\w-]+[ ]?(?P<at>[{_COLONS}])",
    rf"^[ ]*(?:-|(?:- )?[\w-]+:)(?P<at>[{_SPACES}])",
    rf"(?:^[ ]*|: |- |\[ *|, *)(?P<at>[{_DOUBLE}{_SINGLE}])",
    "(?P<at>[\uff3b\uff3d\uff5b\uff5d\uff0c])",
)
"""Patterns of where a look-alike stands in the place of what YAML goes by, in a line: compiled when something is wrong."""
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
        matches = (re.search(pattern, written) for pattern in _STRUCTURE) if not written.isascii() else ()
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
