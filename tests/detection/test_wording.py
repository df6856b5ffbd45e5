"""Numbers in words that a reader takes in at a glance."""

from fractions import Fraction

import pytest

from factcheck.detection.quantities import find_quantities
from factcheck.detection.wording import number_words, percent_words, quantity_words


@pytest.mark.parametrize(
    ("text", "words"),
    [
        ("They won 73 out of 329 seats.", "73/329 = 22.2% (seats)"),
        ("At least two armed drones hit it.", "≥ 2 drones"),
        ("Around two-thirds of their seats went.", "≈ 2/3 seats"),
        ("Rents rose 3.4%.", "3.4%"),
        ("Support rose 3 percentage points.", "3 points"),
        ("Dozens of guards ran.", "Dozens of guards"),
        ("Some 46,139,900 electors voted.", "≈ 46,139,900 electors"),
        ("It cost £4m.", "4,000,000 GBP"),
    ],
)
def test_quantities_in_a_table(text: str, words: str) -> None:
    """Each sort of quantity is written in a few characters, hedge and unit included."""
    assert quantity_words(find_quantities(text)[0]) == words


def test_a_share_is_rounded_half_up() -> None:
    """22.25% is written 22.3%, and an exact half loses its empty decimals."""
    assert percent_words(Fraction(2225, 10000)) == "22.3%"
    assert percent_words(Fraction(1, 2)) == "50%"
    assert percent_words(Fraction(1, 3)) == "33.3%"


def test_what_is_no_short_decimal_stays_a_fraction() -> None:
    """Two thirds are never written 0.6667."""
    assert number_words(Fraction(2, 3)) == "2/3"
