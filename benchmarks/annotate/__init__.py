"""How fast known terms are found, against other tools on the same text."""
