"""Give a claim to somebody, or take it."""

from __future__ import annotations

import typer

from factcheck.cli.act import report_act


def command(
    ctx: typer.Context,
    claim: str = typer.Argument(..., metavar="CLAIM", help="A claim's number, such as C17."),
    to: str | None = typer.Option(None, "--to", metavar="NAME", help="Who gets it; yourself if nobody is named."),
    as_json: bool = typer.Option(False, "--json", help="Print the claim as JSON."),
) -> None:
    """Give a claim to somebody, or take it.

    Example: factcheck assign C17    ·    factcheck assign C17 --to "Omar Diaz"  (who joined with --as, or people --add)
    """
    from factcheck.cli.desk import open_desk

    with open_desk(ctx.obj) as desk:
        report_act(desk.assign(claim, to=to), as_json=as_json)
