"""Two small articles about one harbour platform, and what is mined from them."""

from glossary.mining.corpus import make_corpus
from glossary.mining.miner import Mined, mine
from glossary.model import Candidate

from .conftest import a_background, make_sources

EVERYDAY = a_background(
    dict.fromkeys(
        ["上报", "信息", "全县", "每天", "平台", "预警", "综合", "管理", "记者", "建成", "可以"], 200.0
    )
)

COUNTY = """平潮县建成渔港综合管理平台
本报记者陈志远
去年，平潮县建成渔港综合管理平台（以下简称“渔管平台”），接入十二座渔港。
渔管平台发布潮汐预警，巡海员每天上报险情；“三无”船舶进港，渔管平台同时提醒巡海员。
巡海员林阿海说：“收到潮汐预警，先看渔管平台。”
全县落实一港双长，做到“小事不出港、大事不出县”。"""

CITY = """市里推广渔港综合管理平台
记者陈志远走访各县：一港双长怎样落实？渔港综合管理平台可以查询。
有了潮汐预警，巡海员提前加固海堤；整治“三无”船舶，也靠巡海员。
海关查处“三无”船舶二十艘。（兼）职巡海员另有津贴。
陈志远认为，渔港综合管理平台值得推广。"""


def mine_articles(*texts: str, copies: bool = False, min_count: int = 2, contexts_of_top: int = 200) -> Mined:
    return mine(
        make_corpus(make_sources(*texts, copies=copies)),
        background=EVERYDAY,
        min_count=min_count,
        contexts_of_top=contexts_of_top,
    )


def everything(mined: Mined) -> tuple[Candidate, ...]:
    return (*mined.candidates, *mined.names)
