"""The words that matching knows: synonyms, opposites, converses, frames, quantifiers, read once from the data files.

Every file holds dictionary forms, one entry a line, with its source at the head. A phrase is found in a text by its words'
dictionary forms; "..." in a phrase stands for up to four words.
"""

from __future__ import annotations

from collections.abc import Collection, Iterator, Sequence
from dataclasses import dataclass
from functools import cache
from pathlib import Path
from typing import NamedTuple

__all__ = ["Entry", "Found", "Lexicon", "load_lexicon"]

_FOLDER = Path(__file__).parent / "lexicon" / "en"
_GAP = "..."
_LONGEST_GAP = 4


class Entry(NamedTuple):
    """Hold one phrase of a lexicon.

    Attributes:
        words: its words in dictionary form.
        sort: the file it stands in, in the singular: synonym, antonym, converse, frame, running ...
        value: what the file says of it: the group, the axis, the sort.
        pole: 1 or -1 for opposites and converses, otherwise 0.
    """

    words: tuple[str, ...]
    sort: str
    value: str
    pole: int = 0


class Found(NamedTuple):
    """Hold one phrase found in a text: the indices of its words, and its entry."""

    at: tuple[int, ...]
    entry: Entry


@dataclass(frozen=True, slots=True)
class Lexicon:
    """Hold every phrase by its first word, and the word lists that need no phrases."""

    by_first: dict[str, list[Entry]]
    stopwords: frozenset[str]
    complementary: frozenset[str]
    siblings: frozenset[str]
    containers: dict[str, frozenset[str]]

    def find(self, forms: Sequence[Collection[str]]) -> Iterator[Found]:
        """Find every phrase in a text whose words are given by their possible dictionary forms."""
        for index, first in enumerate(forms):
            for form in first:
                for entry in self.by_first.get(form, ()):
                    if len(entry.words) == 1:
                        yield Found((index,), entry)
                        continue
                    at = _match(entry.words, forms, index)
                    if at is not None:
                        yield Found(at, entry)

    def contains(self, whole: str, part: str) -> bool:
        """Tell whether one place lies in another.

        >>> load_lexicon().contains("europe", "france"), load_lexicon().contains("france", "europe")
        (True, False)
        """
        return whole in self.containers.get(part, frozenset())


def _match(words: Sequence[str], forms: Sequence[Collection[str]], index: int) -> tuple[int, ...] | None:
    """Give the indices of a phrase's words from `index` on, or None."""
    at = [index]
    position = index + 1
    gap = False
    for word in words[1:]:
        if word == _GAP:
            gap = True
            continue
        last = position + (_LONGEST_GAP if gap else 0)
        while position < len(forms) and position <= last and word not in forms[position]:
            position += 1
        if position >= len(forms) or position > last:
            return None
        at.append(position)
        position += 1
        gap = False
    return tuple(at)


def _lines(name: str) -> Iterator[str]:
    """Read a data file's lines, without comments and blank lines."""
    for line in (_FOLDER / name).read_text(encoding="utf-8").splitlines():
        if line.strip() and not line.startswith("#"):
            yield line


def _members(text: str) -> Iterator[tuple[str, ...]]:
    for member in text.split(","):
        words = tuple(member.split())
        if words:
            yield words


def _entries() -> Iterator[Entry]:
    """Read every phrase of every file."""
    for number, line in enumerate(_lines("synonyms.txt")):
        for words in _members(line):
            yield Entry(words, "synonym", f"{number}:{line.split(',')[0]}")
    for sort, name in (("antonym", "antonyms.tsv"), ("converse", "converses.tsv")):
        for number, line in enumerate(_lines(name)):
            columns = line.split("\t")
            value = columns[0] if sort == "antonym" else str(number)
            for pole, text in ((1, columns[-2]), (-1, columns[-1])):
                for words in _members(text):
                    yield Entry(words, sort, value, pole)
    for sort, name in (
        ("running", "running.txt"), ("holder", "holders.tsv"), ("quantifier", "quantifiers.tsv"),
        ("part", "parts.tsv"), ("negator", "negators.tsv"), ("light", "light.tsv"),
    ):  # fmt: skip
        for line in _lines(name):
            phrase, value = line.split("\t")
            yield Entry(tuple(phrase.split()), sort, value)
    for sort, name in (
        ("frame", "frames.txt"), ("occasion", "occasions.txt"), ("title", "titles.txt"),
    ):  # fmt: skip
        for line in _lines(name):
            yield Entry(tuple(line.split()), sort, sort)
    for number, line in enumerate(_lines("fields.txt")):
        for words in _members(line):
            yield Entry(words, "field", str(number))


def _containers() -> dict[str, frozenset[str]]:
    """Give for each place all that it lies in, over every step."""
    above: dict[str, set[str]] = {}
    for line in _lines("places.tsv"):
        whole, parts = line.split("\t")
        for part in _members(parts):
            above.setdefault(" ".join(part), set()).add(whole)
    closed: dict[str, frozenset[str]] = {}
    for place in above:
        found, queue = set[str](), list(above[place])
        while queue:
            whole = queue.pop()
            if whole not in found:
                found.add(whole)
                queue.extend(above.get(whole, ()))
        closed[place] = frozenset(found)
    return closed


@cache
def load_lexicon() -> Lexicon:
    """Read the data files once."""
    by_first: dict[str, list[Entry]] = {}
    for entry in _entries():
        by_first.setdefault(entry.words[0], []).append(entry)
    stopwords = frozenset(word for line in _lines("stopwords.txt") for word in line.split())
    axes = [line.split("\t")[:2] for line in _lines("antonyms.tsv")]
    complementary, siblings = (
        frozenset(axis for axis, sort in axes if sort == wanted) for wanted in ("complementary", "sibling")
    )
    return Lexicon(by_first, stopwords, complementary, siblings, _containers())
