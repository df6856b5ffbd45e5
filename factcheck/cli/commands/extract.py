"""List the claims of a text without a database: what, where, which numbers, who says so."""

from __future__ import annotations

from typing import TYPE_CHECKING, Any

import typer

from factcheck.cli.console import chosen, print_csv, print_json, print_lines, print_table

if TYPE_CHECKING:
    from factcheck.detection.analysis import Analysis
    from factcheck.detection.values import Claim, Quantity

FORMATS = ("table", "json", "csv")
CSV_COLUMNS = (
    "paragraph", "sentence", "start", "end", "text", "kind", "checkable", "check_worthiness", "claimant",
    "quoted", "quantities", "reasons",
)  # fmt: skip


def command(
    source: str = typer.Argument(..., metavar="FILE", help="A .txt, .md or .html file, or - for standard input."),
    dateline: str | None = typer.Option(
        None, "--dateline", metavar="YYYY-MM-DD", help="The day that 'yesterday' counts from."
    ),
    form: str = typer.Option("table", "--format", help="table, json or csv."),
    as_json: bool = typer.Option(False, "--json", help="The same as --format json."),
    everything: bool = typer.Option(False, "--all", help="Also what was judged not checkable, with the reason."),
) -> None:
    """List the claims of a text; nothing is kept.

    Example: factcheck extract draft.txt --dateline 2021-11-07
    """
    from factcheck.cli.days import day
    from factcheck.detection.analysis import Analysis
    from factcheck.text.readers import read_document

    form = "json" if as_json else chosen(form, FORMATS, "format")
    analysis = Analysis(read_document(source, dateline=day(dateline)))
    if form == "json":
        print_json(as_data(analysis))
    elif form == "csv":
        print_csv(CSV_COLUMNS, [csv_row(analysis, claim) for claim in analysis.claims if everything or claim.checkable])
    else:
        show(analysis, everything=everything)


def as_data(analysis: Analysis) -> dict[str, Any]:
    """Give the whole reading as plain data."""
    document = analysis.document
    return {
        "document": {
            "source": document.source,
            "title": document.title,
            "byline": document.byline,
            "dateline": document.dateline,
            "kind": document.kind,
            "content_hash": document.content_hash,
            "notes": document.notes,
        },
        "claims": [{**claim.to_dict(), "place": list(place(analysis, claim))} for claim in analysis.claims],
        "quantities": analysis.quantities,
        "quotes": analysis.quotes,
        "names": analysis.names,
    }


def place(analysis: Analysis, claim: Claim) -> tuple[int | None, int | None]:
    """Give the paragraph and the sentence in it, both counted from 1."""
    for sentence in analysis.document.sentences:
        if sentence.start <= claim.start < sentence.end:
            return sentence.paragraph, sentence.number
    return None, None


def csv_row(analysis: Analysis, claim: Claim) -> list[object]:
    """Give a claim as one row."""
    return [
        *place(analysis, claim), claim.start, claim.end, claim.text, claim.kind, claim.checkable, f"{claim.check_worthiness:.2f}",
        claim.claimant, claim.quoted, "; ".join(worked(q) for q in claim.quantities), "; ".join(claim.reasons),
    ]  # fmt: skip


def worked(quantity: Quantity) -> str:
    """Write a quantity in a few characters: its hedge, its number, its unit."""
    from factcheck.detection.wording import quantity_words

    return quantity_words(quantity)


def show(analysis: Analysis, *, everything: bool) -> None:
    """Print the table of claims, and under it what was left out and why."""
    claims = [claim for claim in analysis.claims if claim.checkable]
    dropped = [claim for claim in analysis.claims if not claim.checkable]
    if not claims and not dropped:
        print_lines(["No claims found."])
        return
    rows = []
    for number, claim in enumerate(claims, 1):
        paragraph, _ = place(analysis, claim)
        numbers = "; ".join(worked(q) for q in claim.quantities)
        rows.append(
            [
                number,
                f"¶{paragraph or '–'}",
                claim.text,
                claim.kind,
                numbers,
                claim.claimant or "",
                f"{claim.check_worthiness:.2f}",
            ]
        )
    print_table(["", "place", "claim", "kind", "numbers", "who says so", "worth"], rows, widest="claim")
    if everything and dropped:
        print_lines(["", "Judged not checkable:"])
        print_table(
            ["statement", "why"],
            [[claim.text, "; ".join(claim.reasons) or claim.kind] for claim in dropped],
            widest="statement",
        )
    left = f" · {len(dropped)} judged not checkable" + ("" if everything else " (--all lists them)") if dropped else ""
    print_lines(["", f"{len(claims)} claims{left}"])
