"""Speakers: what a noun phrase tells about the person or body that it stands for."""

from __future__ import annotations

from collections.abc import Sequence
from dataclasses import dataclass, field

from factcheck.detection.name_words import fold, load_name_words
from factcheck.detection.words import Word

__all__ = ["QUOTE_TAG", "Source", "full_names", "people_named", "read_source", "role_gender", "singular"]

QUOTE_TAG = "QUOTE"
"""The tag of the one word that stands for a whole quotation in the reporter's sentence."""

_NOUNS = frozenset({"NN", "NNS", "NNP", "NNPS"})
_SUFFIXES = frozenset(["jr", "sr", "jr.", "sr.", "ii", "iii", "iv", "qc", "kc", "sc", "mp", "mep", "phd", "md"])
_PLURAL_HEADS = frozenset(
    [
        "police",
        "people",
        "others",
        "many",
        "some",
        "several",
        "both",
        "most",
        "few",
        "all",
        "experts",
        "staff",
        "majority",
    ]
)
_PRONOUNS = {
    "he": ("m", False),
    "she": ("f", False),
    "they": ("u", True),
    "it": ("n", False),
    "i": ("u", False),
    "we": ("u", True),
    "you": ("u", False),
}


@dataclass(frozen=True, slots=True)
class Source:
    """Hold who stands for a speaker, as the text writes it.

    Attributes:
        start: first code point of the name, title not included, or of the description.
        end: one past its last.
        name: the words between.
        said_by: the whole phrase as written, title included.
        title: the title before the name, or None.
        pronoun: the pronoun in lower case, when it is one.
        gender: "m", "f", "n" or "u" for unknown.
        plural: whether several are meant.
        named: whether it is a proper name.
        sort: "person", "body", "place" or "thing".
        indefinite: whether it is brought in as new ("an aide", "two officials").
        roles: the nouns for a person in its title and apposition.
        place: first and one past the last word of the phrase in its sentence.
    """

    start: int
    end: int
    name: str
    said_by: str
    title: str | None = None
    pronoun: str | None = None
    gender: str = "u"
    plural: bool = False
    named: bool = False
    sort: str = "thing"
    indefinite: bool = False
    roles: frozenset[str] = field(default=frozenset())
    place: tuple[int, int] = (0, 0)


def read_source(phrase: Sequence[Word], text: str, place: int = 0) -> Source | None:
    """Tell who a noun phrase stands for: a pronoun, a name with its title, or a description.

    >>> from factcheck.detection.words import tag_words
    >>> text = "Iran’s Foreign Ministry spokesman Saeed Khatibzadeh"
    >>> source = read_source(tag_words(text), text)
    >>> source.name, source.title, source.sort
    ('Saeed Khatibzadeh', 'Foreign Ministry spokesman', 'person')
    """
    lexicon = load_name_words()
    said_by = text[phrase[0].start : phrase[-1].end]
    where = (place, place + len(phrase))
    if len(phrase) == 1 and phrase[0].lower in _PRONOUNS:
        gender, plural = _PRONOUNS[phrase[0].lower]
        return Source(
            phrase[0].start,
            phrase[0].end,
            said_by,
            said_by,
            pronoun=phrase[0].lower,
            gender=gender,
            plural=plural,
            place=where,
        )
    if all(word.tag not in _NOUNS and word.tag not in ("CD", "JJ", "DT", "JJS", "PRP") for word in phrase):
        return None
    if phrase[0].tag == "EX" or (phrase[0].lower in ("this", "that", "which", "what", "there") and len(phrase) == 1):
        return None
    head = _head(phrase)
    run = _name_run(phrase, len(phrase))
    heads = [fold(word.text) for word in phrase]
    if run is not None and (
        run < head or phrase[head].tag in ("NNP", "NNPS") or (run > 0 and phrase[run - 1].tag != "IN")
    ):
        hung = any((word.tag == "IN" and word.lower != "of") or word.lower == "including" for word in phrase[:run])
        if (
            (not hung and "of" not in heads[:run])
            or (not hung and _is_given(phrase[run]) and len(phrase) - run > 1)
            or run == 0
        ):
            return _named(phrase, run, text, said_by, where)
    roles = frozenset(h for h in map(singular, heads[: head + 1]) if h in lexicon.people)
    noun = heads[head]
    plural = phrase[head].tag in ("NNS", "NNPS") or noun in _PLURAL_HEADS or heads[0] in _PLURAL_HEADS
    sort = "person" if singular(noun) in lexicon.people or (plural and noun in _PLURAL_HEADS) else "thing"
    if heads[-1] in ("them", "us"):  # "one of them"
        sort = "person"
    if sort == "thing" and (noun in lexicon.body_heads or any(h in lexicon.body_heads for h in heads[: head + 1])):
        sort = "body"
    gender = role_gender(frozenset({singular(noun)})) if sort == "person" else "n" if not plural else "u"
    indefinite = phrase[0].lower in (
        "a",
        "an",
        "one",
        "some",
        "several",
        "many",
        "two",
        "three",
        "four",
        "another",
    ) or (phrase[0].tag in ("CD", "NNS", "NN", "JJ"))
    capital = phrase[head].tag in ("NNP", "NNPS")
    return Source(
        phrase[0].start,
        phrase[-1].end,
        said_by,
        said_by,
        None,
        None,
        gender,
        plural,
        capital,
        sort,
        indefinite,
        roles,
        where,
    )


def singular(noun: str) -> str:
    """Give the singular of a folded noun for a person, by its ending."""
    if noun[-3:] == "ies":
        return noun[:-3] + "y"
    if noun[-3:] == "men":
        return noun[:-3] + "man"
    return noun[:-1] if noun[-1:] == "s" and noun[-2:] != "ss" else noun


def _head(phrase: Sequence[Word]) -> int:
    """Find the head noun: the last noun before the first preposition that follows a noun."""
    if phrase[-1].tag == "JJ" and fold(phrase[-1].text) in load_name_words().people:
        return len(phrase) - 1  # "the police chief", where the tagger takes the person for an adjective
    head = 0
    for i, word in enumerate(phrase):
        if word.tag in _NOUNS:
            head = i
        elif word.tag in ("IN", "TO") and i and phrase[head].tag in _NOUNS:
            break
    return head


def _is_given(word: Word) -> bool:
    return fold(word.text) in load_name_words().given


def _name_run(phrase: Sequence[Word], end: int) -> int | None:
    """Find where the proper name that ends a phrase begins, its titles left outside; None if it ends in no name."""
    lexicon = load_name_words()
    at = end
    while at > 0:
        word = phrase[at - 1]
        if (
            word.tag in ("NNP", "NNPS", "FW")
            or (word.text[:1].isupper() and word.tag != "POS" and at > 1)
            or (
                at < end
                and (fold(word.text) in lexicon.particles or word.text == "&")
                and at > 1
                and phrase[at - 2].text[:1].isupper()
            )
        ):
            at -= 1
        else:
            break
    if at == end or phrase[end - 1].tag not in ("NNP", "NNPS", "FW", "NN", "JJ", "NNS", "VBG", "VBN", "CD"):
        return None
    if fold(phrase[at].text) in ("the", "a", "an"):
        at += 1
    last = at
    for i in range(at, end - 1):
        key = fold(phrase[i].text).rstrip(".")
        if (key in lexicon.people or key in lexicon.honorifics) and fold(phrase[i + 1].text).rstrip(
            "."
        ) not in _SUFFIXES:
            if (
                any(fold(word.text) in lexicon.body_heads for word in phrase[i + 1 : end])
                and key not in lexicon.honorifics
            ):
                continue
            last = i + 1
    if last == at:
        for i in range(at + 1, end - 1):
            if _is_given(phrase[i]) and all(
                fold(word.text) in lexicon.places or fold(word.text) in lexicon.demonyms for word in phrase[at:i]
            ):
                last = i
    return last if last < end else None


def _named(phrase: Sequence[Word], run: int, text: str, said_by: str, where: tuple[int, int]) -> Source:
    """Read a proper name with what stands before it."""
    lexicon = load_name_words()
    end = len(phrase)
    while end - run > 1 and fold(phrase[end - 1].text) in _SUFFIXES:
        end -= 1
    keys = [fold(word.text).rstrip(".") for word in phrase]
    name_keys = keys[run:end]
    before = [i for i in range(run) if phrase[i].tag != "DT"]
    title_start = run
    for i in reversed(before):
        if phrase[i].tag == "POS" or (phrase[i].tag in ("IN",)):
            break
        title_start = i
    title = text[phrase[title_start].start : phrase[run - 1].end] if title_start < run else None
    roles = frozenset(
        singular(key) for key in keys[:run] if singular(key) in lexicon.people or key in lexicon.honorifics
    )
    whole = " ".join(name_keys)
    genders = [lexicon.honorifics.get(key, "u") for key in keys[:run]] + [
        lexicon.people.get(singular(key), "u") for key in keys[:run]
    ]
    gender = next((g for g in genders if g in "mf"), "u")
    if whole in lexicon.bodies or (any(key in lexicon.body_heads for key in name_keys) and not roles):
        sort, gender = "body", "n"
    elif not roles and _names_a_place(name_keys):
        sort, gender = "place", "n"
    elif not roles and _holds_a_place(name_keys):
        sort, gender = "body", "n"
    elif roles or name_keys[0] in lexicon.given or len(name_keys) > 1:
        sort = "person"
        if gender == "u":
            gender = lexicon.given.get(name_keys[0], "u") if len(name_keys) > 1 or not roles else "u"
    elif phrase[run].text.isupper() and len(phrase[run].text) > 1 and len(name_keys) == 1:
        sort, gender = "body", "n"
    else:
        sort = "thing"
    plural = phrase[end - 1].tag == "NNPS" or (
        phrase[0].lower == "the" and sort == "thing" and name_keys[-1].endswith("s")
    )
    start = phrase[run].start
    if sort in ("body", "place", "thing") and run == 1 and phrase[0].tag == "DT":
        start = phrase[0].start
    name = text[start : phrase[end - 1].end]
    return Source(
        start, phrase[end - 1].end, name, said_by, title, None, gender, plural, True, sort, False, roles, where
    )


def _names_a_place(keys: Sequence[str]) -> bool:
    """Say whether a name is a place's: a listed one, or one with a place's noun ("Castle Road", "Leeds East")."""
    lexicon = load_name_words()
    if " ".join(keys) in lexicon.places:
        return True
    if len(keys) < 2 or keys[0] in lexicon.given:
        return False
    return keys[-1] in lexicon.place_heads or keys[0] in ("lake", "mount", "upper", "lower", "north", "south")


def _holds_a_place(keys: Sequence[str]) -> bool:
    """Say whether a name is made with a country's or region's ("Radio New Zealand", "Air Malta"): a body's."""
    lexicon = load_name_words()
    if len(keys) < 2 or keys[0] in lexicon.given:
        return False
    return any(lexicon.places.get(" ".join(keys[i:])) in ("country", "region") for i in range(1, len(keys)))


def role_gender(roles: set[str] | frozenset[str]) -> str:
    """Give the one gender that nouns for a person tell, "u" for none or two."""
    genders = {load_name_words().people.get(role, "u") for role in roles} - {"u"}
    return genders.pop() if len(genders) == 1 else "u"


def _is_where(words: Sequence[Word], at: int, source: Source) -> bool:
    """Say whether a name behind "at" or "in" tells where: nothing but its shape speaks for a person."""
    if not at or words[at - 1].lower not in ("at", "in", "near") or source.roles:
        return False
    return fold(words[at].text) not in load_name_words().given


def full_names(words: Sequence[Word]) -> list[str]:
    """Give the names of two words and more in a sentence, titles left out, in plain letters: one cheap look."""
    lexicon = load_name_words()
    found: list[str] = []
    run: list[str] = []
    for word in (*words, None):
        if word is not None and word[4] == "NNP":
            run.append(fold(word[2]).rstrip("."))
            continue
        while run and (run[0] in lexicon.honorifics or run[0] in lexicon.people):
            run.pop(0)
        if len(run) > 1:
            found.append(" ".join(run))
        run = []
    return found


def people_named(words: Sequence[Word], text: str) -> list[Source]:
    """Read the people named in a sentence, wherever they stand."""
    found: list[Source] = []
    particles, given = load_name_words().particles, load_name_words().given
    at = 0
    while at < len(words):
        if words[at].tag not in ("NNP", "NNPS"):
            at += 1
            continue
        end = at
        while end < len(words) and (
            words[end].tag in ("NNP", "NNPS") or (end + 1 < len(words) and fold(words[end].text) in particles)
        ):
            end += 1
        if end == at + 1 and fold(words[at].text) not in given:
            at = end  # one word that is no given name tells of no person
            continue
        source = read_source(words[at:end], text, at)
        if source is not None and source.named and source.sort == "person" and not _is_where(words, at, source):
            found.append(source)
        at = end
    return found
