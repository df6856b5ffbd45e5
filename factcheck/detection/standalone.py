"""A claim in words that stand alone: its carried subject put back, pronouns and short names replaced by the full name.

"whose list took 73 out of 329 seats" says nothing to somebody who finds it next year; "Muqtada al-Sadr's list took 73 out
of 329 seats" does, and it can be held against the archive. Only what the text supports is put in: a pronoun stays where two
people fit, and a name stays as written where it is not the short form of exactly one full name.
"""

from __future__ import annotations

import re
from bisect import bisect_left, bisect_right
from collections.abc import Iterable, Mapping, Sequence
from functools import cached_property

from factcheck.detection.values import Claim, Name
from factcheck.detection.words import tag_words
from factcheck.text.document import Document
from factcheck.vocabulary import NameKind

__all__ = ["StandaloneWording"]

_RELATIVE = re.compile(r"(who|which|that|whose)\s+", re.IGNORECASE)
_LINK = re.compile(r"(?:when|where|while|as|and|but|also)\s+", re.IGNORECASE)
_PRONOUN = re.compile(r"(he|she|his|her)\b", re.IGNORECASE)
_ARTICLE = re.compile(r"(?:the|a|an|mr|mrs|ms|dr)\.?\s+", re.IGNORECASE)
_ADDRESS = re.compile(r"([a-z]*)(?:Mr|Mrs|Ms|Dr)\.?\s*$")
"""A word of address before a name, with a word that a slip glued to it ("onMr")."""
_DESCRIBED = re.compile(r"\b(?:the|a|an|his|her|their)\s+(?:[\w’'-]+\s+){0,4}?([\w-]+)", re.IGNORECASE)
_AGED = re.compile(r"\bthe\s+\d{1,3}-year-old\b", re.IGNORECASE)
_POSSESSIVE = frozenset({"his", "her", "whose"})


class StandaloneWording:
    """Write claims of one document so that they stand alone.

    The names must be those of the same text as the claims' spans.
    """

    def __init__(self, document: Document, names: Sequence[Name]) -> None:
        self._document = document
        self._names = sorted(names, key=lambda name: name.start)
        self._starts = [name.start for name in self._names]
        self._sentence_starts = [sentence.start for sentence in document.sentences]

    def of(self, claim: Claim) -> str:
        """Give the claim in words that stand alone; its own words where nothing is to be put in."""
        subject = self._full(claim.subject) if claim.subject else None
        words = self._with_full_names(claim.start, claim.end)
        relative = _RELATIVE.match(words)
        if relative and subject:
            rest = words[relative.end() :]
            return f"{possessive(subject)} {rest}" if relative[1].lower() == "whose" else f"{subject} {rest}"
        link = _LINK.match(words)
        if link:
            words = words[link.end() :]
        pronoun = _PRONOUN.match(words)
        if pronoun:
            person = self._person_before(claim)
            if person is None:
                return words
            meant = possessive(person) if pronoun[1].lower() in _POSSESSIVE else person
            return f"{meant}{words[pronoun.end() :]}"
        if not subject or words.startswith(subject) or _PRONOUN.fullmatch(subject):
            return words
        return f"{subject} {words}" if begins_with_verb(words) else f"{subject}: {words}"

    def _full(self, phrase: str) -> str:
        """Write a subject with full names: "Mr al-Kadhimi himself" is "Mustafa al-Kadhimi"."""
        plain = _ARTICLE.sub("", re.sub(r"\s+(?:himself|herself|itself|themselves)$", "", phrase), count=1)
        for short, full in self._full_names.items():
            if plain == short:
                return full
        inside = [name for name in self._people if phrase.endswith(name.text)]
        return inside[-1].canonical if inside else phrase

    def _with_full_names(self, start: int, end: int) -> str:
        """Give the words of a span, short and misspelt names of people replaced by the full one, titles before them kept."""
        text = self._document.text
        pieces, at = [], start
        for name in self._names[bisect_left(self._starts, start) : bisect_left(self._starts, end)]:
            if name.kind is NameKind.PERSON and name.end <= end and name.text != name.canonical:
                pieces += [
                    _ADDRESS.sub(lambda glued: f"{glued[1]} " if glued[1] else "", text[at : name.start]),
                    name.canonical,
                ]
                at = name.end
        return "".join([*pieces, text[at:end]])

    @cached_property
    def _people(self) -> list[Name]:
        return [name for name in self._names if name.kind is NameKind.PERSON]

    @cached_property
    def _full_names(self) -> Mapping[str, str]:
        """Every spelling of a person, with the full name it stands for."""
        return {name.text: name.canonical for name in self._people}

    @cached_property
    def _holders(self) -> Mapping[str, str | None]:
        """The last word of each title, with the one person who bears it; None where several do."""
        found: dict[str, str | None] = {}
        for name in self._people:
            if name.title:
                role = name.title.split()[-1].lower().strip(".")
                found[role] = name.canonical if found.get(role, name.canonical) == name.canonical else None
        return found

    def _person_before(self, claim: Claim) -> str | None:
        """Tell whom a pronoun at the head of a clause means: the one person named or described before it, or nobody.

        Looks in the sentence up to the clause, then in the sentence before. A described person ("the prime minister")
        counts as who bears that title; one whom the text does not tell ("the 54-year-old") makes it nobody.
        """
        number = bisect_right(self._sentence_starts, claim.start) - 1
        for sentence in range(number, max(-1, number - 2), -1):
            if sentence < 0:
                break
            begin = self._sentence_starts[sentence]
            stop = claim.start if sentence == number else self._document.sentences[sentence].end
            found = self._people_in(begin, stop)
            if found is None or len(found) > 1:
                return None
            if found:
                return next(iter(found))
        return None

    def _people_in(self, start: int, end: int) -> set[str] | None:
        """Give the people named or described by title in a span; None where somebody is described whom it does not tell."""
        named = self._names[bisect_left(self._starts, start) : bisect_left(self._starts, end)]
        found = {name.canonical for name in named if name.kind is NameKind.PERSON}
        words = self._document.text[start:end]
        described = {holder for role in roles_in(words) if (holder := self._holders.get(role, "")) != ""}
        if None in described:
            return None
        found |= {holder for holder in described if holder}
        return None if not found and _AGED.search(words) else found


def begins_with_verb(words: str) -> bool:
    """Say whether a clause begins with its verb, so that its subject can stand right before it.

    >>> begins_with_verb("later appeared on television"), begins_with_verb("a fall of 8 per cent")
    (True, False)
    """
    tags = [word.tag for word in tag_words(words[:200])]
    first = next((tag for tag in tags if not tag.startswith("RB")), "")
    return first.startswith("VB") or first == "MD"


def roles_in(words: str) -> Iterable[str]:
    """Give each word that a definite description could be headed by, in lower case."""
    return {match.lower() for found in _DESCRIBED.finditer(words) for match in found[0].split()[1:]}


def possessive(name: str) -> str:
    """Write a name as a possessor.

    >>> possessive("Muqtada al-Sadr"), possessive("Thomas")
    ("Muqtada al-Sadr's", "Thomas's")
    """
    return f"{name}'s"
