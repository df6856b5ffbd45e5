"""One act of a person: its transaction, who acts and when, what is refused, and the event that tells it."""

from __future__ import annotations

import datetime
import re
from collections.abc import Mapping, Sequence
from dataclasses import dataclass, field
from pathlib import Path
from typing import Any

from sqlmodel import Session

from factcheck.errors import ChangedMeanwhile, InvalidValue, NotFound, RefusedMove
from factcheck.store import tables
from factcheck.store.queries import ClaimFilter, people, setting
from factcheck.vocabulary import Role
from factcheck.workflow.guards import GUARDS
from factcheck.workflow.history import record_event
from factcheck.workflow.labels import label, number_of
from factcheck.workflow.reading import load_claims
from factcheck.workflow.states import PHRASES, Transition, acts_from, find_transitions
from factcheck.workflow.values import ClaimOnFile

__all__ = ["Act", "Move", "SessionRows", "day"]


class SessionRows:
    """Read within an act's own transaction, what it wrote so far included."""

    def __init__(self, session: Session) -> None:
        self._session = session
        self.is_postgresql = session.get_bind().dialect.name == "postgresql"

    def rows(self, sql: str, parameters: Sequence[Any] = ()) -> list[dict[str, Any]]:
        """Run a query and give its rows."""
        return [dict(row) for row in self.execute(sql, parameters).mappings()]

    def execute(self, sql: str, parameters: Sequence[Any] = ()) -> Any:
        """Run any statement with `?` parameters."""
        if self.is_postgresql:
            sql = sql.replace("%", "%%").replace("?", "%s")
        return self._session.connection().exec_driver_sql(sql, tuple(parameters))

    def execute_many(self, sql: str, rows: Sequence[tuple[Any, ...]]) -> None:
        """Run a statement for each row of parameters."""
        if self.is_postgresql:
            sql = sql.replace("%", "%%").replace("?", "%s")
        self._session.connection().exec_driver_sql(sql, list(rows))


@dataclass
class Move:
    """Hold a move that was allowed, until it is recorded."""

    claim: tables.Claim
    value: ClaimOnFile
    transition: Transition
    given: Mapping[str, Any]


@dataclass
class Act:
    """Hold what an act works with.

    Attributes:
        session: the transaction.
        now: when it happens, aware.
        person: who acts; `roles` are theirs.
        solo: whether the desk is one person's.
        archive: the folder for archived copies, or None where there is none.
    """

    session: Session
    now: datetime.datetime
    person: tables.Person
    roles: frozenset[Role]
    solo: bool
    archive: Path | None = None
    rows: SessionRows = field(init=False)

    def __post_init__(self) -> None:
        self.rows = SessionRows(self.session)

    @property
    def at(self) -> str:
        """The time as the store keeps it."""
        return self.now.astimezone(datetime.UTC).isoformat(timespec="seconds")

    @property
    def person_id(self) -> int:
        """The id of who acts."""
        assert self.person.id is not None
        return self.person.id

    def claim(self, given: str | int, expected_version: int | None = None) -> tables.Claim:
        """Find a claim; with a version, refuse a stale edit."""
        number = number_of(given, "C")
        claim = self.session.get(tables.Claim, number)
        if claim is None:
            raise NotFound(f"no claim {label('C', number)} on this desk")
        if expected_version is not None and claim.version != expected_version:
            raise ChangedMeanwhile(
                f"{label('C', number)} changed since you read it (version {expected_version}, now {claim.version})",
                self._acts_since(number, expected_version),
            )
        return claim

    def _acts_since(self, number: int, version: int) -> list[str]:
        told = self.rows.rows(
            "SELECT at, actor, act FROM event WHERE subject = ? ORDER BY sequence", [label("C", number)]
        )
        return [f"{event['act']} by {event['actor']} at {event['at']}" for event in told[version - 1 :]]

    def person_named(self, name: str) -> tables.Person:
        """Find an active person."""
        wanted = " ".join(name.split()).casefold()
        known = people(self.rows)
        for person in known:
            if person["name"].casefold() == wanted and person["active"]:
                return self.session.get_one(tables.Person, person["id"])
        names = ", ".join(person["name"] for person in known if person["active"])
        raise NotFound(f"nobody named {' '.join(name.split())!r} on this desk; there are {names}: add the person first")

    def roles_of(self, person_id: int) -> frozenset[Role]:
        """Give a person's roles."""
        found = self.rows.rows("SELECT role FROM person_role WHERE person_id = ? AND active", [person_id])
        return frozenset(Role(row["role"]) for row in found)

    def setting(self, name: str, default: str) -> str:
        """Give a setting of the desk."""
        return setting(self.rows, name, default)

    def value(self, claim: tables.Claim) -> ClaimOnFile:
        """Read a claim with all that belongs to it, as it stands within this act."""
        self.session.flush()
        assert claim.id is not None
        return load_claims(self.rows, ClaimFilter(ids=(claim.id,)))[0]

    def begin(self, name: str, claim: tables.Claim, **given: Any) -> Move:
        """Ask whether the act may be done now, by this person, with what is given.

        Raises:
            RefusedMove: it may not; each missing thing is named.
        """
        value = self.value(claim)
        phrase = PHRASES.get(name, name.replace("_", " "))
        transitions = find_transitions(name, value.state)
        if not transitions:
            possible = ", ".join(PHRASES.get(act, act) for act in acts_from(value.state)) or "nothing"
            raise RefusedMove(f"{value.id} is {value.state.value} and cannot be {phrase} now (it can be {possible})")
        transition = transitions[0]
        if not self.roles & transition.roles:
            wanted = " or ".join(role.value for role in Role if role in transition.roles)
            raise RefusedMove(f"{value.id} cannot be {phrase} by {self.person.name}", [f"the role of {wanted}"])
        move = Move(claim, value, transition, given)
        missing = [text for guard in transition.guards for text in GUARDS[guard](self, move)]
        if missing:
            raise RefusedMove(f"{value.id} cannot be {phrase}", missing)
        return move

    def finish(self, move: Move, **detail: Any) -> None:
        """Set the state that the move leads to, and record the event."""
        if move.transition.target is not None:
            move.claim.state = move.transition.target.value
        move.claim.version += 1
        self.record(move.transition.act, label("C", move.claim.id or 0), **detail)

    def record(self, act: str, subject: str, **detail: Any) -> None:
        """Record an event of this person, now."""
        record_event(
            self.session,
            at=self.at,
            actor=self.person.name,
            person_id=self.person.id,
            act=act,
            subject=subject,
            detail={name: value for name, value in detail.items() if value is not None},
        )


def day(given: str | datetime.date | None, what: str) -> str | None:
    """Read a day as the store keeps it: an ISO date, which may be a month or a year.

    Raises:
        InvalidValue: it is no such day.
    """
    if isinstance(given, datetime.date):
        return given.isoformat()[:10]
    text = (given or "").strip()
    if not text:
        return None
    try:
        if not re.fullmatch(r"[0-9]{4}(-[0-9]{2}){0,2}", text):
            raise ValueError
        datetime.date.fromisoformat(f"{text}-01-01"[: max(len(text), 10)])
    except ValueError:
        raise InvalidValue(f"{text!r} is no day for {what}: write it like 2021-11-07, 2021-11 or 2021") from None
    return text
