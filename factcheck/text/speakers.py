"""Speakers of a transcript: what a label says of them, and whom a short label means."""

from __future__ import annotations

import re
from collections.abc import Iterable
from dataclasses import dataclass

from factcheck.text.wordlists import load_sections, load_words

__all__ = ["Speaker", "read_speaker", "resolve_speakers"]

_BRACKETS = re.compile(r"\s*[(\[][^)\]]{0,60}[)\]]\s*")
_ROMAN = frozenset({"II", "III", "IV", "VI"})
_SMALL = frozenset({"of", "the", "and", "for", "in", "at"})
_SUFFIX = frozenset({"JR", "SR", "II", "III", "IV", "MD", "PHD", "ESQ", "QC", "KC", "MP"})


@dataclass(frozen=True, slots=True)
class Speaker:
    """Hold what a label says.

    Attributes:
        name: the name without title, role and brackets, in title case: "Paul Kessler".
        title: what stood before it: "Lt. Gen.".
        role: what stood after it: "analyst".
    """

    name: str
    title: str | None = None
    role: str | None = None


def read_speaker(label: str) -> Speaker:
    """Read a speaker's label, given without its colon.

    >>> read_speaker("LT. GEN. PAUL KESSLER, ANALYST")
    Speaker(name='Paul Kessler', title='Lt. Gen.', role='analyst')
    >>> read_speaker("SEN. MAEVE O'DELL (I-ME)").name
    "Maeve O'Dell"
    """
    bare = _BRACKETS.sub(" ", label.strip(" *_")).strip()
    name, _, role = bare.partition(",")
    if role.strip(" .").upper() in _SUFFIX:
        name, role = bare, ""
    words = name.split()
    titles = 0
    while titles < len(words) - 1 and _is_title(words[titles]):
        titles += 1
    # "THE PRESIDENT", "SECRETARY OF STATE": the office is all the name there is.
    if words[0].lower() == "the" or (titles and words[titles].lower() in _SMALL) or _is_office(words):
        titles = 0
    return Speaker(
        _title_case(words[titles:]) or bare,
        _title_case(words[:titles]) or None,
        role.strip().lower() if role.strip().isupper() else role.strip() or None,
    )


def resolve_speakers(labels: Iterable[str]) -> dict[str, str]:
    """Give each label the name it stands for: a surname alone means the one full name that ends with it.

    Where two full names share it, the label keeps the surname: vague is allowed, wrong is not.

    >>> resolve_speakers(["DANA BRIGHT, ANCHOR", "BRIGHT"])["BRIGHT"]
    'Dana Bright'
    """
    read = {label: read_speaker(label).name for label in labels}
    full: dict[str, set[str]] = {}
    for name in read.values():
        words = _core(name)
        if len(words) > 1:
            for key in {words[-1], words[0], " ".join(words[-2:])}:
                full.setdefault(key, set()).add(name)
    resolved = {}
    for label, name in read.items():
        words = _core(name)
        candidates = full.get(" ".join(words), set()) - {name}
        longer = full.get(words[-1], set()) if len(words) == 1 else candidates
        resolved[label] = next(iter(longer)) if len(longer) == 1 else name
    return resolved


def _core(name: str) -> list[str]:
    """Give the words of a name for comparing, without a suffix such as "Jr."."""
    words = [word.strip(".,").casefold() for word in name.split()]
    while len(words) > 1 and words[-1].upper() in _SUFFIX:
        words.pop()
    return words


def _is_office(words: list[str]) -> bool:
    """Say whether nothing but titles stands there: "HOME SECRETARY"; "MS. MAJOR" is a name."""
    return words[0].lower().rstrip(".") not in ("mr", "mrs", "ms", "miss", "dr") and all(map(_is_title, words))


def _is_title(word: str) -> bool:
    bare = word.strip(".,").lower()
    if bare in load_words("titles"):
        return True
    return word.endswith(".") and bare.capitalize() in load_sections("abbreviations")["title"]


def _title_case(words: list[str]) -> str:
    """Write words that were set in capitals as a name is written; mixed words stay as they are."""
    return " ".join(_word_case(word, first=not index) for index, word in enumerate(words))


def _word_case(word: str, *, first: bool) -> str:
    if not word.isupper() or word in _ROMAN:
        return word
    if "." in word.rstrip("."):  # initials: "J.R."
        return word
    if not first and word.lower() in _SMALL:
        return word.lower()
    parts = re.split(r"(['’\-])", word)
    cased = [part.capitalize() for part in parts]
    if len(cased) > 2 and cased[1] in "'’" and len(cased[0]) > 1:  # "PEOPLE'S", but "O'Dell", "D'Angelo"
        cased[2] = cased[2].lower()
    name = "".join(cased)
    if name.startswith("Mc") and len(name) > 3:
        name = "Mc" + name[2:].capitalize()
    return name
