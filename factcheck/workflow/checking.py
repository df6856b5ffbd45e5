"""Checking a document in one step: find its claims, hold them against what is on file, keep all of it."""

from __future__ import annotations

from collections.abc import Sequence
from typing import TYPE_CHECKING

from factcheck.detection.values import Claim
from factcheck.matching.values import Match
from factcheck.settings import Settings
from factcheck.store.reader import is_url
from factcheck.text.document import Document
from factcheck.vocabulary import Relation
from factcheck.workflow.results import IntakeResult

if TYPE_CHECKING:
    from factcheck.workflow.desk import Desk

__all__ = ["check_document"]

MOST_MATCHES = 5


def check_document(desk: Desk, document: Document, suggest: float | None) -> IntakeResult:
    """Find, match and keep; earlier claims below `suggest`, and those about something else, are left out.

    Content that is on file already is not read again.
    """
    if desk.holds(document):
        return desk.intake(document, ())
    from factcheck.detection.analysis import Analysis
    from factcheck.matching.matcher import Matcher

    least = Settings().suggest if suggest is None else suggest
    matcher = Matcher(desk.archive()) if is_url(desk.database) else Matcher.open(desk.database)

    def find_matches(claim: Claim) -> Sequence[Match]:
        found = matcher.search(claim.wording or claim.text, limit=MOST_MATCHES, date=document.date)
        return [match for match in found if match.relation is not Relation.UNRELATED and match.score >= least]

    return desk.intake(document, Analysis(document, desk.known_names()).standalone_claims, find_matches=find_matches)
