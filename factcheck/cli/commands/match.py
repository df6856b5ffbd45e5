"""Ask whether something was checked before, and whether it says the same."""

from __future__ import annotations

import typer

from factcheck.cli.console import print_json, print_lines, print_table


def command(
    ctx: typer.Context,
    text: str = typer.Argument(..., metavar="TEXT", help="A claim in words, or a claim on file such as C17."),
    said_on: str | None = typer.Option(None, "--date", metavar="YYYY-MM-DD", help="The day it was said or printed."),
    limit: int = typer.Option(5, "--limit", min=1, max=50, help="How many earlier claims at the most."),
    as_json: bool = typer.Option(False, "--json", help="Print JSON."),
) -> None:
    """Find earlier claims and checks that say the same, contradict, or relate.

    Example: factcheck match "Sadr won 75 of the 329 seats"
    """
    from factcheck.cli.days import day
    from factcheck.matching.matcher import Matcher

    matcher = Matcher.open(ctx.obj.database)
    found = [
        match
        for match in matcher.search(text, limit=limit, date=day(said_on, "--date"))
        if match.relation != "unrelated"
    ]
    if as_json:
        print_json(found)
        return
    if not found:
        print_lines(["Nothing like it is on file."])
        return
    rows = []
    for match in found:
        told = ", ".join(str(match.earlier[key]) for key in ("verdict", "date", "publisher") if match.earlier.get(key))
        rows.append(
            [
                match.claim_id,
                match.relation,
                f"{match.score:.2f}",
                match.text,
                told,
                match.reasons[0] if match.reasons else "",
            ]
        )
    print_table(["", "relation", "score", "earlier claim", "what came of it", "why"], rows, widest="earlier claim")
