"""Bilingual input of every kind as pairs of Chinese and English: the one way in which it is read."""

from collections.abc import Iterator, Sequence
from pathlib import Path
from types import MappingProxyType

from glossary.alignment.anchors import Lexicon
from glossary.alignment.beads import Bead, align_lines, find_shift
from glossary.errors import InvalidInput
from glossary.files.sides import Note, pair_units
from glossary.model import Pair
from glossary.services.bilingual.opening import Bilingual, Monolingual, about, open_input
from glossary.text.scripts import Script, tell_script
from glossary.text.tidying import as_one_line

NO_LEXICON: Lexicon = MappingProxyType({})
QUOTED_CHARS = 30
MOST_LINES = 20_000
"""Longer texts are not aligned: it takes minutes."""

MOST_LINES_COMPARED = 2_000
"""A second's work; texts with as many lines are seldom shifted."""

Side = tuple[str, list[str]]
"""The name of a text and its lines."""


def say_nothing(_note: str) -> None:
    """Hear a note and keep it."""


def read_pairs(
    paths: Sequence[Path], *, note: Note = say_nothing, lexicon: Lexicon = NO_LEXICON
) -> Iterator[Pair]:
    """Yield the pairs of bilingual files, or of two texts whose line n stands for line n; as they are read.

    TMX, XLIFF, PO, CSV or TSV with a Chinese and an English column, and Word files with such tables, told by
    their content; any two others are a text and its translation, in either order. ``note`` hears what was
    noticed (wrong tags, which columns are read), ``lexicon`` (Chinese terms, each with its English) helps to
    say where two texts part. Raises UnreadableFile and InvalidInput, perhaps only at the end of a long file.
    """
    bilingual, texts = sort_inputs(paths)
    if texts:
        yield from pair_lines(*(side_of(text) for text in texts), lexicon=lexicon, note=note)
    for file in bilingual:
        yield from read_file_pairs(file, note=note)


def sort_inputs(paths: Sequence[Path]) -> tuple[list[Bilingual], list[Monolingual]]:
    """Return the files that hold both languages, and two texts or none. Raises InvalidInput for others."""
    opened = [open_input(path) for path in paths]
    texts = [one for one in opened if isinstance(one, Monolingual)]
    if len(texts) == 1:
        raise InvalidInput(
            f"{texts[0].path}: it holds one text, and no translation beside it; name both files, "
            "or give TMX, XLIFF, PO, or a table with a Chinese and an English column"
        )
    if len(texts) > 2:
        raise InvalidInput(
            f"{len(texts)} texts; a text and its translation are two: name two files at a time"
        )
    return [one for one in opened if isinstance(one, Bilingual)], texts


def read_file_pairs(file: Bilingual, *, note: Note = say_nothing) -> Iterator[Pair]:
    """Yield the pairs of one bilingual file; raises UnreadableFile."""
    with about(file.path):
        yield from pair_units(
            file.read(lambda told: note(f"{file.path}: {told}")),
            path=str(file.path),
            note=lambda told: note(f"{file.path}: {told}"),
        )


def side_of(text: Monolingual) -> Side:
    """Return the name and the lines of a text."""
    return str(text.path), split_lines(text.document.text)


def split_lines(text: str) -> list[str]:
    """Return the lines of a text, blank ones at its end left out."""
    return text.replace("\r\n", "\n").replace("\r", "\n").rstrip().split("\n")


def pair_lines(
    first: Side, second: Side, *, lexicon: Lexicon = NO_LEXICON, note: Note = say_nothing
) -> Iterator[Pair]:
    """Yield line n of one text with line n of the other; which one is Chinese is told by its script.

    Pairs of blank lines are passed over, though counted. Raises InvalidInput where one language is missing,
    where a text is empty, or where the texts have different numbers of lines: with the place where they part.
    ``note`` hears where two texts of a few thousand lines seem to part though they have as many.
    """
    chinese, english = put_chinese_first(first, second)
    if len(chinese[1]) != len(english[1]):
        raise InvalidInput(explain_parting(chinese, english, lexicon=lexicon))
    _note_shift(chinese, english, lexicon, note)
    for number, (source, target) in enumerate(zip(chinese[1], english[1], strict=True), 1):
        if source.strip() or target.strip():
            yield Pair(number=number, where=f"line {number}", source=source, target=target, path=chinese[0])


def _note_shift(chinese: Side, english: Side, lexicon: Lexicon, note: Note) -> None:
    if len(chinese[1]) > MOST_LINES_COMPARED:
        return
    parting = find_shift(align_lines(chinese[1], english[1], lexicon=lexicon))
    if parting:
        note(f"the two texts have as many lines, but seem to part {_describe(parting, chinese, english)}")


def put_chinese_first(first: Side, second: Side) -> tuple[Side, Side]:
    """Return two texts, the Chinese one first; raises InvalidInput where they are not one of each."""
    scripts = [tell_script("\n".join(lines)) for _, lines in (first, second)]
    for (name, _), script in zip((first, second), scripts, strict=True):
        if script is Script.NONE:
            raise InvalidInput(f"{name}: there are no words in it; give a text and its translation")
    for wanted, language in ((Script.CHINESE, "Chinese"), (Script.LATIN, "English")):
        if wanted not in scripts:
            raise InvalidInput(
                f"neither {first[0]} nor {second[0]} is {language}; give a text and its translation"
            )
    return (first, second) if scripts[0] is Script.CHINESE else (second, first)


def explain_parting(chinese: Side, english: Side, *, lexicon: Lexicon = NO_LEXICON) -> str:
    """Return how many lines two texts have, and the first place where line does not stand for line."""
    counts = f"{chinese[0]} has {len(chinese[1])} lines and {english[0]} has {len(english[1])}"
    if max(len(chinese[1]), len(english[1])) > MOST_LINES:
        return f"{counts}; make line n of one stand for line n of the other"
    beads = align_lines(chinese[1], english[1], lexicon=lexicon)
    parting = next(bead for bead in beads if not bead.is_one_to_one)
    return (
        f"{counts}; they seem to part {_describe(parting, chinese, english)}; "
        "make line n of one stand for line n of the other"
    )


def _describe(bead: Bead, chinese: Side, english: Side) -> str:
    places = ((bead.chinese, chinese), (bead.english, english))
    told = " and ".join(
        f"line {lines.start + 1} of {name} ({quote_line(text[lines.start])})"
        for lines, (name, text) in places
        if lines
    )
    return f"at {told}, which {'has no partner' if bead.is_lost else 'do not stand for each other alone'}"


def quote_line(line: str) -> str:
    """Return the beginning of a line, to name it by."""
    plain = as_one_line(line)
    return f"{plain[:QUOTED_CHARS]}…" if len(plain) > QUOTED_CHARS else plain or "blank"
