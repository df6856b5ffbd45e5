"""Which cue a quotation belongs to, where its sentence has several."""

from __future__ import annotations

from collections.abc import Sequence

from factcheck.detection.reporting_cues import Cue
from factcheck.detection.speakers import QUOTE_TAG
from factcheck.detection.words import FINITE_TAGS, Word

__all__ = ["choose_cue"]

_NEAR = 3
_ADJACENT_ONLY = frozenset(
    {"go", "begin", "continue", "speak", "talk", "post", "read", "show", "find", "refer", "point"}
)
_BETWEEN = frozenset({",", "RB", ":", "-", "("})  # what may stand between a quotation and the cue behind it
_BREAKS = frozenset({"but", "while", "although", "whereas", "though"})


def choose_cue(words: Sequence[Word], at: int, cues: Sequence[Cue], text: str) -> Cue | None:
    """Choose the cue that the quotation at `words[at]` belongs to: the one behind it, or the nearest before it."""
    before = _before(words, at, cues)
    if before is not None and words[at - 1].text == ":":
        return before
    after = next((cue for cue in cues if cue.at > at and _is_after(words, at, cue, text)), None)
    return after or before


def _is_after(words: Sequence[Word], at: int, cue: Cue, text: str) -> bool:
    """Say whether a cue stands right behind a quotation ("…,” he said")."""
    if cue.passive or cue.relative:
        return False
    first = cue.at if cue.inverted or cue.source is None else cue.source.place[0]
    if first <= at or (first > at + 1 and words[at + 1].tag not in _BETWEEN):
        return False
    between = words[at + 1 : first]
    if any(word.tag not in _BETWEEN for word in between):
        return False
    inner = text[words[at].start : words[at].end].rstrip("”\"’'»“ ")
    comma = bool(between) or inner[-1:] in ",.?!…—–-"
    return comma or cue.inverted


def _before(words: Sequence[Word], at: int, cues: Sequence[Cue]) -> Cue | None:
    """Find the cue before a quotation in whose scope it stands; words inside a report belong to its speaker."""
    chosen: Cue | None = None
    broken = -1  # computed once, for the first cue, which stands farthest away
    for cue in cues:
        if cue.at >= at:
            break
        if cue.verb is None and cue.body < at and not _touches(words, cue.body, at):
            continue
        if cue.relative and at - cue.body > _NEAR:
            continue
        if cue.verb is not None and cue.verb.lemma in _ADJACENT_ONLY and not _leads(words, cue, at):
            continue
        if cue.verb is not None and cue.verb.sort == "stance" and _new_clause(words, cue.body, at):
            continue
        if chosen is not None and _inside(words, chosen, cue):
            continue
        if broken < 0:
            broken = _last_break(words, min(cue.body for cue in cues), at)
        if cue.body <= broken - 1:
            continue
        chosen = cue
    return chosen


def _new_clause(words: Sequence[Word], start: int, at: int) -> bool:
    """Say whether another clause begins behind a verb such as "criticised": the words quoted in it are not its own."""
    if words[at - 1].lower in ("as", "a", "an", "the", ":"):
        return False
    return any(words[i].tag in FINITE_TAGS and i + 1 < at for i in range(start, at))


def _leads(words: Sequence[Word], cue: Cue, at: int) -> bool:
    frames = cue.verb.frames if cue.verb else ""
    return at - cue.body <= (8 if "c" in frames else _NEAR)


def _touches(words: Sequence[Word], start: int, at: int) -> bool:
    return all(word.tag in (",", ":", "NNP", "(", ")", "IN", "DT") for word in words[start:at]) and at - start < 8


def _inside(words: Sequence[Word], outer: Cue, inner: Cue) -> bool:
    """Say whether a cue stands inside the clause that an earlier one reports ("said it condemned ...")."""
    if outer.verb is None or "c" not in outer.verb.frames or inner.source is None or outer.inverted:
        return False
    first = inner.source.place[0]
    if first < outer.body:
        return False
    between = words[outer.body : first]
    if any(word.tag == ":" or word.tag == QUOTE_TAG for word in between):
        return False
    if between and between[-1].tag == "CC" and (inner.source.named or not inner.source.pronoun):
        return False
    return all(word.tag not in FINITE_TAGS for word in between) or inner.source.pronoun is not None


def _last_break(words: Sequence[Word], start: int, at: int) -> int:
    """Give one past the last word between where the clause of an earlier cue breaks off; 0 if it never does."""
    finite = False  # whether a finite verb stands behind the two words looked at
    for i in range(at - 1, start - 1, -1):
        finite = finite or (i + 2 < at and words[i + 2].tag in FINITE_TAGS)
        if words[i].text == ";" or (finite and words[i].tag == "," and words[i + 1].lower in _BREAKS):
            return i + 1
    return 0
