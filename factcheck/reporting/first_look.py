"""What a checker should look at first: contradictions with the archive, broken arithmetic, names in two spellings."""

from __future__ import annotations

from collections.abc import Iterator, Sequence

from factcheck.reporting.markdown import escape
from factcheck.reporting.report import ReportClaim
from factcheck.vocabulary import Relation

__all__ = ["first_look"]


def first_look(
    claims: Sequence[ReportClaim],
    findings: Sequence[tuple[str, str, bool, str]],
    spellings: Sequence[tuple[str, str]],
) -> Iterator[str]:
    """Write the list as Markdown items: conflicts, repeats of what was rated false, updates, sums that fail, spellings."""
    for claim in claims:
        for match in claim.conflicts:
            rating = f", rated {escape(match.verdict)}" if match.verdict else ""
            when = f" on {match.date:%-d %B %Y}" if match.date else ""
            yield (
                f"⚠ **{claim.id} conflicts with {escape(match.id)}.** “{escape(claim.text)}” against “{escape(match.text)}”,"
                f" checked{when}{rating}. *Decided by:* {escape(match.decided_by)}: {escape('; '.join(match.reasons[:2]))}."
            )
    for claim in claims:
        for match in claim.repeated_errors:
            yield (
                f"✗ **{claim.id} repeats {escape(match.id)}, which was rated {escape(match.verdict or 'false')}.**"
                f" “{escape(claim.text)}”"
            )
    for claim in claims:
        for match in claim.matches:
            if match.relation == Relation.UPDATED and not match.is_refuted:
                yield (
                    f"↻ **{claim.id} may update {escape(match.id)}.** “{escape(claim.text)}” against “{escape(match.text)}”:"
                    f" {escape('; '.join(match.reasons[:2]))}."
                )
    for rule, equation, agrees, words in findings:
        if not agrees:
            yield f"⚠ **The text's own numbers disagree** ({escape(rule)}): {escape(equation)}. In the text: {escape(words)}"
    for canonical, others in spellings:
        yield f"✎ **A name in several spellings:** {escape(canonical)}; also {escape(others)}."
