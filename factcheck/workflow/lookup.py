"""Reading what is on file: no act, no transaction that writes, and no SQLModel."""

from __future__ import annotations

import json
from dataclasses import asdict, replace
from typing import Any

from factcheck.errors import InvalidValue, NotFound, StoreError
from factcheck.store.index import find_all_words, quote_words
from factcheck.store.queries import ClaimFilter, archive_entries, documents, known_names, people, setting
from factcheck.store.reader import HEAD, Reader, is_url, sqlite_status
from factcheck.vocabulary import Kind, Relation, Role, State
from factcheck.workflow.labels import label, number_of, split_label
from factcheck.workflow.reading import check_value, document_value, event_value, load_claims, policies_on_file
from factcheck.workflow.scales import seeded_names
from factcheck.workflow.states import OPEN
from factcheck.workflow.values import (
    CheckOnFile,
    ClaimOnFile,
    DocumentOnFile,
    EventOnFile,
    PersonOnFile,
)  # fmt: skip

__all__ = ["Lookup"]

_UNSEEN = frozenset({State.PROPOSED, State.IN_REVIEW})


class Lookup:
    """Answer every question about a desk's database, each on one state of it."""

    def __init__(self, database: str) -> None:
        self._reader = Reader(database)

    @staticmethod
    def is_current(database: str) -> bool:
        """Tell whether a database is there and of this program's schema, so that it can be read as it is.

        Raises:
            StoreError: it is not ours, newer, or damaged.
        """
        if not is_url(database):
            return sqlite_status(database) == HEAD
        reader = Reader(database)
        try:
            row = reader.row("SELECT version_num FROM alembic_version")
        except StoreError:
            return False
        finally:
            reader.close()
        return row is not None and row["version_num"] == HEAD

    def close(self) -> None:
        """Let the connection go."""
        self._reader.close()

    def setting(self, name: str, default: str) -> str:
        """Give a setting of the desk."""
        return setting(self._reader, name, default)

    def policy_title(self) -> str:
        """Give the title of the desk's evidence policy."""
        name = self.setting("policy", "one-primary-or-two")
        return str(policies_on_file(self._reader).get(name, {}).get("title", name))

    def has_content(self, content_hash: str) -> bool:
        """Tell whether a draft with this content is on file."""
        return self._reader.row("SELECT id FROM revision WHERE content_hash = ?", [content_hash]) is not None

    def documents(self) -> list[DocumentOnFile]:
        """List the documents."""
        with self._reader.snapshot():
            return [document_value(row) for row in documents(self._reader)]

    def document(self, given: str | int) -> DocumentOnFile:
        """Give a document with its draft."""
        with self._reader.snapshot():
            return document_value(self._document_row(given))

    def _document_row(self, given: str | int) -> dict[str, Any]:
        text = str(given).strip()
        found = documents(self._reader, slug=text)
        if not found:
            try:
                found = documents(self._reader, number=number_of(text, "D"))
            except InvalidValue:
                found = []
        if not found:
            raise NotFound(f"no document {text!r} on this desk: name it by its id (D1) or its short name")
        return found[0]

    def claims(
        self,
        document: str | int | None = None,
        state: State | str | None = None,
        kind: Kind | str | None = None,
        assignee: str | None = None,
        checkable: bool | None = None,
        relation: Relation | str | None = None,
        open_only: bool = False,
        text: str | None = None,
    ) -> list[ClaimOnFile]:
        """List the claims that are asked for, in reading order."""
        with self._reader.snapshot():
            states = _states(state, open_only)
            chosen = ClaimFilter(
                ids=None if text is None else self._with_words(text),
                document=self._document_row(document)["id"] if document is not None else None,
                states=states,
                kind=_one_of(Kind, kind, "kind of claim"),
                assignee=self._person_id(assignee) if assignee is not None else None,
                checkable=checkable,
                relation=_one_of(Relation, relation, "relation"),
            )
            return load_claims(self._reader, chosen)

    def _with_words(self, text: str) -> tuple[int, ...]:
        if not quote_words(text):
            raise InvalidValue(f"{text!r} holds no word to look for: give at least one letter or digit")
        hits = find_all_words(self._execute, "search_index", text, postgresql=self._reader.is_postgresql)
        return tuple(int(hit.entry[1:]) for hit in hits if hit.entry[0] == "C")

    def _execute(self, sql: str, parameters: Any) -> list[tuple[Any, ...]]:
        return [tuple(row.values()) for row in self._reader.rows(sql, parameters)]

    def _person_id(self, name: str) -> int:
        for person in people(self._reader):
            if person["name"].casefold() == " ".join(name.split()).casefold():
                return int(person["id"])
        raise NotFound(f"nobody named {name!r} on this desk")

    def claim(self, given: str | int, hidden_from: str | None = None) -> ClaimOnFile:
        """Give a claim with its history; ratings are hidden from a second reader who has not rated it yet."""
        number = number_of(given, "C")
        with self._reader.snapshot():
            found = load_claims(self._reader, ClaimFilter(ids=(number,)))
            if not found:
                raise NotFound(f"no claim {label('C', number)} on this desk")
            claim = replace(found[0], events=tuple(self._claim_events(number)))
        if hidden_from is None or claim.state not in _UNSEEN or claim.checker == hidden_from:
            return claim
        verdicts = tuple(replace(v, label=None, meaning=None, rationale=None) for v in claim.verdicts)
        return replace(claim, rating=None, verdicts=verdicts, events=())

    def history(self, subject: str | int | None) -> list[EventOnFile]:
        """Give the events of a subject, or all."""
        if subject is None:
            return [event_value(row) for row in self._reader.rows("SELECT * FROM event ORDER BY sequence")]
        name = label("C", subject) if isinstance(subject, int) else str(subject).strip()
        if name[:1] in "Cc" and name[1:].isdigit():
            return self._claim_events(int(name[1:]))
        name = name.upper() if name[1:].isdigit() else name
        rows = self._reader.rows("SELECT * FROM event WHERE subject = ? ORDER BY sequence", [name])
        return [event_value(row) for row in rows]

    def _claim_events(self, number: int) -> list[EventOnFile]:
        """Give a claim's events: the intake that found it, told as far as it concerns this claim, and its own."""
        found = self._reader.rows(
            """SELECT e.* FROM event e WHERE e.act = 'intake' AND e.subject = 'D' || (
                SELECT CAST(r.document_id AS TEXT) FROM appearance a JOIN revision r ON r.id = a.revision_id
                WHERE a.claim_id = ? ORDER BY a.id LIMIT 1)""",
            [number],
        )
        key = f"claim/{number}"
        told = []
        for row in found:
            rows = json.loads(row["after"])["rows"]
            if key in rows:
                told.append(replace(event_value(row), after={"rows": {key: rows[key]}}))
        own = self._reader.rows("SELECT * FROM event WHERE subject = ? ORDER BY sequence", [label("C", number)])
        return [*told, *(event_value(row) for row in own)]

    def check(self, given: str | int) -> CheckOnFile:
        """Give an imported check."""
        number = number_of(given, "K")
        row = self._reader.row("SELECT * FROM third_party_check WHERE id = ?", [number])
        if row is None:
            raise NotFound(f"no earlier check {label('K', number)} on this desk")
        return check_value(row)

    def check_by_identity(self, identity: str) -> CheckOnFile:
        """Give an imported check by what tells it from others."""
        row = self._reader.row("SELECT * FROM third_party_check WHERE identity = ?", [identity])
        if row is None:
            raise NotFound("no such earlier check on this desk")
        return check_value(row)

    def words_of(self, entry: str) -> tuple[str, str | None]:
        """Give the words and the day of a claim or an imported check."""
        letter, number = split_label(entry)
        if letter == "K":
            check = self.check(number)
            return check.text, check.claimed_on or check.date
        found = list(archive_entries(self._reader, [label("C", number)]))
        if found:
            return found[0].text, found[0].date
        return self.claim(number).text, None

    def archive(self) -> list[dict[str, Any]]:
        """Give what a text may be held against, as mappings: id, text, title, body, date, claimant, verdict ..."""
        with self._reader.snapshot():
            return [asdict(entry) for entry in archive_entries(self._reader)]

    def known_names(self) -> list[dict[str, Any]]:
        """Give the desk's list of names, as finders take it; that of the seeds while nobody has acted yet."""
        return known_names(self._reader) or seeded_names()

    def people(self) -> list[PersonOnFile]:
        """List who works here."""
        return [
            PersonOnFile(
                person["name"], tuple(role for role in Role if role.value in person["roles"]), bool(person["active"])
            )
            for person in people(self._reader)
        ]


def _states(state: State | str | None, open_only: bool) -> tuple[str, ...]:
    if state is not None:
        word = _one_of(State, state, "state")
        wanted = {State(word)} if word else set()
        if open_only:
            wanted &= OPEN
            return tuple(found.value for found in wanted) or ("none",)
        return tuple(found.value for found in wanted)
    return tuple(found.value for found in State if found in OPEN) if open_only else ()


def _one_of(words: Any, given: str | None, what: str) -> str | None:
    if given is None:
        return None
    if given not in set(words):
        raise InvalidValue(f"{str(given)!r} is no {what}: choose one of {', '.join(words)}")
    return str(words(given).value)
