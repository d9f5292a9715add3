"""Text as every engine can hold it."""

import re

UNSTORABLE = re.compile("[\0\ud800-\udfff]")
REPLACEMENT_CHARACTER = "\ufffd"


def storable(text: str) -> str:
    """Return ``text`` with each NUL and each half of a surrogate pair replaced: not every engine holds them.

    File names that are not UTF-8 and damaged documents bring them; the number of characters stays.
    """
    return UNSTORABLE.sub(REPLACEMENT_CHARACTER, text)
