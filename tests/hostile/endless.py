"""Read a file of a gigabyte that is one text, in little memory: ``python endless.py FORMAT BYTES``.

The file is made as it is read. What came of it is printed: the message with which it was refused.
"""

import io
import resource
import sys
from typing import Any

HEADS = {
    "tbx": '<tbx><text><body><conceptEntry id="caaaaaab"><langSec xml:lang="zh"><termSec><term>',
    "tbx2": '<martif><text><body><termEntry id="caaaaaab"><langSet xml:lang="zh"><tig><term>',
    "multiterm": '<mtf><conceptGrp><languageGrp><language lang="ZH"/><termGrp><term>',
    "tmx": '<tmx><header/><body><tu><tuv xml:lang="zh"><seg>',
    "csv": "zh,en\n",
    "csv-excel": "\ufeffzh,en\n",
    "tsv": "zh\ten\n",
    "omegat": "网\tnet\n",
    "wordfast": "网\tnet\tx\r\n",
    "deepl": "网\tnet\n",
    "deepl-csv": "网,net\n",
    "cedict": "網 网 [wang3] /net",
    "utx": "#UTX 1.11; zh/en\n",
    "json": '{"concepts": [{"zh": "',
    "jsonl": '{"zh": "',
    "po": 'msgid "a"\nmsgstr "',
    "skos": '@prefix skos: <x> . skos:a skos:b "',
}
MEMORY_BYTES = 1_300_000_000


class Endless(io.RawIOBase):
    """A beginning, then ``x`` until so many bytes are read."""

    def __init__(self, head: bytes, size: int) -> None:
        self._head, self._size, self._at = head, size, 0

    def readable(self) -> bool:
        return True

    def seekable(self) -> bool:
        return True

    def seek(self, place: int, whence: int = 0) -> int:
        self._at = place + (self._size if whence == 2 else 0)
        return self._at

    def tell(self) -> int:
        return self._at

    def readinto(self, buffer: Any) -> int:
        number = max(0, min(len(buffer), self._size - self._at))
        buffer[:number] = (self._head[self._at : self._at + number]).ljust(number, b"x")
        self._at += number
        return number


def main() -> None:
    from glossary.errors import GlossaryError
    from glossary.formats.registry import find_format

    resource.setrlimit(resource.RLIMIT_AS, (MEMORY_BYTES, MEMORY_BYTES))
    name, size = sys.argv[1], int(sys.argv[2])
    stream = io.BufferedReader(Endless(HEADS[name].encode(), size))
    try:
        find_format(name).read_whole(stream)
    except GlossaryError as error:
        print(f"refused: {str(error)[:200]}")


if __name__ == "__main__":
    main()
