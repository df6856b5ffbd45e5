"""Amounts: a score, a range, or one number with what it counts or measures."""

from __future__ import annotations

from factcheck.detection.numbers.describing import finish_one, finish_range, with_points
from factcheck.detection.numbers.money_shares import read_money_share
from factcheck.detection.numbers.operands import read_operand
from factcheck.detection.numbers.ranges import second_operand, share_unit
from factcheck.detection.numbers.scores import read_score
from factcheck.detection.numbers.tokens import Tokens
from factcheck.detection.values import Quantity

__all__ = ["read_amount"]


def read_amount(t: Tokens, i: int) -> tuple[list[Quantity], int] | None:
    """Read the amount that begins at token i, hedge and noun included; the second value is the token behind it."""
    operand = read_operand(t, i)
    if operand is None:
        return None
    operand = with_points(t, operand)
    share = read_money_share(t, operand)
    if share is not None:
        return [share[0]], share[1]
    score = read_score(t, operand)
    if score is not None:
        return score
    other = second_operand(t, operand)
    if other is not None:
        pair = share_unit(operand, other)
        if pair is not None and pair[0].value < pair[1].value:
            quantity, after = finish_range(t, operand.first, *pair)
            return [quantity], after
    quantity, after = finish_one(t, operand)
    return [quantity], after
