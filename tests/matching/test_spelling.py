"""Spellings of one name."""

from __future__ import annotations

import pytest

from factcheck.matching.spelling import is_variant


@pytest.mark.parametrize(
    ("first", "second"),
    [
        ("Zieliński", "Zielinski"), ("Jürgen", "Juergen"), ("Mühlbach", "Muehlbach"), ("Oleksandr", "Alexander"),
        ("Mustafa", "Mustapha"), ("al-Rashedi", "Al-Rashidi"), ("Mohammed", "Muhammad"), ("N.", "Nadia"),
        ("Tschaikowski", "Chaikovsky"), ("Norlander", "Norland"), ("Sergei", "Sergej"),
    ],
)  # fmt: skip
def test_variants_of_one_name_meet(first: str, second: str) -> None:
    """Transliteration, diacritics, initials and demonyms do not part a name."""
    assert is_variant(first, second)
    assert is_variant(second, first)


@pytest.mark.parametrize(
    ("first", "second"),
    [
        ("Savella", "Lindal"),
        ("Osterveld", "Oosting"),
        ("North", "South"),
        ("Thomas", "Manju"),
        ("N.", "Thomas"),
        ("", "Ana"),
    ],
)
def test_other_names_stay_apart(first: str, second: str) -> None:
    """Names that only look alike are two."""
    assert not is_variant(first, second)
