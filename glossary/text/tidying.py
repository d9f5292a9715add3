"""Terms as they read, whatever page or cell they were copied from."""

# Soft hyphen, zero-width space, marks of direction, word joiner, byte order mark.
UNSEEN = dict.fromkeys(map(ord, "\u00ad\u200b\u200e\u200f\u2060\ufeff"))


def as_one_line(text: str) -> str:
    """Return ``text`` with every run of blanks and line breaks as one blank, and none at its ends."""
    return " ".join(text.split())


def tidy(text: str) -> str:
    """Return ``text`` as one line, without characters that nobody sees."""
    return as_one_line(text.translate(UNSEEN))
