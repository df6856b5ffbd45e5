"""Years of four figures that stand without a month: in 2019, the 2018 vote, (1815), from 1707."""

from __future__ import annotations

import re

from factcheck.detection.date_calendar import year
from factcheck.detection.date_context import cue_words
from factcheck.detection.date_named import read_year
from factcheck.detection.date_resolving import Found, Parts
from factcheck.detection.date_words import Passage

__all__ = ["NEXT_WORDS", "is_year", "read_bare_year", "read_plain_period"]

MODERN = range(1900, 2051)
NEXT_WORDS = re.compile(r"[ \u00a0]([^\W\d_][\w’'-]*)(?:[ \u00a0]([^\W\d_][\w’'-]*))?")
LAST_WORDS = re.compile(r"([\w’'-]+)[ \u00a0]([\w’'-]+)[ \u00a0]$|(?:^|[^\w’'-])([\w’'-]+)[ \u00a0]$")
CHANGE = re.compile(
    r"\b(?:rose|rise|rising|fell|fall|falling|increased?|decreased?|grew|up|down|dropped|cut|jumped|reduced)\b",
    re.IGNORECASE,
)
TWO_YEARS = re.compile(r"[-–/]\d\d")  # the winter of 2010/11
TITLE_OF = re.compile(r"\b[A-Z][a-z]+ of $")  # Act of 1707, Treaty of 1648
NO_PLURAL = re.compile(r"(?:ss|us|is|ics|news|s['’]s?)$")


def read_bare_year(p: Passage, i: int) -> Found | None:
    """Read a year that stands without a month, where its surroundings show that it is one and no count."""
    found = read_year(p, i)
    if found is None or not is_year(p, i):
        return None
    return Found(year(found[0]), found[1], Parts(found[0]), i)


def is_year(p: Passage, i: int) -> bool:
    """Tell whether four figures are a year.

    Writers set a comma into counts of a thousand or more and never into years, so figures from 1900 to 2050 that end in
    no two noughts are years unless a counted noun follows; others need a preposition or a noun that happens in a year.
    """
    text, start, end = p.text, p.starts[i], p.ends[i]
    before, after = text[start - 1 : start], text[end : end + 1]
    if (
        p.is_fragment(i)
        or before in ("-", "–", "_", "+", "=", "\\", "&", "~")
        or after in ("_", "+", "=", "²", "³", "×")
    ):
        return before in ("-", "–") and _after_slice(p, i)
    if after.isalnum() or (after == "-" and text[end + 1 : end + 2].isalnum() and not _compound(text, end)):
        return False
    number = p.number(i, "digits") or 0
    plain = number in MODERN and number % 100 != 0
    left = p.before(i, 40)
    words = [w.lower() for w in left.split()[-3:]] if left[-1:].isspace() else []
    previous = words[-1] if words else ""
    if _is_label(left, previous) or _is_counted_before(words, plain):
        return False
    noun = _counted_noun(p, i, number, plain, previous)
    if noun == "count":
        return False
    if not previous and (_in_brackets(text, start, end) or (before == "(" and noun == "none")):
        return True
    if previous in cue_words("before_year"):
        return _preposition_shows_year(p, i, words, plain)
    if noun == "name" and previous in cue_words("determiner"):
        return True
    if noun == "event":
        return plain or previous in cue_words("determiner") or previous.endswith(("'s", "’s", "s'", "s’"))
    return plain and noun in ("none", "name", "noun")


def _preposition_shows_year(p: Passage, i: int, words: list[str], plain: bool) -> bool:
    """Tell whether the preposition before four figures makes them a year; "of" and "to" lead to counts as well."""
    previous = words[-1]
    if previous in cue_words("firmly_before_year"):
        return True
    if previous == "of" and len(words) > 1 and (words[-2].isdigit() or words[-2] == "out"):
        return False
    if p.joined(i - 1) and p.joined(i - 2) and p.number(i - 2, "width") == 4 and previous in ("and", "or", "to"):
        return p.antecedent is not None and p.antecedent[2] == p.ends[i - 2]
    if plain:
        return True
    if previous == "of" and TITLE_OF.search(p.before(i, 30)):
        return True
    changed = CHANGE.search(p.before(i, 40))
    return (
        previous in ("by", "from", "before", "after", "between")
        and not changed
        and (p.number(i, "digits") or 0) % 100 != 0
    )


def _after_slice(p: Passage, i: int) -> bool:
    """Tell whether the figures follow "mid-", "pre-", "post-" or the like."""
    return re.search(r"\b(?:mid|pre|post|early|late)[-–]$", p.before(i, 8), re.IGNORECASE) is not None


def _compound(text: str, end: int) -> bool:
    """Tell whether a hyphen after the year joins it to a word that keeps it a year: "the 2018-built hall"."""
    return re.match(r"-(?:born|built|style|era|model|vintage|registered|founded)\b", text[end : end + 12]) is not None


def _is_label(left: str, previous: str) -> bool:
    """Tell whether the word before makes the figures a label: Room 1984, Flight 1905."""
    if left[-1:] in ("#", "№", "'", "’", "‘"):
        return True
    word = previous.rstrip(".:")
    if word in ("no", "number") and not previous.endswith("."):
        return word == "number" or left.rstrip()[-2:] == "No"
    return word in cue_words("number_label") and (
        left.split()[-1][:1].isupper() or word in ("page", "section", "article")
    )


def _is_counted_before(words: list[str], plain: bool) -> bool:
    """Tell whether the words before announce a count: a total of 1950, at least 2019."""
    if not words:
        return False
    cues = cue_words("count_before")
    pair = " ".join(words[-2:])
    if pair in cues or (words[-1] in cues and words[-1] not in ("than", "only", "over", "first", "some", "all", "top")):
        return True
    return words[-1] in cues and not (plain and words[-1] in ("than", "over", "only"))


def _in_brackets(text: str, start: int, end: int) -> bool:
    return text[start - 1 : start] in ("(", "[") and text[end : end + 1] in (")", "]", ",", ";", ":", "–", "-")


def _counted_noun(p: Passage, i: int, number: int, plain: bool, previous: str) -> str:
    """Say what follows the figures: "count" (a counted noun), "event", "name", "noun" or "none"."""
    match = NEXT_WORDS.match(p.after(i, 40))
    if match is None:
        return "none"
    word, second = match[1].lower(), (match[2] or "").lower()
    if word in cue_words("unit_after") or f"{word} {second}" in cue_words("unit_after"):
        return "count"
    if match[1][0].isupper():
        return "name"
    if word in cue_words("function_word"):
        return "none"
    events = cue_words("event_plural")
    if word in events or (second in events and not _is_plural(word)):
        return "event"
    counted = _is_plural(word) or (bool(second) and second not in cue_words("function_word") and _is_plural(second))
    if not counted:
        return "event" if previous in cue_words("determiner") or previous.endswith(("'s", "’s")) else "noun"
    if plain and (
        previous in cue_words("firmly_before_year")
        or previous in cue_words("determiner")
        or previous.endswith(("'s", "’s"))
    ):
        return "noun"
    if number % 100 and previous in ("in", "since") and p.before(i, 3)[:1].isupper():
        return "noun"
    return "count"


def _is_plural(word: str) -> bool:
    if word in cue_words("unit_after"):
        return True
    return len(word) > 3 and word.endswith("s") and not NO_PLURAL.search(word)


def read_plain_period(p: Passage, i: int) -> Found | None:
    """Read four figures as a year because the words before leave no other reading: "first week of 2019"."""
    found = read_year(p, i)
    if found is None or p.is_fragment(i) or TWO_YEARS.match(p.after(i, 3)):
        return None
    return Found(year(found[0]), found[1], Parts(found[0]), i)
