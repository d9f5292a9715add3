"""Language tags of the base and the codes that stand for them in files."""

import re

from glossary.formats.declaration import ExportOptions
from glossary.model import SOURCE_LANGUAGE, TARGET_LANGUAGE

TRADITIONAL = "zh-Hant"
LATIN = "latn"
TRADITIONAL_MARKS = frozenset({"hant", "tw", "hk", "mo"})
HAN_CHARACTER = re.compile("[\u3400-\u4dbf\u4e00-\u9fff\uf900-\ufaff\U00020000-\U0003ffff]")
SCRIPT_LENGTH_CHARS = 4
REGION_LENGTH_CHARS = 2


def code_in_file(tag: str, *, options: ExportOptions) -> str:
    """Return what is written for ``tag``: the codes asked for in place of zh-Hans and en, else itself."""
    return {SOURCE_LANGUAGE: options.source_lang, TARGET_LANGUAGE: options.target_lang}.get(tag, tag)


def tag_from_file(code: str) -> str:
    """Return the base's tag for a code: ``zh``, ``zh-CN``, ``zh-SG`` are zh-Hans, ``zh-TW`` is zh-Hant."""
    primary, *marks = code.lower().split("-")
    if is_source(code):
        return TRADITIONAL if TRADITIONAL_MARKS & set(marks) else SOURCE_LANGUAGE
    return "-".join([primary, *(respell_subtag(mark) for mark in marks)])


def respell_subtag(subtag: str) -> str:
    """Return a subtag in the case that BCP 47 advises: Hant, GB, others small."""
    if len(subtag) == SCRIPT_LENGTH_CHARS:
        return subtag.title()
    return subtag.upper() if len(subtag) == REGION_LENGTH_CHARS else subtag


def is_source(code: str) -> bool:
    """Return whether a code names the language of the base's terms (zh-Latn is pinyin, no term)."""
    return primary_of(code) == primary_of(SOURCE_LANGUAGE) and LATIN not in code.lower().split("-")


def is_target(code: str) -> bool:
    """Return whether a code names the language of the base's renderings."""
    return primary_of(code) == primary_of(TARGET_LANGUAGE)


def primary_of(code: str) -> str:
    """Return the language without script and region."""
    return code.lower().split("-")[0]


def guess_language(text: str) -> str:
    """Return ``zh`` for a text with a Chinese character in it, else ``en``."""
    return primary_of(SOURCE_LANGUAGE if HAN_CHARACTER.search(text) else TARGET_LANGUAGE)
