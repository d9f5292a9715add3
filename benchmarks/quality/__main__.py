"""Judge the mined list: print the figures, make a pool for judges, take in what they marked.

python -m benchmarks.quality                     the figures (make bench-quality)
python -m benchmarks.quality --unjudged          and which of our strings nobody judged
python -m benchmarks.quality pool                what two judges are to mark
python -m benchmarks.quality import CORPUS A B   take in their two files
python -m benchmarks.quality disputed CORPUS     what a third look is to decide
python -m benchmarks.quality decide CORPUS FILE  take that in
"""

import argparse
import sys
import tempfile
from collections.abc import Iterator
from pathlib import Path

from benchmarks.quality.corpora import CORPORA, Corpus, read_clean_texts
from benchmarks.quality.figures import CUTS, Agreement, Figures, agree, keep_best, measure
from benchmarks.quality.gold import (
    MOST_CORE,
    Gold,
    decide,
    gold_path,
    join_marks,
    read_gold,
    read_marks,
    write_gold,
)
from benchmarks.quality.pool import pool_keys, shuffle, write_pool
from benchmarks.quality.rankings import OURS, Ranking, rank_all
from glossary.errors import GlossaryError
from glossary.report.tables import format_table

TABLE_COLUMNS = 110
JUDGES_FOLDER = Path(tempfile.gettempdir()) / "gold"
HEADER = ("tool", *(f"P@{cut}" for cut in CUTS), "core recall", "judged", "best setting")


def main() -> None:
    """Do what the command line says."""
    options = parse_options()
    try:
        options.run(options)
    except GlossaryError as error:
        sys.exit(str(error))


def parse_options() -> argparse.Namespace:
    parser = argparse.ArgumentParser(prog="python -m benchmarks.quality", description="How good is mining?")
    parser.add_argument("--unjudged", action="store_true", help="list our strings that nobody judged")
    parser.set_defaults(run=print_all)
    verbs = parser.add_subparsers()
    pool = verbs.add_parser("pool", help="write what is to be judged")
    pool.set_defaults(run=pool_all)
    names = [corpus.name for corpus in CORPORA]
    take = verbs.add_parser("import", help="take in two judges' files")
    take.add_argument("corpus", choices=names)
    take.add_argument("files", nargs=2, type=Path)
    take.set_defaults(run=take_in)
    disputed = verbs.add_parser("disputed", help="write what the judges disagree on")
    disputed.add_argument("corpus", choices=names)
    disputed.set_defaults(run=write_disputed)
    for verb in (pool, disputed):
        verb.add_argument("--to", type=Path, default=JUDGES_FOLDER, help="a folder outside the project")
    settle = verbs.add_parser("decide", help="take in a third look")
    settle.add_argument("corpus", choices=names)
    settle.add_argument("file", type=Path)
    settle.set_defaults(run=take_decisions)
    return parser.parse_args()


def present_corpora() -> Iterator[Corpus]:
    """Yield the corpora that are there; say which are not."""
    for corpus in CORPORA:
        if corpus.folder.is_dir():
            yield corpus
        else:
            print(f"{corpus.name} ({corpus.about}): left out, {corpus.folder} is absent", file=sys.stderr)


def print_all(options: argparse.Namespace) -> None:
    """Print the table of each corpus."""
    for corpus in present_corpora():
        gold = read_gold(gold_path(corpus.name))
        print(f"\n{corpus.name}: {corpus.about}; {describe_gold(gold)}", flush=True)
        if not gold:
            continue
        rankings = rank_all(corpus)
        print(format_figures(rankings, gold))
        if options.unjudged:
            print_unjudged(rankings, gold)


def describe_gold(gold: Gold) -> str:
    """Return how much is judged and how far the judges agree, before any third look."""
    if not gold:
        return "nothing is judged yet: run python -m benchmarks.quality pool"
    judgements = gold.values()
    terms = agree([(one.a.term, one.b.term) for one in judgements])
    core = agree([(one.a.core, one.b.core) for one in judgements])
    still_open = sum(one.is_disputed and one.decided is None for one in judgements)
    return (
        f"{len(gold)} strings judged twice, {sum(one.is_term for one in judgements)} terms,"
        f" {sum(one.is_core for one in judgements)} core\n"
        f"the judges agree on terms {format_agreement(terms)}, on core {format_agreement(core)};"
        f" {still_open} disagreements undecided"
    )


def format_agreement(agreement: Agreement) -> str:
    return f"{agreement.raw:.1%} (kappa {agreement.kappa:.2f})"


def format_figures(rankings: list[Ranking], gold: Gold) -> str:
    """Return the table: the best setting of each tool, the best tool first, then those that did not run."""
    terms = {key for key, one in gold.items() if one.is_term}
    core = {key for key, one in gold.items() if one.is_core}
    rows = keep_best(
        measure(ranking, terms=terms, core=core, judged=gold) for ranking in rankings if not ranking.reason
    )
    missing = [
        (ranking.tool, *["-"] * (len(HEADER) - 2), ranking.reason) for ranking in rankings if ranking.reason
    ]
    return format_table(HEADER, [*map(format_row, rows), *missing], columns=TABLE_COLUMNS)


def format_row(row: Figures) -> tuple[str, ...]:
    shares = (*row.precision, row.core_recall)
    return (row.ranking.tool, *(f"{one:.2f}" for one in shares), f"{row.judged:.0%}", row.ranking.setting)


def print_unjudged(rankings: list[Ranking], gold: Gold) -> None:
    """Print our strings that are not in the gold file, by rank."""
    for ranking in rankings:
        for rank, ranked in enumerate(ranking.strings, start=1):
            if ranking.tool == OURS and ranked.key not in gold:
                print(f"unjudged\t{rank}\t{ranked.text}")


def pool_all(options: argparse.Namespace) -> None:
    """Write the pool of each corpus: the strings that nobody judged yet."""
    for corpus in present_corpora():
        gold = read_gold(gold_path(corpus.name))
        rankings = rank_all(corpus)
        for ranking in rankings:
            if ranking.reason:
                print(f"{ranking.tool} is not in the pool: {ranking.reason}", file=sys.stderr)
        keys = pool_keys(rankings, gold)
        path = options.to / f"{corpus.name}.pool.tsv"
        write_pool(path, keys, read_clean_texts(corpus.folder)["copies in"])
        left = MOST_CORE - sum(one.is_core for one in gold.values())
        print(f"{path}: {len(keys)} strings to judge, of which at most {left} core")


def take_in(options: argparse.Namespace) -> None:
    """Join two judges' files into the gold file."""
    path = gold_path(options.corpus)
    gold = join_marks(read_gold(path), *map(read_marks, options.files))
    write_gold(path, gold)
    print(describe_gold(gold))


def write_disputed(options: argparse.Namespace) -> None:
    """Write the strings that the judges disagree on, for a third look."""
    corpus = next(corpus for corpus in CORPORA if corpus.name == options.corpus)
    gold = read_gold(gold_path(corpus.name))
    keys = shuffle(key for key, one in gold.items() if one.is_disputed and one.decided is None)
    path = options.to / f"{corpus.name}.disputed.tsv"
    write_pool(path, keys, read_clean_texts(corpus.folder)["copies in"])
    print(f"{path}: {len(keys)} strings to decide")


def take_decisions(options: argparse.Namespace) -> None:
    """Write a third look's marks into the gold file."""
    path = gold_path(options.corpus)
    gold = decide(read_gold(path), read_marks(options.file))
    write_gold(path, gold)
    print(describe_gold(gold))


if __name__ == "__main__":
    main()
