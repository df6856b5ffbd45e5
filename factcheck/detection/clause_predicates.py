"""Predicates of one subject: when "and" or a comma brings a second thing that is said of it."""

from __future__ import annotations

from bisect import bisect_left

from factcheck.detection.clause_values import DAYS, LONG, SHORT, Chunk, Clause
from factcheck.detection.clause_walk import ClauseWalk
from factcheck.detection.openers import Opener
from factcheck.detection.verb_groups import AUXILIARIES, SAME_PAST, VerbGroup

__all__ = ["PredicateRules"]


class PredicateRules(ClauseWalk):
    """Hold the rules that cut one subject's predicates apart."""

    def _verb_phrase(self, opener: Opener, chunk: Chunk, size: int) -> Clause | None:
        """Cut before a second predicate of the same subject, where it is long enough to be checked by itself."""
        if not opener.coordinator and not self._is_one_of_several(opener):
            return None
        first = chunk.finite[0]
        finite = self.current.finite
        if self._is_bare(opener) and (finite is None or bool(finite.modal) or finite.tag != "VBP"):
            return None
        if opener.mark:
            return self._clause(opener, chunk, "joined", lost_subject=True) if size >= SHORT - 2 else None
        calls = first.lemma == "call" and first.end < len(self.words) and self.lowers[first.end] in ("for", "on")
        if (first.lemma in self.lexicon["reporting"] or calls) and not first.passive:
            return self._clause(opener, chunk, "joined", lost_subject=True)
        if self.inside_relative or finite is None or self._is_one_event(opener, first):
            return None
        if self._joins_participles(opener, first):
            return None
        before = opener.start - finite.end
        new_auxiliary = self.lowers[first.start] in AUXILIARIES or bool(first.modal)
        adverb = opener.body < first.start and self.words[opener.body].tag == "RB"
        if (before >= SHORT - 2 and size >= SHORT and new_auxiliary) or (adverb and before >= SHORT and size >= SHORT):
            return self._clause(opener, chunk, "joined", lost_subject=True)
        if min(before, size) >= SHORT and before + size >= 2 * LONG:
            return self._clause(opener, chunk, "joined", lost_subject=True)
        counts = self._counts(self.current.start, opener.start) or self._counts(first.end, chunk.end)
        least = 1 if self.current.lost_subject else SHORT - 2
        if (counts or self.current.lost_subject) and before >= least and size >= SHORT - 1:
            return self._clause(opener, chunk, "joined", lost_subject=True)
        return None

    def _joins_participles(self, opener: Opener, second: VerbGroup) -> bool:
        """Tell "a debate produced by the club and carried on local radio": the second is a participle too."""
        number = bisect_left(self.groups, opener.start, key=lambda group: group.start) - 1
        last = self.groups[number] if number >= 0 else second
        parallel = last.tag == "VBN" and not last.finite and self.words[last.start - 1].tag[:2] == "NN"
        after = self.words[second.end].tag if second.end < len(self.words) else ""
        return parallel and second.past and second.end - second.start == 1 and after == "IN"

    def _is_one_of_several(self, opener: Opener) -> bool:
        """Tell the middle of "smoked more, earned less and were younger": a verb after a comma, and one more after "and"."""
        if opener.sort != "mark" or not self._begins_with_verb(opener):
            return False
        for number in range(self.number + 1, min(self.number + SHORT, len(self.openers))):
            ahead, chunk = self.openers[number], self.chunks[number]
            if ahead.sort not in ("mark", "cc") or not chunk.finite or not self._begins_with_verb(ahead):
                return False
            if ahead.coordinator:
                return not chunk.subject
        return False

    def _begins_with_verb(self, opener: Opener) -> bool:
        at = opener.body
        while at + 1 < len(self.words) and self.words[at].tag == "RB":
            at += 1
        return at in self.group_starts

    def _is_one_event(self, opener: Opener, second: VerbGroup) -> bool:
        """Tell "killed three people and injured nine in Leeds on Monday": two counts of one event, one place and day."""
        harm = self.lexicon["harm"]
        if second.lemma not in harm:
            return False
        number = bisect_left(self.groups, opener.start, key=lambda group: group.start) - 1
        return number >= 0 and self.groups[number].lemma in harm

    def _infinitive(self, opener: Opener, chunk: Chunk) -> Clause | None:
        """Cut "agreed to take £4m from reserves, | raise fees to £75": acts that one verb brings on, each with a figure."""
        at, base = opener.body, self._base_before(opener)
        if base is None or opener.sort not in ("mark", "cc") or at + 1 >= chunk.end or opener.mark not in ("", ","):
            return None
        verb, following = self.words[at], self.words[at + 1]
        takes = following.tag in ("DT", "PRP$", "CD", "$") or following.lower == "as"
        if (
            verb.tag not in ("VB", "VBP")
            and verb.lower not in SAME_PAST
            and not (verb.tag in ("NN", "JJ") and takes and not opener.mark)
        ):
            return None
        reach = self._reach() if opener.mark else chunk.end
        if not (self._counts(base, opener.start) and self._counts(at, reach)):
            return None
        return Clause(opener.body, chunk.end, "joined", "", None, self.current.conditional, lost_subject=True)

    def _continues_infinitives(self, opener: Opener) -> bool:
        """Tell "to raise fees to £75 | and put off 9 repairs": a form that may be past stands where a base form does."""
        listed = self.current.sort == "joined" and self.current.finite is None
        return listed and bool(opener.coordinator) and self.lowers[opener.body] in SAME_PAST

    def _base_before(self, opener: Opener) -> int | None:
        """Give the base form that "to" or a modal brings on in the clause so far, or the one that the clause begins with."""
        number = bisect_left(self.groups, opener.start, key=lambda group: group.start) - 1
        if number >= 0 and self.groups[number].start > self.current.start:
            group = self.groups[number]
            if group.infinitive or group.modal:
                return group.start
        joined = self.current.sort == "joined" and self.current.finite is None
        return self.current.start if joined else None

    def _is_bare(self, opener: Opener) -> bool:
        """Tell "will cut waste and guarantee our money is used": a bare verb after "and" belongs to the one before."""
        word = self.words[opener.body]
        group = self.group_starts.get(opener.body)
        past = group is not None and group.past
        return word.tag in ("VB", "VBP") and word.lower not in AUXILIARIES and not opener.mark and not past

    def _counts(self, start: int, end: int) -> bool:
        """Tell whether a number or a day stands between two words."""
        return any(word.tag == "CD" or word.lower in DAYS for word in self.words[start:end])

    def _clause(self, opener: Opener, chunk: Chunk, sort: str, **more: bool) -> Clause:
        conditional = opener.word in self.lexicon["conditions"]
        return Clause(
            opener.body, chunk.end, sort, opener.word, chunk.finite[0] if chunk.finite else None, conditional, **more
        )
