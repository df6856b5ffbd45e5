"""Names of two claims: which are one."""

from __future__ import annotations

import pytest

from factcheck.matching.names import same_name


@pytest.mark.parametrize(
    ("a", "b", "one"),
    [
        ("Hashimi", "Karim al-Hashimi", True),
        ("al-Hashimi", "Hashimi", True),
        ("Ruiz Soler", "Ana Ruiz-Soler", True),
        ("Yusuf", "Yousef", True),
        ("Virginia", "West Virginia", False),
        ("Zambia", "Gambia", False),
        ("Petrov", "Petrova", False),
        ("Anna Bell", "Joan Bell", False),
        ("WHO", "World Health Organisation", True),
    ],
)
def test_a_surname_with_or_without_particle_is_its_full_name(a: str, b: str, one: bool) -> None:
    """Particles, hyphens and spellings aside, the shorter name stands in the longer; "West" makes another place."""
    assert same_name(a.split(), b.split()) is one
    assert same_name(b.split(), a.split()) is one
