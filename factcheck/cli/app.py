"""The command line's root: which commands there are, the options all share, and the one error boundary."""

from __future__ import annotations

import importlib
import os
import sys
import traceback
from collections.abc import Sequence
from pathlib import Path
from typing import Any

import typer
from typer.core import TyperGroup

from factcheck.errors import FactcheckError

__all__ = ["app", "main"]

COMMANDS = (
    "check", "extract", "claims", "match", "why", "triage", "assign", "start", "evidence", "note", "propose", "review",
    "report", "import", "consistency", "coverage", "audit", "demo",
)  # fmt: skip
"""Every command, in the order of a claim's life; each is the file of its name under `commands`."""


class CommandGroup(TyperGroup):
    """Load a command's file only when it is asked for, and turn every error into one line."""

    def list_commands(self, ctx: Any) -> list[str]:
        """List the commands in the order of a claim's life."""
        return list(COMMANDS)

    def get_command(self, ctx: Any, cmd_name: str) -> Any:
        """Import the command's file; its function bears the command's name, or `command` where that is a Python word."""
        if cmd_name not in COMMANDS:
            return None
        module = importlib.import_module(f"factcheck.cli.commands.{cmd_name}_")
        single = typer.Typer(add_completion=False, rich_markup_mode=None)
        single.command(cmd_name, no_args_is_help=getattr(module, "NO_ARGUMENTS_IS_HELP", False))(module.command)
        command = typer.main.get_command(single)
        command.name = cmd_name
        return command

    def main(self, args: Sequence[str] | None = None, *positional: Any, **named: Any) -> Any:
        """Run a command; a `FactcheckError` ends it with one line on standard error and its own exit status."""
        given = list(sys.argv[1:] if args is None else args)
        verbose = "--verbose" in given
        try:
            return super().main(args, *positional, **named)
        except FactcheckError as error:
            if verbose:
                traceback.print_exc()
            sys.stderr.write(f"factcheck: {error}\n")
            raise SystemExit(error.exit_code) from None
        except BrokenPipeError:
            # the reader of our output has gone (`| head`): nothing is wrong, and nothing more can be said
            os.dup2(os.open(os.devnull, os.O_WRONLY), sys.stdout.fileno())
            raise SystemExit(0) from None
        except (KeyboardInterrupt, SystemExit):
            raise
        except OSError as error:
            if verbose:
                traceback.print_exc()
            place = f"{error.filename}: " if error.filename else ""
            sys.stderr.write(f"factcheck: {place}{(error.strerror or str(error)).lower()}\n")
            raise SystemExit(2) from None
        except Exception as error:
            if verbose:
                traceback.print_exc()
            sys.stderr.write(
                f"factcheck: a fault of the program itself ({type(error).__name__}: {' '.join(str(error).split())});"
                " run the command again with --verbose and report what it prints\n"
            )
            raise SystemExit(2) from None


app = typer.Typer(
    cls=CommandGroup,
    name="factcheck",
    no_args_is_help=True,
    rich_markup_mode=None,
    pretty_exceptions_enable=False,
    context_settings={"help_option_names": ["-h", "--help"]},
)


def show_version(asked: bool) -> None:
    """Print the version and stop."""
    if asked:
        from factcheck import __version__  # the version stands at the root, and only here is it printed

        typer.echo(f"factcheck {__version__}")
        raise typer.Exit


@app.callback(epilog="Start with: factcheck check draft.txt   ·   factcheck demo shows the whole story on sample data.")
def root(
    ctx: typer.Context,
    db: str | None = typer.Option(None, "--db", metavar="FILE|URL", help="The desk's database [FACTCHECK_DB; claims.db]."),
    reports: Path | None = typer.Option(None, "--reports", help="Where reports go [FACTCHECK_REPORTS; reports/]."),
    user: str | None = typer.Option(None, "--as", metavar="NAME", help="Who acts [FACTCHECK_USER; your login name]."),
    verbose: bool = typer.Option(False, "--verbose", help="Show a traceback with an error."),
    version: bool = typer.Option(False, "--version", is_eager=True, callback=show_version, help="Print the version."),
) -> None:
    """Find every checkable claim of a draft, and carry each from first reading to print."""
    from factcheck.settings import Settings

    ctx.obj = Settings.from_environment().with_options(database=db, reports=reports, user=user)


def main() -> None:
    """Run the command line."""
    app(prog_name="factcheck")
