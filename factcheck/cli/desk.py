"""Open the desk for a command, with the machine's clock and the user's name."""

from __future__ import annotations

import re
from datetime import date, datetime, timezone
from typing import TYPE_CHECKING

if TYPE_CHECKING:
    from factcheck.settings import Settings
    from factcheck.workflow.desk import Desk

__all__ = ["clock", "open_desk", "words_of"]

ON_FILE = re.compile(r"[CcKk]-?\d+")


def clock() -> datetime:
    """Give the time now, in UTC: the one place where the command line asks the machine."""
    return datetime.now(timezone.utc)  # noqa: UP017  # the alias UTC reads like a constant of ours


def open_desk(settings: Settings) -> Desk:
    """Open the desk that the settings name."""
    from factcheck.workflow.desk import Desk

    return Desk.open(settings.database, user=settings.user, clock=clock)


def words_of(settings: Settings, text: str) -> tuple[str, date | None]:
    """Give the words and the day of something on file ("C17", "K3"), or the text itself without a day."""
    if not ON_FILE.fullmatch(text.strip()):
        return text, None
    with open_desk(settings) as desk:
        words, day = desk.words_of(text.strip())
    return words, date.fromisoformat(day) if day and len(day) == 10 else None
