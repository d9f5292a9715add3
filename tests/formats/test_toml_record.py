"""What people decided and which ids they gave up: a folder of TOML carries both."""

from pathlib import Path

import pytest
from format_samples import one
from msgspec.structs import replace

from glossary.errors import InvalidInput
from glossary.formats.declaration import ExportOptions
from glossary.formats.toml import FORMAT
from glossary.formats.toml.decisions import FILE_NAME
from glossary.model import CandidateState, Concept, DecidedKey, Decision, Relation, RelationKind

GRID = one("网格员", identity="caaaaaab")
MERGED = replace(GRID, redirects=("coldgrid",))
WHEN = "2026-01-05T08:00:00Z"


def decided(key: str, state: CandidateState, *, concept: str | None = None, reason: str = "") -> DecidedKey:
    decision = Decision(state=state, who="mei", when=WHEN, reason=reason, concept=concept)
    return DecidedKey(key=key, decision=decision)


def write(folder: Path, *concepts: Concept, decisions: tuple[DecidedKey, ...] = ()) -> Path:
    FORMAT.write(concepts, folder, options=ExportOptions(decisions=decisions))
    return folder


def pointing_to(target: str) -> Concept:
    arrow = Relation(kind=RelationKind.RELATED, concept=target)
    return one("格长", identity="caaaaaac", relations=(arrow,))


def test_a_decision_is_a_line_that_reads_like_a_sentence(tmp_path: Path) -> None:
    write(tmp_path, decisions=(decided("大力推进", CandidateState.REJECTED, reason="no term"),))
    assert (tmp_path / FILE_NAME).read_text(encoding="utf-8") == (
        "decisions = [\n"
        '  { term = "大力推进", state = "rejected", reason = "no term", who = "mei", '
        f'when = "{WHEN}" }},\n'
        "]\n"
    )


def test_decisions_come_back(tmp_path: Path) -> None:
    kept = (
        decided("大力推进", CandidateState.REJECTED, reason="no term"),
        decided("网格员", CandidateState.ACCEPTED, concept=GRID.id),
        decided("网格长", CandidateState.DEFERRED),
    )
    assert FORMAT.read_whole(write(tmp_path, GRID, decisions=kept)).decisions == kept


def test_without_a_decision_there_is_no_file_of_them(tmp_path: Path) -> None:
    write(tmp_path, GRID, decisions=(decided("网格长", CandidateState.DEFERRED),))
    write(tmp_path, GRID)
    assert not (tmp_path / FILE_NAME).exists()


@pytest.mark.parametrize(
    ("line", "said"),
    [
        ('{ term = "甲", state = "maybe", who = "mei", when = "2026" }', "no state 'maybe'"),
        ('{ term = "甲", state = "new", who = "mei", when = "2026" }', "take the line out"),
        ('{ term = "甲", state = "rejected", who = "mei" }', "when"),
        ('{ term = "甲", state = "rejected", who = "mei", when = "2026", colour = "red" }', "colour"),
        (
            '{ term = "甲", state = "accepted", who = "mei", when = "2026", concept = "cnowhere" }',
            "led to cnowhere, which is no concept here",
        ),
        (
            '{ term = "甲", state = "rejected", who = "mei", when = "2026" },\n'
            '{ term = "“甲”", state = "rejected", who = "mei", when = "2026" }',
            "甲 is decided in",
        ),
    ],
)
def test_an_odd_decision_is_refused_by_file_and_number(tmp_path: Path, line: str, said: str) -> None:
    write(tmp_path, GRID)
    (tmp_path / FILE_NAME).write_text(f"decisions = [\n{line}\n]\n", encoding="utf-8")
    with pytest.raises(InvalidInput, match=rf"{FILE_NAME}, decision \d.*{said}"):
        FORMAT.read_whole(tmp_path)


def test_old_ids_come_back(tmp_path: Path) -> None:
    assert FORMAT.read_whole(write(tmp_path, MERGED)).concepts == (MERGED,)


def test_a_relation_to_an_old_id_leads_to_what_became_of_it(tmp_path: Path) -> None:
    read = FORMAT.read_whole(write(tmp_path, MERGED, pointing_to("coldgrid"))).concepts
    assert set(read) == {MERGED, pointing_to(GRID.id)}


def test_a_decision_on_an_old_id_leads_to_what_became_of_it(tmp_path: Path) -> None:
    kept = (decided("网格员", CandidateState.ACCEPTED, concept="coldgrid"),)
    (read,) = FORMAT.read_whole(write(tmp_path, MERGED, decisions=kept)).decisions
    assert read.decision.concept == GRID.id


def test_an_old_id_that_is_a_concept_still_is_refused(tmp_path: Path) -> None:
    write(tmp_path, MERGED, one("格长", identity="coldgrid"))
    with pytest.raises(InvalidInput, match="the id coldgrid is that of"):
        FORMAT.read_whole(tmp_path)


def test_a_relation_to_nothing_is_refused(tmp_path: Path) -> None:
    with pytest.raises(InvalidInput, match="related leads to cnowhere"):
        FORMAT.read_whole(write(tmp_path, pointing_to("cnowhere")))
