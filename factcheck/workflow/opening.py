"""Beginning an act: who acts, in which roles, on which desk."""

from __future__ import annotations

import datetime
from pathlib import Path

from sqlalchemy import select
from sqlmodel import Session

from factcheck.store.queries import setting
from factcheck.store.tables import Person
from factcheck.workflow.act import Act, SessionRows
from factcheck.workflow.history import watch
from factcheck.workflow.people import change_setting, found_desk, known_person

__all__ = ["begin_act"]


def begin_act(session: Session, now: datetime.datetime, user: str, solo: bool | None, archive: Path | None) -> Act:
    """Begin an act: the first one makes the desk, a new person joins, and `solo` is set where it was asked for."""
    if now.tzinfo is None:
        raise ValueError("the desk's clock must give aware times")
    watch(session)
    at = now.astimezone(datetime.UTC).isoformat(timespec="seconds")
    if session.execute(select(Person.id).limit(1)).first() is None:  # type: ignore[call-overload]  # SQLModel types a column as its value
        person = found_desk(session, user, at, solo=solo is not False)
    else:
        person = known_person(session, user, at)
    rows = SessionRows(session)
    act = Act(session, now, person, frozenset(), setting(rows, "solo", "no") == "yes", archive)
    act.roles = act.roles_of(act.person_id)
    if solo is not None and solo != act.solo:
        change_setting(act, "solo", "yes" if solo else "no")
        act.solo = solo
    return act
