"""Rules of `read_html`."""

import datetime

import pytest

from factcheck.errors import UnreadableInput
from factcheck.text.document import BlockKind
from factcheck.text.html import read_html

LEAD = (
    "The council closed the bridge over the river on Monday after an engineer found cracks in two of its nine piers. "
    * 4
)
MORE = (
    "Repairs will cost four million pounds, the engineer told the council, and take the whole of next year to finish. "
    * 4
)
LAST = (
    "Traders on the south bank said that they had lost half of their custom since the first barriers went up in May. "
    * 4
)
ARTICLE = f"""<html lang="en-GB"><head><title>Bridge closed | The Post</title></head><body>
<nav><a>Home</a> <a>News</a></nav><header><a>The Post</a></header>
<div class="page"><article><h1>Bridge closed</h1><p>By Ana Bell</p>
<figure><img src="x.jpg"><figcaption>The bridge at dawn</figcaption></figure>
<p>{LEAD}</p><div class="newsletter-signup"><p>Sign up for our letter</p></div>
<h2>What it costs</h2><p>{MORE}</p>
<ul><li>£<b>4</b>m for the piers</li><li>5 ferries</li></ul>
<table><tr><th>Year</th><th>Cost</th></tr><tr><td>2021</td><td>£4m</td></tr></table>
<p>{LAST}</p></article>
<div class="related"><a>Ten other bridges that you will not believe</a></div></div>
<footer>© 2021 The Post Ltd</footer></body></html>"""


def blocks(document):
    """Give kind and words of each block."""
    return [(str(b.kind), document.text[b.start : b.end]) for b in document.blocks]


def test_the_article_is_taken_out_whole():
    """Every block of the article is there with its kind, in order, and nothing that stands beside it."""
    assert blocks(read_html(ARTICLE)) == [
        ("title", "Bridge closed"),
        ("byline", "By Ana Bell"),
        ("caption", "The bridge at dawn"),
        ("paragraph", LEAD.strip()),
        ("heading", "What it costs"),
        ("paragraph", MORE.strip()),
        ("list_item", "£4m for the piers"),
        ("list_item", "5 ferries"),
        ("table_row", "Year | Cost"),
        ("table_row", "2021 | £4m"),
        ("paragraph", LAST.strip()),
    ]


def test_a_short_page_is_kept_whole():
    """Inline marks join, blocks part, and of a short page nothing but its furniture goes."""
    page = (
        "<body><h2>Budget</h2><p>The aide said “we lost <b>£4</b>m”.</p>Now<br>40 clinics shut"
        "<ul><li>3 in Málaga</li><li>5 in York</li></ul><nav>Home</nav></body>"
    )
    lines = read_html(page).text.split("\n")
    assert [line for line in lines if line] == [
        "Budget", "The aide said “we lost £4m”.", "Now", "40 clinics shut", "3 in Málaga", "5 in York",
    ]  # fmt: skip


def test_deep_pages_are_read():
    """A page nested a thousand elements deep is read whole."""
    assert read_html("<div>" * 1000 + "It rose." + "</div>" * 1000).text == "It rose."


def test_pages_too_deep_are_refused():
    """A page nested so deeply that the parser gives up is refused with the reason, and nothing of it is lost unsaid."""
    page = "<p>It fell.</p>" + "<div>" * 5000 + "It rose." + "</div>" * 5000
    with pytest.raises(UnreadableInput, match="nested too deeply"):
        read_html(page)


def test_entities_are_not_expanded():
    """Entities that a page declares for itself, or that name a file, bring nothing in."""
    page = '<!DOCTYPE html [<!ENTITY x SYSTEM "file:///etc/hostname"><!ENTITY y "yyyy">]><p>It rose &x; &y; 4%.</p>'
    text = read_html(page).text
    assert "yyyy" not in text
    assert "It rose" in text


def test_a_page_without_words_is_refused():
    """A page of scripts holds no text."""
    with pytest.raises(UnreadableInput, match=r"a\.html: no text"):
        read_html("<html><body><script>var x</script></body></html>", source="a.html")


def test_metadata_fill_the_document():
    """Where the text names no author or day, the metadata's stand in the document."""
    head = '<meta name="author" content="Ana Bell"><meta name="date" content="2021-04-25">'
    document = read_html(f"<html><head>{head}</head><p>It rose 4%.</p></html>")
    assert (document.byline, document.date) == ("Ana Bell", datetime.date(2021, 4, 25))
    assert [b.kind for b in document.blocks] == [BlockKind.PARAGRAPH]
