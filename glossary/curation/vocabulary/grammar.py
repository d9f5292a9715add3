"""What heads ask of the words around them, numerals, words between parts, places."""

from collections.abc import Mapping

PREPOSITIONS = """
for 平台 系统 中心 体系 机制 模式 方案 规划 计划 办法 工程 项目 试点 设备 设施 预案 保障 制度
for 领导小组 小组 委员会 专班 示范区 试验区 安保 基金 补贴 标准
on 条例 法 意见 决定 规定 通知 报告 规章 公约 协议 会议
"""
"""What stands between a head and what follows it; ``of`` where the head is not named."""

OF_HEADS = frozenset(
    "部 委 书记 副书记 主任 副主任 秘书长 副秘书长 局长 厅长 主席 副主席 部长 市长 县长 主管 负责人 "
    "成员".split()
)
"""Ministries and holders of offices, whose domain English puts behind them: minister of finance."""

INSTITUTIONS = frozenset(
    "局 厅 部 委 院 法院 人民法院 中级人民法院 高级人民法院 检察院 人民检察院 仲裁院 派出所 公安局 公安厅 "
    "分局 管理局 委员会 政府 人民政府 海关 支队 大队 中队 总队 办公室 办事处 领导小组 协会 条例 办法 规定 "
    "法 论坛 大学 医院 银行 常委会 自由贸易港 自由贸易试验区".split()
)
"""Heads that after a place name one body or law, so that all of it is a proper name."""

PLACE_LEVELS: Mapping[str, str] = {
    "省": "Province",
    "市": "City",
    "县": "County",
    "区": "District",
    "镇": "Town",
    "乡": "Township",
    "村": "Village",
    "州": "Prefecture",
}
"""Levels of government at the end of a place name."""

LEVEL_ADJECTIVES: Mapping[str, str] = {"省": "Provincial", "市": "Municipal"}

PLACES = """
中国 China; 中华人民共和国 the People's Republic of China; 香港 Hong Kong; 澳门 Macao; 陕西 Shaanxi;
内蒙古 Inner Mongolia; 西藏 Xizang; 新疆 Xinjiang; 宁夏 Ningxia; 广西 Guangxi; 亚洲 Asia; 欧洲 Europe;
非洲 Africa
"""
"""Places that are not written as pinyin has them, and regions whose names are no pinyin at all."""

LINKS: Mapping[str, str] = {"和": "and", "与": "and", "及": "and", "以及": "and", "的": ""}
"""Words between parts: those that join two, and the one that only marks a modifier."""

NUMERALS: Mapping[str, int] = {
    "一": 1,
    "二": 2,
    "两": 2,
    "三": 3,
    "四": 4,
    "五": 5,
    "六": 6,
    "七": 7,
    "八": 8,
    "九": 9,
    "十": 10,
}
CARDINALS = tuple("one two three four five six seven eight nine ten".split())
ORDINALS = tuple("first second third fourth fifth sixth seventh eighth ninth tenth".split())
MEASURES = "个项条道大种类支张"
"""Measure words, which English leaves out: 三|道|防线 three lines of defense."""
