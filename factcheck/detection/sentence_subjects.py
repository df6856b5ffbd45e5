"""Subjects of a reporter's sentence: behind their verb, inside a relative clause, owned, or left bare."""

from __future__ import annotations

from collections.abc import Sequence

from factcheck.detection.pronouns import Memory
from factcheck.detection.reporting_cues import Cue
from factcheck.detection.speaker_phrases import is_participle, phrase_after
from factcheck.detection.speakers import Source
from factcheck.detection.words import FINITE_TAGS, Word

__all__ = ["is_main", "named_behind", "owner_of", "second_verb", "trails", "without_bare_plurals"]


def named_behind(words: Sequence[Word], first: int, text: str) -> Source | None:
    """Read the subject behind its verb: "Among them was Edie Marlow", "Watching was the mayor, Ann Lee"."""
    opens = words[0].tag in ("IN", "VBG", "VBN", "JJ", "RB") and words[0].lower != "as"
    if not opens or words[first].lower not in ("was", "were", "is", "are", "came", "sat", "stood"):
        return None
    if any(word.tag == "," for word in words[:first]):
        return None
    source = phrase_after(words, first + 1, text)
    return source if source is not None and source.sort == "person" and source.named else None


def second_verb(words: Sequence[Word], first: int) -> list[int]:
    """Find a clause inside the first one that begins with a pronoun ("confirmed he had suffered")."""
    for i in range(first + 1, len(words) - 1):
        if words[i].lower in ("he", "she") and words[i + 1].tag in FINITE_TAGS:
            return [i + 1]
    return []


def is_main(words: Sequence[Word], at: int) -> bool:
    """Say whether a finite form may be its sentence's main verb: no relative clause's, no participle ("led by X")."""
    return not _is_relative(words, at) and not is_participle(words, at, len(words))


def _is_relative(words: Sequence[Word], at: int) -> bool:
    """Say whether a verb stands right behind its "who" or "which"."""
    while at and words[at - 1].tag in ("RB", "MD"):
        at -= 1
    return at > 1 and words[at - 1].tag in ("WP", "WDT") and words[at - 2].tag != "IN"


def trails(words: Sequence[Word], cue: Cue) -> bool:
    """Say whether a cue is the tail of what it reports: "..., they found"."""
    at = cue.source.place[0] if cue.source is not None and cue.source.pronoun == "they" else 0
    return at > 0 and words[at - 1].tag == ","


def without_bare_plurals(memory: Memory) -> Memory:
    """Leave out subjects such as "staff on nights": who reports on them is somebody named before."""
    subjects = [source for source in memory.subjects if source.named or not source.indefinite]
    return Memory(memory.block, subjects, memory.topics, memory.speakers, memory.read_names)


def owner_of(word: Word) -> Source:
    """Read whom "his", "her", "their" or "its" stands for, as the pronoun of the subject."""
    pronoun = {"his": "he", "her": "she", "their": "they", "its": "it"}[word.lower]
    gender = {"he": "m", "she": "f", "they": "u", "it": "n"}[pronoun]
    return Source(word.start, word.end, word.text, word.text, pronoun=pronoun, gender=gender, plural=pronoun == "they")
