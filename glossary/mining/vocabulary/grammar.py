"""Function words, numerals and what turns a word into a place or a time."""

FUNCTION_CHARACTERS = frozenset(
    "的了着过在和与及或等对将把被为从到向以于而且但并就也都还很更最这那其各每某此本个们说之所是有使让"
    "给已未不又再著随即则若如因由至比跟当来去要会应需得地啊吧呢吗嘛您我你他她它凡均须仍曾才却只乃哪谁"
    "什较据按凭沿趁朝往替稍颇"
)
"""No term begins or ends with one of these standing alone as a word."""

FUNCTION_WORDS = frozenset(
    "本年度 本年 本届 设区 所在 全体 日益 擅自 一届 新一届 相衔接 相结合 相匹配 相协调 相一致 相对应 "
    "相符合 相联系 相配套 相统一 相挂钩 "
    "应当 不得 可以 必须 能够 应该 以及 或者 并且 及其 之日起 之一 下列 上述 前款 其他 本法 本条例 "
    "本办法 本规定 本市 本省 本县 本区 本单位 本级 本人 本报 我市 我省 我县 我国 日起 起施行 以上 "
    "以下 以内 以外 之间 之后 之前 期间 同时 此外 因此 例如 尤其 特别 由于 为了 关于 对于 等等 左右 "
    "一些 这些 那些 其中 相关 有关 所有 任何 不同 主要 重要 新的 全市 全省 全县 全区 全镇 全村 全乡 "
    "全州 全校 全院 本行业 本地区 本部门 经审查 相适应 有何 如何 何时 为何 何种 何处 "
    "所述 时说".split()
)
"""Words of grammar and of general reference; a string that one of them opens or closes is no term."""

BYLINE_WORDS = frozenset(
    "本报讯 本报电 本社讯 日电 日讯 专电 新华社 新华社讯 中新社 附图片 压题照片 图片报道 新闻照片 "
    "央视网 新闻联播 联播 快讯 同比 环比".split()
)
"""What newspapers and stations write around their news and figures; what one of them parts is no term."""

LOCATION_TAILS = frozenset("上下中里内外前后间时起止")
"""Single characters that turn what stands before them into a place or a time: 屏幕|上, 疫情期|间."""

NUMERALS = frozenset("一二三四五六七八九十百千两双零〇")

COUNTING_CHARACTERS = frozenset("名位号件批章年月日次届条期项个")
"""What stands between a figure and what it counts or orders: what begins with one is cut (3|名|…)."""

TIME_CHARACTERS = frozenset("年月日天周时分秒岁")

OPENING_CHARACTERS = frozenset("阿副总全新老本该各第准非反超再重最初特共同齐全")
"""Single characters that modify what follows; no term ends with one of them as a word."""

OFFICES = (
    *("部门", "机关", "机构", "单位", "办公室", "委员会", "常委会", "大会", "法院", "检察院"),
    *("人民政府", "局", "厅", "委"),
)
"""What a level of government may stand before: 市|财政部门."""

LOCAL_BODIES = frozenset(
    "村委会 居委会 派出所 街道办 街道办事处 村民小组 党支部 村支部 卫生院 卫生室 司法所".split()
)
"""Bodies of the lowest level: what stands before one is its own name (大林|村委会)."""

PREFIXES = frozenset("反非防抗禁跨超准亚微双零泛半")
"""Single characters that make a term of a word: 反|走私, 非|税收入."""
