import json
from itertools import pairwise
from pathlib import Path

import pytest
from hypothesis import given, settings
from hypothesis import strategies as st

from factcheck.detection.names import find_names
from factcheck.text.document import Document

GOLDEN = Path(__file__).parents[1] / "golden" / "names" / "names.jsonl"
CASES = [json.loads(line) for line in GOLDEN.read_text(encoding="utf-8").splitlines()]
PIECES = st.sampled_from(
    [
        "Ana ",
        "Bell",
        " of ",
        "the ",
        "Ministry",
        " for ",
        "al-",
        "Kadhimi",
        "’s ",
        ". ",
        ", ",
        "\n\n",
        "Dr. ",
        "WHO",
        " (",
        ")",
        "May ",
        "von ",
        "İ",
        "ﬁ",
        "\u00ad",
        "🙂",
        "said ",
        "Iran-backed ",
        "onMr ",
        "St ",
        "& ",
        "and ",
    ]
)


@pytest.mark.parametrize("case", CASES, ids=[case["rule"] for case in CASES])
def test_golden_names(case):
    """Every case of the golden file gives exactly its names: text, kind, canonical, title and note."""
    found = []
    for name in find_names(Document.from_text(case["text"])):
        row = [name.text, name.kind.value, name.canonical]
        if name.title or name.notes:
            row.append(name.title)
        found.append(row + list(name.notes))
    assert found == case["names"]


def test_the_desks_list_takes_part():
    """A name of the desk's list is found by any of its spellings, and gives the group its name."""
    known = [{"name": "Noor Haddad", "kind": "person", "variants": ["Nour Hadad"]}, "The Drift Net"]
    names = find_names(Document.from_text("We met Nour Hadad at The Drift Net."), known)
    assert [(name.text, name.canonical) for name in names] == [
        ("Nour Hadad", "Noor Haddad"),
        ("The Drift Net", "The Drift Net"),
    ]


def test_variants_list_every_spelling():
    """A name's variants are the spellings of its group, the most frequent first."""
    names = find_names(Document.from_text("Mr Farouk left. Tariq Farouk returned. Mr Farouk slept."))
    assert {name.variants for name in names} == {("Farouk", "Tariq Farouk")}


def test_spans_point_into_the_text_as_it_was_decoded():
    """A soft hyphen inside a name stays inside its span."""
    text = "We met Ana Be\u00adll, 42, in Leeds."
    names = find_names(Document.from_text(text))
    assert [text[name.start : name.end] for name in names] == ["Ana Be\u00adll", "Leeds"]


@given(st.lists(PIECES, max_size=40).map("".join))
@settings(max_examples=120, deadline=None)
def test_any_text_gives_exact_ordered_spans(text):
    """Names never overlap, stand in order, and say what they cover; the same text gives the same answer."""
    document = Document.from_text(text)
    names = find_names(document)
    assert all(document.text[name.start : name.end] == name.text for name in names)
    assert all(a.end <= b.start for a, b in pairwise(names))
    assert names == find_names(document)
