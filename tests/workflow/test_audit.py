"""The audit: each way of tampering with the database is found and named."""

import json
import shutil
import sqlite3
from pathlib import Path

import pytest

from factcheck.workflow.audit import replay
from factcheck.workflow.desk import Desk
from factcheck.workflow.history import canonical, event_hash


@pytest.fixture(scope="module")
def original(tmp_path_factory, make_draft) -> Path:
    """A closed SQLite desk with an approved claim."""
    path = tmp_path_factory.mktemp("audit") / "worked.db"
    with Desk.open(path, user="ana") as desk:
        desk.add_check(text="Rents rose 4 percent.", verdict="confirmed", scale="desk", publisher="Example Desk")
        desk.intake(*make_draft("Rents rose 5 percent.", "Crime fell 2 percent."))
        desk.triage("C1")
        desk.assign("C1")
        desk.start("C1")
        desk.add_evidence("C1", source="Registry", quotation="5 percent", locator="table 2")
        desk.propose("C1", "confirmed")
        desk.review("C1", approve=True)
        desk.note("C2", "later")
    return path


@pytest.fixture
def worked(original, tmp_path) -> Path:
    """A copy of it, to tamper with."""
    return Path(shutil.copy(original, tmp_path / "worked.db"))


def audit(path: Path, head: str | None = None):
    with Desk.open(path, user="ana") as desk:
        return desk.verify(head)


def tamper(path: Path, *statements: str) -> None:
    """Change the database as somebody with the file in hand could: the guard of the history taken off first."""
    connection = sqlite3.connect(path)
    for act in ("update", "delete"):
        connection.execute(f"DROP TRIGGER IF EXISTS event_no_{act}")
    for statement in statements:
        connection.execute(statement)
    connection.commit()
    connection.close()


def rehash(path: Path, sequence: int) -> None:
    """Give an event the hash that fits what it says now, and to all after it; what a forger would do."""
    connection = sqlite3.connect(path)
    connection.row_factory = sqlite3.Row
    previous = None
    for row in connection.execute("SELECT * FROM event ORDER BY sequence").fetchall():
        fields = dict(row)
        if fields["sequence"] >= sequence and previous is not None:
            fields["previous_hash"] = previous
            fields["hash"] = event_hash(fields)
            connection.execute(
                "UPDATE event SET previous_hash = ?, hash = ? WHERE sequence = ?",
                (fields["previous_hash"], fields["hash"], fields["sequence"]),
            )
        previous = fields["hash"]
    connection.commit()
    connection.close()


def test_an_honest_history_verifies(worked) -> None:
    """What the desk wrote itself is whole, and the head's hash is found in it."""
    report = audit(worked)
    assert (report.ok, report.problems) == (True, ())
    assert audit(worked, report.head).ok


@pytest.mark.parametrize(
    ("statement", "named"),
    [
        ("UPDATE event SET actor = 'bea' WHERE sequence = 5", "event 5 (assign by bea): was changed"),
        ("UPDATE event SET at = '2020' WHERE sequence = 5", "event 5 (assign by ana): was changed"),
        ("UPDATE event SET act = 'note' WHERE sequence = 5", "event 5 (note by ana): was changed"),
        ("UPDATE event SET after = '{}' WHERE sequence = 5", "event 5 (assign by ana): cannot be read"),
        ("DELETE FROM event WHERE sequence = 5", "stands where event 5 should"),
        ("DELETE FROM event WHERE sequence = 1", "stands where event 1 should"),
        ("UPDATE event SET sequence = 99 WHERE sequence = 5", "event 99 (assign by ana): stands where event"),
        ("UPDATE event SET hash = previous_hash, previous_hash = hash WHERE sequence = 5", "does not follow"),
        ("DELETE FROM event WHERE sequence = (SELECT MAX(sequence) FROM event)", "comment 1: stands in the database"),
        ("UPDATE claim SET state = 'approved' WHERE id = 2", "C2: state is not what the history says"),
        ("UPDATE claim SET text = 'Rents fell 5 percent' WHERE id = 1", "C1: text is not what the history says"),
        ("UPDATE verdict SET label = 'wrong' WHERE id = 1", "V1: label is not what the history says"),
        ("UPDATE evidence SET quotation = '4 percent'", "E1: quotation is not what the history says"),
        ("UPDATE appearance SET quantities = '[]' WHERE id = 1", "appearance 1: is not what the history says"),
        ("UPDATE revision SET text = 'other'", "revision 1: is not what the history says"),
        ("UPDATE third_party_check SET label = 'false'", "K1: is not what the history says"),
        ("DELETE FROM comment", "comment 1: an event tells of it, and it is gone"),
        ("INSERT INTO tag VALUES (1, 'urgent')", "tag 1 urgent: stands in the database, and no event tells of it"),
        ("UPDATE person SET name = 'bea' WHERE id = 1", "person 1: name is not what the history says"),
        ("UPDATE setting SET value = 'no' WHERE name = 'solo'", "setting solo: value is not what the history says"),
    ],
)
def test_tampering_is_found_and_named(worked, statement, named) -> None:
    """An edited, deleted, moved or swapped event, and a row changed without one, are each named."""
    tamper(worked, statement)
    report = audit(worked)
    assert not report.ok
    assert any(named in problem for problem in report.problems), report.problems


def test_an_inserted_event_is_found(worked) -> None:
    """An event put in between breaks the chain after it."""
    tamper(
        worked,
        "UPDATE event SET sequence = -sequence - 1 WHERE sequence >= 5",
        "UPDATE event SET sequence = -sequence WHERE sequence < 0",
        "INSERT INTO event (sequence, at, actor, act, subject, before, after, previous_hash, hash)"
        " SELECT 5, at, actor, act, subject, before, after, previous_hash, hash FROM event WHERE sequence = 4",
    )
    assert any("event 5" in problem for problem in audit(worked).problems)


def test_two_events_swapped_are_found(worked) -> None:
    """Two acts in the wrong order are found, though each is unchanged."""
    tamper(
        worked,
        "UPDATE event SET sequence = -5 WHERE sequence = 5",
        "UPDATE event SET sequence = 5 WHERE sequence = 6",
        "UPDATE event SET sequence = 6 WHERE sequence = -5",
    )
    assert any("does not follow" in problem for problem in audit(worked).problems)


def test_a_cut_tail_is_found_by_a_head_kept_elsewhere(worked) -> None:
    """A tail cut together with its rows leaves a history that is whole, and is found by the head's hash."""
    head = audit(worked).head
    tamper(
        worked,
        "DELETE FROM event WHERE sequence = (SELECT MAX(sequence) FROM event)",
        "DELETE FROM comment",
        "UPDATE claim SET version = 1 WHERE id = 2",
    )
    assert audit(worked).ok
    assert "its tail was cut" in audit(worked, head).problems[0]


def test_a_forged_chain_is_found_by_the_head(worked) -> None:
    """Who rewrites an act and every hash after it cannot make the head that was kept elsewhere."""
    head = audit(worked).head
    connection = sqlite3.connect(worked)
    (after,) = connection.execute("SELECT after FROM event WHERE sequence = 5").fetchone()
    connection.close()
    told = json.loads(after)
    tamper(worked, "UPDATE event SET actor = 'bea' WHERE sequence = 5")
    assert canonical(told) == after
    rehash(worked, 5)
    assert audit(worked).ok
    assert not audit(worked, head).ok


def test_states_are_what_the_events_say(worked) -> None:
    """Deriving every claim's state from the events gives the states on file."""
    with Desk.open(worked, user="ana") as desk, desk._write_to().read() as connection:
        assert replay(connection) == {claim.id: claim.state.value for claim in desk.claims()}


def test_history_of_a_claim_tells_before_and_after(worked) -> None:
    """Each event of a claim says what its row was and became."""
    with Desk.open(worked, user="ana") as desk:
        triage = next(event for event in desk.history("C1") if event.act == "triage")
    assert triage.before["rows"]["claim/1"]["state"] == "new"
    assert triage.after["rows"]["claim/1"]["state"] == "triaged"
    assert (triage.actor, triage.subject) == ("ana", "C1")
