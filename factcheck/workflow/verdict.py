"""Proposing a rating: the checker's verdict, on a scale, under an evidence policy."""

from __future__ import annotations

import datetime
from collections.abc import Mapping
from typing import Any

from factcheck.errors import NotFound
from factcheck.store.tables import Claim, Verdict
from factcheck.vocabulary import Role
from factcheck.workflow.act import Act, day
from factcheck.workflow.labels import label
from factcheck.workflow.reading import policies_on_file, scales_on_file
from factcheck.workflow.scales import find_label

__all__ = ["add_verdict", "policy_for", "propose_verdict", "scale_named"]


def scale_named(act: Act, name: str | None = None) -> Mapping[str, Any]:
    """Give a scale in its newest version: the desk's own where none is named."""
    wanted = name or act.setting("scale", "desk")
    versions = {number: data for (scale, number), data in scales_on_file(act.rows).items() if scale == wanted}
    if not versions:
        known = ", ".join(sorted({scale for scale, _ in scales_on_file(act.rows)}))
        raise NotFound(f"no scale {wanted!r} on this desk: choose one of {known}")
    return versions[max(versions)]


def policy_for(act: Act, claim: Claim) -> Mapping[str, Any]:
    """Give the evidence policy that a claim is checked under: its document's, otherwise the desk's."""
    found = act.rows.rows(
        "SELECT d.policy FROM appearance a JOIN revision r ON r.id = a.revision_id"
        " JOIN document d ON d.id = r.document_id WHERE a.claim_id = ? AND d.policy IS NOT NULL ORDER BY a.id",
        [claim.id],
    )
    wanted = found[0]["policy"] if found else act.setting("policy", "one-primary-or-two")
    policies = policies_on_file(act.rows)
    if wanted not in policies:
        raise NotFound(f"no evidence policy {wanted!r} on this desk: choose one of {', '.join(sorted(policies))}")
    return policies[wanted]


def propose_verdict(
    act: Act,
    claim: Claim,
    rating: str | None,
    rationale: str | None,
    as_of: str | datetime.date | None,
    scale: str | None,
) -> None:
    """Propose a rating for a claim one has checked."""
    chosen = scale_named(act, scale)
    found = find_label(chosen, rating) if rating else None
    policy = policy_for(act, claim)
    move = act.begin("propose", claim, rating=found, rationale=rationale, scale=chosen, policy=policy)
    verdict = add_verdict(
        act, claim, Role.CHECKER, chosen, found or "", rationale, day(as_of, "the rating"), policy["id"]
    )
    claim.checker_id = act.person_id
    claim.reviewer_id = None
    act.finish(move, verdict=label("V", verdict.id or 0), rating=found)


def add_verdict(
    act: Act,
    claim: Claim,
    role: Role,
    scale: Mapping[str, Any],
    rating: str,
    rationale: str | None,
    as_of: str | None,
    policy: str | None,
) -> Verdict:
    """Put a verdict on file; it takes the place of the last one given in the same role."""
    before = act.rows.rows(
        "SELECT id FROM verdict WHERE claim_id = ? AND role = ? ORDER BY id DESC LIMIT 1", [claim.id, role.value]
    )
    verdict = Verdict(
        claim_id=claim.id or 0,
        scale=scale["id"],
        scale_version=scale["version"],
        label=rating,
        rationale=(rationale or "").strip() or None,
        as_of=as_of,
        policy=policy,
        person_id=act.person_id,
        role=role.value,
        supersedes_id=before[0]["id"] if before else None,
        at=act.at,
    )
    act.session.add(verdict)
    act.session.flush()
    return verdict
