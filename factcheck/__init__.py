"""Find, understand, match and carry every checkable claim of a draft.

The names below are the whole public interface. Each is loaded on first use, so that `import factcheck` costs nothing and
only `Desk` and `Matcher.open` bring in the database.
"""

from __future__ import annotations

import importlib
from typing import TYPE_CHECKING, Any

if TYPE_CHECKING:
    from factcheck.detection.checkworthiness import score_checkworthiness
    from factcheck.detection.claims import find_claims
    from factcheck.detection.consistency import check_consistency
    from factcheck.detection.coverage import coverage
    from factcheck.detection.names import find_names
    from factcheck.detection.quantities import find_quantities
    from factcheck.detection.quotes import find_quotes
    from factcheck.detection.values import Claim, Finding, Name, Quantity, Quote, Score
    from factcheck.errors import FactcheckError
    from factcheck.matching.compare import compare
    from factcheck.matching.matcher import Matcher
    from factcheck.matching.values import Comparison, Match
    from factcheck.text.document import Document
    from factcheck.text.readers import read_document
    from factcheck.vocabulary import Kind, Relation, State, explain
    from factcheck.workflow.desk import Desk

__version__ = "0.1.0"

_HOMES = {
    "Claim": "factcheck.detection.values",
    "Comparison": "factcheck.matching.values",
    "Desk": "factcheck.workflow.desk",
    "Document": "factcheck.text.document",
    "FactcheckError": "factcheck.errors",
    "Finding": "factcheck.detection.values",
    "Kind": "factcheck.vocabulary",
    "Match": "factcheck.matching.values",
    "Matcher": "factcheck.matching.matcher",
    "Name": "factcheck.detection.values",
    "Quantity": "factcheck.detection.values",
    "Quote": "factcheck.detection.values",
    "Relation": "factcheck.vocabulary",
    "Score": "factcheck.detection.values",
    "State": "factcheck.vocabulary",
    "check_consistency": "factcheck.detection.consistency",
    "compare": "factcheck.matching.compare",
    "coverage": "factcheck.detection.coverage",
    "explain": "factcheck.vocabulary",
    "find_claims": "factcheck.detection.claims",
    "find_names": "factcheck.detection.names",
    "find_quantities": "factcheck.detection.quantities",
    "find_quotes": "factcheck.detection.quotes",
    "read_document": "factcheck.text.readers",
    "score_checkworthiness": "factcheck.detection.checkworthiness",
}

__all__ = [  # noqa: RUF022  # values first, then verbs in the order of the flow
    "Claim", "Comparison", "Desk", "Document", "FactcheckError", "Finding", "Kind", "Match", "Matcher", "Name", "Quantity",
    "Quote", "Relation", "Score", "State",
    "read_document", "find_quantities", "find_quotes", "find_names", "find_claims", "score_checkworthiness",
    "check_consistency", "coverage", "compare", "explain", "__version__",
]  # fmt: skip


def __getattr__(name: str) -> Any:
    """Load a public name from its home on first use."""
    home = _HOMES.get(name)
    if home is None:
        raise AttributeError(f"module 'factcheck' has no attribute {name!r}")
    value = getattr(importlib.import_module(home), name)
    globals()[name] = value
    return value


def __dir__() -> list[str]:
    """List the public names."""
    return sorted(__all__)
