"""Below the formats and the documents: one parser for each kind of file."""
