"""What the commands print."""

import pytest
from hypothesis import given
from hypothesis import strategies as st

from factcheck.cli.console import csv_text, fit, print_table, visible_line


@given(st.text(alphabet="ab c", max_size=60), st.integers(min_value=1, max_value=20))
def test_folding_loses_nothing(text: str, size: int) -> None:
    """Folded lines fit, and hold every character but the spaces between words."""
    lines = fit(text, size)
    assert all(len(line) <= size for line in lines)
    assert "".join(lines).replace(" ", "") == text.replace(" ", "")


@pytest.mark.parametrize("text", ["=1+1", "+A1", "-A1", "@SUM(A1)", "\tx", "|calc"])
def test_no_cell_starts_a_formula(text: str) -> None:
    """A cell that a spreadsheet would take for a formula is written as text."""
    assert csv_text(text) == "'" + text


@pytest.mark.parametrize("text", ["-5", "+3.4", "73"])
def test_a_number_stays_a_number(text: str) -> None:
    """A signed number is no formula."""
    assert csv_text(text) == text


def test_escape_sequences_are_shown() -> None:
    """Text cannot steer the terminal."""
    assert visible_line("a\x1b]0;x\x07b") == "a\\x1b]0;x\\x07b"


def test_a_table_fits(capsys: pytest.CaptureFixture[str], monkeypatch: pytest.MonkeyPatch) -> None:
    """The widest column folds until the table fits the terminal."""
    monkeypatch.setenv("COLUMNS", "60")
    print_table(["id", "claim"], [["C1", "seven guards were injured in the attack " * 4]], widest="claim")
    assert max(len(line) for line in capsys.readouterr().out.splitlines()) <= 60
