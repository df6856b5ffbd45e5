"""Records: what is written as JSON comes back exactly."""

import json
from fractions import Fraction

from hypothesis import given
from hypothesis import strategies as st

from factcheck.detection.values import Quantity
from factcheck.vocabulary import Hedge, QuantityKind
from factcheck.workflow.records import quantity_from, quantity_record

NUMBERS = st.none() | st.fractions() | st.sampled_from(["2021", "2021-05", "2021-10-10"])


@given(
    value=NUMBERS,
    low=NUMBERS,
    high=NUMBERS,
    part=st.none() | st.fractions(),
    alternatives=st.lists(st.fractions() | st.just("2021-05"), max_size=3),
    kind=st.sampled_from(QuantityKind),
    hedge=st.sampled_from(Hedge),
    text=st.text(max_size=10),
)
def test_a_quantity_comes_back_exactly(value, low, high, part, alternatives, kind, hedge, text) -> None:
    """No number loses anything on its way through JSON, and a year stays a date."""
    quantity = Quantity(
        3, 3 + len(text), text, kind, value, low, high, hedge, part, Fraction(7), "seat", ("note",), tuple(alternatives)
    )
    assert quantity_from(json.loads(json.dumps(quantity_record(quantity)))) == quantity
