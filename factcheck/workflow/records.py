"""Findings as JSON records, and back: exact numbers stay exact."""

from __future__ import annotations

import datetime
from collections.abc import Mapping
from fractions import Fraction
from typing import Any

from factcheck.detection.values import Quantity
from factcheck.text.document import Block, BlockKind, Dateline, Document, DocumentKind, Sentence
from factcheck.vocabulary import Hedge, QuantityKind

__all__ = ["document_from", "number_record", "quantity_from", "quantity_record", "structure_record"]

_NUMBERS = ("value", "low", "high", "part", "whole")


def number_record(number: Fraction | str | None) -> Any:
    """Write an exact number as its numerator and denominator; dates stay text.

    >>> number_record(Fraction(73, 329)), number_record("2021-05")
    ([73, 329], '2021-05')
    """
    return [number.numerator, number.denominator] if isinstance(number, Fraction) else number


def _number_from(record: Any) -> Any:
    return Fraction(record[0], record[1]) if isinstance(record, list) else record


def quantity_record(quantity: Quantity) -> dict[str, Any]:
    """Write a quantity as a record; `quantity_from` gives the same quantity back."""
    record = {
        "start": quantity.start,
        "end": quantity.end,
        "text": quantity.text,
        "kind": quantity.kind.value,
        "hedge": quantity.hedge.value,
        "unit": quantity.unit,
        "per": quantity.per,
        "notes": list(quantity.notes),
        "alternatives": [number_record(number) for number in quantity.alternatives],
    }
    record.update({name: number_record(getattr(quantity, name)) for name in _NUMBERS})
    return record


def quantity_from(record: Mapping[str, Any]) -> Quantity:
    """Read a quantity from its record."""
    numbers = {name: _number_from(record.get(name)) for name in _NUMBERS}
    return Quantity(
        start=record["start"],
        end=record["end"],
        text=record["text"],
        kind=QuantityKind(record["kind"]),
        hedge=Hedge(record["hedge"]),
        unit=record.get("unit"),
        per=record.get("per"),
        notes=tuple(record.get("notes", ())),
        alternatives=tuple(_number_from(number) for number in record.get("alternatives", ())),
        **numbers,
    )


def structure_record(document: Document) -> dict[str, Any]:
    """Write a document's parts as a record, without its text."""
    dateline = document.dateline
    return {
        "blocks": [[b.kind.value, b.start, b.end, b.number, b.speaker, b.locator] for b in document.blocks],
        "sentences": [[s.start, s.end, s.block, s.paragraph, s.number] for s in document.sentences],
        "title": document.title,
        "byline": document.byline,
        "dateline": [dateline.date.isoformat() if dateline.date else None, dateline.place, dateline.start, dateline.end]
        if dateline
        else None,
        "kind": document.kind.value,
        "language": document.language,
        "source": document.source,
        "publisher": document.publisher,
        "url": document.url,
        "notes": list(document.notes),
    }


def document_from(text: str, record: Mapping[str, Any]) -> Document:
    """Read a document from its text and the record of its parts."""
    dateline = record["dateline"]
    return Document(
        text=text,
        blocks=tuple(Block(BlockKind(kind), *rest) for kind, *rest in record["blocks"]),
        sentences=tuple(Sentence(*fields) for fields in record["sentences"]),
        title=record["title"],
        byline=record["byline"],
        dateline=Dateline(datetime.date.fromisoformat(dateline[0]) if dateline[0] else None, *dateline[1:])
        if dateline
        else None,
        kind=DocumentKind(record["kind"]),
        language=record["language"],
        source=record["source"],
        publisher=record["publisher"],
        url=record["url"],
        notes=tuple(record["notes"]),
    )
