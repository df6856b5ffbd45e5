"""Comparisons and places in an order: comparatives, superlatives, and verbs and nouns of change."""

from __future__ import annotations

from bisect import bisect_left

from factcheck.detection.phrases import load_phrases
from factcheck.detection.statements import Statement
from factcheck.vocabulary import QuantityKind

__all__ = ["find_comparison", "find_rank"]

NOT_COMPARED = frozenset({"more", "further", "former", "upper", "inner", "outer", "longer"})
"""Comparatives in form that compare nothing by themselves."""
NO_MORE = frozenset({"no", "once", "any", "or", "and", "much", "what", "is", "was"})
CHANGE_WITH_OBJECT = frozenset({"gain", "lose", "outnumber", "exceed", "overtake"})
"""Verbs that say what changed by their object: "lost some ground"."""


def _superlative(s: Statement) -> str:
    """Find a superlative or an ordinal: "the largest", "most prevalent", "first case"; "at least" is none."""
    lexicon = load_phrases("claim_kinds")
    if not any(word.tag in ("JJS", "RBS") for word in s.words) and s.vocabulary.isdisjoint(("most", "least")):
        return s.phrase(lexicon["ranking"])
    skip = lexicon["not ranking"]
    at = 0
    while at < len(s.words):
        size = skip.length_at(s.lowers, at)
        if size:
            at += size
            continue
        word = s.words[at]
        following = s.words[at + 1].tag if at + 1 < len(s.words) else ""
        if _beside(s, at):
            at += 1
            continue
        before = s.lowers[at - 1] if at else ""
        if word.lower in ("most", "least") and before == "the" and s.lowers[at + 1 : at + 2] in (["that"], ["ever"]):
            return f"{before} {word.text}"
        if word.tag == "JJS" and word.lower not in ("most", "least"):
            return word.text
        if (
            (word.tag in ("RBS", "JJS") or word.lower in ("most", "least"))
            and following in ("JJ", "VBN", "RB")
            and not _majority(s, at)
        ):
            return f"{word.text} {s.words[at + 1].text}"
        at += 1
    return s.phrase(lexicon["ranking"])


def _majority(s: Statement, at: int) -> bool:
    """Tell "most European countries", a part of a whole, from "the most European countries"."""
    if at and s.words[at - 1].tag in ("DT", "POS", "PRP$", "RB", "VBZ", "VBP", "VBD"):
        return False
    return any(word.tag in ("NNS", "NNPS") for word in s.words[at + 1 : at + 4])


def _beside(s: Statement, at: int) -> bool:
    """Tell a superlative inside the subject's phrase: "heads of the largest unions blamed"."""
    if s.finite is None or at >= s.finite.start or at < 2:
        return False
    before = at - 1
    while before > 0 and s.words[before].tag in ("DT", "PRP$", "POS"):
        before -= 1
    return s.words[before].tag == "IN" and s.lowers[before - 1] != "one"


def find_rank(s: Statement) -> str:
    """Give the words that place something in an order, as a reason; an empty string where none do."""
    found = _superlative(s)
    if found:
        return f"gives a place in an order: {found}"
    for quantity in s.quantities:
        if quantity.kind is not QuantityKind.RANK or quantity.value is None:
            continue
        if not _beside(s, bisect_left(s.words, quantity.start, key=lambda word: word.start)):
            return f"gives a place in an order: {quantity.text}"
    return ""


def find_comparison(s: Statement) -> str:
    """Give the words that hold two things against each other, as a reason; an empty string where none do."""
    if _superlative(s):
        return ""
    found = s.phrase(load_phrases("claim_kinds")["comparison"]) or ("than" if "than" in s.vocabulary else "")
    found = found or _comparative(s)
    if found:
        return f"holds two things against each other: {found}"
    changed = _change(s)
    return f"says that something changed: {changed}" if changed else ""


def _comparative(s: Statement) -> str:
    """Find a comparative, or "most" with a part of a whole; "the larger cannery" only says which is meant."""
    words = s.words
    for at, word in enumerate(words):
        following = words[at + 1].tag if at + 1 < len(words) else ""
        before = s.lowers[at - 1] if at else ""
        chooses = before == "no" or (before == "the" and following[:2] == "NN")
        if word.tag == "JJR" and word.lower not in NOT_COMPARED and not chooses:
            return word.text
        if word.lower in ("more", "less", "fewer") and at and not following[:1].isalpha() and before not in NO_MORE:
            return f"{before} {word.text}"  # "smoked more"
        counted = word.lower in ("more", "fewer", "less") and following[:2] == "NN"
        if counted or (word.tag == "RBR" and following == "JJ"):
            return f"{word.text} {words[at + 1].text}"
        if word.lower == "most" and (following[:2] == "NN" or (following == "JJ" and _majority(s, at))):
            return f"{word.text} {words[at + 1].text}"
    return ""


def _change(s: Statement) -> str:
    """Find a verb or a noun of change: "support has fallen", "showed a fall"; "tension fell on him" is none."""
    lexicon = load_phrases("claim_kinds")
    last = s.quantities[-1].start if s.quantities else -1
    for group in s.groups:
        if group.lemma not in lexicon["verbs of change"] or group.infinitive or group.passive:
            continue
        if lexicon["not change"].length_at(s.lowers, group.head):
            continue
        quantified = group.end < len(s.words) and s.words[group.end].start <= last
        if not s.has_object(group) or quantified or group.lemma in CHANGE_WITH_OBJECT:
            return s.span_text(group)
    for at, word in enumerate(s.words):
        if word.lower in lexicon["change nouns"] and word.tag in ("NN", "NNS") and _is_object(s, at):
            return word.text
    return ""


def _is_object(s: Statement, at: int) -> bool:
    """Tell whether a noun follows a verb of showing, or begins the statement: "showed a fall", "a rise of"."""
    for group in s.groups:
        if group.head < at and group.lemma in (
            "have",
            "show",
            "record",
            "make",
            "see",
            "report",
            "be",
            "register",
            "post",
            "suffer",
        ):
            return at - group.end <= 4
    return at <= 2 and not s.groups
