"""Rules about who and what the claims speak of: topic, roles, holders, other subjects, other occasions."""

from __future__ import annotations

from factcheck.matching.case import Case
from factcheck.matching.fingerprint import Fingerprint
from factcheck.matching.ground import Point
from factcheck.matching.lexicon import load_lexicon
from factcheck.matching.names import contains_place, name_words
from factcheck.matching.rule import Outcome
from factcheck.matching.terms import Term
from factcheck.vocabulary import Relation

__all__ = [
    "agents_kept", "decide_converse", "decide_holder", "decide_occasion", "decide_other_subject", "decide_record",
    "decide_roles", "decide_speaker", "decide_topic",
]  # fmt: skip


def decide_topic(case: Case) -> Outcome | None:
    """Claims that share no word of a topic are about different things, whatever names and numbers they share."""
    if case.only_measures_shared and not case.al.names:
        return Outcome(Relation.UNRELATED, "they share how it is measured, and speak of different things")
    if (case.topic >= 0.5 and case.topic_share >= 0.2) or (case.topic >= 0.4 and case.topic_share >= 0.5):
        return None
    names = len(case.al.names)
    verbs = any(p.a.sort == p.b.sort == "verb" and p.a.weight >= 0.5 for p in case.al.pairs)
    if names and verbs and case.same_time:
        return None  # the same done to one named thing in one year
    if names and any(
        p.same_thing and p.a.scale == p.b.scale == "share" and p.a.unit == p.b.unit for p in case.al.amounts
    ):
        return None
    if names and case.numbers_agree and case.topic >= 0.0 and min(case.al.cover_a, case.al.cover_b) >= 0.5:
        return None
    if case.al.swaps == () and max(case.al.cover_a, case.al.cover_b) >= 0.75:
        return None
    if names >= 2 and max(case.al.cover_a, case.al.cover_b) >= 0.6:
        return None
    shared = "a name, no topic" if names else "no topic"
    return Outcome(Relation.UNRELATED, f"they share {shared}")


def decide_roles(case: Case) -> Outcome | None:
    """The same words with two nouns in each other's place tell the reverse; a converse verb turns it back."""
    crossed = _crossed(case)
    if crossed is None:
        return None
    (a1, b1), (a2, _) = crossed
    if _verbs_converse(case):
        return None
    return Outcome(
        Relation.CONFLICT,
        f"roles differ: {a1.text} and {a2.text} have changed places",
        point=Point(a1.at[0], b1.at[0]),
    )


def decide_converse(case: Case) -> Outcome | None:
    """With a converse verb and the nouns in the same places the event is told the wrong way round."""
    if _verbs_converse(case) and len(case.al.names) >= 2 and _crossed(case) is None and agents_kept(case):
        return Outcome(
            Relation.CONFLICT,
            "the verb tells the event from the other end, and the names kept their places",
            point=next(Point(a.at[0], b.at[0]) for a, b in _nominals(case) if a.slot == b.slot == "agent"),
        )
    return None


def _nominals(case: Case) -> list[tuple[Term, Term]]:
    """Give the pairs of nouns and names that could change places."""
    return [
        (p.a, p.b)
        for p in case.al.pairs
        if p.how in {"name", "word"} and p.a.sort in {"name", "noun"} and p.b.sort in {"name", "noun"} and p.a.weight
    ]


def _crossed(case: Case) -> tuple[tuple[Term, Term], tuple[Term, Term]] | None:
    """Find two nouns that stand in each other's slot."""
    pairs = _nominals(case)[:40]
    for i, (a1, b1) in enumerate(pairs):
        for a2, b2 in pairs[i + 1 :]:
            if (
                a1.slot == b2.slot
                and a2.slot == b1.slot
                and a1.slot != a2.slot
                and _ordered(a1, a2) != _ordered(b1, b2)
            ):
                return (a1, b1), (a2, b2)
    return None


def _ordered(first: Term, second: Term) -> bool:
    return first.at < second.at


def _verbs_converse(case: Case) -> bool:
    """Tell whether the claims' verbs tell one event from its two ends."""
    return any(
        (pair, -pole) in p.b.converses for p in case.al.pairs for pair, pole in p.a.converses if not p.a.keys & p.b.keys
    )


def agents_kept(case: Case) -> bool:
    """Tell whether the same name does it in both claims."""
    return any(a.slot == b.slot == "agent" for a, b in _nominals(case) if a.sort == b.sort == "name")


def decide_holder(case: Case) -> Outcome | None:
    """A role, title or act with one holder cannot have two."""
    rivals = _rival_holders(case)
    if rivals is not None:
        left, right = rivals
        return Outcome(
            Relation.CONFLICT,
            f"one holder, two given: {left.text} and {right.text}",
            point=Point(left.at[0], right.at[0], _places(case.al.a, left), _places(case.al.b, right)),
        )
    al = case.al
    if al.speakers_a and al.speakers_b and case.says_once:
        one, two = _text(al.a, al.speakers_a[0]), _text(al.b, al.speakers_b[0])
        return Outcome(Relation.CONFLICT, f"said by one, two given: {one} and {two}")
    return None


def _places(print_: Fingerprint, term: Term) -> frozenset[tuple[int, ...]]:
    """Give the places of the terms of the name that a term belongs to, or of the term."""
    for name in print_.names:
        if any(print_.terms[i].at == term.at for i in name):
            return frozenset(print_.terms[i].at for i in name)
    places = {term.at}
    for other in reversed([t for t in print_.terms if t.at < term.at]):  # "customs clerk", "local reporter"
        if other.slot != term.slot or other.sort not in {"noun", "adjective"} or other.at[-1] + 1 not in min(places):
            break
        places.add(other.at)
    return frozenset(places)


def decide_record(case: Case) -> Outcome | None:
    """A record or a title stands until it is broken: at another time it may have another value or holder."""
    if not case.print_days and case.apart is None:
        return None
    if "record" not in case.running or case.numbers_agree_on_value:
        return None
    if case.same_time and not case.names_old_date:
        return None
    if not (case.numbers_differ or case.heavy_swaps or (case.al.names_a and case.al.names_b) or case.says_no_longer):
        return None
    if case.apart is not None and not case.print_days:
        return None
    return Outcome(Relation.UPDATED, "a record or title at another date")


def _rival_holders(case: Case) -> tuple[Term, Term] | None:
    """Give the two names or nouns given for one holder, or None."""
    if case.numbers_differ:
        return None
    rivals = _rivals(case)
    if rivals is None:
        return None
    left, right = rivals
    if _identifies(case.al.a, left) and _identifies(case.al.b, right):
        return left, right
    if case.says_once and left.slot == right.slot and left.slot in {"agent", "complement"}:
        return left, right
    for pair in case.al.pairs:
        values = {v for s, v in pair.a.marks & pair.b.marks if s == "holder"}
        if "mark" in values and (left.slot == right.slot or left.sort == right.sort == "name"):
            return left, right
        if "role" in values and {pair.a.slot, left.slot} <= {"agent", "complement", ""}:
            return left, right
        if "act" in values and pair.a.sort == "verb" and left.slot == right.slot == "agent" and _definite_object(case):
            return left, right
        once = case.al.a.clauses[pair.a.clause].passive or any(p.a.is_marked("occasion") for p in case.al.pairs)
        if "venue" in values and once and left.slot == right.slot and left.slot in {"in", "at", "from", "on"}:
            return left, right
    return None


def _identifies(print_: Fingerprint, term: Term) -> bool:
    """Tell whether "is" equates a name with one thing: "the keeper was X", "X is the capital of Y"."""
    clause = print_.clauses[term.clause]
    if not clause.copula or clause.verb is None or term.slot not in {"agent", "complement"}:
        return False
    if term.sort != "name" and print_.words[term.at[0] - 1].lower != "the":
        return False
    side = range(clause.start, clause.verb) if term.slot == "complement" else range(clause.verb + 1, clause.end)
    other = [print_.words[i] for i in side]
    if not other or (other[0].lower != "the" and not any(w.tag == "POS" for w in other[:4])):
        return False
    head = next((w for w in other if w.tag in {"NN", "NNS"}), None)
    return head is not None and head.tag == "NN"


def _rivals(case: Case) -> tuple[Term, Term] | None:
    """Give the names, or the nouns, that stand in one slot and are not one."""
    if case.al.names_a and case.al.names_b:
        return case.al.a.terms[case.al.a.names[case.al.names_a[0]][-1]], case.al.b.terms[
            case.al.b.names[case.al.names_b[0]][-1]
        ]
    sorts = {"noun", "name", "adjective"} if case.says_once else {"noun", "name"}
    nouns = [(x, y) for x, y in case.al.swaps if x.sort in sorts and y.sort in sorts]
    return nouns[0] if nouns else None


def _definite_object(case: Case) -> bool:
    """Tell whether what was done is one thing: "the ruling", not "22 goals"."""
    for print_ in (case.al.a, case.al.b):
        if any(a.scale == "count" for a in print_.amounts):
            return False
        if not any(word.lower in {"the", "its", "his", "her", "their"} for word in print_.words):
            return False
    return True


def decide_other_subject(case: Case) -> Outcome | None:
    """The same said of another name or kind is another fact; both can be right."""
    al = case.al
    if al.names_a and al.names_b:
        left, right = _text(al.a, al.names_a[0]), _text(al.b, al.names_b[0])
        if contains_place(right.lower(), left.lower()):
            return Outcome(Relation.NARROWER, f"{left} lies in {right}")
        if contains_place(left.lower(), right.lower()):
            return Outcome(Relation.BROADER, f"{right} lies in {left}")
        return Outcome(Relation.RELATED, f"other subject: {left} and {right}")
    for pair in al.pairs:
        siblings = load_lexicon().siblings
        if pair.how == "opposite" and any(
            axis in siblings and (axis, -pole) in pair.b.poles for axis, pole in pair.a.poles
        ):
            return Outcome(Relation.RELATED, f"other subject: {pair.a.text} and {pair.b.text}")
    return None


def _text(print_: Fingerprint, name: int) -> str:
    return " ".join(name_words(print_, name))


def decide_occasion(case: Case) -> Outcome | None:
    """Another year's election, match or fire is another occasion, with figures of its own."""
    pair = case.apart
    if pair is None or "record" in case.running:
        return None
    first, second = _occasion_of(case.al.a, pair.a), _occasion_of(case.al.b, pair.b)
    if first and second and (first.keys & second.keys):
        left, right = case.period("a", pair.a).text, case.period("b", pair.b).text
        return Outcome(Relation.RELATED, f"another {first.word}: {left} and {right}")
    return None


def _occasion_of(print_: Fingerprint, period: int) -> Term | None:
    """Give the occasion that a date names: "the 2018 vote", "the fire of 1978", "in the 2009 restructuring"."""
    date = print_.periods[period]
    for term in print_.terms:
        if not term.is_marked("occasion"):
            continue
        before = term.at[0] - date.end
        if 0 <= before <= 3 and not any(
            w.tag.startswith(("VB", "IN", "DT", ",")) for w in print_.words[date.end : term.at[0]]
        ):
            return term
        after = date.start - term.at[-1]
        if 0 < after <= 2 and date.preposition in {"of", "'s", "’s"}:
            return term
    return None


def decide_speaker(case: Case) -> Outcome | None:
    """The same words in two mouths are two quotations."""
    al = case.al
    if al.speakers_a and al.speakers_b and '"' in al.a.text.replace("“", '"') and '"' in al.b.text.replace("“", '"'):
        left, right = _text(al.a, al.speakers_a[0]), _text(al.b, al.speakers_b[0])
        return Outcome(Relation.RELATED, f"another speaker: {left} and {right}")
    return None
