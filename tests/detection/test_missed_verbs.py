from __future__ import annotations

import pytest

from factcheck.detection.clause_chunks import settle_openers
from factcheck.detection.missed_verbs import add_missed_verbs, find_active_past
from factcheck.detection.openers import find_openers
from factcheck.detection.verb_groups import group_verbs
from factcheck.detection.words import Word, tag_words


def finite_verbs(text: str) -> list[str]:
    """Give the finite verbs of a sentence as clauses are cut with them."""
    words = tag_words(text)
    openers = find_openers(words, [word.lower for word in words])
    groups = add_missed_verbs(words, group_verbs(words), openers)
    assert settle_openers(groups, openers, len(words))
    return [words[group.start].text for group in groups if group.finite]


@pytest.mark.parametrize(
    ("text", "verbs"),
    [
        ("The trust paid £3m for the site, while its rents rose.", ["paid", "rose"]),
        ("The grocer opened 12 shops and cut its prices by 3%.", ["opened", "cut"]),
        ("The airline, which flies to 48 cities, lost $300m last year.", ["flies", "lost"]),
        ("Unemployment has halved since the mine reopened in 2014.", ["has", "reopened"]),
        ("Pupils given a free meal did better.", ["did"]),
    ],
)
def test_finite_verbs(text: str, verbs: list[str]) -> None:
    """A verb that the tags hide is found by its object, its relative or what happened; a true participle stays one."""
    assert finite_verbs(text) == verbs


def test_a_verb_with_two_objects_stays_a_participle() -> None:
    """An object behind "given" or "offered" does not make it the verb of the clause."""
    words = [Word(0, 6, "pupils", "pupils", "NNS"), Word(7, 12, "given", "given", "VBN"), Word(13, 14, "a", "a", "DT")]
    assert find_active_past(words, 0, 3) is None
