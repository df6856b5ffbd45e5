"""Publishing a document: every claim of its newest draft is closed, and no flag is open."""

from __future__ import annotations

from collections.abc import Sequence

from factcheck.errors import RefusedMove
from factcheck.store.tables import Claim
from factcheck.vocabulary import State
from factcheck.workflow.act import Act
from factcheck.workflow.states import CLOSED
from factcheck.workflow.values import ClaimOnFile

__all__ = ["publish_claims", "what_is_open"]


def what_is_open(claims: Sequence[ClaimOnFile]) -> list[str]:
    """Name what stands in the way of print: claims that are not closed, and flags that nobody answered or waived.

    What the program judged not checkable does not, unless a person took it up.
    """
    found = []
    for claim in claims:
        if not claim.checkable and claim.state is State.NEW:
            continue
        if claim.state not in CLOSED:
            found.append(f"{claim.id} to be closed ({claim.state.value})")
        found += [f"an answer to {claim.id}'s flag {flag.value}" for flag in claim.flags]
    return found


def publish_claims(act: Act, name: str, claims: Sequence[ClaimOnFile]) -> None:
    """Publish the approved claims of a document.

    Raises:
        RefusedMove: something is open; each thing is named.
    """
    current = [claim for claim in claims if any(appearance.current for appearance in claim.appearances)]
    approved = [claim for claim in current if claim.state is State.APPROVED]
    missing = what_is_open(current)
    if missing:
        raise RefusedMove(f"{name} cannot be published", missing)
    if not approved:
        raise RefusedMove(f"{name} cannot be published", ["an approved claim"])
    for claim in approved:
        row = act.session.get_one(Claim, int(claim.id[1:]))
        act.finish(act.begin("publish", row, open=()))
