"""How much a sentence is worth checking: a linear score over named features, so that its parts say why.

The weights stand in `lexicon/en/checkworthiness_weights.tsv`; benchmarks/fit_checkworthiness.py fits them.
"""

from __future__ import annotations

import math
from collections.abc import Sequence
from functools import cache, lru_cache
from importlib import resources

from factcheck.detection.checkworthiness_features import find_features
from factcheck.detection.values import Score
from factcheck.detection.words import Word, tag_words

__all__ = ["BASE", "score_checkworthiness", "score_words"]

BASE = "base rate"
"""The part that every sentence starts from."""


@cache
def _load_weights() -> dict[str, float]:
    path = resources.files("factcheck.detection").joinpath("lexicon/en/checkworthiness_weights.tsv")
    lines = (line.split("\t") for line in path.read_text(encoding="utf-8").split("\n") if line and line[0] != "#")
    return {name: float(weight) for name, weight in lines}


def score_checkworthiness(sentence: str) -> Score:
    """Score how much a sentence is worth checking, from 0 to 1; 0.5 is the one threshold.

    The parts are log-odds: positive ones speak for checking, negative ones against. They add up to the score before the
    logistic function squeezes it into 0..1.

    >>> score_checkworthiness("Unemployment fell to 4.1 per cent last year.").value > 0.5
    True
    >>> score_checkworthiness("Thank you all, and what would you do about it?").value < 0.1
    True
    """
    return score_words(tag_words(sentence))


def score_words(words: Sequence[Word]) -> Score:
    """Score a sentence whose words are already tagged; see `score_checkworthiness`."""
    weights = _load_weights()
    ranked = [_ranked(BASE, 1.0)]
    ranked += [_ranked(name, strength) for name, strength in find_features(words).items() if name in weights]
    ranked.sort()  # the heaviest first
    parts = tuple([part for _, _, part in ranked])
    total = math.fsum([weight for _, weight in parts])
    return Score(1 / (1 + math.exp(-total)), parts)


@lru_cache(maxsize=1024)
def _ranked(name: str, strength: float) -> tuple[float, str, tuple[str, float]]:
    """Give a feature's part of the score, behind what it is ranked by: its size, then its name."""
    weight = _load_weights()[name]
    part = (name, weight if name == BASE else round(weight * strength, 4))
    return -abs(part[1]), name, part
