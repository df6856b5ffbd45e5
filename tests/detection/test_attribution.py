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
        ("The authors caution that the sample was small.", "the sample was small", "The authors"),
        ("We were told by the manager that the valve had failed.", "the valve had failed", "the manager"),
        (
            "Two directors have left, people familiar with the talks said.",
            "Two directors have left",
            "people familiar with the talks",
        ),
        ("A poll published on Sunday by the Lark Institute found that 54% agreed.", "54% agreed", "the Lark Institute"),
        ("The team, led by Ana Bell, said costs had doubled.", "costs had doubled", "The team"),
        (
            "Tom Orr says Lee Dale, his rival, is cutting benefits.",
            "Lee Dale, his rival, is cutting benefits",
            "Tom Orr",
        ),
        (
            "The plant, Orr told The Echo, would never reopen.",
            "The plant, Orr told The Echo, would never reopen",
            "Orr",
        ),
        ("The path led to a barn where, Orr said, 40 people hid.", "40 people hid", "Orr"),
        ("After Orr told the press that the plan was dead, shares fell 4%.", "the plan was dead", "Orr"),
        ("Orr said the plan that passed in May was dead.", "the plan that passed in May was dead", "Orr"),
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
        "The rise is large, though others may explain part of it.",
        "The mayor tweeted a video that shows the flood.",
        "Orr says goodbye to the crowd, then walks off.",
        "The mailer attacks Orr on taxes, citing her role on a board.",
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


@pytest.mark.parametrize(
    ("text", "speakers"),
    [
        ("Police said 12 had died, adding that 30 were missing.", ["Police", "Police"]),
        ("Ana Bell said the trend was clear and warned that rents would rise.", ["Ana Bell", "Ana Bell"]),
        ("Ana Bell said the firm knew and admitted that it was late.", ["Ana Bell", None]),
        ("The fire was out, she told Radio Malta.", [None]),
        ("Nurses on nights worked longer than doctors, they found.", [None]),
        ("The authors met. Nurses on nights worked longer than doctors, they found.", ["The authors"]),
    ],
)
def test_whose_report_it_is(text, speakers):
    """A second verb goes on with the first report's speaker, and whom the text reports on or addresses says nothing."""
    assert [quote.speaker for quote in indirect_speech(Document.from_text(text))] == speakers


@pytest.mark.parametrize(
    ("text", "speakers"),
    [
        ("Tom Orr, a nurse who was not involved, called the work “overdue”. “It is late,” he said.", ["Tom Orr"] * 2),
        ("Among them was Edie Marlow, 11, who reads at Castle Road. She said: “I would walk.”", ["Edie Marlow"]),
        ("The Member for Hull West told the House so. He said it was “late”.", ["The Member for Hull West"]),
        ("Ana Bell, heard on “Night Talk”, claimed Orr’s plan “hurts the poor”.", [None, "Ana Bell"]),
        ("The party criticised a dinner that Orr gave. The headline: “You are invited”.", [None]),
        ("Bell accused ministers of “hiding” and called the plan “a fudge”.", ["Bell", "Bell"]),
        ("Orr, whose son, Rand, seeks a seat, wrote in a column: “It is hard.”", ["Orr"]),
        (
            "The Centre for Freedom and Order, which calls itself “neutral”, is not.",
            ["The Centre for Freedom and Order"],
        ),
    ],
)
def test_who_is_given_a_quotation(text, speakers):
    """Appositions, relative clauses and objects between a speaker and the words do not take them over."""
    assert [quote.speaker for quote in attribute_speech(Document.from_text(text)).quotes] == speakers


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
