"""A person's yes or no to a match that the program suggests."""

from __future__ import annotations

from factcheck.errors import NotFound
from factcheck.store.tables import Claim, Match
from factcheck.workflow.act import Act
from factcheck.workflow.labels import label, number_of

__all__ = ["decide_match"]


def decide_match(act: Act, claim: Claim, match: str | int, *, accept: bool) -> None:
    """Accept or reject a match of a claim; a later decision takes the place of an earlier one."""
    number = number_of(match, "M")
    found = act.session.get(Match, number)
    if found is None or found.claim_id != claim.id:
        raise NotFound(f"no match {label('M', number)} on {label('C', claim.id or 0)}")
    move = act.begin("accept_match" if accept else "reject_match", claim)
    found.decision = "accepted" if accept else "rejected"
    found.decided_by_id = act.person_id
    found.decided_at = act.at
    found.earlier_verdict_id = None
    if found.earlier_claim_id is not None:
        verdicts = act.rows.rows(
            "SELECT id FROM verdict WHERE claim_id = ? ORDER BY id DESC LIMIT 1", [found.earlier_claim_id]
        )
        found.earlier_verdict_id = verdicts[0]["id"] if verdicts else None
    earlier = label("C", found.earlier_claim_id) if found.earlier_claim_id else label("K", found.earlier_check_id or 0)
    act.finish(move, match=label("M", number), earlier=earlier)
