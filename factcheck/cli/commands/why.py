"""Explain how two claims stand to each other."""

from __future__ import annotations

import re
from collections.abc import Iterable
from typing import TYPE_CHECKING

import typer

from factcheck.cli.console import print_json, print_lines, print_table

if TYPE_CHECKING:
    from factcheck.matching.explain import MarkedWord


def command(
    ctx: typer.Context,
    a: str = typer.Argument(..., metavar="A", help="A claim in words, or an id such as C17 or K3."),
    b: str = typer.Argument(..., metavar="B", help="Another."),
    a_date: str | None = typer.Option(None, "--a-date", metavar="YYYY-MM-DD", help="The day A was printed."),
    b_date: str | None = typer.Option(None, "--b-date", metavar="YYYY-MM-DD", help="The day B was printed."),
    as_json: bool = typer.Option(False, "--json", help="Print JSON."),
) -> None:
    """Explain how two claims stand to each other: both aligned, the parts of the score, and the rule.

    Example: factcheck why "73 of 329 seats went to Sadr" "Sadr took 75 of 329 seats"
    """
    from factcheck.cli.days import day
    from factcheck.cli.desk import words_of
    from factcheck.matching.explain import explain_pair

    first, first_day = words_of(ctx.obj, a)
    second, second_day = words_of(ctx.obj, b)
    explained = explain_pair(
        first, second, a_date=day(a_date, "--a-date") or first_day, b_date=day(b_date, "--b-date") or second_day
    )
    if as_json:
        print_json(explained)
        return
    comparison = explained.comparison
    print_lines(
        [
            f"A  {marked(explained.a)}",
            f"B  {marked(explained.b)}",
            "   [differs]  {only on this side}",
            "",
            f"A is {comparison.relation} to B"
            if comparison.relation not in ("same", "conflict")
            else f"A and B: {comparison.relation}",
            f"decided by: {comparison.decided_by}",
            *([f"  {explained.fact}"] if explained.fact else []),
            *(f"  {reason}" for reason in comparison.reasons),
            *(f"  missing: {missing}" for missing in comparison.missing),
            "",
        ]
    )
    print_table(["feature", "score", "why"], [[n, f"{s:.2f}", r] for n, s, r in comparison.features], widest="why")


def marked(words: Iterable[MarkedWord]) -> str:
    """Write a claim's words with the differences in brackets, runs of words with one mark together."""
    pieces: list[str] = []
    last = ""
    for word in words:
        opening, closing = {"differs": ("[", "]"), "only": ("{", "}")}.get(word.mark, ("", ""))
        if opening and word.mark == last:
            pieces[-1] = f"{pieces[-1][:-1]} {word.text}{closing}"
        else:
            pieces.append(f"{opening}{word.text}{closing}")
        last = word.mark
    return re.sub(r" (?=['’]\w|n['’]t\b|[.,;:!?)”])|(?<=[(“]) ", "", " ".join(pieces))
