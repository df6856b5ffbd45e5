"""ClaimReview in: one item of schema.org's vocabulary into what the desk keeps of an earlier check."""

from __future__ import annotations

from collections.abc import Iterator, Mapping, Sequence
from fractions import Fraction
from typing import Any
from urllib.parse import urlsplit

from factcheck.exchange.check_rows import CheckRow, why_no_claim
from factcheck.exchange.loose_values import (
    Nodes,
    address_of,
    day_of,
    each,
    has_kind,
    kinds_of,
    names_of,
    number_of,
    words_of,
)

__all__ = ["filled", "is_claim_review", "publisher_of_address", "rating_words", "read_claim_review"]


def is_claim_review(item: Mapping[str, Any]) -> bool:
    """Say whether an item is a ClaimReview, by its type or by the claim that it reviews.

    >>> is_claim_review({"@type": "https://schema.org/ClaimReview"}), is_claim_review({"@type": "Person"})
    (True, False)
    """
    return "claimreview" in kinds_of(item) or "claimReviewed" in item


def read_claim_review(item: Mapping[str, Any], nodes: Nodes | None = None) -> Iterator[CheckRow]:
    """Read one ClaimReview; one check for each claim it reviews.

    The desk is who reviewed (`author` or `publisher` of the item), the claimant who said it (`author` of what is
    reviewed): never the other way round. What is not known is left out.
    """
    reviewed = [one for one in each(item.get("itemReviewed"), nodes) if isinstance(one, dict)]
    claims = list(dict.fromkeys(filter(None, map(words_of, each(item.get("claimReviewed"))))))
    if not claims:
        # later items say it in the Claim itself
        told = (words_of([one.get("text"), one.get("name")]) for one in reviewed if has_kind(one, "claim"))
        claims = list(filter(None, told))[:1]
    if not claims:
        yield CheckRow.broken(0, "no claimReviewed in it", item)
        return
    url = address_of(item.get("url"), item.get("mainEntityOfPage"), item.get("@id"))
    publisher = publisher_of(item, nodes) or publisher_of_address(url)
    verdict = rating_words(item.get("reviewRating"), nodes)
    fields = {
        "verdict": verdict,
        "scale": publisher if verdict else None,
        "date": first_day(item, "datePublished", "dateModified", "dateCreated"),
        "claimed_on": claimed_on(reviewed, nodes),
        "claimant": names_of([one.get("author") or one.get("creator") for one in reviewed], nodes),
        "publisher": publisher,
        "url": url,
        "title": words_of([item.get("headline"), item.get("name")]),
        "review": words_of(item.get("reviewBody"), joined=True) or words_of(item.get("description"), joined=True),
    }
    for claim in claims:
        yield CheckRow(0, filled(text=claim, **fields), why_no_claim(claim), item)


def filled(**fields: str | None) -> dict[str, str]:
    """Keep the fields that say something."""
    return {name: value for name, value in fields.items() if value}


def publisher_of(item: Mapping[str, Any], nodes: Nodes | None = None) -> str | None:
    """Give the desk that published a review: the body that is its author, else its publisher, else any author.

    >>> publisher_of({"author": {"@type": "Person", "name": "Ana Bell"}, "publisher": {"name": "Example Desk"}})
    'Example Desk'
    """
    authors = list(each(item.get("author"), nodes))
    bodies = [one for one in authors if not has_kind(one, "person")]
    for named in (bodies, item.get("publisher"), authors, item.get("sourceOrganization")):
        if found := names_of(named, nodes):
            return found
    return publisher_of_address(address_of([one.get("url") for one in authors if isinstance(one, dict)]))


def publisher_of_address(url: str | None) -> str | None:
    """Give the site of an address, where nothing else names the publisher.

    >>> publisher_of_address("https://www.example.org/checks/1")
    'example.org'
    """
    host = urlsplit(url).hostname if url else None
    return host.removeprefix("www.") if host else None


def first_day(item: Mapping[str, Any], *names: str) -> str | None:
    """Give the first day that can be read among properties."""
    return next(filter(None, (day_of(item.get(name)) for name in names)), None)


def claimed_on(reviewed: Sequence[Mapping[str, Any]], nodes: Nodes | None = None) -> str | None:
    """Give the day a claim was made: of the claim itself, else of where it first appeared."""
    for one in reviewed:
        if day := first_day(one, "datePublished", "dateCreated"):
            return day
    seen = [each([one.get("firstAppearance"), one.get("appearance")], nodes) for one in reviewed]
    places = [place for one in seen for place in one if isinstance(place, dict)]
    return next(filter(None, (first_day(place, "datePublished", "dateCreated") for place in places)), None)


def rating_words(rating: Any, nodes: Nodes | None = None) -> str | None:
    """Give a rating in the publisher's words; where there are none, its number with the scale's end.

    A number outside its own scale is no rating.

    >>> rating_words({"alternateName": "Mostly false", "ratingValue": "2"}), rating_words({"ratingValue": 3, "bestRating": "5"})
    ('Mostly false', '3 of 5')
    >>> rating_words("False"), rating_words({"ratingValue": "-1", "bestRating": "-1"}), rating_words({"ratingValue": "NaN"})
    ('False', None, None)
    """
    ratings = list(each(rating, nodes))
    for one in ratings:
        named = [one.get("alternateName"), one.get("name")] if isinstance(one, dict) else one
        given = [one.get("ratingValue")] if isinstance(one, dict) else []
        for words in (words_of(value) for value in [*each(named), *each(given)]):
            if any(c.isalpha() for c in words) and words.casefold() not in ("nan", "null", "none", "undefined"):
                return words
    return next(filter(None, map(_number_words, ratings)), None)


def _number_words(rating: Any) -> str | None:
    if not isinstance(rating, dict):
        return number_of(rating)
    label = number_of(rating.get("alternateName"))
    value, best, worst = (number_of(rating.get(name)) for name in ("ratingValue", "bestRating", "worstRating"))
    if value is None or label is not None:
        return label
    number = Fraction(value)
    ends = [Fraction(end) for end in (best, worst) if end is not None]
    if number < 0 or (best is None and number == 0):
        return None  # what programs write for "not rated"
    if len(ends) == 2 and not min(ends) <= number <= max(ends):
        return None
    if best is None or Fraction(best) < number:
        return value if best is None or len(ends) == 2 else None
    if worst is not None and Fraction(worst) > 1:
        return f"{value} on a scale from {worst} to {best}"
    return f"{value} of {best}"
