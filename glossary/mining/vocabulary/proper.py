"""What names of persons, places and organisations are made of."""

ORGANISATION_TAILS = tuple(
    "局 厅 委员会 人民政府 政府 法院 检察院 派出所 公安部 政法委 党委 省委 市委 县委 区委 工委 纪委 "
    "办公室 领导小组 指挥部 支队 大队 中队 总队 研究院 研究所 出版社 有限公司 集团 公司 协会 联合会 "
    "总会 银行 大学 学院 报社 电视台 总署 工会 村委会 居委会 管委会 财政部 商务部 民政部".split()
)
NO_ORGANISATIONS = tuple(
    "格局 布局 全局 大局 结局 时局 僵局 开局 政局 战局 变局 破局 大厅 客厅 餐厅 展厅".split()
)
"""What ends with the character of an office and is none."""

PERSON_TITLES = tuple(
    "总书记 书记 副书记 省长 副省长 市长 副市长 县长 镇长 区长 主席 副主席 总理 部长 局长 副局长 厅长 "
    "主任 副主任 秘书长 副秘书长 组长 副组长 院长 检察长 记者 通讯员 编辑 作者 责编 民警 委员 会长 "
    "董事长 校长 教授".split()
)

SURNAMES = frozenset(
    "王李张刘陈杨黄赵吴周徐孙马朱胡郭何林高罗郑梁谢宋唐许韩冯邓曹彭曾萧田董袁潘于蒋蔡余杜叶程苏魏吕丁任沈姚卢姜"
    "崔钟谭陆汪范金石廖贾夏韦付方白邹孟熊秦邱江尹薛闫段雷侯龙史陶黎贺顾毛郝龚邵万钱严覃武戴莫孔向汤邢翟阎尤牛"
    "温庄芦樊欧阳习殷施洪安常乔赖庞颜倪聂鲁岳齐梅葛柯俞章翁关左骆焦蒙"
)

PROVINCES = frozenset(
    "北京 天津 上海 重庆 河北 山西 辽宁 吉林 黑龙江 江苏 浙江 安徽 福建 江西 山东 河南 湖北 湖南 广东 "
    "海南 四川 贵州 云南 陕西 甘肃 青海 台湾 内蒙古 广西 西藏 宁夏 新疆 香港 澳门".split()
)

PLACE_TAILS = frozenset("省市县区镇乡村州旗盟屯街")

INSTITUTION_TAILS = frozenset("制办委局所员站室队网费率税罪化性型级度案策令证权法图门区县市镇")
"""Single characters that end the name of a thing of administration, and hardly that of a person: 林长|制."""

LEVELS = frozenset("市省县区乡镇村州")
"""Levels of government; before an office one of them says which of many it is: 市|财政部门."""

COMMON_PLACES = frozenset(
    "江河 河湖 江湖 湖泊 山河 大河 小河 内河 界河 运河 大江 海湾 "
    "城中村 自然村 行政村 中心村 老城区 主城区 中心城区 大湾区 试验区 示范区 高新区 开发区 保税区 "
    "园区 辖区 市辖区 自治区 自治州 自治县 特区 山区 牧区 林区 湖区 库区 灾区 景区 城区 郊区 矿区 "
    "疫区 街区 小区 校区 厂区 港区 新区 老区 禁区 战区 社区 片区 农村 乡村 城市 都市 县市 城镇 乡镇 "
    "集镇 小镇 古镇 古村 渔村 山村 新村 大街 步行街".split()
)
"""Kinds of places: they end as the name of a place does and name none."""
