"""What the words around a date say about it: past or future, day or month first, month or somebody's name."""

from __future__ import annotations

import re
import tomllib
from functools import lru_cache
from importlib import resources

from factcheck.detection.date_words import Passage

__all__ = ["cue_words", "is_day_first", "is_future", "is_past", "month_names", "sentence_around", "stated_order"]

SENTENCE_REACH = 200
SENTENCE_END = re.compile(r"[.!?;][”\"’')\]]*\s|\n")
US_FORM = re.compile(
    r"\b(?:Jan(?:uary)?|Feb(?:ruary)?|Mar(?:ch)?|Apr(?:il)?|May|June?|July?|Aug(?:ust)?|Sept?(?:ember)?|Oct(?:ober)?"
    r"|Nov(?:ember)?|Dec(?:ember)?)\.? [0-3]?[0-9](?:st|nd|rd|th)?, [12][0-9]{3}\b"
)
FULL_FIGURES = re.compile(
    r"(?<![0-9./-])([0-9]{1,2})([/.-])([0-9]{1,2})\2(?:[12][0-9]{3}|[0-9]{2})(?![0-9/]|[.-][0-9])"
)
FIGURES_FOR = re.compile(
    r"\b(?:figures|data|statistics|results|numbers|estimates|readings?|accounts|index|survey|report) (?:for|from|in) $"
)
NAMED_MONTH = re.compile(
    r"([A-Z][\w’'-]*\.?) (May|April|June|August|March)\b(?! ?[0-9])|\b(April|May|June|August) [A-Z][a-z]+\b"
)


@lru_cache(maxsize=1)
def _cues() -> dict[str, list[str]]:
    source = resources.files("factcheck.detection").joinpath("lexicon/en/date_cues.toml").read_text(encoding="utf-8")
    return tomllib.loads(source)


@lru_cache(maxsize=16)
def cue_words(name: str) -> frozenset[str]:
    """Give a list of the lexicon of cues as a set."""
    return frozenset(_cues()[name])


def sentence_around(text: str, start: int, end: int) -> tuple[str, str]:
    """Give what stands before and after a span inside its sentence, each side at most 200 characters.

    >>> sentence_around("One. It opens on Sunday at ten. Two.", 17, 23)
    ('It opens on ', ' at ten')
    """
    left = text[max(0, start - SENTENCE_REACH) : start]
    cut = 0
    for match in SENTENCE_END.finditer(left):
        cut = match.end()
    right = text[end : end + SENTENCE_REACH]
    stop = SENTENCE_END.search(right + " ")
    return left[cut:], right[: stop.start()] if stop else right


@lru_cache(maxsize=16)
def _direction(text: str, start: int, end: int) -> int:
    """Tell where the verb that governs a date points: 1 future, -1 past, 0 if there is none.

    The last verb group before the date governs it ("the council said it will vote on Sunday"); without one, the first
    after it does.
    """
    left, right = (side.lower().replace("’", "'") for side in sentence_around(text, start, end))
    if FIGURES_FOR.search(left):
        return -1  # what is counted is over: "Figures for December are provisional and will be revised"
    for side, backwards in ((left, True), (right, False)):
        words = side.split()
        if "ed" not in side and "'ll" not in side and _first_words().isdisjoint(words):
            continue
        order = range(len(words) - 1, -1, -1) if backwards else range(len(words))
        found = next((cue for k in order if (cue := _cue(words, k))), 0)
        if found:
            return found
    return 0


@lru_cache(maxsize=1)
def _first_words() -> frozenset[str]:
    """Give every word that may begin a cue, with and without the mark that may follow it."""
    pairs = {pair.split()[0] for pair in cue_words("future_pair")}
    plain = cue_words("future_word") | cue_words("past_word") | pairs
    return plain | {word + mark for word in plain for mark in ",.;:!?)\"'”"}


def _cue(words: list[str], k: int) -> int:
    """Tell where the word at `k` points; a past form close after a future one belongs to it ("will be held")."""
    word = words[k].rstrip(".,;:!?)\"'”")
    if _is_future_word(words, k, word):
        return 1
    regular = word.endswith("ed") and len(word) > 4 and word not in cue_words("not_past")
    if not (regular or word in cue_words("past_word")):
        return 0
    near = range(k - 1, max(-1, k - 5), -1)
    if word not in ("was", "were", "had", "did", "since"):
        for j in near:
            if words[j][-1:] in ",;:":
                break
            if _is_future_word(words, j, words[j]):
                return 1
    return -1


def _is_future_word(words: list[str], k: int, word: str) -> bool:
    if word in cue_words("future_word") or word.endswith("'ll"):
        return True
    return k + 1 < len(words) and f"{word} {words[k + 1]}" in cue_words("future_pair")


def is_future(text: str, start: int, end: int) -> bool:
    """Tell whether the sentence speaks of the time to come at this place.

    >>> is_future("The bridge will open on Sunday.", 24, 30), is_future("It closed on Sunday and will reopen.", 13, 19)
    (True, False)
    """
    return _direction(text, start, end) > 0


def is_past(text: str, start: int, end: int) -> bool:
    """Tell whether a verb of the past governs this place."""
    return _direction(text, start, end) < 0


def stated_order(text: str) -> bool | None:
    """Tell whether a document writes the day before the month in figures, where it shows it.

    A date that can be read in one way only decides for the whole document. Failing that, "May 2, 2019" or a dollar sign
    speaks for the month first. None: nothing shows it.

    >>> stated_order("The memo of 23/8/2021 and the reply of 4/9/2021.")
    True
    """
    day_first = month_first = 0
    for match in FULL_FIGURES.finditer(text):
        one, two = int(match[1]), int(match[3])
        day_first += 12 < one <= 31 and two <= 12
        month_first += 12 < two <= 31 and one <= 12
    if day_first != month_first:
        return day_first > month_first
    if day_first:
        return None
    return False if US_FORM.search(text) else None


def is_day_first(passage: Passage) -> bool | None:
    """Tell the order of the passage's document, read once and only where figures ask for it."""
    if passage.order is None:
        passage.order = (stated_order(passage.text),)
    return passage.order[0]


def month_names(passage: Passage) -> frozenset[str]:
    """Give the months that the text uses as somebody's name: "Lena May", "April Jones"."""
    if passage.names is not None:
        return passage.names
    names = set()
    skip = cue_words("not_a_given_name")
    for match in NAMED_MONTH.finditer(passage.text):
        if match[3]:
            names.add(match[3].lower())
        elif match[1].lower().rstrip(".") not in skip:
            names.add(match[2].lower())
    passage.names = frozenset(names)
    return passage.names
