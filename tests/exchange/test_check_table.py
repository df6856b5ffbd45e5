"""Earlier checks from a table."""

from pathlib import Path

import pytest

from factcheck.errors import InvalidValue, UnreadableInput
from factcheck.exchange.check_table import column_map, read_checks, rows_of


def test_columns_are_found_by_the_names_other_desks_use() -> None:
    """A head in another desk's words is understood without a map."""
    assert column_map(["ClaimReviewed", "Speaker", "Textual rating"], []) == {
        "text": "ClaimReviewed",
        "verdict": "Textual rating",
        "claimant": "Speaker",
    }


def test_the_given_map_wins() -> None:
    """A column that was named is used, even where another bears the field's own name."""
    assert column_map(["text", "words"], ["text=words"])["text"] == "words"


@pytest.mark.parametrize("word", ["text", "nonsense=words", "text=absent"])
def test_a_wrong_map_is_refused(word: str) -> None:
    """A word of the map that names no field or no column says which there are."""
    with pytest.raises(InvalidValue, match="--column"):
        column_map(["words"], [word])


def test_a_table_without_a_claim_is_refused() -> None:
    """Without a column of claims nothing is read."""
    with pytest.raises(InvalidValue, match="text=NAME"):
        list(rows_of("a,b\n1,2\n"))


def test_a_byte_order_mark_is_no_part_of_the_head(tmp_path: Path) -> None:
    """A BOM before the first column's name does not hide it (ING-02)."""
    path = tmp_path / "claims.csv"
    path.write_bytes(b'\xef\xbb\xbfclaim,speaker\r\n"Jobs grew 5%, he said",Ana\r\n')
    assert [row.fields for row in read_checks(str(path))] == [{"text": "Jobs grew 5%, he said", "claimant": "Ana"}]


def test_a_huge_cell_costs_one_row(tmp_path: Path) -> None:
    """A cell over the csv module's own limit is named with its line, and the rows behind it go on (FIL-02)."""
    path = tmp_path / "big.csv"
    path.write_text('claim,speaker\nRents rose 5%.,Ana\n"' + "Aid fell 1%. " * 12000 + '",Omar\nCrime fell 2%.,Zoe\n')
    rows = list(read_checks(str(path)))
    assert [(row.line, bool(row.reason)) for row in rows] == [(2, False), (3, True), (4, False)]


def test_a_nul_byte_costs_nothing(tmp_path: Path) -> None:
    """A NUL inside a cell is left out, and every row is read (FIL-02)."""
    path = tmp_path / "nul.csv"
    path.write_bytes(b"claim,speaker\nRents rose 6%.,Ana\nTaxes\x00 rose 7%.,Omar\nCrime fell 3%.,Zoe\n")
    assert [row.fields["text"] for row in read_checks(str(path))] == [
        "Rents rose 6%.",
        "Taxes rose 7%.",
        "Crime fell 3%.",
    ]


def test_lines_are_counted_in_the_file() -> None:
    """A cell of several lines does not shift the line numbers behind it."""
    rows = list(rows_of('claim,title\n"Rents\nrose 5%.",x\n,\n?,y\nCrime fell.,z\n'))
    assert [(row.line, row.reason) for row in rows] == [(2, None), (5, "no claim in it"), (6, None)]


def test_a_missing_file_is_named(tmp_path: Path) -> None:
    """A file that is not there is one line with the reason."""
    with pytest.raises(UnreadableInput, match="not found"):
        read_checks(str(tmp_path / "none.csv"))


def test_an_empty_file_is_named(tmp_path: Path) -> None:
    """An empty file is no table."""
    path = tmp_path / "empty.csv"
    path.write_text("")
    with pytest.raises(UnreadableInput, match="empty"):
        read_checks(str(path))


def test_a_stray_quotation_mark_beside_a_cell_of_two_lines_costs_nothing() -> None:
    """An inch mark is no opened quotation, and a cell of several lines stays one row."""
    rows = list(rows_of('claim,title\nA 5" pipe burst.,"one\ntwo"\nB fell.,x\n'))
    assert [(row.line, row.reason) for row in rows] == [(2, None), (4, None)]
    assert rows[0].fields == {"text": 'A 5" pipe burst.', "title": "one\ntwo"}


def test_a_quotation_mark_never_closed_in_a_long_table_costs_its_line() -> None:
    """The mark swallows rows up to a bound; they are given back."""
    rows = list(rows_of('claim,title\n"A rose.,x\n' + "B fell a long way down.,y\n" * 45_000))
    assert [row.line for row in rows if row.reason] == [2]
    assert len(rows) == 45_001


def test_a_head_never_closed_is_named() -> None:
    """A table whose head swallows its rows is refused."""
    with pytest.raises(UnreadableInput, match="head"):
        rows_of('claim,"title\nA rose.,x\n')


def test_every_cell_is_kept_in_the_raw_row() -> None:
    """Columns that are no field of ours stay in the raw row."""
    (row,) = rows_of("claim,rating,likes\nA rose.,wrong,5\n")
    assert row.check() == {
        "text": "A rose.",
        "verdict": "wrong",
        "raw": {"claim": "A rose.", "rating": "wrong", "likes": "5"},
    }
