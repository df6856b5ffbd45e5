"""Reading a desk's database without SQLModel: plain connections that cannot write, and a check of what the file is.

Listing claims must start at once, and importing SQLModel costs more than the whole answer; so everything that only
reads goes through SQL on the driver itself.
"""

from __future__ import annotations

import json
import os
import sqlite3
import time
from collections.abc import Iterator, Sequence
from contextlib import contextmanager, suppress
from pathlib import Path
from typing import Any
from urllib.parse import quote, urlsplit, urlunsplit

from factcheck.errors import StoreError, visible

__all__ = [
    "APPLICATION_ID", "BUSY_SECONDS", "HEAD", "Reader", "is_url", "loads", "revision_problem", "shown", "sqlite_status",
    "store_error",
]  # fmt: skip

APPLICATION_ID = 0x46436462
"""Marks a SQLite file as a desk's database ("FCdb" in its header)."""

HEAD = "0001"
"""The newest schema this program knows; a test holds it against the migrations."""

BUSY_SECONDS = 60.0
"""How long an act waits for another one to finish before the user is told."""

_SQLITE_HEADER = b"SQLite format 3\x00"


def is_url(database: str) -> bool:
    """Tell a PostgreSQL address from a path.

    >>> is_url("postgresql://localhost/desk"), is_url("claims.db")
    (True, False)
    """
    return database.startswith(("postgresql://", "postgres://", "postgresql+psycopg://"))


def shown(database: str) -> str:
    """Name a database for a message: a password in its address is left out.

    >>> shown("postgresql://ana:secret@db.example/desk")
    'postgresql://ana@db.example/desk'
    """
    if not is_url(database):
        return visible(database)
    parts = urlsplit(database)
    host = parts.netloc.rpartition("@")[2]
    user = (parts.username or "") + "@" if parts.username else ""
    return visible(urlunsplit((parts.scheme, user + host, parts.path, "", "")))


def loads(value: Any) -> Any:
    """Give a JSON column's content: SQLite hands out its text, PostgreSQL the content itself."""
    return json.loads(value) if isinstance(value, str) else value


def store_error(database: str, error: BaseException) -> StoreError:
    """Turn a driver's error into one line that says what is wrong and what to do."""
    said = str(error).strip().splitlines()[0] if str(error).strip() else type(error).__name__
    low = said.lower()
    name = shown(database)
    for sign, reason in _REASONS:
        if sign in low:
            return StoreError(f"{name}: {reason}")
    return StoreError(f"{name}: the database could not be used ({said})")


_REASONS = (
    ("readonly", "the database is read-only; nothing was changed (give write permission, or copy the file)"),
    ("read-only", "the database is read-only; nothing was changed (give write permission, or copy the file)"),
    (
        "locked",
        f"another program kept the database busy for {BUSY_SECONDS:.0f} seconds; nothing was changed, try again",
    ),
    ("disk is full", "the disk is full; nothing was changed (make room and try again)"),
    ("no space left", "the disk is full; nothing was changed (make room and try again)"),
    ("not a database", "not a factcheck database (another file stands at this path; choose one with --db)"),
    ("malformed", "the database is damaged; restore a backup"),
    ("disk i/o error", "the database could not be read or written (input/output error of the disk)"),
    ("unable to open", "the database cannot be opened (does its folder exist, and may you write there?)"),
    ("password authentication", "the database server refused the user or password"),
    ("connection refused", "no database server answers at this address"),
    ("could not translate host", "no database server of this name"),
    ("does not exist", "no such database on the server"),
)


def sqlite_status(path: str) -> str | None:
    """Say which schema a SQLite file holds: its revision, or None where there is no database yet (no file, or empty).

    Raises:
        StoreError: a folder, another program's file, a damaged file, or a schema newer than this program.
    """
    place = Path(path)
    if place.is_dir():
        raise StoreError(f"{shown(path)}: is a folder, not a database")
    try:
        with place.open("rb") as file:
            header = file.read(len(_SQLITE_HEADER))
    except FileNotFoundError:
        return None
    except OSError as error:
        raise StoreError(f"{shown(path)}: {(error.strerror or str(error)).lower()}") from None
    if not header:
        return None
    if header != _SQLITE_HEADER:
        raise StoreError(
            f"{shown(path)}: not a factcheck database (another file stands at this path; choose one with --db)"
        )
    try:
        connection = connect_sqlite(path)
    except sqlite3.Error as error:
        raise store_error(path, error) from None
    try:
        return _sqlite_revision(path, connection)
    except sqlite3.Error as error:
        raise store_error(path, error) from None
    finally:
        connection.close()


def _sqlite_revision(path: str, connection: sqlite3.Connection) -> str | None:
    application = connection.execute("PRAGMA application_id").fetchone()[0]
    tables = {row[0] for row in connection.execute("SELECT name FROM sqlite_master WHERE type = 'table'")}
    if not tables and application in (0, APPLICATION_ID):
        return None
    if application != APPLICATION_ID or "alembic_version" not in tables:
        raise StoreError(
            f"{shown(path)}: not a factcheck database (it belongs to another program; choose one with --db)"
        )
    row = connection.execute("SELECT version_num FROM alembic_version").fetchone()
    revision = str(row[0]) if row else ""
    problem = revision_problem(revision)
    if problem:
        raise StoreError(f"{shown(path)}: {problem}")
    return revision


def revision_problem(revision: str) -> str | None:
    """Say why a schema revision cannot be used, or None."""
    if not revision.isdigit():
        return "the database is damaged (its schema names no revision); restore a backup"
    if int(revision) > int(HEAD):
        return f"made by a newer factcheck (schema {revision}, this program knows {HEAD}); update factcheck"
    return None


def connect_sqlite(path: str) -> sqlite3.Connection:
    """Open a SQLite file so that nothing can be written."""
    for pause in (0.02, 0.1, 0.5):
        try:
            return _connect(path, "mode=ro")
        except sqlite3.OperationalError:
            # where nobody has it open, and we may not make the files that readers share, it is read as it lies there
            log = Path(f"{path}-wal")
            if not os.access(Path(path).absolute().parent, os.W_OK) and not (log.exists() and log.stat().st_size):
                return _connect(path, "mode=ro&immutable=1")
            # the last one to leave takes the shared files away, which a reader may meet half done
            time.sleep(pause)
    return _connect(path, "mode=ro")


def _connect(path: str, mode: str) -> sqlite3.Connection:
    uri = f"file:{quote(str(Path(path).absolute()))}?{mode}"
    connection = sqlite3.connect(uri, uri=True, timeout=BUSY_SECONDS, isolation_level=None, check_same_thread=False)
    try:
        connection.execute("PRAGMA query_only = ON")
        connection.execute("PRAGMA application_id").fetchone()
    except sqlite3.Error:
        connection.close()
        raise
    return connection


class Reader:
    """Read rows as dictionaries, several statements on one state of the database.

    SQL is written with `?` for its parameters, on either database.
    """

    def __init__(self, database: str) -> None:
        self.database = database
        self.is_postgresql = is_url(database)
        self._depth = 0
        self._connection: Any = self._connect()

    def _connect(self) -> Any:
        if not self.is_postgresql:
            try:
                connection = connect_sqlite(self.database)
            except sqlite3.Error as error:
                raise store_error(self.database, error) from None
            connection.row_factory = sqlite3.Row
            return connection
        psycopg = import_psycopg(self.database)
        from psycopg.rows import dict_row

        try:
            made = psycopg.connect(self.database.replace("+psycopg", "", 1), autocommit=True, row_factory=dict_row)
            made.execute("SET default_transaction_read_only = on")
        except psycopg.Error as error:
            raise store_error(self.database, error) from None
        return made

    def rows(self, sql: str, parameters: Sequence[Any] = ()) -> list[dict[str, Any]]:
        """Run a query and give its rows."""
        try:
            if self.is_postgresql:
                found = self._connection.execute(
                    sql.replace("%", "%%").replace("?", "%s"), tuple(parameters)
                ).fetchall()
            else:
                found = self._connection.execute(sql, tuple(parameters)).fetchall()
        except Exception as error:
            if not is_driver_error(error):
                raise
            raise store_error(self.database, error) from None
        return [dict(row) for row in found]

    def row(self, sql: str, parameters: Sequence[Any] = ()) -> dict[str, Any] | None:
        """Run a query and give its first row, or None."""
        found = self.rows(sql, parameters)
        return found[0] if found else None

    @contextmanager
    def snapshot(self) -> Iterator[Reader]:
        """Read everything inside on one state of the database, whatever others write meanwhile."""
        if self._depth == 0:
            begin = "BEGIN ISOLATION LEVEL REPEATABLE READ" if self.is_postgresql else "BEGIN"
            self._connection.execute(begin)
        self._depth += 1
        try:
            yield self
        finally:
            self._depth -= 1
            if self._depth == 0:
                self._connection.execute("ROLLBACK")

    def close(self) -> None:
        """Let the connection go."""
        with suppress(Exception):
            self._connection.close()


def is_driver_error(error: BaseException) -> bool:
    """Tell an error of either driver from a fault of our own."""
    return isinstance(error, sqlite3.Error) or type(error).__module__.partition(".")[0] == "psycopg"


def import_psycopg(database: str) -> Any:
    """Load PostgreSQL's driver, or say how to install it."""
    try:
        import psycopg
    except ImportError:
        raise StoreError(f"{shown(database)}: needs the extra: pip install 'factcheck[postgresql]'") from None
    return psycopg
