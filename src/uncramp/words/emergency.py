"""The emergency number to name: the person's own, else that of the country that the locale names, else none.

A wrong number is worse than none. So the table has only countries for which a source was found, with the number that
brings an ambulance, and a locale that leaves the country in doubt gives none.

Where each comes from: `tests/catalogue/signs_and_numbers.md`.
"""

import os
import re
import sys
from collections.abc import Mapping

from uncramp.i18n import _

_COUNTRIES = {
    "112": "AT BE BG CY CZ DE DK EE ES FI FR GR HR HU IE IT LT LU LV MT NL PL PT RO SE SI SK IS IN TR",
    "113": "NO",
    "144": "CH LI",
    "999": "GB JE GG IM HK MY",
    "911": "US CA MX PH",
    "000": "AU",
    "111": "NZ",
    "119": "JP KR TW",
    "995": "SG",
    "120": "CN",
    "192": "BR",
    "101": "IL",
    "10177": "ZA",
}
NUMBERS = {country: number for number, countries in _COUNTRIES.items() for country in countries.split()}
"""Emergency numbers by ISO 3166 country."""

_LOCALE = r"[A-Za-z]{2,3}(?:[_-][A-Za-z]{4})?[_-]([A-Za-z]{2})(?:[.@].*)?"
_PLACES = ("LC_ALL", "LC_TELEPHONE", "LC_ADDRESS")
"""These say where a person is, the first that is set; the others also what they like to read."""
_LANGUAGES = ("LC_MESSAGES", "LANG")


def emergency_number(own: str = "", environ: Mapping[str, str] | None = None) -> str:
    """The number to name, or nothing where it is not known: then it is "your local emergency number".

    The person's own always wins; else the locale is looked up, by default in the process's own environment.
    """
    if own:
        return own
    found, by_language = _where(environ)
    number = NUMBERS.get(found, "")
    if number and by_language:
        return _("{number}, or your local emergency number").format(number=number)
    return number


def locale_number(environ: Mapping[str, str] | None = None) -> str:
    """The number of the country that the locale names, to stand beside its name; "" where it is not known."""
    return NUMBERS.get(country(environ), "")


def country(environ: Mapping[str, str] | None = None) -> str:
    """The ISO 3166 code of the country that the locale names; nothing where it names none, or two."""
    return _where(environ)[0]


def _where(environ: Mapping[str, str] | None) -> tuple[str, bool]:
    """The country, "" where it is in doubt, and whether only a language names it: `LANG=en_GB` is common anywhere."""
    settings = os.environ if environ is None else environ
    for name in _PLACES:
        if value := settings.get(name):
            return _country_of(value), False
    values = [value for name in _LANGUAGES if (value := settings.get(name))]
    found = {named for value in values if (named := _country_of(value))}
    if not values and environ is None:
        return _windows_country(), False
    return (found.pop() if len(found) == 1 else ""), True


def _country_of(locale: str) -> str:
    found = re.fullmatch(_LOCALE, locale)
    return found[1].upper() if found else ""


def _windows_country() -> str:
    """The country that Windows was told it is in. Elsewhere none: macOS sets LANG in a terminal."""
    if sys.platform != "win32":
        return ""
    import ctypes

    code = ctypes.create_unicode_buffer(8)
    try:
        length = ctypes.windll.kernel32.GetUserDefaultGeoName(code, len(code))
    except (AttributeError, OSError):  # before Windows 10
        return ""
    return code.value if length else ""
