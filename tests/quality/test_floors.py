from dataclasses import replace
from fractions import Fraction
from pathlib import Path

import annotate
import pin
import pytest
import scoring

DIGEST, FLOORS = pin.load_floors()


@pytest.fixture(scope="module")
def figures() -> dict[str, Fraction]:
    total = scoring.Tally()
    for tally in scoring.score_corpus().values():
        total.add(tally)
    return total.shares()


@pytest.mark.parametrize("measure", sorted(FLOORS))
def test_no_figure_falls_below_its_floor(measure: str, figures: dict[str, Fraction]) -> None:
    """Every measure of the corpus keeps the share that is pinned."""
    assert figures[measure] >= FLOORS[measure], "see what was lost: python tests/quality/pin.py --misses"


def test_every_measure_has_a_floor(figures: dict[str, Fraction]) -> None:
    """A measure without a floor would hold nothing."""
    assert set(figures) == set(FLOORS)


def test_the_corpus_is_the_pinned_one() -> None:
    """A changed text or annotation must be pinned again, in sight of the reviewer."""
    assert scoring.digest_corpus() == DIGEST


@pytest.mark.parametrize("note", sorted((scoring.CORPUS / "notes").glob("*.txt")), ids=lambda note: note.stem)
def test_gold_is_what_the_notes_make(note: Path) -> None:
    """The gold files are made from the notes and never edited by hand."""
    gold = scoring.CORPUS / "gold" / f"{note.stem}.json"
    assert gold.read_text(encoding="utf-8") == annotate.render(annotate.build(note))


def test_every_gold_file_has_notes() -> None:
    """No gold file is left over from notes that were taken away."""
    folders = [{path.stem for path in (scoring.CORPUS / name).iterdir()} for name in ("notes", "gold")]
    assert folders[0] == folders[1]


def test_losing_what_was_found_lowers_the_figures() -> None:
    """The measures can fall: with one find on each layer, recall is lower on all of them."""
    _, text, gold = next(scoring.load_corpus())
    found = scoring.read_document(text, gold)
    layers = ("quantities", "claims", "quotes", "names")
    poor = replace(found, **{layer: getattr(found, layer)[:1] for layer in layers})
    whole, part = (scoring.score_document(text, gold, one).shares() for one in (found, poor))
    for measure in ("quantity recall", "claim recall", "quotation with its speaker", "name"):
        assert part[measure] < whole[measure]


def test_a_shifted_span_is_seen() -> None:
    """A span that is off by one code point is counted against the finders."""
    _, text, gold = next(scoring.load_corpus())
    found = scoring.read_document(text, gold)
    first, *others = found.quantities
    shifted = replace(found, quantities=[replace(first, start=first.start + 1, end=first.end + 1), *others])
    assert scoring.score_document(text, gold, shifted).shares()["spans that hold"] < 1


def test_update_refuses_to_lower_a_floor(tmp_path: Path) -> None:
    """A figure that fell is pinned only with the regression allowed; the file stays as it was."""
    path = tmp_path / "floors.toml"
    high, low = scoring.Tally(), scoring.Tally()
    for tally, results in ((high, (True, True)), (low, (True, False))):
        for result in results:
            tally.count("recall", result)
    assert pin.update_floors("a", high, allow_regression=False, path=path) == []
    assert pin.update_floors("b", low, allow_regression=False, path=path) == ["recall"]
    assert pin.load_floors(path) == ("a", {"recall": Fraction(1)})
    assert pin.update_floors("b", low, allow_regression=True, path=path) == ["recall"]
    assert pin.load_floors(path) == ("b", {"recall": Fraction(1, 2)})


def test_a_measure_that_vanishes_counts_as_fallen(tmp_path: Path) -> None:
    """Taking a measure away loses its floor, so it is a regression too."""
    path = tmp_path / "floors.toml"
    tally = scoring.Tally()
    tally.count("recall", True)
    pin.update_floors("a", tally, allow_regression=False, path=path)
    assert pin.update_floors("a", scoring.Tally(), allow_regression=False, path=path) == ["recall"]


@pytest.mark.parametrize(
    ("short", "expected"),
    [
        (">=12", ("12", "12", None, "at_least")),
        ("<3.5%", ("0.035", None, "0.035", "less_than")),
        ("7..9", (None, "7", "9", "range")),
        ("~4", ("4", None, None, "approx")),
        ("2/3", ("2/3", "2/3", "2/3", "exact")),
        ("vague>=24", (None, "24", None, "vague")),
        ("3of8", ("3/8", "3/8", "3/8", "exact")),
    ],
)
def test_short_values_are_read(short: str, expected: tuple[str | None, ...]) -> None:
    """The annotators' short form of a value means what the annotators' guide says."""
    fields = annotate.read_value(short)
    assert tuple(fields[name] for name in ("value", "low", "high", "hedge")) == expected


def test_an_ambiguous_snippet_is_refused() -> None:
    """A snippet that stands twice must say which place it means."""
    with pytest.raises(annotate.NoteError, match="stands 2 times"):
        annotate.locate("rents rose and rents fell", "rents")
