"""Write the reference pages that are made from the program itself: the commands and the glossary.

python docs/generate.py            writes docs/reference/commands.md and docs/reference/glossary.md
python docs/generate.py --check    exits 1, naming the pages, when they would change
"""

from __future__ import annotations

import os
import re
import subprocess
import sys
from pathlib import Path

from factcheck.cli.app import COMMANDS
from factcheck.vocabulary import glossary

PAGES = Path(__file__).parent / "reference"


def help_of(*words: str) -> str:
    """Give the help a user sees, at a fixed width."""
    environment = {**os.environ, "COLUMNS": "100", "TERMINAL_WIDTH": "100", "NO_COLOR": "1"}
    program = "from factcheck.cli.app import main; main()"
    ran = subprocess.run(
        [sys.executable, "-c", program, *words, "--help"], env=environment, capture_output=True, text=True, check=True
    )
    return re.sub(r"[ \t]+$", "", ran.stdout, flags=re.M).strip()


def commands_page() -> str:
    """Write the page of the commands."""
    parts = ["# Commands", "", "Made from `--help` by `docs/generate.py`.", "", "```text", help_of(), "```"]
    for name in COMMANDS:
        parts += ["", f"## factcheck {name}", "", "```text", help_of(name), "```"]
    return "\n".join(parts) + "\n"


def glossary_page() -> str:
    """Write the page of the terms."""
    parts = ["# Glossary", "", "Made from `factcheck/vocabulary.py` by `docs/generate.py`."]
    heading = ""
    for vocabulary, term, meaning in glossary():
        if vocabulary != heading:
            heading = vocabulary
            parts += ["", f"## {vocabulary}", "", "| term | meaning |", "|---|---|"]
        parts.append(f"| `{term}` | {meaning} |")
    return "\n".join(parts) + "\n"


def main() -> int:
    """Write or check the pages."""
    stale = []
    for name, text in (("commands.md", commands_page()), ("glossary.md", glossary_page())):
        path = PAGES / name
        if path.exists() and path.read_text(encoding="utf-8") == text:
            continue
        stale.append(name)
        if "--check" not in sys.argv:
            path.write_text(text, encoding="utf-8")
    if "--check" in sys.argv and stale:
        sys.stderr.write(f"out of date: {', '.join(stale)}; run python docs/generate.py\n")
        return 1
    return 0


if __name__ == "__main__":
    sys.exit(main())
