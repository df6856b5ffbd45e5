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
    if first <= at:
        return False
    between = words[at + 1 : first]
    if any(word.tag not in (",", "RB", ":", "-", "CC", "(") or word.tag == "CC" for word in between):
        return False
    inner = text[words[at].start : words[at].end].rstrip("”\"’'»“ ")
    comma = bool(between) or inner[-1:] in ",.?!…—–-"
    return comma or cue.inverted


def _before(words: Sequence[Word], at: int, cues: Sequence[Cue]) -> Cue | None:
    """Find the cue before a quotation in whose scope it stands; words inside a report belong to its speaker."""
    chosen: Cue | None = None
    for cue in cues:
        if cue.at >= at:
            break
        if cue.verb is None and cue.body < at and not _touches(words, cue.body, at):
            continue
        if cue.relative and at - cue.body > _NEAR:
            continue
        if cue.verb is not None and cue.verb.lemma in _ADJACENT_ONLY and not _leads(words, cue, at):
            continue
        if chosen is not None and _inside(words, chosen, cue):
            continue
        if _breaks(words, cue.body, at):
            continue
        chosen = cue
    return chosen


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


def _breaks(words: Sequence[Word], start: int, at: int) -> bool:
    for i in range(start, at):
        if words[i].text == ";":
            return True
        turns = words[i].tag == "," and i + 1 < at and words[i + 1].lower in _BREAKS
        if turns and any(words[j].tag in FINITE_TAGS for j in range(i + 2, at)):
            return True
    return False
