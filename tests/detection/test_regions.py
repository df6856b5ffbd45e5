from __future__ import annotations

from factcheck.detection.regions import join_fragments, split_regions
from factcheck.detection.values import Quote
from factcheck.detection.words import tag_words
from factcheck.vocabulary import QuoteKind


def texts(text: str, quotes: list[Quote]) -> list[tuple[str, bool]]:
    """Give each region's words, and whether it holds a fragment with the words that complete it."""
    words = tag_words(text)
    regions = join_fragments(words, split_regions(words, quotes))
    return [(text[words[r.start].start : words[r.end - 1].end], r.whole) for r in regions]


def quote(text: str, words: str, cue: str | None = None, kind: QuoteKind = QuoteKind.MIXED) -> Quote:
    """Make a quotation of words in a text."""
    start = text.index(words)
    at = text.index(cue) if cue else None
    end = at + len(cue) if cue and at is not None else None
    return Quote(start, start + len(words), words, kind, "Ana Bell", cue, at, end)


def test_a_sentence_without_quotations_is_one_region() -> None:
    """The publication's own words stay together."""
    assert texts("The road was closed.", []) == [("The road was closed.", False)]


def test_a_short_fragment_belongs_to_the_clause_around_it() -> None:
    """Two quoted words are no statement of their own."""
    text = "Ana Bell called the plan “too dear”."
    assert texts(text, [quote(text, "too dear", "called")]) == [(text, False)]


def test_a_fragment_joins_the_words_that_complete_it() -> None:
    """A fragment that begins with the verb takes its subject from before the mark."""
    text = "Ana Bell said such plans “were drawn up by those who own the land”."
    found = texts(text, [quote(text, "were drawn up by those who own the land", "said")])
    assert found[1] == ("such plans “were drawn up by those who own the land”", True)


def test_an_order_stays_by_itself() -> None:
    """A fragment with nothing but a verb of asking before it is the whole of what was said."""
    text = "She called on both sides to “lay down their weapons and go home at once”."
    found = texts(text, [quote(text, "lay down their weapons and go home at once", "called on")])
    assert ("lay down their weapons and go home at once", False) in found
