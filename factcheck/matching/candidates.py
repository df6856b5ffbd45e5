"""Candidates: the earlier claims worth a closer look, from SQLite's full-text index, in memory or in the desk's database.

One table (`factcheck.store.index`, `match_index`) and one query serve both. A word that stands in thousands of claims is left
out where the text has rarer ones: its postings cost most and tell least.
"""

from __future__ import annotations

import math
import sqlite3
from collections.abc import Iterable, Sequence
from typing import Any, NamedTuple

from factcheck.matching.indexing import Prepared, index_columns
from factcheck.store.index import MATCH_COLUMNS

__all__ = ["MOST", "Candidate", "CandidateIndex", "Pool"]

MOST = 30
"""How many candidates are looked at closely."""
_COMMON = 4000
_RARE_ENOUGH = 5
_POSTINGS = 25_000
"""How many places in the index a look-up reads at the most, the rarest words first: its time does not grow with the archive."""
_LONGEST_QUERY = 48
_WEIGHTS = (3.0, 3.0, 1.0, 1.0)
"""What a word counts in the claim, its title, its body, and as a key: a number or a name."""
_TOKENIZER = "porter unicode61 tokenchars '#~.'"


class Candidate(NamedTuple):
    """Hold one candidate: its row, the index's score (higher is better), and its prepared words."""

    row: int
    score: float
    text: tuple[str, ...]
    title: tuple[str, ...]
    body: tuple[str, ...]
    numbers: frozenset[str]
    names: frozenset[str]


class Pool(NamedTuple):
    """Hold the candidates for a text, best first, and what each word of both tells: the rarer, the more."""

    candidates: list[Candidate]
    telling: dict[str, float]


class CandidateIndex:
    """Find candidates among earlier claims by words, numbers and names."""

    def __init__(self, connection: sqlite3.Connection) -> None:
        """Use a connection whose main database has the match index; nothing is written to it."""
        self._connection = connection
        connection.execute(f'create virtual table temp.one_text using fts5(words, tokenize = "{_TOKENIZER}")')
        connection.execute("create virtual table temp.one_text_words using fts5vocab(temp, one_text, instance)")
        self._total = int(connection.execute("select count(*) from match_index_docsize").fetchone()[0])
        self._counts: dict[str, int] = {}

    @classmethod
    def in_memory(cls, claims: Iterable[tuple[str, str, str]]) -> CandidateIndex:
        """Index a list of earlier claims (text, title, body); a row's number is its place in the list."""
        connection = sqlite3.connect(":memory:", check_same_thread=False)
        names = ", ".join(MATCH_COLUMNS)
        connection.execute(f'create virtual table match_index using fts5({names}, tokenize = "{_TOKENIZER}")')
        connection.execute("create virtual table match_index_words using fts5vocab(match_index, row)")
        connection.executemany(
            f"insert into match_index (rowid, {names}) values ({', '.join('?' * (len(MATCH_COLUMNS) + 1))})",  # fixed names
            ((row, *index_columns(*claim).values()) for row, claim in enumerate(claims)),
        )
        connection.commit()
        return cls(connection)

    def __len__(self) -> int:
        return self._total

    def find(self, query: Prepared, limit: int = MOST) -> Pool:
        """Give the best candidates for a prepared text, by BM25 with a weight for each column."""
        words = list(dict.fromkeys((*query.words, *query.numbers, *query.names)))
        counts = self._count(words)
        telling = {word: self._weight(counts[word]) for word in words}
        chosen = self._choose(words, counts)
        if not chosen:
            return Pool([], telling)
        rows: Iterable[Sequence[Any]] = self._connection.execute(
            "select rowid, -rank, text, title, body, keys from match_index"
            " where match_index match ? and rank match ? order by rank limit ?",
            (" OR ".join(f'"{word}"' for word in chosen), f"bm25({', '.join(map(str, _WEIGHTS))})", limit),
        )
        found = [
            Candidate(
                row, score, tuple(text.split()), tuple(title.split()), tuple(body.split()),
                frozenset(key for key in keys.split() if key[0] == "#"), frozenset(key for key in keys.split() if key[0] == "~"),
            )
            for row, score, text, title, body, keys in rows
        ]  # fmt: skip
        others = {word for candidate in found for word in (*candidate.text, *candidate.title)}.difference(telling)
        telling.update((word, self._weight(count)) for word, count in self._count(sorted(others)).items())
        found.sort(key=lambda candidate: (-candidate.score, candidate.row))  # equal scores in the order of the rows
        return Pool(found, telling)

    def _weight(self, count: int) -> float:
        """Give the inverse document frequency of a word; one that no claim holds tells as much as the rarest."""
        return math.log(1 + (self._total - count + 0.5) / (count + 0.5))

    def _choose(self, words: Sequence[str], counts: dict[str, int]) -> list[str]:
        known = sorted((counts[word], place, word) for place, word in enumerate(words) if counts[word])
        rare = [entry for entry in known if entry[0] <= _COMMON]
        if len(rare) >= _RARE_ENOUGH:
            known = rare
        chosen: list[str] = []
        postings = 0
        for count, _, word in known[:_LONGEST_QUERY]:
            postings += count
            if postings > _POSTINGS and len(chosen) >= _RARE_ENOUGH:
                break
            chosen.append(word)
        return chosen

    def _count(self, words: Sequence[str]) -> dict[str, int]:
        """Give for each word the number of claims that hold it."""
        new = [word for word in words if word not in self._counts]
        for at in range(0, len(new), 400):
            part = new[at : at + 400]
            terms = self._terms(part)
            marks = ", ".join("?" * len(part))
            held = dict(
                self._connection.execute(
                    f"select term, doc from match_index_words where term in ({marks})", terms
                )  # marks only
            )
            self._counts.update((word, int(held.get(term, 0))) for word, term in zip(part, terms, strict=True))
        return {word: self._counts[word] for word in words}

    def _terms(self, words: Sequence[str]) -> list[str]:
        """Give the terms under which the index's own tokenizer files the words."""
        if not words:
            return []
        self._connection.execute("delete from temp.one_text")
        self._connection.executemany(
            "insert into temp.one_text (rowid, words) values (?, ?)", ((i, word) for i, word in enumerate(words, 1))
        )
        terms = list(words)
        for row, term in self._connection.execute(
            "select doc, term from temp.one_text_words order by doc, offset desc"
        ):
            terms[row - 1] = term
        return terms
