"""An archive into the desk, a batch at a time: what was taken, what was known, and what was rejected and why."""

from __future__ import annotations

from collections.abc import Callable, Iterator, Mapping, Sequence
from dataclasses import dataclass, replace
from itertools import islice
from typing import Any, Protocol

from factcheck.exchange.archives import Archive
from factcheck.exchange.rejected_rows import RejectedRows
from factcheck.values import Value

__all__ = ["BATCH", "ImportReport", "Kept", "import_archive"]

BATCH = 500
"""Rows that share a transaction: others can work meanwhile, and a kill loses no more than these."""

SHOWN = 20
"""Rejected rows that a report names; the file of rejected rows holds every one."""


class Kept(Protocol):
    """Say what the desk did with a batch."""

    @property
    def added(self) -> int: ...  # noqa: D102  # named by the protocol's own words

    @property
    def already(self) -> int: ...  # noqa: D102  # named by the protocol's own words

    @property
    def rejected(self) -> Sequence[tuple[int, str]]: ...  # noqa: D102  # named by the protocol's own words


Keep = Callable[[list[tuple[int, Mapping[str, Any]]]], Kept]
"""Puts checks, each with its place in the archive, on file in one transaction: `Desk.import_checks`."""


@dataclass(frozen=True, slots=True)
class ImportReport(Value):
    """Say what became of an archive.

    Attributes:
        source: the file.
        format: the form it was read in.
        added: checks that are new on file.
        already: checks that were on file.
        rejected: rows that could not be taken.
        passed_over: items of other kinds, such as the bodies and pages of a graph.
        reasons: the first rejected rows, as (line or item, reason).
        counted: what their places count: "line" or "item".
    """

    source: str
    format: str
    added: int = 0
    already: int = 0
    rejected: int = 0
    passed_over: int = 0
    reasons: tuple[tuple[int, str], ...] = ()
    counted: str = "line"

    @property
    def found(self) -> int:
        """How many checks the archive holds that could be taken."""
        return self.added + self.already


def import_archive(
    archive: Archive, keep: Keep, rejected: RejectedRows, *, batch: int = BATCH
) -> Iterator[ImportReport]:
    """Bring an archive in, and report after each batch; the last report is the whole.

    An import that was cut off is done again from the beginning: what is on file is recognised by its publisher, address
    and words. The batches fall as they fell before, so that the second run ends as an undisturbed one does.
    """
    report = ImportReport(archive.source, archive.form, counted=archive.counted)
    rows = iter(archive)
    while part := list(islice(rows, batch)):
        given: list[tuple[int, Mapping[str, Any]]] = [
            (index, row.check()) for index, row in enumerate(part) if row.reason is None
        ]
        kept = keep(given)
        reasons = {index: row.reason for index, row in enumerate(part) if row.reason is not None} | dict(kept.rejected)
        told = [(part[index], str(reason)) for index, reason in sorted(reasons.items())]
        for row, reason in told:
            rejected.add(archive.source, archive.counted, row.line, reason, row.raw)
        report = replace(
            report,
            added=report.added + kept.added,
            already=report.already + kept.already,
            rejected=report.rejected + len(told),
            passed_over=archive.passed_over,
            reasons=(*report.reasons, *((row.line, reason) for row, reason in told))[:SHOWN],
        )
        yield report
    yield replace(report, passed_over=archive.passed_over)
