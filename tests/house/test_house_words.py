"""The program's own words: no promise, no diagnosis, and "fit" only in the warning signs."""

import ast
import re
from collections.abc import Iterator
from pathlib import Path

import uncramp
from uncramp.words.signs import signs_text, warning_signs

SOURCE = Path(uncramp.__file__).parent
FORBIDDEN = re.compile(
    r"\b(cures?|prevents?|heals?|guarantee\w*|safe for everyone|you have a clot|diagnos\w+"
    r"|needles?|mustard|convulsions?|seizures?|spasms?|fits?)\b",
    re.IGNORECASE,
)
ALLOWED = {"A fit (seizure), or passing out."}


def messages(path: Path) -> Iterator[str]:
    """Every message that goes through the catalogue."""
    for node in ast.walk(ast.parse(path.read_text(encoding="utf-8"))):
        if isinstance(node, ast.Call) and isinstance(node.func, ast.Name) and node.func.id in {"_", "plural"}:
            for argument in node.args:
                if isinstance(argument, ast.Constant) and isinstance(argument.value, str):
                    yield argument.value


def test_no_message_promises_or_diagnoses() -> None:
    found = {message for path in SOURCE.rglob("*.py") for message in messages(path)}
    assert len(found) > 200  # they are found at all
    assert {message for message in found if FORBIDDEN.search(message)} <= ALLOWED


def test_fit_stands_in_the_warning_signs_alone() -> None:
    assert "A fit (seizure)" in signs_text(warning_signs())
    for path in SOURCE.rglob("*.py"):
        if path.name != "signs.py":
            assert not any(re.search(r"\bfits?\b", message) for message in messages(path)), path
