"""The kept matter of a document alone, folded, with every character where the clean text has it."""

from glossary.model import CleanText
from glossary.text.folding import fold

LEFT_OUT = "\n"


def mask(clean: CleanText) -> str:
    """Return the folded text with line ends in the place of all that is not kept, and one more at the end."""
    pieces: list[str] = []
    done = 0
    for span in clean.kept:
        pieces += (LEFT_OUT * (span.start - done), clean.text[span.start : span.end])
        done = span.end
    pieces.append(LEFT_OUT * (len(clean.text) - done + 1))
    return fold("".join(pieces))
