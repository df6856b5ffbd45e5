"""Documentation that cannot rot."""

import subprocess
import sys
from pathlib import Path

import pytest

from factcheck.cli.app import COMMANDS

ROOT = Path(__file__).parent.parent


def test_generated_pages_are_current() -> None:
    """The pages of commands and terms say what the program says."""
    ran = subprocess.run(
        [sys.executable, str(ROOT / "docs" / "generate.py"), "--check"], capture_output=True, text=True, check=False
    )
    assert ran.returncode == 0, ran.stderr


@pytest.mark.parametrize("name", COMMANDS)
def test_every_command_has_help_with_an_example(name: str) -> None:
    """Each command says what it does and shows a line to type."""
    page = (ROOT / "docs" / "reference" / "commands.md").read_text(encoding="utf-8")
    section = page.split(f"## factcheck {name}\n")[1].split("\n## ")[0]
    assert "Example" in section


@pytest.mark.parametrize("name", COMMANDS)
def test_every_command_is_in_the_readme_or_the_guide(name: str) -> None:
    """Each command stands in the README or in one of the guides."""
    pages = [ROOT / "README.md", *(ROOT / "docs").glob("*.md"), *(ROOT / "docs" / "how-to").glob("*.md")]
    assert any(f"factcheck {name}" in page.read_text(encoding="utf-8") for page in pages)
