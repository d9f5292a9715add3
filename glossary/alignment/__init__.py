"""Pure: which sentences, and which phrases in them, stand for each other."""
