"""Rules of `read_structure`: what each stretch of a text is."""

import datetime
import json
from pathlib import Path

import pytest
from hypothesis import given, settings
from hypothesis import strategies as st

from factcheck.errors import InvalidValue
from factcheck.text.document import BlockKind, Document, DocumentKind
from factcheck.text.structure import build_document, read_structure

GOLDEN = Path(__file__).parent.parent / "golden" / "text" / "structure.jsonl"
CASES = [json.loads(line) for line in GOLDEN.read_text(encoding="utf-8").splitlines()]

LINES = st.sampled_from(
    ["Bridge closed", "By Ana Bell", "4 May 2021", "The council met. It voted.", "- Rents rose 9%",
     "1. One. 2. Two.", "* * *", "ANN ORR: Yes.", "ORR: No.", "TEXT: Poll", "(APPLAUSE)",
     "YORK (AP) - It fell.", "Photo: Ana Bell", "", " ", "\r", "\u200b", "\ufeffx", "\ufb01re", "a\u00adb",
     "5", "?", "🔥", "“", " indented line", "word " * 30, "\tTab: here", "Q: Why?", "A: So."]
)  # fmt: skip
TEXTS = st.lists(LINES, max_size=14).map("\n".join)
MARKS = set("-*•–—()[].0123456789 ~=#·+_abcdefghijklmnopqrstuvwxyz")


@pytest.mark.parametrize("case", CASES, ids=[case["rule"] for case in CASES])
def test_golden_structure(case):
    """Each stretch is what the golden file says, with its speaker."""
    document = read_structure(case["text"], format=case.get("format", "text"))
    found = [
        [str(b.kind), document.text[b.start : b.end], *([b.speaker] if b.speaker else [])] for b in document.blocks
    ]
    assert found == case["blocks"]


@given(TEXTS)
@settings(max_examples=50, deadline=None)
def test_no_word_is_lost(text):
    """Blocks are ordered and disjoint; outside them stand only white space, invisible marks and list marks."""
    document = read_structure(text)
    end = 0
    for block in document.blocks:
        assert end <= block.start < block.end
        assert_only_marks(text[end : block.start])
        assert text[block.start : block.end] == text[block.start : block.end].strip()
        end = block.end
    assert_only_marks(text[end:])


def assert_only_marks(gap):
    """A gap's longest run of letters is a list's mark."""
    for word in gap.replace("\u200b", " ").replace("\ufeff", " ").replace("\u00ad", " ").split():
        assert set(word) <= MARKS
        assert len(word) <= 5 or not any(map(str.isalnum, word))


@given(TEXTS)
@settings(max_examples=33, deadline=None)
def test_sentences_fill_their_blocks(text):
    """The sentences of a block hold all its words, in order, numbered from 1; paragraphs are numbered without a gap."""
    document = read_structure(text)
    for index, block in enumerate(document.blocks):
        inside = [s for s in document.sentences if s.block == index]
        if block.kind in (BlockKind.LABEL, BlockKind.BYLINE, BlockKind.DATELINE):
            assert not inside
            continue
        assert [s.number for s in inside] == list(range(1, len(inside) + 1))
        assert "".join("".join(text[s.start : s.end].split()) for s in inside) == "".join(
            text[block.start : block.end].split()
        )
        assert all(s.paragraph == block.number for s in inside)
    numbers = [block.number for block in document.blocks if block.number]
    assert numbers == list(range(1, len(numbers) + 1))


def test_the_head_of_a_story():
    """Title, byline, place and day are told; a day without its year takes the year nearest the day given."""
    text = "Bridge closed\n\nBy Ana Bell\n\nYORK, Dec 31 (Wire) - The bridge closed on Monday."
    document = Document.from_text(text, datetime.date(2026, 1, 1))
    assert (document.title, document.byline) == ("Bridge closed", "By Ana Bell")
    assert document.dateline.place == "YORK"
    assert document.date == datetime.date(2026, 1, 1)
    assert Document.from_text(text).date is None


def test_the_day_given_wins_over_the_text():
    """A day passed in wins over one that the text states."""
    text = "Bridge closed\n\n4 May 2021\n\nThe bridge closed on Monday."
    assert Document.from_text(text).date == datetime.date(2021, 5, 4)
    assert Document.from_text(text, datetime.date(2021, 5, 6)).date == datetime.date(2021, 5, 6)


def test_the_files_day_fills_the_gap():
    """The metadata's day dates a dateline without its year, and counts where the text has none."""
    text = "YORK, Jan 1 (Wire) - The bridge closed."
    document = build_document(text, [], near=datetime.date(2026, 1, 4))
    assert document.date == datetime.date(2026, 1, 4)
    assert read_structure(text, dateline=None).date is None


def test_a_day_line_and_a_place_join():
    """A day of its own line and the place in the first paragraph make one dateline."""
    document = Document.from_text("Bridge closed\n\n4 May 2021\n\nYORK (AP) — The bridge closed.")
    assert (document.dateline.place, document.date) == ("YORK", datetime.date(2021, 5, 4))


def test_kinds_can_be_told():
    """Told to be an article, a text with labels has none; told to be statements, every line is one."""
    text = "ANN ORR: Yes.\nORR: No."
    assert read_structure(text).kind is DocumentKind.TRANSCRIPT
    told = read_structure(text, kind=DocumentKind.ARTICLE)
    assert {block.kind for block in told.blocks} == {BlockKind.PARAGRAPH}
    listed = read_structure("Explosion\n\nRents rose.", kind=DocumentKind.STATEMENTS)
    assert [block.kind for block in listed.blocks] == [BlockKind.PARAGRAPH, BlockKind.PARAGRAPH]


def test_one_label_suffices_where_a_transcript_is_told():
    """Told to be a transcript, a text with one label is one."""
    document = read_structure("ANN ORR: Yes.", kind=DocumentKind.TRANSCRIPT)
    assert document.blocks[-1].speaker == "Ann Orr"


def test_places_are_named():
    """A paragraph's place is its number; in a transcript with times it is the time."""
    assert read_structure("One.\n\nTwo.").blocks[1].locator == "paragraph 2"
    assert read_structure("[00:12] ANN ORR: Yes.\n[00:20] ORR: No.").blocks[3].locator == "00:20"


def test_an_empty_text_is_a_document_without_blocks():
    """No words, no blocks."""
    assert read_structure(" \n\n").blocks == ()


def test_lone_surrogates_do_no_harm():
    """A text with half a surrogate pair is read, and has its hash."""
    document = Document.from_text("Rents \ud83d rose.")
    assert len(document.sentences) == 1
    assert len(document.content_hash) == 64


def test_an_unknown_format_is_refused():
    """A format that is not known is refused with those that are."""
    with pytest.raises(InvalidValue, match="text or markdown"):
        read_structure("x", format="latex")
