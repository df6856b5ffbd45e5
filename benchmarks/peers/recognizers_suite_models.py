"""Recognizers-Text: every model that reads what our quantities are, on each sentence."""

import warnings

from timing import report

warnings.simplefilter("ignore")  # its own patterns raise deprecation warnings
import recognizers_suite as suite  # noqa: E402  # the filter comes first

MODELS = (
    suite.recognize_number,
    suite.recognize_ordinal,
    suite.recognize_percentage,
    suite.recognize_age,
    suite.recognize_currency,
    suite.recognize_dimension,
    suite.recognize_temperature,
    suite.recognize_datetime,
)


def detect(sentences: list[str]) -> int:
    """Run each model over each sentence, and count what was found."""
    return sum(len(model(sentence, suite.Culture.English)) for sentence in sentences for model in MODELS)


if __name__ == "__main__":
    report(detect)
