"""What the desk gives back: documents, claims and all that belongs to them, as frozen values.

Ids are the short labels that people see: D1, C17, K3 (an earlier check), M4 (a match), E2 (evidence), V5 (a verdict).
Times are aware; days are ISO text and may be partial.
"""

from __future__ import annotations

import datetime
from collections.abc import Mapping
from dataclasses import dataclass, field
from typing import Any

from factcheck.detection.values import Quantity
from factcheck.text.document import Document
from factcheck.values import Value
from factcheck.vocabulary import Flag, Kind, Relation, Role, Stance, State, Tier

__all__ = [
    "AppearanceOnFile", "CheckOnFile", "ClaimOnFile", "DocumentOnFile", "EventOnFile", "EvidenceOnFile", "MatchOnFile",
    "NoteOnFile", "PersonOnFile", "ReplyOnFile", "VerdictOnFile", "WaiverOnFile",
]  # fmt: skip


@dataclass(frozen=True, slots=True)
class AppearanceOnFile(Value):
    """Hold one occurrence of a claim.

    Attributes:
        document: the document's id, with its `slug` and `title`.
        revision: the draft's number; `current` tells whether it is the newest.
        start: its first code point in that draft's text; `end` is one past the last.
        text: the words between.
        sentence_start: first code point of its sentence; `sentence_end` is one past the last.
        paragraph: the paragraph's number; `sentence` is the sentence's number in it, both from 1.
        locator: what a reader would look for: "page 4", "00:12:31"; None where paragraph and sentence say it.
        kind: the kind as found here; the claim's own kind may have been settled otherwise.
        anchored: found, kept, moved or edited: how it came into this draft.
    """

    document: str
    slug: str
    title: str | None
    revision: int
    current: bool
    start: int
    end: int
    text: str
    sentence_start: int
    sentence_end: int
    paragraph: int | None
    sentence: int | None
    locator: str | None
    kind: Kind
    quoted: bool
    claimant: str | None
    attribution: tuple[int, int] | None
    context: str | None
    subject: str | None
    check_worthiness: float
    parts: tuple[tuple[str, float], ...]
    quantities: tuple[Quantity, ...]
    anchored: str


@dataclass(frozen=True, slots=True)
class MatchOnFile(Value):
    """Hold a claim against an earlier one: `earlier` is the id of a claim (C3) or of an imported check (K3).

    `verdict` with `scale`, `date`, `as_of`, `claimant`, `publisher`, `url`, `title` and `review` are the earlier one's;
    `decision` is a person's accepted or rejected, or None; `bucket` is the verdict's coarse one,
    `verdict_changed` tells that the earlier claim has another
    verdict than when the match was accepted.
    """

    id: str
    earlier: str
    relation: Relation
    score: float
    reasons: tuple[str, ...]
    rule: str
    text: str
    verdict: str | None = None
    scale: str | None = None
    date: str | None = None
    as_of: str | None = None
    claimant: str | None = None
    publisher: str | None = None
    url: str | None = None
    title: str | None = None
    review: str | None = None
    state: State | None = None
    decision: str | None = None
    decided_by: str | None = None
    decided_at: datetime.datetime | None = None
    verdict_changed: bool = False
    bucket: str | None = None

    @property
    def is_refuted(self) -> bool:
        """Whether the earlier statement was rated false: to contradict it is no trouble, to repeat it is."""
        return self.bucket in ("false", "mostly_false")


@dataclass(frozen=True, slots=True)
class EvidenceOnFile(Value):
    """Hold a piece of evidence; `origin` is what independence is counted by."""

    id: str
    kind: str
    tier: Tier
    stance: Stance
    source: str | None
    origin: str | None
    protected: bool
    quotation: str | None
    locator: str | None
    url: str | None
    obtained: str | None
    note: str | None
    archive: str | None
    sha256: str | None
    withdrawn: bool
    by: str
    at: datetime.datetime


@dataclass(frozen=True, slots=True)
class VerdictOnFile(Value):
    """Hold a verdict; `supersedes` is the id of the one it takes the place of.

    `label` is None while it is withheld from a second reader who has not rated yet.
    """

    id: str
    scale: str
    scale_version: int
    label: str | None
    meaning: str | None
    is_verdict: bool
    rationale: str | None
    as_of: str | None
    policy: str | None
    by: str
    role: Role
    at: datetime.datetime
    supersedes: str | None = None


@dataclass(frozen=True, slots=True)
class NoteOnFile(Value):
    """Hold a note."""

    text: str
    by: str
    at: datetime.datetime


@dataclass(frozen=True, slots=True)
class ReplyOnFile(Value):
    """Hold who was asked what, how and by when, and the `outcome`: waiting, answered, declined or no_answer."""

    id: str
    asked: str
    question: str | None
    channel: str | None
    asked_at: datetime.datetime
    due: str | None
    answer: str | None
    answered_at: datetime.datetime | None
    outcome: str
    by: str


@dataclass(frozen=True, slots=True)
class WaiverOnFile(Value):
    """Hold what a named person lets stand, and why."""

    what: str
    reason: str
    by: str
    at: datetime.datetime


@dataclass(frozen=True, slots=True)
class EventOnFile(Value):
    """Hold one event of the history."""

    sequence: int
    at: datetime.datetime
    actor: str
    act: str
    subject: str
    before: Mapping[str, Any]
    after: Mapping[str, Any]
    previous_hash: str
    hash: str


@dataclass(frozen=True, slots=True)
class ClaimOnFile(Value):
    """Hold a claim with all that belongs to it.

    `rating` is the label of the standing verdict, or None. `events` is filled when one claim is asked for, and empty in
    lists. `version` is what an edit may hand back as `expected_version`.
    """

    id: str
    text: str
    kind: Kind
    state: State
    checkable: bool
    reasons: tuple[str, ...]
    claimant: str | None
    priority: str | None
    assignee: str | None
    checker: str | None
    reviewer: str | None
    due: str | None
    duplicate_of: str | None
    closing_reason: str | None
    single_checker: bool
    version: int
    at: datetime.datetime
    rating: str | None = None
    appearances: tuple[AppearanceOnFile, ...] = ()
    matches: tuple[MatchOnFile, ...] = ()
    evidence: tuple[EvidenceOnFile, ...] = ()
    verdicts: tuple[VerdictOnFile, ...] = ()
    notes: tuple[NoteOnFile, ...] = ()
    replies: tuple[ReplyOnFile, ...] = ()
    waivers: tuple[WaiverOnFile, ...] = ()
    flags: tuple[Flag, ...] = ()
    events: tuple[EventOnFile, ...] = ()

    @property
    def place(self) -> AppearanceOnFile | None:
        """Where it stands in the newest draft that holds it."""
        current = (appearance for appearance in self.appearances if appearance.current)
        return next(current, self.appearances[0] if self.appearances else None)

    @property
    def is_open(self) -> bool:
        """Whether something is left to do before print."""
        from factcheck.workflow.states import OPEN  # the table reads no values; asking it here keeps both free

        return self.state in OPEN

    @property
    def check_worthiness(self) -> float:
        """The greatest check-worthiness of its appearances, 0..1."""
        return max((appearance.check_worthiness for appearance in self.appearances), default=0.0)


@dataclass(frozen=True, slots=True)
class DocumentOnFile(Value):
    """Hold a document with the counts of its newest draft.

    Attributes:
        read_from: every path it was read from.
        claims: how many claims of the newest draft are checkable; `not_checkable` the others; `open` and `conflicts`
            count among the checkable ones.
        document: the draft itself; None in lists.
    """

    id: str
    slug: str
    title: str | None
    kind: str
    language: str
    publisher: str | None
    url: str | None
    byline: str | None
    dateline_date: str | None
    dateline_place: str | None
    revision: int
    content_hash: str
    read_from: tuple[str, ...]
    policy: str | None
    at: datetime.datetime
    claims: int
    not_checkable: int
    open: int
    conflicts: int
    document: Document | None = None


@dataclass(frozen=True, slots=True)
class PersonOnFile(Value):
    """Hold somebody who works at the desk."""

    name: str
    roles: tuple[Role, ...]
    active: bool


@dataclass(frozen=True, slots=True)
class CheckOnFile(Value):
    """Hold an imported check."""

    id: str
    text: str
    verdict: str | None
    scale: str | None
    bucket: str | None
    date: str | None
    claimed_on: str | None
    claimant: str | None
    publisher: str | None
    url: str | None
    title: str | None
    review: str | None
    raw: Mapping[str, Any] = field(default_factory=dict)
