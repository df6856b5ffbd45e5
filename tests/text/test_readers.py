"""Rules of `read_document`."""

import datetime
import io
import os
from pathlib import Path

import pytest

from factcheck.errors import InvalidValue, UnreadableInput
from factcheck.text.document import BlockKind, DocumentKind
from factcheck.text.readers import read_document


def write(folder, name, data):
    """Write a file and give its path."""
    path = folder / name
    path.write_bytes(data if isinstance(data, bytes) else data.encode())
    return path


def test_a_text_file(tmp_path):
    """A text file is read as it was decoded, without its byte order mark, line ends kept."""
    path = write(tmp_path, "a.txt", b"\xef\xbb\xbfJobs grew 5%.\r\n\r\nRents fell 2%.\r\n")
    document = read_document(path)
    assert document.text == "Jobs grew 5%.\r\n\r\nRents fell 2%.\r\n"
    assert [(s.start, s.end) for s in document.sentences] == [(0, 13), (17, 31)]
    assert document.source == str(path)


def test_a_markdown_file(tmp_path):
    """The suffix says that marks count."""
    document = read_document(str(write(tmp_path, "a.md", "# Bridge closed\n\nIt is shut.")))
    assert (document.title, document.format) == ("Bridge closed", "markdown")


def test_notes_of_decoding_are_kept(tmp_path):
    """What decoding had to guess stands in the document's notes."""
    assert read_document(write(tmp_path, "a.txt", "It cost £4.".encode("cp1252"))).notes


def test_a_page_without_its_suffix(tmp_path):
    """A page is told by how it begins where the name does not say so."""
    path = write(tmp_path, "page", "<!DOCTYPE html><html><body><p>It cost £4.</p></body></html>")
    assert read_document(path).text == "It cost £4."


def test_a_name_with_a_full_stop_and_no_suffix(tmp_path):
    """What follows the last full stop of a name is not always a suffix."""
    assert read_document(write(tmp_path, "draft v1.2", "It rose.")).text == "It rose."


def test_an_open_file_and_standard_input(monkeypatch):
    """An open file is read, and "-" is standard input."""
    assert read_document(io.BytesIO(b"It rose.")).source == "standard input"
    monkeypatch.setattr("sys.stdin", io.TextIOWrapper(io.BytesIO(b"It fell.")))
    assert read_document("-").text == "It fell."


def test_what_is_told_wins(tmp_path):
    """Format, kind and day can be told."""
    path = write(tmp_path, "a.txt", "# Bridge\n\nIt is shut.")
    document = read_document(path, format="markdown", kind="statements", dateline=datetime.date(2021, 5, 4))
    assert (document.format, document.kind, document.date) == (
        "markdown",
        DocumentKind.STATEMENTS,
        datetime.date(2021, 5, 4),
    )


@pytest.mark.parametrize(
    ("name", "data", "reason"),
    [
        ("empty.txt", b"", "empty"),
        ("bom.txt", b"\xef\xbb\xbf", "empty"),
        ("blank.md", b" \n\n", "no text"),
        ("bin.txt", bytes(range(64)), "not text"),
        ("pic.txt", b"\x89PNG\r\n\x1a\n\x00", "not text (PNG)"),
        ("page.html", b"<html><script>x</script></html>", "no text"),
        ("draft.docx", b"PK\x03\x04", "format .docx is not read yet; save it as .txt, .md or .html"),
    ],
)
def test_what_cannot_be_read(tmp_path, name, data, reason):
    """The reason is the true one, and names the file."""
    with pytest.raises(UnreadableInput) as caught:
        read_document(write(tmp_path, name, data))
    assert caught.value.reason == reason
    assert name in str(caught.value)


def test_missing_files_and_directories(tmp_path):
    """A missing file and a directory are told apart, whatever their suffix."""
    (tmp_path / "dir.txt").mkdir()
    write(tmp_path, "file.txt", "x")
    for name, reason in (("dir.txt", "is a directory"), ("none.docx", "not found"), ("file.txt/x.txt", "not found")):
        with pytest.raises(UnreadableInput) as caught:
            read_document(tmp_path / name)
        assert caught.value.reason == reason


@pytest.mark.skipif(os.geteuid() == 0, reason="root reads every file")
def test_locked_files(tmp_path):
    """A file that may not be read says so."""
    path = write(tmp_path, "locked.txt", "x")
    path.chmod(0)
    with pytest.raises(UnreadableInput, match="permission denied"):
        read_document(path)


def test_odd_names_are_spelled_out(tmp_path):
    """Line breaks and direction marks in a name are spelled out in the message."""
    with pytest.raises(UnreadableInput) as caught:
        read_document(tmp_path / "weird \u202ename\n.txt")
    assert "weird \\u202ename\\n.txt: not found" in str(caught.value)
    with pytest.raises(UnreadableInput, match="not a file name"):
        read_document("a\x00b.txt")


def test_a_file_above_the_limit(tmp_path):
    """A file above the size limit is refused, one at the limit is read."""
    path = write(tmp_path, "a.txt", "word " * 100)
    assert read_document(path, size_limit=500)
    with pytest.raises(UnreadableInput, match="larger than 499 bytes"):
        read_document(path, size_limit=499)


def test_unknown_formats_and_kinds():
    """A format or kind that is not known is refused with those that are."""
    with pytest.raises(InvalidValue, match="text, markdown, html"):
        read_document(Path("x"), format="latex")
    with pytest.raises(InvalidValue, match="article, transcript, statements"):
        read_document(Path("x"), kind="poem")


def test_a_transcript_in_a_page(tmp_path):
    """Labels are read in a page too."""
    page = "<html><body><p>ANN ORR: It rose 4%.</p><p>TOM ROE: It fell.</p></body></html>"
    document = read_document(write(tmp_path, "a.html", page))
    assert [b.speaker for b in document.blocks if b.kind is BlockKind.PARAGRAPH] == ["Ann Orr", "Tom Roe"]
