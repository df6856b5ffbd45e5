"""factcheck: `find_quantities` on each sentence."""

from timing import report

from factcheck.detection.quantities import find_quantities


def detect(sentences: list[str]) -> int:
    """Find the quantities of each sentence, and count them."""
    return sum(len(find_quantities(sentence)) for sentence in sentences)


if __name__ == "__main__":
    report(detect)
