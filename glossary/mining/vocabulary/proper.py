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

TITLES_OF_STATE = tuple(
    "总统 副总统 国家主席 国务卿 外长 外交部长 国防部长 议长 副议长 首相 副首相 大臣 国王 女王 王后 王储 "
    "亲王 公主 教皇 大使 总领事 将军 元帅 上将 中将 少将 上校 总司令 司令员 政委 参谋长 发言人 特使 代表 "
    "议员 参议员 众议员 法官 院士 博士 总裁 董事长 总经理 经理 教练 主教练".split()
)
"""Titles of statesmen, officers and heads: beside a name they belong to it."""

ROLES = tuple(
    "选手 队员 运动员 球员 歌手 演员 导演 作家 诗人 画家 作曲家 指挥家 司机 村民 居民 农民 工人 职工 青年 "
    "学生 战士 医生 护士 教师 老人 夫人 妻子 丈夫 儿子 女儿 母亲 父亲".split()
)
"""What somebody is whose name follows."""

FORMS_OF_ADDRESS = tuple(
    "某 某某 同志 先生 女士 老师 大爷 大妈 大娘 大嫂 大姐 大哥 阿姨 师傅 老人 夫人 夫妇 父子 母子 兄弟 "
    "姐妹 老汉 老伯 小姐".split()
)
"""What stands behind a surname or a name."""

SURNAMES = frozenset(
    "王李张刘陈杨黄赵吴周徐孙马朱胡郭何林高罗郑梁谢宋唐许韩冯邓曹彭曾萧田董袁潘于蒋蔡余杜叶程苏魏吕丁"
    "任沈姚卢姜崔钟谭陆汪范金石廖贾夏韦付方白邹孟熊秦邱江尹薛闫段雷侯龙史陶黎贺顾毛郝龚邵万钱严覃武戴"
    "莫孔向汤邢翟阎尤牛温庄芦樊欧阳习殷施洪安常乔赖庞颜倪聂鲁岳齐梅葛柯俞章翁关左骆焦蒙"
)

RARER_SURNAMES = frozenset(
    "尉童褚卫戚柏水窦云奚鲍史费廉岑薄滕殷罗毕郝邬乐时皮卞康伍元卜穆和祁毛禹狄米贝明臧计伏成谈宋茅庞纪"
    "舒屈项祝阮蓝闵席麻强路娄危颜郭刁钟徐丘高夏盛田樊凌霍虞柯昝管经房裘缪解应宗宣邓郁单杭洪包诸石吉钮"
    "嵇滑裴荣翁荀羊惠甄曲封芮储靳汲糜井段富巫乌巴弓牧隗谷车宓蓬郗仰仲宫宁仇栾甘厉戎祖符景詹束龙叶幸司"
    "韶郜黎薄印宿白怀蒲鄂索咸籍赖卓蔺屠池乔阴胥能苍双闻莘党翟谭贡劳逄姬申扶堵冉宰郦雍郤璩桑桂濮寿通边"
    "扈燕冀郏浦尚农温别庄晏柴瞿阎慕连茹宦艾鱼容古易慎戈廖庾终暨居衡步都耿满弘匡国文寇广禄阙东利蔚越夔"
    "隆师巩厍聂晁勾敖融冷辛阚那简饶空曾毋沙乜养鞠须丰巢关蒯相查后荆红游竺权逯盖益桓公佟仝迟苗亓揭楚候"
    "岳"
)
"""Those of the old register of surnames that are words as well, or rare."""

PROVINCES = frozenset(
    "北京 天津 上海 重庆 河北 山西 辽宁 吉林 黑龙江 江苏 浙江 安徽 福建 江西 山东 河南 湖北 湖南 广东 "
    "海南 四川 贵州 云南 陕西 甘肃 青海 台湾 内蒙古 广西 西藏 宁夏 新疆 香港 澳门".split()
)

PLACE_TAILS = frozenset("省市县区镇乡村州旗盟屯街")

INSTITUTION_TAILS = frozenset("制办委局所员站室队网费率税罪化性型级度案策令证权法图门区县市镇")
"""Single characters that end the name of a thing of administration, and hardly that of a person: 林长|制."""

LEVELS = frozenset("市省县区乡镇村州")
"""Levels of government; before an office one of them says which of many it is: 市|财政部门."""

EXTENTS = frozenset("中国 全国 全球 世界 国际 国内 国外 当代 两岸".split())
"""How far a thing reaches, which makes no other thing of it: 全国|治安状况."""

COMMON_PLACES = frozenset(
    "入海口 出海口 无人岛 江河 河湖 江湖 湖泊 山河 大河 小河 内河 界河 运河 "
    "大江 海湾 城中村 自然村 行政村 中心村 老城区 主城区 中心城区 大湾区 试验区 示范区 高新区 开发区 "
    "保税区 园区 辖区 市辖区 自治区 自治州 自治县 特区 山区 牧区 林区 湖区 库区 灾区 景区 城区 郊区 矿区 "
    "疫区 街区 小区 校区 厂区 港区 新区 老区 禁区 战区 社区 片区 农村 乡村 城市 都市 县市 城镇 乡镇 集镇 "
    "小镇 古镇 古村 渔村 山村 新村 大街 步行街".split()
)
"""Kinds of places: they end as the name of a place does and name none."""
