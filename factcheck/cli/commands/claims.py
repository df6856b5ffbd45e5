"""List the claims on file, or show one with all that belongs to it."""

from __future__ import annotations

from typing import TYPE_CHECKING

import typer

from factcheck.cli.console import chosen, print_json, print_lines, print_table
from factcheck.vocabulary import Kind, Relation, State

if TYPE_CHECKING:
    from factcheck.workflow.values import ClaimOnFile


def command(
    ctx: typer.Context,
    which: list[str] | None = typer.Argument(None, metavar="[show] [ID]", help="A claim to show, such as C17."),
    document: str | None = typer.Option(None, "--doc", metavar="ID|SLUG", help="Only of this document."),
    state: str | None = typer.Option(None, "--state", help="Only in this state: new, assigned, checking ..."),
    kind: str | None = typer.Option(None, "--kind", help="Only of this kind: quantity, event ..."),
    assignee: str | None = typer.Option(None, "--assignee", metavar="NAME", help="Only with this person."),
    relation: str | None = typer.Option(None, "--on-file", help="Only with such an earlier claim: conflict, same ..."),
    text: str | None = typer.Option(None, "--text", metavar="WORDS", help="Only those that hold these words."),
    open_only: bool = typer.Option(False, "--open", help="Only those that are not closed."),
    everything: bool = typer.Option(False, "--all", help="Also what was judged not checkable."),
    as_json: bool = typer.Option(False, "--json", help="Print JSON."),
) -> None:
    """List the claims on file, or show one.

    Example: factcheck claims --doc green-zone --open    ·    factcheck claims show C17
    """
    from factcheck.cli.desk import open_desk

    words = [word for word in which or [] if word != "show"]
    with open_desk(ctx.obj) as desk:
        if words:
            shown = [desk.claim(word, blind=True) for word in words]
            if as_json:
                print_json(shown if len(shown) > 1 else shown[0])
                return
            for claim in shown:
                print_lines(claim_lines(claim))
            return
        found = desk.claims(
            document=document,
            state=State(chosen(state, [s.value for s in State], "state")) if state else None,
            kind=Kind(chosen(kind, [k.value for k in Kind], "kind")) if kind else None,
            assignee=assignee,
            checkable=None if everything else True,
            relation=Relation(chosen(relation, [r.value for r in Relation], "relation")) if relation else None,
            open_only=open_only,
            text=text,
        )
    if as_json:
        print_json(found)
    else:
        show_list(found)


def show_list(claims: list[ClaimOnFile] | tuple[ClaimOnFile, ...]) -> None:
    """Print the table of claims."""
    from factcheck.detection.wording import quantity_words

    if not claims:
        print_lines(["No such claim on file."])
        return
    rows = []
    for claim in claims:
        place = claim.place
        numbers = "; ".join(quantity_words(q) for q in place.quantities) if place else ""
        where = f"{place.document} ¶{place.paragraph or '–'}" if place else "–"
        rows.append(
            [claim.id, where, claim.text, claim.kind, numbers, on_file(claim), claim.state, claim.assignee or ""]
        )
    print_table(["", "place", "claim", "kind", "numbers", "on file", "state", "with"], rows, widest="claim")
    print_lines(["", f"{len(claims)} claims"])


def on_file(claim: ClaimOnFile) -> str:
    """Name the most telling earlier claims, two at the most; those merely related only where there is nothing else."""
    told = []
    for relation in (Relation.CONFLICT, Relation.SAME, Relation.UPDATED, Relation.NARROWER, Relation.BROADER):
        for match in claim.matches:
            if match.relation is relation and match.decision != "rejected":
                told.append(f"{relation} {match.earlier}" + (f" ({match.verdict})" if match.is_refuted else ""))
    related = [f"related {match.earlier}" for match in claim.matches if match.relation is Relation.RELATED]
    return ", ".join(told[:2] or related[:1])


def claim_lines(claim: ClaimOnFile) -> list[str]:
    """Write one claim with all that belongs to it."""
    from factcheck.cli.console import mapping_lines
    from factcheck.detection.wording import quantity_words

    place = claim.place
    lines = [f"{claim.id}  {claim.text}", ""]
    lines += mapping_lines(
        {
            "state": claim.state,
            "kind": claim.kind,
            "not checkable": "; ".join(claim.reasons) if not claim.checkable else "",
            "place": f"{place.document} {place.slug}, paragraph {place.paragraph}, sentence {place.sentence}"
            if place
            else "",
            "numbers": "; ".join(quantity_words(q) for q in place.quantities) if place else "",
            "who says so": claim.claimant,
            "leans on": place.context if place else "",
            "worth checking": f"{claim.check_worthiness:.2f}"
            + (
                f" ({', '.join(f'{name} {weight:+.2f}' for name, weight in place.parts[:5])})"
                if place and place.parts
                else ""
            ),
            "with": claim.assignee,
            "due": claim.due,
            "rating": claim.rating,
            "flags": ", ".join(claim.flags),
        }
    )
    for match in claim.matches:
        rated = f", rated {match.verdict}" if match.verdict else ""
        said = f", {match.decision} by {match.decided_by}" if match.decision else ""
        lines += [
            "",
            f"{match.id} {match.relation} {match.earlier}: {match.text} ({match.date or 'no date'}{rated}{said})",
        ]
        lines += [f"     {reason}" for reason in (*match.reasons[:3], f"rule: {match.rule}")]
    for item in claim.evidence:
        source = "protected source" if item.protected else item.source or ""
        lines += [
            "",
            f"{item.id} {item.stance}, {item.tier} {item.kind}: {source}" + (" (withdrawn)" if item.withdrawn else ""),
        ]
        lines += [
            f"     {part}"
            for part in (item.quotation, item.locator, item.url, item.note)
            if part and not item.protected
        ]
    for verdict in claim.verdicts:
        lines += [
            "",
            f"{verdict.id} {verdict.label or 'withheld until you have rated'} by {verdict.by} ({verdict.role}):"
            f" {verdict.rationale or 'no reason given'}",
        ]
    lines += ["", *(f"note {note.by}: {note.text}" for note in claim.notes)] if claim.notes else []
    lines += (
        ["", *(f"{event.at:%Y-%m-%d %H:%M} {event.actor} {event.act}" for event in claim.events)]
        if claim.events
        else []
    )
    return [*lines, ""]
