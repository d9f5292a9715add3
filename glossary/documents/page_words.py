"""The shapes of lines that Chinese web pages put around an article, told by the pages' own generic words.

Every pattern is for one whole line, folded (simplified script, half width, lower case), without the blanks at
its ends, and at most SHORT_CHARS long (a disclaimer MAX_DISCLAIMER_CHARS); longer lines are the article's.
"""

import re

SHORT_CHARS = 100
MAX_DISCLAIMER_CHARS = 400
MIN_MENU_ENTRIES = 4
MAX_MENU_ENTRY_CHARS = 8
MAX_CRUMB_CHARS = 16
MAX_NAME_CHARS = 20

TEMPLATE = re.compile(r"<[%?].*[%?]>|<!--.*-->|\{[{%].*[}%]\}|(?:var|function|window|document)\b.*[;{})]")

DATE = r"(?:19|20)\d\d[-/.年]\d{1,2}[-/.月]\d{1,2}日?"
CLOCK = r"\d{1,2}:\d\d(?::\d\d)?"
TIMESTAMP = re.compile(rf"(?:[^\d。]{{0,12}}:)?\s*{DATE}[\st]*{CLOCK}\b[^。]*")
BARE_TIMESTAMP = re.compile(rf"{DATE}[\st]*{CLOCK}|\d{{1,2}} ?(?:分钟|小时|天)前")
BARE_DATE = re.compile(
    rf"(?:19|20)\d\d-\d\d?-\d\d?(?:\s*(?:{CLOCK})?[\u4e00-\u9fff·,、 ]{{2,40}})?"
    rf"|[^\d。:]{{2,12}}\s+{DATE}\s*{CLOCK}|(?:发布|发表|更新|刊发)(?:时间|日期):[^。]*"
)
"""Also with the authors' names right behind it, or the paper's before: ``2021-03-12 10:20张三李四``."""
SOURCE = re.compile(
    r"(?:[^。:]*[\s|(【\d])?(?:(?:信息|文章|新闻|稿件|图片|本文|内容|资料|数据)?来源|稿源|出处|转自):[^。]*"
)

CRUMB_MARK = re.compile("[>»›→≫]+")
CRUMB_WORD = re.compile(r"首页|主页|正文|(?:当前|所在|您的)的?位置|您现在")
LOCATION = re.compile(r"您?(?:现在|的)?(?:当前|目前)的?(?:所在)?位置\s*:.*")
MENU_GAP = re.compile(r"[\s|·/\-—–]+")
MENU_WORD = re.compile(
    r"首页|关于(?:我们|本站)|联系(?:我们|方式)|(?:法律|免责|版权|隐私)(?:声明|政策)|(?:商务|广告)(?:合作|服务)"
    r"|网站(?:地图|声明)|友情链接|设为首页|加入收藏|登录|注册|诚聘英才|人才招聘|意见反馈|帮助中心|客户端|手机版"
)
BUTTONS = frozenset(
    "分享 分享到 分享至 收藏 打印 点赞 赞 评论 举报 纠错 关闭 关闭窗口 微信 微博 朋友圈 新浪微博 qq qq空间"
    " 复制链接 字号 字体 大 中 小 阅读 阅读量 浏览 浏览量 点击 点击量 次 跟贴 参与 登录 注册 返回 返回顶部"
    " 返回首页 返回列表 回到顶部 展开全文 阅读全文 阅读原文 查看更多 更多 加载更多 加载中 打印本页 关闭本页"
    " 我要打印 我要纠错 无障碍浏览 无障碍 无障碍阅读 适老化 适老化模式 网站支持ipv6 进入关怀版 关怀版 长者版"
    " 手机版 繁体 简体 english en 首页 菜单 打开菜单 打开主菜单 导航 搜索 广告 app下载 默认 超大 qzone 载入中"
    " 跳到主要内容 跳到主要内容区块 跳过导航 收藏成功 阅读下一篇".split()
)
AROUND_BUTTONS = "()[]【】+:•"
MAY_END_BUTTONS = frozenset(AROUND_BUTTONS + "|·/-—–") | {button[-1] for button in BUTTONS}
"""The signs in which a line of buttons can end, but for figures."""
ONLY_FIGURES = re.compile(r"[\W\d_]+")
ADVERTISED = re.compile(
    r"[^。]{2,24}\shttps?://\S+|.{2,12}app(?:官方|官网|最新|免费)*下载(?:安装|推荐|地址|入口|网址)*"
    r"|.{0,24}浏览(?:器|效果).*"
)
IN_ADVERTISED = re.compile("http|app|浏览")
SPAM_WORD = re.compile(
    r"[一二三]区|无码|人妻|久久|麻豆|看片|a片|av(?![a-z])|无删减|成人(?!教育|高)|(?:在线|免费)(?:观看|视频)"
)
MIN_SPAM_WORDS = 3

PAGE_PICTURE = re.compile(r"(.{2,80}?)_第\d{1,3}页")
SHOP = re.compile(
    r"已阅读\d+页,还剩\d+页未读.*|(?:版权说明:)?本文档由用户提供并上传.*|文档简介|推荐度:|预览结束.*"
    r"|(?:付费|免费|立即)下载|(?:付费|免费|立即)?下载本?文档|[(]?阅读全[^。]{0,16}(?:登录|注册|付费|订阅).{0,10}"
)
"""What shops of documents put around them."""
VOICES = ("小编", "小編", "会员分享", "會員分享")
EDITORS_VOICE = re.compile(
    r"小编(?!辑).{0,30}(?:整理|带来|分享|收集|搜集|准备|推荐|介绍)|由.{1,8}分享,可在线阅读"
)
MAX_VOICE_CHARS = 200

INDEX_LABEL = re.compile(
    r"(?:索引号|索取号|发文字号|文号|发布机构|发文机关|发文单位|公开形式|公开方式|公开范围|责任部门|主题分类|信息分类"
    r"|主题词|关键词|生成日期|成文日期|发文日期|发布日期|公开日期|有效性|是否有效)(?=[\s:]|$)"
)
"""What stands in the table above an official document on a portal."""
PAGER = re.compile(r"[上下]一[篇条页](?:[:\s].*)?|扫[一码].*|.*(?:二维码|下载app|打开app)")
PICTURE = re.compile(
    r"https?://\S+(?:\s+[^\s。]{1,12})?|[\w.-]+\.(?:jpe?g|png|gif|bmp|webp)"
    r"|[(\[【]?(?:资料图片?|视频截图|网络(?:图片|配图)|配图|图源|图片来源)(?:[:\s].{0,20})?[)\]】]?"
)

CREDIT = (
    r"(?:责任编辑|责编|编辑|责任校对|校对|审核|审校|初审|复审|终审|审签|签发|监制|总监制|策划|统筹|主编|总编辑?"
    r"|值班编委|编委|主管|主办|出品|摄影|摄像|摄|绘图|制图|制作|设计|图片|文字|图|文|剪辑|作者|撰文|撰稿|供稿|供图"
    r"|通讯员|来源|整理|排版|播音)"
)
CREDITS = re.compile(rf"(?:【(?:我要)?纠错】\s*)?[(\[【]?{CREDIT}(?:[/、]{CREDIT})*[:|].*")
LABEL_BEFORE_COLON = re.compile(r"([^\s:|,。]*)\s*[:|]")
ENDS_IN_CREDIT = re.compile(rf".*{CREDIT}")
NOT_A_NAME = re.compile(rf"[,。?!;]|[^\s:|/、]{{{MAX_NAME_CHARS},}}")

NAME = r"[\u4e00-\u9fff·]{1,4}"
REPORTER = r"(?:(?:首席|特约|见习|实习|驻站|全媒体|融媒体)*(?:记者|通讯员|特派员|实习生))"
REPORTERS = re.compile(
    r"(?:[文图摄](?:[/、][文图摄])*\s*/\s*[^。,]{2,40})"
    rf"|[(【■□●]*(?:(?:本[报网刊社台站]|[^\s,。:]{{2,12}}[报网社台刊]){REPORTER}[\s:]*|{REPORTER}[\s:]+)"
    rf"{NAME}(?:[\s、/]+{NAME}|\s*{REPORTER}[\s:]*{NAME}){{0,8}}(?:\s*(?:/?[文图摄]|报道|整理))*[)】]?"
)

OTHER = (
    r"(?:相关|热点|热门|精彩|编辑|小编|频道|图文|今日|本周|本月|最新|站内|专题|更多|往期|推荐|延伸|拓展|扩展|点击"
    r"|为您|为你|智能)"
)
CHANNEL = r"(?:头条|财经|体育|娱乐|科技|汽车|军事|教育|健康|时尚|家居|社会|房产|国内|国际|本地|热点|新闻)"
THING = (
    r"(?:推荐|新闻|阅读|报道|文章|链接|要闻|看点|排行榜?|资讯|内容|视频|图片|话题|导读|热点|热文|评论|标签"
    r"|专题)"
)
MARKER = re.compile(
    rf"[【\[《■●•·-]?\s?(?:{OTHER}{{1,2}}{THING}{{1,2}}|{CHANNEL}(?:推荐|要闻|排行榜?|头条)|猜你喜欢|大家都在[看搜]"
    r"|你?可能(?:还|也|会)*(?:喜欢|感兴趣)(?:的.{0,4})?|看过(?:此文|本文|该文)的?.{0,8}|(?:网友|发表|全部|我要)评论"
    r"|(?:版权|免责|法律|郑重|特别)(?:与|和|及|的)?(?:免责)?声明|版权信息|友情链接)[】\]》]?[\s|]*(?:更多)?\s*[:>»]*"
    r"|(?:相关|热门|推荐|延伸)(?:推荐|新闻|阅读|报道|文章|链接|标签):.{1,60}|(?:关键[词字]|标签|tags?):"
)

LICENCE = re.compile(
    r"(?<![a-z])icp\s*[备证]|公网安备|版权所有|copyright|©|all rights reserved|增值电信业务经营许可证"
    r"|新闻信息服务许可|(?:许可证|登字|备案号)[^。]{0,16}\d{6}|违法和不良信息|技术支持:|(?:广告|新闻)热线"
    r"|未经[^,。]{0,8}(?:授权|许可|同意)[^。]{0,16}(?:转载|复制|镜像|使用)"
)
DISCLAIMER = re.compile(
    r"本[网站](?:站)?(?:未?注明|转载|联系|观点|立场|不承担)|不代表本[网站报刊平]|赞同其观点|文责自负|转载请注明"
    r"|版权归(?:原作者|本[网站报])|如有侵权|侵权(?:必究|请联系)|(?:同|与)(?:本[网站]|我们)(?:站)?联系|据此操作"
    r"|风险自担|仅提供信息存储|本站(?:所有资源|的文档|不保证|仅提供)|除非注明,否则|(?:点|转)(?:个)?赞再走"
)

TRAILING_CREDIT = re.compile(
    r"(?:\([^()。]{0,16}(?:(?:记者|通讯员|作者|编辑|责编)[\s:]+|本[报网刊社]记者)[^()。,]{2,40}\)"
    rf"|\([^()。]{{0,24}}[\s/](?:摄影?|供图|绘)\)|(?<=[\s。.!?…”\")])(?:本[报网刊]|新华社)?{REPORTER}?[\s:]*{NAME}"
    rf"(?:\s{NAME}){{0,2}}\s*/?(?:摄影?|供图|制图))$"
)
MAY_END_IN_CREDIT = frozenset(")）摄攝影图圖绘繪")
"""The letters in which a TRAILING_CREDIT can end."""
TRAILING_CHARS = 80
