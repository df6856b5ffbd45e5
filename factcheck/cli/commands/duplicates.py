"""Find what says the same on file, more than once."""

from __future__ import annotations

import sys
from collections.abc import Callable, Iterator
from contextlib import contextmanager
from typing import TYPE_CHECKING

import typer

from factcheck.cli.console import print_json, print_lines, print_table

if TYPE_CHECKING:
    from factcheck.matching.duplicates import DuplicateGroup


def command(
    ctx: typer.Context,
    document: str | None = typer.Option(
        None, "--doc", metavar="ID|SLUG", help="Only groups with a claim of this document."
    ),
    suggest: float | None = typer.Option(
        None, "--suggest", min=0.0, max=1.0, help="How likely a rewording must be [what a suggestion needs: 0.45]."
    ),
    as_json: bool = typer.Option(False, "--json", help="Print JSON."),
) -> None:
    """List the claims and earlier checks that say the same, in groups, each with the reason.

    Nothing is merged: to close a claim as a duplicate of another is an act of yours. Pairs whose match was rejected are not
    put together again. In a group, every two say the same; different verdicts within one are named.

    Example: factcheck duplicates --doc green-zone
    """
    from factcheck.cli.desk import open_desk
    from factcheck.matching.duplicates import find_duplicates

    with open_desk(ctx.obj) as desk:
        entries = desk.archive()
        among = None if document is None else {claim.id for claim in desk.claims(document, checkable=True)}
        rejected = [
            (claim.id, match.earlier)
            for claim in desk.claims()
            for match in claim.matches
            if match.decision == "rejected"
        ]
    with progress_of("comparing") as show:
        groups = find_duplicates(entries, among=among, apart=rejected, least=suggest, show=show)
    if as_json:
        print_json(groups)
        return
    if not groups:
        print_lines(["Nothing on file says the same twice."])
        return
    for number, group in enumerate(groups, 1):
        show_group(number, group)
    total = sum(len(group.claims) for group in groups)
    print_lines([f"{len(groups)} groups, {total} entries; nothing was merged"])


def show_group(number: int, group: DuplicateGroup) -> None:
    """Print one group: its heading, and each entry with why it says the same as the first."""
    heading = f"{number}. {len(group.claims)} say the same"
    if len(group.verdicts) > 1:
        heading += f", with different verdicts: {' · '.join(group.verdicts)}"
    print_lines([heading])
    rows = []
    for claim in group.claims:
        told = ", ".join(str(claim.earlier[key]) for key in ("verdict", "date", "publisher") if claim.earlier.get(key))
        why = ": ".join(dict.fromkeys(part for part in (claim.decided_by, *claim.reasons[:1]) if part))
        rows.append([claim.claim_id, claim.text, told, why])
    print_table(["", "claim", "what came of it", "same as the first by"], rows, widest="claim")
    print_lines([""])


@contextmanager
def progress_of(what: str) -> Iterator[Callable[[int, int], None] | None]:
    """Show on a terminal how far a long search is."""
    if not sys.stderr.isatty():
        yield None
        return
    from rich.console import Console
    from rich.progress import Progress

    with Progress(console=Console(stderr=True), transient=True) as bar:
        task = bar.add_task(what, total=None)
        yield lambda done, total: bar.update(task, completed=done, total=total)
