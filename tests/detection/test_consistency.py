import json
from datetime import date
from fractions import Fraction
from pathlib import Path

import pytest
from hypothesis import given, settings
from hypothesis import strategies as st

from factcheck.detection.consistency import check_consistency
from factcheck.text.document import Document

GOLDEN = Path(__file__).parents[1] / "golden" / "consistency"
CASES = [
    pytest.param(json.loads(line), id=f"{path.stem}-{number}")
    for path in sorted(GOLDEN.glob("*.jsonl"))
    for number, line in enumerate(path.read_text(encoding="utf-8").splitlines(), 1)
]
TODAY = date(2021, 11, 7)


@pytest.mark.parametrize("case", CASES)
def test_golden(case: dict) -> None:
    """Every golden text gives its equations, each agreeing or not, and nothing where the text leaves something open."""
    document = Document.from_text(case["text"], dateline=date.fromisoformat(case["dateline"]))
    found = [
        {"rule": f.rule, "agrees": f.agrees, "equation": f.equation, "texts": list(f.texts)}
        for f in check_consistency(document)
    ]
    assert found == case["expected"]


@given(st.integers(1, 400), st.integers(1, 400))
@settings(max_examples=40, deadline=None)
def test_a_share_agrees_exactly_when_it_rounds_to_what_is_stated(part: int, whole: int) -> None:
    """N of M with a whole percentage agrees if, and only if, the share lies within half a percent of it."""
    part, whole = min(part, whole), max(part, whole) + 1
    share = round(Fraction(100 * part, whole))
    for stated in (share, share + 3):
        text = f"The group won {part} of {whole} seats ({stated}%), it said."
        (found,) = check_consistency(Document.from_text(text, dateline=TODAY))
        assert found.agrees == (abs(Fraction(part, whole) - Fraction(stated, 100)) <= Fraction(1, 200))


@given(st.lists(st.integers(2, 300), min_size=2, max_size=5), st.integers(0, 2))
@settings(max_examples=30, deadline=None)
def test_parts_agree_exactly_when_they_add_up(parts: list[int], off: int) -> None:
    """Exact parts agree with their total if, and only if, they add up to it."""
    listed = ", ".join(f"{part} in the east" for part in parts[:-1])
    text = f"There are {sum(parts) + off} seats, made up of {listed} and {parts[-1]} in the west."
    (found,) = check_consistency(Document.from_text(text, dateline=TODAY))
    assert found.agrees == (off == 0)


def test_both_places_are_given() -> None:
    """A finding's spans read the words that were held against each other, in the text as it was decoded."""
    text = "Rain fell.\r\n\r\nThe “Blues” won 73 of 329 seats, about a third.\r\n"
    (found,) = check_consistency(Document.from_text(text, dateline=TODAY))
    assert [text[a:b] for a, b in found.spans] == list(found.texts) == ["73 of 329 seats", "about a third"]


def test_without_a_day_ages_are_left_alone() -> None:
    """Without a day to count to, an age and a birth year give nothing to hold against each other."""
    assert check_consistency(Document.from_text("Anna Berg, 44, was born in 1960.")) == []


def test_a_table_is_not_a_statement() -> None:
    """A line with very many figures is left alone."""
    text = (
        "The total of 4 seats consists of " + ", ".join(f"{number} here" for number in range(2, 90)) + " and 3 there."
    )
    assert check_consistency(Document.from_text(text, dateline=TODAY)) == []
