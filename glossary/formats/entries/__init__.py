"""No format: a concept as an entry that people read, in dictionaries, on cards and on paper."""
