"""Text as Markdown that says exactly what the text says.

Text from articles, archives and people is data: it opens no table cell, link, image, code span, heading or HTML, and the
reader of the rendered page sees its literal characters (CommonMark 0.31 and GitHub's extensions). Control characters and
bidirectional overrides are spelt out.
"""

from __future__ import annotations

import re
from urllib.parse import quote, urlsplit

__all__ = ["escape", "is_safe_url", "link", "one_line"]

ALLOWED_SCHEMES = frozenset({"http", "https", "mailto"})

# Everything that can open inline markup, a table cell, an entity, an autolink or a formula.
_INLINE = re.compile(r"[\\`*_\[\]<>|~&$^]|!(?=\[)|:(?=//)|(?<=\b[wW]{3})\.|@(?=\w)|:(?=\w)(?<=\bmailto:)|(?<=\bxmpp):")
# What makes a line a heading, list, quote, rule or code block when it stands first.
_LINE_START = re.compile(r"^(?:([#+\-=>:])|(\d{1,9})([.)]))")
_SPACE = re.compile(r"\s+")


def one_line(text: str) -> str:
    r"""Fold white space into single spaces, and spell out what a reader cannot see.

    >>> one_line("five\n  hundred\u202e")
    'five hundred\\u202e'
    """
    folded = _SPACE.sub(" ", text).strip()
    if folded.isprintable():
        return folded
    return "".join(
        c if c.isprintable() or c in _JOINERS else c.encode("unicode_escape").decode("ascii") for c in folded
    )


# Zero-width joiners hold emoji and Persian words together; a soft hyphen is an invitation to break a line. None of
# them can reorder or hide what stands around it, so they may stay.
_JOINERS = "\u200d\u200c\u00ad"


def escape(text: str) -> str:
    r"""Write text so that Markdown shows its literal characters, on one line, anywhere in a line, table cells included.

    >>> escape("Turnout | was 40%` so it is **proven**")
    'Turnout \\| was 40%\\` so it is \\*\\*proven\\*\\*'
    >>> escape("# Verdict"), escape("1. done")
    ('\\# Verdict', '1\\. done')
    """
    escaped = _INLINE.sub(lambda found: "\\" + found[0], one_line(text))
    return _LINE_START.sub(lambda found: "\\" + found[1] if found[1] else f"{found[2]}\\{found[3]}", escaped)


def is_safe_url(url: str) -> bool:
    r"""Say whether an address may become a link: http, https or mailto, without white space or control characters.

    >>> is_safe_url("https://example.org/a"), is_safe_url(" java\tscript:alert(3)"), is_safe_url("JaVaScRiPt:alert(1)")
    (True, False, False)
    """
    if any(c.isspace() or not c.isprintable() for c in url):
        return False
    try:
        parts = urlsplit(url)
    except ValueError:
        return False
    return parts.scheme.lower() in ALLOWED_SCHEMES and bool(parts.netloc or parts.scheme.lower() == "mailto")


def link(url: str, label: str | None = None) -> str:
    """Write a link, or the address as plain words with a warning where its scheme is not allowed.

    >>> link("https://example.org/a", "the release")
    '[the release](<https://example.org/a>)'
    >>> link("javascript:alert(1)")
    'javascript:alert(1) (not linked: only http, https and mailto are)'
    """
    if not is_safe_url(url):
        return f"{escape(url)} (not linked: only http, https and mailto are)"
    target = quote(url, safe="%/:?#@!$&*+,;=~'.-_")
    return f"[{escape(label or url)}](<{target}>)"
