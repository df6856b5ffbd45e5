"""Write reports to the reports folder: whole or not at all, and never outside it."""

from __future__ import annotations

import os
import re
import tempfile
from pathlib import Path
from typing import TYPE_CHECKING

from factcheck.errors import FactcheckError
from factcheck.reporting.build import Desk as DeskFacts
from factcheck.reporting.build import build_report
from factcheck.reporting.render import render_markdown
from factcheck.reporting.report import DocumentReport

if TYPE_CHECKING:
    from factcheck.workflow.desk import Desk

__all__ = ["gather_report", "safe_name", "write_report", "write_whole"]


def safe_name(slug: str) -> str:
    """Give a file name that cannot leave its folder.

    >>> safe_name("../../etc/passwd"), safe_name("green-zone"), safe_name("..")
    ('etc-passwd', 'green-zone', 'document')
    """
    return re.sub(r"[^\w-]+", "-", slug).strip("-_")[:100] or "document"


def gather_report(desk: Desk, document: str) -> DocumentReport:
    """Gather the report of a document on file, named by its number or its short name."""
    on_file = desk.document(document)
    facts = DeskFacts(scale=desk.scale_name, policy=desk.policy_name, is_solo=desk.is_solo, user=desk.user)
    return build_report(on_file, desk.claims(document=on_file.id), facts, generated=desk.now())


def write_report(desk: Desk, document: str, folder: Path) -> Path:
    """Write the Markdown report of a document, and give its path."""
    report = gather_report(desk, document)
    return write_whole(folder / f"{safe_name(report.slug)}.md", render_markdown(report))


def write_whole(path: Path, text: str) -> Path:
    """Write a file whole or not at all: to a temporary file beside it, then renamed over the old one."""
    try:
        path.parent.mkdir(parents=True, exist_ok=True)
        handle, temporary = tempfile.mkstemp(dir=path.parent, prefix=f".{path.name}.")
        try:
            with os.fdopen(handle, "w", encoding="utf-8", newline="\n") as out:
                out.write(text)
                out.flush()
                os.fsync(out.fileno())
            Path(temporary).chmod(0o644)
            Path(temporary).replace(path)
        except BaseException:
            Path(temporary).unlink(missing_ok=True)
            raise
    except OSError as error:
        reason = (error.strerror or str(error)).lower()
        raise FactcheckError(
            f"{path}: the report cannot be written ({reason}); the old one, if any, is whole"
        ) from error
    return path
