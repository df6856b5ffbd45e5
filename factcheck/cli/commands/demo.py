"""Run the whole story on sample data in a temporary database, and leave its report."""

from __future__ import annotations

import shutil
import sys
import tempfile
from dataclasses import replace
from datetime import datetime, timedelta, timezone
from pathlib import Path
from typing import TYPE_CHECKING

import typer

from factcheck.cli.console import print_lines, visible_line

if TYPE_CHECKING:
    from factcheck.settings import Settings
    from factcheck.workflow.desk import Desk

ARTICLE = "green-zone-attack.txt"
CHECKER, READER = "Ana Bell", "Omar Diaz"
STORY_BEGINS = datetime(2021, 11, 7, 14, 0, tzinfo=timezone.utc)  # noqa: UP017  # one spelling of UTC in the package
"""The demo's clock: the same day every time, so that its report is the same every time."""


def command(
    ctx: typer.Context,
    quiet: bool = typer.Option(False, "--quiet", help="Do not print the report, only where it is."),
    keep: str | None = typer.Option(
        None, "--keep", metavar="FILE", help="Keep the demo's database in this file, to play with."
    ),
) -> None:
    """Run the whole story on a sample article: earlier checks in, claims found and matched, one carried to sign-off.

    The database is temporary; the report stays under reports/.

    Example: factcheck demo    ·    factcheck demo --keep demo.db && factcheck --db demo.db claims
    """
    if keep is not None and Path(keep).exists():
        from factcheck.errors import InvalidValue

        raise InvalidValue(f"--keep {visible_line(keep)}: there is such a file already; name another, or remove it")
    with tempfile.TemporaryDirectory() as folder:
        database = Path(folder) / "demo.db"
        report = run_story(replace(ctx.obj, database=str(database)))
        if keep is not None:
            shutil.copyfile(database, keep)
    print_lines([f"report: {report}"])
    if not quiet:
        sys.stdout.write("\n" + report.read_text(encoding="utf-8"))


def run_story(settings: Settings) -> Path:
    """Do what a desk does with one article, and give the report's path."""
    from factcheck.exchange.check_table import CheckTable
    from factcheck.reporting.files import write_report
    from factcheck.settings import seeds_folder
    from factcheck.text.readers import read_document
    from factcheck.workflow.desk import Desk

    seeds = seeds_folder()
    now = STORY_BEGINS

    def clock() -> datetime:
        nonlocal now
        now += timedelta(minutes=1)
        return now

    with Desk.open(settings.database, user=CHECKER, clock=clock) as desk:
        imported = desk.import_checks(CheckTable(str(seeds / "checks" / "earlier-checks.csv")))
        print_lines([f"{imported.added} earlier checks imported"])
        desk.add_person(READER, ["reviewer"])
        document = read_document(str(seeds / "articles" / ARTICLE))
        result = desk.check(replace(document, source=ARTICLE))
        checkable = [claim for claim in result.claims if claim.checkable]
        print_lines(
            [
                f"{result.document_id} {result.slug}: {len(checkable)} claims,"
                f" {len(result.claims) - len(checkable)} judged not checkable"
            ]
        )
        carried = next(
            (c.id for c in checkable if any(m.relation == "same" and m.verdict == "confirmed" for m in c.matches)),
            checkable[0].id,
        )
        carry(desk, carried)
    with Desk.open(settings.database, user=READER, clock=clock) as desk:
        desk.review(carried, rating="confirmed", approve=True)
        print_lines([f"{carried} checked by {CHECKER}, signed off by {READER}"])
        return write_report(desk, result.slug, settings.reports)


def carry(desk: Desk, claim: str) -> None:
    """Carry one claim from found to proposed: triage, assign, check, evidence, rating."""
    match = next((m for m in desk.claim(claim).matches if m.relation == "same"), None)
    desk.triage(claim, priority="high")
    desk.assign(claim, to=CHECKER)
    desk.start(claim)
    desk.add_evidence(
        claim,
        kind="document",
        tier="primary",
        stance="supports",
        source=match.publisher if match and match.publisher else "Electoral commission",
        quotation=match.review if match and match.review else "As stated.",
        locator="final table",
        url=match.url if match else None,
        obtained="2021-11-07",
        note="Looked up again for this article.",
    )
    desk.note(claim, "The figure on file was read again at the source.")
    desk.propose(claim, "confirmed", rationale="The source gives the same figure.", as_of="2021-11-07")
