"""One other tool over a folder of documents, as a program: python peers.py TOOL FOLDER.

It prints what it has counted, and the seconds that this took once its dictionary was loaded.
"""

import sys
import time
from collections.abc import Callable, Sequence
from multiprocessing import Pool
from pathlib import Path
from typing import NamedTuple

TAGGING_PROCESSES = 2
DOCUMENTS_A_TASK = 16
KEYWORDS = 200
"""As many strings as are judged in a list."""


class Tool(NamedTuple):
    """How a tool loads what it needs, and how it works through files, returning a count."""

    load: Callable[[], None]
    run: Callable[[Sequence[Path]], int]


def load_jieba() -> None:
    import jieba.analyse

    jieba.initialize()


def count_keywords(paths: Sequence[Path]) -> int:
    """Return how many keywords jieba's TF-IDF finds in all the text; it works in one process."""
    import jieba.analyse

    text = "\n".join(path.read_text("utf-8") for path in paths)
    return len(jieba.analyse.extract_tags(text, topK=KEYWORDS))


def load_tagger() -> None:
    import rjieba

    rjieba.tag("网格员")


def count_words(paths: Sequence[Path]) -> int:
    """Return how many words rjieba tags; each worker reads its documents itself and drops the tags."""
    with Pool(TAGGING_PROCESSES, initializer=load_tagger) as pool:
        return sum(pool.imap_unordered(count_tags, paths, chunksize=DOCUMENTS_A_TASK))


def count_tags(path: Path) -> int:
    """Return how many words of one document are tagged."""
    import rjieba

    return len(rjieba.tag(path.read_text("utf-8")))


TOOLS = {"tfidf": Tool(load_jieba, count_keywords), "tagger": Tool(load_tagger, count_words)}


def main() -> None:
    """Run the tool that is named first over the folder that is named second."""
    name, folder = sys.argv[1:]
    tool = TOOLS[name]
    paths = sorted(path for path in Path(folder).rglob("*") if path.is_file())
    tool.load()
    started = time.perf_counter()
    counted = tool.run(paths)
    print(counted, time.perf_counter() - started)


if __name__ == "__main__":
    main()
