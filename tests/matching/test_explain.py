"""Explaining a pair: every word of both claims, marked."""

from __future__ import annotations

from factcheck.matching.explain import explain_pair


def test_what_differs_is_marked_on_both_sides() -> None:
    """The words that contradict each other are marked with their partners; the rest is shared or plain."""
    found = explain_pair("Rents in Lindal rose in 2019.", "Rents in Lindal fell in 2019.")
    assert [(w.text, w.partner) for w in found.a if w.mark == "differs"] == [("rose", "fell")]
    assert [(w.text, w.partner) for w in found.b if w.mark == "differs"] == [("fell", "rose")]
    assert {w.mark for w in found.a if w.text in {"Rents", "Lindal", "2019"}} == {"shared"}
    assert found.comparison.decided_by == "direction"
    assert found.fact


def test_the_explanation_is_plain_data() -> None:
    """`to_dict` gives what `--json` prints."""
    data = explain_pair("The dam is 94 metres high.", "The dam, built in 1950, is 94 metres high.").to_dict()
    assert data["comparison"]["relation"] == "same"
    assert any(word["mark"] == "only" for word in data["b"])


def test_empty_claims_are_explained_too() -> None:
    """Claims without a word give no words, and the reason."""
    found = explain_pair("", "?")
    assert found.comparison.decided_by == "nothing to compare"
