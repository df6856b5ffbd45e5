"""JSON of any size, cut into its items."""

import json
import random
from typing import Any

import pytest
from hypothesis import given, settings
from hypothesis import strategies as st

from factcheck.exchange.archive_file import TextBuffer
from factcheck.exchange.archives import FORMS
from factcheck.exchange.json_document import document_rows, read_items

scalars = st.none() | st.booleans() | st.integers(-(10**6), 10**6) | st.text(max_size=8)
values = st.recursive(
    scalars,
    lambda inner: st.lists(inner, max_size=3) | st.dictionaries(st.text(max_size=5), inner, max_size=3),
    max_leaves=8,
)
items = st.dictionaries(st.sampled_from(["name", "author", "url", "x"]), values, max_size=4)


def cut(text: str, chance: random.Random) -> TextBuffer:
    pieces = []
    at = 0
    while at < len(text):
        size = chance.randint(1, 30)
        pieces.append(text[at : at + size])
        at += size
    return TextBuffer(iter(pieces), chance.randint(1, 20))


@settings(max_examples=50)
@given(
    st.lists(items, max_size=5),
    st.sampled_from([None, 0, 2]),
    st.sampled_from(["{}", '{{"name": "y", "dataFeedElement": {}, "x": 1}}']),
    st.randoms(use_true_random=False),
)
def test_items_come_back_as_they_were_written(
    given: list[dict[str, Any]], indent: int | None, around: str, chance: random.Random
) -> None:
    """A list of any items, however it is set out and cut into pieces, gives the items in their order."""
    text = around.format(json.dumps(given, indent=indent, ensure_ascii=False))
    assert [item.value for item in read_items(cut(text, chance)) if item.reason is None] == given


@given(
    st.text(alphabet='{}[]",:\\ \n<>/abclaimReviewd1script+jon', max_size=120),
    st.sampled_from(sorted(set(FORMS) - {"table"})),
    st.randoms(use_true_random=False),
)
def test_no_text_breaks_a_reader(text: str, form: str, chance: random.Random) -> None:
    """Whatever stands in a file, a reader comes to its end with rows that say something."""
    for group in FORMS[form].read(cut(text, chance), (), "x"):
        assert all(row.reason or row.fields["text"] for row in group)


@pytest.mark.parametrize(
    "unit",
    ["[", '{"a":', "},{", '},{"a":[1},', '{"a":[{},{"a', '"', "<script ld+json ", "<script ld+json>", ",", "[{}, "],
)
@pytest.mark.parametrize("form", ["array", "lines", "page"])
def test_long_runs_of_fragments_come_to_an_end(unit: str, form: str) -> None:
    """Fragments of marks, many thousands of them, are read through."""
    text = "[" + unit * (40_000 // len(unit))
    rows = [row for group in FORMS[form].read(TextBuffer(iter([text])), (), "x") for row in group]
    assert all(row.reason for row in rows)


def test_numbers_that_no_database_keeps_stay_words() -> None:
    """NaN, infinity and endless numbers are kept as they were written."""
    (item,) = read_items(TextBuffer(iter(['{"a": NaN, "b": -Infinity, "c": 1e400, "d": ' + "9" * 5_000 + "}"])))
    assert item.value == {"a": "NaN", "b": "-Infinity", "c": "1e400", "d": "9" * 5_000}


def test_items_behind_many_faults_are_read() -> None:
    """Each of many broken items costs itself and no other."""
    good = json.dumps({"claimReviewed": "A rose.", "author": [{"name": "x"}, {"name": "y"}]})
    text = "[" + ",\n".join(good if n % 2 else good.replace(":", "", 1) for n in range(1_000)) + "]"
    rows = [row for group in document_rows(TextBuffer(iter([text]))) for row in group]
    assert [row.reason is None for row in rows] == [bool(n % 2) for n in range(1_000)]
