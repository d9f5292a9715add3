"""TMX 1.4: translation memories, here of terms."""
