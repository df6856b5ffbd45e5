"""Claims in words that stand alone."""

import pytest

from factcheck.detection.analysis import Analysis
from factcheck.detection.standalone import StandaloneWording
from factcheck.text.document import Document


def wordings(text: str) -> list[str]:
    analysis = Analysis(Document.from_text(text))
    wording = StandaloneWording(analysis.document, analysis.names)
    return [wording.of(claim) for claim in analysis.claims]


@pytest.mark.parametrize(
    ("text", "wanted"),
    [
        (
            "The vote was won by Muqtada al-Sadr, whose list took 73 out of 329 seats.",
            "Muqtada al-Sadr's list took 73 out of 329 seats",
        ),
        (
            "The prize went to Lena Ruiz, who wrote nine novels in ten years.",
            "Lena Ruiz wrote nine novels in ten years",
        ),
        ("Tomas Adeyemi was born in 1950. He became mayor in May 2019.", "Tomas Adeyemi became mayor in May 2019"),
        (
            "Tomas Adeyemi was unharmed, and appeared on television on Monday.",
            "Tomas Adeyemi appeared on television on Monday",
        ),
        ("Mustafa al-Kadhimi spoke on Friday. Mr al-Kadhimi was born in 1967.", "Mustafa al-Kadhimi was born in 1967"),
    ],
)
def test_what_the_text_supports_is_put_in(text: str, wanted: str) -> None:
    """Carried subjects, pronouns for the one person named, and full names for short ones."""
    assert wanted in wordings(text)


@pytest.mark.parametrize(
    ("text", "kept"),
    [
        ("Ana Bell met Lena Ruiz in 2019. She became mayor in May 2020.", "She became mayor in May 2020"),
        (
            "Qais Holm spoke on Friday. The 54-year-old led the service before he took office in 2020.",
            "he took office in 2020",
        ),
        ("Rents rose 5% in 2022.", "Rents rose 5% in 2022"),
    ],
)
def test_what_the_text_does_not_decide_stays(text: str, kept: str) -> None:
    """Where two people fit, or somebody is described whom the text does not name, the words stay as they are."""
    assert kept in wordings(text)
