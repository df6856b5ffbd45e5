"""Time one tool over sentences in a fresh process; what every script of this folder shares.

Each script reads a JSON list of sentences (or of articles) from the file it is given and prints one JSON object: the
best seconds of processor time over the rounds, beside those of a fixed loop, which stand for the speed of the moment.
"""

from __future__ import annotations

import json
import sys
import time
from collections.abc import Callable
from pathlib import Path

__all__ = ["report"]


def report(detect: Callable[[list[str]], int]) -> None:
    """Run `detect` on the texts of `argv[1]`, `argv[2]` times after a warm-up, and print the best time as JSON.

    `detect` takes all the texts and gives how many things it found, so that no tool is timed doing nothing.
    """
    texts = json.loads(Path(sys.argv[1]).read_text(encoding="utf-8"))
    rounds = int(sys.argv[2])
    found = detect(texts[: max(1, len(texts) // 8)])
    seconds, loops = [], []
    for _ in range(rounds):
        loops.append(loop_seconds())
        started = time.process_time()
        found = detect(texts)
        seconds.append(time.process_time() - started)
    print(json.dumps({"seconds": min(seconds), "loop": min(loops), "found": found}))


def loop_seconds() -> float:
    """Give the processor time of a fixed loop."""
    started = time.process_time()
    total = 0
    for number in range(300_000):
        total += number * number % 7
    return time.process_time() - started
