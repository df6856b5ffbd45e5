"""Which earlier checks a JSON value holds: a review, a feed, a graph, an answer, a plain row, or lists of these."""

from __future__ import annotations

import json
from collections.abc import Iterable, Iterator, Mapping
from typing import Any

from factcheck.errors import InvalidValue
from factcheck.exchange.check_rows import CheckRow, why_no_claim
from factcheck.exchange.check_table import column_map
from factcheck.exchange.claim_review import filled, is_claim_review, read_claim_review
from factcheck.exchange.loose_values import Nodes, each, has_kind, words_of
from factcheck.exchange.search_answer import is_answer, is_found_claim, read_found_claim

__all__ = ["CONTAINERS", "elements_of", "find_checks", "nodes_of"]

CONTAINERS = ("dataFeedElement", "@graph", "claims")
"""The properties whose list may be an archive's own list of items."""

DEEPEST = 8
"""How far inside other things (an article, a page) a review is looked for."""


def elements_of(value: Any) -> list[Any] | None:
    """Give the list of an object that is a list by its nature: a feed, a graph, an answer; nothing for others.

    >>> elements_of({"@type": "DataFeed", "dataFeedElement": [1, 2]}), elements_of({"@type": "ClaimReview"})
    ([1, 2], None)
    """
    if isinstance(value, list):
        return value
    if not isinstance(value, dict) or is_claim_review(value):
        return None
    for name in CONTAINERS:
        if name in value and (name != "claims" or is_answer(value)):
            inner = value[name]
            return inner if isinstance(inner, list) else list(each(inner))
    return None


def nodes_of(value: Any) -> Nodes:
    """Give the nodes of a graph by their @id."""
    graph = value.get("@graph") if isinstance(value, dict) else value
    found: dict[str, Mapping[str, Any]] = {}
    for one in graph if isinstance(graph, list) else [graph]:
        if isinstance(one, dict) and isinstance(one.get("@id"), str) and len(one) > 2:
            found.setdefault(one["@id"], one)
    return found


def find_checks(
    value: Any, nodes: Nodes | None = None, columns: Iterable[str] = (), depth: int = 0
) -> Iterator[CheckRow]:
    """Find every check that a value holds, or the reason why it holds none; things of other kinds give nothing.

    >>> [row.fields for row in find_checks({"@type": "DataFeedItem", "item": [{"claimReviewed": "Rents rose."}]})]
    [{'text': 'Rents rose.'}]
    >>> [row.reason for row in find_checks({"@type": "DataFeedItem", "item": None})]
    ["nothing in the feed's element"]
    """
    if isinstance(value, list):
        for one in value:
            yield from find_checks(one, nodes, columns, depth + 1)
    elif not isinstance(value, dict):
        yield CheckRow.broken(0, f"no object: {words_of(value)[:40] or 'null'}", value)
    elif is_claim_review(value):
        yield from read_claim_review(value, nodes)
    elif is_found_claim(value):
        yield from read_found_claim(value)
    elif "row" in value and "reason" in value:
        yield from _mended(value["row"], columns, depth)
    elif (inner := elements_of(value)) is not None:
        yield from find_checks(
            inner, {**(nodes or {}), **nodes_of(value)} if "@graph" in value else nodes, columns, depth + 1
        )
    elif "item" in value or has_kind(value, "datafeeditem"):
        held = list(each(value.get("item"), nodes))
        if held:
            yield from find_checks(held, nodes, columns, depth + 1)
        else:
            yield CheckRow.broken(0, "nothing in the feed's element", value)
    else:
        yield from _plain_row(value, columns)
        if depth < DEEPEST:
            yield from _inside(value, nodes, depth)


def _mended(row: Any, columns: Iterable[str], depth: int) -> Iterator[CheckRow]:
    """Read a row of our own file of rejected rows: an item, an item's text, or a table's cells by column."""
    if isinstance(row, str):
        try:
            row = json.loads(row, strict=False, parse_constant=str)
        except (ValueError, RecursionError):
            yield CheckRow.broken(0, "still no JSON", row)
            return
    found = list(find_checks(row, None, columns, depth + 1))
    yield from found or (_plain_row(row, columns, verdict_needed=False) if isinstance(row, dict) else ())


def _plain_row(value: Mapping[str, Any], columns: Iterable[str], *, verdict_needed: bool = True) -> Iterator[CheckRow]:
    """Read an object without a type whose keys are what a table's head would say: a claim, and what became of it."""
    if "@type" in value or "@id" in value or "@context" in value:
        return
    try:
        where = column_map([name for name in value if isinstance(name, str)], columns)
    except InvalidValue:
        return
    if verdict_needed and "verdict" not in where:
        return
    fields = filled(**{field: words_of(value[column]) for field, column in where.items()})
    yield CheckRow(0, fields, why_no_claim(fields.get("text", "")), value)


def _inside(value: Mapping[str, Any], nodes: Nodes | None, depth: int) -> Iterator[CheckRow]:
    """Find reviews inside a thing of another kind, such as the article that a page is."""
    for inner in value.values():
        for one in each(inner):
            if isinstance(one, dict):
                if is_claim_review(one):
                    yield from read_claim_review(one, nodes)
                elif depth < DEEPEST:
                    yield from _inside(one, nodes, depth + 1)
