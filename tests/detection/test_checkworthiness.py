"""Check-worthiness: a score whose parts say why."""

from __future__ import annotations

import math

import pytest
from hypothesis import given, settings
from hypothesis import strategies as st

from factcheck.detection.checkworthiness import BASE, _load_weights, score_checkworthiness, score_words
from factcheck.detection.words import tag_words

WORTH_CHECKING = [
    "Unemployment in the north fell to 4.1 per cent last year.",
    "She voted against the pension bill twice in 2019.",
    "The company, which employs 300 people, paid no tax under the previous government.",
    "Nine soldiers were killed by two car bombs.",
    "The city has the highest murder rate in the country.",
    "Imports from China have doubled since 2010.",
]
NOT_WORTH_CHECKING = [
    "Thank you all very much.",
    "What would you do about it?",
    "I think we can be proud of that.",
    "We must protect our children and believe in our future.",
    "Let me tell you a story.",
    "(Laughter)",
    "You may be right.",
    "Please welcome the next speaker.",
]


@pytest.mark.parametrize("sentence", WORTH_CHECKING)
def test_figures_records_and_deeds_are_worth_checking(sentence: str) -> None:
    """A statement of figures, records or deeds scores at least the threshold."""
    assert score_checkworthiness(sentence).value >= 0.5


@pytest.mark.parametrize("sentence", NOT_WORTH_CHECKING)
def test_courtesy_opinion_and_appeals_are_not(sentence: str) -> None:
    """Courtesy, opinions, questions and appeals score well below the threshold."""
    assert score_checkworthiness(sentence).value < 0.35


@pytest.mark.parametrize(
    ("stronger", "weaker"),
    [
        ("Crime rose by 12 per cent.", "Crime rose."),
        ("The mayor cut taxes.", "The mayor will cut taxes."),
        ("They built 40 schools.", "They should build 40 schools."),
        ("The bank lost $5 million.", "Did the bank lose $5 million?"),
        ("The plant closed in 2009.", "I believe the plant could close."),
    ],
)
def test_firmer_statements_score_higher(stronger: str, weaker: str) -> None:
    """A figure raises the score; a future, a duty, a question and a belief lower it."""
    assert score_checkworthiness(stronger).value > score_checkworthiness(weaker).value


@settings(max_examples=80, deadline=None)
@given(st.one_of(st.text(max_size=60), st.sampled_from(WORTH_CHECKING + NOT_WORTH_CHECKING)))
def test_parts_add_up_to_the_score(sentence: str) -> None:
    """The value is the logistic function of the parts' sum, and the heaviest part comes first."""
    score = score_checkworthiness(sentence)
    weights = [weight for _, weight in score.parts]
    assert score.value == pytest.approx(1 / (1 + math.exp(-sum(weights))))
    assert weights == sorted(weights, key=abs, reverse=True)
    assert BASE in dict(score.parts)


def test_tagged_words_give_the_same_score() -> None:
    """Words tagged inside a longer text score as the sentence does alone."""
    text = "It rained. " + WORTH_CHECKING[0]
    assert score_words(tag_words(text, 11)) == score_checkworthiness(WORTH_CHECKING[0])


def test_parts_have_readable_names() -> None:
    """A part names what a reader can see in the sentence."""
    parts = dict(score_checkworthiness("I believe 40 ships were sunk in 1942.").parts)
    assert {"exact figure", "year named", "first person singular", "beliefs", "passive"} <= set(parts)
    assert parts["exact figure"] > 0 > parts["beliefs"]


def test_at_most_eighty_features() -> None:
    """The weights stay few enough to read."""
    assert len(_load_weights()) <= 81  # with the base rate
