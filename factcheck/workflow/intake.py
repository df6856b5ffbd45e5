"""Intake: findings become rows, and nowhere else. One transaction: a whole article, or nothing of it."""

from __future__ import annotations

from collections.abc import Sequence
from dataclasses import dataclass, field

from factcheck.detection.values import Claim as FoundClaim
from factcheck.errors import UnreadableInput
from factcheck.matching.values import Match as FoundMatch
from factcheck.store import tables
from factcheck.text.document import BlockKind, Document, DocumentKind
from factcheck.vocabulary import Relation, State
from factcheck.workflow.act import Act
from factcheck.workflow.indexing import Entry, index_entries
from factcheck.workflow.labels import label, make_slug, split_label
from factcheck.workflow.records import quantity_record, structure_record

__all__ = ["Found", "Kept", "keep_document", "note_reading", "read_before"]


@dataclass(frozen=True, slots=True)
class Found:
    """Hold what was found in a document: its claims, and for each the earlier claims it was matched with."""

    document: Document
    claims: Sequence[FoundClaim]
    matches: Sequence[Sequence[FoundMatch]] = ()
    kind: DocumentKind | None = None


@dataclass(slots=True)
class Kept:
    """Hold where a document went, and whether its content was on file already."""

    document_id: int
    slug: str
    new: bool
    noted: str | None = None
    claim_ids: list[int] = field(default_factory=list)


def read_before(act: Act, document: Document) -> Kept | None:
    """Find the document whose newest draft, or an earlier one, has the same content."""
    found = act.rows.rows(
        "SELECT d.id, d.slug FROM revision r JOIN document d ON d.id = r.document_id"
        " WHERE r.content_hash = ? ORDER BY r.id",
        [document.content_hash],
    )
    return Kept(found[0]["id"], found[0]["slug"], new=False) if found else None


def note_reading(act: Act, kept: Kept, document: Document) -> None:
    """Note another path that content already on file was read from."""
    if not document.source:
        return
    revision = act.rows.rows(
        "SELECT id FROM revision WHERE document_id = ? AND content_hash = ? ORDER BY id",
        [kept.document_id, document.content_hash],
    )[0]["id"]
    known = act.rows.rows("SELECT id FROM reading WHERE revision_id = ? AND path = ?", [revision, document.source])
    if known:
        return
    act.session.add(tables.Reading(revision_id=revision, path=document.source, at=act.at))
    kept.noted = document.source
    act.record("note_reading", label("D", kept.document_id), path=document.source)


def keep_document(act: Act, found: Found) -> Kept:
    """Keep a document with its claims, or recognise its content and note the path."""
    document = found.document
    check_text(document)
    kept = read_before(act, document)
    if kept is not None:
        note_reading(act, kept, document)
        return kept
    row = _document_row(act, found)
    act.session.add(row)
    act.session.flush()
    revision = tables.Revision(
        document_id=row.id or 0,
        number=1,
        content_hash=document.content_hash,
        text=document.text,
        structure=structure_record(document),
        at=act.at,
    )
    act.session.add(revision)
    act.session.flush()
    if document.source:
        act.session.add(tables.Reading(revision_id=revision.id or 0, path=document.source, at=act.at))
    claims = _keep_claims(act, found, row, revision)
    _keep_matches(act, found, claims)
    act.record("intake", label("D", row.id or 0), claims=len(claims), content_hash=document.content_hash)
    return Kept(row.id or 0, row.slug, new=True, claim_ids=[claim.id or 0 for claim in claims])


def check_text(document: Document) -> None:
    """Refuse text that no database can keep."""
    source = document.source or "the text"
    if "\0" in document.text:
        raise UnreadableInput(source, "not text (it holds NUL characters)")
    try:
        document.text.encode("utf-8")
    except UnicodeEncodeError as error:
        raise UnreadableInput(source, f"not text (half a character at offset {error.start})") from None


def _document_row(act: Act, found: Found) -> tables.Document:
    document = found.document
    dateline = document.dateline
    return tables.Document(
        slug=_free_slug(act, document),
        title=document.title,
        kind=(found.kind or document.kind).value,
        language=document.language,
        publisher=document.publisher,
        url=document.url,
        byline=document.byline,
        dateline_date=dateline.date.isoformat() if dateline and dateline.date else None,
        dateline_place=dateline.place if dateline else None,
        at=act.at,
    )


def _free_slug(act: Act, document: Document) -> str:
    """Name a document after its title, its file, or its first words; a number keeps two of a name apart."""
    named = (document.source or "").replace("\\", "/").rstrip("/").rpartition("/")[2].rpartition(".")
    for words in (document.title, named[0] or named[2], document.text[:80]):
        slug = make_slug(words or "")
        if slug != "document":
            break
    taken = {row["slug"] for row in act.rows.rows("SELECT slug FROM document WHERE slug LIKE ?", [f"{slug}%"])}
    number = 2
    free = slug
    while free in taken:
        free = f"{slug}-{number}"
        number += 1
    return free


def _keep_claims(act: Act, found: Found, row: tables.Document, revision: tables.Revision) -> list[tables.Claim]:
    places = Places(found.document)
    rows = [_claim_row(act, claim) for claim in found.claims]
    act.session.add_all(rows)
    act.session.flush()
    act.session.add_all(
        _appearance_row(claim, kept.id or 0, revision.id or 0, places)
        for claim, kept in zip(found.claims, rows, strict=True)
    )
    act.session.flush()
    text = found.document.text
    index_entries(
        act,
        (
            Entry(
                label("C", kept.id or 0),
                kept.text,
                row.title,
                appearances=text[slice(*claim.sentence)],
                matched=claim.checkable,
            )
            for claim, kept in zip(found.claims, rows, strict=True)
        ),
    )
    return rows


def _claim_row(act: Act, claim: FoundClaim) -> tables.Claim:
    return tables.Claim(
        text=" ".join((claim.wording or claim.text).split()),
        kind=claim.kind.value,
        claimant=claim.claimant,
        checkable=claim.checkable,
        reasons=list(claim.reasons),
        state=State.NEW.value,
        at=act.at,
    )


class Places:
    """Find the block and sentence that a span stands in."""

    def __init__(self, document: Document) -> None:
        self._sentences = {(sentence.start, sentence.end): sentence for sentence in document.sentences}
        self._ordered = document.sentences
        self._blocks = document.blocks

    def at(self, span: tuple[int, int]) -> tuple[int | None, int | None, str | None]:
        """Give paragraph, sentence number and locator of a sentence's span."""
        sentence = self._sentences.get(span)
        if sentence is None:
            inside = [found for found in self._ordered if found.start <= span[0] < found.end]
            if not inside:
                return None, None, None
            sentence = inside[0]
        block = self._blocks[sentence.block] if sentence.block < len(self._blocks) else None
        locator = block.locator if block else None
        if locator is None and block is not None and block.kind not in (BlockKind.PARAGRAPH, BlockKind.LIST_ITEM):
            locator = block.kind.value.replace("_", " ")
        return sentence.paragraph, sentence.number, locator


def _appearance_row(claim: FoundClaim, claim_id: int, revision_id: int, places: Places) -> tables.Appearance:
    paragraph, sentence, locator = places.at(claim.sentence)
    return tables.Appearance(
        claim_id=claim_id,
        revision_id=revision_id,
        starts=claim.start,
        ends=claim.end,
        text=claim.text,
        sentence_starts=claim.sentence[0],
        sentence_ends=claim.sentence[1],
        paragraph=paragraph,
        sentence=sentence,
        locator=locator,
        quoted=claim.quoted,
        kind=claim.kind.value,
        claimant=claim.claimant,
        attribution=list(claim.attribution or ()),
        context=claim.context,
        subject=claim.subject,
        check_worthiness=claim.check_worthiness,
        parts=[[name, weight] for name, weight in claim.parts],
        quantities=[quantity_record(quantity) for quantity in claim.quantities],
    )


def _keep_matches(act: Act, found: Found, claims: Sequence[tables.Claim]) -> None:
    for claim, matches in zip(claims, found.matches, strict=False):
        for match in matches:
            if match.relation is Relation.UNRELATED:
                continue
            letter, number = split_label(str(match.claim_id))
            act.session.add(
                tables.Match(
                    claim_id=claim.id or 0,
                    earlier_claim_id=number if letter == "C" else None,
                    earlier_check_id=number if letter == "K" else None,
                    relation=match.relation.value,
                    score=match.score,
                    reasons=list(match.reasons),
                    rule=match.decided_by,
                    at=act.at,
                )
            )
    act.session.flush()
