"""Add a note to a claim."""

from __future__ import annotations

import typer

from factcheck.cli.act import report_act


def command(
    ctx: typer.Context,
    claim: str = typer.Argument(..., metavar="CLAIM", help="A claim's number, such as C17."),
    text: str = typer.Argument(..., metavar="TEXT", help="What to remember."),
    as_json: bool = typer.Option(False, "--json", help="Print the claim as JSON."),
) -> None:
    """Add a note to a claim.

    Example: factcheck note C17 "the commission answers on Monday"
    """
    from factcheck.cli.desk import open_desk

    with open_desk(ctx.obj) as desk:
        report_act(desk.note(claim, text), as_json=as_json)
