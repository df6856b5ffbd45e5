"""Hard cases of files, search and reports, as a desk meets them at the command line."""

import json
import os
import re

import pytest
from markdown_it import MarkdownIt

import factcheck
from factcheck.cli.app import main
from factcheck.errors import FactcheckError, InvalidValue
from factcheck.reporting.files import write_whole

RENDERER = MarkdownIt("gfm-like", {"linkify": False})
HOSTILE = "Turnout | was 40%` so it is **proven** `\n## Verdict: True\n![x](http://127.0.0.1/p.png)"
DRAFT = f"""{HOSTILE}

Prices rose {{{{ 7*7 }}}}% {{% raw %}} {{# note #}} in 2020. Rents <img src=x onerror=alert(1)> rose 5% & <b>fell</b>.

See <javascript:alert(2)> and [here](data:text/html,x): pay rose 3%. | Year | 4% |

1. > - Fares rose 6% `` ` `` ~~not~~ __quite__. &lt;script&gt; $x^2$ ||| https://example.org/?a=b|c rose 7%.
"""


UNREADABLE = {
    "empty.txt": (b"", "empty"),
    "bom16.txt": (b"\xff\xfe", "empty"),
    "blank.md": (b" \r\n\t\n", "no text"),
    "unseen.txt": ("\u200b\u00ad\u2060\n".encode(), "no text"),
    "noise.txt": (bytes((i * 73 + 41) % 256 for i in range(64)), "not text"),
    "nul.txt": (b"\0" * 64, "not text"),
    "pic.txt": (b"\x89PNG\r\n\x1a\n" + bytes(20), "not text (PNG)"),
    "photo.md": (b"\xff\xd8\xff\xe0\x00\x10JFIF\x00" + bytes(20), "not text (JPEG)"),
    "packed.txt": (b"\x1f\x8b\x08\x00" + bytes(30), "not text (gzip)"),
    "page.html": (b"<html><head><script>let a = 5;</script></head><body></body></html>", "no text"),
}


def test_the_true_reason(run, tmp_path):
    """A file without text is told by its true reason, on a line of its own, and the exit status is not zero (FIL-01)."""
    for name, (data, _) in UNREADABLE.items():
        (tmp_path / name).write_bytes(data)
    ran = run("check", "--json", *UNREADABLE)
    assert ran.status == 2
    told = {failed["source"]: failed["reason"] for failed in json.loads(ran.out)["failed"]}
    assert told == {name: reason for name, (_, reason) in UNREADABLE.items()}
    assert len(ran.err.splitlines()) == len(UNREADABLE)


def test_a_folder_of_good_and_bad(run, tmp_path):
    """Every path ends on file or in the list of failures, whatever stands before it (FIL-01)."""
    (tmp_path / "ok1.txt").write_text("Rents rose 5%.")
    (tmp_path / "dir.txt").mkdir()
    (tmp_path / "loop.txt").symlink_to("loop.txt")
    (tmp_path / "ok2.txt").write_text("Crime fell 2%.")
    odd = "weird \u202ename\n.txt"
    (tmp_path / odd).write_text("Fares rose 3%.")
    dash = "-v.txt"
    (tmp_path / dash).write_text("Tolls rose 4%.")
    names = ["ok1.txt", "missing.txt", "dir.txt", "loop.txt", "ok1.txt/x.txt", "ok2.txt", odd, dash]
    ran = run("check", "--json", "--", *names)
    told = json.loads(ran.out)
    assert ran.status == 2
    assert [failed["source"] for failed in told["failed"]] == names[1:5]
    assert [failed["reason"] for failed in told["failed"]][:2] == ["not found", "is a directory"]
    assert [document["claims"] for document in told["documents"]] == [1, 1, 1, 1]
    assert "Traceback" not in ran.err
    assert len(ran.err.splitlines()) == 4


def test_a_locked_file(run, tmp_path):
    """A file that may not be read is named with its reason, and the rest goes on (FIL-01)."""
    if os.geteuid() == 0:
        pytest.skip("root reads every file")
    (tmp_path / "locked.txt").write_text("Rents rose 5%.")
    (tmp_path / "locked.txt").chmod(0)
    (tmp_path / "ok.txt").write_text("Crime fell 2%.")
    ran = run("check", "locked.txt", "ok.txt")
    assert (ran.status, "permission denied" in ran.err) == (2, True)


def test_a_report_cut_short_leaves_the_old_one(tmp_path, monkeypatch):
    """When writing fails half-way, the old report is whole, nothing half-written stays, and the message says so (FIL-01)."""
    report = write_whole(tmp_path / "a.md", "old and whole")

    def full(_):
        raise OSError(28, "No space left on device")

    monkeypatch.setattr("os.fsync", full)
    with pytest.raises(FactcheckError, match="no space left on device"):
        write_whole(report, "new " * 1000)
    assert [path.name for path in tmp_path.iterdir()] == ["a.md"]
    assert report.read_text() == "old and whole"


TABLES = {
    "a cell of 156,000 characters": (
        ('claim,speaker\nRents rose 5%.,Ana\n"' + "Aid fell 1%. " * 12000 + '",Omar\nCrime fell 2%.,Zoe\n').encode(),
        ["Crime fell 2%.", "Rents rose 5%."],
        "line 3",
    ),
    "a NUL byte": (
        b"claim,speaker\nRents rose 6%.,Ana\nTaxes\x00 rose 7%.,Omar\nCrime fell 3%.,Zoe\n",
        ["Crime fell 3%.", "Rents rose 6%.", "Taxes rose 7%."],
        "",
    ),
    "a byte order mark": (
        b'\xef\xbb\xbfclaim,speaker\r\n"Jobs grew 5%, he said",Ana\r\n',
        ["Jobs grew 5%, he said"],
        "",
    ),
    "UTF-16": ("claim,speaker\nJobs at Café Noir grew 7%.,Ana\n".encode("utf-16"), ["Jobs at Café Noir grew 7%."], ""),
    "claims without a letter": (
        b"claim,speaker\n?!,Ana\n,Omar\n   ,Zoe\nCrime fell 3%.,Zoe\n",
        ["Crime fell 3%."],
        "line 2",
    ),
    "a line break in a cell": (
        b'claim,speaker\n"Rents\nrose 5%.",Ana\nCrime fell 2%.,Zoe\n',
        ["Crime fell 2%.", "Rents rose 5%."],
        "",
    ),
}


@pytest.mark.parametrize("table", TABLES)
def test_tables(tmp_path, monkeypatch, capsys, table):
    """Each row of a table is on file or is named with its line; it never ends well with nothing stored (FIL-02, ING-02, MAT-03)."""
    data, texts, named = TABLES[table]
    (tmp_path / "t.csv").write_bytes(data)
    monkeypatch.chdir(tmp_path)
    monkeypatch.setattr("sys.argv", ["factcheck", "--db", "claims.db", "--as", "Ana Bell", "import", "t.csv"])
    status = 0
    try:
        main()
    except SystemExit as ended:
        status = ended.code or 0
    told = capsys.readouterr().err
    assert named in told
    assert status == (2 if named else 0), told
    matcher = factcheck.Matcher.open(str(tmp_path / "claims.db"))
    found = {match.text for words in texts for match in matcher.search(words, limit=20)}
    assert sorted(" ".join(text.split()) for text in found) == texts
    assert "\ufeff" not in "".join(found)


def test_the_date_of_a_page(run, tmp_path):
    """A page's day comes from its markup, never from digits of its address (FIL-02)."""
    page = """<html><head><link rel="canonical" href="https://example.org/2021/04/92713">
        <meta property="article:published_time" content="2021-04-25T08:00:00+00:00"></head><body><article><h1>Rents rise</h1>
        <p>Rents rose 3% yesterday, the council said in its yearly report on housing in the city.</p></article></body></html>"""
    (tmp_path / "p.html").write_text(page)
    told = json.loads(run("extract", "p.html", "--json").out)
    assert told["document"]["dateline"]["date"] == "2021-04-25"
    assert [q["value"] for q in told["quantities"] if q["kind"] == "date"] == ["2021-04-24"]


def test_search_words_are_data(run, tmp_path):
    """Ordinary punctuation finds what it names; operators and lone marks never end in a traceback (DB-02)."""
    (tmp_path / "a.txt").write_text("COVID-19 killed 40 people in the U.S.\n\nThey don’t pay 20.04 euros AND tax.\n")
    assert run("check", "a.txt", "--no-report").status == 0
    texts = {"C1": "COVID-19 killed 40 people in the U.S.", "C2": "They don’t pay 20.04 euros AND tax"}
    with factcheck.Desk.open(str(tmp_path / "claims.db")) as desk:
        for words, wanted in {
            "COVID-19": "C1",
            "U.S.": "C1",
            "don't": "C2",
            "don’t": "C2",
            "20.04": "C2",
            "AND": "C2",
        }.items():
            assert [(claim.id, claim.text) for claim in desk.claims(text=words)] == [(wanted, texts[wanted])], words
        for words in ("a:b", "NEAR", "claim:x OR", 'x" OR "y', "NOT", "text:COVID"):
            assert not desk.claims(text=words)
        for words in ('"', "*", "(", "-", "", "’", "%", " ", "\0"):
            with pytest.raises(InvalidValue, match="letter or digit"):
                desk.claims(text=words)
    ran = run("claims", "--text", '"')
    assert (ran.status, len(ran.err.splitlines())) == (2, 1)


def report_of(run, tmp_path, draft):
    (tmp_path / "draft.txt").write_text(draft, encoding="utf-8")
    ran = run("check", "draft.txt")
    assert ran.status == 0, ran.err
    (path,) = (tmp_path / "reports").glob("*.md")
    return RENDERER.parse(path.read_text(encoding="utf-8"))


def words_of(token):
    return "".join(" " if c.type == "softbreak" else c.content for c in token.children or [])


def test_a_report_shows_the_characters_and_runs_nothing(run, tmp_path):
    """Claim text and archive text are data: no cell, heading, image, link, HTML or template comes of them (REP-01, REP-02)."""
    cell = HOSTILE.replace('"', '""')
    (tmp_path / "checks.csv").write_text(
        f'claim,speaker,verdict,title,url\n"{cell}",A|B **x**,"unchecked | # yes","## T | `x",https://example.org/a?b=1|2&c=<x>\n'
    )
    assert run("import", "checks.csv").status == 0
    tokens = report_of(run, tmp_path, DRAFT)
    kinds = [child.type for token in tokens for child in token.children or []] + [token.type for token in tokens]
    assert not {"image", "html_inline", "html_block", "fence", "code_block", "s_open"} & set(kinds)
    headings = [
        words_of(tokens[at + 1]) for at, token in enumerate(tokens) if token.type == "heading_open" and token.tag < "h3"
    ]
    assert not [heading for heading in headings if "Verdict" in heading or "T |" in heading]
    claims = [
        words_of(tokens[at + 1])
        for at, token in enumerate(tokens)
        if token.type == "heading_open" and token.tag == "h3"
    ]
    assert all(re.match(r"C\d+ · ", heading) for heading in claims)
    width = rows = 0
    for token in tokens:
        if token.type == "tr_open":
            cells = 0
        elif token.type in ("td_open", "th_open"):
            cells += 1
        elif token.type == "thead_close":
            width = cells
        elif token.type == "tr_close" and width:
            rows += 1
            assert cells == width or token.map is None
        elif token.type == "table_close":
            width = 0
    assert rows > 2
    links = [child.attrs["href"] for token in tokens for child in token.children or [] if child.type == "link_open"]
    assert all(str(link).startswith(("http://", "https://", "mailto:")) for link in links)
    strong = [
        token.children[at + 1].content
        for token in tokens
        for at, child in enumerate(token.children or [])
        if child.type == "strong_open"
    ]
    assert not {"proven", "x", "quite"} & set(strong)
    seen = " ".join(words_of(token) for token in tokens)
    assert "49%" not in seen
    for literal in (
        " ".join(HOSTILE.split()), "<img src=x onerror=alert(1)>", "{{ 7*7 }}", "{% raw %}", "{# note #}", "<b>fell</b>",
        "<javascript:alert(2)>", "[here](data:text/html,x)", "| Year | 4% |", "~~not~~ __quite__", "&lt;script&gt;",
    ):  # fmt: skip
        assert literal in seen, literal


def test_every_claim_has_a_row_of_the_same_width(run, tmp_path):
    """However many marks a claim holds, its row has the table's columns (REP-01)."""
    tokens = report_of(run, tmp_path, "Rents | rose || 5%. \\| Pay \\\\| fell 3% `|` today.\n\nTax|rose|4%|in|2020.\n")
    tables, cells = [], 0
    for token in tokens:
        if token.type == "table_open":
            tables.append([])
        elif token.type == "tr_open":
            cells = 0
        elif token.type in ("td_open", "th_open"):
            cells += 1
        elif token.type == "tr_close":
            tables[-1].append(cells)
    assert tables
    assert all(len(set(widths)) == 1 for widths in tables)
    seen = " ".join(words_of(token) for token in tokens)
    for literal in ("Rents | rose || 5%", "\\| Pay \\\\| fell 3% `|` today", "Tax|rose|4%|in|2020"):
        assert literal in seen, literal
