"""Write the report of a document again, from what is on file now."""

from __future__ import annotations

import sys
from pathlib import Path

import typer

from factcheck.cli.console import print_json, print_lines


def command(
    ctx: typer.Context,
    document: str = typer.Argument(
        ..., metavar="DOC", help="A document's number or short name: D1, green-zone-attack."
    ),
    show: bool = typer.Option(False, "--show", help="Print it, too."),
    as_json: bool = typer.Option(False, "--json", help="Print everything the report says as JSON, and write no file."),
) -> None:
    """Write the report of a document to the reports folder.

    Example: factcheck report D1 --show
    """
    from factcheck.cli.desk import open_desk
    from factcheck.reporting.files import gather_report, write_report

    with open_desk(ctx.obj) as desk:
        if as_json:
            print_json(gather_report(desk, document))
            return
        path = write_report(desk, document, Path(ctx.obj.reports))
    print_lines([f"report: {path}"])
    if show:
        sys.stdout.write("\n" + path.read_text(encoding="utf-8"))
