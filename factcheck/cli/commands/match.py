"""Ask whether something was checked before, and whether it says the same; one text, or a table of them."""

from __future__ import annotations

from pathlib import Path
from typing import TYPE_CHECKING

import typer

from factcheck.cli.console import chosen, print_csv, print_json, print_lines, print_table

if TYPE_CHECKING:
    from collections.abc import Sequence
    from datetime import date

    from factcheck.matching.values import Match
    from factcheck.settings import Settings

FORMATS = ("table", "csv", "json")


def command(
    ctx: typer.Context,
    text: str = typer.Argument(
        ..., metavar="TEXT|FILE.csv", help="A claim in words, a claim on file such as C17, or a table of claims."
    ),
    said_on: str | None = typer.Option(None, "--date", metavar="YYYY-MM-DD", help="The day it was said or printed."),
    limit: int = typer.Option(5, "--limit", min=1, max=50, help="How many earlier claims at the most (for one text)."),
    columns: list[str] = typer.Option(
        [], "--column", metavar="FIELD=NAME", help="Which column of a table holds text or date, e.g. text=quote."
    ),
    suggest: float | None = typer.Option(
        None, "--suggest", min=0.0, max=1.0, help="Leave out what scores less [0; for a table 0.45]."
    ),
    form: str | None = typer.Option(
        None, "--format", metavar="NAME", help="table, csv or json [table; csv for a table]."
    ),
    as_json: bool = typer.Option(False, "--json", help="The same as --format json."),
) -> None:
    """Find earlier claims and checks that say the same, contradict, or relate.

    A table (.csv, .tsv; its column text or claim) gives one row for each query: its own columns, and the best match in the
    columns match_id, match_relation, match_score and so on, which are empty where nothing like it is on file. Rows without
    a claim are named on standard error, and the exit status is 2.

    Example: factcheck match "Sadr won 75 of the 329 seats"    ·    factcheck match quotes.csv > matched.csv
    """
    from factcheck.cli.days import day
    from factcheck.cli.match_table import MATCH_FIELDS, match_cells, match_table

    shape = "json" if as_json else chosen(form, FORMATS, "format") if form else None
    said = day(said_on, "--date")
    if is_table(text):
        if not match_table(ctx.obj, text, columns, said, suggest, shape or "csv"):
            raise typer.Exit(2)
        return
    found = matches_of(ctx.obj, text, said, limit, suggest or 0.0)
    if shape == "json":
        print_json(found)
    elif shape == "csv":
        print_csv([f"match_{name}" for name in MATCH_FIELDS], [match_cells(match) for match in found])
    elif not found:
        print_lines(["Nothing like it is on file."])
    else:
        show_matches(found)


def is_table(text: str) -> bool:
    """Tell a table's name from words: it ends like one, and is a file or a single word."""
    if not text.strip().lower().endswith((".csv", ".tsv")):
        return False
    return len(text.split()) == 1 or Path(text).is_file()


def matches_of(settings: Settings, text: str, said: date | None, limit: int, least: float) -> list[Match]:
    """Find the matches of a text, or of something on file: without itself, and without what was rejected for it."""
    from factcheck.cli.desk import ON_FILE, open_desk, words_of
    from factcheck.cli.match_table import open_matcher

    left_out: set[str] = set()
    if ON_FILE.fullmatch(text.strip()):
        entry = text.strip().upper()
        text, on_file = words_of(settings, entry)
        said = said or on_file
        left_out.add(entry)
        if entry[0] == "C":
            with open_desk(settings) as desk:
                claim = desk.claim(entry, blind=True)
            left_out |= {claim.id, *(match.earlier for match in claim.matches if match.decision == "rejected")}
    found = [
        match
        for match in open_matcher(settings).search(text, limit=limit + len(left_out), date=said)
        if match.relation != "unrelated" and match.score >= least and match.claim_id not in left_out
    ]
    return found[:limit]


def show_matches(found: Sequence[Match]) -> None:
    """Print the table of matches."""
    rows = []
    for match in found:
        told = ", ".join(str(match.earlier[key]) for key in ("verdict", "date", "publisher") if match.earlier.get(key))
        why = match.reasons[0] if match.reasons else ""
        rows.append([match.claim_id, match.relation, f"{match.score:.2f}", match.text, told, why])
    print_table(["", "relation", "score", "earlier claim", "what came of it", "why"], rows, widest="earlier claim")
