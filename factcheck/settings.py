"""Paths and thresholds of a desk, from the command line, the environment, or their defaults, in that order."""

from __future__ import annotations

import os
from collections.abc import Mapping
from dataclasses import dataclass, replace
from pathlib import Path

__all__ = ["Settings", "seeds_folder"]


@dataclass(frozen=True, slots=True)
class Settings:
    """Hold where a desk keeps its things and when a match is suggested.

    Attributes:
        database: a path of a SQLite file, or a `postgresql://` URL (`--db`, `FACTCHECK_DB`).
        reports: the folder that reports are written to (`--reports`, `FACTCHECK_REPORTS`).
        user: who acts, a name (`--as`, `FACTCHECK_USER`); the login name of the machine when neither says.
        suggest: score from which an earlier claim is suggested, 0..1.
        confirm: score from which a person may confirm a match in one step, 0..1; the program confirms nothing.
    """

    database: str = "claims.db"
    reports: Path = Path("reports")
    user: str = ""
    suggest: float = 0.45
    confirm: float = 0.85

    @classmethod
    def from_environment(cls, environment: Mapping[str, str] | None = None) -> Settings:
        """Read `FACTCHECK_DB`, `FACTCHECK_REPORTS` and `FACTCHECK_USER`.

        >>> Settings.from_environment({"FACTCHECK_DB": "desk.db"}).database
        'desk.db'
        """
        env = os.environ if environment is None else environment
        default = cls()
        return cls(
            database=env.get("FACTCHECK_DB") or default.database,
            reports=Path(env.get("FACTCHECK_REPORTS") or default.reports),
            user=env.get("FACTCHECK_USER") or env.get("USER") or env.get("LOGNAME") or "desk",
        )

    def with_options(
        self, *, database: str | None = None, reports: Path | None = None, user: str | None = None
    ) -> Settings:
        """Give a copy in which the options that were passed win."""
        given = {"database": database, "reports": reports, "user": user}
        return replace(self, **{name: value for name, value in given.items() if value is not None})  # type: ignore[arg-type]  # each value has its field's type


def seeds_folder() -> Path:
    """Find the folder of seeds: inside the installed package, or beside it in a source tree.

    >>> (seeds_folder() / "scales").is_dir()
    True
    """
    package = Path(__file__).parent
    inside = package / "seeds"
    return inside if inside.is_dir() else package.parent / "seeds"
