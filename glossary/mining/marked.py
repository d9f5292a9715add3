"""What an author marks as a term, even where it stands only once.

In quotation marks, as a title, by an English gloss or an explanation in brackets, as a heading or an item of
a list, as one of several kinds of a thing, or as something that was set up.

Each finder is one compiled pattern over a folded text; only what it finds is cut into words.
"""

import re
from collections.abc import Callable, Iterable, Iterator, Sequence
from typing import NamedTuple

from glossary.mining.formulae import COUNTED
from glossary.mining.phrases import has_grammar, is_counted, last_phrase, may_be_coined
from glossary.mining.quotes import curl_quotes
from glossary.mining.spans import kept_places
from glossary.mining.vocabulary import IMAGE_VERBS, LEVELS, LIGHT_VERBS, VERB_CHARACTERS
from glossary.model import Span
from glossary.text.segmentation import cut_words, tag_words

DECLARED = "declared"
QUOTED, TITLED, GLOSSED, LISTED, ENUMERATED, NAMED = "quoted titled glossed listed enumerated named".split()
NAME_CHARS = range(3, 17)
ENUMERATED_CHARS = range(3, 11)
FOUNDED_MIN_CHARS = 5
LOOK_BACK_CHARS = 60
QUALITIES_MADE = frozenset("规范 统一 公开 便利".split())

HAN = "\u4e00-\u9fff"
DIGITS = "一二三四五六七八九十"
HEADS = "系统|平台|机制|工程|模式|制度|体系|中心|条例|办法|行动|计划|服务|技术|科技|业务|产业|疾病|组织|机构"
QUOTATION = re.compile(f"[“‘「『]([{HAN}a-z0-9+·]{{2,12}})[”’」』]")
NAMED_IN_QUOTES = re.compile(f"{QUOTATION.pattern}(?:{HEADS}|改革|责任制|工作法|管理|治理|监管|窗口|品牌)")
TITLE = re.compile(f"《([{HAN}a-z0-9·]{{3,16}})》")
LATIN_GLOSS, EXPLANATION = "[a-z][a-z0-9 .&/-]{2,40}", "(?:即|指|是指|含|包括|也就是)[^()]{4,80}"
GLOSS = re.compile(f"\\((?<=[{HAN}]\\()(?:{LATIN_GLOSS}|{EXPLANATION})\\)")
"""It begins with the bracket, since a letter is soon found and no regular expression begins so often."""
HEADING = re.compile(
    rf"\n[ \t]*(?:[{DIGITS}]{{1,3}}、|\([{DIGITS}\d]{{1,3}}\)|\d{{1,2}}(?:[.、](?!\d)|\)))[ ]*"
    rf"[“]?([{HAN}a-z0-9·+]{{3,12}})[”]?(?=[。:;(]|[ \t]*$)",
    re.MULTILINE,
)
"""It begins with the line end before it, which is soon found, unlike the beginning of any line."""
KINDS_OF = re.compile(f"等(?:[{HAN}]{{0,4}}?(?:{HEADS})|(?=[,。;\n]))")
ENDS_IN_HEAD = re.compile(f"[{HAN}]+(?:{HEADS})")
FOUNDED = re.compile(
    "(?:建立|建设|建成|打造|构建(?!立)|成立|推出|开发|研发|上线|启用|实施|组建|创建|推行|创新|设立|启动|出台|安装|部署|采用|引入|引进|开通|落实|实行|推广"
    "|健全|完善|推进|深化|探索|编制|修订|升级|纳入|接入|设有|依托)"
    "(?:了|起|出|健全|完善|上线)?"
    f"([{HAN}]{{2,14}}?(?:系统|平台|中心|工程|机制|体系|模式|制度|行动|计划|条例|办法|基金|联盟|专班|法庭|共同体|责任制|工作站|工作室|模块|技术|改革|预案|队伍|清单|目录|基地|试点))"
    f"(?=[^{HAN}]|$)",
    re.MULTILINE,
)
IMAGE = re.compile(f"(?:{'|'.join(sorted(IMAGE_VERBS))})[^,。;:、\n]*$")
IMAGE_CHARS = 24
CLAUSE_END = re.compile("[,。;!“ \n—-]|$")
LAST_MARK = re.compile(f"[^{HAN}、]")


class Mark(NamedTuple):
    """A folded key and how it was marked."""

    key: str
    evidence: str


def find_marks(folded: str, kept: Sequence[Span]) -> frozenset[Mark]:
    """Return what the kept lines of a folded text mark as terms."""
    is_kept = kept_places(kept)
    curled = curl_quotes(folded)
    finders: Iterable[tuple[str, Callable[[str], Iterator[tuple[str, int]]]]] = (
        (QUOTED, _find_quoted),
        (TITLED, _find_titled),
        (GLOSSED, _find_glossed),
        (LISTED, _find_listed),
        (ENUMERATED, _find_enumerated),
        (NAMED, _find_founded),
        (NAMED, _find_named_in_quotes),
    )
    return frozenset(
        Mark(key, evidence)
        for evidence, find in finders
        for name, start in find(curled)
        if len(key := _key(name)) in NAME_CHARS and is_kept(start, start + 1)
    )


def _key(name: str) -> str:
    """Return the folded key of a Chinese name that is folded already."""
    return name if name.isalnum() else "".join(filter(str.isalnum, name))


def _find_quoted(folded: str) -> Iterator[tuple[str, int]]:
    for match in QUOTATION.finditer(folded):
        is_name = may_be_coined(match[1]) or not has_grammar(match[1])
        if is_name and not _is_image(folded, match):
            yield match[1], match.start()


def _is_image(folded: str, quotation: re.Match[str]) -> bool:
    """Whether a clause closes with a quotation that its verb makes an image: 打好整治“主动仗”."""
    before = folded[max(0, quotation.start() - IMAGE_CHARS) : quotation.start()]
    return IMAGE.search(before) is not None and CLAUSE_END.match(folded, quotation.end()) is not None


def _find_named_in_quotes(folded: str) -> Iterator[tuple[str, int]]:
    """Yield the name that a quotation gives to the thing behind it: “门前三包”|责任制."""
    return ((match[1], match.start()) for match in NAMED_IN_QUOTES.finditer(folded))


def _find_titled(folded: str) -> Iterator[tuple[str, int]]:
    return ((m[1], m.start()) for m in TITLE.finditer(folded) if not has_grammar(m[1]))


def _find_glossed(folded: str) -> Iterator[tuple[str, int]]:
    """Yield the noun phrase in front of a bracket that explains it or gives its English."""
    for match in GLOSS.finditer(folded):
        before = folded[max(0, match.start() - LOOK_BACK_CHARS) : match.start()]
        phrase = LAST_MARK.split(before)[-1]
        name = _without_verb(last_phrase(phrase.split("、")[-1]))
        if not has_grammar(name) and not is_counted(before.removesuffix(phrase)):
            yield name, match.start()


def _without_verb(name: str) -> str:
    """Return a name without the verb that the phrase before a bracket begins with: 聘用|巡海员."""
    (first, tag), *rest = tag_words(name) or [("", "")]
    is_verb = tag == "v" and len(first) > 1 and len(name) - len(first) in NAME_CHARS
    return name[len(first) :] if rest and is_verb else name


def _find_listed(folded: str) -> Iterator[tuple[str, int]]:
    """Yield headings and list items that are names: 一、雪亮工程, but not 一、推进…."""
    for match in HEADING.finditer("\n" + folded):
        if not _tells_to_do(cut_words(match[1])) and not has_grammar(match[1]):
            yield match[1], match.start(1) - 1


def _tells_to_do(words: Sequence[str]) -> bool:
    """Whether a heading says what to do: 推进|…, 做|实|…, 统一|巡护|标准, but not 统一|指挥."""
    if words[0] in QUALITIES_MADE:
        return len(words) > 2
    return words[0] in LIGHT_VERBS or words[0] in VERB_CHARACTERS


def _find_enumerated(folded: str) -> Iterator[tuple[str, int]]:
    """Yield what is named as kinds of a thing: 建立|诉调对接、诉裁对接|等机制."""
    for match in KINDS_OF.finditer(folded):
        back = max(0, match.start() - LOOK_BACK_CHARS)
        items = LAST_MARK.split(folded[back : match.start()])[-1].split("、")
        for item in (last_phrase(items[0]), *items[1:]):
            is_named = match.end() > match.start() + 1 or ENDS_IN_HEAD.fullmatch(item)
            if is_named and len(item) in ENUMERATED_CHARS and len(items) > 1 and not has_grammar(item):
                yield item, match.start()


def _find_founded(folded: str) -> Iterator[tuple[str, int]]:
    """Yield what was set up: 开发了|平安智慧云眼系统, 完善市|应急预案, but no number of things."""
    for match in FOUNDED.finditer(folded):
        name = last_phrase(match[1])
        name = name[1:] if cut_words(name)[0] in LEVELS else name
        if len(name) >= FOUNDED_MIN_CHARS and not has_grammar(name) and not COUNTED.search(name):
            yield name, match.start(1)
