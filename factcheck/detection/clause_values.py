"""The values that cutting a sentence works with: a clause, the chunk between two openers, and when a part is long."""

from __future__ import annotations

from typing import NamedTuple

from factcheck.detection.verb_groups import VerbGroup

__all__ = ["DAYS", "LONG", "SHORT", "Chunk", "Clause"]

LONG = 6
"""So many words make a part of a sentence a statement of its own where grammar alone leaves both readings open."""
SHORT = 4
"""So many words are a clause and no aside."""
DAYS = frozenset(
    {
        "monday", "tuesday", "wednesday", "thursday", "friday", "saturday", "sunday", "january", "february", "march",
        "april", "june", "july", "august", "september", "october", "november", "december",
    }
)  # fmt: skip


class Clause(NamedTuple):
    """Hold one clause as a half-open run of words.

    Attributes:
        start: number of its first word.
        end: one past its last.
        sort: "main", "joined" (after "and"), "sub", "rel", "participle" or "complement".
        word: the subordinator or relative that began it, or an empty string.
        finite: its first finite verb group, or None.
        conditional: whether an "if" governs it.
        frame: whether it only brings on the next clause ("we know", "it is possible that").
        lost_subject: whether its verb has no subject of its own.
    """

    start: int
    end: int
    sort: str = "main"
    word: str = ""
    finite: VerbGroup | None = None
    conditional: bool = False
    frame: bool = False
    lost_subject: bool = False


class Chunk(NamedTuple):
    """Hold what lies between two openers: its finite groups, and whether a subject stands before the first."""

    end: int
    finite: tuple[VerbGroup, ...]
    subject: bool
