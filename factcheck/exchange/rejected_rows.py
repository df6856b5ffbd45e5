"""The rows that could not be taken, kept in a file with their reasons, so that they can be mended and imported again."""

from __future__ import annotations

import json
from pathlib import Path
from types import TracebackType
from typing import IO, Any

__all__ = ["RejectedRows"]


class RejectedRows:
    """Write JSON Lines of `source`, `line` or `item`, `reason` and `row`; the file is there whole, or not at all.

    Nothing is written where nothing is rejected, or where the import ends with an error.
    """

    def __init__(self, path: Path) -> None:
        self.path = path
        self.count = 0
        self._part = path.with_name(f"{path.name}.part")
        self._file: IO[str] | None = None

    def __enter__(self) -> RejectedRows:
        return self

    def __exit__(
        self, kind: type[BaseException] | None, error: BaseException | None, trace: TracebackType | None
    ) -> None:
        if self._file is None:
            return
        self._file.close()
        if kind is None:
            self._part.replace(self.path)
        else:
            self._part.unlink()

    def add(self, source: str, counted: str, place: int, reason: str, row: Any) -> None:
        """Write one row."""
        if self._file is None:
            self.path.parent.mkdir(parents=True, exist_ok=True)
            self._file = self._part.open("w", encoding="utf-8", errors="replace")
        self.count += 1
        told = {"source": source, counted: place, "reason": reason, "row": row}
        self._file.write(json.dumps(told, ensure_ascii=False, default=str) + "\n")
