"""Doubts: what is never called the same or a contradiction."""

from __future__ import annotations

import datetime

import pytest

from factcheck.matching.compare import compare
from factcheck.matching.doubts import DOUBTS
from factcheck.vocabulary import Relation


@pytest.mark.parametrize(
    ("a", "b"),
    [
        ("We counted them.", "The baker said the drop in loaves was a matter of counting."),
        ("None of it had arrived at the mill.", "The Harlow family owns both mills in Dell."),
        ("On school meals.", "The county doubled its spending on school meals."),
        ("That number includes everybody.", "The number of evictions includes 40 families."),
    ],
)
def test_words_that_state_nothing_are_held_against_nothing(a: str, b: str) -> None:
    """A pronoun with a single word, or a heading without a predicate, repeats and contradicts nothing."""
    assert compare(a, b).relation is Relation.UNRELATED
    assert compare(b, a).relation is Relation.UNRELATED


@pytest.mark.parametrize("number", ["70", "110"])
def test_who_we_are_is_not_guessed(number: str) -> None:
    """A first person is not taken for the other claim's subject, whether the figures agree or not."""
    found = compare(f"We trained {number} midwives in 2019.", "The clinics of Dell trained 70 midwives in 2019.")
    assert found.relation is Relation.RELATED
    assert found.reasons[0] == "cannot decide: who “we” stands for"


def test_two_claims_of_one_speaker_are_compared() -> None:
    """Where both claims say "we", the pronoun keeps nothing open."""
    assert compare("We trained 70 midwives.", "We trained 90 midwives.").relation is Relation.CONFLICT


@pytest.mark.parametrize(
    ("a", "b"),
    [
        ("The mill at Dell employs 40 people.", "The mill at Dell burned 90 people's letters in 1911."),
        ("The mayor opened the bridge.", "The mayor did not answer letters about the school."),
        ("Rents fell after the strike at the harbour.", "Rents rose when the university moved its hostels to Dell."),
    ],
)
def test_what_differs_must_be_said_of_one_thing(a: str, b: str) -> None:
    """Another number, a denial or an opposite beside other words is another statement, no contradiction."""
    assert compare(a, b).relation not in {Relation.CONFLICT, Relation.SAME}


def test_a_question_states_nothing_yet() -> None:
    """A question is neither repeated nor contradicted by a statement."""
    found = compare("Did the mill at Dell close in 2011?", "The mill at Dell closed in 2011.")
    assert found.relation not in {Relation.CONFLICT, Relation.SAME}


def test_context_that_one_side_leaves_out_does_not_hide_a_contradiction() -> None:
    """A draft's claim without its place is still held against the check that names it."""
    found = compare(
        "The number of night trains has halved since 2018",
        "The number of night trains in Tarvia has doubled since 2018.",
    )
    assert found.relation is Relation.CONFLICT


@pytest.mark.parametrize(
    ("a", "b", "a_date", "b_date"),
    [
        ("The park has 31 rangers.", "The park had 44 rangers in 2012.", "2020-05-01", "2013-01-10"),
        ("Inflation in Tarvia fell to 3.1% in May", "Inflation in Tarvia was 3.6% in April.", None, None),
        (
            "In March the shelter took in 52 dogs.",
            "The shelter took in 38 dogs in January.",
            "2020-04-02",
            "2020-02-03",
        ),
        (
            "Four of the miners have been freed so far.",
            "Two of the miners have been freed.",
            "2020-04-03",
            "2020-04-02",
        ),
    ],
)
def test_another_times_figure_is_an_update(a: str, b: str, a_date: str | None, b_date: str | None) -> None:
    """A head count, a monthly figure or a count so far of another time is an update, whichever dates the texts leave out."""
    days = [datetime.date.fromisoformat(day) if day else None for day in (a_date, b_date)]
    assert compare(a, b, *days).relation is Relation.UPDATED
    assert compare(b, a, *reversed(days)).relation is Relation.UPDATED


def test_a_share_lost_does_not_run_on() -> None:
    """Two shares of one loss, printed on two days, contradict each other: only heads are counted on."""
    found = compare(
        "The Growers' Union lost about two-thirds of its seats.",
        "The Growers' Union lost a third of its seats.",
        datetime.date(2020, 5, 9),
        datetime.date(2020, 5, 2),
    )
    assert found.relation is Relation.CONFLICT


def test_a_month_without_a_year_contradicts_no_other_month() -> None:
    """Two months without a year may be two events."""
    assert compare("The envoy flew to Dell in May.", "The envoy flew to Dell in July.").relation is Relation.RELATED


def test_every_doubt_says_what_fact_it_stands_for() -> None:
    """Doubts have names of their own, and one line on the fact of language behind each."""
    assert len({doubt.name for doubt in DOUBTS}) == len(DOUBTS)
    assert all(doubt.fact and "\n" not in doubt.fact for doubt in DOUBTS)


@pytest.mark.parametrize(
    ("a", "b"),
    [
        ("Mr Lee denied taking bribes.", "Mr Lee took bribes."),
        ("Tesla bought Twitter in 2022.", "Twitter bought Tesla in 2022."),
        ("Exports to China rose 10% in 2020.", "Exports from China rose 10% in 2020."),
        ("Bread prices doubled in February 2022.", "Bread prices doubled in May 2022."),
        ("Prices fell by 8% in March 2021.", "Prices fell by 8% in April 2021."),
    ],
)
def test_a_denial_a_turn_or_another_time_is_never_a_repeat(a: str, b: str) -> None:
    """Denied, turned round, or of another month: the words are the same, the statement is not, from either side."""
    assert compare(a, b).relation is not Relation.SAME
    assert compare(b, a).relation is not Relation.SAME


def test_the_same_words_of_another_print_day_are_another_months() -> None:
    """Last month, from two days of print, is two months."""
    text = "Rents in Dresk rose 5% last month."
    assert compare(text, text, datetime.date(2022, 3, 10), datetime.date(2022, 6, 10)).relation is not Relation.SAME


def test_the_passive_turns_nothing_round() -> None:
    """Who was bought by whom is who bought whom."""
    assert compare("Tesla bought Twitter in 2022.", "Twitter was bought by Tesla in 2022.").relation is Relation.SAME
