"""Attestation lists: tables of who wrote what for which Chinese term, when and where, as people keep them."""

import re
from collections.abc import Mapping, Sequence
from pathlib import Path

from glossary.errors import InvalidInput, UnreadableFile
from glossary.files.spreadsheet_dates import undo_spreadsheet_date
from glossary.files.tables import Row, read_rows
from glossary.model import Attestation, AttestationKind, Basis, Evidence, Tier, parse_name

MARK = "\ufeff"
NEEDED = ("zh", "en")
ALIASES: Mapping[str, tuple[str, ...]] = {
    "zh": ("zh", "zh_cn", "zh_hans", "chinese", "chinese_term", "中文", "汉语", "术语"),
    "en": ("en", "en_us", "en_gb", "english", "rendering", "translation", "英文", "英语", "译名", "译文"),
    "kind": ("kind", "类别"),
    "tier": ("tier", "authority", "级别"),
    "publisher": ("publisher", "who", "发布者", "发布机构", "来源"),
    "title": ("title", "标题", "题名"),
    "date": ("date", "when", "日期"),
    "url": ("url", "link", "address", "where", "网址", "链接"),
    "note": ("note", "notes", "remark", "remarks", "comment", "备注"),
    "basis": ("basis", "依据"),
    "mirror_of": ("mirror_of", "copy_of", "转载自"),
}
"""The columns of a list, each with the headers that name it; blanks, hyphens and case do not count."""

NOTED_BASIS = {
    Basis.ENGLISH_ONLY: re.compile(r"(?:^|;\s*)english(?: text)? only\b", re.IGNORECASE),
    Basis.BILINGUAL: re.compile(r"(?:^|;\s*)bilingual\b", re.IGNORECASE),
}
ZIP_SIGNATURE = b"PK\x03\x04"

Cells = Mapping[str, str]


def read_attestations(path: Path) -> tuple[list[Attestation], list[str]]:
    """Return the lines of a list and, as sentences with line numbers, what of it was not read.

    CSV, or TSV with or without quotation marks, in UTF-8, UTF-16 or GB18030; the first row names the columns,
    in any order, of which zh and en are needed. No kind means attested; no tier means media where there is a
    publisher, else composed. Where there is no column basis, a note that begins a clause with "bilingual" or
    "English text only" says it. Raises UnreadableFile, and InvalidInput for what is no such table.
    """
    try:
        header, *rows = _read_table(_read_bytes(path))
    except InvalidInput as error:
        raise InvalidInput(f"{path}: {error}") from None
    columns = [_name_column(cell) for cell in header.cells]
    if not set(NEEDED) <= set(columns):
        shown = ", ".join(cell.strip() for cell in header.cells[: len(ALIASES)])
        raise InvalidInput(f"{path}: {_say_what_is_needed()}; its first row is: {shown}")
    return _read_lines(rows, columns, _describe_unknown(header, columns))


def _read_bytes(path: Path) -> bytes:
    try:
        data = path.read_bytes()
    except OSError as error:
        raise UnreadableFile(path, error.strerror or "cannot be read") from None
    if data.startswith(ZIP_SIGNATURE):
        raise InvalidInput("a workbook or another packed file; save its sheet as CSV (UTF-8)")
    return data


def _read_table(data: bytes) -> list[Row]:
    rows = read_rows(data)
    if not rows:
        raise InvalidInput(f"nothing is in it; {_say_what_is_needed()}")
    return rows


def _name_column(header: str) -> str:
    plain = re.sub(r"[\s-]+", "_", header.strip(f" {MARK}").lower())
    return next((name for name, headers in ALIASES.items() if plain in headers), "")


def _say_what_is_needed() -> str:
    optional = ", ".join(name for name in ALIASES if name not in NEEDED)
    return f"an attestation list needs a first row with the columns zh and en; it may have {optional}"


def _describe_unknown(header: Row, columns: list[str]) -> list[str]:
    """Take out of ``columns`` what names no column or names one again; return a sentence about each."""
    problems = []
    for place, cell in enumerate(header.cells):
        if columns[place] in columns[:place]:
            columns[place] = ""
        if not columns[place] and cell.strip():
            problems.append(f"the column {cell.strip()!r}, which is none that a list has, or is there twice")
    return problems


def _read_lines(
    rows: Sequence[Row], columns: Sequence[str], problems: list[str]
) -> tuple[list[Attestation], list[str]]:
    lines: list[Attestation] = []
    for row in rows:
        try:
            lines.append(_parse_line(_name_cells(row, columns), columns))
        except InvalidInput as error:
            problems.append(f"line {row.line}: {error}")
    return lines, problems


def _name_cells(row: Row, columns: Sequence[str]) -> Cells:
    if any(cell.strip() for cell in row.cells[len(columns) :]):
        raise InvalidInput("it has more cells than the first row; a cell that holds a delimiter is quoted")
    return {name: cell.strip() for name, cell in zip(columns, row.cells, strict=False) if name}


def _parse_line(cells: Cells, columns: Sequence[str]) -> Attestation:
    for name in NEEDED:
        if not cells.get(name):
            raise InvalidInput(f"it has no {name}")
    kind = parse_name(AttestationKind, _dash(cells.get("kind", "")) or AttestationKind.ATTESTED, "kind")
    basis = cells.get("basis", "") if "basis" in columns else _find_basis(cells.get("note", ""))
    return Attestation(
        zh=cells["zh"],
        en=cells["en"],
        kind=kind,
        evidence=Evidence(
            publisher=cells.get("publisher", ""),
            title=cells.get("title", ""),
            date=undo_spreadsheet_date(cells.get("date", "")),
            url=cells.get("url", ""),
            mirror_of=cells.get("mirror_of", ""),
            tier=_parse_tier(cells, kind),
            basis=parse_name(Basis, _dash(basis), "basis") if basis else None,
            note=cells.get("note", ""),
        ),
    )


def _parse_tier(cells: Cells, kind: AttestationKind) -> Tier:
    if cells.get("tier"):
        return parse_name(Tier, _dash(cells["tier"]), "tier")
    return Tier.MEDIA if cells.get("publisher") and kind is not AttestationKind.COMPOSED else Tier.COMPOSED


def _dash(name: str) -> str:
    return re.sub(r"[\s_]+", "-", name)


def _find_basis(note: str) -> str:
    """What a note says in set phrases, where no column says it."""
    return next((basis for basis, said in NOTED_BASIS.items() if said.search(note)), "")
