"""Rules of `cut_markdown`."""

from hypothesis import given, settings
from hypothesis import strategies as st

from factcheck.text.markdown import cut_markdown

LINES = st.sampled_from(
    ["# Title", "## Two ##", "Words here.", "===", "---", "- item", " - inner", "> quoted", ">", "| a | b |",
     "|---|---|", "a | b", "```", "~~~", "<!-- note", "-->", "![alt](x.png)", "[1]: http://a.b",
     "[^1]: A note.", "", "* * *", "1. One", " code"]
)  # fmt: skip


@given(st.lists(LINES, max_size=14).map("\n".join))
@settings(max_examples=66, deadline=None)
def test_pieces_are_in_order(text):
    """Pieces are ordered, disjoint, trimmed and never empty."""
    end = 0
    for piece in cut_markdown(text):
        assert end <= piece.start < piece.end <= len(text)
        assert text[piece.start : piece.end] == text[piece.start : piece.end].strip()
        end = piece.end


def test_front_matter_needs_a_key():
    """A ruled line at the head is no front matter where no key follows."""
    text = "---\n\nThe bridge closed.\n\n---\n\nIt opens."
    assert [text[p.start : p.end] for p in cut_markdown(text)] == ["The bridge closed.", "It opens."]


def test_an_unclosed_fence_keeps_its_lines():
    """A code block that is never closed still shows its lines."""
    text = "```\nx = 5\ny = 6"
    assert [text[p.start : p.end] for p in cut_markdown(text)] == ["x = 5", "y = 6"]


def test_quoted_headings_and_lists_are_read():
    """Inside a quotation marks count as outside."""
    text = "> ## Why\n> - Rust"
    assert [(str(p.kind), text[p.start : p.end]) for p in cut_markdown(text)] == [
        ("heading", "Why"),
        ("list_item", "Rust"),
    ]
