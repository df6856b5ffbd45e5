"""Lists of words and phrases, read once from the lexicon's data files and looked up in linear time."""

from __future__ import annotations

from collections.abc import Iterable, Sequence, Set
from functools import cache
from pathlib import Path

__all__ = ["PhraseSet", "load_phrases"]

_FOLDER = Path(__file__).parent / "lexicon"


class PhraseSet:
    """Hold phrases, each a sequence of lower-case words, for look-up at a place in a list of words.

    Attributes:
        first_words: the words that a phrase of the set can begin with.

    >>> causes = PhraseSet(["due to", "because"])
    >>> causes.length_at(["was", "due", "to", "rain"], 1), "because" in causes
    (2, True)
    """

    __slots__ = ("_all", "_by_first", "first_words")

    def __init__(self, phrases: Iterable[str]) -> None:
        self._all: set[str] = set()
        self._by_first: dict[str, list[tuple[str, ...]]] = {}
        for phrase in phrases:
            words = tuple(phrase.split())
            self._all.add(" ".join(words))
            self._by_first.setdefault(words[0], []).append(words)
        for found in self._by_first.values():
            found.sort(key=len, reverse=True)
        self.first_words = frozenset(self._by_first)

    def __contains__(self, phrase: str) -> bool:
        return phrase in self._all

    def length_at(self, lowers: Sequence[str], at: int, end: int | None = None) -> int:
        """Count the words of the longest phrase that starts at `at`; 0 where none does."""
        limit = len(lowers) if end is None else end
        found = self._by_first.get(lowers[at])
        if found is None:
            return 0
        for words in found:
            size = len(words)
            if size == 1 or (at + size <= limit and tuple(lowers[at : at + size]) == words):
                return size
        return 0

    def touches(self, vocabulary: Set[str]) -> bool:
        """Tell whether any phrase begins with one of the words: a quick no before a search."""
        return not self.first_words.isdisjoint(vocabulary)

    def find(self, lowers: Sequence[str], start: int = 0, end: int | None = None) -> tuple[int, int] | None:
        """Give the first phrase as a half-open pair of word numbers, or None."""
        limit = len(lowers) if end is None else end
        first_words = self.first_words
        for at in range(start, limit):
            if lowers[at] in first_words:
                size = self.length_at(lowers, at, limit)
                if size:
                    return at, at + size
        return None


@cache
def load_phrases(name: str, language: str = "en") -> dict[str, PhraseSet]:
    """Read a lexicon file: `[section]` lines, then one phrase a line; `#` starts a comment.

    >>> "because" in load_phrases("claim_kinds")["causal"]
    True
    """
    sections: dict[str, list[str]] = {}
    current = sections.setdefault("", [])
    for raw in (_FOLDER / language / f"{name}.txt").read_text(encoding="utf-8").splitlines():
        line = raw.partition("#")[0].strip()
        if not line:
            continue
        if line.startswith("["):
            current = sections.setdefault(line.strip("[]"), [])
        else:
            current.append(line.lower().replace("’", "'"))
    return {section: PhraseSet(phrases) for section, phrases in sections.items()}
