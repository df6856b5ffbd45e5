"""The same figure stated twice: in the headline and the body, or in two sentences that say the same."""

from __future__ import annotations

import re
from collections import deque
from collections.abc import Iterator, Sequence
from fractions import Fraction

from factcheck.detection.consistency_places import Place, allowed, finding
from factcheck.detection.values import Finding, Quantity
from factcheck.vocabulary import Hedge, QuantityKind

__all__ = ["check_headline", "check_repeats"]

COUNTED = (QuantityKind.COUNT, QuantityKind.MONEY, QuantityKind.MEASURE)
WORD = re.compile(r"[^\W\d_][\w’'-]*")
LEAD_SENTENCES = 4
MOST_IN_TITLE = 8
RECENT = 8
FEWEST_WORDS, SAME_SHARE = 4, Fraction(4, 5)
# Words that say the second figure is another one: of another time, or of some only.
ANOTHER = re.compile(
    r"\b(?:another|more|additional|further|later|earlier|previous\w*|former\w*|now|then|initially|first|revised|updated|"
    r"up|down|rose|fell|since|already|still|other|others|remaining|rest|of (?:the|them|those|whom|which)|each|if|would|"
    r"could|may|might|not)\b",
    re.IGNORECASE,
)
SMALL = frozenset(
    re.findall(
        r"\w+",
        "the a an of in on at to for from by with and or but as is are was were be been has have had it its "
        "his her their they she that this these those who which said says say about over under after before into than there not no",
    )
)


def check_headline(title: Place | None, places: Sequence[Place]) -> Iterator[Finding]:
    """Hold each count of the headline against the first sentences that count the same thing of the same story."""
    if title is None or ANOTHER.search(title.text):
        return
    by_unit: dict[tuple[str, str | None], list[tuple[int, Place, Quantity]]] = {}
    for number, place in enumerate(places):
        for quantity in _counts(place):
            by_unit.setdefault((quantity.kind, quantity.unit), []).append((number, place, quantity))
    words = _content(title)
    for stated in _counts(title)[:MOST_IN_TITLE]:
        same = by_unit.get((stated.kind, stated.unit), [])
        agreeing = next((q for _, _, q in same if _agree(stated, q)), None)
        if agreeing is not None:
            yield finding("headline and body", True, f"{stated.text} = {agreeing.text}", stated, agreeing)
            continue
        lead = [
            q
            for number, place, q in same
            if number < LEAD_SENTENCES and len(words & _content(place)) >= 2 and not ANOTHER.search(place.text)
        ]
        exact = all(q.hedge == Hedge.EXACT for q in (stated, *lead))
        # an article speaks of many sums of money; only the same thing counted twice is held against itself
        if exact and stated.kind == QuantityKind.COUNT and len({q.value for q in lead}) == 1:
            yield finding("headline and body", False, f"{stated.text} ≠ {lead[0].text}", stated, lead[0])


def check_repeats(places: Sequence[Place]) -> Iterator[Finding]:
    """Hold two sentences against each other that say the same but for one figure."""
    by_unit: dict[tuple[str, str], list[tuple[Place, Quantity]]] = {}
    for place in places:
        counts = _counts(place)
        if len(counts) == 1 and not ANOTHER.search(place.text):
            by_unit.setdefault((counts[0].kind, counts[0].unit or ""), []).append((place, counts[0]))
    for (_, unit), group in by_unit.items():
        if unit:
            yield from _compare(group)


def _compare(group: Sequence[tuple[Place, Quantity]]) -> Iterator[Finding]:
    """Compare each sentence with the few before it that count the same thing and say the same but for the figure."""
    seen: deque[tuple[frozenset[str], Place, Quantity]] = deque(maxlen=RECENT)
    for place, quantity in group:
        words = frozenset(_content(place))
        if len(words) < FEWEST_WORDS:
            continue
        for earlier_words, earlier_place, earlier in seen:
            if _alike(earlier_words, words) and _same_names(earlier_place, place) and not _agree(earlier, quantity):
                yield finding("the same count twice", False, f"{earlier.text} ≠ {quantity.text}", earlier, quantity)
                break
        seen.append((words, place, quantity))


def _alike(a: frozenset[str], b: frozenset[str]) -> bool:
    return len(a & b) >= FEWEST_WORDS and Fraction(len(a & b), max(len(a), len(b))) >= SAME_SHARE


def _same_names(a: Place, b: Place) -> bool:
    """Tell whether two sentences name the same and are of the same time: no name or date is in one only."""
    dates = [{q.value or q.text for q in place.quantities if q.kind == QuantityKind.DATE} for place in (a, b)]
    names = [set(re.findall(r"(?<=[^\s.!?“”\"] )[A-Z][\w’'-]+", place.text)) for place in (a, b)]
    return dates[0] == dates[1] and names[0] == names[1]


def _counts(place: Place) -> list[Quantity]:
    return [
        q
        for q in place.quantities
        if q.kind in COUNTED and q.part is None and q.unit and isinstance(q.value, Fraction) and q.hedge != Hedge.VAGUE
    ]


def _agree(a: Quantity, b: Quantity) -> bool:
    """Tell whether some value satisfies both figures, each with its rounding and its hedge."""
    one, two = allowed(a), allowed(b)
    if None in (one.low, one.high, two.low, two.high):
        return a.value == b.value  # "at least 7" says little of 48
    return one.meets(two.low, two.high) if two.low is not None and two.high is not None else False


def _content(place: Place) -> set[str]:
    """Give a sentence's content words, cut to a rough stem, without its figures."""
    text = place.text
    for quantity in place.quantities:
        if quantity.kind != QuantityKind.DATE:
            text = text.replace(quantity.text, " ", 1)
    words = (word.lower().removesuffix("’s").removesuffix("'s") for word in WORD.findall(text))
    return {word[:6] for word in words if word not in SMALL and len(word) > 2}
