"""Appositions: the name or the role that stands between commas behind a noun phrase."""

from __future__ import annotations

from collections.abc import Sequence
from dataclasses import replace

from factcheck.detection.name_words import fold, load_name_words
from factcheck.detection.speakers import Source, read_source, role_gender
from factcheck.detection.words import Word

__all__ = ["is_verb", "read_group", "read_phrase", "read_with_apposition"]


def is_verb(word: Word) -> bool:
    """Say whether a word can carry or complete a verb group."""
    return word.tag[:2] == "VB" or word.tag == "MD"


def read_with_apposition(words: Sequence[Word], start: int, end: int, text: str) -> Source | None:
    """Read a phrase, and take the name for it that follows between commas ("the prosecutor, Mark Tedeschi, QC,")."""
    source = read_phrase(words, start, end, text)
    if source is None or end >= len(words) or words[end].tag != ",":
        return source
    after = end + 1
    stop = after
    while (stop < len(words) and words[stop].tag in ("NNP", "NNPS")) or (
        stop < len(words) and fold(words[stop].text) in load_name_words().particles
    ):
        stop += 1
    lexicon = load_name_words()
    described = not source.named and source.sort == "person" and not source.plural and stop - after >= 2
    if described and (stop == len(words) or words[stop].tag in (",", ".", ":", ")", "(", "''") or is_verb(words[stop])):
        named = read_phrase(words, after, stop, text)
        if named is not None and named.sort != "body":
            return replace(
                named,
                said_by=text[words[start].start : named.end],
                title=named.title or text[words[start].start : words[end - 1].end],
                gender=named.gender if named.gender != "u" else source.gender,
                sort="person",
                roles=source.roles | named.roles,
                place=(start, stop),
            )
    if source.named:
        limit = after
        roles = set(source.roles)
        while limit < len(words) and words[limit].tag != "," and limit - after < 8:
            if fold(words[limit].text) in lexicon.people:
                roles.add(fold(words[limit].text))
            limit += 1
        if roles != source.roles and words[after].tag in ("DT", "NN", "JJ", "NNP", "VBG", "PRP$", "CD"):
            sort = "person" if source.sort == "thing" else source.sort
            gender = source.gender if source.gender != "u" else role_gender(roles)
            return replace(source, gender=gender, sort=sort, roles=frozenset(roles))
    return source


def read_group(words: Sequence[Word], start: int, end: int, text: str) -> Source:
    """Read several joined by "and" as one source."""
    name = text[words[start].start : words[end - 1].end]
    named = words[end - 1].tag in ("NNP", "NNPS")
    return Source(
        words[start].start, words[end - 1].end, name, name, plural=True, named=named, sort="person", place=(start, end)
    )


def read_phrase(words: Sequence[Word], start: int, end: int, text: str) -> Source | None:
    """Read the noun phrase `words[start:end]`, a possessive mark at its end left out."""
    while end > start and words[end - 1].tag == "POS":
        end -= 1
    return read_source(words[start:end], text, start) if end > start else None
