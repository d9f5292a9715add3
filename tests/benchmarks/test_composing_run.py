"""The benchmark of composed renderings runs over a small base and prints its table."""

from pathlib import Path

import pytest

from benchmarks.composing.__main__ import LATER, WAYS, main
from glossary.model.concept import CONCEPT_ID


def test_each_way_has_its_row(
    small_base: Path, monkeypatch: pytest.MonkeyPatch, capsys: pytest.CaptureFixture[str]
) -> None:
    monkeypatch.setattr("sys.argv", ["composing", str(small_base)])
    main()
    header, *rows = capsys.readouterr().out.splitlines()[: 1 + len(WAYS)]
    assert header.split()[:4] == ["all", "concepts:", "3", "first"]
    assert [row[:12] for row in rows] == [name[:12] for name, _ in WAYS]


def test_the_later_concepts_are_told_by_their_ids() -> None:
    ids = LATER.read_text(encoding="utf-8").split()
    assert len(set(ids)) == len(ids) > 0
    assert [id for id in ids if not CONCEPT_ID.fullmatch(id)] == []
