from factcheck.detection.name_groups import Spelling, group_spellings


def test_a_shared_last_name_joins_neither():
    """A bare last name that two people bear is a group of its own."""
    spellings = [
        Spelling("Thomas Sam", "person", 1, 0),
        Spelling("Manju Sam", "person", 1, 20),
        Spelling("Sam", "person", 2, 40),
    ]
    assert [group.spellings for group in group_spellings(spellings)] == [("Thomas Sam",), ("Manju Sam",), ("Sam",)]


def test_the_usual_spelling_stands_for_the_group():
    """The canonical name is the longest that keeps the most frequent last name; the rarer one is a suspect."""
    spellings = [
        Spelling("Tariq Farooq", "person", 1, 0),
        Spelling("Farouk", "person", 5, 30),
        Spelling("Tariq Farouk", "person", 1, 90),
    ]
    (group,) = group_spellings(spellings)
    assert (group.canonical, group.suspects) == ("Tariq Farouk", {"Tariq Farooq": "Tariq Farouk"})


def test_two_known_places_are_never_one():
    """Places that the lists know are told apart however alike they look."""
    groups = group_spellings([Spelling("Niger", "place", 1, 0), Spelling("Nigeria", "place", 1, 9)])
    assert len(groups) == 2
