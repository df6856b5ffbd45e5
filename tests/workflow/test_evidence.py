"""Evidence: what a piece must have, and when a policy is met."""

import datetime
import hashlib

import pytest

from factcheck.errors import InvalidValue, NotFound, RefusedMove, UnreadableInput
from factcheck.vocabulary import Stance, State, Tier
from factcheck.workflow.guards import is_safe_address
from factcheck.workflow.policies import unmet
from factcheck.workflow.scales import seeded
from factcheck.workflow.values import EvidenceOnFile


@pytest.fixture
def checking(kept):
    """A desk where ana checks C1."""
    kept.triage("C1")
    kept.assign("C1")
    kept.start("C1")
    return kept


def test_a_piece_is_kept_with_all_it_says(checking) -> None:
    """Source, passage, place, tier, stance, day and person are on file."""
    claim = checking.add_evidence(
        "C1", kind="earlier check", tier="secondary", stance="refutes", source="Example  Wire", quotation="4 percent",
        locator="line 3", url="https://wire.example/1", obtained="2024-02-28", note="by phone", origin="agency",
    )  # fmt: skip
    (piece,) = claim.evidence
    assert (piece.id, piece.kind, piece.tier, piece.stance) == ("E1", "earlier_check", Tier.SECONDARY, Stance.REFUTES)
    assert (piece.source, piece.origin, piece.obtained, piece.by) == ("Example Wire", "agency", "2024-02-28", "ana")


def test_the_day_is_the_clocks_where_none_is_given(checking) -> None:
    """Evidence without a day was obtained today, by the desk's clock."""
    claim = checking.add_evidence("C1", source="Registry", quotation="5", locator="table 2")
    assert claim.evidence[0].obtained == "2024-03-01"


def test_what_is_missing_is_named(checking) -> None:
    """Evidence without source, passage or place is refused, and each is named."""
    with pytest.raises(RefusedMove) as refused:
        checking.add_evidence("C1")
    assert len(refused.value.missing) == 3


@pytest.mark.parametrize(
    "url",
    [
        "javascript:alert(1)", "JavaScript:alert(1)", "data:text/html,x", "file:///etc/passwd", "ftp://a.example/x",
        "//a.example/x", "www.example.org", "https://", "https:// a.example", "https://a.example/\u202e", "http://[::1",
    ],
)  # fmt: skip
def test_addresses_that_no_reader_should_follow_are_refused(checking, url) -> None:
    """Only http and https with a host, and nothing hidden in them."""
    assert not is_safe_address(url)
    with pytest.raises(RefusedMove, match="https://"):
        checking.add_evidence("C1", source="Registry", quotation="5", url=url)


@pytest.mark.parametrize(
    "wrong", [{"kind": "rumour"}, {"tier": "first"}, {"stance": "maybe"}, {"obtained": "31.12.2023"}]
)
def test_words_that_are_none_are_refused(checking, wrong) -> None:
    """Kind, tier, stance and day take the desk's words only."""
    with pytest.raises(InvalidValue):
        checking.add_evidence("C1", source="Registry", quotation="5", locator="table 2", **wrong)


def test_a_file_is_archived_by_its_content(desk, draft, tmp_path) -> None:
    """A copy stands beside the database under its hash, once, and outlives the original."""
    desk._archive = tmp_path / "archive"
    desk.intake(*draft("Rents rose 5 percent."))
    paper = tmp_path / "Table 2.PDF"
    paper.write_bytes(b"%PDF five")
    for _ in range(2):
        claim = desk.add_evidence("C1", source="Registry", note="the table", locator="page 2", file=paper)
    paper.unlink()
    digest = hashlib.sha256(b"%PDF five").hexdigest()
    assert {piece.sha256 for piece in claim.evidence} == {digest}
    assert claim.evidence[0].archive == f"{digest[:2]}/{digest}.pdf"
    kept = [path for path in (tmp_path / "archive").rglob("*") if path.is_file()]
    assert [path.read_bytes() for path in kept] == [b"%PDF five"]
    with pytest.raises(UnreadableInput, match="no such file"):
        desk.add_evidence("C1", source="Registry", note="gone", locator="1", file=paper)


def test_withdrawn_evidence_stays_listed_and_counts_no_longer(checking) -> None:
    """Evidence is withdrawn for a reason, and the policy is not met by it."""
    checking.add_evidence("C1", source="Registry", quotation="5", locator="table 2")
    with pytest.raises(RefusedMove, match="a reason"):
        checking.withdraw_evidence("C1", "E1", "")
    with pytest.raises(NotFound):
        checking.withdraw_evidence("C2", "E1", "wrong claim")
    assert checking.withdraw_evidence("C1", "E1", "a forgery").evidence[0].withdrawn
    with pytest.raises(RefusedMove, match="wants one primary source"):
        checking.propose("C1", "confirmed")


def test_a_rating_that_rests_on_nothing_wants_its_reason(checking) -> None:
    """Unsupported needs no evidence, and a rationale."""
    with pytest.raises(RefusedMove, match="a rationale"):
        checking.propose("C1", "unsupported")
    claim = checking.propose("C1", "unsupported", "no record anywhere", as_of=datetime.date(2024, 2, 29))
    assert (claim.state, claim.verdicts[0].as_of) == (State.PROPOSED, "2024-02-29")


def test_a_waiver_lets_thin_evidence_pass(checking, open_desk) -> None:
    """A head waives the policy by name and reason; a checker may not."""
    bea = open_desk("bea")
    with pytest.raises(RefusedMove, match="role of head or editor"):
        bea.waive("C1", "evidence_missing", "trust me")
    checking.waive("C1", "evidence_missing", "the registry is closed until Monday")
    claim = checking.propose("C1", "confirmed")
    assert (claim.state, claim.waivers[0].by) == (State.PROPOSED, "ana")


def piece(number: int, tier: str, origin: str | None, stance: str = "supports", **more: object) -> EvidenceOnFile:
    fields = {
        "source": None, "protected": False, "quotation": "q", "locator": "p", "url": None, "obtained": "2024",
        "note": None,
        "archive": None, "sha256": None, "withdrawn": False, "by": "ana",
        "at": datetime.datetime(2024, 3, 1, tzinfo=datetime.UTC), **more,
    }  # fmt: skip
    return EvidenceOnFile(f"E{number}", "document", Tier(tier), Stance(stance), origin=origin, **fields)  # type: ignore[arg-type]


@pytest.mark.parametrize(
    ("pieces", "met"),
    [
        ([("primary", "a")], True),
        ([("secondary", "a")], False),
        ([("secondary", "a"), ("secondary", "b")], True),
        ([("secondary", "Wire"), ("secondary", "wire ")], False),
        ([("secondary", "a"), ("tertiary", "b")], False),
        ([("secondary", "a"), ("secondary", "b", "refutes")], False),
        ([("primary", "a", "context")], False),
        ([], False),
    ],
)
def test_the_policy_counts_origins_of_one_stance(pieces, met) -> None:
    """One primary, or two secondary of different origin that say the same; context does not count."""
    policy = seeded("policies")["one-primary-or-two"]
    found = unmet(policy, [piece(number, *given) for number, given in enumerate(pieces, 1)])
    assert (found is None) is met


def test_origins_are_told_by_source_and_host() -> None:
    """Without a stated origin the source counts, without a source the host, and two nobodies are one."""
    policy = {"title": "two", "any": [{"tier": "secondary", "count": 2}]}
    same_host = [
        piece(1, "secondary", None, url="https://www.a.example/1"),
        piece(2, "secondary", None, url="https://a.example/2"),
    ]
    assert unmet(policy, same_host)
    assert unmet(policy, [piece(1, "secondary", None), piece(2, "secondary", None)])
    assert unmet(policy, [piece(1, "secondary", None, source="A"), piece(2, "secondary", None, source="B")]) is None


def test_a_policy_may_want_archived_copies() -> None:
    """Where copies are wanted, a piece without one does not count."""
    policy = seeded("policies")["two-primary-archived"]
    pieces = [piece(1, "primary", "a", sha256="0" * 64), piece(2, "primary", "b")]
    assert "archived copy" in (unmet(policy, pieces) or "")
    assert unmet(policy, [pieces[0], piece(2, "primary", "b", sha256="1" * 64)]) is None
