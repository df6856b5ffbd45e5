"""Put a piece of evidence on file."""

from __future__ import annotations

import typer

from factcheck.cli.act import report_act


def command(
    ctx: typer.Context,
    claim: str = typer.Argument(..., metavar="CLAIM", help="A claim's number, such as C17."),
    source: str = typer.Option(..., "--source", metavar="NAME", help="Who says so."),
    stance: str = typer.Option("supports", "--stance", help="supports, refutes or context."),
    tier: str = typer.Option("primary", "--tier", help="primary, secondary or tertiary."),
    kind: str = typer.Option(
        "document", "--kind", help="document, data, interview, observation, expert or earlier_check."
    ),
    quotation: str | None = typer.Option(None, "--quote", metavar="TEXT", help="The passage, word for word."),
    locator: str | None = typer.Option(
        None, "--locator", metavar="PLACE", help="Where in the source: page, table, minute."
    ),
    url: str | None = typer.Option(None, "--url", help="http, https or mailto."),
    obtained: str | None = typer.Option(None, "--obtained", metavar="YYYY-MM-DD", help="When; today if not said."),
    origin: str | None = typer.Option(
        None, "--origin", metavar="NAME", help="Where the source has it from: a wire, a press release."
    ),
    note: str | None = typer.Option(None, "--note", metavar="TEXT", help="What a reader should know about it."),
    file: str | None = typer.Option(None, "--file", metavar="PATH", help="A copy to archive beside the database."),
    protected: bool = typer.Option(False, "--protected", help="The source's identity never leaves the desk."),
    as_json: bool = typer.Option(False, "--json", help="Print the claim as JSON."),
) -> None:
    """Put a piece of evidence on file.

    Example: factcheck evidence C17 --source "Electoral commission" --quote "73 seats" --locator "table 2" --url https://example.org/results
    """
    from factcheck.cli.desk import open_desk

    with open_desk(ctx.obj) as desk:
        report_act(
            desk.add_evidence(
                claim,
                kind=kind,
                tier=tier,
                stance=stance,
                source=source,
                quotation=quotation,
                locator=locator,
                url=url,
                obtained=obtained,
                note=note,
                origin=origin,
                file=file,
                protected=protected,
            ),
            as_json=as_json,
        )
