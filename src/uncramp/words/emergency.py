"""The emergency number to name: the person's own, else that of the country that the locale names, else none.

A wrong number is worse than none. So the table has only countries for which a source was found, with the number that
brings an ambulance, and a locale that leaves the country in doubt gives none. Looked up in stored copies of:

- 112 in all countries of the EU: European Commission, "112: the single European emergency number", IP/08/1968;
  Iceland: 112.is.
- 113 Norway: Sirdal kommune and Viken nettskole. 144 Switzerland: ch.ch; Liechtenstein: its press office (pafl).
- 999 United Kingdom: NHS ambulance services (swast.nhs.uk, nias.hscni.net, scottishambulance.com).
- 911 United States and Canada: fcc.gov. 911 Mexico, since 2017: Yucatán Magazine, Wikipedia on 911.
- 000 Australia: the government's "Triple Zero" poster. 111 New Zealand: govt.nz.
- 119 Japan: UK foreign travel advice. 119 South Korea: Korea JoongAng Daily and a city guide. 995 Singapore: Thomson
  Medical. 999 Hong Kong: Healthy Matters. 120 mainland China: several guides, all alike. 112 India: The Hindu.
"""

import os
import re
import sys
from collections.abc import Mapping

from uncramp.i18n import _

_COUNTRIES = {
    "112": "AT BE BG CY CZ DE DK EE ES FI FR GR HR HU IE IT LT LU LV MT NL PL PT RO SE SI SK IS IN",
    "113": "NO",
    "144": "CH LI",
    "999": "GB HK",
    "911": "US CA MX",
    "000": "AU",
    "111": "NZ",
    "119": "JP KR",
    "995": "SG",
    "120": "CN",
}
NUMBERS = {country: number for number, countries in _COUNTRIES.items() for country in countries.split()}
"""Emergency numbers by ISO 3166 country."""

_LOCALE = r"[A-Za-z]{2,3}(?:[_-][A-Za-z]{4})?[_-]([A-Za-z]{2})(?:[.@].*)?"
_PLACES = ("LC_ALL", "LC_TELEPHONE", "LC_ADDRESS")
"""These say where a person is, the first that is set; the others also what they like to read."""
_LANGUAGES = ("LC_MESSAGES", "LANG")


def emergency_number(own: str = "", environ: Mapping[str, str] | None = None) -> str:
    """The number to name, or nothing where it is not known: then it is "your local emergency number".

    Args:
        own: the profile's; it always wins.
        environ: where the locale is looked up, by default in the process's own environment.
    """
    if own:
        return own
    found, settings = country(environ), os.environ if environ is None else environ
    if found == "US" and not any(map(settings.get, _PLACES)):  # many who live elsewhere have `LANG=en_US`
        return _("911, or your local emergency number")
    return NUMBERS.get(found, "")


def country(environ: Mapping[str, str] | None = None) -> str:
    """The ISO 3166 code of the country that the locale names; nothing where it names none, or two."""
    settings = os.environ if environ is None else environ
    for name in _PLACES:
        if value := settings.get(name):
            return _country_of(value)
    values = [value for name in _LANGUAGES if (value := settings.get(name))]
    found = {named for value in values if (named := _country_of(value))}
    if not values and environ is None:
        return _windows_country()
    return found.pop() if len(found) == 1 else ""


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
