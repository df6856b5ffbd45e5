"""Attribution: who is given which words, in quotation marks and without.

One walk over the document's sentences: each sentence's cues are tied to its quotations and to the clauses they report,
and what stands for a name is resolved through the sentences before.
"""

from __future__ import annotations

from bisect import bisect_left, bisect_right
from collections.abc import Sequence
from dataclasses import dataclass, replace
from typing import NamedTuple

from factcheck.detection.cue_choice import choose_cue
from factcheck.detection.indirect_speech import Reported, reported_clauses
from factcheck.detection.passages import Passage, document_blocks, inner_passages, read_passages, tag_sentences
from factcheck.detection.pronouns import Discourse, Memory
from factcheck.detection.quotation_marks import Quotation, pair_marks
from factcheck.detection.reporting_cues import Cue, find_cues
from factcheck.detection.sentence_subjects import (
    is_main,
    named_behind,
    owner_of,
    second_verb,
    trails,
    without_bare_plurals,
)
from factcheck.detection.speaker_phrases import subject_of
from factcheck.detection.speakers import QUOTE_TAG, Source, full_names, people_named, read_source
from factcheck.detection.values import Quote
from factcheck.detection.words import FINITE_TAGS, Word
from factcheck.text.document import Block, BlockKind, Document, DocumentKind
from factcheck.vocabulary import QuoteKind

__all__ = ["Speech", "attribute_speech", "indirect_speech"]

_SCARE_WORDS = 6
_COUNTED = frozenset({BlockKind.PARAGRAPH, BlockKind.LIST_ITEM})


class Speech(NamedTuple):
    """Hold what a document's speakers are given.

    Attributes:
        quotes: the quotations between marks, in order.
        indirect: the clauses reported without marks, in order.
    """

    quotes: list[Quote]
    indirect: list[Quote]


@dataclass(frozen=True, slots=True)
class _Attributed:
    """Hold who a quotation is given to, and by which words."""

    speaker: Source | None
    said_by: str | None
    cue: tuple[int, int] | None


def indirect_speech(document: Document, tagged: Sequence[Sequence[Word]] | None = None) -> list[Quote]:
    """Find the clauses that the text reports as somebody's words without quotation marks.

    Args:
        document: a clean document (`factcheck.text.cleaning.clean_document`).
        tagged: the words of each of its sentences, where they were tagged already.

    Returns:
        Quotes of kind indirect, in order of their clause.
    """
    return attribute_speech(document, tagged).indirect


def attribute_speech(document: Document, tagged: Sequence[Sequence[Word]] | None = None) -> Speech:
    """Find every quotation and every reported clause of a clean document, with its speaker."""
    tagged = tag_sentences(document) if tagged is None else tagged
    blocks = document_blocks(document)
    quotations = pair_marks(document.text, [(block.start, block.end) for block in blocks])
    walk = _Walk(document, blocks, quotations, read_passages(document, quotations, tagged))
    walk.run()
    walk.read_inside(tagged)
    return walk.result()


class _Walk:
    """Walk over the passages of one document."""

    def __init__(
        self, document: Document, blocks: Sequence[Block], quotations: Sequence[Quotation], passages: Sequence[Passage]
    ) -> None:
        self.document, self.text = document, document.text
        self.blocks, self.quotations, self.passages = blocks, quotations, passages
        self.paragraphs: list[int] = []
        count = 0
        for block in blocks:
            count += block.kind in _COUNTED
            self.paragraphs.append(count)
        self.discourse = Discourse()
        self.given: dict[int, _Attributed] = {}
        self.reported: list[Quote] = []
        self.waiting: list[int] = []  # quotations at a paragraph's head that the next sentence may attribute
        self.last: tuple[int, _Attributed] | None = None  # paragraph and attribution of the last sentence
        self.pending: _Attributed | None = None

    # The reporter's sentences.

    def run(self) -> None:
        """Attribute every quotation and clause of the reporter's sentences, in order."""
        block = -1
        for passage in self.passages:
            if passage.block != block:
                self.waiting = []
                block = passage.block
            self._read(passage)

    def _read(self, passage: Passage) -> None:
        words = passage.words
        speaker = self.blocks[passage.block].speaker
        cues = find_cues(words, self.text)
        memory = self._memory(passage)
        resolved: dict[int, Source | None] = {}
        self._subjects(words, cues, memory)
        for cue in cues:
            if cue.source is not None:
                if cue.source.pronoun == "i" and speaker is not None:
                    found: Source | None = replace(
                        cue.source, name=speaker, pronoun=None, named=True, sort="person", plural=False
                    )
                else:
                    here = without_bare_plurals(memory) if trails(words, cue) else memory
                    found = self.discourse.resolve(self.discourse.remember(cue.source), here)
                resolved[cue.at] = found
                if found is not None and not cue.relative:
                    found = self.discourse.remember(found)
                    memory.note(memory.speakers, found)
                    if cue.source.pronoun:
                        memory.note(memory.topics, found)
        attributed = None
        alone = all(word.tag == QUOTE_TAG or not word.text[:1].isalnum() for word in words)
        for at, number in passage.quotes.items():
            if number in self.given:
                attributed = self.given[number]
                continue
            found_here = choose_cue(passage.words, at, cues, self.text)
            if found_here is not None:
                attributed = self._attribution(found_here, resolved.get(found_here.at))
                self.given[number] = attributed
            else:
                self._without_cue(passage, at, number, memory, speaker, alone)
        for clause in reported_clauses(words, cues, self.text):
            self._report(clause, resolved, cues)
        self._after(passage, memory, attributed, cues, resolved, alone)

    def _memory(self, passage: Passage) -> Memory:
        words, text = passage.words, self.text
        return Memory(
            self.paragraphs[passage.block], [], [], [], lambda: people_named(words, text), lambda: full_names(words)
        )

    def _subjects(self, words: Sequence[Word], cues: Sequence[Cue], memory: Memory) -> None:
        """Remember the subject of the sentence's first verbs, pronouns resolved."""
        first = next((i for i, word in enumerate(words) if word.tag in FINITE_TAGS and is_main(words, i)), None)
        if first is None:
            return
        named = named_behind(words, first, self.text)
        if named is not None:
            memory.note(memory.topics, self.discourse.remember(named))
            return
        speaking = {cue.at for cue in cues}
        for at in (first, *second_verb(words, first)):
            source = subject_of(words, at, self.text)
            if source is None:
                continue
            possessive = words[source.place[0]].lower
            if possessive in ("his", "her", "their", "its"):
                owner = self.discourse.resolve(owner_of(words[source.place[0]]), memory)
                if owner is not None:
                    memory.note(memory.topics, owner)
                continue
            found = self.discourse.resolve(self.discourse.remember(source), memory)
            if found is not None and at not in speaking:
                memory.note(memory.topics if source.pronoun else memory.subjects, found)

    def _attribution(self, cue: Cue, found: Source | None) -> _Attributed:
        said_by = cue.source.said_by if cue.source is not None else None
        if cue.verb is not None and cue.verb.lemma == "read" and (found is None or found.sort == "thing"):
            found = None
        return _Attributed(found, said_by, (cue.start, cue.end))

    def _without_cue(
        self, passage: Passage, at: int, number: int, memory: Memory, speaker: str | None, alone: bool
    ) -> None:
        """Attribute a quotation that its own sentence gives to nobody, where its neighbours do."""
        words = passage.words
        if alone:
            if (self.last is not None and self.last[0] == passage.block) or (
                self.last is not None and self._follows(passage.block, self.last[0]) and at == 0
            ):
                self.given[number] = replace(self.last[1], cue=None)
            else:
                self.waiting.append(number)
            return
        if at and words[at - 1].text == ":":
            source = self._introduced(words, at - 1)
            found = self.discourse.resolve(self.discourse.remember(source), memory) if source is not None else None
            if source is not None and found is not None and found.sort in ("person", "body", "place"):
                self.given[number] = _Attributed(found, source.said_by, None)

    def _introduced(self, words: Sequence[Word], colon: int) -> Source | None:
        """Read who a colon introduces: "Bell: “...”", or the subject of a sentence that ends in it."""
        if all(word.tag not in FINITE_TAGS for word in words[:colon]):
            return read_source(words[:colon], self.text) if 0 < colon <= 6 else None
        first = next(i for i, word in enumerate(words) if word.tag in FINITE_TAGS)
        return subject_of(words, first, self.text)

    def _follows(self, block: int, before: int) -> bool:
        """Say whether a paragraph follows another with nothing but captions between."""
        if block <= before or self.blocks[block].kind not in _COUNTED:
            return False
        between = self.blocks[before + 1 : block]
        return all(b.kind in (BlockKind.CAPTION, BlockKind.SCREEN_TEXT, BlockKind.LABEL) for b in between)

    def _report(self, clause: Reported, resolved: dict[int, Source | None], cues: Sequence[Cue]) -> None:
        found = resolved.get(clause.cue.at)
        source, cue = clause.cue.source, clause.cue
        quote = Quote(
            clause.start,
            clause.end,
            self.text[clause.start : clause.end],
            QuoteKind.INDIRECT,
            speaker=found.name if found else None,
            cue=self.text[cue.start : cue.end],
            cue_start=cue.start,
            cue_end=cue.end,
            said_by=source.said_by if source else None,
            title=found.title if found else None,
        )
        self.reported.append(quote)

    def _after(
        self,
        passage: Passage,
        memory: Memory,
        attributed: _Attributed | None,
        cues: Sequence[Cue],
        resolved: dict[int, Source | None],
        alone: bool,
    ) -> None:
        """Carry the sentence's speaker to what stands unattributed beside it, and remember the sentence."""
        if alone and passage.quotes:
            numbers = list(passage.quotes.values())
            attributed = self.given.get(numbers[-1])
            if attributed is not None and attributed.speaker is not None:
                memory.note(memory.speakers, attributed.speaker)
        elif attributed is None:
            speaking = [cue for cue in cues if not cue.relative and not cue.passive and _is_speech(cue)]
            if speaking:
                cue = speaking[-1]
                attributed = self._attribution(cue, resolved.get(cue.at))
        if attributed is not None and self.waiting and passage.quotes and 0 in passage.quotes:
            for number in self.waiting:
                self.given[number] = replace(attributed, cue=None)
        if not (alone and attributed is None):
            self.waiting = []
        self.last = (passage.block, attributed) if attributed is not None else None
        if passage.words:
            self.discourse.memories.append(memory)

    # What is said inside quotations.

    def read_inside(self, tagged: Sequence[Sequence[Word]]) -> None:
        """Attribute quotations inside quotations and clauses reported inside them."""
        outer = [q for q in self.quotations if q.depth == 0]
        if not outer:
            return
        words = [word for sentence in tagged for word in sentence]
        inner = [(number, q) for number, q in enumerate(self.quotations) if q.depth == 1]
        at = 0
        for quotation in outer:
            while at < len(words) and words[at].start < quotation.start:
                at += 1
            first = at
            while at < len(words) and words[at].start < quotation.end:
                at += 1
            begin = bisect_left(inner, quotation.start, key=lambda entry: entry[1].start)
            end = bisect_left(inner, quotation.end, key=lambda entry: entry[1].start)
            for passage in inner_passages(words[first:at], inner[begin:end]):
                self._read_inner(passage)

    def _read_inner(self, passage: Passage) -> None:
        cues = find_cues(passage.words, self.text)
        if not cues:
            return
        resolved = {
            cue.at: cue.source if cue.source is not None and cue.source.pronoun is None else None for cue in cues
        }
        for at, number in passage.quotes.items():
            cue = choose_cue(passage.words, at, cues, self.text)
            if cue is not None:
                self.given[number] = self._attribution(cue, resolved[cue.at])
        for clause in reported_clauses(passage.words, cues, self.text):
            if clause.cue.source is not None and clause.cue.source.pronoun not in ("i", "we", "you"):
                self._report(clause, resolved, cues)

    # The result.

    def result(self) -> Speech:
        """Give the quotes and reported clauses."""
        starts = [block.start for block in self.blocks]
        quotes = [self._quote(number, quotation, starts) for number, quotation in enumerate(self.quotations)]
        self.reported.sort(key=lambda quote: (quote.start, -quote.end))
        return Speech(quotes, self.reported)

    def _quote(self, number: int, quotation: Quotation, starts: Sequence[int]) -> Quote:
        text = self.text[quotation.start : quotation.end]
        given = self.given.get(number)
        block = self.blocks[max(0, bisect_right(starts, quotation.start) - 1)]
        speaker = given.speaker.name if given is not None and given.speaker is not None else None
        title = given.speaker.title if given is not None and given.speaker is not None else None
        said_by = given.said_by if given is not None else None
        cue = given.cue if given is not None else None
        if given is None and block.speaker is not None and self.document.kind is DocumentKind.TRANSCRIPT:
            kind = _kind(text, False)
        else:
            kind = _kind(text, given is not None)
        return Quote(
            quotation.start, quotation.end, text, kind, speaker, self.text[cue[0] : cue[1]] if cue else None,
            cue[0] if cue else None, cue[1] if cue else None, said_by, title, quotation.closed, quotation.parts,
            () if quotation.closed else ("unclosed quotation",),
        )  # fmt: skip


def _is_speech(cue: Cue) -> bool:
    """Say whether a cue's sentence gives its speaker words that the next sentence may go on with."""
    return cue.verb is None or cue.verb.sort != "mental"


def _kind(text: str, attributed: bool) -> QuoteKind:
    words = text.count(" ") + 1
    whole = text[:1].isupper() and (text[-1:] in ".?!,…—–" or words > _SCARE_WORDS)
    if whole and words > 1:
        return QuoteKind.DIRECT
    if not attributed and words <= _SCARE_WORDS:
        return QuoteKind.SCARE
    return QuoteKind.MIXED
