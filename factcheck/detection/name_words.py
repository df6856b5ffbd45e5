"""The words that names are made of, read once from `lexicon/en/`: given names, titles, particles, bodies, places."""

from __future__ import annotations

import tomllib
from collections.abc import Mapping
from functools import cache
from importlib import resources
from typing import NamedTuple

from anyascii import anyascii

__all__ = ["NameWords", "fold", "load_name_words", "read_lexicon"]


class NameWords(NamedTuple):
    """Hold the word lists, all in lower case unless said otherwise.

    Attributes:
        given: given name, without accents -> "m", "f" or "u".
        honorifics: word of address -> gender.
        people: noun for a person -> gender.
        particles: small words inside family names.
        body_heads: nouns that head an organisation's name.
        bodies: whole names of organisations.
        place_heads: nouns that head a place's name.
        places: whole names of places -> "country", "region" or "city".
        demonyms: capitalised words for peoples, faiths and followers.
        not_names: capitalised words that name nobody.
        ambiguous: names that are everyday words too.
        longest: how many words the longest whole name of a body or place has.
        company_tails: last words of the names of firms that head no name alone.
        signs: words beside a name that tell what it names, by what they tell.
    """

    given: dict[str, str]
    honorifics: dict[str, str]
    people: dict[str, str]
    particles: frozenset[str]
    body_heads: frozenset[str]
    bodies: frozenset[str]
    place_heads: frozenset[str]
    places: dict[str, str]
    demonyms: frozenset[str]
    not_names: frozenset[str]
    ambiguous: frozenset[str]
    longest: int
    company_tails: frozenset[str]
    signs: Mapping[str, frozenset[str]]


def read_text(name: str, language: str = "en") -> str:
    """Read a data file of a language."""
    return resources.files("factcheck.detection").joinpath(f"lexicon/{language}/{name}").read_text(encoding="utf-8")


def read_lexicon(name: str, language: str = "en") -> list[list[str]]:
    """Read a data file's rows, cut at tabs, without comments and empty lines."""
    text = read_text(name, language)
    return [line.split("\t") for line in text.split("\n") if line and line[0] != "#"]


def fold(text: str) -> str:
    """Write a word in plain lower-case letters, with a straight apostrophe.

    >>> fold("Łukasz’s")
    "lukasz's"
    """
    return text.lower() if text.isascii() else anyascii(text.replace("’", "'")).lower()


@cache
def load_name_words(language: str = "en") -> NameWords:
    """Read the lists of a language."""

    def words(name: str) -> frozenset[str]:
        return frozenset(fold(row[0]) for row in read_lexicon(name, language))

    def pairs(name: str) -> dict[str, str]:
        return {fold(row[0]): row[1] for row in read_lexicon(name, language)}

    bodies, places = words("bodies.txt"), pairs("places.tsv")
    return NameWords(
        given=pairs("given_names.tsv"),
        honorifics=pairs("honorifics.tsv"),
        people=pairs("person_nouns.tsv"),
        particles=words("name_particles.txt"),
        body_heads=words("body_heads.txt"),
        bodies=bodies,
        place_heads=words("place_heads.txt"),
        places=places,
        demonyms=words("demonyms.txt"),
        not_names=words("not_names.txt"),
        ambiguous=words("ambiguous_names.txt"),
        longest=max(name.count(" ") + 1 for name in (*bodies, *places)),
        company_tails=words("company_tails.txt"),
        signs={
            name: frozenset(listed) for name, listed in tomllib.loads(read_text("name_signs.toml", language)).items()
        },
    )
