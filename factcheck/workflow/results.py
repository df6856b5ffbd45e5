"""What an intake, an import and an audit report back."""

from __future__ import annotations

from dataclasses import dataclass

from factcheck.values import Value
from factcheck.workflow.values import ClaimOnFile

__all__ = ["AuditReport", "ImportResult", "IntakeResult"]


@dataclass(frozen=True, slots=True)
class IntakeResult(Value):
    """Say what became of a document.

    Attributes:
        document_id: its id.
        slug: its short name.
        new: whether it came in now.
        already: whether the same content was on file.
        noted: the path that was added to a document already on file, or None.
        claims: its claims on file, in reading order.
    """

    document_id: str
    slug: str
    new: bool
    already: bool
    noted: str | None
    claims: tuple[ClaimOnFile, ...]


@dataclass(frozen=True, slots=True)
class ImportResult(Value):
    """Count what an import did; `rejected` holds (line, reason)."""

    added: int
    already: int
    rejected: tuple[tuple[int, str], ...] = ()


@dataclass(frozen=True, slots=True)
class AuditReport(Value):
    """Say whether history and tables agree.

    Attributes:
        ok: whether nothing is wrong.
        events: how many events there are.
        head: the last event's hash; keep it elsewhere to notice a cut tail.
        problems: what is wrong, one line each.
    """

    ok: bool
    events: int
    head: str
    problems: tuple[str, ...] = ()
