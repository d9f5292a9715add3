"""PO files of gettext, entry by entry, through polib; a few hundred entries are held at a time."""

import re
from collections.abc import Iterable, Iterator
from itertools import chain
from typing import Any

from glossary.errors import InvalidInput
from glossary.files.units import Remark, Unit

ENTRIES_AT_ONCE = 500
ENTRY_START = re.compile(r"#|msgctxt\b|msgid\b")
IS_PO = re.compile(
    r'^msgid[ \t]+"[^\n\r]*"[ \t]*\r?\n(?:"[^\n\r]*\r?\n)*msg(?:str|id_plural)\b', re.MULTILINE
)
# polib takes these for ends of lines, wherever they stand.
STRAY_BREAKS = dict.fromkeys(map(ord, "\x0b\x0c\x1c\x1d\x1e\x85\u2028\u2029"), " ")
Entry = tuple[list[tuple[str, str]], tuple[Remark, ...]]
FLAG, CONTEXT = "flag", "msgctxt"
FUZZY = "fuzzy"
OBSOLETE: Remark = (FLAG, "obsolete")
FAULT = re.compile(r"\(line (\d+)\)(?:: (.+))?$", re.DOTALL)


def looks_like_po(head: str) -> bool:
    """Return whether a text, of which only the beginning need be known, is a PO file."""
    return "msgid" in head and bool(IS_PO.search(head))


def read_po(text: str, *, unsettled: bool = False) -> Iterator[Unit]:
    """Yield the entries of a PO file, plural forms as units of their own.

    Obsolete entries are left out, and a fuzzy one, which gettext only guessed, has no target; asked for what
    is ``unsettled`` both are whole, and a flag says what they are. Remarks are the lines of comments, those
    for translators first, then the context and the flags.

    The target language is that of the header; the language of the sources is empty unless the header has
    X-Source-Language. Raises InvalidInput, with the line, for a broken file.
    """
    languages = ("", "")
    number = 0
    for first_line, block in _split_blocks(text.translate(STRAY_BREAKS).splitlines(keepends=True)):
        entries, header = _parse_block(block, first_line, unsettled=unsettled)
        if first_line == 1:
            languages = header.get("X-Source-Language", ""), header.get("Language", "")
        for pairs, remarks in entries:
            number += 1
            for source, target in pairs:
                yield Unit(
                    where=str(number),
                    source=source,
                    target=target,
                    source_language=languages[0],
                    target_language=languages[1],
                    remarks=remarks,
                )


def _split_blocks(lines: Iterable[str]) -> Iterator[tuple[int, str]]:
    """Cut between entries, at blank lines; each block with the number of its first line, from 1."""
    block: list[str] = []
    entries = start = 0
    is_after_blank = False
    for number, line in enumerate(chain(lines, [""]), 1):
        is_start = is_after_blank and bool(ENTRY_START.match(line))
        entries += is_start
        if not line or (is_start and entries >= ENTRIES_AT_ONCE):
            yield start + 1, "".join(block)
            block, entries, start = [], 0, number - 1
        block.append(line)
        is_after_blank = not line.strip()


def _parse_block(block: str, first_line: int, *, unsettled: bool) -> tuple[list[Entry], dict[str, str]]:
    import polib

    try:
        file = polib.pofile(block)
    except (OSError, ValueError, IndexError, KeyError, AttributeError, TypeError) as error:
        raise InvalidInput(_explain(str(error), first_line)) from None
    wanted = [entry for entry in file if unsettled or not entry.obsolete]
    entries = [(_pairs(entry, guessed=unsettled), tuple(_remarks(entry))) for entry in wanted]
    return entries, dict(file.metadata)


def _pairs(entry: Any, *, guessed: bool) -> list[tuple[str, str]]:
    """The singular with form 0 and the plural with the others; Chinese has form 0 alone, for both."""
    is_settled = guessed or not entry.fuzzy
    forms = entry.msgstr_plural if is_settled else {}
    if not forms:
        return [(entry.msgid, entry.msgstr if is_settled else "")]
    first = forms.get(0, "")
    others = [forms[number] for number in sorted(forms) if number] or [first]
    return [(entry.msgid, first), *((entry.msgid_plural, form) for form in others)]


def _remarks(entry: Any) -> Iterator[Remark]:
    yield from (("", line) for text in (entry.comment, entry.tcomment) for line in text.splitlines())
    if entry.msgctxt:
        yield CONTEXT, entry.msgctxt
    yield from ((FLAG, flag) for flag in entry.flags)
    if entry.obsolete:
        yield OBSOLETE


def _explain(message: str, first_line: int) -> str:
    found = FAULT.search(message)
    line = int(found[1]) + first_line - 1 if found else first_line
    what = found[2] if found and found[2] else "no PO from here on"
    return f"line {line}: {what}; mend it with msgfmt --check and try again"
