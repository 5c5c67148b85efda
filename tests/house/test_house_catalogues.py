"""The program's words go through a catalogue where there is one, and stand for themselves where there is none."""

import subprocess
import sys
from pathlib import Path

import uncramp
from uncramp import i18n

PACKAGE = Path(uncramp.__file__).parent
CATALOGUE = r"""
import gettext
class Other(gettext.NullTranslations):
    def gettext(self, message): return message.upper()
    def ngettext(self, one, many, n): return (one if n < 2 else many).upper().replace("{N}", "{n}")
    def info(self): return {"language": "pt_BR"}
gettext.translation = lambda *given, **named: Other()
import pathlib
pathlib.Path.is_dir = lambda self: True
from uncramp.i18n import _, plural, language
print(_("Help."), plural("{n} day", "{n} days", 0), plural("{n} day", "{n} days", 3), language())
"""


def test_without_catalogues_the_words_are_as_they_stand() -> None:
    assert not (PACKAGE / "locale").exists()
    assert i18n._("Help.") == "Help."
    assert [i18n.plural("{n} day", "{n} days", n) for n in (0, 1, 2)] == ["0 days", "1 day", "2 days"]
    assert i18n.language() == "en"


def test_with_catalogues_they_are_those_of_the_language() -> None:
    found = subprocess.run([sys.executable, "-c", CATALOGUE], capture_output=True, text=True, check=True)
    assert found.stdout.strip() == "HELP. 0 DAY 3 DAYS pt-BR"
