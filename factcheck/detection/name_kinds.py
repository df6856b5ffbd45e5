"""What a run of capitalised words names: its titles are cut off, its parts told apart, each given a kind."""

from __future__ import annotations

import re
from collections.abc import Sequence
from typing import NamedTuple

from factcheck.detection.name_neighbours import kind_from_neighbours, title_in_small_letters
from factcheck.detection.name_runs import Run, Token
from factcheck.detection.name_words import NameWords, fold
from factcheck.detection.words import Word

__all__ = ["Found", "name_pieces"]

_INNER_CAPITAL = re.compile(r"(?!Mac|Mc|De|Di|Le|La|Van|Du|Fitz|O')[A-Z][a-z]{2,}[A-Z][a-zA-Z]+")
_MARK_APART = re.compile(r" (['’]s?\b|['’](?= ))")
_DAYS = frozenset(["monday", "tuesday", "wednesday", "thursday", "friday", "saturday", "sunday"])
_PRESS = frozenset(
    ["times", "telegraph", "mirror", "herald", "post", "mail", "express", "star", "news", "world", "sun", "people"]
)
_ALONE = frozenset(
    [
        "crown",
        "parliament",
        "congress",
        "senate",
        "treasury",
        "knesset",
        "commons",
        "lords",
        "hansard",
        "kremlin",
        "pentagon",
        "unicef",
    ]
)
_PLACE_OPENERS = frozenset(
    [
        "lake",
        "mount",
        "river",
        "port",
        "fort",
        "cape",
        "gulf",
        "isle",
        "bay",
        "strait",
        "mt",
        "upper",
        "lower",
        "nether",
    ]
)
_TITLE_OPENERS = frozenset(
    [
        "prime",
        "vice",
        "deputy",
        "chief",
        "acting",
        "former",
        "first",
        "foreign",
        "interior",
        "home",
        "finance",
        "defence",
        "defense",
        "health",
        "justice",
        "attorney",
        "lord",
        "crown",
        "senior",
        "assistant",
        "shadow",
        "general",
        "executive",
        "managing",
        "lieutenant",
        "major",
        "grand",
        "supreme",
    ]
)
_ADDRESS = frozenset(["mr", "mrs", "ms", "miss", "dr", "sir", "professor", "prof", "lord", "lady"])
_SIDES = frozenset({"north", "south", "east", "west"})
_SUFFIXES = frozenset({"jr", "sr", "ii", "iii", "iv"})


class Found(NamedTuple):
    """Hold one name that was found.

    Attributes:
        start: first code point of the name, title not included.
        end: one past the last.
        text: the words between, single-spaced.
        kind: "person", "body", "place" or "other".
        title: the title before it, or None.
        sure: whether its own words or its title told the kind.
        at: its first word in the sentence.
        until: one past its last.
    """

    start: int
    end: int
    text: str
    kind: str
    title: str | None
    sure: bool
    at: int
    until: int


def name_pieces(run: Run, words: Sequence[Word], text: str, lexicon: NameWords) -> list[Found]:
    """Cut a run into its names: calendar words and titles go, what stands before a title is a name of its own."""
    pieces: list[Found] = []
    for tokens in _without_calendar(run.tokens, lexicon):
        pieces += _pieces(tokens, words, text, lexicon)
    return pieces


def _without_calendar(tokens: Sequence[Token], lexicon: NameWords) -> list[list[Token]]:
    """Split a run at words that name nobody ("Sunday"), unless a newspaper is named after one ("Sunday Times")."""
    parts: list[list[Token]] = [[]]
    for number, token in enumerate(tokens):
        following = tokens[number + 1].key if number + 1 < len(tokens) else ""
        press = token.key in _DAYS and following in _PRESS
        if token.key in lexicon.not_names and not press and not (token.key == "march" and following):
            person = (
                token.key in ("may", "april", "june", "august")
                and len(tokens) > 1
                and _surrounded(tokens, number, lexicon)
            )
            if not person:
                parts.append([])
                continue
        parts[-1].append(token)
    return [_trimmed(part) for part in parts if _trimmed(part)]


def _surrounded(tokens: Sequence[Token], number: int, lexicon: NameWords) -> bool:
    """Say whether a month's word is somebody's name: a given name or a title before it ("Theresa May", "Mrs May")."""
    if number:
        before = tokens[number - 1].key
        return before in lexicon.given or before in lexicon.honorifics or before in lexicon.people
    following = tokens[number + 1].key
    return following not in lexicon.not_names and tokens[0].key in lexicon.given and following not in lexicon.given


def _trimmed(tokens: list[Token]) -> list[Token]:
    """Take small words off either end."""
    start, end = 0, len(tokens)
    while start < end and not _has_capital(tokens[start]):
        start += 1
    while end > start and not _has_capital(tokens[end - 1]):
        end -= 1
    return tokens[start:end]


def _has_capital(token: Token) -> bool:
    return token.text != token.text.lower()


def _pieces(tokens: list[Token], words: Sequence[Word], text: str, lexicon: NameWords) -> list[Found]:
    keys = [token.key for token in tokens]
    whole = " ".join(keys)
    if whole in lexicon.places or whole in lexicon.bodies:
        return [_found(tokens, None, "place" if whole in lexicon.places else "body", True)]
    if len(keys) > 1 and keys[-1] == "general" and not _is_title(keys[0], lexicon):
        return [_found(tokens, None, "body", True)]  # "Northgate General", a hospital
    cut = _title_end(keys, lexicon)
    title_start = cut
    if cut:
        title_start = _title_start(keys, cut, lexicon)
    pieces: list[Found] = []
    lead, name = tokens[:title_start], tokens[cut:]
    title = text[tokens[title_start].start : tokens[cut - 1].end] if cut > title_start else None
    if cut:
        while lead and lead[0].key in lexicon.demonyms and not any(t.key in lexicon.body_heads for t in lead):
            title = text[lead[0].start : tokens[cut - 1].end] if len(lead) == 1 else title
            lead = lead[1:]
        pieces += _untitled(_trimmed(list(lead)), words, lexicon, leading=True)
    if not name:
        return pieces
    name = _trimmed(list(name))
    if not name:
        return pieces
    if title is not None:
        pieces.append(_titled(name, title, lexicon))
        return pieces
    return pieces + _untitled(name, words, lexicon)


def _is_title(key: str, lexicon: NameWords) -> bool:
    return key in lexicon.people or key in lexicon.honorifics or key in _TITLE_OPENERS or key in lexicon.given


def _title_end(keys: Sequence[str], lexicon: NameWords) -> int:
    """Find where the titles of a run end: one past its last title word, 0 without one."""
    if (
        keys[0] in lexicon.given
        and keys[0] not in lexicon.honorifics
        and keys[0] not in lexicon.people
        and len(keys) <= 3
    ):
        return 0  # "Tom Baker", "Stephen King"
    end = 0
    for i, key in enumerate(keys):
        if key in lexicon.honorifics or key in lexicon.people:
            rest = keys[i + 1 :]
            of_body = any(k in lexicon.body_heads for k in rest) and not any(k in lexicon.given for k in rest)
            if of_body and key not in _ADDRESS:
                continue  # "Director General of the Institute", "Farmers Union"
            if rest[:1] and rest[0] in _SUFFIXES:
                continue
            if i and i == len(keys) - 1 and end and end < i + 1 and i - end == 1 and keys[end] in lexicon.given:
                continue  # "Mr Tom Baker"
            if i == len(keys) - 1 and i and end == i and keys[i - 1] in _ADDRESS:
                continue  # "Mr Bishop"
            end = i + 1
    return end


def _title_start(keys: Sequence[str], cut: int, lexicon: NameWords) -> int:
    start = cut - 1
    while start > 0 and (
        keys[start - 1] in _TITLE_OPENERS or keys[start - 1] in lexicon.people or keys[start - 1] in lexicon.honorifics
        or (
            keys[start - 1] in ("of", "and", "for", "general") and start > 1
            and (keys[start - 2] in lexicon.people or keys[start - 2] in lexicon.honorifics)
        )
    ):  # fmt: skip
        start -= 1
    return start


def _found(tokens: Sequence[Token], title: str | None, kind: str, sure: bool) -> Found:
    return Found(
        tokens[0].start,
        tokens[-1].end,
        _MARK_APART.sub(r"\1", " ".join(token.text for token in tokens)),
        kind,
        title,
        sure,
        tokens[0].at,
        tokens[-1].at + 1,
    )


def _titled(tokens: list[Token], title: str, lexicon: NameWords) -> Found:
    keys = [token.key for token in tokens]
    if any(key in lexicon.body_heads for key in keys[1:]) and keys[0] not in lexicon.given and len(keys) > 2:
        return _found(tokens, None, "body", True)
    while len(tokens) > 2 and " ".join(keys[:1]) in lexicon.places and keys[1] in lexicon.given:
        tokens, keys = tokens[1:], keys[1:]  # "Archbishop of Canterbury Justin Welby"
    return _found(tokens, title, "person", True)


def _untitled(tokens: list[Token], words: Sequence[Word], lexicon: NameWords, *, leading: bool = False) -> list[Found]:
    """Give a run without a title its kind, from its own words first and from its neighbours second."""
    if not tokens:
        return []
    keys = [token.key for token in tokens]
    if all(key in lexicon.demonyms for key in keys):
        return []
    if (
        not any(key in lexicon.body_heads or key in lexicon.place_heads for key in keys)
        and " ".join(keys) not in lexicon.bodies
    ):
        while keys[0] in lexicon.demonyms and not (len(keys) > 1 and keys[-1] in lexicon.company_tails):
            tokens, keys = tokens[1:], keys[1:]
        while keys[-1] in lexicon.demonyms and keys[0] not in lexicon.given:
            tokens, keys = tokens[:-1], keys[:-1]
    whole = " ".join(keys)
    if whole in lexicon.places or whole in lexicon.bodies:
        return [_found(tokens, None, "place" if whole in lexicon.places else "body", True)]
    if len(tokens) == 1:
        return _single(tokens, words, lexicon)
    if "war" in keys[1:]:
        return [_found(tokens, None, "other", True)]  # "World War II"
    if keys[0] in ("st", "saint"):
        return [_found(tokens, None, "body" if any(key in lexicon.body_heads for key in keys) else "place", True)]
    given = keys[0] in lexicon.given and (keys[0] not in lexicon.places or len(keys) == 2)
    heads = keys[-1] in lexicon.body_heads or (
        any(key in lexicon.body_heads for key in keys) and ("of" in keys or "for" in keys)
    )
    before = words[tokens[0].at - 1].lower if tokens[0].at else ""
    people = words[tokens[-1].at].tag in ("NNPS", "NNS") or keys[-1] in lexicon.demonyms
    if given and keys[0] in lexicon.places and len(tokens) == 2 and people:
        return [_found(tokens, None, "other", False)]  # "Virginia Schools", "Florida Democrats"
    if given and len(tokens) == 2 and before != "the" and not leading:
        return [_found(tokens, title_in_small_letters(tokens, words, lexicon), "person", True)]
    if heads or (any(key in lexicon.body_heads for key in keys[:-1]) and not given):
        return [_found(tokens, None, "body", True)]
    sided = keys[-1] in _SIDES and keys[0] not in lexicon.places and before not in ("in", "for", "of", "near", "the")
    if (keys[-1] in lexicon.place_heads and not sided) or keys[0] in _PLACE_OPENERS:
        return [_found(tokens, None, "place", True)]
    if keys[-1] in lexicon.company_tails and not given:
        return [_found(tokens, None, "body", True)]
    split = _known_prefix(keys, lexicon)
    if split:
        return [_found(tokens[:split], None, "place", True), *_untitled(tokens[split:], words, lexicon)]
    if given or keys[0][:3] in ("al-", "el-") or any(_is_initial(token) for token in tokens[:-1]):
        return [_found(tokens, None, "person", not leading)]
    kind, sure = kind_from_neighbours(tokens, words, lexicon)
    return [_found(tokens, title_in_small_letters(tokens, words, lexicon) if kind == "person" else None, kind, sure)]


def _known_prefix(keys: Sequence[str], lexicon: NameWords) -> int:
    """Find a place that a run begins with, where a given name follows ("London Sadiq Khan" is two names)."""
    for size in range(min(len(keys) - 2, 3), 0, -1):
        if " ".join(keys[:size]) in lexicon.places and keys[size] in lexicon.given and keys[0] not in lexicon.given:
            return size
    return 0


def _is_initial(token: Token) -> bool:
    return len(token.key) == 1 and token.text[0].isupper()


def _single(tokens: list[Token], words: Sequence[Word], lexicon: NameWords) -> list[Found]:
    token = tokens[0]
    key = token.key
    if key in lexicon.demonyms or key in lexicon.honorifics or key in lexicon.people or len(key) < 2:
        return []
    if key in lexicon.body_heads:
        return [_found(tokens, None, "body", True)] if key in _ALONE else []
    if key in lexicon.place_heads:
        return []
    if _INNER_CAPITAL.fullmatch(token.text) and key not in lexicon.given:
        return [_found(tokens, None, "body", False)]  # "BlueLine", "YouGov"; not "McDonald" or "DeSantis"
    letters = token.text.replace(".", "")
    if "." in token.text and fold(letters) in lexicon.places:
        return [_found(tokens, None, "place", True)]  # "the U.S."
    if letters.isupper() and 2 <= len(letters) <= 6:
        return [_found(tokens, None, "body", False)]
    if (
        words[token.at].tag in ("NNS", "JJ", "RB", "VBG", "VBN", "VBD", "VBZ", "IN", "CD", "JJR")
        and key not in lexicon.given
    ):
        return []
    kind, sure = kind_from_neighbours(tokens, words, lexicon)
    if kind == "other" and (key in lexicon.given or key[:3] in ("al-", "el-")):
        kind = "person"
    return [_found(tokens, None, kind, sure)]
