"""What the commands print: tables that fit the terminal, JSON, progress; colours only on a terminal."""

from __future__ import annotations

import csv
import io
import json
import os
import shutil
import sys
from collections.abc import Iterable, Iterator, Mapping, Sequence
from itertools import zip_longest
from typing import Any, TypeVar

from factcheck.errors import InvalidValue
from factcheck.values import plain

__all__ = ["csv_text", "fit", "print_csv", "print_json", "print_lines", "print_table", "progress", "visible_line"]

FORMULA_STARTS = ("=", "+", "-", "@", "\t", "\r", "|")
NARROWEST = 40
T = TypeVar("T")


def print_json(value: object) -> None:
    """Print a value as JSON: UTF-8 letters as they are, two spaces deep, keys in their declared order."""
    sys.stdout.write(json.dumps(plain(value), ensure_ascii=False, indent=2) + "\n")


def print_lines(lines: Iterable[str]) -> None:
    """Print lines, with what could disturb a terminal spelt out."""
    for line in lines:
        sys.stdout.write(visible_line(line) + "\n")


def visible_line(text: str) -> str:
    r"""Spell out escape sequences and other control characters, so that text cannot steer the terminal.

    >>> visible_line("red\x1b[31m")
    'red\\x1b[31m'
    """
    if text.isprintable():
        return text
    return "".join(c if c.isprintable() or c == "\u200d" else c.encode("unicode_escape").decode("ascii") for c in text)


def width() -> int:
    """Give how many columns there are: the terminal's, or 120 where the output is no terminal."""
    if os.environ.get("COLUMNS", "").isdigit():
        return max(NARROWEST, int(os.environ["COLUMNS"]))
    return max(NARROWEST, shutil.get_terminal_size((120, 24)).columns) if sys.stdout.isatty() else 120


def print_table(columns: Sequence[str], rows: Sequence[Sequence[object]], *, widest: str | None = None) -> None:
    """Print a table that fits the terminal; cells fold between words, and `widest` names the column that gets the room.

    Columns are separated by two spaces and the head is underlined, so that the table reads in a pipe, too.
    """
    cells = [[visible_line(" ".join(str(cell).split())) for cell in row] for row in rows]
    sizes = column_sizes(columns, cells, columns.index(widest) if widest in columns else None)
    bold, plain_again = ("\x1b[1m", "\x1b[0m") if colourful() else ("", "")
    head = "  ".join(name.ljust(size) for name, size in zip(columns, sizes, strict=True)).rstrip()
    sys.stdout.write(f"{bold}{head}{plain_again}\n" + "  ".join("─" * size for size in sizes) + "\n")
    for row in cells:
        folded = [fit(cell, size) for cell, size in zip(row, sizes, strict=True)]
        for pieces in zip_longest(*folded, fillvalue=""):
            sys.stdout.write("  ".join(c.ljust(s) for c, s in zip(pieces, sizes, strict=True)).rstrip() + "\n")


def column_sizes(columns: Sequence[str], cells: Sequence[Sequence[str]], widest: int | None) -> list[int]:
    """Share the terminal's columns out: the others take what they need up to a bound, the widest takes the rest."""
    needs = [max([len(name), *(len(row[i]) for row in cells)]) for i, name in enumerate(columns)]
    give = widest if widest is not None else max(range(len(columns)), key=lambda i: needs[i])
    room = width() - 2 * (len(columns) - 1)
    bound = max(10, (room - 24) // max(1, sum(need > 10 for need in needs)))
    sizes = [need if i == give else min(need, max(bound, len(columns[i]))) for i, need in enumerate(needs)]
    sizes[give] = max(len(columns[give]), 16, min(needs[give], room - (sum(sizes) - sizes[give])))
    return sizes


def colourful() -> bool:
    """Say whether colours are wanted: on a terminal, unless NO_COLOR is set."""
    return sys.stdout.isatty() and "NO_COLOR" not in os.environ and os.environ.get("TERM") != "dumb"


def fit(text: str, size: int) -> list[str]:
    """Fold a text into lines of at most `size` characters, between words where there are any.

    >>> fit("seven guards were injured", 12)
    ['seven guards', 'were injured']
    """
    lines: list[str] = []
    line = ""
    for word in text.split(" "):
        rest = word
        while rest:
            room = size - len(line) - (1 if line else 0)
            if len(rest) <= room:
                line = f"{line} {rest}" if line else rest
                rest = ""
            elif line:
                lines.append(line)
                line = ""
            else:
                lines.append(rest[:size])
                rest = rest[size:]
    return [*lines, line] if line or not lines else lines


def csv_text(value: object) -> str:
    """Write a cell so that no spreadsheet takes it for a formula.

    >>> csv_text("=1+1"), csv_text("-5"), csv_text("73 of 329")
    ("'=1+1", '-5', '73 of 329')
    """
    text = "" if value is None else str(value)
    if text.startswith(FORMULA_STARTS) and not text.lstrip("+-").replace(".", "", 1).isdigit():
        return f"'{text}"
    return text


def print_csv(columns: Sequence[str], rows: Iterable[Sequence[object]]) -> None:
    """Print rows as CSV with a head, every cell safe for a spreadsheet."""
    buffer = io.StringIO()
    writer = csv.writer(buffer, lineterminator="\n")
    writer.writerow(columns)
    writer.writerows([csv_text(cell) for cell in row] for row in rows)
    sys.stdout.write(buffer.getvalue())


def progress(items: Sequence[T], what: str) -> Iterator[T]:
    """Go through items; on a terminal, and for more than three, show how far it is on standard error."""
    if len(items) <= 3 or not sys.stderr.isatty():
        yield from items
        return
    from rich.console import Console
    from rich.progress import Progress

    with Progress(console=Console(stderr=True), transient=True) as bar:
        task = bar.add_task(what, total=len(items))
        for item in items:
            yield item
            bar.advance(task)


def chosen(value: str, accepted: Iterable[str], what: str) -> str:
    """Give the value if it is one of those accepted; otherwise say which are."""
    known = list(accepted)
    if value not in known:
        raise InvalidValue(f"{what} '{visible_line(value)}' is not known; use one of: {', '.join(known)}")
    return value


def mapping_lines(pairs: Mapping[str, Any]) -> list[str]:
    """Write pairs as aligned lines, leaving out what is empty."""
    shown = {name: value for name, value in pairs.items() if value not in (None, "", (), [])}
    size = max((len(name) for name in shown), default=0)
    return [f"{name.ljust(size)}  {value}" for name, value in shown.items()]
