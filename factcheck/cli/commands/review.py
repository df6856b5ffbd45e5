"""Read a proposed claim second: rate it for yourself, then sign off or send it back."""

from __future__ import annotations

import typer

from factcheck.cli.act import report_act


def command(
    ctx: typer.Context,
    claim: str = typer.Argument(..., metavar="CLAIM", help="A claim's number, such as C17."),
    rating: str | None = typer.Option(
        None, "--rating", help="Your own rating; it is asked before you see the checker's."
    ),
    approve: bool = typer.Option(False, "--approve", help="Sign off, if your rating is the checker's."),
    changes: str | None = typer.Option(
        None, "--changes", metavar="TEXT", help="Send it back, saying what must change."
    ),
    rationale: str | None = typer.Option(None, "--because", metavar="TEXT", help="Why you rate it so."),
    as_json: bool = typer.Option(False, "--json", help="Print the claim as JSON."),
) -> None:
    """Read a proposed claim second: rate it for yourself, then sign off or send it back.

    Ratings that differ make the claim disputed; the head of desk decides.

    Example: factcheck --as "Omar Diaz" review C17 --rating confirmed --approve
    """
    from factcheck.cli.desk import open_desk

    with open_desk(ctx.obj) as desk:
        report_act(
            desk.review(claim, rating=rating, approve=approve, changes=changes, rationale=rationale), as_json=as_json
        )
