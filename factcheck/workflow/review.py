"""The second reading: a second person rates blind, then signs off, differs, or sends back."""

from __future__ import annotations

from factcheck.errors import RefusedMove
from factcheck.store.tables import Claim, Comment
from factcheck.vocabulary import Role, State
from factcheck.workflow.act import Act
from factcheck.workflow.labels import label
from factcheck.workflow.scales import find_label, standing_verdict
from factcheck.workflow.values import VerdictOnFile
from factcheck.workflow.verdict import add_verdict, policy_for, scale_named

__all__ = ["begin_review", "decide_dispute", "review_claim"]


def begin_review(act: Act, claim: Claim) -> None:
    """Take a proposed claim into review."""
    move = act.begin("begin_review", claim)
    claim.reviewer_id = act.person_id
    act.finish(move)


def review_claim(
    act: Act, claim: Claim, rating: str | None, approve: bool, changes: str | None, rationale: str | None
) -> None:
    """Rate a claim second: approved where the ratings are equal, disputed where they differ; or send it back.

    On a desk of one the checker may sign off alone, and the claim is marked "single checker".
    """
    name = label("C", claim.id or 0)
    if not approve and changes is None:
        raise RefusedMove(f"{name} cannot be reviewed", ["a decision: approve, or say what must change"])
    if approve and changes is not None:
        raise RefusedMove(f"{name} cannot be approved and sent back at once")
    if claim.state == State.PROPOSED.value:
        begin_review(act, claim)
    if changes is not None:
        move = act.begin("request_changes", claim, text=changes)
        act.session.add(Comment(claim_id=claim.id, text=changes.strip(), person_id=act.person_id, at=act.at))
        act.finish(move)
        return
    _rate_second(act, claim, rating, rationale)


def _rate_second(act: Act, claim: Claim, rating: str | None, rationale: str | None) -> None:
    standing = standing_verdict(act.value(claim).verdicts)
    scale = scale_named(act, standing.scale if standing else None)
    alone = act.solo and claim.checker_id == act.person_id
    found = find_label(scale, rating) if rating else (standing.label if alone and standing else None)
    differs = standing is not None and found is not None and found != standing.label
    move = act.begin("dispute" if differs else "approve", claim, rating=found)
    verdict = None
    if not alone and found is not None:
        verdict = add_verdict(act, claim, Role.REVIEWER, scale, found, rationale, as_of(standing), policy_of(standing))
    claim.single_checker = alone
    act.finish(move, rating=found, verdict=label("V", verdict.id or 0) if verdict else None)


def as_of(verdict: VerdictOnFile | None) -> str | None:
    """Give a verdict's as-of date."""
    return verdict.as_of if verdict else None


def policy_of(verdict: VerdictOnFile | None) -> str | None:
    """Give the policy a verdict was given under."""
    return verdict.policy if verdict else None


def decide_dispute(act: Act, claim: Claim, rating: str | None, reason: str | None) -> None:
    """Decide between two ratings, in writing; without a rating the claim goes back to its checker."""
    if rating is None:
        move = act.begin("send_back", claim, reason=reason)
        act.finish(move, reason=(reason or "").strip())
        return
    standing = standing_verdict(act.value(claim).verdicts)
    scale = scale_named(act, standing.scale if standing else None)
    found = find_label(scale, rating)
    policy = policy_for(act, claim)
    move = act.begin("decide", claim, rating=found, reason=reason, scale=scale, policy=policy)
    verdict = add_verdict(act, claim, Role.HEAD, scale, found, reason, as_of(standing), policy["id"])
    act.finish(move, rating=found, verdict=label("V", verdict.id or 0), reason=(reason or "").strip())
