"""Language tags of the base and the codes that stand for them in files."""

import re
from functools import lru_cache

from glossary.formats.declaration import ExportOptions
from glossary.model import SOURCE_LANGUAGE, TARGET_LANGUAGE
from glossary.text.folding import has_han
from glossary.text.scripts import Script, tell_script

TRADITIONAL = "zh-Hant"
LATIN = "latn"
TRADITIONAL_MARKS = frozenset({"hant", "cht", "tw", "hk", "mo"})
"""``zh-CHT`` is what .NET called it."""
LANGUAGE_CODE = re.compile(r"[A-Za-z]{2,3}(?:[-_][A-Za-z0-9]{2,8})*")
CHINESE_MARKS = frozenset("。，、；")
MOST_CODES = 256
SCRIPT_LENGTH_CHARS = 4
REGION_LENGTH_CHARS = 2
SOURCE_CODES = frozenset({"zh", "chi", "zho", "cmn"})
"""How files name Chinese: ISO 639-1, 639-2 in both of its forms, 639-3 for Mandarin."""
TARGET_CODES = frozenset({"en", "eng"})


def code_in_file(tag: str, *, options: ExportOptions) -> str:
    """Return what is written for ``tag``: the codes asked for in place of zh-Hans and en, else itself."""
    return {SOURCE_LANGUAGE: options.source_lang, TARGET_LANGUAGE: options.target_lang}.get(tag, tag)


@lru_cache(maxsize=MOST_CODES)
def tag_from_file(code: str) -> str:
    """Return the base's tag for a code: ``zh``, ``zh_CN``, ``zho`` are zh-Hans, ``zh-TW`` is zh-Hant."""
    primary, *marks = subtags(code)
    if is_source(code):
        return TRADITIONAL if TRADITIONAL_MARKS & set(marks) else SOURCE_LANGUAGE
    own = TARGET_LANGUAGE if is_target(code) else primary
    return "-".join([own, *(respell_subtag(mark) for mark in marks)])


def subtags(code: str) -> list[str]:
    """Return the parts of a code, small: ``zh_CN`` is zh and cn."""
    return code.strip().lower().replace("_", "-").split("-")


def respell_subtag(subtag: str) -> str:
    """Return a subtag in the case that BCP 47 advises: Hant, GB, others small."""
    if len(subtag) == SCRIPT_LENGTH_CHARS:
        return subtag.title()
    return subtag.upper() if len(subtag) == REGION_LENGTH_CHARS else subtag


@lru_cache(maxsize=MOST_CODES)
def is_source(code: str) -> bool:
    """Return whether a code names the language of the base's terms (zh-Latn is pinyin, no term)."""
    primary, *marks = subtags(code)
    return primary in SOURCE_CODES and LATIN not in marks


@lru_cache(maxsize=MOST_CODES)
def is_target(code: str) -> bool:
    """Return whether a code names the language of the base's renderings."""
    return subtags(code)[0] in TARGET_CODES


def primary_of(code: str) -> str:
    """Return the language without script and region."""
    return subtags(code)[0]


def guess_language(text: str) -> str:
    """Return ``zh`` for a Chinese text, else ``en``: an English sentence may name a word in Chinese."""
    is_english = tell_script(text) is Script.LATIN and CHINESE_MARKS.isdisjoint(text)
    return primary_of(SOURCE_LANGUAGE if has_han(text) and not is_english else TARGET_LANGUAGE)
