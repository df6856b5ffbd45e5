"""Forecasts: what will or may be is no fact yet; what is decided, or what a study found, is one."""

from __future__ import annotations

from factcheck.detection.comparisons import find_comparison
from factcheck.detection.phrases import PhraseSet, load_phrases
from factcheck.detection.statements import Statement
from factcheck.detection.verb_groups import VerbGroup
from factcheck.vocabulary import QuantityKind

__all__ = ["forecasts", "guesses", "is_first_person", "might_have_been", "subject_words", "tells_chances"]

CHANCES = frozenset({"possible", "likely", "probable", "unlikely", "conceivable", "expected"})


def _lexicon(section: str) -> PhraseSet:
    return load_phrases("not_checkable")[section]


def subject_words(s: Statement) -> set[str]:
    """Give the words before the statement's verb, and those of the subject it lost."""
    end = s.finite.start if s.finite is not None else 0
    return {*s.lowers[:end], *s.subject}


def is_first_person(s: Statement) -> bool:
    """Tell whether the speaker is the subject: the nearest noun or pronoun before the verb is "I" or "we"."""
    if s.finite is None:
        return False
    for at in range(s.finite.start - 1, -1, -1):
        tag = s.words[at].tag
        if tag == "PRP":
            return s.lowers[at] in ("i", "we")
        if tag[:2] in ("NN", "DT") or tag == "EX":
            return False
    return False


def forecasts(s: Statement) -> str:
    """Give the reason why a modal verb makes a statement a forecast, or an empty string where it is decided or found."""
    group = s.finite
    if group is None:
        return ""
    if group.modal in _lexicon("maybe") and not (group.negated and group.modal == "could"):
        if _is_hindsight(s, group) or _is_finding(s) or s.lowers[0] == "under":
            return ""  # "Under the treaty neither side may": what a rule allows is a fact
        return f"forecast: it says what may be, not what is: “{s.span_text(group)}”"
    if group.modal in _lexicon("future"):
        if _is_decided(s, group):
            return ""
        universal = bool(subject_words(s) & {w for w in subject_words(s) if w in _lexicon("decided")})
        return "" if universal and not group.negated else f"forecast: it says what will be: “{s.span_text(group)}”"
    if group.modal == "would" and s.reported and not group.perfect and not _is_decided(s, group):
        return f"forecast: it says what would come: “{s.span_text(group)}”"
    return ""


def _is_hindsight(s: Statement, group: VerbGroup) -> bool:
    """Tell "could have been avoided by a merger": a cause in the past that evidence can speak to."""
    return group.passive and "have" in s.lowers[group.start : group.end] and group.lemma in _lexicon("preventing")


def _is_finding(s: Statement) -> bool:
    """Tell what a study found, hedged as studies hedge: "may get less protection", "might raise the risk"."""
    if not any(lower in _lexicon("studies") for lower in s.source) or s.quantities:
        return False
    return bool(find_comparison(s) or s.verb(load_phrases("claim_kinds")["causal verbs"]))


def _is_decided(s: Statement, group: VerbGroup) -> bool:
    """Tell a decision or a fixture from a guess: who decides does something by a figure or a date ("will lend £5m").

    A fee or a tax "will rise" by decision too; what has no such subject is decided where its verb is an act done to it
    on a day or to an amount ("staff will be paid on 1 May").
    """
    if group.negated or not s.quantities or is_first_person(s):
        return False
    subject = subject_words(s)
    if group.lemma in _lexicon("scheduled") and any(
        q.kind in (QuantityKind.DATE, QuantityKind.TIME) for q in s.quantities
    ):
        return True
    if any(lower in _lexicon("charges") for lower in subject):
        return True
    if group.lemma not in _lexicon("acts"):
        return False
    meant = subject | s.source if subject & {"it", "they"} else subject  # "the retailer said it would close"
    deciders = any(lower in _lexicon("deciders") for lower in meant)
    return deciders or group.passive or group.lemma == "meet"


def tells_chances(s: Statement) -> str:
    """Give the words that say what is likely or expected ("is set to", "are possible"), as a reason."""
    group = s.finite
    if group is None:
        return ""
    chance = s.lowers[group.end] if group.lemma == "be" and group.end < len(s.words) and not group.past else ""
    if chance in CHANCES and s.vocabulary.isdisjoint(("that", "to")):
        return f"forecast: it says what may be: “{chance}”"
    found = s.phrase(_lexicon("future phrases"), group.start, min(len(s.words), group.end + 4))
    if not found or (
        found.endswith("likely to")
        and group.end + 3 < len(s.words)
        and s.lowers[group.end + 2 : group.end + 3] == ["be"]
        and s.words[group.end + 3].tag != "VBN"
    ):
        return ""
    if found.endswith("due to") and (
        group.end + 2 >= len(s.words) or s.words[min(group.end + 2, len(s.words) - 1)].tag != "VB"
    ):
        return ""
    return f"forecast: it says what will be: “{found}”"


def might_have_been(s: Statement) -> str:
    """What might have been, partly in somebody's words: "the fraud “could have gone on for years”" is no fact either."""
    group = s.finite
    if group is None or not s.quotation or group.modal not in ("could", "might", "would"):
        return ""
    perfect = "have" in s.lowers[group.start : group.end] or s.lowers[group.end : group.end + 1] == ["have"]
    quoted = any(word.tag == "``" for word in s.words[: group.start])
    return f"forecast: it says what might have been: “{s.span_text(group)}”" if perfect and quoted else ""


def guesses(s: Statement) -> str:
    """Give the words with which the speaker guesses ("I expect"), as a reason."""
    if s.finite is not None and is_first_person(s) and s.finite.lemma in _lexicon("guessing") and not s.finite.past:
        return f"forecast: a guess: “{s.span_text(s.finite)}”"
    return ""
