"""Intake: a whole article or nothing of it, and the same content once."""

import datetime
from fractions import Fraction

import pytest

from factcheck.errors import UnreadableInput
from factcheck.matching.values import Match
from factcheck.text.document import Document
from factcheck.vocabulary import Relation, State


def test_claims_come_in_with_their_places(desk, draft) -> None:
    """Each claim is on file with its words, place, quantities and check-worthiness."""
    document, claims = draft("Rents rose 5 percent.", "Crime fell 2 percent.")
    result = desk.intake(document, claims)
    assert (result.document_id, result.new, result.already) == ("D1", True, False)
    assert [claim.id for claim in result.claims] == ["C1", "C2"]
    second = result.claims[1]
    assert second.state is State.NEW
    assert (second.place.paragraph, second.place.sentence) == (2, 1)
    assert document.text[second.place.start : second.place.end] == second.text == "Crime fell 2 percent"
    assert second.place.quantities == claims[1].quantities
    assert second.place.quantities[0].value == Fraction(2)
    assert second.place.parts == (("exact figure", 0.5),)


def test_not_checkable_is_kept_with_its_reason(desk, draft) -> None:
    """What is judged not checkable is on file, and listed when it is asked for."""
    desk.intake(*draft("Rents rose 5 percent.", "Is that so?"))
    (kept,) = desk.claims(checkable=False)
    assert (kept.id, kept.reasons) == ("C2", ("a question",))
    assert desk.document("D1").not_checkable == 1


def test_same_content_is_recognised(desk, draft) -> None:
    """The same content again doubles nothing; another path is noted once, the same path never."""
    document, claims = draft("Fares rose 3 percent.", source="a.txt")
    desk.intake(document, claims)
    again = desk.intake(document, claims)
    copy, _ = draft("Fares rose 3 percent.", source="copy_of_a.txt")
    third = desk.intake(copy, claims)
    fourth = desk.intake(copy, claims)
    assert (again.new, again.already, again.noted) == (False, True, None)
    assert (third.already, third.noted, fourth.noted) == (True, "copy_of_a.txt", None)
    assert [claim.id for claim in third.claims] == ["C1"]
    assert desk.document("D1").read_from == ("a.txt", "copy_of_a.txt")
    assert len(desk.claims()) == 1


def test_ids_are_unique_over_documents(desk, draft) -> None:
    """Claims are numbered over the whole desk, and documents of one title get names of their own."""
    desk.intake(*draft("Rents rose 5 percent."))
    result = desk.intake(*draft("Crime fell 2 percent."))
    assert result.claims[0].id == "C2"
    assert [document.slug for document in desk.documents()] == ["a-draft", "a-draft-2"]


def test_matches_are_kept_with_rule_and_reasons(desk, draft) -> None:
    """A match comes in with relation, score, reasons and rule; what is unrelated does not."""
    check = desk.add_check(text="Rents rose 4 percent.", verdict="confirmed", scale="desk", date="2024-02-01")
    found = [
        Match(check.id, Relation.CONFLICT, 0.9, ("4 against 5",), decided_by="numbers"),
        Match(check.id, Relation.UNRELATED, 0.1, ()),
    ]
    (claim,) = desk.intake(*draft("Rents rose 5 percent."), find_matches=lambda claim: found).claims
    (match,) = claim.matches
    assert (match.id, match.earlier, match.relation) == ("M1", "K1", Relation.CONFLICT)
    assert (match.reasons, match.rule) == (("4 against 5",), "numbers")
    assert (match.verdict, match.date) == ("confirmed", "2024-02-01")
    assert desk.document("D1").conflicts == 1


def test_matches_are_not_asked_for_what_is_not_checkable(desk, draft) -> None:
    """Only checkable claims are held against the archive."""
    asked = []
    desk.intake(*draft("Rents rose 5 percent.", "Is that so?"), find_matches=lambda claim: asked.append(claim) or ())
    assert [claim.text for claim in asked] == ["Rents rose 5 percent"]


def test_nothing_of_an_article_stays_when_a_row_fails(desk, draft) -> None:
    """A match that names a claim which is not there takes the whole intake back."""
    with pytest.raises(Exception):  # noqa: B017, PT011  # whichever error, nothing may stay
        desk.intake(*draft("Rents rose 5 percent."), find_matches=lambda claim: [Match("C999", Relation.SAME, 0.9, ())])
    assert desk.documents() == []
    assert desk.claims() == []
    assert desk.verify().ok


def test_draft_comes_back_as_it_was(desk, draft) -> None:
    """The document on file holds the same text, blocks, sentences and dateline."""
    document, claims = draft("Rents rose 5 percent.", "It’s “so” – 🙂 e\u0301.", byline="By Zoe Hart")
    desk.intake(document, claims)
    assert desk.document("a-draft").document == document
    assert desk.document("D1").dateline_date == datetime.date(2024, 3, 1).isoformat()


@pytest.mark.parametrize("text", ["Rents\0 rose.", "Rents \ud800 rose."])
def test_text_that_no_database_keeps_is_refused(desk, text) -> None:
    """NUL and half characters are named as what they are, and nothing is written."""
    with pytest.raises(UnreadableInput, match="not text"):
        desk.intake(Document(text, source="bad.txt"), [])
    assert desk.documents() == []


@pytest.mark.parametrize(
    ("title", "source", "slug"),
    [
        ("Troops: what we know", "x.txt", "troops-what-we-know"),
        (None, "drafts/Hospital waits.md", "hospital-waits"),
        (None, None, "rents-rose-5-percent"),
        ("???", "17.txt", "document-17"),
        ("D1", None, "document-d1"),
    ],
)
def test_slug_comes_from_title_file_or_words(desk, draft, title, source, slug) -> None:
    """A document is named after its title, otherwise its file, otherwise its words; never like an id."""
    assert desk.intake(*draft("Rents rose 5 percent.", title=title, source=source)).slug == slug


def test_one_event_tells_the_intake(desk, draft) -> None:
    """An intake is one event, after the one that made the desk."""
    desk.intake(*draft("Rents rose 5 percent.", "Crime fell 2 percent."))
    assert [event.act for event in desk.history()] == ["found_desk", "intake"]
    assert [event.act for event in desk.claim("C2").events] == ["intake"]
