"""The first schema: every table of the desk, the two search indexes, and the guard of the history."""

from collections.abc import Mapping, Sequence
from typing import Any

import sqlalchemy as sa
from alembic import op

from factcheck.store.migrations.search_0001 import create_search_indexes

revision = "0001"
down_revision = None
branch_labels = None
depends_on = None


def upgrade() -> None:
    """Make the tables, the indexes and the guard."""
    people_and_settings()
    documents_and_claims()
    work_on_claims()
    create_search_indexes(op)
    guard_history()


def people_and_settings() -> None:
    """Make what the desk itself is made of, and its history."""
    create(
        "name_variant",
        *number("id"),
        *words("canonical", "variant", "kind"),
        unique=(("canonical", "variant"),),
        indexes=("canonical", "variant"),
    )
    create(
        "person",
        *number("id"),
        *words("name", "at"),
        *record("former_names"),
        *yes_or_no("active"),
        unique=(("name",),),
    )
    create(
        "policy",
        *words("id"),
        *number("version"),
        *record("data"),
        key=("id", "version"),
    )
    create(
        "scale",
        *words("id"),
        *number("version"),
        *record("data"),
        key=("id", "version"),
    )
    create(
        "setting",
        *words("name", "value"),
        key=("name",),
    )
    create(
        "source",
        *number("id"),
        *words("name"),
        *words("origin", "tier", "url", nullable=True),
        *yes_or_no("protected"),
        unique=(("name",),),
    )
    create(
        "event",
        *number("sequence"),
        *words("at", "actor", "act", "subject", "previous_hash", "hash"),
        *number("person_id", nullable=True),
        *prose("before", "after"),
        key=("sequence",),
        references={"person_id": "person"},
        indexes=("subject",),
    )
    create(
        "person_role",
        *number("person_id"),
        *words("role"),
        *yes_or_no("active"),
        key=("person_id", "role"),
        references={"person_id": "person"},
    )


def documents_and_claims() -> None:
    """Make what is read, and the claims found in it."""
    create(
        "document",
        *number("id"),
        *words("slug", "kind", "language", "at"),
        *words(
            "title", "publisher", "url", "byline", "dateline_date", "dateline_place", "policy", "due", nullable=True
        ),
        unique=(("slug",),),
    )
    create(
        "third_party_check",
        *number("id"),
        *prose("text"),
        *words("claimant", "publisher", "label", "scale", "bucket", "url", "checked_on", "claimed_on", nullable=True),
        *prose("title", "review", nullable=True),
        *words("identity", "at"),
        *record("raw"),
        unique=(("identity",),),
    )
    create(
        "claim",
        *number("id", "version"),
        *prose("text"),
        *words("kind", "state", "at"),
        *words("claimant", "priority", "due", "closing_reason", nullable=True),
        *yes_or_no("checkable", "single_checker"),
        *record("reasons"),
        *number("assignee_id", "checker_id", "reviewer_id", "duplicate_of", nullable=True),
        references={"assignee_id": "person", "checker_id": "person", "duplicate_of": "claim", "reviewer_id": "person"},
        indexes=("assignee_id", "state"),
    )
    create(
        "revision",
        *number("id", "document_id", "number"),
        *words("content_hash", "at"),
        *prose("text"),
        *record("structure"),
        unique=(("document_id", "number"),),
        references={"document_id": "document"},
        indexes=("content_hash", "document_id"),
    )
    create(
        "appearance",
        *number("id", "claim_id", "revision_id", "starts", "ends", "sentence_starts", "sentence_ends"),
        *prose("text"),
        *number("paragraph", "sentence", "previous_id", nullable=True),
        *words("locator", "claimant", "subject", nullable=True),
        *yes_or_no("quoted"),
        *words("kind", "anchored"),
        *record("attribution", "parts", "quantities"),
        *prose("context", nullable=True),
        *decimal("check_worthiness"),
        references={"claim_id": "claim", "previous_id": "appearance", "revision_id": "revision"},
        indexes=("claim_id", "revision_id"),
    )
    create(
        "reading",
        *number("id", "revision_id"),
        *words("path", "at"),
        unique=(("revision_id", "path"),),
        references={"revision_id": "revision"},
        indexes=("revision_id",),
    )


def work_on_claims() -> None:
    """Make what people do with a claim."""
    create(
        "comment",
        *number("id", "person_id"),
        *number("claim_id", "document_id", nullable=True),
        *prose("text"),
        *words("at"),
        references={"claim_id": "claim", "document_id": "document", "person_id": "person"},
        indexes=("claim_id", "document_id"),
    )
    create(
        "correction",
        *number("id", "claim_id", "person_id"),
        *words("kind", "dated", "at"),
        *prose("note"),
        *number("approved_by_id", nullable=True),
        references={"approved_by_id": "person", "claim_id": "claim", "person_id": "person"},
        indexes=("claim_id",),
    )
    create(
        "evidence",
        *number("id", "claim_id", "person_id"),
        *number("source_id", nullable=True),
        *words("kind", "tier", "stance", "at"),
        *words("origin", "locator", "url", "obtained", "archive", "sha256", nullable=True),
        *prose("quotation", "note", nullable=True),
        *yes_or_no("withdrawn"),
        references={"claim_id": "claim", "person_id": "person", "source_id": "source"},
        indexes=("claim_id",),
    )
    create(
        "reply",
        *number("id", "claim_id", "person_id"),
        *words("asked", "asked_at", "outcome"),
        *prose("question", "answer", nullable=True),
        *words("channel", "due", "answered_at", nullable=True),
        references={"claim_id": "claim", "person_id": "person"},
        indexes=("claim_id",),
    )
    create(
        "tag",
        *number("claim_id"),
        *words("tag"),
        key=("claim_id", "tag"),
        references={"claim_id": "claim"},
    )
    create(
        "verdict",
        *number("id", "claim_id", "scale_version", "person_id"),
        *words("scale", "label", "role", "at"),
        *prose("rationale", nullable=True),
        *words("as_of", "policy", nullable=True),
        *number("supersedes_id", nullable=True),
        references={"claim_id": "claim", "person_id": "person", "supersedes_id": "verdict"},
        indexes=("claim_id",),
    )
    create(
        "waiver",
        *number("id", "person_id"),
        *number("claim_id", "document_id", nullable=True),
        *words("what", "at"),
        *prose("reason"),
        references={"claim_id": "claim", "document_id": "document", "person_id": "person"},
        indexes=("claim_id", "document_id"),
    )
    create(
        "match",
        *number("id", "claim_id"),
        *number(
            "appearance_id",
            "earlier_claim_id",
            "earlier_check_id",
            "decided_by_id",
            "earlier_verdict_id",
            nullable=True,
        ),
        *words("relation", "rule", "at"),
        *decimal("score"),
        *record("reasons"),
        *words("decision", "decided_at", nullable=True),
        references={
            "appearance_id": "appearance",
            "claim_id": "claim",
            "decided_by_id": "person",
            "earlier_check_id": "third_party_check",
            "earlier_claim_id": "claim",
            "earlier_verdict_id": "verdict",
        },
        indexes=("claim_id", "earlier_check_id", "earlier_claim_id"),
    )


def guard_history() -> None:
    """Refuse to change or delete an event, whoever asks."""
    if op.get_bind().dialect.name == "sqlite":
        for act in ("UPDATE", "DELETE"):
            op.execute(
                f"CREATE TRIGGER event_no_{act.lower()} BEFORE {act} ON event"
                " BEGIN SELECT RAISE(ABORT, 'the history is append-only'); END"
            )
        return
    op.execute(
        "CREATE FUNCTION refuse_event_change() RETURNS trigger LANGUAGE plpgsql AS"
        " $$ BEGIN RAISE EXCEPTION 'the history is append-only'; END $$"
    )
    op.execute(
        "CREATE TRIGGER event_no_change BEFORE UPDATE OR DELETE ON event"
        " FOR EACH ROW EXECUTE FUNCTION refuse_event_change()"
    )


def create(
    table: str,
    *columns: sa.Column[Any],
    key: Sequence[str] = ("id",),
    unique: Sequence[Sequence[str]] = (),
    references: Mapping[str, str] | None = None,
    indexes: Sequence[str] = (),
) -> None:
    """Make a table whose constraints bear the names of the store's convention."""
    constraints: list[sa.schema.SchemaItem] = [sa.PrimaryKeyConstraint(*key, name=f"pk_{table}")]
    constraints += [sa.UniqueConstraint(*names, name=f"uq_{table}_{'_'.join(names)}") for names in unique]
    for column, other in (references or {}).items():
        constraints.append(sa.ForeignKeyConstraint([column], [f"{other}.id"], name=f"fk_{table}_{column}_{other}"))
    op.create_table(table, *columns, *constraints)
    for column in indexes:
        op.create_index(f"ix_{table}_{column}", table, [column])


def words(*names: str, nullable: bool = False) -> list[sa.Column[Any]]:
    """Declare short texts."""
    return [sa.Column(name, sa.String(), nullable=nullable) for name in names]


def prose(*names: str, nullable: bool = False) -> list[sa.Column[Any]]:
    """Declare long texts."""
    return [sa.Column(name, sa.Text(), nullable=nullable) for name in names]


def number(*names: str, nullable: bool = False) -> list[sa.Column[Any]]:
    """Declare whole numbers; only a column named id counts by itself."""
    return [sa.Column(name, sa.Integer(), nullable=nullable, autoincrement=name == "id") for name in names]


def decimal(*names: str, nullable: bool = False) -> list[sa.Column[Any]]:
    """Declare numbers with a fraction."""
    return [sa.Column(name, sa.Float(), nullable=nullable) for name in names]


def yes_or_no(*names: str, nullable: bool = False) -> list[sa.Column[Any]]:
    """Declare truths."""
    return [sa.Column(name, sa.Boolean(), nullable=nullable) for name in names]


def record(*names: str, nullable: bool = False) -> list[sa.Column[Any]]:
    """Declare lists and records."""
    return [sa.Column(name, sa.JSON(), nullable=nullable) for name in names]
