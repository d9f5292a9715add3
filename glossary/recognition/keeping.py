"""A layer as bytes, to be kept in a file, and back; what was damaged is told by its digest."""

import json
from hashlib import sha256
from typing import Any

import numpy

from glossary.recognition.automaton import Layer
from glossary.recognition.search import Search
from glossary.recognition.table import Table

MAGIC = b"glossary terms 2\n"
DIGEST_BYTES = 32
LENGTH_BYTES = 8
SEPARATOR = "\n"


def pack_layer(layer: Layer, about: dict[str, Any]) -> bytes:
    """Return a layer as bytes, with what is to be known about it."""
    table = layer.search.table
    head = {
        "about": about,
        "forms": {number: sorted(forms) for number, forms in layer.forms.items()},
        "stops": layer.stops,
        "attempt": table.attempt,
    }
    arrays = (layer.search.screen, table.keys, table.numbers)
    texts = json.dumps(head), SEPARATOR.join(layer.keys)
    parts = [*(text.encode() for text in texts), *(array.tobytes() for array in arrays)]
    body = b"".join(len(part).to_bytes(LENGTH_BYTES, "big") + part for part in parts)
    return MAGIC + _digest(body) + body


def unpack_layer(packed: bytes) -> tuple[Layer, dict[str, Any]] | None:
    """Return the layer and what was said about it; None where the bytes are not as they were written."""
    start = len(MAGIC) + DIGEST_BYTES
    body = memoryview(packed)[start:]
    if not packed.startswith(MAGIC) or packed[len(MAGIC) : start] != _digest(body):
        return None
    told, joined, screen, keys, numbers = _split(body)
    head = json.loads(bytes(told))
    table = Table(
        numpy.frombuffer(keys, dtype=numpy.int64),
        numpy.frombuffer(numbers, dtype=numpy.int32),
        head["attempt"],
    )
    layer = Layer(
        str(joined, "utf-8").split(SEPARATOR) if joined else [],
        {int(number): frozenset(forms) for number, forms in head["forms"].items()},
        stops=head["stops"],
        search=Search(numpy.frombuffer(screen, dtype=numpy.uint8), table),
    )
    return layer, head["about"]


def _digest(body: bytes | memoryview) -> bytes:
    return sha256(body).digest()


def _split(body: memoryview) -> list[memoryview]:
    parts = []
    while body:
        length = int.from_bytes(body[:LENGTH_BYTES], "big")
        parts.append(body[LENGTH_BYTES : LENGTH_BYTES + length])
        body = body[LENGTH_BYTES + length :]
    return parts
