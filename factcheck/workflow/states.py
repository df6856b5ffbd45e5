"""The one table of moves: from which state, by which act, to which state, by whom, and what must be there.

Guards are named here and written in `guards.py`. `None` as a source is a claim that is not on file yet; `SAME` keeps
the state. An act that stands in no row for a claim's state is refused.
"""

from __future__ import annotations

from dataclasses import dataclass

from factcheck.vocabulary import Role, State

__all__ = ["CLOSED", "ENDS", "OPEN", "PHRASES", "SAME", "TRANSITIONS", "Transition", "acts_from", "find_transitions"]

ENDS = frozenset(
    {State.NOT_CHECKABLE, State.OUT_OF_SCOPE, State.DUPLICATE, State.CUT, State.ON_AUTHOR, State.WITHDRAWN}
)
"""States that end a claim without a verdict; each has a person and a reason, and can be reopened."""

CLOSED = ENDS | {State.APPROVED, State.PUBLISHED, State.CORRECTED}
"""States in which nothing is left to do before print."""

OPEN = frozenset(State) - CLOSED

SAME = None


@dataclass(frozen=True, slots=True)
class Transition:
    """Hold one row of the table.

    Attributes:
        act: the act's name, as the history records it.
        sources: states it may start from; None stands for a claim not yet on file.
        target: the state it leads to; None keeps the state.
        roles: who may; the assignee or another person in particular is asked for by a guard.
        guards: names of what must be there, in the order in which they are asked.
        meaning: what happens, in words.
    """

    act: str
    sources: frozenset[State | None]
    target: State | None
    roles: frozenset[Role]
    guards: tuple[str, ...] = ()
    meaning: str = ""


def _row(
    act: str,
    sources: State | frozenset[State] | tuple[State | None, ...] | None,
    target: State | None,
    roles: tuple[Role, ...],
    guards: tuple[str, ...] = (),
    meaning: str = "",
) -> Transition:
    several = sources if isinstance(sources, (frozenset, tuple)) else (sources,)
    return Transition(act, frozenset(several), target, frozenset(roles), guards, meaning)


_ANYBODY = (Role.REPORTER, Role.CHECKER, Role.REVIEWER, Role.HEAD, Role.EDITOR, Role.ADMIN, Role.BOT)
_DESK = (Role.CHECKER, Role.REVIEWER, Role.HEAD)
_CHECKER_OR_HEAD = (Role.CHECKER, Role.HEAD)
_HELD = (State.ASSIGNED, State.CHECKING, State.WAITING_SOURCE, State.CHANGES_REQUESTED)

TRANSITIONS: tuple[Transition, ...] = (
    _row("find", None, State.NEW, _ANYBODY, (), "the program found it in a draft"),
    _row(
        "triage",
        (State.NEW, State.TRIAGED, State.REOPENED),
        State.TRIAGED,
        _DESK,
        ("kind", "priority"),
        "kind and priority are settled",
    ),
    _row(
        "assign",
        (State.TRIAGED, *_HELD),
        State.ASSIGNED,
        _DESK,
        ("head_or_oneself", "assignee_may_check", "assignee_did_not_write"),
        "somebody takes it, or is given it",
    ),
    _row("start", (State.ASSIGNED, State.CHANGES_REQUESTED), State.CHECKING, _DESK, ("assignee",), "research begins"),
    _row("wait", State.CHECKING, State.WAITING_SOURCE, _DESK, ("assignee", "request"), "a source was asked"),
    _row("resume", State.WAITING_SOURCE, State.CHECKING, _DESK, ("assignee",), "research goes on"),
    _row(
        "propose",
        State.CHECKING,
        State.PROPOSED,
        _DESK,
        ("assignee", "rating", "rationale", "evidence_whole", "policy"),
        "the checker proposes a rating",
    ),
    _row(
        "begin_review",
        State.PROPOSED,
        State.IN_REVIEW,
        (Role.REVIEWER, Role.HEAD),
        ("second_person",),
        "a second person reads it",
    ),
    _row(
        "approve",
        State.IN_REVIEW,
        State.APPROVED,
        (Role.REVIEWER, Role.HEAD),
        ("second_person", "this_reviewer", "own_rating", "no_open_flag"),
        "the second person rates it alike, and signs off",
    ),
    _row(
        "dispute",
        State.IN_REVIEW,
        State.DISPUTED,
        (Role.REVIEWER, Role.HEAD),
        ("second_person", "this_reviewer", "own_rating"),
        "the two ratings differ",
    ),
    _row(
        "decide",
        State.DISPUTED,
        State.APPROVED,
        (Role.HEAD,),
        ("reason", "rating_of_either", "two_people", "evidence_whole", "policy", "no_open_flag"),
        "the head of desk decides between two ratings",
    ),
    _row(
        "send_back", State.DISPUTED, State.CHECKING, (Role.HEAD,), ("reason",), "the head of desk wants more research"
    ),
    _row(
        "request_changes",
        State.IN_REVIEW,
        State.CHANGES_REQUESTED,
        (Role.REVIEWER, Role.HEAD),
        ("second_person", "this_reviewer", "comment"),
        "the second person says what must change",
    ),
    _row("publish", State.APPROVED, State.PUBLISHED, (Role.EDITOR,), ("gate",), "the draft goes to print"),
    _row(
        "put_on_author",
        OPEN,
        State.ON_AUTHOR,
        (Role.EDITOR,),
        ("named_person", "reason"),
        "the author answers for it",
    ),
    *(
        _row(f"close_as_{end}", OPEN, end, _CHECKER_OR_HEAD, guards, end.meaning)
        for end, guards in (
            (State.NOT_CHECKABLE, ("reason",)),
            (State.OUT_OF_SCOPE, ("reason",)),
            (State.DUPLICATE, ("reason", "duplicate_target")),
            (State.CUT, ("reason", "words_left")),
            (State.WITHDRAWN, ("reason",)),
        )
    ),
    _row(
        "reopen",
        CLOSED,
        State.REOPENED,
        (Role.HEAD,),
        ("reason",),
        "open again; the old verdict stays visible",
    ),
    _row(
        "add_evidence",
        OPEN,
        SAME,
        _DESK,
        ("evidence_given", "safe_address"),
        "a passage or figure is put on file",
    ),
    _row("withdraw_evidence", OPEN, SAME, _DESK, ("reason",), "evidence no longer counts, and stays listed"),
    _row("record_answer", OPEN, SAME, _DESK, ("answer",), "a source answered, or did not"),
    _row("note", frozenset(State), SAME, _ANYBODY, ("comment",), "a note is added"),
    _row("waive", OPEN | {State.APPROVED}, SAME, (Role.HEAD, Role.EDITOR), ("reason",), "a named person lets it stand"),
    _row("accept_match", frozenset(State), SAME, _DESK, (), "a person says yes to a match"),
    _row("reject_match", frozenset(State), SAME, _DESK, (), "a person says no to a match"),
)
"""Every move of a claim."""


PHRASES = {
    "triage": "triaged",
    "assign": "assigned",
    "start": "started",
    "wait": "set to wait for a source",
    "resume": "resumed",
    "propose": "proposed",
    "begin_review": "taken into review",
    "approve": "approved",
    "dispute": "disputed",
    "decide": "decided",
    "send_back": "sent back",
    "request_changes": "sent back for changes",
    "publish": "published",
    "put_on_author": "put on the author",
    "reopen": "reopened",
    "add_evidence": "given evidence",
    "withdraw_evidence": "freed of evidence",
    "record_answer": "given an answer",
    "note": "given a note",
    "waive": "given a waiver",
    "accept_match": "matched",
    "reject_match": "parted from a match",
    **{f"close_as_{end}": f"closed as {end.value.replace('_', ' ')}" for end in ENDS},
}
"""How each act is called after "cannot be"."""


def find_transitions(act: str, state: State | None) -> list[Transition]:
    """Give the rows by which an act may be done from a state; empty where it is not allowed."""
    return [row for row in TRANSITIONS if row.act == act and state in row.sources]


def acts_from(state: State) -> list[str]:
    """Name the acts that lead on from a state, in the table's order; the ends without a verdict are left out.

    >>> acts_from(State.WAITING_SOURCE), acts_from(State.APPROVED)
    (['assign', 'resume'], ['publish', 'reopen'])
    """
    found = [
        row.act
        for row in TRANSITIONS
        if state in row.sources and row.target not in (SAME, state) and row.target not in ENDS
    ]
    return list(dict.fromkeys(found))
