"""Subjects and context: what a clause leans on when its own words do not say who or what it is about."""

from __future__ import annotations

from collections.abc import Sequence

from factcheck.detection.clause_values import Clause
from factcheck.detection.openers import RELATIVE_PREPOSITIONS
from factcheck.detection.words import Word

__all__ = ["antecedent_span", "leans_on_context", "subject_span"]

PRONOUNS = frozenset(
    {
        "he",
        "she",
        "it",
        "they",
        "him",
        "her",
        "them",
        "his",
        "its",
        "their",
        "hers",
        "theirs",
        "himself",
        "herself",
        "itself",
        "themselves",
    }
)
DEMONSTRATIVES = frozenset(
    {
        "this",
        "that",
        "these",
        "those",
        "both",
        "neither",
        "either",
        "such",
        "others",
        "another",
        "many",
        "some",
        "here",
        "there",
        "then",
    }
)
NOUN_PHRASE = frozenset({"NN", "NNS", "NNP", "NNPS", "JJ", "CD", "DT", "POS", "JJS", "PRP$"})
NAMES = frozenset({"NNP", "NNPS"})


def subject_span(words: Sequence[Word], clause: Clause) -> tuple[int, int] | None:
    """Give the words of a clause's subject as a half-open pair of word numbers, or None where it has none.

    The subject is what stands before the finite verb, without a fronted phrase ("In 2013,") and without adverbs.

    >>> from factcheck.detection.words import tag_words
    >>> from factcheck.detection.clauses import split_clauses
    >>> words = tag_words("In 2013, the old clinic was closed.")
    >>> first, last = subject_span(words, split_clauses(words)[0])
    >>> [word.text for word in words[first:last]]
    ['the', 'old', 'clinic']
    """
    if clause.finite is None:
        return None
    start, end = clause.start, clause.finite.start
    while end > start and words[end - 1].tag in ("RB", "RBR", ",", "MD"):
        end -= 1
    for at in range(end - 1, start - 1, -1):
        if words[at].text == "," and words[start].tag in ("IN", "RB", "TO", "VBG", "VBN", "CC"):
            start = at + 1
            break
    while start < end and words[start].tag in ("CC", "RB", ",", ":"):
        start += 1
    for at in range(start + 1, end):
        # "the firm, which makes pumps, has": the relative clause is not the subject's name
        if words[at].tag in ("WDT", "WP", "WP$") or words[at].text in (",", "–", "—"):
            end = at
            break
    while end > start and words[end - 1].tag in (",", ":"):
        end -= 1
    if end - start == 1 and words[start].tag == "EX":
        return _after_there(words, clause)
    return (start, end) if start < end else None


def _after_there(words: Sequence[Word], clause: Clause) -> tuple[int, int] | None:
    """Give what "there are" is said of: "650 constituencies"."""
    start = end = clause.finite.end if clause.finite is not None else clause.end
    while end < clause.end and words[end].tag in (
        "DT",
        "CD",
        "JJ",
        "JJR",
        "JJS",
        "NN",
        "NNS",
        "NNP",
        "NNPS",
        "RB",
        "POS",
    ):
        end += 1
    return (start, end) if start < end else None


def antecedent_span(words: Sequence[Word], start: int) -> tuple[int, int] | None:
    """Give the noun phrase right before a relative clause that begins at `start`."""
    end = start
    while end > 0 and (words[end - 1].tag in (",", ":") or words[end - 1].lower in RELATIVE_PREPOSITIONS):
        end -= 1
    first = end
    while first > 0 and words[first - 1].tag in NOUN_PHRASE:
        first -= 1
    return (first, end) if first < end else None


def leans_on_context(words: Sequence[Word], clause: Clause) -> bool:
    """Tell whether a clause leans on the sentence before: a pronoun with nothing named before it in the clause.

    Whether its own sentence names something earlier is the caller's to know.

    >>> from factcheck.detection.words import tag_words
    >>> leans_on_context(words := tag_words("They sold most of their shops."), Clause(0, len(words)))
    True
    """
    for at in range(clause.start, clause.end):
        word = words[at]
        pronoun = word.lower in PRONOUNS and word.tag in ("PRP", "PRP$")
        if word.tag in NAMES or (word.tag in ("NN", "NNS") and not pronoun and _is_named(words, at)):
            return False
        if pronoun or (at == clause.start and word.lower in DEMONSTRATIVES and _stands_alone(words, at)):
            return True
    return False


def _is_named(words: Sequence[Word], at: int) -> bool:
    """A noun with an article of its own can be what a later pronoun stands for."""
    return at > 0 and words[at - 1].tag in ("DT", "JJ", "NN", "CD") and words[at - 1].lower not in DEMONSTRATIVES


def _stands_alone(words: Sequence[Word], at: int) -> bool:
    """Tell "this is", "these electors", which point back, from "this week", which does not."""
    following = words[at + 1].lower if at + 1 < len(words) else ""
    return words[at].tag in ("DT", "PRP", "NNS", "JJ", "PDT") and following not in (
        "week",
        "month",
        "year",
        "morning",
        "evening",
        "time",
    )
