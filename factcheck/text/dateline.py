"""Datelines: the place and day at the head of a story, and the absolute dates they are written with."""

from __future__ import annotations

import datetime
import re
from dataclasses import dataclass

from factcheck.text.document import Dateline
from factcheck.text.wordlists import load_sections

__all__ = ["find_dateline", "is_date_line", "parse_date"]

_MONTHS = {
    name: number
    for number, names in enumerate(
        (
            "january jan", "february feb", "march mar", "april apr", "may", "june jun", "july jul", "august aug",
            "september sept sep", "october oct", "november nov", "december dec",
        ),
        start=1,
    )
    for name in names.split()
}  # fmt: skip
_MONTH = (
    r"(?:jan(?:uary)?|feb(?:ruary)?|mar(?:ch)?|apr(?:il)?|may|june?|july?|aug(?:ust)?|sept?(?:ember)?|oct(?:ober)?"
    r"|nov(?:ember)?|dec(?:ember)?)\b\.?"
)
_WEEKDAY = r"(?:(?:mon|tues?|wed(?:nes)?|thu(?:rs)?|fri|sat(?:ur)?|sun)(?:day)?\b\.?,?\s{1,3})?"
_YEAR = r"(?:1[89]|20)\d\d(?!\d)"
_DATE = re.compile(
    rf"{_WEEKDAY}(?:"
    rf"(?P<iso>{_YEAR}-\d\d-\d\d)(?!\d)(?:T[\d:.+Z\-]{{4,30}})?"
    rf"|(?:the\s)?(?P<day>\d{{1,2}})(?:st|nd|rd|th)?\s{{1,3}}(?:of\s)?(?P<month>{_MONTH})(?:,?\s{{1,3}}(?P<year>{_YEAR}))?"
    rf"|(?P<month2>{_MONTH})\s{{1,3}}(?P<day2>\d{{1,2}})(?:st|nd|rd|th)?(?![\d:])(?:,?\s{{1,3}}(?P<year2>{_YEAR}))?"
    r")",
    re.IGNORECASE,
)
_CLOCK = (
    r"(?:[\s,|–—-]{1,4}(?:at\s)?\d{1,2}[:.]\d\d(?::\d\d)?(?:\s?[ap]\.?m\.?)?(?:\s?(?:[A-Z]{2,4}|[+-]\d\d:?\d\d))?)?"
)
_STAMP = re.compile(
    r"(?:(?:first\s|last\s)?(?:published|updated|posted|modified|date|filed|issued|released|for\simmediate\srelease)(?:\son)?(?::\s*|\s+))",
    re.IGNORECASE,
)
_LEADING_CLOCK = re.compile(r"\d{1,2}[:.]\d\d(?:\s?[ap]\.?m\.?)?(?:\s[A-Z]{2,4})?[,\s|]{1,3}", re.IGNORECASE)
_REST = re.compile(rf"{_CLOCK}\s*$", re.IGNORECASE)

# Where a dateline ends: a dash, or a colon after the agency. A hyphen counts only between spaces.
_DATE_LINE_LONG = 80
_DASH = re.compile(r"--|[–—]|(?<=\s)-(?=\s)|(?<=\)):")
_AGENCY = re.compile(r"\s?(?:\([^()\n]{2,40}\)|/[^/\n]{2,40}/)$")
_FINAL_DATE = re.compile(rf"(?:^|,?\s)(?P<words>{_DATE.pattern.replace('(?P<', '(?P<x_')})$", re.IGNORECASE)
_REACH = 130  # code points in which a dateline has its dash: two places, a day and an agency


@dataclass(frozen=True, slots=True)
class FoundDateline:
    """Hold a dateline and where the story goes on after it."""

    dateline: Dateline
    body: int


def parse_date(words: str, near: datetime.date | None = None) -> datetime.date | None:
    """Read one absolute date, and nothing beside it but a weekday or a time of day.

    A day without its year takes the year that brings it nearest to `near`; without `near` it stays unread. A date in
    figures with slashes is never read: which comes first, day or month, differs from desk to desk.

    >>> parse_date("Thursday, February 23, 2006"), parse_date("1 Jan", datetime.date(2025, 12, 30))
    (datetime.date(2006, 2, 23), datetime.date(2026, 1, 1))
    """
    match = _find_date(words)
    if match is None:
        return None
    if match["iso"]:
        return _day(*map(int, match["iso"].split("-")))
    day = int(match["day"] or match["day2"])
    month = _MONTHS[(match["month"] or match["month2"]).lower().rstrip(".")]
    year = match["year"] or match["year2"]
    if year:
        return _day(int(year), month, day)
    return _nearest(month, day, near)


def is_date_line(line: str) -> bool:
    """Say whether a line holds a date and nothing else: "Published: 4 May 2021, 10:15 BST".

    >>> is_date_line("Friday, 28 February"), is_date_line("May 5 was a cold day")
    (True, False)
    """
    return len(line) <= _DATE_LINE_LONG and any(map(str.isdigit, line)) and _find_date(line) is not None


def find_dateline(
    text: str, start: int, end: int, near: datetime.date | None = None, *, first: bool = True
) -> FoundDateline | None:
    """Find the dateline that a paragraph opens with.

    It is a place, with a day or an agency or both, and a dash: "LEEDS, Jan 1 (Wire) -". A place in capitals and a dash
    suffice in the `first` paragraph, if a capital follows. The span runs through the dash.

    >>> text = "LEEDS, Jan 1 (Wire) - The bridge closed."
    >>> found = find_dateline(text, 0, len(text), datetime.date(2026, 1, 1))
    >>> text[: found.dateline.end], found.dateline.place, found.dateline.date, text[found.body :]
    ('LEEDS, Jan 1 (Wire) -', 'LEEDS', datetime.date(2026, 1, 1), 'The bridge closed.')
    """
    dash = _DASH.search(text, start, min(end, start + _REACH))
    if dash is None:
        return None
    body = dash.end()
    while body < end and text[body].isspace():
        body += 1
    head = text[start : dash.start()].rstrip()
    if body >= end or not head or not (text[body].isupper() or text[body].isdigit() or text[body] in "\"“‘'["):
        return None
    agency = _AGENCY.search(head)
    rest = head[: agency.start()] if agency else head
    dated = _FINAL_DATE.search(rest)
    place = (rest[: dated.start()] if dated else rest).strip(" ,")
    if place and not _is_place(place):
        return None
    shouted = _is_in_capitals(place.split(",")[0])
    is_full = bool((dated and (place or agency)) or (agency and place))
    # Nothing but a place: only at the head of the story, and only in capitals before a word of the story.
    is_bare = first and shouted and len(place) > 2 and not text[body].isdigit()
    if not (is_full or is_bare):
        return None
    date = parse_date(dated["words"], near) if dated else None
    return FoundDateline(Dateline(date, place or None, start, dash.end()), body)


def _find_date(words: str) -> re.Match[str] | None:
    """Find the date that fills the words, but for "Published" before it and a time of day on either side."""
    start = len(words) - len(words.lstrip())
    for before in (_STAMP, _LEADING_CLOCK):
        found = before.match(words, start)
        start = found.end() if found else start
    match = _DATE.match(words, start)
    return match if match and _REST.match(words, match.end()) else None


def _is_place(words: str) -> bool:
    """Say whether the words can name a place: a few capitalised words, without a figure."""
    tokens = words.replace(",", " ").split()
    small = {"of", "the", "de", "del", "la", "le", "upon", "on", "al", "and", "da", "do", "sur", "am"}
    return (
        0 < len(tokens) <= 7
        and tokens[0].upper() not in load_sections("labels")["slug"]
        and not any(c.isdigit() or c in '"“”!?;:' for c in words)
        and tokens[0][0].isupper()
        and all(token[0].isupper() or token in small or token.startswith(("al-", "el-")) for token in tokens)
    )


def _is_in_capitals(words: str) -> bool:
    """Say whether the words are set in capitals, but for a small letter as in "McALLEN"."""
    letters = [c for c in words if c.isalpha()]
    return bool(letters) and sum(map(str.isupper, letters)) >= 0.8 * len(letters)


def _day(year: int, month: int, day: int) -> datetime.date | None:
    """Give the day, or None where the calendar has no such day."""
    try:
        return datetime.date(year, month, day)
    except ValueError:
        return None


def _nearest(month: int, day: int, near: datetime.date | None) -> datetime.date | None:
    """Give the month and day in the year that brings them nearest to `near`."""
    if near is None:
        return None
    years = [year for year in (near.year - 1, near.year, near.year + 1) if 1 <= year <= 9999]
    days = [found for found in (_day(year, month, day) for year in years) if found is not None]
    return min(days, key=lambda found: (abs(found - near), found), default=None)
