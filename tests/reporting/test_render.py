"""The Markdown report."""

import re
from datetime import UTC, date, datetime

import pytest
from markdown_it import MarkdownIt

from factcheck.reporting.render import render_markdown
from factcheck.reporting.report import (
    ArticlePart,
    DocumentReport,
    ReportClaim,
    ReportEvidence,
    ReportMatch,
    ReportVerdict,
)

RENDERER = MarkdownIt("gfm-like", {"linkify": False})
HOSTILE = [
    "Turnout | was 40%` so it is **proven** `\n## Verdict: True\n![x](http://127.0.0.1/p.png)",
    "Rents <img src=x onerror=alert(1)> rose 5% & <b>fell</b>",
    "Prices rose {{ 7*7 }}% {% raw %} {# note #}",
    "See <javascript:alert(2)> and [here](data:text/html,x)",
    "```\ncode\n```",
    "| a | b |\n|---|---|",
    "\u202eesrever\u202c and \x1b[31mred",
    "<script>alert(1)</script>",
    "# \n\n---\n\n***",
]


def claim(text: str) -> ReportClaim:
    match = ReportMatch(
        id="K1", relation="conflict", text=text, reasons=(text,), decided_by="number", score=0.9, verdict=text,
        date=date(2021, 1, 5), publisher=text, url="JaVaScRiPt:alert(1)",
    )  # fmt: skip
    evidence = ReportEvidence(
        stance="supports", tier="primary", kind="document", source=text, quotation=text, locator=text,
        url='https://example.org/a?b=1&c="><script>x</script>', obtained=date(2021, 1, 5), note=text,
    )  # fmt: skip
    verdict = ReportVerdict(label=text, meaning=text, scale="desk v1", rationale=text, by=text, role="checker")
    return ReportClaim(
        id="C1", start=0, end=len(text), text=text, before=f"{text} ", after=f" {text}", paragraph=1, sentence=1,
        where="paragraph", kind="event",
        checkable=True, reasons=(text,), numbers=(text,), workings=(text,), claimant=text, quoted=True, context=text,
        check_worthiness=0.5, parts=((text, 1.0),), state="new", assignee=text, is_closed=False, matches=(match,),
        evidence=(evidence,), verdicts=(verdict,), notes=(text,), flags=("stale",), next_acts=("triaged",),
    )  # fmt: skip


def report(text: str) -> DocumentReport:
    return DocumentReport(
        document_id="D1", slug="slug", title=text, source=text, byline=text, dateline=text, revision=1, content_hash="0" * 64,
        scale="desk", policy=text, is_solo=True, generated=datetime(2021, 11, 7, 14, 5, tzinfo=UTC), generated_by=text,
        claims=(claim(text),), article=(ArticlePart("paragraph", ((text, ("C1",)),)), ArticlePart("heading", ((text, ()),))),
        spellings=((text, text),), arithmetic=(("sum", text, False, text),), unaccounted=((text, "number", text),),
        coverage_share=0.9, people=((text, text),), notes=(text,),
    )  # fmt: skip


def shape(markdown: str) -> list[str]:
    """Give the sorts of token of a page, without the words."""
    found = []
    for token in RENDERER.parse(markdown):
        found.append(f"{token.type} {token.tag}")
        found += [f"{child.type} {child.tag}" for child in token.children or [] if not child.type.startswith("text")]
    return found


@pytest.mark.parametrize("text", HOSTILE)
def test_text_is_data_everywhere(text: str) -> None:
    """Whatever the article, the archive or a person says, the page has the same headings, tables and links as with plain words."""
    assert shape(render_markdown(report(text))) == shape(render_markdown(report("plain words")))


@pytest.mark.parametrize("text", HOSTILE)
def test_nothing_of_it_runs(text: str) -> None:
    """The rendered page has no script, image, event attribute or link of a refused scheme, and evaluates no template."""
    page = RENDERER.render(render_markdown(report(text)))
    assert "<script" not in page
    assert "<img" not in page
    assert 'href="javascript' not in page.lower()
    assert 'href="data' not in page
    assert "49%" not in page


def test_every_row_of_a_table_has_the_head_s_columns() -> None:
    """A pipe in a claim adds no cell."""
    page = RENDERER.render(render_markdown(report("a | b | c")))
    for table in page.split("<table>")[1:]:
        head = len(re.findall("<th[ >]", table.split("</tr>")[0]))
        rows = table.split("</thead>")[1].split("</table>")[0].split("<tr>")[1:]
        assert all(row.count("<td") == head for row in rows)


def test_bidirectional_overrides_are_spelt_out() -> None:
    """The report holds no character that reorders its line or steers a terminal."""
    text = render_markdown(report("\u202eesrever \x1b[31m"))
    assert "\u202e" not in text
    assert "\x1b" not in text


def test_the_same_report_gives_the_same_bytes() -> None:
    """Nothing of a report depends on when or where it is rendered."""
    assert render_markdown(report("x")) == render_markdown(report("x"))
    assert "\n\n\n" not in render_markdown(report("x"))
