"""What the YAML parser complains of, in plain English."""

from typing import TYPE_CHECKING, NamedTuple

from uncramp.files.text import shorten

if TYPE_CHECKING:
    import yaml


class Complaint(NamedTuple):
    """A syntax error: where (line and column from 1) and what."""

    line: int
    column: int
    message: str


class _Known(NamedTuple):
    """One complaint of the parser's: what gives it away, what to say, and whether it is about where it began."""

    sign: str
    message: str
    at_start: bool = False


_KNOWN = (
    _Known("tab character", "a tab can't indent in YAML: use spaces"),
    _Known("'\\t'", "a tab can't stand here in YAML: use spaces"),
    _Known("while scanning a quoted scalar", "the text that opens here has no closing quote", at_start=True),
    _Known("escape", "this backslash begins no known character: write \\\\, or use 'single quotes'"),
    _Known(
        "while scanning an anchor", "'&' begins a YAML anchor, which is not used here: put the text in quotes"
    ),
    _Known(
        "while scanning an alias", "'*' begins a YAML alias, which is not used here: put the text in quotes"
    ),
    _Known("tag", "'!' begins a YAML tag, which is not used here: put the text in quotes"),
    _Known("directive", "a line with '%' at its start is a YAML directive, which is not used here"),
    _Known(
        "incompatible YAML document",
        "a line with '%' at its start is a YAML directive, which is not used here",
    ),
    _Known(
        "mapping values are not allowed",
        "a ': ' that belongs to no key: put text with a ': ' in it in quotes",
    ),
    _Known("mapping keys are not allowed", "a '? ' can't stand here: put the text in quotes"),
    _Known("sequence entries are not allowed", "a '- ' can't stand here: put each list item on its own line"),
    _Known("could not find expected ':'", "this line has no ': ' between key and value", at_start=True),
    _Known(
        "while parsing a flow sequence",
        "this list needs ',' between its items and ']' at its end",
        at_start=True,
    ),
    _Known(
        "while parsing a flow mapping", "this needs ',' between its keys and '}' at its end", at_start=True
    ),
    _Known(
        "while parsing a block mapping",
        "this does not line up: keys that belong together begin in one column, each with ': ' after it",
    ),
    _Known(
        "while parsing a block collection",
        "this does not line up: each list item begins with '- ' in one column",
    ),
    _Known(
        "node content", "something is missing here: is a bracket before this not closed, or closed twice?"
    ),
    _Known("cannot start any token", "text can't begin with this character: put it in quotes"),
    _Known("document start", "the document has ended before this: take out what follows, or indent it"),
    _Known("block scalar", "what follows '|' or '>' is the text, on lines of its own, indented"),
)


def complain(error: "yaml.YAMLError", text: str) -> Complaint:
    """Put the parser's error into plain English.

    Args:
        error: what the parser raised.
        text: what it was reading.
    """
    context, problem = getattr(error, "context", None) or "", getattr(error, "problem", None) or ""
    at, began = getattr(error, "problem_mark", None), getattr(error, "context_mark", None)
    said = f"{context} {problem}"
    known = next((known for known in _KNOWN if known.sign in said), None)
    mark = (began or at) if known is not None and known.at_start else (at or began)
    line, column = (mark.line + 1, mark.column + 1) if mark is not None else (1, 1)
    if known is None:
        return Complaint(
            line, column, f"this is not valid YAML: {shorten(problem or 'it cannot be read', 100)}"
        )
    if known.sign == "cannot start any token" and _char_at(text, line, column) == "\t":
        return Complaint(line, column, "a tab can't stand here in YAML: use spaces")
    return Complaint(line, column, known.message)


def _char_at(text: str, line: int, column: int) -> str:
    lines = text.split("\n")
    return lines[line - 1][column - 1 : column] if line <= len(lines) else ""
