"""Say what an act of the workflow did."""

from __future__ import annotations

from typing import TYPE_CHECKING

from factcheck.cli.console import print_json, print_lines

if TYPE_CHECKING:
    from factcheck.workflow.values import ClaimOnFile

__all__ = ["report_act"]


def report_act(claim: ClaimOnFile, *, as_json: bool) -> None:
    """Print the claim's new state in one line, and what can be done next; or all of it as JSON."""
    from factcheck.workflow.states import acts_from

    if as_json:
        print_json(claim)
        return
    with_whom = f", with {claim.assignee}" if claim.assignee else ""
    rating = f", rated {claim.rating}" if claim.rating else ""
    following = [act.replace("_", " ") for act in acts_from(claim.state)]
    lines = [f"{claim.id} is {claim.state}{with_whom}{rating}: {claim.text}"]
    if following and claim.is_open:
        lines.append(f"  next: {' · '.join(following)}")
    print_lines(lines)
