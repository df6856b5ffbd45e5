"""Propose a rating for a claim you checked."""

from __future__ import annotations

import typer

from factcheck.cli.act import report_act


def command(
    ctx: typer.Context,
    claim: str = typer.Argument(..., metavar="CLAIM", help="A claim's number, such as C17."),
    rating: str = typer.Argument(
        ..., metavar="RATING", help="A label of the desk's scale: confirmed, wrong, unsupported ..."
    ),
    rationale: str | None = typer.Option(None, "--because", metavar="TEXT", help="The conclusion in a sentence."),
    as_of: str | None = typer.Option(None, "--as-of", metavar="YYYY-MM-DD", help="The day the figure holds for."),
    as_json: bool = typer.Option(False, "--json", help="Print the claim as JSON."),
) -> None:
    """Propose a rating for a claim you checked.

    Example: factcheck propose C17 confirmed --because "The commission's table gives 73." --as-of 2021-10-20
    """
    from factcheck.cli.desk import open_desk

    with open_desk(ctx.obj) as desk:
        report_act(desk.propose(claim, rating, rationale=rationale, as_of=as_of), as_json=as_json)
