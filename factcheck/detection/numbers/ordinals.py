"""Read a place in an order, in words or digits."""

from __future__ import annotations

from factcheck.detection.numbers.lexicon import number_words
from factcheck.detection.numbers.number import Ordinal
from factcheck.detection.numbers.tokens import Tokens

__all__ = ["read_ordinal"]


def read_ordinal(t: Tokens, i: int) -> Ordinal | None:
    """Read a place in an order at token i: "third", "twenty-first", "one hundred and fifth", "21st"."""
    table = number_words()
    if t.is_number(i):
        if (
            t.low[i].replace(",", "").isdecimal()
            and t.is_glued(i + 1)
            and t.low[i + 1] in ("st", "nd", "rd", "th")
            and len(t.low[i]) < 10
        ):
            return Ordinal(i, i + 2, int(t.low[i].replace(",", "")))
        return None
    total, current, at, joined = 0, 0, i, False
    for _ in range(12):
        word = t.low[at]
        entry = table.get(word)
        if entry is None:
            if (word == "-" and at > i) or (word == "and" and at > i and not joined and current >= 100):
                joined = word == "and"
                at += 1
                continue
            return None
        sort, size = entry
        if sort in ("ordinal", "parts") and (size > 2 or sort == "ordinal" or size == 1):
            if size == 1 and sort == "parts" and current % 10:
                return None
            if size in (100, 1000, 10**6, 10**9):
                return Ordinal(
                    i,
                    at + 1,
                    (total + max(current, 1)) * size if not total else total + current * size,
                    sort == "parts",
                )
            if current % 100 and (current % 10 or size >= 10):
                return None
            return Ordinal(i, at + 1, total + current + size, sort == "parts")
        if sort == "hundred" and 0 < current < 10:
            current *= 100
        elif sort == "scale" and current:
            total, current = total + current * size, 0
        elif (sort == "ten" and current % 100 == 0) or (sort in ("unit", "teen") and current % 100 == 0 and size):
            current += size
        else:
            return None
        at += 1
    return None
