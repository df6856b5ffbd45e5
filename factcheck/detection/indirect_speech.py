"""Indirect speech: the clause that a cue reports, before it, after it or around it."""

from __future__ import annotations

from bisect import bisect_right
from collections.abc import Sequence
from typing import NamedTuple

from factcheck.detection.noun_phrases import is_time, phrase_end
from factcheck.detection.reporting_cues import Cue
from factcheck.detection.speakers import QUOTE_TAG
from factcheck.detection.words import FINITE_TAGS, Word

__all__ = ["Reported", "reported_clauses"]

_CLAUSE_STARTS = frozenset(
    {
        "DT",
        "PDT",
        "PRP$",
        "PRP",
        "NNP",
        "NNPS",
        "NN",
        "NNS",
        "CD",
        "JJ",
        "JJS",
        "JJR",
        "EX",
        "RB",
        "VBG",
        "$",
        "WRB",
        "WP",
        "IN",
        QUOTE_TAG,
    }
)
_OPENERS = frozenset({"when", "after", "before", "as", "while", "although", "though", "since", "if", "once"})
_BE_AND_HAVE = frozenset({"is", "are", "was", "were", "has", "have", "had", "do", "does", "did"})
_TURNS = frozenset({"but", "while", "although", "though", "whereas", "without"})
_MARKS = frozenset({",", ".", ":", "''", "``", "-", "(", ")"})


class Reported(NamedTuple):
    """Hold one reported clause: its span in the text, and its cue."""

    start: int
    end: int
    cue: Cue


def reported_clauses(words: Sequence[Word], cues: Sequence[Cue], text: str) -> list[Reported]:
    """Find the clauses that the cues of one sentence report without quotation marks.

    Args:
        words: the sentence's words; a quotation stands as one word tagged `QUOTE_TAG`.
        cues: its cues, in order.
        text: the document's text.
    """
    found: list[Reported] = []
    turning = [number for number, cue in enumerate(cues) if _may_take_over(words, cue)]
    for number, cue in enumerate(cues):
        if cue.relative:
            continue
        later = [cues[k] for k in turning[bisect_right(turning, number) :]]
        span = (
            _passive(words, cue, later)
            if cue.passive
            else _after(words, cue, later) or _before(words, cue, cues[:number])
        )
        if span is not None:
            start, end = _trim(words, *span)
            if end > start and not _mostly_quoted(words, start, end):
                found.append(Reported(words[start].start, words[end - 1].end, cue))
    return found


def _after(words: Sequence[Word], cue: Cue, later: Sequence[Cue]) -> tuple[int, int] | None:
    """Find the clause after a cue: "said (that) ...", "told the court that ...", "according to X, ..."."""
    if cue.verb is None:
        if any(word.tag in FINITE_TAGS for word in words[: cue.at]):
            return None
        at = cue.body
        while at < len(words) and words[at].tag != ",":
            at += 1
        return _clause(words, at + 1, later) if at + 1 < len(words) else None
    if cue.inverted or not ("c" in cue.verb.frames or "o" in cue.verb.frames):
        return None
    at = cue.until
    that = next(
        (
            i
            for i in range(at, min(at + 14, len(words)))
            if words[i].lower == "that" and words[i].tag in ("IN", "WDT", "DT")
        ),
        None,
    )
    if that is not None and any(at <= other.at < that for other in later):
        that = None  # it belongs to the next report: "insisted he “never saw it”, adding that ..."
    told = "o" in cue.verb.frames  # "told the court that rents rose": only "that was", "that had" can be relative there
    behind = words[that + 1] if that is not None and that + 1 < len(words) else None
    relative = behind is not None and behind.tag in FINITE_TAGS and (not told or behind.lower in _BE_AND_HAVE)
    if relative and that is not None and that > at:
        that = None  # "tweeted a video that shows ...": a relative clause
        if told or sum(word.tag in FINITE_TAGS for word in words[at:]) < 2:
            return None
    if that is not None and all(word.tag not in FINITE_TAGS for word in words[at:that]) and that + 2 < len(words):
        return _clause(words, that + 1, later)
    if "c" not in cue.verb.frames:
        at = _skip_object(words, at)
        return _clause(words, at, later) if at > cue.until and _then_clause(words, at) else None
    at = _skip_adverbials(words, at)
    if "t" in cue.verb.frames and not _subject_and_verb(words, at):
        return None
    return _clause(words, at, later) if _then_clause(words, at) else None


def _subject_and_verb(words: Sequence[Word], at: int) -> bool:
    """Say whether a noun phrase and its finite verb begin here, with nothing but adverbs between."""
    at = phrase_end(words, at)
    while at < len(words) and words[at].tag in ("RB", "RBR"):
        at += 1
    return at < len(words) and words[at].tag in FINITE_TAGS


def _then_clause(words: Sequence[Word], at: int) -> bool:
    """Say whether a clause with its own subject begins here."""
    if at >= len(words) or words[at].tag not in _CLAUSE_STARTS or words[at].tag == QUOTE_TAG:
        return False
    if words[at].tag == "IN" and words[at].lower not in (
        "if",
        "because",
        "after",
        "when",
        "in",
        "as",
        "although",
        "while",
        "unless",
    ):
        return False
    for i in range(at, len(words)):
        if words[i].text in (";",) or (words[i].text == ":" and i > at):
            return False
        if words[i].tag == "," and _takes_over(words, i + 1):
            return False  # no verb so far: "said in a speech, referring to ...", "says goodbye, then walks off"
        plural_verb = words[i].tag == "VB" and i > at and words[i - 1].tag in ("NNS", "NNPS", "PRP")
        if words[i].tag in FINITE_TAGS or plural_verb:
            return i > at
    return False


def _takes_over(words: Sequence[Word], at: int) -> bool:
    """Say whether the reporter goes on behind a comma: with "then", or a participle that no second comma closes."""
    if at >= len(words) or words[at].lower == "then":
        return True
    if words[at].tag != "VBG":
        return False
    closed = next((i for i in range(at, len(words)) if words[i].tag == ","), None)
    return closed is None or closed + 1 >= len(words) or words[closed + 1].tag not in (*FINITE_TAGS, "MD", "RB")


def _skip_object(words: Sequence[Word], at: int) -> int:
    """Step over the addressee: "told reporters the plan ..."."""
    start = at
    while (at < len(words) and words[at].tag in ("NN", "NNS", "NNP", "NNPS", "PRP", "JJ", "CD", "PRP$", "POS")) or (
        at == start and at < len(words) and words[at].tag == "DT"
    ):
        at += 1
        if words[at - 1].tag == "PRP":
            break
    return at


def _skip_adverbials(words: Sequence[Word], at: int) -> int:
    """Step over what may stand between a verb of saying and its clause: an adverb, "on Monday", ", this morning,"."""
    if at < len(words) and words[at].tag == ",":
        close = next((i for i in range(at + 1, min(at + 9, len(words))) if words[i].tag == ","), None)
        if close is not None and all(word.tag not in FINITE_TAGS for word in words[at:close]):
            return close + 1
        return len(words)
    if at < len(words) and words[at].tag in ("IN", "TO") and words[at].lower in ("on", "in", "at", "to", "during"):
        end = at + 1
        while end < len(words) and words[end].tag in ("NNP", "CD", "DT", "NN", "JJ", "NNS", "NNPS") and end - at < 5:
            end += 1
            if words[end - 1].lower.endswith("day") or words[end - 1].tag == "CD":
                break
        return end
    if at + 1 < len(words) and (words[at].lower.endswith("day") or words[at].lower in ("later", "today")):
        return at + 1
    return at


def _may_take_over(words: Sequence[Word], cue: Cue) -> bool:
    """Say whether a mark or a conjunction stands before a cue or its source, so that an earlier report may end there."""
    places = [cue.at] if cue.source is None else [cue.at, cue.source.place[0]]
    return any(place and words[place - 1].tag in (",", "CC", ":") for place in places)


def _clause(words: Sequence[Word], start: int, later: Sequence[Cue]) -> tuple[int, int]:
    """Find where a reported clause ends: with the sentence, or where the reporter takes over again."""
    end = len(words)
    for cue in later:
        if cue.at > end:
            break
        first = (
            cue.at
            if cue.inverted or cue.source is None or cue.source.place[0] < start
            else min(cue.at, cue.source.place[0])
        )
        if (
            first > start
            and (words[first - 1].tag in (",", "CC") or words[first - 1].text in ("—", "–", "--"))
            and not (cue.verb is not None and words[cue.at].tag == "VBG")
        ):
            while first > start and words[first - 1].tag in (",", "CC", ":"):
                first -= 1
            end = min(end, first)
        elif (
            cue.verb is not None
            and cue.at > start
            and words[cue.at].tag == "VBG"
            and words[cue.at - 1].tag == ","
            and "c" in cue.verb.frames
        ):
            end = min(end, cue.at - 1)
    opened = words[0].lower in _OPENERS and not any(_main_clause(words, i) for i in range(1, start))
    for i in range(start + 1, end):
        if words[i].text == ";" or (opened and _main_clause(words, i)):
            return start, i
        turn = words[i + 1].lower if words[i].tag == "," and i + 1 < end else ""
        if turn in _TURNS and (turn == "without" or any(words[j].tag in FINITE_TAGS for j in range(i + 2, end))):
            return start, i
    return start, end


def _main_clause(words: Sequence[Word], at: int) -> bool:
    """Say whether a comma ends an opening clause: subject and verb follow ("When he said he would run, rivals laughed")."""
    return words[at].tag == "," and at + 1 < len(words) and _subject_and_verb(words, at + 1)


def _before(words: Sequence[Word], cue: Cue, earlier: Sequence[Cue]) -> tuple[int, int] | None:
    """Find the clause before a cue: "..., X said", "..., said X", "..., according to X"; around it where it goes on."""
    first = cue.at if cue.inverted or cue.source is None else min(cue.at, cue.source.place[0])
    if cue.verb is not None and "c" not in cue.verb.frames and "o" not in cue.verb.frames:
        return None
    if cue.verb is None and (
        words[first - 1].tag == "CC" or any(w.tag == QUOTE_TAG for w in words[cue.body : cue.body + 8])
    ):
        return None
    if first < 2 or (words[first - 1].tag != "," and cue.verb is not None) or words[first - 1].tag == QUOTE_TAG:
        return None
    if cue.verb is not None and cue.until < len(words) and words[cue.until].tag == "TO":
        return None  # "is proposing to cut benefits"
    if cue.verb is not None and _opens_clause(words, first - 2):
        begins = cue.body < len(words) - 1 and words[cue.body].tag == ","
        return _clause(words, cue.body + 1, []) if begins else None  # "a school where, she said, 200 people ..."
    if cue.verb is not None and not cue.inverted and "o" not in cue.verb.frames and _has_object(words, cue.until):
        return None  # "..., others explain part of it"
    if words[first - 1].tag == "," and words[first - 2].tag == QUOTE_TAG:
        return None
    last_finite = next((i for i in range(first - 1, -1, -1) if words[i].tag in FINITE_TAGS), -1)
    start = max((other.body for other in earlier if other.inverted and other.body <= last_finite), default=0)
    turn = next((i for i in range(first - 1, start - 1, -1) if words[i].text in (":", ";")), -1)
    if last_finite > turn:
        start = max(start, turn + 1)
    finite = last_finite >= start
    rest = any(words[i].tag in FINITE_TAGS for i in range(cue.body, len(words)))
    told = _skip_object(words, cue.body) if cue.verb is not None and "o" in cue.verb.frames else cue.body
    if not finite and rest and cue.verb is not None and told < len(words) and words[told].tag == ",":
        return start, len(words)  # "Wages, the union says, have fallen."
    if (
        not finite
        or words[start].tag[:2] == "VB"
        or words[start].lower in ("as", "when", "while", "if", "although", "after", "because")
    ):
        return None
    goes_on = told < len(words) - 1 and words[told].tag == "," and cue.verb is not None
    if cue.verb is not None and not cue.inverted and not goes_on and rest:
        return None
    return start, first


def _opens_clause(words: Sequence[Word], at: int) -> bool:
    """Say whether a word begins a clause that a parenthesis then breaks off: "where, ...", "without whom, ..."."""
    return words[at].tag in ("WRB", "WP", "WDT") or words[at].lower in ("that", "because", "whom", "although", "if")


def _has_object(words: Sequence[Word], at: int) -> bool:
    """Say whether a noun phrase that tells no time follows a verb."""
    if at >= len(words) or words[at].tag not in ("DT", "NN", "NNS", "PRP$", "CD", "JJ", "PRP", "NNP"):
        return False
    return not is_time(words, at, min(phrase_end(words, at), len(words)))


def _passive(words: Sequence[Word], cue: Cue, later: Sequence[Cue]) -> tuple[int, int] | None:
    """Find the clause of a passive report: "he is considered by the militias to be close to the US"."""
    if words[cue.body].lower == "that":
        return _clause(words, cue.body + 1, later)
    start = cue.at
    while start > 0 and words[start - 1].tag not in (",", ":", "CC", QUOTE_TAG, ".", "IN"):
        start -= 1
    end = cue.body
    while end < len(words) and words[end].tag not in (",", ":", "."):
        end += 1
    return (start, end) if start < cue.at else None


def _trim(words: Sequence[Word], start: int, end: int) -> tuple[int, int]:
    while end > start and words[end - 1].tag in _MARKS and words[end - 1].text not in (")",):
        end -= 1
    while start < end and words[start].tag in (",", ".", ":", "CC", "''"):
        start += 1
    return start, end


def _mostly_quoted(words: Sequence[Word], start: int, end: int) -> bool:
    quoted = sum(word.end - word.start for word in words[start:end] if word.tag == QUOTE_TAG)
    return 2 * quoted > words[end - 1].end - words[start].start
