"""The audit: is the history whole, and is every row what the history says?"""

from __future__ import annotations

import json
from collections.abc import Iterable, Mapping
from typing import Any

from sqlalchemy import Connection, select

from factcheck.store.tables import TABLES, Event
from factcheck.workflow.history import DIGESTED, GENESIS, event_hash, row_digest, row_key
from factcheck.workflow.labels import label
from factcheck.workflow.results import AuditReport

__all__ = ["replay", "verify_history"]

_MOST = 50
"""Problems are named up to this number; more would say no more."""


def verify_history(connection: Connection, head: str | None = None) -> AuditReport:
    """Recompute the chain and hold every table against it.

    With `head`, a hash kept elsewhere, a history cut after it is found too.
    """
    problems: list[str] = []
    told: dict[str, dict[str, Any]] = {}
    previous, expected, count, hashes = GENESIS, 1, 0, set()
    events = Event.__table__  # type: ignore[attr-defined]  # every Table with table=True has one
    for event in connection.execute(select(events).order_by(events.c.sequence)).mappings():
        count += 1
        name = f"event {event['sequence']} ({event['act']} by {event['actor']})"
        if event["sequence"] != expected:
            problems.append(f"{name}: stands where event {expected} should: events were deleted or reordered")
        if event["previous_hash"] != previous:
            problems.append(f"{name}: does not follow the event before it")
        if event_hash(dict(event)) != event["hash"]:
            problems.append(f"{name}: was changed after it was written")
        previous, expected = event["hash"], event["sequence"] + 1
        hashes.add(event["hash"])
        problems += _tell(told, dict(event), name)
    if head is not None and head not in hashes:
        problems.append(f"the history does not hold the hash {head[:16]}…: its tail was cut, or it is another desk's")
    problems += _compare(connection, told)
    if len(problems) > _MOST:
        problems = [*problems[:_MOST], f"and {len(problems) - _MOST} more"]
    return AuditReport(ok=not problems, events=count, head=previous, problems=tuple(problems))


def _tell(told: dict[str, dict[str, Any]], event: Mapping[str, Any], name: str) -> Iterable[str]:
    try:
        rows = json.loads(event["after"])["rows"]
    except (ValueError, KeyError, TypeError):
        return [f"{name}: cannot be read"]
    for key, fields in rows.items():
        told.setdefault(key, {}).update(fields)
    return []


def _compare(connection: Connection, told: dict[str, dict[str, Any]]) -> Iterable[str]:
    for table in TABLES:
        if table.name == "event":
            continue
        seen = set()
        for row in connection.execute(select(table)).mappings():
            fields = {column.name: row[column.name] for column in table.columns}
            key = row_key(table, fields)
            seen.add(key)
            said = told.get(key)
            if said is None:
                yield f"{_shown(key)}: stands in the database, and no event tells of it"
            elif table.name in DIGESTED:
                if said.get("sha256") != row_digest(fields):
                    yield f"{_shown(key)}: is not what the history says"
            else:
                changed = [column for column, value in fields.items() if said.get(column) != value]
                if changed:
                    yield f"{_shown(key)}: {', '.join(changed)} is not what the history says"
        prefix = f"{table.name}/"
        for key in told:
            if key.startswith(prefix) and key not in seen:
                yield f"{_shown(key)}: an event tells of it, and it is gone"


def _shown(key: str) -> str:
    table, _, number = key.partition("/")
    letters = {"claim": "C", "document": "D", "evidence": "E", "third_party_check": "K", "match": "M", "verdict": "V"}
    return label(letters[table], int(number)) if table in letters else key.replace("/", " ")


def replay(connection: Connection) -> dict[str, str]:
    """Derive the state of every claim from the events alone.

    The claim's own column repeats it; this is what the column is held against.
    """
    states: dict[str, str] = {}
    events = Event.__table__  # type: ignore[attr-defined]  # every Table with table=True has one
    for after in connection.execute(select(events.c.after).order_by(events.c.sequence)).scalars():
        for key, fields in json.loads(after)["rows"].items():
            table, _, number = key.partition("/")
            if table == "claim" and "state" in fields:
                states[label("C", int(number))] = fields["state"]
    return states
