"""Terms: the words and phrases of a claim that carry meaning, each with the keys under which it may meet another's."""

from __future__ import annotations

import re
from collections.abc import Collection, Sequence
from dataclasses import dataclass
from functools import lru_cache
from typing import NamedTuple

from factcheck.detection.lemmas import noun_lemma, verb_lemma
from factcheck.detection.words import Word
from factcheck.matching.lexicon import Entry, Found, load_lexicon
from factcheck.matching.spelling import fold_word, one_spelling, skeleton

__all__ = ["Term", "read_terms", "word_forms"]

_NAME_TAGS = frozenset({"NNP", "NNPS"})
_CONTENT = ("NN", "VB", "JJ", "CD", "FW")
_LOOSE = frozenset({"to", "from", "by", "against", "with", "of", "for", "at", "in", "on", "..."})
"""Prepositions that leave a verb its own meaning: "fell to", "lost against"."""
_CLOSED = frozenset(
    {"IN", "TO", "DT", "PDT", "PRP", "PRP$", "CC", "WDT", "WP", "WRB", "EX", "MD", "POS", "UH", "RP", "WP$"}
)
_ENDINGS = re.compile(
    r"(?:ations?|ition|ments?|ness|ings?|ities|ity|ers?|ors?|ances?|ences?|ions?|ists?|ivals?|iv|als?|ly|ed|ives?|s|e)$"
)


@dataclass(frozen=True, slots=True)
class Term:
    """Hold one word or phrase of a claim.

    Attributes:
        at: the indices of its words.
        text: the words as written.
        word: its dictionary form.
        sort: "name", "noun", "verb", "adjective", "adverb" or "phrase".
        keys: what it may be met under: dictionary form, synonym groups, stem, spelling.
        poles: the opposites it takes part in: (axis, 1 or -1).
        converses: the converse pairs it takes part in: (pair, 1 or -1).
        marks: (sort, value) of the other lexicons it stands in: running, holder, occasion, frame, part, field.
        slot: what it does in its clause.
        clause: the number of its clause.
        weight: what it counts when claims are held side by side.
        topical: whether it says what the claim is about.
        tiers: the keys from the surest to the loosest: word, synonym, stem, part of a compound.
    """

    at: tuple[int, ...]
    text: str
    word: str
    sort: str
    keys: frozenset[str]
    poles: tuple[tuple[str, int], ...] = ()
    converses: tuple[tuple[str, int], ...] = ()
    marks: frozenset[tuple[str, str]] = frozenset()
    slot: str = ""
    clause: int = 0
    weight: float = 1.0
    topical: bool = True
    tiers: tuple[tuple[str, ...], ...] = ()

    def is_marked(self, sort: str, value: str | None = None) -> bool:
        """Tell whether a lexicon of that sort holds the term."""
        return any(s == sort and (value is None or v == value) for s, v in self.marks)


def word_forms(words: Sequence[Word]) -> list[tuple[str, ...]]:
    """Give each word's possible dictionary forms, the likeliest first."""
    return [_forms(word.lower, word.tag) for word in words]


@lru_cache(maxsize=50_000)
def _forms(lower: str, tag: str) -> tuple[str, ...]:
    lower = lower.replace("’", "'")
    forms = []
    if tag.startswith("VB") or tag == "MD":
        forms.append(verb_lemma(lower))
    if tag.startswith("NN"):
        forms.append(noun_lemma(lower))
    if tag in {"JJ", "NN", "NNS", "VBN", "VBG"} and lower.endswith(("ed", "ing", "s")):
        forms.append(verb_lemma(lower))  # participles as adjectives, and plurals that are verbs mistaken
    if tag.startswith("NNP"):
        forms.append(noun_lemma(lower))
    if tag.startswith("VB") and lower.endswith("s"):
        forms.append(noun_lemma(lower))
    forms.append(lower)
    if lower.endswith(".") and len(lower) > 1:
        forms.append(lower[:-1])  # "Col." is "col"
    return tuple(dict.fromkeys(forms))


@lru_cache(maxsize=20_000)
def _stem(word: str) -> str:
    """Cut the ending that makes one word class of another, where at least four letters stay.

    >>> _stem("resignation") == _stem("resigned")
    True
    """
    bare = word
    for _ in range(2):
        shorter = _ENDINGS.sub("", bare)
        if len(shorter) < 4:
            break
        bare = shorter
    return bare


def read_terms(
    words: Sequence[Word],
    forms: Sequence[Collection[str]],
    found: Sequence[Found],
    numeric: Collection[int],
    slots: Sequence[str],
    owner: Sequence[int],
    framed: Collection[int],
) -> tuple[Term, ...]:
    """Read the terms of a claim.

    `numeric` are the words that numbers and dates are made of (they are compared as values), `framed` those that only say
    who reports it.
    """
    phrases, taken = _phrases(words, found, numeric)
    single: dict[int, list[Found]] = {}
    for match in found:
        if len(match.at) == 1:
            single.setdefault(match.at[0], []).append(match)
    terms = []
    for at, matches in phrases.items():
        if all(words[index].lower in _LOOSE for index in at[1:]):
            matches = [*matches, *single.get(at[0], ())]
        terms.append(_term(at, words, forms, matches, slots, owner, framed))
    for index in range(len(words)):
        if index not in taken and index not in numeric and _is_content(words, index, numeric):
            terms.append(_term((index,), words, forms, single.get(index, ()), slots, owner, framed))
    return tuple(sorted(terms, key=lambda term: term.at))


def _phrases(
    words: Sequence[Word], found: Sequence[Found], numeric: Collection[int]
) -> tuple[dict[tuple[int, ...], list[Found]], set[int]]:
    """Choose the phrases of several words: the longest first, none over another."""
    chosen: dict[tuple[int, ...], list[Found]] = {}
    taken: set[int] = set()
    several = [
        m for m in found if len(m.at) > 1 and m.entry.sort not in {"negator", "quantifier", "running", "title", "part"}
    ]
    for match in sorted(several, key=lambda m: (-len(m.at), m.at)):
        if match.at in chosen:
            chosen[match.at].append(match)
        elif not taken.intersection(match.at) and not any(index in numeric for index in match.at):
            if _is_object(words, match):
                continue  # "accused the son of forging": no phrase "son of"
            if any(words[index].tag in _NAME_TAGS and words[index].text[:1].isupper() for index in match.at[1:]):
                continue  # part of a name
            chosen[match.at] = [match]
            taken.update(match.at)
    for match in several:  # "is short of" goes where "short of" goes
        if match.entry.sort == "antonym" and match.at not in chosen:
            for at, matches in chosen.items():
                if set(match.at) < set(at):
                    matches.append(match)
    return chosen, taken


def _is_object(words: Sequence[Word], match: Found) -> bool:
    """Tell whether the "of" that ends a phrase belongs to the verb: a verb in -ing follows."""
    after = match.at[-1] + 1
    return words[match.at[-1]].lower == "of" and after < len(words) and words[after].tag == "VBG"


def _is_content(words: Sequence[Word], index: int, numeric: Collection[int]) -> bool:
    """Tell whether a word carries meaning of its own."""
    word = words[index]
    if not any(c.isalnum() for c in word.text):
        return False
    if word.lower in {"up", "down"}:
        before = words[index - 1].lower if index else ""
        return index + 1 in numeric or before in {"is", "are", "was", "were", "be", "been"} or index - 1 in numeric
    if word.lower in {"more", "fewer", "less"}:
        return index - 1 in numeric or (index + 1 < len(words) and words[index + 1].tag.startswith("NN"))
    if word.lower in {"most", "least", "fewest"}:
        return index + 1 < len(words) and words[index + 1].tag.startswith("JJ")
    if word.tag in _CLOSED or word.lower in load_lexicon().stopwords:
        return False
    if word.tag.startswith(_CONTENT):
        return True
    return any(entry.sort in {"antonym", "holder"} for entry in load_lexicon().by_first.get(word.lower, ()))


def _is_name(words: Sequence[Word], index: int) -> bool:
    """Tell a word of a name: a capital where the tagger reads a name, or inside the word ("al-Rashedi").

    At the head of a sentence a capital tells nothing: a common word there is a name only beside another of the name.
    """
    word = words[index]
    opens = index == 0 or words[index - 1].tag in {".", "``", ":"}
    followed = index + 1 < len(words) and words[index + 1].tag in _NAME_TAGS and words[index + 1].text[:1].isupper()
    if opens and word.text[:1].isupper():
        known = any(form in load_lexicon().by_first for form in {word.lower, noun_lemma(word.lower)})
        if word.tag in _NAME_TAGS:
            return followed or not known
        return followed and word.tag in {"JJ", "NN"} and not known
    if word.tag in _NAME_TAGS:
        return word.text[:1].isupper() or any(c.isupper() for c in word.text[1:])
    return word.text[:1].islower() and "-" in word.text and word.text.partition("-")[2][:1].isupper()


def _heads_phrase(words: Sequence[Word], index: int) -> bool:
    """Tell an adjective that stands for a noun: the last word after an article ("the poor", "the chief constable")."""
    after = words[index + 1].tag if index + 1 < len(words) else "."
    if after.startswith(("NN", "JJ", "CD", "VBG")) or after in {"CC", "IN", "TO"} or words[index].tag in {"JJS", "JJR"}:
        return False
    return any(word.tag == "DT" for word in words[max(0, index - 2) : index])


_SORTS = {"NN": "noun", "VB": "verb", "JJ": "adjective", "RB": "adverb", "CD": "noun", "FW": "noun"}
_WEIGHTS = {"name": 1.0, "noun": 1.0, "verb": 0.8, "adjective": 0.6, "adverb": 0.3, "phrase": 1.0}


def _term(
    at: tuple[int, ...],
    words: Sequence[Word],
    forms: Sequence[Collection[str]],
    matches: Sequence[Found],
    slots: Sequence[str],
    owner: Sequence[int],
    framed: Collection[int],
) -> Term:
    """Build one term from its words and the lexicons' entries."""
    first = words[at[0]]
    is_name = len(at) == 1 and _is_name(words, at[0])
    sort = "name" if is_name else "phrase" if len(at) > 1 else _SORTS.get(first.tag[:2], "adverb")
    if sort == "phrase":
        noun = words[at[-1]].tag.startswith("NN") and first.tag in {"VBG", "VBN"}  # "waiting list"
        sort = (
            "verb"
            if first.tag.startswith("VB") and not noun
            else "noun"
            if words[at[-1]].tag.startswith("NN")
            else "phrase"
        )
    if sort == "adjective" and _heads_phrase(words, at[0]):
        sort = "noun"
    texts = tuple(words[index].text for index in at)
    meaning = _meaning(texts, tuple(tuple(forms[index]) for index in at), sort, tuple(match.entry for match in matches))
    hidden = any(index in framed for index in at)
    return Term(
        at=at,
        text=" ".join(texts),
        word=meaning.word,
        sort=sort,
        keys=meaning.keys,
        poles=meaning.poles,
        converses=meaning.converses,
        marks=meaning.marks,
        slot=slots[at[0]] if len(at) == 1 else slots[at[-1]],
        clause=owner[at[0]],
        weight=0.0 if hidden else meaning.weight,
        topical=meaning.topical and not hidden,
        tiers=meaning.tiers,
    )


class _Meaning(NamedTuple):
    """Hold what of a term does not depend on where it stands."""

    word: str
    keys: frozenset[str]
    tiers: tuple[tuple[str, ...], ...]
    poles: tuple[tuple[str, int], ...]
    converses: tuple[tuple[str, int], ...]
    marks: frozenset[tuple[str, str]]
    weight: float
    topical: bool


@lru_cache(maxsize=50_000)
def _meaning(
    texts: tuple[str, ...], forms: tuple[tuple[str, ...], ...], sort: str, entries: tuple[Entry, ...]
) -> _Meaning:
    """Read a word or phrase by itself, from its dictionary forms and the lexicons' entries."""
    word = " ".join(form[0] for form in forms)
    keys = {f"w:{word}", *(f"s:{entry.value}" for entry in entries if entry.sort == "synonym")}
    poles = tuple(dict.fromkeys((entry.value, entry.pole) for entry in entries if entry.sort == "antonym"))
    converses = tuple(dict.fromkeys((entry.value, entry.pole) for entry in entries if entry.sort == "converse"))
    others = {"synonym", "antonym", "converse"}
    marks = frozenset((entry.sort, entry.value) for entry in entries if entry.sort not in others)
    if len(texts) == 1:
        keys |= _word_keys(texts[0], word, sort == "name") | {f"c:{key[2:]}" for key in keys}
    elif sort == "noun":  # "property prices" is still about property
        for form in (form for several in forms for form in several):
            keys.add(f"c:{form}")
            known = load_lexicon().by_first.get(form, ())
            keys.update(f"c:{e.value}" for e in known if e.sort == "synonym" and len(e.words) == 1)
    light = ("light", "any") in marks or (("light", "verb") in marks and sort == "verb")
    frame = ("frame", "frame") in marks
    title = sort == "name" and ("title", "title") in marks
    level = any(axis == "level" for axis, _ in poles)
    return _Meaning(
        word=word,
        keys=frozenset(keys),
        tiers=tuple(tuple(sorted(k for k in keys if k.startswith(prefix))) for prefix in ("w:", "s:", "d:", "c:")),
        poles=poles,
        converses=converses,
        marks=marks,
        weight=_WEIGHTS[sort] * (0.35 if light or frame or title else 1.0),
        topical=not (light or frame or level) and sort in {"noun", "verb", "adjective", "phrase"},
    )


def _word_keys(text: str, word: str, is_name: bool) -> set[str]:
    """Give the keys of a single word beside its dictionary form: spelling, stem, parts of a hyphenated word."""
    keys = {f"d:{_stem(fold_word(word))}", f"w:{fold_word(text)}", f"w:{one_spelling(fold_word(word))}"}
    if "-" in word:
        keys |= {f"w:{word.replace('-', '')}", f"d:{_stem(word.rpartition('-')[2])}"}
    if is_name:
        keys.add(f"n:{skeleton(text)}")
    return keys
