"""A walk over a page's elements: its blocks in order, inline marks joined, what is no article marked."""

from __future__ import annotations

import re
from dataclasses import dataclass, field
from typing import Any

import lxml.etree

from factcheck.text.document import BlockKind
from factcheck.text.wordlists import load_sections

__all__ = ["PageBlock", "cut_page"]

_ELEMENTS = load_sections("elements", "html")
_SKIPPED, _INLINE, _ASIDE = _ELEMENTS["skipped"], _ELEMENTS["inline"], _ELEMENTS["aside"]
_ASIDE_ROLES, _ASIDE_NAMES = _ELEMENTS["role"], _ELEMENTS["name"]
_KINDS = {
    "h1": BlockKind.TITLE, "h2": BlockKind.HEADING, "h3": BlockKind.HEADING, "h4": BlockKind.HEADING,
    "h5": BlockKind.HEADING, "h6": BlockKind.HEADING, "li": BlockKind.LIST_ITEM, "dd": BlockKind.LIST_ITEM,
    "dt": BlockKind.LIST_ITEM, "figcaption": BlockKind.CAPTION, "caption": BlockKind.CAPTION, "tr": BlockKind.TABLE_ROW,
}  # fmt: skip
_CONTAINERS = frozenset({"article", "main", "section", "div", "td", "body", "blockquote"})
_ABOUT_OTHERS = frozenset({"has", "with", "without", "no", "not", "is", "show", "hide", "js", "page", "body"})
_NAME_PARTS = re.compile(r"[A-Za-z]+")
_SPACE = re.compile(r"[ \t\r\n\f]+")
_HIDDEN_STYLE = re.compile(r"display\s*:\s*none|visibility\s*:\s*hidden", re.IGNORECASE)


@dataclass(frozen=True, slots=True)
class PageBlock:
    """Hold one block of a page.

    Attributes:
        text: its words, white space folded; a line break where the page sets one.
        kind: what its tag says it is, or None.
        is_aside: whether a tag, role or class name says that it is no part of an article.
        container: the number of the element that holds it: blocks side by side share it.
    """

    text: str
    kind: BlockKind | None
    is_aside: bool
    container: int


@dataclass(slots=True)
class _Walk:
    """Keep where the walk stands."""

    holders: set[Any] = field(default_factory=set)
    blocks: list[PageBlock] = field(default_factory=list)
    words: list[str] = field(default_factory=list)
    kinds: list[BlockKind | None] = field(default_factory=lambda: [None])
    containers: list[int] = field(default_factory=lambda: [0])
    asides: int = 0
    preformatted: int = 0

    def flush(self) -> None:
        """End the block whose words wait."""
        if not self.words:
            return
        lines = (_SPACE.sub(" ", line).strip(" ").removesuffix(" |") for line in "".join(self.words).split("\v"))
        self.words = []
        text = "\n".join(lines).strip("\n")
        for part in re.split(r"\n{2,}", text):
            if part.strip():
                self.blocks.append(PageBlock(part, self.kinds[-1], self.asides > 0, self.containers[-1]))


def cut_page(root: Any) -> list[PageBlock]:
    r"""Cut a parsed page into its blocks, in reading order.

    >>> import lxml.html
    >>> page = lxml.html.document_fromstring("<p>We lost <b>£4</b>m.</p>Now<br>40 shut<ul><li>5 in York</ul>")
    >>> [(block.text, str(block.kind)) for block in cut_page(page)]
    [('We lost £4m.', 'None'), ('Now\n40 shut', 'None'), ('5 in York', 'list_item')]
    """
    walk = _Walk(holders=_holders(root))
    numbers = 0
    walker = lxml.etree.iterwalk(root, events=("start", "end"))
    for event, element in walker:
        tag = element.tag if isinstance(element.tag, str) else ""
        if event == "start":
            if tag in _SKIPPED or not tag or _is_hidden(element):
                # Its tail is read at its end, which still comes.
                walker.skip_subtree()
                continue
            numbers += 1
            _open(walk, element, tag, numbers)
        else:
            if not (tag in _SKIPPED or not tag or _is_hidden(element)):
                _close(walk, element, tag)
            if element.tail and element is not root:
                walk.words.append(_words(walk, element.tail))
    walk.flush()
    return walk.blocks


def _open(walk: _Walk, element: Any, tag: str, number: int) -> None:
    """Enter an element."""
    if tag == "br":
        walk.words.append("\v")
    elif tag in ("td", "th"):
        if "".join(walk.words).strip():
            walk.words.append(" | ")
    elif tag not in _INLINE:
        walk.flush()
        walk.kinds.append(_KINDS.get(tag) or (walk.kinds[-1] if tag in ("p", "div", "span") else None))
        walk.asides += _is_aside(walk, element, tag)
        walk.preformatted += tag == "pre"
        if tag in _CONTAINERS:
            walk.containers.append(number)
    if element.text:
        walk.words.append(_words(walk, element.text))


def _close(walk: _Walk, element: Any, tag: str) -> None:
    """Leave an element."""
    if tag in _INLINE or tag in ("br", "td", "th"):
        return
    walk.flush()
    walk.kinds.pop()
    walk.asides -= _is_aside(walk, element, tag)
    walk.preformatted -= tag == "pre"
    if tag in _CONTAINERS:
        walk.containers.pop()


def _words(walk: _Walk, words: str) -> str:
    """Give words as they are laid out: inside `pre` a line break stays one."""
    return words.replace("\n", "\v") if walk.preformatted else words


def _is_hidden(element: Any) -> bool:
    """Say whether a page hides the element from its readers."""
    if element.get("hidden") is not None:
        return True
    style = element.get("style")
    return bool(style and _HIDDEN_STYLE.search(style))


def _is_aside(walk: _Walk, element: Any, tag: str) -> bool:
    """Say whether the element says of itself that it is no part of an article."""
    if tag in ("html", "body", "article", "main") or tag in _KINDS:
        return False
    if tag in _ASIDE or (element.get("role") or "").lower() in _ASIDE_ROLES:
        return True
    if element in walk.holders:
        return False
    return tag == "header" or any(
        map(_names_aside, f"{element.get('class') or ''} {element.get('id') or ''}"[:300].split())
    )


def _names_aside(name: str) -> bool:
    """Say whether a class name or id is that of something beside an article; "has-sidebar" is the article's own."""
    parts = [part.lower() for part in _NAME_PARTS.findall(name)]
    return bool(parts) and parts[0] not in _ABOUT_OTHERS and any(part in _ASIDE_NAMES for part in parts)


def _holders(root: Any) -> set[Any]:
    """Gather the elements that hold the article's own marks, and so are no aside whatever their class says."""
    articles = list(root.iter("article"))
    marks = [*root.iter("main", "h1"), *(articles if len(articles) == 1 else ())]
    holders: set[Any] = set()
    for mark in marks:
        element = mark
        while element is not None and element not in holders:
            holders.add(element)
            element = element.getparent()
    return holders
