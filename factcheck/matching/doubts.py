"""Doubts: what keeps two claims from being called the same or a contradiction, asked after a rule has answered.

A false "same" hands an old verdict to a statement that nobody checked, a false "conflict" sends a desk after nothing. So both need
more than a rule that fits: two statements that say something, of the same subject, with the same predicate.
"""

from __future__ import annotations

from collections.abc import Callable, Sequence
from dataclasses import dataclass

from factcheck.matching.case import Case
from factcheck.matching.fingerprint import Fingerprint
from factcheck.matching.ground import LIMITING, Ground, find_ground
from factcheck.matching.rule import Outcome
from factcheck.matching.terms import Term
from factcheck.vocabulary import Relation

__all__ = ["DOUBTS", "Doubt", "doubt_of"]

_HEAVY = 0.5


@dataclass(frozen=True, slots=True)
class Doubt:
    """Hold one doubt: asked in order, the first that answers overrides the rule.

    Attributes:
        name: what `decided_by` says.
        fact: the fact of language it stands for, in one line.
        decide: gives what to say instead, or None where there is no doubt.
    """

    name: str
    fact: str
    decide: Callable[[Case, Outcome], Outcome | None]


def doubt_of(case: Case, outcome: Outcome) -> tuple[Doubt, Outcome] | None:
    """Give the first doubt about an outcome, with what to say instead."""
    if outcome.relation in {Relation.RELATED, Relation.UNRELATED}:
        return None
    for doubt in DOUBTS:
        instead = doubt.decide(case, outcome)
        if instead is not None:
            return doubt, instead
    return None


def _undecided(what: str) -> Outcome:
    return Outcome(Relation.RELATED, f"cannot decide: {what}", (what,))


def _states_nothing(case: Case, outcome: Outcome) -> Outcome | None:
    """Words without a predicate, and a single word with a pronoun, say nothing that could be held against a claim."""
    if case.al.a.text.endswith("?") != case.al.b.text.endswith("?"):
        return _undecided("what a question states")
    for print_ in (case.al.a, case.al.b):
        other = case.al.b if print_ is case.al.a else case.al.a
        if not _has_predicate(print_) or not _says_something(print_, other):
            return Outcome(Relation.UNRELATED, f"“{_short(print_.text)}” states nothing by itself")
    return None


def _has_predicate(print_: Fingerprint) -> bool:
    """Tell whether a claim says something of something: a verb, a figure, a superlative or a comparison."""
    opens_as_topic = print_.words[0].tag in {"IN", "TO"} or len(print_.words) <= _HEADING
    return not opens_as_topic or bool(
        print_.amounts
        or any(clause.verb is not None for clause in print_.clauses)
        or any(word.tag in {"VBN", "VBD", "VBZ"} for word in print_.words[1:])
    )


def _says_something(print_: Fingerprint, other: Fingerprint) -> bool:
    """Tell whether a claim names a thing and says something of it: a noun no "that" points away from, and a second word.

    With a pronoun for what it speaks of ("none of it", "for this"), one noun is not enough, unless both claims have it.
    """
    things = [
        t
        for t in print_.terms
        if t.sort in {"name", "noun", "phrase"} and t.weight >= _HEAVY and not _points_away(print_, t.at[0])
    ]
    said = sum(t.weight >= 0.25 for t in print_.terms) + len(print_.amounts) + len(print_.periods)
    if len(things) < 2 and not print_.amounts and _pointers(print_) - _pointers(other):
        return False
    return bool(things or print_.amounts) and said >= 2


def _pointers(print_: Fingerprint) -> frozenset[str]:
    """Give the pronouns that stand for what the claim speaks of; "it" and "there" at its head stand for nothing."""
    return frozenset(
        word.lower
        for index, word in enumerate(print_.words)
        if word.lower in _POINTING
        and not (word.lower == "it" and index == 0)
        and not (index + 1 < len(print_.words) and print_.words[index + 1].tag.startswith(("NN", "JJ", "CD")))
        and word.tag not in {"WDT", "IN"}
    )


_POINTING = frozenset({"it", "this", "that", "these", "them", "him", "her", "he", "she", "they", "i", "we"})


def _points_away(print_: Fingerprint, index: int) -> bool:
    """Tell a noun that names what stands elsewhere: "that figure", "this one"."""
    return index > 0 and print_.words[index - 1].lower in {"that", "this", "these", "those", "such"}


def _short(text: str, most: int = 40) -> str:
    return text if len(text) <= most else text[: most - 1].rstrip() + "…"


_PERSONS = {
    "i": "I", "we": "we", "my": "I", "our": "we", "he": "he", "she": "she", "they": "they", "you": "you",
}  # fmt: skip
_OPENING = 2
_HEADING = 5
"""A text of so few words without a verb is a heading."""


def _unknown_subject(case: Case, outcome: Outcome) -> Outcome | None:
    """Who "we" or "he" is, the words do not say: another claim's subject may be the same or not."""
    first, second = _pronoun(case.al.a), _pronoun(case.al.b)
    if first == second or (first and second):
        return None if first == second else _undecided(f"whether “{first}” is “{second}”")
    return _undecided(f"who “{first or second}” stands for")


def _pronoun(print_: Fingerprint) -> str | None:
    """Give the personal pronoun that is the claim's subject, where no name before it can be meant."""
    for index, word in enumerate(print_.words):
        if word.lower in _PERSONS:
            named = any(t.at[-1] < index and t.sort in {"name", "noun"} for t in print_.terms)
            later = any(t.at[0] > index and t.sort == "name" and t.weight == 0 for t in print_.terms)
            if not named and not later and index <= _first_verb(print_):
                return _PERSONS[word.lower]
    return None


def _first_verb(print_: Fingerprint) -> int:
    return min((c.verb for c in print_.clauses if c.verb is not None), default=_OPENING)


def _other_time(case: Case, outcome: Outcome) -> Outcome | None:
    """What holds for one time is not the same statement for another: May 2019 and May 2018, last month and last month."""
    if outcome.relation is not Relation.SAME:
        return None
    pair = next((p for p in case.al.periods if p.stand == "apart"), None)
    if pair is None:
        return None
    first, second = case.period("a", pair.a).text, case.period("b", pair.b).text
    when = f"{first} and {second}" if first != second else f"“{first}” from two days of print"
    return Outcome(Relation.RELATED, f"other times: {when}")


def _other_statement(case: Case, outcome: Outcome) -> Outcome | None:
    """A contradiction is one statement made twice with one thing changed; whatever else differs makes it another."""
    if outcome.relation is not Relation.CONFLICT or outcome.point is None:
        return None
    ground = find_ground(case.al, outcome.point)
    low, high = min(ground.share_a, ground.share_b), max(ground.share_a, ground.share_b)
    if high >= _ONE_SIDE and low >= _OTHER_SIDE and (ground.predicates or (high >= 1.0 and low >= 0.5)):
        return None
    lone = [t.text for t in (*ground.lone_a, *ground.lone_b)]
    if ground.shared <= 1.0 and not ground.predicates and low < 0.55:
        return Outcome(Relation.UNRELATED, "they share a word, and say different things of it")
    if ground.shared < 1.0 or low < 0.4:
        return Outcome(Relation.RELATED, "other statements: what they share is not what differs")
    return _undecided(f"whether both speak of one thing ({', '.join(lone[:3]) or 'the predicates differ'})")


_ONE_SIDE, _OTHER_SIDE = 0.75, 0.55
"""How much of each statement the other must hold, apart from the point of difference, for a contradiction."""


def _other_fact(case: Case, outcome: Outcome) -> Outcome | None:
    """Two claims are the same where the shorter is held by one statement of the longer, predicate and all."""
    if outcome.relation is not Relation.SAME:
        return None
    if case.best_ground is None:
        return None if case.numbers_agree else _undecided("whether both state one fact")
    ground = case.best_ground[1]
    limit = _limited_subject(case)
    if limit is not None and not case.numbers_agree:
        return _undecided(f"whether both speak of {limit.text}")
    low, high = min(ground.share_a, ground.share_b), max(ground.share_a, ground.share_b)
    cover = max(case.al.cover_a, case.al.cover_b)
    if case.numbers_derived or (case.numbers_agree_on_value and max(high, cover) >= 0.6 and low >= 0.3):
        sure = not _both_name_things(ground) or low >= 0.6
    else:
        whole = high >= 0.8 and low >= 0.5 and (ground.predicates or (high >= 0.95 and low >= 0.6))
        sure = (whole or (cover >= 0.95 and low >= 0.5)) and (not _both_name_things(ground) or low >= 0.8)
        sure = sure and ground.said >= _SAID
    if sure:
        return None
    lone = ", ".join(t.text for t in (*ground.lone_a, *ground.lone_b)[:3])
    return _undecided(f"whether both state one fact ({lone or 'much of one is not in the other'})")


_SAID = 0.6
"""What two claims must share beside names."""


def _both_name_things(ground: Ground) -> bool:
    """Tell whether each statement has a noun of its own that the other has no word for."""
    return all(any(t.sort in {"noun", "name"} for t in lone) for lone in (ground.lone_a, ground.lone_b))


def _other_scope(case: Case, outcome: Outcome) -> Outcome | None:
    """A part and a whole, or then and now, are of one statement: the rest of it must be the same."""
    if outcome.relation not in {Relation.NARROWER, Relation.BROADER, Relation.UPDATED} or case.best_ground is None:
        return None
    ground = case.best_ground[1]
    if outcome.relation is Relation.UPDATED:
        sure = max(ground.share_a, ground.share_b) >= 0.4 and min(ground.share_a, ground.share_b) >= 0.2
    else:
        kept = [_kept(ground.shared, lone) for lone in (ground.lone_a, ground.lone_b)]
        sure = (
            ground.said >= _SAID and max(kept) >= 0.75 and min(kept) >= 0.6 and (ground.predicates or min(kept) >= 0.8)
        )
    return None if sure else _undecided("whether both speak of one thing")


def _kept(shared: float, lone: Sequence[Term]) -> float:
    """Give the share of a statement that is shared, leaving out what may limit it: a place, a group, an adjective."""
    rest = sum(t.weight for t in lone if t.slot not in LIMITING and t.sort != "adjective")
    return shared / (shared + rest) if shared else 0.0


def _limited_subject(case: Case) -> Term | None:
    """Give the noun that only one claim ties to its subject: "the name of the street" beside "names"."""
    lone = []
    for terms, print_, clauses in (
        (case.al.only_a, case.al.a, case.center[0]), (case.al.only_b, case.al.b, case.center[1])
    ):  # fmt: skip
        verb = next((print_.clauses[n].verb for n in sorted(clauses) if print_.clauses[n].verb is not None), None)
        lone.append([
            t
            for t in terms
            if t.clause in clauses and t.slot in {"of", "among"} and t.sort in {"noun", "name"} and t.weight >= _HEAVY
            and verb is not None and t.at[-1] < verb
        ])  # fmt: skip
    return (lone[0] or lone[1])[0] if bool(lone[0]) != bool(lone[1]) else None


_DENIALS = frozenset(
    {"deny", "denies", "denied", "denying", "denial", "disputes", "disputed", "rejects", "refutes", "refuted"}
)
_WAYS = frozenset(
    {
        "to",
        "from",
        "into",
        "before",
        "after",
        "above",
        "below",
        "with",
        "without",
        "inside",
        "outside",
        "for",
        "against",
    }
)
"""Prepositions that make another statement of the same words: exports to China, exports from China."""


def _denied(case: Case, outcome: Outcome) -> Outcome | None:
    """Who denies a thing says that it is not so: a denial on one side only is never a repeat."""
    if outcome.relation is not Relation.SAME:
        return None
    first, second = (_DENIALS & {word.lower for word in p.words} for p in (case.al.a, case.al.b))
    return _undecided("whether one denies what the other states") if bool(first) != bool(second) else None


def _turned(case: Case, outcome: Outcome) -> Outcome | None:
    """The same words the other way round say something else: who bought whom, exports to or from."""
    if outcome.relation is not Relation.SAME:
        return None
    first, second = _order(case.al.a), _order(case.al.b)
    if (
        first
        and second
        and first == second[::-1]
        and first != second
        and _is_passive(case.al.a) == _is_passive(case.al.b)
    ):
        return Outcome(Relation.CONFLICT, f"roles differ: {first[0]} and {first[1]} have changed places")
    ways_a, ways_b = _ways(case.al.a), _ways(case.al.b)
    for name in ways_a.keys() & ways_b.keys():
        if not ways_a[name] & ways_b[name]:
            one, other = sorted(ways_a[name] | ways_b[name])[:2]
            return _undecided(f"“{one}” or “{other}” {name}")
    return None


def _order(print_: Fingerprint) -> tuple[str, str] | None:
    """Give the two names on either side of the claim's verb, where there are just two."""
    runs: list[tuple[int, str]] = []
    for at, word in enumerate(print_.words):
        if word.tag in ("NNP", "NNPS"):
            if runs and runs[-1][0] == at - 1:
                runs[-1] = (at, f"{runs[-1][1]} {word.lower}")
            else:
                runs.append((at, word.lower))
    verb = next(
        (at for at, word in enumerate(print_.words) if word.tag.startswith("VB") and word.lower not in _BE), None
    )
    if len(runs) != 2 or verb is None or not runs[0][0] < verb < runs[1][0]:
        return None
    return runs[0][1], runs[1][1]


_BE = frozenset({"is", "are", "was", "were", "be", "been", "being", "has", "have", "had"})


def _is_passive(print_: Fingerprint) -> bool:
    words = [word.lower for word in print_.words]
    return "by" in words and bool(_BE & set(words))


def _ways(print_: Fingerprint) -> dict[str, set[str]]:
    """Give the prepositions of way right before each name."""
    found: dict[str, set[str]] = {}
    for term in print_.terms:
        if term.sort == "name" and term.at[0] and print_.words[term.at[0] - 1].lower in _WAYS:
            found.setdefault(term.text.lower(), set()).add(print_.words[term.at[0] - 1].lower)
    return found


DOUBTS: tuple[Doubt, ...] = (
    Doubt("denial", "who denies a thing says that it is not so", _denied),
    Doubt("turned round", "the same words the other way round say something else", _turned),
    Doubt("other time", "what holds for one time is not the same statement for another", _other_time),
    Doubt(
        "states nothing", "a single word, or words without a predicate, state nothing by themselves", _states_nothing
    ),
    Doubt("unknown subject", "a pronoun's person is known from elsewhere", _unknown_subject),
    Doubt("other statement", "a contradiction is one statement with one thing changed", _other_statement),
    Doubt("other scope", "a part is part of the same statement", _other_scope),
    Doubt("other fact", "a fact is a subject with its predicate, not a set of words", _other_fact),
)
