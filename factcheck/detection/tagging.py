"""Choosing among the tags that a word may have, from the words around it.

The choice is made by an ordered list of readable rules (`lexicon/en/tag_rules.tsv`), each of which says: a word that
may be both, now read as the first tag, is the second where the condition holds. Later rules mend earlier ones.
Conditions look left at tags already chosen and right at the likeliest tags: one pass decides, and the time is linear.
"""

from __future__ import annotations

from collections.abc import Sequence
from functools import cache
from importlib import resources
from itertools import pairwise
from typing import NamedTuple

from factcheck.detection.tagging_lexicon import Reading, Tags, word_set

__all__ = ["CONDITIONS", "Context", "Sentence", "follow", "place_readings", "resolve_tags"]

CONDITIONS = (
    "word",  # the word itself
    "previous",  # tag of the word before
    "previous word",
    "next",  # likeliest tag of the word after
    "next word",
    "group",  # the auxiliary that governs this place: MD, DO, HAVE, BE, GET, TO, or none
    "second previous",  # tag two before
    "second next",
    "previous and next",
    "second previous and previous",
    "word and previous",
    "word and next",
    "group and next",
    "clause",  # finite verbs around: before, in its clause F, earlier S, none -; after and unmistakable, f, s or -
    "clause and previous",
    "clause and next",
)
"""What a rule may ask about; several values of one condition are joined by a blank."""

_EDGE = "^"  # stands for the tag and the word beyond either end of a sentence
_AUXILIARIES = {
    **dict.fromkeys(word_set("be is are was were been being am 'm 're ain"), "BE"),
    **dict.fromkeys(word_set("have has had having 've"), "HAVE"),
    **dict.fromkeys(word_set("do does did"), "DO"),
    **dict.fromkeys(word_set("get gets got getting gotten"), "GET"),
}
_TRANSPARENT = frozenset({"RB", "RBR", "RBS", "``", "''"})  # stand between an auxiliary and its verb
_NOMINAL = frozenset({"DT", "NN", "NNS", "NNP", "NNPS", "PRP", "PRP$", "JJ", "CD", "POS", "PDT"})
_CLAUSE_EDGES = frozenset({",", ".", ":", "CC", "WDT", "WP", "WRB", "``", "''", "(", ")"})
_FINITE = frozenset({"VBD", "VBZ", "VBP", "MD"})
_PLAINLY_FINITE = word_set("is are was were has had have will would can could may might does did do said says")
_SUBJECTS = word_set("i he she we they")
_SUBORDINATORS = word_set("that because if although though while whether since unless until")
_QUESTION_OPENERS = frozenset({_EDGE, ",", ":", "CC", "WRB", "WP", "WDT", "``", "."})
_SMALL_IN_TITLES = frozenset({"DT", "IN", "TO", "CC", "PRP$", "POS", "RP", "RB"})
_SHORTEST = 4  # a line of so few words may well have no verb
_FULL_STOPS = frozenset({".", "''"})
_SUBJECT_TAGS = frozenset({"NN", "NNS", "NNP", "NNPS", "PRP", "WDT", "WP", "RB", ")", ":"})
_PLURALS = frozenset({"NNS", "NNPS", "PRP"})
_VERB_READINGS = (
    ("VBN", "VBD", _SUBJECT_TAGS),
    ("NN", "VBD", _SUBJECT_TAGS - {"RB", ":"}),
    ("NNS", "VBZ", _SUBJECT_TAGS),
    ("NN", "VBP", _PLURALS),
)
_OBJECT_OPENERS = word_set("the a an its his her their our that")
_MOVING = _FINITE | _CLAUSE_EDGES | _TRANSPARENT | {"IN", "TO", "VB", "VBN", "VBG"}
_new = tuple.__new__


_Value = str | tuple[str, ...]
"""What a condition asks for: one value, or two of a condition with "and"."""

_Rules = tuple[tuple[int, str, str], ...]
"""Rules of one condition and value: rank, the tag they change, the tag they give."""


class Context(NamedTuple):
    """Hold what the simple conditions see at one word, in the order of `CONDITIONS`' simple ones."""

    word: str
    previous: str
    previous_word: str
    next: str
    next_word: str
    group: str
    second_previous: str
    second_next: str
    clause: str


class _Table(NamedTuple):
    """Hold the rules of one condition: which parts of the context it asks about, and the rules for each value."""

    first: int
    second: int
    rules: dict[_Value, _Rules]


def _condition_parts(condition: str) -> tuple[int, int]:
    names = [Context._fields.index(name.replace(" ", "_")) for name in condition.split(" and ")]
    return names[0], names[1] if len(names) > 1 else -1


@cache
def _load_rules() -> dict[str, list[tuple[int, str, str, _Value]]]:
    """Load the rules by the tag they change: rank, the tag they give, condition, value."""
    text = resources.files("factcheck.detection").joinpath("lexicon/en/tag_rules.tsv").read_text(encoding="utf-8")
    lines = [line for line in text.split("\n") if line and line[0] != "#"]
    rules: dict[str, list[tuple[int, str, str, _Value]]] = {}
    for rank, line in enumerate(lines):
        was, becomes, condition, value = line.split("\t")[:4]
        key = tuple(value.split(" ")) if " and " in condition else value
        rules.setdefault(was, []).append((rank, becomes, condition, key))
    return rules


@cache
def _tables_for(tags: Tags) -> tuple[_Table, ...]:
    """Gather the rules that can ever apply to a word with these tags."""
    found: dict[str, dict[_Value, list[tuple[int, str, str]]]] = {}
    for was in tags:
        for rank, becomes, condition, value in _load_rules().get(was, ()):
            if becomes in tags:
                found.setdefault(condition, {}).setdefault(value, []).append((rank, was, becomes))
    return tuple(
        _Table(*_condition_parts(condition), {value: tuple(rules) for value, rules in by_value.items()})
        for condition, by_value in found.items()
    )


def resolve_tags(texts: Sequence[str], readings: Sequence[Reading], openings: Sequence[int]) -> list[str]:
    """Choose a tag for each word.

    Args:
        texts: the words.
        readings: what tags each may have.
        openings: where sentences and lines begin.
    """
    possible = place_readings(texts, readings, openings)
    chosen = [tags[0] for tags in possible]
    lowers = [reading[0] for reading in readings]
    edges = [*openings, len(readings)]
    for begin, end in pairwise(edges):
        _resolve_sentence(chosen, possible, lowers, begin, end)
    return chosen


def place_readings(texts: Sequence[str], readings: Sequence[Reading], openings: Sequence[int]) -> list[Tags]:
    """Take each word's tags inside a sentence, or those of its lower case where a capital says nothing.

    A capital says nothing on the first word of a sentence and of a quotation, in a run of words all in capitals, and in
    a line whose nouns, verbs and adjectives all have one.
    """
    possible = [reading[1] for reading in readings]
    edges = [*openings, len(readings)]
    for begin, end in pairwise(edges):
        at_start, shouting = True, False
        small = large = 0
        for i in range(begin, end):
            tag = possible[i][0]
            if at_start:
                possible[i] = readings[i][2]
                at_start = not texts[i][0].isalnum()
            elif tag == "``":
                at_start = True
            elif tag == "NNP" or tag == "NNPS":
                large += 1
                loud = len(texts[i]) > 1 and texts[i].isupper()
                if loud and shouting:
                    possible[i - 1], possible[i] = readings[i - 1][2], readings[i][2]
                shouting = loud
                continue
            elif tag not in _SMALL_IN_TITLES and texts[i].isalpha():
                small += 1
            shouting = shouting and not texts[i].isalpha()
        if large > 2 and small == 0:
            possible[begin:end] = [reading[2] for reading in readings[begin:end]]
    return possible


def _resolve_sentence(chosen: list[str], possible: list[Tags], lowers: list[str], begin: int, end: int) -> None:
    sentence = Sentence(chosen[begin:end], possible[begin:end], lowers[begin:end])
    tags, words = sentence.tags, sentence.words
    group, finite = "", "-"
    verbless = True
    for i in range(2, end - begin + 2):
        can_be = possible[begin + i - 2]
        if len(can_be) > 1:
            tables = _tables_for(can_be)
            if tables:
                tags[i] = _apply(tables, sentence.context(i, group, finite), can_be[0])
        tag = tags[i]
        if tag in _MOVING:
            group, finite = follow(group, finite, tag, words[i], tags[i - 1])
            verbless = verbless and tag not in _FINITE
        elif group and group[-1] != "?":
            group = ""
    if verbless and end - begin > _SHORTEST and tags[-3] in _FULL_STOPS:
        _give_verb(sentence, possible[begin:end])
    chosen[begin:end] = tags[2:-2]


def _give_verb(sentence: Sentence, possible: Sequence[Tags]) -> None:
    """Give a verb to a sentence that has a full stop and none: the first word right after a subject that may be one.

    "The bloc lost around 40 seats." "By" shows a participle to be passive; a plural must have an object to be a verb.
    """
    tags, words = sentence.tags, sentence.words
    for was, becomes, subjects in _VERB_READINGS:
        for i in range(3, len(tags) - 3):
            if tags[i] != was or becomes not in possible[i - 2] or tags[i - 1] not in subjects:
                continue
            if words[i - 1] in _AUXILIARIES or words[i + 1] == "by":
                continue
            if was != "NNS" or words[i + 1] in _OBJECT_OPENERS:
                tags[i] = becomes
                return


class Sentence:
    """Hold one sentence's words with two empty places at each end, so that every word has neighbours."""

    __slots__ = ("finite_from", "tags", "words")

    def __init__(self, tags: Sequence[str], possible: Sequence[Tags], words: Sequence[str]) -> None:
        self.tags = [_EDGE, _EDGE, *tags, _EDGE, _EDGE]
        self.words = [_EDGE, _EDGE, *words, _EDGE, _EDGE]
        self.finite_from = self._look_ahead(possible)

    def _look_ahead(self, possible: Sequence[Tags]) -> list[str]:
        """Say for each place whether a plainly finite verb follows: in the clause (f), later (s), or not (-)."""
        state = "-"
        states = ["-"] * len(self.tags)
        for i in range(len(possible) + 1, 1, -1):
            states[i] = state
            tag = self.tags[i]
            if tag in _FINITE:
                if len(possible[i - 2]) == 1 or self.words[i] in _PLAINLY_FINITE:
                    state = "f"
            elif state == "f" and (tag in _CLAUSE_EDGES or self.words[i] in _SUBJECTS):
                state = "s"
        return states

    def context(self, i: int, group: str, finite: str) -> Context:
        """Gather what the conditions see at place `i`."""
        tags, words = self.tags, self.words
        return _new(
            Context,
            (
                words[i],
                tags[i - 1],
                words[i - 1],
                tags[i + 1],
                words[i + 1],
                group,
                tags[i - 2],
                tags[i + 2],
                finite + self.finite_from[i],
            ),
        )


def _apply(tables: tuple[_Table, ...], context: Context, tag: str) -> str:
    hits: _Rules = ()
    for first, second, rules in tables:
        found = rules.get(context[first] if second < 0 else (context[first], context[second]))
        if found:
            hits += found
    if len(hits) > 1:
        hits = tuple(sorted(hits))
    for _, was, becomes in hits:
        if tag == was:
            tag = becomes
    return tag


def follow(group: str, finite: str, tag: str, lower: str, before: str) -> tuple[str, str]:
    """Follow the sentence by one word: which auxiliary governs what comes next, and whether the clause is finite yet.

    `finite` is F when the clause has one, S when only an earlier clause has, otherwise -.
    An auxiliary that opens a clause ("did the minister say") governs past its subject; it is marked with a
    question mark.
    """
    if tag in _TRANSPARENT:
        return group, finite
    if tag in _CLAUSE_EDGES or (tag == "IN" and lower in _SUBORDINATORS):
        return "", "S" if finite != "-" else "-"
    if tag in _FINITE:
        finite = "F"
    if tag == "MD" or (tag[0] == "V" and lower in _AUXILIARIES):
        group = _AUXILIARIES.get(lower, "MD")
        return (group + "?" if before in _QUESTION_OPENERS and tag in _FINITE else group), finite
    if tag == "TO":
        return "TO", finite
    if group[-1:] == "?" and tag in _NOMINAL:
        return group, finite
    return "", finite
