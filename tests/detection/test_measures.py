"""to_base: exact conversion of measures, compounds, temperatures and minor currencies."""

from fractions import Fraction

import pytest

from factcheck.detection.measures import to_base, unit_named


@pytest.mark.parametrize(
    ("value", "unit", "want"),
    [
        (Fraction(250), "mi", (Fraction(402336), "m")),
        (Fraction(12), "st", (Fraction(12) * 14 * Fraction(45359237, 100000000), "kg")),
        (Fraction(104), "degF", to_base(Fraction(40), "degC")),
        (Fraction(90), "min", (Fraction(5400), "s")),
        (Fraction(3), "decade", (Fraction(360), "month")),
        (Fraction(5), "mg/dL", (Fraction(5, 100000), "kg/L")),
        (Fraction(60), "mi/h", (Fraction(60 * 1397, 3125), "m/s")),
        (Fraction(50), "GBX", (Fraction(1, 2), "GBP")),
        (Fraction(7), "seat", (Fraction(7), "seat")),
        (Fraction(7), "USD", (Fraction(7), "USD")),
    ],
)
def test_conversion_is_exact(value, unit, want):
    """A unit converts to its base without rounding; what is no measure stays as it is."""
    assert to_base(value, unit) == want


def test_a_ton_is_not_a_tonne():
    """The short ton and the tonne stay apart."""
    assert to_base(Fraction(1), "ton") != to_base(Fraction(1), "t")


@pytest.mark.parametrize(
    ("small", "large", "times"),
    [
        ("in", "ft", 12),
        ("ft", "yd", 3),
        ("ft2", "yd2", 9),
        ("ft3", "yd3", 27),
        ("oz", "lb", 16),
        ("pt", "gal", 8),
        ("floz", "pt", 16),
        ("acre", "mi2", 640),
    ],
)
def test_customary_units_are_whole_multiples(small, large, times):
    """The table's factors agree with one another."""
    a, b = unit_named(small), unit_named(large)
    assert a is not None
    assert b is not None
    # the acre of the table is the international one: 640 of them make a square mile
    assert b.factor / a.factor == times
