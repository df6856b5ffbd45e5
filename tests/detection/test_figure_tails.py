from __future__ import annotations

import pytest

from factcheck.detection.figure_tails import is_held_against, is_outdone, is_record
from factcheck.detection.words import tag_words


@pytest.mark.parametrize(
    ("text", "held"),
    [
        ("compared with 26% in May", True),
        ("against a target of 95%", True),
        ("from 8,600 a month to 4,300", True),
        ("from the north", False),
        ("compared as a whole", False),
    ],
)
def test_held_against(text: str, held: bool) -> None:
    """A figure is held against another one by "compared with", "against" or "from ... to"."""
    assert is_held_against(tag_words(text)) is held


@pytest.mark.parametrize(
    ("text", "record"),
    [
        ("its lowest since May", True),
        ("the largest haul in the port's history", True),
        ("only the second since 1990", True),
        ("an all-time high", True),
        ("the old bridge in the port", False),
        ("lowest", False),
    ],
)
def test_record(text: str, record: bool) -> None:
    """A place in a series has a determiner, a superlative or an ordinal, and what it is counted over."""
    assert is_record(tag_words(text)) is record


def test_outdone() -> None:
    """A comparative with "than" holds the figure against something that needs no number."""
    assert is_outdone(tag_words("more than the zoo and the park combined"))
    assert not is_outdone(tag_words("more people came"))
