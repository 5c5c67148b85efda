"""Bytes to a tree of nodes, each with its line and column, from YAML's events and within limits.

Scalars stay the text that was written: what `1:30`, `010` or `no` means is for the field that it stands in. The tree
is built on a stack of its own, so that no depth of nesting reaches Python's, and reading stops where a limit is passed.
"""

from collections.abc import Generator
from contextlib import closing
from typing import cast

from uncramp.files.builder import Builder, Event, StopReadingError
from uncramp.files.disk import LARGEST
from uncramp.files.nodes import Node
from uncramp.files.problems import Problems
from uncramp.files.syntax import complain
from uncramp.files.text import clean, position, shorten, untab


def read_document(data: bytes, path: str, problems: Problems) -> Node | None:
    """Read one YAML document.

    Args:
        data: the file's bytes, whatever they are.
        path: how messages call the file.
        problems: takes in everything that is wrong.

    Returns:
        The tree, or `None` if there is none to speak of. Nothing is raised for any bytes.
    """
    text = _decode(data, path, problems)
    if text is None:
        return None
    builder = Builder(text, path, problems)
    return builder.root if _build(builder, text) else None


def _decode(data: bytes, path: str, problems: Problems) -> str | None:
    """The file's text without hidden characters, with plain newlines."""
    if len(data) > LARGEST:
        problems.add(path, 1, 1, f"the file is over {LARGEST // 1024} KB: a file here is a few KB")
        return None
    if data[:2] in (b"\xff\xfe", b"\xfe\xff") or 0 in data[:2]:
        problems.add(path, 1, 1, "this looks like UTF-16: save it as UTF-8")
        return None
    try:
        text = data.removeprefix(b"\xef\xbb\xbf").decode()
    except UnicodeDecodeError as error:
        good = error.object[: error.start].decode().replace("\r\n", "\n")
        line, column = position(good, len(good))
        problems.add(
            path, line, column, f"byte 0x{error.object[error.start]:02X} is not UTF-8: save it as UTF-8"
        )
        return None
    text, flaws = clean(untab(text.replace("\r\n", "\n")))
    line, column = 1, 1
    for offset, message in flaws:
        if not problems.full:  # past that nobody sees where, and looking takes time
            line, column = position(text, offset)
        problems.add(path, line, column, message)
    return text


def _build(builder: Builder, text: str) -> bool:
    """Feed the parser's events to the builder; whether a tree came of it."""
    import yaml

    loader = getattr(yaml, "CSafeLoader", yaml.SafeLoader)
    try:
        with closing(cast(Generator[Event], yaml.parse(text, Loader=loader))) as events:
            return builder.take(events)
    except StopReadingError:
        return False
    except yaml.YAMLError as error:
        line, column, message = complain(error, text)
    except (ValueError, ArithmeticError, LookupError, TypeError, AttributeError, RecursionError) as error:
        # The pure-Python parser trips over some escapes and directives in ways of its own.
        line, column, message = 1, 1, f"this is not valid YAML: {shorten(str(error), 100)}"
    builder.problems.add(builder.path, line, column, message)
    return False
