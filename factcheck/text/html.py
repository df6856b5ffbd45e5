"""Saved web pages: the article's text with its blocks, and what the page's metadata says of it."""

from __future__ import annotations

import copy
import datetime
import re
from dataclasses import replace
from typing import Any

import lxml.etree
import lxml.html

from factcheck.errors import UnreadableInput
from factcheck.text.document import BlockKind, Document, DocumentKind
from factcheck.text.metadata import read_metadata
from factcheck.text.pages import PageBlock, cut_page
from factcheck.text.pieces import Piece, lines_of
from factcheck.text.plain import cut_group
from factcheck.text.structure import build_document

__all__ = ["read_html"]

_PROLOG = re.compile(r"\s*<\?xml[^>]{0,300}\?>")
_SHORT_PAGE = 1500  # code points below which a page holds one text, and nothing has to be told from an article
_LONG_PAGE = 5_000_000  # code points of markup above which the article is told by its tags alone
_WINDOW = 20_000  # code points of the article looked through for a block
_UNITS = ("p", "head", "item", "quote", "cell", "code", "fw", "ab")


def read_html(
    page: str,
    *,
    dateline: datetime.date | None = None,
    kind: DocumentKind | None = None,
    source: str | None = None,
) -> Document:
    """Take the article out of a page.

    Blocks are cut by an own walk over the page, in which inline marks join ("£<b>4</b>m") and block marks part;
    trafilatura says which of them are the article. What it drops between two blocks of the article is kept unless its
    own mark says that it is navigation, an advertisement or the like. Nothing is fetched.

    Raises:
        UnreadableInput: the page holds no text, or is nested so deeply that some of it would be lost.
    """
    name = source or "page"
    parser = lxml.html.HTMLParser(
        no_network=True, remove_comments=True, remove_pis=True, huge_tree=True, encoding="utf-8"
    )
    data = _PROLOG.sub("", page, count=1).encode("utf-8", "replace")
    try:
        root = lxml.html.document_fromstring(data, parser=parser)
    except (lxml.etree.ParserError, lxml.etree.XMLSyntaxError, ValueError) as error:
        raise UnreadableInput(name, "no text") from error
    if any("depth" in entry.message for entry in parser.error_log):
        raise UnreadableInput(name, "elements nested too deeply to be read; save the article's text as .txt")
    metadata = read_metadata(root)
    blocks = _chosen(root, cut_page(root), len(page))
    text, pieces = _laid_out(blocks)
    if not pieces:
        raise UnreadableInput(name, "no text")
    document = build_document(text, pieces, dateline=dateline, near=metadata.date, kind=kind, source=source)
    return replace(
        document,
        title=document.title or metadata.title,
        byline=document.byline or metadata.author,
        publisher=metadata.publisher,
        url=metadata.url,
        language=metadata.language or document.language,
    )


def _chosen(root: Any, blocks: list[PageBlock], size: int) -> list[PageBlock]:
    """Choose the blocks of the article."""
    plain = [block for block in blocks if not block.is_aside]
    if sum(len(block.text) for block in plain) < _SHORT_PAGE or size > _LONG_PAGE:
        return plain or blocks
    kept = _kept(blocks, *_article_units(root))
    first = next((index for index, keep in enumerate(kept) if keep), None)
    if first is None:
        return plain or blocks
    last = len(kept) - 1 - kept[::-1].index(True)
    while (
        last + 1 < len(blocks)
        and not blocks[last + 1].is_aside
        and blocks[last + 1].container == blocks[last].container
    ):
        last += 1
    while first > 0 and not blocks[first - 1].is_aside and blocks[first - 1].container == blocks[first].container:
        first -= 1
    title = next((i for i in range(first - 1, -1, -1) if blocks[i].kind is BlockKind.TITLE), None)
    return [
        block
        for index, block in enumerate(blocks)
        if kept[index] or index == title or (first <= index <= last and not block.is_aside)
    ]


def _article_units(root: Any) -> tuple[set[str], str]:
    """Ask trafilatura for the article: the letters and digits of each of its parts, and of all of it."""
    from trafilatura import bare_extraction  # 400 ms to import: only for pages that need it

    found = bare_extraction(
        copy.deepcopy(root), include_comments=False, date_extraction_params={"extensive_search": False}
    )
    body = getattr(found, "body", None)
    if body is None:
        return set(), ""
    units = {_key("".join(element.itertext())) for element in body.iter(*_UNITS)}
    return units, _key("".join(body.itertext()))


def _kept(blocks: list[PageBlock], units: set[str], whole: str) -> list[bool]:
    """Say of each block whether the article holds it; both are in the order of the page."""
    kept = []
    at = 0
    for block in blocks:
        key = _key(block.text)
        keep = bool(key) and key in units
        if not keep and len(key) >= 20:
            found = whole.find(key, at, at + _WINDOW + len(key))
            keep = found >= 0
            at = found + len(key) if keep else at
        elif keep:
            found = whole.find(key, at, at + _WINDOW + len(key))
            at = found + len(key) if found >= 0 else at
        kept.append(keep)
    return kept


def _key(words: str) -> str:
    """Give the letters and digits alone: two walks over one page differ in their white space."""
    return "".join(filter(str.isalnum, words))


def _laid_out(blocks: list[PageBlock]) -> tuple[str, list[Piece]]:
    """Lay the blocks out as a text, a blank line between two of them, and cut it into pieces."""
    text = "\n\n".join(block.text for block in blocks)
    pieces: list[Piece] = []
    at = 0
    for block in blocks:
        end = at + len(block.text)
        lines = list(lines_of(text, at, end))
        if block.kind is None or len(lines) > 1:
            cut = cut_group(text, lines)
            pieces.extend(replace(piece, kind=block.kind or piece.kind) for piece in cut)
        else:
            pieces.append(Piece(at, end, block.kind))
        at = end + 2
    return text, pieces
