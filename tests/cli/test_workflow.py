"""The moves of the workflow, as people type them."""

import json
from collections.abc import Callable
from pathlib import Path
from typing import Any

import pytest

Run = Callable[..., Any]


@pytest.fixture
def desk(run: Run, tmp_path: Path) -> Run:
    """Give a desk with one claim on file."""
    (tmp_path / "a.txt").write_text("Rents in Leeds rose 5% in 2022.")
    assert run("check", "a.txt", "--no-report").status == 0
    return run


def evidence(run: Run) -> None:
    assert (
        run("evidence", "C1", "--source", "Housing statistics", "--quote", "up 5%", "--locator", "table 2").status == 0
    )


def carry(run: Run) -> None:
    """Carry the claim to proposed."""
    for words in (["triage", "C1", "--priority", "high"], ["assign", "C1"], ["start", "C1"]):
        assert run(*words).status == 0
    evidence(run)
    proposed = run("propose", "C1", "confirmed", "--because", "The table gives 5%.", "--as-of", "2022-12-31")
    assert proposed.status == 0, proposed.err


def test_a_claim_is_carried_to_sign_off(desk: Run) -> None:
    """Triage, assign, start, evidence, propose, review: each says the new state."""
    carry(desk)
    ran = desk("review", "C1", "--rating", "confirmed", "--approve")
    assert ran.status == 0, ran.err
    assert ran.out.startswith("C1 is approved")


def test_a_move_that_is_not_allowed_says_what_is_missing(desk: Run) -> None:
    """A refused move exits with 1 and one line."""
    ran = desk("propose", "C1", "confirmed")
    assert ran.status == 1
    assert ran.err.startswith("factcheck: C1 is new and cannot be proposed now")
    assert ran.err.count("\n") == 1


def test_the_checker_cannot_sign_off_on_a_desk_of_two(desk: Run) -> None:
    """Once somebody else works here, the second reader is a second person."""
    desk("note", "C1", "looking into it", user="Omar Diaz")
    carry(desk)
    ran = desk("review", "C1", "--rating", "confirmed", "--approve")
    assert ran.status == 1
    assert json.loads(desk("claims", "C1", "--json").out)["state"] == "proposed"


def test_a_claim_is_dropped_with_a_reason(desk: Run) -> None:
    """A dropped claim keeps its reason."""
    assert desk("triage", "C1", "--drop", "a slogan").status == 0
    assert json.loads(desk("claims", "C1", "--json").out)["closing_reason"] == "a slogan"


def test_a_refused_address_is_no_evidence(desk: Run) -> None:
    """A javascript: address is refused."""
    ran = desk("evidence", "C1", "--source", "x", "--quote", "y", "--url", "javascript:alert(1)")
    assert ran.status in (1, 2)
    assert "Traceback" not in ran.err


def test_an_import_is_idempotent(desk: Run, tmp_path: Path) -> None:
    """The same table twice adds nothing, and bad rows are named by line."""
    (tmp_path / "checks.csv").write_text(
        "claim,rating,when\nRents in Leeds rose 9% in 2022.,wrong,2023-01-05\n?,wrong,\n"
    )
    first = desk("import", "checks.csv", "--column", "date=when")
    again = desk("import", "checks.csv", "--column", "date=when")
    assert (first.status, again.status) == (2, 2)
    assert "line 3" in first.err
    assert "1 checks added" in first.out
    assert "0 checks added · 1 already on file" in again.out


def test_match_tells_a_contradiction(desk: Run, tmp_path: Path) -> None:
    """An earlier check with another figure is a conflict, with the rule."""
    (tmp_path / "checks.csv").write_text("claim,rating,date\nRents in Leeds rose 9% in 2022.,wrong,2023-01-05\n")
    desk("import", "checks.csv")
    found = json.loads(desk("match", "Rents in Leeds rose 5% in 2022.", "--json").out)
    relations = {match["text"]: match["relation"] for match in found}
    assert relations["Rents in Leeds rose 9% in 2022."] == "conflict"


def test_why_names_the_rule(desk: Run) -> None:
    """`why` shows both texts, the relation and the rule."""
    ran = desk("why", "Rents rose 5% in 2022.", "Rents fell 5% in 2022.")
    assert ran.status == 0, ran.err
    assert "conflict" in ran.out
    assert "decided by" in ran.out


def test_audit_verifies(desk: Run) -> None:
    """A history that nobody touched is whole."""
    carry(desk)
    assert desk("audit", "verify").status == 0
