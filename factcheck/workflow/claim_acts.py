"""The acts on one claim, each one transaction and one event: the part of the desk that people use all day.

Every act gives the claim as it is afterwards. With `expected_version`, an act on a claim that somebody else changed
since is refused with `ChangedMeanwhile`, which says what was done.
"""

from __future__ import annotations

import datetime
from contextlib import AbstractContextManager
from typing import TYPE_CHECKING, Any

from factcheck.vocabulary import Kind, State
from factcheck.workflow.values import ClaimOnFile

if TYPE_CHECKING:
    from factcheck.store.tables import Claim
    from factcheck.workflow.act import Act

__all__ = ["ClaimActs", "Id"]

Id = str | int
"""A label in either case, or its number: "C17", "c17", 17."""


class ClaimActs:
    """Lend the acts on a claim to the desk."""

    def _on(self, claim: Id, expected_version: int | None) -> AbstractContextManager[tuple[Act, Claim]]:
        raise NotImplementedError

    def triage(
        self,
        claim: Id,
        kind: Kind | str | None = None,
        priority: str | None = None,
        drop: str | None = None,
        *,
        as_: State | str = State.NOT_CHECKABLE,
        duplicate_of: Id | None = None,
        due: str | None = None,
        expected_version: int | None = None,
    ) -> ClaimOnFile:
        """Settle kind, priority (low, normal, high, urgent) and deadline; with `drop`, a reason, close it.

        `as_` is the end: not_checkable, out_of_scope, duplicate (with `duplicate_of`), cut or withdrawn.
        """
        from factcheck.workflow.triage import close_claim, triage_claim

        with self._on(claim, expected_version) as (act, row):
            if drop is not None or duplicate_of is not None:
                ending = State.DUPLICATE if duplicate_of is not None and as_ == State.NOT_CHECKABLE else as_
                close_claim(act, row, str(ending), drop, duplicate_of)
            else:
                triage_claim(act, row, kind, priority, due)
            return act.value(row)

    def put_on_author(self, claim: Id, named: str, reason: str, *, expected_version: int | None = None) -> ClaimOnFile:
        """Let a named person answer for a claim (editors)."""
        from factcheck.workflow.triage import put_on_author

        with self._on(claim, expected_version) as (act, row):
            put_on_author(act, row, named, reason)
            return act.value(row)

    def reopen(self, claim: Id, reason: str, *, expected_version: int | None = None) -> ClaimOnFile:
        """Open a closed claim again (head of desk)."""
        from factcheck.workflow.triage import reopen_claim

        with self._on(claim, expected_version) as (act, row):
            reopen_claim(act, row, reason)
            return act.value(row)

    def assign(self, claim: Id, to: str | None = None, *, expected_version: int | None = None) -> ClaimOnFile:
        """Give a claim to somebody; to oneself where nobody is named."""
        from factcheck.workflow.assign import assign_claim

        with self._on(claim, expected_version) as (act, row):
            assign_claim(act, row, to)
            return act.value(row)

    def start(self, claim: Id, *, expected_version: int | None = None) -> ClaimOnFile:
        """Begin to check a claim, or go on after waiting."""
        from factcheck.workflow.assign import start_claim

        with self._on(claim, expected_version) as (act, row):
            start_claim(act, row)
            return act.value(row)

    def wait(
        self,
        claim: Id,
        asked: str,
        due: str,
        *,
        question: str | None = None,
        channel: str | None = None,
        expected_version: int | None = None,
    ) -> ClaimOnFile:
        """Wait for a source: who was asked, by when an answer is due, and what and how."""
        from factcheck.workflow.replies import wait_for_source

        with self._on(claim, expected_version) as (act, row):
            wait_for_source(act, row, asked, due, question, channel)
            return act.value(row)

    def record_answer(
        self,
        claim: Id,
        reply: Id,
        answer: str | None = None,
        *,
        outcome: str = "answered",
        expected_version: int | None = None,
    ) -> ClaimOnFile:
        """Record an answer, or that it was declined or did not come (answered, declined, no_answer)."""
        from factcheck.workflow.replies import record_answer

        with self._on(claim, expected_version) as (act, row):
            record_answer(act, row, reply, answer, outcome)
            return act.value(row)

    def add_evidence(self, claim: Id, *, expected_version: int | None = None, **piece: Any) -> ClaimOnFile:
        """Put evidence on file.

        `piece` holds kind, tier, stance, source, quotation, locator, url, obtained, note, origin, file and protected;
        `factcheck.workflow.evidence.Piece` gives their defaults.
        """
        from factcheck.workflow.evidence import Piece, add_evidence

        with self._on(claim, expected_version) as (act, row):
            add_evidence(act, row, Piece(**piece))
            return act.value(row)

    def withdraw_evidence(
        self, claim: Id, evidence: Id, reason: str, *, expected_version: int | None = None
    ) -> ClaimOnFile:
        """Let a piece of evidence count no longer; it stays listed."""
        from factcheck.workflow.evidence import withdraw_evidence

        with self._on(claim, expected_version) as (act, row):
            withdraw_evidence(act, row, evidence, reason)
            return act.value(row)

    def note(self, claim: Id, text: str) -> ClaimOnFile:
        """Add a note to a claim."""
        from factcheck.workflow.notes import add_note

        with self._on(claim, None) as (act, row):
            add_note(act, row, text)
            return act.value(row)

    def waive(self, claim: Id, flag: str, reason: str, *, expected_version: int | None = None) -> ClaimOnFile:
        """Let a flag stand, under one's name and for a reason (head of desk, editor)."""
        from factcheck.workflow.notes import add_waiver

        with self._on(claim, expected_version) as (act, row):
            add_waiver(act, row, flag, reason)
            return act.value(row)

    def propose(
        self,
        claim: Id,
        rating: str,
        rationale: str | None = None,
        as_of: str | datetime.date | None = None,
        *,
        scale: str | None = None,
        expected_version: int | None = None,
    ) -> ClaimOnFile:
        """Propose a rating, a label of the scale, for a claim one has checked."""
        from factcheck.workflow.verdict import propose_verdict

        with self._on(claim, expected_version) as (act, row):
            propose_verdict(act, row, rating, rationale, as_of, scale)
            return act.value(row)

    def begin_review(self, claim: Id, *, expected_version: int | None = None) -> ClaimOnFile:
        """Take a proposed claim into review."""
        from factcheck.workflow.review import begin_review

        with self._on(claim, expected_version) as (act, row):
            begin_review(act, row)
            return act.value(row)

    def review(
        self,
        claim: Id,
        rating: str | None = None,
        *,
        approve: bool = False,
        changes: str | None = None,
        rationale: str | None = None,
        expected_version: int | None = None,
    ) -> ClaimOnFile:
        """Read a claim second: rate it and approve, or say what must change; ratings that differ make it disputed."""
        from factcheck.workflow.review import review_claim

        with self._on(claim, expected_version) as (act, row):
            review_claim(act, row, rating, approve, changes, rationale)
            return act.value(row)

    def decide(self, claim: Id, rating: str | None, reason: str, *, expected_version: int | None = None) -> ClaimOnFile:
        """Decide between two ratings, in writing; without a rating the claim goes back (head of desk)."""
        from factcheck.workflow.review import decide_dispute

        with self._on(claim, expected_version) as (act, row):
            decide_dispute(act, row, rating, reason)
            return act.value(row)

    def accept_match(self, claim: Id, match: Id, *, expected_version: int | None = None) -> ClaimOnFile:
        """Say yes to a match."""
        return self._decide_match(claim, match, True, expected_version)

    def reject_match(self, claim: Id, match: Id, *, expected_version: int | None = None) -> ClaimOnFile:
        """Say no to a match."""
        return self._decide_match(claim, match, False, expected_version)

    def _decide_match(self, claim: Id, match: Id, accept: bool, expected_version: int | None) -> ClaimOnFile:
        from factcheck.workflow.matches import decide_match

        with self._on(claim, expected_version) as (act, row):
            decide_match(act, row, match, accept=accept)
            return act.value(row)
