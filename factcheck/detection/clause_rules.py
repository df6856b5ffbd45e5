"""The rules of cutting: for each sort of opener, when a clause begins there. Each stands for a fact of English."""

from __future__ import annotations

from bisect import bisect_left

from factcheck.detection.clause_predicates import PredicateRules
from factcheck.detection.clause_values import DAYS, LONG, SHORT, Chunk, Clause
from factcheck.detection.openers import Opener

__all__ = ["ClauseCutter"]

TIME_NOUNS = frozenset({"second", "minute", "hour", "day", "week", "month", "year", "decade"})
SUBJECTS = frozenset({"NN", "NNS", "NNP", "NNPS", "PRP", "EX", "DT", "CD"})
NOUN_PHRASE = frozenset({"NN", "NNS", "NNP", "NNPS", "JJ", "JJR", "JJS", "CD", "DT", "POS", "PRP$"})


NEGATIVES = frozenset(
    {"not", "n't", "never", "no", "nobody", "none", "neither", "nor", "hardly", "without", "too", "wrong", "false",
     "untrue", "premature", "misleading", "unlikely"}
)  # fmt: skip
"""Words after which what a verb of knowing brings on is not said to be so: "too early to say that"."""


class ClauseCutter(PredicateRules):
    """Cut a sentence by the rules of English."""

    def _impersonal(self, opener: Opener, chunk: Chunk) -> bool:
        """Tell "and it is asserted that", "it is reasonable to assume that": a frame even inside a quotation."""
        if opener.sort == "that":
            return self.lowers[self.current.start] == "it" and self._is_frame(opener.start)
        return (
            bool(opener.coordinator)
            and self.lowers[opener.body] == "it"
            and chunk.finite[0].lemma in self.lexicon["frames"]
        )

    def cut(self, opener: Opener, chunk: Chunk) -> Clause | None:
        """Give the clause that begins at this opener, or None where the sentence goes on."""
        if self.quoted and not (chunk.finite and chunk.subject and (opener.mark or self._impersonal(opener, chunk))):
            return None
        if self.current.conditional or (self.current.word in self.lexicon["conditions"] and self.current.sort == "sub"):
            return None
        if opener.body < len(self.words) and self.words[opener.body].tag == "TO" and opener.sort in ("mark", "cc"):
            return None  # ", to ask her what it was": an aim belongs to the act
        if not chunk.finite:
            if opener.mark == ":":
                return self._list(opener, chunk)
            return self._infinitive(opener, chunk) or self._participle(opener, chunk)
        if self._continues_infinitives(opener):
            return self._infinitive(opener, chunk)
        if (
            self.current.finite is None
            or self.current.finite.start > opener.start
            or (self.pending and (opener.sort in ("cc", "mark") or not opener.mark))
        ):
            return None
        size = chunk.end - opener.body
        if opener.sort == "rel":
            return self._relative(opener, chunk, size)
        if opener.sort == "sub":
            return self._subordinate(opener, chunk, size)
        if opener.sort == "that":
            return self._complement(opener, chunk)
        if opener.mark == ":" or opener.mark == ";":
            return self._clause(opener, chunk, "main") if chunk.subject or opener.mark == ";" else None
        if chunk.subject:
            return self._joined(opener, chunk)
        return self._verb_phrase(opener, chunk, size)

    def _joined(self, opener: Opener, chunk: Chunk) -> Clause | None:
        """Cut before a clause with a subject of its own, joined by "and" or by a comma alone."""
        if self.current.word in ("when", "whenever") and self.current.sort == "sub":
            return None
        first = chunk.finite[0]
        if not opener.mark and self.words[opener.body].tag in ("WP", "WRB", "WDT"):
            return None  # "what caused the fire and who ignored the alarm"
        if self._is_bare(opener) or self._shares_complement(opener):
            return None
        if not opener.coordinator and opener.mark not in (",", "-", "–", "—", "--"):
            return None
        if not opener.coordinator and (self._closes(opener, chunk) or self._asks_why(opener)):
            return None
        if self.inside_relative and not opener.mark:
            # "an investigation that shows X and Y": the second clause may belong to the relative
            return None if first.start - opener.body < 2 else self._clause(opener, chunk, "joined")
        return self._clause(opener, chunk, "joined")

    def _asks_why(self, opener: Opener) -> bool:
        """Tell "that is why, this year, | we propose": the clause after "why" is still to come."""
        finite = self.current.finite
        if finite is None or finite.lemma != "be" or finite.end >= opener.start:
            return False
        number = bisect_left(self.groups, finite.end, key=lambda group: group.start)
        ahead = self.groups[number : number + SHORT]
        return self.words[finite.end].tag == "WRB" and not any(g.finite and g.start < opener.start for g in ahead)

    def _shares_complement(self, opener: Opener) -> bool:
        """Tell "figures show the rate and the number rise": two subjects of what the verb brings on."""
        finite = self.current.finite
        if (
            opener.mark
            or finite is None
            or finite.lemma not in self.lexicon["frames"]
            or opener.start - finite.end > 2 * SHORT
        ):
            return False
        between = self.words[finite.end : opener.start]
        return bool(between) and all(word.tag in NOUN_PHRASE or word.tag == "IN" for word in between)

    def _closes(self, opener: Opener, chunk: Chunk) -> bool:
        """Tell a parenthesis ("we all know") from a clause: nothing follows its verb."""
        counted = self._counts(opener.body, chunk.finite[0].start)
        return chunk.end - chunk.finite[0].end < 1 and opener.mark == "," and not counted

    def _relative(self, opener: Opener, chunk: Chunk, size: int) -> Clause | None:
        """Cut before a relative clause that adds a fact; one that only says which is meant stays."""
        if opener.mark:
            return self._clause(opener, chunk, "rel")
        first = chunk.finite[0]
        counted = self._counts(first.end, chunk.end)
        if opener.preposition or size < LONG - 1 or (self._defines(opener) and not (counted and first.perfect)):
            return None
        if opener.word in ("who", "whose"):
            return None if self._is_counted(opener) and not counted else self._clause(opener, chunk, "rel")
        if first.modal in ("would", "will") and counted:
            return self._clause(opener, chunk, "rel")
        ahead = self.words[opener.body : opener.body + 4 * LONG]
        dated = any(word.tag == "CD" or (word.tag == "NNP" and word.lower in DAYS) for word in ahead)
        if first.modal in ("may", "might", "could") or (dated and (first.past or first.perfect)):
            return self._clause(opener, chunk, "rel")
        return None

    def _is_counted(self, opener: Opener) -> bool:
        """Tell "the 2.1 million people who use it": the relative says who was counted."""
        at = opener.start - 1
        while at > self.current.start and self.words[at].tag in ("NN", "NNS", "JJ", "VBN"):
            at -= 1
        return self.words[at].tag == "CD"

    def _defines(self, opener: Opener) -> bool:
        """Tell a definition: after "is a kind of X" the relative is what is said of the subject."""
        finite = self.current.finite
        return finite is not None and finite.lemma == "be"

    def _subordinate(self, opener: Opener, chunk: Chunk, size: int) -> Clause | None:
        """Cut before a clause that states a fact beside the main one ("after they rejected the results")."""
        if not chunk.subject or self._equates(opener) or not self._states_fact(opener, chunk):
            return None
        if self.lowers[opener.start - 1] == "that" and self._is_frame(opener.start - 1):
            self.current = self.current._replace(frame=True)
        return self._clause(opener, chunk, "sub") if opener.mark or size >= SHORT else None

    def _states_fact(self, opener: Opener, chunk: Chunk) -> bool:
        """Tell a clause that says what happened from one that only gives the moment ("as he left", "before he can go")."""
        first, finite = chunk.finite[0], self.current.finite
        if opener.word == "since":
            return first.past and finite is not None and (finite.perfect or bool(opener.mark) or not finite.past)
        if opener.word not in self.lexicon["facts"] or self._is_measure(opener):
            return False
        if opener.mark:
            return True
        if (
            opener.word == "as"
            and first.past
            and all(word.tag == "PRP" for word in self.words[opener.body : first.start])
        ):
            return False
        return not (opener.word == "before" and bool(first.modal))

    def _is_measure(self, opener: Opener) -> bool:
        """Tell "came a day before they vote": all that is said is how long before."""
        finite = self.current.finite
        if finite is None or opener.word not in ("before", "after") or opener.mark:
            return False
        between = self.words[finite.end : opener.start]
        return (
            0 < len(between) <= SHORT
            and between[-1].lower.rstrip("s") in TIME_NOUNS
            and all(word.tag in ("DT", "CD", "RB", "JJR", "IN") for word in between[:-1])
            and between[0].tag != "IN"
        )

    def _equates(self, opener: Opener) -> bool:
        """Tell "as much as they need" from "as they left"."""
        return opener.word == "as" and any(
            lower in ("as", "much", "many", "such", "same", "so")
            for lower in self.lowers[max(0, opener.start - 3) : opener.start]
        )

    def _complement(self, opener: Opener, chunk: Chunk) -> Clause | None:
        """Cut after a frame ("it is possible that"); what it brings on is the claim."""
        if not chunk.subject:
            return None
        if opener.coordinator:  # "said that X, and that Y"
            return self._clause(opener, chunk, "complement")
        if self._is_frame(opener.start):
            self.current = self.current._replace(frame=True)
            return self._clause(opener, chunk, "complement")
        finite = self.current.finite
        if self._reports(opener):
            self.current = self.current._replace(frame=True)
            return self._clause(opener, chunk, "complement")
        before = self.lowers[max(0, opener.start - 3) : opener.start]
        if before == ["to", "the", "point"]:
            return self._clause(opener, chunk, "complement")
        if finite is not None and finite.lemma == "be" and finite.end == opener.start:
            # "the good news in this case is that ...": what stands before it is judged by itself
            nouns = self.lexicon["framing nouns"]
            if any(
                lower in nouns for lower in self.lowers[max(self.current.start, finite.start - 2 * LONG) : finite.start]
            ):
                return self._clause(opener, chunk, "complement")
        return None

    def _reports(self, opener: Opener) -> bool:
        """Tell "a survey of 900 nurses published in May found that": whatever its subject, the verb only brings on."""
        finite = self.current.finite
        if finite is None or finite.negated or finite.end != opener.start or finite.lemma not in self.lexicon["frames"]:
            return False
        return NEGATIVES.isdisjoint(self.lowers[self.current.start : finite.end]) and not finite.modal

    def _is_frame(self, end: int) -> bool:
        """Tell whether all words before `end` only bring on a fact: a light subject and a verb of knowing."""
        start = self.current.start
        if end - start > 6 * LONG:
            return False
        for at in range(end - 1, start, -1):
            if self.words[at].text == ",":  # "so, as a precaution, we have decided that"
                start = at + 1
                break
        if end - start > 9 or not any(word.tag in SUBJECTS for word in self.words[start:end]):
            return False
        if not NEGATIVES.isdisjoint(self.lowers[start:end]):
            return False  # "I do not think that": cut off, the clause would say the opposite
        frames = self.lexicon["frames"]
        light = any(word.tag in ("PRP", "EX") for word in self.words[start:end])
        verbs = {self.group_starts[at].lemma for at in range(start, end) if at in self.group_starts}
        return ((light or end - start <= SHORT) and any(v in frames for v in verbs)) or any(
            lower in frames for lower in self.lowers[start:end]
        )

    def _list(self, opener: Opener, chunk: Chunk) -> Clause | None:
        """Cut a list without a verb off at its colon; the clause before it is whole."""
        follows = self.number + 1 < len(self.openers)
        if self.current.finite is None or opener.body >= len(self.words):
            return None
        return Clause(opener.body, chunk.end, "list") if follows or chunk.end - opener.body >= SHORT else None

    def _participle(self, opener: Opener, chunk: Chunk) -> Clause | None:
        """Cut before ", rejecting the results ...": a participle after a comma adds an event of the same subject."""
        if opener.mark not in (",", "-", "–", "—") or (
            self.current.finite is None and self.current.sort != "participle"
        ):
            return None
        at = opener.body
        while at < chunk.end and self.words[at].tag == "RB":
            at += 1
        group = self.group_starts.get(at)
        begins = (group is not None and group.tag == "VBG") or self._is_missed_participle(at)
        if not begins or self._reach() - at < SHORT:
            return None
        if self.lowers[at] in self.lexicon["prepositions in -ing"] or self._is_listed(opener):
            return None
        return Clause(opener.body, chunk.end, "participle", "", None, lost_subject=True)

    def _is_missed_participle(self, at: int) -> bool:
        """Tell ", closing 900 schools": a form in -ing with an object right behind it is a verb, whatever its tag."""
        if at + 1 >= len(self.words) or not self.lowers[at].endswith("ing") or self.words[at].tag != "NN":
            return False
        return self.words[at + 1].tag in ("CD", "DT", "$", "PRP$")

    def _is_listed(self, opener: Opener) -> bool:
        """Tell "between buying food, paying the bill or heating": the participle is one of a list."""
        start = self.current.finite.end if self.current.finite is not None else self.current.start
        for at in range(max(start, opener.start - 3 * LONG), opener.start):
            if self.words[at].lower in ("between", "of", "by", "for", "from") and self.words[at + 1].tag == "VBG":
                ahead = self.openers[self.number + 1] if self.number + 1 < len(self.openers) else None
                return ahead is not None and ahead.coordinator == "or"
        return False
