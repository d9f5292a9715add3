"""Documents that mining contrasts with, in the place of general Chinese."""

from collections.abc import Sequence
from dataclasses import dataclass
from pathlib import Path

from glossary.documents import find_files
from glossary.errors import NothingMined
from glossary.mining.background import Background
from glossary.mining.contrast import make_background
from glossary.model import Unread
from glossary.services.mining.library import join_words, list_reasons
from glossary.services.mining.preparing import batch_files
from glossary.services.mining.running import prepare
from glossary.services.progress import Progress, no_progress

READING = "reading the background"
COUNTING = "counting the background"


@dataclass(frozen=True, slots=True, kw_only=True)
class Contrast:
    """How common words and strings are in the documents, and what could not be read of them.

    Without a ``background`` the contrast is general Chinese.
    """

    background: Background | None = None
    unread: tuple[Unread, ...] = ()


def read_contrast(paths: Sequence[str], *, progress: Progress = no_progress) -> Contrast:
    """Return what the documents at some paths say of how common words are; no paths make no background.

    Raises NothingMined where no document could be read.
    """
    if not paths:
        return Contrast()
    walked = list(find_files(paths))
    files = [one for one in walked if isinstance(one, Path)]
    library = prepare([*batch_files(files)], frozenset(), stage=READING, progress=progress)
    unread = (*(one for one in walked if isinstance(one, Unread)), *library.unread)
    if not library.documents:
        raise NothingMined(f"no document to contrast with: {list_reasons(unread)}")
    progress(COUNTING, 0, 0)
    return Contrast(background=make_background(join_words(library, library.ids)), unread=unread)
