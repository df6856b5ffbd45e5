"""Read a day from the command line."""

from __future__ import annotations

from datetime import date

from factcheck.errors import InvalidValue

__all__ = ["day"]


def day(text: str | None, option: str = "--dateline") -> date | None:
    """Read an ISO day, or say how one is written.

    >>> day("2021-11-07")
    datetime.date(2021, 11, 7)
    """
    if text is None:
        return None
    try:
        return date.fromisoformat(text)
    except ValueError:
        raise InvalidValue(f"{option} {text!r} is not a day; write it as 2021-11-07") from None
