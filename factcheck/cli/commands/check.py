"""Read drafts, find their claims, hold them against the archive, keep them, and write a report of each."""

from __future__ import annotations

import sys
from pathlib import Path
from typing import TYPE_CHECKING, Any

import typer

from factcheck.cli.console import print_json, print_lines, progress

if TYPE_CHECKING:
    from factcheck.text.document import Document
    from factcheck.workflow.desk import Desk

NO_ARGUMENTS_IS_HELP = True


def command(
    ctx: typer.Context,
    sources: list[str] = typer.Argument(..., metavar="FILE", help=".txt, .md or .html files, or - for standard input."),
    dateline: str | None = typer.Option(
        None, "--dateline", metavar="YYYY-MM-DD", help="The day that 'yesterday' counts from."
    ),
    no_report: bool = typer.Option(False, "--no-report", help="Keep the claims, and write no report."),
    show: bool = typer.Option(False, "--show", help="Print the report, too."),
    as_json: bool = typer.Option(False, "--json", help="Print what was done as JSON."),
) -> None:
    """Read drafts, find, match and keep their claims, and write a report of each.

    A draft that was read before is recognised by its content. A file that cannot be read is named on standard error, the
    others go on, and the exit status is 2.

    Example: factcheck check draft.txt --dateline 2021-11-07
    """
    from factcheck.cli.days import day
    from factcheck.cli.desk import open_desk
    from factcheck.errors import UnreadableInput
    from factcheck.text.readers import read_document

    counted_from = day(dateline)
    done: list[dict[str, Any]] = []
    failed: list[UnreadableInput] = []
    documents: list[Document] = []
    for source in progress(sources, "reading"):
        try:
            documents.append(read_document(source, dateline=counted_from))
        except UnreadableInput as error:
            sys.stderr.write(f"factcheck: {error}\n")
            failed.append(error)
    if documents:
        with open_desk(ctx.obj) as desk:
            for document in progress(documents, "checking"):
                done.append(check_one(desk, document, None if no_report else ctx.obj.reports))
                if counted_from is not None and not done[-1]["new"]:
                    done[-1]["notes"].append("the draft is on file with its dateline; --dateline changes nothing of it")
    if as_json:
        print_json({"documents": done, "failed": [{"source": e.source, "reason": e.reason} for e in failed]})
    else:
        for one in done:
            print_lines(summary(one))
            if show and one["report"]:
                sys.stdout.write("\n" + Path(one["report"]).read_text(encoding="utf-8"))
    if failed:
        raise typer.Exit(2)


def check_one(desk: Desk, document: Document, reports: Path | None) -> dict[str, Any]:
    """Keep one document and its claims, and write its report."""
    from factcheck.reporting.files import write_report

    result = desk.check(document)
    report = write_report(desk, result.slug, reports) if reports is not None else None
    checkable = [claim for claim in result.claims if claim.checkable]
    told = [{(m.relation.value, m.is_refuted) for m in claim.matches if m.verdict} for claim in checkable]
    return {
        "document": result.document_id,
        "slug": result.slug,
        "source": document.source,
        "new": result.new,
        "noted": result.noted,
        "claims": len(checkable),
        "not_checkable": len(result.claims) - len(checkable),
        "conflicts": sum(("conflict", False) in found for found in told),
        "repeats_rated_false": sum(("same", True) in found for found in told),
        "same": sum(("same", False) in found for found in told),
        "report": str(report) if report else None,
        "notes": list(document.notes),
    }


def summary(one: dict[str, Any]) -> list[str]:
    """Say in a few lines what became of a document."""
    what = "read" if one["new"] else "already on file (same content)"
    lines = [
        f"{one['document']} {one['slug']}: {what} · {one['claims']} claims · {one['conflicts']} in conflict with what is on file"
        + (f" · {one['repeats_rated_false']} repeat what was rated false" if one["repeats_rated_false"] else "")
        + f" · {one['same']} on file and the same · {one['not_checkable']} judged not checkable"
    ]
    if not one["new"] and one["noted"]:
        lines.append(f"  also read from {one['noted']}: noted")
    lines += [f"  note: {note}" for note in one["notes"]]
    if one["claims"] == 0 and one["not_checkable"] == 0:
        lines.append("  no claim was found in it")
    if one["report"]:
        lines.append(f"  report: {one['report']}")
    return lines
