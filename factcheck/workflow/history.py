"""The append-only history: one event per act, each carrying the hash of the one before.

An event tells in `after` every row that its act wrote, and in `before` what those rows said. Rows that hold what the
program found (drafts, appearances, matches, imported checks) are told by a digest; every other row by its fields. So
the desk's tables can be held against its history, and the state of each claim can be derived from it.
"""

from __future__ import annotations

import hashlib
import json
from collections.abc import Mapping
from dataclasses import dataclass, field
from typing import Any

from sqlalchemy import event as listen
from sqlalchemy import inspect, select
from sqlmodel import Session

from factcheck.store.tables import Event, Table
from factcheck.values import plain

__all__ = [
    "DIGESTED",
    "GENESIS",
    "assert_told",
    "canonical",
    "event_hash",
    "record_event",
    "row_digest",
    "row_key",
    "watch",
]

GENESIS = "0" * 64
"""What the first event names as the hash before it."""

DIGESTED = frozenset({"revision", "appearance", "match", "third_party_check"})
"""Tables whose rows an event tells by a digest."""

_WRITES = "factcheck_writes"


def canonical(value: object) -> str:
    r"""Write a value as JSON in the one form that is hashed.

    >>> canonical({"b": 1, "a": ["é"]})
    '{"a":["\\u00e9"],"b":1}'
    """
    return json.dumps(value, sort_keys=True, separators=(",", ":"), ensure_ascii=True, default=plain)


def event_hash(fields: Mapping[str, Any]) -> str:
    """Hash an event: every field but the hash itself, the hash before it included."""
    told = {name: fields[name] for name in _HASHED}
    return hashlib.sha256(canonical(told).encode("ascii")).hexdigest()


_HASHED = ("sequence", "at", "actor", "person_id", "act", "subject", "before", "after", "previous_hash")


def row_digest(fields: Mapping[str, Any]) -> str:
    """Hash a row's fields; 128 bits are kept."""
    return hashlib.sha256(canonical(dict(fields)).encode("ascii")).hexdigest()[:32]


def row_key(table: Any, fields: Mapping[str, Any]) -> str:
    """Name a row: its table and its key.

    >>> from factcheck.store.tables import Claim
    >>> row_key(Claim.__table__, {"id": 17})
    'claim/17'
    """
    return "/".join([table.name, *(str(fields[column.name]) for column in table.primary_key)])


@dataclass
class Writes:
    """Collect what a session wrote since the last event."""

    rows: dict[int, Table] = field(default_factory=dict)
    new: set[int] = field(default_factory=set)
    before: dict[int, dict[str, Any]] = field(default_factory=dict)


def watch(session: Session) -> None:
    """Begin to collect what the session writes; each row must be told by an event before the session ends."""
    session.info[_WRITES] = Writes()
    listen.listen(session, "after_flush", _collect)


def _collect(session: Session, _context: object) -> None:
    writes: Writes = session.info[_WRITES]
    for row in session.new:
        if not isinstance(row, Event):
            writes.rows[id(row)] = row
            writes.new.add(id(row))
    for row in session.dirty:
        changed = {}
        for attribute in inspect(row).attrs:
            history = attribute.history
            if history.has_changes() and history.deleted:
                changed[attribute.key] = history.deleted[0]
        if changed:
            writes.rows[id(row)] = row
            if id(row) not in writes.new:
                writes.before.setdefault(id(row), {}).update(
                    {name: old for name, old in changed.items() if name not in writes.before.get(id(row), {})}
                )
    assert not session.deleted, "the desk deletes nothing"


def assert_told(session: Session) -> None:
    """See that an event tells of everything the session wrote; a row without one is a fault of the program."""
    session.flush()
    untold = [type(row).__name__ for row in session.info[_WRITES].rows.values()]
    assert not untold, f"rows that no event tells of: {untold}"


def record_event(
    session: Session,
    *,
    at: str,
    actor: str,
    person_id: int | None,
    act: str,
    subject: str,
    detail: Mapping[str, Any] | None = None,
) -> Event:
    """Append the event of an act: everything the session wrote since the last one, and what `detail` adds in words."""
    session.flush()
    writes: Writes = session.info[_WRITES]
    before: dict[str, Any] = {}
    after: dict[str, Any] = {}
    for key, row in writes.rows.items():
        table = type(row).__table__  # type: ignore[attr-defined]  # every Table with table=True has one
        fields = {column.name: getattr(row, column.name) for column in table.columns}
        name = row_key(table, fields)
        old = writes.before.get(key, {})
        told = fields if key in writes.new else {column: fields[column] for column in old}
        if table.name in DIGESTED:
            told = {} if key in writes.new else told
            told = {**told, "sha256": row_digest(fields)}
        after[name] = told
        if key not in writes.new:
            before[name] = old
    session.info[_WRITES] = Writes()
    last = session.execute(select(Event.sequence, Event.hash).order_by(Event.sequence.desc()).limit(1)).first()  # type: ignore[attr-defined, call-overload]  # SQLModel types columns as values
    record: dict[str, Any] = {
        "sequence": last[0] + 1 if last else 1,
        "at": at,
        "actor": actor,
        "person_id": person_id,
        "act": act,
        "subject": subject,
        "before": canonical({"rows": before}),
        "after": canonical({"rows": after, **(detail or {})}),
        "previous_hash": last[1] if last else GENESIS,
    }
    event = Event(**record, hash=event_hash(record))
    session.add(event)
    session.flush()
    return event
