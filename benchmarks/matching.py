#!/usr/bin/env python3
"""Time finding earlier claims, beside plain full text and brute force, and print how the score tells repeats from strangers.

Run from the project's root:  python benchmarks/matching.py [--sizes 10000 100000] [--queries 60] [--brute 20]
The archive is made up in a fixed order: claims from a vocabulary whose words are as unequal in use as those of a language. A repeat
is a claim with a third of its words gone and the rest in another order; a stranger is made of words of another vocabulary, with
the same common words. tantivy is timed where it is installed.
"""

from __future__ import annotations

import argparse
import importlib
import itertools
import random
import re
import resource
import sqlite3
import time
from collections.abc import Callable, Iterator

from rapidfuzz import fuzz, process

from factcheck.matching.matcher import Matcher
from factcheck.settings import Settings

COMMON = [
    "said",
    "government",
    "people",
    "year",
    "country",
    "new",
    "percent",
    "police",
    "minister",
    "report",
    "health",
    "law",
    "tax",
    "school",
    "women",
    "state",
    "city",
]
Search = Callable[[str], list[str]]


def make_words(seed: int, count: int) -> list[str]:
    """Make pronounceable words that no lexicon knows."""
    chance = random.Random(seed)
    parts = [a + b for a in "bdfgklmnprstv" for b in ("a", "e", "i", "o", "u", "an", "er")]
    return ["".join(chance.choice(parts) for _ in range(chance.randint(2, 4))) for _ in range(count)]


def make_claims(seed: int, count: int) -> Iterator[str]:
    """Make claims of 8 to 18 words, a few of them very common, most of them rare."""
    chance = random.Random(seed)
    words = make_words(seed, 40_000)
    weights = list(itertools.accumulate(1 / (rank + 20) for rank in range(len(words))))
    for _ in range(count):
        chosen = chance.choices(words, cum_weights=weights, k=chance.randint(6, 13))
        chosen += [*chance.choices(COMMON, k=chance.randint(2, 4)), str(chance.randint(2, 99_999))]
        chance.shuffle(chosen)
        yield " ".join(chosen)


def reword(claim: str, chance: random.Random) -> str:
    """Take a third of the words away, and shuffle the rest."""
    words = claim.split()
    kept = chance.sample(words, max(4, len(words) * 2 // 3))
    return " ".join(kept)


def plain_full_text(claims: list[str]) -> Search:
    """Search with plain FTS5: any word of the query, BM25."""
    base = sqlite3.connect(":memory:")
    base.execute("create virtual table claim using fts5(text, tokenize = 'porter unicode61')")
    base.executemany("insert into claim (rowid, text) values (?, ?)", enumerate(claims))

    def search(query: str) -> list[str]:
        match = " OR ".join(f'"{word}"' for word in sorted(set(re.findall(r"\w+", query.lower()))))
        return [
            str(row[0])
            for row in base.execute("select rowid from claim where claim match ? order by rank limit 5", (match,))
        ]

    return search


def tantivy_search(claims: list[str]) -> Search | None:
    """Search with tantivy, where it is installed."""
    try:
        tantivy = importlib.import_module("tantivy")
    except ImportError:
        return None
    schema = (
        tantivy.SchemaBuilder()
        .add_text_field("text", tokenizer_name="en_stem")
        .add_integer_field("row", stored=True)
        .build()
    )
    index = tantivy.Index(schema)
    writer = index.writer()
    for row, text in enumerate(claims):
        writer.add_document(tantivy.Document(text=text, row=row))
    writer.commit()
    index.reload()
    searcher = index.searcher()

    def search(query: str) -> list[str]:
        found = searcher.search(index.parse_query(re.sub(r"\W+", " ", query), ["text"]), 5).hits
        return [str(searcher.doc(address)["row"][0]) for _, address in found]

    return search


def timed(name: str, search: Search, asked: list[tuple[str, str]], built: float) -> None:
    """Print one line: time per query, and how often the right claim is among the first five."""
    times, hits = [], 0
    for query, wanted in asked:
        started = time.perf_counter()
        hits += wanted in search(query)
        times.append(1000 * (time.perf_counter() - started))
    times.sort()
    p95 = times[int(0.95 * (len(times) - 1))]
    found = hits / len(asked)
    print(
        f"  {name:22} p50 {times[len(times) // 2]:8.1f} ms  p95 {p95:8.1f} ms  found {found:.3f}  built in {built:6.1f} s"
    )


def measure(size: int, queries: int, brute: int) -> None:
    """Time every way over one archive, and print the curve of the score."""
    claims = list(make_claims(7, size))
    chance = random.Random(11)
    asked = [(reword(claims[row], chance), str(row)) for row in chance.sample(range(size), queries)]
    print(f"{size:,} claims")
    started = time.perf_counter()
    matcher = Matcher({"id": str(row), "text": text} for row, text in enumerate(claims))
    built = time.perf_counter() - started
    timed("factcheck", lambda query: [str(match.claim_id) for match in matcher.search(query)], asked, built)
    started = time.perf_counter()
    full_text = plain_full_text(claims)
    timed("plain FTS5", full_text, asked, time.perf_counter() - started)
    started = time.perf_counter()
    if tantivy := tantivy_search(claims):
        timed("tantivy", tantivy, asked, time.perf_counter() - started)

    def by_brute_force(query: str) -> list[str]:
        return [str(row) for _, _, row in process.extract(query, claims, scorer=fuzz.token_set_ratio, limit=5)]

    timed("RapidFuzz brute force", by_brute_force, asked[:brute], 0.0)
    print(f"  peak memory {resource.getrusage(resource.RUSAGE_SELF).ru_maxrss / 1024:,.0f} MB")
    curve(matcher, asked, list(make_claims(8, queries)))


def curve(matcher: Matcher, repeats: list[tuple[str, str]], strangers: list[str]) -> None:
    """Print for some thresholds the share of repeats found and of strangers suggested."""
    found = [
        max((m.score for m in matcher.search(q) if str(m.claim_id) == wanted), default=0.0) for q, wanted in repeats
    ]
    false = [max((m.score for m in matcher.search(text)), default=0.0) for text in strangers]
    for threshold in sorted({0.3, Settings().suggest, 0.6, Settings().confirm}):
        kept = sum(score >= threshold for score in found) / len(found)
        wrong = sum(score >= threshold for score in false) / len(false)
        print(f"  score >= {threshold:.2f}: repeats found {kept:.3f}, strangers suggested {wrong:.3f}")


def main() -> None:
    """Measure every size."""
    parser = argparse.ArgumentParser(description=__doc__)
    parser.add_argument("--sizes", type=int, nargs="*", default=[10_000, 100_000])
    parser.add_argument("--queries", type=int, default=60)
    parser.add_argument("--brute", type=int, default=20, help="how many queries brute force is asked")
    options = parser.parse_args()
    for size in options.sizes:
        measure(size, options.queries, options.brute)


if __name__ == "__main__":
    main()
