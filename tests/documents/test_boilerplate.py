import pytest

from glossary.documents.boilerplate import keep_matter
from glossary.documents.repair import repair_text

TEASERS = """昨日，国家队在客场以三比一战胜对手，提前两轮锁定小组出线权，主教练赛后表示满意。
新款手机今日开售，首批备货一小时售罄，官方称将尽快补货，欢迎大家选购。
受冷空气影响，本周末全国大部气温下降，局地有大雨，请注意防范。"""
LISTED = "".join(
    f"{headline}\n{headline}\n{nickname}\n2024-05-0{day} 10:00:0{day}\n"
    for day, (headline, nickname) in enumerate(
        [
            ("明星离婚案再起波澜,双方律师隔空喊话", "娱乐小喇叭"),
            ("股市收评:三大指数集体收跌,券商板块走强", "财经老王"),
            ("这种蔬菜千万别生吃,医生:每年都有人中招", "养生堂主"),
        ],
        1,
    )
)


def kept(text: str) -> str:
    clean = keep_matter(repair_text(text))
    return "\n".join(clean.text[span.start : span.end] for span in clean.kept)


def test_an_article_is_kept_whole_a_span_a_line(article: str) -> None:
    assert kept(article) == article


def test_blanks_around_a_line_are_no_part_of_its_span() -> None:
    assert kept("　　网格员上门走访，登记信息，调解纠纷。 \n\n") == "网格员上门走访，登记信息，调解纠纷。"


@pytest.mark.parametrize(
    "line",
    [
        "<%@ include/top.vm %>",
        "<!-- 广告位 -->",
        "青岚网首页 > 社会 > 正文",
        "当前位置：首页 » 新闻 » 正文",
        "东湖新闻 西山新闻 南港新闻 北岭新闻",
        "来源：青岚日报 2022-05-06 09:10",
        "2022-05-06 09:10:11   来源： | 编辑：张三 | 作者：李四",
        "发布时间：2022-05-06",
        "0",
        "分享至",
        "打印 收藏 阅读 1024",
        "【打印本页】 【关闭窗口】",
        "本报记者 张三 通讯员李四",
        "青岚周报记者 张三 李四",
        "文/张三 图/李四",
        "(资料图)",
        "在线棋牌,极速贷款,体育投注,彩票开户",
        "在线棋牌|极速贷款|体育投注|彩票开户",
        "在线棋牌_极速贷款_体育投注_彩票开户",
        "无码一区_人妻在线观看_高清大片",
        "某某医院哪家好 http://www.example.com/a/1.html",
        "http://www.example.com/",
        "青岚宝APP官方下载安装",
        "建议使用新版浏览器以获得最佳浏览效果",
        "网站支持IPv6 | 无障碍阅读 | 适老化模式",
        "APP下载",
        "首页 资讯 风采 资源",
        "跳到主要內容區塊",
        "• 打印\n• 收藏\n收藏成功",
        "《楼栋议事办法.doc》由会员分享，可在线阅读，更多相关《楼栋议事办法.doc》请在某文库上搜索。",
        "您目前的位置：首頁 / 新聞 / 正文",
        "索引号 0012/2022-00123 发文字号 青政发〔2022〕1号",
        "发布机构：青岚市人民政府",
        "2022-05-06 09:10张三李四",
        "青岚晚报   2022-05-06 09:10",
        "|",
        "楼栋议事办法_第1页\n楼栋议事办法_第2页",
        "已阅读5页，还剩13页未读 继续免费阅读",
        "版权说明：本文档由用户提供并上传，收益归属内容提供方",
        "付费下载\n下载本文档\n文档简介",
        "下面是小编为大家整理的楼栋议事范文，供大家参考，希望对大家有所帮助。",
    ],
)
def test_furniture_above_an_article_is_set_aside(article: str, line: str) -> None:
    assert kept(f"{line}\n{article}") == article


@pytest.mark.parametrize(
    "tail",
    [
        "责任编辑：张三",
        "责编:张三 校对:李四",
        "主管：市委某部 策划：张三 统筹：李 四",
        "关于我们-商务合作-法律声明-联系我们",
        "ICP备案号：青ICP备12345678号-1 版权所有：青岚日报社",
        "上一篇：停水通知\n下一篇：放假通知",
        "无障碍浏览 进入关怀版",
        "凡本网注明来源非本站的作品，均转载自其它媒体，并不代表本网赞同其观点。",
        "相关推荐\n某明星出席活动\n" + TEASERS,
        "猜你喜欢：\n评论\n频道推荐\n• 沃柑熟了",
        "版权与免责声明：\n1 本网转载的作品，目的在于传递信息。\n2 如有问题，请在三十日内与我们商量。",
        "编辑：张三\n" + TEASERS,
        "頭條要聞\n某地降下大雨",
        LISTED,
        "1. 某地降下大雨\n43分鐘前\n2. 股市收盘\n1小時前\n3. 球队获胜\n2小時前",
        "通讯员|张三 编辑|李四",
        "【糾錯】 【責任編輯：張三 】\n閱讀下一篇：\n0101600000001127581204",
        "预览结束，免费获取全文",
        "最新文章|更多",
        "(阅读全部内容，请先登录)",
        "1684461004454.png",
        "文章不错，点个赞再走呗!",
        "网络文化经营许可证 青网文2019541540号 · 广播电视节目制作许可证 · 互联网新闻信息服务单位名单"
        " · 出版物经营登记 · 视听节目备案 · 增值业务登记 · 连续出版物登记 · 网络出版登记 · 节目制作登记",
    ],
)
def test_what_follows_an_article_on_its_page_is_set_aside(article: str, tail: str) -> None:
    assert kept(f"{article}\n{tail}") == article


def test_a_box_of_links_in_the_middle_ends_where_the_article_goes_on(article: str) -> None:
    lines = article.split("\n")
    with_box = [*lines[:3], "相关阅读", "第三届龙舟赛开赛", "沃柑熟了", *lines[3:]]
    assert kept("\n".join(with_box)) == article


def test_an_editor_named_early_does_not_end_the_article(article: str) -> None:
    lines = article.split("\n")
    assert kept("\n".join([*lines[:2], "编辑：张三", *lines[2:]])) == article


def test_a_caption_that_repeats_is_kept_once(article: str) -> None:
    caption = "楼栋议事会正在进行"
    lines = article.split("\n")
    assert kept("\n".join([*lines[:2], caption, caption, *lines[2:]])).count(caption) == 1


@pytest.mark.parametrize(
    ("line", "without"),
    [
        ("居民正在楼道里议事，网格员在一旁记录。 张三摄", "居民正在楼道里议事，网格员在一旁记录。"),
        ("居民正在楼道里议事，网格员记录。（新华社记者 张三 摄）", "居民正在楼道里议事，网格员记录。"),
        ("让网格员和楼栋长都有奔头。（记者 张三 李四）", "让网格员和楼栋长都有奔头。"),
    ],
)
def test_a_name_that_closes_a_line_is_cut_off(line: str, without: str) -> None:
    assert kept(line) == without


@pytest.mark.parametrize(
    "line",
    [
        "关键词：楼栋议事；飞线充电",
        "关键词:楼栋议事",
        "编者按：楼栋议事是老旧小区的新办法",
        "附件：食品经营许可证样式(2020年版)",
    ],
)
def test_what_an_author_puts_above_the_text_is_kept(article: str, line: str) -> None:
    assert kept(f"{line}\n{article}") == f"{line}\n{article}"


def test_pictures_named_in_the_middle_are_set_aside(article: str) -> None:
    lines = article.split("\n")
    assert kept("\n".join([*lines[:3], "1684461004454.png", *lines[3:]])) == article


def test_front_matter_is_set_aside(article: str) -> None:
    assert kept(f"---\ntitle: 议事\ndate: 2022-05-06\n---\n{article}") == article


def test_a_stranger_among_menus_is_set_aside_and_the_headline_kept(article: str) -> None:
    assert kept(f"首页 > 新闻 > 正文\n台风预警\n{article}") == article


WHOLE = {
    "a law": "青岚市楼栋议事条例\n2021年3月1日 青岚市人民代表大会常务委员会通过\n第一章 总则\n"
    "第一条 为了规范楼栋议事，根据有关法律，制定本条例。\n第二条 未经业主同意，不得复制、转载业主信息。\n"
    "（一）收集议题；\n（二）公示结果。\n附表\n来电 大 中 小\n2021年3月1日",
    "a list": "雪亮工程\n天网工程\n相关推荐\n热点排行\n大\n更多\n来源\n编辑\n2024-01-01",
    "a list with an introduction": "现将常用名词汇编如下，供参考。\n雪亮工程\n热点阅读\n相关推荐\n社区矫正",
    "slogans": "强化责任,落实措施,防患未然\n人人参与,户户平安,村村和谐\n横向到边、纵向到底",
    "a notice": "关于停水的通知\n各住户：\n因管网改造，定于5月6日停水，请提前储水。\n"
    "联系电话：0000-123456\n东湖社区居民委员会\n2024年5月4日",
    "an interview": "对话网格员\n记者：您做什么？\n小禾：每天入户走访，调解纠纷。\n记者：累吗？\n小禾：累。",
    "a table": "街道 | 网格 | 人数\n东湖 | 12 | 36\n西山 | 8 | 24",
    "one line": "网格员",
    "English": "Grid workers visit every household.\nThey settle disputes early.",
}


@pytest.mark.parametrize("name", WHOLE)
def test_what_is_no_page_stays_whole(name: str) -> None:
    assert kept(WHOLE[name]) == WHOLE[name]


@pytest.mark.parametrize("text", ["", "\n\n", " \t"])
def test_nothing_is_kept_of_nothing(text: str) -> None:
    assert keep_matter(repair_text(text)).kept == ()
