"""Evidence: passages and figures from sources, with what they do to the claim."""

from __future__ import annotations

import datetime
import hashlib
import os
import shutil
import tempfile
from dataclasses import dataclass
from enum import StrEnum
from pathlib import Path
from typing import TypeVar

from sqlalchemy import select

from factcheck.errors import InvalidValue, NotFound, UnreadableInput
from factcheck.store.tables import Claim, Evidence, Source
from factcheck.vocabulary import EvidenceKind, Stance, Tier
from factcheck.workflow.act import Act, day
from factcheck.workflow.labels import label, number_of

__all__ = ["Piece", "add_evidence", "archive_file", "withdraw_evidence"]

Word = TypeVar("Word", bound=StrEnum)


@dataclass(frozen=True, slots=True)
class Piece:
    """Hold a piece of evidence as it is handed in; `file` is archived by its content beside the database."""

    kind: str = "document"
    tier: str = "primary"
    stance: str = "supports"
    source: str | None = None
    quotation: str | None = None
    locator: str | None = None
    url: str | None = None
    obtained: str | datetime.date | None = None
    note: str | None = None
    origin: str | None = None
    file: str | Path | None = None
    protected: bool = False


def add_evidence(act: Act, claim: Claim, piece: Piece) -> None:
    """Put a piece of evidence on file; the day it was obtained is today where none is given."""
    words = {
        name: (getattr(piece, name) or "").strip() or None
        for name in ("source", "quotation", "locator", "url", "note", "origin")
    }
    kind = _one_of(EvidenceKind, piece.kind, "kind of evidence")
    tier = _one_of(Tier, piece.tier, "tier")
    stance = _one_of(Stance, piece.stance, "stance")
    obtained = day(piece.obtained, "when it was obtained") or act.now.date().isoformat()
    move = act.begin("add_evidence", claim, file=piece.file, **words)
    source = _source(act, words["source"], protected=piece.protected)
    archive, digest = archive_file(Path(piece.file), act.archive) if piece.file else (None, None)
    evidence = Evidence(
        claim_id=claim.id or 0,
        source_id=source.id if source else None,
        kind=kind.value,
        tier=tier.value,
        stance=stance.value,
        origin=words["origin"],
        quotation=words["quotation"],
        locator=words["locator"],
        url=words["url"],
        obtained=obtained,
        note=words["note"],
        archive=archive,
        sha256=digest,
        person_id=act.person_id,
        at=act.at,
    )
    act.session.add(evidence)
    act.session.flush()
    act.finish(move, evidence=label("E", evidence.id or 0))


def _one_of(words: type[Word], given: str, what: str) -> Word:
    wanted = given.strip().lower().replace(" ", "_").replace("-", "_")
    for word in words:
        if word.value == wanted:
            return word
    raise InvalidValue(f"{given!r} is no {what}: choose one of {', '.join(words)}")


def _source(act: Act, name: str | None, *, protected: bool) -> Source | None:
    """Find a source by its name, whatever the case, or put it on file."""
    if name is None:
        return None
    name = " ".join(name.split())
    row = act.rows.rows("SELECT id FROM source WHERE LOWER(name) = LOWER(?) ORDER BY id", [name])
    if row:
        source = act.session.get_one(Source, row[0]["id"])
        if protected and not source.protected:
            source.protected = True
        return source
    source = Source(name=name, protected=protected)
    act.session.add(source)
    act.session.flush()
    return source


def archive_file(path: Path, folder: Path | None) -> tuple[str | None, str]:
    """Copy a file into the archive under the name of its content, and give that name and the SHA-256.

    Without an archive folder the file is only hashed. A file already there under the same hash is not written again.

    Raises:
        UnreadableInput: the file cannot be read.
    """
    try:
        with path.open("rb") as file:
            digest = hashlib.file_digest(file, "sha256").hexdigest()
            if folder is None:
                return None, digest
            name = digest + "".join(c for c in path.suffix.lower()[:12] if c.isalnum() or c == ".")
            kept = folder / digest[:2] / name
            if not kept.exists():
                kept.parent.mkdir(parents=True, exist_ok=True)
                file.seek(0)
                handle, temporary = tempfile.mkstemp(dir=kept.parent, prefix=".incoming-")
                with os.fdopen(handle, "wb") as copy:
                    shutil.copyfileobj(file, copy)
                    copy.flush()
                    os.fsync(copy.fileno())
                Path(temporary).replace(kept)
    except OSError as error:
        raise UnreadableInput(str(path), (error.strerror or str(error)).lower()) from None
    return f"{digest[:2]}/{name}", digest


def withdraw_evidence(act: Act, claim: Claim, evidence: str | int, reason: str | None) -> None:
    """Let a piece of evidence count no longer; it stays listed."""
    number = number_of(evidence, "E")
    found = act.session.scalars(select(Evidence).where(Evidence.id == number)).first()  # type: ignore[arg-type]  # SQLModel types a column as its value
    if found is None or found.claim_id != claim.id:
        raise NotFound(f"no evidence {label('E', number)} on {label('C', claim.id or 0)}")
    move = act.begin("withdraw_evidence", claim, reason=reason)
    found.withdrawn = True
    act.finish(move, evidence=label("E", number), reason=(reason or "").strip())
