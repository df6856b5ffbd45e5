"""Rules of `clean_text` and `clean_document`."""

import unicodedata

import pytest
from hypothesis import given, settings
from hypothesis import strategies as st

from factcheck.text.cleaning import clean_document, clean_text
from factcheck.text.document import Document

PARTS = st.sampled_from(
    ["a", "word", " ", "\u00ad", "\u200b", "\u00a0", "\ufb01", "\r\n", "\r", "\n", "\ufeff", "\u202e",
     "e\u0301", "x\u0333", "4", "\u202f", "**", "[a](http://b.c)", "_", "`", "🔥", "👨\u200d👩", "é"]
)  # fmt: skip
TEXTS = st.lists(PARTS, max_size=40).map("".join)


def bare(text):
    """Give the words of a text without what cleaning may change."""
    spelled = unicodedata.normalize("NFKC", text)
    return "".join(c for c in spelled if not c.isspace() and unicodedata.category(c) not in ("Cf", "Cc"))


@given(TEXTS)
@settings(max_examples=50, deadline=None)
def test_cleaning_keeps_the_words(text):
    """The clean text reads as the source does."""
    assert bare(clean_text(text).text) == bare(text)


@given(TEXTS, st.data())
@settings(max_examples=50, deadline=None)
def test_mapped_spans_read_the_same(text, data):
    """A span of the clean text maps to a stretch of the source that reads the same, but for a ligature taken whole."""
    clean = clean_text(text)
    a = data.draw(st.integers(0, len(clean.text)))
    b = data.draw(st.integers(a, len(clean.text)))
    start, end = clean.source_span(a, b)
    assert 0 <= start <= end <= len(text)
    assert bare(clean.text[a:b]) in bare(text[start:end])
    if a < b:
        again = clean.clean_span(start, end)
        assert again[0] <= a
        assert b <= again[1]
        assert again[1] - again[0] <= (b - a) + 4


@given(TEXTS, st.data())
@settings(max_examples=33, deadline=None)
def test_source_spans_map_inside_the_clean_text(text, data):
    """A span of the source maps into the clean text, ends in order."""
    clean = clean_text(text, markdown=True)
    a = data.draw(st.integers(0, len(text)))
    b = data.draw(st.integers(a, len(text)))
    start, end = clean.clean_span(a, b)
    assert 0 <= start <= end <= len(clean.text)


@pytest.mark.parametrize(
    ("source", "wanted"),
    [
        ("Un\u00adem\u00adployment", "Unemployment"),
        ("4.2\u00a0million\u200b people", "4.2 million people"),
        ("\ufb01nal of\ufb01ce", "final office"),
        ("one\r\ntwo\rthree", "one\ntwo\nthree"),
        ("\ufeffJobs \u202egrew\u202c", "Jobs grew"),
        ("Ma\u0301laga", "Málaga"),
        ("sub\u00ad\nscription", "subscription"),
        ("10\u202f000", "10\u202f000"),
    ],
)
def test_what_is_cleaned(source, wanted):
    """Invisible marks go, ligatures and accents become letters, thin spaces between figures stay."""
    assert clean_text(source).text == wanted


@pytest.mark.parametrize(
    ("source", "wanted"),
    [
        ("**73** of _329_ seats", "73 of 329 seats"),
        ("[329 seats](https://example.org/a_b) won", "329 seats won"),
        ("snake_case_name and 2 * 3 * 4", "snake_case_name and 2 * 3 * 4"),
        ("`73` of ***329***", "73 of 329"),
        ("a [note] stays", "a [note] stays"),
    ],
)
def test_markdown_marks_are_cleaned(source, wanted):
    """Emphasis, code marks and link targets go; underscores and asterisks of their own stay."""
    assert clean_text(source, markdown=True).text == wanted


def test_a_plain_text_is_its_own_copy():
    """Where nothing is to be cleaned, the map is the identity."""
    clean = clean_text("Rents rose 5%.")
    assert clean.is_identity
    assert clean.source_span(0, 5) == clean.clean_span(0, 5) == (0, 5)


def test_a_document_is_cleaned_with_its_parts():
    """Blocks, sentences and the dateline of the copy read as those of the source."""
    source = "LEEDS, Jan\u00a01 (Wire) - Un\u00ademployment fell.\r\nIt was 4\u200b%."
    document = Document.from_text(source)
    copy, clean = clean_document(document)
    assert [copy.text[s.start : s.end] for s in copy.sentences] == ["Unemployment fell.", "It was 4%."]
    assert copy.text[copy.dateline.start : copy.dateline.end] == "LEEDS, Jan 1 (Wire) -"
    for ours, theirs in zip(document.sentences, copy.sentences, strict=True):
        assert clean.source_span(theirs.start, theirs.end) == (ours.start, ours.end)


def test_markdown_documents_lose_their_marks():
    """Of a Markdown document the copy is without emphasis, and maps back into the raw text."""
    document = Document.from_text("They won **73** of [329](http://a.b) seats.", format="markdown")
    copy, clean = clean_document(document)
    at = copy.text.index("73 of 329")
    start, end = clean.source_span(at, at + 9)
    assert copy.text == "They won 73 of 329 seats."
    assert document.text[start:end] == "73** of [329"
