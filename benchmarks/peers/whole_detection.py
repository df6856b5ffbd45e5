"""factcheck: structure, sentences, claims, quantities, quotations and names of each text."""

from timing import report

from factcheck.detection.analysis import Analysis
from factcheck.text.document import Document


def detect(texts: list[str]) -> int:
    """Read each text whole, and count what was found."""
    found = 0
    for text in texts:
        reading = Analysis(Document.from_text(text))
        found += len(reading.claims) + len(reading.quantities) + len(reading.quotes) + len(reading.names)
    return found


if __name__ == "__main__":
    report(detect)
