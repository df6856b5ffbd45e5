"""Fingerprint: what a claim says, read once, in the parts that two claims are held against each other by.

Terms (words and phrases with their groups), names, amounts, periods, clauses with denial and voice, quantifiers. Building one
costs a fraction of a millisecond; it is kept, so that a claim on file is read once.
"""

from __future__ import annotations

import datetime
import re
from collections.abc import Sequence
from dataclasses import dataclass
from functools import lru_cache

from factcheck.detection.quantities import find_quantities
from factcheck.detection.values import Quantity
from factcheck.detection.words import Word, tag_words
from factcheck.matching.amounts import Amount, read_amounts
from factcheck.matching.clauses import Clause, find_clauses, find_slots
from factcheck.matching.framing import find_frames
from factcheck.matching.lexicon import Found, load_lexicon
from factcheck.matching.periods import Period, read_periods, turn_words
from factcheck.matching.terms import Term, read_terms, word_forms
from factcheck.text.cleaning import clean_text
from factcheck.vocabulary import QuantityKind

__all__ = ["Fingerprint", "make_fingerprint"]

_SPACE = re.compile(r"\s+")
_LONGEST = 4000
_QUOTES = str.maketrans({"’": "'", "‘": "'", "“": '"', "”": '"', "«": '"', "»": '"', "—": ",", "–": "-"})


@dataclass(frozen=True, slots=True)
class Fingerprint:
    """Hold what a claim says.

    Attributes:
        text: the cleaned text it was read from.
        plain: the text in lower case without marks: equal texts are equal.
        date: the day it was printed or said, or None.
        words: its words with their tags.
        terms: its words and phrases of meaning.
        names: the indices into `terms` of each name, one tuple a name.
        amounts: its numbers.
        periods: its dates.
        clauses: its clauses.
        found: every phrase of the lexicons.
        quantifiers: (sort, index of its first word) of "all", "some", "none", "most".
    """

    text: str
    plain: str
    date: datetime.date | None
    words: tuple[Word, ...]
    terms: tuple[Term, ...]
    names: tuple[tuple[int, ...], ...]
    amounts: tuple[Amount, ...]
    periods: tuple[Period, ...]
    clauses: tuple[Clause, ...]
    found: tuple[Found, ...]
    quantifiers: tuple[tuple[str, int], ...]

    def marks(self, sort: str) -> frozenset[str]:
        """Give what a lexicon says of the whole claim: the values of every phrase of that sort."""
        return frozenset(match.entry.value for match in self.found if match.entry.sort == sort)


def plain_text(text: str) -> str:
    """Write a text in lower case, without marks that differ by house style.

    >>> plain_text("“We  won’t”, he said.")
    "we won't he said"
    """
    lowered = _SPACE.sub(" ", text.translate(_QUOTES).casefold())
    kept = re.sub(r"(?<=\d),(?=\d{3})", "", lowered)
    kept = re.sub(r"(?<!\d)[.,](?!\d)|(?<=\d)[.,](?!\d)|[\"!?;:()\[\]]|(?<!\w)'|'(?!\w)", " ", kept)
    return _SPACE.sub(" ", kept).strip()


@lru_cache(maxsize=4096)
def make_fingerprint(text: str, date: datetime.date | None = None) -> Fingerprint:
    """Read a claim; `date` is the day its relative dates count from."""
    clean = _SPACE.sub(" ", clean_text(text[:_LONGEST]).text).strip()
    words = tuple(tag_words(_sentence_case(clean)))
    quantities = find_quantities(_sentence_case(clean), reference_date=date)
    forms = word_forms(words)
    found = tuple(load_lexicon().find(forms))
    clauses = find_clauses(words, found)
    owner = [number for number, clause in enumerate(clauses) for _ in range(clause.start, clause.end)]
    amounts = read_amounts(quantities, words, owner)
    numeric = _numeric_words(words, quantities) | turn_words(words)
    framed = find_frames(words, forms, clauses)
    terms = read_terms(words, forms, found, numeric, find_slots(words, clauses), owner, framed)
    return Fingerprint(
        text=clean,
        plain=plain_text(clean),
        date=date,
        words=words,
        terms=terms,
        names=_names(terms, words),
        amounts=amounts,
        periods=read_periods(quantities, words, owner, date),
        clauses=clauses,
        found=found,
        quantifiers=_quantifiers(found),
    )


def _quantifiers(found: Sequence[Found]) -> tuple[tuple[str, int], ...]:
    """Give the quantifiers, each word once: the longest phrase that holds it ("almost all", not "all")."""
    taken: set[int] = set()
    chosen = []
    for match in sorted((m for m in found if m.entry.sort == "quantifier"), key=lambda m: (-len(m.at), m.at)):
        if not taken.intersection(match.at):
            taken.update(match.at)
            chosen.append((match.entry.value, match.at[0]))
    return tuple(sorted(chosen, key=lambda pair: pair[1]))


def _sentence_case(text: str) -> str:
    """Write a text in capitals as one in lower case; the case of anything else says what is a name."""
    letters = [c for c in text if c.isalpha()]
    if len(letters) > 12 and sum(c.isupper() for c in letters) > 0.85 * len(letters):
        return text.lower()
    return text


_NUMBER_WORDS = frozenset(
    [
        "half",
        "quarter",
        "third",
        "dozen",
        "hundred",
        "thousand",
        "million",
        "billion",
        "trillion",
        "lakh",
        "crore",
        "percent",
        "cent",
        "per",
        "pc",
        "percentage",
        "points",
        "point",
        "hundreds",
        "thousands",
        "millions",
        "billions",
        "dozens",
        "scores",
        "basis",
        "nearly",
        "about",
        "around",
        "roughly",
        "almost",
        "some",
        "over",
        "under",
        "least",
        "most",
        "more",
        "less",
        "fewer",
        "than",
        "at",
        "up",
        "to",
        "just",
        "only",
        "barely",
        "several",
        "few",
        "no",
        "between",
        "and",
        "exactly",
        "approximately",
        "%",
        "$",
        "£",
        "€",
        "bn",
        "m",
        "k",
        "tn",
    ]
)


def _numeric_words(words: Sequence[Word], quantities: Sequence[Quantity]) -> frozenset[int]:
    """Give the words that numbers and dates are made of; the counted noun stays a word."""
    numeric = set()
    for quantity in quantities:
        for index, word in enumerate(words):
            if word.start >= quantity.end or word.end <= quantity.start:
                continue
            if quantity.kind is QuantityKind.DATE:
                numeric.add(index)
            elif quantity.kind in {QuantityKind.CHANGE, QuantityKind.RANK}:
                if word.tag == "CD" or word.text[:1].isdigit():
                    numeric.add(index)
            elif (
                quantity.kind in {QuantityKind.MEASURE, QuantityKind.DURATION, QuantityKind.MONEY, QuantityKind.TIME}
                or word.tag == "CD"
                or word.text[:1].isdigit()
                or word.lower in _NUMBER_WORDS
                or "-" in word.text
                or not word.tag.startswith(("NN", "JJ", "VB"))
            ):
                numeric.add(index)
    return frozenset(numeric)


def _names(terms: Sequence[Term], words: Sequence[Word]) -> tuple[tuple[int, ...], ...]:
    """Join the words of each name; a particle or an initial's full stop may stand between."""
    names: list[tuple[int, ...]] = []
    current: list[int] = []
    for index, term in enumerate(terms):
        if term.sort != "name":
            continue
        if current:
            between = words[terms[current[-1]].at[-1] + 1 : term.at[0]]
            joined = all(w.text == "." or w.lower in _PARTICLES for w in between) and len(between) <= 2
            if not joined:
                names.append(tuple(current))
                current = []
        current.append(index)
    if current:
        names.append(tuple(current))
    return tuple(_without_title(name, terms) for name in names)


def _without_title(name: tuple[int, ...], terms: Sequence[Term]) -> tuple[int, ...]:
    """Drop the titles before a person's name: "Justice Minister Carla Moretz"."""
    last = -1
    for place, index in enumerate(name[:-1]):
        if terms[index].is_marked("title"):
            last = place
        elif place > last + 1:
            break
    return name[last + 1 :]


_PARTICLES = frozenset(
    {"al", "el", "bin", "ibn", "von", "van", "de", "del", "della", "di", "da", "dos", "du", "la", "le", "den", "der"}
)
