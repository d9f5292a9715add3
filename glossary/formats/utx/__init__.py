"""UTX: simple glossaries between TABs, as AAMT specifies them."""
