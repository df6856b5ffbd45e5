"""Deciding on matches, matching a table, duplicates, thresholds and people, as people type them."""

import csv
import io
import json
import sqlite3
from collections.abc import Callable
from contextlib import closing
from pathlib import Path
from typing import Any

import pytest

from factcheck.detection.claims import find_claims
from factcheck.matching.values import Match
from factcheck.text.document import Document
from factcheck.vocabulary import Relation
from factcheck.workflow.desk import Desk

Run = Callable[..., Any]

CHECKS = (
    {"text": "Rents in Leeds rose 9% in 2022.", "verdict": "wrong", "date": "2023-01-05"},
    {"text": "In Leeds rents rose 9% in 2022.", "verdict": "half true", "date": "2023-02-05"},
    {"text": "The ferry to Norholm was cancelled on 40 days.", "verdict": "right", "date": "2021-05-06"},
)


@pytest.fixture(scope="module")
def database(tmp_path_factory: pytest.TempPathFactory) -> Path:
    """Make a desk's database with three earlier checks and one claim that was held against them, once."""
    path = tmp_path_factory.mktemp("desk") / "claims.db"
    with Desk.open(path, user="Ana Bell") as opened:
        opened.import_checks(CHECKS)
        opened.check(Document.from_text("Rents in Leeds rose 5% in 2022."))
    return path


@pytest.fixture
def desk(run: Run, tmp_path: Path, database: Path) -> Run:
    """Give the command line over a copy of that desk."""
    with closing(sqlite3.connect(database)) as made, closing(sqlite3.connect(tmp_path / "claims.db")) as copy:
        made.backup(copy)
    return run


def matches(run: Run) -> dict[str, Any]:
    return {match["id"]: match for match in json.loads(run("claims", "C1", "--json").out)["matches"]}


@pytest.mark.parametrize(("command", "decision"), [("accept", "accepted"), ("reject", "rejected")])
def test_a_decision_is_recorded_with_name_and_time(desk: Run, command: str, decision: str) -> None:
    """A decision names who took it and when, says what is undecided, and stands in the history, which stays whole."""
    ran = desk(command, "c1", "m1", user="Omar Diaz")
    assert ran.status == 0, ran.err
    assert ran.out.startswith(f"M1 is {decision} by Omar Diaz: conflict K")
    assert "undecided on C1: M2" in ran.out
    found = matches(desk)["M1"]
    assert (found["decision"], found["decided_by"]) == (decision, "Omar Diaz")
    assert found["decided_at"]
    assert f"Omar Diaz {command}_match" in desk("claims", "C1").out
    assert desk("audit", "verify").status == 0


def test_both_decisions_stay_in_the_history(desk: Run) -> None:
    """A later decision takes the place of an earlier one; the history tells both."""
    desk("accept", "C1", "M1")
    desk("reject", "C1", "M1")
    claim = json.loads(desk("claims", "C1", "--json").out)
    acts = [event["act"] for event in claim["events"] if event["act"].endswith("_match")]
    assert acts == ["accept_match", "reject_match"]
    assert matches(desk)["M1"]["decision"] == "rejected"


def test_a_match_of_another_claim_is_not_found(desk: Run) -> None:
    """A match that is not the claim's own is refused, in one line."""
    ran = desk("accept", "C1", "M99")
    assert (ran.status, ran.err) == (2, "factcheck: no match M99 on C1\n")


def test_a_rejected_pair_is_not_suggested_again(desk: Run) -> None:
    """Asked by its number, a claim gets neither itself nor what was rejected for it."""
    before = {match["claim_id"] for match in json.loads(desk("match", "C1", "--json").out)}
    rejected = matches(desk)["M1"]["earlier"]
    desk("reject", "C1", "M1")
    after = {match["claim_id"] for match in json.loads(desk("match", "C1", "--json").out)}
    assert rejected in before
    assert after == before - {rejected}
    assert "C1" not in before


def table(text: str) -> list[dict[str, str]]:
    return list(csv.DictReader(io.StringIO(text)))


def test_a_table_gives_a_row_for_each_query(desk: Run, tmp_path: Path) -> None:
    """Each query keeps its own columns and gets its best match; one about something new gets empty cells."""
    (tmp_path / "q.csv").write_text(
        "who,Claim,seen\nMo,The ferry to Norholm was cancelled on 55 days.,tv\n,A comet was seen over Brekkan.,\n"
    )
    ran = desk("match", "q.csv")
    assert ran.status == 0, ran.err
    ferry, comet = table(ran.out)
    assert list(ferry)[:3] == ["who", "Claim", "seen"]
    assert (ferry["who"], ferry["seen"]) == ("Mo", "tv")
    assert (ferry["match_id"], ferry["match_relation"], ferry["match_verdict"]) == ("K3", "conflict", "right")
    assert 0 < float(ferry["match_score"]) <= 1
    assert ferry["match_rule"]
    assert comet["Claim"] == "A comet was seen over Brekkan."
    assert [value for name, value in comet.items() if name.startswith("match_")] == [""] * 8


def test_a_matched_table_is_matched_anew(desk: Run, tmp_path: Path) -> None:
    """What the command wrote can be read by it again: same columns, same answer."""
    (tmp_path / "q.csv").write_text("claim\nRents in Leeds rose 9% in 2022.\n")
    first = desk("match", "q.csv").out
    (tmp_path / "again.csv").write_text(first)
    assert desk("match", "again.csv").out == first


def test_a_table_as_json(desk: Run, tmp_path: Path) -> None:
    """As JSON, each query brings its cells, its line and its match or null."""
    (tmp_path / "q.tsv").write_text("quote\tpage\nRents in Leeds rose 9% in 2022.\t4\nNothing of the kind.\t5\n")
    first, second = json.loads(desk("match", "q.tsv", "--column", "text=quote", "--format", "json").out)
    assert first["query"] == {"quote": "Rents in Leeds rose 9% in 2022.", "page": "4"}
    assert (first["line"], first["match"]["relation"]) == (2, "same")
    assert first["match"]["claim_id"] in {"K1", "K2"}
    assert second["match"] is None


def test_a_row_without_a_claim_is_named(desk: Run, tmp_path: Path) -> None:
    """A row that holds no claim is named with its line, the others are matched, and the exit status is 2."""
    (tmp_path / "q.csv").write_text("text,n\n?,1\nRents in Leeds rose 9% in 2022.,2\n")
    ran = desk("match", "q.csv")
    assert ran.status == 2
    assert ran.err == "factcheck: q.csv line 2: no claim in it\n"
    assert [row["n"] for row in table(ran.out)] == ["2"]


@pytest.mark.parametrize(
    ("words", "said"),
    [
        (["match", "missing.csv"], "missing.csv: not found"),
        (["match", "odd.csv"], "no column holds the claim's text"),
        (["match", "twice.csv"], "two columns are named 'n'"),
        (["match", "x", "--format", "xml"], "format 'xml' is not known"),
    ],
)
def test_a_table_that_cannot_be_matched_says_why(desk: Run, tmp_path: Path, words: list[str], said: str) -> None:
    """One line on standard error, exit status 2, nothing printed."""
    (tmp_path / "odd.csv").write_text("a,b\n1,2\n")
    (tmp_path / "twice.csv").write_text("text,n,n\nRents rose.,1,2\n")
    ran = desk(*words)
    assert (ran.status, ran.out, ran.err.count("\n")) == (2, "", 1)
    assert said in ran.err


def test_words_that_end_like_a_file_are_words(desk: Run) -> None:
    """A sentence that ends in .csv is a claim when no such file is there."""
    ran = desk("match", "the leak came from a file named budget.csv")
    assert (ran.status, ran.out) == (0, "Nothing like it is on file.\n")


def test_duplicates_are_listed_with_reasons_and_nothing_is_merged(desk: Run) -> None:
    """Two checks of one claim stand in a group with their verdicts; the desk is as it was before."""
    before = desk("claims", "--json").out
    ran = desk("duplicates")
    assert ran.status == 0, ran.err
    assert "2 say the same, with different verdicts: wrong · half true" in ran.out
    (group,) = json.loads(desk("duplicates", "--json").out)
    assert [claim["claim_id"] for claim in group["claims"]] == ["K1", "K2"]
    assert group["claims"][1]["decided_by"]
    assert desk("claims", "--json").out == before


def test_duplicates_of_a_document(desk: Run, tmp_path: Path) -> None:
    """With a document, only groups with one of its claims; a pair whose match was rejected is not put together."""
    assert desk("duplicates", "--doc", "D1").out == "Nothing on file says the same twice.\n"
    (tmp_path / "b.txt").write_text("The ferry to Norholm was cancelled on 40 days.")
    assert desk("check", "b.txt", "--no-report").status == 0
    claim = json.loads(desk("claims", "--doc", "D2", "--json").out)[0]
    (group,) = json.loads(desk("duplicates", "--doc", "D2", "--json").out)
    assert [entry["claim_id"] for entry in group["claims"]] == [claim["id"], "K3"]
    match = next(match["id"] for match in claim["matches"] if match["earlier"] == "K3")
    assert desk("reject", claim["id"], match).status == 0
    assert desk("duplicates", "--doc", "D2", "--json").out == "[]\n"


def test_calibration_declines_a_small_sample(desk: Run) -> None:
    """With too few decisions it says how many are missing, and exits with 1."""
    desk("accept", "C1", "M1")
    ran = desk("calibrate")
    assert (ran.status, ran.out) == (1, "")
    assert "(1 accepted, 0 rejected): 34 more accepted and 15 more rejected needed" in ran.err


def test_calibration_learns_from_the_desk(run: Run, tmp_path: Path) -> None:
    """From enough decided matches come two thresholds, the higher for confirming, and the table they rest on."""
    document = Document.from_text(
        "\n\n".join(f"Parish {number} has {900 + 7 * number} voters." for number in range(60))
    )
    scores: dict[str, float] = {}

    def matched(claim: Any) -> list[Match]:
        scores[claim.text] = 0.8 if len(scores) < 40 else 0.3
        return [Match("K1", Relation.RELATED, scores[claim.text], ("a town like it",))]

    with Desk.open(tmp_path / "claims.db", user="Ana Bell") as opened:
        opened.add_check(text="Parish 1 has 907 voters.")
        kept = opened.intake(document, find_claims(document), find_matches=matched)
        for claim in kept.claims:
            for match in claim.matches:
                decide = opened.accept_match if match.score == 0.8 else opened.reject_match
                decide(claim.id, match.id)
    ran = run("calibrate", "--json")
    assert ran.status == 0, ran.err
    found = json.loads(ran.out)
    assert (found["accepted"], found["rejected"]) == (40, 20)
    assert (found["suggest"], found["confirm"]) == (0.8, 0.8)
    told = run("calibrate").out
    assert f"suggest  {found['suggest']:.2f}" in told
    assert f"confirm  {found['confirm']:.2f}" in told


def test_people_are_listed_and_added(desk: Run) -> None:
    """The founder adds a second person, which ends the desk of one; the list shows roles."""
    assert "a desk of one" in desk("people").out
    ran = desk("people", "--add", "Omar Diaz", "--role", "reviewer", "--role", "editor")
    assert ran.status == 0, ran.err
    found = json.loads(desk("people", "--json").out)
    assert found["solo"] is False
    assert found["people"][1] == {"name": "Omar Diaz", "roles": ["reviewer", "editor"], "active": True}
    assert desk("people", "--solo", "yes").out.endswith("a desk of one: the checker may sign off alone\n")


def test_somebody_is_renamed(desk: Run) -> None:
    """A renamed person keeps the roles."""
    desk("people", "--add", "Omar Diaz", "--role", "reviewer")
    assert desk("people", "--rename", "Omar Diaz", "--to", "Omar Diaz-Keller").status == 0
    assert json.loads(desk("people", "--json").out)["people"][1]["name"] == "Omar Diaz-Keller"


@pytest.mark.parametrize(
    ("words", "status", "said"),
    [
        (["--role", "head"], 2, "name them with --add"),
        (["--add", "Kim", "--role", "chief"], 2, "role 'chief' is not known"),
        (["--add", "ana bell"], 2, "works here already"),
        (["--rename", "Kim"], 2, "give both"),
        (["--solo", "maybe"], 2, "--solo 'maybe' is not known"),
    ],
)
def test_people_says_what_is_wrong(desk: Run, words: list[str], status: int, said: str) -> None:
    """A wrong word changes nobody, and one line says what is accepted."""
    before = desk("people", "--json").out
    ran = desk("people", *words)
    assert (ran.status, ran.err.count("\n")) == (status, 1)
    assert said in ran.err
    assert desk("people", "--json").out == before


def test_a_checker_changes_nobody(desk: Run) -> None:
    """Only the head or an admin changes who works here."""
    desk("note", "C1", "here", user="Omar Diaz")
    ran = desk("people", "--add", "Kim", user="Omar Diaz")
    assert ran.status == 1
    assert "the role of head or admin" in ran.err
