"""Filling the two indexes: words as they are for people who search, and prepared text for matching."""

from __future__ import annotations

from collections.abc import Iterable, Mapping
from dataclasses import dataclass

from factcheck.matching.indexing import index_columns
from factcheck.store.index import write_entries
from factcheck.workflow.act import Act

__all__ = ["Entry", "index_entries"]


@dataclass(frozen=True, slots=True)
class Entry:
    """Hold a claim or an imported check to be indexed; what is not checkable is searched, and never matched with."""

    id: str
    text: str
    title: str | None = None
    appearances: str | None = None
    review: str | None = None
    matched: bool = True


def index_entries(act: Act, entries: Iterable[Entry]) -> None:
    """Index entries that are new on file."""
    listed = list(entries)
    write_entries(act.rows.execute_many, "search_index", [(entry.id, _words(entry)) for entry in listed], new=True)
    prepared = [(entry.id, _prepared(entry)) for entry in listed if entry.matched]
    write_entries(act.rows.execute_many, "match_index", prepared, new=True)


def _words(entry: Entry) -> Mapping[str, str]:
    return {
        "text": entry.text,
        "title": entry.title or "",
        "appearances": entry.appearances or "",
        "review": entry.review or "",
    }


def _prepared(entry: Entry) -> Mapping[str, str]:
    return index_columns(entry.text, entry.title or "", entry.review or "")
