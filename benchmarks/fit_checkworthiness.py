"""Fit the weights of the check-worthiness score on labelled sentences, and write them with their source.

    python benchmarks/fit_checkworthiness.py --data FOLDER [--features 80] [--output FILE]

Needs numpy, which the program itself does not: run it in an environment of its own that also has factcheck.
FOLDER holds `checkworthy/NAME.train.tsv` files with the columns group, text and label (0 or 1).

One logistic regression is fitted over all sets together. Each set keeps a base rate of its own while fitting, because
the sets differ in how much of them is worth checking (from 2.5% to 61%), and a fixed weight, so that the largest does
not decide alone. The weakest features are then left out, one fit after another, until --features remain. The base rate
written down is the one that makes 0.5 the best threshold on the set whose share is the most ordinary, CLEF 2024.
"""

from __future__ import annotations

import argparse
import csv
from pathlib import Path

import numpy as np

from factcheck.detection.checkworthiness import BASE
from factcheck.detection.checkworthiness_features import find_features
from factcheck.detection.words import tag_words

SETS = {"clef2019-1": 0.6, "clef2024-1": 1.0, "policlaim": 0.5}
"""The sets and their weights."""
THRESHOLD_SET = "clef2024-1"
RIDGE = 6.0
"""Pull of each weight towards zero; about what a few sentences count."""
EFFECTIVE = 20_000
"""How many sentences all sets together are made to count as, before their weights."""
OUTPUT = Path("factcheck/detection/lexicon/en/checkworthiness_weights.tsv")
HEAD = """\
# Weights of the check-worthiness score: feature, log-odds. Fitted by benchmarks/fit_checkworthiness.py on the training
# files of CLEF CheckThat! 2019 task 1 and 2024 task 1 (English) and of PoliClaim; it contains no sentence of theirs.
"""


def read_set(path: Path) -> tuple[list[dict[str, float]], np.ndarray]:
    """Read one file of labelled sentences as features and labels."""
    csv.field_size_limit(10**8)
    with path.open(newline="", encoding="utf-8") as lines:
        rows = [
            (find_features(tag_words(row["text"])), int(row["label"])) for row in csv.DictReader(lines, delimiter="\t")
        ]
    return [features for features, _ in rows], np.array([label for _, label in rows], dtype=float)


def make_matrix(sentences: list[dict[str, float]], names: list[str]) -> np.ndarray:
    """Lay the features out, one row for each sentence."""
    column = {name: i for i, name in enumerate(names)}
    matrix = np.zeros((len(sentences), len(names)))
    for i, features in enumerate(sentences):
        for name, strength in features.items():
            if name in column:
                matrix[i, column[name]] = strength
    return matrix


def weigh_sentences(labels: np.ndarray, weight: float) -> np.ndarray:
    """Weigh the sentences of one set; in a set with hardly any positive ones, both labels count the same."""
    share = labels.mean()
    weights = np.where(labels == 1, 0.5 / share, 0.5 / (1 - share)) if share < 0.1 else np.ones(len(labels))
    return weights / weights.sum() * weight * EFFECTIVE


def fit_logistic(matrix: np.ndarray, labels: np.ndarray, weights: np.ndarray, free: int) -> np.ndarray:
    """Fit by Newton's method; the last `free` columns (the base rates) are not pulled towards zero."""
    coefficients = np.zeros(matrix.shape[1])
    ridge = np.full(matrix.shape[1], RIDGE)
    ridge[-free:] = 1e-6
    for _ in range(25):
        chance = 1 / (1 + np.exp(-(matrix @ coefficients)))
        slope = matrix.T @ (weights * (labels - chance)) - ridge * coefficients
        curvature = (matrix * (weights * chance * (1 - chance))[:, None]).T @ matrix + np.diag(ridge)
        step = np.linalg.solve(curvature, slope)
        coefficients += step
        if np.abs(step).max() < 1e-5:
            break
    return coefficients


def best_threshold(scores: np.ndarray, labels: np.ndarray) -> tuple[float, float]:
    """Find the score that, taken as the threshold, gives the best F1."""
    order = np.argsort(-scores)
    hits = np.cumsum(labels[order])
    f1 = 2 * hits / (np.arange(1, len(labels) + 1) + labels.sum())
    best = int(f1.argmax())
    return float(scores[order][best]), float(f1[best])


def main() -> None:
    """Fit, leave out, and write."""
    parser = argparse.ArgumentParser(description=(__doc__ or "").split("\n")[0])
    parser.add_argument("--data", type=Path, required=True)
    parser.add_argument("--features", type=int, default=80)
    parser.add_argument("--output", type=Path, default=OUTPUT)
    options = parser.parse_args()
    sets = {name: read_set(options.data / "checkworthy" / f"{name}.train.tsv") for name in SETS}
    names = sorted({name for sentences, _ in sets.values() for features in sentences for name in features})
    labels = np.concatenate([labels for _, labels in sets.values()])
    weights = np.concatenate([weigh_sentences(labels, SETS[name]) for name, (_, labels) in sets.items()])
    base = np.repeat(np.eye(len(sets)), [len(labels) for _, labels in sets.values()], axis=0)
    full = np.vstack([make_matrix(sentences, names) for sentences, _ in sets.values()])
    kept = list(range(len(names)))
    while True:
        matrix = full[:, kept]
        coefficients = fit_logistic(np.hstack([matrix, base]), labels, weights, len(sets))
        if len(kept) <= options.features:
            break
        strength = np.abs(coefficients[: len(kept)]) * matrix.std(axis=0)
        weakest = np.argsort(strength)[: min(4, len(kept) - options.features)]
        print("left out:", ", ".join(names[kept[i]] for i in weakest))
        kept = [column for i, column in enumerate(kept) if i not in weakest]
    at = list(SETS).index(THRESHOLD_SET)
    inside = base[:, at] == 1
    scores = (matrix @ coefficients[: len(kept)])[inside]
    threshold, f1 = best_threshold(scores, labels[inside])
    print(f"{len(kept)} features; F1 {f1:.3f} on {THRESHOLD_SET}'s training sentences")
    lines = [f"{BASE}\t{-threshold:.3f}"]
    lines += [
        f"{names[column]}\t{weight:.3f}"
        for weight, column in sorted(zip(coefficients, kept, strict=False), reverse=True)
    ]
    options.output.write_text(HEAD + "\n".join(lines) + "\n", encoding="utf-8")


if __name__ == "__main__":
    main()
