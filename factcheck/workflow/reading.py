"""Rows of the store as the desk's values."""

from __future__ import annotations

import datetime
import json
from collections import defaultdict
from collections.abc import Mapping, Sequence
from dataclasses import replace
from typing import Any

from factcheck.store.queries import ClaimFilter, Rows, claim_parts
from factcheck.store.reader import loads
from factcheck.vocabulary import Kind, Relation, Role, Stance, State, Tier
from factcheck.workflow.flags import find_flags
from factcheck.workflow.labels import label
from factcheck.workflow.records import document_from, quantity_from
from factcheck.workflow.scales import coarse_bucket, seeded, standing_verdict, words_of_label
from factcheck.workflow.states import OPEN
from factcheck.workflow.values import (
    AppearanceOnFile,
    CheckOnFile,
    ClaimOnFile,
    DocumentOnFile,
    EventOnFile,
    EvidenceOnFile,
    MatchOnFile,
    NoteOnFile,
    ReplyOnFile,
    VerdictOnFile,
    WaiverOnFile,
)  # fmt: skip

__all__ = [
    "check_value", "document_value", "event_value", "load_claims", "moment", "policies_on_file", "scales_on_file",
]  # fmt: skip

Row = Mapping[str, Any]


def moment(text: str) -> datetime.datetime:
    """Read a time as the store keeps it."""
    return datetime.datetime.fromisoformat(text)


def load_claims(source: Rows, chosen: ClaimFilter) -> list[ClaimOnFile]:
    """Read claims with all that belongs to them, in reading order where they share a document, otherwise by id."""
    parts = claim_parts(source, chosen)
    by_claim: dict[str, dict[int, list[Row]]] = {}
    for name, rows in parts.items():
        if name == "claim":
            continue
        grouped: dict[int, list[Row]] = defaultdict(list)
        for row in rows:
            grouped[row["claim_id"]].append(row)
        by_claim[name] = grouped
    scales, policies = scales_on_file(source), policies_on_file(source)
    claims = []
    for row in parts["claim"]:
        claim = _claim(row, {name: grouped.get(row["id"], []) for name, grouped in by_claim.items()})
        claims.append(replace(claim, flags=find_flags(claim, scales, policies)))
    return sorted(claims, key=_reading_order)


def scales_on_file(source: Rows) -> dict[tuple[str, int], Mapping[str, Any]]:
    """Read the rating scales, by id and version."""
    return {(row["id"], row["version"]): loads(row["data"]) for row in source.rows("SELECT * FROM scale")}


def policies_on_file(source: Rows) -> dict[str, Mapping[str, Any]]:
    """Read the evidence policies in their newest version, by id."""
    return {row["id"]: loads(row["data"]) for row in source.rows("SELECT * FROM policy ORDER BY id, version")}


def _reading_order(claim: ClaimOnFile) -> tuple[int, int, int]:
    place = claim.place
    number = int(claim.id[1:])
    return (int(place.document[1:]), place.start, number) if place else (1 << 60, 0, number)


def _claim(row: Row, parts: Mapping[str, Sequence[Row]]) -> ClaimOnFile:
    verdicts = tuple(_verdict(verdict) for verdict in parts["verdict"])
    standing = standing_verdict(verdicts)
    return ClaimOnFile(
        id=label("C", row["id"]),
        text=row["text"],
        kind=Kind(row["kind"]),
        state=State(row["state"]),
        checkable=bool(row["checkable"]),
        reasons=tuple(loads(row["reasons"])),
        claimant=row["claimant"],
        priority=row["priority"],
        assignee=row["assignee"],
        checker=row["checker"],
        reviewer=row["reviewer"],
        due=row["due"],
        duplicate_of=label("C", row["duplicate_of"]) if row["duplicate_of"] else None,
        closing_reason=row["closing_reason"],
        single_checker=bool(row["single_checker"]),
        version=row["version"],
        at=moment(row["at"]),
        rating=standing.label if standing else None,
        appearances=tuple(_appearance(appearance) for appearance in parts["appearance"]),
        matches=tuple(_match(match) for match in parts["match"]),
        evidence=tuple(_evidence(evidence) for evidence in parts["evidence"]),
        verdicts=verdicts,
        notes=tuple(NoteOnFile(note["text"], note["person"], moment(note["at"])) for note in parts["comment"]),
        replies=tuple(_reply(reply) for reply in parts["reply"]),
        waivers=tuple(
            WaiverOnFile(waiver["what"], waiver["reason"], waiver["person"], moment(waiver["at"]))
            for waiver in parts["waiver"]
        ),
    )


def _appearance(row: Row) -> AppearanceOnFile:
    attribution = loads(row["attribution"])
    return AppearanceOnFile(
        document=label("D", row["document_id"]),
        slug=row["slug"],
        title=row["title"],
        revision=row["revision"],
        current=row["revision"] == row["newest"],
        start=row["starts"],
        end=row["ends"],
        text=row["text"],
        sentence_start=row["sentence_starts"],
        sentence_end=row["sentence_ends"],
        paragraph=row["paragraph"],
        sentence=row["sentence"],
        locator=row["locator"],
        kind=Kind(row["kind"]),
        quoted=bool(row["quoted"]),
        claimant=row["claimant"],
        attribution=(attribution[0], attribution[1]) if attribution else None,
        context=row["context"],
        subject=row["subject"],
        check_worthiness=row["check_worthiness"],
        parts=tuple((name, weight) for name, weight in loads(row["parts"])),
        quantities=tuple(quantity_from(record) for record in loads(row["quantities"])),
        anchored=row["anchored"],
    )


def _match(row: Row) -> MatchOnFile:
    from_claim = row["earlier_claim_id"] is not None
    state = State(row["earlier_state"]) if from_claim else None
    settled = not from_claim or state in (State.APPROVED, State.PUBLISHED, State.CORRECTED)
    verdict = row["claim_label"] if from_claim else row["check_label"]
    return MatchOnFile(
        id=label("M", row["id"]),
        earlier=label("C", row["earlier_claim_id"]) if from_claim else label("K", row["earlier_check_id"]),
        relation=Relation(row["relation"]),
        score=row["score"],
        reasons=tuple(loads(row["reasons"])),
        rule=row["rule"],
        text=row["claim_text"] if from_claim else row["check_text"],
        verdict=verdict if settled else None,
        scale=(row["claim_scale"] if from_claim else row["check_scale"]) if settled else None,
        date=(row["verdict_at"] or "")[:10] or None if from_claim else row["checked_on"],
        as_of=row["as_of"] if from_claim else row["checked_on"],
        claimant=row["claim_claimant"] if from_claim else row["check_claimant"],
        publisher=row["publisher"],
        url=row["url"],
        title=row["title"],
        review=row["review"],
        state=state,
        decision=row["decision"],
        decided_by=row["decided_by"],
        decided_at=moment(row["decided_at"]) if row["decided_at"] else None,
        verdict_changed=from_claim
        and row["decided_at"] is not None
        and row["earlier_verdict_id"] != row["last_verdict"],
        bucket=_bucket(row["claim_scale"], verdict if settled else None) if from_claim else row["check_bucket"],
    )


def _bucket(scale: str | None, label_: str | None) -> str | None:
    """Give the coarse bucket of a verdict of the desk."""
    return coarse_bucket(seeded("scales"), scale, label_) if label_ else None


def _evidence(row: Row) -> EvidenceOnFile:
    return EvidenceOnFile(
        id=label("E", row["id"]),
        kind=row["kind"],
        tier=Tier(row["tier"]),
        stance=Stance(row["stance"]),
        source=row["source"],
        origin=row["origin"] or row["source_origin"],
        protected=bool(row["protected"]),
        quotation=row["quotation"],
        locator=row["locator"],
        url=row["url"],
        obtained=row["obtained"],
        note=row["note"],
        archive=row["archive"],
        sha256=row["sha256"],
        withdrawn=bool(row["withdrawn"]),
        by=row["person"],
        at=moment(row["at"]),
    )


def _verdict(row: Row) -> VerdictOnFile:
    known = words_of_label(loads(row["scale_data"]) if row["scale_data"] else {}, row["label"])
    return VerdictOnFile(
        id=label("V", row["id"]),
        scale=row["scale"],
        scale_version=row["scale_version"],
        label=row["label"],
        meaning=known.get("meaning"),
        is_verdict=bool(known.get("verdict", True)),
        rationale=row["rationale"],
        as_of=row["as_of"],
        policy=row["policy"],
        by=row["person"],
        role=Role(row["role"]),
        at=moment(row["at"]),
        supersedes=label("V", row["supersedes_id"]) if row["supersedes_id"] else None,
    )


def _reply(row: Row) -> ReplyOnFile:
    return ReplyOnFile(
        id=label("R", row["id"]),
        asked=row["asked"],
        question=row["question"],
        channel=row["channel"],
        asked_at=moment(row["asked_at"]),
        due=row["due"],
        answer=row["answer"],
        answered_at=moment(row["answered_at"]) if row["answered_at"] else None,
        outcome=row["outcome"],
        by=row["person"],
    )


def event_value(row: Row) -> EventOnFile:
    """Read an event."""
    return EventOnFile(
        sequence=row["sequence"],
        at=moment(row["at"]),
        actor=row["actor"],
        act=row["act"],
        subject=row["subject"],
        before=json.loads(row["before"]),
        after=json.loads(row["after"]),
        previous_hash=row["previous_hash"],
        hash=row["hash"],
    )


def document_value(row: Row) -> DocumentOnFile:
    """Read a document; its draft where the row holds one."""
    checkable = [count for count in row["counts"] if count["checkable"]]
    return DocumentOnFile(
        id=label("D", row["id"]),
        slug=row["slug"],
        title=row["title"],
        kind=row["kind"],
        language=row["language"],
        publisher=row["publisher"],
        url=row["url"],
        byline=row["byline"],
        dateline_date=row["dateline_date"],
        dateline_place=row["dateline_place"],
        revision=row["revision"],
        content_hash=row["content_hash"],
        read_from=tuple(row["read_from"]),
        policy=row["policy"],
        at=moment(row["at"]),
        claims=sum(count["claims"] for count in checkable),
        not_checkable=sum(count["claims"] for count in row["counts"] if not count["checkable"]),
        open=sum(count["claims"] for count in checkable if State(count["state"]) in OPEN),
        conflicts=sum(count["conflicts"] for count in checkable),
        document=document_from(row["text"], row["structure"]) if "text" in row else None,
    )


def check_value(row: Row) -> CheckOnFile:
    """Read an imported check."""
    return CheckOnFile(
        id=label("K", row["id"]),
        text=row["text"],
        verdict=row["label"],
        scale=row["scale"],
        bucket=row["bucket"],
        date=row["checked_on"],
        claimed_on=row["claimed_on"],
        claimant=row["claimant"],
        publisher=row["publisher"],
        url=row["url"],
        title=row["title"],
        review=row["review"],
        raw=loads(row["raw"]),
    )
