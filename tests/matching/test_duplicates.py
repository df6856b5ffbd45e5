"""Duplicates: what shares a group, what never does, and what comes with it."""

from __future__ import annotations

from collections.abc import Sequence
from typing import Any

import pytest

from factcheck.matching import duplicates
from factcheck.matching.compare import compare
from factcheck.matching.duplicates import DuplicateGroup, find_duplicates
from factcheck.vocabulary import Relation

ARCHIVE: list[dict[str, Any]] = [
    {"id": "K1", "text": "The ferry to Norholm carried 1.2 million passengers in 2019.", "verdict": "Right"},
    {"id": "K2", "text": "The ferry to Norholm carried 1.4 million passengers in 2019.", "verdict": "wrong"},
    {"id": "K3", "text": "In 2019, 1.2 million passengers were carried by the ferry to Norholm.", "verdict": "right"},
    {"id": "K4", "text": "Dresk has closed both of its public libraries."},
    {"id": "K5", "text": "Dresk has closed both of its public libraries", "verdict": "False", "date": "2022-03-01"},
    {"id": "K6", "text": "The bridge at Saldar was closed last month.", "date": "2022-03-10"},
    {"id": "K7", "text": "The bridge at Saldar was closed last month.", "date": "2022-06-10"},
    {"id": "C8", "text": "Dresk has closed both of its public libraries.", "verdict": "confirmed"},
    {"id": "K9", "text": "?"},
    {"id": "K10", "text": "Dresk has not closed both of its public libraries."},
]


def ids(groups: Sequence[DuplicateGroup]) -> list[list[Any]]:
    return [[claim.claim_id for claim in group.claims] for group in groups]


def test_rewordings_and_copies_share_a_group() -> None:
    """What says the same stands together in the order given; other figures, denials and other days stand apart."""
    assert ids(find_duplicates(ARCHIVE)) == [["K1", "K3"], ["K4", "K5", "C8"]]


def test_a_group_says_why_and_names_differing_verdicts() -> None:
    """Each entry has its rule and reason, its own fields, and the group the different verdicts in it."""
    ferry, libraries = find_duplicates(ARCHIVE)
    assert ferry.claims[0].decided_by == ""
    assert ferry.claims[1].decided_by == compare(ARCHIVE[2], ARCHIVE[0]).decided_by
    assert ferry.claims[1].reasons
    assert ferry.verdicts == ("Right",)  # one word in two spellings is one verdict
    assert libraries.verdicts == ("False", "confirmed")
    assert libraries.claims[1].earlier == {"verdict": "False", "date": "2022-03-01"}


def test_only_groups_of_some_claims() -> None:
    """With `among`, a group needs one of those claims, and still holds the others."""
    assert ids(find_duplicates(ARCHIVE, among={"C8"})) == [["K4", "K5", "C8"]]
    assert ids(find_duplicates(ARCHIVE, among={"K3"})) == [["K1", "K3"]]
    assert find_duplicates(ARCHIVE, among={"K2"}) == []
    assert find_duplicates(ARCHIVE, among=()) == []


def test_what_a_person_parted_stays_apart() -> None:
    """A pair that was rejected shares no group, whichever way round; the others of the group stay with both."""
    for pair in (("C8", "K4"), ("K4", "C8")):
        assert ids(find_duplicates(ARCHIVE, apart=[pair])) == [["K1", "K3"], ["K4", "K5"], ["K5", "C8"]]
    assert ids(find_duplicates(ARCHIVE, apart=[("K1", "K3")])) == [["K4", "K5", "C8"]]


def test_same_does_not_carry_over() -> None:
    """A hedged figure goes with two that contradict each other: those two never share a group, and no pair is lost."""
    claims = [
        {"id": 1, "text": "The dam cost 68 million crowns."},
        {"id": 2, "text": "The dam cost about 70 million crowns."},
        {"id": 3, "text": "The dam cost 72 million crowns."},
    ]
    assert compare(claims[0], claims[1]).relation is compare(claims[1], claims[2]).relation is Relation.SAME
    assert compare(claims[0], claims[2]).relation is Relation.CONFLICT
    assert ids(find_duplicates(claims)) == [[1, 2], [2, 3]]


def test_every_two_of_a_group_say_the_same() -> None:
    """In every group found, the comparison calls each pair the same."""
    wordings = (
        "The port of Saldar handled {n} ships in 2018.",
        "In 2018 the port of Saldar handled {n} ships.",
        "{n} ships were handled by the port of Saldar in 2018.",
    )
    claims = [
        {"id": f"{hedge}{n}/{i}", "text": wording.format(n=f"{hedge}{n}")}
        for n in (410, 440, 470)
        for hedge in ("", "about ")
        for i, wording in enumerate(wordings)
    ]
    groups = find_duplicates(claims)
    assert len(groups) >= 3
    for group in groups:
        for a in group.claims:
            for b in group.claims:
                assert compare(a.text, b.text).relation is Relation.SAME, (a.text, b.text)


def test_a_saying_copied_everywhere_hides_no_rewording() -> None:
    """Hundreds of copies are one wording: a rewording among them is still found."""
    copies = [{"id": i, "text": "The Civic Union won 73 of 329 seats."} for i in range(300)]
    other = {"id": "x", "text": "Seventy-three of the 329 seats were won by the Civic Union."}
    (group,) = find_duplicates([*copies, other])
    assert ids([group]) == [[*range(300), "x"]]


@pytest.mark.parametrize("count", [100, 200])
def test_comparisons_grow_with_the_claims(count: int, monkeypatch: pytest.MonkeyPatch) -> None:
    """Each claim is held against a few candidates, however many claims share its words."""
    held = 0
    real = duplicates.compare_fingerprints

    def counted(a: Any, b: Any) -> Any:
        nonlocal held
        held += 1
        return real(a, b)

    monkeypatch.setattr(duplicates, "compare_fingerprints", counted)
    find_duplicates({"id": i, "text": f"Parish {i} of the county has {1000 + 37 * i} voters."} for i in range(count))
    assert 0 < held <= duplicates.NEAREST * count


def test_a_less_likely_rewording_can_be_asked_for() -> None:
    """`least` lets in what shares few words; copies need no likelihood."""
    assert ids(find_duplicates(ARCHIVE, least=1.0)) == [["K4", "K5", "C8"]]


def test_the_order_of_an_answer_is_fixed() -> None:
    """The same archive gives the same answer, and progress is told from the first claim on."""
    told: list[tuple[int, int]] = []
    first = find_duplicates(ARCHIVE, show=lambda done, total: told.append((done, total)))
    assert first == find_duplicates(ARCHIVE)
    assert told == [(0, 7)]
    assert find_duplicates([]) == []
