"""Pairs of a text and its translation, as bilingual files hold them."""

from dataclasses import dataclass

Remark = tuple[str, str]
CHINESE = frozenset({"zh", "chi", "zho", "cmn", "lzh", "yue"})


@dataclass(frozen=True, slots=True, kw_only=True)
class Unit:
    """One translation unit, its inline tags taken out.

    ``where`` is its own id in the file, else its number, counted from 1. A text that is missing is empty, and
    so is a language (a BCP 47 tag as the file writes it) that the file does not give. ``remarks`` are what
    stands beside the two: each by the name that the file has for it, or by none.
    """

    where: str
    source: str
    target: str
    source_language: str = ""
    target_language: str = ""
    remarks: tuple[Remark, ...] = ()


def is_chinese(tag: str) -> bool:
    """Return whether a language tag, with hyphens or underscores, names a kind of Chinese."""
    return tag.strip().replace("_", "-").partition("-")[0].lower() in CHINESE
