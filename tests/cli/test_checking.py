"""From a draft to a report, as a checker types it."""

import base64
import json
from collections.abc import Callable
from pathlib import Path
from typing import Any

Run = Callable[..., Any]
SEEDS = Path(__file__).parent.parent.parent / "seeds"
ARTICLE = SEEDS / "articles" / "green-zone-attack.txt"


def test_check_writes_a_report_and_keeps_the_claims(run: Run, tmp_path: Path) -> None:
    """`check` reads, finds, matches, keeps and reports; the claims are on file afterwards."""
    assert run("import", str(SEEDS / "checks" / "earlier-checks.csv")).status == 0
    ran = run("check", str(ARTICLE))
    assert ran.status == 0, ran.err
    reports = list((tmp_path / "reports").glob("*.md"))
    assert len(reports) == 1
    text = reports[0].read_text(encoding="utf-8")
    assert "73/329 = 22.2%" in text
    assert "## Judged not checkable" in text
    shown = json.loads(run("claims", "--json").out)
    assert any(claim["text"].startswith("Seven of the bodyguards") for claim in shown)


def test_the_same_draft_twice_is_recognised(run: Run, tmp_path: Path) -> None:
    """The same content, even under another name, is not kept twice (FIL-02)."""
    (tmp_path / "a.txt").write_text("Fares rose 3%.")
    (tmp_path / "copy_of_a.txt").write_text("Fares rose 3%.")
    assert run("check", "a.txt").status == 0
    again = run("check", "a.txt")
    copy = run("check", "copy_of_a.txt")
    assert "already on file (same content)" in again.out
    assert "copy_of_a.txt" in copy.out
    assert len(json.loads(run("claims", "--json").out)) == 1


def test_a_batch_goes_on_past_what_cannot_be_read(run: Run, tmp_path: Path) -> None:
    """Each bad path is one line with its true reason; the good ones are kept; the exit status tells (FIL-01)."""
    (tmp_path / "ok1.txt").write_text("Rents rose 5%.")
    (tmp_path / "empty.txt").write_bytes(b"")
    (tmp_path / "bom.txt").write_bytes(b"\xef\xbb\xbf")
    (tmp_path / "blank.md").write_text(" \n\n")
    (tmp_path / "bin.txt").write_bytes(bytes(range(64)))
    (tmp_path / "pic.txt").write_bytes(b"\x89PNG\r\n\x1a\n" + bytes(20))
    (tmp_path / "dir.txt").mkdir()
    (tmp_path / "ok2.txt").write_text("Crime fell 2%.")
    odd = tmp_path / "weird \u202ename\n.txt"
    odd.write_text("Fares rose 3%.")
    names = [
        "ok1.txt",
        "empty.txt",
        "bom.txt",
        "blank.md",
        "bin.txt",
        "pic.txt",
        "dir.txt",
        "missing.txt",
        "ok2.txt",
        odd.name,
    ]
    ran = run("check", *names)
    assert ran.status == 2
    assert ran.err.splitlines() == [
        "factcheck: empty.txt: empty",
        "factcheck: bom.txt: empty",
        "factcheck: blank.md: no text",
        "factcheck: bin.txt: not text",
        "factcheck: pic.txt: not text (PNG)",
        "factcheck: dir.txt: is a directory",
        "factcheck: missing.txt: not found",
    ]
    kept = json.loads(run("claims", "--json").out)
    assert sorted(claim["text"] for claim in kept) == ["Crime fell 2%", "Fares rose 3%", "Rents rose 5%"]


def test_standard_input(run: Run) -> None:
    """`-` reads standard input, in whatever encoding it comes."""
    ran = run("extract", "-", "--json", given="Rents in Café Street rose £4m.".encode("cp1252"))
    assert json.loads(ran.out)["claims"][0]["text"].startswith("Rents in Café Street rose £4m")


def test_every_span_of_the_json_holds(run: Run) -> None:
    """In the JSON, each claim's offsets cut exactly its words out of the text that was read."""
    text = "🔥🔥 Fires burned 120 homes. 👨‍👩‍👧 Families fled: 40 people."
    found = json.loads(run("extract", "-", "--json", given=text.encode()).out)
    assert found["claims"]
    assert all(text[claim["start"] : claim["end"]] == claim["text"] for claim in found["claims"])


def test_a_page_in_an_old_encoding(run: Run, tmp_path: Path) -> None:
    """A page's declared charset is honoured, its blocks stay apart, and its numbers are whole (ING-04)."""
    page = (
        "PGh0bWw+PGhlYWQ+PG1ldGEgY2hhcnNldD0id2luZG93cy0xMjUyIj48L2hlYWQ+PGJvZHk+PGgyPkJ1ZGdldDwvaDI+PHA+VGhlIGFpZGUgc2FpZCCTd2UgbG9zdCA8"
        "Yj6jNDwvYj5tlC48L3A+Tm93PGJyPjQwIGNsaW5pY3Mgc2h1dDx1bD48bGk+MyBpbiBN4WxhZ2E8L2xpPjxsaT41IGluIFlvcms8L2xpPjwvdWw+PC9ib2R5PjwvaHRt"
        "bD4="
    )
    (tmp_path / "a.html").write_bytes(base64.b64decode(page))
    found = json.loads(run("extract", "a.html", "--json").out)
    assert any(q["text"] == "£4m" and q["value"] == "4000000" and q["unit"] == "GBP" for q in found["quantities"])


def test_csv_cells_are_safe(run: Run) -> None:
    """`--format csv` gives one row a claim under one head."""
    lines = run("extract", "-", "--format", "csv", given=b"Rents rose 5%. Crime fell 2%.").out.splitlines()
    assert lines[0].startswith("paragraph,sentence,start,end,text,kind")
    assert len(lines) == 3


def test_demo_leaves_its_report(run: Run, tmp_path: Path) -> None:
    """`demo` tells the whole story on a temporary database, and leaves the report and nothing else."""
    ran = run("demo", "--quiet")
    assert ran.status == 0, ran.err
    assert [path.name for path in tmp_path.iterdir()] == ["reports"]
    (report,) = (tmp_path / "reports").iterdir()
    again = run("demo", "--quiet")
    assert again.status == 0
    assert "signed off" in again.out
    assert "**confirmed**" in report.read_text(encoding="utf-8")


def test_the_example_report_is_what_the_demo_writes(run: Run, tmp_path: Path) -> None:
    """The report in the repository, and the rows of it in the README, are what the program writes today."""
    run("demo", "--quiet")
    (made,) = (tmp_path / "reports").iterdir()
    written = made.read_text(encoding="utf-8")
    assert (SEEDS.parent / "reports" / made.name).read_text(encoding="utf-8") == written
    readme = (SEEDS.parent / "README.md").read_text(encoding="utf-8")
    piece = readme.split("<!-- report piece: begin -->")[1].split("<!-- report piece: end -->")[0]
    rows = [line.removeprefix("> ") for line in piece.strip().splitlines()]
    assert len(rows) > 3
    assert all(row in written for row in rows)


def test_the_demo_is_the_same_every_time(run: Run, tmp_path: Path) -> None:
    """The same input gives the same bytes."""
    run("--reports", "one", "demo", "--quiet")
    run("--reports", "two", "demo", "--quiet")
    (one,), (two,) = (tmp_path / "one").iterdir(), (tmp_path / "two").iterdir()
    assert one.read_bytes() == two.read_bytes()
