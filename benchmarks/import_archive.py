"""Measure the import of a large archive: time, memory, a second run, and a run that is killed in its middle and done again.

    python benchmarks/import_archive.py [--items 200000] [--form feed] [--folder DIR]

The archive is made up, the same for the same number of items: claims with figures, reviews of a few hundred characters,
one item in a hundred broken, without a claim, empty or of another kind, one in fifty there twice. Each run is a process
of its own; its peak memory is what the system says of it. Two databases are the same if every row of every table is,
apart from the times at which the rows were written and the hashes that hold those times.
"""

from __future__ import annotations

import argparse
import hashlib
import json
import os
import random
import re
import signal
import sqlite3
import subprocess
import sys
import tempfile
import time
from collections.abc import Iterator
from contextlib import closing
from pathlib import Path

PLACES = (
    "Leeds",
    "Oslo",
    "Quito",
    "Lagos",
    "Perth",
    "Turin",
    "Osaka",
    "Accra",
    "Dhaka",
    "Tunis",
    "Riga",
    "Hanoi",
    "Lima",
)
THINGS = (
    "rents",
    "fares",
    "wages",
    "taxes",
    "burglaries",
    "births",
    "exports",
    "premiums",
    "fines",
    "vacancies",
    "floods",
)
MOVES = ("rose", "fell", "doubled", "halved", "slipped", "climbed", "stagnated", "soared")
NAMES = ("Ana Bell", "Omar Diaz", "Ines Roth", "Paul Achebe", "Mia Lund", "Leo Fontaine", "Sara Okoye", "Jan Novak")
DESKS = ("Example Desk", "Second Look", "The Figures Page", "Checked Daily")
TIMES = re.compile(r"\d{4}-\d\d-\d\dT\d\d:\d\d:\d\d(?:\+00:00)?|(?<=\"sha256\":\")[0-9a-f]{32}")
RATINGS = (
    {"alternateName": "False", "ratingValue": "1", "bestRating": "5", "worstRating": "1"},
    {"alternateName": "Mostly true", "ratingValue": 4, "bestRating": 5, "worstRating": 1},
    {"ratingValue": "3", "bestRating": "5"},
    {"@type": "Rating", "alternateName": "Needs context", "ratingValue": "NaN"},
)


def items(count: int) -> Iterator[str]:
    """Make the items, each as JSON text."""
    chance = random.Random(5)
    earlier = ""
    for number in range(count):
        if number % 50 == 49:
            yield earlier
            continue
        if number % 100 == 10:
            yield chance.choice(
                ('{"@type": "ClaimReview",,}', '{"@type": "ClaimReview", "url": ""}', "null", '{"@type": "WebPage"}')
            )
            continue
        earlier = json.dumps(review(chance, number), ensure_ascii=False)
        yield earlier


def review(chance: random.Random, number: int) -> dict[str, object]:
    """Make one review."""
    place, thing, who = chance.choice(PLACES), chance.choice(THINGS), chance.choice(NAMES)
    year, figure = chance.randrange(2005, 2025), chance.randrange(2, 99)
    claim = f"{thing.capitalize()} in {place} {chance.choice(MOVES)} by {figure}% in {year}"
    claim += f", and {chance.randrange(100, 99999):,} people felt it."
    words = " ".join(chance.choice(THINGS + MOVES + PLACES) for _ in range(50))
    desk = chance.choice(DESKS)
    host = desk.lower().replace(" ", "-")
    author = {"@type": "Person", "name": who}
    return {
        "@context": "http://schema.org",
        "@type": chance.choice(("ClaimReview", ["ClaimReview"], "schema:ClaimReview")),
        "claimReviewed": claim,
        "datePublished": f"{year + 1}-{chance.randrange(1, 13)}-{chance.randrange(1, 28):02}",
        "author": {"@type": "Organization", "name": desk, "url": f"https://{host}.example"},
        "itemReviewed": {
            "@type": "Claim",
            "author": chance.choice((who, author, [author])),
            "datePublished": f"{year}",
        },
        "reviewRating": chance.choice(RATINGS),
        "url": f"https://{host}.example/checks/{number}",
        "reviewBody": f"The statistics office gives {chance.randrange(2, 99)}%. {words}.",
    }


def write_archive(path: Path, count: int, form: str) -> None:
    """Write the archive in one of three forms."""
    with path.open("w", encoding="utf-8") as file:
        if form == "lines":
            file.writelines(f"{item}\n" for item in items(count))
            return
        file.write('{"@type": "DataFeed", "dataFeedElement": [' if form == "feed" else "[")
        for number, item in enumerate(items(count)):
            element = f'{{"@type": "DataFeedItem", "item": [{item}]}}' if form == "feed" else item
            file.write(f"{',' if number else ''}\n{element}")
        file.write("]}\n" if form == "feed" else "]\n")


def start(archive: Path, database: Path) -> subprocess.Popen[bytes]:
    """Start an import."""
    command = [
        sys.executable,
        "-c",
        "from factcheck.cli.app import main; main()",
        "--db",
        str(database),
        "--as",
        "Ana Bell",
    ]
    rejected = ["--rejected", f"{database}.rejected.jsonl"]
    return subprocess.Popen(
        [*command, "import", str(archive), *rejected], stdout=subprocess.PIPE, stderr=subprocess.DEVNULL
    )


def finished(process: subprocess.Popen[bytes]) -> tuple[float, int, str]:
    """Wait for a run, and give its processor seconds, its peak memory in megabytes, and what it printed."""
    assert process.stdout is not None
    said = process.stdout.read().decode()
    process.stdout.close()
    _, status, used = os.wait4(process.pid, 0)
    process.returncode = os.waitstatus_to_exitcode(status)
    return used.ru_utime + used.ru_stime, used.ru_maxrss // 1024, said.strip()


def on_file(database: Path) -> int:
    """Count the checks that are on file by now."""
    try:
        with closing(sqlite3.connect(f"file:{database}?mode=ro", uri=True)) as connection:
            return int(connection.execute("SELECT count(*) FROM third_party_check").fetchone()[0])
    except sqlite3.Error:
        return 0


def kill_midway(archive: Path, database: Path, checks: int) -> int:
    """Start an import, kill it when half of the checks are in, and say how many are."""
    process = start(archive, database)
    while process.poll() is None and on_file(database) < checks // 2:
        time.sleep(0.05)
    process.send_signal(signal.SIGKILL)
    finished(process)
    return on_file(database)


def content(database: Path) -> dict[str, str]:
    """Give a hash of each table's rows, without times and the hashes that hold them."""
    found = {}
    with closing(sqlite3.connect(database)) as connection:
        tables = [
            row[0] for row in connection.execute("SELECT name FROM sqlite_schema WHERE type = 'table' ORDER BY name")
        ]
        for table in tables:
            names = [row[1] for row in connection.execute(f"PRAGMA table_info('{table}')")]
            kept = [name for name in names if name != "at" and not name.endswith("_at") and "hash" not in name]
            digest = hashlib.sha256()
            listed = ", ".join(f'"{name}"' for name in kept) or "1"
            order = (
                ""
                if table.endswith(("_data", "_idx"))
                else " ORDER BY rowid"
                if not _without_rowid(connection, table)
                else ""
            )
            for row in connection.execute(f"SELECT {listed} FROM '{table}'{order}"):
                digest.update(TIMES.sub("", repr(row)).encode())
            found[table] = digest.hexdigest()
    return found


def _without_rowid(connection: sqlite3.Connection, table: str) -> bool:
    sql = connection.execute("SELECT sql FROM sqlite_schema WHERE name = ?", (table,)).fetchone()[0] or ""
    return "WITHOUT ROWID" in sql.upper()


def main() -> None:
    """Print the table."""
    parser = argparse.ArgumentParser(description=__doc__.splitlines()[0])
    parser.add_argument("--items", type=int, default=200_000)
    parser.add_argument("--form", choices=("feed", "array", "lines"), default="feed")
    parser.add_argument("--folder", type=Path)
    options = parser.parse_args()
    with tempfile.TemporaryDirectory(dir=options.folder) as name:
        folder = Path(name)
        archive = folder / "archive.json"
        write_archive(archive, options.items, options.form)
        print(f"{options.items:,} items as {options.form}, {archive.stat().st_size / 1e6:,.0f} MB")
        print(f"{'run':28} {'seconds':>8} {'CPU s':>8} {'items/s':>8} {'peak MB':>8}")
        whole, killed = folder / "whole.db", folder / "killed.db"
        for what, database in (("undisturbed", whole), ("the same again", whole)):
            report(what, archive, database, options.items)
        checks = on_file(whole)
        print(f"killed with {kill_midway(archive, killed, checks):,} of {checks:,} checks on file")
        report("second run after the kill", archive, killed, options.items)
        one, other = content(whole), content(killed)
        differing = [table for table in one if one[table] != other.get(table)]
        print(f"same content: {'no: ' + ', '.join(differing) if differing or one.keys() != other.keys() else 'yes'}")
        print(f"database: {whole.stat().st_size / 1e6:,.0f} MB for {checks:,} checks")


def report(what: str, archive: Path, database: Path, count: int) -> None:
    """Run an import and print its line."""
    started = time.perf_counter()
    processor, memory, said = finished(start(archive, database))
    seconds = time.perf_counter() - started
    print(
        f"{what:28} {seconds:8.1f} {processor:8.1f} {count / seconds:8.0f} {memory:8}  {said.split(': ', 1)[-1]}",
        flush=True,
    )


if __name__ == "__main__":
    main()
