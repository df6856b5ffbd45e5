"""Transcripts: speakers' labels, their turns, and the words on screen that belong to nobody."""

from __future__ import annotations

import re
from collections import Counter
from dataclasses import dataclass, replace

from factcheck.text.document import Block, BlockKind
from factcheck.text.pieces import Piece, lines_of, trimmed
from factcheck.text.speakers import read_speaker, resolve_speakers
from factcheck.text.wordlists import load_sections

__all__ = ["Label", "find_labels", "pieces_within", "read_turns"]

_STAMP = r"\d{1,2}:\d\d(?::\d\d)?(?:[.,]\d{1,3})?"
_LABEL = re.compile(
    rf"(?:>{{2,3}}[^\S\n]*)?(?:[*_]{{0,3}}[\[(]?(?P<stamp>{_STAMP})[\])]?\s?[-–]?\s?)?[*_]{{0,3}}"
    rf"(?P<name>[^\W\d_][^:\n?!\"“”]{{0,79}}?)[*_]{{0,3}}\s?(?:[\[(](?P<stamp2>{_STAMP})[\])]\s?)?[*_]{{0,3}}:[*_]{{0,3}}(?=\s|$)",
    re.MULTILINE,
)
_INNER_LABEL = re.compile(r"(?<=[.?!…\"”)\]—–-])[^\S\n]+(?P<name>[^\W\d_a-z][^\W\d_a-z.,'’ \-]{2,60}):(?=\s)")
_NAME_WORD = re.compile(
    r"(?:[^\W\d_a-z][\w.'’\-]*|#?\d{1,2}|\d(?:ST|ND|RD|TH)|&|(?:of|the|and|de|la|van|von|bin|al|del|di|da)\b.*),?"
)
_ASIDE = re.compile(r"[(\[][^()\[\]\n]{1,200}[)\]][.,]?")
_CLIP = re.compile(r"[(\[](?:BEGIN|END)\b")


@dataclass(frozen=True, slots=True)
class Label:
    """Hold a label at the head of a line: its span through the colon, its words, and the time it gives."""

    start: int
    end: int
    name: str
    stamp: str | None = None

    @property
    def is_capitals(self) -> bool:
        """Whether the name is set in capitals."""
        letters = [c for c in self.name.split("(")[0] if c.isalpha()]
        return bool(letters) and all(c.isupper() for c in letters)

    @property
    def is_screen(self) -> bool:
        """Whether it announces words shown on screen."""
        words = self.name.upper().replace("ON SCREEN", "ON-SCREEN").split()
        return bool(words) and all(word in load_sections("labels")["screen"] for word in words)


def find_labels(text: str, *, sure: bool = False) -> list[Label]:
    r"""Find the speakers' labels of a text, or none where it is no transcript.

    A text is a transcript when at least two lines, and one in eight, open with a label in capitals; or when half of
    its lines open with names and one of them speaks again. With `sure` it is known to be one.

    >>> [label.name for label in find_labels("DANA BRIGHT, ANCHOR: Hello.\nBRIGHT: 6:12, and now the markets.")]
    ['DANA BRIGHT, ANCHOR', 'BRIGHT']
    """
    if ":" not in text:
        return []
    found: list[Label] = []
    lines = 0
    for start, end in lines_of(text):
        if start == end:
            continue
        lines += 1
        match = _LABEL.match(text, start, end)
        if match and _is_name(match["name"]):
            label = Label(match.start(), match.end(), match["name"].strip(), match["stamp"] or match["stamp2"])
            found.append(label)
    shouted = [label for label in found if label.is_capitals]
    speaking = [label for label in shouted if not label.is_screen]
    if len(speaking) >= (1 if sure else 2) and 8 * len(shouted) >= lines:
        return shouted
    named = [label for label in found if not label.is_screen]
    again = Counter(label.name.casefold() for label in named).most_common(1)
    if named and (sure or (2 * len(named) >= lines and len(named) > 2 and again[0][1] > 1)):
        return found
    return []


def read_turns(text: str, labels: list[Label], pieces: list[Piece]) -> list[Block]:
    """Give the blocks of a transcript from its first label on: labels, speech, screen text and asides.

    `pieces` are the text's, cut without regard to labels; each is cut again where a label stands. Speech knows its
    speaker; after the mark of a clip nobody is known to speak until the next label.
    """
    labels = _with_inner_labels(text, labels)
    spoken = [label.name for label in labels if not label.is_screen]
    names = resolve_speakers(spoken)
    titles: dict[str, str] = {}
    for words in spoken:
        title = read_speaker(words).title
        if title is not None:
            titles.setdefault(names[words], title)
    blocks: list[Block] = []
    waiting = 0
    for index, label in enumerate(labels):
        stop = labels[index + 1].start if index + 1 < len(labels) else len(text)
        blocks.append(Block(BlockKind.LABEL, label.start, label.end, locator=label.stamp))
        while waiting < len(pieces) and pieces[waiting].end <= label.end:
            waiting += 1
        turn = pieces_within(text, pieces, waiting, label.end, stop)
        speech = _cut_turn(text, turn, label, names.get(label.name))
        blocks.extend(replace(block, title=titles.get(block.speaker or "")) for block in speech)
    return blocks


def pieces_within(text: str, pieces: list[Piece], first: int, start: int, stop: int) -> list[Piece]:
    """Give the pieces from the index `first` on that reach into `text[start:stop]`, cut to it."""
    within = []
    while first < len(pieces) and pieces[first].start < stop:
        piece = pieces[first]
        first += 1
        a, b = trimmed(text, max(start, piece.start), min(stop, piece.end))
        if a < b:
            within.append(replace(piece, start=a, end=b))
    return within


def _cut_turn(text: str, pieces: list[Piece], label: Label, speaker: str | None) -> list[Block]:
    """Say what each piece of one turn is."""
    blocks = []
    for piece in pieces:
        on_screen = label.is_screen and text.find("\n", label.end, piece.start) < 0
        if on_screen:
            line_end = text.find("\n", piece.start, piece.end)
            line_end = piece.end if line_end < 0 else line_end
            blocks.append(Block(BlockKind.SCREEN_TEXT, *trimmed(text, piece.start, line_end)))
            a, b = trimmed(text, line_end, piece.end)
            if a < b:
                blocks.append(Block(BlockKind.PARAGRAPH, a, b))
        elif _ASIDE.fullmatch(text, piece.start, piece.end):
            blocks.append(Block(BlockKind.CAPTION, piece.start, piece.end))
            if _CLIP.match(text, piece.start):
                speaker = None
        elif piece.kind in (None, BlockKind.PARAGRAPH, BlockKind.LIST_ITEM):
            kind = piece.kind or BlockKind.PARAGRAPH
            blocks.append(Block(kind, piece.start, piece.end, speaker=speaker, locator=label.stamp))
        else:
            blocks.append(
                Block(BlockKind.HEADING if piece.kind is BlockKind.TITLE else piece.kind, piece.start, piece.end)
            )
    return blocks


def _is_name(words: str) -> bool:
    """Say whether the words before a colon can be a speaker's label."""
    head = words.split("(")[0].split("[")[0]
    name, _, role = head.partition(",")
    tokens = name.split()
    if not 0 < len(tokens) <= 7 or len(words.split()) > 14:
        return False
    if tokens[0].upper().rstrip(".") in load_sections("labels")["note"] and len(tokens) <= 3:
        return False
    if role and not (name.isupper() or len(tokens) > 1):
        return False
    return all(_NAME_WORD.fullmatch(token) for token in tokens)


def _with_inner_labels(text: str, labels: list[Label]) -> list[Label]:
    """Add the labels that stand inside a line: in capitals, and known from the head of another line."""
    known = {label.name.split(",")[0] for label in labels if label.is_capitals and not label.is_screen}
    known |= {name.split()[-1] for name in known if len(name.split()) > 1}
    if not known:
        return labels
    first = labels[0].start
    inner = [
        Label(match.start("name"), match.end(), match["name"])
        for match in _INNER_LABEL.finditer(text, first)
        if match["name"] in known
    ]
    taken = {label.end for label in labels}
    return sorted(
        [*labels, *(label for label in inner if label.end not in taken)], key=lambda label: (label.start, label.end)
    )
