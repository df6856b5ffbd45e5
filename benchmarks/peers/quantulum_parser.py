"""quantulum3: quantities of each sentence."""

import warnings

from timing import report

warnings.simplefilter("ignore")  # it says at each import that its optional classifier is not installed
from quantulum3 import parser  # noqa: E402  # the filter comes first


def detect(sentences: list[str]) -> int:
    """Parse each sentence, and count what was found."""
    return sum(len(parser.parse(sentence)) for sentence in sentences)


if __name__ == "__main__":
    report(detect)
