"""Make the claims of one sentence: each piece is judged, and dressed with what belongs to it."""

from __future__ import annotations

import math
from bisect import bisect_left
from collections.abc import Sequence
from dataclasses import replace

from factcheck.detection.checkable import refuse
from factcheck.detection.checkworthiness import score_words
from factcheck.detection.claim_pieces import QUOTE_TAGS, Piece, cut_sentence, trim_marks
from factcheck.detection.clause_values import LONG, SHORT, Clause
from factcheck.detection.frames import awaits_forecast, breaks_off, is_aside, is_unheard, keep_source, only_frames
from factcheck.detection.kinds import is_figure, kind_of
from factcheck.detection.regions import Region
from factcheck.detection.sentence_reading import SentenceReading
from factcheck.detection.statements import Statement
from factcheck.detection.subjects import antecedent_span, leans_on_context, subject_span
from factcheck.detection.values import Claim, Score
from factcheck.detection.verb_groups import AUXILIARIES, VerbGroup
from factcheck.detection.words import Word
from factcheck.vocabulary import Kind

__all__ = ["claims_of"]

MIN_WORDS = 3
NOT_CHECKABLE = -5.0
"""Log-odds that a statement loses for being an opinion, a forecast or a question: more than any figure in it gains."""
PRO_FORMS = frozenset({"PRP", "RB", "CC", "MD", ",", "IN"})
WH = frozenset({"WP", "WRB", "WDT"})
FRAGMENT = "rhetoric: no statement: it has no verb of its own"
Span = tuple[int, int]


def claims_of(reading: SentenceReading) -> list[Claim]:
    """Give the claims of a sentence in reading order, those that are not checkable with their reasons."""
    if not any(word.lower[:1].isalnum() for word in reading.words):
        return []
    heard = [quote for quote in reading.quotes if not is_unheard(reading, quote)]
    if len(heard) < len(reading.quotes):
        reading = replace(reading, quotes=heard)
    claims: dict[Span, Claim] = {}
    carried: Span | None = None
    for piece in cut_sentence(reading):
        own = _own_subject(piece)
        subject = _lost_subject(piece, carried)
        carried = own or carried
        claim = _claim(reading, piece, _text(reading, subject))
        if claim is not None:
            claims.setdefault((claim.start, claim.end), claim)
    if not claims and not reading.title and not reading.quotes:
        return _fragment(reading)
    return sorted(claims.values(), key=lambda claim: (claim.start, claim.end))


def _fragment(reading: SentenceReading) -> list[Claim]:
    """List a sentence that states nothing with its reason, so that it is not lost."""
    piece = next(cut_sentence(reading), None)
    if piece is None or len(piece.words) < MIN_WORDS:
        return []
    whole = trim_marks(reading.words, Clause(0, len(reading.words)))
    if whole.start >= whole.end:
        return []
    claim = _judged(reading, Piece(Region(0, len(reading.words)), whole, reading.words, piece.groups), None)
    if any(is_figure(quantity) for quantity in claim.quantities):
        return [claim]  # a figure is worth a look even where no verb was seen
    if not claim.checkable or (reading.item and claim.quantities):
        return [claim]
    worth = _worth(Score(claim.check_worthiness, claim.parts), Kind.RHETORIC)
    return [
        replace(
            claim,
            kind=Kind.RHETORIC,
            checkable=False,
            reasons=(FRAGMENT,),
            check_worthiness=worth.value,
            parts=worth.parts,
        )
    ]


def _own_subject(piece: Piece) -> Span | None:
    """Give the words of a piece's own subject, counted from the sentence's first word."""
    if piece.clause.sort == "rel" or piece.clause.lost_subject:
        return None
    span = subject_span(piece.words, piece.clause)
    return (span[0] + piece.region.start, span[1] + piece.region.start) if span else None


def _lost_subject(piece: Piece, carried: Span | None) -> Span | None:
    """Give the subject that a piece lost: the noun before a relative, or the subject of the clause before."""
    if piece.clause.sort == "rel" and piece.clause.word not in ("when", "where"):
        span = antecedent_span(piece.words, piece.clause.start)
        return (span[0] + piece.region.start, span[1] + piece.region.start) if span else None
    return carried if piece.clause.lost_subject else None


def _text(reading: SentenceReading, span: Span | None) -> str | None:
    return reading.text[reading.words[span[0]].start : reading.words[span[1] - 1].end] if span else None


def _claim(reading: SentenceReading, piece: Piece, subject: str | None) -> Claim | None:
    """Judge one piece, and make the claim; None where it states nothing of its own."""
    if only_frames(reading, piece.region, piece.clause, piece.words):
        piece = piece._replace(clause=keep_source(piece.words, piece.clause))
    if piece.clause.start >= piece.clause.end:
        return None
    statement = _statement(reading, piece, subject)
    return _judged(reading, piece, subject, statement) if _states(reading, piece, statement) else None


def _judged(reading: SentenceReading, piece: Piece, subject: str | None, statement: Statement | None = None) -> Claim:
    """Judge a piece that states something, and dress it with what belongs to it."""
    region, clause, words = piece.region, piece.clause, piece.words
    statement = _statement(reading, piece, subject) if statement is None else statement
    refused = refuse(statement)
    kind, reason = refused or kind_of(statement)
    start, end = words[clause.start].start, words[clause.end - 1].end
    score = _worth(score_words(list(statement.words)), kind if refused else None)
    quote = region.quote
    cued = quote is not None and quote.cue_start is not None and quote.cue_end is not None
    spoken = quote is not None and (region.quoted or clause.sort != "apposition")
    return Claim(
        start=start,
        end=end,
        text=reading.text[start:end],
        sentence=(reading.sentence.start, reading.sentence.end),
        kind=kind,
        quantities=statement.quantities,
        claimant=quote.speaker if quote is not None and spoken else reading.speaker,
        attribution=(quote.cue_start, quote.cue_end) if quote is not None and cued else None,  # type: ignore[arg-type]  # cued
        quoted=region.quoted,
        checkable=refused is None,
        reasons=(reason,),
        check_worthiness=score.value,
        parts=score.parts,
        context=reading.before if reading.before and _leans(reading, piece) else None,
        subject=subject,
    )


def _worth(score: Score, refused: Kind | None) -> Score:
    """Rank what is not checkable below what is: its kind is one more part of the score, and the parts still add up."""
    if refused is None:
        return score
    parts = sorted(
        (*score.parts, (f"not checkable: {refused}", NOT_CHECKABLE)), key=lambda part: (-abs(part[1]), part[0])
    )
    return Score(1 / (1 + math.exp(-math.fsum(weight for _, weight in parts))), tuple(parts))


def _leans(reading: SentenceReading, piece: Piece) -> bool:
    """Tell whether the claim needs the sentence before; a name earlier in its own sentence is enough."""
    clause = piece.clause
    if reading.first_name < piece.region.start + clause.start:
        return False
    return leans_on_context(piece.words, clause)


def _statement(reading: SentenceReading, piece: Piece, subject: str | None) -> Statement:
    """Lay out what the rules of kind and checkability read."""
    region, clause, words = piece.region, piece.clause, piece.words
    own = words[clause.start : clause.end]
    start, end = own[0].start, own[-1].end
    shift = clause.start
    first = bisect_left(piece.groups, shift, key=lambda group: group.start)
    last = bisect_left(piece.groups, clause.end, key=lambda group: group.start)
    groups = [_shifted(group, shift) for group in piece.groups[first:last] if group.end <= clause.end]
    finite = _shifted(clause.finite, shift) if clause.finite is not None else None
    if finite is not None and not (finite.start >= 0 and finite.end <= len(own)):
        finite = None
    if finite is not None and not any(group.start == finite.start for group in groups):
        groups = sorted([*groups, finite], key=lambda group: group.start)
    return Statement(
        words=own,
        lowers=[word.lower for word in own],
        groups=groups,
        quantities=reading.quantities_in(start, end),
        finite=finite,
        conditional=clause.conditional or awaits_forecast(clause, words),
        question=reading.mark == "?" and clause.end >= len(words) - 2,
        exclaims=reading.mark == "!",
        quoted=region.quoted,
        quotation=not region.quoted and _quotes_predicate(reading, own, finite),
        sort=clause.sort,
        reported=region.quote is not None and not region.quoted,
        subject=frozenset(subject.lower().split()) if subject else frozenset(),
        source=frozenset(region.quote.said_by.lower().split())
        if region.quote and region.quote.said_by
        else frozenset(),
    )


def _quotes_predicate(reading: SentenceReading, own: Sequence[Word], finite: VerbGroup | None) -> bool:
    """Tell whether somebody's quoted words are what the statement says: a third of it, or what follows its verb."""
    share = reading.quoted_share(own[0].start, own[-1].end)
    opens = finite is not None and finite.end < len(own) and own[finite.end].tag in QUOTE_TAGS
    return share > 0 and (3 * share >= 1 or opens)


def _shifted(group: VerbGroup, by: int) -> VerbGroup:
    """Count a group's words from the statement's first."""
    return group._replace(start=group.start - by, end=group.end - by, head=group.head - by) if by else group


def _states(reading: SentenceReading, piece: Piece, statement: Statement) -> bool:
    """Tell whether a piece says anything: a verb, a figure, an apposition, a quotation, a title with a verb."""
    clause = piece.clause
    size = _size(statement.words)
    if clause.sort == "figure":
        return size >= 2
    if clause.sort == "list":
        return any(is_figure(quantity) for quantity in statement.quantities)
    if clause.sort in ("apposition", "adjunct", "event", "participle"):
        return size >= MIN_WORDS
    if piece.region.quoted:
        return size >= MIN_WORDS or statement.finite is not None
    if reading.title:
        return size >= MIN_WORDS and any(group.finite or group.tag in ("VBN", "VBG") for group in statement.groups)
    if _is_label(reading, statement):
        return False
    if clause.finite is not None:
        if size <= SHORT - 1 and all(word.tag in PRO_FORMS or word.lower in AUXILIARIES for word in statement.words):
            return False  # "So have we", "it did"
        return size >= 2 and not is_aside(clause, statement) and not breaks_off(reading, statement)
    if statement.question or statement.exclaims:
        return True
    figure = any(is_figure(quantity) for quantity in statement.quantities)
    if figure and size >= 2 and any(word.tag[:2] == "NN" for word in statement.words):
        return True
    return size >= SHORT and _is_headline(piece, statement)


def _size(words: Sequence[Word]) -> int:
    """Count the words that are no marks; more than a clause needs are not counted."""
    size = 0
    for word in words:
        if word.lower[:1].isalnum():
            size += 1
            if size > SHORT:
                break
    return size


def _is_label(reading: SentenceReading, statement: Statement) -> bool:
    """Tell a heading or a lead-in that asks without asking: "Who rents", "What was agreed:"."""
    whole = statement.words[0].start <= reading.words[0].start and len(statement.words) + 1 >= len(reading.words)
    return (
        whole and statement.words[0].tag in WH and reading.mark not in (".", "!", "?") and len(statement.words) <= LONG
    )


def _is_headline(piece: Piece, statement: Statement) -> bool:
    """Tell a sentence in the style of a headline: "Troops deployed around the capital today"."""
    first: Clause = piece.clause
    if piece.region.start or first.start > 1 or not statement.groups:
        return False
    return statement.groups[0].tag in ("VBN", "VBD") and statement.groups[0].start <= SHORT
