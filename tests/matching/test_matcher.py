"""Finding earlier claims: what comes back, in which order, whatever the query holds."""

from __future__ import annotations

import datetime
from typing import Any

import pytest
from hypothesis import given, settings
from hypothesis import strategies as st

from factcheck.matching.matcher import Matcher
from factcheck.settings import Settings
from factcheck.vocabulary import Relation

CLAIMS: list[dict[str, Any]] = [
    {"id": "K1", "text": "The Civic Union won 73 of 329 seats.", "verdict": "right", "date": "2021-10-12"},
    {"id": "K2", "text": "COVID-19 killed 40 people in the U.S.", "title": "Virus deaths"},
    {"id": "K3", "text": "They don’t pay 20.04 euros AND tax."},
    {"id": "K4", "text": "Rents in Kestrel Bay went up 17% in 2022.", "body": "The council's register shows it."},
    {"id": "K5", "text": "Mustafa al-Rashedi was intelligence chief."},
    {"id": "K6", "text": ""},
    {"id": "K7", "text": "Unem\u00adploy\u00adment fell to 4.2\u00a0million people."},
]


@pytest.fixture(scope="module")
def matcher() -> Matcher:
    return Matcher(CLAIMS)


@pytest.mark.parametrize(
    ("query", "wanted"),
    [
        ("COVID-19", "K2"), ("don't", "K3"), ("don’t pay", "K3"), ("20.04", "K3"), ("the register of the council", "K4"),
        ("Virus deaths", "K2"), ("Mustapha Al-Rashidi, the intelligence chief", "K5"), ("Unemployment", "K7"),
        ("#RentsInKestrelBay are up", "K4"), ("https://t.co/x Civic Union @someone", "K1"),
    ],
)  # fmt: skip
def test_a_claim_is_found_by_what_it_holds(matcher: Matcher, query: str, wanted: str) -> None:
    """Words, numbers, titles, bodies and variants of names find their claim, with whatever punctuation."""
    assert matcher.search(query)[0].claim_id == wanted


@pytest.mark.parametrize("query", ['"', "a:b", "*", "(", "-", "NEAR", "", "’", "AND OR NOT", "K6"])
def test_odd_queries_are_no_errors(matcher: Matcher, query: str) -> None:
    """A query of operators and marks finds what it finds, and breaks nothing."""
    assert len(matcher.search(query)) <= 5


def test_a_match_says_how_it_stands_and_why(matcher: Matcher) -> None:
    """A match brings the relation, the rule, the reasons, and the earlier claim's other fields."""
    match = matcher.search("The Civic Union took 75 of the 329 seats.", date=datetime.date(2021, 10, 14))[0]
    assert (match.claim_id, match.relation) == ("K1", Relation.CONFLICT)
    assert match.decided_by
    assert match.reasons
    assert match.earlier["verdict"] == "right"


def test_best_first_and_no_more_than_asked(matcher: Matcher) -> None:
    """Scores fall from the first match on, and `limit` is kept."""
    found = matcher.search("people in the seats of the council pay tax and rents", limit=3)
    assert [m.score for m in found] == sorted((m.score for m in found), reverse=True)
    assert len(found) <= 3
    assert matcher.search("seats", limit=0) == []


def test_an_empty_archive_answers() -> None:
    """Without earlier claims there is no match, and no error."""
    assert Matcher([]).search("The Civic Union won 73 seats.") == []


def test_a_repeat_is_suggested_and_a_stranger_is_not() -> None:
    """Among many claims a reworded repeat scores above `suggest`, a claim on another subject below it."""
    from factcheck.settings import Settings

    places = ["Kestrel Bay", "Lindal", "Osterveld", "Port Amery", "Savella", "Dunholt", "Marrowby", "Thornwick"]
    things = [
        "rents",
        "bus fares",
        "burglaries",
        "road deaths",
        "school places",
        "hospital beds",
        "library visits",
        "council homes",
    ]
    claims = [{"id": f"{p}/{t}", "text": f"The number of {t} in {p} rose by {i + j}% in 2019."}
              for i, p in enumerate(places, 2) for j, t in enumerate(things)]  # fmt: skip
    matcher, suggest = Matcher(claims), Settings().suggest
    repeat = matcher.search("In 2019 burglaries in Lindal went up by 5%.")[0]
    assert repeat.claim_id == "Lindal/burglaries"
    assert repeat.score >= suggest
    assert all(m.score < suggest for m in matcher.search("The glacier above the monastery melts in spring."))


@given(st.text(max_size=120))
@settings(max_examples=50, deadline=None)
def test_any_query_is_answered(query: str) -> None:
    """No text breaks the search."""
    for match in SEARCHED.search(query):
        assert 0 <= match.score <= 1


SEARCHED = Matcher(CLAIMS)


def test_a_repeat_and_a_contradiction_come_before_what_is_only_related() -> None:
    """Of claims that share as many words, the one that says the same or the contrary comes first; reasons are in words."""
    claims = [
        {"id": "other", "text": "Ana Ruiz won 44 of the 120 seats in the assembly."},
        {"id": "same", "text": "Karim al-Hashimi won 44 of the 120 seats in the assembly."},
        {"id": "contrary", "text": "Karim al-Hashimi won 46 of the 120 seats in the assembly."},
    ]
    found = Matcher(claims).search("Hashimi took 44 out of 120 seats in the assembly")
    assert [match.claim_id for match in found] == ["same", "contrary", "other"]
    assert [match.relation.value for match in found] == ["same", "conflict", "related"]
    assert min(match.score for match in found[:2]) >= Settings().suggest
    assert all(reason.strip("0123456789.% ") for match in found for reason in match.reasons)
