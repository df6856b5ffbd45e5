"""Sentences: where they begin and end, without losing a character.

A full stop, a question or exclamation mark or an ellipsis, with the closing marks on it, ends a sentence when a space
follows and what stands on both sides agrees. Each candidate looks at a bounded stretch on either side, so that time is
linear in the length of the text whatever it holds.
"""

from __future__ import annotations

import re

from factcheck.text.wordlists import load_sections, load_words

__all__ = ["split_sentences"]

_CLOSERS = "\"'”’»)\\]*_`"
# A run of marks is always taken whole, whether space follows or not, so that none is tried again from its middle.
_CANDIDATE = re.compile(
    rf"(?P<mark>[.!?…‽]++)(?P<close>[{_CLOSERS}]*+(?:\[\w{{1,4}}\]){{0,5}}(?:[ \u00a0]?”[’'\")]*+)?)(?:(?P<apart>)(?=\s))?"
    r"|(?P<blank>\n[^\S\n]*+(?:\n[^\S\n]*+)++)"
)
# What may stand before the first letter of a sentence.
_NEXT = re.compile(r"[\"'“‘«(\[*_`¿¡–—\-]{0,6}[^\S\n]{0,3}")
_WORD = re.compile(r"[^\W_]+(?:['’\-][^\W_]+)*")
_INITIALS = re.compile(r"(?:[^\W\d_]\.)+[^\W\d_]")
_LIST_NUMBER = re.compile(r"[(\[]?(?:\d{1,3}|[A-Za-z]|[ivxIVX]{1,5})")
_LOWER_START = re.compile(r"(?:[a-z]{1,2}[A-Z]|(?:al|el)-[A-Z])")
_ROMAN_OR_FIGURE = re.compile(r"[#(]?(?:\d|[IVXLC]+\b|[A-Z]\b)")
_TIME_TAIL = re.compile(
    r"(?:Mon|Tue|Wed|Thu|Fri|Sat|Sun)[a-z]*|(?:Jan|Feb|Mar|Apr|May|Jun|Jul|Aug|Sep|Oct|Nov|Dec)[a-z]*|[A-Z]{1,4}[SD]?T\b|UTC"
)
_CLOCK = frozenset({"a.m", "p.m", "A.M", "P.M"})
_REACH = 60  # characters looked at on either side: longer than any word with its title


def split_sentences(text: str, start: int = 0, end: int | None = None) -> list[tuple[int, int]]:
    """Give the spans of the sentences of `text[start:end]`, in order, without the space between them.

    A blank line always ends a sentence; a single line break is a space. Closing quotation marks stay with the sentence
    they close. What lies between two spans is white space and nothing else.

    >>> text = "He lives in the U.S. She met Lt. Col. Orr at 5 p.m. on Tues. in No. 10."
    >>> [text[a:b] for a, b in split_sentences(text)]
    ['He lives in the U.S.', 'She met Lt. Col. Orr at 5 p.m. on Tues. in No. 10.']
    """
    stop = len(text) if end is None else end
    spans: list[tuple[int, int]] = []
    begin = _skip_space(text, start, stop)
    caseless: bool | None = None
    for match in _CANDIDATE.finditer(text, begin, stop):
        if match.start() < begin or (match["mark"] and match["apart"] is None):
            continue
        if match["blank"] is not None:
            cut = match.start()
        else:
            if caseless is None:
                caseless = text[start:stop].islower()
            cut = match.end()
            if not _ends_sentence(text, begin, match, stop, caseless=caseless):
                continue
        last = _trim_end(text, begin, cut)
        if last > begin:
            spans.append((begin, last))
        begin = _skip_space(text, match.end(), stop)
    last = _trim_end(text, begin, stop)
    if last > begin:
        spans.append((begin, last))
    return spans


def _skip_space(text: str, at: int, stop: int) -> int:
    while at < stop and text[at].isspace():
        at += 1
    return at


def _trim_end(text: str, begin: int, at: int) -> int:
    while at > begin and text[at - 1].isspace():
        at -= 1
    return at


def _ends_sentence(text: str, begin: int, match: re.Match[str], stop: int, *, caseless: bool) -> bool:
    """Decide whether the mark ends a sentence that began at `begin`."""
    after = _skip_space(text, match.end(), min(stop, match.end() + _REACH))
    if after >= stop or text[after].isspace():
        return True
    mark, close = match["mark"], match["close"]
    opened = _NEXT.match(text, after, stop)
    first = opened.end() if opened and opened.end() < stop else after
    before = _token_before(text, begin, match.start())
    if mark == "." and not close.strip("*_`"):
        return _stop_ends(text, begin, match.start(), before, first, stop, caseless=caseless)
    lower = text[first].islower() and not _LOWER_START.match(text, first, stop)
    if mark == "." and before in load_sections("abbreviations")["always"]:
        return False
    if lower:
        return caseless and not any(c in "”\"'’" for c in close)
    if set(mark) <= {".", "…"} and (len(mark) > 1 or mark == "…"):
        return _ellipsis_ends(text, match, first, stop)
    if "!" in mark or "?" in mark:
        if text[match.start() - 1 : match.start()] == "(":
            return False
        if any(c in "”\"'’" for c in close) and _is_reporting(text, first, stop):
            return False
        if f"{before}{mark}" in load_sections("abbreviations")["mark"]:
            return _opens(text, first, stop)
    return True


def _token_before(text: str, begin: int, at: int) -> str:
    """Give the word that ends at `at`: back to a space, a bracket or an opening mark, within reach."""
    low = max(begin, at - _REACH)
    at_word = at
    while at_word > low and not text[at_word - 1].isspace() and text[at_word - 1] not in "([{“\"‘'—–/*_":
        at_word -= 1
    return text[at_word:at]


def _stop_ends(text: str, begin: int, at: int, before: str, first: int, stop: int, *, caseless: bool) -> bool:
    """Decide about a lone full stop from the word before it and the word after it."""
    lists = load_sections("abbreviations")
    if before in lists["always"]:
        return False
    if at - begin <= 6 and _LIST_NUMBER.fullmatch(text, begin, at) and text[begin:at] not in ("I", "A"):
        return False
    if len(before) <= 2 and before.isdecimal() and text[max(begin, at - len(before) - 2) : at - len(before)] == ": ":
        return False  # "three parts: 1. Rents fall."
    if before in lists["number"] and _ROMAN_OR_FIGURE.match(text, first, stop):
        return False
    letter = text[first]
    if letter.islower() and not _LOWER_START.match(text, first, stop):
        return caseless and before not in lists["title"] and before not in lists["after"] and len(before) > 1
    if before in _CLOCK:
        return _clock_ends(text, begin, at, first, stop)
    if len(before) == 1 and before.isalpha() and before.isupper():
        # An initial goes on with a name; "Plan B." and "he and I." end.
        return _opens(text, first, stop)
    if _INITIALS.fullmatch(before):
        return _opens(text, first, stop)
    if before in lists["title"]:
        return before in lists["after"] and _opens(text, first, stop)
    if before in lists["after"] or (before in lists["state"] and _follows_comma(text, begin, at - len(before))):
        # A figure goes on with a month or an address, and opens a sentence after a company's name.
        return _opens(text, first, stop)
    return True


def _clock_ends(text: str, begin: int, at: int, first: int, stop: int) -> bool:
    """Decide after "p.m.": a day, a month or a time zone goes on; so does a sentence that is only a fronted time."""
    if _TIME_TAIL.match(text, first, stop) and not _opens(text, first, stop):
        return False
    words = text[begin:at].split(None, 6) if at - begin <= _REACH else []
    fronted = 0 < len(words) <= 4 and words[0] in (
        "At",
        "By",
        "Around",
        "About",
        "From",
        "Before",
        "After",
        "Until",
        "Since",
    )
    return not fronted


def _ellipsis_ends(text: str, match: re.Match[str], first: int, stop: int) -> bool:
    """Decide after an ellipsis: one set apart by a space is an omission, and ends only before a clear opening."""
    apart = match.start() > 0 and text[match.start() - 1].isspace()
    return not apart or bool(match["close"]) or len(match["mark"]) > 3 or _opens(text, first, stop)


def _opens(text: str, first: int, stop: int) -> bool:
    """Say whether the word at `first` is one that opens a sentence and goes on with no name."""
    word = _WORD.match(text, first, stop)
    if word is None:
        return False
    return word.group().replace("’", "'") in load_words("sentence_openers") and not text.startswith(".", word.end())


def _follows_comma(text: str, begin: int, at: int) -> bool:
    """Say whether a comma stands before the word at `at`."""
    return text[max(begin, at - 2) : at] == ", "


def _is_reporting(text: str, first: int, stop: int) -> bool:
    """Say whether a name and a verb of saying come next: Mr Jones said."""
    verbs = load_words("reporting_verbs")
    for index, word in enumerate(text[first : min(stop, first + _REACH)].split(None, 5)[:5]):
        bare = word.rstrip(",.;:")
        if index and bare in verbs:
            return True
        if not bare[:1].isupper() or word[-1:] in ",;:" or (not index and bare in load_words("sentence_openers")):
            return False
    return False
