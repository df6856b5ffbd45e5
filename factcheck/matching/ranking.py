"""Ranking: a small declared linear policy over named features, between a text and each candidate.

The weights stand in `ranking.tsv`, fitted by `benchmarks/fit_ranking.py`; their sum, squeezed into 0..1, is the score of a
match, so that 0.5 means "as likely this one as none on file".
"""

from __future__ import annotations

import math
from collections.abc import Container, Mapping, Sequence
from functools import cache, lru_cache
from itertools import pairwise
from pathlib import Path

from factcheck.detection.lemmas import noun_lemma, verb_lemma
from factcheck.matching.candidates import Candidate, Pool
from factcheck.matching.indexing import Prepared, stem_word
from factcheck.matching.lexicon import load_lexicon
from factcheck.matching.spelling import skeleton
from factcheck.vocabulary import Relation

__all__ = ["FEATURES", "features_of", "load_evidence", "load_weights", "rank", "with_relation"]

_FILE = Path(__file__).parent / "lexicon" / "ranking.tsv"
_EVIDENCE = Path(__file__).parent / "lexicon" / "relations.tsv"

FEATURES: tuple[tuple[str, str], ...] = (
    ("bias", "always 1: how sure a match must be to beat none"),
    ("index", "the full-text index's score, as a share of what all words of the text could reach"),
    ("index relative", "the index's score as a share of the best candidate's"),
    ("text held", "share of the text's words, weighed by rarity, that stand in claim or title"),
    ("text held anywhere", "the same for claim, title and body"),
    ("claim held", "share of the claim's words, weighed by rarity, that stand in the text"),
    ("title held", "share of its title's words, weighed by rarity, that stand in the text"),
    ("claim likeness", "cosine of the text's and the claim's words, weighed by rarity"),
    ("title likeness", "the same for its title"),
    ("claim synonyms", "share of the claim's words that the text has, or a synonym of"),
    ("both held", "the lesser of text held and claim held: each says what the other says"),
    ("topic held", "claim held without the words of names: a shared name is not a topic"),
    ("topic of text held", "text held without the words of names"),
    ("pairs held", "share of the claim's neighbouring words that stand side by side in the text"),
    ("title pairs held", "the same for its title"),
    ("numbers shared", "share of the text's numbers that the earlier claim has; 0 without numbers"),
    ("numbers missing", "1 when both have numbers and share none"),
    ("names held", "share of the earlier claim's names that the text has; 0 without names"),
    ("letters", "cosine of the four-letter pieces of the text and of claim and title"),
    ("rarest shared", "how rare the rarest shared word is, 0..1"),
    ("short claim", "1 for a claim of fewer than four words"),
    ("first", "1 for the index's first, 1/2 for its second, and so on"),
    ("lead", "how far the index's first is ahead of its second; 0 for all others"),
)
"""The features by name, with their meaning, in the order of the weights."""


def features_of(query: Prepared, pool: Pool) -> list[tuple[float, ...]]:
    """Give each candidate's features, in the order of `FEATURES`."""
    if not pool.candidates:
        return []
    stems = tuple(stem_word(word) for word in query.words)
    telling = {stem_word(word): weight for word, weight in pool.telling.items()}
    mine = {stem: telling.get(stem, 0.0) for stem in stems}
    neighbours = frozenset(pairwise(stems))
    total = sum(mine.values()) or 1.0
    length = math.sqrt(sum(weight * weight for weight in mine.values())) or 1.0
    most = max(mine.values(), default=1.0) or 1.0
    best = pool.candidates[0].score or 1.0
    second = pool.candidates[1].score if len(pool.candidates) > 1 else 0.0
    groups = frozenset(group for word in query.words for group in _groups(word))
    pieces = _pieces(stems)
    rows: list[tuple[float, ...]] = []
    for place, candidate in enumerate(pool.candidates):
        text, title, body = (tuple(map(stem_word, part)) for part in (candidate.text, candidate.title, candidate.body))
        near = {*text, *title}
        shared = [weight for word, weight in mine.items() if word in near]
        anywhere = sum(shared) + sum(mine[word] for word in {*body}.difference(near) if word in mine)
        claim_held, text_held = _held(text, mine, telling), sum(shared) / total
        known = candidate.names.union(query.names)
        topic = [stem for word, stem in zip(candidate.text, text, strict=True) if "~" + skeleton(word) not in known]
        own_topic = [stem for word, stem in zip(query.words, stems, strict=True) if "~" + skeleton(word) not in known]
        rows.append((
            1.0,
            candidate.score / (4.0 * total),
            candidate.score / best,
            text_held,
            anywhere / total,
            claim_held,
            _held(title, mine, telling),
            _cosine(text, mine, telling, length),
            _cosine(title, mine, telling, length),
            _alike(candidate.text, text, mine, groups),
            min(claim_held, text_held),
            _held(topic, mine, telling),
            _held(own_topic, near, telling),
            _pairs(text, neighbours),
            _pairs(title, neighbours),
            _share(query.numbers, candidate.numbers),
            float(bool(query.numbers and candidate.numbers) and not candidate.numbers.intersection(query.numbers)),
            _share(tuple(candidate.names), frozenset(query.names)) if len(candidate.names) <= 12 else 0.0,
            _overlap(pieces, _pieces((*text, *title))),
            max(shared, default=0.0) / most,
            float(len(text) < 4),
            1 / (1 + place),
            (best - second) / best if place == 0 else 0.0,
        ))  # fmt: skip
    return rows


def _held(words: Sequence[str], mine: Container[str], telling: Mapping[str, float]) -> float:
    whole = sum(telling.get(word, 0.0) for word in words)
    return sum(telling.get(word, 0.0) for word in words if word in mine) / whole if whole else 0.0


def _cosine(words: Sequence[str], mine: Mapping[str, float], telling: Mapping[str, float], length: float) -> float:
    own = {word: telling.get(word, 0.0) for word in words}
    size = math.sqrt(sum(weight * weight for weight in own.values()))
    return sum(weight * mine[word] for word, weight in own.items() if word in mine) / (size * length) if size else 0.0


@lru_cache(maxsize=100_000)
def _groups(word: str) -> frozenset[str]:
    """Give the groups of synonyms that a folded word stands in."""
    entries = load_lexicon().by_first
    return frozenset(
        entry.value
        for form in {word, noun_lemma(word), verb_lemma(word)}
        for entry in entries.get(form, ())
        if entry.sort == "synonym" and len(entry.words) == 1
    )


def _alike(words: Sequence[str], stems: Sequence[str], mine: Mapping[str, float], groups: frozenset[str]) -> float:
    if not words:
        return 0.0
    return sum(stem in mine or bool(_groups(word) & groups) for word, stem in zip(words, stems, strict=True)) / len(
        words
    )


def _pieces(words: Sequence[str]) -> frozenset[str]:
    """Cut words into pieces of four letters."""
    return frozenset(piece for word in words for piece in _cut(word))


@lru_cache(maxsize=100_000)
def _cut(word: str) -> tuple[str, ...]:
    padded = f" {word} "
    return tuple(padded[i : i + 4] for i in range(max(1, len(padded) - 3)))


def _overlap(first: frozenset[str], second: frozenset[str]) -> float:
    return len(first & second) / math.sqrt(len(first) * len(second)) if first and second else 0.0


def _pairs(words: Sequence[str], neighbours: frozenset[tuple[str, str]]) -> float:
    if len(words) < 2:
        return 0.0
    return sum(pair in neighbours for pair in pairwise(words)) / (len(words) - 1)


def _share(wanted: Sequence[str], held: frozenset[str]) -> float:
    return sum(word in held for word in wanted) / len(wanted) if wanted else 0.0


@cache
def load_weights() -> tuple[float, ...]:
    """Read the weights, in the order of `FEATURES`."""
    weights = {}
    for line in _FILE.read_text(encoding="utf-8").splitlines():
        if line and not line.startswith("#"):
            name, weight = line.split("\t")
            weights[name] = float(weight)
    return tuple(weights.get(name, 0.0) for name, _ in FEATURES)


@cache
def load_evidence() -> dict[Relation, float]:
    """Read what each relation adds to the likelihood, in log odds."""
    rows = (line.split("\t") for line in _EVIDENCE.read_text(encoding="utf-8").splitlines() if line and line[0] != "#")
    return {Relation(name): float(weight) for name, weight in rows}


def with_relation(score: float, relation: Relation) -> float:
    """Give the likelihood of a match once its relation is known.

    >>> with_relation(0.3, Relation.SAME) > 0.3 > with_relation(0.3, Relation.UNRELATED)
    True
    """
    odds = score / max(1e-12, 1.0 - score) * math.exp(load_evidence()[relation])
    return odds / (1.0 + odds)


def rank(query: Prepared, pool: Pool) -> list[tuple[Candidate, float, tuple[float, ...]]]:
    """Rank the candidates: (candidate, score 0..1, features), best first."""
    weights = load_weights()
    ranked = []
    for candidate, row in zip(pool.candidates, features_of(query, pool), strict=True):
        total = sum(weight * value for weight, value in zip(weights, row, strict=True))
        ranked.append((candidate, 1 / (1 + math.exp(-max(-60.0, min(60.0, total)))), row))
    ranked.sort(key=lambda entry: (-entry[1], entry[0].row))
    return ranked
