"""Earlier checks: imported once, each row standing for itself."""

import pytest

from factcheck.errors import InvalidValue
from factcheck.workflow.scales import coarse_bucket, find_label, seeded

CHECK = {
    "text": "The list won 54 of 329 seats.", "verdict": "confirmed", "scale": "desk", "date": "2018-06-14",
    "claimant": "Commission", "publisher": "Example Desk", "url": "https://checks.example/1",
    "title": "How many seats?", "review": "The table says 54.",
}  # fmt: skip


def test_a_check_is_kept_with_all_it_says(desk) -> None:
    """Everything that was handed in is on file, the row itself included."""
    check = desk.add_check(**CHECK)
    assert (check.id, check.text, check.verdict, check.bucket, check.date) == (
        "K1", CHECK["text"], "confirmed", "true", "2018-06-14"
    )  # fmt: skip
    assert (check.url, check.title, check.review) == (CHECK["url"], CHECK["title"], CHECK["review"])
    assert check.raw == CHECK
    assert desk.words_of("k1") == (CHECK["text"], "2018-06-14")


def test_the_same_check_is_put_on_file_once(desk) -> None:
    """Publisher, address and normalised text tell a check from others."""
    desk.add_check(**CHECK)
    assert desk.add_check(**{**CHECK, "text": " the LIST won 54 of 329  seats. "}).id == "K1"
    assert desk.add_check(**{**CHECK, "publisher": "Other Desk"}).id == "K2"
    result = desk.import_checks([CHECK, CHECK, {**CHECK, "url": "https://checks.example/2"}])
    assert (result.added, result.already) == (1, 2)


def test_a_bad_row_costs_one_row(desk) -> None:
    """Rows that cannot be taken are named with line and reason; the others go in."""
    rows = [
        (2, {"text": "Rents rose 5%.", "date": "2024-01-02"}),
        (3, {"text": " "}),
        (4, {"text": "Crime fell.", "date": "last week"}),
        (5, {"text": "Fares rose.", "url": "javascript:alert(1)"}),
        (6, {"text": "Aid fell. " * 11_000}),
        (7, {"text": "Taxes\0 rose 7%."}),
        (8, {"text": "?!"}),
        (9, {}),
    ]
    result = desk.import_checks(rows, batch=3)
    assert (result.added, [line for line, _ in result.rejected]) == (2, [3, 4, 5, 6, 8, 9])
    assert "no day for the date" in dict(result.rejected)[4]
    assert desk.check_on_file("K2").text == "Taxes rose 7%."
    assert desk.verify().ok


def test_an_import_again_adds_nothing(desk) -> None:
    """An import that was cut off is done again without doubling anything, in whatever batches."""
    rows = [{**CHECK, "text": f"Claim {number} holds."} for number in range(25)]
    assert desk.import_checks(rows[:10], batch=4).added == 10
    assert (lambda again: (again.added, again.already))(desk.import_checks(rows, batch=7)) == (15, 10)
    assert len(desk.archive()) == 25


def test_one_bad_check_is_an_error(desk) -> None:
    """A single check that cannot be taken says why."""
    with pytest.raises(InvalidValue, match="no words"):
        desk.add_check(text="")


def test_an_address_without_a_scheme_stays_in_the_row(desk) -> None:
    """What is no address is not followed, and not lost either."""
    check = desk.add_check(text="Rents rose.", url="www.example.org/1")
    assert (check.url, check.raw["url"]) == (None, "www.example.org/1")


def test_checks_and_claims_are_the_archive(desk, draft) -> None:
    """What a text may be held against is every checkable claim and every check, a verdict only when it is settled."""
    desk.add_check(**CHECK)
    desk.intake(*draft("Rents rose 5 percent.", "Is that so?"))
    desk.triage("C1")
    desk.assign("C1")
    desk.start("C1")
    desk.propose("C1", "unsupported", "no record")
    found = {entry["id"]: entry for entry in desk.archive()}
    assert set(found) == {"C1", "K1"}
    assert (found["C1"]["verdict"], found["C1"]["date"], found["C1"]["document"]) == (None, "2024-03-01", "D1")
    assert (found["K1"]["verdict"], found["K1"]["body"]) == ("confirmed", "The table says 54.")
    desk.review("C1", approve=True)
    assert {entry["id"]: entry["verdict"] for entry in desk.archive()}["C1"] == "unsupported"


@pytest.mark.parametrize("name", sorted(seeded("scales")))
def test_scales_are_whole(name) -> None:
    """Each label has words, meaning, polarity and colour; one that is no verdict has no number and no bucket."""
    scale = seeded("scales")[name]
    assert len({label["id"] for label in scale["labels"]}) == len(scale["labels"])
    for label in scale["labels"]:
        assert label["words"]
        assert label["meaning"]
        assert label["polarity"] in {"true", "mixed", "false", "none"}
        assert label["colour"].startswith("#")
        if not label["verdict"]:
            assert "number" not in label
            assert "bucket" not in label
        assert find_label(scale, label["words"].upper()) == label["id"]
    numbers = [label["number"] for label in scale["labels"] if "number" in label]
    if numbers:
        assert {scale["best"], scale["worst"]} == {max(numbers), min(numbers)}


@pytest.mark.parametrize(
    ("scale", "words", "bucket"),
    [
        ("wapo", "Geppetto Checkmark", "true"),
        ("politifact6", "pants-on-fire", "false"),
        (None, "False", "false"),
        (None, "Three Pinocchios", "mostly_false"),
        ("unknown", "Mostly true", "mostly_true"),
        ("desk", "on_author", None),
        (None, "Fishy", None),
        (None, None, None),
    ],
)
def test_labels_of_different_scales_meet_in_buckets(scale, words, bucket) -> None:
    """A label has a coarse bucket where its scale, or every scale that knows it, says so."""
    assert coarse_bucket(seeded("scales"), scale, words) == bucket
