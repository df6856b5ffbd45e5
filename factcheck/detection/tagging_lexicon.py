"""Which word classes a word may have: the lexicon, and a guess from its shape for words that are not in it.

Tags are those of the Penn Treebank. A word's tags stand in order, the likeliest first.
"""

from __future__ import annotations

import re
from functools import cache
from importlib import resources

__all__ = ["Reading", "Tags", "load_lexicon", "read_token", "word_set"]

Tags = tuple[str, ...]
"""The tags a word may have, the likeliest first."""

Reading = tuple[str, Tags, Tags]
"""A token's lower case, its tags inside a sentence, and its tags where a capital says nothing, as at a start."""

PROPER: Tags = ("NNP",)
_NUMBER = re.compile(r"[\d.,:/]*")
_ENDINGS: tuple[tuple[str, Tags], ...] = (
    ("ly", ("RB", "JJ")),
    ("ing", ("VBG", "NN", "JJ")),
    ("ed", ("VBN", "VBD", "JJ")),
    ("ness", ("NN",)),
    ("ment", ("NN",)),
    ("tion", ("NN",)),
    ("sion", ("NN",)),
    ("ity", ("NN",)),
    ("ism", ("NN",)),
    ("ship", ("NN",)),
    ("hood", ("NN",)),
    ("ous", ("JJ",)),
    ("ful", ("JJ", "NN")),
    ("less", ("JJ",)),
    ("able", ("JJ",)),
    ("ible", ("JJ",)),
    ("ical", ("JJ",)),
    ("ish", ("JJ",)),
    ("ive", ("JJ", "NN")),
    ("wise", ("RB",)),
    ("ward", ("RB", "JJ")),
    ("wards", ("RB",)),
    ("fold", ("RB", "JJ")),
    ("ise", ("VB", "VBP")),
    ("ize", ("VB", "VBP")),
    ("ises", ("VBZ", "NNS")),
    ("izes", ("VBZ",)),
    ("ss", ("NN",)),
    ("us", ("NN",)),
    ("is", ("NN",)),
    ("ics", ("NNS", "NN")),
    ("s", ("NNS", "VBZ")),
)
_PARTICIPLES = frozenset({"VBN", "VBD", "VBG"})
_AFTER_NUMBER = {"th": ("JJ",), "st": ("JJ",), "nd": ("JJ",), "rd": ("JJ",), "s": ("NNS",)}


def word_set(words: str) -> frozenset[str]:
    """Make a set of words written with blanks between them."""
    return frozenset(words.split())


@cache
def load_lexicon() -> dict[str, Tags]:
    """Load each known word with its tags; words written with a capital are those that mean something else with it."""
    lexicon: dict[str, Tags] = {}
    known = resources.files("factcheck.detection").joinpath("lexicon/en/tags.tsv").read_text(encoding="utf-8")
    for line in known.split("\n"):
        if line and line[0] != "#":
            tags, _, words = line.partition("\t")
            lexicon.update(dict.fromkeys(words.split(" "), tuple(tags.split(" "))))
    return lexicon


def read_token(token: str) -> Reading:
    """Say what tags a token may have inside a sentence, and where its capital says nothing.

    >>> read_token("Seats"), read_token("resettlers")[1], read_token("20th")[1]
    (('seats', ('NNPS',), ('NNS', 'NNP')), ('NNS', 'VBZ'), ('JJ',))
    """
    lower = token.lower().replace("’", "'")
    first = token[0]
    if first.isdecimal():
        tags = _read_number(token, lower)
        return lower, tags, tags
    lexicon = load_lexicon()
    if token == lower or not first.isupper():
        tags = lexicon.get(lower) or (_read_compound(token, lower) if "-" in token else _guess(lower))
        return lower, tags, tags
    return lower, *_read_capital(token, lower, lexicon)


def _read_capital(token: str, lower: str, lexicon: dict[str, Tags]) -> tuple[Tags, Tags]:
    plain = lexicon.get(lower)
    cased = lexicon.get(token)
    if cased is not None:
        if plain is None:
            return cased, cased
        # "Bush said" is a name, but "Police said" and "Will he" are read as the lower case first.
        is_name = plain[0] in _OPEN and (len(cased) == 1 or cased[0] != "NNP")
        first, second = (cased, plain) if is_name else (plain, cased)
        return cased, (*first, *(tag for tag in second if tag not in first))
    if plain is None and "-" in token:
        tags = _read_compound(token, lower)
        return tags, tags
    if plain is None:
        return PROPER, PROPER
    if plain[0] not in _OPEN:
        return (plain if token != token.upper() or len(token) == 1 else PROPER), plain
    return (("NNPS",) if plain[0] == "NNS" else PROPER), (*plain, "NNP")


_OPEN = frozenset({"NN", "NNS", "VB", "VBP", "VBD", "VBN", "VBG", "VBZ", "JJ", "JJR", "JJS", "RB", "UH", "RP", "FW"})


def _read_number(token: str, lower: str) -> Tags:
    rest = _NUMBER.sub("", lower, count=1)
    if not rest:
        return ("CD",)
    if rest[0] == "-":
        return ("CD",) if rest[1:2].isdigit() else ("JJ", "NN") if rest.endswith("old") else ("JJ",)
    return _AFTER_NUMBER.get(rest, ("CD",))


def _read_compound(token: str, lower: str) -> Tags:
    """Read a hyphenated word by its last part: participles and adjectives describe, nouns name or describe."""
    head, _, last = token.rpartition("-")
    tags = read_token(last)[1] if last else ("NN",)
    if not head or tags[0] in ("NNP", "NNPS"):
        return tags if head else ("NN",)
    if tags[0] == "CD":
        return ("CD",) if head.split("-")[0].lower() in load_lexicon() else ("NN",)
    if not _PARTICIPLES.isdisjoint(tags) or tags[0][:2] == "JJ":
        return ("JJ",)
    if tags[0] == "NN":
        return PROPER if head[0].isupper() and last[0].isupper() else ("NN", "JJ")
    return ("NNS",) if tags[0] == "NNS" else ("JJ", "NN")


def _guess(lower: str) -> Tags:
    """Guess the tags of a word that is not in the lexicon from its ending."""
    if not lower[0].isalpha():
        return ("NN",)
    for ending, tags in _ENDINGS:
        if lower.endswith(ending) and len(lower) > len(ending) + 1:
            return tags
    return ("NN", "JJ", "VB")
