"""Candidates from the full-text index."""

from __future__ import annotations

from factcheck.matching.candidates import CandidateIndex
from factcheck.matching.indexing import prepare


def test_rows_come_best_first() -> None:
    """The claim that holds more of the text's rare words comes first."""
    index = CandidateIndex.in_memory([("Rents rose in Lindal.", "", ""), ("Rents rose in Savella by 9%.", "", "")])
    assert [c.row for c in index.find(prepare("Savella rents rose 9%")).candidates] == [1, 0]


def test_common_words_give_way_to_rarer_ones() -> None:
    """A word that thousands of claims hold is left out of the look-up where the text has rarer ones."""
    claims = [(f"Crime rose in district x{i}", "", "") for i in range(4500)]
    claims.append(("A heron ate goldfish from ponds beside chapels", "", ""))
    index = CandidateIndex.in_memory(claims)
    found = index.find(prepare("Crime rose: heron eats goldfish in ponds of chapels beside us")).candidates
    assert [c.row for c in found] == [4500]
    assert index.find(prepare("crime rose"), limit=3).candidates


def test_exact_numbers_and_names_are_keys() -> None:
    """A number is found however its thousands are written, a name by what stays without its vowels."""
    index = CandidateIndex.in_memory([("Police counted 1,204 cars", "", ""), ("Mustafa al-Rashedi spoke", "", "")])
    assert [c.row for c in index.find(prepare("1204")).candidates] == [0]
    assert [c.row for c in index.find(prepare("Mustapha")).candidates] == [1]
