"""Gather the report of a document from what the desk has on file and from the text itself."""

from __future__ import annotations

import datetime
from collections import Counter, defaultdict
from collections.abc import Iterable, Sequence
from dataclasses import dataclass

from factcheck.detection.analysis import Analysis
from factcheck.detection.consistency import check_consistency
from factcheck.detection.values import Name
from factcheck.detection.wording import quantity_words
from factcheck.reporting.first_look import first_look
from factcheck.reporting.report import (
    ArticlePart,
    DocumentReport,
    ReportClaim,
    ReportEvidence,
    ReportMatch,
    ReportVerdict,
)
from factcheck.reporting.workings import workings
from factcheck.text.document import Block, Document
from factcheck.vocabulary import Relation, State
from factcheck.workflow.states import acts_from
from factcheck.workflow.values import ClaimOnFile, DocumentOnFile, EvidenceOnFile, MatchOnFile, VerdictOnFile

__all__ = ["Desk", "build_report"]

SHOWN_RELATIONS = frozenset({Relation.CONFLICT, Relation.SAME, Relation.UPDATED, Relation.NARROWER, Relation.BROADER})
UNREAD = frozenset({State.PROPOSED, State.IN_REVIEW})
"""States in which the second reader has not rated yet."""

MOST_RELATED = 2
"""Earlier claims that are merely related are shown so many at a time."""


@dataclass(frozen=True, slots=True)
class Desk:
    """Hold what the report says of the desk itself."""

    scale: str
    policy: str
    is_solo: bool
    user: str


def build_report(
    document: DocumentOnFile, claims: Sequence[ClaimOnFile], desk: Desk, *, generated: datetime.datetime
) -> DocumentReport:
    """Gather everything a report says about a document.

    `document.document` must hold the draft. `generated` is the caller's clock; nothing else of the report depends on when
    it is made.
    """
    draft = document.document
    if draft is None:
        raise ValueError("the document's draft is needed to report on it")
    analysis = Analysis(draft)
    here = sorted(
        (report_claim(claim, draft, is_solo=desk.is_solo) for claim in claims if claim.place is not None),
        key=lambda c: (c.start, c.end),
    )
    coverage = analysis.coverage
    loose = tuple((item.text, item.sort, item.reason) for item in coverage if item.status == "unaccounted")
    findings = tuple(
        (finding.rule, finding.equation, finding.agrees, " / ".join(finding.texts))
        for finding in check_consistency(draft)
    )
    spellings = tuple(name_spellings(analysis.names, draft))
    return DocumentReport(
        document_id=document.id,
        slug=document.slug,
        title=document.title or document.slug,
        source=document.read_from[0] if document.read_from else None,
        byline=document.byline,
        dateline=dateline_words(document),
        revision=document.revision,
        content_hash=document.content_hash,
        scale=desk.scale,
        policy=document.policy or desk.policy,
        is_solo=desk.is_solo,
        generated=generated,
        generated_by=desk.user,
        claims=tuple(here),
        article=tuple(article_parts(draft, here)),
        first_look=tuple(first_look(here, findings, spellings)),
        spellings=spellings,
        arithmetic=findings,
        unaccounted=loose,
        coverage_share=(len(coverage) - len(loose)) / len(coverage) if coverage else None,
        people=tuple(people(claims)),
        notes=draft.notes,
    )


def whole_day(text: str | None) -> datetime.date | None:
    """Read a day from ISO text; a partial one ("2021-05") is none."""
    return datetime.date.fromisoformat(text) if text and len(text) == 10 else None


def dateline_words(document: DocumentOnFile) -> str | None:
    """Write place and day of the dateline, or None."""
    day = whole_day(document.dateline_date)
    written = f"{day:%-d %B %Y}" if day else document.dateline_date
    return ", ".join(part for part in (document.dateline_place, written) if part) or None


def report_claim(claim: ClaimOnFile, draft: Document, *, is_solo: bool = True) -> ReportClaim:
    """Turn a claim on file into what the report says of it.

    On a desk of several a proposed rating is withheld: the second reader rates before seeing the first.
    """
    withheld = not is_solo and claim.state in UNREAD
    place = claim.place
    assert place is not None  # build_report leaves claims without a place out
    return ReportClaim(
        id=claim.id,
        start=place.start,
        end=place.end,
        text=place.text,
        before=draft.text[place.sentence_start : place.start],
        after=draft.text[place.end : max(place.sentence_end, place.end)],
        paragraph=place.paragraph,
        sentence=place.sentence,
        where=block_at(place.start, draft).replace("_", " "),
        kind=claim.kind,
        checkable=claim.checkable,
        reasons=claim.reasons,
        numbers=tuple(quantity_words(quantity) for quantity in place.quantities),
        workings=tuple(workings(place.quantities)),
        claimant=place.claimant,
        quoted=place.quoted,
        context=place.context,
        check_worthiness=place.check_worthiness,
        parts=place.parts,
        state=claim.state,
        assignee=claim.assignee,
        is_closed=not claim.is_open,
        matches=tuple(shown_matches(claim.matches)),
        evidence=tuple(report_evidence(item) for item in claim.evidence if not item.withdrawn),
        verdicts=() if withheld else tuple(report_verdict(verdict) for verdict in claim.verdicts if verdict.label),
        notes=(
            *(f"{note.by}, {note.at:%-d %B %Y}: {note.text}" for note in claim.notes),
            *(["A rating is proposed; it is withheld until the second reader has rated."] if withheld else []),
        ),
        flags=tuple(flag.value for flag in claim.flags),
        next_acts=tuple(act.replace("_", " ") for act in acts_from(claim.state)) if claim.is_open else (),
    )


def shown_matches(matches: Iterable[MatchOnFile]) -> Iterable[ReportMatch]:
    """Choose what is shown: every telling relation, and the first of those merely related; none that was rejected."""
    related = 0
    for match in matches:
        if match.decision == "rejected":
            continue
        if match.relation not in SHOWN_RELATIONS:
            related += 1
            if related > MOST_RELATED or match.relation is Relation.UNRELATED:
                continue
        yield ReportMatch(
            id=match.earlier,
            relation=match.relation,
            text=match.text,
            reasons=match.reasons,
            decided_by=match.rule,
            score=match.score,
            verdict=match.verdict,
            date=whole_day(match.date),
            publisher=match.publisher,
            url=match.url,
            is_refuted=match.is_refuted,
            decision=f"{match.decision} by {match.decided_by}" if match.decision else None,
        )


def report_evidence(item: EvidenceOnFile) -> ReportEvidence:
    """Turn a piece of evidence into what the report says of it; a protected source keeps its name to itself."""
    return ReportEvidence(
        stance=item.stance,
        tier=item.tier,
        kind=item.kind,
        source="protected source" if item.protected else item.source or "source not named",
        quotation=item.quotation,
        locator=None if item.protected else item.locator,
        url=None if item.protected else item.url,
        obtained=whole_day(item.obtained),
        note=None if item.protected else item.note,
        sha256=item.sha256,
        origin=None if item.protected else item.origin,
    )


def report_verdict(verdict: VerdictOnFile) -> ReportVerdict:
    """Turn a verdict into what the report says of it."""
    return ReportVerdict(
        label=verdict.label or "",
        meaning=verdict.meaning,
        scale=f"{verdict.scale} v{verdict.scale_version}",
        rationale=verdict.rationale,
        by=verdict.by,
        role=verdict.role,
        at=verdict.at,
        as_of=whole_day(verdict.as_of),
    )


def people(claims: Iterable[ClaimOnFile]) -> Iterable[tuple[str, str]]:
    """Name who checked and who read second, each once, in the order of the claims."""
    claims = list(claims)
    for role, names in (
        ("Checker", [claim.checker for claim in claims]),
        ("Second reader", [claim.reviewer for claim in claims]),
    ):
        known = list(dict.fromkeys(name for name in names if name))
        yield role, ", ".join(known) or "–"


def name_spellings(names: Iterable[Name], draft: Document) -> Iterable[tuple[str, str]]:
    """List names with more than one spelling of their last word: the canonical one, and the others with their paragraphs."""
    groups: dict[str, list[Name]] = defaultdict(list)
    for name in names:
        groups[name.canonical].append(name)
    for canonical, members in groups.items():
        doubtful = [name for name in members if name.notes]
        if not doubtful:
            continue
        counted = Counter(name.text for name in doubtful)
        others = []
        for text, count in counted.items():
            places = sorted({paragraph_of(name.start, draft) or 0 for name in doubtful if name.text == text})
            others.append(f"{text} ({count}: ¶{', '.join(str(place) for place in places if place)})")
        yield canonical, ", ".join(others)


def block_at(offset: int, draft: Document) -> str:
    """Name the kind of the block an offset stands in."""
    return next((block.kind.value for block in draft.blocks if block.start <= offset < block.end), "text")


def paragraph_of(offset: int, draft: Document) -> int | None:
    """Give the number of the paragraph an offset stands in."""
    return next((block.number for block in draft.blocks if block.start <= offset < block.end), None)


def article_parts(draft: Document, claims: Sequence[ReportClaim]) -> Iterable[ArticlePart]:
    """Cut each block where a claim ends, so that its number can stand behind its words."""
    ends: dict[int, list[str]] = defaultdict(list)
    for claim in claims:
        if claim.checkable:
            ends[claim.end].append(claim.id)
    for block in draft.blocks:
        yield ArticlePart(block.kind, tuple(block_pieces(draft.text, block, ends)))


def block_pieces(text: str, block: Block, ends: dict[int, list[str]]) -> Iterable[tuple[str, tuple[str, ...]]]:
    """Give the pieces of one block, each with the claims that end with it."""
    start = block.start
    for cut in sorted(end for end in ends if block.start < end <= block.end):
        yield text[start:cut], tuple(ends[cut])
        start = cut
    if start < block.end:
        yield text[start : block.end], ()
