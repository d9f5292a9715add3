"""Writing without a screen that stands still: where the base is locked, it says so and keys wait."""

import asyncio
from collections.abc import Callable
from concurrent.futures import Future, ThreadPoolExecutor, wait
from typing import Any

from glossary.cli.review.showing import CardScreen
from glossary.errors import GlossaryError

PATIENCE_SECONDS = 0.2
"""A write takes hundredths of a second; until then keys typed ahead are kept, and none gets lost."""
WAITING = "waiting for the base: another program is writing to it …"
LEAVES_THEN = " then this stops"
WHILE_WAITING = frozenset({"scroll_card", "page_card", "quit"})


class WaitingScreen(CardScreen):
    """A card whose deeds are done one at a time, in a thread of their own."""

    def __init__(self, *positional: Any, **named: Any) -> None:
        super().__init__(*positional, **named)
        self._writer = ThreadPoolExecutor(max_workers=1)
        self._is_waiting = False
        self._leaves_with: int | None = None

    def on_unmount(self) -> None:
        """Let the thread go."""
        self._writer.shutdown(wait=False)

    def check_action(self, action: str, _parameters: tuple[object, ...]) -> bool | None:
        """Let no key decide while the base is waited for: the card on show may be decided already."""
        return not self._is_waiting or action in WHILE_WAITING

    def write(
        self,
        deed: Callable[[], str],
        *,
        done: Callable[[str], None],
        failed: Callable[[GlossaryError], None],
    ) -> None:
        """Do a deed, then go on with what it tells, or with why it was not done."""

        def conclude(future: Future[str]) -> None:
            try:
                told = future.result()
            except GlossaryError as error:
                failed(error)
            else:
                done(told)

        future = self._writer.submit(deed)
        if wait([future], timeout=PATIENCE_SECONDS).done:
            conclude(future)
        else:
            self._is_waiting = True
            self.say(WAITING)
            self.run_worker(self._conclude_later(future, conclude))

    async def _conclude_later(self, future: Future[str], conclude: Callable[[Future[str]], None]) -> None:
        await asyncio.wait([asyncio.wrap_future(future)])
        self._is_waiting = False
        conclude(future)
        code, self._leaves_with = self._leaves_with, None
        if code is not None and future.exception() is None:
            self.leave(code)

    def leave(self, code: int = 0) -> None:
        """Stop; what is being written is waited for, and where it cannot be kept the screen stays to tell."""
        if self._is_waiting:
            self._leaves_with = code
            self.say(WAITING + LEAVES_THEN)
        else:
            super().leave(code)
