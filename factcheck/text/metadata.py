"""What a page says of itself: title, author, day, publisher, address and language."""

from __future__ import annotations

import datetime
import json
import re
from collections.abc import Iterator
from dataclasses import dataclass
from typing import Any

from factcheck.text.dateline import parse_date

__all__ = ["PageMetadata", "read_metadata"]

_DATES = (
    "article:published_time", "og:article:published_time", "datepublished", "date", "dc.date", "dc.date.issued",
    "dcterms.created", "dcterms.date", "pubdate", "publishdate", "publish-date", "publication_date",
    "parsely-pub-date", "sailthru.date", "cxenseparse:recs:publishtime", "article.published",
)  # fmt: skip
_TITLES = ("og:title", "twitter:title", "dc.title", "headline")
_AUTHORS = ("author", "article:author", "dc.creator", "parsely-author", "sailthru.author", "byl")
_SITES = ("og:site_name", "application-name", "dc.publisher")
_ARTICLE = re.compile(r"Article$|BlogPosting$|^Report$|^LiveBlogPosting$|^ClaimReview$")
_ISO = re.compile(r"((?:1[89]|20)\d\d-\d\d-\d\d)(?!\d)")
_COMPACT = re.compile(r"((?:19|20)\d\d)(\d\d)(\d\d)(?!\d)")
_SITE_TAIL = re.compile(r"\s[|–—·»-]\s[^|–—·»]{1,50}$")
_NODES = 2000  # nodes of structured data that are looked at


@dataclass(frozen=True, slots=True)
class PageMetadata:
    """Hold what a page's metadata says; what it does not say is None."""

    title: str | None = None
    author: str | None = None
    date: datetime.date | None = None
    publisher: str | None = None
    url: str | None = None
    language: str | None = None


def read_metadata(root: Any) -> PageMetadata:
    """Read a parsed page's metadata: meta tags, structured data (JSON-LD), then the page's own elements.

    The day comes from what states it, never from figures in the address.
    """
    metas = _metas(root)
    data = _article_data(root)
    title = _first(metas, _TITLES) or _text(data.get("headline")) or _page_title(root)
    author = _first(metas, _AUTHORS, names_only=True) or _person(data.get("author")) or _rel_author(root)
    publisher = _first(metas, _SITES) or _person(data.get("publisher"))
    language = root.get("lang") or root.get("{http://www.w3.org/XML/1998/namespace}lang")
    return PageMetadata(
        title, author, _published(root, metas, data), publisher, _address(root, metas), (language or "").strip() or None
    )


def _metas(root: Any) -> dict[str, str]:
    """Gather the meta tags: the first of each name wins."""
    found: dict[str, str] = {}
    for element in root.iter("meta"):
        name = element.get("property") or element.get("name") or element.get("itemprop")
        content = " ".join((element.get("content") or "").split())
        if name and content:
            found.setdefault(name.strip().lower(), content)
    return found


def _first(metas: dict[str, str], names: tuple[str, ...], *, names_only: bool = False) -> str | None:
    """Give the first of these that the page states; with `names_only` an address does not count."""
    values = (metas.get(name) for name in names)
    return next((value for value in values if value and not (names_only and "://" in value)), None)


def _article_data(root: Any) -> dict[str, Any]:
    """Find the article's node in the page's structured data."""
    for script in root.iter("script"):
        if "ld+json" not in (script.get("type") or ""):
            continue
        try:
            data = json.loads(script.text or "")
        except (ValueError, RecursionError):
            continue
        for node in _nodes(data):
            sort = node.get("@type")
            sorts = sort if isinstance(sort, list) else [sort]
            if any(isinstance(name, str) and _ARTICLE.search(name) for name in sorts):
                return node
    return {}


def _nodes(data: Any) -> Iterator[dict[str, Any]]:
    """Walk over the nodes of structured data, the outer ones first."""
    waiting, at = [data], 0
    while at < len(waiting) and at < _NODES:
        node = waiting[at]
        at += 1
        if isinstance(node, dict):
            yield node
            waiting.extend(value for value in node.values() if isinstance(value, (dict, list)))
        elif isinstance(node, list):
            waiting.extend(node)


def _text(value: Any) -> str | None:
    return " ".join(value.split()) or None if isinstance(value, str) else None


def _person(value: Any) -> str | None:
    """Give the name or names of a person or body in structured data."""
    if isinstance(value, list):
        names = [name for name in map(_person, value[:20]) if name]
        return ", ".join(names) or None
    if isinstance(value, dict):
        value = value.get("name")
    name = _text(value)
    return None if name is None or "://" in name else name


def _published(root: Any, metas: dict[str, str], data: dict[str, Any]) -> datetime.date | None:
    """Find the day of publication."""
    stated = [metas[name] for name in _DATES[:3] if name in metas]
    stated += [value for value in (data.get("datePublished"),) if isinstance(value, str)]
    stated += [metas[name] for name in _DATES[3:] if name in metas]
    for element in root.iter("time"):
        stated.append(element.get("datetime") or "".join(element.itertext()))
    return next((day for day in map(_read_day, stated) if day is not None), None)


def _read_day(words: str) -> datetime.date | None:
    """Read a day as metadata write it: an ISO date or time, eight figures, or words."""
    words = words.strip()[:80]
    iso = _ISO.match(words)
    compact = _COMPACT.match(words)
    try:
        if iso:
            return datetime.date.fromisoformat(iso[1])
        if compact:
            return datetime.date(*map(int, compact.groups()))
    except ValueError:
        return None
    return parse_date(words)


def _page_title(root: Any) -> str | None:
    """Give the page's title without the site's name behind it."""
    element = next(root.iter("title"), None)
    words = " ".join("".join(element.itertext()).split()) if element is not None else ""
    return _SITE_TAIL.sub("", words) or None


def _rel_author(root: Any) -> str | None:
    for element in root.iter("a", "span", "address"):
        if "author" in (element.get("rel") or "").split() or element.get("itemprop") == "author":
            words = " ".join("".join(element.itertext()).split())
            if 0 < len(words) <= 100:
                return words
    return None


def _address(root: Any, metas: dict[str, str]) -> str | None:
    """Give the page's own address: only one that a browser would open."""
    stated = [
        element.get("href") or "" for element in root.iter("link") if "canonical" in (element.get("rel") or "").split()
    ]
    stated.append(metas.get("og:url", ""))
    return next((url.strip() for url in stated if url.strip().lower().startswith(("http://", "https://"))), None)
