"""Checking a translation: pure, from pairs of segments and what their source names to findings."""
