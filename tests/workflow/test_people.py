"""People: who may do what, and when a desk is one person's."""

import pytest

from factcheck.errors import InvalidValue, RefusedMove
from factcheck.vocabulary import Role
from factcheck.workflow.desk import Desk


def test_the_first_who_acts_has_a_desk_of_one(tmp_path, clock) -> None:
    """A new desk belongs to its first person, with the roles of a whole desk, and is solo."""
    with Desk.open(tmp_path / "new.db", user=" ana  bell ", clock=clock) as desk:
        assert desk.people() == []
        assert desk.is_solo
        desk.add_check(text="Rents rose.")
        (ana,) = desk.people()
        assert ana.name == "ana bell"
        assert ana.roles == (Role.CHECKER, Role.REVIEWER, Role.HEAD, Role.EDITOR, Role.ADMIN)
        assert (desk.scale_name, desk.policy_name) == ("desk", "one primary or two independent")


def test_solo_may_be_declined(tmp_path, clock) -> None:
    """A desk opened as one of several is not solo from the first act."""
    with Desk.open(tmp_path / "new.db", user="ana", clock=clock, solo=False) as desk:
        assert not desk.is_solo
        desk.add_check(text="Rents rose.")
        assert not desk.is_solo


def test_a_second_person_joins_and_ends_solo(desk, open_desk) -> None:
    """Somebody new joins as checker and reviewer by acting, and the history tells it."""
    assert desk.is_solo
    open_desk("bea").add_check(text="Rents rose.")
    assert not desk.is_solo
    assert [(person.name, person.roles) for person in desk.people()][1] == ("bea", (Role.CHECKER, Role.REVIEWER))
    assert [event.act for event in desk.history("desk")][-1] == "join"


def test_reading_makes_nobody_join(desk, open_desk) -> None:
    """Who only reads is not put on the list."""
    assert open_desk("bea").claims() == []
    assert [person.name for person in desk.people()] == ["ana"]


def test_joining_can_be_closed(desk, open_desk) -> None:
    """Where joining is closed, a name nobody entered cannot act; one that was entered can."""
    desk.add_check(text="Rents rose.")
    desk.set("joining", "closed")
    with pytest.raises(RefusedMove, match="nobody named bea"):
        open_desk("bea").add_check(text="Crime fell.")
    desk.add_person("Bea")
    open_desk("bea").add_check(text="Crime fell.")
    assert desk.claims() == []
    assert len(desk.archive()) == 2


def test_roles_are_given_and_taken_by_the_head(desk, open_desk) -> None:
    """A head gives and takes roles; who has none of a desk's roles cannot work on claims."""
    bea = open_desk("bea")
    bea.add_check(text="Rents rose.")
    with pytest.raises(RefusedMove, match="role of head or admin"):
        bea.add_person("bea", ["head"])
    with pytest.raises(InvalidValue, match="choose one of reporter, checker"):
        desk.add_person("bea", ["boss"])
    assert desk.add_person("bea", ["reporter"])[1].roles == (Role.REPORTER,)
    assert desk.add_person("bea", ["reviewer", "editor"])[1].roles == (Role.REVIEWER, Role.EDITOR)
    assert desk.verify().ok


def test_a_reporter_does_not_triage(kept, open_desk) -> None:
    """The refusal names the roles that may."""
    kept.add_person("rob", ["reporter"])
    with pytest.raises(RefusedMove, match="the role of checker or reviewer or head"):
        open_desk("rob").triage("C1")


@pytest.mark.parametrize("name", ["", "  ", "x" * 101, "a\u202eb", "a\x07"])
def test_names_are_printable(open_desk, name) -> None:
    """Nobody acts without a name, or under one that hides something."""
    with pytest.raises(InvalidValue, match="no name of a person"):
        open_desk(name).add_check(text="Rents rose.")


def test_a_name_is_one_person(desk, open_desk) -> None:
    """Two people do not share a name, whatever its case."""
    desk.add_check(text="Rents rose.")
    open_desk("bea").add_check(text="Crime fell.")
    open_desk("BEA").add_check(text="Fares rose.")
    assert [person.name for person in desk.people()] == ["ana", "bea"]
    with pytest.raises(InvalidValue, match="somebody else"):
        desk.rename_person("bea", "Ana")


def test_settings_take_known_values(desk) -> None:
    """A setting and its value are the desk's own words."""
    for name, value in (("colour", "red"), ("solo", "perhaps"), ("scale", "stars"), ("policy", "none")):
        with pytest.raises(InvalidValue, match="choose one of"):
            desk.set(name, value)
    desk.set("scale", "google5")
    desk.set("policy", "one-source")
    assert (desk.scale_name, desk.policy_name) == ("google5", "one source")
