"""How to mine: what the user asks for, and what the base remembers of it for when it is mined again."""

import json
from collections.abc import Collection, Mapping
from dataclasses import dataclass, field
from pathlib import Path

from glossary.documents.decoding import decode
from glossary.errors import InvalidInput, UnreadableFile
from glossary.mining.background import Background
from glossary.model import NAME_KINDS, Candidate, CandidateKind
from glossary.services.defaults import DEFAULT_MIN_COUNT, DEFAULT_TOP
from glossary.store.database import Connection
from glossary.store.meta import MIN_COUNT, STOPPED, TOP, WATCHED, find_meta, write_meta
from glossary.text.folding import folded_key


@dataclass(frozen=True, slots=True, kw_only=True)
class Settings:
    """How often a string must occur, and of how many of the best the contexts are kept.

    ``watched`` are terms to look for, ``stopped`` such as are not wanted, both by folded key; ``background``
    is the contrast, the general one where there is none; ``new_only`` keeps contexts of what the base does
    not know; ``kinds`` those that are listed, all of them where there are none.
    """

    min_count: int = DEFAULT_MIN_COUNT
    top: int = DEFAULT_TOP
    watched: Mapping[str, str] = field(default_factory=dict)
    stopped: Mapping[str, str] = field(default_factory=dict)
    background: Background | None = None
    new_only: bool = False
    kinds: frozenset[CandidateKind] = frozenset()

    def wants(self, candidate: Candidate, known: Collection[str]) -> bool:
        """Whether a candidate is listed; ``known`` are the keys of what the base knows or decided."""
        if candidate.kind not in NAME_KINDS and self.kinds and candidate.kind not in self.kinds:
            return False
        forms = (candidate.key, *map(folded_key, (*candidate.variants, *candidate.short_forms)))
        return not self.new_only or not any(form in known for form in forms)


def read_terms(path: Path) -> dict[str, str]:
    """Return the terms of a file that has one on each line, by folded key.

    Raises UnreadableFile where there is no such file, InvalidInput where it holds no term.
    """
    try:
        text = decode(path.read_bytes()).text
    except OSError as error:
        reason = (error.strerror or str(error)).lower()
        raise UnreadableFile(path, f"{reason}; name a file with one term on each line") from None
    except InvalidInput as error:
        raise UnreadableFile(path, str(error)) from None
    terms = {folded_key(line): line for line in map(str.strip, text.splitlines()) if line}
    if not terms:
        raise InvalidInput(f"{path} holds no term; write one on each line")
    return terms


def remember_settings(connection: Connection, settings: Settings) -> None:
    """Write down what a later run over the same documents needs to find the same."""
    write_meta(connection, MIN_COUNT, str(settings.min_count))
    write_meta(connection, TOP, str(settings.top))
    for name, terms in ((WATCHED, settings.watched), (STOPPED, settings.stopped)):
        write_meta(connection, name, json.dumps(dict(sorted(terms.items())), ensure_ascii=False))


def last_settings(connection: Connection) -> Settings:
    """Return how the base was last mined; the contrast corpus is not remembered."""
    return Settings(
        min_count=int(find_meta(connection, MIN_COUNT) or DEFAULT_MIN_COUNT),
        top=int(find_meta(connection, TOP) or DEFAULT_TOP),
        watched=_recall(connection, WATCHED),
        stopped=_recall(connection, STOPPED),
    )


def _recall(connection: Connection, name: str) -> dict[str, str]:
    found: dict[str, str] = json.loads(find_meta(connection, name) or "{}")
    return found
