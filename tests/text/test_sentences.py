"""Rules of `split_sentences`."""

import json
from pathlib import Path

import pytest
from hypothesis import given, settings
from hypothesis import strategies as st

from factcheck.text.sentences import split_sentences

GOLDEN = Path(__file__).parent.parent / "golden" / "text" / "sentences.jsonl"
CASES = [json.loads(line) for line in GOLDEN.read_text(encoding="utf-8").splitlines()]

PARTS = st.sampled_from(
    ["Rep.", "J.", "U.S.", "p.m.", "“", "”", '"', "'", ")", "(", "...", "…", "!", "?", ".", " ", "\n", "\n\n",
     "\u00a0", "The", "bridge", "5.", "1.", "🔥", "é", "[1]", "al-Sadr", "\u200b", "a.a.a.", "x"]
)  # fmt: skip


@pytest.mark.parametrize("case", CASES, ids=[case["rule"] for case in CASES])
def test_golden_sentences(case):
    """Sentences joined by a space come apart again where they were joined."""
    text = " ".join(case["sentences"])
    assert [text[a:b] for a, b in split_sentences(text)] == case["sentences"]


@pytest.mark.parametrize("case", CASES, ids=[case["rule"] for case in CASES])
def test_golden_sentences_across_line_breaks(case):
    """A line break between two sentences counts as a space."""
    text = "\n".join(case["sentences"])
    assert [text[a:b] for a, b in split_sentences(text)] == case["sentences"]


@given(st.lists(PARTS, max_size=60).map("".join))
@settings(max_examples=50, deadline=None)
def test_splitting_loses_nothing(text):
    """Spans are ordered, disjoint and trimmed, and what lies between them is white space."""
    end = 0
    for a, b in split_sentences(text):
        assert end <= a < b
        assert not text[end:a].strip()
        assert text[a:b] == text[a:b].strip()
        end = b
    assert not text[end:].strip()


@given(st.lists(PARTS, max_size=30).map("".join), st.lists(PARTS, max_size=30).map("".join))
@settings(max_examples=20, deadline=None)
def test_a_stretch_is_split_as_if_alone(before, text):
    """Splitting a stretch of a text gives the spans that the stretch alone has, moved."""
    at = len(before)
    inside = split_sentences(before + text + "Tail", at, at + len(text))
    assert inside == [(a + at, b + at) for a, b in split_sentences(text)]


def test_a_blank_line_always_ends_a_sentence():
    """A blank line parts even what no mark ends."""
    text = "a bridge\n \nthe river"
    assert [text[a:b] for a, b in split_sentences(text)] == ["a bridge", "the river"]


def test_an_empty_text_has_no_sentence():
    """White space alone holds no sentence."""
    assert split_sentences("") == split_sentences(" \n\n\t ") == []


@pytest.mark.parametrize("unit", ["a.a.a.a.", "“a. b.” ", 'He said "a. ', ".", ". ", "A. ", "(", "\n \n"])
def test_long_lines_are_split_whole(unit):
    """A line of many thousand marks is split to its end, without losing any of it."""
    text = unit * 3_000 + "End."
    spans = split_sentences(text)
    assert spans[-1][1] == len(text)
    assert sum(b - a for a, b in spans) >= len(text.replace(" ", "").replace("\n", ""))
