"""The second reading: two people, blind, and what happens where they differ."""

import pytest

from factcheck.errors import InvalidValue, RefusedMove
from factcheck.matching.values import Match
from factcheck.vocabulary import Flag, Relation, State


def test_a_second_person_approves(proposed, open_desk) -> None:
    """Two people who rate alike close the claim, and both are named."""
    claim = open_desk("bea").review("C1", rating="Confirmed", approve=True)
    assert (claim.state, claim.checker, claim.reviewer) == (State.APPROVED, "ana", "bea")
    assert claim.single_checker is False
    assert [(verdict.by, verdict.role, verdict.label) for verdict in claim.verdicts] == [
        ("ana", "checker", "confirmed"), ("bea", "reviewer", "confirmed")
    ]  # fmt: skip


def test_the_checker_does_not_approve_on_a_desk_of_several(proposed, open_desk) -> None:
    """Where a second person has joined, the checker's own approval is refused."""
    open_desk("bea").note("C2", "hello")
    with pytest.raises(RefusedMove, match="a second person: ana proposed the rating"):
        proposed.review("C1", rating="confirmed", approve=True)
    assert proposed.claim("C1").state is State.PROPOSED


def test_a_rename_makes_nobody_a_second_person(proposed, open_desk) -> None:
    """The checker under another name is still the checker."""
    open_desk("bea").note("C2", "hello")
    proposed.rename_person("ana", "Anna B")
    with pytest.raises(RefusedMove, match="Anna B proposed"):
        open_desk("anna b").review("C1", rating="confirmed", approve=True)


def test_the_author_does_not_approve(desk, open_desk, draft) -> None:
    """Who wrote the article is no second person for it."""
    desk.intake(*draft("Rents rose 5 percent.", byline="Zoe Hart"))
    desk.triage("C1")
    desk.assign("C1")
    desk.start("C1")
    desk.propose("C1", "unsupported", "nothing found")
    with pytest.raises(RefusedMove, match="Zoe Hart wrote the article"):
        open_desk("Zoe Hart").review("C1", rating="unsupported", approve=True)


def test_the_second_reader_rates_before_he_sees(proposed, open_desk) -> None:
    """Approval without a rating of one's own is refused, and the checker's is withheld until then."""
    bea = open_desk("bea")
    with pytest.raises(RefusedMove, match="your own rating"):
        bea.review("C1", approve=True)
    bea.begin_review("C1")
    seen = bea.claim("C1", blind=True)
    assert seen.rating is None
    assert [verdict.label for verdict in seen.verdicts] == [None]
    assert "confirmed" not in str(seen.events)
    assert bea.review("C1", rating="confirmed", approve=True).rating == "confirmed"


def test_ratings_that_differ_are_a_dispute(proposed, open_desk) -> None:
    """A differing rating makes the claim disputed, and both stay visible."""
    claim = open_desk("bea").review("C1", rating="wrong", approve=True, rationale="the table says 4")
    assert claim.state is State.DISPUTED
    assert [verdict.label for verdict in claim.verdicts] == ["confirmed", "wrong"]


def test_the_head_decides_for_what_another_person_rated(proposed, open_desk) -> None:
    """The head decides in writing, for one of the two ratings, and not for her own alone."""
    open_desk("bea").review("C1", rating="wrong", approve=True)
    with pytest.raises(RefusedMove, match="role of head"):
        open_desk("bea").decide("C1", "wrong", "I am sure")
    with pytest.raises(RefusedMove, match="given by ana alone"):
        proposed.decide("C1", "confirmed", "I am sure")
    with pytest.raises(RefusedMove, match="one of the two ratings"):
        proposed.decide("C1", "unsupported", "neither")
    with pytest.raises(RefusedMove, match="a reason"):
        proposed.decide("C1", "wrong", "")
    claim = proposed.decide("C1", "wrong", "the second table is the newer")
    assert (claim.state, claim.rating) == (State.APPROVED, "wrong")
    assert [verdict.label for verdict in claim.verdicts] == ["confirmed", "wrong", "wrong"]


def test_a_decision_rests_on_evidence(kept, open_desk) -> None:
    """The head does not decide for a rating that needs evidence where there is none, though the other needed none."""
    kept.triage("C1")
    kept.assign("C1")
    kept.start("C1")
    kept.propose("C1", "unsupported", "nothing found")
    open_desk("bea").review("C1", rating="wrong", approve=True)
    with pytest.raises(RefusedMove, match="wants one primary source"):
        kept.decide("C1", "wrong", "bea is sure")
    kept.add_evidence("C1", source="Registry", quotation="4 percent", locator="table 2", stance="refutes")
    assert kept.decide("C1", "wrong", "bea found the table").state is State.APPROVED


def test_the_head_may_send_a_dispute_back(proposed, open_desk) -> None:
    """A dispute goes back to its checker with a reason."""
    open_desk("bea").review("C1", rating="wrong", approve=True)
    assert proposed.decide("C1", None, "ask the registry").state is State.CHECKING


def test_changes_go_back_with_a_comment(proposed, open_desk) -> None:
    """The second reader says what must change; the checker starts again."""
    bea = open_desk("bea")
    with pytest.raises(RefusedMove, match="a comment"):
        bea.review("C1", changes=" ")
    claim = bea.review("C1", changes="which table?")
    assert (claim.state, claim.notes[-1].text) == (State.CHANGES_REQUESTED, "which table?")
    assert proposed.start("C1").state is State.CHECKING
    assert proposed.propose("C1", "confirmed").verdicts[-1].supersedes == "V1"


def test_a_review_wants_one_decision(proposed) -> None:
    """Neither nothing nor both at once is a review."""
    with pytest.raises(RefusedMove, match="a decision"):
        proposed.review("C1", rating="confirmed")
    with pytest.raises(RefusedMove, match="at once"):
        proposed.review("C1", approve=True, changes="x")


def test_a_review_belongs_to_who_began_it(proposed, open_desk) -> None:
    """A third person does not finish another's review."""
    open_desk("bea").begin_review("C1")
    with pytest.raises(RefusedMove, match="bea has it in review"):
        open_desk("cid").review("C1", rating="confirmed", approve=True)


def test_an_open_conflict_stands_in_the_way_until_somebody_looks(desk, draft) -> None:
    """A contradiction with the archive blocks approval until a person says yes or no to the match."""
    check = desk.add_check(text="Rents rose 4 percent.", verdict="confirmed", scale="desk")
    desk.intake(
        *draft("Rents rose 5 percent."), find_matches=lambda claim: [Match(check.id, Relation.CONFLICT, 0.9, ("4, 5",))]
    )
    desk.triage("C1")
    desk.assign("C1")
    desk.start("C1")
    claim = desk.propose("C1", "unsupported", "nothing found")
    assert claim.flags == (Flag.NUMERIC_CONFLICT,)
    with pytest.raises(RefusedMove, match="say yes or no to M1 against K1"):
        desk.review("C1", approve=True)
    decided = desk.reject_match("C1", "M1").matches[0]
    assert (decided.decision, decided.decided_by) == ("rejected", "ana")
    assert desk.review("C1", approve=True).state is State.APPROVED


def test_a_verdict_relied_on_that_changes_is_flagged(proposed, draft) -> None:
    """Who accepted a match with an earlier claim is told when that claim is rated anew."""
    proposed.review("C1", approve=True)
    proposed.intake(
        *draft("Rents went up 5 percent."), find_matches=lambda claim: [Match("C1", Relation.SAME, 0.9, ("alike",))]
    )
    assert proposed.accept_match("C3", "M1").flags == ()
    proposed.reopen("C1", "new figures")
    proposed.triage("C1")
    proposed.assign("C1")
    proposed.start("C1")
    proposed.propose("C1", "unsupported", "withdrawn by the registry")
    assert proposed.claim("C3").flags == (Flag.MATCH_VERDICT_CHANGED,)


def test_labels_of_another_scale_are_named(proposed, open_desk) -> None:
    """A label that the scale does not have is refused with those it has."""
    with pytest.raises(InvalidValue, match="choose one of confirmed, confirmed_with_change, wrong"):
        open_desk("bea").review("C1", rating="pants on fire", approve=True)
