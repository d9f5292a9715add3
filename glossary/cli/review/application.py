"""The Textual application: how the review is run."""

from collections.abc import Callable
from time import monotonic

from glossary.cli.full_screen import FullScreen
from glossary.cli.review.deeds import Reviewer
from glossary.cli.review.screen import ReviewScreen
from glossary.cli.review.session import Session


class ReviewApp(FullScreen[str]):
    """Runs the review; its return value is a line that sums up the sitting."""

    CSS_PATH = "review.tcss"
    TITLE = "glossary review"

    def __init__(
        self, reviewer: Reviewer, session: Session, *, clock: Callable[[], float] = monotonic
    ) -> None:
        super().__init__(ReviewScreen(reviewer, session, clock=clock))
