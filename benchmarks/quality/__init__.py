"""How good the mined list is, against judged strings and against other tools."""
