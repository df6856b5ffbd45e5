"""Measure how fast the tool starts: each command cold, as a multiple of an empty Python start in the same run.

    python benchmarks/cold_start.py [--article FILE] [--runs 15]

Prints the median and the best of the runs. Absolute milliseconds depend on the machine; the multiples less so.
"""

from __future__ import annotations

import argparse
import os
import statistics
import subprocess
import sys
import tempfile
import time
from pathlib import Path

ROOT = Path(__file__).parent.parent


def environment(folder: str) -> dict[str, str]:
    """Give the children's environment: byte code is kept, as on a machine where the package is installed."""
    kept = {name: value for name, value in os.environ.items() if name != "PYTHONDONTWRITEBYTECODE"}
    return {**kept, "PYTHONPYCACHEPREFIX": folder}


def timed(command: list[str], runs: int, env: dict[str, str]) -> list[float]:
    """Run a command several times and give the seconds of each, sorted; the first, which warms the disk, is left out."""
    seconds = []
    for _ in range(runs + 1):
        started = time.perf_counter()
        subprocess.run(command, check=True, stdout=subprocess.DEVNULL, env=env)
        seconds.append(time.perf_counter() - started)
    return sorted(seconds[1:])


def main() -> None:
    """Print the table."""
    parser = argparse.ArgumentParser(description=__doc__.splitlines()[0])
    parser.add_argument("--article", default=str(ROOT / "seeds" / "articles" / "green-zone-attack.txt"))
    parser.add_argument("--runs", type=int, default=15)
    options = parser.parse_args()
    factcheck = str(Path(sys.executable).parent / "factcheck")
    with tempfile.TemporaryDirectory() as folder:
        measure(options, factcheck, environment(folder))


def measure(options: argparse.Namespace, factcheck: str, env: dict[str, str]) -> None:
    """Run the commands and print the table."""
    empty = timed([sys.executable, "-c", "pass"], options.runs, env)
    base = statistics.median(empty)
    rows = [
        ("python -c pass", empty),
        ("factcheck --version", timed([factcheck, "--version"], options.runs, env)),
        ("factcheck --help", timed([factcheck, "--help"], options.runs, env)),
        ("factcheck extract ARTICLE", timed([factcheck, "extract", options.article], options.runs, env)),
        ("factcheck extract --json", timed([factcheck, "extract", "--json", options.article], options.runs, env)),
    ]
    print(f"{'command':28} {'median':>9} {'best':>9} {'x empty start':>14}")
    for name, seconds in rows:
        median = statistics.median(seconds)
        print(f"{name:28} {median * 1000:6.0f} ms {seconds[0] * 1000:6.0f} ms {median / base:14.1f}")
    code = (
        "import sys, time, pathlib, factcheck\n"
        "from factcheck.detection.analysis import Analysis\n"
        "document = factcheck.read_document(sys.argv[1])\n"
        "best = 9.0\n"
        "for _ in range(20):\n"
        "    started = time.perf_counter(); Analysis(document).claims; best = min(best, time.perf_counter() - started)\n"
        "print(f'{best * 1000:.1f} {len(document.text.split())}')\n"
    )
    warm, words = subprocess.run(
        [sys.executable, "-c", code, options.article], check=True, capture_output=True, text=True, env=env
    ).stdout.split()
    print(
        f"warm detection of the article: {warm} ms for {words} words, {float(warm) / 1000 / base:.1f} x an empty start"
    )


if __name__ == "__main__":
    main()
