from __future__ import annotations

from hypothesis import given, settings
from hypothesis import strategies as st

from factcheck.detection.coverage import coverage
from factcheck.text.document import Block, BlockKind, Document, Sentence


def found(text: str) -> dict[str, tuple[str, str]]:
    """Map each item's words to its sort and status."""
    return {item.text: (item.sort, item.status) for item in coverage(Document.from_text(text))}


def test_numbers_and_dates_in_claims_are_claimed() -> None:
    """What stands in a checkable claim is accounted for."""
    items = found("The clinic lost 40 beds in 2019.")
    assert items["40 beds"] == ("number", "claimed")
    assert items["2019"] == ("date", "claimed")


def test_number_of_a_forecast_is_waived_with_its_reason() -> None:
    """A number in what is not checkable is waived, and the reason is the claim's."""
    items = coverage(Document.from_text("Gusts may reach 75 mph."))
    assert [(item.status, item.reason.split(":")[0]) for item in items if item.sort == "number"] == [
        ("waived", "forecast")
    ]


def test_quotation_is_an_item() -> None:
    """A quotation is accounted for by the claim made of it."""
    assert found("“The wall fell on its own,” said Ana Bell.")["The wall fell on its own,"] == ("quotation", "claimed")


def test_caption_is_waived() -> None:
    """A number in a caption is waived: a caption states nothing of its own here."""
    text = "Some 300 people fish here."
    document = Document(text, (Block(BlockKind.CAPTION, 0, len(text)),), (Sentence(0, len(text), 0, None, 1),))
    assert {(item.status, item.reason) for item in coverage(document) if item.sort == "number"} == {
        ("waived", "in a caption")
    }


def test_what_no_claim_holds_is_shown() -> None:
    """A date outside every claim is unaccounted, never silently passed."""
    items = coverage(Document.from_text("Speaking in Leeds on 4 May 2019, Ana Bell said rents rose 8%."))
    assert [(item.text, item.status) for item in items if item.sort == "date"] == [("4 May 2019", "unaccounted")]


@settings(max_examples=40, deadline=None)
@given(st.text(alphabet="ab 1.,“”\"'%\nAB", max_size=120))
def test_items_are_ordered_and_exact(text: str) -> None:
    """Any text: items in reading order, exact spans, and a reason for each."""
    items = coverage(Document.from_text(text))
    assert [item.start for item in items] == sorted(item.start for item in items)
    for item in items:
        assert text[item.start : item.end] == item.text
        assert item.reason


def test_speaker_is_waived_as_the_source_of_a_claim() -> None:
    """Who speaks is kept with the claim: the name is accounted for, and so is a counted source."""
    items = coverage(Document.from_text("Rents rose 8%, two city officials said."))
    assert [(item.text, item.status) for item in items if item.sort == "number"] == [
        ("8%", "claimed"),
        ("two city officials", "waived"),
    ]


def test_quotation_of_several_sentences_is_accounted_for_by_its_statements() -> None:
    """A quotation that no single claim holds is claimed when its sentences are."""
    text = "“We lost 40 beds. Two wards were closed. The roof fell in,” said Ana Bell."
    (item,) = [item for item in coverage(Document.from_text(text)) if item.sort == "quotation"]
    assert item.status == "claimed"
