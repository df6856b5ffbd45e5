"""Runs of capitalised words: where a name may begin and end, before anybody asks what it names."""

from __future__ import annotations

import re
from collections.abc import Sequence
from typing import NamedTuple

from factcheck.detection.name_words import NameWords, fold
from factcheck.detection.words import Word

__all__ = ["Run", "Seen", "Token", "capital_runs"]

_GLUED = re.compile(r"(on|in|at|of|to|by|the|for|from|with|and|that|as)(?=[A-Z][a-zé])")
_FUNCTION_TAGS = frozenset({"DT", "IN", "PRP", "PRP$", "CC", "WP", "WRB", "WDT", "EX", "TO", "MD", "PDT", "WP$"})
_JOINING = frozenset({"of", "for", "on", "the", "and", "&", "in"})
_PLURAL_OWNERS = frozenset(
    [
        "people",
        "peoples",
        "children",
        "women",
        "workers",
        "nurses",
        "teachers",
        "farmers",
        "men",
        "students",
        "writers",
        "journalists",
        "lawyers",
        "st",
    ]
)
_PREFIXED = re.compile(r"(?:pro|anti|non|ex|post|pre|mid|inter|trans|neo|self|un|cross)[-‑](?=[A-Z])")
_COMPOUND = re.compile(
    r"[-‑](?:\w+(?:ed|ing)|led|born|era|style|run|wide|held|made|bound|only|like|area|friendly|type|free|built|loyal|level|wing|bred|area"
    r"|linked|sponsored|sceptic|skeptic|watcher|watchers|goers|goer)$"
)


class Token(NamedTuple):
    """Hold one word of a run: its span, its spelling, its plain lower-case key, and its place in the sentence."""

    start: int
    end: int
    text: str
    key: str
    at: int


class Seen(NamedTuple):
    """Hold how a document writes its words where a capital tells something.

    Attributes:
        capital: words that stand capitalised inside a sentence, as written.
        small: words that stand in small letters.
    """

    capital: set[str]
    small: set[str]


class Run(NamedTuple):
    """Hold a run of capitalised words, and whether its first word would be capitalised anyway."""

    tokens: list[Token]
    opens: bool


def capital_runs(words: Sequence[Word], lexicon: NameWords, seen: Seen, *, headline: bool = False) -> list[Run]:
    """Find the runs of one sentence.

    Args:
        words: its tagged words.
        lexicon: the name words.
        seen: how the document writes its words elsewhere.
        headline: whether every word of the line is capitalised, so that a capital says nothing.
    """
    shouted = _shouted(words)
    runs: list[Run] = []
    at, opening = 0, True
    while at < len(words):
        word = words[at]
        text = word[2]
        small = text.islower()
        if small and text.isalpha():
            opening = False
            at += 1
            continue
        token = None if small or not text[0].isalpha() else _token(words, at, lexicon)
        if token is None:
            if word.tag == "``" or word.text in ("•", "*") or word.text in (".", "?", "!", ":"):
                opening = True
            elif word.text[:1].isalnum():
                opening = False
            at += 1
            continue
        if at in shouted or headline:
            stop = _known_from(words, at, lexicon)
            if stop > at:
                runs.append(Run([_forced(words, i) for i in range(at, stop)], False))
            at = max(stop, at + 1)
            opening = False
            continue
        if opening and not _may_open(words, at, token, lexicon, seen):
            opening = False
            at += 1
            continue
        tokens, after = _extend(words, at, token, lexicon, shouted)
        runs.append(Run(tokens, opening))
        opening = False
        at = after
    return runs


def _forced(words: Sequence[Word], at: int) -> Token:
    word = words[at]
    return Token(word.start, word.end, word.text, fold(word.text).rstrip("."), at)


def _token(words: Sequence[Word], at: int, lexicon: NameWords) -> Token | None:
    """Read a word with a capital that may belong to a name; one glued to the word before it loses that ("onMr")."""
    word = words[at]
    text = word[2]
    if text[0].isupper():
        compound = _COMPOUND.search(text) if "-" in text or "‑" in text else None  # "Iran-backed" names Iran
        if compound:
            text = text[: compound.start()]
        return Token(word.start, word.start + len(text), text, fold(text).rstrip("."), at)
    prefixed = _PREFIXED.match(text)
    if prefixed:
        rest = text[prefixed.end() :]
        return Token(word.start + prefixed.end(), word.end, rest, fold(rest).rstrip("."), at)
    pieces = re.split(r"[-'’]", text, maxsplit=1)
    if (
        len(pieces) == 2
        and (fold(pieces[0]) in lexicon.particles or pieces[0] in ("d", "l"))
        and pieces[1][:1].isupper()
    ):
        return Token(word.start, word.end, text, fold(text), at)
    glued = _GLUED.match(text)
    if glued:
        rest = text[glued.end() :]
        return Token(word.start + glued.end(), word.end, rest, fold(rest).rstrip("."), at)
    return None


def _shouted(words: Sequence[Word]) -> set[int]:
    """Find words in runs of capitals ("TROOPS DEPLOYED AROUND"), where a capital says nothing."""
    found: set[int] = set()
    if len([word for word in words if word[2].isupper() and len(word[2]) > 1]) < 2:
        return found
    run: list[int] = []
    long = 0
    for at, word in enumerate(words):
        if word.text.isupper() and word.text.isalpha():
            run.append(at)
            long += len(word.text) > 4
        elif word.text[:1].isalpha():
            if len(run) >= 3 and long:
                found.update(run)
            run, long = [], 0
    if (len(run) >= 3 and long) or (
        len(run) >= 2 and long and len(run) == sum(word.text[:1].isalpha() for word in words)
    ):
        found.update(run)
    return found


def _known_from(words: Sequence[Word], at: int, lexicon: NameWords) -> int:
    """Find the end of a known name, or of a given name and the next word, where capitals say nothing; else `at`."""
    for size in range(min(lexicon.longest, len(words) - at), 0, -1):
        phrase = " ".join(fold(word.text) for word in words[at : at + size])
        if (phrase in lexicon.places or phrase in lexicon.bodies) and (size > 1 or phrase not in lexicon.ambiguous):
            return at + size
    key = fold(words[at].text)
    following = at + 1 < len(words) and words[at + 1].text[:1].isupper() and words[at + 1].text.isalpha()
    if key in lexicon.given and key not in lexicon.ambiguous and following and words[at + 1].tag in ("NNP", "NNPS"):
        return at + 2
    return at


def _may_open(words: Sequence[Word], at: int, token: Token, lexicon: NameWords, seen: Seen) -> bool:
    """Say whether a word at the head of a sentence is a name: a capital there says nothing by itself."""
    key, tag = token.key, words[at].tag
    following = words[at + 1] if at + 1 < len(words) else None
    capital_follows = following is not None and following.text[:1].isupper()
    proper = tag == "NNP"
    if tag in _FUNCTION_TAGS and not (token.text.isupper() and len(token.text) > 1):
        return False
    if key == "st" and capital_follows:
        return True
    if _listed_at(words, at, lexicon) or _head_of(words, at, key, lexicon):
        return True
    if key in lexicon.ambiguous:
        known = following is not None and (
            fold(following.text) in lexicon.places or fold(following.text) in lexicon.demonyms
        )
        return (
            capital_follows and not known and (proper or (following is not None and following.tag in ("NNP", "NNPS")))
        ) or (proper and token.text in seen.capital)
    if token.text in seen.capital and (proper or token.text.lower() not in seen.small):
        return True
    if token.text.isupper() and len(token.text) > 1:
        return True
    if (
        key in lexicon.given
        or key in lexicon.places
        or key in lexicon.bodies
        or key in lexicon.honorifics
        or key in lexicon.people
    ):
        return True
    if key in lexicon.demonyms:
        return capital_follows
    if (
        capital_follows
        and following is not None
        and following.tag in ("NNP", "NNPS")
        and tag in ("NN", "JJ", "FW", "NNS", "VBG", "NNP", "VBN")
    ):
        return proper or _heads_follow(words, at, lexicon) or f"{key} {fold(following.text)}" in lexicon.places
    return proper and token.text.lower() not in seen.small


def _listed_at(words: Sequence[Word], at: int, lexicon: NameWords) -> bool:
    """Say whether a listed name of several words stands here."""
    phrase = fold(words[at].text)
    for word in words[at + 1 : at + lexicon.longest]:
        phrase = f"{phrase} {fold(word.text)}"
        if phrase in lexicon.places or phrase in lexicon.bodies:
            return True
        if not word.text[:1].isalpha():
            return False
    return False


def _head_of(words: Sequence[Word], at: int, key: str, lexicon: NameWords) -> bool:
    """Say whether "Bank of England" or the like begins here."""
    if (key not in lexicon.body_heads and key not in lexicon.place_heads) or at + 2 >= len(words):
        return False
    return words[at + 1].lower in ("of", "for") and words[at + 2].text[:1].isupper()


def _heads_follow(words: Sequence[Word], at: int, lexicon: NameWords) -> bool:
    for word in words[at + 1 : at + 5]:
        if not word.text[:1].isupper():
            return False
        key = fold(word.text)
        if key in lexicon.body_heads or key in lexicon.place_heads:
            return True
    return False


def _extend(
    words: Sequence[Word], at: int, token: Token, lexicon: NameWords, shouted: set[int]
) -> tuple[list[Token], int]:
    """Take the words after a run's first into it, across particles, "of" and the like where the name asks for them."""
    tokens = [token]
    i = at + 1
    while i < len(words) and len(tokens) < 24:
        following = _token(words, i, lexicon)
        if tokens[-1].end != words[i - 1].end:  # "Iran-backed": the name ended inside the word
            break
        if following is not None and i not in shouted:
            if following.start != words[i].start:  # glued to another word: a run of its own
                break
            tokens.append(following)
            i += 1
            continue
        size = _bridge(words, i, tokens, lexicon)
        if not size:
            break
        tokens.extend(_forced(words, j) for j in range(i, i + size))
        i += size
    return tokens, i


def _bridge(words: Sequence[Word], at: int, tokens: Sequence[Token], lexicon: NameWords) -> int:
    """Say how many small words lead on to the rest of the same name, 0 for none."""
    key = fold(words[at].text)
    after = words[at + 1] if at + 1 < len(words) else None
    if after is None:
        return 0
    capital = _token(words, at + 1, lexicon) is not None
    if key in lexicon.particles and key not in ("at", "as", "do", "an", "e", "y", "te", "op", "ad"):
        if capital:
            return 1
        third = at + 2 < len(words) and _token(words, at + 2, lexicon) is not None
        return 2 if third and fold(after.text) in lexicon.particles else 0
    if key in ("'s", "'", "’") and words[at].tag == "POS":
        owner = tokens[-1].key
        head = any(fold(word.text) in lexicon.body_heads for word in words[at + 1 : at + 4] if word.text[:1].isupper())
        return (
            1
            if capital
            and (
                owner in _PLURAL_OWNERS
                or (key != "'s" and len(owner) > 3 and owner.endswith("s") and owner not in lexicon.given and head)
                or (len(tokens) == 2 and tokens[0].key == "st")
            )
            and (head or tokens[0].key == "st")
            else 0
        )
    if key == "&":
        return 1 if capital else 0
    if key not in _JOINING or key == "the":
        return 0
    heads = [
        t.key
        for t in tokens
        if t.key in lexicon.body_heads or t.key in lexicon.place_heads or t.key in ("university", "bank")
    ]
    article = fold(after.text) == "the" and not after.text[0].isupper()
    size = 2 if article else 1
    target = at + size
    if not heads or target >= len(words) or not words[target].text[0].isupper():
        return 0
    if key == "of":
        inside = any(t.key in ("of", "for") for t in tokens) or tokens[0].key in heads
        return size if tokens[-1].key in heads or (len(tokens) > 1 and tokens[-1].text[0].isupper() and inside) else 0
    if key in ("for", "on"):
        return size if tokens[-1].key in lexicon.body_heads else 0
    if key == "and":
        joined = any(t.key in ("of", "for") for t in tokens) or tokens[-1].key not in lexicon.given
        new = fold(words[target].text).rstrip(".")
        person = new in lexicon.given or new in lexicon.honorifics or new in lexicon.people
        another = any(fold(w.text) in lexicon.body_heads for w in words[target : target + 3]) and not any(
            t.key in ("of", "for") for t in tokens
        )
        return (
            size
            if joined and not person and any(t.key in ("of", "for") for t in tokens) and not another and not article
            else 0
        )
    return 0
