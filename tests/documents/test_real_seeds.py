"""The five real articles beside the project: what is theirs stays, what is their pages' goes."""

from pathlib import Path
from time import process_time

import pytest

from glossary.documents import clean, cluster, read_documents
from glossary.documents.lines import split_lines
from glossary.model import CleanText, Document

MAX_SECONDS = 0.3


@pytest.fixture(scope="module")
def documents(real_seeds: list[Path]) -> list[Document]:
    return [one for one in read_documents(real_seeds) if isinstance(one, Document)]


@pytest.fixture(scope="module")
def cleaned(documents: list[Document]) -> list[CleanText]:
    return [clean(document) for document in documents]


def kept_lines(text: CleanText) -> list[str]:
    return [text.text[span.start : span.end] for span in text.kept]


def test_all_five_are_read_with_their_titles(documents: list[Document]) -> None:
    assert [document.title[:6] for document in documents] == [
        *("海南社会管理", "2023全国", "海南省社会管", "奮進自貿港|", "城乡一体 全"),
    ]


def test_publishers_and_dates_are_those_that_the_texts_give(documents: list[Document]) -> None:
    assert [(document.publisher, document.date) for document in documents] == [
        ("网易", ""),
        ("河北法制网", "2023-08-02"),
        ("", ""),
        ("法制周報", "2020-11-02"),
        ("南宁日报", "2017-12-26"),
    ]


@pytest.mark.parametrize(
    ("number", "first", "last", "lines"),
    [
        (0, "海南社会管理信息化平台初步", "深度融合", 30),
        (1, "2023全国法治", "引领乡村治理新模式。", 20),
        (2, "海南省社会管理信息化平台投入", "提供坚强保障。", 25),
        (3, "奮進自貿港", "平安海南建設邁上新臺階。", 38),
        (4, "城乡一体", "超过了93分。", 27),
    ],
)
def test_an_article_is_kept_from_its_headline_to_its_last_paragraph(
    cleaned: list[CleanText], number: int, first: str, last: str, lines: int
) -> None:
    kept = kept_lines(cleaned[number])
    assert kept[0].startswith(first)
    assert last in kept[-1]
    assert len(kept) == lines


def test_no_paragraph_between_the_first_and_the_last_is_lost(cleaned: list[CleanText]) -> None:
    for text in cleaned:
        kept = {span.start for span in text.kept}
        body = [line for line in split_lines(text.text) if min(kept) <= line.start <= max(kept)]
        assert [line.text for line in body if len(line.text) > 60 and line.start not in kept] == []


@pytest.mark.parametrize(
    "junk",
    "<%@ 网易首页 演唱会 小米 头条 关怀版 资料图 责任编辑 免责 本网 欧美 來源 責編 ICP 商務合作 武鸣新闻"
    " 地方网 来源: 朱新韬 策划 充电桩 新鲜有料 频道推荐 张庭".split(),
)
def test_nothing_of_the_pages_is_kept(cleaned: list[CleanText], junk: str) -> None:
    assert [line for text in cleaned for line in kept_lines(text) if junk in line] == []


def test_the_machine_converted_article_is_repaired(cleaned: list[CleanText]) -> None:
    converted = cleaned[3]
    assert converted.repairs["bracketed-reading"] == 66
    assert converted.text.count("綜治中心") == 14
    assert {converted.text[at] for at in converted.lost} >= {"?", "\ue1e7"}


def test_the_other_articles_need_no_repair(cleaned: list[CleanText]) -> None:
    assert [dict(cleaned[number].repairs) for number in (0, 1, 2, 4)] == [{}, {}, {}, {}]


def test_offsets_lead_back_into_the_files(real_seeds: list[Path], cleaned: list[CleanText]) -> None:
    raw = real_seeds[3].read_text(encoding="utf-8")
    start = cleaned[3].text.index("制度集成創新")
    span = cleaned[3].extracted_span(start, start + len("制度集成創新"))
    assert raw[span.start : span.end] == "制度集成創(chuàng)新"


def test_the_syndicated_articles_are_one_cluster(cleaned: list[CleanText]) -> None:
    assert cluster(cleaned) == [0, 1, 0, 2, 3]


def test_they_take_a_fraction_of_a_second(real_seeds: list[Path], cleaned: list[CleanText]) -> None:
    start = process_time()
    cluster([clean(one) for one in read_documents(real_seeds) if isinstance(one, Document)])
    assert process_time() - start < MAX_SECONDS
