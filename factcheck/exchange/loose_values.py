"""Values as the world writes them in linked data: the same property as a string, an object or a list of either."""

from __future__ import annotations

import datetime
import functools
import html
import math
import re
from collections.abc import Iterator, Mapping
from typing import Any
from urllib.parse import urlsplit

from factcheck.text.dateline import parse_date

__all__ = ["address_of", "day_of", "each", "has_kind", "kinds_of", "names_of", "number_of", "words_of"]

Nodes = Mapping[str, Mapping[str, Any]]
"""The nodes of a graph by their @id, for values that only point at one."""

_TAG = re.compile(r"</?[A-Za-z][^<>]{0,500}>")
_ENTITY = re.compile(r"&(?:#\d{1,7}|#[xX][0-9A-Fa-f]{1,6}|[A-Za-z]\w{1,30});")
_CONTROLS = dict.fromkeys([*range(0x20), *range(0x7F, 0xA0)], " ")
_NUMERIC_DAY = re.compile(r"\s*(\d{4})(?:[-/.](\d{1,2})(?:[-/.](\d{1,2}))?)?(?=$|[Tt\s])")
_COMPACT_DAY = re.compile(r"\s*(\d{4})(\d\d)(\d\d)(?=$|[Tt\s])")
_NUMBER = re.compile(r"[-+]?\d{1,12}(?:[.,]\d{1,12})?")
_NOBODY = {"", "nan", "null", "none", "n/a", "na", "unknown", "undefined", "-", "–", "—"}
_EARLIEST = 1000  # years before this one stand where a program had no date ("0001-01-01")


def each(value: Any, nodes: Nodes | None = None) -> Iterator[Any]:
    """Go through a value that may be one thing, a list of things, or nothing; a pointer gives the node it points at.

    >>> list(each("a")), list(each([None, ["a", {"b": 1}]]))
    (['a'], ['a', {'b': 1}])
    """
    if isinstance(value, list):
        for item in value:
            yield from each(item, nodes)
    elif isinstance(value, dict):
        pointed = value.get("@id") if nodes and len(value) <= 2 else None
        yield nodes.get(pointed, value) if nodes and isinstance(pointed, str) else value
    elif value is not None:
        yield value


def words_of(value: Any, *, joined: bool = False) -> str:
    r"""Give the words of a value in one line: the first that it holds, or all of them.

    Marks of HTML and control characters are no words.

    >>> words_of(["", {"@value": "Rents &amp; <b>fares</b>\x07 rose", "@language": "en"}]), words_of(["a", "b"], joined=True)
    ('Rents & fares rose', 'a b')
    """
    found = filter(None, map(_words, each(value)))
    return " ".join(found) if joined else next(found, "")


def _words(value: Any) -> str:
    if isinstance(value, dict):
        return words_of(next((value[key] for key in ("@value", "name", "text") if value.get(key)), None))
    if isinstance(value, bool):
        return ""
    text = str(value)
    if "&" in text and _ENTITY.search(text):
        text = html.unescape(text)
    if "<" in text:
        text = _TAG.sub(" ", text)
    if not text.isprintable():
        text = text.translate(_CONTROLS)
    return " ".join(text.split())


def names_of(value: Any, nodes: Nodes | None = None) -> str | None:
    """Give the names of persons or bodies, each once, parted by semicolons; nothing for a placeholder.

    >>> names_of([{"@type": "Person", "name": "Ana Bell"}, "Omar Diaz", {"name": "Ana Bell"}]), names_of({"name": "NaN"})
    ('Ana Bell; Omar Diaz', None)
    """
    found = dict.fromkeys(_words(one) for one in each(value, nodes) if not _is_address(one))
    return "; ".join(name for name in found if name.casefold() not in _NOBODY) or None


def _is_address(value: Any) -> bool:
    return isinstance(value, str) and value.strip().lower().startswith(("http://", "https://"))


def kinds_of(item: Mapping[str, Any]) -> set[str]:
    """Give the kinds of an item in lower case, without the vocabulary's name.

    >>> sorted(kinds_of({"@type": ["schema:ClaimReview", "http://schema.org/Review"]}))
    ['claimreview', 'review']
    """
    named = item.get("@type", item.get("type"))
    return {_kind(named)} if isinstance(named, str) else {_kind(one) for one in each(named) if isinstance(one, str)}


@functools.lru_cache(maxsize=1000)
def _kind(name: str) -> str:
    return re.split(r"[/#:]", name.strip().rstrip("/"))[-1].lower()


def has_kind(item: Any, kind: str) -> bool:
    """Say whether an item is of a kind.

    >>> has_kind({"@type": "schema:ClaimReview"}, "claimreview"), has_kind("ClaimReview", "claimreview")
    (True, False)
    """
    return isinstance(item, dict) and kind in kinds_of(item)


def day_of(value: Any) -> str | None:
    """Read a day, month or year as its writer wrote it, whatever the clock time and zone beside it.

    Figures whose order is not certain (05/01/2021) are not read.

    >>> [day_of(v) for v in ("2021-1-5", "2021-01-05T23:30:00-08:00", "2021-05", "Jan 5, 2021", "05/01/2021", "NaN")]
    ['2021-01-05', '2021-01-05', '2021-05', '2021-01-05', None, None]
    """
    text = words_of(value)
    match = _NUMERIC_DAY.match(text) or _COMPACT_DAY.match(text)
    if match is None:
        spoken = parse_date(text) if 6 <= len(text) <= 60 else None
        return spoken.isoformat() if spoken else None
    year, month, day = (int(part) if part else None for part in match.groups())
    assert year is not None
    try:
        datetime.date(year, 1 if month is None else month, 1 if day is None else day)
    except ValueError:
        return None
    if year < _EARLIEST:
        return None
    return "-".join([f"{year:04}", *(f"{part:02}" for part in (month, day) if part is not None)])


def number_of(value: Any) -> str | None:
    """Give a number as it was written, or nothing where none is.

    >>> number_of("3"), number_of(3.0), number_of(" 2,5 "), number_of("NaN"), number_of(""), number_of("False")
    ('3', '3', '2.5', None, None, None)
    """
    if isinstance(value, float) and not math.isfinite(value):
        return None
    text = words_of(value)
    if not _NUMBER.fullmatch(text):
        return None
    whole, _, rest = text.replace(",", ".").lstrip("+").partition(".")
    rest = rest.rstrip("0")
    return f"{whole}.{rest}" if rest else whole


def address_of(*values: Any) -> str | None:
    """Give the first web address among values, with what no address may hold written as addresses write it.

    >>> address_of("", {"@id": "https://example.org/a b"}), address_of("//example.org/x"), address_of("javascript:alert(1)")
    ('https://example.org/a%20b', 'https://example.org/x', None)
    """
    for value in values:
        for one in each(value):
            given = (
                next((one[key] for key in ("@id", "url", "@value") if one.get(key)), "")
                if isinstance(one, dict)
                else one
            )
            text = "%20".join(str(given).split())
            text = f"https:{text}" if text.startswith("//") else text
            if text.isprintable() and _is_web(text):
                return text
    return None


def _is_web(text: str) -> bool:
    try:
        parts = urlsplit(text)
        return parts.scheme.lower() in ("http", "https") and bool(parts.hostname)
    except ValueError:
        return False
