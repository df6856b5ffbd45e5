"""Quotation marks: which mark opens, which closes, and which is only an apostrophe.

One walk over the marks of each paragraph, with a stack; a paragraph never changes how the next one is paired, except
that a quotation left open goes on where the next paragraph begins with an opening mark, as newspapers print it.
"""

from __future__ import annotations

import re
from collections.abc import Sequence
from dataclasses import dataclass, replace

from factcheck.text.wordlists import load_words

__all__ = ["Quotation", "pair_marks"]

_MARK = re.compile("[“”„‟«»‹›‘’‚‛\"']|``")
_FAMILY = {
    **dict.fromkeys('“”„‟"', "double"),
    "``": "double",
    **dict.fromkeys("‘’‚‛'", "single"),
    **dict.fromkeys("«»", "guillemet"),
    **dict.fromkeys("‹›", "single guillemet"),
}
_OPENERS = "“„‟«‹‘‚‛([{"
_DASHES = "-–—/"
_AFTER = ".,;:!?…)]}”’»›\"'"
_ENDS = ".!?…"
# Words whose first letters are dropped: the mark before them is an apostrophe.
_ELISION = re.compile(
    r"(?:\d{2,4}s?|tis|twas|twill|em|til|till|cause|cos|bout|round|n|cept|fraid|ere|neath|midst)\b(?![’'](?!\s))", re.I
)


@dataclass(frozen=True, slots=True)
class Quotation:
    """Hold the words between two marks.

    Attributes:
        start: first code point of the words.
        end: one past their last.
        outer_start: where the opening mark stands.
        outer_end: one past the closing mark, or `end` without one.
        depth: 0 for a quotation in the text, 1 for one inside it, and so on.
        closed: whether a closing mark was found.
        parts: spans of the paragraphs of a quotation that runs over several.
    """

    start: int
    end: int
    outer_start: int
    outer_end: int
    depth: int = 0
    closed: bool = True
    parts: tuple[tuple[int, int], ...] = ()


@dataclass(slots=True)
class _Open:
    """Hold an opening mark that waits for its closing one."""

    at: int
    mark: str
    family: str
    pair: int = -1  # number of its quotation, once closed


@dataclass(slots=True)
class _Paragraph:
    """Hold what one paragraph's walk found."""

    quotations: list[Quotation]
    unclosed: int | None = None  # number of the quotation that was left open up to the paragraph's end
    orphan: int | None = None  # where a mark closes what was never opened here
    leading: int | None = None  # number of the quotation that begins the paragraph


def pair_marks(text: str, blocks: Sequence[tuple[int, int]]) -> list[Quotation]:
    """Pair the quotation marks of each block, in order of their opening mark.

    Args:
        text: the text.
        blocks: spans of its paragraphs, headings and captions, in order.

    >>> text = "She “wouldn’t trust the ’90s data”. The teachers’ union said ‘no’."
    >>> [text[q.start : q.end] for q in pair_marks(text, [(0, len(text))])]
    ['wouldn’t trust the ’90s data', 'no']
    """
    found: list[Quotation] = []
    waiting: int | None = None  # number in `found` of the quotation that the paragraph before left open
    for start, end in blocks:
        paragraph = _Walk(text, start, end).run()
        base = len(found)
        found += paragraph.quotations
        if waiting is not None:
            waiting = _continue(text, found, waiting, base, paragraph, (start, end))
            if waiting is not None:
                continue
        waiting = None if paragraph.unclosed is None else base + paragraph.unclosed
    found = [quotation for quotation in found if quotation.end > quotation.start]
    found.sort(key=lambda quotation: (quotation.start, -quotation.end))
    return found


def _continue(
    text: str, found: list[Quotation], waiting: int, base: int, paragraph: _Paragraph, block: tuple[int, int]
) -> int | None:
    """Join a quotation left open with its next paragraph; give its number while it stays open."""
    first = found[waiting]
    parts = first.parts or ((first.start, first.end),)
    if paragraph.leading is not None:
        number = base + paragraph.leading
        more = found[number]
        found[waiting] = replace(
            first, end=more.end, outer_end=more.outer_end, closed=more.closed, parts=(*parts, (more.start, more.end))
        )
        found[number] = replace(more, end=more.start)  # it lives on as a part
        return waiting if paragraph.unclosed == paragraph.leading else None
    if paragraph.orphan is not None:
        at = paragraph.orphan
        end = _trim(text, block[0], at)
        found[waiting] = replace(first, end=end, outer_end=at + 1, closed=True, parts=(*parts, (block[0], end)))
    return None


def _trim(text: str, start: int, end: int) -> int:
    while end > start and text[end - 1].isspace():
        end -= 1
    return end


class _Walk:
    """Walk over the marks of one paragraph."""

    def __init__(self, text: str, start: int, end: int) -> None:
        self.text, self.start, self.end = text, start, end
        self.marks = [(m.start(), m.group()) for m in _MARK.finditer(text, start, end)]
        self.stack: list[_Open] = []
        self.open_marks: dict[str, list[str]] = {family: [] for family in _FAMILY.values()}
        self.result = _Paragraph([])
        self.depths: list[int] = []
        self.single_closers = self._find_single_closers()
        self.last_closer = max(self.single_closers, default=-1)

    def run(self) -> _Paragraph:
        """Pair the marks and give what was found."""
        for number, (at, mark) in enumerate(self.marks):
            family = _FAMILY[mark]
            if family == "double":
                self._double(at, mark)
            elif family == "single":
                self._single(number, at, mark)
            else:
                self._guillemet(at, mark, family)
        self._leave_open()
        return self.result

    # What stands on either side of a mark.

    def _before(self, at: int) -> str:
        return self.text[at - 1] if at > self.start else " "

    def _after(self, at: int) -> str:
        return self.text[at + 1] if at + 1 < self.end else " "

    def _begins(self, at: int) -> bool:
        """Say whether something may begin here: a blank, an opening mark or a dash stands before."""
        before = self._before(at)
        return before.isspace() or before in _OPENERS or before in _DASHES or self._is_open_at(at - 1)

    def _is_open_at(self, at: int) -> bool:
        return bool(self.stack) and self.stack[-1].at == at

    def _ends(self, at: int) -> bool:
        after = self._after(at)
        return after.isspace() or after in _AFTER or after in _DASHES

    # Each family of marks.

    def _double(self, at: int, mark: str) -> None:
        is_open = bool(self.open_marks["double"])
        begins, ends = self._begins(at), self._ends(at)
        before = self._before(at)
        if mark in ("„", "‟", "``"):
            self._push(at, mark, "double")
        elif mark == "“":
            german = is_open and self._top("double") == "„" and not before.isspace()
            typo = is_open and ends and not before.isspace() and self._after(at) != "‘"
            if german or typo:
                self._close(at, "double")
            else:
                self._push(at, mark, "double")
        elif mark == "”":
            if is_open:
                self._close(at, "double")
            elif begins and not ends:
                self._push(at, mark, "double")
            elif self.result.orphan is None and not self.result.quotations:
                self.result.orphan = at
        elif is_open and (not begins or (ends and not before.isspace())):
            self._close(at, "double")
        elif begins and not (ends and self._after(at) not in "'‘…"):
            self._push(at, mark, "double")
        elif is_open and begins and ends:
            self._close(at, "double")
        elif not is_open and not ends and (before in ",:;.?!)" or before.isalpha()):
            self._push(at, mark, "double")
        elif not is_open and self.result.orphan is None and not self.result.quotations and not before.isdigit():
            self.result.orphan = at

    def _guillemet(self, at: int, mark: str, family: str) -> None:
        top = self._top(family)
        if top is None or top == mark:
            self._push(at, mark, family)
        else:
            self._close(at, family)

    def _find_single_closers(self) -> dict[int, bool]:
        """List the single marks that may close, and whether each is likelier a possessive or a dropped letter."""
        closers: dict[int, bool] = {}
        for at, mark in self.marks:
            if mark not in "’'‘" or self._before(at).isspace():
                continue
            after = self._after(at)
            if after.isalnum() or (mark == "‘" and not (after.isspace() or after in _AFTER)):
                continue
            following = self.text[at + 2 : at + 3]
            possessive = self._before(at) in "sSzx" and after == " " and following[:1].isalnum()
            before = self.text[max(self.start, at - 2) : at]
            if before[1:] == "n" and before[:1] in "'’‘":
                continue
            dropped = before == "in" and after == " "
            closers[at] = possessive or dropped
        return closers

    def _single(self, number: int, at: int, mark: str) -> None:
        is_open = bool(self.open_marks["single"])
        if is_open and at in self.single_closers and not (mark == "‘" and self._top("single") != "‚"):
            if not self.single_closers[at] or not self._stronger_follows(number):
                self._close(at, "single")
            return
        if mark == "‚":
            self._push(at, mark, "single")
            return
        if mark == "’" or not self._begins(at) or self._after(at).isspace() or _ELISION.match(self.text, at + 1):
            return
        if mark == "'" and is_open and self._top("single") == "'":
            return
        if self._closer_follows(number) or (mark == "‘" and self._brings_on(at)):
            self._push(at, mark, "single")

    def _stronger_follows(self, number: int) -> bool:
        """Say whether a surer closing mark comes before the next opening one."""
        for at, mark in self.marks[number + 1 :]:
            if mark in "‘'" and self._begins(at) and at not in self.single_closers:
                return False
            if self.single_closers.get(at) is False:
                return True
            if at - self.marks[number][0] > 2000:  # a possessive so far from any closing mark decides nothing
                return False
        return False

    def _closer_follows(self, number: int) -> bool:
        return self.last_closer > self.marks[number][0]

    def _brings_on(self, at: int) -> bool:
        """Say whether a quotation may begin here without an end: at the paragraph's head, or after a colon or comma."""
        return at == self.start or self.text[max(self.start, at - 2) : at].strip()[-1:] in (":", ",")

    # The stack.

    def _top(self, family: str) -> str | None:
        marks = self.open_marks[family]
        return marks[-1] if marks else None

    def _push(self, at: int, mark: str, family: str) -> None:
        self.stack.append(_Open(at, mark, family))
        self.open_marks[family].append(mark)

    def _close(self, at: int, family: str) -> None:
        """Close the innermost open mark of a family; marks opened inside it and never closed were none."""
        while self.stack:
            entry = self.stack.pop()
            self.open_marks[entry.family].pop()
            if entry.family == family:
                self._add(entry, at, at + 1, closed=True)
                return

    def _add(self, entry: _Open, end: int, outer_end: int, *, closed: bool) -> None:
        start = entry.at + len(entry.mark)
        while start < end and self.text[start].isspace():
            start += 1
        end = _trim(self.text, start, end)
        if end <= start:
            return
        if entry.at == self.start:
            self.result.leading = len(self.result.quotations)
        self.result.quotations.append(
            Quotation(start, end, entry.at, outer_end if closed else end, len(self.stack), closed)
        )

    def _leave_open(self) -> None:
        """End what was never closed: at the paragraph's end, or before the next quotation of the same kind."""
        left = [entry for entry in self.stack if entry.family != "single" or self._brings_on(entry.at)]
        left = [entry for number, entry in enumerate(left) if number == 0 or entry.family != "single"]
        if not left:
            return
        self.stack.clear()
        openings = sorted(
            {entry.at for entry in left}
            | {q.outer_start for q in self.result.quotations if self.text[q.outer_start] in '“"«„'}
        )
        at_open = 0
        dropped = [entry.at for entry in left]
        self.result.quotations = [
            replace(q, depth=max(0, q.depth - sum(1 for at in dropped if at < q.outer_start)))
            if len(dropped) < 50
            else replace(q, depth=0)
            for q in self.result.quotations
        ]
        for entry in left:
            while at_open < len(openings) and openings[at_open] <= entry.at:
                at_open += 1
            stop = openings[at_open] if at_open < len(openings) else None
            if stop is None:
                before = len(self.result.quotations)
                self._add(entry, self.end, self.end, closed=False)
                goes_on = len(self.result.quotations) > before and not self._ends_in_cue()
                self.result.unclosed = before if goes_on else None
            else:
                self._add(entry, self._sentence_end(entry.at + 1, stop), stop, closed=False)

    def _ends_in_cue(self) -> bool:
        """Say whether the paragraph ends with who spoke, ", said Ida Roe.": its closing mark was forgotten before that."""
        tail = self.text[max(self.start, self.end - 80) : self.end].rstrip(" .")
        _, comma, words = tail.rpartition(", ")
        bare = words.split()
        return bool(comma) and 1 < len(bare) <= 6 and not {bare[0], bare[-1]}.isdisjoint(load_words("reporting_verbs"))

    def _sentence_end(self, start: int, stop: int) -> int:
        """Find the last end of a sentence before `stop`, or `stop` without one."""
        at = max(self.text.rfind(mark + " ", start, stop) for mark in _ENDS)
        return at + 1 if at >= start else stop
