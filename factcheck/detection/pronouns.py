"""Who "he", "they" or "the minister" is: the discourse remembered sentence by sentence, and the rules that read it.

A pronoun is resolved only where one person or body is left that fits; where two fit, it stays unresolved: a vague
speaker is allowed, a wrong one is not.
"""

from __future__ import annotations

from collections.abc import Callable, Iterable
from dataclasses import dataclass, field, replace

from factcheck.detection.name_words import fold, load_name_words
from factcheck.detection.speakers import Source

__all__ = ["Discourse", "Memory"]

_REACH_SENTENCES = 5
_REACH_BLOCKS = 2
_MOST = 8


@dataclass(slots=True)
class Memory:
    """Hold who one sentence was about.

    Attributes:
        block: number of its paragraph, headings and captions not counted.
        subjects: resolved subjects of its verbs.
        topics: who its pronouns stand for.
        speakers: who is given words in it, in order.
        read_names: reads the people named in it, wherever they stand.
        read_full_names: reads the names of two words and more in it.
    """

    block: int
    subjects: list[Source] = field(default_factory=list)
    topics: list[Source] = field(default_factory=list)
    speakers: list[Source] = field(default_factory=list)
    read_names: Callable[[], list[Source]] = list
    read_full_names: Callable[[], list[str]] = list
    _named: list[Source] | None = None

    def names(self) -> list[Source]:
        """Give the people named in the sentence, read when they are first needed."""
        if self._named is None:
            self._named = self.read_names()
        return self._named

    def note(self, sources: list[Source], source: Source) -> None:
        """Add a source to one of the lists, the last few of which count."""
        sources.append(source)
        if len(sources) > _MOST:
            del sources[0]


class Discourse:
    """Remember who was named, and resolve what stands for a name."""

    def __init__(self) -> None:
        self.memories: list[Memory] = []
        self.people: dict[str, Source] = {}  # last word of a name -> the fullest source that bears it
        self.shared: set[str] = set()  # last words that several people bear
        self._full_names: dict[str, str] = {}  # last word -> the first full name that ends in it
        self._named_until = 0
        self.roles: dict[str, list[str]] = {}  # "minister" -> last words of the names that bear the role

    def remember(self, source: Source) -> Source:
        """Note a named source; give it back with what is known of the same name (sort, gender)."""
        key = surname(source.name)
        if key in self.people and source.name[:1].isupper() and not source.plural and " " not in source.name:
            source = replace(
                source, named=True, sort="person", indefinite=False
            )  # "Bell" opens a sentence, like a noun
        if not source.named or source.plural or source.pronoun:
            return source
        known = self.people.get(key)
        if known is not None:
            source = _with_known(source, known)
            if _first_names_differ(source.name, known.name):
                self.shared.add(key)
            if source.sort == known.sort == "person" and " " not in source.name and not self._is_shared(key):
                source = replace(source, name=known.name)  # the surname alone stands for the full name before it
        if source.sort == "person":
            if known is None or len(source.name) > len(known.name) or known.sort != "person":
                self.people[key] = source
            elif source.gender != "u" and known.gender == "u":
                self.people[key] = replace(known, gender=source.gender)
            for role in source.roles:
                bearers = self.roles.setdefault(role, [])
                if key not in bearers:
                    bearers.append(key)
        return source

    def _is_shared(self, key: str) -> bool:
        """Say whether several people named so far bear a last name, wherever in their sentences they stood."""
        for memory in self.memories[self._named_until :]:
            for name in memory.read_full_names():
                last = surname(name)
                if _first_names_differ(self._full_names.setdefault(last, name), name):
                    self.shared.add(last)
        self._named_until = len(self.memories)
        return key in self.shared

    def resolve(self, source: Source, here: Memory) -> Source | None:
        """Find whom a source stands for: itself unless it is a pronoun or a role; None where nothing decides."""
        if source.pronoun is None:
            return self._described(source)
        if source.pronoun in ("i", "we", "you"):
            return None
        fits = _fits(source.pronoun)
        found, decided = self._among(here, fits, source, source.place[0])
        if decided:
            return self._learn(found, source)
        for back, memory in enumerate(reversed(self.memories[-_REACH_SENTENCES:])):
            if here.block - memory.block > _REACH_BLOCKS:
                break
            found, decided = self._among(memory, fits, source)
            if decided:
                return self._learn(found, source)
            if back + 1 == _REACH_SENTENCES:
                break
        return None

    def _learn(self, found: Source | None, pronoun: Source) -> Source | None:
        """Keep the gender that a pronoun tells of a name."""
        if found is not None and found.named and found.gender == "u" and pronoun.gender in "mf":
            found = replace(found, gender=pronoun.gender)
            self.people[surname(found.name)] = replace(
                self.people.get(surname(found.name), found), gender=pronoun.gender
            )
        return found

    def _among(
        self, memory: Memory, fits: Callable[[Source], bool], pronoun: Source, until: int | None = None
    ) -> tuple[Source | None, bool]:
        """Choose among those a sentence was about; the second value says whether the search ends here.

        In the pronoun's own sentence only names before `until` count: whoever is addressed after it is another.
        """
        candidates = _distinct(s for s in (*memory.topics, *memory.subjects, *memory.speakers) if fits(s))
        if len(candidates) == 1:
            only = candidates[0]
            if only.gender == "u" and pronoun.gender in "mf" and self._rival(only, memory, pronoun):
                return None, True
            return only, True
        if candidates:
            named = [c for c in candidates if c.named]
            if len(named) == 1 and any(named[0] is t or _same(named[0], t) for t in memory.topics):
                return named[0], True
            if memory.speakers and fits(memory.speakers[-1]) and memory.speakers[-1].named:
                return memory.speakers[-1], True
            if pronoun.plural and memory.speakers and fits(memory.speakers[-1]):
                return memory.speakers[-1], True
            return None, True
        if pronoun.pronoun in ("he", "she"):
            named_so_far = (s for s in memory.names() if until is None or s.place[0] < until)
            others = _distinct(s for s in named_so_far if fits(self._known(s)))
            if others:
                return (self._known(others[0]), True) if len(others) == 1 else (None, True)
        return None, False

    def _rival(self, only: Source, memory: Memory, pronoun: Source) -> bool:
        """Say whether the sentence names somebody else whose gender is known to fit, while the candidate's is unknown."""
        others = (self._known(source) for source in memory.names())
        return any(other.gender == pronoun.gender and not _same(other, only) for other in others)

    def _known(self, source: Source) -> Source:
        known = self.people.get(surname(source.name))
        return _with_known(source, known) if known is not None else source

    def _described(self, source: Source) -> Source:
        """Give "the minister" the name of the one minister named so far."""
        if source.named or source.plural or source.indefinite or not source.roles or source.sort != "person":
            return source
        if source.name.split(" ")[0].lower() not in ("the", "this", "that") or source.name.count(" ") > 3:
            return source
        head = fold(source.name.split(" ")[-1])
        bearers = self.roles.get(head, [])
        if len(bearers) == 1 and bearers[0] not in self.shared:
            known = self.people[bearers[0]]
            return replace(known, said_by=source.said_by, place=source.place)
        return source


def surname(name: str) -> str:
    """Give the key that a name is remembered under: its last word, in plain letters."""
    return fold(name.split()[-1]).removesuffix("'s") if name else ""


def _with_known(source: Source, known: Source) -> Source:
    if known.sort == "person" and source.sort in ("thing", "person"):
        gender = source.gender if source.gender in "mf" else known.gender
        return replace(source, sort="person", gender=gender, roles=source.roles | known.roles)
    return source


def _first_names_differ(a: str, b: str) -> bool:
    first, second = fold(a).split(), fold(b).split()
    if len(first) < 2 or len(second) < 2:
        return False
    x, y = first[0].rstrip("."), second[0].rstrip(".")
    return x != y and not (len(x) == 1 and y.startswith(x)) and not (len(y) == 1 and x.startswith(y))


def _same(a: Source, b: Source) -> bool:
    return a.name == b.name or (
        a.named and b.named and surname(a.name) == surname(b.name) and not _first_names_differ(a.name, b.name)
    )


def _distinct(sources: Iterable[Source]) -> list[Source]:
    kept: list[Source] = []
    for source in sources:
        if not any(_same(source, other) for other in kept):
            kept.append(source)
    return kept


def _fits(pronoun: str) -> Callable[[Source], bool]:
    """Give the test whether a source may be meant by a pronoun."""
    if pronoun in ("he", "she"):
        gender = "m" if pronoun == "he" else "f"
        return lambda s: s.gender in (gender, "u") and not s.plural and _may_be_person(s)
    if pronoun == "they":
        return lambda s: (s.plural and s.sort == "person") or s.sort == "body"
    return lambda s: not s.plural and s.gender not in "mf" and s.sort in ("body", "place", "thing")


def _may_be_person(source: Source) -> bool:
    if source.sort == "person":
        return True
    if source.sort != "thing" or not source.named or source.plural:
        return False
    first = fold(source.name.split()[0])
    return first != "the" and first not in load_name_words().demonyms and not source.name.isupper()
