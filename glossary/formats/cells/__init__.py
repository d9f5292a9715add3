"""No format: what stands in a cell, and how cells make rows of text and sheets."""
