"""Parts of a whole held against the share stated beside them, and parts held against their total."""

from __future__ import annotations

import re
from collections.abc import Iterator, Sequence
from fractions import Fraction
from itertools import pairwise

from factcheck.detection.consistency_places import (
    Place,
    allowed_share,
    finding,
    is_figure,
    written,
    written_share,
)
from factcheck.detection.values import Finding, Quantity
from factcheck.vocabulary import Hedge, QuantityKind

__all__ = ["check_shares", "check_totals"]

SHARE = (QuantityKind.PERCENTAGE, QuantityKind.PROPORTION)
# What may stand between a part of a whole and its share when the second repeats the first in other terms.
SAME_AGAIN = re.compile(
    r"\s*(?:[^\W\d_]+ ){0,3}?(?:[(,;–—-]\s*)(?:or|i\.e\.,?|that is,?|equivalent to|equal to|making up|representing|"
    r"which is|accounting for|amounting to|just)?,?\s*",
    re.IGNORECASE,
)
IN_BRACKETS = re.compile(r"\s*\(\s*(?:or |i\.e\.,? )?", re.IGNORECASE)
# A share that is followed by these is a comparison, or a share of something else.
OTHER_MEANING = re.compile(
    r"\s*(?:more|less|fewer|higher|lower|above|below|up|down|points?|increase|decrease|rise|fall|drop|growth|on\b|off\b|"
    r"compared|than|from|over)",
    re.IGNORECASE,
)
OF_OTHER = re.compile(
    r"\s*of\s+(?!(?:the\s+)?(?:total|whole|all|them|those|house|chamber|parliament|assembly)\b)", re.IGNORECASE
)
OWN_BASE = re.compile(r"\bof (?:(?:the|all|its|their|those|his|her) )*(.+)$", re.IGNORECASE)
OF_WHOLE = re.compile(r"\s*\)?\s*of\s+(?:the|its|their|all|all the|his|her|our)?\s*$", re.IGNORECASE)
OF_BEFORE = re.compile(r"\bof (?:the |its |their |all |all the )?$", re.IGNORECASE)
TOTAL_BEFORE = re.compile(r"\b(?:there (?:are|were|is|was)|total of|all|altogether)(?: \w+){0,2} $", re.IGNORECASE)
MADE_UP = re.compile(
    r"\b(?:made up of|comprising|comprised of|consisting of|consists? of|consisted of|divided into|split into|namely)\b"
    r"|:(?=\s)",
    re.IGNORECASE,
)
INCOMPLETE = re.compile(
    r"\b(?:including|others?|rest|remaining|remainder|among|such as|e\.g\.|for example|each|apiece|per|both|mostly|"
    r"mainly|at least|plus|as well as|another)\b",
    re.IGNORECASE,
)
LONGEST_LEAD = 90


def check_shares(places: Sequence[Place]) -> Iterator[Finding]:
    """Hold N of M, or a count of a stated whole, against the percentage or fraction beside it."""
    totals = _totals(places)
    for place in places:
        for first, second in pairwise(place.quantities):
            yield from _ratio_and_share(place, first, second)
            yield from _count_and_share(place, first, second, totals)


def _ratio_and_share(place: Place, first: Quantity, second: Quantity) -> Iterator[Finding]:
    ratio, share = (first, second) if first.part is not None else (second, first)
    part, whole = ratio.part, ratio.whole
    if part is None or not whole or ratio.kind != QuantityKind.PROPORTION:
        return
    if share.part is not None or not is_figure(share, *SHARE) or not SAME_AGAIN.fullmatch(place.between(first, second)):
        return
    if not _is_of_the_same(place, share, ratio):
        return
    value = part / whole
    agrees = ratio.hedge != Hedge.EXACT or allowed_share(share).holds(value)
    equation = f"{written(part)} / {written(whole)} = {written_share(value)}, stated as {share.text}"
    yield finding("share of a whole", agrees, equation, ratio, share)


def _is_of_the_same(place: Place, share: Quantity, ratio: Quantity) -> bool:
    """Tell whether nothing after or before a share gives it another base than the ratio's."""
    after = place.after(share)
    if OTHER_MEANING.match(after) or re.search(r"\b(?:up|down|by|rise|fall|increase|drop) $", place.before(share, 20)):
        return False
    own_base = OWN_BASE.search(share.text)
    if own_base and len(own_base[1].split()) > 1:
        return False  # "a third of the budget vote" is not of all votes
    if not OF_OTHER.match(after):
        return not (share.unit and ratio.unit and share.unit != ratio.unit)
    return False


def _totals(places: Sequence[Place]) -> dict[str, list[Quantity]]:
    """Collect, by counted noun, the counts that the text gives as totals: "there are 650", "650 ... made up of"."""
    totals: dict[str, list[Quantity]] = {}
    for place in places:
        for quantity in place.quantities:
            if not is_figure(quantity, QuantityKind.COUNT) or not quantity.unit or quantity.hedge != Hedge.EXACT:
                continue
            made_up = MADE_UP.search(place.after(quantity, 60))
            if TOTAL_BEFORE.search(place.before(quantity)) or (made_up and made_up.group() != ":"):
                totals.setdefault(quantity.unit, []).append(quantity)
    return totals


def _count_and_share(
    place: Place, count: Quantity, share: Quantity, totals: dict[str, list[Quantity]]
) -> Iterator[Finding]:
    if not is_figure(count, QuantityKind.COUNT) or not is_figure(share, *SHARE) or share.part is not None:
        return
    if not IN_BRACKETS.fullmatch(place.between(count, share)) or not re.match(r"\s*\)", place.after(share)):
        return
    leading = next((q for q in reversed(place.quantities) if q.end <= count.start), None)
    following = next((q for q in place.quantities if q.start >= share.end), None)
    whole = None
    if following is not None and OF_WHOLE.fullmatch(place.between(share, following)):
        whole = following if is_figure(following, QuantityKind.COUNT) else None
    elif leading is not None and OF_BEFORE.search(place.before(leading)) and place.between(leading, count) == ", ":
        whole = leading if is_figure(leading, QuantityKind.COUNT) else None
    elif count.unit in totals and len({q.value for q in totals[count.unit]}) == 1:
        whole = totals[count.unit][0]
    if (
        whole is None
        or not isinstance(count.value, Fraction)
        or not isinstance(whole.value, Fraction)
        or not whole.value
    ):
        return
    if whole.value < count.value or Hedge.EXACT not in (whole.hedge,):
        return
    value = count.value / whole.value
    agrees = count.hedge != Hedge.EXACT or allowed_share(share).holds(value)
    equation = f"{written(count.value)} / {written(whole.value)} = {written_share(value)}, stated as {share.text}"
    yield finding("share of a whole", agrees, equation, count, share, whole)


def check_totals(places: Sequence[Place]) -> Iterator[Finding]:
    """Hold a total against the parts that the sentence says it is made up of."""
    for place in places:
        for index, total in enumerate(place.quantities):
            if not is_figure(total, QuantityKind.COUNT, QuantityKind.MONEY, QuantityKind.PERCENTAGE):
                continue
            parts = _parts(place, index)
            if parts:
                yield _sum(total, parts)


def _parts(place: Place, index: int) -> list[Quantity]:
    """Collect the parts that follow a total; none unless every figure up to the sentence's end is one of them."""
    total = place.quantities[index]
    lead = place.after(total, LONGEST_LEAD)
    cue = MADE_UP.search(lead)
    rest = place.text[total.end - place.start :]
    parts = list(place.quantities[index + 1 :])
    if cue is None or len(parts) < 2 or INCOMPLETE.search(rest) or total.hedge not in (Hedge.EXACT, Hedge.APPROX):
        return []
    if parts[0].start < total.end + cue.start():
        return []
    same = all(
        part.kind == total.kind
        and isinstance(part.value, Fraction)
        and part.hedge == Hedge.EXACT
        and part.part is None
        and _counts_alike(part, total)
        for part in parts
    )
    return parts if same and _is_list(place, parts) else []


def _counts_alike(part: Quantity, total: Quantity) -> bool:
    """Tell whether a part may be added up to a total: money in the same currency, people as men and women."""
    return total.kind != QuantityKind.MONEY or part.unit == total.unit


def _is_list(place: Place, parts: Sequence[Quantity]) -> bool:
    """Tell whether the parts are joined by commas and one "and", and nothing else follows."""
    gaps = [place.between(a, b) for a, b in pairwise(parts)]
    joined = all(re.search(r",|;|\band\b", gap) and len(gap) < 60 for gap in gaps)
    tail = place.after(parts[-1], 80)
    closed = not re.search(r",|;|\b(?:but|while|which|who|was|were|will|has|have|had)\b", tail)
    return joined and "and" in gaps[-1] and closed


def _sum(total: Quantity, parts: Sequence[Quantity]) -> Finding:
    values = [part.value for part in parts if isinstance(part.value, Fraction)]
    added = sum(values, Fraction(0))
    stated = total.value if isinstance(total.value, Fraction) else Fraction(0)
    show = written_share if total.kind == QuantityKind.PERCENTAGE else written
    rounding = sum((_rounding(part) for part in (total, *parts)), Fraction(0))
    near = max(rounding, abs(stated) * Fraction(1, 10) if total.hedge == Hedge.APPROX else Fraction(0))
    agrees = abs(added - stated) <= near
    within = ", within rounding" if agrees and added != stated else ""
    equation = f"{' + '.join(show(value) for value in values)} = {show(added)}, stated as {total.text}{within}"
    return finding("parts and total", agrees, equation, total, *parts)


def _rounding(quantity: Quantity) -> Fraction:
    interval = allowed_share(quantity)
    if interval.low is None or interval.high is None or quantity.hedge != Hedge.EXACT:
        return Fraction(0)
    return (interval.high - interval.low) / 2
