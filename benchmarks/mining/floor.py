"""The least that mining can do, as a program: python floor.py FOLDER.

It imports what mining imports, reads UTF-8, cuts it into words in as many processes as mining has, and counts
the frequent strings. No repair, no page furniture, no copies, no marks, no evidence, no judging, no contexts,
no base: what mining would take if all of that cost nothing.
"""

import gc
import sys
from collections.abc import Iterable
from concurrent.futures import ProcessPoolExecutor
from pathlib import Path

import glossary.services.mining.paths  # noqa: F401  (its imports are part of the least)
from glossary.mining.choosing import MOST_JUDGED
from glossary.mining.counting import count_levels
from glossary.mining.miner import TOKENS_OF_AN_OCCURRENCE
from glossary.mining.shards import Shard, cut_shard
from glossary.mining.stream import join_shards
from glossary.services.defaults import DEFAULT_MIN_COUNT
from glossary.services.mining.preparing import batch_files


def count_strings(paths: Iterable[Path]) -> int:
    """Return how many strings of words are frequent in all the texts."""
    cut(())  # loads the dictionary once, for forked processes too
    gc.freeze()
    with ProcessPoolExecutor() as pool:
        shards = list(pool.map(cut, [batch.files for batch in batch_files(paths)]))
    order = [(number, text) for number, shard in enumerate(shards) for text in range(len(shard.ends))]
    stream = join_shards(shards, order)
    least = max(DEFAULT_MIN_COUNT, len(stream.ids) // TOKENS_OF_AN_OCCURRENCE)
    levels = count_levels(stream, stream.is_word, min_count=least, most=MOST_JUDGED)
    return sum(len(level.counts) for level in levels)


def cut(paths: Iterable[Path]) -> Shard:
    """Return the words of some texts as they are."""
    return cut_shard([path.read_text("utf-8") + "\n" for path in paths] or ["网格员\n"])


if __name__ == "__main__":
    print(count_strings(sorted(path for path in Path(sys.argv[1]).rglob("*") if path.is_file())))
