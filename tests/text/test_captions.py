"""Rules of `is_caption`."""

import pytest

from factcheck.text.captions import is_caption


@pytest.mark.parametrize(
    "line",
    [
        "Photo: Ana Bell",
        "Photograph by Ana Bell",
        "FILE PHOTO: The bridge at dawn",
        "Image courtesy of the council",
        "Caption: the bridge at dawn",
        "The bridge at dawn on Monday. Credit: Ana Bell/Getty Images",
        "The bridge at dawn on Monday. Source: Alamy Stock Photo",
        "The bridge at dawn. (AP Photo/Ana Bell)",
        "Tom Roe on Monday | Getty Images",
        "(Reuters)",
        "Source: Office for National Statistics",
    ],
)
def test_captions_and_credits(line):
    """A line that opens with a picture word or ends with who is credited is a caption."""
    assert is_caption(line)


@pytest.mark.parametrize(
    "line",
    [
        "Photos of the bridge were shown to the court on Monday.",
        "The image by which the town is known was painted in 1901, long before the bridge, and hangs in the hall.",
        "The council closed the bridge, the agency said. (Reuters)",
        "He asked one source: a man in the council who has since left.",
        "NASA said it would pay.",
    ],
)
def test_what_is_no_caption(line):
    """A sentence about pictures, sources or agencies is none."""
    assert not is_caption(line)
