"""Keys by their characters: full-width forms, digits of any script, and letters by their place on other layouts."""

import string

import pytest

from uncramp.guidance.layouts import digit_of, key_of

SAME = [
    ("qwertyuiop", "йцукенгшщз"),
    ("asdfghjkl", "фывапролд"),
    ("zxcvbnm", "ячсмить"),
    ("ertyuiopasdfghjklzxcvbnm", "ερτυθιοπασδφγηξκλζχψωβνμ"),
    ("ertyuiopasdfghjklzxcvbnm", "קראטוןםפשדגכעיחלךזסבהנמצ"),
    ("qwertyuopasdfghjklzxcvnm", "ضصثقفغعخحشسيبلاتنمئءؤرىة"),
    ("qwertyuiopasdfghjklzxcvbnm", "ㅂㅈㄷㄱㅅㅛㅕㅑㅐㅔㅁㄴㅇㄹㅎㅗㅓㅏㅣㅋㅌㅊㅍㅠㅜㅡ"),
    ("qurn", "ๆีพื"),
    ("qwerty", "ქწერტყ"),
    ("0123456789", "٠١٢٣٤٥٦٧٨٩"),
    ("0123456789", "०१२३४५६७८९"),
    ("wW1!?+", "ｗＷ１！？＋"),
    ("?", "؟"),
]


@pytest.mark.parametrize(("keys", "typed"), SAME)
def test_a_character_of_another_layout_is_the_key_in_its_place(keys: str, typed: str) -> None:
    assert "".join(map(key_of, typed)) == keys


def test_capitals_are_the_same_keys() -> None:
    assert [key_of(char) for char in "ЦЫΣΡ"] == ["w", "s", "s", "r"]


@pytest.mark.parametrize("char", [*string.printable, *"éÜñçßøłžıªº²½ёъэ가각안漢\u0301\u200b"])
def test_what_tells_no_key_stays_as_it_is(char: str) -> None:
    assert key_of(char) == char


def test_the_digits_of_a_french_keyboard_without_shift() -> None:
    assert [digit_of(char) for char in "&é\"'(è_çà"] == list("123457890")
    assert [digit_of(char) for char in "-)=1a"] == [None] * 5
