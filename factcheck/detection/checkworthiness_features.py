"""The named features that check-worthiness is made of: word groups that stand in data, and what the grammar shows.

A feature's value says how strongly a sentence shows it: 1 when it is there, 1.5 when twice, 2 when more often.
"""

from __future__ import annotations

import math
from collections.abc import Sequence
from functools import cache
from importlib import resources

from factcheck.detection.lemmas import noun_lemma, verb_lemma
from factcheck.detection.tagging_lexicon import word_set
from factcheck.detection.words import Word

__all__ = ["find_features"]

_PRONOUN_TAGS = frozenset({"PRP", "EX", "WP", "WDT", "DT"})
_NOUN_SUBJECTS = {"NNS": "subject is a plural", "NNP": "subject is a name", "NNPS": "subject is a name"}
_STRENGTH = (0.0, 1.0, 1.5, 2.0)
_FINITE = frozenset({"VBD", "VBP", "VBZ", "MD"})
_BE = word_set("be is are was were been being am 's 're 'm")
_HAVE = word_set("have has had 've")
_AUXILIARIES = _BE | _HAVE | word_set("do does did")
_ADVERBS = frozenset({"RB", "RBR", "RBS", "PRP"})  # stand between an auxiliary and its verb; pronouns in questions
_NAMES = frozenset({"NNP", "NNPS"})
_MARKS = frozenset({",", ".", ":", "``", "''", "(", ")", "SYM"})
_MODALS = {
    **dict.fromkeys(word_set("will 'll wo shall"), "future"),
    **dict.fromkeys(word_set("must should ought"), "obligation"),
    **dict.fromkeys(word_set("can ca could may might"), "possibility"),
    **dict.fromkeys(word_set("would 'd"), "hypothesis"),
}
_PRONOUN_SUBJECTS = {
    "i": "subject is I",
    "you": "subject is you",
    "he": "subject is he or she",
    "she": "subject is he or she",
    "they": "subject is they",
    "it": "subject is it or this",
    "this": "subject is it or this",
    "that": "subject is it or this",
    "these": "subject is it or this",
    "those": "subject is it or this",
    "there": "there is",
    "who": "subject is left to who or which",
    "which": "subject is left to who or which",
}
# Deeds count as facts only where they are done: "built", not "to build".
_DEEDS = frozenset({"records in office", "deeds", "spending", "rise or fall"})
_MOST_REMEMBERED = 100_000
_SILENT = frozenset({"CC", "CD", "JJ", "JJR", "JJS", "POS", "PRP$", "TO", "RP", "$", *(_MARKS - {","})})
"""Tags that say nothing of a verb's tense or subject."""
_FORMS = {
    "JJR": "comparison",
    "RBR": "comparison",
    "JJS": "superlative",
    "RBS": "superlative",
    "WDT": "relative clause",
}
_remembered: dict[tuple[str, str], tuple[str, ...]] = {}


@cache
def _load_groups() -> dict[tuple[str, str], tuple[str, ...]]:
    """Load the groups of each word: (word class, dictionary form) to the groups' names."""
    groups: dict[tuple[str, str], tuple[str, ...]] = {}
    path = resources.files("factcheck.detection").joinpath("lexicon/en/checkworthiness_words.tsv")
    for line in path.read_text(encoding="utf-8").split("\n"):
        if line and line[0] != "#":
            name, word_class, words = line.split("\t")
            for word in words.split(" "):
                known = groups.get((word_class, word), ())
                if name not in known:
                    groups[word_class, word] = (*known, name)
    return groups


def _read_word(text: str, lower: str, tag: str) -> tuple[str, ...]:
    """Name the features that one word shows by itself: its groups, and what kind of number or form it is."""
    groups = _load_groups()
    if tag[0] == "N":
        word_class, lemma = "n", noun_lemma(lower)
    elif tag[0] == "V" or tag == "MD":
        word_class, lemma = "v", verb_lemma(lower)
    else:
        word_class, lemma = "a", lower
    names = [*groups.get((word_class, lemma), ()), *groups.get(("*", lower), ())]
    if lemma != lower:
        names += groups.get(("*", lemma), ())
    if tag == "VB" and not _DEEDS.isdisjoint(names):
        names = [*(name for name in names if name not in _DEEDS), "act not yet done"]
    if tag == "CD":
        names += _read_number(text, lower)
    elif tag in _FORMS:
        names.append(_FORMS[tag])
    elif tag[:3] == "NNP" and len(text) > 1 and text.isupper():
        names.append("acronym")
    if len(_remembered) >= _MOST_REMEMBERED:
        _remembered.clear()
    found = _remembered[text, tag] = tuple(dict.fromkeys(names))
    return found


def _read_number(text: str, lower: str) -> list[str]:
    if text[0].isdigit():
        return ["year named" if len(text) == 4 and text[:2] in ("18", "19", "20") else "exact figure"]
    return [] if lower == "one" else ["number in words"]


def find_features(words: Sequence[Word]) -> dict[str, float]:
    """Find the features of one sentence: each name with its strength; features it does not show are left out."""
    shown: list[str] = []
    count = 0
    in_name = False
    remembered = _remembered.get
    for _, _, text, lower, tag in words:
        names = remembered((text, tag))
        if names is None:
            names = _read_word(text, lower, tag)
        if names:
            shown += names
        if tag in _NAMES:
            count += 1
            if not in_name:
                shown.append("name")
                in_name = True
        else:
            in_name = False
            if tag not in _MARKS:
                count += 1
    shown += _read_verbs(words)
    counts: dict[str, int] = {}
    for name in shown:
        counts[name] = counts.get(name, 0) + 1
    for name in _read_shape(words):
        counts[name] = 1
    features = {name: _STRENGTH[number if number < 3 else 3] for name, number in counts.items()}
    _combine(features)
    features["length"] = min(math.log2(count + 1), 6.0) / 4 - 1
    return features


def _read_verbs(words: Sequence[Word]) -> list[str]:
    """Name the tense, voice and mood of each verb, and the subject of each finite one."""
    found: list[str] = []
    governor = ""  # the auxiliary that governs the next verb
    subject = ""
    before = ""
    for i, (_, _, _, lower, tag) in enumerate(words):
        if tag in _SILENT:
            before = tag
            continue
        if tag in _FINITE and subject:
            found.append(subject)
            subject = ""
        if tag[0] == "V":
            goes_on = i + 1 < len(words) and words[i + 1].lower == "to"  # "have to", "going to"
            name = _name_verb(lower, tag, governor, before, goes_on)
            if name:
                found.append(name)
            governor = lower if lower in _AUXILIARIES else ""
        elif tag == "MD":
            found.append(_MODALS.get(lower, "hypothesis"))
            governor = ""
        elif tag in _ADVERBS and governor:
            before = tag
            continue
        elif tag[0] == "N" or tag in _PRONOUN_TAGS:
            governor = ""
            subject = _PRONOUN_SUBJECTS.get(lower) or _NOUN_SUBJECTS.get(tag, "")
        elif tag == "IN" or tag == ",":
            governor = ""
            if lower == "if" or lower == "than":
                found.append("condition" if lower == "if" else "comparison")
        before = tag
    return found


def _name_verb(lower: str, tag: str, governor: str, before: str, goes_on: bool) -> str:
    """Name what one form of a verb shows; empty for forms that say nothing."""
    if lower in _HAVE and goes_on:
        return "obligation"
    if tag in _FINITE:
        if lower not in _AUXILIARIES:
            return "past tense" if tag == "VBD" else "present tense"
        if lower in _BE:
            return "" if tag == "VBD" else "is or are"
        return "did or had" if tag == "VBD" else "has or does"
    if tag == "VB":
        return "infinitive" if before == "TO" else "bare verb"
    if tag == "VBN":
        return "present perfect" if governor in _HAVE else "passive" if governor in _BE else ""
    if governor in _BE:
        return "future" if lower == "going" and goes_on else "going on now"
    return ""


def _read_shape(words: Sequence[Word]) -> list[str]:
    """Name what the sentence's outline shows: questions, orders, fragments, stage directions."""
    found: list[str] = []
    if not words:
        return found
    tags = {word.tag for word in words}
    first = next((word for word in words if word.tag not in _MARKS), words[0])
    last = next((word for word in reversed(words) if word.tag != "''"), words[-1])
    if last.text == "?":
        found.append("question")
    if first.tag in ("WP", "WRB", "WDT"):
        found.append("opens with a question word")
    elif first.tag == "VB":
        found.append("order or request")
    elif first.tag == "CC":
        found.append("opens with and or but")
    if _FINITE.isdisjoint(tags):
        found.append("no finite verb")
    if last.tag == ":" or last.text in ("...", "…"):
        found.append("broken off")
    if words[0].tag == "(" or words[0].text == "[":
        found.append("stage direction")
    return found


def _combine(features: dict[str, float]) -> None:
    """Add the pairs that say more together than apart."""
    past = "past tense" in features or "present perfect" in features
    for name, holds in (
        ("record in office, past", past and "records in office" in features),
        ("what we did", past and "first person plural" in features),
        ("denial", past and "negation" in features),
    ):
        if holds:
            features[name] = 1.0
