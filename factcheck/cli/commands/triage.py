"""Settle what kind of claim it is and how urgent, or drop it with a reason."""

from __future__ import annotations

import typer

from factcheck.cli.act import report_act


def command(
    ctx: typer.Context,
    claim: str = typer.Argument(..., metavar="CLAIM", help="A claim's number, such as C17."),
    kind: str | None = typer.Option(None, "--kind", help="Its kind, where the program's guess is wrong."),
    priority: str | None = typer.Option(None, "--priority", help="urgent, high, normal or low."),
    drop: str | None = typer.Option(None, "--drop", metavar="REASON", help="Close it, for this reason."),
    ended_as: str = typer.Option(
        "not_checkable", "--as", help="With --drop: not_checkable, out_of_scope, duplicate, cut or withdrawn."
    ),
    duplicate_of: str | None = typer.Option(
        None, "--duplicate-of", metavar="CLAIM", help="With --as duplicate: the claim it repeats."
    ),
    as_json: bool = typer.Option(False, "--json", help="Print the claim as JSON."),
) -> None:
    """Settle what kind of claim it is and how urgent, or drop it with a reason.

    Example: factcheck triage C17 --priority high    ·    factcheck triage C9 --drop "a slogan"
    """
    from factcheck.cli.desk import open_desk

    with open_desk(ctx.obj) as desk:
        report_act(
            desk.triage(claim, kind=kind, priority=priority, drop=drop, as_=ended_as, duplicate_of=duplicate_of),
            as_json=as_json,
        )
