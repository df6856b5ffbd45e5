"""Case: an alignment with the questions that the rules ask of it, each answered once."""

from __future__ import annotations

from dataclasses import dataclass
from functools import cached_property

from factcheck.detection.lemmas import verb_lemma
from factcheck.matching.alignment import Alignment, AmountPair, PeriodPair
from factcheck.matching.fingerprint import Fingerprint
from factcheck.matching.ground import Ground, Point, find_ground, told_clauses
from factcheck.matching.periods import Period
from factcheck.matching.terms import Term

__all__ = ["Case"]

_NOW = frozenset({"now", "currently", "today", "far", "presently", "already", "reached", "longer"})
_HAVING = frozenset({"have", "hold", "employ", "house", "number", "own", "run", "count", "operate", "keep", "comprise"})
"""Verbs that tell how many somebody has."""
_MONTH, _FORTNIGHT, _ABOUT_YEAR, _YEARS = 30, 14, 400, 730
_READ = frozenset({"equal", "within", "around", "overlap"})
"""How two dates stand that were read on both sides."""
_ACTORS = frozenset({
    "police", "government", "minister", "president", "council", "court", "official", "officer", "company", "firm", "party",
    "prime minister", "spokesman", "mayor", "authority", "state", "country", "city", "town", "county", "region", "house",
})  # fmt: skip

_MEASURES = frozenset({
    "number", "cost", "price", "average", "rate", "share", "level", "total", "amount", "figure", "proportion", "size", "value",
    "petition", "people", "person", "sign", "month", "week", "day", "year", "part", "group", "member", "case", "place", "side",
})  # fmt: skip
"""Nouns that say how something is measured or told, and hardly what it is about."""


_ORDINALS = frozenset({
    "first", "second", "third", "fourth", "fifth", "sixth", "seventh", "eighth", "ninth", "tenth", "eleventh", "twelfth",
    "thirteenth", "fourteenth", "fifteenth", "sixteenth", "seventeenth", "eighteenth", "nineteenth", "twentieth",
})  # fmt: skip


@dataclass(frozen=True)
class Case:
    """Answer the rules' questions about two claims held side by side."""

    al: Alignment

    @cached_property
    def topic(self) -> float:
        """What the claims share of the words that say what they are about."""
        shared = 0.0
        for pair in self.al.pairs:
            if pair.a.topical and pair.b.topical and pair.a.sort != "name" and pair.b.sort != "name":
                actor = pair.a.word in _ACTORS or pair.b.word in _ACTORS
                verb = pair.a.sort == pair.b.sort == "verb" and len(pair.a.at) == len(pair.b.at) == 1
                share = 0.4 if actor or {pair.a.word, pair.b.word} & _MEASURES else 0.6 if verb else 1.0
                shared += min(pair.a.weight, pair.b.weight) * share
        for left, right in self._fielded():
            shared += 0.8 * max(left.weight, right.weight)
        return shared

    @cached_property
    def only_measures_shared(self) -> bool:
        """Whether all they share of a topic is how it is measured or told, and each names something of its own."""
        met = [p for p in self.al.pairs if p.a.topical and p.b.topical and "name" not in {p.a.sort, p.b.sort}]
        plain = [p for p in met if p.a.sort != "verb" and not {p.a.word, p.b.word} & (_MEASURES | _ACTORS)]
        own = [
            any(t.sort == "noun" and t.topical and t.weight >= 0.5 for t in terms)
            for terms in (self.al.only_a, self.al.only_b)
        ]
        return not plain and all(own)

    def _fielded(self) -> list[tuple[Term, Term]]:
        """Pair leftover words of one field: revenue and profit."""
        found, free = [], [t for t in self.al.only_b if t.weight]
        for term in self.al.only_a:
            fields = {v for s, v in term.marks if s == "field"}
            other = next((o for o in free if fields & {v for s, v in o.marks if s == "field"}), None)
            if term.weight and other is not None:
                found.append((term, other))
                free.remove(other)
        return found

    @cached_property
    def topic_share(self) -> float:
        """The shared topic as a share of the poorer claim's topic words."""
        totals = [sum(t.weight for t in p.terms if t.topical and t.sort != "name") for p in (self.al.a, self.al.b)]
        least = min(totals)
        return self.topic / least if least else 0.0

    @cached_property
    def numbers_differ(self) -> bool:
        """Whether two amounts of the same thing contradict."""
        return any(p.same_thing and not p.agrees for p in self.al.amounts)

    @cached_property
    def now_and_then(self) -> bool:
        """Whether one speaks of now and the other of a stated earlier time."""
        sides = (self.al.a, self.al.b)
        return any(
            _says_now(x) and not _says_now(y) and any(p.relative for p in y.periods) for x, y in (sides, sides[::-1])
        )

    @cached_property
    def counted_then_and_now(self) -> bool:
        """Whether both tell how many somebody has, and at different times: by print, by a stated date, or by tense."""
        sides = (self.al.a, self.al.b)
        verbs = [_having(p) for p in sides]
        if not all(verbs):
            return False
        if (self.print_days or 0) > _MONTH or self.apart is not None:
            return True
        tenses = [any(past for past in found) for found in verbs]
        dated = [p for p, past in zip(sides, tenses, strict=True) if past and p.periods]
        return tenses[0] != tenses[1] and bool(dated)

    @cached_property
    def so_far(self) -> bool:
        """Whether one of them counts up to its own day, and their days differ."""
        return bool(self.print_days) and not self.same_time and any(_counts_on(p) for p in (self.al.a, self.al.b))

    @cached_property
    def numbers_agree(self) -> bool:
        """Whether there are amounts, and all that meet agree."""
        return bool(self.al.amounts) and all(p.agrees for p in self.al.amounts)

    @cached_property
    def running(self) -> frozenset[str]:
        """How the figures of both claims run on: toll, level, record."""
        return self.al.a.marks("running") & self.al.b.marks("running")

    @cached_property
    def apart(self) -> PeriodPair | None:
        """Two stated dates that cannot be one, or None."""
        return next((p for p in self.al.periods if p.stand in {"apart", "overlap"}), None)

    @cached_property
    def same_time(self) -> bool:
        """Whether a stated date is the same in both."""
        return any(p.stand in {"equal"} for p in self.al.periods)

    def period(self, side: str, index: int) -> Period:
        """Give a date of one side."""
        return (self.al.a if side == "a" else self.al.b).periods[index]

    @cached_property
    def moments(self) -> tuple[int | None, int | None]:
        """The day each claim speaks of: its stated date, or the day of print."""
        return _moment(self.al.a), _moment(self.al.b)

    @cached_property
    def other_time(self) -> bool:
        """Whether the claims speak of different times: by stated dates, by "now", or by their days of print."""
        differing = next((p for p in self.al.amounts if p.same_thing and not p.agrees), None)
        first, second = self.moments
        if differing is not None:
            first, second = _moment(self.al.a, differing.a.clause), _moment(self.al.b, differing.b.clause)
        if self.apart is not None:
            return True
        if self.same_time:
            return False
        now = _says_now(self.al.a) != _says_now(self.al.b)
        past = any(p.relative for p in (*self.al.a.periods, *self.al.b.periods))
        return (first is not None and second is not None and first != second) or (now and past)

    @cached_property
    def print_days(self) -> int | None:
        """How many days lie between the two days of print, or None."""
        if self.al.a.date is None or self.al.b.date is None:
            return None
        return abs((self.al.a.date - self.al.b.date).days)

    @cached_property
    def names_old_date(self) -> bool:
        """Whether the date that both state lies years before both prints: it names a thing ("the 1811 vintage")."""
        if self.al.a.date is None or self.al.b.date is None:
            return False
        printed = min(self.al.a.date, self.al.b.date).toordinal()
        lasts = [self.period("a", p.a).last for p in self.al.periods if p.stand == "equal"]
        return all(last is not None and printed - last > _YEARS for last in lasts)

    @cached_property
    def stated_elsewhen(self) -> str | None:
        """A date that only one claim states, where the other was printed more than a year from it; None where there is none."""
        for dated, other in ((self.al.a, self.al.b), (self.al.b, self.al.a)):
            days = [p for p in dated.periods if p.first is not None and p.last is not None]
            if not days or other.periods:
                continue
            if other.date is None:
                if dated.date is not None and any(term.is_marked("occasion") for term in dated.terms):
                    return days[0].text
                continue
            printed = other.date.toordinal()
            if not any((p.first or 0) - _ABOUT_YEAR <= printed <= (p.last or 0) + _ABOUT_YEAR for p in days):
                return days[0].text
        return None

    @cached_property
    def same_print(self) -> bool:
        """Whether both were printed within a fortnight: a month without its year is then one month."""
        return self.print_days is not None and self.print_days <= _FORTNIGHT

    @cached_property
    def holders(self) -> frozenset[str]:
        """What in both claims says that there is one holder: role, mark, act, venue."""
        return frozenset(
            value for pair in self.al.pairs for sort, value in pair.a.marks & pair.b.marks if sort == "holder"
        )

    @cached_property
    def heavy_swaps(self) -> list[tuple[Term, Term]]:
        """What one claim says in the other's place; light words and what is said beside the figures are left out."""
        in_a, in_b = self.center
        heavy = [(x, y) for x, y in self.al.swaps if x.weight >= 0.5 and y.weight >= 0.5]
        return [(x, y) for x, y in heavy if x.clause in in_a and y.clause in in_b]

    @cached_property
    def center(self) -> tuple[frozenset[int], frozenset[int]]:
        """The clauses of the two statements that meet: those of two amounts of one thing, or else those that share most."""
        pair = next((p for p in self.al.amounts if p.same_thing), None)
        if pair is not None:
            return told_clauses(self.al.a, pair.a.start), told_clauses(self.al.b, pair.b.start)
        if self.best_ground is None:
            return frozenset(range(len(self.al.a.clauses))), frozenset(range(len(self.al.b.clauses)))
        point = self.best_ground[0]
        return told_clauses(self.al.a, point.a), told_clauses(self.al.b, point.b)

    @cached_property
    def best_ground(self) -> tuple[Point, Ground] | None:
        """The two statements that share most, by a word of each, and what they share."""
        points = {(p.a.clause, p.b.clause): Point(p.a.at[0], p.b.at[0]) for p in self.al.pairs}
        grounds = [
            (point, find_ground(self.al, point)) for _, point in sorted(points.items(), key=lambda entry: entry[0])
        ]
        return max(grounds, key=lambda g: (g[1].shared, g[1].share_a + g[1].share_b), default=None)

    @cached_property
    def numbers_derived(self) -> bool:
        """Whether counts on one side make the share on the other."""
        from factcheck.matching.value_rules import derived_share

        return derived_share(self)

    @cached_property
    def unread_digits(self) -> tuple[str, str] | None:
        """Two figures, one of each, that no amount or date of the other accounts for; None where there are none."""
        al = self.al
        read_a = [range(p.a.start, p.a.end) for p in al.amounts if p.agrees] + [
            range(al.a.periods[p.a].start, al.a.periods[p.a].end) for p in al.periods if p.stand in _READ
        ]
        read_b = [range(p.b.start, p.b.end) for p in al.amounts if p.agrees] + [
            range(al.b.periods[p.b].start, al.b.periods[p.b].end) for p in al.periods if p.stand in _READ
        ]
        left, right = _figures(al.a, read_a), _figures(al.b, read_b)
        only_a, only_b = sorted(left - right), sorted(right - left)
        return (only_a[0], only_b[0]) if only_a and only_b else None

    @cached_property
    def says_once(self) -> bool:
        """Whether both say in the same word that there is one: only, sole, single."""
        marks = [
            {m.entry.words for m in p.found if m.entry.sort == "holder" and m.entry.value == "mark"}
            for p in (self.al.a, self.al.b)
        ]
        return bool(marks[0] & marks[1])

    @cached_property
    def numbers_agree_on_value(self) -> bool:
        """Whether the claims give a value, besides ranks and dates, and the same one."""
        values = [p for p in self.al.amounts if p.a.scale != "rank"]
        return bool(values) and all(p.agrees for p in values)

    @cached_property
    def says_no_longer(self) -> bool:
        """Whether one of them says that something has ended: no longer, not any more, overtaken."""
        ended = (
            "no longer",
            "any more",
            "anymore",
            "overtak",
            "overtook",
            "beaten",
            "broke ",
            "broken",
            "surpass",
            "new record",
            "former",
        )
        return any(sign in p.plain for p in (self.al.a, self.al.b) for sign in ended)

    def point_of_amounts(self, pair: AmountPair) -> Point:
        """Give the point of two amounts: where they stand, and the words inside them that found no partner."""
        turned = [p for p in self.al.pairs if p.how == "opposite"]  # "halved" and "doubled" are the amounts themselves
        lone_a, lone_b = (*self.al.only_a, *(p.a for p in turned)), (*self.al.only_b, *(p.b for p in turned))
        left = frozenset(t.at for t in lone_a if pair.a.start <= t.at[0] < pair.a.end)
        right = frozenset(t.at for t in lone_b if pair.b.start <= t.at[0] < pair.b.end)
        return Point(pair.a.start, pair.b.start, left, right)

    def heavy(self, terms: tuple[Term, ...]) -> list[Term]:
        """Give the terms that count: no light words, no frames."""
        return [term for term in terms if term.weight >= 0.5]


def _figures(print_: Fingerprint, read: list[range]) -> set[str]:
    """Give the words with digits that stand outside what was read and held against the other claim."""
    return {
        word.lower.replace(",", "")
        for index, word in enumerate(print_.words)
        if (word.lower in _ORDINALS or any(c.isdigit() for c in word.text)) and not any(index in span for span in read)
    }


def _having(print_: Fingerprint) -> list[bool]:
    """Give for each clause that tells how many somebody has, or how many there are, whether it is in the past."""
    found = []
    for clause in print_.clauses:
        if clause.verb is None:
            continue
        verb = print_.words[clause.verb]
        there = clause.verb and print_.words[clause.verb - 1].lower == "there" and clause.copula
        if there or (verb.tag.startswith("VB") and verb_lemma(verb.lower) in _HAVING):
            found.append(clause.past)
    return found


def _counts_on(print_: Fingerprint) -> bool:
    if any(period.preposition in {"by", "until"} and period.relative for period in print_.periods):
        return True
    text = f" {print_.plain} "
    return any(f" {words} " in text for words in ("so far", "to date", "until now", "up to now", "have now", "has now"))


def _moment(print_: Fingerprint, clause: int | None = None) -> int | None:
    for period in print_.periods:
        if period.last is not None and clause in {None, period.clause}:
            return period.last
    return print_.date.toordinal() if print_.date else None


def _says_now(print_: Fingerprint) -> bool:
    return any(word.lower in _NOW for word in print_.words)
