"""What a number counts: the noun group behind it, and its head."""

from __future__ import annotations

from factcheck.detection.lemmas import noun_lemma
from factcheck.detection.numbers.lexicon import contexts, number_words
from factcheck.detection.numbers.tokens import BREAK, Tokens

__all__ = ["NounGroup", "find_group", "find_whole"]

_LONGEST = 12
_NOUNS = ("NN", "NNS", "NNP", "NNPS")
_PLURALS = ("NNS", "NNPS")
_BEFORE_NOUN = ("JJ", "JJR", "JJS", "VBN", "VBG", "VBD", "RB", "RBS", "RBR", "FW")
_QUOTES = ("‘", "’", "'", '"', "“", "”")


class NounGroup:
    """Hold a noun group: the token of its head, the token behind it, and the head's lemma."""

    __slots__ = ("after", "head", "lemma")

    def __init__(self, head: int, lemma: str) -> None:
        self.head = head
        self.after = head + 1
        self.lemma = lemma


def find_group(t: Tokens, i: int, *, plural: bool = True) -> NounGroup | None:
    """Find the noun group that begins at token i and its head: the first plural, or the last noun of the run.

    With `plural` a name without a plural noun is no group: "12 Labour" counts nothing that stands there.
    """
    stop = contexts()["stop"]
    head, seen_common = -1, False
    at = i
    while at - i < _LONGEST:
        word = t.low[at]
        if not word or word == BREAK or word in stop or t.taken[at]:
            break
        if word == "'s" or (
            word in ("'", "’") and t.is_glued(at) and t.low[at - 1].endswith("s") and t.is_word(at + 1)
        ):
            if head < 0:
                break
            head, seen_common = -1, False  # the group goes on behind a possessive
            at += 1
            continue
        if word in _QUOTES and head < 0:
            at += 1
            continue
        if word in ("-", "‑") and t.is_glued(at) and t.is_glued(at + 1):
            at += 1
            continue
        if word in ("’", "”") and at > i:
            at += 1
            continue
        if word == "," and head < 0 and at > i and t.tag(at - 1) == "JJ" and t.tag(at + 1) == "JJ":
            at += 1
            continue
        if not t.is_word(at):
            break
        tag = t.tag(at)
        if tag == "VBZ" and plural and word.endswith("s") and (head < 0 or t.tag(head) == "NN"):
            tag = "NNS"  # behind a number above one: "21 home matches"
        glued_on = t.low[at + 1] == "-" and t.is_glued(at + 1) and t.is_glued(at + 2) and t.is_word(at + 2)
        if tag in _NOUNS or (tag == "CD" and t.is_capital(at)):
            if head >= 0 and t.tag(head) in _PLURALS and not _goes_on(t, at):
                break
            if t.low[at + 1] == "-" and t.is_glued(at + 2) and t.is_number(at + 2):
                break  # "F-14s"
            if t.is_number(at + 1) and t.is_glued(at + 1):
                break  # "A320"
            head = at
            seen_common = seen_common or tag in ("NN", "NNS", "NNPS")
        elif glued_on:
            head = -1 if not _is_group_end(t, head) else head
        elif tag in _BEFORE_NOUN or tag == "":
            if head >= 0 and (not t.is_capital(at) and not _modifies(t, at)):
                break
            if head >= 0 and tag in ("VBD", "VBN", "VBG", "RB"):
                break
            if tag in ("VBD", "VBN", "VBG") and not _modifies(t, at):
                break
        else:
            break
        at += 1
    if (
        head < 0
        or (plural and t.tag(head) == "NNP" and not _looks_plural(t, head))
        or (plural and not seen_common and not _looks_plural(t, head))
    ):
        return None
    return NounGroup(head, _lemma(t, head))


def _lemma(t: Tokens, head: int) -> str:
    """Give a head's lemma; an acronym keeps its capitals: "MPs" is "MP"."""
    written = t.raw(head)
    if len(written) > 2 and written[:-1].isupper() and written[-1] == "s":
        return written[:-1]
    return written if len(written) > 1 and written.isupper() else noun_lemma(t.low[head])


def _looks_plural(t: Tokens, i: int) -> bool:
    word = t.low[i]
    return word.endswith("s") and not word.endswith(("ss", "us", "is"))


def _is_group_end(t: Tokens, head: int) -> bool:
    return head >= 0 and t.tag(head) in _PLURALS


def _goes_on(t: Tokens, at: int) -> bool:
    """Whether a noun behind a plural belongs to the group: "sports teams", but "people police said" does not."""
    return t.tag(at) in _PLURALS and not t.tag(at + 1).startswith("V")


def _modifies(t: Tokens, at: int) -> bool:
    """Whether the word at a place leads on to a noun: "confirmed case", "mostly young men"."""
    for step in range(1, 4):
        tag = t.tag(at + step)
        if not t.is_word(at + step):
            if t.low[at + step] in ("-", "‑"):
                continue
            return False
        if tag in _NOUNS:
            return True
        if tag not in _BEFORE_NOUN or t.low[at + step] in contexts()["stop"]:
            return False
    return False


def find_whole(t: Tokens, i: int) -> NounGroup | None:
    """Find the group behind "of" at token i: "of the guards", "of their seats", "of Iraq’s security guards".

    None where a number follows: that is a whole of its own.
    """
    if t.low[i] != "of":
        return None
    at = i + 1
    determiners = contexts()["determiner"]
    while t.low[at] in determiners and at < i + 4:
        at += 1
    if t.is_number(at) or number_words().get(t.low[at], ("",))[0] in ("unit", "teen", "ten", "hundred", "scale"):
        return None
    return find_group(t, at, plural=False)
