"""Notes, and waivers: what a named person lets stand, for a reason."""

from __future__ import annotations

from factcheck.errors import InvalidValue
from factcheck.store.tables import Claim, Comment, Waiver
from factcheck.vocabulary import Flag
from factcheck.workflow.act import Act

__all__ = ["add_note", "add_waiver"]


def add_note(act: Act, claim: Claim, text: str) -> None:
    """Add a note to a claim, in whatever state it is."""
    move = act.begin("note", claim, text=text)
    act.session.add(Comment(claim_id=claim.id, text=text.strip(), person_id=act.person_id, at=act.at))
    act.finish(move)


def add_waiver(act: Act, claim: Claim, flag: str, reason: str | None) -> None:
    """Let a flag stand, under one's name and for a reason."""
    if flag not in set(Flag):
        raise InvalidValue(f"{flag!r} is no flag: choose one of {', '.join(Flag)}")
    move = act.begin("waive", claim, reason=reason)
    act.session.add(
        Waiver(
            claim_id=claim.id,
            what=Flag(flag).value,
            reason=(reason or "").strip(),
            person_id=act.person_id,
            at=act.at,
        )
    )
    act.finish(move, what=Flag(flag).value)
