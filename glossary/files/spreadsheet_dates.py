"""Dates as spreadsheet programs rewrite them, and back."""

import re
from datetime import date, timedelta

EXCEL_DAY = re.compile(r"[2-7]\d{4}(?:\.\d+)?")
"""Days since the end of 1899, as a cell with a date holds it: 44137 is 2020-11-02."""
FIRST_DAY = date(1899, 12, 30)
YEAR_LAST_DATE = re.compile(r"(\d{1,2})([/.])(\d{1,2})\2(\d{4})")
MONTHS = 12
SPREADSHEET_DATE = re.compile(r"(\d{4})[-/.](\d{1,2})(?:[-/.](\d{1,2}))?")


def undo_spreadsheet_date(text: str) -> str:
    """Return 2020-11-02 for the 2020/11/2 that a spreadsheet makes of it; anything else as it is."""
    if EXCEL_DAY.fullmatch(text):
        return (FIRST_DAY + timedelta(days=int(text.partition(".")[0]))).isoformat()
    if found := YEAR_LAST_DATE.fullmatch(text):
        return _turn_date(text, int(found[1]), int(found[3]), found[4])
    found = SPREADSHEET_DATE.fullmatch(text)
    return "-".join(part.zfill(2) for part in found.groups() if part) if found else text


def _turn_date(text: str, first: int, second: int, year: str) -> str:
    """Return 2024-06-30 for 06/30/2024 and 30.6.2024; 05/06/2024 is two days, so it stays as it is."""
    day, month = (second, first) if second > MONTHS else (first, second)
    is_told = day > MONTHS >= month or day == month
    return f"{year}-{month:02}-{day:02}" if is_told else text
