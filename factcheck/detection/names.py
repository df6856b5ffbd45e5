"""Names: people, bodies and places, with their titles, grouped with their other spellings."""

from __future__ import annotations

import re
from collections import Counter
from collections.abc import Iterable, Mapping, Sequence
from dataclasses import replace
from typing import Any, NamedTuple

from factcheck.detection.name_groups import Spelling, VariantGroup, group_spellings
from factcheck.detection.name_kinds import Found, name_pieces
from factcheck.detection.name_runs import Seen, capital_runs
from factcheck.detection.name_variants import same_name
from factcheck.detection.name_words import NameWords, fold, load_name_words
from factcheck.detection.passages import document_blocks, tag_sentences
from factcheck.detection.values import Name
from factcheck.detection.words import Word
from factcheck.text.cleaning import clean_document
from factcheck.text.document import BlockKind, Document
from factcheck.vocabulary import NameKind

__all__ = ["find_names", "names_in"]

_PLACE_ENDINGS = re.compile(r"[a-z]{3,}(?:bridge|shire|stan|ville|burgh|borough|mouth|minster|chester|haven|land|abad)")
_BREAKS = frozenset(".?!:")
_PROPER = frozenset({"NNP", "NNPS"})
_ACRONYM = re.compile(r"\s*\(\s*(?:the\s+)?[\"“‘']?([A-Z][A-Za-z.&]{1,9})[\"”’']?\s*\)")


class _Known(NamedTuple):
    """Hold one spelling of the desk's list."""

    words: tuple[str, ...]
    canonical: str
    kind: str


def find_names(document: Document, known: Iterable[Any] = ()) -> list[Name]:
    """Find every name in a document, with its kind, its title and its group of spellings.

    Args:
        document: the document.
        known: the desk's list: names as strings, or mappings with `name`, and optional `kind` and `variants`.

    >>> from factcheck.text.document import Document
    >>> names = find_names(Document.from_text("Dr Amara Okafor met the Housing Trust. Okafor agreed."))
    >>> [(name.text, name.kind.value, name.canonical) for name in names if name.kind == "person"]
    [('Amara Okafor', 'person', 'Amara Okafor'), ('Okafor', 'person', 'Amara Okafor')]
    """
    clean, mapping = clean_document(document)
    found = names_in(clean, known)
    if mapping.is_identity:
        return found
    moved = []
    for name in found:
        start, end = mapping.source_span(name.start, name.end)
        moved.append(replace(name, start=start, end=end, text=mapping.source[start:end]))
    return moved


def names_in(
    document: Document, known: Iterable[Any] = (), tagged: Sequence[Sequence[Word]] | None = None
) -> list[Name]:
    """Find the names of a clean document.

    Args:
        document: a clean document (`factcheck.text.cleaning.clean_document`).
        known: the desk's list, as in `find_names`.
        tagged: the words of each of its sentences, where they were tagged already.
    """
    tagged = tag_sentences(document) if tagged is None else tagged
    lexicon = load_name_words()
    listed = _read_known(known)
    blocks = document_blocks(document)
    owners = [s.block for s in document.sentences] or [0]
    seen = _seen_inside(tagged, lexicon)
    found: list[Found] = []
    for words, owner in zip(tagged, owners, strict=True):
        kind = blocks[owner].kind
        headline = kind in (BlockKind.TITLE, BlockKind.HEADING, BlockKind.LABEL) and _is_title_case(words)
        own = _listed_in(words, listed) if listed else []
        taken = {at for piece in own for at in range(piece.at, piece.until)}
        found += own
        for run in capital_runs(words, lexicon, seen, headline=headline):
            if taken and any(token.at in taken for token in run.tokens):
                run = run._replace(tokens=[token for token in run.tokens if token.at not in taken])
                if not run.tokens:
                    continue
            found += name_pieces(run, words, document.text, lexicon)
    found.sort(key=lambda piece: piece.start)
    found = [piece for piece in found if not _is_common(piece, seen)]
    return _grouped(found, document.text, listed)


def _is_common(piece: Found, seen: Seen) -> bool:
    """Say whether a single word that no list knows is an everyday word with a stray capital."""
    return piece.kind == "other" and piece.until == piece.at + 1 and piece.text.lower() in seen.small


def _seen_inside(tagged: Sequence[Sequence[Word]], lexicon: NameWords) -> Seen:
    """Gather how the document writes its words inside sentences: the same word at a sentence's head is read alike."""
    capital: set[str] = set()
    small: set[str] = set()
    for words in tagged:
        small.update([word[2] for word in words if word[2].islower()])
        if _is_title_case(words):
            continue
        inside = False
        for word in words:
            text = word[2]
            if text.islower():
                inside = True
            elif text in _BREAKS or word[4] == "``":
                inside = False
            elif text[0].isalnum():
                proper = inside and word[4] in _PROPER and text[0].isupper() and not text.isupper()
                if proper and word[3] not in lexicon.not_names and word[3] not in lexicon.body_heads:
                    capital.add(text)
                inside = True
    return Seen(capital, small)


def _is_title_case(words: Sequence[Word]) -> bool:
    long = [word[2] for word in words if len(word[2]) > 3 and word[2].isalpha()]
    return len(long) >= 3 and sum(text[0].isupper() for text in long) > 0.75 * len(long)


# The desk's own list.


def _read_known(known: Iterable[Any]) -> dict[str, list[_Known]]:
    """Index the desk's list by the first word of each spelling, the longest first."""
    listed: dict[str, list[_Known]] = {}
    for entry in known:
        values: Mapping[str, Any]
        if isinstance(entry, str):
            values = {"name": entry}
        elif isinstance(entry, Mapping):
            values = entry
        else:
            values = {field: getattr(entry, field, None) for field in ("name", "kind", "variants")}
        name = str(values.get("name") or "").strip()
        if not name:
            continue
        kind = str(values.get("kind") or "person")
        for spelling in (name, *(values.get("variants") or ())):
            words = tuple(fold(word) for word in str(spelling).split())
            if words:
                listed.setdefault(words[0], []).append(_Known(words, name, kind))
    for entries in listed.values():
        entries.sort(key=lambda entry: -len(entry.words))
    return listed


def _listed_in(words: Sequence[Word], listed: Mapping[str, Sequence[_Known]]) -> list[Found]:
    """Find the desk's names in a sentence, written with a capital somewhere."""
    pieces: list[Found] = []
    at = 0
    while at < len(words):
        for entry in listed.get(fold(words[at].text), ()):
            end = at + len(entry.words)
            inside = words[at:end]
            if tuple(fold(word.text) for word in inside) == entry.words and any(
                c.isupper() for w in inside for c in w.text
            ):
                kind = entry.kind if entry.kind in NameKind._value2member_map_ else "other"
                text = " ".join(word.text for word in inside)
                pieces.append(Found(inside[0].start, inside[-1].end, text, kind, None, True, at, end))
                at = end - 1
                break
        at += 1
    return pieces


# Groups.


def _grouped(found: Sequence[Found], text: str, listed: Mapping[str, Sequence[_Known]]) -> list[Name]:
    found = _settle_kinds(found)
    counts = Counter((piece.text, piece.kind) for piece in found)
    firsts: dict[tuple[str, str], int] = {}
    for piece in found:
        firsts.setdefault((piece.text, piece.kind), piece.start)
    spellings = [Spelling(name, kind, count, firsts[name, kind]) for (name, kind), count in counts.items()]
    groups = group_spellings(spellings, _declared_acronyms(found, text))
    group_of: dict[str, VariantGroup] = {}
    for group in groups:
        for spelling in group.spellings:
            group_of.setdefault(spelling, group)
    standing = {group.canonical: _listed_canonical(group, listed) for group in groups} if listed else {}
    names = []
    for piece in found:
        group = group_of[piece.text]
        suspect = group.suspects.get(piece.text)
        canonical = standing.get(group.canonical) or group.canonical
        notes = (f"possible misspelling of {suspect}",) if suspect is not None else ()
        if not notes and listed and canonical != group.canonical and not _spelt_as_listed(piece.text, listed):
            notes = (f"possible misspelling of {canonical}",)
        names.append(
            Name(
                piece.start,
                piece.end,
                text[piece.start : piece.end],
                NameKind(piece.kind),
                canonical,
                group.spellings,
                piece.title,
                notes,
            )
        )
    return names


def _settle_kinds(found: Sequence[Found]) -> list[Found]:
    """Give a name whose kind its place does not tell the kind that the document tells elsewhere."""
    kinds: dict[str, Counter[str]] = {}
    lasts: set[str] = set()
    firsts: set[str] = set()
    short = _short_for_bodies(found)
    for piece in found:
        key = fold(piece.text)
        kinds.setdefault(key, Counter())[piece.kind] += 2 if piece.sure else 1
        if piece.kind == "person":
            words = key.split()
            lasts.add(words[-1])
            firsts.add(words[0])
    settled = []
    for piece in found:
        key = fold(piece.text)
        kind = piece.kind
        if not piece.sure:
            known = [k for k, _ in kinds[key].most_common() if k != "other"]
            if kind == "other" and known:
                kind = known[0]
            elif key in short and kinds[key]["person"] <= 1:
                kind = "body"
            elif kind == "other" and (key.split()[-1] in lasts or key in firsts or key.rstrip("s") in lasts):
                kind = "person"
            elif known and kinds[key][known[0]] > kinds[key][kind]:
                kind = known[0]
        if kind == "other" and _PLACE_ENDINGS.fullmatch(key):
            kind = "place"
        settled.append(piece._replace(kind=kind) if kind != piece.kind else piece)
    return settled


def _short_for_bodies(found: Sequence[Found]) -> set[str]:
    """Gather what bodies are called for short: "Lumora" for "Lumora Group PLC", "Tern" for "Tern Capital"."""
    lexicon = load_name_words()
    tails = lexicon.company_tails | lexicon.body_heads
    short: set[str] = set()
    for piece in found:
        words = fold(piece.text).replace(".", "").split()
        while piece.kind == "body" and len(words) > 1 and words[-1] in tails:
            words.pop()
            if words[-1] not in tails and words[0] not in lexicon.given:
                short.add(" ".join(words))
    return short


def _declared_acronyms(found: Sequence[Found], text: str) -> list[tuple[str, str]]:
    """Find the short names that the text itself declares: "World Health Organisation (WHO)"."""
    declared = []
    for piece in found:
        if text[piece.end : piece.end + 2].lstrip()[:1] == "(":
            match = _ACRONYM.match(text, piece.end)
            if match and (match[1][0] == piece.text[0] or match[1][0] in piece.text):
                declared.append((match[1], piece.text))
    return declared


def _listed_canonical(group: VariantGroup, listed: Mapping[str, Sequence[_Known]]) -> str | None:
    """Find the desk's name that a group of spellings stands for."""
    if not listed:
        return None
    best, score = None, 0.8
    spellings = {fold(spelling) for spelling in group.spellings}
    for entries in listed.values():
        for entry in entries:
            if " ".join(entry.words) in spellings:
                return entry.canonical
            if len(entry.words) > 1:
                likeness = same_name(group.canonical, " ".join(entry.words))
                if likeness > score and " " in group.canonical:
                    best, score = entry.canonical, likeness
    return best


def _spelt_as_listed(text: str, listed: Mapping[str, Sequence[_Known]]) -> bool:
    words = [fold(word) for word in text.split()]
    return any(
        " ".join(words) == " ".join(entry.words) or (len(words) == 1 and words[0] == entry.words[-1])
        for entries in listed.values()
        for entry in entries
    )
