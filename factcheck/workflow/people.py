"""The people of a desk, their roles, and whether it is a desk of one.

A new desk belongs to whoever acts first: that person has every role of a working desk, and the desk is `solo`.
Somebody new who acts joins as checker and reviewer, unless the desk has closed joining; from then on the desk is not
solo, and an approval takes two people.
"""

from __future__ import annotations

import tomllib
from collections.abc import Iterable

from sqlmodel import Session

from factcheck.errors import InvalidValue, RefusedMove
from factcheck.store import tables
from factcheck.store.queries import people, setting
from factcheck.vocabulary import Role
from factcheck.workflow.act import Act, SessionRows
from factcheck.workflow.history import record_event
from factcheck.workflow.scales import seed_files, seeded, seeded_names

__all__ = [
    "FOUNDER_ROLES",
    "JOINING_ROLES",
    "add_person",
    "change_setting",
    "found_desk",
    "known_person",
    "rename_person",
]

FOUNDER_ROLES = (Role.CHECKER, Role.REVIEWER, Role.HEAD, Role.EDITOR, Role.ADMIN)
JOINING_ROLES = (Role.CHECKER, Role.REVIEWER)

SETTINGS = {"solo": ("yes", "no"), "joining": ("open", "closed"), "scale": None, "policy": None}


def clean_name(name: str) -> str:
    """Give a person's name without stray space.

    Raises:
        InvalidValue: it is empty, too long, or holds characters that cannot be printed.
    """
    clean = " ".join(name.split())
    if not clean or len(clean) > 100 or not clean.isprintable():
        raise InvalidValue(f"{clean[:40]!r} is no name of a person: give 1 to 100 printable characters")
    return clean


def known_person(session: Session, name: str, at: str) -> tables.Person:
    """Give the person of this name; a new one joins, and ends a desk of one.

    Raises:
        RefusedMove: nobody of this name is here, and joining is closed; or the person left.
    """
    rows = SessionRows(session)
    clean = clean_name(name)
    for known in people(rows):
        if known["name"].casefold() == clean.casefold():
            if not known["active"]:
                raise RefusedMove(f"{known['name']} has left this desk and cannot act")
            return session.get_one(tables.Person, known["id"])
    if setting(rows, "joining", "open") == "closed":
        raise RefusedMove(
            f"nobody named {clean} is on this desk", ["an entry by its head or admin (joining is closed)"]
        )
    person = _new_person(session, clean, JOINING_ROLES, at)
    _end_solo(session)
    record_event(session, at=at, actor=clean, person_id=person.id, act="join", subject="desk")
    return person


def _new_person(session: Session, name: str, roles: Iterable[Role], at: str) -> tables.Person:
    person = tables.Person(name=name, at=at)
    session.add(person)
    session.flush()
    session.add_all(tables.PersonRole(person_id=person.id or 0, role=role.value) for role in dict.fromkeys(roles))
    session.flush()
    return person


def _end_solo(session: Session) -> None:
    solo = session.get(tables.Setting, "solo")
    if solo is not None and solo.value == "yes":
        solo.value = "no"


def found_desk(session: Session, name: str, at: str, *, solo: bool) -> tables.Person:
    """Make the desk of its first person, with the scales, policies, sources and spellings of the seeds."""
    person = _new_person(session, clean_name(name), FOUNDER_ROLES, at)
    values = {"solo": "yes" if solo else "no", "joining": "open", "scale": "desk", "policy": "one-primary-or-two"}
    session.add_all(tables.Setting(name=key, value=value) for key, value in values.items())
    for kind, folder in ((tables.Scale, "scales"), (tables.Policy, "policies")):
        for data in seeded(folder).values():
            session.add(kind(id=data["id"], version=data["version"], data=dict(data)))
    for path in seed_files("sources"):
        for source in tomllib.loads(path.read_text(encoding="utf-8"))["sources"]:
            session.add(tables.Source(**source))
    for named in seeded_names():
        for variant in named["variants"]:
            session.add(tables.NameVariant(canonical=named["name"], variant=variant, kind=named["kind"]))
    record_event(session, at=at, actor=person.name, person_id=person.id, act="found_desk", subject="desk")
    return person


def _ask_role(act: Act, *roles: Role) -> None:
    if not act.roles & set(roles):
        raise RefusedMove(
            f"{act.person.name} cannot change the desk", [f"the role of {' or '.join(role.value for role in roles)}"]
        )


def add_person(act: Act, name: str, roles: Iterable[str]) -> None:
    """Add somebody, or give somebody other roles; a second person ends a desk of one."""
    _ask_role(act, Role.HEAD, Role.ADMIN)
    wanted = []
    for role in roles:
        if role not in set(Role):
            raise InvalidValue(f"{role!r} is no role: choose one of {', '.join(Role)}")
        wanted.append(Role(role))
    clean = clean_name(name)
    found = [person for person in people(act.rows) if person["name"].casefold() == clean.casefold()]
    if not found:
        _new_person(act.session, clean, wanted or JOINING_ROLES, act.at)
        _end_solo(act.session)
        act.record("add_person", "desk", name=clean, roles=[role.value for role in wanted or JOINING_ROLES])
        return
    person_id = found[0]["id"]
    for role in Role:
        row = act.session.get(tables.PersonRole, (person_id, role.value))
        if row is not None:
            row.active = role in wanted
        elif role in wanted:
            act.session.add(tables.PersonRole(person_id=person_id, role=role.value))
    act.record("set_roles", "desk", name=found[0]["name"], roles=[role.value for role in wanted])


def rename_person(act: Act, name: str, new_name: str) -> None:
    """Rename somebody; they stay the same person, whatever they are called."""
    person = act.person_named(name)
    if person.id != act.person.id:
        _ask_role(act, Role.HEAD, Role.ADMIN)
    clean = clean_name(new_name)
    if any(other["name"].casefold() == clean.casefold() and other["id"] != person.id for other in people(act.rows)):
        raise InvalidValue(f"{clean!r} is somebody else on this desk: choose another name")
    person.former_names = [*person.former_names, person.name]
    person.name = clean
    act.record("rename", "desk", was=person.former_names[-1], name=clean)


def change_setting(act: Act, name: str, value: str) -> None:
    """Change a setting of the desk: solo (yes, no), joining (open, closed), scale, policy."""
    if name not in SETTINGS:
        raise InvalidValue(f"{name!r} is no setting: choose one of {', '.join(SETTINGS)}")
    accepted = SETTINGS[name] or tuple(
        row["id"] for row in act.rows.rows(f"SELECT DISTINCT id FROM {name} ORDER BY id")
    )
    if value not in accepted:
        raise InvalidValue(f"{value!r} is no value of {name}: choose one of {', '.join(accepted)}")
    _ask_role(act, Role.HEAD, Role.ADMIN)
    row = act.session.get_one(tables.Setting, name)
    if row.value == value:
        return
    row.value = value
    act.record("change_setting", "desk", name=name, value=value)
