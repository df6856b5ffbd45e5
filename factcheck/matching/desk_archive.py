"""The desk's database as an archive of earlier claims, read only."""

from __future__ import annotations

import sqlite3
from collections.abc import Mapping
from typing import Any

from factcheck.errors import StoreError
from factcheck.matching.candidates import CandidateIndex
from factcheck.store.index import entry_of
from factcheck.store.queries import ArchiveEntry, archive_entries
from factcheck.store.reader import Reader, connect_sqlite, is_url, shown, sqlite_status, store_error

__all__ = ["DeskArchive"]


class DeskArchive:
    """Give the claims and the imported checks of a desk's database by the rows of its match index."""

    def __init__(self, database: str) -> None:
        """Open a SQLite file for reading.

        Raises:
            StoreError: when it is missing, damaged, newer, or not ours.
        """
        if is_url(database):
            raise StoreError(f"{shown(database)}: matching reads SQLite databases only")
        if sqlite_status(database) is None:
            raise StoreError(f"{shown(database)}: no database yet; check a draft or import earlier checks first")
        self._database = database
        self._reader = Reader(database)

    def index(self) -> CandidateIndex:
        """Give the index over the database, on a connection of its own."""
        try:
            connection = connect_sqlite(self._database)
            # The index keeps a scratch table of its own in memory; the file itself was opened read only.
            connection.execute("PRAGMA query_only = OFF")
            connection.execute("PRAGMA temp_store = MEMORY")
            return CandidateIndex(connection)
        except sqlite3.Error as error:
            raise store_error(self._database, error) from None

    def claim(self, row: int) -> Mapping[str, Any] | None:
        """Give the claim or check of a row; None where it is no longer one to be matched."""
        return next((_fields(entry) for entry in archive_entries(self._reader, [entry_of(row)])), None)


def _fields(entry: ArchiveEntry) -> dict[str, Any]:
    """Give an entry's fields, those that are empty left out."""
    fields = {name: getattr(entry, name) for name in entry.__dataclass_fields__}
    return {name: value for name, value in fields.items() if value is not None and name != "body"}
