"""Reading: what is asked for is found, in reading order, without loading what writing needs."""

import subprocess
import sys
from pathlib import Path

import pytest

from factcheck.detection.names import find_names
from factcheck.errors import InvalidValue, NotFound
from factcheck.matching.values import Match
from factcheck.text.document import Document
from factcheck.vocabulary import Relation, State
from factcheck.workflow.desk import Desk


@pytest.fixture
def filled(desk, draft):
    """A desk with two drafts: C1 to C3 and C4."""
    check = desk.add_check(text="Rents rose 4 percent.")
    conflict = Match(check.id, Relation.CONFLICT, 0.9, ("4, 5",))
    desk.intake(
        *draft("Rents rose 5 percent.", "Crime fell 2 percent.", "Is that so?"),
        find_matches=lambda claim: [conflict] if "Rents" in claim.text else [],
    )
    desk.intake(*draft("They don’t pay 20.04 euros AND tax.", title="Taxes"))
    return desk


@pytest.mark.parametrize(
    ("asked", "found"),
    [
        ({}, ["C1", "C2", "C3", "C4"]),
        ({"document": "D1"}, ["C1", "C2", "C3"]),
        ({"document": "taxes"}, ["C4"]),
        ({"checkable": True}, ["C1", "C2", "C4"]),
        ({"kind": "quantity", "document": 1}, ["C1", "C2"]),
        ({"relation": "conflict"}, ["C1"]),
        ({"state": "triaged"}, ["C2"]),
        ({"state": State.NEW, "open_only": True, "document": "D2"}, ["C4"]),
        ({"open_only": True}, ["C1", "C2", "C3"]),
        ({"state": "not_checkable", "open_only": True}, []),
        ({"assignee": "ana"}, []),
        ({"text": "rents"}, ["C1"]),
        ({"text": "don't"}, ["C4"]),
        ({"text": "20.04"}, ["C4"]),
        ({"text": "AND"}, ["C4"]),
        ({"text": "NEAR a:b"}, []),
        ({"text": "percent", "document": "taxes"}, []),
    ],
)
def test_claims_are_found_by_what_is_asked(filled, asked, found) -> None:
    """Each question finds its claims, in reading order."""
    filled.triage("C2")
    if asked == {"open_only": True}:
        filled.triage("C4", drop="a slogan")
    assert [claim.id for claim in filled.claims(**asked)] == found


@pytest.mark.parametrize(
    ("asked", "error"),
    [
        ({"document": "D9"}, NotFound),
        ({"document": "nothing"}, NotFound),
        ({"state": "lost"}, InvalidValue),
        ({"kind": "gossip"}, InvalidValue),
        ({"relation": "cousin"}, InvalidValue),
        ({"assignee": "nobody"}, NotFound),
        ({"text": '"'}, InvalidValue),
        ({"text": ""}, InvalidValue),
    ],
)
def test_questions_that_mean_nothing_are_said_to(filled, asked, error) -> None:
    """A question about nothing is answered in one line, never by an empty list."""
    with pytest.raises(error):
        filled.claims(**asked)


def test_documents_count_what_is_open_and_in_conflict(filled) -> None:
    """A list of documents says how much is checkable, open and in conflict."""
    filled.triage("C2", drop="a slogan")
    first, second = filled.documents()
    assert (first.claims, first.not_checkable, first.open, first.conflicts) == (2, 1, 1, 1)
    assert (second.id, second.slug, second.claims, second.document) == ("D2", "taxes", 1, None)


def test_a_rejected_match_is_no_conflict(filled) -> None:
    """A match that a person said no to counts no longer."""
    filled.reject_match("C1", "M1")
    assert filled.claims(relation="conflict") == []
    assert filled.document("D1").conflicts == 0


def test_words_of_claims_and_checks(filled) -> None:
    """Anything on file is named by its id, and gives its words and its day."""
    assert filled.words_of("C1") == ("Rents rose 5 percent", "2024-03-01")
    assert filled.words_of("C3")[0] == "Is that so"
    for missing in ("C9", "K9"):
        with pytest.raises(NotFound):
            filled.words_of(missing)


def test_values_are_plain_data(filled) -> None:
    """What is read turns into plain data for JSON, exact numbers as text."""
    told = filled.claim("C1").to_dict()
    assert told["appearances"][0]["quantities"][0]["value"] == "5"
    assert told["matches"][0]["relation"] == "conflict"
    assert told["events"][0]["act"] == "intake"


def test_reading_loads_nothing_that_writing_needs(tmp_path, draft) -> None:
    """Listing claims brings in neither SQLModel nor SQLAlchemy."""
    path = tmp_path / "claims.db"
    with Desk.open(path, user="ana") as desk:
        desk.intake(*draft("Rents rose 5 percent."))
    code = (
        "import sys; from factcheck.workflow.desk import Desk\n"
        "with Desk.open(sys.argv[1]) as desk: print(len(desk.claims()), desk.document('D1').claims)\n"
        "print([m for m in ('sqlmodel', 'sqlalchemy', 'alembic', 'jinja2') if m in sys.modules])"
    )
    ran = subprocess.run([sys.executable, "-c", code, str(path)], capture_output=True, text=True, check=True)
    assert ran.stdout.splitlines() == ["1 1", "[]"]


def test_the_desks_own_names_take_part_in_reading(tmp_path: Path) -> None:
    """A spelling that the desk has settled is grouped under its canonical name."""
    with Desk.open(tmp_path / "desk.db", user="Ana Bell") as desk:
        names = desk.known_names()
    settled = next(name for name in names if name["name"] == "Mustafa al-Kadhimi")
    found = find_names(Document.from_text("Al-Khadimi spoke on Friday."), names)
    assert settled["kind"] == "person"
    assert [name.canonical for name in found] == ["Mustafa al-Kadhimi"]
