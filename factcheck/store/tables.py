"""The tables of the desk, one class each; what a column means is said beside it.

Times are ISO 8601 text in UTC, days are ISO text and may be partial ("2021-05"), lists and records are JSON: the same
bytes on SQLite and PostgreSQL. Nothing is deleted; what no longer holds is superseded by a later row.
Postponed annotations would break SQLModel, so this file has no `from __future__ import annotations`.
"""

from typing import Any, ClassVar

from sqlalchemy import JSON, Column, MetaData, Text, UniqueConstraint
from sqlmodel import Field, SQLModel

__all__ = [
    "TABLES", "Appearance", "Claim", "Comment", "Correction", "Document", "Event", "Evidence", "Match", "NameVariant",
    "Person", "PersonRole", "Policy", "Reading", "Reply", "Revision", "Scale", "Setting", "Source", "Table", "Tag",
    "ThirdPartyCheck", "Verdict", "Waiver",
]  # fmt: skip

NAMING = {
    "ix": "ix_%(column_0_N_label)s", "uq": "uq_%(table_name)s_%(column_0_N_name)s",
    "fk": "fk_%(table_name)s_%(column_0_N_name)s_%(referred_table_name)s", "pk": "pk_%(table_name)s",
}  # fmt: skip


class Table(SQLModel):
    """Give every table of the desk one catalogue, with names that a migration can refer to."""

    metadata: ClassVar[MetaData] = MetaData(naming_convention=NAMING)


def json_column() -> Any:
    """Declare a column that holds a list or a record."""
    return Field(default_factory=list, sa_column=Column(JSON, nullable=False))


def long_text(*, nullable: bool = False) -> Any:
    """Declare a column of text without a length."""
    return Field(default=None if nullable else "", sa_column=Column(Text, nullable=nullable))


class Document(Table, table=True):
    """A text that was read; its drafts are revisions."""

    id: int | None = Field(default=None, primary_key=True)
    slug: str = Field(unique=True)
    title: str | None = None
    kind: str
    language: str = "en"
    publisher: str | None = None
    url: str | None = None
    byline: str | None = None
    dateline_date: str | None = None
    dateline_place: str | None = None
    policy: str | None = None  # the evidence policy it is checked under; None is the desk's own
    due: str | None = None
    at: str


class Revision(Table, table=True):
    """One draft of a document: its text and the structure that was read in it."""

    __table_args__ = (UniqueConstraint("document_id", "number"),)
    id: int | None = Field(default=None, primary_key=True)
    document_id: int = Field(foreign_key="document.id", index=True)
    number: int
    content_hash: str = Field(index=True)  # SHA-256 of the text in UTF-8
    text: str = long_text()
    structure: dict[str, Any] = Field(default_factory=dict, sa_column=Column(JSON, nullable=False))
    at: str


class Reading(Table, table=True):
    """A path or address that a revision was read from; the same text may be read from several."""

    __table_args__ = (UniqueConstraint("revision_id", "path"),)
    id: int | None = Field(default=None, primary_key=True)
    revision_id: int = Field(foreign_key="revision.id", index=True)
    path: str
    at: str


class Claim(Table, table=True):
    """A checkable statement, once, in canonical wording. `state` repeats what its events say."""

    id: int | None = Field(default=None, primary_key=True)
    text: str = long_text()
    kind: str
    claimant: str | None = None
    checkable: bool = True
    reasons: list[Any] = json_column()
    state: str = Field(index=True)
    priority: str | None = None
    assignee_id: int | None = Field(default=None, foreign_key="person.id", index=True)
    checker_id: int | None = Field(default=None, foreign_key="person.id")  # who proposed the standing rating
    reviewer_id: int | None = Field(default=None, foreign_key="person.id")  # who reads it second
    due: str | None = None
    duplicate_of: int | None = Field(default=None, foreign_key="claim.id")
    closing_reason: str | None = None  # why it ended, or the named person for `on_author`
    single_checker: bool = False  # approved on a desk of one
    version: int = 1  # grows with each act
    at: str


class Appearance(Table, table=True):
    """One occurrence of a claim in a revision."""

    id: int | None = Field(default=None, primary_key=True)
    claim_id: int = Field(foreign_key="claim.id", index=True)
    revision_id: int = Field(foreign_key="revision.id", index=True)
    starts: int
    ends: int
    text: str = long_text()
    sentence_starts: int
    sentence_ends: int
    paragraph: int | None = None
    sentence: int | None = None  # its number within the paragraph
    locator: str | None = None
    quoted: bool = False
    kind: str
    claimant: str | None = None
    attribution: list[Any] = json_column()  # start and end of the cue, or empty
    context: str | None = long_text(nullable=True)
    subject: str | None = None
    check_worthiness: float = 0.0
    parts: list[Any] = json_column()
    quantities: list[Any] = json_column()
    anchored: str = "found"  # found, kept, moved, edited: how it came into this revision
    previous_id: int | None = Field(default=None, foreign_key="appearance.id")


class ThirdPartyCheck(Table, table=True):
    """An imported fact check."""

    __tablename__ = "third_party_check"
    id: int | None = Field(default=None, primary_key=True)
    text: str = long_text()
    claimant: str | None = None
    publisher: str | None = None
    label: str | None = None
    scale: str | None = None
    bucket: str | None = (
        None  # coarse: true, mostly_true, mixed, mostly_false, false, unproven; None when not a verdict
    )
    url: str | None = None
    title: str | None = long_text(nullable=True)
    review: str | None = long_text(nullable=True)
    checked_on: str | None = None
    claimed_on: str | None = None
    identity: str = Field(unique=True)  # SHA-256 over publisher, url and normalised text
    raw: dict[str, Any] = Field(default_factory=dict, sa_column=Column(JSON, nullable=False))
    at: str


class Match(Table, table=True):
    """A claim held against an earlier claim or an imported check, and the desk's yes or no."""

    id: int | None = Field(default=None, primary_key=True)
    claim_id: int = Field(foreign_key="claim.id", index=True)
    appearance_id: int | None = Field(default=None, foreign_key="appearance.id")
    earlier_claim_id: int | None = Field(default=None, foreign_key="claim.id", index=True)
    earlier_check_id: int | None = Field(default=None, foreign_key="third_party_check.id", index=True)
    relation: str
    score: float
    reasons: list[Any] = json_column()
    rule: str = ""  # the name of the rule that decided the relation
    decision: str | None = None  # accepted or rejected, by a person
    decided_by_id: int | None = Field(default=None, foreign_key="person.id")
    decided_at: str | None = None
    earlier_verdict_id: int | None = Field(default=None, foreign_key="verdict.id")  # the verdict that was relied on
    at: str


class Source(Table, table=True):
    """Where evidence comes from. Independence counts origins (a wire, a press release, an owner), not addresses."""

    id: int | None = Field(default=None, primary_key=True)
    name: str = Field(unique=True)
    origin: str | None = None
    tier: str | None = None
    url: str | None = None
    protected: bool = False  # its identity never leaves in an export


class Evidence(Table, table=True):
    """A passage or figure from a source, and what it does to the claim."""

    id: int | None = Field(default=None, primary_key=True)
    claim_id: int = Field(foreign_key="claim.id", index=True)
    source_id: int | None = Field(default=None, foreign_key="source.id")
    kind: str
    tier: str
    stance: str
    origin: str | None = None
    quotation: str | None = long_text(nullable=True)
    locator: str | None = None
    url: str | None = None
    obtained: str | None = None
    note: str | None = long_text(nullable=True)
    archive: str | None = None  # the archived copy's name in the folder beside the database
    sha256: str | None = None
    withdrawn: bool = False
    person_id: int = Field(foreign_key="person.id")
    at: str


class Verdict(Table, table=True):
    """What a person concluded, on which scale, in which role."""

    id: int | None = Field(default=None, primary_key=True)
    claim_id: int = Field(foreign_key="claim.id", index=True)
    scale: str
    scale_version: int
    label: str
    rationale: str | None = long_text(nullable=True)
    as_of: str | None = None
    policy: str | None = None
    person_id: int = Field(foreign_key="person.id")
    role: str
    supersedes_id: int | None = Field(default=None, foreign_key="verdict.id")
    at: str


class Reply(Table, table=True):
    """Who was asked what, how, when, by when, and the answer or its absence."""

    id: int | None = Field(default=None, primary_key=True)
    claim_id: int = Field(foreign_key="claim.id", index=True)
    asked: str
    question: str | None = long_text(nullable=True)
    channel: str | None = None
    asked_at: str
    due: str | None = None
    answer: str | None = long_text(nullable=True)
    answered_at: str | None = None
    outcome: str = "waiting"  # waiting, answered, declined, no_answer
    person_id: int = Field(foreign_key="person.id")


class Comment(Table, table=True):
    """A note of a person on a claim or a document."""

    id: int | None = Field(default=None, primary_key=True)
    claim_id: int | None = Field(default=None, foreign_key="claim.id", index=True)
    document_id: int | None = Field(default=None, foreign_key="document.id", index=True)
    text: str = long_text()
    person_id: int = Field(foreign_key="person.id")
    at: str


class Tag(Table, table=True):
    """A word that the desk ties to a claim."""

    claim_id: int = Field(foreign_key="claim.id", primary_key=True)
    tag: str = Field(primary_key=True)


class Waiver(Table, table=True):
    """A named person lets a flag or a missing thing stand, for a reason."""

    id: int | None = Field(default=None, primary_key=True)
    claim_id: int | None = Field(default=None, foreign_key="claim.id", index=True)
    document_id: int | None = Field(default=None, foreign_key="document.id", index=True)
    what: str
    reason: str = long_text()
    person_id: int = Field(foreign_key="person.id")
    at: str


class Correction(Table, table=True):
    """A correction, clarification or update of what was published."""

    id: int | None = Field(default=None, primary_key=True)
    claim_id: int = Field(foreign_key="claim.id", index=True)
    kind: str
    note: str = long_text()
    dated: str
    person_id: int = Field(foreign_key="person.id")
    approved_by_id: int | None = Field(default=None, foreign_key="person.id")
    at: str


class Person(Table, table=True):
    """Somebody who works at the desk."""

    id: int | None = Field(default=None, primary_key=True)
    name: str = Field(unique=True)
    former_names: list[Any] = json_column()  # a rename makes nobody a second person
    active: bool = True
    at: str


class PersonRole(Table, table=True):
    """A role of a person; a role taken back is kept with `active` false."""

    __tablename__ = "person_role"
    person_id: int = Field(foreign_key="person.id", primary_key=True)
    role: str = Field(primary_key=True)
    active: bool = True


class NameVariant(Table, table=True):
    """A spelling of a name that the desk knows, and the spelling it stands for."""

    __tablename__ = "name_variant"
    __table_args__ = (UniqueConstraint("canonical", "variant"),)
    id: int | None = Field(default=None, primary_key=True)
    canonical: str = Field(index=True)
    variant: str = Field(index=True)
    kind: str = "person"


class Scale(Table, table=True):
    """A rating scale in one version; a verdict names both."""

    id: str = Field(primary_key=True)
    version: int = Field(primary_key=True)
    data: dict[str, Any] = Field(default_factory=dict, sa_column=Column(JSON, nullable=False))


class Policy(Table, table=True):
    """An evidence policy in one version."""

    id: str = Field(primary_key=True)
    version: int = Field(primary_key=True)
    data: dict[str, Any] = Field(default_factory=dict, sa_column=Column(JSON, nullable=False))


class Setting(Table, table=True):
    """A setting of the desk: solo, scale, policy, joining."""

    name: str = Field(primary_key=True)
    value: str


class Event(Table, table=True):
    """One act, chained to the one before by its hash; never changed, never deleted."""

    sequence: int = Field(primary_key=True, sa_column_kwargs={"autoincrement": False})
    at: str
    actor: str
    person_id: int | None = Field(default=None, foreign_key="person.id")
    act: str
    subject: str = Field(index=True)
    before: str = long_text()  # canonical JSON
    after: str = long_text()
    previous_hash: str
    hash: str


TABLES = tuple(Table.metadata.sorted_tables)
