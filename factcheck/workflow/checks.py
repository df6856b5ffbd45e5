"""Earlier checks of other desks, brought into the archive: one at a time, or many from an import."""

from __future__ import annotations

import datetime
import functools
import hashlib
import unicodedata
from collections.abc import Callable, Mapping
from typing import Any

from factcheck.errors import InvalidValue
from factcheck.store.tables import ThirdPartyCheck
from factcheck.values import plain
from factcheck.workflow.act import Act, day
from factcheck.workflow.guards import is_safe_address
from factcheck.workflow.history import canonical
from factcheck.workflow.indexing import Entry, index_entries
from factcheck.workflow.labels import label
from factcheck.workflow.reading import scales_on_file
from factcheck.workflow.scales import coarse_bucket

__all__ = ["check_identity", "check_row", "keep_checks"]

_LONGEST = 100_000


def check_identity(publisher: str | None, url: str | None, text: str) -> str:
    """Tell one check from another: by publisher, address and normalised text.

    >>> check_identity("Example Desk", None, "Rents  rose 5%.") == check_identity("EXAMPLE desk", "", "rents rose 5%.")
    True
    """
    parts = [_folded(publisher or ""), (url or "").strip(), _folded(text)]
    return hashlib.sha256(canonical(parts).encode("ascii")).hexdigest()


def _folded(text: str) -> str:
    return " ".join(unicodedata.normalize("NFKC", text).casefold().split())


def check_row(
    given: Mapping[str, Any], buckets: Callable[[str | None, str | None], str | None], at: str
) -> ThirdPartyCheck:
    """Make a row of what was given: text, verdict, scale, date, claimed_on, claimant, publisher, url, title, review.

    Raises:
        InvalidValue: no words, a day that is none, or an address of a refused kind.
    """
    words = {name: _words(given.get(name)) for name in _FIELDS}
    text = words["text"]
    if not text or not any(c.isalnum() for c in text):
        raise InvalidValue("no words to check")
    if len(text) > _LONGEST:
        raise InvalidValue(f"too long for a claim ({len(text):,} characters, {_LONGEST:,} at most)")
    url = words["url"]
    if url and ":" in url and not is_safe_address(url):
        raise InvalidValue(f"{url[:60]!r} is no address that a reader may follow (http or https)")
    return ThirdPartyCheck(
        text=text,
        claimant=words["claimant"],
        publisher=words["publisher"],
        label=words["verdict"],
        scale=words["scale"],
        bucket=buckets(words["scale"], words["verdict"]),
        url=url if url and is_safe_address(url) else None,
        title=words["title"],
        review=words["review"],
        checked_on=day(words["date"], "the date"),
        claimed_on=day(words["claimed_on"], "the date of the claim"),
        identity=check_identity(words["publisher"], url, text),
        raw=plain(_clean(dict(given.get("raw") or given))),
        at=at,
    )


_FIELDS = ("text", "verdict", "scale", "date", "claimed_on", "claimant", "publisher", "url", "title", "review")


def _words(value: Any) -> str | None:
    if isinstance(value, (datetime.date, datetime.datetime)):
        return value.isoformat()[:10]
    if value is None:
        return None
    return _clean(str(value)).strip() or None


def _clean(value: Any) -> Any:
    """Take out of texts what no database keeps: NUL characters, and halves of characters."""
    if isinstance(value, str):
        return value.replace("\0", "").encode("utf-8", "replace").decode("utf-8")
    if isinstance(value, Mapping):
        return {_clean(str(name)): _clean(item) for name, item in value.items()}
    if isinstance(value, (list, tuple)):
        return [_clean(item) for item in value]
    return value


def keep_checks(act: Act, given: list[tuple[int, Mapping[str, Any]]]) -> tuple[list[int], int, list[tuple[int, str]]]:
    """Keep checks that are not on file yet: ids of the new ones, how many were known, (line, reason) of the rest."""
    scales = {name: data for (name, _), data in sorted(scales_on_file(act.rows).items())}

    @functools.cache
    def buckets(scale: str | None, words: str | None) -> str | None:
        return coarse_bucket(scales, scale, words)

    rejected: list[tuple[int, str]] = []
    rows: dict[str, ThirdPartyCheck] = {}
    known = 0
    for line, fields in given:
        try:
            row = check_row(fields, buckets, act.at)
        except InvalidValue as error:
            rejected.append((line, error.message))
            continue
        if row.identity in rows:
            known += 1
        else:
            rows[row.identity] = row
    marks = ", ".join("?" * len(rows))
    if rows:
        found = act.rows.rows(f"SELECT identity FROM third_party_check WHERE identity IN ({marks})", list(rows))
        for old in found:
            known += 1
            del rows[old["identity"]]
    new = list(rows.values())
    act.session.add_all(new)
    act.session.flush()
    index_entries(act, (Entry(label("K", row.id or 0), row.text, row.title, review=row.review) for row in new))
    ids = [row.id or 0 for row in new]
    if new:
        subject = label("K", ids[0]) if len(ids) == 1 else f"{label('K', ids[0])}-{label('K', ids[-1])}"
        act.record("add_check" if len(ids) == 1 else "import_checks", subject, checks=len(ids))
    return ids, known, rejected
