"""The store at 50,000 and 1,000,000 generated concepts."""
