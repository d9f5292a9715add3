"""Concepts as many as wanted, the same on each run: words of administration, drawn as Zipf has it.

A term is two to four words, now and then behind a number word, so that a few bigrams (管理, 工作) stand in a
great share of all terms, as they do in real ones.
"""

import random
from collections.abc import Iterator
from itertools import accumulate, count, islice

from glossary.model import Concept, Definition, Evidence, Rendering, Status, Term, TermType, Tier

SEED = 20_261_122
WORDS = (
    "管理 management;工作 work;服务 service;社会 social;平台 platform;中心 center;系统 system;"
    "机制 mechanism;治理 governance;建设 construction;安全 safety;信息 information;"
    "综合 comprehensive;基层 community;责任 duty;监督 supervision;保障 support;发展 development;"
    "组织 organization;公共 public;网格 grid;应急 emergency;协调 coordination;改革 reform;"
    "经济 economic;政策 policy;行政 administrative;执法 enforcement;人民 people;调解 mediation;"
    "矛盾 conflict;纠纷 dispute;排查 inspection;化解 resolution;数据 data;资源 resource;"
    "教育 education;卫生 health;环境 environment;农村 rural;城市 urban;社区 neighborhood;"
    "乡镇 township;街道 subdistrict;村民 villager;居民 resident;干部 official;党员 member;"
    "群众 public;企业 enterprise;市场 market;监管 oversight;审批 approval;许可 permit;"
    "登记 registration;档案 archive;财政 fiscal;税收 tax;投资 investment;项目 project;工程 works;"
    "土地 land;水利 water;交通 transport;能源 energy;生态 ecological;保护 protection;"
    "污染 pollution;防治 control;食品 food;药品 drug;医疗 medical;养老 elderly;就业 employment;"
    "培训 training;人才 talent;科技 technology;创新 innovation;文化 culture;旅游 tourism;"
    "体育 sports;宣传 publicity;法律 legal;法院 court;检察 procuratorial;公安 police;"
    "司法 judicial;律师 lawyer;公证 notary;仲裁 arbitration;信访 petition;投诉 complaint;"
    "热线 hotline;窗口 counter;流程 procedure;标准 standard;考核 assessment;评估 evaluation;"
    "试点 pilot;示范 model;联动 joint;协同 collaborative;智慧 smart;数字 digital;视频 video;"
    "监控 surveillance;预警 warning;指挥 command;调度 dispatch;巡逻 patrol;消防 fire;救援 rescue;"
    "防汛 flood;边境 border;海关 customs;口岸 port;贸易 trade;物流 logistics;金融 financial;"
    "保险 insurance;信用 credit;统计 statistics;审计 audit;采购 procurement;招标 tender;"
    "合同 contract;产权 property;专利 patent;商标 trademark"
)
COUNTERS = "一二三四五六七八九十百"
WORDS_A_TERM = (2, 2, 3, 3, 3, 4)
COUNTED, SHORTENED, DEFINED, RENDERED_TWICE = 0.5, 0.2, 0.3, 0.4
"""How many of the terms are numbered, have a short form, a definition, a second rendering."""
ID_LETTERS = "abcdefghijklmnopqrstuvwxyz234567"
ID_RANDOM_CHARS = 7
FACT = Evidence(
    publisher="Provincial Gazette",
    title="Measures for the trial year",
    date="2024-05",
    url="https://example.org/gazette/2024/05",
    tier=Tier.OFFICIAL,
)


def generate_concepts(number: int) -> Iterator[Concept]:
    """Yield so many concepts with one or two terms, one or two renderings, evidence for each."""
    draw = random.Random(SEED)
    pairs = [tuple(pair.split()) for pair in WORDS.split(";")]
    weights = list(accumulate(1 / rank for rank in range(1, len(pairs) + 1)))
    seen: set[str] = set()
    made = (_make_concept(draw, serial, pairs, weights, seen) for serial in count())
    return islice(made, number)


def _make_concept(
    draw: random.Random, serial: int, pairs: list[tuple[str, ...]], weights: list[float], seen: set[str]
) -> Concept:
    zh, en = _draw_name(draw, pairs, weights)
    while zh in seen:
        zh, en = _draw_more(draw, zh, en, pairs, weights)
    seen.add(zh)
    terms = [Term(text=zh, status=Status.PREFERRED)]
    if draw.random() < SHORTENED:
        terms.append(Term(text=zh[::2], term_type=TermType.SHORT_FORM))
    renderings = [Rendering(text=en, status=Status.PREFERRED, evidence=(FACT,))]
    if draw.random() < RENDERED_TWICE:
        renderings.append(Rendering(text=f"{en} scheme", status=Status.ADMITTED, evidence=(FACT,)))
    definition = (Definition(text=f"关于{zh}的制度安排。", language="zh"),) if draw.random() < DEFINED else ()
    return Concept(
        id=make_id(serial),
        subject_field="generated",
        definitions=definition,
        terms=tuple(terms),
        renderings=tuple(renderings),
    )


def _draw_name(draw: random.Random, pairs: list[tuple[str, ...]], weights: list[float]) -> tuple[str, str]:
    drawn = draw.choices(pairs, cum_weights=weights, k=draw.choice(WORDS_A_TERM))
    head = draw.choice(COUNTERS) if draw.random() < COUNTED else ""
    return head + "".join(zh for zh, _ in drawn), " ".join(en for _, en in drawn)


def _draw_more(
    draw: random.Random, zh: str, en: str, pairs: list[tuple[str, ...]], weights: list[float]
) -> tuple[str, str]:
    """Return a name that is taken with one more word."""
    ((more_zh, more_en),) = draw.choices(pairs, cum_weights=weights)
    return zh + more_zh, f"{en} {more_en}"


def make_id(serial: int) -> str:
    """Return the concept id of a number."""
    letters = []
    for _ in range(ID_RANDOM_CHARS):
        serial, digit = divmod(serial, len(ID_LETTERS))
        letters.append(ID_LETTERS[digit])
    return "c" + "".join(reversed(letters))
