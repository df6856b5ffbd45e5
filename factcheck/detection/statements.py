"""A statement: one clause with everything that is known of its words, as the rules of kind and checkability read it."""

from __future__ import annotations

from collections.abc import Sequence
from dataclasses import dataclass

from factcheck.detection.phrases import PhraseSet
from factcheck.detection.values import Quantity
from factcheck.detection.verb_groups import VerbGroup
from factcheck.detection.words import Word

__all__ = ["Statement"]


@dataclass(slots=True)  # never changed once made; freezing it would cost more than all its rules save
class Statement:
    """Hold one clause and its words.

    Attributes:
        words: the clause's words.
        lowers: the same in lower case.
        groups: its verb groups; their word numbers count from the clause's first word.
        quantities: the quantities inside it.
        finite: its own finite verb group, or None.
        conditional: whether an "if" governs it.
        question: whether its sentence asks.
        exclaims: whether its sentence ends in an exclamation mark.
        quoted: whether it stands inside quotation marks.
        quotation: whether words inside quotation marks make up most of it.
        sort: how the clause began (see `clauses.Clause`), "apposition" or "figure".
        reported: whether somebody else is named as saying so, without quotation marks.
        subject: the words in lower case of a subject that the clause lost ("| will open two"), where it is known.
        source: the words in lower case of who says so, as the text names them.
        vocabulary: the set of the words in lower case, filled in from them.
    """

    words: Sequence[Word]
    lowers: Sequence[str]
    groups: Sequence[VerbGroup]
    quantities: tuple[Quantity, ...] = ()
    finite: VerbGroup | None = None
    conditional: bool = False
    question: bool = False
    exclaims: bool = False
    quoted: bool = False
    quotation: bool = False
    sort: str = "main"
    reported: bool = False
    subject: frozenset[str] = frozenset()
    source: frozenset[str] = frozenset()
    vocabulary: frozenset[str] = frozenset()

    def __post_init__(self) -> None:
        if not self.vocabulary:
            self.vocabulary = frozenset(self.lowers)

    def phrase(self, phrases: PhraseSet, start: int = 0, end: int | None = None) -> str:
        """Give the first of the phrases as written, or an empty string."""
        if phrases.first_words.isdisjoint(self.vocabulary):
            return ""
        found = phrases.find(self.lowers, start, end)
        return " ".join(self.lowers[found[0] : found[1]]) if found else ""

    def verb(self, lemmas: PhraseSet, *, finite_only: bool = False) -> VerbGroup | None:
        """Give the first verb group whose lemma is listed; infinitives ("to blame") do not count."""
        for group in self.groups:
            if group.lemma in lemmas and not group.infinitive and (group.finite or not finite_only):
                return group
        return None

    def has_object(self, group: VerbGroup) -> bool:
        """Tell whether a noun phrase follows the verb directly: "increased tensions", not "increased by 4%"."""
        for at in range(group.end, min(len(self.words), group.end + 4)):
            tag = self.words[at].tag
            if tag[:2] == "NN" or tag in ("PRP", "DT", "PRP$", "CD", "PDT"):
                return True
            if tag not in ("JJ", "RB", "JJR", "VBN", "VBG"):
                return False
        return False

    def span_text(self, group: VerbGroup) -> str:
        """Give the group's words as written, joined by spaces."""
        return (
            " ".join(word.text for word in self.words[group.start : group.end])
            .replace(" n’t", "n’t")
            .replace(" n't", "n't")
        )
