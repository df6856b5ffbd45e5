"""Accept a match: say that an earlier claim or check is the one meant."""

from __future__ import annotations

import typer

from factcheck.cli.decision import report_decision


def command(
    ctx: typer.Context,
    claim: str = typer.Argument(..., metavar="CLAIM", help="A claim's number, such as C17."),
    match: str = typer.Argument(..., metavar="MATCH", help="A match of it, such as M4; claims show C17 lists them."),
    as_json: bool = typer.Option(False, "--json", help="Print the claim as JSON."),
) -> None:
    """Accept a match of a claim: the earlier one is about the same thing.

    It is recorded with your name, the time and the earlier verdict as it stands; the claim keeps its state, and its rating
    stays yours to propose. A later decision takes the place of this one, and both stay in the history.

    Example: factcheck accept C17 M4
    """
    from factcheck.cli.desk import open_desk

    with open_desk(ctx.obj) as desk:
        report_decision(desk.accept_match(claim, match), match, as_json=as_json)
