"""Duplicates: which claims of an archive say the same, in groups with reasons; nothing is merged.

Claims in the same words are one wording. Each wording asks the index for those most like it, and the typed comparison decides;
so the cost grows with the number of wordings, not with that of their pairs. "Same" does not carry over ("about 70" goes with 68
and with 73, which contradict each other): in a group, every two wordings were compared and say the same. A claim may therefore
stand in two groups.
"""

from __future__ import annotations

import datetime
from collections import defaultdict
from collections.abc import Callable, Collection, Iterable, Iterator, Mapping, Sequence
from dataclasses import dataclass, field
from typing import Any

from factcheck.matching.candidates import CandidateIndex
from factcheck.matching.compare import compare_fingerprints
from factcheck.matching.fingerprint import Fingerprint, make_fingerprint
from factcheck.matching.indexing import prepare
from factcheck.matching.matcher import claim_day
from factcheck.matching.ranking import rank, with_relation
from factcheck.matching.values import Comparison
from factcheck.settings import Settings
from factcheck.values import Value
from factcheck.vocabulary import Relation

__all__ = ["Duplicate", "DuplicateGroup", "find_duplicates"]

NEAREST = 12
"""How many candidates of a wording are looked at: it is one of its own, and a rewording stands near the top."""

WIDEST = 50
"""How many wordings a group may hold; more begin another, so that one saying in thousands of wordings stays affordable."""


@dataclass(frozen=True, slots=True)
class Duplicate(Value):
    """Hold one claim of a group, and how it stands to the group's first.

    Attributes:
        claim_id: its id, as it was given.
        text: its words.
        score: 0..1, how alike it and the group's first are; 1.0 for the first.
        reasons: why it says the same, the decisive one first; empty for the first.
        decided_by: the rule that decided; empty for the first.
        earlier: its other fields (date, claimant, verdict, publisher ...).
    """

    claim_id: Any
    text: str
    score: float
    reasons: tuple[str, ...]
    decided_by: str
    earlier: Mapping[str, Any] = field(default_factory=dict)


@dataclass(frozen=True, slots=True)
class DuplicateGroup(Value):
    """Hold claims that say the same, in the order in which they were given.

    Attributes:
        claims: two or more.
        verdicts: the different verdicts among them, in the publishers' words: more than one is worth a look.
    """

    claims: tuple[Duplicate, ...]
    verdicts: tuple[str, ...]


def find_duplicates(
    checked_claims: Iterable[Mapping[str, Any]],
    *,
    among: Collection[Any] | None = None,
    apart: Iterable[tuple[Any, Any]] = (),
    least: float | None = None,
    show: Callable[[int, int], None] | None = None,
) -> list[DuplicateGroup]:
    """Find the groups of claims that say the same.

    Args:
        checked_claims: mappings with `id` and `text`, and where known `date`, `verdict` and whatever should come back.
        among: ids; only groups that hold one of them, which costs only as much as they are many.
        apart: pairs of ids of which a person said that they are not the same: they never share a group.
        least: how likely a rewording must be by the matching's score, 0..1; without it, what a suggestion needs. The same words
            need nothing.
        show: is told now and then how many wordings of how many are done.

    >>> groups = find_duplicates([
    ...     {"id": "K1", "text": "The Civic Union won 73 of 329 seats."},
    ...     {"id": "K2", "text": "The Civic Union won 75 of 329 seats."},
    ...     {"id": "K3", "text": "Seventy-three of the 329 seats were won by the Civic Union."},
    ... ])
    >>> [[claim.claim_id for claim in group.claims] for group in groups]
    [['K1', 'K3']]
    """
    claims = [claim for claim in checked_claims if any(c.isalnum() for c in str(claim.get("text") or ""))]
    wordings = _wordings(claims)
    wanted = None if among is None else set(among)
    asking = [
        number
        for number, wording in enumerate(wordings)
        if wanted is None or any(claims[place].get("id") in wanted for place in wording.places)
    ]
    pairs = _Pairs(wordings)
    pairs.search(asking, Settings().suggest if least is None else least, show)
    kept_apart: dict[Any, set[Any]] = defaultdict(set)
    for one, other in apart:
        kept_apart[one].add(other)
        kept_apart[other].add(one)
    found = []
    for numbers in sorted(
        [*pairs.groups(), *([n] for n in asking if len(wordings[n].places) > 1 and not pairs.same[n])]
    ):
        places = sorted(place for number in numbers for place in wordings[number].places)
        for members in _respecting(places, claims, kept_apart):
            if len(members) > 1 and (wanted is None or any(claims[place].get("id") in wanted for place in members)):
                found.append((members, _group([claims[place] for place in members])))
    found.sort(key=lambda entry: entry[0])
    return [group for _, group in found]


@dataclass(slots=True)
class _Wording:
    """Hold what is said in one way: its words, the day they count from, and the places of the claims in these words."""

    text: str
    date: datetime.date | None
    places: list[int]

    @property
    def fingerprint(self) -> Fingerprint:
        return make_fingerprint(self.text, self.date)  # kept by its own cache: an archive's would not fit in memory


def _wordings(claims: Sequence[Mapping[str, Any]]) -> list[_Wording]:
    """Gather claims in the same words; where the words name days by the date of print, those must agree, too."""
    as_written: dict[tuple[str, datetime.date | None], list[int]] = defaultdict(list)
    for place, claim in enumerate(claims):
        as_written[str(claim["text"]), claim_day(claim.get("date"))].append(place)
    found: dict[tuple[object, ...], _Wording] = {}
    for (text, date), places in as_written.items():
        read = make_fingerprint(text, date)
        key = (read.plain, tuple((period.first, period.last) for period in read.periods))
        if key in found:
            found[key].places += places
        else:
            found[key] = _Wording(text, date, list(places))
    return list(found.values())


class _Pairs:
    """Hold which wordings say the same, each pair compared once."""

    def __init__(self, wordings: Sequence[_Wording]) -> None:
        self._wordings = wordings
        self._known: dict[tuple[int, int], bool] = {}
        self.same: dict[int, set[int]] = defaultdict(set)

    def search(self, asking: Sequence[int], least: float, show: Callable[[int, int], None] | None) -> None:
        """Hold each of the asking wordings against those that the index gives for it, and that would be likely if the same."""
        index = CandidateIndex.in_memory((wording.text, "", "") for wording in self._wordings)
        for done, number in enumerate(asking):
            if show is not None and done % 50 == 0:
                show(done, len(asking))
            prepared = prepare(self._wordings[number].text)
            for candidate, score, _ in rank(prepared, index.find(prepared, NEAREST)):
                if candidate.row != number and with_relation(score, Relation.SAME) >= least:
                    self.are_same(number, candidate.row)

    def are_same(self, one: int, other: int) -> bool:
        """Tell whether two wordings say the same."""
        pair = (min(one, other), max(one, other))
        if pair not in self._known:
            a, b = self._wordings[pair[0]], self._wordings[pair[1]]
            self._known[pair] = compare_fingerprints(a.fingerprint, b.fingerprint).relation is Relation.SAME
            if self._known[pair]:
                self.same[one].add(other)
                self.same[other].add(one)
        return self._known[pair]

    def groups(self) -> Iterator[list[int]]:
        """Give groups in which every two say the same, until each pair that does stands in one."""
        covered: set[tuple[int, int]] = set()
        for first in sorted(self.same):
            for second in sorted(self.same[first]):
                if second < first or (first, second) in covered:
                    continue
                group = self._grown([first, second])
                covered.update((a, b) for a in group for b in group if a < b)
                yield sorted(group)

    def _grown(self, group: list[int]) -> list[int]:
        """Add the wordings that say the same as every one in the group, nearest first."""
        seen = set(group)
        for member in group:  # it grows meanwhile: the neighbours of those that joined are asked, too
            for other in sorted(self.same[member].difference(seen)):
                if len(group) >= WIDEST:
                    return group
                seen.add(other)
                if all(self.are_same(other, known) for known in group):
                    group.append(other)
        return group


def _respecting(
    places: Sequence[int], claims: Sequence[Mapping[str, Any]], apart: Mapping[Any, set[Any]]
) -> Iterator[list[int]]:
    """Split a group where a person said no to a pair; whoever is left out of one part leads another."""
    leading = list(places[:1])
    led: set[int] = set()
    while leading:
        lead = leading.pop(0)
        led.add(lead)
        members: list[int] = []
        ids: set[Any] = set()
        for place in (lead, *(place for place in places if place != lead)):
            own = claims[place].get("id")
            if apart.get(own, frozenset()).isdisjoint(ids):
                members.append(place)
                ids.add(own)
            elif place not in led and place not in leading:
                leading.append(place)
        leading = [place for place in leading if place not in members]
        yield sorted(members)


def _group(claims: Sequence[Mapping[str, Any]]) -> DuplicateGroup:
    """Make the group, each claim with how it stands to the first."""
    first = make_fingerprint(str(claims[0]["text"]), claim_day(claims[0].get("date")))
    members = [_member(claims[0], None)]
    for claim in claims[1:]:
        own = make_fingerprint(str(claim["text"]), claim_day(claim.get("date")))
        members.append(_member(claim, compare_fingerprints(own, first)))
    verdicts: dict[str, str] = {}
    for claim in claims:
        if claim.get("verdict"):
            verdicts.setdefault(str(claim["verdict"]).strip().casefold(), str(claim["verdict"]).strip())
    return DuplicateGroup(tuple(members), tuple(verdicts.values()))


def _member(claim: Mapping[str, Any], found: Comparison | None) -> Duplicate:
    rest = {key: value for key, value in claim.items() if key not in {"id", "text", "body"} and value is not None}
    if found is None:
        return Duplicate(claim.get("id"), str(claim["text"]), 1.0, (), "", rest)
    return Duplicate(claim.get("id"), str(claim["text"]), found.score, found.reasons, found.decided_by, rest)
