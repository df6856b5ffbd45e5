"""The report of a document as one value, from which every form is rendered."""

from __future__ import annotations

import datetime
from dataclasses import dataclass

from factcheck.values import Value

__all__ = ["ArticlePart", "DocumentReport", "ReportClaim", "ReportEvidence", "ReportMatch", "ReportVerdict"]


@dataclass(frozen=True, slots=True)
class ReportMatch(Value):
    """Hold one earlier claim beside a claim: its words, how they relate, and the rule that says so."""

    id: str
    relation: str
    text: str
    reasons: tuple[str, ...]
    decided_by: str
    score: float
    verdict: str | None = None
    date: datetime.date | None = None
    publisher: str | None = None
    url: str | None = None
    decision: str | None = None
    is_refuted: bool = False


@dataclass(frozen=True, slots=True)
class ReportEvidence(Value):
    """Hold one piece of evidence with what a reader needs to find it again."""

    stance: str
    tier: str
    kind: str
    source: str
    quotation: str | None = None
    locator: str | None = None
    url: str | None = None
    obtained: datetime.date | None = None
    note: str | None = None
    sha256: str | None = None
    origin: str | None = None


@dataclass(frozen=True, slots=True)
class ReportVerdict(Value):
    """Hold a rating on its scale, who gave it in which role, and why."""

    label: str
    meaning: str | None
    scale: str
    rationale: str | None
    by: str
    role: str
    at: datetime.datetime | None = None
    as_of: datetime.date | None = None


@dataclass(frozen=True, slots=True)
class ReportClaim(Value):
    """Hold one claim of the report.

    Attributes:
        id: the label people use, "C17".
        start: its first code point in the article.
        end: one past the last.
        text: its words.
        before: the words of its sentence in front of it.
        after: the words of its sentence behind it.
        where: what its block is: "paragraph", "title", "heading".
        numbers: each quantity worked, "73/329 = 22.2% seat".
        workings: arithmetic in whole sentences, "73 ÷ 329 = 22.19%. A majority would be 165."
        parts: what makes up the check-worthiness, named.
        next_acts: what can be done with it now.
    """

    id: str
    start: int
    end: int
    text: str
    before: str
    after: str
    paragraph: int | None
    sentence: int | None
    where: str
    kind: str
    checkable: bool
    reasons: tuple[str, ...]
    numbers: tuple[str, ...]
    workings: tuple[str, ...]
    claimant: str | None
    quoted: bool
    context: str | None
    check_worthiness: float
    parts: tuple[tuple[str, float], ...]
    state: str
    assignee: str | None
    is_closed: bool
    matches: tuple[ReportMatch, ...] = ()
    evidence: tuple[ReportEvidence, ...] = ()
    verdicts: tuple[ReportVerdict, ...] = ()
    notes: tuple[str, ...] = ()
    flags: tuple[str, ...] = ()
    next_acts: tuple[str, ...] = ()

    @property
    def conflicts(self) -> tuple[ReportMatch, ...]:
        """The earlier claims that contradict it; what was rated false contradicts nothing."""
        return tuple(match for match in self.matches if match.relation == "conflict" and not match.is_refuted)

    @property
    def repeated_errors(self) -> tuple[ReportMatch, ...]:
        """The earlier claims that say the same and were rated false."""
        return tuple(match for match in self.matches if match.relation == "same" and match.is_refuted)

    @property
    def repeats(self) -> tuple[ReportMatch, ...]:
        """The earlier claims that say the same and were rated; the desk's own unchecked copy is no earlier check."""
        return tuple(m for m in self.matches if m.relation == "same" and m.verdict and not m.is_refuted)


@dataclass(frozen=True, slots=True)
class ArticlePart(Value):
    """Hold one block of the article: its kind, and its text in pieces, each with the claims that end there."""

    kind: str
    pieces: tuple[tuple[str, tuple[str, ...]], ...]


@dataclass(frozen=True, slots=True)
class DocumentReport(Value):
    """Hold everything a report says, ready to be rendered.

    Attributes:
        first_look: what to look at first, one sentence or two each, most urgent first.
        spellings: (canonical name, its other spellings with counts and paragraphs) where a name is written in several ways.
        arithmetic: findings of the consistency check: (rule, equation, agrees, the words).
        unaccounted: numbers, names and quotations inside no claim and no waiver: (text, sort, reason).
        generated: when, as the caller's clock says.
    """

    document_id: str
    slug: str
    title: str
    source: str | None
    byline: str | None
    dateline: str | None
    revision: int
    content_hash: str
    scale: str
    policy: str
    is_solo: bool
    generated: datetime.datetime
    generated_by: str
    claims: tuple[ReportClaim, ...]
    article: tuple[ArticlePart, ...]
    first_look: tuple[str, ...] = ()
    spellings: tuple[tuple[str, str], ...] = ()
    arithmetic: tuple[tuple[str, str, bool, str], ...] = ()
    unaccounted: tuple[tuple[str, str, str], ...] = ()
    coverage_share: float | None = None
    people: tuple[tuple[str, str], ...] = ()
    notes: tuple[str, ...] = ()

    @property
    def checkable(self) -> tuple[ReportClaim, ...]:
        """The claims that evidence could settle, in reading order."""
        return tuple(claim for claim in self.claims if claim.checkable)

    @property
    def not_checkable(self) -> tuple[ReportClaim, ...]:
        """What was judged not checkable, each with its reasons."""
        return tuple(claim for claim in self.claims if not claim.checkable)

    @property
    def open_claims(self) -> tuple[ReportClaim, ...]:
        """The checkable claims that are not closed."""
        return tuple(claim for claim in self.checkable if not claim.is_closed)

    @property
    def is_ready(self) -> bool:
        """Whether nothing checkable is open and nothing is flagged; the gate, not this, lets a document pass."""
        return not self.open_claims and not any(claim.flags for claim in self.claims)
