"""Every form an archive has: recognised from its content, read to its end, broken items named and left out."""

import gzip
import io
import json
import random
import sys
from pathlib import Path
from typing import Any

import pytest
from hypothesis import given
from hypothesis import strategies as st

from factcheck.errors import InvalidValue, UnreadableInput
from factcheck.exchange.archive_file import TextBuffer
from factcheck.exchange.archives import FORMS, open_archive, recognise_form

CASES = [
    json.loads(line)
    for line in (Path(__file__).parent.parent / "golden" / "exchange" / "forms.jsonl").read_text("utf-8").splitlines()
]


def assert_rows(rows: list[Any], expected: list[list[Any]]) -> None:
    assert [row.line for row in rows] == [place for place, _ in expected]
    for row, (_, said) in zip(rows, expected, strict=True):
        if said.startswith("! "):
            assert row.reason is not None
            assert row.reason.startswith(said[2:])
        else:
            assert (row.reason, row.fields["text"]) == (None, said)


@pytest.mark.parametrize("case", CASES, ids=[case["rule"] for case in CASES])
def test_forms(case: dict[str, Any], tmp_path: Path) -> None:
    """Each form is told from its content, and gives its rows with their places."""
    path = tmp_path / "archive"
    path.write_text(case["text"], encoding="utf-8", newline="")
    archive = open_archive(str(path))
    assert archive.form == case["form"]
    assert_rows(list(archive), case["rows"])
    assert archive.position == archive.size
    archive.close()


@given(st.sampled_from(CASES), st.integers(1, 7), st.randoms(use_true_random=False))
def test_where_a_file_is_cut_into_pieces_changes_nothing(
    case: dict[str, Any], piece: int, chance: random.Random
) -> None:
    """The rows are the same whatever the pieces in which the text arrives."""
    text = case["text"].lstrip("\ufeff")
    pieces = []
    at = 0
    while at < len(text):
        size = chance.randint(1, 40)
        pieces.append(text[at : at + size])
        at += size
    groups = FORMS[case["form"]].read(TextBuffer(iter(pieces), piece), (), "archive")
    assert_rows([row for group in groups for row in group], case["rows"])


@pytest.mark.parametrize("text", ["Rents rose 5%.\nFares fell.\n", "One, two and three went home.\n", "%!x\n"])
def test_a_text_is_no_archive(text: str, tmp_path: Path) -> None:
    """An article that was given by mistake is named, with what can be done."""
    path = tmp_path / "article.txt"
    path.write_text(text)
    with pytest.raises(UnreadableInput, match="--format"):
        open_archive(str(path))


def test_the_given_form_wins(tmp_path: Path) -> None:
    """A form that was named is used, whatever the content looks like."""
    path = tmp_path / "archive"
    path.write_text('{"claimReviewed": "A rose."}\n')
    archive = open_archive(str(path), form="lines")
    assert (archive.form, archive.counted, len(list(archive))) == ("lines", "line", 1)
    archive.close()


def test_an_unknown_form_names_the_known_ones(tmp_path: Path) -> None:
    """A form that nobody knows is refused with the list."""
    with pytest.raises(InvalidValue, match=r"object, array, .*table"):
        open_archive(str(tmp_path), form="xml")


def test_things_of_other_kinds_are_counted(tmp_path: Path) -> None:
    """What is no check is passed over and counted, not rejected."""
    path = tmp_path / "archive"
    path.write_text('[{"@type": "Person"}, {"claimReviewed": "A rose."}, {"@type": "Organization"}]')
    archive = open_archive(str(path))
    assert (len(list(archive)), archive.passed_over) == (1, 2)
    archive.close()


def test_standard_input_is_read(monkeypatch: pytest.MonkeyPatch) -> None:
    """What comes through a pipe has its form told like a file."""
    stdin = io.TextIOWrapper(io.BytesIO(b'[{"claimReviewed": "A rose."}]'))
    monkeypatch.setattr(sys, "stdin", stdin)
    archive = open_archive("-")
    assert (archive.source, archive.form, [row.fields["text"] for row in archive]) == (
        "standard input",
        "array",
        ["A rose."],
    )
    archive.close()


def test_a_packed_file_is_unpacked(tmp_path: Path) -> None:
    """An archive packed with gzip is read as what it holds; one that is damaged is named."""
    path = tmp_path / "archive.json.gz"
    whole = gzip.compress(json.dumps([{"claimReviewed": f"A rose {n}%."} for n in range(500)]).encode())
    path.write_bytes(whole)
    archive = open_archive(str(path))
    assert (archive.form, sum(1 for _ in archive)) == ("array", 500)
    archive.close()
    path.write_bytes(whole[: len(whole) // 2])
    with pytest.raises(UnreadableInput, match="to its end"):
        list(open_archive(str(path)))


def test_a_feed_larger_than_an_item_may_be_is_read_element_by_element(tmp_path: Path) -> None:
    """The list inside an object of any size is found, and a fault in it costs one item."""
    body = "x" * 2_000
    items = [json.dumps({"item": {"claimReviewed": f"A rose {n}%.", "reviewBody": body}}) for n in range(3_000)]
    items[1_500] = items[1_500].replace('"reviewBody"', "reviewBody")
    path = tmp_path / "feed.json"
    path.write_text(
        '{"@context": "x", "@type": "DataFeed", "dataFeedElement": [' + ",\n".join(items) + '], "name": "y"}'
    )
    archive = open_archive(str(path))
    rows = list(archive)
    assert archive.form == "feed"
    assert [row.line for row in rows if row.reason] == [1_501]
    assert [row.line for row in rows] == list(range(1, 3_001))
    archive.close()


def test_an_item_without_end_does_not_fill_the_memory(tmp_path: Path) -> None:
    """A string that swallows the file is given up at a bound, and the items behind it are read."""
    path = tmp_path / "feed.json"
    path.write_text('[{"claimReviewed": "A rose.}, ' + "x" * 9_000_000 + ', {"claimReviewed": "B fell."}]')
    archive = open_archive(str(path))
    assert_rows(list(archive), [[1, "! no JSON"], [2, "B fell."]])
    archive.close()


def test_a_lot_of_faults_takes_no_longer_than_as_many_items() -> None:
    """Taking up after a fault looks at each character a bounded number of times."""
    text = "[" + '{"claimReviewed": "A", "b": [{},{"a": [' * 60_000
    rows = list(FORMS["array"].read(TextBuffer(iter([text])), (), "archive"))
    assert len(rows) == 1
    assert rows[0][0].reason is not None


@pytest.mark.parametrize("text", ["", "[]", "{}", "<html></html>", '{"claims": []}'])
def test_an_archive_of_nothing_has_no_rows(text: str) -> None:
    """Where there is nothing to read there are no rows, and no error either."""
    form = recognise_form(text) or "array"
    assert [row for group in FORMS[form].read(TextBuffer(iter([text])), (), "x") for row in group] == []
