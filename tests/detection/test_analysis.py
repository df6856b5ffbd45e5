from __future__ import annotations

import datetime

from factcheck.detection.analysis import Analysis
from factcheck.text.document import Document

TEXT = "“We lost 40\u00a0beds,” said Ana Bell.\r\n\r\nThe trust denied that two\u00ad wards closed on Friday."


def test_everything_points_into_the_source() -> None:
    """Quantities, quotations, reported speech, names and claims all give spans of the text as it was decoded."""
    analysis = Analysis(Document.from_text(TEXT, dateline=datetime.date(2021, 11, 7)))
    results = (
        *analysis.quantities,
        *analysis.quotes,
        *analysis.reported,
        *analysis.names,
        *analysis.claims,
        *analysis.coverage,
    )
    assert analysis.claims
    assert all(TEXT[item.start : item.end] == item.text for item in results)


def test_cues_point_into_the_source() -> None:
    """The span of an attribution is that of the source too."""
    analysis = Analysis(Document.from_text(TEXT))
    claim = analysis.claims[0]
    assert claim.attribution is not None
    assert "said" in TEXT[slice(*claim.attribution)]


def test_results_are_computed_once() -> None:
    """Asking twice gives the very same objects."""
    analysis = Analysis(Document.from_text(TEXT))
    assert analysis.claims is analysis.claims
    assert analysis.quantities is analysis.quantities


def test_claims_in_a_span() -> None:
    """The claims of a paragraph can be asked for by its span."""
    analysis = Analysis(Document.from_text("Oslo is in Norway. Lima is in Peru."))
    assert [claim.text for claim in analysis.claims_in(19, 40)] == ["Lima is in Peru"]


def test_relative_dates_count_from_the_dateline() -> None:
    """The document's own day resolves "on Friday" in a claim's quantities."""
    analysis = Analysis(Document.from_text("The road was closed on Friday.", dateline=datetime.date(2021, 11, 7)))
    assert [quantity.value for quantity in analysis.claims[0].quantities] == ["2021-11-05"]
