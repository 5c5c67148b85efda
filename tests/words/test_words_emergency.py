"""The number to call: the person's own, else by the locale's country, else none rather than a wrong one."""

import pytest

from uncramp.words import emergency
from uncramp.words.emergency import NUMBERS, country, emergency_number, locale_number
from uncramp.words.signs import signs_text, warning_signs


@pytest.mark.parametrize(
    ("locale", "number"),
    [
        ("de_DE.UTF-8", "112"),
        ("fr_FR@euro", "112"),
        ("en_IE", "112"),
        ("en_US.UTF-8", "911"),
        ("es_MX", "911"),
        ("en_GB.utf8", "999"),
        ("en-GB", "999"),
        ("en_AU", "000"),
        ("mi_NZ", "111"),
        ("nb_NO.UTF-8", "113"),
        ("rm_CH", "144"),
        ("ja_JP.eucJP", "119"),
        ("zh_Hans_CN.UTF-8", "120"),
        ("zh_Hant_HK", "999"),
        ("tr_TR.UTF-8", "112"),
        ("pt_BR.UTF-8", "192"),
        ("af_ZA", "10177"),
        ("he_IL.UTF-8", "101"),
        ("ms_MY", "999"),
        ("zh_TW.UTF-8", "119"),
        ("fil_PH", "911"),
        ("en_JE", "999"),
        ("en_GG", "999"),
        ("gv_IM", "999"),
        ("xx_YY", ""),
        ("en", ""),
        ("C", ""),
        ("C.UTF-8", ""),
        ("POSIX", ""),
        ("en_001", ""),
        ("eo", ""),
        ("", ""),
        ("English_United States.1252", ""),
        ("../../etc/passwd", ""),
        ("_US", ""),
        ("en_USA", ""),
    ],
)
def test_the_country_of_the_locale_gives_the_number(locale: str, number: str) -> None:
    assert emergency_number(environ={"LC_ALL": locale}) == number
    assert locale_number({"LC_ALL": locale}) == number


@pytest.mark.parametrize("name", ["LANG", "LC_MESSAGES"])
def test_a_number_that_stands_on_the_language_alone_says_that_it_is_a_guess(name: str) -> None:
    for locale, number in (("en_GB.UTF-8", "999"), ("en_US", "911"), ("de_DE", "112")):
        assert emergency_number(environ={name: locale}) == f"{number}, or your local emergency number"
        assert locale_number({name: locale}) == number
    for unknown in ("C", "en", "eo", "xx_YY"):
        assert emergency_number(environ={name: unknown}) == ""


@pytest.mark.parametrize("name", ["LC_ALL", "LC_TELEPHONE", "LC_ADDRESS"])
def test_a_number_of_the_place_is_no_guess(name: str) -> None:
    assert emergency_number(environ={name: "en_GB", "LANG": "en_GB"}) == "999"


def test_the_country_that_windows_was_told_is_no_guess(monkeypatch: pytest.MonkeyPatch) -> None:
    for name in ("LC_ALL", "LC_TELEPHONE", "LC_ADDRESS", "LC_MESSAGES", "LANG"):
        monkeypatch.delenv(name, raising=False)
    monkeypatch.setattr(emergency, "_windows_country", lambda: "US")
    assert emergency_number() == "911"


def test_the_own_number_always_wins() -> None:
    assert emergency_number("144", {"LANG": "en_US.UTF-8"}) == "144"


def test_what_says_where_a_person_is_wins_over_what_they_like_to_read() -> None:
    assert emergency_number("", {"LC_ALL": "en_US.UTF-8"}) == "911"  # said on purpose
    assert country({"LC_ALL": "de_DE", "LANG": "en_US", "LC_TELEPHONE": "en_GB"}) == "DE"
    assert country({"LC_TELEPHONE": "de_DE", "LANG": "en_US", "LC_MESSAGES": "en_US"}) == "DE"
    assert country({"LC_ADDRESS": "de_AT", "LANG": "en_US"}) == "AT"
    assert country({"LC_ALL": "", "LANG": "de_DE"}) == "DE"


def test_two_countries_give_none() -> None:
    assert country({"LC_MESSAGES": "en_US", "LANG": "de_DE"}) == ""
    assert country({"LC_MESSAGES": "de_DE", "LANG": "de_DE"}) == "DE"
    assert country({"LC_MESSAGES": "en", "LANG": "de_DE"}) == "DE"


def test_a_locale_of_the_machine_gives_none() -> None:
    assert country({"LC_ALL": "C", "LANG": "de_DE.UTF-8"}) == ""


def test_the_environment_of_the_process_is_read(monkeypatch: pytest.MonkeyPatch) -> None:
    for name in ("LC_ALL", "LC_TELEPHONE", "LC_MESSAGES", "LANG"):
        monkeypatch.delenv(name, raising=False)
    monkeypatch.setenv("LC_ADDRESS", "en_NZ.UTF-8")
    assert emergency_number() == "111"


def test_every_number_is_short_digits_and_every_country_two_letters() -> None:
    assert all(number.isdigit() and len(number) in (3, 5) for number in NUMBERS.values())
    assert all(len(code) == 2 and code.isupper() for code in NUMBERS)
    assert len(NUMBERS) == 53


def test_without_a_number_the_warning_signs_still_say_whom_to_call() -> None:
    assert "Call your local emergency number now" in signs_text(warning_signs(emergency_number(environ={"LANG": "C"})))
    assert "Call 999 now for:" in signs_text(warning_signs(emergency_number(environ={"LC_ALL": "en_GB"})))
    guessed = emergency_number(environ={"LANG": "en_GB"})
    assert "Call 999, or your local emergency number, now for:" in signs_text(warning_signs(guessed))
