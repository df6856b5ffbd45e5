"""The data files of matching."""

from __future__ import annotations

from factcheck.matching.lexicon import load_lexicon


def test_no_word_stands_on_both_sides_of_an_axis() -> None:
    """A word is one pole of an axis of opposites or the other, never both."""
    poles: dict[tuple[str, tuple[str, ...]], set[int]] = {}
    for entries in load_lexicon().by_first.values():
        for entry in entries:
            if entry.sort == "antonym":
                poles.setdefault((entry.value, entry.words), set()).add(entry.pole)
    assert [key for key, ends in poles.items() if len(ends) > 1] == []


def test_gapped_phrases_are_found_within_their_reach() -> None:
    """The phrase "take ... into custody" spans up to four words, and no more."""
    lexicon = load_lexicon()
    near = [["take"], ["31"], ["young"], ["man"], ["into"], ["custody"]]
    far = [["take"], ["a"], ["b"], ["c"], ["d"], ["e"], ["into"], ["custody"]]
    assert any(found.at == (0, 4, 5) for found in lexicon.find(near))
    assert not any(len(found.at) == 3 for found in lexicon.find(far))


def test_places_lie_in_places_over_every_step() -> None:
    """Bavaria lies in Germany, in western Europe, in Europe and in the world."""
    lexicon = load_lexicon()
    assert all(lexicon.contains(whole, "bavaria") for whole in ("germany", "western europe", "europe", "world"))
