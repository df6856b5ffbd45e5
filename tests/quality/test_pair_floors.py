import datetime
from collections import Counter
from fractions import Fraction
from pathlib import Path

import pytest
from pairs import figures as pair_figures

from factcheck.vocabulary import Relation

DIGEST, LEAST, MOST = pair_figures.load_floors()
PAIRS = pair_figures.load_pairs()


@pytest.fixture(scope="module")
def found() -> pair_figures.Figures:
    return pair_figures.score_pairs(PAIRS)


@pytest.mark.parametrize("measure", sorted(LEAST))
def test_no_share_falls_below_its_floor(measure: str, found: pair_figures.Figures) -> None:
    """Accuracy, and the recall of every relation, keep the share that is pinned."""
    assert found.shares()[measure] >= LEAST[measure], "see: python tests/quality/pairs/figures.py --misses"


@pytest.mark.parametrize("kind", sorted(MOST))
def test_no_costly_error_becomes_more_frequent(kind: str, found: pair_figures.Figures) -> None:
    """The errors that cost a desk most stay within the number that is pinned."""
    assert found.errors[kind] <= MOST[kind], "see: python tests/quality/pairs/figures.py --misses"


def test_every_figure_is_pinned(found: pair_figures.Figures) -> None:
    """A figure without a floor or limit would hold nothing."""
    assert (set(found.of), set(found.errors)) == (set(LEAST), set(MOST))


def test_the_pairs_are_the_pinned_ones() -> None:
    """A changed pair or label must be pinned again, in sight of the reviewer."""
    assert pair_figures.digest_pairs() == DIGEST


def test_every_pair_is_well_labelled() -> None:
    """Each pair has an id of its own, two different texts, a relation of the vocabulary, a reason, and dates both or none."""
    relations = {relation.value for relation in Relation}
    assert len({pair["id"] for pair in PAIRS}) == len({(pair["a"], pair["b"]) for pair in PAIRS}) == len(PAIRS)
    for pair in PAIRS:
        assert pair["relation"] in relations
        assert pair["a"] != pair["b"]
        assert pair["fault"]
        assert pair["reason"]
        assert bool(pair["a_date"]) == bool(pair["b_date"])
        for day in (pair["a_date"], pair["b_date"]):
            assert day is None or datetime.date.fromisoformat(day)


def test_every_relation_is_held_to_something() -> None:
    """No relation is so rare among the pairs that its recall says nothing."""
    often = Counter(pair["relation"] for pair in PAIRS)
    assert min(often[relation.value] for relation in Relation) >= 8


def test_calling_everything_the_same_is_seen() -> None:
    """The measures can fall: one answer to every pair loses the other relations and passes every contradiction."""
    lazy = pair_figures.score_pairs(PAIRS, lambda pair: ("same", "none"))
    conflicts = sum(pair["relation"] == "conflict" for pair in PAIRS)
    assert lazy.shares()["recall of conflict"] == 0
    assert lazy.shares()["recall of same"] == 1
    assert lazy.errors[pair_figures.MISSED] == conflicts


def test_crying_conflict_is_seen() -> None:
    """An alarm on every pair counts as a false alarm wherever the label is another."""
    loud = pair_figures.score_pairs(PAIRS, lambda pair: ("conflict", "none"))
    assert loud.errors[pair_figures.ALARMS] == sum(pair["relation"] != "conflict" for pair in PAIRS)


def _figures(*, right: bool, alarms: int) -> pair_figures.Figures:
    figures = pair_figures.Figures()
    figures.count("accuracy", True)
    figures.count("accuracy", right)
    figures.errors[pair_figures.ALARMS] = alarms
    return figures


@pytest.mark.parametrize(
    ("right", "alarms", "worse"), [(False, 3, ["accuracy"]), (True, 4, [pair_figures.ALARMS]), (True, 2, [])]
)
def test_update_refuses_to_loosen(tmp_path: Path, right: bool, alarms: int, worse: list[str]) -> None:
    """A figure that got worse is pinned only with the regression allowed; the file stays as it was."""
    path = tmp_path / "floors.toml"
    later = _figures(right=right, alarms=alarms)
    assert pair_figures.update_floors("a", _figures(right=True, alarms=3), allow_regression=False, path=path) == []
    assert pair_figures.update_floors("b", later, allow_regression=False, path=path) == worse
    assert pair_figures.load_floors(path)[0] == ("a" if worse else "b")
    pair_figures.update_floors("b", later, allow_regression=True, path=path)
    digest, least, most = pair_figures.load_floors(path)
    assert (digest, least["accuracy"], most[pair_figures.ALARMS]) == ("b", Fraction(1 + right, 2), alarms)
