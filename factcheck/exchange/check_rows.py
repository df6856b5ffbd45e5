"""One row of an archive: where it stands, what it says, or why it cannot be taken."""

from __future__ import annotations

from collections.abc import Mapping
from dataclasses import dataclass, replace
from typing import Any

__all__ = ["FIELDS", "CheckRow", "why_no_claim"]

FIELDS = (
    "text", "verdict", "scale", "date", "claimed_on", "claimant", "publisher", "url", "title", "review", "id",
)  # fmt: skip
"""What is read of an earlier check; everything else stays in its raw form."""

LONGEST_CLAIM = 10_000
"""A claim longer than this many characters is a text, not a claim; its row is named and left out."""


@dataclass(frozen=True, slots=True)
class CheckRow:
    """Hold one row.

    Attributes:
        line: its first line in the file, or its number among the items, counted from 1.
        fields: what was read of it.
        reason: why it cannot be taken, or None.
        raw: the row as it stands in the file: the item's JSON, a table's cells by column, or its words where it is broken.
    """

    line: int
    fields: Mapping[str, str]
    reason: str | None = None
    raw: Any = None

    @classmethod
    def broken(cls, line: int, reason: str, raw: Any = None) -> CheckRow:
        """Make a row that cannot be taken."""
        return cls(line, {}, reason, raw)

    def at(self, line: int) -> CheckRow:
        """Give the same row with its place."""
        return replace(self, line=line)

    def check(self) -> dict[str, Any]:
        """Give what the desk keeps: the fields, and the row as it stands in the file."""
        return {**self.fields, "raw": self.raw}


def why_no_claim(claim: str) -> str | None:
    """Say why a text cannot be a claim, or nothing.

    >>> why_no_claim("?"), why_no_claim("Rents rose 5%.")
    ('no claim in it', None)
    """
    if not any(c.isalnum() for c in claim):
        return "no claim in it"
    if len(claim) > LONGEST_CLAIM:
        return f"the claim has {len(claim):,} characters; {LONGEST_CLAIM:,} at most"
    return None
