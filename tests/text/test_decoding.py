"""Rules of `decode_bytes`."""

import codecs

import pytest
from hypothesis import given, settings
from hypothesis import strategies as st

from factcheck.errors import UnreadableInput
from factcheck.text.decoding import decode_bytes


@pytest.mark.parametrize(
    ("data", "encoding"),
    [
        (codecs.BOM_UTF8 + "Málaga".encode(), "utf-8"),
        (codecs.BOM_UTF16_LE + "Málaga".encode("utf-16-le"), "utf-16-le"),
        (codecs.BOM_UTF16_BE + "Málaga".encode("utf-16-be"), "utf-16-be"),
        (codecs.BOM_UTF32_LE + "Málaga".encode("utf-32-le"), "utf-32-le"),
        ("Málaga".encode("utf-16-le"), "utf-16-le"),
        ("Málaga".encode(), "utf-8"),
    ],
)
def test_encodings_that_state_themselves(data, encoding):
    """A byte order mark, UTF-16's zeros or valid UTF-8 decide; the mark is not in the text, and no note is needed."""
    decoded = decode_bytes(data, "a.txt")
    assert (decoded.text, decoded.encoding, decoded.notes) == ("Málaga", encoding, ())


def test_old_bytes_are_read_with_a_note():
    """Windows-1252 is read as such, and the reader is told."""
    decoded = decode_bytes("“£4m” in Málaga – he said".encode("cp1252"), "a.txt")
    assert decoded.text == "“£4m” in Málaga – he said"
    assert decoded.notes == ("encoding not stated: read as cp1252",)


def test_a_page_declares_its_charset():
    """A page's own declaration decides, and Latin-1 means Windows-1252 as it does on the web."""
    page = '<html><head><meta charset="iso-8859-1"></head>“£4m”'.encode("cp1252")
    assert "“£4m”" in decode_bytes(page, "a.html", is_html=True).text


def test_a_wrong_declaration_is_noted():
    """A declared charset that does not fit the bytes is passed over with a note."""
    decoded = decode_bytes("Málaga".encode(), "a.txt", charset="utf-16")
    assert decoded.text == "Málaga"
    assert decoded.notes == ("the declared encoding utf-16 does not fit the bytes",)


def test_an_unknown_declaration_is_noted():
    """A charset that nobody knows, or a codec that is no encoding, is passed over with a note."""
    for charset in ("klingon", "hex"):
        assert decode_bytes(b"Rents rose", "a.txt", charset=charset).notes


def test_garbled_words_are_kept_with_a_note():
    """Words garbled before they reached us are evidence: kept as they are, and told."""
    text = "Rents at CafÃ© Noir rose"
    decoded = decode_bytes(text.encode(), "a.txt")
    assert decoded.text == text
    assert "garbled" in decoded.notes[0]


@pytest.mark.parametrize("text", ["Ärger in Málaga: £4, 5 °C, “naïve”", "SÃO PAULO — Âncora, Ã la carte", "Â 1 €"])
def test_accents_are_not_taken_for_garbling(text):
    """Ordinary accents bring no note."""
    assert decode_bytes(text.encode(), "a.txt").notes == ()


def test_line_ends_are_kept():
    """CRLF stays as it was decoded."""
    assert decode_bytes(b"a\r\nb", "a.txt").text == "a\r\nb"


@pytest.mark.parametrize(
    ("data", "reason"),
    [
        (b"", "empty"),
        (codecs.BOM_UTF8, "empty"),
        (codecs.BOM_UTF16_LE, "empty"),
        (b" \r\n\t", "no text"),
        ("\u200b\u00a0".encode(), "no text"),
        (b"\x89PNG\r\n\x1a\n\x00", "not text (PNG)"),
        (b"%PDF-1.7\n", "not text (PDF)"),
        (b"PK\x03\x04\x14\x00", "not text (ZIP)"),
        (b"RIFF\x00\x00\x00\x00WEBPVP8", "not text (WebP)"),
        (bytes(range(64)), "not text"),
        (b"\x01\x02\x03\x04\x05\x06\x07\x08" * 20, "not text"),
    ],
)
def test_what_is_no_text(data, reason):
    """What holds no words is refused with the true reason."""
    with pytest.raises(UnreadableInput) as caught:
        decode_bytes(data, "a.txt")
    assert caught.value.reason == reason


@given(st.binary(max_size=200))
@settings(max_examples=60, deadline=None)
def test_any_bytes_are_read_or_refused(data):
    """Whatever the bytes, there is a text that UTF-8 can hold, or a reason."""
    try:
        decoded = decode_bytes(data, "a.txt")
    except UnreadableInput:
        return
    assert decoded.text.encode("utf-8")
    assert not decoded.text.startswith("\ufeff")
