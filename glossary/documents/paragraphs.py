"""By what signs the lines of a paragraph are put together, and a new one is told."""

import re

CJK = "\u2e80-\u9fff\uf900-\ufaff\uff00-\uffef\u3000-\u303f“”‘’—…\U00020000-\U000323af"
"""Chinese characters and punctuation: lines are joined beside them without a blank."""
IS_CJK = re.compile(f"[{CJK}]")
NEW_PARAGRAPH = re.compile(
    r"[•●■◆▪○□▲★※☆]|第[一二三四五六七八九十百零〇\d]+[章节節条條编編]|[一二三四五六七八九十]{1,3}、"
    r"|[(（][一二三四五六七八九十\d]{1,3}[)）]|\d{1,2}[.．、](?!\d)|[①-⑳]"
)
