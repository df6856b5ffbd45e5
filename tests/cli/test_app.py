"""The root of the command line, and its one error boundary."""

from collections.abc import Callable
from pathlib import Path
from typing import Any

import pytest

from factcheck.cli.app import COMMANDS

Run = Callable[..., Any]


def test_version(run: Run) -> None:
    """`--version` prints the package's version."""
    from factcheck import __version__

    assert run("--version").out == f"factcheck {__version__}\n"


def test_help_lists_every_command(run: Run) -> None:
    """`--help` names each command."""
    shown = run("--help").out
    assert all(f"  {name} " in shown for name in COMMANDS)


@pytest.mark.parametrize(
    ("words", "said"),
    [
        (["nonsense"], "no such command 'nonsense'"),
        (["check", "--nope", "x"], "no such option: --nope"),
        (["triage"], "missing argument"),
        (["claims", "--state", "foo"], "state 'foo' is not known; use one of: new, triaged"),
        (["extract", "missing.txt"], "missing.txt: not found"),
        (["extract", "."], ".: is a directory"),
        (
            ["extract", "a.txt", "--dateline", "yesterday"],
            "--dateline 'yesterday' is not a day; write it as 2021-11-07",
        ),
        (["claims", "show", "C99"], "no claim C99"),
        (["--db", "nowhere/x.db", "claims"], "make it first"),
    ],
)
def test_each_error_is_one_line(run: Run, words: list[str], said: str) -> None:
    """Wrong usage and unreadable input are one line on standard error, nothing on standard output, exit status 2."""
    ran = run(*words)
    assert ran.status == 2
    assert ran.out == ""
    assert ran.err.startswith("factcheck: ")
    assert said in ran.err
    assert ran.err.count("\n") == 1


def test_a_terminal_without_unicode_is_no_fault(run: Run, tmp_path: Path, monkeypatch: pytest.MonkeyPatch) -> None:
    """What an ASCII terminal cannot show is spelt out, and the command goes on."""
    (tmp_path / "a.txt").write_text("“We lost £4m,” said Łukasz Zieliński.", encoding="utf-8")
    monkeypatch.setenv("PYTHONIOENCODING", "ascii")
    monkeypatch.setenv("PYTHONUTF8", "0")
    ran = run("extract", "a.txt")
    assert ran.status == 0, ran.err
    assert "\\u0141ukasz" in ran.out


def test_verbose_shows_the_traceback(run: Run) -> None:
    """`--verbose`, wherever it stands, shows where an error came from."""
    assert "Traceback" in run("extract", "missing.txt", "--verbose").err
    assert "Traceback" not in run("extract", "missing.txt").err


def test_a_database_that_is_none_is_refused(run: Run, tmp_path: Path) -> None:
    """A file that is no database of ours is named, and stays as it is."""
    (tmp_path / "claims.db").write_text("just a text")
    ran = run("claims")
    assert ran.status == 2
    assert "claims.db" in ran.err
    assert (tmp_path / "claims.db").read_text() == "just a text"
