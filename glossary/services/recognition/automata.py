"""The automaton of a base: made, kept in a file where that takes long, and brought up to date."""

from collections.abc import Iterator
from contextlib import suppress
from dataclasses import asdict, dataclass
from hashlib import sha256
from pathlib import Path

from platformdirs import user_cache_path

from glossary.model import TermMark
from glossary.recognition.automaton import Automaton, Layer, build_layer
from glossary.recognition.entries import Entry
from glossary.recognition.keeping import pack_layer, unpack_layer
from glossary.services.drafts import draft_of
from glossary.services.progress import Progress, no_progress
from glossary.store.database import Base, Connection
from glossary.store.recognition import keys_changed_since, read_term_mark, stream_terms, terms_of_keys

KEPT_FROM_TERMS = 100_000
"""A smaller automaton is made in half a second, one for a million terms in five seconds."""
MOST_CHANGED_KEYS = 20_000
"""So many are laid over a kept automaton in a tenth of a second; where there are more it is made anew."""
SPELLING_VERSION = 1
"""Raised when texts and terms come to be spelled otherwise (recognition/spelling.py, text/folding.py)."""
NAME_CHARS = 32
PROGRAM = "glossary"


@dataclass(frozen=True, slots=True)
class Kept:
    """A layer that was made of a base, and up to where that had been read."""

    identity: str
    mark: TermMark
    layer: Layer


class Shelf:
    """Where automata are kept: the last one in memory, large ones in the user's cache folder.

    ``kept_from`` is how many terms are many.
    """

    def __init__(self, folder: Path | None = None, *, kept_from: int = KEPT_FROM_TERMS) -> None:
        self._folder = folder
        self._kept_from = kept_from
        self._last: Kept | None = None

    def automaton(self, base: Base, connection: Connection, *, progress: Progress = no_progress) -> Automaton:
        """Return the automaton of the base as the connection's transaction sees it."""
        identity = sha256(repr(base.place.lasting_identity(connection)).encode()).hexdigest()[:NAME_CHARS]
        for kept in self._find_kept(identity):
            automaton = _bring_up(kept, connection)
            if automaton:
                self._last = kept
                return automaton
        progress("preparing", 0, 0)
        made = _make(identity, connection)
        self._last = made
        if made.mark.terms >= self._kept_from:
            self._write(made)
        return Automaton(made.layer)

    def _find_kept(self, identity: str) -> Iterator[Kept]:
        """Yield what is in memory, then what is in the file, if it is of this base."""
        if self._last and self._last.identity == identity:
            yield self._last
        read = self._read(identity)
        if read:
            yield read

    def _path(self, identity: str) -> Path:
        folder = self._folder or user_cache_path(PROGRAM, appauthor=False)
        return folder / f"{identity}-{SPELLING_VERSION}.terms"

    def _read(self, identity: str) -> Kept | None:
        """Return what the file holds; a damaged one counts as none, and is written anew."""
        try:
            unpacked = unpack_layer(self._path(identity).read_bytes())
        except OSError:
            return None
        if unpacked is None:
            return None
        layer, about = unpacked
        return Kept(identity, TermMark(**about), layer)

    def _write(self, kept: Kept) -> None:
        """Write the file, whole or not at all; where that cannot be, it is made again the next time."""
        path = self._path(kept.identity)
        with suppress(OSError):
            path.parent.mkdir(parents=True, exist_ok=True)
            with draft_of(path) as out:
                out.write(pack_layer(kept.layer, asdict(kept.mark)))


def _make(identity: str, connection: Connection) -> Kept:
    mark = read_term_mark(connection)
    entries = (Entry(key, text, exact) for key, text, exact in stream_terms(connection))
    return Kept(identity, mark, build_layer(entries))


def _bring_up(kept: Kept, connection: Connection) -> Automaton | None:
    """Return the automaton with all that was written since; None where it is of another base, or too old."""
    changed = keys_changed_since(connection, kept.mark, most=MOST_CHANGED_KEYS)
    if changed is None:
        return None
    if not changed:
        return Automaton(kept.layer)
    entries = (Entry(key, text, exact) for key, text, exact in terms_of_keys(connection, changed))
    return Automaton(kept.layer).overlaid(entries, changed)
