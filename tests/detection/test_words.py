"""Words: where they stand and what class they have."""

from __future__ import annotations

import json
from itertools import pairwise
from pathlib import Path

import pytest
from hypothesis import given, settings
from hypothesis import strategies as st

from factcheck.detection.words import tag_words

CASES = [
    json.loads(line)
    for line in (Path(__file__).parent.parent / "golden/words/tags.jsonl").read_text(encoding="utf-8").splitlines()
]
TEXTS = st.lists(
    st.one_of(
        st.sampled_from(
            [
                "don’t",
                "Mr.",
                "U.S.",
                "guards’",
                "“",
                "”",
                "'",
                '"',
                "3.4%",
                "1990s",
                "\n",
                "\r\n",
                "—",
                "al-Harari",
                "’s",
            ]
        ),
        st.text(max_size=8),
    ),
    max_size=20,
).map(" ".join)


@pytest.mark.parametrize("case", CASES, ids=lambda case: case["rule"])
def test_tags_follow_the_rule(case: dict[str, str]) -> None:
    """Each word the case names has the tag the case gives, in order."""
    found = [(word.text, word.tag) for word in tag_words(case["text"])]
    expected = [tuple(pair.rsplit("/", 1)) for pair in case["tags"].split(" ")]
    missing = []
    at = 0
    for text, tag in expected:
        while at < len(found) and found[at][0] != text:
            at += 1
        if at == len(found) or found[at][1] != tag:
            missing.append((text, tag))
        at += 1
    assert not missing, found


@settings(max_examples=150, deadline=None)
@given(TEXTS)
def test_words_cover_the_text_exactly(text: str) -> None:
    """Every character that is not white space stands in exactly one word, and each span holds its word."""
    words = tag_words(text)
    assert all(text[word.start : word.end] == word.text for word in words)
    assert all(before.end <= after.start for before, after in pairwise(words))
    assert "".join(word.text for word in words) == "".join(text.split())


@settings(max_examples=60, deadline=None)
@given(TEXTS, TEXTS)
def test_a_part_of_a_text_keeps_the_text_s_offsets(before: str, passage: str) -> None:
    """Tagging a passage inside a text gives the passage's words, shifted by where it stands."""
    alone = tag_words(passage)
    inside = tag_words(before + passage + "…", len(before), len(before) + len(passage))
    shift = len(before)
    assert [(word.start, word.text, word.tag) for word in inside] == [
        (word.start + shift, word.text, word.tag) for word in alone
    ]


def test_lower_case_has_a_straight_apostrophe() -> None:
    """Curly and straight apostrophes give the same lower case, so that word lists need one spelling."""
    curly = [word.lower for word in tag_words("They DON’T know it’s O’Brien")]
    assert curly == [word.lower for word in tag_words("They DON'T know it's O'Brien")]
    assert curly == ["they", "do", "n't", "know", "it", "'s", "o'brien"]


def test_lines_are_read_apart() -> None:
    """A heading without a full stop does not run into the next line."""
    words = tag_words("Rising costs\nFarmers say they lost 20 cows.")
    assert [(word.text, word.tag) for word in words[2:4]] == [("Farmers", "NNS"), ("say", "VBP")]


@pytest.mark.parametrize("unit", ["a", "a.", "a-", "'", "“", "A ", "\n", "1,", "http://", "n't", "a'"])
def test_repeated_characters_are_read(unit: str) -> None:
    """Long runs of one pattern are cut like any other text."""
    text = unit * 3000
    assert "".join(word.text for word in tag_words(text)) == "".join(text.split())
