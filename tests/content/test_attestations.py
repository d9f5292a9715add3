"""Nothing of the list of attestations was lost on the way into the seeds."""

import csv
from dataclasses import replace
from pathlib import Path

import pytest
from msgspec import structs

from content.accounting import Line, Named, account, index_terms, list_renderings
from content.exceptions import ELSEWHERE, LEFT_OUT
from glossary.model import Concept, Evidence, Rendering, Status, Term, Tier

LIST = Path(__file__).resolve().parents[3] / "shared" / "attestations.tsv"
FACT = Evidence(publisher="Lake Gazette", title="Rafts", date="2020", tier=Tier.MEDIA)
RAFT = Concept(
    id="craftaaa",
    terms=(Term(text="竹筏登记点"),),
    renderings=(
        Rendering(text="raft registration point", status=Status.PREFERRED, evidence=(FACT,)),
        Rendering(text="raft bayonet", status=Status.FORBIDDEN, instead="raft registration point"),
    ),
)
LINE = Line(
    zh="竹筏登记点",
    en="raft registration point",
    kind="attested",
    tier="media",
    publisher="Lake Gazette",
    title="Rafts",
    date="2020",
)


@pytest.fixture(scope="module")
def lines() -> list[Line]:
    if not LIST.is_file():
        pytest.skip("the list of attestations, ../shared/attestations.tsv, is not there")
    with LIST.open(encoding="utf-8", newline="") as file:
        return [Line(**row) for row in csv.DictReader(file, delimiter="\t", quoting=csv.QUOTE_NONE)]


@pytest.fixture(scope="module")
def named(concepts: tuple[Concept, ...]) -> Named:
    return index_terms(concepts)


@pytest.fixture
def raft() -> Named:
    return index_terms([RAFT])


def find_lost(lines: list[Line], named: Named, kind: str) -> list[tuple[str, str]]:
    by_hand = {*ELSEWHERE, *LEFT_OUT}
    of_kind = ((line.zh, line.en, account(line, named)) for line in lines if line.kind == kind)
    return [(zh, en) for zh, en, way in of_kind if not way and (zh, en) not in by_hand]


@pytest.mark.parametrize("kind", ["attested", "avoid", "composed"])
def test_every_line_is_accounted_for(lines: list[Line], named: Named, kind: str) -> None:
    assert find_lost(lines, named, kind) == []


def test_most_lines_are_accounted_for_by_a_rule(lines: list[Line], named: Named) -> None:
    assert sum(not account(line, named) for line in lines) == len(ELSEWHERE) + len(LEFT_OUT)


def test_an_exception_is_about_a_line_of_the_list(lines: list[Line]) -> None:
    assert {*ELSEWHERE, *LEFT_OUT} <= {(line.zh, line.en) for line in lines}


@pytest.mark.parametrize(("zh", "text", "_reason"), ELSEWHERE.values())
def test_what_was_taken_up_elsewhere_is_there(named: Named, zh: str, text: str, _reason: str) -> None:
    assert text in {one.text for one in list_renderings(zh, named)}


def test_a_line_is_found_by_its_wording_and_its_fact(raft: Named) -> None:
    assert account(LINE, raft) == "as it stands"


def test_article_and_plural_are_form(raft: Named) -> None:
    assert account(replace(LINE, en="the raft registration points"), raft) == "in another form"


@pytest.mark.parametrize(
    ("field", "value"),
    [
        ("zh", "木筏登记点"),
        ("en", "raft check-in"),
        ("en", "raft registration point (RRP)"),
        ("publisher", "Daily Echo"),
        ("title", "Boats"),
        ("date", "2021"),
        ("url", "https://example.org/"),
        ("tier", "official"),
        ("kind", "avoid"),
    ],
)
def test_a_line_that_says_something_else_is_lost(raft: Named, field: str, value: str) -> None:
    assert account(replace(LINE, **{field: value}), raft) == ""


def test_a_wording_that_differs_is_found_where_a_note_quotes_it() -> None:
    quoting = structs.replace(FACT, note="wording there: check-in for rafts; odd")
    concept = structs.replace(RAFT, renderings=(structs.replace(RAFT.renderings[0], evidence=(quoting,)),))
    assert account(replace(LINE, en="check-in for rafts"), index_terms([concept])) == "quoted"


def test_what_is_to_be_avoided_names_what_to_use_instead(raft: Named) -> None:
    assert account(Line(zh="竹筏登记点", en="raft bayonet", kind="avoid"), raft) == "discouraged"
