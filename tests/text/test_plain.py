"""Rules of `cut_plain` and `cut_list_line`."""

from factcheck.text.plain import cut_list_line, cut_plain


def words(text, pieces):
    """Give the words of each piece."""
    return [text[piece.start : piece.end] for piece in pieces]


def test_a_list_line_without_a_mark():
    """A line without a list's mark is no list line; a mark without a space after it is none."""
    for line in ("Rents rose", "-5 degrees", "3.5 million", "A. Smith said so"):
        assert cut_list_line(line, 0, len(line)) is None


def test_items_in_one_line_need_the_next_number():
    """Only the number that comes next, after a sentence's end, begins a new item."""
    text = "1. One. 3. Three. 2. Two. At 3. Four."
    assert words(text, cut_list_line(text, 0, len(text))) == ["One. 3. Three.", "Two. At 3. Four."]


def test_an_item_goes_on_in_an_indented_line():
    """An indented line, or one in small letters after an open one, goes on with its item."""
    text = "- Rents rose by nine\n  per cent\n- Fares fell\nin May"
    assert words(text, cut_plain(text)) == ["Rents rose by nine\n  per cent", "Fares fell\nin May"]


def test_a_part_of_a_text_is_cut_where_it_stands():
    """Cutting a part gives spans into the whole text."""
    text = "x\n\nOne.\n\nTwo.\n\ny"
    assert words(text, cut_plain(text, 3, 13)) == ["One.", "Two."]
