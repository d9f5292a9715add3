"""Two whole documents, a text and its translation, as pairs: paragraphs first, then the sentences in them."""

from collections.abc import Iterator, Sequence
from itertools import count

from glossary.alignment.anchors import Lexicon
from glossary.alignment.beads import Bead, align_lines
from glossary.errors import InvalidInput
from glossary.files.sides import Note
from glossary.model import Pair
from glossary.services.bilingual.pairs import MOST_LINES, Side, put_chinese_first, quote_line
from glossary.text.folding import fold
from glossary.text.sentences import split_chinese, split_english

PLACES_TOLD = 3


def pair_documents(first: Side, second: Side, *, lexicon: Lexicon, note: Note) -> Iterator[Pair]:
    """Yield the sentences of two texts that stand for each other; ``note`` hears where the texts part.

    Blank lines do not count. Raises InvalidInput where one language is missing or a text is too long.
    """
    chinese, english = put_chinese_first(first, second)
    paragraphs = [[line.strip() for line in side[1] if line.strip()] for side in (chinese, english)]
    if max(map(len, paragraphs)) > MOST_LINES:
        raise InvalidInput(f"more than {MOST_LINES:,} paragraphs; give the two texts in parts")
    known = {fold(term): renderings for term, renderings in lexicon.items()}
    beads = _align(paragraphs[0], paragraphs[1], known)
    _tell_partings(beads, chinese, english, paragraphs, note)
    numbers = count(1)
    for bead in beads:
        if not bead.is_lost:
            yield from _pair_sentences(bead, paragraphs, known, chinese[0], numbers)


def _align(chinese: Sequence[str], english: Sequence[str], lexicon: Lexicon) -> list[Bead]:
    return align_lines([fold(line) for line in chinese], english, lexicon=lexicon)


def _pair_sentences(
    bead: Bead, paragraphs: Sequence[Sequence[str]], lexicon: Lexicon, path: str, numbers: "count[int]"
) -> Iterator[Pair]:
    sources = [one for at in bead.chinese for one in split_chinese(paragraphs[0][at])]
    targets = [one for at in bead.english for one in split_english(paragraphs[1][at])]
    for inner in _align(sources, targets, lexicon):
        if not inner.is_lost:
            yield Pair(
                number=next(numbers),
                where=f"paragraph {bead.chinese.start + 1}",
                source="".join(sources[at] for at in inner.chinese),
                target=" ".join(targets[at] for at in inner.english),
                path=path,
            )


def _tell_partings(
    beads: Sequence[Bead], chinese: Side, english: Side, paragraphs: Sequence[Sequence[str]], note: Note
) -> None:
    lost = [bead for bead in beads if bead.is_lost]
    sizes = f"{chinese[0]} has {len(paragraphs[0])} paragraphs, {english[0]} has {len(paragraphs[1])}"
    if not lost:
        note(f"{sizes}; aligned by length and by what both must have, with no paragraph left over")
        return
    told = "; ".join(_describe(bead, chinese, english, paragraphs) for bead in lost[:PLACES_TOLD])
    more = f"; and {len(lost) - PLACES_TOLD} more" if len(lost) > PLACES_TOLD else ""
    note(f"{sizes}; aligned by length and by what both must have; they part at {told}{more}")


def _describe(bead: Bead, chinese: Side, english: Side, paragraphs: Sequence[Sequence[str]]) -> str:
    lines, (name, _), text = (
        (bead.chinese, chinese, paragraphs[0]) if bead.chinese else (bead.english, english, paragraphs[1])
    )
    return f"paragraph {lines.start + 1} of {name} ({quote_line(text[lines.start])}), which has no partner"
