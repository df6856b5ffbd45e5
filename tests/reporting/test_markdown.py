"""Text as Markdown that says exactly what the text says."""

import pytest
from hypothesis import given
from hypothesis import strategies as st
from markdown_it import MarkdownIt

from factcheck.reporting.markdown import escape, is_safe_url, link, one_line

RENDERER = MarkdownIt("gfm-like", {"linkify": False})


def shown(markdown: str) -> tuple[str, set[str]]:
    """Give the words a reader sees and the sorts of token the renderer made."""
    words, sorts = [], set()
    for token in RENDERER.parse(markdown):
        sorts.add(token.type)
        for child in token.children or []:
            sorts.add(child.type)
            words.append(child.content if child.type in ("text", "text_special") else "")
    return "".join(words), sorts


PLAIN = {"paragraph_open", "inline", "paragraph_close", "text", "text_special"}


@pytest.mark.parametrize(
    "text",
    [
        "Turnout | was 40%` so it is **proven** `",
        "## Verdict: True",
        "![x](http://127.0.0.1/p.png)",
        "- not a list",
        "+ not a list",
        "1. not a list",
        "1) not a list",
        "> not a quotation",
        "==== not a heading",
        "--- not a rule",
        "<img src=x onerror=alert(1)>",
        "<javascript:alert(2)>",
        "[here](data:text/html,x)",
        "&amp; &#60;b&#62;",
        "~~struck~~ __bold__ _slanted_",
        "``` fence",
        "    indented",
        "https://example.org/ www.example.org a@example.org",
        "$E=mc^2$",
        "\\* already escaped",
        "[^1] footnote",
        "- [ ] task",
    ],
)
def test_literal_characters_are_shown(text: str) -> None:
    """The rendered page shows the text's own characters, and no markup comes of them."""
    words, sorts = shown(escape(text))
    assert words == one_line(text)
    assert sorts <= PLAIN


@given(st.text(alphabet=st.sampled_from("ab1. #*_`[]()<>|~&!\\-+=>:$^\n\t\"'/@w")))
def test_any_text_stays_text(text: str) -> None:
    """No mixture of Markdown's own characters opens markup."""
    words, sorts = shown(escape(text))
    assert words.strip() == one_line(text)
    assert sorts <= PLAIN


def test_a_bidirectional_override_is_spelt_out() -> None:
    """A character that reorders its line is made visible."""
    assert one_line("weird \u202ename") == "weird \\u202ename"


@pytest.mark.parametrize(
    "url", ["javascript:alert(1)", " javascript:x", "java\tscript:x", "data:text/html,x", "http://", "//x", ""]
)
def test_refused_addresses(url: str) -> None:
    """Only http, https and mailto become links."""
    assert not is_safe_url(url)
    assert "](" not in link(url, "label")


def test_a_link_cannot_end_early() -> None:
    """Quotation marks, brackets and parentheses in an address stay inside it."""
    made = RENDERER.render(link('https://example.org/a?b=1&c="><script>x</script>', "a](x) b"))
    assert made.count("<a ") == 1
    assert "<script" not in made
