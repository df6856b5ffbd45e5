"""Who has a claim, and when research begins."""

from __future__ import annotations

from factcheck.store.tables import Claim
from factcheck.vocabulary import State
from factcheck.workflow.act import Act

__all__ = ["assign_claim", "start_claim"]


def assign_claim(act: Act, claim: Claim, to: str | None) -> None:
    """Give a claim to somebody; to oneself where nobody is named."""
    person = act.person_named(to) if to is not None else act.person
    move = act.begin("assign", claim, assignee=person)
    claim.assignee_id = person.id
    act.finish(move, assignee=person.name)


def start_claim(act: Act, claim: Claim) -> None:
    """Begin to check, or go on after waiting for a source."""
    move = act.begin("resume" if claim.state == State.WAITING_SOURCE.value else "start", claim)
    act.finish(move)
