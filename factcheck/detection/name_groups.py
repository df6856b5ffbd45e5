"""Groups of spellings: which names of a document are one, and which spelling stands for them."""

from __future__ import annotations

import re
from collections.abc import Sequence
from typing import NamedTuple

from factcheck.detection.name_variants import SAME, is_acronym, name_parts, same_name, skeleton, word_likeness
from factcheck.detection.name_words import fold, load_name_words

__all__ = ["Spelling", "VariantGroup", "group_spellings"]

_MOST_NEAR = 60  # groups of one bucket that a spelling is held against
_CROWD, _MOST_IN_CROWD = 400, 4  # a text with so many names is a list; then only the nearest few are looked at


class Spelling(NamedTuple):
    """Hold one spelling of a name in a document.

    Attributes:
        text: the name as written, title not included.
        kind: "person", "body", "place" or "other".
        times: how often it stands there.
        first: where it stands first.
    """

    text: str
    kind: str
    times: int
    first: int


class VariantGroup(NamedTuple):
    """Hold the spellings of one name.

    Attributes:
        canonical: the spelling that stands for the group: the longest that keeps the most frequent last name.
        spellings: all of them, most frequent first.
        suspects: spelling -> the spelling that it may be a slip for.
    """

    canonical: str
    spellings: tuple[str, ...]
    suspects: dict[str, str]


def group_spellings(spellings: Sequence[Spelling], acronyms: Sequence[tuple[str, str]] = ()) -> list[VariantGroup]:
    """Group a document's spellings by the name that they stand for.

    Args:
        spellings: each spelling once.
        acronyms: (short, name) pairs that the text itself declares: "World Health Organisation (WHO)".

    >>> found = [("Omar al-Rashedi", 1), ("al-Rashedi", 4), ("al-Rashidi", 1), ("Qais al-Rawi", 1)]
    >>> groups = group_spellings([Spelling(text, "person", times, at) for at, (text, times) in enumerate(found)])
    >>> [(group.canonical, group.suspects) for group in groups]
    [('Omar al-Rashedi', {'al-Rashidi': 'al-Rashedi'}), ('Qais al-Rawi', {})]
    """
    ordered = sorted(spellings, key=lambda s: (-len(name_parts(s.text)), s.first))
    return _Grouping(acronyms).run(ordered)


class _Grouping:
    """Put spellings into groups, the fullest names first."""

    def __init__(self, acronyms: Sequence[tuple[str, str]]) -> None:
        self.acronyms = dict(acronyms)
        self.groups: list[list[Spelling]] = []
        self.by_key: dict[str, list[int]] = {}

    def run(self, spellings: Sequence[Spelling]) -> list[VariantGroup]:
        for spelling in spellings:
            self._place(spelling)
        groups = [_describe(group) for group in self.groups]
        firsts = [min(s.first for s in group) for group in self.groups]
        return [group for _, group in sorted(zip(firsts, groups, strict=True), key=lambda pair: pair[0])]

    def _place(self, spelling: Spelling) -> None:
        declared = self.acronyms.get(spelling.text)
        fits: dict[int, float] = {}
        depth = 8 if len(self.groups) < _CROWD else 2
        for number in self._near(spelling):
            likeness = max(self._likeness(spelling, other, declared) for other in self.groups[number][:depth])
            if likeness >= SAME:
                fits[number] = likeness
        chosen = self._choose(spelling, fits)
        if chosen is None:
            chosen = len(self.groups)
            self.groups.append([])
        self.groups[chosen].append(spelling)
        for key in self._keys(spelling):
            numbers = self.by_key.setdefault(key, [])
            if len(numbers) < _MOST_NEAR and chosen not in numbers:
                numbers.append(chosen)

    def _choose(self, spelling: Spelling, fits: dict[int, float]) -> int | None:
        """Choose the one group that fits; a bare last name that two people share joins neither."""
        if not fits:
            return None
        best = max(fits.values())
        top = [number for number, likeness in fits.items() if likeness >= best - 0.02]
        if len(top) == 1:
            return top[0]
        own = [
            number
            for number in top
            if any(len(name_parts(s.text)) == len(name_parts(spelling.text)) for s in self.groups[number])
        ]
        return own[0] if len(own) == 1 else None

    def _near(self, spelling: Spelling) -> list[int]:
        near: dict[int, None] = {}
        most = _MOST_NEAR if len(self.groups) < _CROWD else _MOST_IN_CROWD
        for key in self._keys(spelling):
            for number in self.by_key.get(key, ())[:most]:
                near[number] = None
        return list(near)

    def _keys(self, spelling: Spelling) -> list[str]:
        """Give the buckets to look into: last name's ends, first name, first letters."""
        parts = name_parts(spelling.text)
        if not parts:
            return [spelling.text]
        last = skeleton(parts[-1]) or parts[-1]
        keys = [f"last {last}", f"ends {last[0]}{last[-1]}", f"head {parts[-1][:3]}", f"first {parts[0]}"]
        if len(parts) > 1:
            keys.append("short " + "".join(part[0] for part in parts).upper())
            every = "".join(w[0] for w in re.split(r"[\s\-]+", spelling.text) if w and w.lower() != "the").upper()
            keys.append("short " + every)
        else:
            keys.append("short " + spelling.text.replace(".", ""))
            if spelling.text in self.acronyms:
                keys += [f"last {skeleton(name_parts(self.acronyms[spelling.text])[-1])}"]
        return keys

    def _likeness(self, a: Spelling, b: Spelling, declared: str | None) -> float:
        if declared is not None and fold(declared) == fold(b.text):
            return 1.0
        if a.kind != b.kind and {a.kind, b.kind} & {"body", "place"}:
            return 1.0 if "other" in (a.kind, b.kind) and fold(a.text) == fold(b.text) else 0.0
        lexicon = load_name_words()
        x, y = fold(a.text), fold(b.text)
        if x == y:
            return 1.0
        if "person" not in (a.kind, b.kind):
            both_known = (x in lexicon.places or x in lexicon.bodies) and (y in lexicon.places or y in lexicon.bodies)
            if both_known:
                return 0.95 if is_acronym(a.text, b.text) or is_acronym(b.text, a.text) else 0.0
            return self._whole_likeness(a.text, b.text)
        return same_name(a.text, b.text)

    def _whole_likeness(self, a: str, b: str) -> float:
        """Hold two bodies or places against each other word by word: each word must fit."""
        if is_acronym(a, b) or is_acronym(b, a):
            return 0.95
        first, second = name_parts(a), name_parts(b)
        if len(first) != len(second):
            return 0.0
        lowest = 1.0
        for x, y in zip(first, second, strict=True):
            lowest = min(lowest, word_likeness(x, y))
            if lowest < SAME:
                break
        return lowest


def _describe(group: list[Spelling]) -> VariantGroup:
    """Choose the spelling that stands for a group, and mark the rarer ones that differ in letters."""
    lasts: dict[str, int] = {}
    for spelling in group:
        if not _short_for_another(spelling, group):
            lasts[_last(spelling.text)] = lasts.get(_last(spelling.text), 0) + spelling.times
    firsts = {last: min(s.first for s in group if _last(s.text) == last) for last in lasts}
    usual = max(lasts, key=lambda last: (lasts[last], -firsts[last]))
    keeping = [s for s in group if _last(s.text) == usual and not _short_for_another(s, group)]
    canonical = max(keeping, key=lambda s: (len(name_parts(s.text)), s.times, len(s.text), -s.first)).text
    ordered = sorted(group, key=lambda s: (-s.times, s.first))
    plain = min(keeping, key=lambda s: (len(name_parts(s.text)), -s.times, s.first)).text
    suspects: dict[str, str] = {}
    for spelling in group:
        if spelling.text == canonical or _short_for_another(spelling, group):
            continue
        if _last(spelling.text) != usual and not _differs(_last(spelling.text), usual):
            continue
        if _last(spelling.text) != usual:
            suspects[spelling.text] = plain if len(name_parts(spelling.text)) == 1 else canonical
            if len(name_parts(spelling.text)) == 1 < len(name_parts(plain)):
                suspects[spelling.text] = plain.split()[-1]
        elif len(name_parts(spelling.text)) == len(name_parts(canonical)) and _differs(spelling.text, canonical):
            suspects[spelling.text] = canonical
    return VariantGroup(canonical, tuple(s.text for s in ordered), suspects)


def _short_for_another(spelling: Spelling, group: list[Spelling]) -> bool:
    if any(is_acronym(spelling.text, other.text) for other in group):
        return True
    if not spelling.text.isupper() or len(name_parts(spelling.text)) > 1 or all(s.text.isupper() for s in group):
        return False
    return all(_last(spelling.text) != _last(s.text) for s in group if s is not spelling)


def _differs(a: str, b: str) -> bool:
    """Say whether two full names differ in letters, initials aside."""
    pairs = zip(name_parts(a), name_parts(b), strict=False)
    return any(_one_english(x) != _one_english(y) and len(x) > 1 and len(y) > 1 for x, y in pairs)


def _one_english(word: str) -> str:
    """Write British and American spellings alike: neither is a slip for the other."""
    word = re.sub(r"tre$", "ter", word.replace("isation", "ization").replace("our", "or").replace("defence", "defense"))
    return word.replace("programme", "program").replace("isi", "izi")


def _last(name: str) -> str:
    parts = name_parts(name)
    return parts[-1] if parts else name
