"""The desk: one object through which programs and the command line carry claims from first reading to print."""

from __future__ import annotations

import datetime
from collections.abc import Callable, Iterable, Iterator, Mapping, Sequence
from contextlib import contextmanager
from pathlib import Path
from types import TracebackType
from typing import TYPE_CHECKING, Any

from factcheck.detection.values import Claim as FoundClaim
from factcheck.matching.values import Match as FoundMatch
from factcheck.store.reader import is_url
from factcheck.text.document import Document, DocumentKind
from factcheck.vocabulary import Kind, Relation, State
from factcheck.workflow.claim_acts import ClaimActs, Id
from factcheck.workflow.lookup import Lookup
from factcheck.workflow.results import AuditReport, ImportResult, IntakeResult
from factcheck.workflow.values import CheckOnFile, ClaimOnFile, DocumentOnFile, EventOnFile, PersonOnFile

if TYPE_CHECKING:
    from factcheck.store.database import Database
    from factcheck.store.tables import Claim
    from factcheck.workflow.act import Act

__all__ = ["Desk"]

FindMatches = Callable[[FoundClaim], Sequence[FoundMatch]]


def utc_now() -> datetime.datetime:
    """Ask the machine for the time: the default clock of a desk."""
    return datetime.datetime.now(datetime.UTC)


class Desk(ClaimActs):
    """Keep documents and claims in one database, and let people work on them.

    Reading needs no more than the database's driver; the first act loads what writing needs. Every act is one
    transaction, kept whole or not at all, and one event of the history.

    Acts raise `RefusedMove` where the workflow does not allow them, naming each missing thing; `ChangedMeanwhile` where
    `expected_version` is given and somebody else acted since; `NotFound` and `InvalidValue` for what does not exist.
    """

    def __init__(
        self,
        database: str,
        *,
        user: str,
        clock: Callable[[], datetime.datetime],
        solo: bool | None,
        archive: Path | None,
    ) -> None:
        self.database = database
        self.user = user
        self._clock = clock
        self._solo = solo
        self._archive = archive
        self._writer: Database | None = None
        self._lookup: Lookup | None = None

    @classmethod
    def open(
        cls,
        database: str | Path = "claims.db",
        *,
        user: str = "desk",
        clock: Callable[[], datetime.datetime] = utc_now,
        solo: bool | None = None,
        archive: str | Path | None = None,
    ) -> Desk:
        """Open a desk's database; made on first use, upgraded where it is older.

        Args:
            database: a path of a SQLite file, or a `postgresql://` address.
            user: the name of who acts.
            clock: gives the time, aware.
            solo: make it a desk of one, or of several; None leaves it as it is (a new desk begins as a desk of one).
            archive: the folder for archived copies of evidence; beside a SQLite file by default.

        Raises:
            StoreError: the file is not ours, newer, damaged, or its folder does not exist.
        """
        name = str(database)
        folder = Path(archive) if archive is not None else None if is_url(name) else Path(f"{name}.files")
        desk = cls(name, user=user, clock=clock, solo=solo, archive=folder)
        try:
            if not Lookup.is_current(name):
                desk._write_to()
            desk._lookup = Lookup(name)
        except BaseException:
            desk.close()
            raise
        return desk

    def __enter__(self) -> Desk:
        return self

    def __exit__(
        self, kind: type[BaseException] | None, error: BaseException | None, trace: TracebackType | None
    ) -> None:
        self.close()

    def close(self) -> None:
        """Let the database go."""
        if self._lookup is not None:
            self._lookup.close()
            self._lookup = None
        if self._writer is not None:
            self._writer.close()
            self._writer = None

    def now(self) -> datetime.datetime:
        """Give the time by the desk's clock."""
        return self._clock()

    # --- reading ---

    @property
    def _reads(self) -> Lookup:
        if self._lookup is None:
            self._lookup = Lookup(self.database)
        return self._lookup

    @property
    def is_solo(self) -> bool:
        """Whether it is a desk of one, where the checker may sign off alone."""
        return self._reads.setting("solo", "no" if self._solo is False else "yes") == "yes"

    @property
    def scale_name(self) -> str:
        """The id of the rating scale."""
        return self._reads.setting("scale", "desk")

    @property
    def policy_name(self) -> str:
        """The title of the evidence policy."""
        return self._reads.policy_title()

    def documents(self) -> list[DocumentOnFile]:
        """List the documents, in the order they came in."""
        return self._reads.documents()

    def document(self, document: Id) -> DocumentOnFile:
        """Give a document with its newest draft, by its id or its slug."""
        return self._reads.document(document)

    def holds(self, document: Document) -> bool:
        """Tell whether a draft with the same content is on file."""
        return self._reads.has_content(document.content_hash)

    def claims(
        self,
        document: Id | None = None,
        *,
        state: State | str | None = None,
        kind: Kind | str | None = None,
        assignee: str | None = None,
        checkable: bool | None = None,
        relation: Relation | str | None = None,
        open_only: bool = False,
        text: str | None = None,
    ) -> list[ClaimOnFile]:
        """List claims in reading order, those that are asked for; `text` wants every one of its words."""
        return self._reads.claims(document, state, kind, assignee, checkable, relation, open_only, text)

    def claim(self, claim: Id, *, blind: bool = False) -> ClaimOnFile:
        """Give a claim with its history; `blind` withholds ratings that the user must not see before rating."""
        return self._reads.claim(claim, hidden_from=self.user if blind and not self.is_solo else None)

    def history(self, subject: Id | None = None) -> list[EventOnFile]:
        """Give the events of a claim ("C17"), a document ("D1"), the desk ("desk"), or all of them."""
        return self._reads.history(subject)

    def check_on_file(self, check: Id) -> CheckOnFile:
        """Give an imported check by its id ("K3")."""
        return self._reads.check(check)

    def words_of(self, entry: str) -> tuple[str, str | None]:
        """Give the words and the day of a claim or an imported check ("C17", "K3")."""
        return self._reads.words_of(entry)

    def archive(self) -> list[dict[str, Any]]:
        """Give every claim and imported check that a text may be held against, as a `Matcher` takes them."""
        return self._reads.archive()

    def known_names(self) -> list[dict[str, Any]]:
        """Give the desk's own list of names with their spellings: `name`, `kind`, `variants`."""
        return self._reads.known_names()

    def people(self) -> list[PersonOnFile]:
        """List who works here."""
        return self._reads.people()

    def verify(self, head: str | None = None) -> AuditReport:
        """Verify that the history is whole and that every row is what it says; `head` finds a cut tail."""
        from factcheck.workflow.audit import verify_history

        with self._write_to().read() as connection:
            return verify_history(connection, head)

    # --- documents and the archive ---

    def check(self, document: Document, *, suggest: float | None = None) -> IntakeResult:
        """Find the claims of a document, hold them against what is on file, and keep all of it."""
        from factcheck.workflow.checking import check_document

        return check_document(self, document, suggest)

    def intake(
        self,
        document: Document,
        claims: Sequence[FoundClaim],
        *,
        kind: DocumentKind | None = None,
        find_matches: FindMatches | None = None,
    ) -> IntakeResult:
        """Keep a document with its claims: a whole article, or nothing of it.

        Content that is on file already is recognised, its other path noted, and nothing doubled. `find_matches` is
        asked before the transaction begins, for each checkable claim; its matches name earlier ids ("C3", "K7").
        """
        from factcheck.workflow.intake import Found, keep_document

        fresh = () if self.holds(document) else claims
        found = Found(
            document,
            fresh,
            [find_matches(claim) if find_matches and claim.checkable else () for claim in fresh],
            kind,
        )
        with self._act() as act:
            kept = keep_document(act, found)
        on_file = self._reads.claims(document=kept.document_id)
        return IntakeResult(f"D{kept.document_id}", kept.slug, kept.new, not kept.new, kept.noted, tuple(on_file))

    def add_check(self, **fields: Any) -> CheckOnFile:
        """Put an earlier check on file, once: text, verdict, scale, date, claimant, publisher, url, title, review."""
        from factcheck.errors import InvalidValue
        from factcheck.workflow.checks import check_identity, keep_checks

        with self._act() as act:
            _, _, rejected = keep_checks(act, [(1, fields)])
            if rejected:
                raise InvalidValue(rejected[0][1])
        identity = check_identity(fields.get("publisher"), fields.get("url"), str(fields.get("text")))
        return self._reads.check_by_identity(identity)

    def import_checks(
        self, rows: Iterable[Mapping[str, Any] | tuple[int, Mapping[str, Any]]], *, batch: int = 500
    ) -> ImportResult:
        """Put earlier checks on file, those that are not there yet; each row stands for itself.

        A row is a mapping, or a pair of its line and the mapping. `batch` rows share a transaction, so that others can
        work meanwhile; an import that was cut off is done again without doubling anything.
        """
        from factcheck.workflow.checks import keep_checks

        added = already = 0
        rejected: list[tuple[int, str]] = []
        for part in _batches(rows, batch):
            with self._act() as act:
                ids, known, bad = keep_checks(act, part)
            added += len(ids)
            already += known
            rejected += bad
        return ImportResult(added, already, tuple(rejected))

    def publish(self, document: Id) -> list[ClaimOnFile]:
        """Publish the approved claims of a document, if nothing of it is open (editor)."""
        from factcheck.store.queries import ClaimFilter
        from factcheck.workflow.publish import publish_claims
        from factcheck.workflow.reading import load_claims

        found = self.document(document)
        with self._act() as act:
            publish_claims(act, found.id, load_claims(act.rows, ClaimFilter(document=int(found.id[1:]))))
        return self.claims(found.id)

    # --- the desk itself ---

    def add_person(self, name: str, roles: Sequence[str] = ()) -> list[PersonOnFile]:
        """Add somebody, or give somebody other roles; a second person ends a desk of one (head, admin)."""
        from factcheck.workflow.people import add_person

        with self._act() as act:
            add_person(act, name, roles)
        return self.people()

    def rename_person(self, name: str, new_name: str) -> list[PersonOnFile]:
        """Rename somebody; they stay the same person."""
        from factcheck.workflow.people import rename_person

        with self._act() as act:
            rename_person(act, name, new_name)
        if self.user.casefold() == name.casefold():
            self.user = new_name
        return self.people()

    def set(self, name: str, value: str) -> None:
        """Change a setting: solo (yes, no), joining (open, closed), scale, policy (head, admin)."""
        from factcheck.workflow.people import change_setting

        with self._act() as act:
            change_setting(act, name, value)

    # --- transactions ---

    def _write_to(self) -> Database:
        if self._writer is None:
            from factcheck.store.database import Database

            self._writer = Database.open(self.database)
        return self._writer

    @contextmanager
    def _act(self) -> Iterator[Act]:
        """Begin an act of the user: one transaction."""
        from factcheck.workflow.history import assert_told
        from factcheck.workflow.opening import begin_act

        with self._write_to().write() as session:
            yield begin_act(session, self.now(), self.user, self._solo, self._archive)
            assert_told(session)

    @contextmanager
    def _on(self, claim: Id, expected_version: int | None) -> Iterator[tuple[Act, Claim]]:
        with self._act() as act:
            yield act, act.claim(claim, expected_version)


def _batches(
    rows: Iterable[Mapping[str, Any] | tuple[int, Mapping[str, Any]]], size: int
) -> Iterator[list[tuple[int, Mapping[str, Any]]]]:
    part: list[tuple[int, Mapping[str, Any]]] = []
    for count, row in enumerate(rows, 1):
        part.append(row if isinstance(row, tuple) else (count, row))
        if len(part) == size:
            yield part
            part = []
    if part:
        yield part
