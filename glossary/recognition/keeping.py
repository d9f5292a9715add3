"""A layer as bytes, to be kept in a file, and back; what was damaged is told by its digest."""

import json
from hashlib import blake2b
from typing import Any

from daachorse import CharwiseDoubleArrayAhoCorasick

from glossary.recognition.automaton import Layer

MAGIC = b"glossary terms 1\n"
DIGEST_BYTES = 32
LENGTH_BYTES = 8
SEPARATOR = "\n"


def pack_layer(layer: Layer, about: dict[str, Any]) -> bytes:
    """Return a layer as bytes, with what is to be known about it."""
    head = {
        "about": about,
        "forms": {number: sorted(forms) for number, forms in layer.forms.items()},
        "longest": layer.longest,
        "stops": layer.stops,
    }
    parts = (
        json.dumps(head).encode(),
        SEPARATOR.join(layer.keys).encode(),
        layer.search.serialize() if layer.search else b"",
    )
    body = b"".join(len(part).to_bytes(LENGTH_BYTES, "big") + part for part in parts)
    return MAGIC + _digest(body) + body


def unpack_layer(packed: bytes) -> tuple[Layer, dict[str, Any]] | None:
    """Return the layer and what was said about it; None where the bytes are not as they were written."""
    start = len(MAGIC) + DIGEST_BYTES
    body = memoryview(packed)[start:]
    if not packed.startswith(MAGIC) or packed[len(MAGIC) : start] != _digest(body):
        return None
    head, keys, search = (bytes(part) for part in _split(body))
    told = json.loads(head)
    layer = Layer(
        keys.decode().split(SEPARATOR) if keys else [],
        {int(number): frozenset(forms) for number, forms in told["forms"].items()},
        longest=told["longest"],
        stops=told["stops"],
        search=CharwiseDoubleArrayAhoCorasick.deserialize(search) if search else None,
    )
    return layer, told["about"]


def _digest(body: bytes | memoryview) -> bytes:
    return blake2b(body, digest_size=DIGEST_BYTES).digest()


def _split(body: memoryview) -> list[memoryview]:
    parts = []
    while body:
        length = int.from_bytes(body[:LENGTH_BYTES], "big")
        parts.append(body[LENGTH_BYTES : LENGTH_BYTES + length])
        body = body[LENGTH_BYTES + length :]
    return parts
