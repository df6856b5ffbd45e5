"""Files of any size as text."""

import random
from pathlib import Path

import pytest
from hypothesis import given
from hypothesis import strategies as st

from factcheck.errors import UnreadableInput
from factcheck.exchange.archive_file import HEAD, ArchiveFile, TextBuffer


def read(path: Path) -> tuple[str, str]:
    file = ArchiveFile(str(path))
    try:
        return file.encoding, "".join(file.pieces())
    finally:
        file.close()


@pytest.mark.parametrize("encoding", ["utf-8", "utf-8-sig", "utf-16", "cp1252"])
def test_encodings(encoding: str, tmp_path: Path) -> None:
    """A file larger than its head is read whole in the encoding it has, without its byte order mark."""
    text = "“Café” prices rose 5% — they said.\n" * 40_000
    path = tmp_path / "a.txt"
    path.write_bytes(text.encode(encoding))
    assert path.stat().st_size > HEAD
    assert read(path)[1] == text


def test_stray_bytes_cost_nothing(tmp_path: Path) -> None:
    """In a text of UTF-8 single bytes of Windows-1252 are read as what they were meant to be."""
    path = tmp_path / "a.txt"
    path.write_bytes(
        "Zoë’s café – 5 €\n".encode() * 20 + "Zoë\n".encode("cp1252") + b"x" * HEAD + "ö\n".encode("cp1252")
    )
    encoding, text = read(path)
    assert encoding == "utf-8"
    assert text.count("Zoë") == 21
    assert text.endswith("ö\n")


def test_a_folder_and_a_picture_are_named(tmp_path: Path) -> None:
    """What is no text says what it is."""
    picture = tmp_path / "a.json"
    picture.write_bytes(b"\x89PNG\r\n\x1a\n\x00\x00\x00\x0d")
    with pytest.raises(UnreadableInput, match="PNG"):
        ArchiveFile(str(picture))
    with pytest.raises(UnreadableInput, match="is a directory"):
        ArchiveFile(str(tmp_path))


@given(st.text(alphabet="ab\n", max_size=60), st.randoms(use_true_random=False))
def test_lines_and_their_numbers_do_not_hang_on_the_pieces(text: str, chance: random.Random) -> None:
    """A buffer gives the lines of the text, and knows in which it stands."""
    pieces = [text[at : at + 3] for at in range(0, len(text), 3)]
    buffer = TextBuffer(iter(pieces), chance.randint(1, 9))
    lines = []
    for number, line in enumerate(buffer.lines(), 1):
        lines.append(line)
        assert buffer.line == number + line.endswith("\n")
    assert lines == text.splitlines(keepends=True)
