"""The whole command in a terminal of its own, as a person starts it."""

import os
import pty
import select
import subprocess
import sys
import time

MOST_SECONDS = 60.0


class Terminal:
    """A terminal with a process in it, and all that the process wrote so far."""

    def __init__(self, *arguments: str, environment: dict[str, str]) -> None:
        self._end, inside = pty.openpty()
        self.process = subprocess.Popen(
            [sys.executable, "-m", "glossary", *arguments],
            stdin=inside,
            stdout=inside,
            stderr=inside,
            env={**os.environ, "TERM": "xterm", "LINES": "24", "COLUMNS": "80", **environment},
        )
        os.close(inside)
        self.written = ""

    def read_until(self, words: str) -> bool:
        """Wait until the words were written; return whether they were."""
        until = time.monotonic() + MOST_SECONDS
        while words not in self.written and time.monotonic() < until:
            if not select.select([self._end], [], [], 0.1)[0]:
                continue
            try:
                self.written += os.read(self._end, 65536).decode("utf-8", "replace")
            except OSError:
                break
        return words in self.written

    def type(self, keys: str) -> None:
        os.write(self._end, keys.encode())

    def close(self) -> int:
        try:
            return self.process.wait(timeout=MOST_SECONDS)
        finally:
            self.process.kill()
            os.close(self._end)
