"""Show the figures of the labelled pairs, and pin them: `python tests/quality/pairs/figures.py [--update] [--misses]`.

`floors.toml` holds the digest of `pairs.jsonl`, the shares that must not be lost, and the numbers of costly errors that
must not be passed. `--update` tightens them to the present figures; it loosens none without `--allow-regression`.
"""

from __future__ import annotations

import argparse
import datetime
import hashlib
import json
import sys
import tomllib
from collections import Counter
from collections.abc import Callable, Iterable
from dataclasses import dataclass, field
from fractions import Fraction
from pathlib import Path

import factcheck

PAIRS = Path(__file__).parent / "pairs.jsonl"
FLOORS = Path(__file__).parent / "floors.toml"
HEAD = """# What comparing the labelled pairs must hold; written by `python tests/quality/pairs/figures.py --update`.
# The digest is of pairs.jsonl: changed pairs must be pinned again.
"""
# What a desk pays for most: a contradiction passed as a repeat, and an alarm for nothing.
MISSED, ALARMS = "conflicts called same", "false alarms of conflict"
EMPTY = "statements without content called same or conflict"

Pair = dict[str, str | None]


@dataclass
class Figures:
    """Hold the shares that were right (right, of), the counts of costly errors, and the pairs that went wrong."""

    right: Counter[str] = field(default_factory=Counter)
    of: Counter[str] = field(default_factory=Counter)
    errors: dict[str, int] = field(default_factory=lambda: {MISSED: 0, ALARMS: 0, EMPTY: 0})
    misses: list[tuple[Pair, str, str]] = field(default_factory=list)

    def count(self, measure: str, right: bool) -> None:
        """Add one pair to a measure."""
        self.of[measure] += 1
        self.right[measure] += right

    def shares(self) -> dict[str, Fraction]:
        """Give each measure as the share that was right."""
        return {measure: Fraction(self.right[measure], of) for measure, of in self.of.items()}


def load_pairs(path: Path = PAIRS) -> list[Pair]:
    """Read the labelled pairs."""
    return [json.loads(line) for line in path.read_text(encoding="utf-8").splitlines()]


def digest_pairs(path: Path = PAIRS) -> str:
    """Give the digest that pins the pairs."""
    return hashlib.sha256(path.read_bytes()).hexdigest()


def read_relation(pair: Pair) -> tuple[str, str]:
    """Compare a pair through the public interface; give the relation and the rule that decided."""
    days = {name: datetime.date.fromisoformat(day) for name in ("a_date", "b_date") if (day := pair[name])}
    found = factcheck.compare(pair["a"] or "", pair["b"] or "", **days)
    return found.relation.value, found.decided_by


def score_pairs(pairs: Iterable[Pair], read: Callable[[Pair], tuple[str, str]] = read_relation) -> Figures:
    """Hold the relations found against the labels."""
    figures = Figures()
    for pair in pairs:
        want = pair["relation"]
        got, rule = read(pair)
        figures.count("accuracy", got == want)
        figures.count(f"recall of {want}", got == want)
        figures.errors[MISSED] += want == "conflict" and got == "same"
        figures.errors[ALARMS] += want != "conflict" and got == "conflict"
        figures.errors[EMPTY] += pair["fault"] == "contentless" and got in {"same", "conflict"}
        if got != want:
            figures.misses.append((pair, got, rule))
    return figures


def load_floors(path: Path = FLOORS) -> tuple[str, dict[str, Fraction], dict[str, int]]:
    """Read the pinned digest, the least share of each measure and the most errors of each kind."""
    if not path.exists():
        return "", {}, {}
    pinned = tomllib.loads(path.read_text(encoding="utf-8"))
    shares = {measure: Fraction(share) for measure, share in pinned["at_least"].items()}
    return pinned["digest"], shares, pinned["at_most"]


def render_floors(digest: str, figures: Figures) -> str:
    """Write the floors file for these figures."""
    least = [f'"{measure}" = "{figures.right[measure]}/{of}"' for measure, of in sorted(figures.of.items())]
    most = [f'"{kind}" = {count}' for kind, count in sorted(figures.errors.items())]
    return f'{HEAD}digest = "{digest}"\n\n[at_least]\n' + "\n".join(least) + "\n\n[at_most]\n" + "\n".join(most) + "\n"


def find_regressions(figures: Figures, path: Path = FLOORS) -> list[str]:
    """Name the pinned measures and kinds of error that the figures do not hold."""
    _, least, most = load_floors(path)
    shares = figures.shares()
    fallen = [measure for measure, floor in least.items() if shares.get(measure, Fraction(0)) < floor]
    return sorted(
        fallen + [kind for kind, limit in most.items() if kind not in figures.errors or figures.errors[kind] > limit]
    )


def update_floors(digest: str, figures: Figures, *, allow_regression: bool, path: Path = FLOORS) -> list[str]:
    """Pin the figures unless one got worse; give those that got worse."""
    worse = find_regressions(figures, path)
    if not worse or allow_regression:
        path.write_text(render_floors(digest, figures), encoding="utf-8", newline="\n")
    return worse


def table(figures: Figures) -> str:
    """Draw the figures, one a line, each with its floor or limit."""
    _, least, most = load_floors()
    rows = [(kind, str(count), str(most.get(kind, "-"))) for kind, count in figures.errors.items()]
    for measure, of in sorted(figures.of.items()):
        floor = least.get(measure)
        rows.append((measure, f"{figures.right[measure]}/{of}", "-" if floor is None else f"{float(floor):.3f}"))
    width = max(len(name) for name, _, _ in rows)
    return "\n".join(f"{name:{width}} {figure:>8}  pinned {pin}" for name, figure, pin in rows)


def main() -> int:
    """Print the figures; with `--update` pin them."""
    parser = argparse.ArgumentParser(description=__doc__.split("\n", 1)[0])
    parser.add_argument("--update", action="store_true", help="tighten the floors to the present figures")
    parser.add_argument("--allow-regression", action="store_true", help="let --update loosen a floor")
    parser.add_argument("--misses", action="store_true", help="list the pairs that went wrong, by kind of fault")
    options = parser.parse_args()
    figures = score_pairs(load_pairs())
    often = Counter(str(pair["fault"]) for pair, _, _ in figures.misses)
    for pair, got, rule in sorted(
        figures.misses, key=lambda miss: (-often[str(miss[0]["fault"])], str(miss[0]["fault"]))
    ):
        if options.misses:
            head = f"{pair['fault']}: want {pair['relation']} ({pair['reason']}), got {got} by the rule '{rule}'"
            sys.stdout.write(f"{head}\n  a {pair['a']}\n  b {pair['b']}\n")
    sys.stdout.write(table(figures) + "\n")
    if not options.update:
        return 0
    worse = update_floors(digest_pairs(), figures, allow_regression=options.allow_regression)
    if worse and not options.allow_regression:
        sys.stderr.write(f"floors not changed: these got worse: {', '.join(worse)}; pin them with --allow-regression\n")
        return 1
    return 0


if __name__ == "__main__":
    sys.exit(main())
