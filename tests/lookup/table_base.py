"""Concepts that a lookup can mistake for each other; none of them is a seed."""

from many_terms import concept

from glossary.model import Concept, Relation, RelationKind, Rendering, Status, Term, TermType

SHORT_OF = RelationKind.SHORT_FORM_OF
CYBER, CYBER_SHORT = "ccyberof", "ccybersh"

TRAPS = (
    # One simplified character for several traditional ones.
    concept("chairsty", Term(text="髮型", language="zh-Hant"), en=("hairstyle",)),
    concept("cdevelop", "发展", en=("development",)),
    concept("cpublish", Term(text="發佈會", language="zh-Hant"), en=("press briefing",)),
    # Sounds that are confused.
    concept("cmayoraa", "市长", en=("mayor",)),
    concept("cdirecto", "司长", en=("director-general",)),
    concept("cnanchan", "南昌", en=("Nanchang",)),
    concept("cfujiana", "福建", en=("Fujian",)),
    concept("cresourc", "资源", en=("resource",)),
    concept("cvolunte", "志愿者", en=("volunteer",)),
    concept("cstrateg", "战略", en=("strategy",)),
    concept("clawyera", "律师", en=("lawyer",)),
    concept("ctailing", "森林警察", en=("forest police",)),
    # One string of letters, several words.
    concept("cfirstaa", "先", en=("first",)),
    concept("cplanaaa", "方案", en=("plan",)),
    concept("cdislike", "反感", en=("dislike",)),
    concept("cbankpre", "行长", en=("bank president",)),
    concept("cyangtze", "长江", en=("Yangtze River",)),
    concept("clastinc", Term(text="六盘水", reading="liù pán shuǐ"), en=("Liupanshui",)),
    # Short and full forms.
    concept("cgovcent", "综合治理中心", en=("integrated governance center",)),
    concept("cpbcaaaa", "中国人民银行", en=("People's Bank of China",)),
    concept("cenviron", "生态环境保护督察", en=("environmental protection inspection",)),
    Concept(
        id=CYBER,
        terms=(Term(text="网络安全和信息化委员会办公室"),),
        renderings=(Rendering(text="Office of the Cyberspace Affairs Commission"),),
    ),
    Concept(
        id=CYBER_SHORT,
        terms=(Term(text="网信办", term_type=TermType.SHORT_FORM),),
        renderings=(Rendering(text="cyberspace office", status=Status.PREFERRED),),
        relations=(Relation(kind=SHORT_OF, concept=CYBER),),
    ),
    # Long terms, to be typed with a slip.
    concept("cmarketr", "市场监督管理局", en=("market regulation bureau",)),
    concept("cdispute", "矛盾纠纷多元化解", en=("diversified dispute resolution",)),
    concept("cpatrola", "警民联防", en=("joint defence by police and public",)),
    # English of both shores, in many forms.
    concept("cprogram", "示范项目", en=("pilot program",)),
    concept("corganiz", "社区组织", en=("neighborhood organization",)),
    concept("cwomenaa", "妇女主任", en=("director for women",)),
    concept("canalysi", "研判", en=("study and analysis",)),
    concept("cmergeaa", "并网", en=("connected to the grid",)),
    concept("cchangea", "气候变化", en=("climate change",)),
    concept("cchangee", "嫦娥", en=("Chang'e",)),
    concept("cportaaa", "港口", en=("port",)),
    concept("cgangaaa", "黑帮", en=("gang",)),
    concept("cwhoaaaa", "世卫组织", en=("World Health Organization", "WHO")),
    # Letters, digits and signs in a term.
    concept("cnetplus", "互联网+政务服务", en=("Internet Plus government services",)),
    concept("cgroupaa", "G20峰会", en=("G20 Summit",)),
    concept("cpmairaa", "PM2.5监测", en=("PM2.5 monitoring",)),
    concept("crareaaa", "𠮷林村", en=("Jilin Village",)),
)
