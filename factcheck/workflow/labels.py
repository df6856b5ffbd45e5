"""The short labels that people see: D1, C17, K3, M4, E2, V5."""

from __future__ import annotations

import re

from factcheck.errors import InvalidValue

__all__ = ["label", "make_slug", "number_of", "split_label"]

_SORTS = {"C": "a claim", "D": "a document", "E": "evidence", "K": "an earlier check", "M": "a match", "R": "a reply"}


def label(letter: str, number: int) -> str:
    """Write a label.

    >>> label("C", 17)
    'C17'
    """
    return f"{letter}{number}"


def number_of(given: str | int, letter: str) -> int:
    """Read a label of one sort, in either case, or its bare number.

    >>> number_of("C17", "C"), number_of("c17", "C"), number_of(17, "C"), number_of(" 17 ", "C")
    (17, 17, 17, 17)

    Raises:
        InvalidValue: it is not such a label.
    """
    found = re.fullmatch(rf"[{letter}{letter.lower()}]?0*([1-9][0-9]{{0,17}})", str(given).strip(), re.ASCII)
    if found is None or isinstance(given, bool):
        raise InvalidValue(f"{str(given).strip()!r} is not the id of {_SORTS[letter]}: write it like {letter}17")
    return int(found[1])


def split_label(given: str) -> tuple[str, int]:
    """Read the label of an earlier claim or an imported check.

    >>> split_label("k3")
    ('K', 3)
    """
    letter = str(given).strip()[:1].upper()
    if letter not in ("C", "K"):
        raise InvalidValue(
            f"{str(given).strip()!r} is not the id of an earlier claim or check: write it like C17 or K3"
        )
    return letter, number_of(given, letter)


def make_slug(words: str, longest: int = 60) -> str:
    """Make a short name for files and addresses out of a title: ASCII letters, digits and hyphens.

    >>> make_slug("Troops deployed around Baghdad’s Green Zone")
    'troops-deployed-around-baghdads-green-zone'
    >>> make_slug("Война и мир"), make_slug("???")
    ('voyna-i-mir', 'document')
    """
    from anyascii import anyascii  # only a new document needs it; listing claims starts faster without

    plain = re.sub(r"['’`]", "", anyascii(words[: 4 * longest])).lower()
    slug = re.sub(r"[^a-z0-9]+", "-", plain).strip("-")
    if len(slug) > longest:
        slug = slug[: longest + 1].rpartition("-")[0] or slug[:longest]
    if not slug:
        return "document"
    return f"document-{slug}" if re.fullmatch(r"d?[0-9]+", slug) else slug
