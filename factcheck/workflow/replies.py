"""Replies: who was asked what, how, when and by when, and the answer or its absence."""

from __future__ import annotations

from factcheck.errors import InvalidValue, NotFound
from factcheck.store.tables import Claim, Reply
from factcheck.workflow.act import Act, day
from factcheck.workflow.labels import label, number_of

__all__ = ["OUTCOMES", "record_answer", "wait_for_source"]

OUTCOMES = ("answered", "declined", "no_answer")


def wait_for_source(
    act: Act, claim: Claim, asked: str | None, due: str | None, question: str | None, channel: str | None
) -> None:
    """Set a claim to wait for a source that was asked now."""
    move = act.begin("wait", claim, asked=asked, due=day(due, "the answer"))
    reply = Reply(
        claim_id=claim.id or 0,
        asked=(asked or "").strip(),
        question=question,
        channel=channel,
        asked_at=act.at,
        due=day(due, "the answer"),
        person_id=act.person_id,
    )
    act.session.add(reply)
    act.session.flush()
    act.finish(move, reply=label("R", reply.id or 0))


def record_answer(act: Act, claim: Claim, reply: str | int, answer: str | None, outcome: str) -> None:
    """Record what a source answered, that it declined, or that no answer came."""
    if outcome not in OUTCOMES:
        raise InvalidValue(f"{outcome!r} is no outcome of a question: choose one of {', '.join(OUTCOMES)}")
    number = number_of(reply, "R")
    found = act.session.get(Reply, number)
    if found is None or found.claim_id != claim.id:
        raise NotFound(f"no reply {label('R', number)} on {label('C', claim.id or 0)}")
    move = act.begin("record_answer", claim, answer=answer, outcome=outcome)
    found.answer = answer
    found.answered_at = act.at
    found.outcome = outcome
    act.finish(move, reply=label("R", number))
