"""Figures that follow the main one without a verb: "a rise of 3%", "up 2% on May", "12 in Kent, 7 in York"."""

from __future__ import annotations

from bisect import bisect_left
from collections.abc import Sequence

from factcheck.detection.clause_values import SHORT, Clause
from factcheck.detection.figure_tails import is_compared, is_held_against, is_measured_anew, is_outdone, is_record
from factcheck.detection.kinds import is_figure
from factcheck.detection.phrases import load_phrases
from factcheck.detection.values import Quantity
from factcheck.detection.verb_groups import FINITE
from factcheck.detection.words import Word

__all__ = ["FIGURE_OPENERS", "figure_starts", "split_figures"]

FIGURE_OPENERS = frozenset({",", ";", "and", "but", "including"})
"""Words and marks of which one stands before every figure that is cut off."""

FAR = 40
"""A figure with what belongs to it is shorter than so many words."""
PLACES = ("in", "for", "from", "among", "to", "at")
Cut = tuple[int, int]
"""One past the last word before the figure, and the figure's first word."""


def figure_starts(words: Sequence[Word], clause: Clause, quantities: Sequence[Quantity]) -> dict[int, Quantity]:
    """Map the number of each figure's first word to the figure."""
    by_offset = {quantity.start: quantity for quantity in quantities if is_figure(quantity)}
    if not by_offset:
        return {}
    return {at: by_offset[words[at].start] for at in range(clause.start, clause.end) if words[at].start in by_offset}


def split_figures(words: Sequence[Word], clause: Clause, quantities: Sequence[Quantity]) -> list[Clause] | None:
    """Cut off the figures that follow a clause's main one; None where there are none.

    Each is a statement of its own that carries the clause's subject.
    """
    starts = figure_starts(words, clause, quantities)
    cuts = sorted({start: end for end, start in _cuts(words, clause, starts)}.items())
    if not cuts:
        return None
    pieces = [clause._replace(end=cuts[0][1])]
    for number, (start, _) in enumerate(cuts):
        end = cuts[number + 1][1] if number + 1 < len(cuts) else clause.end
        pieces.append(Clause(start, end, "figure", "", None, clause.conditional, lost_subject=True))
    if (
        pieces[0].finite is None
        and pieces[0].sort == "main"
        and not any(clause.start <= k < pieces[0].end for k in starts)
    ):
        pieces = pieces[1:]
    return [piece for piece in pieces if piece.start < piece.end]


def _cuts(words: Sequence[Word], clause: Clause, starts: dict[int, Quantity]) -> list[Cut]:
    order = sorted(starts)
    listed = [at for at in order if _placed(words, _word_after(words, starts[at], at, clause.end), clause.end)]
    places = frozenset(listed)
    main = order[0] if order else clause.end
    cuts: list[Cut] = []
    opened = -1
    first = clause.finite.end if clause.finite is not None else clause.start + 1
    for at in range(max(first, clause.start + 1), clause.end):
        before = words[at - 1].text
        if len(listed) > 1 and at in places and at != listed[0] and before in (",", ";", "and"):
            back = at - 1
            if words[back].lower == "and" and words[back - 1].text == ",":
                back -= 1
            cuts.append((back, at))
            opened = opened if opened >= 0 else listed[bisect_left(listed, at) - 1]
        elif before in (",", "and", "but"):
            cut = _added(words, at, clause, starts, main)
            if cut is not None:
                cuts.append(cut)
        elif words[at].lower == "including" and at + 1 in starts and _has_verb(words, at + 1, clause.end):
            cuts.append((at, at + 1))
    if opened >= 0:
        opening = _list_opening(words, clause, opened)
        if opening is not None:
            cuts.append(opening)
    return cuts


def _added(words: Sequence[Word], at: int, clause: Clause, starts: dict[int, Quantity], main: int) -> Cut | None:
    """Read a figure after a comma (or after "and", where it compares): where the clause stops, and where it begins."""
    end = _stretch(words, at, clause.end)
    stretch = words[at:end]
    lowers = [word.lower for word in stretch]
    comma = words[at - 1].text == ","
    figure = any(k in starts for k in range(at, end))
    nouns = load_phrases("claim_kinds")["change nouns"]
    if comma and lowers[0] in ("a", "an") and figure and any(lower in nouns for lower in lowers[1:3]):
        return at - 1, at
    if comma and lowers[0] == "with" and _shows_figure(words, at, clause.end, starts):
        return at - 1, at + 1
    if comma and lowers[0] == "including" and at + 1 in starts and _has_verb(words, at + 1, clause.end):
        return at - 1, at + 1
    if (
        comma
        and lowers[0] in ("up", "down")
        and len(stretch) > 1
        and (figure or "from" in lowers[:3] or "on" in lowers[:3])
    ):
        return at - 1, at
    if comma and len(stretch) > 2 and is_record(stretch) and main < at:
        return at - 1, at
    if comma and main < at and ((figure and is_held_against(stretch)) or is_outdone(stretch)):
        return at - 1, at
    if not comma and main < at and is_record(stretch) and "since" in lowers:
        return (at - 2 if words[at - 2].text == "," else at - 1), at
    if at + 1 in starts and words[at].lower in ("just", "only", "barely") and _continues_comparison(words, at, starts):
        return at - 1, at
    if at in starts and main < at and not any(word.tag in FINITE for word in stretch):
        back = at - 2 if not comma and words[at - 2].text == "," else at - 1
        if is_compared(stretch, starts[at]) or (comma and is_measured_anew(words, at, end, clause.end, starts[at])):
            return back, at
        placed = _word_after(words, starts[at], at, clause.end)
        if words[at - 1].lower == "but" and placed < clause.end and words[placed].lower in (*PLACES, "of", "on"):
            return back, at
        if not comma and _continues_comparison(words, at, starts):
            return back, at
    if not comma and figure and main < at and _is_gapped(words, at, end, clause, starts):
        return (at - 2 if words[at - 2].text == "," else at - 1), at
    return None


def _continues_comparison(words: Sequence[Word], at: int, starts: dict[int, Quantity]) -> bool:
    """Tell the second of "compared with 26% a year ago and just 11% before the war"."""
    for back in range(at - 2, max(0, at - SHORT * 2), -1):
        if words[back].lower in ("compared", "against", "up", "down") and words[back - 1].text == ",":
            return any(between in starts for between in range(back + 1, at))
    return False


def _is_gapped(words: Sequence[Word], at: int, end: int, clause: Clause, starts: dict[int, Quantity]) -> bool:
    """Tell a second statement that leaves its verb out: "flats cost 698 and | houses 1,210", "fell 9% here but up 3% there"."""
    if clause.finite is None or clause.finite.end >= at or any(word.tag in FINITE for word in words[at:end]):
        return False
    first = words[at]
    if first.tag in ("JJS", "RBS") or first.lower in ("up", "down"):
        earlier = words[clause.finite.start : at - 1]
        pair = ("up", "down") if first.lower in ("up", "down") else ()
        return any(word.tag == first.tag if not pair else word.lower in pair for word in earlier)
    last = next((start for start in range(end - 1, at, -1) if start in starts), None)
    if last is None or words[last - 1].tag not in ("NNS", "NN", "NNP", "NNPS") or first.tag == "CD":
        return False
    rest = words[_word_after(words, starts[last], last, end) : end]
    return all(word.tag in (".", "NN", "NNS", ")") for word in rest) and not any(
        word.tag in ("IN", "TO", "VBG", "VBN") for word in words[at:last]
    )


def _shows_figure(words: Sequence[Word], at: int, end: int, starts: dict[int, Quantity]) -> bool:
    """Tell "with London and the South East showing declines of 0.2%": a subject, a participle, then a figure."""
    participle = False
    for ahead in range(at + 2, min(end, at + FAR)):
        participle = participle or words[ahead].tag == "VBG"
        if participle and ahead in starts:
            return True
        if words[ahead].tag in FINITE:
            return False
    return False


def _has_verb(words: Sequence[Word], start: int, end: int) -> bool:
    return any(word.tag in FINITE for word in words[start : min(end, start + FAR)])


def _stretch(words: Sequence[Word], at: int, end: int) -> int:
    """Give the end of what stands up to the next comma or "and"; a thought of forty words is no figure."""
    limit = min(end, at + FAR)
    stop = at + 1
    while stop < limit and words[stop].text not in (",", ";") and words[stop].lower != "and":
        stop += 1
    return stop


def _word_after(words: Sequence[Word], quantity: Quantity, at: int, end: int) -> int:
    while at < end and words[at].start < quantity.end:
        at += 1
    return at


def _placed(words: Sequence[Word], at: int, end: int) -> bool:
    """Tell whether a preposition with a name or noun follows a figure: "12 in Kent"."""
    tags = ("NNP", "NNPS", "DT", "NN", "NNS", "JJ", "JJR", "JJS", "PRP$", "CD")
    return at + 1 < end and words[at].lower in PLACES and words[at + 1].tag in tags


def _list_opening(words: Sequence[Word], clause: Clause, first: int) -> Cut | None:
    """Find where the first figure of a list begins: after "made up of", at "with a ... of"."""
    if clause.finite is None or first - clause.finite.end < SHORT:
        return None
    at = first - 1
    if words[at].lower in ("of", ":", "–", "-", "including"):
        back = at
        while back > clause.finite.end and (
            words[back - 1].tag in ("VBN", "VBG", "RP", ",") or words[back - 1].lower in ("made", "up", "comprising")
        ):
            back -= 1
        if back < at:
            return back, first
    while at > clause.finite.end and first - at < 14:
        if words[at].lower == "with":
            return at, at + 1
        at -= 1
    return None
