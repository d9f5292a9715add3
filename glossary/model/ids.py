"""Ids that follow from what they name, so that making them again finds them again."""

from base64 import b32encode
from hashlib import sha256

CANDIDATE_LETTER = "k"
DERIVED_ID_CHARACTERS = 10


def derive_id(letter: str, *parts: str) -> str:
    """Return ``letter`` and ten base-32 characters of the digest of ``parts``."""
    digest = sha256("\0".join(parts).encode()).digest()
    return letter + b32encode(digest).decode().lower()[:DERIVED_ID_CHARACTERS]
