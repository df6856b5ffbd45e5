"""The dictionary form of a noun or a verb: "seats" and "seat", "rose" and "rise".

Irregular forms stand in `lexicon/en/lemmas.tsv`; the rest follows the spelling rules of English, and where a spelling
allows two answers ("hoped": hop or hope) the one that is a known verb is taken.
"""

from __future__ import annotations

from functools import cache, lru_cache
from importlib import resources

from factcheck.detection.tagging_lexicon import load_lexicon

__all__ = ["noun_lemma", "verb_lemma"]

_VOWELS = frozenset("aeiou")
_DOUBLING_KEPT = ("ll", "ss", "zz", "ff")  # "sell", "pass", "buzz", "staff" end so themselves
_SIBILANTS = ("ses", "xes", "zes", "ches", "shes")
_HEAD_FIRST = ("-by", "-in-", "-at-", "-of-", "-up", "-on")  # the plural of "passer-by" marks its first part


@cache
def _load_irregular() -> dict[str, dict[str, str]]:
    """Load the irregular forms of each word class."""
    forms: dict[str, dict[str, str]] = {"noun": {}, "verb": {}, "noun ending": {}}
    text = resources.files("factcheck.detection").joinpath("lexicon/en/lemmas.tsv").read_text(encoding="utf-8")
    for line in text.split("\n"):
        if line and line[0] != "#":
            word_class, lemma, words = line.split("\t")
            forms[word_class].update(dict.fromkeys(words.split(" "), lemma))
    return forms


@lru_cache(maxsize=20_000)
def noun_lemma(word: str) -> str:
    """Give the singular of a noun, in lower case; a word that is not a plural comes back as it is.

    >>> [noun_lemma(word) for word in ("Seats", "people", "schoolchildren", "crises", "news", "passers-by")]
    ['seat', 'person', 'schoolchild', 'crisis', 'news', 'passer-by']
    """
    lower = word.lower().replace("’", "'")
    irregular = _load_irregular()
    found = irregular["noun"].get(lower)
    if found is not None:
        return found
    for mark in _HEAD_FIRST:
        at = lower.find(mark)
        if at > 0:
            return noun_lemma(lower[:at]) + lower[at:]
    if "-" in lower:
        head, _, last = lower.rpartition("-")
        return f"{head}-{noun_lemma(last)}" if last else lower
    for ending, singular in irregular["noun ending"].items():
        if lower.endswith(ending) and len(lower) > len(ending):
            return lower[: -len(ending)] + singular
    tags = load_lexicon().get(lower)
    if not lower.endswith("s") or (tags and tags[0] == "NN") or lower.endswith(("ss", "us", "is")) or len(lower) < 4:
        return lower
    return _drop_plural(lower)


def _drop_plural(lower: str) -> str:
    if lower.endswith("ies") and len(lower) > 4:
        return lower[:-3] + "y"
    if lower.endswith("oes"):
        return lower[:-2]
    if lower.endswith(_SIBILANTS):
        tags = load_lexicon().get(lower[:-1])
        if tags and "NN" in tags:
            return lower[:-1]
        return _drop_es(lower) if lower.endswith(("ses", "zes")) else lower[:-2]
    return lower[:-1]


def _drop_es(lower: str) -> str:
    """Undo -ses and -zes: "buses" has a bare "bus", "houses" has "house"."""
    tags = load_lexicon().get(lower[:-2])
    return lower[:-2] if (tags and "NN" in tags) or lower.endswith(("sses", "zzes")) else lower[:-1]


@lru_cache(maxsize=20_000)
def verb_lemma(word: str) -> str:
    """Give the infinitive of a verb, in lower case; a word that is no form of a verb comes back as it is.

    >>> [verb_lemma(word) for word in ("rose", "were", "hoped", "stopped", "dying", "wants", "'ve", "need", "recognises")]
    ['rise', 'be', 'hope', 'stop', 'die', 'want', 'have', 'need', 'recognise']
    """
    lower = word.lower().replace("’", "'")
    found = _load_irregular()["verb"].get(lower)
    if found is not None:
        return found
    if "-" in lower:
        head, _, last = lower.rpartition("-")
        return f"{head}-{verb_lemma(last)}" if last else lower
    if lower.endswith(("eed", "ing")) and _is_verb(lower):
        return lower  # "need" and "bring" only look inflected
    if lower.endswith("ing") and _has_vowel(lower[:-3]):
        return _restore(lower[:-3])
    if lower.endswith("ied") and len(lower) > 4:
        return lower[:-3] + "y"
    if lower.endswith("ed") and _has_vowel(lower[:-2]):
        return _restore(lower[:-2])
    if lower.endswith("s") and not lower.endswith("ss") and len(lower) > 3:
        return _drop_third_person(lower)
    return lower


def _drop_third_person(lower: str) -> str:
    if lower.endswith("ies") and len(lower) > 4:
        return lower[:-3] + "y"
    if lower.endswith(("ises", "yses")):
        return lower[:-1]  # British "recognises", "analyses": the lexicon knows the verb with a z only
    if lower.endswith("es") and not _is_verb(lower[:-1]) and (_is_verb(lower[:-2]) or lower.endswith(_SIBILANTS)):
        return lower[:-2]
    return lower[:-1]


def _has_vowel(stem: str) -> bool:
    return len(stem) > 1 and any(letter in "aeiouy" for letter in stem)


def _is_verb(word: str) -> bool:
    tags = load_lexicon().get(word)
    return tags is not None and "VB" in tags


def _restore(stem: str) -> str:
    """Give back what -ed and -ing took from a verb's spelling: a silent e, or nothing, or undo a doubled consonant."""
    if len(stem) > 3 and stem[-1] == stem[-2] and stem[-1] not in _VOWELS:
        return stem if stem.endswith(_DOUBLING_KEPT) and (_is_verb(stem) or not _is_verb(stem[:-1])) else stem[:-1]
    if _is_verb(stem + "e"):
        return stem + "e"
    if _is_verb(stem):
        return stem
    return stem + "e" if _wants_e(stem) else stem


def _wants_e(stem: str) -> bool:
    """Guess a silent e for unknown verbs: -ate, -ise, -ize, -ge, -ce, -ve and -ue are spelt with one."""
    if stem.endswith(("ng", "eat", "oat")):
        return False
    return stem.endswith(("at", "is", "iz", "g", "c", "v", "u", "ur", "dl", "bl", "tl"))
