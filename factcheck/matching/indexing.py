"""What of a text goes into the index: folded words, without stop words, addresses and handles; numbers and names as keys.

The words are stored as they are looked up, so that a query and a claim on file are prepared by one function. Numbers are
masked among the words (two claims that differ in a figure should meet) and kept as exact keys beside them.
"""

from __future__ import annotations

import re
from functools import lru_cache
from typing import NamedTuple

from factcheck.matching.lexicon import load_lexicon
from factcheck.matching.spelling import fold_word, skeleton
from factcheck.text.cleaning import clean_text

__all__ = ["Prepared", "index_columns", "prepare", "stem_word"]

_LONGEST = 20_000
_ADDRESS = re.compile(r"(?:https?://|www\.|pic\.twitter\.com/|t\.co/)\S+|\b[\w.]{1,64}@[\w.]{1,64}\b", re.IGNORECASE)
_POSTED = re.compile(r"(?<=\))\s*\w{3,9}\.? \d{1,2}, \d{4}\s*$")
_TAG = re.compile(r"[@#](\w{1,80})")
_HUMP = re.compile(r"(?<=[a-z])(?=[A-Z])|(?<=[A-Z])(?=[A-Z][a-z])|(?<=[A-Za-z])(?=\d)")
_WORD = re.compile(r"\d+(?:[.,]\d+)*|[^\W\d_]+(?:['’.&-][^\W\d_]+)*")
_ENDINGS = (
    ("ational", "ate"), ("ization", "ise"), ("isation", "ise"), ("fulness", "ful"), ("iveness", "ive"),
    ("ations", "ate"), ("ation", "ate"), ("ements", "e"), ("ement", "e"), ("ments", ""), ("ment", ""),
    ("ingly", ""), ("edly", ""), ("ities", "ity"), ("izing", "ise"), ("ising", "ise"), ("ized", "ise"),
    ("ised", "ise"), ("ies", "y"), ("ied", "y"), ("ing", ""), ("ers", "er"), ("ed", ""), ("es", ""), ("ly", ""),
    ("s", ""),
)  # fmt: skip


class Prepared(NamedTuple):
    """Hold what of a text is looked up.

    Attributes:
        words: the folded words that are not stop words, in order, numbers masked.
        numbers: exact numbers as keys: "#54", "#3.7".
        names: what stays of the names when vowels and ways of writing a sound fall away: "~mstf".
    """

    words: tuple[str, ...]
    numbers: tuple[str, ...]
    names: tuple[str, ...]


def prepare(text: str) -> Prepared:
    """Prepare a text for the index, or for a look-up.

    >>> prepare("Rents went up 17% in Leeds #RentCrisis https://t.co/x")
    Prepared(words=('rents', 'leeds', 'rent', 'crisis'), numbers=('#17',), names=('~rnts', '~lds', '~rnt', '~krs'))
    """
    clean = _ADDRESS.sub(" ", clean_text(text[:_LONGEST]).text)
    clean = _POSTED.sub(" ", clean)  # the day a post is signed with says nothing of the claim
    clean = _TAG.sub(lambda found: " " + _HUMP.sub(" ", found.group(1)).replace("_", " ") + " ", clean)
    words: list[str] = []
    numbers: list[str] = []
    names: list[str] = []
    stopwords = load_lexicon().stopwords
    for found in _WORD.finditer(clean):
        token = found.group()
        if token[0].isdigit():
            numbers.append("#" + _number_key(token))
            continue
        folded = fold_word(token)
        if folded in stopwords or not folded:
            continue
        words.extend(part for part in folded.replace("&", " ").replace("-", " ").split() if part not in stopwords)
        if token[0].isupper():
            bones = skeleton(token)
            if len(bones) >= 3:
                names.append("~" + bones)
    return Prepared(tuple(words), tuple(dict.fromkeys(numbers)), tuple(dict.fromkeys(names)))


def _number_key(token: str) -> str:
    """Write a number one way: "1,204" and "1204" are one, "4.10" and "4.1" too."""
    plain = re.sub(r",(?=\d{3}(?!\d))", "", token).replace(",", ".")
    if plain.count(".") == 1:
        plain = plain.rstrip("0").rstrip(".")
    return plain.lstrip("0") or "0"


@lru_cache(maxsize=200_000)
def stem_word(word: str) -> str:
    """Cut the inflection of a folded word, light.

    >>> stem_word("arrested"), stem_word("arrests"), stem_word("cities")
    ('arrest', 'arrest', 'city')
    """
    for ending, instead in _ENDINGS:
        if word.endswith(ending) and len(word) - len(ending) >= 3:
            stem = word[: len(word) - len(ending)] + instead
            if ending in {"ing", "ed"} and stem[-1] == stem[-2] and stem[-1] not in "lsz":
                stem = stem[:-1]
            return stem.removesuffix("e") if len(stem) > 3 else stem
    return word.removesuffix("e") if len(word) > 3 else word


def index_columns(text: str, title: str = "", body: str = "") -> dict[str, str]:
    """Give an earlier claim's columns of the match index: text, title, body, and numbers and names as keys.

    `body` is what else may hold the words of a repeat: appearances, and the review's text.
    """
    parts = [prepare(part) if part else Prepared((), (), ()) for part in (text, title, body)]
    columns = {name: " ".join(part.words) for name, part in zip(("text", "title", "body"), parts, strict=True)}
    columns["keys"] = " ".join(dict.fromkeys(key for part in parts for key in (*part.numbers, *part.names)))
    return columns
