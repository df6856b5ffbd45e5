"""Matcher: was this checked before, and does it say the same?

Candidates from the full-text index, ranked by the declared policy, the best of them compared: each match comes with its
relation, the rule that decided it, and the reasons. The same code serves a list in memory and the desk's database.
"""

from __future__ import annotations

import datetime
from collections.abc import Iterable, Mapping
from typing import Any, Protocol

from factcheck.matching.candidates import CandidateIndex
from factcheck.matching.compare import compare_fingerprints
from factcheck.matching.fingerprint import Fingerprint, make_fingerprint
from factcheck.matching.indexing import prepare
from factcheck.matching.ranking import rank, with_relation
from factcheck.matching.values import Comparison, Match
from factcheck.settings import Settings
from factcheck.vocabulary import Relation

__all__ = ["Matcher", "claim_day"]


class Archive(Protocol):
    """Earlier claims by the row that the index files them under."""

    def index(self) -> CandidateIndex:
        """Give the index over them."""

    def claim(self, row: int) -> Mapping[str, Any] | None:
        """Give the claim of a row: id, text, and what else is known of it; None where it is gone."""


class Matcher:
    """Find the earlier claims that a text repeats, contradicts, updates or touches."""

    def __init__(self, checked_claims: Iterable[Mapping[str, Any]]) -> None:
        """Index a list of claims in memory.

        Each is a mapping with `id` and `text`, and where known `title`, `body` (the review's text, appearances), `date`,
        `claimant`, `verdict` and whatever else should come back with a match. A claim without a letter or digit is kept and never
        found.

        >>> matcher = Matcher([{"id": 7, "text": "The Civic Union won 73 of 329 seats.", "verdict": "right"}])
        >>> match = matcher.search("The Civic Union took 75 of the 329 seats")[0]
        >>> match.claim_id, match.relation.value, match.earlier["verdict"]
        (7, 'conflict', 'right')
        """
        self._archive: Archive = _ListArchive(checked_claims)
        self._index = self._archive.index()

    @classmethod
    def open(cls, database: str = "claims.db") -> Matcher:
        """Match against a desk's database: its claims and its earlier checks, read only.

        Raises:
            StoreError: when the file is missing, damaged, or no database of ours.
        """
        from factcheck.matching.desk_archive import DeskArchive  # only here is the store needed

        matcher = cls.__new__(cls)
        matcher._archive = DeskArchive(database)
        matcher._index = matcher._archive.index()
        return matcher

    def __len__(self) -> int:
        """Give the number of earlier claims."""
        return len(self._index)

    def search(self, text: str, limit: int = 5, date: datetime.date | None = None) -> list[Match]:
        """Find the earlier claims for a text, best first.

        `date` is the day the text is printed: its relative dates count from it. A score is the likelihood that this claim is the
        one meant: by the ranking's policy, and by how the two claims stand. Nothing is confirmed by it.
        """
        if limit < 1 or not any(c.isalnum() for c in text):
            return []
        prepared = prepare(text)
        printed: Fingerprint | None = None
        matches = []
        for place, (candidate, score, _) in enumerate(
            rank(prepared, self._index.find(prepared))[: max(limit, COMPARED)]
        ):
            if place >= limit and with_relation(score, Relation.SAME) < _WORTH:
                break  # no relation could lift it
            claim = self._archive.claim(candidate.row)
            if claim is None:
                continue
            words = str(claim.get("text") or "")
            printed = printed or make_fingerprint(text, date)
            found = compare_fingerprints(printed, make_fingerprint(words, claim_day(claim.get("date"))))
            matches.append(
                Match(
                    claim_id=claim.get("id"),
                    relation=found.relation,
                    score=_score(score, found),
                    reasons=found.reasons,
                    text=words,
                    decided_by=found.decided_by,
                    earlier={key: value for key, value in claim.items() if key not in {"id", "text", "body"}},
                )
            )
        matches.sort(key=lambda match: -match.score)  # equal scores stay in the ranking's order
        return matches[:limit]


def _score(score: float, found: Comparison) -> float:
    """Give a match's score once the claims are compared.

    What the typed comparison makes certain is always suggested: in a small archive the ranking can tell little.
    """
    likely = with_relation(score, found.relation)
    if found.relation in _CERTAIN and found.score >= _MUCH:
        likely = max(likely, Settings().suggest)
    return round(likely, 4)


_CERTAIN = frozenset({Relation.SAME, Relation.CONFLICT, Relation.UPDATED})
_MUCH = 0.6
"""How alike two claims must be for the comparison to be certain."""

COMPARED = 10
"""How many candidates are compared where the relation could lift one that the ranking puts behind."""
_WORTH = 0.4


def claim_day(value: object) -> datetime.date | None:
    """Read a claim's date, however it comes; what is no date counts as none."""
    if isinstance(value, datetime.datetime):
        return value.date()
    if isinstance(value, datetime.date):
        return value
    try:
        return datetime.date.fromisoformat(str(value)[:10]) if value else None
    except ValueError:
        return None


class _ListArchive:
    """Hold earlier claims in a list; a claim's row is its place."""

    def __init__(self, claims: Iterable[Mapping[str, Any]]) -> None:
        self._claims = list(claims)

    def index(self) -> CandidateIndex:
        return CandidateIndex.in_memory(
            (str(c.get("text") or ""), str(c.get("title") or ""), str(c.get("body") or "")) for c in self._claims
        )

    def claim(self, row: int) -> Mapping[str, Any]:
        return self._claims[row]
