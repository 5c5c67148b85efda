"""Words made fit for a voice: units and signs as words, numbers to call by digits, and how long they take."""

import re

from uncramp.i18n import _, plural

RATE = 175
"""Words a minute, as speakers count them."""

_LONGEST = 600
"""Characters of what is said at once. What is longer is no sentence of a routine."""

_MOST_WORDS = 12
"""Words of a phrase: more can't be followed by ear while one moves."""

_START_MS, _LETTER_MS, _PAUSE_MS = 200, 60, 200
"""Measured with espeak-ng at this rate over all words of the shipped routines: 99 in 100 take no longer."""

_PAUSES = re.compile(r"[.,:;?!](?=\s)")
_SENTENCES = re.compile(r"(?<=[.!?])\s+")
_CLAUSES = re.compile(r"(?<=[,;:])\s+|\s+(?=(?:and|or|until|so)\s)")
_NUMBER = r"(?<![\w.,])(\d+(?:[.,]\d+)?)"
_UNIT = re.compile(_NUMBER + r"\s?(°C|°F|%|cm|mm|m|km|kg|g|ml|l|s|sec|min|h)(?!\w)")
_TIMES, _RANGE = re.compile(r"(?<=\d)\s?[×x]\s?(?=\d)"), re.compile(r"(?<=\d)\s?[–-]\s?(?=\d)")
_TO_CALL = re.compile(r"\+?\d[\d ()/.-]*\d")
_UNHEARD = re.compile(r"[^\w\s.,:;?!'%-]|_|(?<!\w)[-']+|-(?!\w)")
"""Signs that a speaker would read out, or take for an order: brackets, slashes, marks, and a dash at the front."""


def spoken(words: str, *, calls: bool = False) -> str:
    """What is given to a speaker for these words: letters, digits and the marks of a sentence, on one line.

    Args:
        words: from the program, or from a file that may hold anything.
        calls: whether its numbers are to be called, and said digit by digit.
    """
    words = words.replace("…", ". ").replace(" - ", ", ").replace(" (", ", ").replace("’", "'")
    if calls:
        words = _TO_CALL.sub(lambda found: _digits(found[0]), words)
    words = _UNIT.sub(lambda found: _unit(found[1], found[2]), words)
    words = _RANGE.sub(_(" to "), _TIMES.sub(_(" times "), words))
    heard = " ".join(_UNHEARD.sub(" ", words).split())
    return re.sub(r" +(?=[.,:;?!])", "", heard)[:_LONGEST].strip(" ,;:-'")


def _digits(number: str) -> str:
    """A number to call, digit by digit; one of one or two digits is a time or an age."""
    digits = [char for char in number if char.isdigit()]
    return " ".join(digits) if len(digits) > 2 else number  # noqa: PLR2004 - as it says


def _unit(number: str, unit: str) -> str:
    n = int(number) if number.isdecimal() and len(number) < 10 else 2  # noqa: PLR2004 - one, or many
    named = {
        "s": plural("{n} second", "{n} seconds", n),
        "min": plural("{n} minute", "{n} minutes", n),
        "h": plural("{n} hour", "{n} hours", n),
        "cm": plural("{n} centimetre", "{n} centimetres", n),
        "mm": plural("{n} millimetre", "{n} millimetres", n),
        "m": plural("{n} metre", "{n} metres", n),
        "km": plural("{n} kilometre", "{n} kilometres", n),
        "g": plural("{n} gram", "{n} grams", n),
        "kg": plural("{n} kilogram", "{n} kilograms", n),
        "ml": plural("{n} millilitre", "{n} millilitres", n),
        "l": plural("{n} litre", "{n} litres", n),
        "°C": plural("{n} degree Celsius", "{n} degrees Celsius", n),
        "°F": plural("{n} degree Fahrenheit", "{n} degrees Fahrenheit", n),
        "%": plural("{n} percent", "{n} percent", n),
    }
    named["sec"] = named["s"]
    return named[unit].replace(str(n), number, 1)


def phrases(words: str) -> list[str]:
    """Words in phrases of twelve words or fewer: a sentence each, a longer one in parts."""
    return [part for sentence in _SENTENCES.split(words) if sentence.strip() for part in _parts(sentence.strip())]


def _parts(sentence: str) -> list[str]:
    """A sentence, at its commas where it is long, and anywhere where that does not help."""
    if len(sentence.split()) <= _MOST_WORDS:
        return [sentence]
    parts = [""]
    for clause in _CLAUSES.split(sentence):
        joined = f"{parts[-1]} {clause}".strip()
        if len(joined.split()) <= _MOST_WORDS:
            parts[-1] = joined
            continue
        several = clause.split()
        parts += [" ".join(several[at : at + _MOST_WORDS]) for at in range(0, len(several), _MOST_WORDS)]
    return [part for part in parts if part]


def length_ms(words: str) -> int:
    """About how long it takes to say these spoken words, in milliseconds: hardly ever longer."""
    return _START_MS + _LETTER_MS * len(words) + _PAUSE_MS * len(_PAUSES.findall(words)) if words else 0
