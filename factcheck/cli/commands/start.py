"""Begin to check a claim that is yours."""

from __future__ import annotations

import typer

from factcheck.cli.act import report_act


def command(
    ctx: typer.Context,
    claim: str = typer.Argument(..., metavar="CLAIM", help="A claim's number, such as C17."),
    as_json: bool = typer.Option(False, "--json", help="Print the claim as JSON."),
) -> None:
    """Begin to check a claim that is yours.

    Example: factcheck start C17
    """
    from factcheck.cli.desk import open_desk

    with open_desk(ctx.obj) as desk:
        report_act(desk.start(claim), as_json=as_json)
