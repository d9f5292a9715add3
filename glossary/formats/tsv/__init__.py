"""TSV: the curator's spreadsheet between TABs."""
