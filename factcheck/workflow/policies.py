"""Evidence policies as data, and whether a claim's evidence meets one.

A policy lists ways to meet it: so many pieces of a tier or nearer to the fact, each of another origin. Independence
counts origins (a wire, a press release, an owner), not addresses. Pieces that only give context do not count, and
pieces that speak for the claim are not added to pieces that speak against it.
"""

from __future__ import annotations

from collections.abc import Iterable, Mapping, Sequence
from typing import Any
from urllib.parse import urlsplit

from factcheck.vocabulary import Stance, Tier
from factcheck.workflow.values import EvidenceOnFile

__all__ = ["count_origins", "origin_of", "unmet"]

_NEARNESS = {Tier.PRIMARY: 0, Tier.SECONDARY: 1, Tier.TERTIARY: 2}
_NUMBERS = {1: "one", 2: "two", 3: "three", 4: "four", 5: "five"}


def origin_of(evidence: EvidenceOnFile) -> str:
    """Name the origin a piece of evidence counts for: as stated, otherwise its source, otherwise its address's host."""
    if evidence.origin or evidence.source:
        return " ".join((evidence.origin or evidence.source or "").split()).casefold()
    host = urlsplit(evidence.url or "").hostname or ""
    return host.removeprefix("www.")


def count_origins(evidence: Iterable[EvidenceOnFile], tier: Tier, *, archived: bool) -> int:
    """Count the origins behind evidence of a tier or nearer to the fact."""
    counted = {
        origin_of(piece)
        for piece in evidence
        if _NEARNESS[piece.tier] <= _NEARNESS[tier] and (piece.sha256 or not archived)
    }
    return len(counted)


def unmet(policy: Mapping[str, Any], evidence: Sequence[EvidenceOnFile]) -> str | None:
    """Say what a policy still wants, in words; None where it is met."""
    archived = bool(policy.get("archive"))
    standing = [piece for piece in evidence if not piece.withdrawn]
    for stance in (Stance.SUPPORTS, Stance.REFUTES):
        same = [piece for piece in standing if piece.stance is stance]
        if any(count_origins(same, Tier(way["tier"]), archived=archived) >= way["count"] for way in policy["any"]):
            return None
    ways = " or ".join(_way(way) for way in policy["any"])
    has = ", ".join(
        f"{piece.id} {piece.tier.value} {piece.stance.value} from {origin_of(piece) or 'nobody named'}"
        for piece in standing
    )
    wanted = f"{ways}, each with an archived copy" if archived else ways
    return f'evidence: the policy "{policy["title"]}" wants {wanted} (on file: {has or "none"})'


def _way(way: Mapping[str, Any]) -> str:
    number = _NUMBERS.get(way["count"], str(way["count"]))
    return (
        f"{number} {way['tier']} source" if way["count"] == 1 else f"{number} {way['tier']} sources of different origin"
    )
