"""Captions and credits: lines that say what a picture shows, or whose it is."""

from __future__ import annotations

import re

from factcheck.text.wordlists import load_sections

__all__ = ["is_caption"]

_PICTURE = r"(?:file|stock|handout|aerial|archive|library)\s(?:photo|picture|image|photograph)s?"
_HEAD = re.compile(
    r"[(\[]?(?:(?:file|stock|handout|aerial|archive)\s)?(?P<word>[a-z]{3,12})(?:\s?\([^)\n]{0,30}\))?"
    r"(?P<sign>\s?:|\s(?:by|courtesy|credit)\b)",
    re.IGNORECASE,
)
_PICTURE_ALONE = re.compile(rf"[(\[]?{_PICTURE}(?:\s?[:/–—-].{{0,80}})?[)\].]*", re.IGNORECASE)
_CREDIT = re.compile(
    r"(?:^|[\s(\[|/])(?:(?:Sources?|Photos?|Photographs?|Pictures?|Pics?|Images?|Credit|Graphic|Illustration)\s?:\s?"
    r"|(?:Photo|Photograph|Picture|Image|Illustration)\s(?:by|courtesy of|credit)\s)(?P<who>[^.:\n]{2,60})[)\]]?$",
    re.IGNORECASE,
)
_BRACKETED = re.compile(r"[(\[](?P<who>[^()\[\]\n]{2,80})[)\]]\.?$")
_SLASHED = re.compile(r"[|/]\s?(?P<who>[^()\[\]|/\n]{2,60})$")
_WORD = re.compile(r"[a-z][a-z\-]*", re.IGNORECASE)
_WHO_WORDS = 7
_SHORT = 100
_TAIL = 110  # code points in which a credit at the end of a caption is looked for


def is_caption(words: str) -> bool:
    """Say whether a line is a caption or a credit, by the words it opens with or the credit it ends with.

    >>> is_caption("The bridge after the flood. Photograph: Ana Bell/Reuters"), is_caption("Photo: Ana Bell")
    (True, True)
    >>> is_caption("The bridge was closed, the agency said. (Reuters)")
    False
    """
    lists = load_sections("credits")
    head = _HEAD.match(words)
    if head and head["word"].lower() in lists["credit"] and (head["sign"].strip() == ":" or len(words) < _SHORT):
        return True
    if _PICTURE_ALONE.fullmatch(words):
        return True
    tail = words[-_TAIL:]
    credit = _CREDIT.search(tail)
    if credit and len(credit["who"].split()) <= _WHO_WORDS:
        return True
    bracketed = _BRACKETED.search(tail)
    if bracketed and _names_agency(bracketed["who"]):
        # "(Reuters)" alone is where a sentence comes from; with a name, "via" or "photo" it is whose picture it is.
        who = bracketed["who"].lower()
        return (
            any(sign in who for sign in ("/", " via ", "photo", "picture", "file", "image")) or bracketed.start() == 0
        )
    slashed = _SLASHED.search(tail)
    return bool(slashed and _names_agency(slashed["who"]) and len(slashed["who"].split()) <= _WHO_WORDS)


def _names_agency(words: str) -> bool:
    """Say whether one of the words is a picture agency's name."""
    return any(word.lower() in load_sections("credits")["agency"] for word in _WORD.findall(words))
