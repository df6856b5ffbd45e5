"""Claims: every statement of a document that can be true or false by itself, at its exact place."""

from __future__ import annotations

from factcheck.detection.analysis import Analysis
from factcheck.detection.values import Claim
from factcheck.text.document import Document

__all__ = ["find_claims"]


def find_claims(document: Document) -> list[Claim]:
    """Find the claims of a document in reading order; what is not checkable is listed with its reason.

    Spans are code-point offsets into `document.text`. A program that wants more than the claims (quantities,
    quotations, names) should make one `Analysis` instead, which reads the text once for all of them.

    >>> from factcheck.text.document import Document
    >>> document = Document.from_text("Gusts may reach 75 mph. The clinic lost 40 beds, and two wards closed in May.")
    >>> [(claim.text, claim.checkable) for claim in find_claims(document)]
    [('Gusts may reach 75 mph', False), ('The clinic lost 40 beds', True), ('two wards closed in May', True)]
    """
    return list(Analysis(document).claims)
