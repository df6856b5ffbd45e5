import pytest

from factcheck.detection.attribution import attribute_speech, indirect_speech
from factcheck.detection.passages import tag_sentences
from factcheck.text.document import Document


@pytest.mark.parametrize(
    ("text", "clause", "speaker"),
    [
        ("Rents rose 8%, according to the Housing Trust.", "Rents rose 8%", "the Housing Trust"),
        ("According to Tom Orr, rents rose 8%.", "rents rose 8%", "Tom Orr"),
        ("Police say that 12 people were hurt.", "12 people were hurt", "Police"),
        ("The head of the Met Office said, on Friday, it would rain.", "it would rain", "The head of the Met Office"),
        ("Orr told the inquiry that the pump had failed, but nobody came.", "the pump had failed", "Orr"),
        ("Twelve were hurt, said Ana Bell, a nurse.", "Twelve were hurt", "Ana Bell"),
        ("Ana Bell, of the nurses’ union, warned that wards would close.", "wards would close", "Ana Bell"),
        ("The firm denied that it had paid, without giving figures.", "it had paid", "The firm"),
    ],
)
def test_reported_clauses(text, clause, speaker):
    """A reported clause is cut from its attribution, wherever that stands."""
    (quote,) = indirect_speech(Document.from_text(text))
    assert (quote.text, quote.speaker) == (clause, speaker)


@pytest.mark.parametrize(
    "text",
    [
        "Figures showed that rents rose 8%.",
        "He maintains good relations with Norway, and he speaks Finnish.",
        "The plant reports to the ministry.",
        "Adding salt is the simplest way.",
    ],
)
def test_verbs_that_report_nothing(text):
    """A verb that may report does not where a thing shows something, or where its object is a noun."""
    assert indirect_speech(Document.from_text(text)) == []


def test_a_pronoun_with_two_who_fit_stays_open():
    """Where two people fit and neither spoke, nobody is given the words."""
    text = "John Cole waited for Peter Price. It rained. “It went badly,” he said. Ann Lee and Tom Orr were late."
    (quote,) = attribute_speech(Document.from_text(text)).quotes
    assert quote.speaker in (None, "John Cole")
    text = "The train took John Cole and Peter Price home. “It went badly,” he said."
    (quote,) = attribute_speech(Document.from_text(text)).quotes
    assert (quote.speaker, quote.said_by) == (None, "he")


def test_gender_keeps_a_pronoun_from_the_wrong_person():
    """She is not the man who was named last."""
    text = "Maria Duarte met Peter Price in Leeds. “We talked for an hour,” she said."
    (quote,) = attribute_speech(Document.from_text(text)).quotes
    assert (quote.speaker, quote.said_by) == ("Maria Duarte", "she")


def test_words_tagged_before_give_the_same_answer():
    """The words may be tagged once and handed in."""
    document = Document.from_text("“Costs doubled,” said Ana Bell. Rents rose, she added.")
    assert attribute_speech(document, tag_sentences(document)) == attribute_speech(document)


def test_thousands_of_marks_are_read():
    """A page of nothing but quotations is read to its end."""
    text = "Orr said “no”. " * 1500
    quotes = attribute_speech(Document.from_text(text)).quotes
    assert len(quotes) == 1500
    assert {quote.speaker for quote in quotes} == {"Orr"}


def test_i_is_the_speaker_of_the_turn():
    """In a transcript the first person is whoever the label names."""
    document = Document.from_text("DANA BRIGHT, ANCHOR: Good morning. I said “no deal” twice.\nMAYOR LEE: Thank you.")
    (quote,) = attribute_speech(document).quotes
    assert (quote.speaker, quote.said_by) == ("Dana Bright", "I")


@pytest.mark.parametrize(
    ("text", "speaker"),
    [
        ("The minister, who was in Paris, wrote to Ms Dahl. She said the plan was dead.", None),
        ("Two women sued. One of them, Jo Pike, said she would win.", "Jo Pike"),
        ("Mr Adams spoke first. His opponent, Kate Moore, said rents had doubled.", "Kate Moore"),
        ("The bill failed. The deputy governor of the Bank of Norrland, Erik Holm, said it would return.", "Erik Holm"),
    ],
)
def test_who_is_meant(text, speaker):
    """The name behind a description is the speaker, and a pronoun that a better fit rivals stays open."""
    (quote,) = indirect_speech(Document.from_text(text))
    assert quote.speaker == speaker
