"""Triage: what kind of claim it is and how urgent; and the ends of a claim that is not rated."""

from __future__ import annotations

from factcheck.errors import InvalidValue
from factcheck.store.tables import Claim
from factcheck.vocabulary import Kind, State
from factcheck.workflow.act import Act, day
from factcheck.workflow.labels import label

__all__ = ["ENDINGS", "PRIORITIES", "close_claim", "put_on_author", "reopen_claim", "triage_claim"]

PRIORITIES = ("low", "normal", "high", "urgent")

ENDINGS = (State.NOT_CHECKABLE, State.OUT_OF_SCOPE, State.DUPLICATE, State.CUT, State.WITHDRAWN)


def triage_claim(act: Act, claim: Claim, kind: str | None, priority: str | None, due: str | None) -> None:
    """Settle kind and priority; what is not given stays as it was, and a priority begins as normal."""
    if kind is not None and kind not in set(Kind):
        raise InvalidValue(f"{kind!r} is no kind of claim: choose one of {', '.join(Kind)}")
    if priority is not None and priority not in PRIORITIES:
        raise InvalidValue(f"{priority!r} is no priority: choose one of {', '.join(PRIORITIES)}")
    settled = priority or claim.priority or "normal"
    move = act.begin("triage", claim, priority=settled)
    claim.kind = Kind(kind).value if kind else claim.kind
    claim.priority = settled
    claim.due = day(due, "the deadline") or claim.due
    act.finish(move)


def close_claim(act: Act, claim: Claim, ending: str, reason: str | None, duplicate_of: str | int | None) -> None:
    """End a claim without a rating, for a reason."""
    if ending not in ENDINGS:
        raise InvalidValue(f"{ending!r} is no way to close a claim: choose one of {', '.join(ENDINGS)}")
    target = act.claim(duplicate_of) if duplicate_of is not None else None
    if target is not None and ending != State.DUPLICATE:
        raise InvalidValue(
            "a claim that repeats another is closed as duplicate: leave the other out, or choose duplicate"
        )
    move = act.begin(f"close_as_{ending}", claim, reason=reason, target=target)
    claim.closing_reason = (reason or "").strip()
    claim.duplicate_of = target.id if target else None
    act.finish(move, reason=claim.closing_reason, duplicate_of=label("C", target.id or 0) if target else None)


def put_on_author(act: Act, claim: Claim, named: str | None, reason: str | None) -> None:
    """Let a named person answer for a claim."""
    move = act.begin("put_on_author", claim, named=named, reason=reason)
    claim.closing_reason = f"{(named or '').strip()}: {(reason or '').strip()}"
    act.finish(move, named=(named or "").strip(), reason=(reason or "").strip())


def reopen_claim(act: Act, claim: Claim, reason: str | None) -> None:
    """Open a closed claim again; its verdicts stay on file."""
    move = act.begin("reopen", claim, reason=reason)
    claim.assignee_id = claim.checker_id = claim.reviewer_id = claim.duplicate_of = claim.closing_reason = None
    claim.single_checker = False
    act.finish(move, reason=(reason or "").strip())
