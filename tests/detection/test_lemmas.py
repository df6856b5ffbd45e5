"""Dictionary forms of nouns and verbs."""

from __future__ import annotations

import pytest
from hypothesis import given, settings
from hypothesis import strategies as st

from factcheck.detection.lemmas import noun_lemma, verb_lemma

NOUNS = """seats/seat guards/guard parties/party boxes/box buses/bus houses/house losses/loss causes/cause viruses/virus
women/woman countrymen/countryman children/child schoolchildren/schoolchild people/person crises/crisis analyses/analysis
hypotheses/hypothesis lives/life halves/half thieves/thief wolves/wolf heroes/hero photos/photo shoes/shoe ties/tie
movies/movie matrices/matrix criteria/criterion sheep/sheep series/series news/news politics/politics headquarters/headquarters
police/police media/media attorneys/attorney 54-year-olds/54-year-old passers-by/passer-by brothers-in-law/brother-in-law
thousands/thousand Democrats/democrat bus/bus gas/gas analysis/analysis campus/campus class/class"""

VERBS = """rose/rise were/be 's/be ’re/be has/have had/have did/do went/go led/lead left/leave found/find felled/fell fell/fall
hoped/hope hopping/hop planned/plan created/create agreed/agree seeing/see dying/die lying/lie tied/tie tries/try
watches/watch passes/pass uses/use travelled/travel cancelled/cancel visited/visit offered/offer referred/refer
argued/argue changing/change panicked/panic injured/injure killed/kill said/say met/meet shot/shoot overthrew/overthrow
withdrew/withdraw broadcast/broadcast privatised/privatise radicalized/radicalize wo/will ca/can defrobnicating/defrobnicate"""


@pytest.mark.parametrize("pair", NOUNS.split())
def test_plurals_have_their_singular(pair: str) -> None:
    """A plural gives its singular, and a singular itself."""
    word, _, lemma = pair.rpartition("/")
    assert noun_lemma(word) == lemma
    assert noun_lemma(lemma) == lemma


@pytest.mark.parametrize("pair", VERBS.split())
def test_verb_forms_have_their_infinitive(pair: str) -> None:
    """A form of a verb gives its infinitive."""
    word, _, lemma = pair.rpartition("/")
    assert verb_lemma(word) == lemma


@settings(max_examples=200, deadline=None)
@given(st.text(alphabet=st.characters(categories=["L", "N", "P", "M"]), min_size=1, max_size=12))
def test_any_word_has_a_lemma(word: str) -> None:
    """No word, however odd, is an error or loses all its letters."""
    assert noun_lemma(word)
    assert verb_lemma(word)
