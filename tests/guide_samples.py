"""Folders of guide texts, and texts that mean harm, for the tests of the guide."""

from pathlib import Path

from uncramp.guide.topics import FOLDER, Guide, read_guide
from uncramp.paths import shipped_routines

HOSTILE = (
    "# Title \x1b[31mred\x1b]8;;http://bad.example\x07\n\n"
    "One \x9b2J \u202eturned\u202c [bold]markup[/bold] [/x] [link](http://bad.example) <b>&#27;[1m</b>.\n\n"
    "![picture](http://bad.example/p.png) http://bad.example `co\x00de`\n\n"
    "- item [@click=app.exit]click[/]\n  - \x08deeper\n"
)
"""Escape sequences, turned text, two kinds of markup, links and HTML."""


def shipped() -> Guide:
    return read_guide(shipped_routines() / FOLDER)


def folder(path: Path, **texts: str | bytes) -> Path:
    """A folder with a file for each text; `_` in a name is a hyphen."""
    path.mkdir(exist_ok=True)
    for name, text in texts.items():
        data = text if isinstance(text, bytes) else text.encode()
        (path / f"{name.replace('_', '-')}.md").write_bytes(data)
    return path
