"""Learn the two thresholds of matching from the desk's own decisions."""

from __future__ import annotations

import typer

from factcheck.cli.console import print_json, print_lines, print_table


def command(
    ctx: typer.Context,
    as_json: bool = typer.Option(False, "--json", help="Print JSON."),
) -> None:
    """Learn from which score on a match should be suggested, and from which it may be confirmed.

    Counts the matches that the desk accepted and rejected: for each threshold, precision and recall with their 95% intervals.
    Exit status 1, and how many decisions are missing, where there are too few.

    Example: factcheck calibrate
    """
    from factcheck.cli.desk import open_desk
    from factcheck.matching.calibration import ASKED, calibrate

    with open_desk(ctx.obj) as desk:
        decided = [match for claim in desk.claims() for match in claim.matches if match.decision is not None]
    found = calibrate((match.score, match.decision == "accepted") for match in decided)
    if as_json:
        print_json(found)
        return
    rows = [
        [
            f"{row.threshold:.2f}", row.accepted, row.rejected,
            "–" if row.precision is None else f"{row.precision:.2f} ({row.precision_low:.2f}–{row.precision_high:.2f})",
            f"{row.recall:.2f} ({row.recall_low:.2f}–{row.recall_high:.2f})",
            " ".join(
                name for name, value in (("suggest", found.suggest), ("confirm", found.confirm)) if value == row.threshold
            ),
        ]
        for row in found.thresholds
    ]  # fmt: skip
    print_table(["from", "accepted", "rejected", "precision (95%)", "recall (95%)", ""], rows)
    confirm = (
        f"confirm  {found.confirm:.2f}  (precision at least {ASKED} by its lower end)"
        if found.confirm is not None
        else f"confirm  none: no threshold is sure of a precision of {ASKED}; decide each match"
    )
    print_lines(
        [
            "",
            f"from {found.accepted} accepted and {found.rejected} rejected matches:",
            f"suggest  {found.suggest:.2f}  (recall at least {ASKED} by its lower end)",
            confirm,
            "Recall counts among the matches that were suggested; what was never suggested nobody could accept.",
        ]
    )
