"""Calibration: the two thresholds of matching, learned from the matches that the desk accepted and rejected.

A match is suggested from `suggest` on, and may be confirmed in one step from `confirm` on. Precision is the share of accepted
ones among the decided matches from a threshold on; recall is the share of all accepted ones that it keeps. Both are shares of
a sample, so both come with the interval of Wilson's score (E. B. Wilson, "Probable inference, the law of succession, and
statistical inference", Journal of the American Statistical Association 22, 1927), and the choice rests on its lower end.
"""

from __future__ import annotations

import math
from bisect import bisect_left
from collections.abc import Iterable
from dataclasses import dataclass

from factcheck.errors import AnswerIsNo
from factcheck.values import Value

__all__ = ["LEAST_ACCEPTED", "LEAST_REJECTED", "Calibration", "Threshold", "calibrate", "wilson_interval"]

ASKED = 0.9
"""What the lower end of the interval must reach: recall at `suggest`, precision at `confirm`."""

LEAST_ACCEPTED = 35
"""The smallest number of acceptances whose interval can reach 0.9 at all: 34 of 34 reach 0.898, 35 of 35 reach 0.901."""

LEAST_REJECTED = 15
"""Fewer rejections say nothing about where mistakes begin: none of 15 above a threshold still allows for one in five."""

_Z = 1.959963984540054
"""The 97.5% point of the normal distribution: an interval of 95%."""


@dataclass(frozen=True, slots=True)
class Threshold(Value):
    """Hold what a threshold would have done to the decided matches.

    Attributes:
        threshold: a score, 0..1.
        accepted: how many accepted matches score as much or more; `rejected` counts the rejected ones.
        precision: accepted / (accepted + rejected), with its interval of 95%; None where nothing scores so high.
        recall: accepted / all accepted, with its interval.
    """

    threshold: float
    accepted: int
    rejected: int
    precision: float | None
    precision_low: float | None
    precision_high: float | None
    recall: float
    recall_low: float
    recall_high: float


@dataclass(frozen=True, slots=True)
class Calibration(Value):
    """Hold what the desk's decisions say about the two thresholds.

    Attributes:
        accepted: how many matches were accepted; `rejected`, how many were rejected.
        suggest: the highest threshold that keeps recall at 0.9 or more, by the interval's lower end.
        confirm: the lowest threshold, not below `suggest`, whose precision is 0.9 or more by the lower end; None where no
            threshold reaches it.
        thresholds: one row for every 0.05, and one for each of the two.
    """

    accepted: int
    rejected: int
    suggest: float
    confirm: float | None
    thresholds: tuple[Threshold, ...]


def calibrate(decisions: Iterable[tuple[float, bool]]) -> Calibration:
    """Learn `suggest` and `confirm` from decided matches: (score 0..1, whether it was accepted).

    Raises:
        AnswerIsNo: there are too few decisions; the message says how many are missing.

    >>> found = calibrate([(0.9, True)] * 40 + [(0.5, True)] * 10 + [(0.3, False)] * 20)
    >>> found.suggest, found.confirm
    (0.5, 0.5)
    """
    accepted: list[float] = []
    rejected: list[float] = []
    for score, is_accepted in decisions:
        (accepted if is_accepted else rejected).append(score)
    _ask_for_enough(len(accepted), len(rejected))
    accepted.sort()
    rejected.sort()
    steps = [_threshold(step / 100, accepted, rejected) for step in range(101)]
    suggest = max(step for step, row in enumerate(steps) if row.recall_low >= ASKED)
    confirm = next(
        (step for step, row in enumerate(steps) if step >= suggest and (row.precision_low or 0.0) >= ASKED), None
    )
    shown = {*range(0, 101, 5), suggest, *([] if confirm is None else [confirm])}
    return Calibration(
        len(accepted),
        len(rejected),
        steps[suggest].threshold,
        None if confirm is None else steps[confirm].threshold,
        tuple(steps[step] for step in sorted(shown)),
    )


def _ask_for_enough(accepted: int, rejected: int) -> None:
    missing = [
        f"{least - count} more {name}"
        for name, count, least in (("accepted", accepted, LEAST_ACCEPTED), ("rejected", rejected, LEAST_REJECTED))
        if count < least
    ]
    if missing:
        raise AnswerIsNo(
            f"too few decided matches to learn thresholds from ({accepted} accepted, {rejected} rejected):"
            f" {' and '.join(missing)} needed; decide with factcheck accept and factcheck reject"
        )


def _threshold(threshold: float, accepted: list[float], rejected: list[float]) -> Threshold:
    """Count what scores at least so much; both lists are sorted."""
    yes = len(accepted) - bisect_left(accepted, threshold)
    no = len(rejected) - bisect_left(rejected, threshold)
    low, high = wilson_interval(yes, yes + no) if yes + no else (None, None)
    return Threshold(
        threshold=threshold,
        accepted=yes,
        rejected=no,
        precision=yes / (yes + no) if yes + no else None,
        precision_low=low,
        precision_high=high,
        recall=yes / len(accepted),
        recall_low=wilson_interval(yes, len(accepted))[0],
        recall_high=wilson_interval(yes, len(accepted))[1],
    )


def wilson_interval(hits: int, total: int) -> tuple[float, float]:
    """Give the interval of 95% for a share of which `hits` of `total` were counted, by Wilson's score.

    >>> tuple(round(end, 3) for end in wilson_interval(8, 10))
    (0.49, 0.943)

    Raises:
        ValueError: there is nothing to take a share of, or more hits than trials.
    """
    if not 0 <= hits <= total or total == 0:
        raise ValueError(f"no share: {hits} of {total}")
    share, square = hits / total, _Z * _Z
    middle = share + square / (2 * total)
    spread = _Z * math.sqrt(share * (1 - share) / total + square / (4 * total * total))
    whole = 1 + square / total
    # at the ends the bound is exact; rounding would put it a hair beside 0 or 1
    low = 0.0 if hits == 0 else (middle - spread) / whole
    high = 1.0 if hits == total else (middle + spread) / whole
    return low, high
