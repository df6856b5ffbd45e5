"""The words, numbers and marks of a text, each with its place: what the number grammar reads."""

from __future__ import annotations

import re
from collections.abc import Iterable

from factcheck.detection.numbers.number import Number
from factcheck.detection.words import Word, tag_words

__all__ = ["BREAK", "Tokens"]

BREAK = "\n"
"""Stands for a paragraph's or a list item's end; no number, unit or noun reaches over it."""

_SPACES = "[ \u2007\u2008\u2009\u200a\u202f]"
_MARKS = (
    "\u0300-\u036f\u0591-\u05bd\u0610-\u061a\u064b-\u065f\u0670\u0900-\u0903\u093a-\u094f"  # accents and vowel signs
)
_ADDRESSES = r"(?:https?://|www\.)\S+|[\w.+-]{1,64}@[\w-]{1,64}\.[\w.-]{1,64}|[@#]\w+|"  # no numbers in them
_PLAIN = (
    rf"[^\W\d_]+(?:[{_MARKS}]+[^\W\d_]*)*"
    r"|\d{1,3}(?:,\d{3}){1,12}(?:\.\d+)?(?![\d])(?!,\d)"  # 1,234,567.8
    r"|\d{1,2}(?:,\d{2}){1,12},\d{3}(?:\.\d+)?(?![\d])(?!,\d)"  # 12,45,000
    r"|\d{1,3}(?:\.\d{3}){2,12}(?:,\d+)?(?![\d.])|\d{1,3}(?:\.\d{3}){1,12},\d{1,2}(?!\d)"  # 1.234.567,8
    rf"|\d{{1,3}}(?:{_SPACES}\d{{3}}){{1,5}}(?![\d/])(?:[.,]\d+)?"  # 742 000
    r"|\d{1,3}(?:['’]\d{3}){1,12}(?:\.\d+)?(?!\d)"  # 742'000
    r"|\d++(?:[.:·]\d++){2,}"  # versions, network addresses: identifiers
    r"|\d++[.·]\d+|\d++,\d{1,2}(?![\d])(?!,\d)|0,\d+(?!,)|\d+|(?<![\w.])\.\d+"  # 3.4; 3,4; 34; .5
    r"|['’](?:s|S)(?!\w)|\n|\S"
)
_LIST_NUMBER = re.compile(r"\d{1,3}[.)]\s")
_TOKEN = re.compile(_PLAIN)


class Tokens:
    """Hold a text's tokens in parallel lists, with eight empty ones behind the last: looking ahead needs no check.

    Attributes:
        text: the text.
        start: first code point of each token.
        end: one past the last.
        low: each token in lower case, "’s" as "'s"; `BREAK` for the end of a paragraph or a line item.
        size: how many there are, the empty ones not counted.
        numbers: what the number grammar has read, by place: each is read once.
        words: the tagged words of the text, where they are known already; tags are taken from them.
        taken: tokens that already belong to something else (a date, a name with a number).
    """

    __slots__ = ("_tags", "end", "low", "numbers", "size", "start", "taken", "text")

    def __init__(self, text: str, words: Iterable[Word] = ()) -> None:
        lower = text.lower()
        if len(lower) != len(text):  # a few capitals lower to two characters; offsets must not move
            lower = "".join(c.lower() if len(c.lower()) == 1 else c for c in text)
        has_address = "@" in text or "#" in text or "://" in text or "www." in text
        pattern = re.compile(_ADDRESSES + _PLAIN) if has_address else _TOKEN  # few texts need it, and re keeps it
        spans = [m.span() for m in pattern.finditer(text)]
        if "\n" in text:
            spans = [span for span in spans if text[span[0]] != "\n" or _breaks(text, span[0])]
        self.text = text
        self.size = len(spans)
        beyond = len(text)
        self.start = [s for s, _ in spans] + [beyond] * 8
        self.end = [e for _, e in spans] + [beyond] * 8
        self.low = [lower[s:e] for s, e in spans] + [""] * 8
        if "’" in text:
            self.low = ["'s" if w == "’s" else w for w in self.low]
        self.taken = bytearray(self.size + 8)
        self.numbers: dict[int, Number | None] = {}
        self._tags: dict[int, str] = {word.start: word.tag for word in words}

    def is_glued(self, i: int) -> bool:
        """Whether token i follows the one before it without a space."""
        return i > 0 and i < self.size and self.start[i] == self.end[i - 1]

    def raw(self, i: int) -> str:
        """Give token i as written."""
        return self.text[self.start[i] : self.end[i]]

    def is_number(self, i: int) -> bool:
        """Whether token i is written in digits."""
        word = self.low[i]
        return bool(word) and (word[0].isdecimal() or (word[0] == "." and len(word) > 1))

    def is_word(self, i: int) -> bool:
        """Whether token i is made of letters."""
        return self.low[i][:1].isalpha()

    def is_capital(self, i: int) -> bool:
        """Whether token i begins with a capital letter."""
        start = self.start[i]
        return start < len(self.text) and self.text[start].isupper()

    def opens_sentence(self, i: int) -> bool:
        """Whether token i is the first word of a sentence or of a line."""
        before = self.low[i - 1] if i else ""
        if before in ('"', "“", "‘", "'", "(", "—", "–", "-", "•", "*") and i > 1:
            before = self.low[i - 2]
            return before in ("", BREAK, ".", "!", "?", ":")
        return before in ("", BREAK, ".", "!", "?", ":", ";")

    def tag(self, i: int) -> str:
        """Give token i's part of speech (Penn tags); the sentence around it is tagged on first use."""
        if i >= self.size:
            return ""
        found = self._tags.get(self.start[i])
        if found is None:
            self._tag_window(i)
            found = self._tags.setdefault(self.start[i], "")
        return found

    def _tag_window(self, i: int) -> None:
        first, last = i, i
        while first > 0 and i - first < 12 and self.low[first - 1] not in (BREAK, ".", "!", "?"):
            first -= 1
        while last < self.size - 1 and last - i < 28 and self.low[last + 1] not in (BREAK, ".", "!", "?"):
            last += 1
        at = first
        for word in tag_words(self.text, self.start[first], self.end[last]):
            while at <= last and self.start[at] < word.end:  # the parts of a hyphenated word carry its tag
                if self.start[at] >= word.start:
                    self._tags.setdefault(self.start[at], word.tag)
                at += 1


def _breaks(text: str, at: int) -> bool:
    """Tell a paragraph's or item's end from a line that was only wrapped.

    A wrapped line goes on with a small letter, or with a number behind a word in small letters or a comma.
    """
    after = at + 1
    while after < len(text) and text[after] in " \t":
        after += 1
    if after >= len(text) or text[after] == "\n":
        return True
    before = text[at - 1] if at else "\n"
    if text[after].islower():
        return before in ".!?:\n"
    if _LIST_NUMBER.match(text, after):
        return True
    if text[after].isdecimal() or text[after] in "$£€":
        return not (before.islower() or before == ",")
    return True
