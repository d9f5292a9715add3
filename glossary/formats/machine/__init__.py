"""No format: what machine translators have in common, which enforce what they are given."""
