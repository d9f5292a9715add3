"""Which side of a bilingual file is Chinese and which is English: by what is written, then by its tags."""

from collections import defaultdict
from collections.abc import Callable, Collection, Iterable, Iterator, Mapping, Sequence
from dataclasses import dataclass
from itertools import chain, groupby, islice, product

from glossary.errors import InvalidInput
from glossary.files.units import Unit, is_chinese
from glossary.model import Pair
from glossary.text.scripts import Script, tell_script

SAMPLE_SEGMENTS = 200
SAMPLE_CHARS = 200
"""So much of each text shows what it is written in."""
CHINESE, ENGLISH = "Chinese", "English"
ENGLISH_TAGS = frozenset({"en", "eng"})

Slot = tuple[bool, str]
"""A place for texts in a file: whether it is the target's, and the language that it is tagged with."""
Note = Callable[[str], None]


@dataclass(frozen=True, slots=True)
class Segment:
    """One source text with all its translations, each with the slot that it stands in."""

    where: str
    texts: tuple[tuple[Slot, str], ...]


@dataclass(frozen=True, slots=True)
class Sides:
    """What each slot of a file holds: "Chinese", "English", or "" for another language."""

    names: Mapping[Slot, str]

    def texts_of(self, segment: Segment, name: str) -> list[str]:
        """Return the different texts of a segment on that side, one empty text for none."""
        texts = (text for slot, text in segment.texts if self._name(slot) == name and text.strip())
        return [*dict.fromkeys(texts)] or [""]

    def _name(self, slot: Slot) -> str:
        """A tag that comes late in a file is believed."""
        return self.names[slot] if slot in self.names else _name_of_tag(slot[1])


def pair_units(units: Iterable[Unit], *, path: str = "", note: Note) -> Iterator[Pair]:
    """Yield the Chinese and English of each unit; a few hundred are held at a time.

    What is written decides where it disagrees with the tags, and ``note`` is told so. A unit with neither
    Chinese nor English is passed over. Raises InvalidInput where a side is missing, is in another language,
    or has no text in any unit; the last is known only at the end.
    """
    segments = _join_variants(units)
    sample = list(islice(segments, SAMPLE_SEGMENTS))
    sides = tell_sides(sample, note=note)
    filled: set[str] = set()
    for number, segment in enumerate(chain(sample, segments), 1):
        for source, target in product(*(sides.texts_of(segment, name) for name in (CHINESE, ENGLISH))):
            filled |= {name for name, text in ((CHINESE, source), (ENGLISH, target)) if text}
            if source or target:
                yield Pair(number=number, where=segment.where, source=source, target=target, path=path)
    _refuse_empty(filled)


def _refuse_empty(filled: Collection[str]) -> None:
    for name in (CHINESE, ENGLISH):
        if name not in filled:
            raise InvalidInput(f"its {name} side is empty; translate it first")


def _join_variants(units: Iterable[Unit]) -> Iterator[Segment]:
    """Put the translations of one text together, as TMX in several languages has them."""
    for (where, _), same in groupby(units, key=lambda unit: (unit.where, unit.source)):
        group = list(same)
        first = group[0]
        texts = [((False, first.source_language.lower()), first.source)]
        texts += [((True, unit.target_language.lower()), unit.target) for unit in group]
        yield Segment(where, tuple(texts))


def tell_sides(sample: Sequence[Segment], *, note: Note) -> Sides:
    """Return what each slot of some segments holds. Raises InvalidInput where either side is none."""
    scripts = _tell_scripts(sample)
    chinese = _choose_chinese(scripts)
    english = _choose_english({slot: script for slot, script in scripts.items() if slot not in chinese})
    _refuse_missing(scripts, chinese, english)
    names = dict.fromkeys(scripts, "") | dict.fromkeys(chinese, CHINESE) | dict.fromkeys(english, ENGLISH)
    _tell_wrong_tags(names, note)
    return Sides(names)


def _tell_scripts(sample: Iterable[Segment]) -> dict[Slot, Script]:
    texts: defaultdict[Slot, list[str]] = defaultdict(list)
    for segment in sample:
        for slot, text in segment.texts:
            texts[slot].append(text[:SAMPLE_CHARS])
    return {slot: tell_script(" ".join(found)) for slot, found in texts.items()}


def _choose_chinese(scripts: Mapping[Slot, Script]) -> set[Slot]:
    """What is written in Chinese; else what is tagged so, or has no tag, and is empty so far."""
    empty = [slot for slot, script in scripts.items() if script is Script.NONE]
    return (
        {slot for slot, script in scripts.items() if script is Script.CHINESE}
        or {slot for slot in empty if is_chinese(slot[1])}
        or {slot for slot in empty if not slot[1]}
    )


def _choose_english(others: Mapping[Slot, Script]) -> set[Slot]:
    """What is tagged English; else what has no tag, or a wrong one, and is written in Latin letters."""
    legible = [slot for slot, script in others.items() if script in (Script.LATIN, Script.NONE)]
    tagged = {slot for slot in legible if _name_of_tag(slot[1]) == ENGLISH}
    return tagged or {slot for slot in legible if not slot[1] or is_chinese(slot[1])}


def _name_of_tag(tag: str) -> str:
    if is_chinese(tag):
        return CHINESE
    return ENGLISH if tag.strip().replace("_", "-").partition("-")[0].lower() in ENGLISH_TAGS else ""


def _refuse_missing(
    scripts: Mapping[Slot, Script], chinese: Collection[Slot], english: Collection[Slot]
) -> None:
    if not scripts:
        raise InvalidInput("it holds no segment; give a file of Chinese and English")
    languages = ", ".join(sorted({tag for _, tag in scripts if tag}))
    named = f"its languages are {languages}" if languages else "it names no languages"
    for name, slots in ((CHINESE, chinese), (ENGLISH, english)):
        if not slots:
            raise InvalidInput(f"no side of it is {name}; {named}; give a file of Chinese and English")


def _tell_wrong_tags(names: Mapping[Slot, str], note: Note) -> None:
    wrong = {
        f"what is tagged {tag} is {name}"
        for (_, tag), name in names.items()
        if tag and name and _name_of_tag(tag) != name
    }
    if wrong:
        note(f"its language tags are wrong, so it is read by what is written: {'; '.join(sorted(wrong))}")
