"""Appositions that state an identity: a name and a role, or a thing and what it is, side by side without a verb."""

from __future__ import annotations

from collections.abc import Sequence
from itertools import pairwise

from factcheck.detection.clause_values import DAYS, SHORT, Clause
from factcheck.detection.openers import DASHES
from factcheck.detection.phrases import load_phrases
from factcheck.detection.subject_relatives import needs_subject
from factcheck.detection.verb_groups import FINITE
from factcheck.detection.words import Word

__all__ = ["split_appositions"]

NAMES = ("NNP", "NNPS")
LINKS = ("of", "at", "for", "with", "who", "in", "to", "from", "on")
ARTICLES = ("the", "its", "his", "her", "their")
OLDEST = 120
LONGEST_ROLE = 40
"""A role is shorter than so many words."""


def split_appositions(words: Sequence[Word], clause: Clause) -> list[Clause]:
    """Give a clause and the appositions in it, in reading order.

    An apposition to the subject is cut off, and the rest carries the subject; a later one lies inside its clause.

    >>> from factcheck.detection.words import tag_words
    >>> text = "Ana Bell, a surgeon at the clinic, closed two wards."
    >>> words = tag_words(text)
    >>> [text[words[c.start].start : words[c.end - 1].end] for c in split_appositions(words, Clause(0, len(words) - 1))]
    ['Ana Bell, a surgeon at the clinic', 'closed two wards']
    """
    pieces = _subject_apposition(words, clause) or [clause]
    last = pieces.pop()
    if last.sort == "apposition":
        return [*pieces, last]
    later = _later_appositions(words, last)
    ended = _final_apposition(words, last) if not later else None
    return [*pieces, *(ended or [last, *later])]


def _subject_apposition(words: Sequence[Word], clause: Clause) -> list[Clause] | None:
    """Cut a name, a comma, a role and a second comma before the verb: "Ana Bell, a surgeon at the clinic, ..."."""
    start = clause.start
    while start < clause.end and words[start].tag in ("``", "''", ",", "CC"):
        start += 1
    limit = clause.finite.start if clause.finite is not None else clause.end
    comma = start
    while comma < limit and words[comma].text != ",":
        comma += 1
    if comma >= limit or comma == start or words[start].tag in ("IN", "TO", "RB", "VBG", "VBN"):
        return None
    if (
        words[max(start, _head_before(words, start, comma)) - 1].tag == "IN"
        and _head_before(words, start, comma) > start
    ):
        return None  # "the income of Eastern Turkey, an area of farms": the apposition is not the subject's
    end, sort = _closed_role(words, start, comma, clause.end), "apposition"
    if end is None:
        end, sort = _told_of_subject(words, clause, comma), "event"
    if end is None or end - start < SHORT - 1 or (clause.finite is not None and clause.finite.start < end):
        return None
    first = clause._replace(start=start, end=end, sort=sort, finite=None, frame=False)
    if clause.finite is not None and end < clause.finite.start and _is_little(words, clause, comma, end):
        return [clause, first]
    rest = clause._replace(start=end + 1 if end < clause.end else end, lost_subject=True)
    return [first, rest] if rest.start < rest.end else [first]


def _is_little(words: Sequence[Word], clause: Clause, comma: int, end: int) -> bool:
    """Tell a figure that is too short to be told without its subject: "..., was paid £2m"."""
    finite = clause.finite
    reports = finite is None or finite.lemma in load_phrases("clauses")["reporting"] or clause.frame
    counts = any(word.tag == "CD" for word in words[end : clause.end])
    return counts and not reports and needs_subject(words, clause, comma, end)


def _told_of_subject(words: Sequence[Word], clause: Clause, comma: int) -> int | None:
    """Give the comma that closes a participle between a subject and its verb: "The plan, published in May, would"."""
    if comma + 2 >= clause.end:
        return None
    told = comma + 2 if words[comma + 1].tag == "RB" else comma + 1
    if clause.finite is None or told >= clause.end or words[told].tag != "VBN" or clause.finite.start - comma < SHORT:
        return None
    at = clause.finite.start - 1
    while at > comma and words[at].tag == "RB":
        at -= 1
    closed = words[at].text == "," and at - comma > 2
    inner = any(word.text == "," for word in words[comma + 1 : at])
    return at if closed and not inner else None


def _later_appositions(words: Sequence[Word], clause: Clause) -> list[Clause]:
    """Find names with a role after the verb: "said Ana Bell, leader of the council, ..."."""
    found = []
    at = clause.start
    while at < clause.end:
        if words[at].text != "," or at == clause.start:
            at += 1
            continue
        start = _head_before(words, clause.start, at)
        end = _closed_role(words, start, at, clause.end) if start < at else None
        if end is not None and not _is_worth_telling(words, clause, start, at, end):
            end = None
        if end is not None and end - start >= SHORT - 1:
            found.append(Clause(start, end, "apposition", "", None, clause.conditional))
            at = end
        at += 1
    return found


def _is_worth_telling(words: Sequence[Word], clause: Clause, start: int, comma: int, end: int) -> bool:
    """Tell an apposition that its clause does not tell: an age only of who speaks, a single name of no "of their child"."""
    age = words[comma + 1].text.isdigit()
    if age:
        return clause.finite is None or clause.finite.lemma in load_phrases("clauses")["reporting"]
    inside = start > clause.start and words[start - 1].tag == "IN"
    bare = words[comma - 1].tag not in NAMES and (end - comma == 2 or words[start].lower not in ARTICLES)
    return not (inside and bare)


def _head_before(words: Sequence[Word], first: int, comma: int) -> int:
    """Find where the name or the role before a comma begins: "Ana Bell", "the county coroner"."""
    start = comma
    while start > first and comma - start < LONGEST_ROLE and words[start - 1].tag in NAMES:
        start -= 1
    if start < comma:
        before = start
        while before > first and words[before - 1].tag in ("NN", "JJ") and start - before < 3:
            before -= 1
        return before - 1 if before > first and words[before - 1].lower in ARTICLES else start
    while start > first and comma - start < 5 and words[start - 1].tag in ("NN", "JJ", *NAMES, "DT", "PRP$"):
        start -= 1
        if words[start].tag in ("DT", "PRP$"):
            return start
    if start > first and start < comma and words[start - 1].tag == "POS":
        start -= 1  # "the club's manager"
        while start > first and words[start - 1].tag in (*NAMES, "NN", "NNS", "DT"):
            start -= 1
    return start


def _closed_role(words: Sequence[Word], start: int, comma: int, limit: int) -> int | None:
    """Give the end of an apposition around a comma, or None: a comma, a mark or the clause's end must close it."""
    role = comma + 1
    if role >= limit or any(word.tag in FINITE for word in words[start:comma]):
        return None
    named = words[comma - 1].tag in NAMES and words[comma - 1].lower not in DAYS
    if named and comma - start == 1 and start > 1 and words[start - 1].text == "," and words[start - 2].tag in NAMES:
        return None  # "a school in Reading, Berkshire, with"
    if named and start and words[start - 1].tag == "IN" and words[role].tag in NAMES:
        return None  # "Ana Bell of Leeds, Mick Rowe of York and"
    if named and comma - start > 1 and _is_age(words, comma, limit):
        return _age_end(words, role + 1, limit)
    if named and words[role].lower in load_phrases("additions")["court roles"] and _is_closed(words, role + 1, limit):
        return role + 1
    if named and _is_role(words, role, limit):
        end = _role_end(words, role, limit)
        return end if _is_closed(words, end, limit) else None
    owned = any(word.tag == "POS" for word in words[start:comma])
    if not (owned or words[start].lower in ARTICLES) or words[comma - 1].tag not in ("NN", *NAMES):
        return None
    end = role
    while end < limit and words[end].tag == "NNP":
        end += 1
    if end == role or words[role].lower in DAYS or (end - role < 2 and words[comma - 1].tag != "NN"):
        return None
    if end - role < 2 and end + 1 < limit and words[end + 1].tag in ("CC", *NAMES):
        return None  # "the capital, Oslo, Bergen and"
    if end + 1 < limit and words[end].text == "," and words[end + 1].text.isupper() and len(words[end + 1].text) <= 3:
        end += 2  # letters after a name: ", QC"
    return end if _is_closed(words, end, limit) else None


def _is_closed(words: Sequence[Word], end: int, limit: int) -> bool:
    """Tell whether an apposition ends here: at the clause's end, a comma or a closing mark."""
    return end >= limit or words[end].text in (",", ".") or words[end].tag in ("``", "''", ":")


def _is_age(words: Sequence[Word], comma: int, limit: int) -> bool:
    """Tell "Ana Bell, 62," from a list of names with numbers: the age is closed, and no further name follows."""
    age = comma + 1
    if words[comma - 2].tag not in NAMES or not words[age].text.isdigit() or not 0 < len(words[age].text) < 4:
        return False
    after = age + 2
    follows = words[after].tag if after < limit else ""
    return _is_closed(words, age + 1, limit) and follows not in ("CC", *NAMES, "CD") and int(words[age].text) < OLDEST


def _age_end(words: Sequence[Word], at: int, limit: int) -> int:
    """Give the end of an age with the role after it: "Ana Bell, 62, a widow from Leeds"."""
    if at + 2 >= limit or words[at].text != "," or not _is_role(words, at + 1, limit):
        return at
    end = _role_end(words, at + 1, limit)
    return end if _is_closed(words, end, limit) else at


def _is_role(words: Sequence[Word], at: int, limit: int) -> bool:
    """Tell a role ("a fellow at", "leader of", "of the University") from the next member of a list or a clause."""
    first = words[at]
    second = words[at + 1] if at + 1 < limit else first
    if first.lower in ("a", "an") or (first.lower in ("of", "from") and second.tag in ("DT", "NNP")):
        return True
    if first.lower != "the" and first.tag not in ("JJ", "NN", "NNP", "PRP$"):
        return False
    span = words[at : min(limit, at + 7)]
    for place, word in enumerate(span):
        following = span[place + 1].lower if place + 1 < len(span) else ""
        if word.tag in ("NN", "NNS", *NAMES) and following in LINKS:
            return first.tag != "NNP" or following in ("of", "at", "for")
        if word.text == "," or word.tag in FINITE:
            break
        if word.tag in NAMES and first.tag != "NNP":
            return False
    if any(word.tag == "CC" for word in span[:SHORT]):
        return False
    return first.lower in ARTICLES and any(word.tag == "NN" for word in span[:SHORT])


def _role_end(words: Sequence[Word], at: int, end: int) -> int:
    """Find where a role stops: its closing comma, a verb, a mark; ", and Chairman of" goes on."""
    relative = False
    end = min(end, at + LONGEST_ROLE)
    while at < end:
        word = words[at]
        if word.tag in ("WDT", "WP", "WP$") or (word.lower == "that" and word.tag == "IN"):
            relative = True
        if word.tag in FINITE and not relative and not (words[at - 1].tag in ("DT", "JJ") and word.tag == "VBD"):
            return at
        if word.text in (";", ":") or word.tag in ("``", "''") or word.text in DASHES:
            return at
        if word.text == "," and words[at - 1].tag in NAMES:
            after = at + 1  # "a farmer from Niles, Ohio, shares": a place with the region it lies in
            while after < end and words[after].tag in NAMES:
                after += 1
            if at + 1 < after <= at + 3 and after < end and words[after].text == ",":
                at = after
                if after + 1 < end and words[after + 1].tag not in NAMES:
                    return at
                continue
        if word.text == ",":
            following = at + 1
            joined = (
                following + 1 < end and words[following].lower == "and" and words[following + 1].tag in ("NNP", "NN")
            )
            if not joined or any(w.tag in FINITE for w in words[following : min(end, following + 5)]):
                return at
        at += 1
    return end


def _final_apposition(words: Sequence[Word], clause: Clause) -> list[Clause] | None:
    """Cut a noun phrase after the last comma that says what the thing before is: "..., a condition marked by pain"."""
    if clause.finite is None:
        return None
    for at in range(clause.end - SHORT, max(clause.finite.end, clause.end - LONGEST_ROLE), -1):
        marked = words[at - 1].text == "," or words[at - 1].text in DASHES
        if not marked or words[at].lower not in ("a", "an", "the"):
            continue
        tail = words[at : clause.end]
        if words[at - 2].tag[:2] != "NN" or any(w.text == "," or w.lower in ("and", "or") for w in tail[:SHORT]):
            return None
        listed = pairwise(tail)
        if any(w.tag == "CC" and following.tag in ("DT", "PRP$", ",") for w, following in listed):
            return None  # "for harassment, the cost of his plan and his answer"
        held = any(w.tag == "WDT" or w.lower in ("that", "who", "which") for w in tail)
        if not held and any(w.tag in FINITE for w in tail):
            return None
        if not any(w.lower in ("of", "that", "who", "in", "for") or w.tag == "VBN" for w in tail):
            return None
        return [clause._replace(end=at - 1), Clause(at, clause.end, "apposition", "", None, clause.conditional)]
    return None
