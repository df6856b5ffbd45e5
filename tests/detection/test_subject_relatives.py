from __future__ import annotations

from factcheck.detection.clauses import split_clauses
from factcheck.detection.words import tag_words


def sorts(text: str) -> list[tuple[str, bool]]:
    """Give the sort of each clause, and whether it lost its subject."""
    return [(clause.sort, clause.lost_subject) for clause in split_clauses(tag_words(text))]


def test_the_relative_comes_first_and_the_rest_has_lost_its_subject() -> None:
    """Two statements: what the relative adds, and what is said of the subject."""
    assert sorts("The clinic, which treats 300 people, had to close two of its wards.") == [
        ("rel", False),
        ("main", True),
    ]


def test_a_relative_nested_in_another_is_not_followed_down() -> None:
    """However deep relatives nest, the sentence is cut once and in order of its words."""
    text = "The man, " + "who, which it holds, " * 60 + "sank, was found in the harbour by divers on Monday."
    words = tag_words(text)
    assert all(0 <= clause.start < clause.end <= len(words) for clause in split_clauses(words))


def test_quoted_words_keep_their_relative() -> None:
    """Somebody's own words are not cut at a relative."""
    words = tag_words("The clinic, which treats 300 people, had to close two of its wards.")
    assert len(split_clauses(words, quoted=True)) == 1
