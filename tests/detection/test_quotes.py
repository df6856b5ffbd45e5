import json
from pathlib import Path

import pytest
from hypothesis import given, settings
from hypothesis import strategies as st

from factcheck.detection.quotes import find_quotes
from factcheck.text.document import Document
from factcheck.vocabulary import QuoteKind

GOLDEN = Path(__file__).parents[1] / "golden" / "quotes" / "speakers.jsonl"
CASES = [json.loads(line) for line in GOLDEN.read_text(encoding="utf-8").splitlines()]
PIECES = st.sampled_from(
    [
        "“",
        "”",
        '"',
        "‘",
        "’",
        "'",
        "«",
        "»",
        " said Ana Bell",
        " he said",
        "The mayor",
        " that",
        ", ",
        ". ",
        "\n\n",
        "costs ",
        "doubled",
        "’90s ",
        "teachers’ ",
        "according to Tom Orr",
        "\u00ad",
        "ﬁre ",
        "é",
        "🙂",
        " and ",
        "by the firm",
        "(",
        ")",
    ]
)


def summary(quote):
    """Write a quote the way the golden file does."""
    row = {"words": quote.text, "kind": quote.kind.value, "speaker": quote.speaker}
    if quote.said_by != quote.speaker:
        row["said_by"] = quote.said_by
    if quote.title:
        row["title"] = quote.title
    if not quote.closed:
        row["closed"] = False
    if quote.parts:
        row["parts"] = len(quote.parts)
    return row


@pytest.mark.parametrize("case", CASES, ids=[case["rule"] for case in CASES])
def test_golden_speakers(case):
    """Every case of the golden file gives exactly its quotations, with their speakers."""
    assert [summary(quote) for quote in find_quotes(Document.from_text(case["text"]))] == case["quotes"]


def test_an_unclosed_quotation_is_a_warning():
    """An unclosed quotation says so, and the next paragraph's pairs are whole."""
    quotes = find_quotes(Document.from_text("Bell added: “It is off by 12%.\n\nOrr said “no” twice."))
    assert [(quote.text, quote.closed, quote.notes) for quote in quotes] == [
        ("It is off by 12%.", False, ("unclosed quotation",)),
        ("no", True, ()),
    ]


def test_parts_are_the_paragraphs_of_a_quotation():
    """The parts of a quotation over several paragraphs are the words of each, without their marks."""
    text = "“One,” Orr said. “Two.\n\n“Three.\n\n“Four.”"
    (_, quote) = find_quotes(Document.from_text(text))
    assert [text[start:end] for start, end in quote.parts] == ["Two.", "Three.", "Four."]
    assert (quote.start, quote.end) == (quote.parts[0][0], quote.parts[-1][1])


def test_spans_point_into_the_text_as_it_was_decoded():
    """Soft hyphens and ligatures inside a quotation do not shift it or its cue."""
    text = "“The of\u00adﬁce is full,” sa\u00adid Ana Bell."
    (quote,) = find_quotes(Document.from_text(text))
    assert text[quote.start : quote.end] == quote.text == "The of\u00adﬁce is full,"
    assert quote.cue == text[quote.cue_start : quote.cue_end] == "sa\u00adid"
    assert quote.speaker == "Ana Bell"


@given(st.lists(PIECES, max_size=40).map("".join))
@settings(max_examples=120, deadline=None)
def test_any_text_gives_exact_ordered_spans(text):
    """Whatever the marks, spans say what they cover and stand in order, and the answer is always the same."""
    document = Document.from_text(text)
    quotes = find_quotes(document)
    assert all(document.text[quote.start : quote.end] == quote.text for quote in quotes)
    assert all(quote.text.strip() for quote in quotes)
    assert [quote.start for quote in quotes] == sorted(quote.start for quote in quotes)
    assert quotes == find_quotes(document)


@given(st.text(max_size=200))
@settings(max_examples=60, deadline=None)
def test_arbitrary_characters_raise_nothing(text):
    """No text makes the finder fail."""
    for quote in find_quotes(Document.from_text(text)):
        assert isinstance(quote.kind, QuoteKind)
