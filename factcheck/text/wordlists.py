"""Word lists of the text floor, read once from the data files beside this module."""

from __future__ import annotations

from functools import cache
from pathlib import Path

__all__ = ["load_sections", "load_words"]

_FOLDER = Path(__file__).parent / "lexicon"


@cache
def load_sections(name: str, folder: str = "en") -> dict[str, frozenset[str]]:
    """Read a list with `[section]` headings; words before the first heading stand under the empty name.

    `folder` is a language's tag, or the name of a format.

    >>> "Prof" in load_sections("abbreviations")["title"]
    True
    """
    sections: dict[str, set[str]] = {}
    current = ""
    for raw in (_FOLDER / folder / f"{name}.txt").read_text(encoding="utf-8").splitlines():
        line = raw.strip()
        if not line or line.startswith("#"):
            continue
        if line.startswith("[") and line.endswith("]"):
            current = line[1:-1]
            continue
        sections.setdefault(current, set()).update(line.split())
    return {heading: frozenset(words) for heading, words in sections.items()}


def load_words(name: str, folder: str = "en") -> frozenset[str]:
    """Read a list without headings.

    >>> "However" in load_words("sentence_openers")
    True
    """
    return load_sections(name, folder)[""]
