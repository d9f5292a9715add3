"""JSON from strangers, one member of a long array at a time; a file of any size, in little memory."""

import json
from collections.abc import Iterator
from json import JSONDecodeError, JSONDecoder
from typing import Any, TextIO

from glossary.errors import InvalidInput

CHUNK_CHARS = 1 << 16
LONGEST_VALUE_CHARS = 1 << 24
BLANKS = " \t\r\n"
TOO_LONG = f"a value has more than {LONGEST_VALUE_CHARS:,} characters; is a mark or bracket missing?"
TOO_DEEP = "its values are nested too deeply"


def parse_json(text: str) -> Any:
    """Return the value of a short text; raises InvalidInput for what is no JSON."""
    try:
        return json.loads(text)
    except RecursionError:
        raise InvalidInput(TOO_DEEP) from None
    except JSONDecodeError as error:
        raise InvalidInput(f"no JSON: {error.msg}, at character {error.colno}") from None
    except ValueError:  # a number of thousands of digits
        raise InvalidInput("no JSON: a number that is too long") from None


class JsonFile:
    """A JSON text that is read from its start to its end once."""

    def __init__(self, stream: TextIO) -> None:
        self._stream = stream
        self._decoder = JSONDecoder()
        self._buffer = ""
        self._at = 0
        self.line = 1

    def peek(self) -> str:
        """Return the next character that is no blank, an empty text at the end."""
        while True:
            while self._at < len(self._buffer) and self._buffer[self._at] in BLANKS:
                self._at += 1
            if self._at < len(self._buffer):
                return self._buffer[self._at]
            if not self._read_on():
                return ""

    def take(self, wanted: str) -> str:
        """Take the next character, which must be among ``wanted``."""
        found = self.peek()
        if not found or found not in wanted:
            shown = " or ".join(wanted)
            raise InvalidInput(
                f"line {self.place()}: no JSON: there is {found or 'the end'!r} in place of {shown}"
            )
        self._at += 1
        return found

    def value(self) -> Any:
        """Take the next value; raises InvalidInput, with the line, for what is none."""
        self.peek()
        while True:
            try:
                found, end = self._decoder.raw_decode(self._buffer, self._at)
            except JSONDecodeError as error:
                if self._read_on():
                    continue
                fault = InvalidInput(f"line {self.place(error.pos)}: no JSON: {error.msg}")
            except RecursionError:
                fault = InvalidInput(f"line {self.place()}: {TOO_DEEP}")
            except ValueError:
                fault = InvalidInput(f"line {self.place()}: no JSON: a number that is too long")
            else:
                if end < len(self._buffer) or not self._read_on():
                    self._at = end
                    return found
                continue  # a number may go on beyond what was read
            raise fault from None

    def place(self, at: int | None = None) -> int:
        """Return the number of the line that is being read."""
        return self.line + self._buffer.count("\n", 0, self._at if at is None else at)

    def _read_on(self) -> bool:
        """Read about as much again as is still to be taken, so that a long value is not begun too often."""
        rest = len(self._buffer) - self._at
        if rest > LONGEST_VALUE_CHARS:
            raise InvalidInput(f"line {self.place()}: {TOO_LONG}")
        more = self._stream.read(max(CHUNK_CHARS, rest))
        if not more:
            return False
        self.line += self._buffer.count("\n", 0, self._at)
        self._buffer, self._at = self._buffer[self._at :] + more, 0
        return True


def read_members(file: JsonFile) -> Iterator[tuple[int, Any]]:
    """Yield the members of the array that comes next, each with the line that it begins on."""
    file.take("[")
    if file.peek() == "]":
        file.take("]")
        return
    while True:
        file.peek()
        line = file.place()
        yield line, file.value()
        if file.take(",]") == "]":
            return


def read_keys(file: JsonFile) -> Iterator[str]:
    """Yield the keys of the object that comes next; whoever asks takes the value of each."""
    file.take("{")
    if file.peek() == "}":
        file.take("}")
        return
    while True:
        key = file.value() if file.peek() == '"' else None
        if not isinstance(key, str):
            raise InvalidInput(f"line {file.place()}: no JSON: a key stands in quotation marks")
        file.take(":")
        yield key
        if file.take(",}") == "}":
            return
