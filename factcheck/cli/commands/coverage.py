"""Account for every number, date, name and quotation of a text."""

from __future__ import annotations

import typer

from factcheck.cli.console import print_json, print_lines, print_table


def command(
    source: str = typer.Argument(..., metavar="FILE", help="A .txt, .md or .html file, or - for standard input."),
    dateline: str | None = typer.Option(
        None, "--dateline", metavar="YYYY-MM-DD", help="The day that 'yesterday' counts from."
    ),
    everything: bool = typer.Option(False, "--all", help="Also what is accounted for."),
    as_json: bool = typer.Option(False, "--json", help="Print JSON."),
) -> None:
    """List the numbers, dates, names and quotations of a text that are in no claim.

    Exit status 1 when something is unaccounted.

    Example: factcheck coverage draft.txt
    """
    from factcheck.cli.days import day
    from factcheck.detection.coverage import coverage
    from factcheck.text.readers import read_document

    items = coverage(read_document(source, dateline=day(dateline)))
    loose = [item for item in items if item.status == "unaccounted"]
    if as_json:
        print_json(items)
    else:
        shown = items if everything else loose
        if shown:
            print_table(
                ["", "sort", "where", "words", "why"],
                [[i.status, i.sort, i.start, i.text, i.reason] for i in shown],
                widest="words",
            )
        print_lines(["", f"{len(items) - len(loose)} of {len(items)} accounted for"])
    if loose:
        raise typer.Exit(1)
