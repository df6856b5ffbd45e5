"""The words that dates are made of, and where they stand in a text.

A `Passage` keeps only the tokens that could belong to a date or a time. Whatever else stands between two of them is the
gap, so "are these two side by side?" is one look at a gap, and a text without such words costs one pass over it.
"""

from __future__ import annotations

import re
from collections.abc import Mapping
from datetime import date
from functools import lru_cache
from importlib import resources

__all__ = ["Passage", "date_lexicon"]

TOKEN = re.compile(r"[0-9]+|[^\W\d_]+")
SPACE, GLUED, COMMA, DASH, SLASH, DOT, STOP, APOSTROPHE, COLON, OPEN = " ", "", ",", "-", "/", ".", ". ", "'", ":", "("
GAPS = {
    "": SPACE, ",": COMMA, "-": DASH, "–": DASH, "—": DASH, "‑": DASH, "−": DASH, "/": SLASH,
    "'": APOSTROPHE, "’": APOSTROPHE, "‘": APOSTROPHE, ":": COLON, ".": STOP, ".,": COMMA, "(": OPEN,
    ".-": DASH, "./": SLASH,
}  # fmt: skip
LONGEST_GAP = 4
NOTHING: Mapping[str, int | str] = {}


@lru_cache(maxsize=1)
def date_lexicon() -> dict[str, dict[str, int | str]]:
    """Load the lexicon of dates: word -> class -> value.

    >>> date_lexicon()["may"]["month"]
    5
    """
    table: dict[str, dict[str, int | str]] = {}
    source = resources.files("factcheck.detection").joinpath("lexicon/en/dates.tsv").read_text(encoding="utf-8")
    for line in source.splitlines():
        if line and not line.startswith("#"):
            word, name, value = line.split("\t")
            number = value.lstrip("-").isdigit()
            table.setdefault(word, {})[name] = int(value) if number else value
    return table


class Passage:
    """Hold a text's date words with their places, and what the reading of them depends on.

    Attributes:
        text: the text.
        reference: the day that relative words count from; a stand-in when none is given.
        has_reference: whether it was given.
        order: the document's order of day and month in figures, once it was asked for.
        names: months that the text uses as somebody's name, once they were asked for.
        readings: named dates already read, by their first token, so that looking ahead costs nothing.
        antecedent: first day of the date read last, and where it ended.
    """

    def __init__(self, text: str, reference: date | None) -> None:
        self.text = text
        self.has_reference = reference is not None
        # Without a reference date the words are still read, so that their place is known; the days are then dropped.
        self.reference = reference or date(2000, 6, 15)
        self.order: tuple[bool | None] | None = None
        self.names: frozenset[str] | None = None
        self.readings: dict[int, object] = {}
        self.antecedent: tuple[date, date, int] | None = None
        self.starts: list[int] = []
        self.ends: list[int] = []
        self.words: list[str] = []
        self.meanings: list[Mapping[str, int | str]] = []
        self._tokenise()
        self.size = len(self.starts)
        self.gaps = [self._gap(i) for i in range(self.size)]

    def _tokenise(self) -> None:
        known, text = date_lexicon(), self.text
        last_end = -1
        # most words of a text are no date's: they are passed over here, before anything is done with them
        for match in [m for m in TOKEN.finditer(text) if m[0].lower() in known or m[0] < ":"]:
            word = match[0]
            start, end = match.span()
            if word[0] <= "9":
                if len(word) > 4 or (last_end != start and start and text[start - 1].isalnum()):
                    continue
                meaning: Mapping[str, int | str] = {"digits": int(word), "width": len(word)}
            else:
                word = word.lower()
                meaning = known[word]
            self.starts.append(start)
            last_end = end
            self.ends.append(end)
            self.words.append(word)
            self.meanings.append(meaning)

    def _gap(self, i: int) -> str | None:
        if i + 1 >= self.size:
            return None
        start, end = self.ends[i], self.starts[i + 1]
        if start == end:
            return GLUED
        if end - start > LONGEST_GAP:
            return None
        raw = self.text[start:end]
        if raw == " ":
            return SPACE
        if raw == ".":
            return DOT
        if raw.count("\n") > 1:
            return None
        kind = GAPS.get(raw.strip())
        # A line end after a full stop ends a sentence; after a comma or nothing the line is only wrapped.
        return None if kind == STOP and "\n" in raw else kind

    def value(self, i: int, name: str) -> int | str | None:
        """Give the value that token `i` has in a class of the lexicon, or None."""
        return self.meanings[i].get(name) if 0 <= i < self.size else None

    def number(self, i: int, name: str) -> int | None:
        """Give the value of token `i` in a class that holds numbers, or None."""
        if not 0 <= i < self.size:
            return None
        found = self.meanings[i].get(name)
        return found if isinstance(found, int) else None

    def has(self, i: int, name: str) -> bool:
        """Tell whether token `i` belongs to a class of the lexicon."""
        return 0 <= i < self.size and name in self.meanings[i]

    def word(self, i: int) -> str:
        """Give token `i` in lower case, or an empty string outside the text."""
        return self.words[i] if 0 <= i < self.size else ""

    def joined(self, i: int, *kinds: str) -> bool:
        """Tell whether token `i` and the next are side by side, with one of these gaps between (a space by default)."""
        return 0 <= i < self.size and self.gaps[i] in (kinds or (SPACE,))

    def phrase(self, i: int, *words: str) -> bool:
        """Tell whether these words stand at token `i`, with spaces between."""
        if i < 0 or i + len(words) > self.size:
            return False
        last = len(words) - 1
        return all(self.words[i + k] == w and (k == last or self.gaps[i + k] == SPACE) for k, w in enumerate(words))

    def skip(self, i: int, *words: str) -> int:
        """Give the token after `i` when token `i` is one of these words, followed by a space; otherwise `i`."""
        return i + 1 if self.word(i) in words and self.joined(i) else i

    def is_capital(self, i: int) -> bool:
        """Tell whether token `i` begins with a capital letter."""
        return self.text[self.starts[i]].isupper()

    def before(self, i: int, length: int = 40) -> str:
        """Give the characters before token `i`."""
        start = self.starts[i]
        return self.text[max(0, start - length) : start]

    def after(self, i: int, length: int = 40) -> str:
        """Give the characters after token `i`."""
        end = self.ends[i]
        return self.text[end : end + length]

    def is_fragment(self, i: int) -> bool:
        """Tell whether the digits at `i` are a piece of a longer number: 1,709 or 3.14 or 5%."""
        text, start, end = self.text, self.starts[i], self.ends[i]
        left = start >= 2 and text[start - 1] in ".,:/" and text[start - 2].isdigit()
        right = text[end : end + 1] in (",", ".", ":", "/") and text[end + 1 : end + 2].isdigit()
        return (
            left or right or text[end : end + 1] in ("%", "°", "£", "€") or (start > 0 and text[start - 1] in "$£€¥#@")
        )
