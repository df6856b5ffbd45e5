"""Hard cases: kinds of fault that readers of news copy are known for, each with its right answer as data.

A line of `tests/golden/cases/*.jsonl` holds a text (or a file's bytes) and what must be found in it. A span is right when
it is the core that the line gives or a slightly wider phrase in the same sentence; shifted or cut it is wrong. `at` says
where the core stands when it occurs more than once. `quantities`, `dates`, `sentences` and `quotes` are complete: nothing
else of that sort may be found. `open` names a fault that is known and not mended yet, by the part it shows in.
"""

import base64
import datetime
import json
from functools import cache
from itertools import pairwise
from pathlib import Path

import pytest

import factcheck
from factcheck.vocabulary import QuantityKind, QuoteKind

GOLDEN = Path(__file__).parent / "golden" / "cases"
CLOCK = (QuantityKind.DATE, QuantityKind.TIME)
CLOSING = " .,!?;”’\"'\n"
WIDER = 30
"""So many characters of hedge, unit or noun may stand around the core of a quantity."""


@cache
def rows() -> list[dict]:
    """Read every golden line."""
    files = sorted(GOLDEN.glob("*.jsonl"))
    return [json.loads(line) for path in files for line in path.read_text(encoding="utf-8").splitlines()]


def cases(*parts):
    """Give the cases that state one of the parts; those open in it are expected to fail, and to be struck off when they do not."""
    chosen = [row for row in rows() if any(part in row for part in parts)]
    return [
        pytest.param(
            row,
            id=row["id"],
            marks=[pytest.mark.xfail(reason=reason) for p, reason in row.get("open", {}).items() if p in parts],
        )
        for row in chosen
    ]


@pytest.fixture
def read(tmp_path):
    """Read a case's text or file into a document."""

    def call(case):
        day = datetime.date.fromisoformat(case["date"]) if "date" in case else None
        if "text" in case:
            return factcheck.Document.from_text(case["text"], dateline=day, format=case.get("format", "text"))
        path = tmp_path / case["name"]
        path.write_bytes(base64.b64decode(case["base64"]))
        return factcheck.read_document(path)

    return call


def place(text, wanted):
    """Give the span of a core that a case names."""
    core = wanted["text"] if isinstance(wanted, dict) else wanted
    at = wanted.get("at") if isinstance(wanted, dict) else None
    if at is None:
        assert text.count(core) == 1, f"the case must say where {core!r} stands"
        at = text.index(core)
    assert text[at : at + len(core)] == core
    return at, at + len(core)


def over(found, text, wanted, slack):
    """Give the found value that stands over a core and is not much wider."""
    start, end = place(text, wanted)
    hits = [f for f in found if f.start <= start and f.end >= end and (f.end - f.start) - (end - start) <= slack]
    assert hits, f"nothing over {text[start:end]!r} among {[text[f.start : f.end] for f in found]}"
    return hits[0]


def touching(found, text, wanted):
    """Give what was found on any part of a core."""
    start, end = place(text, wanted)
    return [f.text for f in found if f.start < end and f.end > start]


def holds(wanted, notes):
    return any(wanted in note for note in notes)


FIELDS = {
    "notes_hold": lambda q, wanted: holds(wanted, q.notes),
    "unit_not": lambda q, wanted: q.unit not in wanted,
    "value_is_none": lambda q, wanted: (q.value is None) is wanted,
    "readings": lambda q, wanted: {str(v) for v in (q.value, *q.alternatives) if v is not None} == set(wanted),
    "any_value": lambda q, wanted: True,
    "text": lambda q, wanted: True,
    "at": lambda q, wanted: True,
}


def check_quantities(text, found, wanted):
    """Hold quantities against what a case says of them, field by field."""
    for entry in wanted:
        quantity = over(found, text, entry, WIDER)
        assert text[quantity.start : quantity.end] == quantity.text
        data = quantity.to_dict()
        wrong = {
            field: data.get(field)
            for field, value in entry.items()
            if not (FIELDS[field](quantity, value) if field in FIELDS else data[field] == value)
        }
        assert not wrong, quantity


@pytest.mark.parametrize("case", cases("quantities"))
def test_quantities(case, read):
    """Every number has its value, unit, hedge and place, and nothing else is a number."""
    document = read(case)
    found = [q for q in factcheck.find_quantities(document.text, document.date) if q.kind not in CLOCK]
    assert len(found) == len(case["quantities"]), [q.text for q in found]
    check_quantities(document.text, found, case["quantities"])


@pytest.mark.parametrize("case", cases("dates"))
def test_dates(case, read):
    """Every date counts from the article's day, keeps its doubt, and nothing else is a date."""
    document = read(case)
    found = [q for q in factcheck.find_quantities(document.text, document.date) if q.kind in CLOCK]
    assert len(found) == len(case["dates"]), [q.text for q in found]
    check_quantities(document.text, found, case["dates"])


@pytest.mark.parametrize("case", cases("quantities_hold", "no_quantity"))
def test_some_quantities(case, read):
    """The numbers named are found, and the words named are in none."""
    document = read(case)
    found = factcheck.find_quantities(document.text, document.date)
    check_quantities(document.text, found, case.get("quantities_hold", []))
    assert not [hit for core in case.get("no_quantity", []) for hit in touching(found, document.text, core)]


@pytest.mark.parametrize("case", cases("sentences", "no_sentence"))
def test_sentences(case, read):
    """Sentences part where a reader parts them; their spans rise, and what lies between holds no letter of a sentence."""
    document = read(case)
    text, found = document.text, document.sentences
    assert all(a.end <= b.start for a, b in pairwise(found))
    if "sentences" in case:
        assert len(found) == len(case["sentences"]), [text[s.start : s.end] for s in found]
        for sentence, core in zip(found, case["sentences"], strict=True):
            assert over([sentence], text, core, 6) is sentence
    for core in case.get("no_sentence", []):
        start, end = place(text, core)
        assert not [text[s.start : s.end] for s in found if s.start < end and s.end > start]


@pytest.mark.parametrize("case", cases("dateline"))
def test_datelines(case, read):
    """The dateline's place, day and exact span stand apart from the story."""
    document = read(case)
    dateline, wanted = document.dateline, case["dateline"]
    assert (dateline.start, dateline.end) == place(document.text, wanted)
    assert (dateline.place, str(dateline.date)) == (wanted["place"], wanted["date"])


@pytest.mark.parametrize("case", cases("quotes", "not_quoted"))
def test_quotes(case, read):
    """Every quotation has its words, its speaker as far as the text supports one, and its warnings; nothing else is one."""
    document = read(case)
    text, found = document.text, factcheck.find_quotes(document)
    marked = [q for q in found if q.kind is not QuoteKind.INDIRECT]
    for wanted in case.get("quotes", []):
        quote = over(found, text, wanted, 2)
        if "any_speaker" not in wanted:
            assert quote.speaker in (wanted["speaker"], *wanted.get("accept_speakers", ()))
        for field in ("said_by", "kind", "closed", "cue"):
            if field in wanted:
                assert getattr(quote, field) == wanted[field], field
        if "parts" in wanted:
            assert [text[a:b] for a, b in quote.parts] == wanted["parts"]
        assert holds(wanted.get("notes_hold", ""), quote.notes) or "notes_hold" not in wanted
    expected = [place(text, wanted) for wanted in case.get("quotes", [])]
    assert not [q.text for q in marked if not any(q.start < end and q.end > start for start, end in expected)]
    assert not [hit for core in case.get("not_quoted", []) for hit in touching(marked, text, core)]


@pytest.mark.parametrize("case", cases("claims", "no_claim", "no_claim_start", "first"))
def test_claims(case, read):
    """A claim is verbatim inside one sentence, has its speaker, and is checkable or not for the reason given."""
    document = read(case)
    text, found = document.text, factcheck.find_claims(document)
    assert all(text[c.start : c.end] == c.text for c in found)

    def claim_of(wanted):
        start, end = place(text, wanted)
        end = start + len(text[start:end].rstrip(CLOSING))
        hits = [
            c for c in found if c.start <= start and c.end >= end and c.sentence[0] <= start and c.sentence[1] >= end
        ]
        assert hits, f"no claim over {text[start:end]!r} among {[c.text for c in found]}"
        return min(hits, key=lambda c: c.end - c.start)

    for wanted in case.get("claims", []):
        claim = claim_of(wanted)
        if "speaker" in wanted:
            assert claim.claimant in (wanted["speaker"], *wanted.get("accept_speakers", ()))
        assert claim.quoted == wanted.get("quoted", claim.quoted)
        assert claim.checkable == wanted.get("checkable", claim.checkable), claim.reasons
        assert holds(wanted.get("reason", ""), claim.reasons)
    if "first" in case:
        assert max(found, key=lambda c: c.check_worthiness).text == claim_of(case["first"]).text
    assert not [hit for core in case.get("no_claim", []) for hit in touching(found, text, core)]
    assert not [c.text for c in found if c.text.startswith(tuple(case.get("no_claim_start", ["\0"])))]


@pytest.mark.parametrize("case", cases("screen", "titles"))
def test_transcripts(case, read):
    """Words on screen are nobody's, and a speaker's title is kept beside the name."""
    document = read(case)
    if "screen" in case:
        shown = [block for block in document.blocks if block.kind == "screen_text"]
        assert [document.text[block.start : block.end] for block in shown] == case["screen"]
        assert not any(block.speaker for block in shown)
    titles = {block.speaker: block.title for block in document.blocks if block.speaker}
    assert {name: titles.get(name) for name in case.get("titles", {})} == case.get("titles", {})


@pytest.mark.parametrize("case", cases("contains", "lines", "absent", "noted"))
def test_text_as_read(case, read):
    """A file's words come through whole, blocks on lines of their own, and a guess or a doubt is noted."""
    document = read(case)
    lines = [line.strip() for line in document.text.splitlines()]
    assert not [words for words in case.get("contains", []) if words not in document.text]
    assert not [words for words in case.get("absent", []) if words in document.text]
    assert not [line for line in case.get("lines", []) if line not in lines]
    assert document.notes or not case.get("noted")


@pytest.mark.parametrize("case", cases("same_as"))
def test_seen_through(case):
    """Invisible characters change nothing for comparing."""
    assert factcheck.compare(case["text"], case["same_as"]).relation == "same"


@pytest.mark.parametrize("case", cases("relations"))
def test_relations(case):
    """Two claims stand to each other in one of the ways the desk allows, whichever comes first."""
    allowed = set(case["relations"])
    if allowed & {"narrower", "broader"}:
        allowed |= {"narrower", "broader"}
    assert factcheck.compare(case["a"], case["b"]).relation.value in allowed
    assert factcheck.compare(case["b"], case["a"]).relation.value in allowed


def test_every_case_is_read():
    """The golden folder is read, no two cases share a name, and each states something that a test looks at."""
    names = [row["id"] for row in rows()]
    assert len(names) == len(set(names)) > 200
    stated = {
        "quantities",
        "dates",
        "sentences",
        "quotes",
        "claims",
        "contains",
        "lines",
        "relations",
        "noted",
        "absent",
        "not_quoted",
    }
    assert all(stated & set(row) for row in rows())
