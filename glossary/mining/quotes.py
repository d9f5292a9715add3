"""Straight quotation marks told apart: within a line the first opens and the next closes."""

import re

STRAIGHT_PAIR = re.compile('"([^"\n]*)"')


def curl_quotes(text: str) -> str:
    """Return ``text``, as long as before, with each pair of straight quotation marks in a line as “ and ”."""
    return STRAIGHT_PAIR.sub("“\\1”", text) if '"' in text else text
