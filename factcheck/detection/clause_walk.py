"""Walking over the openers of a sentence: what the current clause has so far, and where it ends."""

from __future__ import annotations

from collections.abc import Sequence
from functools import cached_property

from factcheck.detection.clause_chunks import subject_before
from factcheck.detection.clause_values import LONG, SHORT, Chunk, Clause
from factcheck.detection.openers import Opener
from factcheck.detection.phrases import load_phrases
from factcheck.detection.verb_groups import VerbGroup
from factcheck.detection.words import Word

__all__ = ["ClauseWalk"]


class ClauseWalk:
    """Walk over the openers of one sentence; `cut` decides at each whether a clause begins."""

    def __init__(
        self,
        words: Sequence[Word],
        lowers: Sequence[str],
        groups: Sequence[VerbGroup],
        openers: Sequence[Opener],
        chunks: Sequence[Chunk],
        quoted: bool,
    ) -> None:
        self.words, self.lowers, self.groups = words, lowers, groups
        self.openers, self.chunks, self.quoted = openers, chunks, quoted
        self.lexicon = load_phrases("clauses")
        self.done: list[Clause] = []
        first = openers[0]
        conditions = self.lexicon["conditions"]
        unreal = first.word in conditions
        two = bool(chunks[0].finite) and (len(chunks[0].finite) > 1 or any(chunk.finite for chunk in chunks[1:]))
        sort = (
            "sub" if first.sort == "sub" and (two or unreal) else "main"
        )  # "before the vote he met them" is one clause
        start = first.body if sort == "sub" and first.word in self.lexicon["facts"] else first.start
        self.current = Clause(start, chunks[0].end, sort, first.word if sort == "sub" else "")
        self.inside_relative = False
        self.number = 0
        self.pending = False  # a subordinate clause was begun and has had no verb yet
        self._take(first, chunks[0])

    @cached_property
    def group_starts(self) -> dict[int, VerbGroup]:
        """Map the number of each verb group's first word to the group."""
        return {group.start: group for group in self.groups}

    def run(self) -> list[Clause]:
        """Give the clauses."""
        for number in range(1, len(self.openers)):
            self.number = number
            opener, chunk = self.openers[number], self._with_main_verb(number)
            following = self.cut(opener, chunk)
            if following is None:
                self.current = self.current._replace(end=chunk.end)
                self._take(opener, self.chunks[number])
            else:
                end, start = self._measured(opener, following)
                self.done.append(self.current._replace(end=end))
                self.current = following._replace(start=start)
                self.inside_relative = False
                self.pending = False
        self.done.append(self.current)
        if len(self.done) == 1 and self.current.finite is None:
            # a verb that seemed a relative's is the only one: the sentence is no fragment
            self.done[0] = self.current._replace(finite=next((group for group in self.groups if group.finite), None))
        return [clause for clause in self.done if clause.start < clause.end]

    def _measured(self, opener: Opener, following: Clause) -> tuple[int, int]:
        """Give "hours after", "two days before" to the clause they measure, where a comma stands before them."""
        if opener.sort == "sub" and not opener.mark and opener.word in ("after", "before", "since"):
            for at in range(opener.start - 1, max(self.current.start, opener.start - SHORT), -1):
                if self.words[at].text == ",":
                    return at, at + 1
                if self.words[at].tag not in ("CD", "RB", "NN", "NNS", "DT", "JJ"):
                    break
        return opener.start, following.start

    def _with_main_verb(self, number: int) -> Chunk:
        """Give a chunk the verb that stands behind a relative clause: "and the man who lives there was hurt"."""
        chunk = self.chunks[number]
        if chunk.finite or self.openers[number].sort == "rel":
            return chunk
        medial = False
        for ahead in range(number + 1, min(number + 1 + LONG, len(self.openers))):
            opener, finite = self.openers[ahead], self.chunks[ahead].finite
            if opener.sort == "rel" and not opener.coordinator:
                medial = medial or bool(opener.mark)
                found = finite[1] if len(finite) > 1 else None
            elif medial and opener.mark == "," and not opener.coordinator and finite and not self.chunks[ahead].subject:
                found = finite[0]
            elif finite:
                break
            else:
                found = None
            if found is not None:
                subject = subject_before(self.words, self.openers[number].body, chunk.end)
                return Chunk(chunk.end, (found,), subject)
        return chunk

    def _take(self, opener: Opener, chunk: Chunk) -> None:
        """Add a chunk's verbs to the current clause; a relative inside the subject keeps its own verb to itself."""
        finite = chunk.finite
        if opener.sort == "rel" or (opener.sort == "sub" and opener.start > 0):
            self.inside_relative = opener.sort == "rel" or self.inside_relative
            finite = finite[1:]
        if finite:
            self.pending = False
            self.inside_relative = self.inside_relative or opener.sort == "that"
        elif (
            not chunk.finite
            and opener.body < chunk.end
            and (opener.sort in ("that", "rel", "sub") or opener.mark == ";")
        ):
            self.pending = self.pending or opener.start > 0
        if opener.word in self.lexicon["conditions"] and self._depends(opener):
            self.current = self.current._replace(conditional=True)
        if self.current.finite is None and finite:
            self.current = self.current._replace(finite=finite[0])
            closed = opener.sort == "mark" and opener.mark != ""  # ", which runs clinics, | reported a loss and froze"
            self.inside_relative = self.inside_relative and not closed and len(finite) == len(chunk.finite)

    def _depends(self, opener: Opener) -> bool:
        """Tell whether an "if" makes the clause unreal: not under a past fact ("threatened it unless", "asked if")."""
        finite = self.current.finite
        return opener.start == 0 or (self.current.sort != "participle" and finite is not None and not finite.past)

    def _reach(self) -> int:
        """Give the end of a phrase with what "and" joins to it: up to the next mark or the next clause."""
        number = self.number
        while (
            number + 1 < len(self.openers) and not self.openers[number + 1].mark and not self.chunks[number + 1].finite
        ):
            number += 1
        return self.chunks[number].end

    def cut(self, opener: Opener, chunk: Chunk) -> Clause | None:
        """Give the clause that begins at this opener, or None where the sentence goes on."""
        raise NotImplementedError
