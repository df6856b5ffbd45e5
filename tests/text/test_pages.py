"""Rules of `cut_page`."""

import lxml.html
import pytest

from factcheck.text.pages import cut_page


@pytest.mark.parametrize(
    ("page", "wanted"),
    [
        ("<p>a<br>b</p>", ["a\nb"]),
        ("<p>a<br><br>b</p>", ["a", "b"]),
        ("<div>a<div>b</div>c</div>", ["a", "b", "c"]),
        ("<pre>a\nb</pre>", ["a\nb"]),
        ("<p>a<span hidden>x</span> b<i style='display: none'>y</i></p>", ["a b"]),
        ("<p>a<script>x</script>b</p>", ["ab"]),
        ("<ul><li>a<ul><li>b</li></ul>c</li></ul>", ["a", "b", "c"]),
        ("<p>a&nbsp;b &amp; c</p>", ["a\u00a0b & c"]),
        ("<tr><td>a</td><td><p>b</p></td></tr>", ["a", "b"]),
    ],
)
def test_how_a_page_is_cut(page, wanted):
    """A block is what a reader sees as one; hidden words and scripts are none, and what follows them is kept."""
    found = cut_page(lxml.html.document_fromstring(f"<html><body>{page}</body></html>"))
    assert [word for block in found for word in block.text.split(" | ")] == [
        w for word in wanted for w in word.split(" | ")
    ]


@pytest.mark.parametrize(
    ("page", "words"),
    [
        ("<div class='has-sidebar'><p>a</p></div>", "a"),
        ("<div class='content-sidebar-wrap'><main><p>a</p></main></div>", "a"),
        ("<div class='related'><article>b</article><article>c</article></div><p>a</p>", "a"),
        ("<header>b</header><header><h1>a</h1></header>", "a"),
        ("<div role='navigation'>b</div><div id='site-footer'>c</div><p>a</p>", "a"),
    ],
)
def test_what_stands_beside_an_article(page, words):
    """Tags, roles and class names tell what is no article; what holds the page's main part never is an aside."""
    blocks = cut_page(lxml.html.document_fromstring(f"<html><body>{page}</body></html>"))
    assert [block.text for block in blocks if not block.is_aside] == [words]
