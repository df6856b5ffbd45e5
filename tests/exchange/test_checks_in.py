"""What a JSON value holds, case by case; the cases are a file that a desk can edit."""

import json
from pathlib import Path
from typing import Any

import pytest

from factcheck.exchange.checks_in import elements_of
from factcheck.exchange.json_document import checks_of, items_in

CASES = [
    json.loads(line)
    for line in (Path(__file__).parent.parent / "golden" / "exchange" / "items.jsonl").read_text("utf-8").splitlines()
]


@pytest.mark.parametrize("case", CASES, ids=[case["rule"] for case in CASES])
def test_items(case: dict[str, Any]) -> None:
    """Each item gives the fields, or the reasons, that its case states."""
    rows = [row for item in items_in(case["given"]) for row in checks_of(item)]
    assert [dict(row.fields) for row in rows if row.reason is None] == case.get("expected", [])
    assert [row.reason for row in rows if row.reason is not None] == case.get("reasons", [])


def test_the_raw_item_is_kept_whole() -> None:
    """What was not read stays in the raw form, and one claim of an answer keeps the review that was read."""
    review = {"claimReviewed": "A.", "extra": {"deep": [1, "x"]}}
    claim = {"text": "B.", "claimReview": [{"title": "one"}, {"title": "two"}]}
    raws = [row.raw for item in items_in([review, claim]) for row in checks_of(item)]
    assert raws == [
        review,
        {"text": "B.", "claimReview": [{"title": "one"}]},
        {"text": "B.", "claimReview": [{"title": "two"}]},
    ]


def test_a_review_with_a_list_of_its_own_is_no_feed() -> None:
    """A ClaimReview that happens to hold a container's name is one item."""
    assert elements_of({"@type": "ClaimReview", "claims": ["x"]}) is None


def test_deep_nesting_is_refused_and_does_no_harm() -> None:
    """An item nested deeper than any review is named."""
    deep: Any = {"claimReviewed": "A."}
    for _ in range(500):
        deep = {"item": [deep]}
    rows = [row for item in items_in([deep, {"claimReviewed": "B."}]) for row in checks_of(item)]
    assert [row.reason for row in rows] == ["nested too deeply", None]
