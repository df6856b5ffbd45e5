"""The answer of Google's `claims:search` in: claims with the reviews that were found of each; any part may be absent."""

from __future__ import annotations

from collections.abc import Iterator, Mapping
from typing import Any

from factcheck.exchange.check_rows import CheckRow, why_no_claim
from factcheck.exchange.claim_review import filled, publisher_of_address
from factcheck.exchange.loose_values import address_of, day_of, each, kinds_of, names_of, words_of

__all__ = ["is_answer", "is_found_claim", "read_found_claim"]


def is_answer(value: Mapping[str, Any]) -> bool:
    """Say whether an object is a whole answer.

    >>> is_answer({"claims": [], "nextPageToken": "CAo"}), is_answer({"text": "Rents rose."})
    (True, False)
    """
    return isinstance(value.get("claims"), list) and not kinds_of(value)


def is_found_claim(value: Mapping[str, Any]) -> bool:
    """Say whether an object is one claim of an answer."""
    return "claimReview" in value and "claimReviewed" not in value


def read_found_claim(claim: Mapping[str, Any]) -> Iterator[CheckRow]:
    """Read one claim of an answer: one check for each review of it."""
    text = words_of(claim.get("text"))
    reviews = [one for one in each(claim.get("claimReview")) if isinstance(one, dict)]
    if not text or not reviews:
        yield CheckRow.broken(0, "no review of it" if text else "no text of the claim", claim)
        return
    said = {"claimant": names_of(claim.get("claimant")), "claimed_on": day_of(claim.get("claimDate"))}
    for review in reviews:
        by = next((one for one in each(review.get("publisher"))), None)
        site = words_of(by.get("site")) if isinstance(by, dict) else ""
        url = address_of(review.get("url"))
        publisher = names_of(by) or site or publisher_of_address(url)
        verdict = words_of(review.get("textualRating"))
        fields = filled(
            text=text,
            verdict=verdict,
            scale=publisher if verdict else None,
            date=day_of(review.get("reviewDate")),
            publisher=publisher,
            url=url,
            title=words_of(review.get("title")),
            **said,
        )
        yield CheckRow(0, fields, why_no_claim(text), {**claim, "claimReview": [review]})
