"""Render a report value as Markdown."""

from __future__ import annotations

import re
from functools import lru_cache
from pathlib import Path

from jinja2 import Environment, FileSystemLoader, StrictUndefined

from factcheck.reporting.markdown import escape, link, one_line
from factcheck.reporting.report import (
    ArticlePart,
    DocumentReport,
    ReportClaim,
    ReportEvidence,
    ReportMatch,
    ReportVerdict,
)
from factcheck.vocabulary import Relation

__all__ = ["render_markdown"]

HEADING_LENGTH = 72


def render_markdown(report: DocumentReport) -> str:
    """Write the report of a document as Markdown.

    Every word of an article, an archive or a person is escaped; the result ends with one newline and holds no run of
    empty lines, so that the same report gives the same bytes whatever the template's spacing.
    """
    text = environment().get_template("report.md.j2").render(report=report, summary=summary_line(report))
    return re.sub(r"\n{3,}", "\n\n", text).strip() + "\n"


@lru_cache(maxsize=1)
def environment() -> Environment:
    """Make the template environment once. Autoescaping is off because Markdown is escaped by `md`, not as HTML."""
    made = Environment(
        loader=FileSystemLoader(Path(__file__).parent / "templates"),
        undefined=StrictUndefined,
        trim_blocks=True,
        lstrip_blocks=True,
        autoescape=False,  # Markdown: see `escape`
    )
    made.filters.update(
        md=lambda value: escape(str(value)),
        in_sentence=in_sentence,
        shortened=shortened,
        on_file=on_file,
        place=place_line,
        short_place=short_place,
        parts=parts_line,
        match_line=match_line,
        evidence_line=evidence_line,
        verdict_line=verdict_line,
        article_block=article_block,
    )
    return made


def plural(number: int, one: str, many: str | None = None) -> str:
    """Write a number with its noun.

    >>> plural(1, "claim"), plural(3, "claim"), plural(2, "name spelt in several ways", "names spelt in several ways")
    ('1 claim', '3 claims', '2 names spelt in several ways')
    """
    return f"{number} {one if number == 1 else many or one + 's'}"


def summary_line(report: DocumentReport) -> str:
    """Say in one line how many claims there are, how many conflict, how many are open."""
    conflicts = sum(bool(claim.conflicts) for claim in report.checkable)
    repeats = sum(bool(claim.repeats) for claim in report.checkable)
    errors = sum(bool(claim.repeated_errors) for claim in report.checkable)
    flagged = sum(bool(claim.flags) for claim in report.claims)
    said = [
        plural(len(report.checkable), "claim"),
        plural(conflicts, "conflicts with what is on file", "conflict with what is on file"),
        *([plural(errors, "repeats what was rated false", "repeat what was rated false")] if errors else []),
        f"{repeats} on file and the same",
        f"{len(report.open_claims)} to check",
        plural(len(report.not_checkable), "statement") + " judged not checkable",
    ]
    if flagged:
        said.append(f"{flagged} flagged")
    if report.coverage_share is not None:
        loose = f" ({plural(len(report.unaccounted), 'thing')} unaccounted)" if report.unaccounted else ""
        said.append(f"coverage {report.coverage_share:.0%}{loose}")
    return " · ".join(said)


def middle(text: str) -> str:
    """Escape words that stand inside a line, keeping the space at their ends."""
    inside = escape(text)
    if not inside:
        return " " if text else ""
    return (" " if text[0].isspace() else "") + inside + (" " if text[-1].isspace() else "")


def in_sentence(claim: ReportClaim) -> str:
    """Write a claim's sentence with its own words in bold; between arrows where Markdown could not open or close the bold."""
    before, text, after = claim.before, one_line(claim.text), claim.after
    opens = text[:1].isalnum() or not before[-1:].isalnum()
    closes = text[-1:].isalnum() or not after[:1].isalnum()
    marked = f"**{escape(text)}**" if text and opens and closes else f"▸{escape(text)}◂"
    return f"{middle(before)}{marked}{middle(after)}"


def shortened(text: str) -> str:
    """Cut words to the length of a heading, at a word's end."""
    flat = one_line(text)
    if len(flat) <= HEADING_LENGTH:
        return flat
    return flat[:HEADING_LENGTH].rsplit(" ", 1)[0].rstrip(",;:–-") + " …"


def on_file(claim: ReportClaim) -> str:
    """Say in a table cell what is on file about a claim: the most telling first, three at the most."""
    told = [f"⚠ conflict {match.id}" for match in claim.conflicts]
    told += [f"✗ repeats {match.id}, rated {match.verdict}" for match in claim.repeated_errors]
    told += [f"✓ same {match.id}" for match in claim.repeats]
    for match in claim.matches:
        if match.relation == Relation.CONFLICT and match.is_refuted:
            told.append(f"against {match.id}, rated {match.verdict}")
        elif match.relation == Relation.SAME and not match.verdict:
            told.append(f"also {match.id}, not checked yet")
        elif match.relation == Relation.UPDATED:
            told.append(f"↻ updated {match.id}")
        elif match.relation in (Relation.NARROWER, Relation.BROADER):
            told.append(f"{match.relation} {match.id}")
    if not told and claim.matches:
        told.append(f"related {claim.matches[0].id}")
    return " · ".join(escape(one) for one in told[:3]) or "–"


def place_line(claim: ReportClaim) -> str:
    """Say where a claim stands, as a reader would look for it."""
    if claim.paragraph is None:
        return escape(claim.where.capitalize())
    return f"Paragraph {claim.paragraph}, sentence {claim.sentence}"


def short_place(claim: ReportClaim) -> str:
    """Say in a table cell where a claim stands."""
    return f"¶{claim.paragraph}" if claim.paragraph is not None else escape(claim.where)


def parts_line(parts: tuple[tuple[str, float], ...]) -> str:
    """Name the heaviest parts of a check-worthiness, the rest summed up."""
    shown = [f"{name} {weight:+.2f}" for name, weight in parts[:4]]
    rest = sum(weight for _, weight in parts[4:])
    return ", ".join([*shown, f"other {rest:+.2f}"] if parts[4:] else shown)


def match_line(match: ReportMatch) -> str:
    """Write one earlier claim: what it says, what came of it, and the rule that decided."""
    facts = [match.verdict and f"rated {match.verdict}", match.date and f"{match.date:%-d %B %Y}", match.publisher]
    told = ", ".join(escape(str(fact)) for fact in facts if fact)
    source = f" · {link(match.url)}" if match.url else ""
    decision = f" · the desk: {escape(match.decision)}" if match.decision else ""
    sign = "⚠ " if match.relation == Relation.CONFLICT and not match.is_refuted else ""
    sign = "✗ " if match.relation == Relation.SAME and match.is_refuted else sign
    why = "; ".join(escape(reason) for reason in match.reasons[:3])
    return (
        f"{sign}**{escape(match.relation)}** · {escape(match.id)}: “{escape(match.text)}”"
        + (f" ({told})" if told else "")
        + f". *Decided by:* {escape(match.decided_by)}{': ' + why if why else ''} · likeness {match.score:.2f}{source}{decision}"
    )


def evidence_line(item: ReportEvidence) -> str:
    """Write one piece of evidence with quotation, locator, link, day and hash."""
    told = [f"**{escape(item.stance)}** · {escape(item.tier)} {escape(item.kind)} · {escape(item.source)}"]
    if item.origin and item.origin != item.source:
        told.append(f"origin {escape(item.origin)}")
    if item.quotation:
        told.append(f"“{escape(item.quotation)}”")
    if item.locator:
        told.append(escape(item.locator))
    if item.url:
        told.append(link(item.url))
    if item.obtained:
        told.append(f"obtained {item.obtained:%-d %B %Y}")
    if item.sha256:
        told.append(f"archived, SHA-256 `{item.sha256[:16]}…`")
    if item.note:
        told.append(escape(item.note))
    return " · ".join(told)


def verdict_line(verdict: ReportVerdict) -> str:
    """Write one rating: label and meaning, who gave it in which role, when, and why."""
    meaning = f" ({escape(verdict.meaning)})" if verdict.meaning else ""
    when = f", {verdict.at:%-d %B %Y}" if verdict.at else ""
    as_of = f", as of {verdict.as_of:%-d %B %Y}" if verdict.as_of else ""
    why = f": {escape(verdict.rationale)}" if verdict.rationale else ""
    who = f"{escape(verdict.role)} {escape(verdict.by)}"
    return f"**{escape(verdict.label)}**{meaning}, scale {escape(verdict.scale)}, {who}{when}{as_of}{why}"


def article_block(part: ArticlePart) -> str:
    """Write one block of the article with the numbers of the claims behind their words."""
    words = "".join(
        middle(text) + "".join(f" **\\[{escape(claim)}\\]**" for claim in claims) for text, claims in part.pieces
    ).strip()
    if part.kind in ("title", "heading"):
        marks = "".join(f" \\[{escape(claim)}\\]" for _, claims in part.pieces for claim in claims)
        return f"**{escape(''.join(text for text, _ in part.pieces))}**{marks}"
    if part.kind == "list_item":
        return f"- {words}"
    if part.kind == "caption":
        return f"*Caption:* {words}"
    return words
