"""Characters that fonts put in the place of others: ⼯ for 工, ﬁ for fi; they come out of PDF files."""

import re
from unicodedata import normalize

DOUBLES = re.compile("[\u2e80-\u2fd5\uf900-\ufaff\ufb00-\ufb06\U0002f800-\U0002fa1f]")
# Unicode gives most of the radicals of the supplement no decomposition; these are written as characters too
# (EquivalentUnifiedIdeograph.txt).
RADICALS = dict(
    zip(
        "⺁⺇⺌⺎⺏⺐⺑⺒⺓⺟⺠⺡⺢⺣⺩⺫⺭⺮⺼⻁⻂⻄⻅⻆⻈⻉⻋⻌⻍⻐⻑⻓⻔⻘⻙⻚⻛⻜⻝⻠⻢⻣⻤⻥⻦⻧⻨⻩⻬⻮⻯⻰⻳",
        "厂几小兀尣尢尢巳幺母民氵氺灬王罒礻竹月虎衤西见角讠贝车辶辶钅長长门青韦页风飞食饣马骨鬼鱼鸟卤麦黄齐齿竜龙龟",
        strict=True,
    )
)


def unify(text: str) -> tuple[str, dict[str, int]]:
    """Return ``text`` with the characters that were meant, and the count of replaced ones as a repair."""
    text, times = DOUBLES.subn(lambda found: _meant(found.group()), text)
    return text, {"compatibility-character": times} if times else {}


def _meant(character: str) -> str:
    return RADICALS.get(character) or normalize("NFKC", character)
