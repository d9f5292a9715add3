"""What the programs must find: a term with two spellings, good renderings, and some that nobody may offer."""

from collections.abc import Iterable
from pathlib import Path

from glossary.formats.declaration import ExportOptions
from glossary.formats.registry import find_format
from glossary.model import Concept, Definition, Evidence, Rendering, Status, Term, TermType, Tier

WORKER = Concept(
    id="cgridwor",
    subject_field="grid-based management",
    definitions=(Definition(text="负责一个网格的人，“员”。", language="zh", source="海南日报"),),
    terms=(
        Term(text="网格员", status=Status.PREFERRED),
        Term(text="网格管理员"),
        Term(text="格员", term_type=TermType.SHORT_FORM),
    ),
    renderings=(
        Rendering(
            text="grid worker",
            status=Status.PREFERRED,
            evidence=(Evidence(publisher="Xinhua", date="2020-11-02", tier=Tier.STATE_MEDIA),),
        ),
        Rendering(text="grid attendant", status=Status.ADMITTED),
        Rendering(text="grid spy", status=Status.FORBIDDEN, instead="grid worker"),
        Rendering(text="grid agent", status=Status.DEPRECATED, instead="grid worker"),
    ),
)
RARE = Concept(
    id="crarecha",
    terms=(Term(text="𠮷野家"),),
    renderings=(Rendering(text='=Yoshinoya, "the" house', status=Status.PREFERRED),),
)
HIT = Concept(id="chithith", terms=(Term(text="打"),), renderings=(Rendering(text="hit"),))
DOZEN = Concept(
    id="cdozendo", scope="counting", terms=(Term(text="打"),), renderings=(Rendering(text="dozen"),)
)
CONCEPTS = (WORKER, RARE, HIT, DOZEN)


def export(name: str, place: Path, *, concepts: Iterable[Concept] = CONCEPTS, **options: str) -> Path:
    """Write the samples, or others."""
    known = find_format(name)
    told = ExportOptions(date="2026-11-22", **options)
    if known.is_folder:
        known.write(concepts, place, options=told)
    else:
        with place.open("wb") as out:
            known.write(concepts, out, options=told)
    return place
