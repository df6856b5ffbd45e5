"""Additions: statements that ride on a clause without a verb of their own.

Appositions ("Ana Bell, of the University ..."), figures after the main one ("a rise of 3% on 2019", "12 in Kent"),
purposes and breaches ("in a bid to ...", "in violation of ..."), and events named by a noun with a relative clause
("following a strike that closed ...").
"""

from __future__ import annotations

from collections.abc import Callable, Sequence
from functools import cache

from factcheck.detection.clause_values import LONG, SHORT, Clause
from factcheck.detection.figures import FIGURE_OPENERS, figure_starts, split_figures
from factcheck.detection.identity_appositions import split_appositions
from factcheck.detection.openers import DASHES
from factcheck.detection.phrases import PhraseSet, load_phrases
from factcheck.detection.values import Quantity
from factcheck.detection.verb_groups import FINITE
from factcheck.detection.words import Word
from factcheck.vocabulary import QuantityKind

__all__ = ["split_additions"]

APPOSITION_MARKS = DASHES | {","}
DIVISIBLE = frozenset({"main", "joined", "sub", "rel", "complement", "participle"})


def split_additions(words: Sequence[Word], clause: Clause, quantities: Sequence[Quantity]) -> list[Clause]:
    """Cut the additions off one clause; give the clause and them, in reading order.

    >>> from factcheck.detection.words import tag_words
    >>> from factcheck.detection.clauses import split_clauses
    >>> text = "She met both sides in a bid to end the strike."
    >>> words = tag_words(text)
    >>> [text[words[c.start].start : words[c.end - 1].end] for c in split_additions(words, split_clauses(words)[0], ())]
    ['She met both sides', 'in a bid to end the strike.']
    """
    pieces = [clause]
    vocabulary = {word[3] for word in words[clause.start : clause.end]}
    for rule, triggers in _rules():
        if vocabulary.isdisjoint(triggers):
            continue
        last = pieces.pop()
        pieces.extend(rule(words, last, quantities) or [last])
    if vocabulary.isdisjoint(APPOSITION_MARKS):
        return pieces
    return [
        part for piece in pieces for part in (split_appositions(words, piece) if piece.sort in DIVISIBLE else [piece])
    ]


def _ages(words: Sequence[Word], clause: Clause, quantities: Sequence[Quantity]) -> list[Clause] | None:
    """A subject that gives people's ages after their names states them: "Ana Bell, 42, and her son, 9, are ..."."""
    finite = clause.finite
    if finite is None or clause.sort != "main" or finite.start - clause.start < SHORT:
        return None
    starts = figure_starts(words, clause, quantities)
    for at, quantity in starts.items():
        if quantity.kind is QuantityKind.AGE and clause.start < at < finite.start and words[at - 1].text == ",":
            return [
                clause._replace(end=finite.start, sort="apposition", finite=None),
                clause._replace(start=finite.start, lost_subject=True),
            ]
    return None


def _purpose(words: Sequence[Word], clause: Clause, quantities: Sequence[Quantity]) -> list[Clause] | None:
    """A stated aim or breach can be checked apart from the act: "in a bid to ease", "in violation of"."""
    phrases = load_phrases("additions")["adjuncts"]
    if clause.finite is None:
        return None
    found = _find(words, phrases, clause.finite.end + 2, clause.end)
    if found is None or clause.end - found[0] < SHORT:
        return None
    if words[found[1] - 1].lower == "with" and not any(
        word.tag in ("NNP", "NNPS") for word in words[found[1] : clause.end]
    ):
        return None  # "in line with our plan" holds the act against nothing outside
    return [
        clause._replace(end=found[0]),
        Clause(found[0], clause.end, "adjunct", "", None, clause.conditional, lost_subject=True),
    ]


def _named_event(words: Sequence[Word], clause: Clause, quantities: Sequence[Quantity]) -> list[Clause] | None:
    """An event named after "following" with a relative clause is stated: "following a strike that closed"."""
    for at in range(clause.start + 2, clause.end - LONG):
        if words[at].lower in ("following", "amid", "despite", "after") and words[at + 1].lower in ("a", "an", "the"):
            for inner in range(at + 2, clause.end - 2):
                adjective = words[inner].tag == "VBD" and words[inner - 1].tag in ("DT", "JJ")
                if (words[inner].tag in FINITE and not adjective) or words[inner].text == ",":
                    break
                if words[inner].lower in ("that", "which", "who") and any(
                    w.tag in FINITE for w in words[inner : inner + 3]
                ):
                    return [clause._replace(end=at), Clause(at + 1, clause.end, "event", "", None, clause.conditional)]
    return None


def _absolute(words: Sequence[Word], clause: Clause, quantities: Sequence[Quantity]) -> list[Clause] | None:
    """A noun with a participle after ", with" says what happened beside: ", with a bridge destroyed in the port"."""
    if clause.finite is None:
        return None
    for at in range(clause.finite.end + 1, clause.end - LONG):
        if words[at].lower != "with" or words[at - 1].text != ",":
            continue
        for inner in range(at + 2, min(clause.end - 1, at + 2 * LONG)):
            tag = words[inner].tag
            if tag in ("VBN", "VBG") and words[inner - 1].tag[:2] == "NN" and words[inner + 1].tag[:2] != "NN":
                return [clause._replace(end=at - 1), Clause(at + 1, clause.end, "event", "", None, clause.conditional)]
            if tag in FINITE or tag == ",":
                break
    return None


def _dated_adjunct(words: Sequence[Word], clause: Clause, quantities: Sequence[Quantity]) -> list[Clause] | None:
    """A participle with its own date lies inside its clause: "before joining the firm in 2020"."""
    dates = [q.start for q in quantities if q.kind is QuantityKind.DATE]
    for at in range(clause.start + 2, clause.end - SHORT):
        timed = words[at].lower in ("before", "after", "since") and words[at + 1].tag == "VBG"
        if timed and any(words[at + 2].start <= start < words[clause.end - 1].end for start in dates):
            event = Clause(at + 1, clause.end, "participle", "", None, clause.conditional, lost_subject=True)
            return [clause, event]
    return None


Rule = Callable[[Sequence[Word], Clause, Sequence[Quantity]], "list[Clause] | None"]


@cache
def _rules() -> tuple[tuple[Rule, frozenset[str]], ...]:
    """Give each rule, and the words of which a clause must hold one for it to apply."""
    return (
        (_ages, frozenset({","})),
        (split_figures, FIGURE_OPENERS),
        (_purpose, load_phrases("additions")["adjuncts"].first_words),
        (_named_event, frozenset({"following", "amid", "despite", "after"})),
        (_absolute, frozenset({"with"})),
        (_dated_adjunct, frozenset({"before", "after", "since"})),
    )


def _find(words: Sequence[Word], phrases: PhraseSet, start: int, end: int) -> tuple[int, int] | None:
    """Find a phrase between two words; the answer counts from the first word of all."""
    found = phrases.find([word.lower for word in words[start:end]])
    return (found[0] + start, found[1] + start) if found else None
