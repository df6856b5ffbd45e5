"""Alignment: which word, name, number and date of one claim stands for which of the other, and what is left on either side."""

from __future__ import annotations

from collections import defaultdict, deque
from collections.abc import Iterable, Sequence
from dataclasses import dataclass

from factcheck.matching.amounts import Amount, agree, comparable, units_meet
from factcheck.matching.fingerprint import Fingerprint
from factcheck.matching.names import pair_names
from factcheck.matching.periods import stand
from factcheck.matching.spelling import is_variant
from factcheck.matching.terms import Term

__all__ = ["Alignment", "AmountPair", "PeriodPair", "TermPair", "align"]

_MOST_AMOUNTS = 24
_MOST_REPEATS = 12
"""How often one word may stand in a claim before its further places are no longer tried."""


@dataclass(frozen=True, slots=True)
class TermPair:
    """Hold two terms that stand for each other; `how`: name, word, synonym, stem, denied, pole, opposite or converse."""

    a: Term
    b: Term
    how: str


@dataclass(frozen=True, slots=True)
class AmountPair:
    """Hold two amounts on one scale: whether they agree, and whether they count the same sort of thing."""

    a: Amount
    b: Amount
    agrees: bool
    same_thing: bool


@dataclass(frozen=True, slots=True)
class PeriodPair:
    """Hold the indices of two dates and how they stand: equal, within, around, overlap, apart or unknown."""

    a: int
    b: int
    stand: str


@dataclass(frozen=True, slots=True)
class Alignment:
    """Hold two fingerprints side by side.

    Attributes:
        a: the first claim.
        b: the second.
        pairs: terms that stand for each other.
        only_a: terms of the first that found none.
        only_b: terms of the second that found none.
        swaps: leftover terms in one slot: (of a, of b), what one says in the other's place.
        names: pairs of names that are one, as indices into `a.names` and `b.names`.
        names_a: indices of the names only the first has.
        names_b: indices of the names only the second has.
        speakers_a: indices of the names only the first has, and only to say who reports.
        speakers_b: the same of the second.
        amounts: pairs of amounts.
        amounts_a: amounts only the first has.
        amounts_b: amounts only the second has.
        periods: pairs of dates.
        cover_a: the share of the first's meaning that the second holds, 0..1.
        cover_b: the share of the second's meaning that the first holds, 0..1.
    """

    a: Fingerprint
    b: Fingerprint
    pairs: tuple[TermPair, ...]
    only_a: tuple[Term, ...]
    only_b: tuple[Term, ...]
    swaps: tuple[tuple[Term, Term], ...]
    names: tuple[tuple[int, int], ...]
    names_a: tuple[int, ...]
    names_b: tuple[int, ...]
    speakers_a: tuple[int, ...]
    speakers_b: tuple[int, ...]
    amounts: tuple[AmountPair, ...]
    amounts_a: tuple[Amount, ...]
    amounts_b: tuple[Amount, ...]
    periods: tuple[PeriodPair, ...]
    cover_a: float
    cover_b: float


def align(a: Fingerprint, b: Fingerprint) -> Alignment:
    """Hold two claims side by side."""
    names = pair_names(a, b)
    pairs = _pair_terms(a, b, names)
    used_a, used_b = {p.a.at for p in pairs}, {p.b.at for p in pairs}
    only_a = tuple(t for t in a.terms if t.at not in used_a)
    only_b = tuple(t for t in b.terms if t.at not in used_b)
    amounts = _pair_amounts(a, b, pairs)
    matched_a, matched_b = {id(p.a) for p in amounts}, {id(p.b) for p in amounts}
    return Alignment(
        a=a,
        b=b,
        pairs=pairs,
        only_a=only_a,
        only_b=only_b,
        swaps=_swaps(a, b, only_a, only_b, pairs),
        names=names,
        names_a=_lone_names(a, {i for i, _ in names}, used_a),
        names_b=_lone_names(b, {j for _, j in names}, used_b),
        speakers_a=_lone_names(a, {i for i, _ in names}, used_a, speaking=True),
        speakers_b=_lone_names(b, {j for _, j in names}, used_b, speaking=True),
        amounts=amounts,
        amounts_a=tuple(x for x in a.amounts if id(x) not in matched_a),
        amounts_b=tuple(x for x in b.amounts if id(x) not in matched_b),
        periods=_pair_periods(a, b),
        cover_a=_cover(a, used_a, amounts, a.amounts),
        cover_b=_cover(b, used_b, amounts, b.amounts),
    )


def _pair_terms(a: Fingerprint, b: Fingerprint, names: Iterable[tuple[int, int]]) -> tuple[TermPair, ...]:
    """Pair terms: names first, then by word, synonym, stem, and opposite."""
    pairs: list[TermPair] = []
    free_a = dict(enumerate(a.terms))
    free_b = dict(enumerate(b.terms))
    named_a = {i for name in a.names for i in name}
    named_b = {j for name in b.names for j in name}
    for i, j in names:
        for x, y in _zip_names(a, b, i, j):
            if x in free_a or y in free_b:
                pairs.append(TermPair(a.terms[x], b.terms[y], "name"))
                free_a.pop(x, None)
                free_b.pop(y, None)
    for tier, how in enumerate(("word", "synonym", "stem", "compound")):
        index: dict[str, list[int]] = defaultdict(list)
        for j, term in free_b.items():
            for key in term.tiers[tier]:
                index[key].append(j)
        for in_slot in (True, False):  # a word in the same slot before one elsewhere
            for i, term in list(free_a.items()):
                found = next(
                    (
                        j
                        for key in term.tiers[tier]
                        for j in index.get(key, ())[:_MOST_REPEATS]
                        if j in free_b
                        and (not in_slot or free_b[j].slot == term.slot)
                        and not (i in named_a and j in named_b)
                        and not (how == "compound" and len(term.at) > 1 and len(free_b[j].at) > 1)
                    ),
                    None,
                )
                if found is not None:
                    pairs.append(TermPair(free_a.pop(i), free_b.pop(found), how))
    pairs.extend(_pair_denied(free_a, free_b))
    pairs.extend(_pair_poles(free_a, free_b))
    return tuple(pairs)


def _zip_names(a: Fingerprint, b: Fingerprint, i: int, j: int) -> Iterable[tuple[int, int]]:
    """Pair the words of two names that are one; a word that only one of them has goes with the other's last."""
    left, right = list(a.names[i]), list(b.names[j])
    for x in list(left):
        for y in right:
            if is_variant(a.terms[x].text, b.terms[y].text):
                left.remove(x)
                right.remove(y)
                yield x, y
                break
    yield from ((x, b.names[j][-1]) for x in left)
    yield from ((a.names[i][-1], y) for y in right)


def _pair_denied(free_a: dict[int, Term], free_b: dict[int, Term]) -> Iterable[TermPair]:
    """Pair a word with the same word under a prefix that denies it: "aware" and "unaware"."""
    index = {word: j for j, term in free_b.items() for word in _own_words(term)}
    for i, term in list(free_a.items()):
        for word in _own_words(term):
            j = next((index[key] for key in _denials(word) if key in index), None)
            if j is not None and j in free_b:
                yield TermPair(free_a.pop(i), free_b.pop(j), "denied")
                break


def _denials(word: str) -> Iterable[str]:
    """Give the words that deny a word, or that it denies, by a prefix."""
    yield from (f"{prefix}{word}" for prefix in _DENYING)
    yield from (word[len(p) :] for p in _DENYING if word.startswith(p) and len(word) - len(p) >= _SHORTEST)


_DENYING = ("un", "in", "im", "ir", "il", "non-", "non", "dis")
_SHORTEST = 4


def _own_words(term: Term) -> Iterable[str]:
    """Give the words of a term that may take such a prefix."""
    return () if term.sort == "name" else (word for word in term.text.lower().split() if len(word) >= _SHORTEST)


def _pair_poles(free_a: dict[int, Term], free_b: dict[int, Term]) -> Iterable[TermPair]:
    """Pair what is left by the axis of opposites: the same pole first, then the other."""
    pairs: list[TermPair] = []
    for how, sign in (("pole", 1), ("opposite", -1)):
        index: dict[tuple[str, int], deque[int]] = defaultdict(deque)
        for j, term in free_b.items():
            for end in term.poles:
                index[end].append(j)
        for i, term in list(free_a.items()):
            for axis, pole in term.poles:
                queue = index.get((axis, pole * sign))
                while queue and queue[0] not in free_b:
                    queue.popleft()
                if queue:
                    pairs.append(TermPair(free_a.pop(i), free_b.pop(queue.popleft()), how))
                    break
    for i, term in list(free_a.items()):
        for j, other in list(free_b.items()):
            if any((turn, -end) in other.converses for turn, end in term.converses):
                pairs.append(TermPair(free_a.pop(i), free_b.pop(j), "converse"))
                break
            if len(free_b) > 200:
                break
    return pairs


def _lone_names(
    print_: Fingerprint, paired: set[int], used: set[tuple[int, ...]], speaking: bool = False
) -> tuple[int, ...]:
    """Give the names of which some word found no counterpart: those that do more than report, or those that report."""
    lone = []
    for index, name in enumerate(print_.names):
        if index in paired:
            continue
        terms = [print_.terms[i] for i in name]
        if any(term.at not in used for term in terms) and any(term.weight for term in terms) != speaking:
            lone.append(index)
    return tuple(lone)


def _pair_amounts(a: Fingerprint, b: Fingerprint, pairs: Sequence[TermPair]) -> tuple[AmountPair, ...]:
    """Pair amounts on one scale: the likeliest pairs first."""
    met_a, met_b = {p.a.at[0]: n for n, p in enumerate(pairs)}, {p.b.at[0]: n for n, p in enumerate(pairs)}
    scored = []
    for i, first in enumerate(a.amounts[:_MOST_AMOUNTS]):
        for j, second in enumerate(b.amounts[:_MOST_AMOUNTS]):
            if not comparable(first, second):
                continue
            same = units_meet(first, second) or _named_elsewhere(first, b) or _named_elsewhere(second, a)
            agrees = agree(first, second)
            near = _neighbours(first, met_a) & _neighbours(second, met_b)
            points = (
                3 * same
                + 2 * agrees
                + (first.preposition == second.preposition)
                + 2 * bool(near)
                + (first.scale == second.scale)
            )
            points += first.unit is not None and first.unit == second.unit
            scored.append((-points, abs(i - j), i, j, agrees, same))
    taken_a, taken_b, found = set[int](), set[int](), []
    for _, _, i, j, agrees, same in sorted(scored):
        if i not in taken_a and j not in taken_b:
            taken_a.add(i)
            taken_b.add(j)
            found.append(AmountPair(a.amounts[i], b.amounts[j], agrees, same))
    return tuple(found)


def _named_elsewhere(amount: Amount, other: Fingerprint) -> bool:
    """Tell whether the other claim names what is counted in another word class: "60 arrests", "143 were arrested"."""
    return any(amount.unit_keys & term.keys for term in other.terms)


def _neighbours(amount: Amount, met: dict[int, int]) -> set[int]:
    return {met[i] for i in range(amount.start - 3, amount.end + 3) if i in met}


def _pair_periods(a: Fingerprint, b: Fingerprint) -> tuple[PeriodPair, ...]:
    """Pair dates: equal ones first, then in order."""
    left, right = list(range(len(a.periods))), list(range(len(b.periods)))
    pairs = []
    for wanted in (("equal",), ("within", "around"), ("overlap", "apart"), ("unknown",)):
        for i in list(left):
            for j in right:
                how = stand(a.periods[i], b.periods[j])
                if how in wanted:
                    pairs.append(PeriodPair(i, j, how))
                    left.remove(i)
                    right.remove(j)
                    break
    return tuple(pairs)


def _swaps(
    a: Fingerprint, b: Fingerprint, only_a: Sequence[Term], only_b: Sequence[Term], pairs: Sequence[TermPair]
) -> tuple[tuple[Term, Term], ...]:
    """Pair leftover terms that stand in one place: what one claim says where the other says something else.

    One place is one slot of the clause for terms of one word class, or beside the same aligned word.
    """
    beside_a, beside_b = (
        _beside(a, {p.a.at: n for n, p in enumerate(pairs)}),
        _beside(b, {p.b.at: n for n, p in enumerate(pairs)}),
    )
    free = [term for term in only_b if term.weight]
    swaps = []
    for term in only_a:
        if not term.weight:
            continue
        for other in free:
            alike = _class_of(term) == _class_of(other)
            slot = alike and (term.slot == other.slot or term.sort == "verb")
            if slot or (
                (alike or "noun" not in {_class_of(term), _class_of(other)}) and beside_a[term.at] & beside_b[other.at]
            ):
                swaps.append((term, other))
                free.remove(other)
                break
    return tuple(swaps)


def _beside(print_: Fingerprint, met: dict[tuple[int, ...], int]) -> dict[tuple[int, ...], set[tuple[str, int]]]:
    """Give for each term the aligned pairs next to it, before and after."""
    found: dict[tuple[int, ...], set[tuple[str, int]]] = {}
    for index, term in enumerate(print_.terms):
        near = found.setdefault(term.at, set())
        for side, step in (("before", -1), ("after", 1)):
            if 0 <= index + step < len(print_.terms):
                other = print_.terms[index + step]
                if other.at in met and other.clause == term.clause:
                    near.add((side, met[other.at]))
    return found


def _class_of(term: Term) -> str:
    return "noun" if term.sort == "name" else term.sort


def _cover(
    print_: Fingerprint, used: set[tuple[int, ...]], amounts: Sequence[AmountPair], own: Sequence[Amount]
) -> float:
    """Give the share of a claim's meaning that the other holds."""
    total = sum(term.weight for term in print_.terms) + len(own)
    held = sum(term.weight for term in print_.terms if term.at in used) + sum(p.agrees for p in amounts)
    return min(1.0, held / total) if total else 0.0
