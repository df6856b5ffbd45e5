"""Every finder on text that nobody would write: no exception, exact spans, in order, the same answer twice."""

from __future__ import annotations

import datetime
from collections.abc import Callable, Sequence
from itertools import pairwise
from typing import Any

import pytest
from hypothesis import HealthCheck, example, given, settings
from hypothesis import strategies as st

from factcheck.detection.analysis import Analysis
from factcheck.detection.consistency import check_consistency
from factcheck.detection.coverage import coverage
from factcheck.detection.dates import find_dates
from factcheck.detection.names import find_names
from factcheck.detection.quantities import find_quantities
from factcheck.detection.quotes import find_quotes
from factcheck.detection.words import tag_words
from factcheck.text.cleaning import clean_text
from factcheck.text.document import Document
from factcheck.text.sentences import split_sentences

DAY = datetime.date(2021, 11, 7)
MARKS = "“”‘’\"'«»„`()[]{}<>.,;:!?…-–—‑/\\%$£€#@*_|&+=~^°½"
HIDDEN = "\u00ad\u200b\u200f\u202e\u2028\u00a0\u202f\ufeff\u0301\ufb01\r\n\t\x0b\x0c\x00"
FOREIGN = "éßİıſŁΩЖא中٣９²Ⅷ😀👩🏽\U0010ffff\ud800"
VOCABULARY = (
    "one two twenty hundred thousand million dozen half third quarter a an and of the in to from between point per cent "
    "1 7 12 30 31 99 100 1,200 3.4 1/2 2019 1990s 21st 2019-05-02 5/6 6:30 10-12 1.234.567 007 $5m €3bn £ 4% km m² kg 6ft "
    "Monday May March Jan. Q1 last next week years ago yesterday noon pm o'clock GMT century before after since "
    "said says told according claimed that who he she they his it I we Mr Dr. Smith al-Rashedi O'Neil WHO US U.S. Bell’s "
    "at least more than nearly about up only all but if because not never will was were is has had been rose fell doubled "
    "largest first most minister police officials workers seats people city of-the-art well-known n't don't 's"
)
PIECES = VOCABULARY.split()
GAPS = (" ", " ", " ", " ", "", "  ", "\n", "\n\n", ", ", ". ", "; ", ": ", " — ", "-", "“", "” ", "\u00a0", "\r\n")

soup = st.lists(st.tuples(st.sampled_from(PIECES), st.sampled_from(GAPS)), max_size=40).map(
    lambda pairs: "".join(piece + gap for piece, gap in pairs)
)
marks = st.text(st.sampled_from(MARKS + HIDDEN + FOREIGN + "aAxX09 "), max_size=60)
mixed = st.lists(st.one_of(soup, marks), max_size=4).map("".join)
nasty = settings(max_examples=40, deadline=None, derandomize=True, suppress_health_check=[HealthCheck.too_slow])


def findings(text: str) -> dict[str, Sequence[Any]]:
    """Run every finder over a text, as plain copy and as Markdown."""
    document = Document.from_text(text, dateline=DAY)
    reading = Analysis(document)
    return {
        "claims": reading.claims,
        "quantities": reading.quantities,
        "quotes": reading.quotes,
        "reported": reading.reported,
        "names": reading.names,
        "dates": find_dates(clean_text(text).text, DAY),
        "undated": find_quantities(text),
        "markdown quantities": Analysis(Document.from_text(text, format="markdown")).quantities,
        "marked quotes": find_quotes(document),
        "listed names": find_names(document, known=["Smith", {"name": "Bell", "variants": ["O'Neil"]}]),
    }


@nasty
@given(mixed)
@example("“" * 30)
@example("İ said 5 km. ſ " * 3)
@example("9" * 5000)
@example("\x00")
def test_spans_are_exact_and_in_order(text: str) -> None:
    """Whatever the text, each finding's words are what the source says at its span, and findings are in order."""
    for name, found in findings(text).items():
        source = clean_text(text).text if name == "dates" else text
        for one in found:
            assert 0 <= one.start < one.end <= len(source), (name, one)
            assert source[one.start : one.end] == one.text, (name, one)
        starts = [one.start for one in found]
        assert starts == sorted(starts), name


@nasty
@given(mixed)
def test_the_parts_of_a_claim_lie_inside_the_text(text: str) -> None:
    """A claim stands inside its sentence, and its quantities, attribution and score are well formed."""
    for claim in Analysis(Document.from_text(text, dateline=DAY)).claims:
        first, last = claim.sentence
        assert 0 <= first <= claim.start < claim.end <= last <= len(text)
        assert 0 <= claim.check_worthiness <= 1
        assert claim.checkable or claim.reasons
        for quantity in claim.quantities:
            assert text[quantity.start : quantity.end] == quantity.text
        if claim.attribution is not None:
            assert 0 <= claim.attribution[0] < claim.attribution[1] <= len(text)


@nasty
@given(mixed)
def test_quantities_do_not_overlap(text: str) -> None:
    """No two quantities share a character, and every interval has its low end at or below its high end."""
    found = find_quantities(text, DAY)
    for before, after in pairwise(found):
        assert before.end <= after.start
    for quantity in found:
        if quantity.low is not None and quantity.high is not None:
            assert quantity.low <= quantity.high  # type: ignore[operator]  # both are numbers or both ISO strings


@nasty
@given(mixed)
def test_words_cover_every_visible_character(text: str) -> None:
    """Each character that is not white space belongs to exactly one word, in order."""
    words = tag_words(text)
    place = 0
    for word in words:
        assert not text[place : word.start].strip()
        assert text[word.start : word.end] == word.text
        place = word.end
    assert not text[place:].strip()


@nasty
@given(mixed)
def test_nothing_but_white_space_lies_between_sentences(text: str) -> None:
    """Sentences are in order, do not overlap, and leave out nothing that can be seen."""
    place = 0
    for start, end in split_sentences(text):
        assert place <= start < end
        assert not text[place:start].strip()
        place = end
    assert not text[place:].strip()


@settings(nasty, max_examples=12)
@given(mixed)
def test_the_same_text_gives_the_same_findings(text: str) -> None:
    """Two readings of one text agree in everything, the document's arithmetic and coverage included."""

    def read() -> tuple[dict[str, Sequence[Any]], Any, Any]:
        document = Document.from_text(text, dateline=DAY)
        return findings(text), check_consistency(document), coverage(document)

    assert read() == read()


REPEATED = (
    "Monday ", "and a half ", "at least ", "“", "he said ", "1 1 1 ", "(", "one hundred ", "X said, ", "x", "3 km ",
    "Mr Smith said “yes” and ", "Jan 1, ", "1,", "1-", "1/", "“a” ", "A: b\n", "US$5m ", "between 1 and ", "Xael ",
    "said Bell; ", "[a](", "‘“", "e\u0301", "\u00ad",
)  # fmt: skip


@pytest.mark.parametrize("token", REPEATED)
def test_a_token_repeated_without_end_is_read(token: str) -> None:
    """A long line of one token is read like any other text: nothing recurses, runs out or loses its place."""
    text = (token * 3000)[:3000]
    found = findings(text)
    for name in ("claims", "quantities", "quotes", "names"):
        assert all(text[one.start : one.end] == one.text for one in found[name]), name


@pytest.mark.parametrize(
    "make",
    [
        lambda n: "“" + "he said it was “so” and " * n + "”",
        lambda n: "He said 5. " * n,
        lambda n: " ".join(
            f"{'ABCDEFGH'[i % 8]}{'aeiou'[i % 5]}{'lmnrst'[i % 6]}ek Bo{'rgdn'[i % 4]}e" for i in range(n)
        ),
    ],
    ids=["one quotation", "short sentences", "names"],
)
def test_twice_the_text_finds_twice_as_much(make: Callable[[int], str]) -> None:
    """Long text is not cut off: what is found grows with it, and its last words are still reached."""
    half, whole = (Analysis(Document.from_text(make(n))) for n in (60, 120))
    assert len(whole.words[-1]) > 0
    for name in ("quantities", "names", "reported"):
        few, many = len(getattr(half, name)), len(getattr(whole, name))
        assert many >= 2 * few - 2, name
