"""Times of the day: 6pm, 6:12, 14.30, noon, 7 o'clock, 1400 GMT."""

from __future__ import annotations

import re

from factcheck.detection.date_words import DOT, GLUED, SPACE, Passage

__all__ = ["may_be_time", "read_time"]

TIME_PREPOSITIONS = (
    "at",
    "by",
    "until",
    "till",
    "from",
    "to",
    "around",
    "about",
    "after",
    "before",
    "since",
    "between",
    "and",
)
CLOCK = re.compile(r"([0-9]{1,2}):([0-9]{2})(?::([0-9]{2})(?:[.,][0-9]+)?)?(?![0-9:])")
MERIDIEM = re.compile(r"[ ]?(?:([ap])\.? ?m\b\.?(?!\w))", re.IGNORECASE)
RATIO = re.compile(r"\b(?:ratio|odds|scores?|scored|beat|won|lost|verse|psalm)\b[^.;]*$", re.IGNORECASE)
ZONE = re.compile(r" ?(?:GMT|UTC|BST|CET|CEST|[ECP][SD]T|hrs|hours|h)\b")
MINUTES = {"half": 30, "quarter": 15, "five": 5, "ten": 10, "twenty": 20, "twenty-five": 25}
HOURS = ("one", "two", "three", "four", "five", "six", "seven", "eight", "nine", "ten", "eleven", "twelve")
PAST_HOUR = re.compile(
    rf"({'|'.join(sorted(MINUTES, key=len, reverse=True))})[ -](past|to) ({'|'.join(HOURS)}|1?[0-9])\b(?![-:.,]?[0-9])",
    re.IGNORECASE,
)
BEFORE_CLOCK = re.compile(r"\b(?:at|by|until|till|from|around|about|after|before|since|just|nearly) $", re.IGNORECASE)
AFTER_CLOCK = re.compile(
    r"\s*(?:$|[.,;:!?)\n”\"’]|(?:[ap]\.?m|on|in the|this|last|yesterday|today|tonight|tomorrow|\w+day|and|when|but|as|after|before"
    r"|that|GMT|local)\b)"
)
EVENING = re.compile(
    r"(?: ?pm\b| (?:last night|tonight|in the (?:afternoon|evening)|at night"
    r"|(?:this|yesterday|tomorrow|on \w+day) (?:afternoon|evening)|\w+day (?:afternoon|evening|night)))",
    re.IGNORECASE,
)
OCLOCK = re.compile(r" o['’ ]?clock\b", re.IGNORECASE)


def may_be_time(p: Passage, i: int) -> bool:
    """Tell by the next character or two whether the figures at token `i` can begin a time: one cheap look for each."""
    end = p.ends[i]
    after = p.text[end : end + 2]
    if after[:1] == " ":
        after = after[1:]
    return after[:1] in (":", ".", "a", "A", "p", "P", "o", "O") or p.meanings[i]["width"] == 4


def read_time(p: Passage, i: int) -> tuple[str, int] | None:
    """Read a time of the day at token `i`. Gives it as HH:MM (or HH:MM:SS) and the offset where it ends."""
    if p.has(i, "clock"):
        return _named(p, i)
    if p.has(i, "half") or p.has(i, "unit") or p.has(i, "tens"):
        return _past_the_hour(p, i)
    if p.has(i, "cardinal") and not p.has(i, "article"):
        said = _past_the_hour(p, i)
        if said is not None:
            return said
        oclock = OCLOCK.match(p.text, p.ends[i])
        hour = p.number(i, "cardinal") or 0
        return (f"{hour:02d}:00", oclock.end()) if oclock and hour <= 12 else None
    if not p.has(i, "digits") or (p.number(i, "width") or 9) > 4:
        return None
    start = p.starts[i]
    before = p.text[start - 1 : start]
    if before in ("$", "£", "€", "#", "/") or (before in (":", ".", ",") and p.text[start - 2 : start - 1].isdigit()):
        return None
    return _clock(p, i) or _with_meridiem(p, i) or _dotted(p, i) or _four_figures(p, i)


def _past_the_hour(p: Passage, i: int) -> tuple[str, int] | None:
    """Read "half past nine", "a quarter to six", "ten past three": minutes from an hour named in words or figures."""
    match = PAST_HOUR.match(p.text, p.starts[i])
    if match is None:
        return None
    article = p.before(i, 3).lower().endswith(" a ") and match[1].lower() == "quarter"
    introduced = BEFORE_CLOCK.search(p.before(i, 24)[: -2 if article else None])
    if match[2].lower() != "past" and introduced is None:
        return None  # "ten to three" may be a vote
    if match[1].lower() not in ("half", "quarter") and introduced is None:
        return None
    minutes = MINUTES[match[1].lower()]
    if match[2].lower() == "to" and (minutes == 30 or AFTER_CLOCK.match(p.text, match.end()) is None):
        return None
    hour = int(match[3]) if match[3].isdigit() else HOURS.index(match[3].lower()) + 1
    if not 1 <= hour <= 12:
        return None
    total = hour % 12 * 60 + (minutes if match[2].lower() in ("past", "after") else -minutes)
    if EVENING.match(p.text, match.end()):
        total += 12 * 60
    return f"{total // 60 % 24:02d}:{total % 60:02d}", match.end()


def _named(p: Passage, i: int) -> tuple[str, int] | None:
    if p.before(i, 9).lower().endswith(("high ", "-", "burning ", "12 ", "twelve ")):
        return None
    hour = p.number(i, "clock") or 0
    return f"{hour:02d}:00", p.ends[i]


def _said(hour: int, minute: int, meridiem: str, second: int | None = None) -> str | None:
    """Write a time, or None when the clock has none such."""
    if meridiem:
        if not 1 <= hour <= 12:
            return None
        hour = hour % 12 + (12 if meridiem.lower() == "p" else 0)
    if hour > 24 or minute > 59 or (hour == 24 and minute) or (second or 0) > 59:
        return None
    return f"{hour % 24:02d}:{minute:02d}" + (f":{second:02d}" if second is not None else "")


def _clock(p: Passage, i: int) -> tuple[str, int] | None:
    match = CLOCK.match(p.text, p.starts[i])
    if match is None:
        return None
    if RATIO.search(p.before(i, 24)) or (p.word(i - 1) == "in" and p.joined(i - 1)):
        return None
    meridiem = MERIDIEM.match(p.text, match.end())
    said = _said(int(match[1]), int(match[2]), meridiem[1] if meridiem else "", int(match[3]) if match[3] else None)
    return (said, _end(p, meridiem, match.end())) if said else None


def _end(p: Passage, meridiem: re.Match[str] | None, end: int) -> int:
    """Give where a time ends: after am or pm, but a full stop that ends the sentence stays out ("at 6pm.")."""
    if meridiem is None:
        return end
    stop = meridiem.end()
    if p.text[stop - 1] == "." and "." not in meridiem.group()[:-1]:
        stop -= 1
    return stop


def _with_meridiem(p: Passage, i: int) -> tuple[str, int] | None:
    if (p.number(i, "width") or 9) > 2:
        return None
    end, minute = p.ends[i], 0
    if p.joined(i, DOT) and p.number(i + 1, "width") == 2:
        end, minute = p.ends[i + 1], p.number(i + 1, "digits") or 0
    hour = p.number(i, "digits") or 0
    meridiem = MERIDIEM.match(p.text, end)
    if meridiem is not None:
        said = _said(hour, minute, meridiem[1])
        return (said, _end(p, meridiem, end)) if said else None
    oclock = OCLOCK.match(p.text, end)
    if oclock is not None and 1 <= hour <= 12 and not minute:
        return f"{hour:02d}:00", oclock.end()
    return None


def _dotted(p: Passage, i: int) -> tuple[str, int] | None:
    """Read 14.30 after "at" and its like, or before a time zone; elsewhere it is a decimal number."""
    if not p.joined(i, DOT) or p.number(i + 1, "width") != 2 or (p.number(i, "width") or 9) > 2:
        return None
    end = p.ends[i + 1]
    zone = ZONE.match(p.text, end)
    at = p.joined(i - 1) and p.word(i - 1) in ("at",)
    follows = p.text[end : end + 2]
    if zone is None and (
        not at or (follows[:1] == " " and not FOLLOWS.match(p.text, end)) or follows[:1] in ("%", "°")
    ):
        return None
    if follows[:1].isalnum() or (follows[:1] in ".," and follows[1:].isdigit()):
        return None
    said = _said(p.number(i, "digits") or 0, p.number(i + 1, "digits") or 0, "")
    return (said, end) if said else None


FOLLOWS = re.compile(r" (?:on|and|but|when|in|as|after|before|the|local|this|today|yesterday|[A-Z])")


def _four_figures(p: Passage, i: int) -> tuple[str, int] | None:
    """Read 1400 GMT."""
    if p.number(i, "width") != 4 or ZONE.match(p.text, p.ends[i]) is None:
        return None
    zone = ZONE.match(p.text, p.ends[i])
    if zone is None or (
        zone.group().strip() in ("hours", "h")
        and not (p.joined(i - 1, SPACE, GLUED) and p.word(i - 1) in TIME_PREPOSITIONS)
    ):
        return None
    digits = p.number(i, "digits") or 0
    said = _said(digits // 100, digits % 100, "")
    return (said, p.ends[i]) if said else None
