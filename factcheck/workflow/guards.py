"""The guards of the table of moves: each looks at one thing, and names in plain words what is missing."""

from __future__ import annotations

from collections.abc import Callable, Iterator
from typing import TYPE_CHECKING, Any
from urllib.parse import urlsplit

from factcheck.vocabulary import Flag, Role, State
from factcheck.workflow.flags import BEFORE_APPROVAL
from factcheck.workflow.policies import unmet
from factcheck.workflow.scales import standing_verdict, words_of_label

if TYPE_CHECKING:
    from factcheck.workflow.act import Act, Move

__all__ = ["GUARDS", "is_safe_address"]

Guard = Callable[["Act", "Move"], Iterator[str]]

_CHECKING_ROLES = frozenset({Role.CHECKER, Role.REVIEWER, Role.HEAD})
_EVIDENCE_FLAG = Flag.EVIDENCE_MISSING.value


def _kind(act: Act, move: Move) -> Iterator[str]:
    if not move.claim.kind:
        yield "a kind"


def _priority(act: Act, move: Move) -> Iterator[str]:
    if not move.given.get("priority"):
        yield "a priority"


def _reason(act: Act, move: Move) -> Iterator[str]:
    if not (move.given.get("reason") or "").strip():
        yield "a reason"


def _comment(act: Act, move: Move) -> Iterator[str]:
    if not (move.given.get("text") or "").strip():
        yield "a comment that says what must change" if move.transition.act == "request_changes" else "some words"


def _head_or_oneself(act: Act, move: Move) -> Iterator[str]:
    if move.given["assignee"].id != act.person.id and Role.HEAD not in act.roles:
        yield "the role of head (others may take a claim only for themselves)"


def _assignee_may_check(act: Act, move: Move) -> Iterator[str]:
    person = move.given["assignee"]
    if not act.roles_of(person.id) & _CHECKING_ROLES:
        yield f"the role of checker for {person.name}"


def _assignee_did_not_write(act: Act, move: Move) -> Iterator[str]:
    person = move.given["assignee"]
    if not act.solo and wrote_it(act, move, person):
        yield f"somebody who did not write the article ({person.name} did)"


def wrote_it(act: Act, move: Move, person: Any) -> bool:
    """Tell whether a byline over the claim names the person, under any name they ever had here."""
    documents = {int(appearance.document[1:]) for appearance in move.value.appearances}
    for number in sorted(documents):
        found = act.rows.rows("SELECT byline FROM document WHERE id = ?", [number])
        byline = f" {_words(found[0]['byline'] or '')} " if found else ""
        if any(f" {_words(name)} " in byline for name in (person.name, *person.former_names) if _words(name)):
            return True
    return False


def _words(text: str) -> str:
    return " ".join("".join(c if c.isalnum() else " " for c in text.casefold()).split())


def _assignee(act: Act, move: Move) -> Iterator[str]:
    if move.claim.assignee_id != act.person.id:
        holder = move.value.assignee or "nobody"
        yield f"its assignee: the claim is with {holder} (assign it to {act.person.name} first)"


def _request(act: Act, move: Move) -> Iterator[str]:
    for name, words in (("asked", "who was asked"), ("due", "by when an answer is wanted")):
        if not (move.given.get(name) or "").strip():
            yield words


def _rating(act: Act, move: Move) -> Iterator[str]:
    if not move.given.get("rating"):
        yield f"a rating (one of {', '.join(label['id'] for label in move.given['scale']['labels'])})"


def _needs_evidence(move: Move) -> bool:
    known = words_of_label(move.given["scale"], move.given.get("rating"))
    return bool(known.get("verdict", True) and known.get("evidence", True))


def _rationale(act: Act, move: Move) -> Iterator[str]:
    # evidence speaks for itself; a rating that needs none is a person's word, and wants its reason
    if move.given.get("rating") and not _needs_evidence(move) and not (move.given.get("rationale") or "").strip():
        yield "a rationale: why this rating"


def _waived(move: Move, what: str) -> bool:
    return any(waiver.what == what for waiver in move.value.waivers)


def _evidence_whole(act: Act, move: Move) -> Iterator[str]:
    if not move.given.get("rating") or not _needs_evidence(move) or _waived(move, _EVIDENCE_FLAG):
        return
    for piece in move.value.evidence:
        if piece.withdrawn:
            continue
        if not (piece.locator or piece.url):
            yield f"a locator for {piece.id}"
        if not (piece.quotation or piece.note):
            yield f"a quotation or note for {piece.id}"
        if not piece.obtained:
            yield f"the day {piece.id} was obtained"


def _policy(act: Act, move: Move) -> Iterator[str]:
    if not move.given.get("rating") or not _needs_evidence(move) or _waived(move, _EVIDENCE_FLAG):
        return
    wanted = unmet(move.given["policy"], move.value.evidence)
    if wanted:
        yield wanted


def _second_person(act: Act, move: Move) -> Iterator[str]:
    if act.solo:
        return
    if move.claim.checker_id == act.person.id:
        yield f"a second person: {act.person.name} proposed the rating (a desk of one can be set solo)"
    if wrote_it(act, move, act.person):
        yield f"a second person: {act.person.name} wrote the article"


def _this_reviewer(act: Act, move: Move) -> Iterator[str]:
    if move.claim.reviewer_id not in (None, act.person.id):
        yield f"its reader: {move.value.reviewer} has it in review"


def _own_rating(act: Act, move: Move) -> Iterator[str]:
    if not move.given.get("rating"):
        yield "your own rating, given before you see the checker's"


def _rating_of_either(act: Act, move: Move) -> Iterator[str]:
    given = {verdict.label for verdict in _disputed(move)}
    if move.given.get("rating") not in given:
        yield f"a decision for one of the two ratings ({', '.join(sorted(label or '' for label in given))})"


def _disputed(move: Move) -> list[Any]:
    standing = standing_verdict(move.value.verdicts)
    seconds = [verdict for verdict in move.value.verdicts if verdict.role is Role.REVIEWER]
    return [verdict for verdict in (standing, seconds[-1] if seconds else None) if verdict]


def _two_people(act: Act, move: Move) -> Iterator[str]:
    if act.solo:
        return
    others = {verdict.label for verdict in _disputed(move) if verdict.by != act.person.name}
    if move.given.get("rating") not in others:
        yield f"a second person: this rating was given by {act.person.name} alone"
    if wrote_it(act, move, act.person):
        yield f"a second person: {act.person.name} wrote the article"


def _no_open_flag(act: Act, move: Move) -> Iterator[str]:
    for flag in move.value.flags:
        if flag in BEFORE_APPROVAL:
            yield f"an answer to the flag {flag.value} ({_answer_to(flag, move)}; or a named waiver)"


def _answer_to(flag: Flag, move: Move) -> str:
    if flag is Flag.NUMERIC_CONFLICT:
        open_ones = [m for m in move.value.matches if m.relation.value == "conflict" and m.decision is None]
        return "say yes or no to " + ", ".join(f"{match.id} against {match.earlier}" for match in open_ones)
    return flag.meaning


def _gate(act: Act, move: Move) -> Iterator[str]:
    yield from move.given.get("open", ())


def _named_person(act: Act, move: Move) -> Iterator[str]:
    if not (move.given.get("named") or "").strip():
        yield "the name of who answers for it"


def _duplicate_target(act: Act, move: Move) -> Iterator[str]:
    target = move.given.get("target")
    if target is None:
        yield "the claim it is a duplicate of"
    elif target.id == move.claim.id:
        yield "another claim than itself"
    elif target.state == State.DUPLICATE.value:
        yield f"a claim that is no duplicate itself (that one is a duplicate of C{target.duplicate_of})"


def _words_left(act: Act, move: Move) -> Iterator[str]:
    current = [appearance for appearance in move.value.appearances if appearance.current]
    if current:
        yield f"a draft without its words (they stand in paragraph {current[0].paragraph or '?'} of {current[0].slug})"


def _evidence_given(act: Act, move: Move) -> Iterator[str]:
    given = move.given
    if not (given.get("source") or given.get("url") or given.get("file")):
        yield "a source, an address or a file"
    if not (given.get("quotation") or given.get("note")):
        yield "a quotation or a note"
    if not (given.get("locator") or given.get("url")):
        yield "a locator (page, paragraph, table, minute) or an address"


def _safe_address(act: Act, move: Move) -> Iterator[str]:
    url = move.given.get("url")
    if url and not is_safe_address(url):
        yield "an address that begins with https:// or http:// (others are refused)"


def is_safe_address(url: str) -> bool:
    """Tell whether an address is one that a reader may follow: http or https, with a host, without control characters.

    >>> is_safe_address("https://example.org/a?b=c"), is_safe_address("javascript:alert(1)"), is_safe_address("data:,x")
    (True, False, False)
    """
    if not url.isprintable() or url.split() != [url]:
        return False
    try:
        parts = urlsplit(url)
        return parts.scheme.lower() in ("http", "https") and bool(parts.hostname)
    except ValueError:
        return False


def _answer(act: Act, move: Move) -> Iterator[str]:
    if move.given.get("outcome") == "answered" and not (move.given.get("answer") or "").strip():
        yield "the answer (or say that it was declined, or that none came)"


GUARDS: dict[str, Guard] = {
    "answer": _answer,
    "assignee": _assignee,
    "assignee_did_not_write": _assignee_did_not_write,
    "assignee_may_check": _assignee_may_check,
    "comment": _comment,
    "duplicate_target": _duplicate_target,
    "evidence_given": _evidence_given,
    "evidence_whole": _evidence_whole,
    "gate": _gate,
    "head_or_oneself": _head_or_oneself,
    "kind": _kind,
    "named_person": _named_person,
    "no_open_flag": _no_open_flag,
    "own_rating": _own_rating,
    "policy": _policy,
    "priority": _priority,
    "rating": _rating,
    "rating_of_either": _rating_of_either,
    "rationale": _rationale,
    "reason": _reason,
    "request": _request,
    "safe_address": _safe_address,
    "second_person": _second_person,
    "this_reviewer": _this_reviewer,
    "two_people": _two_people,
    "words_left": _words_left,
}
"""Every guard by the name that the table of moves calls it by."""
