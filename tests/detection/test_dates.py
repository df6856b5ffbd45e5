import calendar
import json
import re
from datetime import date
from pathlib import Path

import pytest
from hypothesis import given, settings
from hypothesis import strategies as st

from factcheck.detection.dates import find_dates
from factcheck.vocabulary import Hedge, QuantityKind

GOLDEN = Path(__file__).parents[1] / "golden" / "dates"
CASES = [
    pytest.param(json.loads(line), id=f"{path.stem}-{number}")
    for path in sorted(GOLDEN.glob("*.jsonl"))
    for number, line in enumerate(path.read_text(encoding="utf-8").splitlines(), 1)
]
TODAY = date(2021, 11, 7)
MONTHS = calendar.month_name[1:]


@pytest.mark.parametrize("case", CASES)
def test_golden(case: dict) -> None:
    """Every date of a golden sentence is found with its value, ends and notes, and nothing else is."""
    reference = date.fromisoformat(case["reference"]) if case["reference"] else None
    found = find_dates(case["text"], reference)
    assert [q.text for q in found] == [e["text"] for e in case["expected"]]
    for quantity, expected in zip(found, case["expected"], strict=True):
        assert quantity.kind == expected.get("kind", "date")
        assert quantity.value == expected["value"]
        assert quantity.hedge == expected.get("hedge", "exact")
        assert list(quantity.notes) == expected.get("notes", [])
        if "low" in expected:
            assert (quantity.low, quantity.high) == (expected["low"], expected["high"])


def test_an_undecided_order_keeps_the_other_reading() -> None:
    """A date whose order of day and month nothing shows gives the other day as an alternative."""
    (found,) = find_dates("The reply came on 4/9/2021.", TODAY)
    assert found.alternatives == ("2021-04-09",)


def test_relative_dates_never_depends_on_the_clock() -> None:
    """Without a reference date a relative date has no value, and a stated one keeps its own."""
    found = find_dates("On Friday, on 2 May 2019, last week and two days ago.")
    assert [(q.text, q.value, q.low) for q in found] == [
        ("Friday", None, None),
        ("2 May 2019", "2019-05-02", "2019-05-02"),
        ("last week", None, None),
        ("two days ago", None, None),
    ]


def test_month_and_day_are_kept_without_a_reference_date() -> None:
    """A day without its year keeps month and day as an alternative, so that two such days can still be compared."""
    (found,) = find_dates("The pier opened on 3 February.")
    assert (found.value, found.alternatives) == (None, ("--02-03",))


@pytest.mark.parametrize(
    ("reference", "value"),
    [(date(2026, 1, 1), "2025-12-28"), (date(2025, 12, 28), "2025-12-28"), (date(2024, 2, 29), "2024-02-25")],
)
def test_a_weekday_is_the_past_one_in_news(reference: date, value: str) -> None:
    """A bare weekday is the nearest past one, over the turn of the year too; the day of the text counts."""
    (found,) = find_dates("The bridge closed on Sunday.", reference)
    assert found.value == value


@given(st.dates(date(1900, 1, 1), date(2050, 12, 31)), st.sampled_from(range(6)))
@settings(max_examples=60, deadline=None)
def test_a_written_date_reads_back(day: date, form: int) -> None:
    """A date written out in any of the usual forms reads back as the same day, with the exact span."""
    month = MONTHS[day.month - 1]
    written = [
        f"{day.day} {month} {day.year}",
        f"{month} {day.day}, {day.year}",
        day.isoformat(),
        f"{day.day} {month[:3]} {day.year}",
        f"{month} {day.day:02d} {day.year}",
        f"{day.year}/{day.month:02d}/{day.day:02d}",
    ][form]
    text = f"“Ünlü” said so on {written}, twice."
    (found,) = find_dates(text, TODAY)
    assert (found.text, found.value) == (written, day.isoformat())
    assert text[found.start : found.end] == written


WORDS = st.sampled_from(
    re.findall(
        r"[^ ]+",
        "May march 2 19 2019 1999 , - – / . : of the last next week month Friday 5th to and between in 6pm 12:30 early "
        "mid end year '90s Q1 now today first Monday two ago from 31 February twenty following day a",
    )
)


@given(st.lists(WORDS, max_size=14).map(" ".join) | st.lists(WORDS, max_size=14).map("".join) | st.text(max_size=40))
@settings(max_examples=150, deadline=None)
def test_spans_are_exact_ordered_and_apart(text: str) -> None:
    """Whatever the text, spans read the words they name, come in order, do not overlap, and two runs agree."""
    found = find_dates(text, TODAY)
    assert found == find_dates(text, TODAY)
    end = 0
    for quantity in found:
        assert quantity.start >= end
        assert quantity.end > quantity.start
        assert text[quantity.start : quantity.end] == quantity.text
        assert quantity.kind in (QuantityKind.DATE, QuantityKind.TIME)
        end = quantity.end
        if quantity.kind == QuantityKind.DATE and quantity.low is not None:
            assert date.fromisoformat(str(quantity.low)) <= date.fromisoformat(str(quantity.high))


@given(st.dates(date(1, 1, 1), date(9999, 12, 31)))
@settings(max_examples=40, deadline=None)
def test_any_reference_date_will_do(reference: date) -> None:
    """The ends of the calendar are no error."""
    text = "Last century, next decade, 5000 years ago, 29 February, next winter, Fri 14th, the following weekend, EOY."
    assert find_dates(text, reference)


def test_hedges_follow_the_words() -> None:
    """A day is exact, a slice of a period approximate, a period without an ISO name a range."""
    found = find_dates("On 2 May 2019, in late 2019 and in Q1 2019.", TODAY)
    assert [q.hedge for q in found] == [Hedge.EXACT, Hedge.APPROX, Hedge.RANGE]
