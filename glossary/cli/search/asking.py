"""Asking the base while somebody types: what a newer question overtakes is not asked."""

import asyncio
from collections.abc import Callable, Mapping
from concurrent.futures import Future, ThreadPoolExecutor
from dataclasses import dataclass
from functools import partial
from typing import TypeVar

from glossary.errors import GlossaryError
from glossary.model import Answer, DocumentRecord, Hit
from glossary.report.links import Link, group_links
from glossary.services.bases.choosing import Base
from glossary.services.lookup.answers import describe_as_hit
from glossary.services.lookup.browsing import find_neighbours
from glossary.services.lookup.completing import look_up_typed
from glossary.services.lookup.requests import log_request

Outcome = TypeVar("Outcome")


@dataclass(frozen=True, slots=True)
class Question:
    """What is typed, and how many hits there is room for."""

    query: str
    limit: int


@dataclass(frozen=True, slots=True, kw_only=True)
class Entry:
    """One concept with all that is around it; ``links`` are other concepts under what they are to it."""

    hit: Hit
    documents: Mapping[str, DocumentRecord]
    links: Mapping[str, tuple[Link, ...]]


class Asker:
    """One person at one base.

    ``beside`` is the text that is translated: of homographs the one that fits it comes first. Only where it
    ``logs`` is a lookup written down that found nothing.
    """

    def __init__(self, base: Base, *, beside: str = "", logs: bool = False) -> None:
        self._base, self._beside, self._logs = base, beside, logs
        self._noted: set[str] = set()

    def look_up(self, question: Question) -> Answer:
        """Return the hits for what is typed; raises InvalidInput for what cannot be a term."""
        return look_up_typed(self._base, question.query, limit=question.limit, beside=self._beside)

    def open(self, id: str) -> Entry:
        """Return a concept with what is around it; raises NotFound."""
        hit, documents, _ = describe_as_hit(self._base, id)
        around = find_neighbours(self._base, hit.concept)
        return Entry(hit=hit, documents=documents, links=group_links(around.targets, around.arrows))

    def note_request(self, query: str) -> bool:
        """Write down, once, that a query found nothing; return whether that is wanted here."""
        if self._logs and query not in self._noted:
            self._noted.add(query)
            log_request(self._base.place.address, query)
        return self._logs


class Newest:
    """Answers one question at a time in a thread of its own, and always the newest.

    ``tell`` hears the answer, or why there is none, of a question that nothing has overtaken meanwhile.
    """

    def __init__(
        self,
        answer: Callable[[Question], Answer],
        tell: Callable[[Question, Answer | GlossaryError], None],
    ) -> None:
        self._answer, self._tell = answer, tell
        self._thread = ThreadPoolExecutor(max_workers=1)
        self._wanted: Question | None = None
        self.is_asking = False

    def want(self, question: Question | None) -> bool:
        """Take the newest question, or none any more; return whether ``ask`` is to be run for it now."""
        self._wanted = question
        is_first = question is not None and not self.is_asking
        self.is_asking = self.is_asking or is_first
        return is_first

    async def ask(self) -> None:
        """Ask until nothing newer was wanted meanwhile, and tell that last answer."""
        asked: Question | None = None
        while (wanted := self._wanted) is not None and wanted is not asked:
            asked = wanted
            outcome = await self.run(partial(self._answer, asked))
        self.is_asking = False
        if asked is not None and asked is self._wanted:
            self._tell(asked, outcome)

    async def run(self, deed: Callable[[], Outcome]) -> Outcome | GlossaryError:
        """Do something with the base in the same thread; return what it returns, or why it failed."""
        future: Future[Outcome] = self._thread.submit(deed)
        try:
            return await asyncio.wrap_future(future)
        except GlossaryError as error:
            return error

    def close(self) -> None:
        """Let the thread go; what it is doing comes to its end."""
        self._thread.shutdown(wait=False)
