"""Time mining and weigh its memory: ``python -m benchmarks.mining [PATH]`` (make bench-mining).

Without PATH, the corpora beside the project; where there are none, generated text.
"""

import argparse
import lzma
import os
import sys
import tempfile
from collections.abc import Iterable
from dataclasses import dataclass
from pathlib import Path

from benchmarks.mining.corpora import (
    MEGABYTE,
    USUAL_CORPUS,
    Material,
    find_seeds,
    read_corpus,
    write_material,
)
from benchmarks.mining.figures import HEADER, Measured, list_rows
from benchmarks.mining.generated import generate_documents, read_common_words
from benchmarks.mining.measuring import (
    Command,
    ProcessFailed,
    Timing,
    measure_peak,
    read_output,
    run,
    time_in_turn,
)
from glossary.report.tables import format_table

TABLE_COLUMNS = 130
CORES_OF_THE_GOALS = 2
GLOSSARY = str(Path(sys.executable).parent / "glossary")
PEERS_FILE = str(Path(__file__).with_name("peers.py"))
FLOOR_FILE = str(Path(__file__).with_name("floor.py"))
LOADING = """
import glossary.services.mining.paths
from glossary.mining.background import load_general_background
from glossary.text.segmentation import tag_words
load_general_background()
tag_words("网格员")
"""
"""What mining imports, and the dictionaries that it loads."""


@dataclass(frozen=True, kw_only=True)
class Plan:
    """How much text, in bytes, and how often."""

    small: int
    large: int
    rounds: int
    rounds_of_seeds: int


USUAL = Plan(small=10 * MEGABYTE, large=60 * MEGABYTE, rounds=3, rounds_of_seeds=7)
QUICK = Plan(small=MEGABYTE // 5, large=MEGABYTE // 2, rounds=1, rounds_of_seeds=1)


def main() -> None:
    """Write the texts, measure, and print."""
    options = parse_options()
    plan = QUICK if options.quick else USUAL
    with tempfile.TemporaryDirectory(prefix="bench-mining-") as folder:
        small, large = write_materials(Path(folder), choose_documents(options), plan)
        print_conditions(small, large)
        try:
            measured = measure(small, large, plan)
        except ProcessFailed as failure:
            sys.exit(str(failure))
        except KeyboardInterrupt:
            sys.exit("stopped: nothing is measured")
    print(format_table(HEADER, (row.cells for row in list_rows(measured)), columns=TABLE_COLUMNS), end="")


def parse_options() -> argparse.Namespace:
    parser = argparse.ArgumentParser(prog="python -m benchmarks.mining", description="How fast is mining?")
    parser.add_argument("corpus", nargs="?", type=Path, default=USUAL_CORPUS, help="a file or a folder")
    parser.add_argument("--quick", action="store_true", help="one round over a little generated text")
    return parser.parse_args()


def choose_documents(options: argparse.Namespace) -> Iterable[str]:
    """Return the documents of the corpus, or generated ones, and say which."""
    documents = [] if options.quick else read_given(options.corpus)
    if documents:
        print(f"text:  {options.corpus}, {len(documents)} documents")
        return documents
    if not options.quick:
        print(f"{options.corpus} is absent or holds no plain text: name another with CORPUS=PATH")
    print("text:  generated, words drawn from jieba's dictionary")
    return generate_documents(read_common_words())


def read_given(corpus: Path) -> list[str]:
    try:
        return read_corpus(corpus)
    except (lzma.LZMAError, OSError) as error:
        sys.exit(f"{corpus} cannot be read ({error}): name another with CORPUS=PATH")


def write_materials(folder: Path, documents: Iterable[str], plan: Plan) -> tuple[Material, Material]:
    """Write the large text, and the small one from the documents of the large one."""
    large = write_material(folder / "large", documents, plan.large)
    small = write_material(folder / "small", read_corpus(folder / "large"), plan.small)
    return small, large


def print_conditions(small: Material, large: Material) -> None:
    """Print what a reader of the table must know."""
    for text in (small, large):
        short = f"; all there is, {text.wanted / MEGABYTE:g} MB were wanted" if text.is_short else ""
        print(f"       {text.megabytes:.3g} MB in {text.documents} documents{short}")
    print(f"seeds: {find_seeds()}")
    cores = os.cpu_count() or 0
    other = "" if cores == CORES_OF_THE_GOALS else f"; the goals are for {CORES_OF_THE_GOALS}"
    print(f"cores: {cores}{other}\n", flush=True)


def measure(small: Material, large: Material, plan: Plan) -> Measured:
    """Run all whole processes; memory in runs of its own, since looking at it costs time."""
    seeds, loading = time_seeds(plan)
    mine_small, jieba_small, floor_small, mine_large, tagger_large, floor_large = time_texts(
        small, large, plan
    )
    jieba_large = time_once("jieba TF-IDF, large text", peer("tfidf", large))
    tell("memory")
    return Measured(
        small=small,
        large=large,
        mine_small=mine_small,
        mine_large=mine_large,
        jieba_small=jieba_small,
        jieba_large=jieba_large,
        tagger_large=tagger_large,
        floor_small=floor_small,
        floor_large=floor_large,
        tagger_loaded=float(read_output(peer("tagger", large)).split()[-1]),
        peak_small=measure_peak(mine(small.folder)),
        peak_large=measure_peak(mine(large.folder)),
        seeds=seeds,
        loading=loading,
    )


def time_seeds(plan: Plan) -> list[Timing]:
    """Return the timings of mining the seeds, and of loading alone."""
    tell("seeds, a first run that does not count: files get into memory, byte code is written")
    commands = {"seeds": mine(find_seeds()), "loading": [sys.executable, "-c", LOADING]}
    run(commands["seeds"])
    return time_in_turn(commands, plan.rounds_of_seeds, tell=tell)


def time_texts(small: Material, large: Material, plan: Plan) -> list[Timing]:
    """Return the timings on the small text, then on the large one, for which jieba takes too long."""
    commands = {
        "glossary mine, small text": mine(small.folder),
        "jieba TF-IDF, small text": peer("tfidf", small),
        "cutting and counting alone, small text": count(small.folder),
        "glossary mine, large text": mine(large.folder),
        "rjieba.tag, large text": peer("tagger", large),
        "cutting and counting alone, large text": count(large.folder),
    }
    return time_in_turn(commands, plan.rounds, tell=tell)


def time_once(name: str, command: Command) -> Timing:
    """Return the timing of what takes too long to be run in each round."""
    return time_in_turn({name: command}, 1, tell=tell)[0]


def mine(folder: Path) -> Command:
    """Return the command that a user types, into a new base."""
    return [GLOSSARY, "mine", str(folder), "--json", "--db", "new.db"]


def count(folder: Path) -> Command:
    return [sys.executable, FLOOR_FILE, str(folder)]


def peer(tool: str, text: Material) -> Command:
    return [sys.executable, PEERS_FILE, tool, str(text.folder)]


def tell(step: str) -> None:
    """Say on stderr what runs now: a whole run takes minutes."""
    print(step, file=sys.stderr, flush=True)


if __name__ == "__main__":
    main()
