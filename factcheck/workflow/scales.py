"""Rating scales as data: labels with meaning, a number or none, polarity, colour, and whether they are a verdict."""

from __future__ import annotations

import functools
import re
from collections.abc import Iterable, Mapping, Sequence
from pathlib import Path
from typing import TYPE_CHECKING, Any

from factcheck.errors import InvalidValue
from factcheck.settings import seeds_folder
from factcheck.vocabulary import Role

if TYPE_CHECKING:
    from factcheck.workflow.values import VerdictOnFile

__all__ = ["coarse_bucket", "find_label", "label_names", "seeded", "standing_verdict", "words_of_label"]


@functools.cache
def seeded(folder: str) -> Mapping[str, Mapping[str, Any]]:
    """Read the seeds of one folder (scales, policies), by id.

    >>> sorted(seeded("scales"))
    ['averitec', 'desk', 'google5', 'politifact6', 'snopes', 'text_only', 'wapo']
    """
    import tomllib  # only a new desk reads the seeds; listing claims starts faster without

    read = [tomllib.loads(path.read_text(encoding="utf-8")) for path in seed_files(folder)]
    return {data["id"]: data for data in read}


def seeded_names() -> list[dict[str, Any]]:
    """Give the names that a new desk starts with: `name`, `kind`, and every spelling, the canonical one first."""
    import tomllib  # only a new desk reads the seeds

    return [
        {
            "name": named["canonical"],
            "kind": named.get("kind", "person"),
            "variants": list(dict.fromkeys((named["canonical"], *named["variants"]))),
        }
        for path in seed_files("people")
        for named in tomllib.loads(path.read_text(encoding="utf-8"))["names"]
    ]


def seed_files(folder: str) -> list[Path]:
    """List the seed files of one folder, in the order of their names."""
    return sorted((seeds_folder() / folder).glob("*.toml"))


def label_names(scale: Mapping[str, Any]) -> list[str]:
    """Name a scale's labels."""
    return [label["id"] for label in scale["labels"]]


def _key(words: str) -> str:
    return re.sub(r"[\W_]+", " ", words).strip().casefold()


def find_label(scale: Mapping[str, Any], given: str) -> str:
    """Find a label by its id or its words, whatever the case or the marks between words.

    >>> find_label(seeded("scales")["politifact6"], "Pants on Fire!")
    'pants_on_fire'

    Raises:
        InvalidValue: the scale has no such label.
    """
    for label in scale["labels"]:
        if _key(given) in (_key(label["id"]), _key(label["words"])):
            return str(label["id"])
    known = ", ".join(label_names(scale))
    raise InvalidValue(f"{' '.join(given.split())!r} is no label of the scale {scale['id']}: choose one of {known}")


def words_of_label(scale: Mapping[str, Any], given: str | None) -> Mapping[str, Any]:
    """Give what a scale says of a label; nothing where scale or label are not known."""
    found: list[Mapping[str, Any]] = [label for label in scale.get("labels", ()) if label["id"] == given]
    return found[0] if found else {}


def coarse_bucket(scales: Mapping[str, Mapping[str, Any]], scale: str | None, words: str | None) -> str | None:
    """Give the coarse bucket of a label (true, mostly_true, mixed, mostly_false, false, unproven), or None.

    Without a scale the words are looked for in every scale, and count only where all that know them agree.

    >>> coarse_bucket(seeded("scales"), "wapo", "Four Pinocchios"), coarse_bucket(seeded("scales"), None, "Mixture")
    ('false', 'mixed')
    """
    if not words:
        return None
    asked = [scales[scale]] if scale is not None and scale in scales else list(scales.values())
    known = {
        label.get("bucket")
        for data in asked
        for label in data["labels"]
        if _key(words) in (_key(label["id"]), _key(label["words"]))
    }
    return known.pop() if len(known) == 1 else None


def standing_verdict(verdicts: Sequence[VerdictOnFile]) -> VerdictOnFile | None:
    """Give the verdict that stands: the last one a checker proposed or a head of desk decided."""
    return _last(verdict for verdict in verdicts if verdict.role in (Role.CHECKER, Role.HEAD))


def _last(verdicts: Iterable[VerdictOnFile]) -> VerdictOnFile | None:
    found = None
    for found in verdicts:  # noqa: B007  # the last one is what is wanted
        pass
    return found
