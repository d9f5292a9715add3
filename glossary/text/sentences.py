"""Paragraphs cut into sentences, in Chinese and in English."""

import re

CHINESE_SENTENCE = re.compile(r"[^。！？；!?]*[。！？；!?]+[”’」』）]*|[^。！？；!?]+$")
ENGLISH_SENTENCE = re.compile(r".+?(?:[.!?;][”’\"')]*(?=\s+[A-Z“\"'(\d])|$)", re.DOTALL)


def split_chinese(paragraph: str) -> list[str]:
    """Return the sentences of a Chinese paragraph; joined they are the paragraph."""
    return CHINESE_SENTENCE.findall(paragraph) or [paragraph]


def split_english(paragraph: str) -> list[str]:
    """Return the sentences of an English paragraph: ends before a blank and a capital, digit or quotation."""
    return [one.strip() for one in ENGLISH_SENTENCE.findall(paragraph) if one.strip()] or [paragraph]
