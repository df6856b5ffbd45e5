"""Ages: "aged 42", "a 54-year-old", "Thomas Sam, 42," and "in his 40s"."""

from __future__ import annotations

from fractions import Fraction

from factcheck.detection.lemmas import noun_lemma
from factcheck.detection.name_words import load_name_words
from factcheck.detection.numbers.hedging import bounds, hedge_before
from factcheck.detection.numbers.lexicon import contexts
from factcheck.detection.numbers.operand import Operand
from factcheck.detection.numbers.quantity import build
from factcheck.detection.numbers.tokens import BREAK, Tokens
from factcheck.detection.values import Quantity
from factcheck.vocabulary import Hedge
from factcheck.vocabulary import QuantityKind as Kind

__all__ = ["AGE_DECADES", "age_after", "is_age_before", "is_bare_age", "read_age_group"]

AGE_DECADES = {
    "teens": (13, 19),
    "twenties": (20, 29),
    "thirties": (30, 39),
    "forties": (40, 49),
    "fifties": (50, 59),
    "sixties": (60, 69),
    "seventies": (70, 79),
    "eighties": (80, 89),
    "nineties": (90, 99),
}
_PARTS_OF_TEN = {"early": (0, 3), "mid": (4, 6), "late": (7, 9)}
_BE = frozenset({"was", "is", "be", "been", "were", "am", "are"})
_SENTENCE_GOES_ON = (".", ",", "", BREAK, "in", "on", "this", "last", "and", "before", "when", "next")


def age_after(t: Tokens, i: int) -> int:
    """Read "old", "-old", "of age" behind a time: the token behind it, or 0."""
    at = i + 1 if t.low[i] in ("-", "‑") else i
    if t.low[at] in ("old", "olds"):
        return at + 1
    return i + 2 if t.low[i] == "of" and t.low[i + 1] == "age" else 0


def is_age_before(t: Tokens, o: Operand) -> bool:
    """Whether "aged" or "at the age of" stands before a time."""
    return _age_words(t, o.first)


def _age_words(t: Tokens, first: int) -> bool:
    i = first
    hedge = hedge_before(t, i)
    if hedge is not None:
        i -= len(hedge.words)
    if t.low[i - 1] in ("between", "from"):
        i -= 1
    word = t.low[i - 1] if i else ""
    if word in ("aged", "age", "ages") and not (
        word == "age" and t.low[i - 2] in ("the", "an", "average") and t.low[i] == "of"
    ):
        return True
    return word == "of" and i > 1 and t.low[i - 2] == "age"


def is_bare_age(t: Tokens, o: Operand) -> bool:
    """Read an age without its unit: "aged 42", "Thomas Sam, 42, and", "John Smith (42)", "turned 40"."""
    if not 0 < o.value < 125 or o.value.denominator != 1 or o.number.scale != 1:
        return False
    if _age_words(t, o.first):
        return True
    before, behind = t.low[o.first - 1] if o.first else "", t.low[o.after]
    if (
        before in ("was", "is", "were", "aged")
        and behind == "when"
        and t.low[o.after + 1] in ("he", "she", "they", "his", "her")
    ):
        return o.value >= 3
    if before in _BE and behind in _SENTENCE_GOES_ON and _is_of_a_person(t, o.first - 1):
        return o.value >= 3
    hedge = hedge_before(t, o.first)
    if hedge is not None and hedge.words[0] in ("under", "over", "below", "above") and _of_people(t, o, hedge.words):
        return True
    if hedge is not None and hedge.words[0] in ("under", "over", "below", "above") and o.first > 1:
        ends = behind in contexts()["stop"] or not t.is_word(o.after)
        if ends and len(hedge.words) == 1 and t.low[o.first - 2] in contexts()["people"]:
            return True
    if before == "at" and behind == "," and t.low[o.after + 1] in ("he", "she", "they"):
        return o.value >= 3
    if before == "be" and o.first > 2 and t.low[o.first - 3] in ("lived", "live", "lives", "living"):
        return True  # "lived to be 102"
    if before in ("turned", "turning", "turns") and behind in _SENTENCE_GOES_ON:
        return True
    if o.first < 2 or not o.number.in_digits:
        return False
    if (before == "," and behind in (",", ".", ";", "", BREAK, ")")) or (before == "(" and behind == ")"):
        return _is_person(t, o.first - 2) or (before == "," == behind and _is_surname_before(t, o))
    return False


def _is_of_a_person(t: Tokens, verb: int) -> bool:
    """Whether he or she is the subject of the verb group that ends at token `verb`: "she would have been 60"."""
    at = verb - 1
    while at > 0 and (t.tag(at) in ("MD", "RB") or t.low[at] in ("have", "has", "had", "'d", "only", "just")):
        at -= 1
    return at >= 0 and t.low[at] in ("he", "she", "who", "i")


def _of_people(t: Tokens, o: Operand, words: tuple[str, ...]) -> bool:
    """Whether "were under 40" is said of people: a noun for them stands before it, and no noun behind."""
    at = o.first - len(words) - 1
    if len(words) != 1 or at < 1 or t.low[at] not in _BE or o.value < 3:
        return False
    if t.low[o.after] not in (*_SENTENCE_GOES_ON, ";", "but") or t.low[o.after] == "in":
        return False
    people = load_name_words().people
    near = range(at - 1, max(-1, at - 9), -1)
    return any(t.tag(k) in ("NNS", "NN") and noun_lemma(t.low[k]) in people for k in near)


def _is_surname_before(t: Tokens, o: Operand) -> bool:
    """Whether "Kelmendi, 49, is" gives an age: one name between sentence and verb, or before an apposition."""
    name, behind = o.first - 2, o.after + 1
    if not (t.is_word(name) and t.is_capital(name)) or t.low[name] in contexts()["not-name"] or o.value < 10:
        return False
    if name and t.low[name - 1] in (",", "and"):
        return False
    says = t.tag(behind) in ("VBD", "VBZ", "WP", "WP$") or t.low[behind] in ("who", "whose")
    return t.tag(name) in ("NNP", "NN") and (says or (t.low[behind] in ("a", "an", "the") and t.opens_sentence(name)))


def _is_person(t: Tokens, last: int) -> bool:
    """Whether the words up to token `last` look like a person's name: two capitalised words, or a title and one."""
    if not (t.is_word(last) and t.is_capital(last)):
        return False
    at = last - 1
    while at > 0 and t.low[at] in ("-", "'", "’", "al", "de", "van", "von", "el", "bin", "."):
        at -= 1
    if not (t.is_word(at) and t.is_capital(at)) or t.low[at] in contexts()["not-name"]:
        return t.low[at] in contexts()["title"] if at >= 0 else False
    return t.tag(last) in ("NNP", "NNPS", "NN", "JJ", "") and t.tag(at) in ("NNP", "NNPS", "NN", "JJ", "")


def _read_age_decade(t: Tokens, i: int) -> tuple[list[Quantity], int] | None:
    """Read "in her seventies", "in his early forties", "in their late 20s"."""
    part = t.low[i] if t.low[i] in _PARTS_OF_TEN else ""
    at = i + 1 if part else i
    if part and t.low[at] in ("-", "‑"):
        at += 1
    before = t.low[i - 1] if i else ""
    if before not in ("his", "her", "their", "my", "your", "our"):
        return None
    word = t.low[at]
    if word in AGE_DECADES:
        low, high, after = *AGE_DECADES[word], at + 1
    elif t.is_number(at) and len(word) == 2 and word[1] == "0" and t.low[at + 1] == "s" and t.is_glued(at + 1):
        low, high, after = int(word), int(word) + 9, at + 2
    else:
        return None
    if part and high - low == 9:
        low, high = low + _PARTS_OF_TEN[part][0], low + _PARTS_OF_TEN[part][1]
    first = i - 2 if i > 1 and t.low[i - 2] == "in" else i - 1
    found = build(
        t, first, after, Kind.AGE, None, low=Fraction(low), high=Fraction(high), hedge=Hedge.RANGE, unit="year"
    )
    return [found], after


def read_age_group(t: Tokens, i: int) -> tuple[list[Quantity], int] | None:
    """Read "in his 40s" and "in her seventies" (an age from 40 to 49), "under-18s" and "the over-65s"."""
    decade = _read_age_decade(t, i)
    if decade is not None:
        return decade
    if not (
        t.is_number(i) and t.low[i + 1] == "s" and t.is_glued(i + 1) and len(t.low[i]) == 2 and t.low[i].isdecimal()
    ):
        return None
    age = Fraction(int(t.low[i]))
    before = t.low[i - 1] if i else ""
    first = i - 2 if before in ("-", "‑") else i - 1
    if first >= 0 and t.low[first] in ("under", "over"):
        hedge = Hedge.LESS_THAN if t.low[first] == "under" else Hedge.AT_LEAST
        low, high = bounds(hedge, age, Fraction(0))
        return [build(t, first, i + 2, Kind.AGE, age, low=low, high=high, hedge=hedge, unit="year")], i + 2
    return None
