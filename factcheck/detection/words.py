"""Words with their exact place and their word class (Penn Treebank tags): what clauses, names and scores lean on.

Pure Python over a lexicon and a list of readable rules; no model is loaded. How it was chosen and measured stands in
docs/decisions/0003-words.md.
"""

from __future__ import annotations

import re
from typing import NamedTuple

from factcheck.detection.tagging import resolve_tags
from factcheck.detection.tagging_lexicon import Reading, Tags, load_lexicon, read_token, word_set

__all__ = ["FINITE_TAGS", "Word", "tag_words"]

FINITE_TAGS = frozenset({"VBD", "VBP", "VBZ", "MD"})
"""Tags of verbs that can carry a clause by themselves."""


class Word(NamedTuple):
    """Hold one word or mark of a text.

    Attributes:
        start: its first code point.
        end: one past the last.
        text: the word as written; contractions are cut ("do", "n't"), hyphenated words are one.
        lower: its lower case, with a straight apostrophe.
        tag: its Penn Treebank tag; marks have ``, '', (, ), comma, full stop, colon, $ or SYM.
    """

    start: int
    end: int
    text: str
    lower: str
    tag: str


# Every character that is not white space belongs to exactly one token, so that its place follows from the last one's.
_TOKEN = re.compile(
    r"\n+"
    r"|[^\W\d_](?:\.[^\W\d_])+\.?(?:-\w+)*"  # U.S., p.m., U.N.-backed
    r"|[^\W\d_][\w\u0300-\u036f]*(?:[-‑'’&][^\W_][\w\u0300-\u036f]*)*"
    r"|https?://[^\s\"”’<>]*[\w/]"
    r"|\d+(?:[.,:/]\d+)*[^\W\d_]*(?:[-‑]\w+)*"
    r"|[#@]\w+"
    r"|['’](?:\d0s|(?:s|S|m|d|ll|re|ve|em)\b)"
    r"|\.{2,}|[-–—]{2,}|\S"
)
_MARKS: dict[str, Tags] = {
    **dict.fromkeys(".?!", (".",)),
    ",": (",",),
    **dict.fromkeys(":;–—-…‐‒―", (":",)),
    **dict.fromkeys("(", ("(",)),
    **dict.fromkeys(")", (")",)),
    **dict.fromkeys("[{", ("(",)),
    **dict.fromkeys("]}", (")",)),
    **dict.fromkeys("“‘«„", ("``",)),
    "`": ("``",),
    **dict.fromkeys("$£€¥₹", ("$",)),
    "%": ("NN",),
    "&": ("CC",),
}
CLOSING: Tags = ("''",)
_STOPS = frozenset(".?!")
_TURNS = frozenset(".?!\"'’”»")
_CLITICS: dict[str, Tags] = {
    "'s": ("POS", "VBZ"),
    "'m": ("VBP",),
    "'d": ("MD", "VBD"),
    "'ll": ("MD",),
    "'re": ("VBP",),
    "'ve": ("VBP", "VB"),
    "n't": ("RB",),
    "'em": ("PRP",),
}
_ABBREVIATIONS = word_set(
    "mr mrs ms dr prof gov sen rep gen lt col sgt capt maj cmdr adm rev hon st jr sr inc co corp ltd jan feb mar apr"
    " jun jul aug sept sep oct nov dec mt ave dept est approx pres supt"
)
_LOWER_ABBREVIATIONS = word_set("vs etc approx est dept")
_APOSTROPHES = str.maketrans("’", "'")
_MOST_REMEMBERED = 200_000
_LONGEST_REMEMBERED = 60

Piece = tuple[str, Reading]
_remembered: dict[str, tuple[Piece, ...]] = {}


def _cut(token: str) -> tuple[Piece, ...]:
    """Cut a token into its words (contractions, possessives), each with its reading; remember the answer."""
    pieces = _cut_clitics(token)
    if len(token) <= _LONGEST_REMEMBERED:
        if len(_remembered) >= _MOST_REMEMBERED:
            _remembered.clear()
        _remembered[token] = pieces
    return pieces


def _cut_clitics(token: str, cuts_left: int = 3) -> tuple[Piece, ...]:
    """Cut off contractions from the end; three are more than any word has ("couldn't've")."""
    straight = token.translate(_APOSTROPHES)
    lower = straight.lower()
    if len(token) == 1 and not token.isalnum():
        marks = _MARKS.get(token, ("SYM",))
        return ((token, (token, marks, marks)),)
    if lower in _CLITICS:
        tags = _CLITICS[lower]
        return ((token, (lower, tags, tags)),)
    if not token[0].isalnum():
        tags = (":",) if token[0] in ".-–—" else ("CD",) if token[0] in "'’" else ("NN",)
        return ((token, (lower, tags, tags)),)
    if lower == "cannot":
        return (*_cut_clitics(token[:3]), *_cut_clitics(token[3:]))
    at = lower.rfind("'")
    if at > 0 and cuts_left and lower not in load_lexicon():
        if lower.endswith("n't") and at > 1:
            return (*_cut_clitics(token[: at - 1], cuts_left - 1), (token[at - 1 :], ("n't", ("RB",), ("RB",))))
        if lower[at:] in _CLITICS:
            return (*_cut_clitics(token[:at], cuts_left - 1), *_cut_clitics(token[at:]))
    return ((token, read_token(token)),)


def tag_words(text: str, start: int = 0, end: int | None = None) -> list[Word]:
    """Cut a text into words and marks, each with its place in the text and its tag.

    Args:
        text: the text; spans count its code points.
        start: where to begin.
        end: where to stop; None for the end of the text.

    Returns:
        The words in reading order. Every character that is not white space belongs to exactly one.

    >>> [(word.text, word.tag) for word in tag_words("They didn’t lose 73 seats.")]
    [('They', 'PRP'), ('did', 'VBD'), ('n’t', 'RB'), ('lose', 'VB'), ('73', 'CD'), ('seats', 'NNS'), ('.', '.')]
    """
    passage = text if start == 0 and end is None else text[start:end]
    texts: list[str] = []
    readings: list[Reading] = []
    starts: list[int] = []
    openings: list[int] = []  # the first word of each sentence or line
    find = passage.find
    remembered = _remembered.get
    at = 0
    opening = True
    for token in _TOKEN.findall(passage):
        at = find(token, at)
        if token in _TURNS or token[0] == "\n":
            if token[0] == "\n":
                opening = True
                continue
            if token == "." and _is_abbreviation(texts, starts, passage, at):
                texts[-1] += "."
                readings[-1] = (readings[-1][0] + ".", *_abbreviated(texts[-1], readings[-1]))
                at += 1
                continue
            tags = _read_mark(token, passage, at, texts)
            if opening and tags is not CLOSING:
                openings.append(len(texts))
                opening = False
            opening = opening or token in _STOPS
            texts.append(token)
            readings.append((token, tags, tags))
            starts.append(at)
            at += 1
            continue
        if opening:
            openings.append(len(texts))
            opening = False
        for piece, reading in remembered(token) or _cut(token):
            texts.append(piece)
            readings.append(reading)
            starts.append(at)
            at += len(piece)
    tags_chosen = resolve_tags(texts, readings, openings)
    new = tuple.__new__
    return [
        new(Word, (begin + start, begin + start + len(word), word, reading[0], tag))
        for begin, word, reading, tag in zip(starts, texts, readings, tags_chosen, strict=True)
    ]


def _is_abbreviation(texts: list[str], starts: list[int], passage: str, at: int) -> bool:
    """Say whether the full stop at `at` belongs to the word before it: a title, a month, an initial."""
    if not texts or starts[-1] + len(texts[-1]) != at:
        return False
    word = texts[-1]
    if len(word) == 1:
        return word.isupper() and word != "I"
    lower = word.lower()
    if lower == "no":
        return passage[at + 1 : at + 3].strip().isdigit()  # "No. 10", but not "He said no."
    return lower in _LOWER_ABBREVIATIONS or (lower in _ABBREVIATIONS and word[0].isupper())


def _abbreviated(word: str, reading: Reading) -> tuple[Tags, Tags]:
    tags: Tags = ("NNP",) if word[0].isupper() else reading[1]
    return tags, tags


def _read_mark(token: str, passage: str, at: int, texts: list[str]) -> Tags:
    """Read a mark whose meaning depends on its sides: straight quotes open after a blank, a bare apostrophe may own."""
    if token in "\"'’":
        if at == 0 or passage[at - 1].isspace() or passage[at - 1] in "([{—–-“‘":
            return ("``",)
        owned = passage[at + 1 : at + 3].strip().isalnum() and "‘" not in texts[-40:]
        if owned and token != '"' and passage[at - 1] in "sS":
            return ("POS",)
        return CLOSING
    return CLOSING if token == "”" or token == "»" else _MARKS[token]
