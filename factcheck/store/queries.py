"""What is read from the database, as plain SQL that needs no SQLModel.

Each function takes anything with `rows(sql, parameters)`: a `Reader`, or an act's own transaction.
"""

from __future__ import annotations

from collections.abc import Iterator, Sequence
from dataclasses import dataclass
from typing import Any, Protocol

from factcheck.store.reader import loads

__all__ = [
    "ArchiveEntry", "ClaimFilter", "Rows", "archive_entries", "claim_ids", "claim_parts", "documents", "known_names", "people",
    "setting",
]  # fmt: skip


class Rows(Protocol):
    """Anything that runs a query with `?` parameters and gives its rows as dictionaries."""

    is_postgresql: bool

    def rows(self, sql: str, parameters: Sequence[Any] = ()) -> list[dict[str, Any]]:
        """Run a query."""


@dataclass(frozen=True, slots=True)
class ArchiveEntry:
    """Hold a claim or an imported check as something that a text may be held against: "C17" or "K3".

    `date` is the day it was checked or written, `document` the id of the document it stands in (claims only).
    """

    id: str
    text: str
    title: str | None = None
    body: str | None = None
    date: str | None = None
    claimant: str | None = None
    verdict: str | None = None
    scale: str | None = None
    publisher: str | None = None
    url: str | None = None
    document: str | None = None


_STANDING = """LEFT JOIN (SELECT claim_id, MAX(id) AS id FROM verdict GROUP BY claim_id) last ON last.claim_id = c.id
    LEFT JOIN verdict v ON v.id = last.id"""


def archive_entries(source: Rows, ids: Sequence[str] | None = None) -> Iterator[ArchiveEntry]:
    """Give every checkable claim and every imported check, or those of the given ids, in the order of their ids.

    A claim's verdict is given only once it is approved or published.
    """
    claims = [int(entry[1:]) for entry in ids if entry[0] == "C"] if ids is not None else None
    checks = [int(entry[1:]) for entry in ids if entry[0] == "K"] if ids is not None else None
    for part in _chunks(claims):
        where = "" if part is None else f"AND c.id IN ({_marks(part)})"
        for row in source.rows(
            f"""SELECT c.id, c.text, c.claimant, c.state, d.id AS document_id, d.title, d.publisher, d.url,
                d.dateline_date, v.label, v.scale
                FROM claim c
                LEFT JOIN (SELECT claim_id, MIN(id) AS id FROM appearance GROUP BY claim_id) f ON f.claim_id = c.id
                LEFT JOIN appearance a ON a.id = f.id
                LEFT JOIN revision r ON r.id = a.revision_id LEFT JOIN document d ON d.id = r.document_id
                {_STANDING}
                WHERE c.checkable AND c.state <> 'duplicate' {where} ORDER BY c.id""",
            part or (),
        ):
            closed = row["state"] in ("approved", "published", "corrected")
            yield ArchiveEntry(
                f"C{row['id']}", row["text"], row["title"], None, row["dateline_date"], row["claimant"],
                row["label"] if closed else None, row["scale"] if closed else None, row["publisher"], row["url"],
                f"D{row['document_id']}" if row["document_id"] else None,
            )  # fmt: skip
    for part in _chunks(checks):
        where = "" if part is None else f"WHERE id IN ({_marks(part)})"
        for row in source.rows(
            f"""SELECT id, text, title, review, checked_on, claimed_on, claimant, label, scale, publisher, url
                FROM third_party_check {where} ORDER BY id""",
            part or (),
        ):
            yield ArchiveEntry(
                f"K{row['id']}", row["text"], row["title"], row["review"], row["claimed_on"] or row["checked_on"],
                row["claimant"], row["label"], row["scale"], row["publisher"], row["url"],
            )  # fmt: skip


def _chunks(ids: list[int] | None, size: int = 500) -> Iterator[list[int] | None]:
    if ids is None:
        yield None
        return
    for at in range(0, len(ids), size):
        yield ids[at : at + size]


def _marks(values: Sequence[object]) -> str:
    return ", ".join("?" * len(values))


@dataclass(frozen=True, slots=True)
class ClaimFilter:
    """Say which claims are asked for; what is None or empty asks for nothing."""

    ids: tuple[int, ...] | None = None
    document: int | None = None
    states: tuple[str, ...] = ()
    kind: str | None = None
    assignee: int | None = None
    checkable: bool | None = None
    relation: str | None = None

    def where(self) -> tuple[str, list[Any]]:
        """Give the condition on table `claim c`, and its parameters."""
        parts: list[str] = ["1 = 1"]
        values: list[Any] = []
        if self.ids is not None:
            parts.append(f"c.id IN ({_marks(self.ids)})" if self.ids else "1 = 0")
            values += self.ids
        if self.document is not None:
            parts.append(
                "c.id IN (SELECT a.claim_id FROM appearance a JOIN revision r ON r.id = a.revision_id"
                " WHERE r.document_id = ?)"
            )
            values.append(self.document)
        if self.states:
            parts.append(f"c.state IN ({_marks(self.states)})")
            values += self.states
        for column, value in (("kind", self.kind), ("assignee_id", self.assignee)):
            if value is not None:
                parts.append(f"c.{column} = ?")
                values.append(value)
        if self.checkable is not None:
            parts.append("c.checkable" if self.checkable else "NOT c.checkable")
        if self.relation is not None:
            parts.append(
                "c.id IN (SELECT m.claim_id FROM match m WHERE m.relation = ?"
                " AND (m.decision IS NULL OR m.decision <> 'rejected'))"
            )
            values.append(self.relation)
        return " AND ".join(parts), values


def claim_ids(source: Rows, chosen: ClaimFilter) -> list[int]:
    """Give the ids of the claims that a filter asks for."""
    where, values = chosen.where()
    return [row["id"] for row in source.rows(f"SELECT c.id FROM claim c WHERE {where} ORDER BY c.id", values)]


_PARTS = {
    "claim": """SELECT c.*, p.name AS assignee, k.name AS checker, s.name AS reviewer FROM claim c
        LEFT JOIN person p ON p.id = c.assignee_id LEFT JOIN person k ON k.id = c.checker_id
        LEFT JOIN person s ON s.id = c.reviewer_id WHERE {where} ORDER BY c.id""",
    "appearance": """SELECT a.*, r.number AS revision, r.document_id, d.slug, d.title,
        (SELECT MAX(n.number) FROM revision n WHERE n.document_id = r.document_id) AS newest
        FROM appearance a JOIN claim c ON c.id = a.claim_id JOIN revision r ON r.id = a.revision_id
        JOIN document d ON d.id = r.document_id WHERE {where} ORDER BY r.document_id, r.number DESC, a.starts, a.id""",
    "match": """SELECT m.*, k.text AS check_text, k.label AS check_label, k.scale AS check_scale, k.bucket AS check_bucket,
        k.checked_on,
        k.claimant AS check_claimant, k.publisher, k.url, k.title, k.review,
        e.text AS claim_text, e.claimant AS claim_claimant, e.state AS earlier_state,
        v.label AS claim_label, v.scale AS claim_scale, v.as_of, v.at AS verdict_at, v.id AS last_verdict,
        p.name AS decided_by
        FROM match m JOIN claim c ON c.id = m.claim_id
        LEFT JOIN third_party_check k ON k.id = m.earlier_check_id LEFT JOIN claim e ON e.id = m.earlier_claim_id
        LEFT JOIN (SELECT claim_id, MAX(id) AS id FROM verdict GROUP BY claim_id) last ON last.claim_id = e.id
        LEFT JOIN verdict v ON v.id = last.id LEFT JOIN person p ON p.id = m.decided_by_id
        WHERE {where} ORDER BY m.claim_id, m.score DESC, m.id""",
    "evidence": """SELECT x.*, s.name AS source, s.origin AS source_origin, s.protected, p.name AS person
        FROM evidence x JOIN claim c ON c.id = x.claim_id LEFT JOIN source s ON s.id = x.source_id
        JOIN person p ON p.id = x.person_id WHERE {where} ORDER BY x.id""",
    "verdict": """SELECT v.*, p.name AS person, s.data AS scale_data FROM verdict v JOIN claim c ON c.id = v.claim_id
        JOIN person p ON p.id = v.person_id
        LEFT JOIN scale s ON s.id = v.scale AND s.version = v.scale_version WHERE {where} ORDER BY v.id""",
    "comment": """SELECT x.*, p.name AS person FROM comment x JOIN claim c ON c.id = x.claim_id
        JOIN person p ON p.id = x.person_id WHERE {where} ORDER BY x.id""",
    "reply": """SELECT x.*, p.name AS person FROM reply x JOIN claim c ON c.id = x.claim_id
        JOIN person p ON p.id = x.person_id WHERE {where} ORDER BY x.id""",
    "waiver": """SELECT x.*, p.name AS person FROM waiver x JOIN claim c ON c.id = x.claim_id
        JOIN person p ON p.id = x.person_id WHERE {where} ORDER BY x.id""",
}


def claim_parts(source: Rows, chosen: ClaimFilter) -> dict[str, list[dict[str, Any]]]:
    """Give everything that belongs to the claims asked for, table by table."""
    where, values = chosen.where()
    return {part: source.rows(sql.format(where=where), values) for part, sql in _PARTS.items()}


def documents(source: Rows, number: int | None = None, slug: str | None = None) -> list[dict[str, Any]]:
    """Give documents with their newest draft and its counts; `text` and `structure` only where one is asked for."""
    one = number is not None or slug is not None
    condition, values = ("d.id = ?", [number]) if number is not None else ("d.slug = ?", [slug])
    draft = ", r.text, r.structure" if one else ""
    found = source.rows(
        f"""SELECT d.*, r.id AS revision_id, r.number AS revision, r.content_hash{draft}
            FROM document d JOIN revision r ON r.document_id = d.id
            AND r.number = (SELECT MAX(n.number) FROM revision n WHERE n.document_id = d.id)
            {f"WHERE {condition}" if one else ""} ORDER BY d.id""",
        values if one else (),
    )
    where, given = ("AND r.document_id = ?", [found[0]["id"]]) if one and found else ("", [])
    paths: dict[int, list[str]] = {}
    for row in source.rows(
        f"""SELECT r.document_id, g.path FROM reading g JOIN revision r ON r.id = g.revision_id
            WHERE 1 = 1 {where} ORDER BY g.id""",
        given,
    ):
        paths.setdefault(row["document_id"], []).append(row["path"])
    counts: dict[int, list[dict[str, Any]]] = {}
    for row in source.rows(
        f"""SELECT r.id AS revision_id, c.checkable, c.state, COUNT(DISTINCT c.id) AS claims,
            COUNT(DISTINCT CASE WHEN m.relation = 'conflict' THEN c.id END) AS conflicts
            FROM appearance a JOIN revision r ON r.id = a.revision_id JOIN claim c ON c.id = a.claim_id
            LEFT JOIN match m ON m.claim_id = c.id AND (m.decision IS NULL OR m.decision <> 'rejected')
            WHERE 1 = 1 {where} GROUP BY r.id, c.checkable, c.state""",
        given,
    ):
        counts.setdefault(row["revision_id"], []).append(row)
    for row in found:
        row["read_from"] = list(dict.fromkeys(paths.get(row["id"], ())))
        row["counts"] = counts.get(row["revision_id"], [])
        if one:
            row["structure"] = loads(row["structure"])
    return found


def people(source: Rows) -> list[dict[str, Any]]:
    """Give every person, with the list of active roles."""
    roles: dict[int, list[str]] = {}
    for row in source.rows("SELECT person_id, role FROM person_role WHERE active ORDER BY person_id, role"):
        roles.setdefault(row["person_id"], []).append(row["role"])
    found = source.rows("SELECT * FROM person ORDER BY id")
    return [{**row, "roles": roles.get(row["id"], [])} for row in found]


def known_names(source: Rows) -> list[dict[str, Any]]:
    """Give the desk's list of names: each canonical spelling with its kind and its variants."""
    found: dict[tuple[str, str], list[str]] = {}
    for row in source.rows("SELECT canonical, kind, variant FROM name_variant ORDER BY id"):
        found.setdefault((row["canonical"], row["kind"]), []).append(row["variant"])
    return [{"name": name, "kind": kind, "variants": variants} for (name, kind), variants in found.items()]


def setting(source: Rows, name: str, default: str) -> str:
    """Give a setting of the desk."""
    found = source.rows("SELECT value FROM setting WHERE name = ?", [name])
    return str(found[0]["value"]) if found else default
