"""Say what a person decided on a match."""

from __future__ import annotations

from typing import TYPE_CHECKING

from factcheck.cli.console import print_json, print_lines

if TYPE_CHECKING:
    from factcheck.workflow.values import ClaimOnFile

__all__ = ["report_decision"]


def report_decision(claim: ClaimOnFile, match: str, *, as_json: bool) -> None:
    """Print the decision with both texts, and which matches of the claim are still undecided; or the claim as JSON."""
    from factcheck.workflow.labels import label, number_of

    if as_json:
        print_json(claim)
        return
    decided = next(found for found in claim.matches if found.id == label("M", number_of(match, "M")))
    rated = f", rated {decided.verdict}" if decided.verdict else ""
    lines = [
        f"{decided.id} is {decided.decision} by {decided.decided_by}: {decided.relation} {decided.earlier}{rated}",
        f"  {claim.id}  {claim.text}",
        f"  {decided.earlier}  {decided.text}",
    ]
    undecided = [found.id for found in claim.matches if found.decision is None]
    if undecided:
        lines.append(f"  undecided on {claim.id}: {', '.join(undecided)}")
    print_lines(lines)
