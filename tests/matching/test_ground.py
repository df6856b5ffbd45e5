"""Ground: what two statements share apart from the point in which they differ."""

from __future__ import annotations

from factcheck.matching.alignment import align
from factcheck.matching.fingerprint import make_fingerprint
from factcheck.matching.ground import Ground, Point, find_ground


def ground_of(a: str, b: str, at_a: str, at_b: str) -> Ground:
    first, second = make_fingerprint(a), make_fingerprint(b)
    words = [[word.text for word in print_.words] for print_ in (first, second)]
    return find_ground(align(first, second), Point(words[0].index(at_a), words[1].index(at_b)))


def test_what_stands_beside_the_statement_does_not_count() -> None:
    """A relative clause and an adjunct in commas leave the statement itself whole."""
    found = ground_of(
        "The dam, which farmers built by hand, holds 9 tonnes of silt.", "The dam holds 4 tonnes of silt.", "9", "4"
    )
    assert (found.share_a, found.share_b) == (1.0, 1.0)


def test_what_each_says_of_its_own_counts_against_both() -> None:
    """Words in the statement that the other lacks lower the share, and are named."""
    found = ground_of("Nine cranes at the port were painted.", "Four cranes on the roof collapsed.", "cranes", "cranes")
    assert max(found.share_a, found.share_b) < 0.6
    assert {term.text for term in (*found.lone_a, *found.lone_b)} == {"port", "painted", "roof", "collapsed"}
    assert not found.predicates
