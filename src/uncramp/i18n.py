"""The program's own words, in the person's language where a catalogue has it.

A message is a whole sentence with named places, never glued from pieces. A routine's words live only in its file.
"""

from pathlib import Path
from typing import TYPE_CHECKING

if TYPE_CHECKING:  # loaded only where there are catalogues: the start is too short for it
    from gettext import NullTranslations

_FOLDER = Path(__file__).parent / "locale"


def _open() -> "NullTranslations | None":
    """The catalogue of the person's language; without any catalogues nothing."""
    if not _FOLDER.is_dir():
        return None
    import gettext

    return gettext.translation("uncramp", _FOLDER, fallback=True)


_catalogue = _open()


def _(message: str) -> str:
    """The message in the person's language."""
    return _catalogue.gettext(message) if _catalogue else message


def plural(one: str, many: str, n: int) -> str:
    """The message for `n` things, with `{n}` filled in."""
    found = _catalogue.ngettext(one, many, n) if _catalogue else one if n == 1 else many
    return found.format(n=n)


def language() -> str:
    """The language of the program's words, as HTML names it."""
    return _catalogue.info().get("language", "en").replace("_", "-") if _catalogue else "en"
