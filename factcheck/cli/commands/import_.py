"""Bring earlier checks into the archive."""

from __future__ import annotations

import sys
from collections.abc import Iterator
from contextlib import ExitStack, closing, contextmanager
from pathlib import Path
from typing import TYPE_CHECKING

import typer

from factcheck.cli.console import chosen, print_json, print_lines, visible_line

if TYPE_CHECKING:
    from collections.abc import Callable

    from factcheck.exchange.archives import Archive
    from factcheck.exchange.importing import ImportReport
    from factcheck.exchange.rejected_rows import RejectedRows
    from factcheck.workflow.desk import Desk

    Show = Callable[[ImportReport], None]

NO_ARGUMENTS_IS_HELP = True


def command(
    ctx: typer.Context,
    sources: list[str] = typer.Argument(
        ..., metavar="FILE", help="Archives of earlier checks, or - for standard input."
    ),
    form: str | None = typer.Option(
        None,
        "--format",
        metavar="NAME",
        help="object, array, graph, feed, answer, lines, scripts, page or table; told from the content without it.",
    ),
    columns: list[str] = typer.Option(
        [], "--column", metavar="FIELD=NAME", help="Which column of a table holds a field, e.g. text=claim."
    ),
    rejected: Path | None = typer.Option(
        None,
        "--rejected",
        metavar="PATH",
        help="Where rejected rows go [FILE.rejected.jsonl beside the reports folder].",
    ),
    as_json: bool = typer.Option(False, "--json", help="Print what was done as JSON."),
) -> None:
    """Import earlier checks: ClaimReview, a DataFeed, Google's claims:search, JSON Lines, web pages, CSV.

    A check that is on file already is recognised and not doubled, and no verdict of the desk is touched; an import that
    was cut off is simply run again. Rows that cannot be taken go into a file with their reasons; the others go in, and
    the exit status is 2.

    Example: factcheck import feed.json earlier-checks.csv --column text=claim --column verdict=rating
    """
    from factcheck.cli.desk import open_desk
    from factcheck.errors import InvalidValue, UnreadableInput
    from factcheck.exchange.archives import FORMS, open_archive

    form = chosen(form, FORMS, "--format") if form is not None else None
    done: list[tuple[ImportReport, Path | None]] = []
    failed: list[dict[str, str]] = []
    with ExitStack() as stack:
        desk: Desk | None = None
        files: dict[Path, RejectedRows] = {}
        for source, path in zip(sources, rejected_paths(sources, rejected, ctx.obj.reports), strict=True):
            try:
                with closing(open_archive(source, form=form, columns=columns)) as archive:
                    desk = desk or stack.enter_context(open_desk(ctx.obj))
                    report = bring_in(desk, archive, rejected_rows(files, path, stack))
            except (UnreadableInput, InvalidValue) as error:
                line = str(error) if isinstance(error, UnreadableInput) else f"{visible_line(source)}: {error}"
                sys.stderr.write(f"factcheck: {line}\n")
                failed.append({"source": source, "reason": getattr(error, "reason", error.message)})
            else:
                tell_rejected(report, path)
                done.append((report, path if report.rejected else None))
    if as_json:
        told = [{**report.to_dict(), "rejected_file": str(path) if path else None} for report, path in done]
        print_json({"archives": told, "failed": failed})
    else:
        print_lines(summary(report) for report, _ in done)
    if failed or any(report.rejected or not report.found for report, _ in done):
        raise typer.Exit(2)


def rejected_paths(sources: list[str], given: Path | None, reports: Path) -> list[Path]:
    """Name a file for the rejected rows of each source: the one that was given, or one beside the reports folder."""
    if given is not None:
        return [given] * len(sources)
    paths: list[Path] = []
    for source in sources:
        name = "stdin" if source == "-" else Path(source).name
        path = reports.parent / f"{name}.rejected.jsonl"
        count = 2
        while path in paths:
            path = reports.parent / f"{name}.{count}.rejected.jsonl"
            count += 1
        paths.append(path)
    return paths


def rejected_rows(files: dict[Path, RejectedRows], path: Path, stack: ExitStack) -> RejectedRows:
    """Give the file that rejected rows go to, opened once for all sources that share it."""
    from factcheck.exchange.rejected_rows import RejectedRows

    if path not in files:
        files[path] = stack.enter_context(RejectedRows(path))
    return files[path]


def bring_in(desk: Desk, archive: Archive, rejected: RejectedRows) -> ImportReport:
    """Bring one archive in, and show how far it is."""
    from factcheck.exchange.importing import import_archive

    with progress_bar(archive) as show:
        for report in import_archive(archive, desk.import_checks, rejected):
            show(report)
    return report


@contextmanager
def progress_bar(archive: Archive) -> Iterator[Show]:
    """Show on a terminal how much of the file is read, how many checks a second, and how long the rest takes."""
    if not sys.stderr.isatty():
        yield lambda report: None
        return
    from rich.console import Console
    from rich.progress import BarColumn, Progress, TaskProgressColumn, TextColumn, TimeRemainingColumn

    columns = (
        TextColumn("{task.description}"),
        BarColumn(),
        TaskProgressColumn(),
        TextColumn("{task.fields[checks]:,} checks, {task.fields[rate]:,.0f} a second"),
        TimeRemainingColumn(),
    )
    with Progress(*columns, console=Console(stderr=True), transient=True) as bar:
        task = bar.add_task(visible_line(archive.source), total=max(archive.size, 1), checks=0, rate=0.0)

        def show(report: ImportReport) -> None:
            seconds = bar.tasks[0].elapsed or 0.0
            rate = report.found / seconds if seconds else 0.0
            bar.update(task, completed=archive.position, checks=report.found, rate=rate)

        yield show


def tell_rejected(report: ImportReport, path: Path) -> None:
    """Name the first rejected rows on standard error, and the file that holds them all; or say that nothing was found."""
    source = visible_line(report.source)
    for place, reason in report.reasons:
        sys.stderr.write(f"factcheck: {source} {report.counted} {place}: {visible_line(reason)}\n")
    if report.rejected > len(report.reasons):
        sys.stderr.write(f"factcheck: {source}: and {report.rejected - len(report.reasons):,} more\n")
    if report.rejected:
        sys.stderr.write(f"factcheck: {source}: rejected rows are in {visible_line(str(path))}\n")
    elif not report.found:
        sys.stderr.write(f"factcheck: {source}: no check found in it (read as {report.format})\n")


def summary(report: ImportReport) -> str:
    """Say in one line what became of an archive."""
    line = (
        f"{report.source} ({report.format}): {report.added} checks added · {report.already} already on file"
        f" · {report.rejected} rejected"
    )
    return f"{line} · {report.passed_over} items of other kinds" if report.passed_over else line
