"""find_quantities: golden cases as data, exact spans on hostile text, dates merged, the clean copy mapped back."""

import datetime
import json
from fractions import Fraction
from itertools import pairwise
from pathlib import Path

import pytest
from hypothesis import given, settings
from hypothesis import strategies as st

from factcheck.detection.quantities import find_quantities
from factcheck.values import decimal_text, plain
from factcheck.vocabulary import Hedge, QuantityKind

GOLDEN = Path(__file__).parents[1] / "golden" / "quantities"
CASES = [
    pytest.param(json.loads(line), id=f"{path.stem}-{number}")
    for path in sorted(GOLDEN.glob("*.jsonl"))
    for number, line in enumerate(path.read_text(encoding="utf-8").splitlines(), 1)
]
VOCABULARY = """
one two twelve twenty hundred thousand million half third quarter dozen first second point and a the of in to between
from at least more than nearly some about up per cent % $ £ - – , . 1 7 12 1,234 2.5 3/4 10k 5m km pounds people seats
years old aged out Sam Boeing ’s ( ) é 🔥 \u200b ½ doubled twice times fold several dozens tens largest number
"""
WORDS = VOCABULARY.split()


def found(text, **options):
    return [q for q in find_quantities(text, **options) if q.kind not in (QuantityKind.DATE, QuantityKind.TIME)]


@pytest.mark.parametrize("case", CASES)
def test_golden_case_is_read_as_the_desk_wrote_it(case):
    """Each golden line's quantities are found, in order, with every field that the line states, and nothing else is."""
    got = [q.to_dict() for q in found(case["text"])]
    want = case["quantities"]
    assert [q["text"] for q in got] == [q["text"] for q in want], case["rule"]
    for mine, theirs in zip(got, want, strict=True):
        assert {key: mine[key] for key in theirs} == theirs, case["rule"]


def test_golden_cases_exist():
    """The golden folder is read at all."""
    assert len(CASES) >= 50


def test_dates_and_numbers_come_in_reading_order_without_overlap():
    """Dates and times stand among the quantities, in order; a year is no count and 6pm no amount."""
    quantities = find_quantities("Talks at 6pm in 2019 drew 61,000 people on 3 May 2020.")
    assert [q.kind for q in quantities] == ["time", "date", "count", "date"]
    assert all(a.end <= b.start for a, b in pairwise(quantities))


def test_reference_date_reaches_the_dates():
    """A relative date counts from the reference date that is passed in."""
    (quantity,) = find_quantities("They voted last month.", reference_date=datetime.date(2021, 11, 7))
    assert quantity.low == "2021-10-01" or quantity.value == "2021-10"


def test_invisible_characters_neither_hide_a_number_nor_shift_its_span():
    """Soft hyphens, no-break and zero-width spaces are read through; the span points into the text as given."""
    text = "Unem\u00adploy\u00adment fell to 4.2\u00a0million\u200b people."
    (quantity,) = found(text)
    assert quantity.value == 4200000
    assert text[quantity.start : quantity.end] == quantity.text
    assert quantity.text.startswith("4.2\u00a0million")


def test_spans_count_code_points_behind_emoji():
    """Emoji before a number do not shift its span."""
    text = "🔥🔥 Fires burned 120 homes. 👨‍👩‍👧 Families fled: 40 people."
    assert [(q.start, q.text) for q in found(text)] == [(16, "120 homes"), (48, "40 people")]


def test_hard_case_numbers_inside_names():
    """Article 50, G7, Boeing 737s and Apollo 11 count nothing; the staff figure behind "to" gets no noun of theirs."""
    text = "Article 50 talks at the G7 ended; it grew to 61,000 in 2022, retiring its Boeing 737s and Apollo 11 livery."
    (quantity,) = found(text)
    assert (quantity.text, quantity.value, quantity.unit) == ("61,000", 61000, None)


def test_about_keeps_the_value_and_gives_an_interval():
    """An approximate number keeps its value inside an interval one step of its last digit wide, or a tenth."""
    (quantity,) = found("It has approximately 240,000 members.")
    assert (quantity.value, quantity.low, quantity.high) == (240000, 230000, 250000)
    assert quantity.hedge is Hedge.APPROX


def test_ambiguous_dollars_carry_a_note():
    """A currency that shares its name says so; one that is stated does not."""
    assert found("It cost 5 dollars.")[0].notes == ("currency not stated: read as USD",)
    assert found("It cost US$5.")[0].notes == ()


def test_lone_m_names_the_other_reading():
    """Digits with "m" that may be metres or millions keep the other reading as an alternative."""
    (quantity,) = found("Spending was cut by 200m.")
    assert quantity.value == 200_000_000
    assert quantity.alternatives == (Fraction(200),)


def test_long_row_of_numbers_is_no_statement():
    """A row of bare numbers is passed over, and what follows is still read."""
    text = "7 " * 60 + "\n\nTwo dogs barked."
    assert [q.text for q in found(text)] == ["Two dogs"]


@settings(max_examples=150, deadline=None)
@given(st.lists(st.sampled_from(WORDS), max_size=30).map(" ".join) | st.text(max_size=80))
def test_spans_are_exact_ordered_and_repeatable(text):
    """On any text: no exception, spans say what the text says, in order, apart, and the same again."""
    quantities = find_quantities(text)
    assert all(text[q.start : q.end] == q.text for q in quantities)
    assert all(a.end <= b.start for a, b in pairwise(quantities))
    assert quantities == find_quantities(text)


@settings(max_examples=80, deadline=None)
@given(st.integers(min_value=1000, max_value=10**12))
def test_a_grouped_number_is_read_exactly(number):
    """Whatever number is written with thousands commas comes back exactly, as a fraction and not a float."""
    (quantity,) = found(f"They sold {number:,} boats.")
    assert quantity.value == number
    assert isinstance(quantity.value, Fraction)
    assert quantity.unit == "boat"


@settings(max_examples=60, deadline=None)
@given(st.integers(0, 99999))
def test_a_percentage_is_the_exact_fraction(hundredths):
    """A percentage with two decimals is its exact hundredth."""
    written = f"{hundredths // 100}.{hundredths % 100:02d}"
    (quantity,) = found(f"It rose {written}% again.")
    assert quantity.value == Fraction(hundredths, 10000)
    assert plain(quantity.value) == decimal_text(Fraction(hundredths, 10000))
