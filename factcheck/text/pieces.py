"""Pieces: the stretches that a format's marks cut a text into, before anyone asks what they are."""

from __future__ import annotations

from collections.abc import Iterator
from dataclasses import dataclass

from factcheck.text.document import BlockKind

__all__ = ["Piece", "lines_of", "trimmed"]


@dataclass(frozen=True, slots=True)
class Piece:
    """Hold one stretch of a text without its markers.

    Attributes:
        start: first code point that is no space.
        end: one past the last.
        kind: what the format's own marks say it is; None leaves it to the words.
        alone: whether blank space or a mark parts it from what follows.
        locator: where a reader would look for it.
    """

    start: int
    end: int
    kind: BlockKind | None = None
    alone: bool = True
    locator: str | None = None


def lines_of(text: str, start: int = 0, end: int | None = None) -> Iterator[tuple[int, int]]:
    r"""Give the span of every line of `text[start:end]` without the space around it; a blank line has an empty span.

    >>> list(lines_of("a\n\n b "))
    [(0, 1), (2, 2), (4, 5)]
    """
    at, stop = start, len(text) if end is None else end
    while at <= stop:
        line_end = text.find("\n", at, stop)
        line_end = stop if line_end < 0 else line_end
        yield trimmed(text, at, line_end)
        at = line_end + 1


def trimmed(text: str, start: int, end: int) -> tuple[int, int]:
    """Give the span without the white space at its edges."""
    stretch = text[start:end]
    end = start + len(stretch.rstrip())
    start = end - len(text[start:end].lstrip())
    return start, end
