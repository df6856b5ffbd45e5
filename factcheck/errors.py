"""Every error that a person may see, each with the exit status it ends a command with.

FactcheckError                  2   wrong usage, or something that cannot be read or written
├── UnreadableInput             2   a file is missing, empty, not text, too large, or in a format that is not known
├── InvalidValue                2   an option, a date, a label or a column that is not one of those accepted
├── NotFound                    2   no such document, claim, person or scale
├── StoreError                  2   the database cannot be opened, is not ours, is newer, or is damaged
└── AnswerIsNo                  1   the question was understood, and the answer is no
    ├── RefusedMove             1   the workflow does not allow this act now; `missing` says what it wants
    └── ChangedMeanwhile        1   somebody else changed the claim since it was read; `changes` says what

Each message is one line that says what, where and what to do. The command line catches `FactcheckError` once, prints
the line on standard error and exits with `exit_code`.
"""

from __future__ import annotations

from collections.abc import Iterable

__all__ = [
    "AnswerIsNo",
    "ChangedMeanwhile",
    "FactcheckError",
    "InvalidValue",
    "NotFound",
    "RefusedMove",
    "StoreError",
    "UnreadableInput",
]


class FactcheckError(Exception):
    """Say in one line what went wrong, where, and what to do."""

    exit_code = 2

    def __init__(self, message: str) -> None:
        self.message = " ".join(message.split())
        super().__init__(self.message)


class UnreadableInput(FactcheckError):
    """Tell which input could not be read, and the true reason.

    >>> print(UnreadableInput("draft.txt", "empty"))
    draft.txt: empty
    """

    def __init__(self, source: str, reason: str) -> None:
        self.source = source
        self.reason = reason
        super().__init__(f"{visible(source)}: {reason}")


class InvalidValue(FactcheckError):
    """Tell which value was not accepted, and name those that are."""


class NotFound(FactcheckError):
    """Tell what was asked for and is not on file."""


class StoreError(FactcheckError):
    """Tell what is wrong with the database, and what to do."""


class AnswerIsNo(FactcheckError):
    """Answer no to a question that was understood: exit status 1."""

    exit_code = 1


class RefusedMove(AnswerIsNo):
    """Refuse an act of the workflow and name each missing thing.

    >>> error = RefusedMove("C17 cannot be proposed", ["a rating", "evidence with a locator"])
    >>> print(error)
    C17 cannot be proposed: missing a rating; evidence with a locator
    """

    def __init__(self, message: str, missing: Iterable[str] = ()) -> None:
        self.missing = tuple(missing)
        detail = "; ".join(self.missing)
        super().__init__(f"{message}: missing {detail}" if detail else message)


class ChangedMeanwhile(AnswerIsNo):
    """Refuse a stale edit, and say what changed since it was read."""

    def __init__(self, message: str, changes: Iterable[str] = ()) -> None:
        self.changes = tuple(changes)
        detail = "; ".join(self.changes)
        super().__init__(f"{message}: {detail}" if detail else message)


def visible(name: str) -> str:
    r"""Spell out control and bidirectional characters, so that a file's name cannot disguise a message.

    >>> visible("a\nb\u202e.txt")
    'a\\nb\\u202e.txt'
    """
    return "".join(c if c.isprintable() else c.encode("unicode_escape").decode("ascii") for c in name)
