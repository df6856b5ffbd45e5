"""A desk in an empty folder, and the command line as its user types it."""

from __future__ import annotations

import os
import subprocess
import sys
from collections.abc import Callable
from dataclasses import dataclass
from pathlib import Path

import pytest

PROGRAM = "from factcheck.cli.app import main; main()"
ROOT = Path(__file__).parent.parent.parent


@dataclass(frozen=True)
class Ran:
    """What a command printed, and how it ended."""

    out: str
    err: str
    status: int


Run = Callable[..., Ran]


@pytest.fixture
def run(tmp_path: Path) -> Run:
    """Run a command in a process of its own, in an empty folder, as the user Ana Bell."""

    def call(*words: str, given: bytes = b"", user: str = "Ana Bell") -> Ran:
        environment = {**os.environ, "FACTCHECK_USER": user, "COLUMNS": "120", "PYTHONPATH": str(ROOT)}
        for name in ("FACTCHECK_DB", "FACTCHECK_REPORTS"):
            environment.pop(name, None)
        ran = subprocess.run(
            [sys.executable, "-c", PROGRAM, *words],
            cwd=tmp_path,
            env=environment,
            input=given,
            capture_output=True,
            check=False,
        )
        return Ran(ran.stdout.decode(), ran.stderr.decode(), ran.returncode)

    return call
