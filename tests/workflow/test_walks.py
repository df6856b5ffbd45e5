"""Walks over the states: whatever people try, nothing is published that two people did not rate alike."""

import datetime
import itertools
import shutil
import tempfile
from collections.abc import Callable
from pathlib import Path

import pytest
from hypothesis import HealthCheck, given, settings
from hypothesis import strategies as st

from factcheck.errors import AnswerIsNo, NotFound
from factcheck.vocabulary import State
from factcheck.workflow.desk import Desk

NAMES = ("ana", "bea", "cid")
RATINGS = ("confirmed", "wrong", "unsupported")

ACTS: dict[str, Callable[[Desk, str], object]] = {
    "triage": lambda desk, rating: desk.triage("C1"),
    "drop": lambda desk, rating: desk.triage("C1", drop="a slogan"),
    "assign": lambda desk, rating: desk.assign("C1"),
    "start": lambda desk, rating: desk.start("C1"),
    "evidence": lambda desk, rating: desk.add_evidence(
        "C1", source="Registry", quotation="5", locator="1", stance="refutes" if rating == "wrong" else "supports"
    ),
    "propose": lambda desk, rating: desk.propose("C1", rating, "because"),
    "withdraw": lambda desk, rating: desk.withdraw_evidence("C1", "E1", "a forgery"),
    "approve": lambda desk, rating: desk.review("C1", rating, approve=True),
    "agree": lambda desk, rating: desk.review("C1", desk.claim("C1").rating, approve=True),
    "send back": lambda desk, rating: desk.review("C1", changes="more"),
    "decide": lambda desk, rating: desk.decide("C1", rating, "on balance"),
    "publish": lambda desk, rating: desk.publish("D1"),
    "reopen": lambda desk, rating: desk.reopen("C1", "new figures"),
}

NEXT = {
    State.NEW: ("triage",),
    State.TRIAGED: ("assign",),
    State.ASSIGNED: ("start",),
    State.CHECKING: ("evidence", "propose", "propose"),
    State.PROPOSED: ("agree", "approve"),
    State.IN_REVIEW: ("agree",),
    State.CHANGES_REQUESTED: ("start",),
    State.DISPUTED: ("decide",),
    State.APPROVED: ("publish", "reopen"),
    State.REOPENED: ("triage",),
}
"""What carries a claim on from a state; every second step does so, that walks get somewhere."""

STEPS = st.lists(
    st.tuples(st.sampled_from(sorted(ACTS)), st.sampled_from(NAMES), st.sampled_from(RATINGS), st.integers(0, 3)),
    min_size=50,
    max_size=50,
)


@pytest.fixture(scope="module")
def template(tmp_path_factory, make_draft) -> Path:
    """A desk of three: one claim, and a head and editor beside two checkers."""
    path = tmp_path_factory.mktemp("walk") / "template.db"
    before = datetime.datetime(2024, 2, 1, tzinfo=datetime.UTC)
    with Desk.open(path, user="ana", clock=lambda: before) as desk:
        desk.intake(*make_draft("Rents rose 5 percent."))
        desk.add_person("bea", ["checker", "reviewer"])
        desk.add_person("cid", ["checker", "reviewer", "head", "editor"])
    return path


@settings(max_examples=6, deadline=None, suppress_health_check=list(HealthCheck))
@given(steps=STEPS)
def test_no_walk_reaches_print_with_fewer_than_two_people(template, steps) -> None:
    """No sequence of acts by three people approves a claim that fewer than two rated alike, or on withdrawn evidence."""
    minutes = itertools.count()
    start = datetime.datetime(2024, 3, 1, tzinfo=datetime.UTC)
    with tempfile.TemporaryDirectory() as folder:
        path = Path(shutil.copy(template, Path(folder) / "claims.db"))
        desks = {
            name: Desk.open(path, user=name, clock=lambda: start + datetime.timedelta(minutes=next(minutes)))
            for name in NAMES
        }
        claim = desks["ana"].claim("C1")
        for act, name, rating, number in steps:
            onward = NEXT.get(claim.state, ("reopen",))
            act = onward[number % len(onward)] if number < 3 else act
            name = claim.assignee if act in ("start", "propose") and number < 2 and claim.assignee else name
            before = claim
            try:
                ACTS[act](desks[name], rating)
                claim = desks["ana"].claim("C1")
                holds_together(claim)
            except (AnswerIsNo, NotFound):
                assert desks["ana"].claim("C1") == before
        assert desks["ana"].verify().ok
        for desk in desks.values():
            desk.close()


def holds_together(claim) -> None:
    """See that what is approved was rated alike by two people since it was last opened, on evidence that stands."""
    if claim.state not in (State.APPROVED, State.PUBLISHED):
        return
    opened = [event.at for event in claim.events if event.act in ("intake", "reopen")][-1]
    alike = {verdict.by for verdict in claim.verdicts if verdict.label == claim.rating and verdict.at >= opened}
    assert len(alike) >= 2
    assert not claim.single_checker
    if claim.rating != "unsupported":
        assert any(not piece.withdrawn for piece in claim.evidence)
