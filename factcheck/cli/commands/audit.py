"""Verify the history: that no event was edited, deleted or reordered since it was written."""

from __future__ import annotations

import typer

from factcheck.cli.console import print_json, print_lines


def command(
    ctx: typer.Context,
    what: str = typer.Argument("verify", metavar="verify", help="verify."),
    head: str | None = typer.Option(
        None, "--head", metavar="HASH", help="A head's hash kept elsewhere: finds a cut tail."
    ),
    as_json: bool = typer.Option(False, "--json", help="Print JSON."),
) -> None:
    """Verify that the history is whole, and that every state is what its events say.

    Exit status 1 when it is not.

    Example: factcheck audit verify
    """
    from factcheck.cli.console import chosen
    from factcheck.cli.desk import open_desk

    chosen(what, ["verify"], "audit")
    with open_desk(ctx.obj) as desk:
        report = desk.verify(head=head)
    if as_json:
        print_json(report)
    else:
        lines = [f"whole: {report.events} events, head {report.head}"] if report.ok else list(report.problems)
        print_lines(lines)
    if not report.ok:
        raise typer.Exit(1)
