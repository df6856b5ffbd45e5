"""What the finders return: quantities, quotations, names, scores, claims and findings, each with its exact place.

The definitions are those of the documentation's page on claims. Every span is a half-open pair of code-point offsets into
the text that was given, and `text[value.start:value.end] == value.text`.
"""

from __future__ import annotations

from dataclasses import dataclass
from fractions import Fraction

from factcheck.values import Value
from factcheck.vocabulary import Hedge, Kind, NameKind, QuantityKind, QuoteKind

__all__ = ["Claim", "CoverageItem", "Finding", "Name", "Quantity", "Quote", "Score"]


@dataclass(frozen=True, slots=True)
class Quantity(Value):
    """Hold one numeric expression of a text.

    Attributes:
        start: first code point of the hedge, the number, and the unit or counted noun's head.
        end: one past the last.
        text: the words between.
        kind: what the expression counts or measures.
        value: the exact number (a percentage is the fraction: 3.4% = 17/500); for a date an ISO string, possibly partial;
            None for vague amounts and for relative dates without a reference date.
        low: lower end of what the words allow, inclusive unless `hedge` is more_than; None when open. For dates the
            first day as an ISO string.
        high: upper end, inclusive unless `hedge` is less_than; None when open. For dates the last day.
        hedge: how firmly the words hold the number.
        part: N of "N of M".
        whole: M of "N of M".
        unit: ISO 4217 code, unit symbol, or the counted noun's lemma.
        notes: what a reader should know: "ambiguous: ...", "impossible date", "currency not stated".
        alternatives: other values the words allow, when the reading is ambiguous.
        per: what a rate is per: "year", "person", "100000 person".
    """

    start: int
    end: int
    text: str
    kind: QuantityKind
    value: Fraction | str | None
    low: Fraction | str | None = None
    high: Fraction | str | None = None
    hedge: Hedge = Hedge.EXACT
    part: Fraction | None = None
    whole: Fraction | None = None
    unit: str | None = None
    notes: tuple[str, ...] = ()
    alternatives: tuple[Fraction | str, ...] = ()
    per: str | None = None


@dataclass(frozen=True, slots=True)
class Quote(Value):
    """Hold one quotation: the words between the marks, and who is said to have said them.

    Attributes:
        start: first code point after the opening mark (indirect speech: of the reported clause).
        end: code point of the closing mark (indirect speech: one past the clause).
        text: the words.
        kind: direct, mixed, indirect or scare.
        speaker: a name as written in the text, resolved from pronouns only where the text supports it; None if unknown.
        cue: the attribution words as written ("he added", "according to"), or None.
        cue_start: where the cue stands, or None.
        cue_end: one past the cue, or None.
        said_by: the words that stand for the speaker at the cue ("he", "the minister"), before resolving.
        title: the speaker's title as written, or None.
        closed: False when the closing mark is missing.
        parts: spans of the paragraphs of a quotation that runs over several; empty when it is one.
        notes: warnings, such as "unclosed quotation".
    """

    start: int
    end: int
    text: str
    kind: QuoteKind
    speaker: str | None = None
    cue: str | None = None
    cue_start: int | None = None
    cue_end: int | None = None
    said_by: str | None = None
    title: str | None = None
    closed: bool = True
    parts: tuple[tuple[int, int], ...] = ()
    notes: tuple[str, ...] = ()


@dataclass(frozen=True, slots=True)
class Name(Value):
    """Hold one occurrence of a name.

    Attributes:
        start: first code point of the name, its title not included.
        end: one past the last.
        text: the name as written here.
        kind: person, body, place or other.
        canonical: the spelling that stands for the group: the longest of the most frequent.
        variants: every spelling of the group in this document, most frequent first.
        title: title before the name, as written, or None.
        notes: such as "possible misspelling of al-Kadhimi".
    """

    start: int
    end: int
    text: str
    kind: NameKind
    canonical: str
    variants: tuple[str, ...] = ()
    title: str | None = None
    notes: tuple[str, ...] = ()


@dataclass(frozen=True, slots=True)
class Score(Value):
    """Hold a machine's number with the named parts that make it up.

    Attributes:
        value: 0..1.
        parts: (name, weight) pairs, the heaviest first; they add up to the score before it is squeezed into 0..1.
    """

    value: float
    parts: tuple[tuple[str, float], ...] = ()


@dataclass(frozen=True, slots=True)
class Claim(Value):
    """Hold the smallest statement that can be true or false by itself, at its place in one sentence.

    Attributes:
        start: first code point of the clause that states it.
        end: one past the last.
        text: the words between.
        sentence: the span of its sentence.
        kind: the first kind that fits.
        quantities: the quantities inside it.
        claimant: who says so, a name as written, or None for the publication itself.
        attribution: the cue's span, or None.
        quoted: whether it stands inside quotation marks.
        checkable: whether evidence could settle it.
        reasons: why it is or is not checkable.
        check_worthiness: 0..1.
        parts: the named parts that make up the check-worthiness.
        context: the sentence before, when the claim leans on it through a pronoun; otherwise None.
        subject: the subject carried into a clause that lost it, or None.
        wording: the claim in words that stand alone, where they were asked for; otherwise empty.
    """

    start: int
    end: int
    text: str
    sentence: tuple[int, int]
    kind: Kind
    quantities: tuple[Quantity, ...] = ()
    claimant: str | None = None
    attribution: tuple[int, int] | None = None
    quoted: bool = False
    checkable: bool = True
    reasons: tuple[str, ...] = ()
    check_worthiness: float = 0.0
    parts: tuple[tuple[str, float], ...] = ()
    context: str | None = None
    subject: str | None = None
    wording: str = ""


@dataclass(frozen=True, slots=True)
class Finding(Value):
    """Hold one piece of arithmetic inside a document: two or more places, the equation, and whether it holds.

    Attributes:
        spans: the places that were held against each other.
        texts: the words at those places.
        equation: the arithmetic, written out: "73 / 329 = 22.19%, stated as 22%".
        agrees: whether it holds within what the hedges and the rounding allow.
        rule: the name of the rule that compared them.
    """

    spans: tuple[tuple[int, int], ...]
    texts: tuple[str, ...]
    equation: str
    agrees: bool
    rule: str


@dataclass(frozen=True, slots=True)
class CoverageItem(Value):
    """Hold one number, name, date or quotation of a document, and what accounts for it.

    Attributes:
        start: its first code point.
        end: one past the last.
        text: the words.
        sort: "number", "date", "name" or "quotation".
        status: "claimed" (inside a claim), "waived" (inside what is listed as not checkable, or a caption), "unaccounted".
        reason: why, in words.
    """

    start: int
    end: int
    text: str
    sort: str
    status: str
    reason: str
