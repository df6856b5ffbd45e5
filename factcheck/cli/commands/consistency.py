"""Hold the numbers of a text against each other."""

from __future__ import annotations

import typer

from factcheck.cli.console import print_json, print_lines, print_table


def command(
    source: str = typer.Argument(..., metavar="FILE", help="A .txt, .md or .html file, or - for standard input."),
    dateline: str | None = typer.Option(
        None, "--dateline", metavar="YYYY-MM-DD", help="The day that 'yesterday' counts from."
    ),
    as_json: bool = typer.Option(False, "--json", help="Print JSON."),
) -> None:
    """Do a text's own arithmetic: parts and totals, N of M and percentages, before and after.

    Silent where the text does not give what is needed. Exit status 1 when something disagrees.

    Example: factcheck consistency draft.txt
    """
    from factcheck.cli.days import day
    from factcheck.detection.consistency import check_consistency
    from factcheck.text.readers import read_document

    findings = check_consistency(read_document(source, dateline=day(dateline)))
    if as_json:
        print_json(findings)
    elif findings:
        rows = [["agrees" if f.agrees else "DISAGREES", f.rule, f.equation, " / ".join(f.texts)] for f in findings]
        print_table(["", "rule", "equation", "in the text"], rows, widest="in the text")
    else:
        print_lines(["Nothing in this text can be held against itself."])
    if any(not finding.agrees for finding in findings):
        raise typer.Exit(1)
