"""Terms as they read, whatever page or cell they were copied from."""

# Soft hyphen, zero-width space, marks of direction, word joiner, byte order mark.
UNSEEN = dict.fromkeys(map(ord, "\u00ad\u200b\u200e\u200f\u2060\ufeff"))


def tidy(text: str) -> str:
    """Return a text without characters that nobody sees, each run of blanks and line breaks as one blank."""
    return " ".join(text.translate(UNSEEN).split())
