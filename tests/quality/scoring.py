"""Score the finders on the annotated documents, through the public interface alone.

A measure is a share: what is right, of how many. Entries marked `optional` are neither rewarded nor punished.

- quantities: a found one is right when it overlaps the annotated one, is not more than about twice as long, and says the
  same value (or part and whole, or the same interval); each annotated one pays for one found.
- claims: a found one fits when it covers 60% of the annotated clause and is not much longer than it.
- quotations: four fifths of the words, and the speaker (none where the text names none).
- names: every spelling of a group is found, with its kind, under one canonical spelling.
"""

from __future__ import annotations

import calendar
import datetime
import difflib
import hashlib
import json
import re
from collections import Counter
from collections.abc import Iterable, Iterator
from dataclasses import dataclass, field
from fractions import Fraction
from pathlib import Path
from typing import Any

import factcheck

CORPUS = Path(__file__).parent / "corpus"
ROOT = Path(__file__).parents[2]
Entry = dict[str, Any]
PARTIAL_DATE = re.compile(r"(\d{4})(?:-(\d\d))?(?:-(\d\d))?")


@dataclass
class Tally:
    """Count per measure what is right, and of how many; keep what was not, for people."""

    right: Counter[str] = field(default_factory=Counter)
    of: Counter[str] = field(default_factory=Counter)
    faults: list[tuple[str, str, str]] = field(default_factory=list)

    def count(self, measure: str, is_right: bool, wanted: str = "", got: str = "") -> None:
        """Count one case."""
        self.of[measure] += 1
        self.right[measure] += is_right
        if not is_right:
            self.faults.append((measure, wanted, got))

    def add(self, other: Tally) -> None:
        """Add another tally to this one."""
        self.right.update(other.right)
        self.of.update(other.of)
        self.faults.extend(other.faults)

    def shares(self) -> dict[str, Fraction]:
        """Give each measure's share, exactly."""
        return {measure: Fraction(self.right[measure], total) for measure, total in self.of.items() if total}


@dataclass(frozen=True)
class Found:
    """Hold what the finders say of one document."""

    text: str
    quantities: list[Any]
    claims: list[Any]
    quotes: list[Any]
    names: list[Any]


def load_corpus() -> Iterator[tuple[str, str, Entry]]:
    """Give every annotated document as (slug, text, gold), in the order of their names."""
    for path in sorted((CORPUS / "gold").glob("*.json")):
        gold = json.loads(path.read_text(encoding="utf-8"))
        yield path.stem, (ROOT / gold["doc"]).read_bytes().decode("utf-8"), gold


def digest_corpus() -> str:
    """Give the SHA-256 of every text and annotation, so that a changed corpus is seen."""
    seen = hashlib.sha256()
    for slug, text, gold in load_corpus():
        for part in (slug, text, json.dumps(gold, ensure_ascii=False, sort_keys=True)):
            seen.update(part.encode("utf-8") + b"\0")
    return seen.hexdigest()


def read_document(text: str, gold: Entry) -> Found:
    """Run every finder on one document."""
    day = datetime.date.fromisoformat(gold["dateline"])
    document = factcheck.Document.from_text(text, dateline=day, format=gold.get("format", "text"))
    return Found(
        text,
        list(factcheck.find_quantities(text, reference_date=day)),
        list(factcheck.find_claims(document)),
        list(factcheck.find_quotes(document)),
        list(factcheck.find_names(document)),
    )


def _span(one: Any) -> tuple[int, int]:
    """Give the span of an annotation or of something found."""
    return (one["start"], one["end"]) if isinstance(one, dict) else (one.start, one.end)


def _common(a: Any, b: Any) -> int:
    """Count the code points two spans share."""
    (start, end), (other_start, other_end) = _span(a), _span(b)
    return max(0, min(end, other_end) - max(start, other_start))


def _length(one: Any) -> int:
    start, end = _span(one)
    return end - start


def _kinds(entry: Entry) -> set[str]:
    return {entry["kind"], *entry.get("alt_kinds", [])}


def _days(value: str | None, last: bool) -> str | None:
    """Give the first or last day that a partial ISO date means.

    >>> _days("2024-02", last=True)
    '2024-02-29'
    """
    match = PARTIAL_DATE.fullmatch(str(value)[:10]) if value is not None else None
    if match is None:
        return value
    year, month, day = (int(part) if part else 0 for part in match.groups())
    month = month or (12 if last else 1)
    return f"{year:04}-{month:02}-{day or (calendar.monthrange(year, month)[1] if last else 1):02}"


def _number(value: Any) -> Any:
    """Read a number exactly; a time of day or a date stays a string."""
    try:
        return None if value is None else Fraction(str(value))
    except ValueError:
        return str(value)


def says_the_same(found: Any, gold: Entry) -> bool:
    """Tell whether a found quantity says what the annotated one says."""
    if not _common(found, gold) or _length(found) > 2 * _length(gold) + 20:
        return False
    if gold["part"] is not None and found.part is not None and found.whole is not None:
        return (_number(found.part), _number(found.whole)) == (_number(gold["part"]), _number(gold["whole"]))
    if found.value is not None and _number(found.value) in map(_number, gold.get("alt_values", [])):
        return True
    if gold["kind"] == "date":
        ends = [(one["value"] or one["low"], one["value"] or one["high"]) for one in (gold, found.to_dict())]
        days = [(_days(low, last=False), _days(high, last=True)) for low, high in ends]
        return days[0] == days[1]
    if gold["value"] is not None:
        return gold["part"] is None and _number(found.value) == _number(gold["value"])
    if gold["low"] is None and gold["high"] is None:
        return found.value is None
    return (_number(found.low), _number(found.high)) == (_number(gold["low"]), _number(gold["high"]))


def _words(name: str | None) -> list[str]:
    return [word.casefold() for word in re.findall(r"[\w-]+", re.sub(r"[’']s\b", "", name or ""))]


def is_same_person(found: str | None, *accepted: str | None) -> bool:
    """Tell whether a name is one of those accepted: the surname stands in the other, small slips of spelling allowed.

    >>> is_same_person("Mr al-Khadimi", "Mustafa al-Kadhimi"), is_same_person(None, None), is_same_person("Ruiz", None)
    (True, True, False)
    """
    got = _words(found)
    if not got:
        return None in accepted
    return any(
        got[-1] in words
        or words[-1] in got
        or difflib.SequenceMatcher(None, got[-1], words[-1], autojunk=False).ratio() >= 0.8
        for words in map(_words, accepted)
        if words
    )


def score_quantities(found: Iterable[Any], gold: Entry, tally: Tally) -> None:
    """Count recall, precision and kinds of the quantities, and the traps."""
    left = list(found)
    for trap in gold["traps"]:
        inside = [q.text for q in left if trap["start"] <= q.start and q.end <= trap["end"]]
        tally.count("traps left alone", not inside, trap["text"], str(inside))
    wanted = sorted(gold["quantities"], key=lambda entry: entry.get("optional", False))
    for entry in wanted:
        near = [q for q in left if _common(q, entry)]
        fits = next((q for q in near if says_the_same(q, entry)), None)
        if not entry.get("optional"):
            got = "; ".join(f"{q.text} = {q.value} ({q.low}..{q.high})" for q in near)
            tally.count("quantity recall", fits is not None, entry["text"], got)
            if fits is not None:
                tally.count("quantity precision", True)
                named = f"{entry['text']}: {entry['kind']}"
                tally.count("kind of quantity", fits.kind in _kinds(entry), named, fits.kind)
        if fits is not None or (near and entry.get("optional")):
            left.remove(fits or near[0])
    for q in left:
        tally.count("quantity precision", False, "", f"{q.text} = {q.value}")


def fits_clause(found: Any, entry: Entry) -> bool:
    """Tell whether a found claim stands for an annotated clause."""
    size = _length(entry)
    return _common(found, entry) >= 0.6 * size and _length(found) <= 1.8 * size + 20


def score_claims(found: Iterable[Any], gold: Entry, tally: Tally) -> None:
    """Count recall, precision, kinds and claimants of the claims, and the statements that are none."""
    given = [claim for claim in found if claim.checkable]
    for entry in (entry for entry in gold["claims"] if not entry.get("optional")):
        fitting = [claim for claim in given if fits_clause(claim, entry)]
        near = " / ".join(claim.text for claim in given if _common(claim, entry))
        tally.count("claim recall", bool(fitting), entry["text"], near)
        if entry["check_worthy"] == 2:
            tally.count("claim recall, certain", bool(fitting))
        for claim in fitting:
            accepted = (entry["claimant"], *entry.get("accept_speakers", []))
            tally.count("kind of claim", claim.kind in _kinds(entry), f"{entry['text']}: {entry['kind']}", claim.kind)
            same = is_same_person(claim.claimant, *accepted)
            tally.count("claimant", same, f"{entry['text']}: {accepted[0]}", str(claim.claimant))
    left = list(gold["claims"])
    for claim in given:
        entry = max((e for e in left if fits_clause(claim, e)), key=lambda e: _common(claim, e), default=None)
        if entry is not None:
            left.remove(entry)
        if entry is None or not entry.get("optional"):
            tally.count("claim precision", entry is not None, "", claim.text)
    _score_non_claims(given, gold, tally)


def _score_non_claims(given: list[Any], gold: Entry, tally: Tally) -> None:
    """Count the statements that cannot be checked and were not given out; a quotation may be, as somebody's words."""

    def lies_in(claim: Any, entry: Entry) -> bool:
        return _common(claim, entry) >= 0.6 * _length(claim)

    both = {_span(entry) for entry in gold["claims"]}
    words = [claim for claim in given if claim.kind == "quotation" and any(lies_in(claim, q) for q in gold["quotes"])]
    for entry in (entry for entry in gold["not_checkable"] if _span(entry) not in both):
        out = [claim.text for claim in given if lies_in(claim, entry) and claim not in words]
        tally.count("non-claims left alone", not out, f"{entry['text']} ({entry['why']})", " / ".join(out))


def score_quotes(found: Iterable[Any], gold: Entry, tally: Tally) -> None:
    """Count the quotations found with their speaker, and those given to somebody else."""
    quotes = list(found)
    for entry in (entry for entry in gold["quotes"] if not entry.get("optional")):
        over = [q for q in quotes if _common(q, entry) >= 0.8 * _length(entry)]
        accepted = (entry["speaker"], *entry.get("accept_speakers", []))
        right = any(is_same_person(q.speaker, *accepted) for q in over)
        wrong = [q.speaker for q in over if q.speaker and not is_same_person(q.speaker, *accepted)]
        named = f"{entry['text']}: {accepted[0]}"
        tally.count("quotation with its speaker", right, named, str([q.speaker for q in over]))
        tally.count("no wrong speaker", not wrong, named, str(wrong))


def score_names(found: Iterable[Any], gold: Entry, tally: Tally) -> None:
    """Count the groups of names found whole: every spelling, one canonical form, the right kind."""
    names = list(found)
    for group in gold["names"]:
        hits = [[name for name in names if name.text == variant] for variant in group["variants"]]
        canonicals = {name.canonical for hit in hits for name in hit}
        kinds = {str(name.kind) for hit in hits for name in hit}
        wanted = "; ".join(group["variants"])
        tally.count("name", all(hits) and len(canonicals) == 1, wanted, str(sorted(canonicals)))
        if all(hits):
            tally.count("kind of name", kinds == {group["kind"]}, f"{wanted}: {group['kind']}", str(sorted(kinds)))


def score_document(text: str, gold: Entry, found: Found | None = None) -> Tally:
    """Score the finders on one document."""
    found = found or read_document(text, gold)
    tally = Tally()
    score_quantities(found.quantities, gold, tally)
    score_claims(found.claims, gold, tally)
    score_quotes(found.quotes, gold, tally)
    score_names(found.names, gold, tally)
    for one in (*found.quantities, *found.claims, *found.quotes, *found.names):
        tally.count("spans that hold", text[one.start : one.end] == one.text, one.text, text[one.start : one.end])
    return tally


def score_corpus() -> dict[str, Tally]:
    """Score every document of the corpus, by slug."""
    return {slug: score_document(text, gold) for slug, text, gold in load_corpus()}
