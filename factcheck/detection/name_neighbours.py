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
    kind = _introduced(tokens, words, lexicon)
    if kind is not None:
        return kind
    if after in lexicon.body_heads and words[last].tag in ("NN", "NNS"):
        return "body", False  # "the Obama administration" names a man: the rest of the text decides
    if after in lexicon.place_heads and words[last].tag == "NN":
        return "place", True
    if after == "," and _apposition_names_person(words, last + 1, lexicon):
        return "person", True
    kind = _followed(tokens, words, lexicon) or _led_to(tokens, words, lexicon)
    if kind is not None:
        return kind
    if after in lexicon.signs["person_verb"] and before != "the" and len(tokens) < 4:
        return "person", False
    verb = load_reporting_verbs().get(after)
    if (
        verb is not None
        and verb.sort in ("neutral", "claim")
        and before != "the"
        and len(tokens) < 4
        and words[last].tag[:2] == "VB"
        and not (first and words[first - 1].tag in ("IN", "TO"))  # "the Member for Corvedale warned"
    ):
        return "person", False
    if len(tokens) > 1 and before == "the":
        return "body", False
    return "other", False


def _introduced(tokens: Sequence[Token], words: Sequence[Word], lexicon: NameWords) -> tuple[str, bool] | None:
    """Read the noun before a name: "spokesman X", "rival X", "the operator, X", "the village of X"."""
    first, signs = tokens[0].at, lexicon.signs
    if not first:
        return None
    noun = fold(words[first - 1].text)
    given = tokens[0].key in lexicon.given
    if words[first - 1].text == "," and first > 1 and words[first - 2].tag == "NN":
        noun = fold(words[first - 2].text)
        if noun in signs["place_noun"] and not given:
            return "place", False
        return ("body", False) if noun in signs["body_noun"] and not given else None
    if noun in signs["body_noun"] and not given and words[first - 1].tag in ("NN", "JJ"):
        return "body", False
    if noun in lexicon.people:
        return "person", True
    if noun not in ("of", "for", "in") or first < 2:
        return None
    head = fold(words[first - 2].text)
    if head in signs["place_noun"] and noun == "of":
        return "place", True
    if head in signs["place_office"] and noun in ("of", "for"):
        return "place", True
    if noun == "of" and head in signs["body_noun"] and words[first - 2].tag == "NN" and not given:
        return "body", True  # "the firm of Hale Penrose"
    return None


def _followed(tokens: Sequence[Token], words: Sequence[Word], lexicon: NameWords) -> tuple[str, bool] | None:
    """Read what follows a name: ", who is", ", who are", "'s parliament", "shares", "pay their"."""
    last, signs = tokens[-1].at + 1, lexicon.signs
    if last >= len(words):
        return None
    at = last + 1 if words[last].text == "," else last
    word = words[at].lower if at < len(words) else ""
    if word in ("who", "whose"):
        verb = next((w for w in words[at + 1 : at + 4] if w.tag in ("VBP", "VBD", "VBZ")), None)
        if word == "who" and verb is not None and verb.lower in ("are", "were", "have"):
            return "body", False  # a side or a group: "Kingsmere, who are top"
        return ("person", False) if word == "who" or tokens[0].key in lexicon.given else None
    if words[last].tag == "POS":
        owned = [w.lower for w in words[last + 1 : last + 3]]
        if any(one in signs["place_owns"] for one in owned):
            return "place", False
        return ("body", False) if any(one in signs["body_owns"] for one in owned) else None
    if words[last].lower in signs["body_owns"] and words[last].tag in ("NN", "NNS"):
        return "body", False
    plural = (
        words[last].tag in ("VBP", "VB") and words[last].lower not in ("i", "we") and tokens[0].key not in lexicon.given
    )
    if plural and last + 1 < len(words) and words[last + 1].lower in ("their", "the"):
        return "body", False  # "Kingsmere pay their goalkeeper"
    return None


def _led_to(tokens: Sequence[Token], words: Sequence[Word], lexicon: NameWords) -> tuple[str, bool] | None:
    """Read the preposition before a name: "in X" and "near X" lead to a place, "shares in X" to none."""
    first, signs = tokens[0].at, lexicon.signs
    if not first or words[first - 1].lower not in signs["place_preposition"] or tokens[0].key in lexicon.given:
        return None
    if first > 1 and words[first - 2].lower in ("shares", "share", "stake", "stakes", "investors", "investor"):
        return "body", False
    if first > 1 and words[first - 2].lower in signs["not_place_before_in"]:
        return None
    return ("place", False) if len(tokens) < 3 else None


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
