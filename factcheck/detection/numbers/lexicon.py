"""The word tables of the number grammar, read once from the data files of the language."""

from __future__ import annotations

from functools import cache
from pathlib import Path
from typing import NamedTuple

from factcheck.vocabulary import Hedge

__all__ = ["HedgePhrase", "contexts", "hedges", "idioms", "number_words", "read_rows", "words_of"]

_FOLDER = Path(__file__).parent.parent / "lexicon" / "en"


class HedgePhrase(NamedTuple):
    """Hold one hedge: its words, and what they say; `hedge` is None for words that change nothing."""

    words: tuple[str, ...]
    hedge: Hedge | None
    is_exception: bool
    listed: list[str]


def _lines(name: str) -> list[str]:
    lines = (_FOLDER / name).read_text(encoding="utf-8").splitlines()
    return [line for line in lines if line.strip() and not line.startswith("#")]


def read_rows(name: str) -> list[list[str]]:
    """Read a table: one row a line, columns parted by tabs, comment lines left out."""
    return [line.split("\t") for line in _lines(name)]


@cache
def number_words() -> dict[str, tuple[str, int]]:
    """Give each number word with its class and value."""
    return {word: (sort, int(value)) for word, sort, value in read_rows("number_words.tsv")}


@cache
def hedges(place: str) -> dict[str, list[HedgePhrase]]:
    """Give the hedges before a number by their last word, or those after it by their first; longest first."""
    table: dict[str, list[HedgePhrase]] = {}
    for phrase, sort, where in read_rows("hedges.tsv"):
        if where != place:
            continue
        words = tuple(phrase.split())
        hedge = None if sort in ("plain", "except") else Hedge(sort)
        table.setdefault(words[-1 if place == "before" else 0], []).append(
            HedgePhrase(words, hedge, sort == "except", list(words))
        )
    for phrases in table.values():
        phrases.sort(key=lambda phrase: -len(phrase.words))
    return table


@cache
def idioms() -> dict[str, dict[str, list[list[str]]]]:
    """Give the phrases that state no number, by their first word and then their second; longest first."""
    table: dict[str, dict[str, list[list[str]]]] = {}
    for line in _lines("number_idioms.txt"):
        words = line.split()
        table.setdefault(words[0], {}).setdefault(words[1], []).append(words)
    for seconds in table.values():
        for phrases in seconds.values():
            phrases.sort(key=lambda phrase: -len(phrase))
    return table


@cache
def words_of(name: str) -> frozenset[str]:
    """Read a list of single words."""
    return frozenset(word for line in _lines(name) for word in line.split())


@cache
def contexts() -> dict[str, frozenset[str]]:
    """Give the named sets of words that decide how a number beside them is read."""
    sets: dict[str, set[str]] = {}
    current: set[str] = set()
    for line in _lines("number_context.txt"):
        if line.startswith("["):
            current = sets.setdefault(line.strip("[] \t"), set())
        else:
            current.update(line.split())
    return {name: frozenset(words) for name, words in sets.items()}
