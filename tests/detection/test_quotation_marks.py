import pytest

from factcheck.detection.quotation_marks import pair_marks


def words(text):
    """Give the words between marks, each paragraph of the text a block."""
    blocks, at = [], 0
    for paragraph in text.split("\n"):
        blocks.append((at, at + len(paragraph)))
        at += len(paragraph) + 1
    return [text[q.start : q.end] for q in pair_marks(text, blocks)]


@pytest.mark.parametrize(
    ("text", "expected"),
    [
        ("He said “yes” and “no”.", ["yes", "no"]),
        ('He said "yes" and "no".', ["yes", "no"]),
        ("He said ‘yes’ and ‘no’.", ["yes", "no"]),
        ("He said 'yes' and 'no'.", ["yes", "no"]),
        ("Il dit « oui » et «non».", ["oui", "non"]),
        ("Er sagte „ja“ und »nein«.", ["ja", "nein"]),
        ("‘The teachers’ pay,’ he said, ‘isn’t in the ’90s data.’", ["The teachers’ pay,", "isn’t in the ’90s data."]),
        ("'Tis the boys' club, rock 'n' roll and 5'10\" tall.", []),
        ("“He told me ‘go home’ and left.”", ["He told me ‘go home’ and left.", "go home"]),
        ("\"He told me 'go home' and left.\"", ["He told me 'go home' and left.", "go home"]),
        ('“Mixed" marks and "others”.', ["Mixed", "others"]),
        ("“Why?“ he asked.", ["Why?"]),
        ('"We will," he said,"win."', ["We will,", "win."]),
        ('A 15" screen and a 6\'2" man.', []),
        ('An empty “” pair, a lone " and a lone ”.', []),
    ],
)
def test_pairs_within_a_paragraph(text, expected):
    """Each kind of mark pairs with its own, and apostrophes and inches with none."""
    assert words(text) == expected


def test_an_open_mark_ends_before_the_next_one():
    """A mark that is never closed takes no later pair with it."""
    assert words("She said “the plan is bad. He said “no” and left.") == ["the plan is bad.", "no"]


def test_a_paragraph_does_not_change_the_next():
    """An odd mark in one paragraph leaves the pairs of the next alone."""
    assert words('A lone "mark here.\nThen “a pair” there. And "another".') == ["mark here.", "a pair", "another"]


def test_depth_counts_the_quotations_around():
    """A quotation inside a quotation has depth 1."""
    text = "“One ‘two’ three.”"
    assert [q.depth for q in pair_marks(text, [(0, len(text))])] == [0, 1]
