"""Rules of `find_dateline`, `parse_date` and `is_date_line`."""

import datetime

import pytest

from factcheck.text.dateline import find_dateline, is_date_line, parse_date

NEAR = datetime.date(2020, 1, 5)


@pytest.mark.parametrize(
    ("head", "place", "date"),
    [
        ("YORK, Jan 1 (Wire) -", "YORK", datetime.date(2020, 1, 1)),
        ("YORK, Dec. 30 (Wire) --", "YORK", datetime.date(2019, 12, 30)),
        ("NAIROBI (AP) —", "NAIROBI", None),
        ("OSLO —", "OSLO", None),
        ("ALBANY, N.Y., March 3, 2020 (Wire) –", "ALBANY, N.Y.", datetime.date(2020, 3, 3)),
        ("STOKE-ON-TRENT, England (AP):", "STOKE-ON-TRENT, England", None),
        ("York, 2 January 2020 (Wire) -", "York", datetime.date(2020, 1, 2)),
        ("Jan 1 (Wire) -", None, datetime.date(2020, 1, 1)),
        ("McALLEN, Texas (AP) —", "McALLEN, Texas", None),
    ],
)
def test_datelines(head, place, date):
    """A place with a day or an agency and a dash is a dateline; the span runs through the dash."""
    text = f"  {head} The dam broke."
    found = find_dateline(text, 2, len(text), NEAR)
    assert text[found.dateline.start : found.dateline.end] == head
    assert (found.dateline.place, found.dateline.date) == (place, date)
    assert text[found.body :] == "The dam broke."


@pytest.mark.parametrize(
    "text",
    [
        "NATO — the alliance — met.",
        "BREAKING — The dam broke.",
        "England - 38,597,100, a fall of 0.6%",
        "COVID-19 — The virus spread.",
        "The council (which met on Monday) - Labour's first - voted.",
        "Well — I never.",
        "OSLO —",
        "TROOPS MOVED IN at dawn - The army said so.",
    ],
)
def test_what_is_no_dateline(text):
    """A dash alone makes no dateline: not after an acronym, a slug, a figure or ordinary words."""
    assert find_dateline(text, 0, len(text), NEAR) is None


def test_a_bare_place_counts_only_at_the_head():
    """In a later paragraph a place and a dash are not enough."""
    text = "OSLO — The dam broke."
    assert find_dateline(text, 0, len(text), first=False) is None


@pytest.mark.parametrize(
    ("words", "date"),
    [
        ("Thursday, February 23, 2006", datetime.date(2006, 2, 23)),
        ("Published: 4 May 2021, 10:15 BST", datetime.date(2021, 5, 4)),
        ("Last updated 10:30 GMT, 4 May 2021", datetime.date(2021, 5, 4)),
        ("2021-04-25T10:00:00Z", datetime.date(2021, 4, 25)),
        ("the 3rd of May 2020", datetime.date(2020, 5, 3)),
        ("Sept. 9, 2020", datetime.date(2020, 9, 9)),
        ("29 Feb 2023", None),
        ("1 Jan", None),
        ("04/05/2021", None),
        ("May 5 was cold", None),
    ],
)
def test_dates(words, date):
    """An absolute date is read; a day that no calendar has, one without its year, and one with slashes are not."""
    assert parse_date(words) == date


@pytest.mark.parametrize(
    ("near", "year"),
    [(datetime.date(2025, 12, 30), 2026), (datetime.date(2026, 1, 5), 2026), (datetime.date(2026, 8, 1), 2027)],
)
def test_a_day_without_its_year_is_the_nearest(near, year):
    """Round a new year, the year is the one that brings the day nearest."""
    assert parse_date("Jan 1", near) == datetime.date(year, 1, 1)


def test_date_lines():
    """A line that says more than a date is none."""
    assert is_date_line("Friday, 28 February")
    assert not is_date_line("On 28 February the dam broke")
