"""The program's own words, in the person's language where a catalogue has it.

A message is a whole sentence with named places, never glued from pieces. A routine's words live only in its file.
"""

import gettext
from pathlib import Path

_catalogue = gettext.translation("uncramp", Path(__file__).parent / "locale", fallback=True)


def _(message: str) -> str:
    """The message in the person's language."""
    return _catalogue.gettext(message)


def plural(one: str, many: str, n: int) -> str:
    """The message for `n` things, with `{n}` filled in."""
    return _catalogue.ngettext(one, many, n).format(n=n)


def language() -> str:
    """The language of the program's words, as HTML names it."""
    return _catalogue.info().get("language", "en").replace("_", "-")
