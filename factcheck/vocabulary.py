"""The words of the desk: each term once, with its meaning.

Every enumeration is a `StrEnum`, so that a member is its own word in JSON, in the database and in a comparison.
`explain` gives a term's meaning; the glossary in the documentation is made from the same table.
"""

from __future__ import annotations

from enum import StrEnum

__all__ = [
    "EvidenceKind", "Flag", "Hedge", "Kind", "NameKind", "QuantityKind", "QuoteKind", "Relation", "Role", "Stance",
    "State", "Tier", "explain", "glossary",
]  # fmt: skip


class Term(StrEnum):
    """Hold a word together with its meaning."""

    meaning: str

    def __new__(cls, value: str, meaning: str = "") -> Term:
        """Make the member from its word; the meaning rides along."""
        member = str.__new__(cls, value)
        member._value_ = value
        member.meaning = meaning
        return member


class QuantityKind(Term):
    """What a numeric expression counts or measures."""

    COUNT = "count", "a number of things"
    PROPORTION = "proportion", "a part of a whole: a fraction, or N of M"
    PERCENTAGE = "percentage", "a part of a hundred; the value is the fraction, 3.4% = 0.034"
    PERCENTAGE_POINTS = "percentage_points", "a difference between two percentages; 3 points = 0.03"
    MONEY = "money", "an amount of a currency; the unit is its ISO 4217 code where the text states it"
    MEASURE = "measure", "a physical measure with its unit"
    RATE = "rate", "so many per something: per head, per 100,000, per hour"
    RANK = "rank", "a place in an order: third-largest, the 48th country, the most"
    AGE = "age", "how old somebody or something is"
    DURATION = "duration", "a length of time"
    DATE = "date", "a day, month, year or period; the value is an ISO date, possibly partial"
    TIME = "time", "a time of day"
    CHANGE = "change", "a factor or difference: doubled, 12-fold"
    SCORE = "score", "a result or a vote: 51-49"
    VAGUE = "vague", "an amount without a figure: dozens, several, many"


class Hedge(Term):
    """How firmly the words hold the number."""

    EXACT = "exact", "the number as stated"
    APPROX = "approx", "about, around, roughly, some"
    AT_LEAST = "at_least", "this or more: at least, no fewer than"
    MORE_THAN = "more_than", "strictly more: more than, over"
    AT_MOST = "at_most", "this or less: up to, at most, no more than"
    LESS_THAN = "less_than", "strictly less: fewer than, under"
    NEARLY = "nearly", "a little less: nearly, almost, just under"
    RANGE = "range", "between two stated ends"
    VAGUE = "vague", "no figure stated: dozens, several, many"


class Kind(Term):
    """What sort of statement a claim is; the first that fits, in this order."""

    QUANTITY = "quantity", "states a number: seven of the guards were injured"
    COMPARISON = "comparison", "holds two things or times against each other: lost two-thirds of their seats"
    RANKING = "ranking", "gives a place in an order: the third-biggest city"
    DATE = "date", "says when: became prime minister in May last year"
    QUOTATION = "quotation", "somebody's own words: did they say it, and is it so"
    CAUSAL = "causal", "says why, or what followed from what"
    IDENTITY = "identity", "says who or what somebody or something is"
    LAW = "law", "says what a law, rule or constitution demands"
    EVENT = "event", "says that something happened or is the case"
    SUPPORT = "support", "says who backs, opposes, votes for, condemns or praises what"
    OPINION = "opinion", "a judgement; not checkable"
    PREDICTION = "prediction", "about the future, or what may happen; not checkable"
    PERSONAL = "personal", "a feeling, a wish or thanks; not checkable"
    QUESTION = "question", "asks; not checkable"
    RHETORIC = "rhetoric", "a slogan, a figure of speech, a conditional without a fact; not checkable"


class QuoteKind(Term):
    """How words are given to somebody."""

    DIRECT = "direct", "a whole sentence or more between quotation marks"
    MIXED = "mixed", "a few words between quotation marks inside the reporter's sentence"
    INDIRECT = "indirect", "reported without quotation marks"
    SCARE = "scare", "a term between quotation marks that nobody is quoted with"


class NameKind(Term):
    """What a name names."""

    PERSON = "person", "a human being"
    BODY = "body", "an organisation, office, party or company"
    PLACE = "place", "a country, city, region or building"
    OTHER = "other", "a name whose sort the text does not tell"


class Relation(Term):
    """How one claim stands to another, read from the first to the second."""

    SAME = "same", "both say the same thing of the same subject; numbers agree within their hedges"
    CONFLICT = "conflict", "same subject and measure; a number, date, name, direction or polarity contradicts"
    UPDATED = "updated", "same subject and measure, a different value for a stated later or earlier time"
    NARROWER = "narrower", "the first has less scope than the second"
    BROADER = "broader", "the first has more scope than the second"
    RELATED = "related", "same topic, nothing to hold against each other"
    UNRELATED = "unrelated", "different topics"


class State(Term):
    """Where a claim stands in the workflow; never mixed with its rating."""

    NEW = "new", "found, and looked at by nobody yet"
    TRIAGED = "triaged", "kind and priority confirmed by a person"
    ASSIGNED = "assigned", "somebody has it"
    CHECKING = "checking", "being researched"
    WAITING_SOURCE = "waiting_source", "a source was asked and has not answered"
    PROPOSED = "proposed", "the checker proposes a rating with evidence"
    IN_REVIEW = "in_review", "with the second reader"
    APPROVED = "approved", "signed off by a second person"
    PUBLISHED = "published", "in print"
    CHANGES_REQUESTED = "changes_requested", "sent back with a comment"
    DISPUTED = "disputed", "two readers rate it differently; the head of desk decides"
    REOPENED = "reopened", "closed once, and open again for a reason"
    CORRECTED = "corrected", "published, then corrected with a dated note"
    NOT_CHECKABLE = "not_checkable", "nothing that evidence could settle"
    OUT_OF_SCOPE = "out_of_scope", "checkable, but not checked here"
    DUPLICATE = "duplicate", "stands on file as another claim"
    CUT = "cut", "the words left the draft"
    ON_AUTHOR = "on_author", "an editor lets the author answer for it"
    WITHDRAWN = "withdrawn", "taken back"


class Flag(Term):
    """What the program holds up to a person; derived, never typed in."""

    STALE = "stale", "the verdict's as-of date is older than the figure's shelf life"
    ORPHANED = "orphaned", "the words are no longer in the current draft"
    TEXT_CHANGED = "text_changed", "a number, name, date or negation changed since it was approved"
    NUMERIC_CONFLICT = (
        "numeric_conflict",
        "it contradicts what is on file, or repeats what was rated false, and nobody has looked",
    )
    EVIDENCE_MISSING = "evidence_missing", "the policy wants more evidence"
    MATCH_VERDICT_CHANGED = "match_verdict_changed", "an earlier check this one relies on was changed"
    VERDICT_UNRESOLVED = "verdict_unresolved", "rated wrong or unsupported while the words stand unchanged"


class Role(Term):
    """What a person does at the desk."""

    REPORTER = "reporter", "writes the copy"
    CHECKER = "checker", "researches claims and proposes ratings"
    REVIEWER = "reviewer", "reads second, and rates blind"
    HEAD = "head", "leads the desk; decides disputes"
    EDITOR = "editor", "decides what goes to print"
    ADMIN = "admin", "keeps people and settings; rates nothing"
    BOT = "bot", "the program: finds, matches, flags; rates nothing"


class Stance(Term):
    """What a piece of evidence does to the claim."""

    SUPPORTS = "supports", "speaks for the claim"
    REFUTES = "refutes", "speaks against the claim"
    CONTEXT = "context", "helps to read it, and decides nothing"


class Tier(Term):
    """How near a source stands to the fact."""

    PRIMARY = "primary", "the record itself, or who was there"
    SECONDARY = "secondary", "somebody reporting the record"
    TERTIARY = "tertiary", "a digest of reports"


class EvidenceKind(Term):
    """What a piece of evidence is."""

    DOCUMENT = "document", "a paper, page or record"
    DATA = "data", "a table, data set or series"
    INTERVIEW = "interview", "what somebody told the desk"
    OBSERVATION = "observation", "what the desk saw for itself"
    EXPERT = "expert", "a specialist's reading"
    EARLIER_CHECK = "earlier_check", "a verdict on file"


VOCABULARIES: tuple[type[Term], ...] = (
    Kind, QuantityKind, Hedge, QuoteKind, NameKind, Relation, State, Flag, Role, Stance, Tier, EvidenceKind,
)  # fmt: skip


def explain(term: str) -> str:
    """Give the meaning of a term of the desk, or an empty string for a word that is none.

    A word that several vocabularies use gets each meaning, with the vocabulary's name.

    >>> explain("percentage_points")
    'a difference between two percentages; 3 points = 0.03'
    """
    found = [(vocabulary, vocabulary(term)) for vocabulary in VOCABULARIES if term in vocabulary._value2member_map_]
    if len(found) == 1:
        return found[0][1].meaning
    return "; ".join(f"{vocabulary.__name__}: {member.meaning}" for vocabulary, member in found)


def glossary() -> list[tuple[str, str, str]]:
    """List every term as (vocabulary, term, meaning), in the order of this file."""
    return [(v.__name__, member.value, member.meaning) for v in VOCABULARIES for member in v]
