"""Read what a rate is per: "per head", "a day", "per 100,000 people"."""

from __future__ import annotations

from factcheck.detection.numbers.cardinals import read_number
from factcheck.detection.numbers.lexicon import contexts, number_words
from factcheck.detection.numbers.tokens import BREAK, Tokens

__all__ = ["read_per"]


def read_per(t: Tokens, i: int) -> tuple[str, int] | None:
    """Read what a rate is per: "per head", "a day", "each year", "per 100,000 people", "- a - share"."""
    at = i
    if t.low[at] in ("-", "‑") and t.low[at + 1] in ("a", "an", "per"):
        at += 1
    word = t.low[at]
    if word == "apiece":
        return "unit", at + 1
    if word == "p" and t.low[at + 1] == "." and t.low[at + 2] == "a":
        return "year", at + 3
    if word in ("annually", "yearly", "daily", "weekly", "monthly", "hourly") and t.low[at + 1] in (
        "",
        ".",
        ",",
        BREAK,
        ";",
    ):
        return {
            "annually": "year",
            "yearly": "year",
            "daily": "day",
            "weekly": "week",
            "monthly": "month",
            "hourly": "hour",
        }[word], at + 1
    if word in ("for", "in") and t.low[at + 1] in ("every", "each"):
        at, word = at + 1, "per"
    if word not in ("per", "a", "an", "each", "every", "/"):
        return None
    at += 1
    if t.low[at] in ("-", "‑"):
        at += 1
    if word in ("per", "every") or t.low[at - 2] in ("for", "in"):
        base = (
            read_number(t, at)
            if t.is_number(at) or number_words().get(t.low[at], ("",))[0] in ("unit", "hundred") or t.low[at] == "a"
            else None
        )
        if base is not None and base.value > 1 and base.value.denominator == 1:
            noun = t.low[base.after]
            people = (
                noun in ("people", "population", "inhabitants", "residents", "persons", "citizens")
                or not t.is_word(base.after)
                or noun in contexts()["stop"]
            )
            if t.tag(base.after) in ("NN", "NNS") or people:
                unit = "person" if people else noun.removesuffix("s")
                return f"{base.value} {unit}", base.after + (
                    1 if t.is_word(base.after) and noun not in contexts()["stop"] else 0
                )
            return f"{base.value}", base.after
    if t.low[at] not in contexts()["per"]:
        if word == "per" and t.is_word(at) and t.low[at] not in ("cent", "se") and t.tag(at).startswith("NN"):
            return t.low[at], at + 1
        return None
    if word in ("a", "an") and t.low[at + 1] in ("ago", "earlier", "later", "before", "after", "old"):
        return None  # "3 million a decade earlier"
    noun = {"head": "person", "capita": "person", "annum": "year", "people": "person"}.get(t.low[at], t.low[at])
    return noun, at + 1
