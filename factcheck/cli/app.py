"""The command line's root: which commands there are, the options all share, and the one error boundary."""

from __future__ import annotations

import importlib
import io
import keyword
import os
import sys
import traceback
from collections.abc import Sequence
from pathlib import Path
from typing import Any, NoReturn

import typer
from typer.core import TyperGroup

from factcheck.errors import FactcheckError, visible

__all__ = ["app", "main"]

COMMANDS = (
    "check", "extract", "claims", "match", "why", "accept", "reject", "triage", "assign", "start", "evidence", "note",
    "propose", "review", "report", "import", "duplicates", "calibrate", "consistency", "coverage", "people", "audit", "demo",
)  # fmt: skip
"""Every command, in the order of a claim's life; each is the file of its name under `commands`."""


CommandLineError: type[Exception] = typer.BadParameter.__mro__[2]
"""Whatever is wrong with a command's words; Typer carries its own Click, whose classes have no public name."""


class CommandGroup(TyperGroup):
    """Load a command's file only when it is asked for, and turn every error into one line."""

    def list_commands(self, ctx: Any) -> list[str]:
        """List the commands in the order of a claim's life."""
        return list(COMMANDS)

    def get_command(self, ctx: Any, cmd_name: str) -> Any:
        """Import the command's file, which bears its name (`import_` for import), and make a command of its `command`."""
        if cmd_name not in COMMANDS:
            return None
        file_name = f"{cmd_name}_" if keyword.iskeyword(cmd_name) else cmd_name
        module = importlib.import_module(f"factcheck.cli.commands.{file_name}")
        single = typer.Typer(add_completion=False, rich_markup_mode=None)
        single.command(cmd_name, no_args_is_help=getattr(module, "NO_ARGUMENTS_IS_HELP", False))(module.command)
        command = typer.main.get_command(single)
        command.name = cmd_name
        return command

    def main(self, args: Sequence[str] | None = None, *positional: Any, **named: Any) -> Any:
        """Run a command; every error ends it with one line on standard error and its own exit status."""
        given = list(sys.argv[1:] if args is None else args)
        verbose = "--verbose" in given
        asked = [word for word in given if word != "--verbose"]  # it may stand anywhere in the line
        named["standalone_mode"] = False
        try:
            status = super().main(asked, *positional, **named)
        except CommandLineError as error:
            if type(error).__name__ == "NoArgsIsHelpError":
                error.show()  # type: ignore[attr-defined]  # every Click error shows itself
                raise SystemExit(2) from None
            end(usage_line(error), 2, verbose)
        except FactcheckError as error:
            end(str(error), error.exit_code, verbose)
        except BrokenPipeError:
            # the reader of our output has gone (`| head`): nothing is wrong, and nothing more can be said
            os.dup2(os.open(os.devnull, os.O_WRONLY), sys.stdout.fileno())
            raise SystemExit(0) from None
        except typer.Abort:
            end("stopped", 130, verbose)
        except OSError as error:
            place = f"{visible(str(error.filename))}: " if error.filename else ""
            end(f"{place}{(error.strerror or str(error)).lower()}", 2, verbose)
        except Exception as error:
            fault = f"{type(error).__name__}: {' '.join(str(error).split())}"
            end(
                f"a fault of the program itself ({fault}); run it again with --verbose and report what it prints",
                2,
                verbose,
            )
        raise SystemExit(status if isinstance(status, int) else 0)


def end(line: str, status: int, verbose: bool) -> NoReturn:
    """Print one line on standard error, after the traceback if that was asked for, and exit."""
    if verbose:
        traceback.print_exc()
    sys.stderr.write(f"factcheck: {line}\n")
    raise SystemExit(status) from None


def usage_line(error: Any) -> str:
    """Say in one line what is wrong with a command's words, and where its help is."""
    path = getattr(getattr(error, "ctx", None), "command_path", "factcheck")
    message = " ".join(error.format_message().split()).rstrip(".")
    return f"{message[:1].lower()}{message[1:]}; see {path} --help"


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
    db: str | None = typer.Option(
        None, "--db", metavar="FILE|URL", help="The desk's database [FACTCHECK_DB; claims.db]."
    ),
    reports: Path | None = typer.Option(None, "--reports", help="Where reports go [FACTCHECK_REPORTS; reports/]."),
    user: str | None = typer.Option(None, "--as", metavar="NAME", help="Who acts [FACTCHECK_USER; your login name]."),
    verbose: bool = typer.Option(False, "--verbose", help="Show a traceback with an error."),
    version: bool = typer.Option(False, "--version", is_eager=True, callback=show_version, help="Print the version."),
) -> None:
    """Find every checkable claim of a draft, and carry each from first reading to print."""
    from factcheck.settings import Settings

    ctx.obj = Settings.from_environment().with_options(database=db, reports=reports, user=user)


def main() -> None:
    """Run the command line; what the terminal's encoding cannot show is spelt out, and never stops a command."""
    for stream in (sys.stdout, sys.stderr):
        if isinstance(stream, io.TextIOWrapper):
            stream.reconfigure(errors="backslashreplace")
    app(prog_name="factcheck")
