"""What sort of statement a claim is: an ordered list of rules, the first that fits decides.

The order is that of the vocabulary. Each rule gives the words that decided, so that a checker can see why.
"""

from __future__ import annotations

from bisect import bisect_left
from collections.abc import Callable

from factcheck.detection.comparisons import find_comparison, find_rank
from factcheck.detection.phrases import PhraseSet, load_phrases
from factcheck.detection.statements import Statement
from factcheck.detection.values import Quantity
from factcheck.detection.verb_groups import VerbGroup
from factcheck.vocabulary import Kind, QuantityKind

__all__ = ["KIND_RULES", "is_figure", "kind_of"]

NUMERIC = frozenset(QuantityKind) - {QuantityKind.DATE, QuantityKind.TIME, QuantityKind.RANK, QuantityKind.VAGUE}
STRONG_VAGUE = ("dozen", "score", "tens", "hundred", "thousand", "million", "billion", "trillion", "half", "handful")
RANK_OPENERS = frozenset({"the", "its", "their", "his", "her", "our", "my", "your", "'s", "world's"})
LOCATING = frozenset(
    {
        "on",
        "in",
        "at",
        "since",
        "until",
        "till",
        "by",
        "from",
        "between",
        "before",
        "after",
        "during",
        "of",
        "and",
        "to",
        ",",
    }
)
RULED = frozenset(
    [
        "illegal",
        "unlawful",
        "unconstitutional",
        "mandatory",
        "compulsory",
        "entitled",
        "obliged",
        "legal",
        "forbidden",
        "prohibited",
        "banned",
    ]
)
RULE_MODALS = frozenset({"must", "may", "can", "shall", "cannot"})
LOOSE_DAYS = frozenset(
    {"today", "yesterday", "tomorrow", "tonight", "last", "this", "next", "earlier", "later", "just", "ago"}
)


def kind_of(statement: Statement) -> tuple[Kind, str]:
    """Give the first kind that fits, and the words that decided.

    A statement that no rule knows is an event: it says that something happened or is the case.
    """
    for kind, rule in KIND_RULES:
        reason = rule(statement)
        if reason:
            return kind, reason
    return Kind.EVENT, "says that something happened or is the case"


def is_figure(quantity: Quantity) -> bool:
    """Tell whether a quantity is a figure to check: a number, or "dozens" and the like; "several" is not."""
    if quantity.text[:4].lower() == "both" and quantity.text[4:5] in ("", " "):
        return False
    if quantity.kind in NUMERIC:
        return (
            quantity.value is not None
            or quantity.low is not None
            or quantity.high is not None
            or quantity.kind in (QuantityKind.CHANGE, QuantityKind.SCORE)
        )
    if quantity.kind is QuantityKind.VAGUE:
        lower = quantity.text.lower()
        return any(word in lower for word in STRONG_VAGUE)
    return False


def _changed_share(s: Statement) -> str:
    """Find a share that somebody lost or won of their own: "lost two-thirds of their seats" holds before against after.

    The figure alone says nothing: what is checked is the count before and the count after.
    """
    lexicon = load_phrases("claim_kinds")
    group = _own_verb(s, lexicon["verbs of winning"]) or _own_verb(s, lexicon["verbs of losing"])
    if group is None or s.quoted:
        return ""
    way = "a decrease" if group.lemma in lexicon["verbs of losing"] else "an increase"
    for quantity in s.quantities:
        if quantity.kind in (QuantityKind.PROPORTION, QuantityKind.PERCENTAGE) and quantity.part is None:
            begins = bisect_left(s.words, quantity.start, key=lambda word: word.start)
            ends = bisect_left(s.words, quantity.end, key=lambda word: word.start)
            if begins >= group.end and "PRP$" in {word.tag for word in s.words[begins : ends + 2]}:
                return f"holds before against after, {way}: {s.span_text(group)} {quantity.text}"
    return ""


def _quantity(s: Statement) -> str:
    figures = [q.text for q in s.quantities if is_figure(q)]
    if s.quoted and not any(is_figure(q) and q.kind is not QuantityKind.VAGUE for q in s.quantities):
        return ""
    return f"states a number: {'; '.join(figures)}" if figures else ""


def _date(s: Statement) -> str:
    """Find a date that says when; a date that only names a thing ("the October 10 election") does not."""
    for quantity in s.quantities:
        if quantity.kind is not QuantityKind.DATE and quantity.kind is not QuantityKind.TIME:
            continue
        first = bisect_left(s.words, quantity.start, key=lambda word: word.start)
        last = bisect_left(s.words, quantity.end, key=lambda word: word.start) - 1
        if first > last:
            continue
        following = s.words[last + 1] if last + 1 < len(s.words) else None
        if following is not None and (following.tag in ("POS", "NN", "NNS", "JJ") or following.lower == "'s"):
            continue
        before = s.lowers[first - 1] if first else ""
        if before == "the" and first > 1:
            before = s.lowers[first - 2]  # "by the end of the year"
        if (
            not first
            or before in LOCATING
            or s.lowers[first] in LOCATING
            or s.lowers[first] in LOOSE_DAYS
            or s.lowers[last] in LOOSE_DAYS
        ):
            return f"says when: {quantity.text}"
        if s.words[first].tag in ("NNP", "NN", "RB") and before not in RANK_OPENERS:
            return f"says when: {quantity.text}"
    return ""


def _quotation(s: Statement) -> str:
    return "somebody's own words: did they say it, and is it so" if s.quoted or s.quotation else ""


def _causal(s: Statement) -> str:
    lexicon = load_phrases("claim_kinds")
    found = s.phrase(lexicon["causal"])
    unmade = s.finite is not None and s.finite.negated and found in ("designed to", "intended to", "aimed at")
    if found and not unmade:
        return f"says why: {found}"
    group = _own_verb(s, lexicon["causal verbs"])
    if group is not None and (s.has_object(group) or group.passive):
        return f"says what followed from what: {s.span_text(group)}"
    group = _own_verb(s, lexicon["causal when transitive"])
    if group is not None and s.has_object(group) and not group.passive:
        return f"says what followed from what: {s.span_text(group)}"
    last_that = len(s.lowers) - 1 - s.lowers[::-1].index("that") if {"so", "that"} <= s.vocabulary else 0
    for at, lower in enumerate(s.lowers[:last_that]):
        if lower == "so" and s.words[at + 1].tag in ("JJ", "RB") and at + 2 <= last_that:
            return f"says what followed from what: so {s.words[at + 1].text} that"
    return ""


def _own_verb(s: Statement, lemmas: PhraseSet) -> VerbGroup | None:
    """Give the statement's own verb where it is listed; the first of a participle clause counts as its own."""
    group = s.finite if s.finite is not None else s.groups[0] if s.groups else None
    return group if group is not None and group.lemma in lemmas and not group.infinitive else None


def _identity(s: Statement) -> str:
    lexicon = load_phrases("claim_kinds")
    if s.sort == "apposition":
        return "says who or what somebody or something is"
    found = s.phrase(lexicon["identity"])
    if found:
        return f"says who or what it is: {found}"
    if s.finite is None:
        return ""
    group = s.finite
    found = s.phrase(lexicon["identity predicates"], group.end)
    if found and group.lemma in ("be", "become", "remain", "form"):
        return f"says who or what it is: {found}"
    if (
        group.lemma in lexicon["identity verbs"]
        and not group.passive
        and not group.modal
        and s.has_object(group)
        and not group.past
    ):
        return f"says what it is: {s.span_text(group)}"
    if (
        group.lemma in ("be", "become", "remain")
        and _names_predicate(s, group.end)
        and not s.phrase(lexicon["support"])
    ):
        return f"says who or what it is: {s.span_text(group)}"
    return ""


def _names_predicate(s: Statement, at: int) -> bool:
    """Tell whether a noun phrase follows "is": "is a form of", "was Iraq's chief"; not "there is", not "is in"."""
    if any(word.tag == "EX" for word in s.words[:at]):
        return False
    while at < len(s.words) and s.words[at].tag == "RB":
        at += 1
    return (
        at < len(s.words) and s.words[at].tag in ("DT", "NNP", "NN", "NNS", "NNPS", "PRP$") and s.lowers[at] != "this"
    )


def _law(s: Statement) -> str:
    lexicon = load_phrases("claim_kinds")
    found = s.phrase(lexicon["law"])
    group = s.verb(lexicon["law verbs"])
    must = s.finite is not None and s.finite.modal in ("must", "shall")
    subject_end = s.finite.start if s.finite is not None else 0
    speaks = any(lower in lexicon["law subjects"] for lower in s.lowers[:subject_end])
    if s.lowers[0] == "under" and s.finite is not None and s.finite.modal in RULE_MODALS:
        return f"says what a rule demands: under ... {s.finite.modal}"
    if s.finite is not None and s.finite.negated and s.finite.modal in ("can", "may") and "unless" in s.vocabulary:
        return f"says what a rule demands: {s.span_text(s.finite)} ... unless"
    if speaks and (group is not None or must):
        return f"says what a rule demands: {s.span_text(group) if group is not None else 'must'}"
    if found and (must or _is_ruled(s)):
        return f"says what a rule demands: {found}"
    if found.startswith("in ") or found in ("required by", "by law") or s.phrase(lexicon["law by"]):
        return f"says what a rule demands: {found}"
    if s.finite is not None and s.finite.modal == "will" and s.finite.passive:
        return f"says what is decided: {s.span_text(s.finite)}"
    return ""


def _is_ruled(s: Statement) -> bool:
    """Tell "is illegal", "are entitled to" from "illegal camps": the word stands after the verb and before no noun."""
    if s.finite is None:
        return False
    for at in range(s.finite.start, len(s.words)):
        if s.lowers[at] in RULED:
            return at + 1 >= len(s.words) or s.words[at + 1].tag not in ("NN", "NNS", "NNP", "JJ", "VBN")
    return False


def _support(s: Statement) -> str:
    lexicon = load_phrases("claim_kinds")
    found = s.phrase(lexicon["support"])
    if found:
        return f"says who backs or opposes what: {found}"
    group = s.verb(lexicon["support verbs"]) or _wanted(s)
    if (
        group is not None
        and group.lemma in ("describe", "characterise", "characterize", "regard")
        and "as" not in s.vocabulary
    ):
        return ""
    return f"says who backs or opposes what: {s.span_text(group)}" if group is not None else ""


def _wanted(s: Statement) -> VerbGroup | None:
    """Give the verb of "wants employers to pay": what somebody wants another to do."""
    group = s.finite
    if group is None or group.lemma != "want" or not s.has_object(group):
        return None
    return group if any(word.tag == "TO" for word in s.words[group.end + 1 : group.end + 6]) else None


KIND_RULES: tuple[tuple[Kind, Callable[[Statement], str]], ...] = (
    (Kind.COMPARISON, _changed_share),
    (Kind.QUANTITY, _quantity),
    (Kind.QUOTATION, _quotation),
    (Kind.COMPARISON, find_comparison),
    (Kind.RANKING, find_rank),
    (Kind.DATE, _date),
    (Kind.CAUSAL, _causal),
    (Kind.IDENTITY, _identity),
    (Kind.LAW, _law),
    (Kind.SUPPORT, _support),
)
"""Kind and rule, in order; a quotation stands before what it says, unless it states a number, and a share that was lost
or won before the figure it is told with."""
