"""What a file is that is no diary, by its first bytes, and what would be right instead: one line, never a flood."""

import json
import re
from collections.abc import Callable

from uncramp.files.diary_lines import HEADER
from uncramp.i18n import _

SQLITE = b"SQLite format 3\0"

_HEAD = 4096
_ZIPS = (b"PK\x03\x04", b"PK\x05\x06", b"PK\x07\x08")
_UTF16 = (b"\xff\xfe", b"\xfe\xff")
_UTF32 = (b"\xff\xfe\0\0", b"\0\0\xfe\xff")
_MARKED_UP = re.compile(rb"<[a-z!?/]")
_OF_A_PAGE = re.compile(
    rb"(<\?.*?\?>|<!--.*?-->|\s)*<(!doctype html|html|head|body|table|div|p|meta|h\d|style|script)\b", re.DOTALL
)


def foreign_words(data: bytes) -> str | None:
    """What the file is and what would be right, in words; `None` for text, which may be a diary."""
    head = data[:_HEAD]
    start = head.removeprefix(b"\xef\xbb\xbf").lstrip().lower()
    if not start and not data.strip(b"\xef\xbb\xbf \t\r\n\v\f"):
        return _("This file is empty.")
    beginnings = (words for beginning, words in _BEGINNINGS if head.startswith(beginning))
    texts = (words for beginning, words in _TEXTS if start.startswith(beginning))
    if words := next(beginnings, next(texts, None)):
        return words
    if b'"uncramp-report"' in head[:200]:
        return _PAGE
    return _by_what_is_in_it(data, head) or _marked_up(start) or _json_words(data, start)


def _marked_up(start: bytes) -> str | None:
    if not _MARKED_UP.match(start):
        return None
    if b"excel.sheet" in start or b"office:spreadsheet" in start:
        return _sheet(_("a spreadsheet (XML)"))
    return _no_text(_("a web page (HTML)") if _OF_A_PAGE.match(start) else _("an XML file"))


def _json_words(data: bytes, start: bytes) -> str | None:
    """What JSON is that is not lines of a diary; its lines one by one are for who reads a diary."""
    if start[:1] not in (b"{", b"["):
        return None
    first = _json(data.removeprefix(b"\xef\xbb\xbf").lstrip().partition(b"\n")[0])
    if isinstance(first, dict):
        spool = _("This waits to go into your diary. uncramp takes it in by itself, from the diary's folder.")
        return spool if "line" in first and HEADER not in first else None
    whole = _json(data)
    if isinstance(whole, list | dict):
        return _no_text(_("a list in JSON") if isinstance(whole, list) else _("one object in JSON"))
    return _no_text(_("text")) if start[:1] == b"[" and first is None else None


def _json(data: bytes) -> object:
    try:
        return json.loads(data)
    except (ValueError, RecursionError):
        return None


def _by_what_is_in_it(data: bytes, head: bytes) -> str | None:
    wide = head[:8].count(0) == len(head[:8:2]) and bytes(4) in (head[:8:2], head[1:8:2])
    if head.startswith(_ZIPS):
        return _zip_words(data)
    if head.startswith(_UTF32):
        return _("This is text in UTF-32. Save it as UTF-8, and take that in.")
    if head.startswith(_UTF16) or wide:
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
    """What is in an archive that other programs use as their own kind of file."""
    head = data[:_HEAD]
    kinds: tuple[tuple[bool, Callable[[str], str], str], ...] = (
        (b"xl/" in data, _sheet, _("an Excel workbook (XLSX)")),
        (b"opendocument.spreadsheet" in head, _sheet, _("a spreadsheet (ODS)")),
        (b"word/" in data or b"opendocument.text" in head, _no_text, _("a document of a word processor")),
        (b"ppt/" in data or b"opendocument.presentation" in head, _no_text, _("a presentation")),
        (b"epub+zip" in head, _no_text, _("a book (EPUB)")),
        (b"Index/" in data and b".iwa" in data, _sheet, _("a document of Numbers or Pages")),
    )
    return next((words(what) for true, words, what in kinds if true), _packed(_("a ZIP archive")))


_LOG = _("This is the log of a database (SQLite). Take in the database beside it, whose name is shorter.")
_LOCKED = _("This is a file that is encrypted. Decrypt it, and take in what is in it.")
_PAGE = _(
    "This is the page for the doctor, which counts, and holds no entries. Take in what 'uncramp diary export' or "
    "'uncramp report --csv' wrote."
)
_BEGINNINGS: tuple[tuple[bytes | tuple[bytes, ...], str], ...] = (
    (b"%PDF", _no_text(_("a PDF"))),
    (b"\x1f\x8b", _packed(_("a file packed with gzip"))),
    (b"BZh", _packed(_("a file packed with bzip2"))),
    (b"\xfd7zXZ", _packed(_("a file packed with xz"))),
    (b"\x28\xb5\x2f\xfd", _packed(_("a file packed with zstd"))),
    (b"7z\xbc\xaf\x27\x1c", _packed(_("a 7z archive"))),
    (b"Rar!", _packed(_("a RAR archive"))),
    (b"\xd0\xcf\x11\xe0\xa1\xb1\x1a\xe1", _sheet(_("a workbook or document of an old Office"))),
    (b"\x89PNG", _no_text(_("a picture (PNG)"))),
    (b"\xff\xd8\xff", _no_text(_("a picture (JPEG)"))),
    (b"GIF8", _no_text(_("a picture (GIF)"))),
    ((b"II*\0", b"MM\0*"), _no_text(_("a picture (TIFF)"))),
    (b"%!PS", _no_text(_("a page for a printer (PostScript)"))),
    (b"PAR1", _no_text(_("a table in Parquet"))),
    ((b"\x7fELF", b"\xcf\xfa\xed\xfe"), _no_text(_("a program"))),
    ((b"\x37\x7f\x06", b"\xd9\xd5\x05\xf9\x20\xa1\x63\xd7"), _LOG),
    ((b"age-encryption.org", b"-----BEGIN PGP", b"Salted__"), _LOCKED),
    ((b"ID3", b"OggS"), _no_text(_("a sound"))),
    (b"bplist", _no_text(_("a property list"))),
)

_TEXTS: tuple[tuple[bytes | tuple[bytes, ...], str], ...] = (
    (b"<svg", _no_text(_("a picture (SVG)"))),
    (b"{\\rtf", _no_text(_("a document of a word processor (RTF)"))),
    (b"begin:vcalendar", _no_text(_("a calendar"))),
    (b"begin:vcard", _no_text(_("a card of contacts"))),
    ((b"pragma foreign_keys", b"create table", b"begin transaction"), _no_text(_("a database as SQL"))),
    (b"leg cramps: self-reported", _PAGE),
)
