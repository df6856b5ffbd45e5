"""Reject a match: say that an earlier claim or check is about something else."""

from __future__ import annotations

import typer

from factcheck.cli.decision import report_decision


def command(
    ctx: typer.Context,
    claim: str = typer.Argument(..., metavar="CLAIM", help="A claim's number, such as C17."),
    match: str = typer.Argument(..., metavar="MATCH", help="A match of it, such as M4; claims show C17 lists them."),
    as_json: bool = typer.Option(False, "--json", help="Print the claim as JSON."),
) -> None:
    """Reject a match of a claim: the earlier one is about something else.

    It is recorded with your name and the time, and the pair is not suggested for this claim again. A later decision takes
    the place of this one, and both stay in the history.

    Example: factcheck reject C17 M4
    """
    from factcheck.cli.desk import open_desk

    with open_desk(ctx.obj) as desk:
        report_decision(desk.reject_match(claim, match), match, as_json=as_json)
