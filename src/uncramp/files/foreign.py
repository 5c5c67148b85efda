"""What a file is that is no diary, by its first bytes, and what would be right instead: one line, never a flood."""

from collections.abc import Callable

from uncramp.i18n import _

SQLITE = b"SQLite format 3\0"
"""What a database begins with."""

_HEAD = 4096
_ZIP = b"PK\x03\x04"
_UTF16 = (b"\xff\xfe", b"\xfe\xff")


def foreign_words(data: bytes) -> str | None:
    """What the file is and what would be right, in words; `None` for text, which may be a diary."""
    head = data[:_HEAD]
    start = head.removeprefix(b"\xef\xbb\xbf").lstrip().lower()
    beginnings = next((words for beginning, words in _BEGINNINGS if head.startswith(beginning)), None)
    texts = next((words for beginning, words in _TEXTS if start.startswith(beginning)), None)
    if words := beginnings or texts:
        return words()
    if b'"uncramp-report"' in head[:200]:
        return _page_words()
    return _by_what_is_in_it(data, head)


def _by_what_is_in_it(data: bytes, head: bytes) -> str | None:
    every_other = head[:8:2], head[1:8:2]
    if head.startswith(_ZIP):
        return _zip_words(data)
    if head.startswith(_UTF16) or bytes(4) in every_other:
        return _("This is text in UTF-16. Save it as UTF-8 ('CSV UTF-8' in Excel), and take that in.")
    if head[4:8] == b"ftyp" or head.startswith(b"RIFF"):
        return _no_text(_("a picture, a sound or a film"))
    if head[257:262] == b"ustar":
        return _packed(_("a TAR archive"))
    return _no_text(_("no text")) if b"\0" in head else None


def _no_text(what: str) -> str:
    return _("This is {what}. What 'uncramp diary export' wrote, a copy of a diary or a CSV can be taken in.").format(
        what=what
    )


def _packed(what: str) -> str:
    return _("This is {what}. Unpack it, and take in what is in it.").format(what=what)


def _sheet(what: str) -> str:
    return _("This is {what}. Save it as CSV ('CSV UTF-8'), and take that in.").format(what=what)


def _zip_words(data: bytes) -> str:
    if b"xl/" in data:
        return _sheet(_("an Excel workbook (XLSX)"))
    if b"opendocument.spreadsheet" in data[:_HEAD]:
        return _sheet(_("a spreadsheet (ODS)"))
    if b"word/" in data or b"opendocument.text" in data[:_HEAD]:
        return _no_text(_("a document of a word processor"))
    if b"Index/" in data and b".iwa" in data:
        return _sheet(_("a document of Numbers or Pages"))
    return _packed(_("a ZIP archive"))


def _page_words() -> str:
    return _(
        "This is the page for the doctor, which counts, and holds no entries. Take in what 'uncramp diary export' or "
        "'uncramp report --csv' wrote."
    )


_BEGINNINGS: tuple[tuple[bytes, Callable[[], str]], ...] = (
    (b"%PDF", lambda: _no_text(_("a PDF"))),
    (b"\x1f\x8b", lambda: _packed(_("a file packed with gzip"))),
    (b"BZh", lambda: _packed(_("a file packed with bzip2"))),
    (b"\xfd7zXZ", lambda: _packed(_("a file packed with xz"))),
    (b"\x28\xb5\x2f\xfd", lambda: _packed(_("a file packed with zstd"))),
    (b"7z\xbc\xaf\x27\x1c", lambda: _packed(_("a 7z archive"))),
    (b"Rar!", lambda: _packed(_("a RAR archive"))),
    (b"\xd0\xcf\x11\xe0\xa1\xb1\x1a\xe1", lambda: _sheet(_("a workbook or document of an old Office"))),
    (b"\x89PNG", lambda: _no_text(_("a picture (PNG)"))),
    (b"\xff\xd8\xff", lambda: _no_text(_("a picture (JPEG)"))),
    (b"GIF8", lambda: _no_text(_("a picture (GIF)"))),
    (b"II*\0", lambda: _no_text(_("a picture (TIFF)"))),
    (b"MM\0*", lambda: _no_text(_("a picture (TIFF)"))),
    (b"\x7fELF", lambda: _no_text(_("a program"))),
    (b"ID3", lambda: _no_text(_("a sound"))),
    (b"OggS", lambda: _no_text(_("a sound"))),
    (b"bplist", lambda: _no_text(_("a property list"))),
)

_TEXTS: tuple[tuple[bytes, Callable[[], str]], ...] = (
    (b"<!doctype html", lambda: _no_text(_("a web page (HTML)"))),
    (b"<html", lambda: _no_text(_("a web page (HTML)"))),
    (b"<svg", lambda: _no_text(_("a picture (SVG)"))),
    (b"<?xml", lambda: _no_text(_("an XML file"))),
    (b"{\\rtf", lambda: _no_text(_("a document of a word processor (RTF)"))),
    (b"begin:vcalendar", lambda: _no_text(_("a calendar"))),
    (b"leg cramps: self-reported", _page_words),
)
