"""Desks, drafts and clocks for the tests of the workflow."""

import datetime
import os
import re
import shutil
import uuid
from collections.abc import Callable, Iterator
from fractions import Fraction
from pathlib import Path

import pytest

from factcheck.detection.values import Claim, Quantity
from factcheck.text.document import Block, BlockKind, Dateline, Document, Sentence
from factcheck.vocabulary import Kind, QuantityKind
from factcheck.workflow.desk import Desk

POSTGRESQL = os.environ.get("FACTCHECK_TEST_POSTGRESQL")


class Clock:
    """A clock that goes on by a minute with each look at it."""

    def __init__(self) -> None:
        self.time = datetime.datetime(2024, 3, 1, 9, 0, tzinfo=datetime.UTC)

    def __call__(self) -> datetime.datetime:
        """Give the next minute."""
        self.time += datetime.timedelta(minutes=1)
        return self.time


@pytest.fixture
def clock() -> Clock:
    return Clock()


@pytest.fixture
def postgresql_url() -> Iterator[str]:
    """An address of an empty schema of its own, dropped afterwards."""
    import psycopg

    assert POSTGRESQL is not None
    schema = f"test_{uuid.uuid4().hex[:12]}"
    with psycopg.connect(POSTGRESQL, autocommit=True) as connection:
        connection.execute(f"CREATE SCHEMA {schema}")
    yield f"{POSTGRESQL}{'&' if '?' in POSTGRESQL else '?'}options=-csearch_path%3D{schema}"
    with psycopg.connect(POSTGRESQL, autocommit=True) as connection:
        connection.execute(f"DROP SCHEMA {schema} CASCADE")


@pytest.fixture(
    params=[
        "sqlite",
        pytest.param(
            "postgresql",
            marks=[
                pytest.mark.postgresql,
                pytest.mark.skipif(not POSTGRESQL, reason="FACTCHECK_TEST_POSTGRESQL names no server"),
            ],
        ),
    ]
)
def database(request: pytest.FixtureRequest, tmp_path: Path, founded: Path) -> str:
    """A database on either engine: a desk of ana's that nobody worked on yet."""
    if request.param == "postgresql":
        url = str(request.getfixturevalue("postgresql_url"))
        found(url)
        return url
    return str(shutil.copy(founded, tmp_path / "claims.db"))


@pytest.fixture(scope="session")
def founded(tmp_path_factory: pytest.TempPathFactory) -> Path:
    """A database that ana made and nobody worked on since; tests copy it, which is faster than making it."""
    path = tmp_path_factory.mktemp("founded") / "claims.db"
    found(str(path))
    return path


def found(database: str) -> None:
    """Make a desk of ana's: her first act founds it, and this one changes nothing else."""
    with Desk.open(database, user="ana", clock=Clock()) as desk:
        desk.set("joining", "open")


@pytest.fixture
def open_desk(database: str, clock: Clock) -> Iterator[Callable[..., Desk]]:
    """Opens the test's database for a user; everything opened is closed afterwards."""
    opened = []

    def open_for(user: str = "ana", **options: object) -> Desk:
        desk = Desk.open(database, user=user, clock=clock, **options)  # type: ignore[arg-type]
        opened.append(desk)
        return desk

    yield open_for
    for desk in opened:
        desk.close()


@pytest.fixture
def desk(open_desk: Callable[..., Desk]) -> Desk:
    """A desk of one, ana's."""
    return open_desk()


def make_draft(
    *sentences: str, title: str | None = "A draft", byline: str | None = None, source: str | None = "draft.txt"
) -> tuple[Document, list[Claim]]:
    """A document of one paragraph a sentence, and one claim a sentence; "?" at the end makes it not checkable."""
    text = "\n\n".join(sentences)
    blocks, parts, claims = [], [], []
    at = 0
    for number, sentence in enumerate(sentences, 1):
        end = at + len(sentence)
        blocks.append(Block(BlockKind.PARAGRAPH, at, end, number))
        parts.append(Sentence(at, end, number - 1, number, 1))
        quantities = tuple(
            Quantity(
                at + m.start(), at + m.end(), m[0], QuantityKind.COUNT, Fraction(m[0]), Fraction(m[0]), Fraction(m[0])
            )
            for m in re.finditer(r"\d+", sentence)
        )
        claims.append(
            Claim(
                at,
                end - 1,
                sentence[:-1],
                (at, end),
                Kind.QUANTITY if quantities else Kind.EVENT,
                quantities,
                checkable=not sentence.endswith("?"),
                reasons=("a question",) if sentence.endswith("?") else (),
                check_worthiness=0.5,
                parts=(("exact figure", 0.5),),
            )
        )
        at = end + 2
    dateline = Dateline(datetime.date(2024, 3, 1), "LEEDS")
    return Document(text, tuple(blocks), tuple(parts), title, byline, dateline, source=source), claims


@pytest.fixture(scope="session", name="make_draft")
def make_draft_fixture() -> Callable[..., tuple[Document, list[Claim]]]:
    """Makes drafts for what outlives a test."""
    return make_draft


@pytest.fixture
def draft() -> Callable[..., tuple[Document, list[Claim]]]:
    return make_draft


@pytest.fixture
def kept(desk: Desk) -> Desk:
    """A desk that holds a draft of two claims: C1 and C2."""
    desk.intake(*make_draft("Rents rose 5 percent.", "Crime fell 2 percent."))
    return desk


@pytest.fixture
def proposed(kept: Desk) -> Desk:
    """A desk where ana proposed C1 as confirmed."""
    carry_to_proposed(kept)
    return kept


def carry_to_proposed(desk: Desk, claim: str = "C1", rating: str = "confirmed") -> None:
    desk.triage(claim)
    desk.assign(claim)
    desk.start(claim)
    desk.add_evidence(claim, source="Registry", quotation="5 percent", locator="table 2")
    desk.propose(claim, rating)
