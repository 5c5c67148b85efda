"""Which key of a keyboard a character stands for, whatever the layout: full-width forms, digits and other alphabets.

Letters of other alphabets count by their position on the most common layout of their script, where the character tells
it. Latin layouts tell nothing by a character: there a letter is that letter, wherever its key is.
"""

import unicodedata
from functools import cache

_FULL_WIDTH = range(0xFF01, 0xFF5F)
_TO_ASCII = 0xFF01 - 0x21
_QWERTY = "qwertyuiopasdfghjklzxcvbnm"
_SAME = {"\u3000": " ", "؟": "?", "﹖": "?", "﹗": "!", "﹢": "+", "﹦": "="}
"""Signs of other scripts that are the same sign."""

_NONE = "\0"
"""Where a layout has no letter of its own, or one that another layout has elsewhere."""
_LAYOUTS = (
    "йцукенгшщзфывапролдячсмить",
    "\0ςερτυθιοπασδφγηξκλζχψωβνμ",  # Greek
    "\0\0קראטוןםפשדגכעיחלךזסבהנמצ",  # Hebrew
    "ضصثقفغعهخحشسيبلاتنمئءؤر\0ىة",  # Arabic
    "\0\0\0\0\0\0\0\0\0\0\0\0ی\0\0\0\0\0\0\0\0\0\0\0\0\0",  # Persian, where it differs
    "ㅂㅈㄷㄱㅅㅛㅕㅑㅐㅔㅁㄴㅇㄹㅎㅗㅓㅏㅣㅋㅌㅊㅍㅠㅜㅡ",
    "ㅃㅉㄸㄲㅆ\0\0\0ㅒㅖ\0\0\0\0\0\0\0\0\0\0\0\0\0\0\0\0",
    "ๆไำพะัีรนยฟหกดเ้่าสผปแอิืท",  # Thai
    "ქწერტყუიოპასდფგჰჯკლზხცვბნმ",  # Georgian
)
_DIGIT_ROW = dict(zip("&é\"'(è_çà", "123457890", strict=True))
"""The digits of a French keyboard without Shift; its 6 is a dash, which is a key of its own here."""


def key_of(char: str) -> str:
    """The character of the key on a keyboard with Latin letters; the character itself where it tells nothing else."""
    if char.isascii() or len(char) != 1:
        return char
    if ord(char) in _FULL_WIDTH:
        return chr(ord(char) - _TO_ASCII)
    digit = unicodedata.decimal(char, None)
    return _SAME.get(char) or (_positions().get(char.lower(), char) if digit is None else str(digit))


def digit_of(char: str) -> str | None:
    """The digit that shares its key on a French keyboard; only for where the character means nothing else."""
    return _DIGIT_ROW.get(char)


@cache
def _positions() -> dict[str, str]:
    return {
        char: key
        for layout in _LAYOUTS
        for char, key in zip(layout, _QWERTY, strict=True)
        if char != _NONE
    }  # fmt: skip
