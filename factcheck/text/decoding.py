"""Bytes into text: which encoding they are in, and whether they are text at all."""

from __future__ import annotations

import codecs
import re
import unicodedata
from dataclasses import dataclass

from factcheck.errors import UnreadableInput

__all__ = ["DecodedText", "decode_bytes"]

# Longest first: the mark of UTF-32-LE begins with that of UTF-16-LE.
_MARKS = (
    (codecs.BOM_UTF8, "utf-8"),
    (codecs.BOM_UTF32_LE, "utf-32-le"),
    (codecs.BOM_UTF32_BE, "utf-32-be"),
    (codecs.BOM_UTF16_LE, "utf-16-le"),
    (codecs.BOM_UTF16_BE, "utf-16-be"),
)
# How common files that are no text begin.
_SIGNATURES = (
    (b"\x89PNG\r\n\x1a\n", "PNG"),
    (b"\xff\xd8\xff", "JPEG"),
    (b"GIF87a", "GIF"),
    (b"GIF89a", "GIF"),
    (b"%PDF-", "PDF"),
    (b"PK\x03\x04", "ZIP"),
    (b"PK\x05\x06", "ZIP"),
    (b"\xd0\xcf\x11\xe0\xa1\xb1\x1a\xe1", "old Word or Excel"),
    (b"{\\rtf", "RTF"),
    (b"\x1f\x8b", "gzip"),
    (b"BZh", "bzip2"),
    (b"\xfd7zXZ\x00", "xz"),
    (b"7z\xbc\xaf\x27\x1c", "7z"),
    (b"Rar!\x1a\x07", "RAR"),
    (b"SQLite format 3\x00", "SQLite"),
    (b"\x7fELF", "program"),
    (b"MZ\x90", "program"),
    (b"OggS", "Ogg"),
    (b"ID3", "MP3"),
    (b"fLaC", "FLAC"),
    (b"II*\x00", "TIFF"),
    (b"MM\x00*", "TIFF"),
)
_DECLARED = re.compile(rb"<meta[^>]{0,200}?charset\s*=\s*[\"']?\s*([A-Za-z0-9_.:\-]{1,40})", re.IGNORECASE)
_XML_DECLARED = re.compile(rb"<\?xml[^>]{0,200}?encoding\s*=\s*[\"']([A-Za-z0-9_.:\-]{1,40})", re.IGNORECASE)
_HEAD = 4096  # bytes of a page in which its charset is declared
_SAMPLE = 65536  # bytes from which an undeclared encoding is guessed
# UTF-8 read as Windows-1252: a lead byte's letter with a continuation byte's sign.
_MOJIBAKE = re.compile(
    "[\u00c2\u00c3][\u0080-\u00bf\u20ac\u201a\u0192\u201e\u2026\u2020\u2021\u02c6\u2030\u0160\u2039\u0152\u017d\u2018\u2019\u201c\u201d\u2022\u2013"
    "\u2014\u02dc\u2122\u0161\u203a\u0153\u017e\u0178]|\u00e2(?:\u20ac[\u0080-\u00bf\u2122\u0153\u009d\u0153\u201c\u201d\u02dc\u00a6\u201a]|\u201a\u00ac)"
)


@dataclass(frozen=True, slots=True)
class DecodedText:
    """Hold a text as decoded, the encoding it was read in, and what a reader should know of it."""

    text: str
    encoding: str
    notes: tuple[str, ...] = ()


def decode_bytes(data: bytes, source: str, *, charset: str | None = None, is_html: bool = False) -> DecodedText:
    """Decode bytes: by byte order mark, then the declared charset, then UTF-8, then the likeliest old encoding.

    A byte order mark is never part of the text. Line ends stay as they are. Words that were garbled before they reached
    us stay too: quotations are evidence, so a note tells and nothing is repaired.

    Args:
        data: the bytes of the whole file.
        source: the file's name, for errors.
        charset: an encoding declared elsewhere, such as in a header.
        is_html: whether to look for a declaration in the head of a page.

    Raises:
        UnreadableInput: the bytes are empty, hold only white space, or are no text.
    """
    if not data:
        raise UnreadableInput(source, "empty")
    for mark, encoding in _MARKS:
        if data.startswith(mark):
            return _checked(_decode_marked(data[len(mark) :], encoding, source), encoding, source)
    signature = next((name for magic, name in _SIGNATURES if data.startswith(magic)), None)
    if signature is None and data[:4] == b"RIFF":
        signature = "WebP" if data[8:12] == b"WEBP" else "audio or video"
    if signature is None and data[4:8] == b"ftyp":
        signature = "video"
    if signature:
        raise UnreadableInput(source, f"not text ({signature})")
    wide = _wide_encoding(data)
    if wide:
        return _checked(_decode_marked(data, wide, source), wide, source)
    if b"\x00" in data:
        raise UnreadableInput(source, "not text")
    declared = charset or (_declared(data[:_HEAD]) if is_html else None)
    return _decode_unmarked(data, source, declared)


def _decode_marked(data: bytes, encoding: str, source: str) -> str:
    """Decode what follows a byte order mark."""
    if not data:
        raise UnreadableInput(source, "empty")
    try:
        return data.decode(encoding)
    except UnicodeDecodeError:
        if encoding == "utf-8":
            return data.decode("cp1252", "replace") if b"\x00" not in data else _refuse(source)
        return _refuse(source)


def _refuse(source: str) -> str:
    raise UnreadableInput(source, "not text")


def _decode_unmarked(data: bytes, source: str, declared: str | None) -> DecodedText:
    """Decode by the declared charset, as UTF-8, or by a guess with a note."""
    notes: list[str] = []
    if declared:
        try:
            encoding = _web_encoding(declared)
            return _checked(data.decode(encoding), encoding, source)
        except (LookupError, UnicodeDecodeError):
            notes.append(f"the declared encoding {declared} does not fit the bytes")
    try:
        return _checked(data.decode("utf-8"), "utf-8", source, notes)
    except UnicodeDecodeError:
        pass
    encoding = _guess_encoding(data)
    text = data.decode(encoding, "replace")
    if "\ufffd" in text:
        notes.append(f"{text.count(chr(0xFFFD))} characters could not be read")
    notes.insert(0, f"encoding not stated: read as {encoding}")
    return _checked(text, encoding, source, notes)


def _checked(text: str, encoding: str, source: str, notes: list[str] | None = None) -> DecodedText:
    """Refuse what holds no words, and note what looks garbled."""
    notes = list(notes or ())
    text = text.lstrip("\ufeff")
    if not text:
        raise UnreadableInput(source, "empty")
    if all(
        c.isspace() or unicodedata.category(c) == "Cf" for c in text
    ):  # soft hyphens and zero-width marks show nothing
        raise UnreadableInput(source, "no text")
    head = text[:_SAMPLE]
    controls = sum(1 for c in head if (c < " " and c not in "\t\n\r\x0b\x0c\x1b") or "\x7f" <= c < "\xa0")
    if "\x00" in head or controls > max(2, len(head) // 50):
        raise UnreadableInput(source, "not text")
    garbled = _MOJIBAKE.search(text)
    if garbled:
        shown = text[max(0, garbled.start() - 10) : garbled.end() + 10].split("\n")[0]
        notes.append(f'looks garbled, kept as it is: "{" ".join(shown.split())}"')
    return DecodedText(text, encoding, tuple(notes))


def _wide_encoding(data: bytes) -> str | None:
    """Recognise UTF-16 without a mark: every other byte of a Latin text is zero."""
    head = data[:_SAMPLE]
    if len(head) < 4 or b"\x00" not in head:
        return None
    even, odd = head[0::2], head[1::2]
    if odd.count(0) > 0.7 * len(odd) and even.count(0) < 0.05 * len(even):
        return "utf-16-le"
    if even.count(0) > 0.7 * len(even) and odd.count(0) < 0.05 * len(odd):
        return "utf-16-be"
    return None


def _declared(head: bytes) -> str | None:
    """Find the charset a page declares."""
    match = _XML_DECLARED.search(head) or _DECLARED.search(head)
    return match[1].decode("ascii") if match else None


def _web_encoding(name: str) -> str:
    """Give the encoding a label means on the web, where Latin-1 and ASCII are read as Windows-1252."""
    known = codecs.lookup(name).name
    if not codecs.lookup(name)._is_text_encoding:  # "hex", "zlib" and the like are codecs, and no encodings
        raise LookupError(name)
    return "cp1252" if known in ("iso8859-1", "ascii") else known


def _guess_encoding(data: bytes) -> str:
    """Guess an old encoding: Windows-1252 where its bytes read as Western words, otherwise what the statistics say."""
    western = data[:_SAMPLE].decode("cp1252", "replace")
    foreign = [c for c in western if c >= "\x80"]
    typographic = sum(c in "‘’“”–—…€£•™®©°½¼¾ \u00a0áéíóúàèìòùâêîôûäëïöüñçãõåøæœÁÉÍÓÚÀÈÄÖÜÑÇ" for c in foreign)
    if foreign and typographic >= 0.9 * len(foreign):
        return "cp1252"
    from charset_normalizer import from_bytes  # 30 ms to import, and seldom needed

    best = from_bytes(data[:_SAMPLE]).best()
    return best.encoding if best else "cp1252"
