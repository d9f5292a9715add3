"""The judged strings: one file a corpus, written by two judges who did not see each other's marks.

A gold file is a table with tabs, sorted by key, under this header: key, judge_a, judge_b (y or n: is it a
term), core_a, core_b (y or blank), decided (y or n: a third look, where the two disagree on the term).
"""

from collections.abc import Iterable, Mapping
from dataclasses import dataclass, replace
from pathlib import Path

from glossary.errors import InvalidInput, UnreadableFile
from glossary.text.folding import folded_key

GOLD_FOLDER = Path(__file__).resolve().parent.parent / "gold"
HEADER = ("key", "judge_a", "judge_b", "core_a", "core_b", "decided")
MOST_CORE = 130
SHOWN_KEYS = 5
YES, NO = "y", "n"


@dataclass(frozen=True, kw_only=True)
class Mark:
    """What one judge says of one string: whether it is a term, and whether no glossary may miss it."""

    term: bool
    core: bool = False

    def __post_init__(self) -> None:
        if self.core and not self.term:
            raise InvalidInput("a string is marked core but not a term; core strings are terms")


@dataclass(frozen=True, kw_only=True)
class Judgement:
    """Both judges' marks of one string, and what a third look decided where they disagree."""

    key: str
    a: Mark
    b: Mark
    decided: bool | None = None

    @property
    def is_disputed(self) -> bool:
        return self.a.term != self.b.term

    @property
    def is_term(self) -> bool:
        """Whether both say so, or the third look does; what is still open is no term."""
        return bool(self.decided) if self.is_disputed else self.a.term

    @property
    def is_core(self) -> bool:
        return self.a.core and self.b.core


Gold = dict[str, Judgement]
Marks = Mapping[str, Mark]


def gold_path(corpus: str) -> Path:
    """Return where the judgements of a corpus are kept."""
    return GOLD_FOLDER / f"{corpus}.tsv"


def read_gold(path: Path) -> Gold:
    """Return the judgements by key; none where there is no file yet."""
    if not path.exists():
        return {}
    rows = [line.split("\t") for line in path.read_text(encoding="utf-8").splitlines()]
    if not rows or tuple(rows[0]) != HEADER:
        raise UnreadableFile(path, f"the first line is not {' '.join(HEADER)} with tabs between")
    return {row[0]: _parse_judgement(path, row) for row in rows[1:]}


def _parse_judgement(path: Path, row: list[str]) -> Judgement:
    if len(row) != len(HEADER):
        raise UnreadableFile(path, f"{row[0]!r} has {len(row)} fields, not {len(HEADER)}")
    key, a, b, core_a, core_b, decided = row
    return Judgement(
        key=key,
        a=_parse_mark(path, key, a, core_a),
        b=_parse_mark(path, key, b, core_b),
        decided={YES: True, NO: False}.get(decided),
    )


def read_marks(path: Path) -> dict[str, Mark]:
    """Return one judge's marks; each line is key, y or n, and y or blank for core, with tabs between."""
    try:
        lines = path.read_text(encoding="utf-8-sig").splitlines()
    except (OSError, UnicodeDecodeError) as error:
        raise UnreadableFile(path, f"it cannot be read as UTF-8 text ({error})") from None
    rows = [line.rstrip("\n").split("\t") for line in lines if line.strip()]
    marks: dict[str, Mark] = {}
    for key, term, *core in (row if len(row) > 1 else [row[0], ""] for row in rows if row[0] != HEADER[0]):
        if key in marks:
            raise UnreadableFile(path, f"{key!r} is marked twice; keep one of the lines")
        if key != folded_key(key):
            raise UnreadableFile(path, f"{key!r} is no key of the pool, which has {folded_key(key)!r}")
        marks[key] = _parse_mark(path, key, term, core[0] if core else "")
    return marks


def _parse_mark(path: Path, key: str, term: str, core: str) -> Mark:
    term, core = term.strip().lower(), core.strip().lower()
    if term not in (YES, NO) or core not in (YES, ""):
        raise UnreadableFile(path, f"{key!r} is marked {term!r} {core!r}; write y or n, then y or nothing")
    if core and term == NO:
        raise UnreadableFile(path, f"{key!r} is marked core but no term; a core string is a term")
    return Mark(term=term == YES, core=core == YES)


def join_marks(gold: Gold, a: Marks, b: Marks) -> Gold:
    """Return ``gold`` with the strings that both judges have marked; what was judged before stays."""
    _refuse_keys(a.keys() ^ b.keys(), "only one judge has marked")
    _refuse_keys(a.keys() & gold.keys(), "judged before; take out of both files")
    joined = {**gold, **{key: Judgement(key=key, a=a[key], b=b[key]) for key in a}}
    core = sum(judgement.is_core for judgement in joined.values())
    if core > MOST_CORE:
        raise InvalidInput(f"{core} strings would be core, at most {MOST_CORE} may; mark fewer as core")
    return joined


def decide(gold: Gold, marks: Marks) -> Gold:
    """Return ``gold`` with a third look's marks set where the two judges disagree."""
    disputed = {key for key, judgement in gold.items() if judgement.is_disputed}
    _refuse_keys(marks.keys() - disputed, "the two judges do not disagree on")
    return {**gold, **{key: replace(gold[key], decided=mark.term) for key, mark in marks.items()}}


def _refuse_keys(keys: Iterable[str], trouble: str) -> None:
    found = sorted(keys)
    if found:
        more = f" and {len(found) - SHOWN_KEYS} more" if len(found) > SHOWN_KEYS else ""
        raise InvalidInput(f"{trouble}: {', '.join(found[:SHOWN_KEYS])}{more}")


def write_gold(path: Path, gold: Gold) -> None:
    """Write the judgements, sorted by key."""
    rows = [HEADER, *(_format_judgement(gold[key]) for key in sorted(gold))]
    path.parent.mkdir(parents=True, exist_ok=True)
    path.write_text("".join("\t".join(row) + "\n" for row in rows), encoding="utf-8")


def _format_judgement(judgement: Judgement) -> tuple[str, ...]:
    a, b = judgement.a, judgement.b
    terms = (NO, YES)[a.term], (NO, YES)[b.term]
    cores = ("", YES)[a.core], ("", YES)[b.core]
    return (judgement.key, *terms, *cores, {None: "", True: YES, False: NO}[judgement.decided])
