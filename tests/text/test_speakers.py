"""Rules of `read_speaker` and `resolve_speakers`."""

import pytest

from factcheck.text.speakers import read_speaker, resolve_speakers


@pytest.mark.parametrize(
    ("label", "name", "title", "role"),
    [
        ("MAYA LUND, HOST", "Maya Lund", None, "host"),
        ("LT. GEN. TOM ROE, ANALYST", "Tom Roe", "Lt. Gen.", "analyst"),
        ("SEN. SIOBHAN O'HARA (D-XX)", "Siobhan O'Hara", "Sen.", None),
        ("PRESIDENT MCALEESE", "McAleese", "President", None),
        ("VICE PRESIDENT ANN LEE-ORR", "Ann Lee-Orr", "Vice President", None),
        ("THE PRESIDENT", "The President", None, None),
        ("SECRETARY OF STATE", "Secretary of State", None, None),
        ("Maya Lund", "Maya Lund", None, None),
        ("TOM ROE, JR.", "Tom Roe, Jr.", None, None),
        ("UNIDENTIFIED MALE", "Unidentified Male", None, None),
        ("J.R. VANCE II", "J.R. Vance II", None, None),
        ("Q", "Q", None, None),
    ],
)
def test_what_a_label_says(label, name, title, role):
    """Title, name and role are told apart, and capitals become a name's case."""
    speaker = read_speaker(label)
    assert (speaker.name, speaker.title, speaker.role) == (name, title, role)


def test_short_labels_mean_the_full_name():
    """A surname, a title with a surname, or a first name means the one full name that has it."""
    names = resolve_speakers(["MAYA LUND, HOST", "LUND", "MS. LUND", "MAYA", "TOM ROE JR.", "ROE", "ORR"])
    assert names["LUND"] == names["MS. LUND"] == names["MAYA"] == "Maya Lund"
    assert names["ROE"] == "Tom Roe Jr."
    assert names["ORR"] == "Orr"


def test_offices_and_ranks():
    """An office without a name is the name; a rank of several words is a title; a courtesy title needs a name."""
    labels = ["HOME SECRETARY", "REAR ADM. ZOE HART", "SGT. 1ST CLASS MAE WU", "MS. MAJOR"]
    assert [(s.name, s.title) for s in map(read_speaker, labels)] == [
        ("Home Secretary", None),
        ("Zoe Hart", "Rear Adm."),
        ("Mae Wu", "Sgt. 1st Class"),
        ("Major", "Ms."),
    ]
