"""XLSX: the curator's spreadsheet as a workbook."""
