"""Show the quality figures, and pin them as floors: `python tests/quality/pin.py [--update] [--misses] [--by-document]`.

`floors.toml` holds the digest of the corpus and, for each measure, the share that must not be lost. `--update` raises
floors to the present figures and pins a changed corpus; it lowers none without `--allow-regression`.
"""

from __future__ import annotations

import argparse
import sys
import tomllib
from fractions import Fraction
from pathlib import Path

from scoring import Tally, digest_corpus, score_corpus

FLOORS = Path(__file__).parent / "floors.toml"
HEAD = """# The share of each measure that the finders must keep, as right/of; written by `python tests/quality/pin.py --update`.
# The digest is of the texts and annotations: a changed corpus must be pinned again.
"""


def load_floors(path: Path = FLOORS) -> tuple[str, dict[str, Fraction]]:
    """Read the pinned digest and floors; nothing is pinned where there is no file."""
    if not path.exists():
        return "", {}
    pinned = tomllib.loads(path.read_text(encoding="utf-8"))
    return pinned["digest"], {measure: Fraction(share) for measure, share in pinned["floors"].items()}


def render_floors(digest: str, tally: Tally) -> str:
    """Write the floors file for these figures."""
    lines = [f'"{measure}" = "{tally.right[measure]}/{of}"' for measure, of in sorted(tally.of.items())]
    return f'{HEAD}digest = "{digest}"\n\n[floors]\n' + "\n".join(lines) + "\n"


def update_floors(digest: str, tally: Tally, *, allow_regression: bool, path: Path = FLOORS) -> list[str]:
    """Pin the present figures unless one is below its floor; give the measures that fell."""
    _, floors = load_floors(path)
    shares = tally.shares()
    fallen = sorted(measure for measure, floor in floors.items() if shares.get(measure, Fraction(0)) < floor)
    if not fallen or allow_regression:
        path.write_text(render_floors(digest, tally), encoding="utf-8", newline="\n")
    return fallen


def table(tallies: dict[str, Tally], floors: dict[str, Fraction]) -> str:
    """Draw the figures, one measure a line, with the floor and the share of each document."""
    total = Tally()
    for tally in tallies.values():
        total.add(tally)
    width = max(map(len, total.of))
    heads = "".join(f" {slug[:9]:>9}" for slug in tallies) if len(tallies) > 1 else ""
    lines = [f"{'':{width}} {'right/of':>11} {'share':>6} {'floor':>6}{heads}"]
    for measure, of in sorted(total.of.items()):
        share, floor = Fraction(total.right[measure], of), floors.get(measure)
        row = f"{measure:{width}} {f'{total.right[measure]}/{of}':>11} {float(share):6.3f} "
        row += f"{float(floor):6.3f}" if floor is not None else f"{'-':>6}"
        for tally in tallies.values() if heads else ():
            part = tally.shares().get(measure)
            row += f" {'-' if part is None else format(float(part), '.3f'):>9}"
        lines.append(row)
    return "\n".join(lines)


def main() -> int:
    """Print the figures; with `--update` pin them."""
    parser = argparse.ArgumentParser(description=__doc__.split("\n", 1)[0])
    parser.add_argument("--update", action="store_true", help="raise the floors to the present figures")
    parser.add_argument("--allow-regression", action="store_true", help="let --update lower a floor")
    parser.add_argument("--by-document", action="store_true", help="a column for each document")
    parser.add_argument("--misses", action="store_true", help="list what was missed or wrong")
    options = parser.parse_args()
    tallies = score_corpus()
    total = Tally()
    for slug, tally in tallies.items():
        total.add(tally)
        for measure, wanted, got in tally.faults if options.misses else ():
            if wanted or got:
                sys.stdout.write(f"{measure} | {slug} | {wanted} | got {got or 'nothing'}\n")
    sys.stdout.write(table(tallies if options.by_document else {"all": total}, load_floors()[1]) + "\n")
    if not options.update:
        return 0
    fallen = update_floors(digest_corpus(), total, allow_regression=options.allow_regression)
    if fallen and not options.allow_regression:
        sys.stderr.write(f"floors not changed: these fell: {', '.join(fallen)}; pin them with --allow-regression\n")
        return 1
    return 0


if __name__ == "__main__":
    sys.exit(main())
