"""A file of any size as text: its encoding told from its beginning, its characters given piece by piece."""

from __future__ import annotations

import codecs
import gzip
import shutil
import stat
import sys
import tempfile
import zlib
from collections.abc import Iterator
from pathlib import Path
from typing import IO, BinaryIO, cast

from factcheck.errors import UnreadableInput
from factcheck.text.decoding import decode_bytes

__all__ = ["ArchiveFile", "TextBuffer", "reason_of"]

HEAD = 1024 * 1024
"""Bytes from which encoding and form are told."""

PIECE = 256 * 1024
"""Bytes read at a time."""


_WIDE = (
    (codecs.BOM_UTF32_LE, "utf-32-le"),  # before UTF-16-LE, whose mark it begins with
    (codecs.BOM_UTF32_BE, "utf-32-be"),
    (codecs.BOM_UTF16_LE, "utf-16-le"),
    (codecs.BOM_UTF16_BE, "utf-16-be"),
)


def reason_of(error: OSError) -> str:
    """Say why a file cannot be read, in the words all readers use."""
    names = {
        "FileNotFoundError": "not found",
        "IsADirectoryError": "is a directory",
        "PermissionError": "permission denied",
    }
    return names.get(type(error).__name__, (error.strerror or str(error)).lower())


def _stray_byte(error: UnicodeError) -> tuple[str, int]:
    """Read the bytes that are no UTF-8 as Windows-1252: an archive gathered from many sites holds some."""
    if not isinstance(error, UnicodeDecodeError):
        raise error
    return error.object[error.start : error.end].decode("cp1252", "replace"), error.end


codecs.register_error("factcheck_stray_byte", _stray_byte)


class ArchiveFile:
    """Hold an open file: what it is called, how large it is, how far it was read, and its text.

    Standard input and pipes are copied to a temporary file first, so that the form can be told before rows are read; a
    file packed with gzip is unpacked on the way.

    Attributes:
        source: the name by which errors speak of it.
        size: its bytes, packed ones where it is packed.
        head: the text of its first megabyte.
        encoding: the encoding it is read in.

    Raises:
        UnreadableInput: it is missing, a directory, empty, or no text.
    """

    def __init__(self, source: str) -> None:
        self.source = "standard input" if source == "-" else source
        try:
            self._file = _open(source)
        except OSError as error:
            raise UnreadableInput(self.source, reason_of(error)) from error
        try:
            self.size = self._file.seek(0, 2)
            self._file.seek(0)
            self._bytes = _unpacked(self._file)
            self._pending = self._read(HEAD)
            self.encoding, self.head = self._decoded(self._pending)
        except BaseException:
            self._file.close()
            raise

    @property
    def position(self) -> int:
        """The bytes read so far, out of `size`."""
        return self._file.tell()

    def pieces(self, size: int = PIECE) -> Iterator[str]:
        """Give the text piece by piece, without byte order mark and NUL characters; once."""
        errors = "factcheck_stray_byte" if self.encoding == "utf-8" else "replace"
        decoder = codecs.getincrementaldecoder(self.encoding)(errors)
        data, self._pending = self._pending, b""
        is_first = True
        while data:
            text = decoder.decode(data)
            yield (text.lstrip("\ufeff") if is_first else text).replace("\0", "")
            is_first = False
            data = self._read(size)
        yield decoder.decode(b"", final=True)

    def close(self) -> None:
        """Let the file go."""
        self._file.close()

    def _read(self, size: int) -> bytes:
        try:
            return self._bytes.read(size)
        except (OSError, EOFError, zlib.error) as error:
            reason = f"cannot be read to its end ({str(error).lower() or type(error).__name__})"
            raise UnreadableInput(self.source, reason) from error

    def _decoded(self, data: bytes) -> tuple[str, str]:
        """Tell the encoding from the beginning of the file, cut where no character is broken."""
        for mark, encoding in _WIDE:
            if data.startswith(mark):
                return encoding, codecs.getincrementaldecoder(encoding)("replace").decode(data[len(mark) :])
        whole = data
        if len(data) == HEAD:
            while data and data[-1] >= 0x80:
                data = data[:-1]
        try:
            decoded = decode_bytes(data, self.source)
        except UnreadableInput:
            # a few NUL bytes inside a text are slips of whoever wrote the file
            if not 0 < data.count(b"\0") <= len(data) // 100 + 1 or b"\0\0" in data:
                raise
            decoded = decode_bytes(data.replace(b"\0", b""), self.source)
        if not decoded.encoding.startswith("utf") and _is_mostly_utf8(whole):
            return "utf-8", data.decode("utf-8", "factcheck_stray_byte").replace("\0", "")
        return decoded.encoding, decoded.text


def _is_mostly_utf8(data: bytes) -> bool:
    """Say whether letters of several bytes far outnumber the bytes that fit none: UTF-8 with some strays."""
    text = data.decode("utf-8", "replace")
    strays = text.count("\ufffd")
    letters = sum(1 for c in text if c >= "\x80") - strays
    return letters > 4 * strays


def _open(source: str) -> BinaryIO:
    if source != "-":
        file = Path(source).open("rb")  # noqa: SIM115  # it is read while rows are asked for; ArchiveFile closes it
        if stat.S_ISREG(Path(source).stat().st_mode):
            return file
        with file:
            return _copied(file)
    return _copied(sys.stdin.buffer)


def _unpacked(file: BinaryIO) -> IO[bytes]:
    is_packed = file.read(2) == b"\x1f\x8b"
    file.seek(0)
    return cast("IO[bytes]", gzip.GzipFile(fileobj=file)) if is_packed else file


def _copied(stream: BinaryIO) -> BinaryIO:
    copy = tempfile.TemporaryFile()  # noqa: SIM115  # it is read while rows are asked for; ArchiveFile closes it
    shutil.copyfileobj(stream, copy)
    copy.seek(0)
    return cast("BinaryIO", copy)


class TextBuffer:
    """Hold the part of a text that is being read, and get more of it when it is asked for.

    Attributes:
        text: what is held.
        at: where in it the reader stands.
        ended: whether no more will come.
        line: the line, counted from 1, in which the reader stands.
    """

    def __init__(self, pieces: Iterator[str], piece: int = PIECE) -> None:
        self._pieces = pieces
        self._piece = piece  # characters got at a time, at least
        self.text = ""
        self.at = 0
        self.ended = False
        self._lines_before = 0  # line ends that were let go
        self._counted = (0, 0)  # up to where in `text` line ends are counted, and how many there are

    @property
    def line(self) -> int:
        """The line in which the reader stands."""
        place, lines = self._counted
        if self.at > place:
            lines += self.text.count("\n", place, self.at)
            self._counted = (self.at, lines)
        return self._lines_before + lines + 1

    @property
    def held(self) -> int:
        """How many characters are held from where the reader stands."""
        return len(self.text) - self.at

    def more(self) -> bool:
        """Get at least as many characters as are held, if there are so many; say whether there were any."""
        wanted = max(self._piece, self.held)
        got = []
        while wanted > 0 and not self.ended:
            piece = next(self._pieces, None)
            if piece is None:
                self.ended = True
            else:
                got.append(piece)
                wanted -= len(piece)
        self.let_go()
        self.text += "".join(got)
        return any(got)

    def let_go(self, most: int = 0) -> None:
        """Let go of the text before the reader if that is more than some characters."""
        if self.at > most:
            self._lines_before = self.line - 1
            self.text = self.text[self.at :]
            self.at = 0
            self._counted = (0, 0)

    def lines(self) -> Iterator[str]:
        """Give line after line, each with its end; what stands after the last end is a line, too."""
        while True:
            end = self.text.find("\n", self.at)
            if end < 0:
                if self.more():
                    continue
                if self.held:
                    last = self.text[self.at :]
                    self.at = len(self.text)
                    yield last
                return
            start, self.at = self.at, end + 1
            yield self.text[start : self.at]
