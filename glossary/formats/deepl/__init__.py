"""DeepL glossaries."""
