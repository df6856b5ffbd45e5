"""Upgrades: the migrated schema is the declared one, and a failed upgrade changes nothing."""

import shutil
import sqlite3
import subprocess
import sys
from pathlib import Path

import pytest
from alembic.autogenerate import compare_metadata
from alembic.config import Config
from alembic.migration import MigrationContext
from alembic.script import ScriptDirectory

from factcheck.store.database import Database
from factcheck.store.reader import HEAD
from factcheck.store.tables import Table
from factcheck.store.upgrade import MIGRATIONS, make_or_upgrade

NEXT = '''"""A migration of tomorrow."""
import sqlalchemy as sa
from alembic import op
revision = "0002"
down_revision = "0001"
def upgrade():
    with op.batch_alter_table("claim") as batch:
        batch.add_column(sa.Column("colour", sa.String(), nullable=False, server_default="grey"))
        batch.alter_column("text", new_column_name="words")
    {more}
'''


def migrations(folder: Path, more: str = "pass") -> Path:
    shutil.copytree(MIGRATIONS, folder, ignore=shutil.ignore_patterns("__pycache__"))
    (folder / "versions" / "0002_next.py").write_text(NEXT.format(more=more), encoding="utf-8")
    return folder


@pytest.fixture
def filled(tmp_path) -> Path:
    """A database of the first schema with a claim in it."""
    path = tmp_path / "claims.db"
    database = Database.open(str(path))
    with database.write() as session:
        session.connection().exec_driver_sql(
            "INSERT INTO claim (id, text, kind, checkable, reasons, state, single_checker, version, at)"
            " VALUES (1, 'Rents rose', 'event', 1, '[]', 'new', 0, 1, '2024-03-01T09:00:00+00:00')"
        )
    database.close()
    return path


def columns(path: Path) -> set[str]:
    connection = sqlite3.connect(path)
    found = {row[1] for row in connection.execute("PRAGMA table_info(claim)")}
    connection.close()
    return found


def test_migrations_make_the_declared_schema(tmp_path) -> None:
    """A database made by the migrations has exactly the tables, columns, indexes and constraints that are declared."""
    database = Database.open(str(tmp_path / "claims.db"))
    with database.read() as connection:
        context = MigrationContext.configure(
            connection,
            opts={
                "compare_type": True,
                "include_object": lambda _, name, sort, *__: (
                    not (sort == "table" and name.startswith(("search_index", "match_index")))
                ),
            },
        )
        assert compare_metadata(context, Table.metadata) == []
    database.close()


def test_the_newest_migration_is_the_one_the_program_knows() -> None:
    """The head that is checked without Alembic is Alembic's."""
    config = Config()
    config.set_main_option("script_location", str(MIGRATIONS))
    config.set_main_option("path_separator", "os")
    assert ScriptDirectory.from_config(config).get_heads() == [HEAD]


def test_an_older_database_is_upgraded_with_its_rows(filled, tmp_path) -> None:
    """An upgrade keeps every row, drops the copy it was tried on, and happens once."""
    folder = migrations(tmp_path / "migrations")
    database = Database(str(filled))
    for _ in range(2):
        make_or_upgrade(database, migrations=folder, target="0002")
    database.close()
    connection = sqlite3.connect(filled)
    assert connection.execute("SELECT words, colour FROM claim").fetchall() == [("Rents rose", "grey")]
    assert connection.execute("PRAGMA integrity_check").fetchone()[0] == "ok"
    connection.close()
    assert [path.name for path in tmp_path.iterdir() if "upgrade" in path.name] == []


@pytest.mark.parametrize("more", ["raise RuntimeError('no')", "op.execute('DROP TABLE nothing')"])
def test_a_failed_upgrade_changes_nothing(filled, tmp_path, more) -> None:
    """A migration that fails leaves the file at the old schema, with its rows, and no copy behind."""
    folder = migrations(tmp_path / "migrations", more)
    before = columns(filled)
    database = Database(str(filled))
    with pytest.raises(Exception, match=r"no|nothing"):
        make_or_upgrade(database, migrations=folder, target="0002")
    database.close()
    assert columns(filled) == before
    assert [path.name for path in tmp_path.iterdir() if "upgrade" in path.name] == []
    again = Database.open(str(filled))
    again.close()


@pytest.mark.slow
def test_several_processes_make_or_upgrade_at_once(filled, tmp_path) -> None:
    """Processes that open a new or an old database at once take turns, and none fails."""
    folder = migrations(tmp_path / "migrations")
    code = (
        "import sys\nfrom pathlib import Path\nfrom factcheck.store.database import Database\n"
        "from factcheck.store.upgrade import make_or_upgrade\n"
        "Database.open(sys.argv[1]).close()\n"
        "make_or_upgrade(Database(sys.argv[2]), migrations=Path(sys.argv[3]), target='0002')\n"
    )
    fresh = tmp_path / "fresh.db"
    running = [
        subprocess.Popen(
            [sys.executable, "-c", code, str(fresh), str(filled), str(folder)], stderr=subprocess.PIPE, text=True
        )
        for _ in range(4)
    ]
    said = [process.communicate(timeout=120)[1] for process in running]
    assert [process.returncode for process in running] == [0] * 4, said
    assert "colour" in columns(filled)
    assert "colour" not in columns(fresh)
