"""Bring earlier checks into the archive."""

from __future__ import annotations

import sys

import typer

from factcheck.cli.console import print_json, print_lines, visible_line

NO_ARGUMENTS_IS_HELP = True


def command(
    ctx: typer.Context,
    source: str = typer.Argument(..., metavar="FILE.csv", help="A CSV file with a head, or - for standard input."),
    columns: list[str] = typer.Option(
        [], "--column", metavar="FIELD=NAME", help="Which column holds a field, e.g. text=claim."
    ),
    as_json: bool = typer.Option(False, "--json", help="Print what was done as JSON."),
) -> None:
    """Import earlier checks from a CSV file: text, verdict, date, claimant, publisher, url, title, review.

    A check that is on file already is recognised and not doubled. Rows that cannot be taken are named with their line on
    standard error; the others go in, and the exit status is 2.

    Example: factcheck import earlier-checks.csv --column text=claim --column verdict=rating
    """
    from factcheck.cli.desk import open_desk
    from factcheck.exchange.check_table import CheckTable

    table = CheckTable(source, columns)
    with open_desk(ctx.obj) as desk:
        result = desk.import_checks(table)
    rejected = sorted((*table.rejected, *result.rejected))
    for line, reason in rejected:
        sys.stderr.write(f"factcheck: {visible_line(source)} line {line}: {reason}\n")
    if as_json:
        print_json({"added": result.added, "already": result.already, "rejected": rejected})
    else:
        print_lines([f"{result.added} checks added · {result.already} already on file · {len(rejected)} rejected"])
    if rejected or result.added + result.already == 0:
        if not rejected:
            sys.stderr.write(f"factcheck: {visible_line(source)}: no check found in it\n")
        raise typer.Exit(2)
