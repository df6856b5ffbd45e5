"""What the words beside a name tell about it: "spokesman X", "X, 42,", "X militia"."""

from __future__ import annotations

from collections.abc import Sequence

from factcheck.detection.name_runs import Token
from factcheck.detection.name_words import NameWords, fold
from factcheck.detection.reporting_cues import load_reporting_verbs
from factcheck.detection.words import Word

__all__ = ["kind_from_neighbours", "title_in_small_letters"]


def title_in_small_letters(tokens: Sequence[Token], words: Sequence[Word], lexicon: NameWords) -> str | None:
    """Give the noun in small letters right before a name ("spokesman Ned Price")."""
    before = words[tokens[0].at - 1] if tokens[0].at else None
    return before.text if before is not None and fold(before.text) in lexicon.people else None


def kind_from_neighbours(tokens: Sequence[Token], words: Sequence[Word], lexicon: NameWords) -> tuple[str, bool]:
    """Tell a kind from the words on either side; the second value says whether they leave no doubt."""
    first, last = tokens[0].at, tokens[-1].at + 1
    before = fold(words[first - 1].text) if first else ""
    after = fold(words[last].text) if last < len(words) else ""
    if before in lexicon.people:
        return "person", True
    if after in lexicon.body_heads and words[last].tag in ("NN", "NNS"):
        return "body", True
    if after in lexicon.place_heads and words[last].tag == "NN":
        return "place", True
    if after == "," and _apposition_names_person(words, last + 1, lexicon):
        return "person", True
    if after in ("who", "whose") or (
        after == "," and last + 1 < len(words) and words[last + 1].lower in ("who", "whose")
    ):
        return "person", False
    verb = load_reporting_verbs().get(after)
    if (
        verb is not None
        and verb.sort in ("neutral", "claim")
        and before != "the"
        and len(tokens) < 4
        and words[last].tag[:2] == "VB"
    ):
        return "person", False
    if len(tokens) > 1 and before == "the":
        return "body", False
    return "other", False


def _apposition_names_person(words: Sequence[Word], at: int, lexicon: NameWords) -> bool:
    """Say whether ", 42," or ", leader of ..." follows: the name before it is a person's."""
    if at + 1 < len(words) and words[at].tag == "CD" and words[at].text.isdigit() and len(words[at].text) < 4:
        return words[at + 1].text in (",", ".", ")")
    for word in words[at : at + 6]:
        if word.text in (",", ".", ";") or word.tag[:2] == "VB" or (word.tag == "IN" and fold(word.text) != "of"):
            return False
        if fold(word.text) in lexicon.people:
            return True
    return False
