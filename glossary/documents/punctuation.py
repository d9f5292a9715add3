"""Punctuation and blanks that copying or converting put where the author put none."""

import re
from collections.abc import Iterator
from functools import cache

HAN = "\u3400-\u9fff"
BLANKS = " \xa0\u2000-\u200a"
PUNCTUATION = "，。、；：！？,;:!?“”‘’《》（）()"
LEAST_SHARE_OF_BLANKS = 0.05
"""Where a text has fewer, no stretch of it that mattered is written with a blank behind every character."""
MIN_GAPS = 8
LEAST_SHARE_OF_SINGLES = 1 / 3
"""``政治 经济 文化`` are words apart; in ``水 系 建 设 的重 要组 成部分`` many characters stand alone."""
GAP = re.compile(f"[{BLANKS}]+")

SAMPLE_CHARS = 1_000
DOUBLED = re.compile("[,，](?=[,，、。；：;:！？!?])")

CLOSING_PAIR = re.compile("”([^”\n]*)”")


def find_blanks_in_words(text: str) -> Iterator[tuple[int, int]]:
    """Yield the blanks of stretches in which nearly every Chinese character has one behind it."""
    if text.count(" ") < LEAST_SHARE_OF_BLANKS * len(text):
        return
    for stretch in _spaced_runs().finditer(text):
        if _is_spaced_out(stretch.group()):
            yield from (gap.span() for gap in GAP.finditer(text, *stretch.span()))


@cache
def _spaced_runs() -> re.Pattern[str]:
    run = f"[{HAN}{PUNCTUATION}]{{1,8}}"
    return re.compile(f"{run}(?:[{BLANKS}]+{run}){{{MIN_GAPS},}}")


def _is_spaced_out(stretch: str) -> bool:
    runs = [run for run in (part.strip(PUNCTUATION) for part in GAP.split(stretch)) if run]
    return sum(len(run) == 1 for run in runs) >= LEAST_SHARE_OF_SINGLES * len(runs)


def find_doubled_commas(text: str) -> Iterator[tuple[int, int]]:
    """Yield the commas right before another sign; mirrors strew them into what they copy: ``站，，即``."""
    start = max(0, len(text) - SAMPLE_CHARS) // 2
    middle = text[start : start + SAMPLE_CHARS]
    if ",," in middle or "，，" in middle:
        yield from (one.span() for one in DOUBLED.finditer(text))


def open_quotations(text: str) -> tuple[str, int]:
    """Return a ``text`` that only closes quotations with ”甲” as “甲”, and how many were opened."""
    if "”" not in text or "“" in text:
        return text, 0
    opened = "\n".join(map(_open_each, text.split("\n")))
    return opened, opened.count("“")


def _open_each(line: str) -> str:
    """Return a line with each pair as “甲”; one with an odd number of marks stays as it is."""
    return line if line.count("”") % 2 else CLOSING_PAIR.sub(r"“\1”", line)
