"""Why a statement is not checkable: an ordered list of rules, the first that fits decides.

What is left out is never dropped: it is listed with its kind and its reason, so that a miss can be seen.
"""

from __future__ import annotations

from collections.abc import Callable

from factcheck.detection.clause_values import SHORT
from factcheck.detection.forecasts import (
    forecasts,
    guesses,
    is_first_person,
    might_have_been,
    subject_words,
    tells_chances,
)
from factcheck.detection.kinds import is_figure
from factcheck.detection.phrases import load_phrases
from factcheck.detection.statements import Statement
from factcheck.vocabulary import Kind

__all__ = ["REFUSALS", "refuse"]

WISHING_MODALS = frozenset({"", "can", "would", "'d", "could"})
ASKING = frozenset({"do", "does", "did", "are", "is", "was", "were", "have", "has", "can", "would"})
COPULAS = frozenset({"be", "seem", "look", "feel", "sound", "remain", "become", "appear"})


def refuse(statement: Statement) -> tuple[Kind, str] | None:
    """Give the kind and the reason why evidence could not settle a statement, or None where it could."""
    for kind, rule, in_quotes in REFUSALS:
        if (statement.quoted or statement.quotation) and not in_quotes:
            continue
        reason = rule(statement)
        if reason:
            return kind, reason
    return None


def _lexicon(section: str):  # type: ignore[no-untyped-def]  # PhraseSet, see load_phrases
    return load_phrases("not_checkable")[section]


def _has_figure(s: Statement) -> bool:
    return any(is_figure(quantity) for quantity in s.quantities)


def _question(s: Statement) -> str:
    inverted = len(s.words) > 2 and s.lowers[0] in ASKING and s.words[1].tag == "PRP" and s.sort == "main"
    return "question: it asks, and states nothing" if s.question or inverted else ""


def _conditional(s: Statement) -> str:
    if not s.conditional or _holds_anyway(s) or _is_rule(s):
        return ""
    return "conditional: it says what would follow, not what is"


def _holds_anyway(s: Statement) -> bool:
    """Tell "if you are married, we cut your tax": a past fact after an open condition is stated all the same."""
    finite = [group for group in s.groups if group.finite]
    if len(finite) < 2 or s.lowers[0] != "if":
        return False
    condition, main = finite[0], finite[1]
    return not condition.past and not condition.modal and (main.past or main.perfect) and not main.modal


def _is_rule(s: Statement) -> bool:
    """Tell "under the charter a vote cannot be held unless 15 ask for it": what a rule demands is a fact."""
    if s.lowers[0] in ("if", "unless"):
        return False
    barred = s.finite is not None and s.finite.negated and s.finite.modal in ("can", "may") and "unless" in s.vocabulary
    return barred or bool(s.phrase(load_phrases("claim_kinds")["law"]))


def _courtesy(s: Statement) -> str:
    found = s.phrase(_lexicon("courtesy"))
    return f"personal: a courtesy or an announcement: “{found}”" if found and not _has_figure(s) else ""


def _wish(s: Statement) -> str:
    if not is_first_person(s) or s.finite is None:
        return ""
    if (
        s.finite.lemma in _lexicon("wishing")
        and s.finite.modal in WISHING_MODALS
        and not s.finite.past
        and not s.finite.passive
    ):
        return f"personal: a wish, thanks or a feeling: “{s.span_text(s.finite)}”"
    return ""


def _feeling(s: Statement) -> str:
    """A state of mind after "is": "she is worried by the report", "I am proud", "that scares me"."""
    group = s.finite
    if group is None or _has_figure(s):
        return ""
    lexicon = _lexicon("feelings")
    people = any(
        (word.tag == "PRP" and word.lower != "it") or word.tag in ("NNP", "NNPS") for word in s.words[: group.start]
    )
    if group.passive and not group.modal and s.lowers[group.head] in lexicon and people:
        return f"personal: a feeling: “{s.lowers[group.head]}”"
    if group.lemma in COPULAS and people:
        for at in range(group.end, min(len(s.words), group.end + 3)):
            if s.lowers[at] in lexicon and s.words[at].tag != "NN":
                return f"personal: a feeling: “{s.lowers[at]}”"
            if s.words[at].tag not in ("RB", "JJ"):
                break
    if group.lemma in _lexicon("feeling verbs") and group.end < len(s.words) and s.lowers[group.end] in ("me", "us"):
        return f"personal: a feeling: “{s.span_text(group)} {s.lowers[group.end]}”"
    return ""


def _thought(s: Statement) -> str:
    """What the speaker thinks is an opinion, unless it states a figure ("I think crime rose 20%")."""
    found = s.phrase(_lexicon("judgement"))
    if found:
        return f"opinion: a judgement: “{found}”"
    group = s.finite
    if group is None or group.past or group.passive or group.lemma not in _lexicon("thinking"):
        return ""
    return f"opinion: a judgement: “{s.span_text(group)}”" if is_first_person(s) and not _has_figure(s) else ""


def _ought(s: Statement) -> str:
    """What ought to be is no fact; what a law demands ("drivers must") is one and is judged as law."""
    group = s.finite
    if group is not None and group.modal in _lexicon("ought"):
        kinds = load_phrases("claim_kinds")
        if group.modal in ("must", "shall") and (s.phrase(kinds["law"]) or _has_figure(s)):
            return ""
        perfect = group.perfect
        return f"opinion: it says what ought to {'have been' if perfect else 'be'}: “{group.modal}”"
    if group is None or group.past:
        return (
            ""
            if group is not None or not s.phrase(_lexicon("ought phrases"), 0, 3)
            else "opinion: it says what ought to be done"
        )
    found = s.phrase(_lexicon("ought phrases"), 0, min(len(s.words), group.end + 2))
    if not found or (_has_figure(s) and not is_first_person(s)):
        return ""
    if (
        found.startswith(("has to", "have to", "needs to", "need to"))
        and not is_first_person(s)
        and not (subject_words(s) & {"it", "there"})
    ):
        return ""
    return f"opinion: it says what ought to be: “{found}”"


def _evaluates(s: Statement) -> str:
    """A judgement without a measure in what is said of the subject: "is a disgrace", "is easily fixed", "is hard"."""
    group = s.finite
    if group is None or _has_figure(s):
        return ""
    strong, weak = _lexicon("evaluative"), _lexicon("weak evaluative")
    easy = _lexicon("easy")
    inside = range(group.start, min(len(s.words), group.end + 2))
    if not group.past and (group.modal or group.lemma == "be" or group.passive):
        for at in inside:
            if (
                s.lowers[at] in easy
                and s.words[at].tag == "RB"
                and (group.modal or s.words[min(at + 1, len(s.words) - 1)].tag == "VBN")
            ):
                return f"opinion: a judgement without a measure: “{s.lowers[at]}”"
    if group.lemma in COPULAS:
        return _predicate_judged(s, group.end, strong, weak)
    if group.lemma == "have" and group.end + 1 < len(s.words) and s.lowers[group.end] in ("a", "an"):
        at = group.end + 1
        if s.words[at].tag == "RB" and at + 1 < len(s.words):
            at += 1
        if s.words[at].tag == "JJ" and (s.lowers[at] in strong or s.lowers[at] in weak):
            return f"opinion: a judgement without a measure: “{s.lowers[at]}”"
    return ""


def _predicate_judged(s: Statement, at: int, strong, weak) -> str:  # type: ignore[no-untyped-def]  # PhraseSets
    """Read what follows "is": adverbs, an article, then the word that judges."""
    article = False
    limit = min(len(s.words), at + 6)
    while at < limit:
        lower, tag = s.lowers[at], s.words[at].tag
        if lower in strong and tag in ("JJ", "JJS", "NN", "NNS", "RB", "VBG", "VBN"):
            return f"opinion: a judgement without a measure: “{lower}”"
        following = s.words[at + 1].tag if at + 1 < len(s.words) else ""
        if lower in weak and not article and following[:2] != "NN" and tag in ("JJ", "RB", "VBG", "NN"):
            return f"opinion: a judgement without a measure: “{lower}”"
        if tag in ("DT", "PRP$"):
            article = True
        elif tag not in ("RB", "JJ", "RBR", "RBS", "PDT", "VBN"):
            return ""
        at += 1
    return ""


def _found_so(s: Statement) -> str:
    """What the speaker finds it: "I find that indefensible", "we regard it as unfair"."""
    group = s.finite
    if group is None or group.lemma not in ("find", "call") or not is_first_person(s) or _has_figure(s) or group.past:
        return ""
    for at in range(group.end + 1, min(len(s.words), group.end + SHORT + 1)):
        if s.words[at].tag == "JJ" and at + 1 >= len(s.words):
            return f"opinion: a judgement: “{s.span_text(group)} ... {s.lowers[at]}”"
    return ""


def _figurative(s: Statement) -> str:
    found = s.phrase(_lexicon("figures of speech"))
    return f"rhetoric: a figure of speech: “{found}”" if found else ""


def _imperative(s: Statement) -> str:
    """An order states nothing: a verb in its base form at the head, without a subject."""
    if s.finite is None and s.sort == "main" and s.words and s.words[0].tag == "VB" and not _has_figure(s):
        return "rhetoric: an order or a slogan"
    if s.exclaims and not _has_figure(s) and s.finite is None:
        return "rhetoric: an exclamation"
    return ""


REFUSALS: tuple[tuple[Kind, Callable[[Statement], str], bool], ...] = (
    (Kind.QUESTION, _question, True),
    (Kind.PERSONAL, _courtesy, True),
    (Kind.PERSONAL, _wish, True),
    (Kind.PERSONAL, _feeling, True),
    (Kind.PREDICTION, guesses, True),
    (Kind.OPINION, _thought, True),
    (Kind.OPINION, _found_so, True),
    (Kind.RHETORIC, _conditional, False),
    (Kind.OPINION, _ought, True),
    (Kind.OPINION, _evaluates, False),
    (Kind.PREDICTION, forecasts, False),
    (Kind.PREDICTION, tells_chances, False),
    (Kind.PREDICTION, might_have_been, True),
    (Kind.RHETORIC, _figurative, False),
    (Kind.RHETORIC, _imperative, False),
)
"""Kind, rule, and whether it holds for somebody's quoted words too: there, whether it was said can still be checked."""
