"""The words of the desk."""

from factcheck.vocabulary import VOCABULARIES, Kind, explain, glossary


def test_every_term_has_a_meaning() -> None:
    """No term stands without its meaning."""
    assert all(meaning for _, _, meaning in glossary())


def test_a_member_is_its_word() -> None:
    """A member compares, prints and formats as its word."""
    assert Kind.EVENT == "event"
    assert f"{Kind.EVENT}" == "event"


def test_explain_names_the_vocabulary_of_a_shared_word() -> None:
    """A word of several vocabularies gets each meaning, named."""
    assert "QuantityKind:" in explain("vague")
    assert "Hedge:" in explain("vague")


def test_explain_of_a_foreign_word_is_empty() -> None:
    """A word that is no term has no meaning here."""
    assert explain("blockchain") == ""


def test_vocabularies_have_no_doubles() -> None:
    """Within a vocabulary each word stands once."""
    for vocabulary in VOCABULARIES:
        values = [member.value for member in vocabulary]
        assert len(values) == len(set(values))
