"""Arithmetic that a checker would do on paper, written out."""

import pytest

from factcheck.detection.quantities import find_quantities
from factcheck.reporting.workings import workings


@pytest.mark.parametrize(
    ("text", "said"),
    [
        ("They won 73 of 329 seats.", ["73 ÷ 329 = 22.19%.", "A majority would be 165."]),
        ("Nine of the 15 judges agreed.", ["9 ÷ 15 = 60%."]),
        ("At least two drones hit it.", []),
        ("Dozens of guards were hurt.", ["“Dozens of guards” allows 24 or more."]),
    ],
)
def test_what_is_written_out(text: str, said: list[str]) -> None:
    """Shares are worked, a majority is given where seats are counted, and what speaks for itself is not repeated."""
    assert list(workings(find_quantities(text))) == said


def test_a_date_without_a_dateline_is_said_to_be_open() -> None:
    """A relative date that nothing resolves is named."""
    assert list(workings(find_quantities("It closed last month."))) == [
        "“last month” is not resolved: there is no dateline to count from."
    ]
