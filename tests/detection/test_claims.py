from __future__ import annotations

import json
import math
from pathlib import Path
from typing import Any

import pytest
from hypothesis import given, settings
from hypothesis import strategies as st

from factcheck.detection.claims import find_claims
from factcheck.detection.values import Claim
from factcheck.text.document import Block, BlockKind, Document, Sentence
from factcheck.vocabulary import Kind

GOLDEN = Path(__file__).parents[1] / "golden" / "claims" / "claims.jsonl"
CASES: list[dict[str, Any]] = [json.loads(line) for line in GOLDEN.read_text(encoding="utf-8").splitlines() if line]
NOT_CHECKABLE = {Kind.OPINION, Kind.PREDICTION, Kind.PERSONAL, Kind.QUESTION, Kind.RHETORIC}
WORDS = st.sampled_from(
    [
        "“",
        "”",
        '"',
        "Ana Bell",
        "said",
        "that",
        ",",
        ".",
        "and",
        "which",
        "rose",
        "40%",
        "if",
        "\n\n",
        "may",
        "it",
        "is",
        "é",
        "?",
        " ",
    ]
)


def claims(text: str) -> list[Claim]:
    """Find the claims of a text that has no title."""
    return find_claims(Document.from_text(text))


@pytest.mark.parametrize("case", CASES, ids=[case["fact"] for case in CASES])
def test_golden_claims(case: dict[str, Any]) -> None:
    """Each statement comes out with its words, its kind, whether it is checkable, and why not."""
    found = claims(case["text"])
    assert [claim.text for claim in found] == [want["text"] for want in case["claims"]]
    for claim, want in zip(found, case["claims"], strict=True):
        assert (claim.kind.value, claim.checkable) == (want["kind"], want["checkable"])
        if "reason" in want:
            assert claim.reasons[0].startswith(want["reason"])
        if "claimant" in want:
            assert claim.claimant == want["claimant"]


def test_lost_subject_is_carried() -> None:
    """A clause that lost its subject names the one it had."""
    found = claims("The driver was unhurt, and later gave a statement to the police.")
    assert found[1].subject == "The driver"


def test_relative_carries_what_it_speaks_of() -> None:
    """A relative clause names the noun before it."""
    found = claims("Crews searched the old harbour, which holds two museums.")
    assert found[1].subject == "the old harbour"


def test_pronoun_keeps_the_sentence_before() -> None:
    """A claim that leans on a pronoun keeps the sentence before as context; one that names its subject does not."""
    found = claims("The militia disputed the count. It lost half of its seats.\n\nOslo is in Norway.")
    assert [claim.context for claim in found] == [None, "The militia disputed the count.", None]


def test_claim_holds_the_quantities_of_its_own_span() -> None:
    """Each clause has its own numbers and no others."""
    found = claims("The town had 4,210 voters, a rise of 3% on 2012.")
    assert [claim.quantities[0].text for claim in found] == ["4,210 voters", "3%"]


def test_parts_come_with_the_score() -> None:
    """A check-worthiness comes with the named parts that make it up."""
    claim = claims("Unemployment fell to 4% in May.")[0]
    assert 0.0 <= claim.check_worthiness <= 1.0
    assert claim.parts


def test_parts_add_up_and_what_is_not_checkable_ranks_last() -> None:
    """The parts are log-odds that add up to the score; a forecast with a number ranks below a fact with one."""
    forecast, fact = claims("Gusts may reach 75 mph. Crime rose 20% in 2022.")
    for claim in (forecast, fact):
        total = math.fsum(weight for _, weight in claim.parts)
        assert claim.check_worthiness == pytest.approx(1 / (1 + math.exp(-total)))
    assert forecast.check_worthiness < fact.check_worthiness
    assert "not checkable: prediction" in dict(forecast.parts)


def test_caption_heading_and_byline_make_no_claims() -> None:
    """Only what the text states in its own voice or another's is a claim; a heading or a caption is none."""
    text = "Two men fish here. Source: Agency\nMilitias\nOslo is in Norway."
    kinds = (BlockKind.CAPTION, BlockKind.HEADING, BlockKind.PARAGRAPH)
    spans = []
    at = 0
    for line in text.split("\n"):
        spans.append((at, at + len(line)))
        at += len(line) + 1
    document = Document(
        text,
        tuple(Block(kind, *span) for kind, span in zip(kinds, spans, strict=True)),
        tuple(Sentence(*span, block, None, 1) for block, span in enumerate(spans)),
    )
    assert [claim.text for claim in find_claims(document)] == ["Oslo is in Norway"]


def test_document_without_structure_is_read() -> None:
    """A document made by hand, with a text and nothing else, is read like any other."""
    assert [claim.text for claim in find_claims(Document("Oslo is in Norway."))] == ["Oslo is in Norway"]


def test_nothing_in_nothing_out() -> None:
    """An empty text has no claims."""
    assert find_claims(Document("")) == []


def test_hidden_characters_do_not_shift_a_span() -> None:
    """Soft hyphens and zero-width marks stay out of sight; the span points into the text as it was."""
    text = "Crime\u200b rose 4\u00ad0% in\u00a02019.\r\n\r\nThe mayor resigned."
    document = Document.from_text(text)
    for claim in find_claims(document):
        assert text[claim.start : claim.end] == claim.text
        for quantity in claim.quantities:
            assert text[quantity.start : quantity.end] == quantity.text


@settings(max_examples=80, deadline=None)
@given(st.one_of(st.text(max_size=200), st.lists(WORDS, max_size=40).map(" ".join)))
def test_any_text_is_safe(text: str) -> None:
    """Any text: no error, exact spans in order, the same twice, and a reason for each claim."""
    document = Document.from_text(text)
    found = find_claims(document)
    assert found == find_claims(document)
    assert [c.start for c in found] == sorted(c.start for c in found)
    for claim in found:
        assert text[claim.start : claim.end] == claim.text
        assert claim.text.strip()
        assert claim.reasons
        assert claim.sentence[0] <= claim.start < claim.end <= claim.sentence[1]
        assert claim.checkable == (claim.kind not in NOT_CHECKABLE)
