"""Opening a database: made on first use, and refused in one line where it is not a desk's."""

import sqlite3
import subprocess
import sys
import tempfile
from pathlib import Path

import pytest

from factcheck.errors import StoreError
from factcheck.store.database import Database
from factcheck.store.reader import APPLICATION_ID, HEAD, Reader, shown, sqlite_status


def make(path: Path) -> Path:
    Database.open(str(path)).close()
    return path


def test_a_database_is_made_on_first_use(tmp_path) -> None:
    """A new file is ours, of the newest schema, and writes ahead."""
    path = make(tmp_path / "claims.db")
    assert sqlite_status(str(path)) == HEAD
    with sqlite3.connect(path) as connection:
        assert connection.execute("PRAGMA application_id").fetchone()[0] == APPLICATION_ID
        assert connection.execute("PRAGMA journal_mode").fetchone()[0] == "wal"
    connection.close()


def test_an_empty_file_is_no_database_yet(tmp_path) -> None:
    """A file of no bytes becomes a database; a process may have been killed while it made it."""
    path = tmp_path / "claims.db"
    path.touch()
    assert sqlite_status(str(path)) is None
    assert sqlite_status(str(make(path))) == HEAD


def test_writing_is_immediate_and_durable(tmp_path) -> None:
    """An act's connection enforces references and syncs fully; its transaction excludes other writers at once."""
    database = Database.open(str(tmp_path / "claims.db"))
    with database.write() as session:
        run = session.connection().exec_driver_sql
        assert run("PRAGMA foreign_keys").scalar() == 1
        assert run("PRAGMA synchronous").scalar() == 2
        other = sqlite3.connect(tmp_path / "claims.db", timeout=0, isolation_level=None)
        with pytest.raises(sqlite3.OperationalError, match="locked"):
            other.execute("BEGIN IMMEDIATE")
        other.close()
    database.close()


@pytest.mark.parametrize(
    ("content", "reason"),
    [
        (b"Rents rose 5%.\n" * 50, "not a factcheck database"),
        (b"SQLite format 3\0" + b"garbage" * 500, "damaged|not a factcheck database"),
        (b"\x00" * 4096, "not a factcheck database"),
    ],
)
def test_what_is_no_database_is_refused_and_left_alone(tmp_path, content, reason) -> None:
    """Another file at the path is named as such, and not a byte of it changes."""
    path = tmp_path / "claims.db"
    path.write_bytes(content)
    with pytest.raises(StoreError, match=reason) as refused:
        Database.open(str(path))
    assert "\n" not in str(refused.value)
    assert path.read_bytes() == content


def test_another_programs_database_is_refused(tmp_path) -> None:
    """A SQLite file with tables that are not ours is left alone."""
    path = tmp_path / "photos.db"
    with sqlite3.connect(path) as connection:
        connection.execute("CREATE TABLE photo (id INTEGER)")
    connection.close()
    before = path.read_bytes()
    with pytest.raises(StoreError, match="belongs to another program"):
        Database.open(str(path))
    assert path.read_bytes() == before


def test_a_newer_schema_is_refused(tmp_path) -> None:
    """A database of a later program says so, for reading and for writing."""
    path = make(tmp_path / "claims.db")
    with sqlite3.connect(path) as connection:
        connection.execute("UPDATE alembic_version SET version_num = '9999'")
    connection.close()
    for opening in (Database.open, sqlite_status):
        with pytest.raises(StoreError, match="made by a newer factcheck"):
            opening(str(path))


def test_a_damaged_page_is_said_to_be_damage(tmp_path) -> None:
    """A file whose pages were overwritten is called damaged when they are read."""
    path = make(tmp_path / "claims.db")
    content = bytearray(path.read_bytes())
    content[4096:] = b"\xff" * (len(content) - 4096)
    path.write_bytes(bytes(content))
    reader = Reader(str(path))
    with pytest.raises(StoreError, match="damaged"):
        reader.rows("SELECT * FROM claim")
    reader.close()


def test_folders_are_named(tmp_path) -> None:
    """A folder is no database, and a database in a folder that is not there is not made."""
    with pytest.raises(StoreError, match="is a folder"):
        Database.open(str(tmp_path))
    with pytest.raises(StoreError, match="does not exist; make it first"):
        Database.open(str(tmp_path / "nowhere" / "claims.db"))


READ_ONLY = """
import os, sys
import alembic.command, alembic.config, factcheck.store.upgrade
from factcheck.errors import StoreError
from factcheck.store.database import Database
from factcheck.store.reader import Reader
if os.geteuid() == 0:
    os.setgroups([]), os.setgid(65534), os.setuid(65534)
print(Reader(sys.argv[1]).rows("SELECT COUNT(*) AS n FROM claim"))
try:
    with Database.open(sys.argv[1]).write() as session:
        session.connection().exec_driver_sql("INSERT INTO setting VALUES ('a', 'b')")
except StoreError as error:
    print(error)
"""


@pytest.mark.parametrize("folder_mode", [0o777, 0o555])
def test_a_read_only_database_is_read_and_not_written(folder_mode) -> None:
    """Without write permission reading works, and an act ends in one line that says so."""
    with tempfile.TemporaryDirectory() as name:
        folder = Path(name)
        path = make(folder / "claims.db")
        path.chmod(0o444)
        folder.chmod(folder_mode)
        ran = subprocess.run(
            [sys.executable, "-c", READ_ONLY, str(path)], capture_output=True, text=True, timeout=60, check=False
        )
        folder.chmod(0o777)
    rows, _, refused = ran.stdout.partition("\n")
    assert rows == "[{'n': 0}]", ran.stderr
    assert (
        refused == f"{path}: the database is read-only; nothing was changed (give write permission, or copy the file)\n"
    )


def test_a_reader_cannot_write(tmp_path) -> None:
    """Whatever is asked of a reader, nothing is written."""
    reader = Reader(str(make(tmp_path / "claims.db")))
    with pytest.raises(StoreError, match="read-only"):
        reader.rows("INSERT INTO setting VALUES ('a', 'b') RETURNING name")
    reader.close()


def test_a_snapshot_does_not_move(tmp_path) -> None:
    """What is read inside a snapshot is one state, whatever is written meanwhile."""
    path = str(make(tmp_path / "claims.db"))
    reader, database = Reader(path), Database.open(path)
    count = "SELECT COUNT(*) AS n FROM setting"
    with reader.snapshot():
        assert reader.row(count) == {"n": 0}
        with database.write() as session:
            session.connection().exec_driver_sql("INSERT INTO setting VALUES ('solo', 'no')")
        assert reader.row(count) == {"n": 0}
    assert reader.row(count) == {"n": 1}
    reader.close()
    database.close()


def test_an_act_that_fails_leaves_nothing(tmp_path) -> None:
    """An exception inside a transaction takes all of it back."""
    path = str(make(tmp_path / "claims.db"))
    database = Database.open(path)

    def fail() -> None:
        with database.write() as session:
            session.connection().exec_driver_sql("INSERT INTO setting VALUES ('solo', 'no')")
            raise ZeroDivisionError

    with pytest.raises(ZeroDivisionError):
        fail()
    with database.read() as connection:
        assert connection.exec_driver_sql("SELECT COUNT(*) FROM setting").scalar() == 0
    database.close()


def test_the_history_refuses_changes(tmp_path) -> None:
    """The database itself refuses to change or delete an event."""
    path = make(tmp_path / "claims.db")
    with sqlite3.connect(path) as connection:
        connection.execute(
            "INSERT INTO event (sequence, at, actor, act, subject, before, after, previous_hash, hash)"
            " VALUES (1, 't', 'ana', 'x', 's', '{}', '{}', '', '')"
        )
        for statement in ("UPDATE event SET actor = 'bea'", "DELETE FROM event"):
            with pytest.raises(sqlite3.IntegrityError, match="append-only"):
                connection.execute(statement)
    connection.close()


def test_passwords_are_not_shown() -> None:
    """An address in a message holds no password."""
    assert "secret" not in shown("postgresql://ana:secret@db.example:5432/desk?sslmode=require")


def test_a_server_that_does_not_answer_is_one_line() -> None:
    """An address without a server behind it ends in one line, without the password."""
    with pytest.raises(StoreError, match="no database server answers") as refused:
        Reader("postgresql://ana:secret@127.0.0.1:1/desk")
    assert "secret" not in str(refused.value)
    assert "\n" not in str(refused.value)
