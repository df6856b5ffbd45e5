"""Flags: what the program holds up to a person. They are derived from what is on file, and never typed in.

`stale` needs the day and `text_changed` the drafts' alignment; both are derived where those are known.
"""

from __future__ import annotations

from collections.abc import Mapping
from typing import Any

from factcheck.vocabulary import Flag, Relation, State
from factcheck.workflow.policies import unmet
from factcheck.workflow.scales import standing_verdict, words_of_label
from factcheck.workflow.values import ClaimOnFile

__all__ = ["BEFORE_APPROVAL", "find_flags"]

BEFORE_APPROVAL = frozenset(Flag) - {Flag.VERDICT_UNRESOLVED}
"""Flags that stand in the way of an approval; `verdict_unresolved` stands in the way of print alone."""

_RATED = frozenset({State.PROPOSED, State.IN_REVIEW, State.DISPUTED, State.APPROVED, State.PUBLISHED, State.CORRECTED})
_SIGNED_OFF = frozenset({State.APPROVED, State.PUBLISHED, State.CORRECTED})


def find_flags(
    claim: ClaimOnFile, scales: Mapping[tuple[str, int], Mapping[str, Any]], policies: Mapping[str, Mapping[str, Any]]
) -> tuple[Flag, ...]:
    """Derive a claim's flags, those that a named person waived left out."""
    found = []
    standing = standing_verdict(claim.verdicts)
    known = words_of_label(scales.get((standing.scale, standing.scale_version), {}), standing.label) if standing else {}
    if claim.appearances and not any(appearance.current for appearance in claim.appearances):
        found.append(Flag.ORPHANED)
    # a contradiction that nobody has looked at, whether it is one of figures, names, dates or negation, and a repeat of
    # what was rated false; to contradict what was rated false is no trouble
    troubles = (Relation.SAME if match.is_refuted else Relation.CONFLICT for match in claim.matches)
    pairs = zip(claim.matches, troubles, strict=True)
    if any(match.relation is trouble and match.decision is None for match, trouble in pairs):
        found.append(Flag.NUMERIC_CONFLICT)
    if claim.state in _RATED and standing and known.get("verdict", True) and known.get("evidence", True):
        policy = policies.get(standing.policy or "")
        if policy and unmet(policy, claim.evidence):
            found.append(Flag.EVIDENCE_MISSING)
    if any(match.decision == "accepted" and match.verdict_changed for match in claim.matches):
        found.append(Flag.MATCH_VERDICT_CHANGED)
    if claim.state in _SIGNED_OFF and known.get("unresolved") and any(a.current for a in claim.appearances):
        found.append(Flag.VERDICT_UNRESOLVED)
    waived = {waiver.what for waiver in claim.waivers}
    return tuple(flag for flag in found if flag.value not in waived)
