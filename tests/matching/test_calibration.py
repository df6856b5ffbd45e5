"""Thresholds from decided matches: what is counted, what is chosen, and when nothing is."""

from __future__ import annotations

from itertools import pairwise

import pytest
from hypothesis import given, settings
from hypothesis import strategies as st

from factcheck.errors import AnswerIsNo
from factcheck.matching.calibration import LEAST_ACCEPTED, LEAST_REJECTED, calibrate, wilson_interval

DECISIONS = st.lists(st.tuples(st.floats(0, 1), st.booleans()), max_size=60)
ENOUGH = [(0.7, True)] * LEAST_ACCEPTED + [(0.2, False)] * LEAST_REJECTED


@pytest.mark.parametrize(
    ("hits", "total", "low", "high"),
    [
        (81, 263, 0.2553, 0.3662),  # R. G. Newcombe, Statistics in Medicine 17 (1998), table I, method 3
        (15, 148, 0.0624, 0.1605),
        (0, 20, 0.0000, 0.1611),
        (1, 29, 0.0061, 0.1718),
    ],
)
def test_intervals_are_those_published(hits: int, total: int, low: float, high: float) -> None:
    """Wilson's interval of a share is the one that the literature tabulates."""
    assert wilson_interval(hits, total) == pytest.approx((low, high), abs=5e-5)


@pytest.mark.parametrize(("hits", "total"), [(0, 0), (3, 2), (-1, 4)])
def test_a_share_of_nothing_has_no_interval(hits: int, total: int) -> None:
    """Nothing counted, or more hits than trials, is an error and no number."""
    with pytest.raises(ValueError, match="no share"):
        wilson_interval(hits, total)


@given(st.integers(1, 400), st.data())
@settings(max_examples=60)
def test_an_interval_holds_its_share(total: int, data: st.DataObject) -> None:
    """An interval lies in 0..1, holds the share, and mirrors that of the misses."""
    hits = data.draw(st.integers(0, total))
    low, high = wilson_interval(hits, total)
    assert 0 <= low <= hits / total <= high <= 1
    assert wilson_interval(total - hits, total) == pytest.approx((1 - high, 1 - low))


def test_a_threshold_counts_what_scores_as_much() -> None:
    """A match on the threshold counts; precision and recall are the shares of what does."""
    found = calibrate([*ENOUGH, (0.5, True), (0.5, False), (0.49, False)])
    row = next(row for row in found.thresholds if row.threshold == 0.5)
    assert (row.accepted, row.rejected) == (LEAST_ACCEPTED + 1, 1)
    assert row.precision == (LEAST_ACCEPTED + 1) / (LEAST_ACCEPTED + 2)
    assert row.recall == 1.0


def test_each_threshold_rests_on_the_lower_end() -> None:
    """The confirming threshold rises above the scores where rejections are mixed in; the suggesting one stays below them."""
    mixed = [(0.6, True)] * 30 + [(0.6, False)] * 30 + [(0.9, True)] * 60
    found = calibrate(mixed)
    assert found.suggest == 0.6
    assert found.confirm == 0.61
    by = {row.threshold: row for row in found.thresholds}
    assert by[0.6].precision_low is not None
    assert by[0.6].precision_low < 0.9 <= (by[0.61].precision_low or 0)
    assert by[0.61].recall_low < 0.9 <= by[0.6].recall_low


def test_no_threshold_is_made_up() -> None:
    """Where accepted and rejected matches score alike, none is good enough to confirm by."""
    found = calibrate([(0.8, True)] * 40 + [(0.8, False)] * 40)
    assert found.confirm is None
    assert found.suggest == 0.8


@pytest.mark.parametrize(
    ("accepted", "rejected", "said"),
    [
        (0, 0, "35 more accepted and 15 more rejected needed"),
        (34, 15, ": 1 more accepted needed"),
        (35, 3, ": 12 more rejected needed"),
    ],
)
def test_too_few_decisions_are_declined(accepted: int, rejected: int, said: str) -> None:
    """Below the least sample the answer is no, with how many decisions are missing."""
    with pytest.raises(AnswerIsNo, match=said):
        calibrate([(0.9, True)] * accepted + [(0.1, False)] * rejected)


def test_the_least_sample_is_the_least() -> None:
    """Fewer acceptances than asked for could not reach the wanted certainty even if all of them scored high."""
    assert (
        wilson_interval(LEAST_ACCEPTED - 1, LEAST_ACCEPTED - 1)[0]
        < 0.9
        <= wilson_interval(LEAST_ACCEPTED, LEAST_ACCEPTED)[0]
    )


@given(DECISIONS)
@settings(max_examples=60)
def test_counts_only_fall(decisions: list[tuple[float, bool]]) -> None:
    """The higher the threshold, the fewer matches; the first row has all of them; confirming is never below suggesting."""
    found = calibrate(ENOUGH + decisions)
    rows = found.thresholds
    assert (rows[0].accepted, rows[0].rejected) == (found.accepted, found.rejected)
    assert all(a.accepted >= b.accepted and a.rejected >= b.rejected for a, b in pairwise(rows))
    assert found.confirm is None or found.confirm >= found.suggest
    assert calibrate(reversed(ENOUGH + decisions)) == found
