"""The desk's database for writing: one short transaction per act, on SQLite or PostgreSQL.

SQLite: WAL, foreign keys, `synchronous = FULL`, and `BEGIN IMMEDIATE`, so that an act waits for its turn before it
reads what it will change. PostgreSQL: an advisory lock does the same, because each event carries the
hash of the one before.
"""

from __future__ import annotations

import sqlite3
from collections.abc import Iterator
from contextlib import contextmanager
from pathlib import Path
from typing import Any

from sqlalchemy import Connection, Engine, create_engine, event
from sqlalchemy.exc import DBAPIError
from sqlmodel import Session

from factcheck.errors import StoreError
from factcheck.store.reader import BUSY_SECONDS, HEAD, import_psycopg, is_url, shown, sqlite_status, store_error

__all__ = ["Database"]

_LOCK = "SELECT pg_advisory_xact_lock(hashtext('factcheck ' || current_schema()))"


class Database:
    """Open a database for writing: made on first use, brought to this program's schema where it is older."""

    def __init__(self, database: str) -> None:
        self.name = database
        self.is_postgresql = is_url(database)
        self.engine: Engine = _postgresql_engine(database) if self.is_postgresql else _sqlite_engine(database)

    @classmethod
    def open(cls, database: str) -> Database:
        """Open, create or upgrade.

        Raises:
            StoreError: the file is not ours, newer, damaged, read-only, or its folder does not exist.
        """
        from factcheck.store.upgrade import make_or_upgrade

        if not is_url(database):
            folder = Path(database).absolute().parent
            if not folder.is_dir():
                raise StoreError(f"{shown(database)}: the folder {shown(str(folder))} does not exist; make it first")
        opened = cls(database)
        try:
            with opened.errors():
                if opened.is_postgresql or sqlite_status(database) != HEAD:
                    make_or_upgrade(opened)
        except BaseException:
            opened.close()
            raise
        return opened

    @contextmanager
    def write(self) -> Iterator[Session]:
        """Give a session whose transaction is the only one that writes; it is kept whole, or not at all."""
        with self.errors(), Session(self.engine, expire_on_commit=False, autoflush=False) as session, session.begin():
            session.connection()
            yield session

    @contextmanager
    def read(self) -> Iterator[Connection]:
        """Give a connection on one state of the database, without waiting for writers."""
        with self.errors(), self.engine.connect() as connection:
            reading = connection.execution_options(factcheck_reading=True)
            with reading.begin():
                yield reading

    @contextmanager
    def errors(self) -> Iterator[None]:
        """Turn the drivers' errors into a `StoreError` of one line."""
        try:
            yield
        except DBAPIError as error:
            raise store_error(self.name, error.orig or error) from error
        except sqlite3.Error as error:
            raise store_error(self.name, error) from error

    def close(self) -> None:
        """Let every connection go."""
        self.engine.dispose()


def _sqlite_engine(path: str) -> Engine:
    def connect() -> sqlite3.Connection:
        # no transaction is begun behind our back: isolation_level None leaves BEGIN to the listener below
        connection = sqlite3.connect(
            str(Path(path).absolute()), timeout=BUSY_SECONDS, isolation_level=None, check_same_thread=False
        )
        connection.execute("PRAGMA foreign_keys = ON")
        connection.execute("PRAGMA synchronous = FULL")
        return connection

    engine = create_engine("sqlite://", creator=connect, pool_size=2, poolclass=_queue_pool())

    @event.listens_for(engine, "begin")
    def begin(connection: Connection) -> None:
        reading = connection.get_execution_options().get("factcheck_reading")
        connection.exec_driver_sql("BEGIN" if reading else "BEGIN IMMEDIATE")

    return engine


def _queue_pool() -> Any:
    from sqlalchemy.pool import QueuePool

    return QueuePool


def _postgresql_engine(url: str) -> Engine:
    import_psycopg(url)
    scheme, _, rest = url.partition("://")
    if scheme in ("postgres", "postgresql"):
        scheme = "postgresql+psycopg"
    engine = create_engine(f"{scheme}://{rest}", pool_pre_ping=True, pool_size=2)

    @event.listens_for(engine, "begin")
    def begin(connection: Connection) -> None:
        if connection.get_execution_options().get("factcheck_reading"):
            connection.exec_driver_sql("SET TRANSACTION ISOLATION LEVEL REPEATABLE READ, READ ONLY")
        else:
            connection.exec_driver_sql(_LOCK)

    return engine
