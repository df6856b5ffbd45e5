"""The moves of a claim: what is allowed, what is refused, and what is named as missing."""

import pytest

from factcheck.errors import ChangedMeanwhile, InvalidValue, NotFound, RefusedMove
from factcheck.vocabulary import Kind, Role, State
from factcheck.workflow.states import CLOSED, ENDS, OPEN, TRANSITIONS, acts_from


def missing(refused: pytest.ExceptionInfo[RefusedMove]) -> str:
    return "; ".join(refused.value.missing)


def test_every_state_is_reached_and_left() -> None:
    """Each state but corrected is the target of a row, and from each open state some row leads on."""
    targets = {row.target for row in TRANSITIONS}
    assert set(State) - targets - {State.CORRECTED} == set()
    assert all(acts_from(state) for state in State)
    assert set(State) == OPEN | CLOSED
    assert not OPEN & CLOSED
    assert ENDS < CLOSED


def test_no_row_lets_the_program_rate() -> None:
    """Neither the program nor an admin proposes, approves, decides or publishes."""
    rating = {"propose", "approve", "dispute", "decide", "publish", "begin_review"}
    for row in TRANSITIONS:
        if row.act in rating:
            assert not row.roles & {Role.BOT, Role.ADMIN}, row.act


def test_a_claim_goes_from_new_to_published_on_a_desk_of_one(proposed) -> None:
    """One person may carry a claim to print on a desk of one, and the claim says so."""
    claim = proposed.review("C1", approve=True)
    assert (claim.state, claim.single_checker, claim.rating) == (State.APPROVED, True, "confirmed")
    proposed.triage("C2", drop="a slogan")
    assert proposed.publish("D1")[0].state is State.PUBLISHED
    acts = [event.act for event in proposed.claim("C1").events]
    assert acts == [
        "intake", "triage", "assign", "start", "add_evidence", "propose", "begin_review", "approve", "publish"
    ]  # fmt: skip


@pytest.mark.parametrize("given", ["C1", "c1", 1, " 1 "])
def test_a_claim_is_named_as_people_write_it(kept, given) -> None:
    """C1, c1 and 1 are one claim."""
    assert kept.claim(given).id == "C1"


@pytest.mark.parametrize(
    ("given", "error"), [("C9", NotFound), ("X1", InvalidValue), ("C0", InvalidValue), (True, InvalidValue)]
)
def test_what_is_no_claim_is_said_to_be_none(kept, given, error) -> None:
    """An id of nothing is not found, and what is no id is called so."""
    with pytest.raises(error):
        kept.triage(given)


def test_moves_out_of_turn_are_refused_with_what_is_possible(kept) -> None:
    """A new claim cannot be proposed; the message names its state and what can be done."""
    with pytest.raises(RefusedMove, match=r"C1 is new and cannot be proposed now \(it can be triaged\)"):
        kept.propose("C1", "confirmed")
    assert kept.claim("C1").version == 1


def test_triage_settles_kind_and_priority(kept) -> None:
    """Kind and priority are kept, a priority begins as normal, and words that are none are refused."""
    assert kept.triage("C1").priority == "normal"
    claim = kept.triage("C1", kind="event", priority="urgent", due="2024-03-02")
    assert (claim.kind, claim.priority, claim.due, claim.state) == (Kind.EVENT, "urgent", "2024-03-02", State.TRIAGED)
    for wrong in ({"kind": "gossip"}, {"priority": "soon"}, {"due": "tomorrow"}):
        with pytest.raises(InvalidValue):
            kept.triage("C1", **wrong)


def test_dropping_wants_a_reason(kept) -> None:
    """A claim is closed for a reason only, and keeps it."""
    with pytest.raises(RefusedMove) as refused:
        kept.triage("C1", drop="  ")
    assert missing(refused) == "a reason"
    claim = kept.triage("C1", drop="a slogan")
    assert (claim.state, claim.closing_reason, claim.is_open) == (State.NOT_CHECKABLE, "a slogan", False)


def test_a_duplicate_names_its_target(kept) -> None:
    """A duplicate names another claim that is no duplicate itself."""
    for wrong, named in ((None, "duplicate of"), ("C1", "another claim")):
        with pytest.raises(RefusedMove) as refused:
            kept.triage("C1", drop="said twice", as_="duplicate", duplicate_of=wrong)
        assert named in missing(refused)
    claim = kept.triage("C1", drop="said twice", duplicate_of="C2")
    assert (claim.state, claim.duplicate_of) == (State.DUPLICATE, "C2")
    with pytest.raises(RefusedMove, match="no duplicate itself"):
        kept.triage("C2", drop="said twice", duplicate_of="C1")


def test_cut_wants_the_words_to_have_left(kept) -> None:
    """A claim whose words stand in the draft was not cut."""
    with pytest.raises(RefusedMove, match="paragraph 1 of a-draft"):
        kept.triage("C1", drop="cut by the editor", as_="cut")


def test_on_author_names_who_answers(kept) -> None:
    """The author answers by name and for a reason."""
    with pytest.raises(RefusedMove) as refused:
        kept.put_on_author("C1", "", "")
    assert missing(refused) == "the name of who answers for it; a reason"
    assert kept.put_on_author("C1", "Zoe Hart", "she was there").closing_reason == "Zoe Hart: she was there"


def test_reopening_keeps_the_old_verdict(proposed) -> None:
    """A claim that is opened again starts from triage, and its verdict stays on file."""
    proposed.review("C1", approve=True)
    claim = proposed.reopen("C1", "new figures")
    assert (claim.state, claim.assignee, claim.single_checker) == (State.REOPENED, None, False)
    assert [verdict.label for verdict in claim.verdicts] == ["confirmed"]
    assert proposed.triage("C1").state is State.TRIAGED


def test_only_the_assignee_works_on_a_claim(kept, open_desk) -> None:
    """Somebody else's claim cannot be started, waited for or proposed."""
    kept.triage("C1")
    kept.assign("C1")
    with pytest.raises(RefusedMove, match="the claim is with ana"):
        open_desk("bea").start("C1")


def test_who_is_no_head_takes_claims_only_for_himself(kept, open_desk) -> None:
    """A checker assigns to himself; to others only the head does."""
    kept.triage("C1")
    bea = open_desk("bea")
    with pytest.raises(RefusedMove, match="the role of head"):
        bea.assign("C1", to="ana")
    assert bea.assign("C1").assignee == "bea"
    assert kept.assign("C1", to="Bea").assignee == "bea"
    with pytest.raises(NotFound, match="there are ana, bea"):
        kept.assign("C1", to="cid")


def test_the_author_does_not_check_his_article(desk, open_desk, draft) -> None:
    """Who stands in the byline gets no claim of it, whatever they are called since."""
    desk.intake(*draft("Rents rose 5 percent.", byline="By Zoe Hart and Li Na"))
    desk.add_person("Zoe Hart", ["checker", "reviewer"])
    desk.triage("C1")
    with pytest.raises(RefusedMove, match="did not write"):
        desk.assign("C1", to="Zoe Hart")
    desk.rename_person("Zoe Hart", "Z. Miller")
    with pytest.raises(RefusedMove, match="did not write"):
        open_desk("Z. Miller").assign("C1")


def test_waiting_says_who_was_asked_and_by_when(kept) -> None:
    """A claim waits for somebody until a day; the answer is put beside the question."""
    kept.triage("C1")
    kept.assign("C1")
    kept.start("C1")
    with pytest.raises(RefusedMove) as refused:
        kept.wait("C1", "", "")
    assert missing(refused) == "who was asked; by when an answer is wanted"
    claim = kept.wait("C1", "the registry", "2024-03-05", question="How many?", channel="phone")
    assert (claim.state, claim.replies[0].outcome) == (State.WAITING_SOURCE, "waiting")
    with pytest.raises(RefusedMove, match="the answer"):
        kept.record_answer("C1", "R1", "")
    claim = kept.record_answer("C1", "R1", "Five.")
    assert (claim.replies[0].answer, claim.replies[0].outcome) == ("Five.", "answered")
    assert kept.start("C1").state is State.CHECKING


def test_a_stale_edit_is_refused_with_what_changed(kept, open_desk) -> None:
    """Who acts on what somebody else changed since is told who did what; nothing is lost silently."""
    seen = kept.claim("C1")
    open_desk("bea").triage("C1", priority="high", expected_version=seen.version)
    with pytest.raises(ChangedMeanwhile, match=r"version 1, now 2\): triage by bea") as refused:
        kept.triage("C1", priority="low", expected_version=seen.version)
    assert len(refused.value.changes) == 1
    assert kept.claim("C1").priority == "high"


def test_notes_are_added_in_any_state(proposed) -> None:
    """A note goes to a claim in whatever state, with its writer; an empty one does not."""
    proposed.review("C1", approve=True)
    claim = proposed.note("C1", " the table was revised ")
    assert [(note.text, note.by) for note in claim.notes] == [("the table was revised", "ana")]
    with pytest.raises(RefusedMove):
        proposed.note("C1", " ")


def test_publishing_names_everything_that_is_open(proposed) -> None:
    """A document with an open claim is not published, and each open claim is named."""
    with pytest.raises(RefusedMove) as refused:
        proposed.publish("D1")
    assert refused.value.missing == ("C1 to be closed (proposed)", "C2 to be closed (new)")


def test_a_wrong_figure_in_print_wants_an_answer(kept) -> None:
    """What is rated wrong while its words stand is published with a named waiver only."""
    from_file = {"source": "Registry", "quotation": "4 percent", "locator": "table 2", "stance": "refutes"}
    kept.triage("C1")
    kept.assign("C1")
    kept.start("C1")
    kept.add_evidence("C1", **from_file)
    kept.propose("C1", "wrong")
    kept.review("C1", approve=True)
    kept.triage("C2", drop="a slogan")
    with pytest.raises(RefusedMove, match="C1's flag verdict_unresolved"):
        kept.publish("D1")
    kept.waive("C1", "verdict_unresolved", "a quotation, corrected in the next line")
    assert kept.publish("D1")[0].state is State.PUBLISHED
