"""Closed lists of Chinese function words and of the generic verbs, heads and tails of official prose.

They hold grammar and general vocabulary only: no word stands here because a certain text uses it.
"""

FUNCTION_CHARACTERS = frozenset(
    "的了着过在和与及或等对将把被为从到向以于而且但并就也都还很更最这那其各每某此本个们说之所是有使让给"
    "已未不又再著随即则若如因由至比跟当来去要会应需得地啊吧呢吗嘛您我你他她它凡均须仍曾才却只乃哪谁什"
)
"""No term begins or ends with one of these standing alone as a word."""

FUNCTION_WORDS = frozenset(
    "应当 不得 可以 必须 能够 应该 以及 或者 并且 及其 之日起 之一 下列 上述 前款 其他 "
    "本法 本条例 本办法 本规定 本市 本省 本县 本区 本单位 本级 本人 本报 我市 我省 我县 我国 "
    "日起 起施行 以上 以下 以内 以外 之间 之后 之前 期间 同时 此外 因此 例如 尤其 特别 "
    "由于 为了 关于 对于 等等 左右 一些 这些 那些 其中 相关 有关 所有 任何 不同 主要 重要 新的".split()
)
"""Words of grammar and of general reference; a string that one of them opens or closes is no term."""

LIGHT_VERBS = frozenset(
    "推进 推动 加强 加快 提升 提高 实现 打造 构建 完善 开展 落实 营造 建立 形成 发挥 "
    "利用 运用 进行 建成 促进 强化 深化 坚持 做好 做实 确保 保障 围绕 依托 通过 结合 "
    "采取 全面 努力 着力 积极 切实 进一步 不断 健全 优化 拓展 整合 覆盖 解决 具备 成为 "
    "作为 包括 涉及 针对 根据 按照 要求 表示 介绍 认为 指出 提出 目前 有效 大力 扎实 "
    "深入 充分 及时 达到 用于 提供 支撑 借助 实施 组织 参与 负责 成立 设立 突出 增加 "
    "发现 处理 上报 下达 打通 带来 引导 助推 助力 满足 适应 统筹 推送 输入 上传 了解 "
    "获取 掌握 面对 获得 受到 改变 改善 扩大 增强 严格 保持 维护 反映 显示 展现 引领 "
    "看到 进入 列为 列入 属于 位于 得到 分为 继续 开始 启动 启用 配备 安装 部署 集中 "
    "分享 采用 取得 严防 制定 出台 明确 完成 检验 适用 违反 依照 给予 处以 决定 批准 "
    "行使 履行 承担 享有 支持 鼓励 引进 培育 培养 巩固 依法 优先 抓好 抓住 注重 建设 "
    "创新 联系 接受 接到 收到 使用 举行 召开 组成 存在 属 称为 包含 具有 拥有 注册 "
    "申请 告知 通知 指导 协助 协调 配合 监督 检查 报告 贯彻 贯彻落实 执行 遵守 遵循 "
    "符合 造成 导致 防止 避免 禁止 允许 同意 加大 降低 减少 稳定 稳步 持续 高度 严厉 "
    "严肃 认真 充实 丰富 创建 争创 探索 实行 推行 推广 普及 展开 发布 公布 印发 颁布 "
    "修订 修改 召集 主持 安排 设置 开设 开通 开放 投入 汇聚 汇集 汇总 搭建 建有 牵头 "
    "承办 主办 协办 关注 重视 强调 收集 采集 接入 打开 看见 听取 走访 前往 来到 赶到 "
    "抵达 离开".split()
)
"""Verbs and adverbs that take a noun as their object; what they open is a clause, not a term."""

WEAK_TAILS = frozenset(
    "建设 工作 水平 能力 过程 方面 情况 问题 要求 目标 背景 领域 作用 支持 保障 环节 "
    "措施 方式 手段 基础 条件 成效 效果 效能 活动 需求 优势 特点 力度 程度 方向 阶段 "
    "部分 原则 进程 局面 步伐 关系 内容 任务 重点 记录 事项 结果 行为 发展 需要 介绍 "
    "应用 处置 实施 使用 运用 开展 推进 落实 运行 对接 升级 功能 责任人 负责人 工作人员 "
    "人员 信息 数据 资源 形势 状况 现象 因素 意识 理念 意义 经验 成果 成绩 会议 讲话 "
    "精神 新模式 新机制 新格局 地区 区域 范围 标准 标志".split()
)
"""Words that follow a term without changing which thing it is: 雪亮工程|建设, 网格化|工作."""

TERM_HEADS = frozenset(
    "中心 平台 系统 机制 体系 员 站 室 队 网 办 所 局 委 制 制度 模式 工程 行动 "
    "计划 方案 条例 办法 机构 组织 小组 委员会 单位 app 区 圈 港 岛 法院 法庭 "
    "检察院 派出所 部门 队伍 人群 人口 规划 指标 基金 试验区 示范区 法 权 率 费 金 证 "
    "图 库 云 码 岗 社区 技术 设备 设施 热线 窗口 清单 共同体 企业 产业 项目 市场 "
    "合同 责任 义务 权利 程序 许可 处罚 保险 税 罪 案件 纠纷 关系 经济 政策 改革 战略 "
    "体制 结构 教育 医疗 养老".split()
)
"""Nouns that name the things official texts name: a verb before one of them modifies it (指挥|中心)."""

ORGANISATION_TAILS = tuple(
    "委员会 人民政府 政府 法院 检察院 派出所 公安厅 公安局 公安部 管理局 执法局 监督局 "
    "政法委 党委 省委 市委 县委 区委 工委 纪委 办公室 领导小组 指挥部 支队 大队 中队 "
    "总队 仲裁院 研究院 研究所 出版社 有限公司 集团 公司 协会 联合会 总会 银行 大学 学院 "
    "报社 电视台 总署 总局 工会 村委会 居委会 管委会 消防局 气象局 财政部 商务部 司法局 "
    "司法厅 民政局 民政部 财政局 教育局 税务局".split()
)

PERSON_TITLES = tuple(
    "总书记 书记 副书记 省长 副省长 市长 副市长 县长 镇长 区长 主席 副主席 总理 部长 "
    "局长 副局长 厅长 主任 副主任 秘书长 副秘书长 组长 副组长 院长 检察长 记者 通讯员 "
    "编辑 作者 责编 民警 委员 会长 董事长 校长 教授".split()
)

SURNAMES = frozenset(
    "王李张刘陈杨黄赵吴周徐孙马朱胡郭何林高罗郑梁谢宋唐许韩冯邓曹彭曾萧田董袁潘于蒋蔡余杜叶程苏魏吕丁任沈姚卢姜"
    "崔钟谭陆汪范金石廖贾夏韦付方白邹孟熊秦邱江尹薛闫段雷侯龙史陶黎贺顾毛郝龚邵万钱严覃武戴莫孔向汤邢翟阎尤牛"
    "温庄芦樊欧阳习殷施洪安常乔赖庞颜倪聂鲁岳齐梅葛柯俞章翁关左骆焦蒙"
)

LOCATION_TAILS = frozenset("上下中里内外前后间时起止")
"""Single characters that turn what stands before them into a place or a time: 屏幕|上, 疫情期|间."""

PROVINCES = frozenset(
    "北京 天津 上海 重庆 河北 山西 辽宁 吉林 黑龙江 江苏 浙江 "
    "安徽 福建 江西 山东 河南 湖北 湖南 广东 海南 四川 贵州 云南 "
    "陕西 甘肃 青海 台湾 内蒙古 广西 西藏 宁夏 新疆 香港 澳门".split()
)

PLACE_TAILS = frozenset("省市县区镇乡村州旗盟屯街")

INSTITUTION_TAILS = frozenset("制办委局所员站室队网费率税罪")
"""Single characters that end the name of a thing of administration, and hardly that of a person: 林长|制."""

NUMERALS = frozenset("一二三四五六七八九十百千两双零〇")
TIME_CHARACTERS = frozenset("年月日天周时分秒岁")
