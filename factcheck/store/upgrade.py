"""Making a database, and bringing an older one to this program's schema.

Both are one transaction: another process sees the old schema or the new one, never something between. On SQLite the
migrations run on a copy first; only when the copy comes out sound do they run on the desk's file, under its write lock
all the while. Two processes that open an old database at once take turns, and the second finds nothing left to do.
"""

from __future__ import annotations

import os
import sqlite3
import tempfile
import time
from pathlib import Path

from sqlalchemy import Connection, inspect, text

from factcheck.errors import StoreError
from factcheck.store.database import Database
from factcheck.store.reader import APPLICATION_ID, BUSY_SECONDS, HEAD, revision_problem, shown, sqlite_status

__all__ = ["MIGRATIONS", "make_or_upgrade", "run_migrations"]

MIGRATIONS = Path(__file__).parent / "migrations"


def make_or_upgrade(database: Database, *, migrations: Path = MIGRATIONS, target: str = HEAD) -> None:
    """Bring the database to `target`; nothing happens where it is there already."""
    if database.is_postgresql:
        with database.engine.begin() as connection:  # the lock is taken as the transaction begins
            revision = _stamped(connection)
            problem = revision_problem(revision) if revision else None
            if problem:
                raise StoreError(f"{shown(database.name)}: {problem}")
            if revision != target:
                run_migrations(connection, migrations)
        return
    _use_wal(database)
    with database.engine.connect() as connection:
        # batch migrations rebuild tables, which foreign keys would hinder; they are put off before the transaction
        connection.exec_driver_sql("ROLLBACK")
        connection.exec_driver_sql("PRAGMA foreign_keys = OFF")
        connection.exec_driver_sql("BEGIN IMMEDIATE")
        try:
            revision = _stamped(connection)
            if revision is None and inspect(connection).get_table_names():
                sqlite_status(database.name)
            if revision != target:
                if revision is not None:
                    _try_on_copy(database, migrations)
                run_migrations(connection, migrations)
                connection.exec_driver_sql(f"PRAGMA application_id = {APPLICATION_ID}")
            connection.commit()
        finally:
            connection.rollback()
            connection.invalidate()


def run_migrations(connection: Connection, migrations: Path = MIGRATIONS) -> None:
    """Run every migration that is missing, inside the transaction that is open on the connection."""
    from alembic import command
    from alembic.config import Config

    config = Config()
    config.set_main_option("script_location", str(migrations).replace("%", "%%"))
    config.set_main_option("path_separator", "os")
    config.attributes["connection"] = connection
    command.upgrade(config, "head")
    if connection.dialect.name == "sqlite":
        broken = connection.exec_driver_sql("PRAGMA foreign_key_check").fetchall()
        if broken:
            raise StoreError(f"the upgrade would break {len(broken)} references between tables; nothing was changed")


def _stamped(connection: Connection) -> str | None:
    if "alembic_version" not in inspect(connection).get_table_names():
        return None
    row = connection.execute(text("SELECT version_num FROM alembic_version")).first()
    return str(row[0]) if row else None


def _use_wal(database: Database) -> None:
    """Switch a file to write-ahead logging; SQLite does not wait for others here, so we do."""
    deadline = time.monotonic() + BUSY_SECONDS
    while True:
        connection = sqlite3.connect(str(Path(database.name).absolute()), timeout=BUSY_SECONDS, isolation_level=None)
        try:
            connection.execute("PRAGMA journal_mode = WAL")
            return
        except sqlite3.OperationalError as error:
            if "locked" not in str(error) or time.monotonic() > deadline:
                raise
            time.sleep(0.02)
        finally:
            connection.close()


def _try_on_copy(database: Database, migrations: Path) -> None:
    """Run the migrations on a copy beside the file, and see that the copy is sound."""
    path = Path(database.name).absolute()
    handle, name = tempfile.mkstemp(prefix=f".{path.name}-upgrade-", suffix=".db", dir=path.parent)
    os.close(handle)
    try:
        source = sqlite3.connect(str(path), timeout=BUSY_SECONDS)
        copy = sqlite3.connect(name)
        try:
            source.backup(copy)
        finally:
            copy.close()
            source.close()
        trial = Database(name)
        try:
            with trial.engine.connect() as connection:
                connection.exec_driver_sql("ROLLBACK")
                connection.exec_driver_sql("PRAGMA foreign_keys = OFF")
                connection.exec_driver_sql("BEGIN IMMEDIATE")
                run_migrations(connection, migrations)
                found = connection.exec_driver_sql("PRAGMA integrity_check").scalar()
                connection.rollback()
        finally:
            trial.close()
        if found != "ok":
            raise StoreError(f"{shown(database.name)}: the database is damaged; restore a backup")
    finally:
        for leftover in (name, f"{name}-wal", f"{name}-shm", f"{name}-journal"):
            Path(leftover).unlink(missing_ok=True)
