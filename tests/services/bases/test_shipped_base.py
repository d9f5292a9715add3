"""The base that comes with the program is what its seeds build; `make terms.db` brings it up to date."""

from pathlib import Path

import pytest
from base_dumps import dump

from glossary.services.bases.building import build_base
from glossary.services.bases.choosing import shipped_base
from glossary.services.lookup.answers import look_up
from glossary.services.mining.documents import list_documents
from glossary.store.changes import has_changes_since_build
from glossary.store.database import open_base

SEEDS = Path(__file__).parents[3] / "seeds"


@pytest.mark.slow
def test_the_shipped_base_is_a_fresh_build_of_the_seeds(tmp_path: Path) -> None:
    build_base(SEEDS, str(tmp_path / "fresh.db"))
    shipped, fresh = dump(shipped_base()), dump(tmp_path / "fresh.db")
    assert set(shipped) - set(fresh) == set(), "the shipped base has rows that no seed makes"
    assert set(fresh) - set(shipped) == set(), "the shipped base lacks rows that the seeds make"
    assert shipped == fresh


@pytest.mark.slow
def test_the_shipped_base_holds_nothing_but_its_build() -> None:
    with open_base(str(shipped_base()), write=False) as base, base.reading() as connection:
        assert not has_changes_since_build(connection)


@pytest.mark.slow
def test_all_documents_of_the_shipped_base_are_samples() -> None:
    with open_base(str(shipped_base()), write=False) as base:
        documents = list_documents(base)
    assert len(documents) >= 6
    assert all(record.sample for record in documents)


TERMS = """
    网格员 综治中心 社管平台 社会管理信息化平台 矛盾纠纷多元化解 网格化服务管理 雪亮工程 四位一体
    自贸港 联勤联动 视联网 天网工程 政法委 流动人口 社区矫正 枫桥经验 传销 营商环境 重点人群
    “三无”船舶 自由贸易港 一号工程 网格化管理
""".split()


@pytest.mark.slow
@pytest.mark.parametrize("term", TERMS)
def test_the_shipped_base_knows_the_terms_that_it_is_for(term: str) -> None:
    with open_base(str(shipped_base()), write=False) as base:
        hit = look_up(base, term).hits[0]
    assert hit.match.value == "exact"
    assert hit.renderings
    assert all(rendering.evidence for rendering in hit.renderings)
