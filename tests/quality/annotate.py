"""Turn the annotators' notes into gold files with exact offsets: `python tests/quality/annotate.py [--check]`.

`corpus/notes/NAME.txt` is written by hand; `corpus/gold/NAME.json` is made from it and never edited. A note file opens
with `doc:`, `dateline:` and optionally `format:`, then holds one section per layer, one line per annotation:

    == quantities     snippet | kind value [unit] | flags
    == claims         snippet | kind [other right kinds] | claimant or - | flags
    == not_checkable  snippet | kind | why
    == quotes         snippet | speaker or - | flags
    == traps          snippet | why
    == names          variant; variant | kind

A snippet must stand once in the text; otherwise `snippet #2` names the occurrence, or `words [[snippet]] words` shows its
surroundings. `first words .. last words` spans from the first to the next place of the last. Values: `12`, `>=12`, `>12`,
`<=12`, `<12`, `~12` (about), `^12` (nearly), `7..9`, `3of8`, `5.8%`, `2/3`, `2024-05`, `vague` or `vague>=24`. Flags:
`opt` (neither rewarded nor punished), `w0` to `w2` (how surely a desk would check it), `alt=kind,kind`,
`or=value` (an equally right value), `as=Name;Name` (other right speakers).
"""

from __future__ import annotations

import argparse
import json
import re
import sys
from decimal import Decimal
from fractions import Fraction
from pathlib import Path
from typing import Any

CORPUS = Path(__file__).parent / "corpus"
ROOT = Path(__file__).parents[2]
LAYERS = ("quantities", "claims", "not_checkable", "quotes", "traps", "names")
HEDGES = {">=": "at_least", ">": "more_than", "<=": "at_most", "<": "less_than", "~": "approx", "^": "nearly"}


class NoteError(ValueError):
    """A line of a note file that cannot be read, with its place."""


def _find_all(text: str, words: str) -> list[int]:
    """List every place where the words stand, never starting or ending inside a longer word or number."""
    left = r"(?<![\w.,])(?<!\d[-–])" if words[0].isalnum() else ""
    right = r"(?!\w)(?![.,]\d)" if words[-1].isalnum() else ""
    return [match.start() for match in re.finditer(left + re.escape(words) + right, text)]


def locate(text: str, snippet: str) -> tuple[int, int]:
    """Give the span of a snippet, which must be the only one that fits.

    >>> locate("the club and the board", "the [[board]]")
    (17, 22)
    >>> locate("one of one", "one #2")
    (7, 10)
    """
    snippet, _, number = snippet.partition(" #")
    before, _, rest = snippet.partition("[[") if "[[" in snippet else ("", "", snippet)
    inside, _, after = rest.partition("]]")
    first, _, last = inside.partition(" .. ")
    starts = _find_all(text, before + first + ("" if last else after))
    if not starts or (len(starts) > 1 and not number):
        raise NoteError(f"{snippet!r} stands {len(starts)} times in the text")
    if number and int(number) > len(starts):
        raise NoteError(f"{snippet!r} stands only {len(starts)} times in the text")
    start = starts[int(number or 1) - 1] + len(before)
    end = start + len(first)
    if last:
        place = text.find(last + after, end)
        if place < 0:
            raise NoteError(f"{last!r} does not follow {first!r}")
        end = place + len(last)
    return start, end


def _exact(value: str) -> str:
    """Write a stated number as a plain decimal or fraction; dates and times stay as they are."""
    if value.endswith("%"):
        return format(Decimal(value[:-1]) / 100, "f")
    if re.fullmatch(r"\d+/\d+", value):
        return str(Fraction(value))
    return value


def read_value(value: str) -> dict[str, Any]:
    """Read the short form of a value into the fields of a gold quantity."""
    fields: dict[str, Any] = {"value": None, "low": None, "high": None, "hedge": "exact", "part": None, "whole": None}
    if value.startswith("vague"):
        return fields | {"hedge": "vague", "low": value.partition(">=")[2] or None}
    if "of" in value:
        part, whole = value.split("of")
        share = f"{part}/{whole}"
        return fields | {"value": share, "low": share, "high": share, "part": part, "whole": whole}
    if ".." in value:
        low, high = (_exact(end) for end in value.split(".."))
        return fields | {"low": low, "high": high, "hedge": "range"}
    sign = next((sign for sign in HEDGES if value.startswith(sign)), "")
    number = _exact(value[len(sign) :])
    open_ends = {"": (number, number), ">=": (number, None), ">": (number, None), "<=": (None, number)}
    ends = open_ends.get(sign, (None, number) if sign == "<" else (None, None))
    return fields | {"value": number, "low": ends[0], "high": ends[1], "hedge": HEDGES.get(sign, "exact")}


def _flags(words: str) -> dict[str, Any]:
    """Read the flags at the end of a line."""
    found: dict[str, Any] = {}
    for word in words.split(" ") if "=" not in words else re.split(r" (?=opt\b|w\d|alt=|or=|as=)", words):
        name, _, value = word.strip().partition("=")
        if name == "opt":
            found["optional"] = True
        elif name in ("w0", "w1", "w2"):
            found["check_worthy"] = int(name[1])
        elif name == "alt":
            found["alt_kinds"] = value.split(",")
        elif name == "or":
            found["alt_values"] = [_exact(one) for one in value.split(",")]
        elif name == "as":
            found["accept_speakers"] = value.split(";")
        elif name:
            raise NoteError(f"unknown flag {name!r}")
    return found


def _annotation(layer: str, cells: list[str], text: str) -> dict[str, Any]:
    """Make one gold entry from the cells of a line."""
    if layer == "names":
        return {"variants": cells[0].split("; "), "kind": cells[1]}
    start, end = locate(text, cells[0])
    entry: dict[str, Any] = {"text": text[start:end], "start": start, "end": end}
    rest = [*cells[1:], "", "", ""]
    if layer == "quantities":
        kind, value, *unit = rest[0].split(" ", 2)
        return entry | {"kind": kind, **read_value(value), "unit": unit[0] if unit else None, **_flags(rest[1])}
    if layer == "claims":
        kind, *others = rest[0].replace(",", " ").split()
        named = {"kind": kind, "claimant": None if rest[1] in ("", "-") else rest[1], "check_worthy": 2}
        return entry | named | ({"alt_kinds": others} if others else {}) | _flags(rest[2])
    if layer == "quotes":
        return entry | {"speaker": None if rest[0] in ("", "-") else rest[0], **_flags(rest[1])}
    return entry | ({"kind": rest[0], "why": rest[1]} if layer == "not_checkable" else {"why": rest[0]})


def build(note: Path) -> dict[str, Any]:
    """Read one note file into a gold document."""
    gold: dict[str, Any] = {}
    text, layer, faults = "", "", []
    for number, line in enumerate(note.read_text(encoding="utf-8").splitlines(), 1):
        if not line.strip() or line.startswith("#"):
            continue
        if line.startswith("== "):
            layer = line[3:].strip()
            continue
        try:
            if layer not in LAYERS:
                name, _, value = line.partition(": ")
                gold[name] = value.strip()
                if name == "doc":
                    text = (ROOT / gold["doc"]).read_bytes().decode("utf-8")
                    gold |= {one: [] for one in LAYERS}
                continue
            gold[layer].append(_annotation(layer, [cell.strip() for cell in line.split(" | ")], text))
        except (NoteError, ArithmeticError, IndexError, ValueError) as error:
            faults.append(f"{note.name}:{number}: {error}")
    if faults:
        raise NoteError("\n".join(faults))
    for one in LAYERS[:-1]:
        gold[one].sort(key=lambda entry: (entry["start"], entry["end"]))
    for claim in gold["claims"]:
        claim["quoted"] = any(q["start"] <= claim["start"] and claim["end"] <= q["end"] for q in gold["quotes"])
    return gold


def render(gold: dict[str, Any]) -> str:
    """Write a gold document as JSON with one annotation a line, so that a change reads as a change of lines."""
    parts = []
    for name, value in gold.items():
        if isinstance(value, list) and value:
            rows = ",\n  ".join(json.dumps(entry, ensure_ascii=False) for entry in value)
            parts.append(f"{json.dumps(name)}: [\n  {rows}\n ]")
        else:
            parts.append(f"{json.dumps(name)}: {json.dumps(value, ensure_ascii=False)}")
    return "{\n " + ",\n ".join(parts) + "\n}\n"


def main() -> int:
    """Write the gold files, or with `--check` say whether they are what the notes make."""
    parser = argparse.ArgumentParser(description=__doc__.split("\n", 1)[0])
    parser.add_argument("--check", action="store_true", help="write nothing; exit 1 when a gold file is out of date")
    options = parser.parse_args()
    stale = 0
    for note in sorted((CORPUS / "notes").glob("*.txt")):
        gold = CORPUS / "gold" / f"{note.stem}.json"
        try:
            made = render(build(note))
        except NoteError as error:
            sys.stderr.write(f"{error}\n")
            stale += 1
            continue
        if not options.check:
            gold.write_text(made, encoding="utf-8", newline="\n")
        elif not gold.exists() or gold.read_text(encoding="utf-8") != made:
            sys.stderr.write(f"{gold.name} is not what its notes make\n")
            stale += 1
    return int(stale > 0)


if __name__ == "__main__":
    sys.exit(main())
