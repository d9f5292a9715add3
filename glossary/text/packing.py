"""Source texts compressed, as the base keeps them."""

import zlib
from dataclasses import replace

from glossary.model import Document, PackedDocument

FASTEST = 1
"""The quickest level of zlib: twice as quick as the usual one, and a tenth larger."""


def pack_text(text: str) -> bytes:
    """Return a text compressed; lone surrogates of a damaged file survive."""
    return zlib.compress(text.encode("utf-8", "surrogatepass"), FASTEST)


def unpack_text(packed: bytes) -> str:
    """Return the text that was compressed."""
    return zlib.decompress(packed).decode("utf-8", "surrogatepass")


def pack(document: Document) -> PackedDocument:
    """Return the document with its text compressed."""
    header = replace(document, text="")
    return PackedDocument(header=header, packed=pack_text(document.text), characters=len(document.text))


def unpack(document: PackedDocument) -> Document:
    """Return the document with its text."""
    return replace(document.header, text=unpack_text(document.packed))
