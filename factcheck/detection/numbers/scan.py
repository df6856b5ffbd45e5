"""One pass over the tokens: at each, the readers whose first word it may be."""

from __future__ import annotations

from collections.abc import Callable, Iterable
from fractions import Fraction
from functools import cache

from factcheck.detection.lemmas import noun_lemma
from factcheck.detection.measures import unit_spellings
from factcheck.detection.numbers.ages import AGE_DECADES, read_age_group
from factcheck.detection.numbers.amounts import read_amount
from factcheck.detection.numbers.cardinals import read_number
from factcheck.detection.numbers.changes import change_words, read_change, read_factor
from factcheck.detection.numbers.counted_nouns import find_group
from factcheck.detection.numbers.currency_marks import MARKS, prefix_words
from factcheck.detection.numbers.digits import read_glyph
from factcheck.detection.numbers.exclusions import idiom_end, is_pronoun_one, name_end, shared_noun
from factcheck.detection.numbers.lexicon import contexts, idioms, number_words
from factcheck.detection.numbers.ordinals import read_ordinal
from factcheck.detection.numbers.periods import read_another_period, read_single_period
from factcheck.detection.numbers.proportions import read_all_but, read_part
from factcheck.detection.numbers.quantity import build
from factcheck.detection.numbers.ranges import read_between
from factcheck.detection.numbers.ranks import read_rank, read_superlative, superlatives
from factcheck.detection.numbers.settling import settle
from factcheck.detection.numbers.tokens import BREAK, Tokens
from factcheck.detection.numbers.vague import read_vague, vague_seconds, vague_starts
from factcheck.detection.values import Quantity
from factcheck.vocabulary import QuantityKind as Kind

__all__ = ["scan"]

_IDIOM, _NUMBER, _ORDINAL, _VAGUE, _CHANGE, _SUPERLATIVE, _RANGE, _ALL, _MONEY, _PERIOD, _ARTICLE, _AGE, _SINGLE = (
    1 << k for k in range(13)
)
_LONGEST_RUN = 24
"""So many numbers in a row, with not a word between, are no statement."""
_Found = tuple[Quantity, int] | None


@cache
def _starts() -> dict[str, int]:
    """Give each word that something can begin with, and what: the one table that every token is looked up in."""
    table: dict[str, int] = {}

    def add(words: Iterable[str], flag: int) -> None:
        for word in words:
            table[word] = table.get(word, 0) | flag

    entries = number_words()
    add((w for w, (sort, _) in entries.items() if sort in ("unit", "teen", "ten", "part")), _NUMBER)
    add((w for w, (sort, _) in entries.items() if sort == "ordinal" or sort == "ten"), _ORDINAL)
    add((*AGE_DECADES, "early", "mid", "late"), _AGE)
    add(("minus", "negative"), _NUMBER)
    add(("a", "an"), _NUMBER | _ARTICLE)
    add(vague_starts(), _VAGUE)
    add(change_words(), _CHANGE)
    add(superlatives(), _SUPERLATIVE)
    add(("between", "from"), _RANGE)
    add(("all",), _ALL)
    add(("another",), _PERIOD)
    add(("single",), _SINGLE)
    add(MARKS, _MONEY)
    add(prefix_words(), _MONEY)
    add(idioms(), _IDIOM)
    return table


@cache
def _behind_article() -> frozenset[str]:
    """Give the words that make "a" or "an" the beginning of an amount: "a hundred", "a month"."""
    periods = (
        w for w, units in unit_spellings()[0].items() for rest, u in units if u.dimension in ("time", "calendar")
    )
    return frozenset(number_words()) | frozenset(periods) | vague_seconds()


def scan(t: Tokens) -> list[Quantity]:
    """Find every quantity but dates among the tokens that are not taken."""
    found: list[Quantity] = []
    starts = _starts()
    numeric = number_words()
    low, taken, behind_article = t.low, t.taken, _behind_article()
    floor = i = 0
    for at in [k for k, word in enumerate(low[: t.size]) if word in starts or not word.isalpha() or word > "\x7f"]:
        if at < i:  # inside what was read already
            continue
        i = at
        word = low[i]
        flags = starts.get(word, 0)
        if flags in (0, _IDIOM):
            first = word[0]
            if first.isdecimal() or (first == "." and len(word) > 1):
                flags |= _NUMBER | _ORDINAL
            elif flags:
                pass
            elif first in "-–−+":
                flags = _NUMBER if _is_sign(t, i) else 0
            elif first > "\x7f" and read_glyph(word) is not None:
                flags = _NUMBER
        if (
            not flags
            or taken[i]
            or (flags & _ARTICLE and low[i + 1] not in starts and low[i + 1] not in behind_article)
        ):
            continue
        if (flags & _NUMBER and low[i + 1] in numeric and low[i + 2] in numeric) or word[0].isdecimal():
            end = _run_end(t, i)
            if end:
                i = end
                continue
        quantities, after = _read_at(t, i, flags)
        for quantity in quantities:
            if quantity.start >= floor:
                found.append(quantity)
                floor = quantity.end
        i = max(after, i + 1)
    return settle(t, found)


def _run_end(t: Tokens, i: int) -> int:
    """Give the end of a run of bare numbers too long to be anything but a row of a table or a serial number, or 0."""
    table, at = number_words(), i
    while t.low[at] in table or t.is_number(at):
        at += 1
    return at if at - i >= _LONGEST_RUN else 0


def _is_sign(t: Tokens, i: int) -> bool:
    """Whether a dash is a minus: glued to a number and to nothing before it, or with its number alone on the line."""
    if t.low[i] == "+":
        return False
    if t.is_glued(i + 1) and (t.is_number(i + 1) or t.low[i + 1] in ("$", "£", "€")):
        return not t.is_glued(i) or t.low[i - 1] in ("(", "[", "“", '"')
    if i and t.low[i - 1] != BREAK:
        return False
    number = read_number(t, i + 1) if t.is_number(i + 1) else None
    return number is not None and t.low[number.after] in ("", BREAK)


def _read_at(t: Tokens, i: int, flags: int) -> tuple[list[Quantity], int]:
    """Try the readers at token i in order: what states nothing first, then the longest forms, then the plain ones."""
    if flags & _IDIOM:
        end = idiom_end(t, i)
        if end:
            return [], end
    steps: list[tuple[int, Callable[[Tokens, int], _Found]]] = [
        (_ALL, read_all_but), (_CHANGE, read_change), (_SUPERLATIVE, read_superlative),
        (_PERIOD, read_another_period), (_SINGLE, _read_single),
    ]  # fmt: skip
    for flag, reader in steps:
        if flags & flag:
            read = reader(t, i)
            if read is not None:
                return [read[0]], read[1]
    if flags & _AGE:
        aged = read_age_group(t, i)
        if aged is not None:
            return aged
    if flags & _RANGE:
        pair = read_between(t, i)
        if pair is not None:
            return pair
    if flags & _MONEY:
        return _read_money(t, i)
    if flags & (_NUMBER | _ORDINAL):
        quantities, after = _read_numeric(t, i, flags)
        if after > i:
            return quantities, after
    if flags & _VAGUE:
        read = read_vague(t, i)
        if read is not None:
            return [read[0]], read[1]
    return [], i + 1


def _read_money(t: Tokens, i: int) -> tuple[list[Quantity], int]:
    first = i
    if (
        t.low[i] == "$"
        and i
        and t.raw(i - 1).lower() in ("us", "c", "ca", "nz", "hk", "au", "mex")
        and not t.taken[i - 1]
    ) or (t.low[i] == "$" and t.is_glued(i) and t.is_word(i - 1)):
        first = i - 1
    for begin in dict.fromkeys((first, i)):
        read = read_amount(t, begin)
        if read is not None and read[0][0].kind is Kind.MONEY:
            return read
    return [], i + 1


def _read_numeric(t: Tokens, i: int, flags: int) -> tuple[list[Quantity], int]:
    """Read what begins with a number: a rank, a part of a whole, a factor, an age, an amount."""
    if t.low[i] in ("minus", "negative", "-", "–", "−"):
        read = read_amount(t, i)
        return read if read is not None else ([], i + 1)
    if t.low[i] in ("a", "an"):
        if idiom_end(t, i + 1):
            return [], i + 1
    else:
        aged = read_age_group(t, i)
        if aged is not None:
            return aged
        end = name_end(t, i)
        if end:
            return [], end
    if flags & _ORDINAL or t.low[i] in ("a", "an"):
        rank = read_rank(t, i)
        if rank is not None:
            return [rank[0]], rank[1]
        ordinal = read_ordinal(t, i) if t.is_number(i) else None
        if ordinal is not None:
            return [], ordinal.after
    if t.low[i] in ("a", "an") and _is_ordinal_noun(t, i):
        return [], i
    if t.low[i] in ("a", "an"):
        single = read_single_period(t, i)
        if single is not None:
            return [single[0]], single[1]
    for reader in (read_part, read_factor):
        longer = reader(t, i)
        if longer is not None:
            return [longer[0]], longer[1]
    is_one = t.low[i] == "one" and _is_lone_one(t, i)
    noun = shared_noun(t, i) if is_one else 0
    if noun:
        return [_count_one(t, i, i + 1, noun_lemma(t.low[noun]))], i + 1
    if is_one and is_pronoun_one(t, i) and not (_may_be_counted(t, i) and _has_sibling(t, i)):
        return [], i + 1
    amount = read_amount(t, i)
    if amount is None:
        ordinal_only = flags & _ORDINAL and not t.is_number(i)
        return [], i + 1 if ordinal_only or t.is_number(i) else i
    quantity = amount[0][0]
    if is_one and quantity.kind is Kind.COUNT and quantity.unit is None and not _has_sibling(t, i):
        return [], i + 1
    part = i + 1 if t.low[i] == "a" else i
    if t.low[part] in ("half", "quarter") and not _is_half(t, part, quantity):
        return [], part + 1
    return amount


def _count_one(t: Tokens, first: int, after: int, unit: str) -> Quantity:
    one = Fraction(1)
    return build(t, first, after, Kind.COUNT, one, low=one, high=one, unit=unit)


def _read_single(t: Tokens, i: int) -> _Found:
    """Read "by a single vote": one, and no more; "a single mother" counts nobody."""
    if i < 2 or t.low[i - 1] not in ("a", "one") or t.low[i - 2] not in ("by", "just", "only"):
        return None
    group = find_group(t, i + 1, plural=False)
    return (_count_one(t, i - 1, group.after, group.lemma), group.after) if group is not None else None


def _may_be_counted(t: Tokens, i: int) -> bool:
    """Whether "one" stands before a verb with nothing before it that makes it a pronoun: "one was killed"."""
    before = t.low[i - 1] if i else ""
    return (
        t.low[i + 1] in ("was", "is", "has", "had") and before not in contexts()["pronoun-before"] and before != "the"
    )


def _is_lone_one(t: Tokens, i: int) -> bool:
    number = read_number(t, i)
    return number is not None and number.after == i + 1


def _is_ordinal_noun(t: Tokens, i: int) -> bool:
    """Tell "a third term" from "a third of the seats"."""
    number = read_number(t, i)
    if number is None or not number.is_fraction or number_words().get(t.low[i + 1], ("",))[0] != "ordinal":
        return False
    return t.tag(i + 2) in ("NN", "JJ", "NNP") and t.is_word(i + 2)


def _has_sibling(t: Tokens, i: int) -> bool:
    """Whether another number stands in the sentence: "three were hurt and one was killed"."""
    for at in range(max(0, i - 12), min(t.size, i + 12)):
        if (
            at != i
            and (t.is_number(at) or number_words().get(t.low[at], ("",))[0] in ("unit", "teen", "ten"))
            and not t.taken[at]
        ):
            return True
    return t.size == 1


def _is_half(t: Tokens, i: int, quantity: Quantity) -> bool:
    """Tell the fraction "half" from a half of a game or a year: a determiner or an ordinal stands before those."""
    before = t.low[i - 1] if i else ""
    if quantity.kind is not Kind.PROPORTION:
        return True
    if (t.low[i] == "quarter" and before not in ("a", "one")) or before in contexts()["half-of"]:
        return False
    return not (t.low[i + 1] == "-" and t.is_glued(i + 1))
