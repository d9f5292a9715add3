"""Writes fold_table.py anew from OpenCC's data: ``python -m glossary.text.fold_source``."""

from pathlib import Path

from opencc import OpenCC

HAN_RANGES = (range(0x3400, 0xA000), range(0xF900, 0xFB00), range(0x20000, 0x323B0))
CHARS_A_LINE = 50
HEADER = '"""Traditional characters and their simplified ones, from OpenCC\'s t2s data (Apache-2.0)."""\n'


def convert_characters() -> list[tuple[str, str]]:
    """Return every (traditional, simplified) pair in which the two differ, in code-point order."""
    characters = [chr(code) for block in HAN_RANGES for code in block]
    converted = OpenCC("t2s").convert("\n".join(characters)).split("\n")
    return [(a, b) for a, b in zip(characters, converted, strict=True) if a != b and len(b) == 1]


def format_table(pairs: list[tuple[str, str]]) -> str:
    """Return the Python source of the table."""
    names = ("TRADITIONAL", "SIMPLIFIED")
    return HEADER + "".join(
        f"\n{name} = (\n{_format_lines(''.join(column))})\n"
        for name, column in zip(names, zip(*pairs, strict=True), strict=True)
    )


def _format_lines(characters: str) -> str:
    starts = range(0, len(characters), CHARS_A_LINE)
    return "".join(f'    "{characters[start : start + CHARS_A_LINE]}"\n' for start in starts)


if __name__ == "__main__":
    Path(__file__).with_name("fold_table.py").write_text(format_table(convert_characters()), encoding="utf-8")
