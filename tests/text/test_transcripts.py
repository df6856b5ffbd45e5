"""Rules of `find_labels`."""

import pytest

from factcheck.text.transcripts import find_labels


@pytest.mark.parametrize(
    ("text", "names"),
    [
        ("ANN ORR, HOST: Yes.\nTOM ROE: No.", ["ANN ORR, HOST", "TOM ROE"]),
        ("**ANN ORR:** Yes.\n**TOM ROE**: No.", ["ANN ORR", "TOM ROE"]),
        ("Q: Why?\nA: So.", ["Q", "A"]),
        ("SEN. ANN ORR (D-XX): 12:30 it is.\nTHE PRESIDENT: No.", ["SEN. ANN ORR (D-XX)", "THE PRESIDENT"]),
        ("UNIDENTIFIED MALE #2: Yes.\nORR (voice-over): No.", ["UNIDENTIFIED MALE #2", "ORR (voice-over)"]),
        ("Ann Orr (00:12):\nYes.\nTom Roe (00:15):\nNo.\nAnn Orr (00:17):\nOh.", ["Ann Orr", "Tom Roe", "Ann Orr"]),
    ],
)
def test_labels(text, names):
    """Names before a colon at the head of lines are labels, with their roles and without times."""
    assert [label.name for label in find_labels(text)] == names


@pytest.mark.parametrize(
    "text",
    [
        "He said: yes.\nShe said: no.\nHe said: why?",
        "NOTE: Yes.\nUPDATE: No.",
        "Time: 12.\nPlace: York.\nTime: 13.",
        "ANN ORR: Yes.\n" + "The council met on Monday.\n" * 20,
        "England: 5.\nWales: 4.\nScotland: 3.",
        "https://example.org/a\nhttps://example.org/b",
    ],
)
def test_what_is_no_transcript(text):
    """Words before a colon that are no names, or names that do not recur, make no transcript."""
    assert find_labels(text) == []
