"""Several processes on one desk: nothing lost, nothing half, nobody told that a database is locked."""

import os
import random
import signal
import subprocess
import sys
import time
from pathlib import Path

import pytest

from factcheck.workflow.desk import Desk

pytestmark = pytest.mark.slow

TESTS = Path(__file__).parent

PRELUDE = """
import importlib.util, sys, os
from pathlib import Path
spec = importlib.util.spec_from_file_location("drafts", Path(os.environ["TESTS"]) / "conftest.py")
drafts = importlib.util.module_from_spec(spec); spec.loader.exec_module(drafts)
from factcheck.workflow.desk import Desk
from factcheck.errors import AnswerIsNo, ChangedMeanwhile
path, name = sys.argv[1:3]
"""


def run(code: str, *arguments: str) -> "subprocess.Popen[str]":
    return subprocess.Popen(
        [sys.executable, "-c", PRELUDE + code, *arguments],
        stdout=subprocess.PIPE,
        stderr=subprocess.PIPE,
        text=True,
        env={**os.environ, "TESTS": str(TESTS)},
    )


INTAKE = """
with Desk.open(path, user=name) as desk:
    sentences = [f"In city {name} {number} people moved." for number in range(25)]
    print(desk.intake(*drafts.make_draft(*sentences, title=name, source=name)).new)
"""

LISTING = """
import time
seen, end = set(), time.monotonic() + 60
while time.monotonic() < end and not Path(path + ".stop").exists():
    if Path(path).exists() and Path(path).stat().st_size:
        with Desk.open(path, user=name) as desk:
            seen.update(len(desk.claims(document.id)) for document in desk.documents())
print(sorted(seen))
"""


def test_eight_processes_take_in_articles_at_once(tmp_path) -> None:
    """Eight intakes into one database that is not there yet: 200 claims, and a reader never sees half an article."""
    path = tmp_path / "claims.db"
    reader = run(LISTING, str(path), "reader")
    writers = [run(INTAKE, str(path), f"writer {number}") for number in range(8)]
    said = [writer.communicate(timeout=120) for writer in writers]
    Path(f"{path}.stop").touch()
    seen, reader_errors = reader.communicate(timeout=90)
    assert [out for out, _ in said] == ["True\n"] * 8, said
    assert seen.strip() in ("[25]", "[]"), (seen, reader_errors)
    assert "locked" not in reader_errors + "".join(error for _, error in said)
    with Desk.open(path, user="ana") as desk:
        claims = desk.claims()
        assert len({claim.id for claim in claims}) == len(claims) == 200
        assert desk.verify().ok


ONE_WINS = """
import time
with Desk.open(path, user=name) as desk:
    seen = desk.claim("C1")
    while time.time() < float(sys.argv[3]):
        pass
    try:
        desk.triage("C1", priority="high" if name == "bea" else "low", expected_version=seen.version)
        print("won")
    except ChangedMeanwhile as error:
        print("told:", error)
"""


def test_of_two_who_edit_the_same_claim_one_is_told(tmp_path, draft) -> None:
    """Two processes read a claim and change it at one moment: one wins, the other is told what changed."""
    path = tmp_path / "claims.db"
    with Desk.open(path, user="ana") as desk:
        desk.intake(*draft("Rents rose 5 percent."))
    start = str(time.time() + 3)
    both = [run(ONE_WINS, str(path), name, start) for name in ("bea", "cid")]
    said = sorted(process.communicate(timeout=60)[0].strip() for process in both)
    assert said[1] == "won", said
    assert said[0].startswith("told: C1 changed since you read it (version 1, now 2): triage by"), said
    with Desk.open(path, user="ana") as desk:
        assert [event.act for event in desk.history("C1")] == ["intake", "triage"]


MANY_ACTS = """
done = 0
with Desk.open(path, user=name) as desk:
    for number in range(10):
        while True:
            seen = desk.claim("C1")
            try:
                desk.triage("C1", priority=("low", "normal", "high")[number % 3], expected_version=seen.version)
                break
            except ChangedMeanwhile:
                continue
        desk.note("C2", f"{name} {number}")
        done += 2
print(done)
"""


def test_no_act_is_lost(tmp_path, draft) -> None:
    """Four processes act on the same two claims: every acknowledged act is in the history, which verifies."""
    path = tmp_path / "claims.db"
    with Desk.open(path, user="ana") as desk:
        desk.intake(*draft("Rents rose 5 percent.", "Crime fell 2 percent."))
    said = [process.communicate(timeout=120) for process in [run(MANY_ACTS, str(path), f"p{n}") for n in range(4)]]
    assert [out.strip() for out, _ in said] == ["20"] * 4, said
    with Desk.open(path, user="ana") as desk:
        assert desk.claim("C1").version == 41
        notes = [note.text for note in desk.claim("C2").notes]
        assert sorted(notes) == sorted(f"p{n} {number}" for n in range(4) for number in range(10))
        assert desk.verify().ok


KILLED = """
with Desk.open(path, user="ana") as desk:
    for number in range(1000):
        sentences = [f"In draft {name} {number}, {claim} people moved." for claim in range(15)]
        kept = desk.intake(*drafts.make_draft(*sentences, title=f"{name} {number}", source=f"{name} {number}"))
        print(kept.document_id, flush=True)
        desk.note(kept.claims[0].id, "kept")
        print(kept.claims[0].id, flush=True)
"""


def test_a_kill_loses_nothing_that_was_acknowledged(tmp_path) -> None:
    """A process killed at any moment leaves whole articles, every act it reported, and a history that verifies."""
    path = tmp_path / "claims.db"
    acknowledged: list[str] = []
    moments = random.Random(7)
    for attempt in range(3):
        process = run(KILLED, str(path), f"run {attempt}")
        assert process.stdout is not None
        acknowledged.append(process.stdout.readline().strip())
        time.sleep(moments.uniform(0, 0.4))
        process.send_signal(signal.SIGKILL)
        out, error = process.communicate(timeout=30)
        assert "Traceback" not in error
        acknowledged += out.split()
    with Desk.open(path, user="ana") as desk:
        assert desk.verify().ok
        assert {document.claims for document in desk.documents()} == {15}
        on_file = {document.id for document in desk.documents()}
        noted = {claim.id for claim in desk.claims() if claim.notes}
        assert {given for given in acknowledged if given[:1] == "D"} <= on_file
        assert {given for given in acknowledged if given[:1] == "C"} <= noted


def test_a_kill_while_the_database_is_made_leaves_one_that_opens(tmp_path) -> None:
    """Whenever the first process is killed, the next one finds a desk or makes it."""
    moments = random.Random(11)
    for attempt in range(2):
        path = tmp_path / f"new-{attempt}.db"
        process = run("Desk.open(path, user=name).close()", str(path), "ana")
        end = time.monotonic() + 30
        while not path.exists() and process.poll() is None and time.monotonic() < end:
            time.sleep(0.001)
        time.sleep(moments.uniform(0, 0.15))
        process.send_signal(signal.SIGKILL)
        process.communicate(timeout=30)
        with Desk.open(path, user="ana") as desk:
            desk.add_check(text="Rents rose.")
            assert desk.verify().ok
