"""Matching against the desk's database."""

from __future__ import annotations

import datetime
from pathlib import Path

import pytest

from factcheck.errors import StoreError
from factcheck.matching.matcher import Matcher
from factcheck.workflow.desk import Desk

NOON = datetime.datetime(2021, 11, 7, 12, tzinfo=datetime.UTC)


def test_an_imported_check_is_found_with_its_verdict(tmp_path: Path) -> None:
    """A check on file is found by a reworded text, read only, with the verdict it was given."""
    database = str(tmp_path / "claims.db")
    with Desk.open(database, user="ana", clock=lambda: NOON) as desk:
        desk.add_check(
            text="The Civic Union won 73 of 329 seats.", verdict="true", publisher="X", url="https://x.example/1"
        )
    before = Path(database).read_bytes()
    match = Matcher.open(database).search("The Civic Union took 75 of the 329 seats.")[0]
    assert (match.claim_id, match.relation.value, match.earlier["verdict"]) == ("K1", "conflict", "true")
    assert Path(database).read_bytes() == before


def test_without_a_database_there_is_a_plain_message(tmp_path: Path) -> None:
    """A missing file, and a file of something else, are one-line errors; nothing is created."""
    with pytest.raises(StoreError, match="no database yet"):
        Matcher.open(str(tmp_path / "none.db"))
    other = tmp_path / "notes.txt"
    other.write_text("these are notes, not a database at all", encoding="utf-8")
    with pytest.raises(StoreError, match="not a factcheck database"):
        Matcher.open(str(other))
    assert [path.name for path in tmp_path.iterdir()] == ["notes.txt"]
