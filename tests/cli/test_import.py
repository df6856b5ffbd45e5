"""`factcheck import`, as its user types it."""

import io
import json
import os
import pty
import subprocess
import sys
from collections.abc import Callable
from pathlib import Path
from types import SimpleNamespace
from typing import Any

import pytest

from factcheck.cli.app import app

Run = Callable[..., Any]


@pytest.fixture
def run(tmp_path: Path, monkeypatch: pytest.MonkeyPatch, capsys: pytest.CaptureFixture[str]) -> Run:
    """Run a command in this process, in an empty folder, as the user Ana Bell."""
    monkeypatch.chdir(tmp_path)
    monkeypatch.setenv("FACTCHECK_USER", "Ana Bell")
    monkeypatch.delenv("FACTCHECK_DB", raising=False)
    monkeypatch.delenv("FACTCHECK_REPORTS", raising=False)

    def call(*words: str, given: bytes = b"") -> SimpleNamespace:
        monkeypatch.setattr(sys, "stdin", io.TextIOWrapper(io.BytesIO(given)))
        with pytest.raises(SystemExit) as ended:
            app(list(words), prog_name="factcheck")
        out, err = capsys.readouterr()
        return SimpleNamespace(out=out, err=err, status=ended.value.code or 0)

    return call


FEED = """{"@type": "DataFeed", "dataFeedElement": [
{"item": {"@type": "ClaimReview", "claimReviewed": "Rents in Leeds rose 9% in 2022.", "url": "https://desk.example/1"}},
{"item": null},
{"item": {"@type": "ClaimReview", "claimReviewed": "Fares in Oslo fell 3%.", "url": "https://desk.example/2"}}
]}"""


def test_the_form_is_named_and_the_rest_counted(run: Run, tmp_path: Path) -> None:
    """JSON output names the form, the counts, the first reasons and the file of rejected rows; the status is 2."""
    (tmp_path / "feed.json").write_text(FEED)
    ran = run("import", "feed.json", "--json")
    assert ran.status == 2
    (told,) = json.loads(ran.out)["archives"]
    assert (told["source"], told["format"]) == ("feed.json", "feed")
    assert (told["added"], told["already"], told["rejected"]) == (2, 0, 1)
    assert told["reasons"] == [[2, "nothing in the feed's element"]]
    assert "feed.json item 2: nothing in the feed's element" in ran.err
    assert Path(told["rejected_file"]) == Path("feed.json.rejected.jsonl")
    (row,) = (tmp_path / "feed.json.rejected.jsonl").read_text().splitlines()
    assert json.loads(row)["row"] == {"item": None}


def test_a_second_run_adds_nothing(run: Run, tmp_path: Path) -> None:
    """The same archive, and the same checks in another form, are recognised."""
    (tmp_path / "feed.json").write_text(FEED)
    items = [element["item"] for element in json.loads(FEED)["dataFeedElement"] if element["item"]]
    (tmp_path / "again.jsonl").write_text("\n".join(map(json.dumps, items)))
    assert "2 checks added" in run("import", "feed.json").out
    ran = run("import", "again.jsonl")
    assert (ran.status, ran.err) == (0, "")
    assert "again.jsonl (lines): 0 checks added · 2 already on file · 0 rejected" in ran.out


def test_several_files_each_stand_for_themselves(run: Run, tmp_path: Path) -> None:
    """A file that cannot be read is named, the others go in, and the status is 2."""
    (tmp_path / "a.csv").write_text("claim,rating\nA rose.,wrong\n")
    (tmp_path / "b.csv").write_text("words,rating\nB rose.,wrong\n")
    (tmp_path / "c.json").write_text('[{"claimReviewed": "C rose."}]')
    ran = run("import", "a.csv", "none.json", "b.csv", "c.json", "--json")
    assert ran.status == 2
    told = json.loads(ran.out)
    assert [(one["source"], one["added"]) for one in told["archives"]] == [("a.csv", 1), ("c.json", 1)]
    assert [one["source"] for one in told["failed"]] == ["none.json", "b.csv"]
    assert "none.json: not found" in ran.err


def test_rejected_rows_of_several_files_may_share_one_file(run: Run, tmp_path: Path) -> None:
    """--rejected names the file; each row in it names its source."""
    (tmp_path / "a.csv").write_text("claim,rating\n?,wrong\n")
    (tmp_path / "b.json").write_text('[{"@type": "ClaimReview"}]')
    assert run("import", "a.csv", "b.json", "--rejected", "out/bad.jsonl").status == 2
    rows = [json.loads(line) for line in (tmp_path / "out" / "bad.jsonl").read_text().splitlines()]
    assert [(row["source"], row["reason"]) for row in rows] == [
        ("a.csv", "no claim in it"),
        ("b.json", "no claimReviewed in it"),
    ]


def test_mended_rows_are_imported_from_the_file_of_rejected_rows(run: Run, tmp_path: Path) -> None:
    """The file of rejected rows is itself an archive."""
    (tmp_path / "b.json").write_text(
        '[{"@type": "ClaimReview", "url": "https://desk.example/1"}, {"@type": "ClaimReview"}]'
    )
    assert run("import", "b.json").status == 2
    path = tmp_path / "b.json.rejected.jsonl"
    path.write_text(
        path.read_text().replace('"@type": "ClaimReview"', '"@type": "ClaimReview", "claimReviewed": "A rose."')
    )
    assert "2 checks added" in run("import", str(path)).out


def test_an_archive_without_checks_is_no_success(run: Run, tmp_path: Path) -> None:
    """Nothing found is said, with the form the file was read in, and the status is 2."""
    (tmp_path / "a.json").write_text('{"claims": []}')
    ran = run("import", "a.json")
    assert ran.status == 2
    assert "no check found in it (read as answer)" in ran.err


def test_a_file_that_cannot_be_read_makes_no_database(run: Run, tmp_path: Path) -> None:
    """Nothing is made where nothing is read."""
    assert run("import", "none.json").status == 2
    assert list(tmp_path.iterdir()) == []


def test_an_unknown_format_names_the_known_ones(run: Run, tmp_path: Path) -> None:
    """--format takes the names of the forms."""
    ran = run("import", "a.json", "--format", "xml")
    assert ran.status == 2
    assert "object, array, graph, feed, answer, lines, scripts, page, table" in ran.err


def test_standard_input_is_an_archive(run: Run, tmp_path: Path) -> None:
    """- reads from a pipe; its rejected rows have a file, too."""
    ran = run("import", "-", given=b'[{"claimReviewed": "A rose."}, {"claimReviewed": "?"}]')
    assert "standard input (array): 1 checks added" in ran.out
    assert (tmp_path / "stdin.rejected.jsonl").is_file()


def test_no_verdict_of_the_desk_is_touched(run: Run, tmp_path: Path) -> None:
    """An imported check beside a claim of the desk leaves the claim as it is."""
    (tmp_path / "a.txt").write_text("Rents in Leeds rose 9% in 2022.")
    run("check", "a.txt", "--no-report")
    before = run("claims", "--json").out
    (tmp_path / "feed.json").write_text(FEED)
    run("import", "feed.json")
    assert run("claims", "--json").out == before


def test_progress_is_shown_on_a_terminal_and_only_there(tmp_path: Path) -> None:
    """On a terminal standard error shows share, number, rate and rest; standard output stays clean."""
    lines = [json.dumps({"claimReviewed": f"Rents in Leeds rose {n}%."}) for n in range(600)]
    (tmp_path / "a.jsonl").write_text("\n".join(lines))
    ours, theirs = pty.openpty()
    ran = subprocess.Popen(
        [sys.executable, "-c", "from factcheck.cli.app import main; main()", "import", "a.jsonl"],
        cwd=tmp_path,
        env={**os.environ, "FACTCHECK_USER": "Ana Bell", "TERM": "xterm", "COLUMNS": "120"},
        stdout=subprocess.PIPE,
        stderr=theirs,
    )
    os.close(theirs)
    shown = b""
    while True:
        try:
            piece = os.read(ours, 65536)
        except OSError:  # the other end is closed
            break
        if not piece:
            break
        shown += piece
    os.close(ours)
    out, _ = ran.communicate()
    assert out.decode().strip() == "a.jsonl (lines): 600 checks added · 0 already on file · 0 rejected"
    assert b"a second" in shown
    assert b"100%" in shown
