#!/usr/bin/env python3
"""Fit the weights of matching's ranking on pairs of (text, earlier claim), and write factcheck/matching/lexicon/ranking.tsv.

Run from the project's root:  python benchmarks/fit_ranking.py --data FOLDER [--write | --relations | --curve]
FOLDER holds one folder a set (default: clef2020-2 and clef2021-2b, the CLEF CheckThat! labs' previously checked claims), each
with claims.jsonl.gz, train.queries.jsonl and train.qrels. Texts of one set are asked against the other set's claims too: there the
right answer is "none". Last the bias is set so that 95% of the other set's claims stay below `suggest`. Plain Python; some minutes.

`--relations` prints what each relation adds to the likelihood of a match (relations.tsv); `--curve` prints how many right claims
are found, and how many claims of another archive are suggested, at each threshold (docs/reference/matching-thresholds.md).
"""

from __future__ import annotations

import argparse
import gzip
import json
import math
import random
from collections import Counter
from pathlib import Path

from factcheck.matching.candidates import CandidateIndex
from factcheck.matching.compare import compare_fingerprints
from factcheck.matching.fingerprint import make_fingerprint
from factcheck.matching.indexing import prepare
from factcheck.matching.matcher import Matcher
from factcheck.matching.ranking import FEATURES, features_of, rank
from factcheck.settings import Settings
from factcheck.vocabulary import Relation

TARGET = Path(__file__).parent.parent / "factcheck" / "matching" / "lexicon" / "ranking.tsv"
Example = tuple[list[tuple[float, ...]], set[int], float]


def read_claims(folder: Path) -> tuple[list[str], list[tuple[str, str, str]]]:
    """Read a set's claims: their ids, and (text, title, body) of each."""
    ids, claims = [], []
    with gzip.open(folder / "claims.jsonl.gz", "rt", encoding="utf-8") as lines:
        for line in lines:
            row = json.loads(line)
            body = row.get("text") if row.get("text") != row["vclaim"] else ""
            ids.append(str(row["id"]))
            claims.append((row["vclaim"], row.get("title") or "", body or ""))
    return ids, claims


def read_queries(folder: Path, split: str) -> list[tuple[str, set[str]]]:
    """Read a split's texts with the ids of the claims that fit each."""
    relevant: dict[str, set[str]] = {}
    for line in (folder / f"{split}.qrels").read_text(encoding="utf-8").splitlines():
        query, _, claim, label = line.split("\t")
        if int(label):
            relevant.setdefault(query, set()).add(claim)
    rows = [json.loads(line) for line in (folder / f"{split}.queries.jsonl").read_text(encoding="utf-8").splitlines()]
    return [(row["text"], relevant[row["id"]]) for row in rows if row["id"] in relevant]


def collect(folders: list[Path], split: str) -> list[Example]:
    """Give every text's candidates as features, with the right rows (none where another set is asked), and its weight."""
    examples: list[Example] = []
    sets = [(read_claims(folder), read_queries(folder, split)) for folder in folders]
    for place, ((ids, claims), queries) in enumerate(sets):
        index = CandidateIndex.in_memory(claims)
        for text, wanted in queries:
            prepared = prepare(text)
            pool = index.find(prepared)
            right = {i for i, candidate in enumerate(pool.candidates) if ids[candidate.row] in wanted}
            if right:
                examples.append((features_of(prepared, pool), right, 1 / len(queries)))
        for other, ((_, foreign), others) in enumerate(sets):
            if other == place:
                continue
            strangers = [text for text, _ in others] + [claim[0] for claim in foreign[:: max(1, len(foreign) // 400)]]
            for text in strangers:
                prepared = prepare(text)
                pool = index.find(prepared)
                if pool.candidates:
                    examples.append((features_of(prepared, pool), set(), 1 / len(strangers)))
    return examples


def fit(examples: list[Example], steps: int, rate: float, decay: float) -> list[float]:
    """Maximise the likelihood of the right candidate among all and "none" (whose score is 0), by AdaGrad in a fixed order."""
    order = random.Random(20200101)
    size = len(FEATURES)
    weights, squares = [0.0] * size, [1e-6] * size
    mean = sum(weight for _, _, weight in examples) / len(examples)
    for _ in range(steps):
        order.shuffle(examples)
        for rows, right, weight in examples:
            scores = [sum(w * x for w, x in zip(weights, row, strict=True)) for row in rows] + [0.0]
            top = max(scores)
            powers = [math.exp(score - top) for score in scores]
            total = sum(powers)
            goal = sum(powers[i] for i in right) if right else powers[-1]
            gradient = [decay * w for w in weights]
            for i, row in enumerate(rows):
                share = powers[i] / total - (powers[i] / goal if i in right else 0.0)
                if abs(share) > 1e-5:
                    for k, x in enumerate(row):
                        gradient[k] += share * x * weight / mean
            for k in range(size):
                squares[k] += gradient[k] ** 2
                weights[k] -= rate * gradient[k] / math.sqrt(squares[k])
    return weights


def calibrate(weights: list[float], examples: list[Example], share: float = 0.95) -> None:
    """Move the bias so that this share of the texts without an answer scores below the threshold `suggest`."""
    strangers = [rows for rows, right, _ in examples if not right]
    tops = sorted(max(sum(w * x for w, x in zip(weights, row, strict=True)) for row in rows) for rows in strangers)
    suggest = Settings().suggest
    weights[0] += math.log(suggest / (1 - suggest)) - tops[int(share * len(tops))]


def print_relations(folders: list[Path], texts: int = 200, looked: int = 10) -> None:
    """Print, for each relation, the log odds of a candidate that has it being the one meant, "related" as 0."""
    right, wrong = Counter[Relation](), Counter[Relation]()
    for folder in folders:
        ids, claims = read_claims(folder)
        queries = read_queries(folder, "train")
        index = CandidateIndex.in_memory(claims)
        for text, wanted in random.Random(1).sample(queries, min(texts, len(queries))):
            prepared, printed = prepare(text), make_fingerprint(text)
            for candidate, _, _ in rank(prepared, index.find(prepared))[:looked]:
                found = compare_fingerprints(printed, make_fingerprint(claims[candidate.row][0])).relation
                (right if ids[candidate.row] in wanted else wrong)[found] += 1

    def odds(relation: Relation) -> float:
        return math.log((right[relation] + 1) / (right.total() + 7)) - math.log(
            (wrong[relation] + 1) / (wrong.total() + 7)
        )

    for relation in Relation:
        print(
            f"{relation}\t{odds(relation) - odds(Relation.RELATED):.1f}\t({right[relation]} right, {wrong[relation]} others)"
        )


def print_curve(folders: list[Path]) -> None:
    """Print how many right claims, and how many claims of another archive, score at least each threshold."""
    for folder, other in zip(folders, [*folders[1:], folders[0]], strict=True):
        ids, claims = read_claims(folder)
        matcher = Matcher(
            {"id": i, "text": c[0], "title": c[1], "body": c[2]} for i, c in zip(ids, claims, strict=True)
        )
        found = []
        for text, wanted in read_queries(folder, "dev"):
            found.append(max((m.score for m in matcher.search(text) if str(m.claim_id) in wanted), default=0.0))
        foreign = read_claims(other)[1]
        strangers = [claim[0] for claim in foreign[:: max(1, len(foreign) // 400)]]
        top = [max((m.score for m in matcher.search(text, limit=1)), default=0.0) for text in strangers]
        print(f"{folder.name}: {len(found)} texts with a right claim, {len(top)} claims of {other.name}")
        for threshold in (0.1, 0.2, 0.3, 0.45, 0.6, 0.7, 0.85, 0.95):
            kept, wrong = (sum(score >= threshold for score in scores) / len(scores) for scores in (found, top))
            print(f"| {threshold:.2f} | {kept:.3f} | {wrong:.3f} |")


def main() -> None:
    """Fit, print, and write where asked."""
    parser = argparse.ArgumentParser(description=__doc__)
    parser.add_argument("--data", type=Path, required=True)
    parser.add_argument("--sets", nargs="*", default=["clef2020-2", "clef2021-2b"])
    parser.add_argument("--steps", type=int, default=25)
    parser.add_argument("--rate", type=float, default=0.3)
    parser.add_argument("--decay", type=float, default=0.0005)
    parser.add_argument("--write", action="store_true")
    parser.add_argument("--relations", action="store_true")
    parser.add_argument("--curve", action="store_true")
    options = parser.parse_args()
    if options.relations or options.curve:
        (print_relations if options.relations else print_curve)([options.data / name for name in options.sets])
        return
    examples = collect([options.data / name for name in options.sets], "train")
    weights = fit(examples, options.steps, options.rate, options.decay)
    calibrate(weights, examples)
    lines = [
        "# Weights of the ranking of candidates; the features' meanings stand in factcheck/matching/ranking.py.",
        f"# Fitted by benchmarks/fit_ranking.py on the train splits of {', '.join(options.sets)} (CLEF CheckThat! labs).",
    ]
    for (name, _), weight in zip(FEATURES, weights, strict=True):
        lines.append(f"{name}\t{weight:.3f}")
    print("\n".join(lines))
    if options.write:
        TARGET.write_text("\n".join(lines) + "\n", encoding="utf-8")


if __name__ == "__main__":
    main()
