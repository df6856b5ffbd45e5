"""An archive into the desk, and what could not be taken into a file."""

import json
from collections.abc import Callable, Mapping
from contextlib import closing
from itertools import islice
from pathlib import Path
from typing import Any

import pytest

from factcheck.exchange.archives import open_archive
from factcheck.exchange.importing import ImportReport, import_archive
from factcheck.exchange.rejected_rows import RejectedRows
from factcheck.workflow.desk import Desk

ARCHIVE = """{"dataFeedElement": [
{"item": {"claimReviewed": "Rents in Leeds rose 9% in 2022.", "url": "https://desk.example/1", "reviewRating": "False", "x": [1]}},
{"item": null},
{"item": {"claimReviewed": "Fares in Oslo fell 3%.", "url": "https://desk.example/2", "reviewRating": {"alternateName": "True"}}},
{"item": {"claimReviewed": "Rents  in Leeds rose 9% in 2022.", "url": "https://desk.example/1", "reviewRating": "False"}},
{"item": {"@type": "WebPage"}},
{"item": {"claimReviewed": "Tolls doubled.",, "url": "https://desk.example/3"}},
{"item": {"claimReviewed": "Wages stagnated.", "author": {"name": "Example Desk"}}}
]}
"""
Import = Callable[..., ImportReport]


@pytest.fixture
def bring_in(tmp_path: Path) -> Import:
    """Give what imports the archive into a desk, in small batches, and the last report."""
    path = tmp_path / "feed.json"
    path.write_text(ARCHIVE)

    def run(desk: Desk, *, stop_after: int | None = None) -> ImportReport:
        archive = open_archive(str(path))
        with RejectedRows(tmp_path / "out" / "feed.json.rejected.jsonl") as rejected:
            reports = list(islice(import_archive(archive, desk.import_checks, rejected, batch=2), stop_after))
        archive.close()
        return reports[-1]

    return run


def test_what_can_be_taken_is_and_the_rest_is_counted(bring_in: Import, tmp_path: Path) -> None:
    """Each broken item costs one item; the same check twice is one."""
    with Desk.open(tmp_path / "claims.db") as desk:
        report = bring_in(desk)
        assert (report.added, report.already, report.rejected, report.passed_over) == (3, 1, 2, 1)
        assert report.reasons[0] == (2, "nothing in the feed's element")
        assert report.reasons[1][0] == 6
        assert (report.format, report.counted, report.found) == ("feed", "item", 4)
        check = desk.check_on_file("K1")
        assert (check.text, check.verdict) == ("Rents in Leeds rose 9% in 2022.", "False")


def test_rejected_rows_are_kept_with_their_reasons(bring_in: Import, tmp_path: Path) -> None:
    """The file of rejected rows holds source, place, reason and row, one on each line."""
    with Desk.open(tmp_path / "claims.db") as desk:
        bring_in(desk)
    path = tmp_path / "out" / "feed.json.rejected.jsonl"
    rows = [json.loads(line) for line in path.read_text("utf-8").splitlines()]
    assert [(row["item"], row["reason"].split(":")[0]) for row in rows] == [
        (2, "nothing in the feed's element"),
        (6, "no JSON"),
    ]
    assert rows[0]["row"] == {"item": None}
    assert "Tolls doubled." in rows[1]["row"]
    assert rows[0]["source"].endswith("feed.json")


def test_what_the_desk_refuses_is_rejected_with_its_row(tmp_path: Path) -> None:
    """A day that the desk cannot read names the line of the table, and the row is kept."""
    path = tmp_path / "checks.csv"
    path.write_text("claim,date\nA rose.,2021-01-05\n?,\nB fell.,soon\nC fell.,2022\n")
    with (
        Desk.open(tmp_path / "claims.db") as desk,
        RejectedRows(tmp_path / "r.jsonl") as rejected,
        closing(open_archive(str(path))) as archive,
    ):
        *_, report = import_archive(archive, desk.import_checks, rejected)
    assert report.added == 2
    assert [place for place, _ in report.reasons] == [3, 4]
    rows = [json.loads(line) for line in (tmp_path / "r.jsonl").read_text("utf-8").splitlines()]
    assert [row["row"] for row in rows] == [{"claim": "?"}, {"claim": "B fell.", "date": "soon"}]


def test_nothing_rejected_writes_no_file(tmp_path: Path) -> None:
    """Where every row is taken there is no file of rejected rows."""
    with RejectedRows(tmp_path / "none.jsonl"):
        pass
    assert list(tmp_path.iterdir()) == []


def test_an_import_that_ends_with_an_error_leaves_no_half_file(tmp_path: Path) -> None:
    """The file of rejected rows is there whole, or as it was before."""
    path = tmp_path / "r.jsonl"
    path.write_text("before")
    rejected = RejectedRows(path)
    rejected.add("a.json", "item", 1, "no claim in it", {"x": 1})
    rejected.__exit__(KeyboardInterrupt, KeyboardInterrupt(), None)
    assert path.read_text() == "before"
    assert list(tmp_path.iterdir()) == [path]


def rows_on_file(desk: Desk) -> list[Mapping[str, Any]]:
    checks = [desk.check_on_file(entry["id"]).to_dict() for entry in desk.archive()]
    return [{name: value for name, value in check.items() if name != "at"} for check in checks]


def test_an_import_that_was_cut_off_is_done_again(bring_in: Import, tmp_path: Path) -> None:
    """After a run that stopped between batches a second run ends as an undisturbed one does."""
    with Desk.open(tmp_path / "whole.db") as whole, Desk.open(tmp_path / "cut.db") as cut:
        bring_in(whole)
        assert bring_in(cut, stop_after=1).added == 1
        again = bring_in(cut)
        assert (again.added, again.already) == (2, 2)
        assert rows_on_file(cut) == rows_on_file(whole)
        told = [[(event.subject, event.act) for event in desk.history()] for desk in (whole, cut)]
        assert told[0] == told[1]
        assert cut.verify().ok
