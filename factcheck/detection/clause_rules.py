"""The rules of cutting: for each sort of opener, when a clause begins there. Each stands for a fact of English."""

from __future__ import annotations

from factcheck.detection.clause_values import DAYS, LONG, SHORT, Chunk, Clause
from factcheck.detection.clause_walk import ClauseWalk
from factcheck.detection.openers import Opener
from factcheck.detection.verb_groups import AUXILIARIES

__all__ = ["ClauseCutter"]

SUBJECTS = frozenset({"NN", "NNS", "NNP", "NNPS", "PRP", "EX", "DT", "CD"})
NOUN_PHRASE = frozenset({"NN", "NNS", "NNP", "NNPS", "JJ", "JJR", "JJS", "CD", "DT", "POS", "PRP$"})


NEGATIVES = frozenset({"not", "n't", "never", "no", "nobody", "none", "neither", "nor", "hardly", "without"})


class ClauseCutter(ClauseWalk):
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
            return self._list(opener, chunk) if opener.mark == ":" else self._participle(opener, chunk)
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

    def _clause(self, opener: Opener, chunk: Chunk, sort: str, **more: bool) -> Clause:
        conditional = opener.word in self.lexicon["conditions"]
        return Clause(
            opener.body, chunk.end, sort, opener.word, chunk.finite[0] if chunk.finite else None, conditional, **more
        )

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
        if not opener.coordinator and self._closes(opener, chunk):
            return None
        if self.inside_relative and not opener.mark:
            # "an investigation that shows X and Y": the second clause may belong to the relative
            return None if first.start - opener.body < 2 else self._clause(opener, chunk, "joined")
        return self._clause(opener, chunk, "joined")

    def _is_bare(self, opener: Opener) -> bool:
        """Tell "will cut waste and guarantee our money is used": a bare verb after "and" belongs to the one before."""
        word = self.words[opener.body]
        return word.tag in ("VB", "VBP") and word.lower not in AUXILIARIES and not opener.mark

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
        return chunk.end - chunk.finite[0].end < 1 and opener.mark == ","

    def _verb_phrase(self, opener: Opener, chunk: Chunk, size: int) -> Clause | None:
        """Cut before a second predicate of the same subject, where it is long enough to be checked by itself."""
        if not opener.coordinator:
            return None
        first = chunk.finite[0]
        finite = self.current.finite
        if self._is_bare(opener) and (finite is None or bool(finite.modal) or finite.tag != "VBP"):
            return None
        if opener.mark:
            return self._clause(opener, chunk, "joined", lost_subject=True) if size >= SHORT - 1 else None
        calls = first.lemma == "call" and first.end < len(self.words) and self.lowers[first.end] in ("for", "on")
        if (first.lemma in self.lexicon["reporting"] or calls) and not first.passive:
            return self._clause(opener, chunk, "joined", lost_subject=True)
        if self.inside_relative or self.current.finite is None:
            return None
        before = opener.start - self.current.finite.end
        new_auxiliary = self.lowers[first.start] in AUXILIARIES or bool(first.modal)
        adverb = opener.body < first.start and self.words[opener.body].tag == "RB"
        if (before >= LONG and size >= SHORT and new_auxiliary) or (adverb and before >= SHORT and size >= SHORT):
            return self._clause(opener, chunk, "joined", lost_subject=True)
        return None

    def _relative(self, opener: Opener, chunk: Chunk, size: int) -> Clause | None:
        """Cut before a relative clause that adds a fact; one that only says which is meant stays."""
        if opener.mark:
            return self._clause(opener, chunk, "rel")
        if opener.preposition or size < LONG - 1 or self._defines(opener):
            return None
        if opener.word in ("who", "whose"):
            return self._clause(opener, chunk, "rel")
        first = chunk.finite[0]
        ahead = self.words[opener.body : opener.body + 4 * LONG]
        dated = any(word.tag == "CD" or (word.tag == "NNP" and word.lower in DAYS) for word in ahead)
        if first.modal in ("may", "might", "could") or (dated and (first.past or first.perfect)):
            return self._clause(opener, chunk, "rel")
        return None

    def _defines(self, opener: Opener) -> bool:
        """Tell a definition: after "is a kind of X" the relative is what is said of the subject."""
        finite = self.current.finite
        return finite is not None and finite.lemma == "be"

    def _subordinate(self, opener: Opener, chunk: Chunk, size: int) -> Clause | None:
        """Cut before a clause that states a fact beside the main one ("after they rejected the results")."""
        if not chunk.subject or opener.word not in self.lexicon["facts"] or self._equates(opener):
            return None
        if self.lowers[opener.start - 1] == "that" and self._is_frame(opener.start - 1):
            self.current = self.current._replace(frame=True)
        return self._clause(opener, chunk, "sub") if opener.mark or size >= SHORT else None

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
        before = self.lowers[max(0, opener.start - 3) : opener.start]
        if before == ["to", "the", "point"]:
            return self._clause(opener, chunk, "complement")
        finite = self.current.finite
        if finite is not None and finite.lemma == "be" and finite.end == opener.start:
            # "the good news in this case is that ...": what stands before it is judged by itself
            nouns = self.lexicon["framing nouns"]
            if any(
                lower in nouns for lower in self.lowers[max(self.current.start, finite.start - 2 * LONG) : finite.start]
            ):
                return self._clause(opener, chunk, "complement")
        return None

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
        rest = self.openers[self.number + 1 :][:SHORT]
        if self.current.finite is None or opener.body >= len(self.words):
            return None
        return Clause(opener.body, chunk.end, "list") if len(rest) or chunk.end - opener.body >= SHORT else None

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
        if group is None or group.tag != "VBG" or self._reach() - at < SHORT:
            return None
        if self.lowers[at] in self.lexicon["prepositions in -ing"] or self._is_listed(opener):
            return None
        return Clause(opener.body, chunk.end, "participle", "", None, lost_subject=True)

    def _is_listed(self, opener: Opener) -> bool:
        """Tell "between buying food, paying the bill or heating": the participle is one of a list."""
        start = self.current.finite.end if self.current.finite is not None else self.current.start
        for at in range(max(start, opener.start - 3 * LONG), opener.start):
            if self.words[at].lower in ("between", "of", "by", "for", "from") and self.words[at + 1].tag == "VBG":
                ahead = self.openers[self.number + 1] if self.number + 1 < len(self.openers) else None
                return ahead is not None and ahead.coordinator == "or"
        return False
