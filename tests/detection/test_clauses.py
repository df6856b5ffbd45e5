from __future__ import annotations

import tomllib
from pathlib import Path

import pytest
from hypothesis import given, settings
from hypothesis import strategies as st

from factcheck.detection.clauses import Clause, split_clauses
from factcheck.detection.verb_groups import group_verbs
from factcheck.detection.words import tag_words

GOLDEN = Path(__file__).parents[1] / "golden" / "claims" / "clauses.toml"
CASES = tomllib.loads(GOLDEN.read_text(encoding="utf-8"))["case"]
JOINERS = ("however ", "But ", "And ")
PIECES = [
    "the guards",
    "who",
    "which",
    ",",
    ";",
    "and",
    "but",
    "that",
    "rose",
    "were",
    "injured",
    "in",
    "2019",
    "because",
    "after",
    "it",
    "– ",
]


def texts(text: str) -> list[str]:
    """Write the clauses of a sentence as the golden file does."""
    words = tag_words(text)
    found = []
    for clause in split_clauses(words):
        piece = text[words[clause.start].start : words[clause.end - 1].end].rstrip(".,;: ")
        for joiner in JOINERS:
            piece = piece.removeprefix(joiner)
        found.append(piece)
    return found


@pytest.mark.parametrize("case", CASES, ids=[case["fact"] for case in CASES])
def test_golden_clauses(case: dict[str, object]) -> None:
    """A sentence is cut where a second statement begins, and nowhere else."""
    assert texts(str(case["text"])) == case["clauses"]


def test_lost_subject_is_marked() -> None:
    """A second predicate without a subject says so, so that the subject can be carried."""
    words = tag_words("The driver was unhurt, and later gave a statement.")
    assert [clause.lost_subject for clause in split_clauses(words)] == [False, True]


def test_conditional_is_marked() -> None:
    """An "if" governs its whole sentence."""
    assert split_clauses(tag_words("If rents rise, families will leave."))[0].conditional


def test_past_fact_is_not_made_conditional() -> None:
    """What somebody "asked if" or "threatened unless" is a report of what happened."""
    assert not any(clause.conditional for clause in split_clauses(tag_words("She asked if the road was open.")))


def test_quotation_is_cut_only_between_whole_sentences() -> None:
    """Inside quotation marks a participle and a second predicate stay where they are."""
    words = tag_words("The strike is a step too far, closing a port that nobody had closed and that may not open soon.")
    assert len(split_clauses(words, quoted=True)) == 1


def test_nothing_gives_nothing() -> None:
    """No words, no clauses."""
    assert split_clauses([]) == []


def test_verb_groups_know_their_shape() -> None:
    """A group holds its auxiliaries, negation and voice."""
    words = tag_words("They have not been told that it could fall.")
    first, second = [group for group in group_verbs(words) if group.finite]
    assert (first.lemma, first.passive, first.negated, first.perfect) == ("tell", True, True, True)
    assert (second.modal, second.lemma) == ("could", "fall")


@settings(max_examples=60, deadline=None)
@given(st.lists(st.sampled_from(PIECES), max_size=40))
def test_clauses_are_ordered_and_disjoint(pieces: list[str]) -> None:
    """Whatever the words, clauses follow each other, do not overlap and stay inside."""
    words = tag_words(" ".join(pieces))
    at = 0
    for clause in split_clauses(words):
        assert isinstance(clause, Clause)
        assert at <= clause.start < clause.end <= len(words)
        at = clause.end
