from __future__ import annotations

import pytest

from factcheck.detection.claims import find_claims
from factcheck.text.document import Document


@pytest.mark.parametrize(
    ("text", "checkable"),
    [
        ("The ministry will lend the firm £600 million.", True),
        ("The firm will lose £600 million.", False),
        ("The ministry will not lend the firm £600 million.", False),
        ("We will lend the firm £600 million.", False),
        ("Parking charges will go up by 5% in May.", True),
        ("Prices will go up by 5% in May.", False),
        ("The staff will be paid on 31 May.", True),
        ("The coast will be flooded by 31 May.", False),
        ("The exhibition will close on 31 May.", True),
        ("The retailer said it would shut 18 shops.", True),
        ("The retailer said profit would fall by 18%.", False),
        ("The leak could have been prevented by a valve.", True),
        ("The leak could have lasted for a year.", False),
        ("Under the charter either side may call a vote.", True),
        ("Either side may call a vote.", False),
        ("Frost is likely in the north.", False),
        ("The train is likely to derail.", False),
    ],
)
def test_decided_or_guessed(text: str, checkable: bool) -> None:
    """What is decided, set for a day, allowed by a rule or past can be checked; what will or may come cannot."""
    assert [claim.checkable for claim in find_claims(Document.from_text(text))] == [checkable]


def test_a_hedged_finding_can_be_checked() -> None:
    """A study that finds what "may" raise a risk is held to what it found."""
    claims = find_claims(Document.from_text("Shift work may cause heart disease, according to a study."))
    assert claims[0].checkable
